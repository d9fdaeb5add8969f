# Interpreters in meetings.

interpreter-heading = Interpreter
interpreter-needed = An interpreter is needed for { $names }: { $language }.
interpreter-needed-by-none = Interpreter: { $language }.
interpreter-to-book = An interpreter is needed for { $names }. You book when the meeting is agreed.
interpreter-not-booked = No interpreter booked
interpreter-booked = Interpreter booked
interpreter-moved = The interpreter is booked for another time
interpreter-without = Without an interpreter
interpreter-came = The interpreter came
interpreter-came-not = No interpreter
interpreter-who-came = Who interpreted?
interpreter-book = Book an interpreter: { $language }
interpreter-change = Change the interpreter: { $language }
interpreter-tell = Write who interpreted: { $language }
interpreter-due = Book by { $day }.
interpreter-was-due = The interpreter should have been booked { $day }. Ring today.
interpreter-number-is = Number: { $number }.

interpreter-title = Interpreter: { $language }
interpreter-title-after = Who interpreted? { $language }
interpreter-who-comes = The interpreter who is booked
interpreter-who-was = The interpreter who came
interpreter-who = The interpreter’s name, or the service that sends one
interpreter-who-hint = Never a child. Never anyone in the family, a neighbour or a helper.
interpreter-number = Telephone or booking number
interpreter-mode = How will it be interpreted?
interpreter-mode-room = in the room
interpreter-mode-phone = by telephone
interpreter-mode-video = by video
interpreter-level = Which category does the interpreter have?
interpreter-level-hint = It is on the interpreter’s card and in the National Register of Interpreters.
interpreter-level-a = A: state authorisation and a bachelor’s degree
interpreter-level-b = B: a bachelor’s degree, or authorisation and basic training
interpreter-level-c = C: state authorisation
interpreter-level-d = D: basic training in interpreting
interpreter-level-e = E: language test and course, or a translator with the course
interpreter-unlisted = Not in the register
interpreter-unqualified = Why an interpreter who is not in the register?
interpreter-unqualified-hint = Only when the interpreter is not in it.
interpreter-unqualified-none = Choose a reason
interpreter-unqualified-exempt = The municipality is exempt until the end of 2026
interpreter-unqualified-cannot-wait = It would not be sound to wait for another
interpreter-unqualified-emergency = It is an emergency
interpreter-unqualified-strong-reasons = Other strong reasons
interpreter-knows = Does the interpreter know the family, or is the interpreter related to any of them?
interpreter-knows-hint = Ask the interpreter or the service before you answer.
interpreter-knows-no = No, I have asked
interpreter-knows-yes = Yes
interpreter-save = Save the interpreter

interpreter-nobody = The meeting will be without an interpreter
interpreter-nobody-after = Nobody interpreted
interpreter-because = Why without an interpreter?
interpreter-because-family-says-no = The family does not want an interpreter
interpreter-because-shared-language = A helper speaks the language well enough
interpreter-because-harm-in-waiting = It is dangerous to wait for an interpreter
interpreter-because-did-not-come = The interpreter did not come
interpreter-because-nobody-found = We found no interpreter
interpreter-words = Explain in your own words
interpreter-words-hint = If the family said no, write what they said. They can read it.
interpreter-save-nobody = Save without an interpreter

interpreter-law-heading = Good to know
interpreter-law-child = A child must never interpret in a meeting, not even when the parents ask for it.
interpreter-law-apart = If the interpreter knows the family, ask for another. Where few speak the language, an interpreter by telephone from another place may be safest.
interpreter-law-remote = By telephone or video, nobody else may be able to hear or see.

interpreter-needs-who = Write the name of the interpreter or the service.
interpreter-needs-mode = Choose how it will be interpreted.
interpreter-needs-level = Choose a category, or that the interpreter is not in the register.
interpreter-needs-unqualified = Choose why it is an interpreter who is not in the register.
interpreter-needs-knows = Ask whether the interpreter knows the family, and answer.
interpreter-needs-because = Choose why the meeting is without an interpreter.
interpreter-needs-words = Write a few words about why. The family can read it.

interpreter-told-room = An interpreter is in the room ({ $language }): { $who }.
interpreter-told-phone = An interpreter is on the telephone ({ $language }): { $who }.
interpreter-told-video = An interpreter is on video ({ $language }): { $who }.
interpreter-told-open = { $name } will book an interpreter: { $language }.
interpreter-told-none = There will be no interpreter ({ $language }). { $why }.
interpreter-told-know = The interpreter must keep everything secret. If you know the interpreter, tell { $name }. Then we ask another.

done-interpreter = Saved. Those who take part in the meeting see it.

refusal-child-interprets = This is a child in the family. Children must not interpret for their family. Ring an interpreting service and book an adult.
refusal-kin-interprets = This is somebody in the family or close to it. That can make it hard to say everything. Book an interpreter who does not know the family.
refusal-helper-interprets = This is a helper who takes part in the case. The helper cannot interpret as well. Book an interpreter who does not take part already.
refusal-interpreter-knows-family = An interpreter cannot interpret for somebody she or he knows. Ring the service and ask for another. An interpreter by telephone from another place may be a way.

workbench-reason-interpreter = { $words } { $when } lacks an interpreter: { $languages }. Book by { $last }.
workbench-reason-interpreter-late = { $words } { $when } lacks an interpreter: { $languages }. It should have been booked { $last }.
workbench-way-interpreter = Book an interpreter

plan-invited = Meetings you are invited to

field-interpreting = Interpreter
field-planned = Booked
field-came = In the meeting
field-number = Number
field-mode = How
field-level = Category
field-unqualified = Why not in the register
field-apart = Does not know the family
field-because = Why
