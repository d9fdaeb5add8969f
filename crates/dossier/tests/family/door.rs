//! The door: asking for help, the order of the queue, and a family that asks twice.

use crate::story::*;
use dossier::*;

fn opening(change: impl FnOnce(&mut Opening)) -> Command {
    let mut opening = Opening {
        family: Family { name: "Lind".into(), district: None, source: None },
        people: vec![
            Newcomer { person: Person::named("Ada", "Lind", Generation::Child), services: vec![] },
            Newcomer {
                person: Person::named("Eva", "Lind", Generation::Adult),
                services: vec!["NAV".into()],
            },
        ],
        request: HelpRequest {
            reference: "R-1".into(),
            words: "Vi trenger hjelp".into(),
            wish: String::new(),
            acute: true,
            acute_words: "Strømmen stenges".into(),
            services: vec![],
            reply_by: Moment::instant(day("2026-11-02").at(14, 0, 0, 0)),
            sent_by: None,
        },
    };
    change(&mut opening);
    Command::Open(Box::new(opening))
}

fn empty() -> Story {
    let mut story = Story::asked();
    story.dossier = Dossier::fold(FamilyId::new(99), []);
    story
}

#[test]
fn whoever_asks_needs_no_diagnosis_and_no_birth_date_and_what_was_asked_is_the_askers() {
    let mut story = empty();
    let asked = story.does(citizen(MOTHER), opening(|_| ()));
    let adult = story.all().all::<Person>().find(|it| it.is.generation == Generation::Adult).unwrap();
    assert_eq!(story.dossier.latest(asked).unwrap().subjects, [PersonId::from(adult.id())]);
    let link = story.all().only::<ServiceLink>().unwrap();
    assert_eq!(link.is.person, adult.id().into());
    let course = story.all().only::<Course>().unwrap().is;
    assert_eq!((course.phase.code(), course.acute), ("received", true));
    for person in story.all().all::<Person>() {
        assert_eq!(person.entry.subjects, [PersonId::from(person.id())], "each is about oneself alone");
    }
}

#[test]
fn an_opening_that_cannot_be_meant_is_named_by_its_field() {
    let field = |field, problem| Refusal::Field { field, problem };
    let sender =
        || SentBy { helper: TEACHER, service: SCHOOL, agreed_by: "Eva".into(), how: "i møte".into() };
    let table: Vec<(Command, Refusal)> = vec![
        (opening(|it| it.people.clear()), field("people", Problem::Empty)),
        (opening(|it| it.family.name = " ".into()), field("name", Problem::Empty)),
        (opening(|it| it.people[0].person.given = String::new()), field("given", Problem::Empty)),
        (opening(|it| it.people[0].person.born = Some(day("1800-01-01"))), field("born", Problem::Date)),
        (
            opening(|it| it.people[1].services = vec!["x".repeat(301)]),
            field("services", Problem::TooLong(300)),
        ),
        (opening(|it| it.request.words = "\n".into()), field("words", Problem::Empty)),
        (opening(|it| it.request.words = "x".repeat(4001)), field("words", Problem::TooLong(4000))),
        (opening(|it| it.request.wish = "x".repeat(4001)), field("wish", Problem::TooLong(4000))),
        (
            opening(|it| it.request.acute_words = "x".repeat(4001)),
            field("acute_words", Problem::TooLong(4000)),
        ),
        (
            opening(|it| it.request.sent_by = Some(SentBy { agreed_by: String::new(), ..sender() })),
            field("agreed_by", Problem::Empty),
        ),
        (
            opening(|it| it.request.sent_by = Some(SentBy { how: String::new(), ..sender() })),
            field("how", Problem::Empty),
        ),
    ];
    for (command, expected) in table {
        assert_eq!(empty().refuses(citizen(MOTHER), command), expected);
    }
    empty().does(helper(TEACHER, SCHOOL), opening(|it| it.request.sent_by = Some(sender())));
}

#[test]
fn a_dossier_is_opened_once() {
    let mut story = Story::asked();
    assert_eq!(story.refuses(citizen(MOTHER), opening(|_| ())), Refusal::Rule(Rule::WrongPhase));
}

