## queue: the list
queue-heading = Waiting list
queue-breadcrumb = You are here
queue-summary = { $count ->
    [0] Nobody waits.
    [one] One family waits.
   *[other] { $count } families wait.
}
queue-figure-acute = urgent
queue-figure-waiting = in the queue
queue-figure-late = past the deadline
queue-figure-free = free places
queue-acute = Urgent
queue-acute-none = Nothing is urgent now.
queue-order = The queue
queue-empty = The queue is empty
queue-empty-text = Checked { $time }. New requests for help come here.
queue-offered = A coordinator is asked
queue-own = Your families who wait
queue-own-lead = Families for whom you are the contact while they wait, or whose coordinator you are asked to be.
queue-own-empty = Nobody waits for you
queue-own-empty-text = The reception tells you when you are asked.
queue-place = Number { $place }
queue-family = The { $name } family
queue-waited = { $days ->
    [0] asked today
    [one] has waited one day
   *[other] has waited { $days } days
}
queue-children = { $count ->
    [one] one child
   *[other] { $count } children
}
queue-do-answer = Answer the family
queue-do-review = Look at the case
queue-do-open = Open
queue-raised = Put first:
queue-review = Looked at again { $day }.
queue-review-late = { $days ->
    [one] Should have been looked at { $day }. One day over.
   *[other] Should have been looked at { $day }. { $days } days over.
}
queue-contact = { $name } is the contact meanwhile.
queue-offer = { $name } is asked. Answer by { $day }.
queue-family-pending = The family has not answered yet.
queue-family-yes = The family said yes { $day }.
queue-family-no = The family said no { $day }.
queue-coordinator-pending = The coordinator has not answered yet.
queue-coordinator-yes = The coordinator said yes { $day }.
queue-coordinator-no = The coordinator said no { $day }.
queue-reply = Answer by { $when }. { $left } left.
queue-reply-late = Should have been answered by { $when }. { $left } over.
span-hours = { $hours ->
    [0] { $minutes } min
   *[other] { $hours } h { $minutes } min
}
span-days = { $days ->
    [one] One day
   *[other] { $days } days
}
queue-capacity = Capacity
queue-free = { $count ->
    [0] full
    [one] one free place
   *[other] { $count } free places
}
queue-free-in-all = { $count ->
    [0] Nobody has a free place now.
    [one] There is one free place.
   *[other] There are { $count } free places.
}
queue-over = { $count ->
    [one] one too many
   *[other] { $count } too many
}
queue-load = { $families } of { $places } are taken
queue-more-rooms = { $count ->
    [one] One more coordinator
   *[other] { $count } more coordinators
}
queue-asked = { $count ->
    [one] Asked about one more family.
   *[other] Asked about { $count } more families.
}
queue-no-coordinators = No coordinators are listed yet.
## queue: one request
request-title = A family on the waiting list
request-acute = Urgent
request-words = What they ask for
request-wish = Good help would be
request-urgent = What is urgent
request-by = { $name }, { $day }
request-sent-by = Written by { $name }, { $service }, { $day }
request-agreed = { $who } said yes to this: { $how }
request-merged = The family has also asked
request-merged-by = Taken in by { $name } { $day }: { $why }
request-people = Who it is about
request-born = { $age } years old, born { $day }
request-born-unknown = Date of birth not known
request-interpreter = Needs an interpreter
request-services = Helps today
request-services-unknown = Not told yet.
request-happened = What has happened
request-family-no = The family said no to { $name }. { $why }
request-coordinator-no = { $name } said no: { $why }
request-contact = You are the contact meanwhile
request-contact-text = The family can call you while they wait. The reception decides the place and finds a coordinator.
place-heading = Put in the queue
place-again = Look at the place again
place-text = Call the family first. They can read the reason that you write.
place-choose = Choose
place-ground = Why is it urgent?
place-ground-missing = Choose why it is urgent.
place-why = Reason
place-why-hint = Short, and so that the family recognises itself.
place-why-missing = Write why, so that the family can read it.
place-interim = Whom can the family call meanwhile?
place-interim-hint = The family is given the name and the number.
place-interim-missing = Choose whom the family can call.
place-review = When do we look at the place again?
place-review-missing = Choose a day ahead.
place-raise = Put the family first
place-raised = Why should the family go first?
place-raised-hint = Comes after those who need help today, and before all others. The reason stays.
place-put = Put in the queue
place-save = Save the place
offer-heading = Offer a coordinator
offer-text = Both the coordinator and the family must say yes.
offer-to = Whom do you ask?
offer-to-missing = Choose whom you ask.
offer-note = What the coordinator should know
offer-note-hint = The family’s request comes along by itself.
offer-send = Ask the coordinator
offered-heading = { $name } is asked
offered-reply-by = Answer by { $day }.
offer-family-how = What did the family answer, and how?
offer-family-how-hint = For example: “Rania said yes by phone today, with an interpreter”.
offer-family-how-missing = Write what the family answered, and how.
offer-family-yes = The family says yes
offer-family-no = The family says no
offer-withdraw = Take the question back
own-heading = Will you be this family’s coordinator?
own-yes = Yes, I take it
own-no = No, I cannot
own-why = Why can you not?
own-why-hint = The reception reads it and asks somebody else.
own-why-missing = Write why you cannot.
own-no-send = Send no
close-heading = Close without starting
close-text = When the family does not want a coordinator, or has found help elsewhere.
close-words = What did you agree on?
close-words-hint = The family can read it.
close-words-missing = Write what you agreed on.
close-way-back = How the family comes back
close-way-back-usual = You can ask for help again at any time, on the web or by phone.
close-do = Close
## queue: known already?
twins-heading = Resembles somebody we know
twins-text = Decide this first. The family may have asked before.
twins-is-same = { $name }, { $born }: the same national identity number as { $other }.
twins-is-likely = { $name }, { $born }: very like { $other }.
twins-is-possible = { $name }, { $born }: may be { $other }.
twins-is-twin = { $name }, { $born }: same birthday and family name as { $other }, but another first name. Probably a twin or a sibling, not the same child.
twins-born = born { $day }
twins-born-unknown = date of birth not known
twins-coordinator = Coordinator: { $name }.
twins-same = It is the same family
twins-why = How do you know?
twins-why-hint = For example: “the same telephone number, and Rania confirmed it”.
twins-why-missing = Write how you know that it is the same family.
twins-merge = Take in
twins-not = Not the same family
twins-apart = Said to be another family
twins-apart-by = { $name }, { $day }
twins-apart-undo = Undo
## queue: taken in under another family
aside-link = Taken in during the last month
aside-heading = Taken in under another family
aside-lead = Requests for help that were added to a family we knew already. If it was wrong, you can undo it.
aside-empty = Nothing was taken in during the last month
aside-empty-text = When you take one request in under another, it stands here.
aside-on = { $reference }, taken in { $day } by { $name }.
aside-undo = Undo
## queue: somebody else was there meanwhile
clash-heading = Somebody else changed this while you wrote
clash-text = Both are kept. Look them over, and save again if what you wrote still holds.
clash-now = As it stands now
clash-by = { $name }, { $when }
clash-yours = What you wrote
clash-nothing = You had not written anything.
gone-heading = The family is not on the waiting list
gone-text = The family has a coordinator, the case is closed or taken in under another, or the page does not exist.
gone-back = To the waiting list
done-placed = Saved. Call the family and tell them where they stand and whom they can call.
done-offered = The coordinator is asked. Ask the family too.
done-offer-withdrawn = The question is taken back. The family has its place in the queue.
done-family-yes = The family’s yes is written down. Now we wait for the coordinator.
done-family-no = The family’s no is written down. They keep their place in the queue.
done-coordinator-found = Both have said yes. The family has a coordinator.
done-own-yes = You have said yes. When the family has said yes too, you are the coordinator.
done-own-no = The answer is sent. The reception asks somebody else.
done-not-started = Closed. The family can ask for help again at any time.
done-merged = Taken in. If it was wrong, you can undo it here.
done-unmerged = Undone. The request stands by itself again, with the place it had.
done-not-same = Noted. We do not ask about this again.
done-same-again = Undone. The likeness is shown again.
