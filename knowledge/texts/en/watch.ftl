## Following up who looks
menu-looks = Looks
watch-title = Looks to follow up
watch-text = Some looks are unusual. That does not mean they are wrong. Ask, and write down what you found out. You see employees and counts, never which family it is about.
watch-unusual = Unusual looks
watch-unusual-none = No unusual looks to follow up now.
watch-sample = Did these looks have a reason?
watch-sample-text = { $count } looks from the week that began on { $day }. They are drawn by chance.
watch-sample-none = Nobody opened anything that week.
watch-settled = Followed up
watch-settled-none = Nothing has been followed up yet.
watch-who = Who
watch-when = When
watch-what = What
watch-ground = Ground in the log
watch-status = Where it stands
watch-one = Follow up a look
watch-why = What we noticed
watch-drawn = Drawn by chance in the week’s sample.
watch-no-family = Who the family is does not stand here. If it is taken further, the data protection officer finds the lines in the log.
watch-said = What has been said
watch-from-to = { $first }, last { $last }
watch-count = { $looks ->
    [one] One look
   *[other] { $looks } looks
} at { $families ->
    [one] one family.
   *[other] { $families } families.
}
watch-act-plan = opened the plan
watch-act-action = read an action
watch-act-plan-history = saw what was changed in the plan
watch-act-plan-as-of = saw an earlier plan
watch-act-plan-print = printed the plan
watch-act-family = opened the overview
watch-act-people = saw who is in the family
watch-act-question = read a question
watch-act-standing = saw where a case stands
watch-act-other = opened a page about the family
watch-lies-new = Not asked yet
watch-lies-helper = Waits for an answer
watch-lies-leader = An answer to read
watch-had-reason = Had a reason
watch-had-reason-hint = The look was a part of the job.
watch-taken-further = Is taken further
watch-taken-further-hint = The reason does not hold. Then the data protection officer and the family are told, as your routine says.
watch-asked = What was the reason?
watch-ask = Ask for the reason
watch-ask-words = Do you want to write something?
watch-ask-hint = { $name } sees the question and what we noticed. Do not name anybody in the family.
watch-ask-send = Send the question
watch-own = These are your own looks. Another leader follows them up.
watch-settle = End the follow-up
watch-outcome = What did you find out?
watch-settle-words = Why?
watch-settle-hint = One sentence is enough. It cannot be deleted.
watch-settle-save = Save
watch-card = The leader asks about a look
watch-card-text = Being asked is a part of the job. Tell what the look was for.
watch-card-over = Questions you have had about looks
watch-question = What was the reason?
watch-question-text = Some looks are followed up. It is no accusation. Tell what you were to do.
watch-answer-words = What was the reason that you opened this?
watch-answer-hint = The leader reads the answer. Write no names, and nothing about the family.
watch-answer-send = Send the answer
done-watch-asked = The question is sent. The answer comes here.
done-watch-settled = Saved. It stands under “Followed up”.
done-watch-answered = The answer is sent.
unusual-own-family = The employee belongs to the family.
unusual-role-ended = The role had ended.
unusual-no-task = The employee had no task in the family.
unusual-after-task = The task in the family had ended.
unusual-same-name = The same rare surname, and nothing was written.
unusual-neighbour = The family lives in the same district, and was opened on several days without anything written.
unusual-unwritten = Many families were opened without anything written.
unusual-at-night = Opened at night by somebody who otherwise does not work then.
unusual-refused = Tried to open several families and was not let in.