#[test]
fn a_place_in_the_queue_has_a_reason_and_is_looked_at_again() {
    let mut story = Story::asked();
    let queue = |change: fn(&mut String, &mut String, &mut jiff::civil::Date, &mut Option<String>)| {
        let (mut ground, mut why) = ("load".to_owned(), "Mye på en gang".to_owned());
        let (mut review, mut raised) = (day("2026-11-16"), None);
        change(&mut ground, &mut why, &mut review, &mut raised);
        Command::Queue { ground, why, review, interim: RANDI, raised }
    };
    let field = |field, problem| Refusal::Field { field, problem };
    let table = [
        (queue(|ground, _, _, _| ground.clear()), field("ground", Problem::Empty)),
        (queue(|_, why, _, _| why.clear()), field("why", Problem::Empty)),
        (queue(|_, _, review, _| *review = day("2026-11-02")), field("review", Problem::Date)),
        (queue(|_, _, _, raised| *raised = Some(" ".into())), Refusal::Rule(Rule::NeedsReason)),
    ];
    for (command, expected) in table {
        assert_eq!(story.refuses(intake(), command), expected);
    }
    story.does(intake(), queue(|_, _, _, _| ()));
    assert_eq!(story.phase(), "waiting");
    assert_eq!(interim_contact(&story.all()), Some(RANDI));
}

#[test]
fn looking_at_a_place_again_does_not_begin_the_wait_anew() {
    let mut story = Story::queued();
    let since = story.all().only::<Course>().unwrap().is.since;
    story.later(14);
    story.does(intake(), story.queue("infant"));
    assert_eq!(story.all().only::<Course>().unwrap().is.since, since);
}

#[test]
fn the_interim_contact_stays_while_a_coordinator_is_offered() {
    let mut story = Story::offered();
    assert_eq!(interim_contact(&story.all()), Some(RANDI));
    story.does(citizen(MOTHER), family_says(true));
    story.does(coordinator(KARI), coordinator_says(true));
    assert_eq!(interim_contact(&story.all()), None, "now the coordinator is the one to ring");
}

fn place(story: &Story) -> Option<QueuePlace> {
    queue_order(&story.all(), &story.rules, story.moment)
}

/// A family in the queue.
fn waiting(reference: &str, on: &str, acute: bool, ground: &str, raised: Option<&str>) -> Story {
    let mut story = Story::asked_as(7, on, reference, acute);
    let Command::Queue { why, review, interim, .. } = story.queue(ground) else { unreachable!() };
    let raised = raised.map(Into::into);
    story.does(intake(), Command::Queue { ground: ground.into(), why, review, interim, raised });
    story
}

#[test]
fn the_queue_goes_by_lane_then_a_persons_reason_then_ground_then_date_and_nothing_else() {
    let expected = [
        ("acute, asked last", waiting("R-9", "2026-11-20", true, "ordinary", None)),
        ("put first with a reason", waiting("R-8", "2026-11-19", false, "ordinary", Some("Flytter"))),
        ("safety", waiting("R-7", "2026-11-18", false, "safety", None)),
        ("housing", waiting("R-6", "2026-11-17", false, "housing", None)),
        ("infant", waiting("R-5", "2026-11-16", false, "infant", None)),
        ("transition", waiting("R-4", "2026-11-13", false, "transition", None)),
        ("load", waiting("R-3", "2026-11-12", false, "load", None)),
        ("ordinary, asked first", waiting("R-2", "2026-11-02", false, "ordinary", None)),
        ("nobody has answered yet", Story::asked_as(7, "2026-11-03", "R-1", false)),
        ("the same day: the receipt decides", Story::asked_as(7, "2026-11-03", "R-10", false)),
        ("a ground that nobody knows goes last", waiting("R-0", "2026-01-02", false, "tradition", None)),
    ];
    let moment = morning(day("2026-12-01"));
    let mut order: Vec<_> = expected
        .iter()
        .rev()
        .map(|(name, story)| (queue_order(&story.all(), &story.rules, moment).unwrap(), *name))
        .collect();
    order.sort();
    let names: Vec<_> = order.iter().map(|(_, name)| *name).collect();
    assert_eq!(names, expected.each_ref().map(|(name, _)| *name));
    assert!(order.windows(2).all(|pair| pair[0].0 < pair[1].0), "no two families are equal");
}

#[test]
fn families_without_a_receipt_are_still_in_one_order() {
    let imported = |family| {
        let mut story = Story::asked_as(family, "2026-11-02", "R", false);
        let without = |entry: &Entry| !matches!(entry.payload, Payload::HelpRequest(_));
        story.dossier = story.dossier.only_where(without);
        story
    };
    assert_ne!(place(&imported(7)), place(&imported(8)));
}

