# When people in the family disagree about something that concerns a child: what the coordinator writes down, and what the family reads.

kind-disagreement = a disagreement
kind-stance = what somebody thinks in a disagreement
field-children = Children it concerns
field-matter = What they disagree about
field-best = Best for the child
field-result = What came of it
field-disagreement-on = Known since
field-disagreement-law = The way the law gives
field-disagreement-told = Who knows of it
field-disagreement-untold = Why nobody knows of it
field-stance-to = The disagreement
field-stance-words = What the person thinks
field-undone = Written by mistake

law-one-parent-home = The parent the child lives with decides this in daily life (Children Act § 37)
law-one-parent-contact = The parent the child is with decides about care during that time (Children Act § 42)
law-one-parent-daily-health = Everyday health care: one parent’s yes is enough (Patients’ and Users’ Rights Act § 4-4 second paragraph)
law-one-parent-needed-health = Health care that professionals find necessary so that the child is not harmed: one parent’s yes is enough (Patients’ and Users’ Rights Act § 4-4 third paragraph)
law-disagree-ask-again = The parents decide together. They are asked again, and the family counselling office can help them talk (Children Act § 30, Family Counselling Act § 1)
law-disagree-mediation = The parents meet a mediator (Children Act § 51)
law-disagree-court = One of the parents asks the court to decide (Children Act § 56)
law-disagree-home = The parent the child lives with decides this in daily life (Children Act § 37)
law-disagree-contact = The parent the child is with decides about care during that time (Children Act § 42)
law-disagree-daily-health = Everyday health care: one parent’s yes is enough (Patients’ and Users’ Rights Act § 4-4 second paragraph)
law-disagree-needed-health = Health care that professionals find necessary so that the child is not harmed: one yes is enough, when both have been able to say what they think (Patients’ and Users’ Rights Act § 4-4 third paragraph)
law-disagree-young-health = The young person is 16 or older and decides about their own health (Patients’ and Users’ Rights Act § 4-3)
law-disagree-young-alone = The young person is between 12 and 16 and does not want the parents to know, for reasons that should be respected (Patients’ and Users’ Rights Act § 3-4)
law-disagree-young-school = The young person is 15 or older and decides about school (Education Act § 24-5)
law-disagree-welfare = Child welfare looks into it and decides what is theirs to decide (Child Welfare Act §§ 2-2 and 3-1)
law-disagree-governor = The County Governor decides that the information stays secret even if the parents say yes (Health and Care Services Act § 12-1, Social Services Act § 44)
complain-over-statsforvalter = The County Governor decided this. You can complain. Send the complaint to the County Governor. The letter from there says who decides the complaint.

heard-spoken = Said it in person
heard-written = Wrote, drew or showed it
heard-through = Told somebody the person trusts
heard-not-heard = Has not been heard
disagreement-outcome-open = They still disagree
disagreement-outcome-agreed = They agree now
disagreement-outcome-decided = It was decided by law
disagreement-outcome-unchanged = It stays as it was

vern-best = What is best for the child?
vern-best-hint = What the child thinks, what speaks for and against, and what you gave most weight.
vern-best-missing = Write what is best for the child, and why.

