# Tell it once: rights of a family that is known, facts, applications.
menu-rights = Rights
once-rights = What you may have a right to
once-open = { $count ->
    [one] One more answer, and we know more.
   *[other] { $count } questions can still change something. Answer as many as you have the energy for.
}
once-rests-on = What this rests on
once-rests-on-facts = { $count ->
    [one] We use one fact that is known already.
   *[other] We use { $count } facts that are known already.
} You will not be asked for them again.
once-see-facts = See and correct the facts
once-see-situations = Choose again what is hard
once-see-applications = See the applications
once-private = Is there something you want to look at alone?
once-private-text = Violence, child welfare and some other things are not included here, because others in the family may see what you answer here. In the open guide nothing is stored.
once-private-link = Go to the open guide
once-help = Not sure?
once-situations = What is hard now?
once-situations-lead = Choose what fits. Then we only ask what matters to you.
once-situations-kept = Your choice is kept, so you can go on another day. Your coordinator can see it.
once-whose = Seen from { $name }.
once-whose-instead = See from { $name }
once-the-home = The home
once-from-family = From what is written about the family
once-from-municipality = Set by the municipality
once-from-you = Told on { $day }
once-from-source = { $source }, { $day }
once-card-choose = Include in the application
once-card-draft = An application is begun
once-card-applied = You have applied
once-into-plan = Write into the plan
once-plan-words = Apply for “{ $name }”
done-once-planned = Written into the plan as something you do. You can change or move it there.
once-apply = Apply for several at once
once-apply-text = Tick what you want to apply for. We make one form and fill in what we know. Nothing is sent before you have looked it over.
once-apply-text-work = Tick and prepare the applications with the family. The family sends them.
once-apply-chosen = Make applications of what I chose
done-once-none-chosen = Tick at least one thing that you want to apply for.
once-applications = Applications
once-applications-yours = Your applications
once-applications-none = You have no applications yet. See what you may have a right to, and tick what you want to apply for.
once-to-rights = See what you may have a right to
once-form = Joint application
once-form-heading = Tell it once
once-form-lead = { $count ->
    [one] One application. We have filled in what we know already.
   *[other] { $count } applications, one form. We have filled in what we know already.
}
once-form-empty = No applications are begun.
once-part-1 = Check and answer
once-part-2 = Look it over
once-part-3 = Send
once-known = What we know already
once-known-text = Correct what is wrong. Nothing is sent before you press “Send”.
once-known-none = Nothing that these applications need is known yet.
once-missing = { $count ->
    [one] We need one more answer
   *[other] We need { $count } more answers
}
once-missing-text = You can save and go on later. You can also send without; then they will ask you for what is missing.
once-why = What should they know about this?
once-why-hint = Write as you talk. Tell them what an ordinary day is like.
once-see-draft = See the application
once-documents = They may ask for this:
once-who-gets = Who gets what
once-gets = Gets: { $what }
once-nobody-more = Nobody gets more than they need.
once-want-help = Would you like help?
once-want-help-text = { $name } can fill it in with you, on the phone or when you meet, with an interpreter if you like.
once-ask-help = Ask { $name } for help
once-to-review = Go on
once-save-later = Save for later
once-save = Save
done-once-saved = Saved. You can go on when it suits you.
once-review = Look it over
once-review-heading = This is what is sent
once-review-lead = { $count ->
    [one] Look it over before you send. The receiver gets this and nothing more.
   *[other] Look it over before you send. Each receiver gets its own application and nothing more.
}
once-goes-to = Goes to
once-deliver-yourself = They do not answer here in Veven. We make the application ready and show you how to deliver it.
once-automatic-soon = Everything needed is known, and the rules say yes. The municipality lets the machine answer at once.
once-from = From
once-for = For
once-own-words = In your own words
once-without = Sent without:
once-send-note = When you have sent, you can follow it here. You can take an application back as long as it is not answered.
once-send = { $count ->
    [one] Send the application
   *[other] Send { $count } applications
}
once-back-form = Back to the form
done-once-sent = Sent. Here you see where each application is, and when the answer is due.
once-drafts = { $count ->
    [one] One application is not sent
   *[other] { $count } applications are not sent
}
once-go-on-form = Go on with the form
once-late = Is it late?
once-late-text = When a deadline passes, the coordinator sees it the same day, and asks on your behalf.
once-news = Has something changed?
once-news-text = Correct it in one place. Then you see which applications it concerns.
once-more-rights = More to apply for?
once-application-for = { $name } for { $child }
once-stage-draft = Not sent
once-stage-deliver = Ready to deliver
once-stage-sent = Sent
once-stage-received = Being considered
once-stage-more = Waiting for you
once-stage-more-family = Waiting for the family
once-next-more-family = The family has been asked for more, preferably answered { $day }.
once-stage-complained = Complaint being considered
once-stage-settled = Complaint answered
once-stage-withdrawn = Taken back
once-stage-granted = Granted
once-stage-partly = Partly granted
once-stage-refused = Not granted
once-step-sent = Sent
once-step-received = Received
once-step-considered = Considered
once-step-answered = Answer
once-step-done = done
once-step-not-yet = not yet
once-next-more = They wait for something from you, preferably { $day }.
once-next-deliver = Deliver it, and tell us here when it is done.
once-next-late = The answer was due { $day }. The coordinator follows up.
once-next-answer = Answer due { $day }.
once-next-no-term = The law sets no fixed deadline. If it takes long, the coordinator asks on your behalf.
once-next-complaint = The complaint is sent. Whoever answers writes here.
once-next-may-complain = If you disagree, you can complain up to and including { $day }.
once-next-until = Holds until { $day }.
once-home = Rights and applications
once-home-text = See what you may have a right to, and apply for several at once.
once-home-open = { $count ->
    [one] One application waits for an answer.
   *[other] { $count } applications wait for an answer.
}
once-answer-more = Your answer
once-answer-more-send = Send the answer
done-once-answered = The answer is sent to whoever considers the application.
once-delivered = It is delivered
done-once-received = Noted. The application is received.
once-write-answer = Write down the answer you got
done-once-decided = The answer is saved.
once-complain = Complain about the answer
once-complain-text = You need not know the law. Write what is wrong, or what they left out. The coordinator can help.
once-complain-why = What do you disagree with?
once-complain-hint = For example: “They have not counted the nights.”
once-complain-send = Send the complaint
done-once-complained = The complaint is sent.
once-complaint = The complaint
once-complaint-answer = Answer to the complaint
once-complaint-answer-text = If you do not change the decision, send the complaint on to the appeals body and say so here.
once-complaint-outcome = What came of it?
once-complaint-changed = The decision is changed
once-complaint-kept = The decision stands
once-complaint-words = Reasons
done-once-complaint-answered = The answer to the complaint is saved. The family sees it.
once-drop = Remove the application
once-drop-text = It has not been sent. The facts you have told stay.
once-withdraw = Take the application back
once-withdraw-text = Whoever considers it sees that it is taken back. You can apply again at any time.
done-once-withdrawn = The application is taken back.
once-decision = The answer
once-from-until = Holds from { $from } until { $until }.
once-from-day = Holds from { $from }.
once-automatic = A machine has said yes by fixed rules ({ $basis }). You can ask for a person to look at it.
once-more = Questions on the way
once-what-was-sent = What was sent
once-sent-on = Sent { $day }. Receipt { $reference }.
once-differs = Something has changed since you sent it
once-differs-text = Tell whoever considers the application, if it matters for the answer.
once-then-now = { $then } then, { $now } now
once-about = What this is
once-copies = Copy
once-print = Print or save
once-data = Download as data
once-pdf = Download PDF
once-print-how = Print from the browser, or choose “Save as PDF” there.
once-back-application = Back to the application
once-paper-title = Application: { $name }
once-paper-note = The family has looked over and sent these facts itself.
once-paper-receiver = To
once-paper-right = Applies for
once-paper-law = Under
once-paper-sent = Sent
once-paper-reference = Receipt
once-paper-family = From the family, { $day }
once-paper-fact = Fact
once-paper-value = Answer
once-paper-source = Who says so, and when
once-paper-would = This will be sent
once-paper-draft = Draft – not sent
once-paper-draft-text = This is a draft. It has been sent to nobody, and it can be changed.
once-paper-page = Page { $page } of { $pages }
once-paper-unset = Some signs are not in the typeface here and stand as □. In Veven they stand as they were written.
once-verdict = What is the answer?
once-amount = What does it come to?
once-amount-hint = For example “12 hours a week” or “764 kr a month”.
once-grounds = Reasons
once-grounds-hint = Short and simple. The family reads this. For a no: what decided it, and what can they do now?
once-decided-on = Date of the answer
once-from-field = Holds from
once-until-field = Holds until
once-until-hint = The family is reminded to apply again in good time.
once-decision-save = Save the answer
once-error-verdict = Choose what the answer is.
once-error-future = The date cannot lie ahead.
once-error-until = The end must come after the beginning.
once-error-grounds = Write the reasons, so that the family understands the answer.
once-error-words = Write a few words here. What you wrote elsewhere still stands.
once-error-by = Choose a date that they can make.
once-error-value = Answer, or choose “Don’t know”.
once-facts = What we know
once-facts-lead = Each thing stands here once, with source and date. Correct what is wrong. What you correct holds everywhere.
once-not-told = Not answered
once-no-answer = Does not know, or would rather not answer
once-answer-now = Answer now
once-set = Set by the municipality
once-set-text = This holds for everybody in the municipality. You are not asked for it.
once-change = Correct a fact
once-follow = Applications that are not sent: shall they follow?
once-follow-hint = Untick if the application shall keep what stood before.
once-already-sent = Already sent with the old answer
once-already-sent-text = These do not change. Tell those who consider them, if it matters.
once-never-mind = Never mind
once-history = How it has stood
done-once-changed = Corrected. It holds everywhere from now on.
once-rules = What the rules say
once-rules-yes = On what was sent, the conditions are met.
once-rules-judge = On what was sent, the basic conditions are met. The rest is for a person to judge.
once-rules-missing = Something is missing before the rules give an answer.
once-rules-no = On what was sent, the conditions are not met. A no is always decided by a person.
once-rules-note = This is a help, not a decision. You decide.
once-take-in = Confirm that it is received
once-answer-it = Answer the application
once-answer-from-rules = Filled in from the rules. Look it over, and change what is not right.
once-ask-more = Ask for something more
once-ask-more-what = What do you need?
once-ask-more-hint = Ask only for what is needed to decide. The family sees the question word for word.
once-ask-more-by = By
once-ask-more-send = Send the question
done-once-asked-more = The question is sent to the family. Your deadline stands still until they have answered.
once-pass-on = Pass on to a colleague
once-pass-on-to = To whom
once-pass-on-choose = Choose a colleague
done-once-passed-on = The application is passed on.
refusal-already-sent = It is sent, and stands as it was sent. Make a new one if something is different.
refusal-application-step = That does not fit where the application stands now. Look at the page anew and try again.
refusal-too-late = The time for it is over. Ring and ask whether they can look at it all the same.
kind-fact = fact that is used again
kind-interest = what help is sought for
kind-application = application
act-rights = Looked at what the family may have a right to
act-facts = Looked at facts that are used again
act-applications = Looked at the applications
act-application = Read an application
act-apply = Prepared applications
workbench-reason-application = { $days ->
    [one] The answer to “{ $name }” from { $who } was due yesterday.
   *[other] The answer to “{ $name }” from { $who } was due { $days } days ago.
}
workbench-reason-more = { $days ->
    [0] The family must answer about “{ $name }” today.
    [one] The family must answer about “{ $name }” tomorrow.
   *[other] The family must answer about “{ $name }” in { $days } days.
}
workbench-reason-more-late = { $days ->
    [one] The family should have answered about “{ $name }” yesterday.
   *[other] The family should have answered about “{ $name }” { $days } days ago.
}
workbench-reason-complaint = { $days ->
    [0] Today is the last day to complain about “{ $name }”.
    [one] Tomorrow is the last day to complain about “{ $name }”.
   *[other] The time to complain about “{ $name }” ends in { $days } days.
}
workbench-reason-renewal = { $days ->
    [0] “{ $name }” ends today.
    [one] “{ $name }” ends tomorrow.
   *[other] “{ $name }” ends in { $days } days, and must be applied for anew.
}
workbench-way-application = See the application
guide-show-more = { $count ->
    [one] Show one more
   *[other] Show { $count } more
}
guide-keep = Keep the answers
guide-keep-text = Do you want to go on another day? You get a code. Only whoever has the code can read the answers.
guide-kept = The answers are kept
guide-kept-lead = Write the code down, or take a picture of it. We cannot find it again for you.
guide-kept-code = Your code:
guide-kept-until = It works up to and including { $day }. Then the answers are deleted by themselves.
guide-kept-who = We do not know who you are. The answers are locked with the code, and nobody in the municipality can open them.
guide-forget = Delete the answers
guide-forgotten = The answers are deleted
guide-forgotten-text = The code no longer works.
guide-resume = Go on with a code
guide-resume-lead = Write the code you got. Then you see your answers again.
guide-resume-code = Code
guide-resume-hint = Four times four characters. Capital and small letters are the same.
guide-resume-go = Go on
guide-resume-missing = Write the code you got.
guide-resume-wrong = We find no answers with that code. Check that all characters are there. If it is old, the answers are deleted.
guide-resume-link = Have you a code? Go on where you stopped
once-rights-work = What the family may have a right to
lead-told = Told once
lead-told-period = The last twelve months
lead-told-few = Too few families have used it to show figures.
lead-told-families = Families
lead-told-asked = Questions answered
lead-told-again = Asked about something known
lead-told-sent = Applications sent
lead-told-reused = Facts used again
lead-told-of = { $reused } of { $all } ({ $share }%)
lead-told-automatic = Answered at once by the machine
lead-told-minutes = Time spared for families
lead-told-spared = { $hours } h { $minutes } min
lead-told-assumed = Counted as { $minutes } minutes for each question that need not be asked. An estimate, not measured.
field-fact-name = What it is about
field-fact-of = About whom
field-fact-value = Answer
field-way = How it was told
field-situations = What is hard
field-application-right = What is applied for
field-applicant = Who applies
field-application-child = For whom
field-facts = What was sent
field-application-receiver = Who answers
field-sent = Sent
field-received = Received
field-more = Questions on the way
field-decision = The answer
field-verdict = Outcome
field-complaint = The complaint
way-asked = answer to a question
way-corrected = corrected
way-carried = taken along from before
way-registered = from a register or a decision
verdict-granted = granted
verdict-partly = partly granted
verdict-refused = not granted
