## For what a dossier is opened (R38).
opening-heading = What are you going to do?
opening-text = You are opening what a family has shared. Choose what fits best, and the page opens. The family can read in its log who opened it, when and why.
opening-kept = What you wrote is kept. It is sent when you have chosen.
opening-once = You are asked once for each family, until you sign out. If nothing here fits, you probably do not need to open it now.
opening-back = Go back without opening
purpose-follow-up = Follow up the family and the plan
purpose-meeting = Prepare or follow up a meeting
purpose-answer = Answer something I am asked about
purpose-write = Write something down or put it right
purpose-task = Do what I have said yes to
purpose-assess = Assess a request for help
act-open-to-follow-up = Opened it to follow up you and the plan
act-open-for-meeting = Opened it to prepare or follow up a meeting
act-open-to-answer = Opened it to answer a question
act-open-to-write = Opened it to write something down or put it right
act-open-for-task = Opened it to do something they have said yes to
act-open-to-assess = Opened it to assess a request for help