vern-disagreement-heading = Disagreement about something that concerns a child
vern-disagreement-about = Parents may disagree with each other, and children with their parents. Here you write what each of them thinks, which way the law gives, and what is best for the child. Nothing is shared because you write it down.
vern-disagreement-none = There are no children under 18 in this family.
vern-disagreement-is = Disagreement that concerns { $names }: { $matter }
vern-disagreement-matter-is = Whether { $service } may see { $what } about { $name }.
vern-disagreement-children = Which children does it concern?
vern-disagreement-children-missing = Choose which children it concerns.
vern-disagreement-matter = What do they disagree about?
vern-disagreement-matter-hint = Without taking sides. Everybody who is told of the disagreement reads this.
vern-disagreement-matter-missing = Write what they disagree about.
vern-disagreement-categories = Is it about sharing information?
vern-disagreement-on = When did you learn of it?
vern-disagreement-on-missing = Write the day you learned of it, today or earlier.
vern-disagreement-views = What does each of them think?
vern-disagreement-views-hint = In their own words, as far as you can. Each reads only their own. What the child thinks, the parents do not read. At least two must be here, and every child it concerns.
vern-disagreement-views-more = Write only for those who think something new. What was written before stays in the history.
vern-disagreement-views-missing = Write what at least two of them think.
vern-disagreement-how = How do you know?
vern-disagreement-how-missing = Choose how you know.
vern-disagreement-words = What does the person think, or why has the person not been heard?
vern-disagreement-words-missing = Write what the person thinks.
vern-disagreement-not-heard-why = Write why the person has not been heard.
vern-disagreement-child-missing = Choose how the child was heard, and write what the child thinks. If the child was not heard, write why.
vern-disagreement-law = Which way does the law give?
vern-disagreement-law-hint = If you are unsure, choose the first and ask your leader.
vern-disagreement-best = What is best for the child?
vern-disagreement-best-hint = What speaks for and against, and what you gave most weight. Everybody who is told of the disagreement reads this. Do not write what the child has said if the child does not want it.
vern-disagreement-outcome = Where does it stand?
vern-disagreement-outcome-missing = Choose where it stands.
vern-disagreement-review = If they still disagree: when do you ask again?
vern-disagreement-review-hint = Then it stands on your list.
vern-disagreement-review-missing = Choose a day when you ask again, from today until a year from now.
vern-disagreement-result = If it is over: what came of it?
vern-disagreement-result-hint = Everybody who is told of the disagreement reads this.
vern-disagreement-result-missing = Write what came of it.
vern-disagreement-settled = If it is over: when?
vern-disagreement-settled-hint = After that it is not rewritten.
vern-disagreement-settled-missing = Write the day it was over, today or earlier.
vern-disagreement-settled-needless = They still disagree. Take away the day, or choose what came of it.
vern-disagreement-told = Who in the family may read this?
vern-disagreement-told-hint = They read what the disagreement is about, the way the law gives, what is best for the child, what came of it, and how to complain. They do not read what the others think.
vern-disagreement-told-wrong = Only the child it concerns and those who decide for it can be here. If it concerns several children, only the adults. Untick the others.
vern-disagreement-untold = If nobody may read it yet: why?
vern-disagreement-untold-hint = Only the coordinator reads this.
vern-disagreement-send = Save
vern-disagreement-way = If one thing is to be told all the same, this is the ground: { $law }.
vern-disagreement-way-plan = Open the thing in the plan, and choose “Who sees this?”
done-vern-disagreement-done = The disagreement is written down. Nothing is shared because of it.
done-vern-disagreement-back = It now stands as written by mistake.

disagreed-title = When you disagree
disagreed-text = Here is what we have written about something you disagree about. Nothing is shared because it is here. What each of you thinks is read only by the one who thinks it, and the coordinator.
disagreed-write = Write down the disagreement
disagreed-kinds = Information it is about
disagreed-means = { $name } thinks
disagreed-route = The way the law gives
disagreed-best-children = Best for the children
disagreed-stands = Where it stands
disagreed-result = What came of it
disagreed-review = Asked again
disagreed-complain = If you want to complain
disagreed-complain-told = On complaints they read
disagreed-complain-none = The municipality has not decided anything here, so there is no decision to complain about. If you think we have done something wrong, you can write to the municipality or the County Governor at any time.
disagreed-complain-by = You have { $weeks } weeks from when you learned of it.
disagreed-you-mean = This is what we have written that you think.
workbench-reason-disagreement = { $days ->
    [0] Some disagree. Today you ask again.
    [one] Some disagree. You should have asked again yesterday.
   *[other] Some disagree. You should have asked again { $days } days ago.
}
workbench-way-disagreement = Open the disagreement
