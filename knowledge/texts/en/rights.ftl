### Rights: how an answer is said. The rights' own words are in knowledge/rights.

rights-status-entitled = You seem to meet the conditions
rights-status-worth_applying = It may be worth applying
rights-status-information = Good to know
rights-status-missing_info = We need to know more
rights-status-not_entitled = This does not seem to fit now
rights-status-not_in_force = We know no rule for this day
rights-tell-amount = Amount
rights-tell-why = Why
rights-tell-missing = This will decide it
rights-tell-decides = Who decides
rights-tell-judged = What a person considers
rights-tell-apply = How to apply
rights-tell-answer = When the answer comes
rights-tell-complaint = Complaint
rights-tell-documents = What you may have to attach
rights-tell-interacts = Effects on other rights
rights-tell-rule = The rule
rights-tell-warnings = Be aware
rights-term-working-days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}
rights-term-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
rights-term-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
