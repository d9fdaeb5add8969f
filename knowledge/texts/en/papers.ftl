## The papers of a case, for somebody who has a right to them by law.
papers-get = The papers
papers-title = The papers of the case
papers-least = Give only what the demand covers. Nothing is chosen beforehand.
papers-kinds = What kinds of information?
papers-kinds-missing = Choose at least one kind of information.
papers-people = Whom is it about?
papers-people-hint = What is about several people comes along only when you have chosen all of them.
papers-people-missing = Choose at least one person, or the family as a whole.
papers-whole = The family as a whole
papers-from = Written from
papers-from-hint = The day on which it was written here.
papers-until = Written until
papers-fra-missing = Write the first day.
papers-til-missing = Write the last day.
papers-til-before = The last day is before the first. Change one of them.
papers-til-late = The last day cannot be later than today.
papers-preview = See how much it will be
papers-kinds-chosen = Kinds of information
papers-people-chosen = People
papers-days-chosen = Written
papers-days = from { $from } until { $until }
papers-count = { $count ->
    [0] It will be nothing
    [one] It will be 1 thing
   *[other] It will be { $count } things
}
papers-none = Nothing of this was written in these days.
papers-none-title = Nothing
papers-look = Read the papers before you send them. Send them in a safe way.
papers-pdf = Download the papers (PDF)
papers-data = Download for machines (JSON)
papers-again = Choose again
papers-never = This never comes along
papers-never-text = Where anybody is, what a child has told the coordinator alone, what shows a crisis shelter, and other families. If somebody is protected, names and telephone numbers, meetings and services do not come along either. If somebody demands this, ring your leader first.
papers-file = papers
papers-to = To
papers-about = About
papers-on = Day
papers-case = Case
papers-made-by = Made by
papers-made = { $name }, { $when }
papers-note = Made because the law demands it. Only what is chosen above is in it.
act-papers = Made papers for somebody who has a right to them by law
family-saw-papers = Made papers for somebody who has a right to them by law
watch-act-papers = made papers for somebody who has a right to them by law