#[test]
fn a_family_that_comes_back_waits_from_the_day_it_came_back() {
    let mut story = Story::asked_as(7, "2026-01-05", "R-1", true);
    story.does(intake(), closes(CloseReason::NotStarted));
    story.on("2026-11-16");
    story.does(intake(), story.queue("ordinary"));
    let now = place(&story).unwrap();
    assert_eq!(now.asked, day("2026-11-16"));
    assert_eq!(now.lane, 1, "what was acute last winter is not acute now");
}

#[test]
fn only_who_waits_has_a_place_in_the_queue() {
    assert!(place(&Story::asked()).is_some() && place(&Story::queued()).is_some());
    let mut closed = Story::asked();
    closed.does(intake(), closes(CloseReason::NotStarted));
    for story in [Story::offered(), Story::active(), closed] {
        assert_eq!(place(&story), None, "{}", story.phase());
    }
}

/// The second request is taken in under the first.
fn merge_into(story: &mut Story, second: &mut Story, why: &str) -> Result<(), Refusal> {
    both(story, second, |first, second, scribe| merge(first, second, why, scribe))
}

fn unmerge_from(story: &mut Story, second: &mut Story) -> Result<(), Refusal> {
    both(story, second, unmerge)
}

type Both = Result<(Vec<Entry>, Vec<Entry>), Refusal>;

