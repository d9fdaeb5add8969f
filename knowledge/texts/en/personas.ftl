# People to be in the demo.

persona-rania = Mother in the Haddad family. See your plan, answer the meeting, and see who knows what.
persona-omar = Father in the Haddad family. Sees what the family has shared with him.
persona-yusuf = 12 years old. Has his own words, his own people and his own secrets.
persona-ungdom = 15 years old. Decides alone who may read what they write.
persona-far = Father with a child in two homes. Sees what is about the child, not the mother's own matters.
persona-hemmelig = Mother with an address that nobody may know. See that the place stands nowhere.
persona-ingrid = Family coordinator for thirteen families. See who needs her first.
persona-mats = Family coordinator. A handover and a new family wait for his answer.
persona-samira = Family coordinator for a child with two homes. See the papers for the supervisor.
persona-marit = Teacher. One question waits for an answer.
persona-nav = Adviser at NAV. Sees only what she is asked about.
persona-tildeling = Caseworker at the allocation office. Answers applications, and sees only what was sent.
persona-tove = Public health nurse in two families. Sees what they have said yes to.
persona-tommy = Football coach, volunteer. Sees his own task, and no more.
persona-inntak = Receives those who ask for help, and keeps the queue in order.
persona-leder = Leader. Sees figures and gaps, never what families have said.
persona-drift = System administrator. Sets up services and helpers, and sees no families.
persona-last = Coordinator with forty families. For measuring.
