## The coordinator's workbench
workbench-heading = Workbench
workbench-lead = { $count ->
    [0] None of your families needs anything right now.
    [one] One of your families needs something from you.
   *[other] { $number } of your families need something from you.
}
workbench-family = The { $name } family
workbench-key-needing = { $count ->
    [one] family needs you
   *[other] families need you
}
workbench-key-unowned = without an owner
workbench-key-answers = answers overdue
workbench-key-meetings = { $count ->
    [one] meeting within a week
   *[other] meetings within a week
}
workbench-key-families = families with you
workbench-of = of { $places }
workbench-first = Needs you first
workbench-why = Why this order?
workbench-rules = The order follows four rules:
workbench-rule-1 = Somebody in the family waits for your answer, or something is urgent and nobody has started.
workbench-rule-2 = A deadline has passed, or a helper has not answered in time.
workbench-rule-3 = Something has no owner, or it is longer since you talked than agreed.
workbench-rule-4 = Something planned is coming up.
workbench-rules-more = Within each rule, what has waited longest comes first. No family gets a score. You can always choose another order.
workbench-all = { $count ->
    [one] See your family
   *[other] See all { $count } families
}
workbench-open = Open
workbench-nothing = Nobody needs you right now
workbench-nothing-text = Everything has an owner, and no deadline has passed. Last checked { $clock }.
workbench-suggestion = You could use the time for a family you have not talked with for a while:
workbench-or = or
workbench-days-ago = { $days ->
    [0] today
    [one] one day ago
   *[other] { $days } days ago
}
workbench-never = no contact yet
workbench-no-families = You have no families yet
workbench-no-families-text = When you are asked to become a family's coordinator, the question stands here.
workbench-stand-in = Families you stand in for
workbench-all-stand-in = { $count ->
    [one] See the family you stand in for
   *[other] See all { $count } families you stand in for
}
workbench-unowned = Without an owner
workbench-unowned-text = Ask one person, or take it yourself. Whoever you ask has { $days } working days to answer.
workbench-all-unowned = See all { $count } without an owner
workbench-col-family = Family
workbench-col-action = What it is about
workbench-col-days = Without an owner
workbench-col-ask = Ask somebody
workbench-col-why = Why
workbench-col-next = Next step
workbench-col-contact = Last contact
workbench-col-what = What
workbench-col-who = Who
workbench-col-since = Since
workbench-col-due = Due
workbench-days = { $days ->
    [0] from today
    [one] 1 day
   *[other] { $days } days
}
workbench-asked = Asked { $who }.
workbench-answer-by = Answer by { $day }.
workbench-ask-about = Ask somebody about: { $words }
workbench-team = The team around the family
workbench-somebody-else = Somebody else …
workbench-choose = Choose a person
workbench-choose-somebody = Choose whom you want to ask.
workbench-myself = I take it myself
workbench-ask = Ask
workbench-need = Need without an action
workbench-need-acute = Urgent, and nobody has started
workbench-question = Can you take this on: { $words }?
workbench-capacity = Capacity
workbench-free = { $count ->
    [one] You have room for one more family.
   *[other] You have room for { $number } more families.
}
workbench-full = You have no free places.
workbench-over = { $count ->
    [one] You have one family more than your position is meant for.
   *[other] You have { $number } families more than your position is meant for.
}
workbench-full-text = Talk to your leader before you say yes to more. Your leader sees the same number.
workbench-places = { $taken } of { $places } places are taken
workbench-stands-in = { $count ->
    [one] You also stand in for one family.
   *[other] You also stand in for { $count } families.
}
workbench-coming = Coming meetings
workbench-all-meetings = See all { $count } meetings
workbench-waiting = { $count ->
    [one] One family waits for a coordinator, and you are its contact
   *[other] { $number } families wait for a coordinator, and you are their contact
}
workbench-families = Families
workbench-families-lead = You are the coordinator of { $count } of the { $places } families that your position is meant for.
workbench-own = Your families
workbench-show = Show
workbench-show-all = All ({ $count })
workbench-show-own = Own ({ $count })
workbench-show-needing = Needs you ({ $count })
workbench-more = { $count ->
    [one] and one more thing
   *[other] and { $count } more things
}
workbench-not-now = Nothing now
workbench-no-next = No date yet
workbench-list = My list
workbench-list-lead = Everything open for all your families. Each line leads straight to it.
workbench-list-all = Everything
workbench-list-forfalt = Overdue
workbench-list-naa = Today
workbench-list-uke = This week
workbench-list-venter = Waiting for others
workbench-list-uten = Without an owner
workbench-list-kommer = Coming
workbench-list-svar = Answers overdue
workbench-list-moter = Meetings within a week
workbench-list-none = Nothing here now.
workbench-list-empty = The list is empty. Nothing is open right now.
workbench-row-meeting-late = Write what came of the meeting: { $words }
workbench-row-proposal = Proposed to the family: { $words }
workbench-row-handover = Asked to become coordinator
workbench-row-stand-in = Asked to stand in
workbench-the-family = The family
workbench-search-label = Name of a family or a person
workbench-search = Search
workbench-search-heading = Search your families
workbench-search-text = You only find families that you are the coordinator of or stand in for.
workbench-search-none = No family by that name
workbench-search-none-text = We found none among the families that you can see. Try another spelling, or only the beginning of the name.
workbench-search-all = See all your families
workbench-search-found = { $count ->
    [one] One family
   *[other] { $count } families
}
workbench-reason-voice = { $who } wrote { $when }: “{ $words }” Not answered.
workbench-reason-asked-again = The family asked for help again { $when }: “{ $words }” Not answered.
workbench-reason-acute = { $days ->
    [0] Urgent: { $words }. Nobody has started yet.
    [one] Urgent: { $words }. Reported yesterday, nobody has started.
   *[other] Urgent: { $words }. Reported { $days } days ago, nobody has started.
}
workbench-reason-late = { $words }: { $days ->
    [one] one day
   *[other] { $days } days
} overdue. { $who } is responsible.
workbench-reason-late-you = { $words }: { $days ->
    [one] one day
   *[other] { $days } days
} overdue. You are responsible.
workbench-reason-you-silent = You have not said yes to “{ $words }”. It was due { $when }.
workbench-reason-late-unowned = { $words }: { $days ->
    [one] one day
   *[other] { $days } days
} overdue, without an owner.
workbench-reason-request-late = { $who } has not answered “{ $words }” It was due { $when }.
workbench-reason-asked-back = { $who } asked back { $when }: “{ $words }”
workbench-reason-owner-silent = { $who } has not said yes to “{ $words }”. It was due { $when }.
workbench-reason-offer-late = { $days ->
    [0] { $who } has not answered about taking the family. The answer is due.
    [one] { $who } has not answered about taking the family. It was due yesterday.
   *[other] { $who } has not answered about taking the family. It was due { $days } days ago.
}
workbench-reason-need = { $days ->
    [0] The need “{ $words }” has no owner.
   *[other] The need “{ $words }” has no owner, day { $days }.
}
workbench-reason-action = { $days ->
    [0] { $words }: no owner.
   *[other] { $words }: no owner, day { $days }.
}
workbench-reason-action-asked = { $words }: no owner, day { $days }. { $who } is asked, answer by { $until }.
workbench-reason-silence = No contact for { $days } days.
workbench-reason-no-next-step = The family has no next step with a date.
workbench-reason-meeting = { $words } { $when }.
workbench-reason-meeting-open = { $words } { $when }. { $silent } of { $invited } have not answered.
workbench-reason-review = { $days ->
    [one] The plan should have been reviewed yesterday.
   *[other] The plan should have been reviewed { $days } days ago.
}
workbench-way-reply = Answer { $who }
workbench-way-reply-family = Answer the family
workbench-way-find-help = Find help now
workbench-way-find-owner = Find an owner
workbench-way-see-request = See the question
workbench-way-see-action = See the action
workbench-way-remind = Remind { $who }
workbench-way-see-offer = See the handover
workbench-way-call = Call { $who }
workbench-way-contact = Get in touch
workbench-way-plan-step = Plan the next step
workbench-way-prepare = Prepare the meeting
workbench-way-review = Plan a review
done-workbench-asked = The question is sent. You see the answer here. If it is late, it comes to the top.
done-workbench-taken = You have taken it on. The family sees that you do it.
