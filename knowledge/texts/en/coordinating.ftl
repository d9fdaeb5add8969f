## What the law lays on whoever coordinates
coordinator-duties = What the coordinator must see to
coordinator-duties-text = The law gives a children’s coordinator five duties. They hold for everybody who coordinates here. The dates follow from what you have written, so you need no list of your own.
coordinator-duty-whole = Make all services one offer
coordinator-duty-whole-by = Questions to helpers, new people in the team and meetings with helpers.
coordinator-duty-overview = Know what is owed, and help the municipality to do its part
coordinator-duty-overview-by = Needs that you have written down, and reviews of the plan.
coordinator-duty-health = Inform and guide about health and care
coordinator-duty-health-by = Contact where you have ticked it.
coordinator-duty-welfare = Inform and guide about other services and user organisations
coordinator-duty-welfare-by = Contact where you have ticked it, and applications that you have prepared.
coordinator-duty-plan = Keep the plan moving
coordinator-duty-plan-by = Goals and actions that you have written, and a yes to the plan.
coordinator-duty-last = Last on { $day }
coordinator-duty-never = Not written down yet
coordinator-duties-limit = { $days ->
    [one] When a duty has not been touched for more than one day, you are reminded.
   *[other] When a duty has not been touched for more than { $days } days, you are reminded.
}
family-duties = Did you also do any of this?
family-duties-hint = Then you see when it was done last.
field-duties = The coordinator’s duties
workbench-reason-duty = { $days ->
    [one] This was due yesterday: «{ $words }».
   *[other] This was due { $days } days ago: «{ $words }».
}
workbench-way-duty = See the duties
queue-duties = The coordinators’ duties
queue-duties-text = { $days ->
    [one] Here you see who has families where one of the coordinator’s five duties has not been touched for more than one day. Have a talk, and ask what is needed.
   *[other] Here you see who has families where one of the coordinator’s five duties has not been touched for more than { $days } days. Have a talk, and ask what is needed.
}
queue-duties-none = No duty has waited that long.
queue-duties-row = { $count ->
    [one] One family. Longest: { $days } days.
   *[other] { $count } families. Longest: { $days } days.
}
limit-coordinator-duty = Days before the coordinator is reminded of a duty