fn both(
    story: &mut Story,
    second: &mut Story,
    how: impl FnOnce(&Dossier, &Dossier, &mut Scribe<'_>) -> Both,
) -> Result<(), Refusal> {
    let limits = story.limits();
    let mut next = 900_000 + story.dossier.version() + second.dossier.version();
    let mut random = || {
        next += 1;
        next
    };
    let mut scribe = Scribe { moment: story.moment, author: intake(), limits: &limits, random: &mut random };
    let (here, there) = how(&story.dossier, &second.dossier, &mut scribe)?;
    story.record(here);
    second.record(there);
    Ok(())
}

/// What a dossier says now, without history.
fn says(story: &Story) -> Vec<Payload> {
    let same_day = |payload: &Payload| match payload {
        Payload::Course(course) => Course { since: day("2026-01-01"), ..course.clone() }.wrap(),
        other => other.clone(),
    };
    let all = story.all();
    let mut things: Vec<ThingId> = story.dossier.entries().map(|entry| entry.thing).collect();
    things.sort();
    things.dedup();
    things
        .into_iter()
        .filter_map(|thing| all.payload(thing))
        .filter(|payload| !matches!(payload, Payload::Removed(_)))
        .map(same_day)
        .collect()
}

#[test]
fn a_request_that_was_taken_in_is_read_where_it_went_and_set_aside_whole() {
    let (mut first, mut second) = (Story::queued(), Story::asked_as(8, "2026-11-09", "R-2", false));
    first.on("2026-11-10");
    merge_into(&mut first, &mut second, "Samme mor").unwrap();
    assert_eq!(second.phase(), "merged");
    let all = first.all();
    let merged = all.only::<Merge>().unwrap();
    assert_eq!(merged.is.words, "Vi får det ikke til alene.");
    assert_eq!(merged.entry.audience, Audience::Coordinator, "who asked there is not known to all here");
    let closed = second.refuses(intake(), second.queue("load"));
    assert_eq!(closed, Refusal::Rule(Rule::WrongPhase));
    let refusal = second.refuses(intake(), write(need("x"), &[], Audience::Ordinary));
    assert_eq!(refusal, Refusal::Rule(Rule::Closed));
}

#[test]
fn merge_and_unmerge_restore_both() {
    let mut closed = Story::active();
    closed.does(coordinator(KARI), closes(CloseReason::OwnWish));
    for mut first in [Story::asked(), Story::queued(), Story::offered(), Story::active(), closed] {
        for acute in [false, true] {
            let mut second = Story::asked_as(8, "2026-10-12", "R-2", acute);
            first.on("2026-11-20");
            let before = (says(&first), says(&second));
            let places = (place(&first), place(&second));
            merge_into(&mut first, &mut second, "Samme familie").unwrap();
            first.later(2);
            unmerge_from(&mut first, &mut second).unwrap();
            assert_eq!((says(&first), says(&second)), before, "{} {acute}", first.phase());
            assert_eq!((place(&first), place(&second)), places, "both keep their places");
            assert_eq!(unmerge_from(&mut first, &mut second), Err(Refusal::Missing), "once");
        }
    }
}

#[test]
fn what_is_acute_stays_acute_through_a_merge_and_the_better_date_counts() {
    let mut first = Story::queued();
    let mut second = Story::asked_as(8, "2026-10-12", "R-2", true);
    merge_into(&mut first, &mut second, "Samme familie").unwrap();
    let now = place(&first).unwrap();
    assert_eq!((now.lane, now.asked), (0, day("2026-10-12")));

    let mut offered = Story::offered();
    let mut second = Story::asked_as(8, "2026-11-02", "R-2", true);
    merge_into(&mut offered, &mut second, "Samme familie").unwrap();
    assert_eq!(offered.phase(), "offered", "who is asked is asked still");
    offered.does(coordinator(KARI), coordinator_says(false));
    assert_eq!(place(&offered).unwrap().lane, 0, "and a no puts the family in the acute lane");
}

#[test]
fn a_family_whose_help_had_ended_stands_in_the_queue_again_when_it_asks_anew() {
    let mut first = Story::active();
    first.does(coordinator(KARI), closes(CloseReason::GoalsReached));
    let mut second = Story::asked_as(8, "2027-02-01", "R-2", false);
    first.on("2027-02-03");
    merge_into(&mut first, &mut second, "Samme familie").unwrap();
    assert_eq!((first.phase(), first.lead()), ("received", None));
    assert_eq!(place(&first).unwrap().asked, day("2027-02-01"));
}

#[test]
fn a_coordinator_is_told_that_the_family_has_asked_once_more() {
    let mut first = Story::active();
    let mut second = Story::asked_as(8, "2026-11-20", "R-2", false);
    first.on("2026-11-20");
    merge_into(&mut first, &mut second, "Samme familie").unwrap();
    first.later(3);
    assert_eq!(first.attention()[0], ("voice-unanswered", 3));
    let merged = first.all().only::<Merge>().unwrap().id();
    first.writes(coordinator(KARI), reply(merged, "Jeg har ringt"));
    assert_eq!(first.needs("voice-unanswered"), None);
}

#[test]
fn a_merge_that_would_lose_a_family_is_refused() {
    let (mut first, mut second) = (Story::asked(), Story::asked_as(8, "2026-11-02", "R-2", false));
    assert_eq!(merge_into(&mut first, &mut second, " "), Err(Refusal::Rule(Rule::NeedsReason)));
    let mut same = Story::asked();
    let refusal = merge_into(&mut first, &mut same, "Samme");
    assert_eq!(refusal, Err(Refusal::Rule(Rule::SamePerson)));
    for mut further in [Story::offered(), Story::active()] {
        further.dossier.family = FamilyId::new(8);
        let refusal = merge_into(&mut first, &mut further, "Samme");
        assert_eq!(refusal, Err(Refusal::Rule(Rule::WrongPhase)), "somebody is at work there");
    }
    merge_into(&mut first, &mut second, "Samme").unwrap();
    let mut third = Story::asked_as(9, "2026-11-02", "R-3", false);
    let refusal = merge_into(&mut second, &mut third, "Samme");
    assert_eq!(refusal, Err(Refusal::Rule(Rule::WrongPhase)), "nobody reads what is set aside");
    assert_eq!(unmerge_from(&mut first, &mut third), Err(Refusal::Missing));
}

#[test]
fn a_day_counts_a_family_in_one_phase_only_also_around_a_merge() {
    let (mut first, mut second) = (Story::asked(), Story::asked_as(8, "2026-11-02", "R-2", false));
    first.on("2026-11-09");
    merge_into(&mut first, &mut second, "Samme").unwrap();
    first.on("2026-11-16");
    unmerge_from(&mut first, &mut second).unwrap();
    let rows = lists(&second.dossier).course;
    for days in 0..30 {
        let on = after(day("2026-11-02"), days);
        let phases: Vec<_> = rows
            .iter()
            .filter(|row| row.from <= on && row.until.is_none_or(|until| on < until))
            .map(|row| row.phase)
            .collect();
        let expected = if (7..14).contains(&days) { "merged" } else { "received" };
        assert_eq!(phases, [expected], "{on}");
    }
}
