# Searching in own words.

find-label = Write in your own words what is hard
find-hint = For example “my son cannot face going to school”. Write the way you talk. We do not keep what you write.
find-go = Find help
find-empty = Write a few words about what is hard, or choose among the life situations below.
find-heading = This is what we found
find-none = We found nothing like that
find-none-text = There may still be help. Try other words, perhaps fewer. Or choose among the life situations, or ring us.
find-cut = We read the first { $count } characters. All you wrote is still in the field.
find-danger = Is anyone in danger now?
find-danger-text = Ring at once. You do not need to be sure.
find-situations = Is this how it is for you?
find-situations-hint = Tick what is like it. Then we ask a little more.
find-all = See all life situations
find-doors = Here you can get in touch
find-doors-text = Offers that may suit you. Those open to all come first.
find-referred = You need a referral or an application. You can ask first:
find-rights = This may be worth a look
find-rights-text = Answer a few questions and see whether it may suit you.
find-only = Look at this alone
find-human = Would you rather talk to somebody?
find-human-text = We help you find your way. Ring
