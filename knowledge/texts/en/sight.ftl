# Who sees what, and “see as”.

sight-title = Who sees what
family-tab-sight = Who sees what
sight-services = What the services see
sight-family = What you see of each other
sight-coordinator = { $name } holds the threads and sees everything you share.
sight-no-services = No services take part yet.
sight-ser = Sees
sight-noe = Some
sight-loven = Sees, by law
sight-ikke = Does not see
sight-noe-means = means that they only see what they are to do themselves.
sight-loven-means = means that the service has this already to do its job: what it has written itself. You cannot switch it off here, but you can ask to see it.
sight-as-they = See the page as they see it
sight-look = See
sight-look-as = it as { $name } sees it
sight-look-long = See what { $name } sees
sight-as-title = How { $name } sees this
sight-as-text = Here is the plan as it is shown to them, as far as you can see it yourself. You change nothing by looking.
sight-plan-now = The plan as it is for them now
sight-plan-then = The plan as it was for them on { $day }
sight-nothing = { $name } sees nothing of the plan.
sight-another-day = See another day
sight-day = Which day?
sight-show-day = Show that day
sight-may = What they can read, and why
sight-line = { $what }: { $names }.
sight-own-service = What the service has written itself.
sight-own-tasks = What they are asked, are to do, or are invited to.
sight-rest = They do not see the rest.
sight-ground-oneself = It is about oneself.
sight-ground-parental-responsibility = Has parental responsibility.
sight-ground-opened-in-family = Somebody in the family has opened it.
sight-ground-family-member = Belongs to the family.
sight-ground-coordinator = Holds the threads, with the family’s yes.
sight-ground-stand-in = Stands in for the coordinator.
sight-ground-offered = Is asked to become coordinator.
sight-ground-own-service = It comes from their own service.
sight-ground-own-task = Their own task.
sight-ground-consent = You have said yes.
sight-ground-mandate = Has a power of attorney or a mandate.
sight-ground-release = Told by a professional, on a ground in law.
sight-ground-trusted = Is one of the few who may know where the person is.
sight-ground-team-contact = Takes part in the team.
sight-ground-intake = Answers those who ask for help.
sight-ground-interim-contact = Is your contact while you wait.
sight-ground-emergency = Opened to save life or health.
preview-title = This changes
preview-nothing = Nobody sees more or less than before.
preview-opens = { $count ->
    [one] { $name } will see one more thing.
   *[other] { $name } will see { $count } more things.
}
preview-closes = { $count ->
    [one] { $name } will no longer see one thing.
   *[other] { $name } will no longer see { $count } things.
}
preview-others = For everybody else it is as before. Nothing has been sent yet.
home-group-voice = The children’s own words
home-group-place = Where you live
home-share-only = Only { $name } ({ $service })
home-share-preview = See first what will open
home-share-no = No, do not share this
home-consent-said-no = { $name } said no on { $day }.
home-consent-disagree = You disagree: { $names } said no
home-consent-disagree-text = As long as you disagree it stays closed. Neither of you decides over the other here. { $name } can talk with you about it.
home-consent-closed = Closed
home-again-birthday = Ended on the birthday. You have to be asked again.
home-again-custody = Ended when it changed where the child lives or who is responsible. You have to be asked again.
home-again-protection = Ended when the address was protected. You have to be asked again.
done-refused = You have said no. It is closed, and you lose no help.
home-share-away = Keep this from them
home-kept-away = { $service } does not see { $what } about { $name }
home-kept-away-lift = Lift
done-kept-away = You have kept it from them. They no longer see it, nor what they have written themselves.
done-lifted = It is lifted. The ordinary rules hold again.

# What somebody has said out loud, written down by the coordinator
spoken-consents = What the family has said yes and no to
spoken-consents-none = The family has not shared anything with the services yet.
spoken-title = Write down a yes or a no
spoken-text = The family can answer on their own page. If somebody has answered you, by phone or in a meeting, write it down here. They see it at once, and can take it back themselves.
spoken-nobody = No services are in the team yet, so there is nobody to share with.
spoken-who = Who answered?
spoken-answer = What was the answer?
spoken-ja = Yes, the service can see this
spoken-nei = No, the service must not see this
spoken-how = How was it said?
spoken-how-hint = For example: “by phone, with an interpreter”
spoken-language = In which language?
spoken-language-choose = Choose a language
spoken-save = Write it down
spoken-error-who = Choose who answered.
spoken-error-answer = Choose whether the answer was yes or no.
spoken-error-how = Write how it was said, so that the family recognises it.
spoken-error-language = Choose the language you spoke.
spoken-by = Written down by { $name }: { $how }.
spoken-back = Write down that a yes is taken back
spoken-back-title = { $name } has changed their mind
spoken-back-text = When you save, it stops at once.
spoken-back-save = Stop sharing
done-written-down = It is written down. The family sees it on their own page.
