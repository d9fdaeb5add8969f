## lead
