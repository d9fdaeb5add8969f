# The guide: what a family may have a right to. Careful words: only the authority can promise.

guide-heading = What may you have a right to?
guide-lead = Choose what resembles your situation. We ask a little and show what may fit. This is guidance. Only the authority that handles an application can decide.
guide-nothing-stored = You need not sign in, and we store nothing.
guide-situations = How are things with you?
guide-situations-hint = Choose one or more.
guide-choose-one = Choose at least one thing that resembles your situation.
guide-own = Something to look at by yourself
guide-own-text = This is shown only if you open it. You can leave the page quickly at any time.
guide-own-legend = Only for you
guide-leave-now = Leave this page quickly
guide-private-note = Your browser may remember that you were here. A private window does not.
guide-next = Continue
guide-answers-now = Show the answers now
guide-back-situations = Back to the choices
guide-back-who = Back to who you are
guide-back-answers = Back to the answers
guide-who = Who are you?
guide-who-lead = Write only what you want to. We do not ask for names.
guide-children = When were the children born?
guide-children-hint = One line for each child, also a child you are expecting. For example 15.3.2018, or just March 2018.
guide-born = Child { $number }
guide-born-wrong = Write when the child was born, with the year: 15.3.2018 or March 2018.
guide-more-children = We have more children
guide-home = The home
guide-adults = How many adults live in the home?
guide-adults-1 = One
guide-adults-2 = Two
guide-homes = Where do the children live?
guide-homes-here = Permanently with me or us
guide-homes-two = In two homes, with an agreement on shared residence (delt bosted)
guide-homes-else = In another way, or not the same for each child
guide-homes-note = The answers are for you who answer, and the home you live in. Another parent can answer separately.
guide-questions = A few questions
guide-progress = { $left ->
    [one] At most one question is left after these. You can see the answers at any time.
   *[other] At most { $left } questions are left after these, most often fewer. You can see the answers at any time.
}
guide-progress-last = These are the last questions.
guide-skip = Skip
guide-yes = Yes
guide-no = No
guide-dont-know = Don’t know
guide-blank = An estimate is enough. Leave it empty if you do not know.
guide-unit-kr = Kroner.
guide-unit-kr-month = Kroner a month.
guide-unit-kr-year = Kroner a year.
guide-unit-hours = Hours a week.
guide-unit-months = Months.
guide-unit-years = Years.
guide-unit-percent = Per cent, from 0 to 100.
guide-too-long = Write less.
guide-number-wrong = Write a number, for example 12 500.
guide-number-whole = Write a whole number, without decimals.
guide-why-asked = The answer may decide { $rights }.
guide-why-more = { $count } more
guide-child = child { $number }
guide-child-years = child { $number } (age { $years })
guide-child-expected = child { $number } (expected)
guide-answers = What you may have a right to
guide-answers-lead = This is guidance based on what you answered. Only the authority that handles an application can decide.
guide-dated = The answers are from { $day } { $year }. Rules and rates change.
guide-open-questions = More answers can make this more certain. You choose.
guide-go-on = Answer more questions
guide-passed-questions = Some questions are open. You can take them now or leave them.
guide-ask-again = Take the open questions
guide-group-doors = You can simply get in touch
guide-group-doors-text = No application and no decision.
guide-group-entitled = You seem to have a right to
guide-group-entitled-text = You seem to meet the conditions.
guide-group-worth = Worth applying for
guide-group-worth-text = It may be worth applying. A person considers your situation.
guide-group-missing = We need to know more
guide-group-missing-text = A few more answers, and we can say more.
guide-group-know = Good to know
guide-group-know-text = This applies to you without an application.
guide-card-why = Why we show this
guide-card-apply = What to do
guide-card-decides = Who decides
guide-card-more = More about { $name }
guide-card-reason = The whole reasoning for { $name }
guide-why = You answered { $facts }.
guide-why-age = It follows from ages and what you chose first.
guide-line-unknown = we need to know more.
guide-line-amount-waits = We can work out the amount when you have answered more.
guide-amount-dated = An estimate, worked out { $day } { $year } with that day’s rates.
guide-per-month = { $amount } a month
guide-per-year = { $amount } a year
guide-per-week = { $amount } a week
guide-per-way = { $amount } each way
guide-missing = We need to know:
guide-answer-these = { $count ->
    [one] Answer one question
   *[other] Answer up to { $count } questions
}
guide-ask-them = Only the authority that decides knows the rest. Ask them.
guide-ask-them-offer = It is not offered everywhere. Ask the municipality if you have it.
guide-soon-begins = May fit from { $day }.
guide-soon-ends = Changes soon: from { $day } it no longer seems to apply, because of age or new rules.
guide-soon-amount = Changes soon: { $amount } from { $day }.
guide-more-amount = What it may give
guide-more-time = How long it takes
guide-more-documents = Papers you may need
guide-more-judged = What is considered
guide-more-complaint = If you disagree
guide-more-interacts = Connected with
guide-more-help = Who can help
guide-more-help-text = Your coordinator, or the municipality on
guide-reason-conditions = How we came to this
guide-reason-all = All of this must hold:
guide-reason-any = One of these is enough:
guide-reason-not = This must not be so:
guide-reason-yes = holds
guide-reason-no = does not hold
guide-reason-unknown = not known yet
guide-reason-less = { $what }, must be under { $limit }
guide-reason-at-most = { $what }, at most { $limit }
guide-reason-more = { $what }, must be over { $limit }
guide-reason-at-least = { $what }, at least { $limit }
guide-reason-equal = { $what }, must be { $limit }
guide-reason-other = { $what }, must not be { $limit }
guide-reason-rates = Rates we used
guide-reason-rate = { $rate } (from { $from })
guide-reason-rule = This rule holds from { $from }. Its wording was read { $read }.
guide-not-now = Show what does not fit now
guide-not-now-text = It may change. Feel free to ask the authority about these too.
guide-not-now-may-change = It may fit later, if some of this changes for you.
guide-told = What you have told
guide-told-text = It is kept on this page only, until you close it.
guide-told-situations = Your situation
guide-told-children = { $count ->
    [0] The children are not listed
    [one] One child
   *[other] { $count } children
}
guide-told-adults = { $count ->
    [one] one adult
   *[other] { $count } adults
}
guide-change = Change
guide-onwards = Where to go from here
guide-onwards-text = You need not do this alone. The municipality can help you apply:
guide-tell-coordinator = Tell the coordinator
guide-ask-help = Ask for help
guide-print = Print
guide-print-own = Print everything, also what is only for you
guide-print-own-note = The printout leaves out what you opened only for yourself, unless you ask for it.
guide-print-how = Print with your browser: Ctrl and P, or Share on your phone.
guide-over = Start again
guide-over-text = Then everything is gone.
guide-door = Find out what you may have a right to. No sign-in, and nothing is stored.
guide-door-go = See what may fit you
guide-told-show = See and change what you have told
guide-progress-many = The most important comes first. Stop when you like: you can see the answers at any time.
guide-date-hint = Write the date, for example 15.3.1985. Leave it empty if you prefer.
guide-you-pay = You pay { $amount }
guide-told-you = You
