//! Tell it once: facts with their versions, applications from draft to complaint, and what the coordinator is told.
//!
//! The family became active on Monday 2 November 2026. The limits are those that Veven is shipped with.

use crate::story::*;
use dossier::*;

const NAME: &str = "household.income_year_nok";

fn home(story: &Story) -> FactOf {
    FactOf::Home { adult: story.mother }
}

fn tells(story: &mut Story, fact: Fact) -> ThingId {
    story.does(citizen(MOTHER), Command::Tell { facts: vec![fact], keep: Vec::new() })
}

fn prepares(story: &mut Story, right: &str, child: Option<PersonId>) -> ThingId {
    let (applicant, category) = (story.mother, Category::Economy);
    let draft = Draft { right: right.into(), applicant, child, category };
    story.does(citizen(MOTHER), Command::Apply(Applying::Prepare(vec![draft])))
}

fn sending(story: &Story, draft: ThingId) -> Sending {
    Sending {
        application: story.seen(draft),
        facts: Vec::new(),
        receiver: Some(Receiver { service: SCHOOL, helper: TEACHER }),
        phone: "400 00 501".into(),
        answer_by: Some(after(story.moment.today, 30)),
        asked: 1,
        reused: 3,
        decision: None,
    }
}

fn sends(story: &mut Story, sending: Sending) -> ThingId {
    story.does(citizen(MOTHER), Command::Apply(Applying::Send(vec![sending])))
}

/// An application that lies with the teacher since Monday 2 November, with an answer due on 2 December.
fn sent(story: &mut Story) -> ThingId {
    let draft = prepares(story, "a", None);
    let sending = sending(story, draft);
    sends(story, sending)
}

fn does(story: &mut Story, author: Author, act: Applying) -> ThingId {
    story.does(author, Command::Apply(act))
}

fn refuses(story: &mut Story, author: Author, act: Applying) -> Refusal {
    story.refuses(author, Command::Apply(act))
}

fn stage(story: &Story, thing: ThingId) -> Stage {
    story.now::<Application>(thing).stage()
}

fn teacher() -> Author {
    helper(TEACHER, SCHOOL)
}

#[test]
fn a_fact_that_is_told_again_is_a_version_of_the_same_thing() {
    let mut story = Story::active();
    let today = story.moment.today;
    let (of, boy) = (home(&story), story.boy);
    let first = tells(&mut story, fact(NAME, of, "200000", today));
    let again = tells(&mut story, Fact { way: FactWay::Corrected, ..fact(NAME, of, "210000", today) });
    assert_eq!(first, again);
    assert_eq!(told(&story.all(), NAME, of).unwrap().is.value.as_deref(), Some("210000"));
    assert_eq!(story.all().versions(first).len(), 2);
    let of_child = tells(&mut story, fact(NAME, FactOf::Child { child: boy }, "1", today));
    assert_ne!(of_child, first, "the same name of somebody else is another fact");
    assert_eq!(story.all().versions(first)[0].subjects, [story.mother]);
}

#[test]
fn what_is_told_as_it_stood_is_no_news() {
    let mut story = Story::active();
    let today = story.moment.today;
    let of = home(&story);
    let told = Fact { way: FactWay::Corrected, ..fact(NAME, of, "200000", today) };
    tells(&mut story, told.clone());
    let version = story.dossier.version();
    tells(&mut story, told);
    assert_eq!(story.dossier.version(), version);
}

#[test]
fn a_question_about_what_was_known_is_counted() {
    let mut story = Story::active();
    let today = story.moment.today;
    let of = home(&story);
    let sum = |story: &Story| -> (u32, u32) {
        let told = lists(&story.dossier).told;
        (told.iter().map(|row| row.asked).sum(), told.iter().map(|row| row.again).sum())
    };
    tells(&mut story, Fact { value: None, ..fact(NAME, of, "", today) });
    tells(&mut story, fact(NAME, of, "200000", today));
    assert_eq!(sum(&story), (2, 0), "somebody who did not know has not been asked twice");
    tells(&mut story, Fact { way: FactWay::Corrected, ..fact(NAME, of, "210000", today) });
    assert_eq!(sum(&story), (2, 0), "what somebody puts right was not asked");
    tells(&mut story, fact(NAME, of, "210000", today));
    assert_eq!(sum(&story), (3, 1));
}

#[test]
fn a_fact_is_about_somebody_who_is_there_and_never_tells_where_anybody_lives() {
    let mut story = Story::active();
    let today = story.moment.today;
    let (mother, girl) = (story.mother, story.girl);
    let mut refused =
        |fact| story.refuses(citizen(MOTHER), Command::Tell { facts: vec![fact], keep: Vec::new() });
    let stranger = FactOf::Child { child: PersonId::new(99) };
    assert!(matches!(refused(fact(NAME, stranger, "1", today)), Refusal::Field { field: "of", .. }));
    let grown = FactOf::Child { child: mother };
    assert!(matches!(refused(fact(NAME, grown, "1", today)), Refusal::Field { field: "of", .. }));
    let tomorrow = after(today, 1);
    let of = FactOf::Child { child: girl };
    assert!(matches!(refused(fact(NAME, of, "1", tomorrow)), Refusal::Field { field: "on", .. }));
    let where_ = Fact { category: Category::Location, ..fact(NAME, of, "1", today) };
    assert_eq!(refused(where_), Refusal::Rule(Rule::AddressNotKept));
}

#[test]
fn the_same_is_not_prepared_twice_and_each_child_has_its_own() {
    let mut story = Story::active();
    let (boy, girl) = (story.boy, story.girl);
    let first = prepares(&mut story, "a", Some(boy));
    assert_eq!(prepares(&mut story, "a", Some(boy)), first);
    assert_ne!(prepares(&mut story, "a", Some(girl)), first);
    does(&mut story, citizen(MOTHER), Applying::Withdraw((first, 1)));
    assert_ne!(prepares(&mut story, "a", Some(boy)), first, "what was dropped can be begun anew");
}

#[test]
fn a_form_fills_facts_and_words_at_once() {
    let mut story = Story::active();
    let today = story.moment.today;
    let draft = prepares(&mut story, "a", None);
    let facts = vec![fact(NAME, home(&story), "200000", today)];
    let words = vec![(story.seen(draft), "Vi får det ikke til å gå rundt".to_owned())];
    does(&mut story, citizen(MOTHER), Applying::Fill { facts, words });
    assert_eq!(story.now::<Application>(draft).words, "Vi får det ikke til å gå rundt");
    assert!(told(&story.all(), NAME, home(&story)).is_some());
    let words = vec![((draft, 1), "For sent".to_owned())];
    let stale = refuses(&mut story, citizen(MOTHER), Applying::Fill { facts: Vec::new(), words });
    assert_eq!(stale, Refusal::Stale { thing: draft });
}

#[test]
fn what_is_sent_stands_and_goes_through_its_steps_in_order() {
    let mut story = Story::active();
    let thing = sent(&mut story);
    assert_eq!(stage(&story, thing), Stage::Sent);
    let is = story.now::<Application>(thing);
    assert_eq!(is.sent.as_ref().unwrap().applicant, is_named(&story));
    let seen = story.seen(thing);
    let again = Sending { application: seen, ..sending(&story, thing) };
    assert_eq!(
        refuses(&mut story, citizen(MOTHER), Applying::Send(vec![again])),
        Refusal::Rule(Rule::AlreadySent)
    );
    does(&mut story, teacher(), Applying::Receive(seen));
    assert_eq!(stage(&story, thing), Stage::Received);
    let (seen, by) = (story.seen(thing), after(story.moment.today, 7));
    does(
        &mut story,
        teacher(),
        Applying::AskMore { application: seen, words: "Hvor mange netter?".into(), by },
    );
    assert_eq!(stage(&story, thing), Stage::MoreNeeded);
    story.later(5);
    let seen = story.seen(thing);
    does(&mut story, citizen(MOTHER), Applying::AnswerMore { application: seen, words: "Fire".into() });
    assert_eq!(stage(&story, thing), Stage::Received);
    let due = story.now::<Application>(thing).answer_by();
    assert_eq!(due, Some(day("2026-12-07")), "five days in which the family had the word do not count");
    let last = after(story.moment.today, 21);
    let no = Decision { complain_by: Some(last), ..decision(DecisionKind::Refused, story.moment.today) };
    let seen = story.seen(thing);
    does(&mut story, teacher(), Applying::Decide { application: seen, decision: no });
    assert_eq!(stage(&story, thing), Stage::Decided);
    let seen = story.seen(thing);
    does(
        &mut story,
        citizen(MOTHER),
        Applying::Complain { application: seen, words: "Nettene er glemt".into() },
    );
    assert_eq!(stage(&story, thing), Stage::Complained);
    let (application, words) = (story.seen(thing), "Vi ser det nå".to_owned());
    does(&mut story, teacher(), Applying::AnswerComplaint { application, changed: true, words });
    assert_eq!(stage(&story, thing), Stage::Settled);
    let seen = story.seen(thing);
    assert_eq!(
        refuses(&mut story, citizen(MOTHER), Applying::Withdraw(seen)),
        Refusal::Rule(Rule::ApplicationStep)
    );
}

fn is_named(story: &Story) -> String {
    story.all().person(story.mother).unwrap().full_name()
}

#[test]
fn a_no_says_why_and_a_complaint_comes_in_time() {
    let mut story = Story::active();
    let thing = sent(&mut story);
    let today = story.moment.today;
    let bare = Decision { words: String::new(), ..decision(DecisionKind::Refused, today) };
    let application = story.seen(thing);
    let refusal = refuses(&mut story, teacher(), Applying::Decide { application, decision: bare });
    assert!(matches!(refusal, Refusal::Field { field: "words", problem: Problem::Empty }));
    let last = after(today, 21);
    let no = Decision { complain_by: Some(last), ..decision(DecisionKind::Refused, today) };
    does(&mut story, teacher(), Applying::Decide { application, decision: no });
    for (later, in_time) in [(20, true), (1, true), (1, false)] {
        story.later(later);
        assert_eq!(story.now::<Application>(thing).may_complain(story.moment.today), in_time);
    }
    let application = story.seen(thing);
    let late = refuses(&mut story, citizen(MOTHER), Applying::Complain { application, words: "Nei".into() });
    assert_eq!(late, Refusal::Rule(Rule::TooLate));
}

#[test]
fn a_machine_says_yes_and_nothing_else() {
    let mut story = Story::active();
    let today = story.moment.today;
    let draft = prepares(&mut story, "a", None);
    let yes = Decision { automatic: Some("§ 3e".into()), ..decision(DecisionKind::Granted, today) };
    for not in [
        Decision { verdict: DecisionKind::Refused, ..yes.clone() },
        Decision { verdict: DecisionKind::Partly, ..yes.clone() },
        Decision { automatic: None, ..yes.clone() },
    ] {
        let sending = Sending { decision: Some(not), ..sending(&story, draft) };
        let refusal = refuses(&mut story, citizen(MOTHER), Applying::Send(vec![sending]));
        assert_eq!(refusal, Refusal::Rule(Rule::ApplicationStep));
    }
    let sending = Sending { decision: Some(yes), ..sending(&story, draft) };
    let thing = sends(&mut story, sending);
    assert_eq!(stage(&story, thing), Stage::Decided);
    let versions = story.all().versions(thing);
    assert_eq!(versions[versions.len() - 2].author.role, Role::Citizen, "the application is the family's");
    assert_eq!(versions[versions.len() - 1].author.role, Role::System, "the answer is not");
    assert_eq!(lists(&story.dossier).told.iter().map(|row| row.automatic).sum::<u32>(), 1);
}

#[test]
fn a_draft_that_does_not_follow_keeps_what_it_had() {
    let mut story = Story::active();
    let today = story.moment.today;
    let of = home(&story);
    tells(&mut story, fact(NAME, of, "200000", today));
    let (follows, stays) = (prepares(&mut story, "a", None), prepares(&mut story, "b", None));
    let (name, value, source) = (NAME.to_owned(), "200000".to_owned(), String::new());
    let keep = vec![(stays, Given { name, of, value, on: today, source })];
    let facts = vec![Fact { way: FactWay::Corrected, ..fact(NAME, of, "210000", today) }];
    story.does(citizen(MOTHER), Command::Tell { facts, keep });
    assert!(story.now::<Application>(follows).facts.is_empty());
    assert_eq!(story.now::<Application>(stays).facts[0].value, "200000");
}

#[test]
fn what_was_sent_is_counted_by_month() {
    let mut story = Story::active();
    sent(&mut story);
    let row = lists(&story.dossier).told;
    assert_eq!((row[0].month, row[0].sent, row[0].reused, row[0].needed), (day("2026-11-01"), 1, 3, 1));
    story.on("2026-12-03");
    let draft = prepares(&mut story, "b", None);
    let sending = sending(&story, draft);
    sends(&mut story, sending);
    assert_eq!(lists(&story.dossier).told.iter().map(|row| row.sent).collect::<Vec<_>>(), [1, 1]);
}

#[test]
fn an_application_is_found_by_whoever_answers_it_and_by_nobody_before_it_is_sent() {
    let mut story = Story::active();
    let draft = prepares(&mut story, "a", None);
    let reaches = |story: &Story| lists(&story.dossier).reach.iter().any(|row| row.actor == TEACHER);
    assert!(!reaches(&story));
    let sending = sending(&story, draft);
    let thing = sends(&mut story, sending);
    assert!(reaches(&story));
    assert_eq!(story.now::<Application>(thing).receiver.map(|to| to.helper), Some(TEACHER));
    let application = story.seen(thing);
    does(&mut story, teacher(), Applying::PassOn { application, to: NURSE });
    assert_eq!(story.now::<Application>(thing).receiver.map(|to| to.helper), Some(NURSE));
    let items = lists(&story.dossier).items;
    let item = items.iter().find(|item| item.kind == ItemKind::Application).unwrap();
    assert_eq!((item.owner, item.due), (Some(NURSE), Some(day("2026-12-02"))));
}

#[test]
fn the_coordinator_is_told_the_day_after_an_answer_was_due() {
    let mut story = Story::active();
    sent(&mut story);
    let days = ["2026-12-02", "2026-12-03"];
    assert_eq!(days.map(|day| story.on(day).needs("application-late")), [None, Some(1)]);
}

#[test]
fn where_law_sets_no_time_the_house_asks_after_its_own() {
    let mut story = Story::active();
    let draft = prepares(&mut story, "a", None);
    let sending = Sending { answer_by: None, ..sending(&story, draft) };
    sends(&mut story, sending);
    let limit = i32::from(story.limits().application_days);
    assert_eq!(story.later(limit).needs("application-late"), None);
    assert_eq!(story.later(1).needs("application-late"), Some(1));
}

#[test]
fn a_complaint_has_a_clock_of_its_own() {
    let mut story = Story::active();
    let thing = sent(&mut story);
    story.on("2026-11-30");
    let no = decision(DecisionKind::Refused, story.moment.today);
    let no = Decision { complain_by: Some(day("2026-12-21")), ..no };
    let application = story.seen(thing);
    does(&mut story, teacher(), Applying::Decide { application, decision: no });
    story.on("2026-12-20");
    let application = story.seen(thing);
    does(&mut story, citizen(MOTHER), Applying::Complain { application, words: "Nei".into() });
    let limit = i32::from(story.limits().application_days);
    assert_eq!(story.later(limit).needs("application-late"), None);
    assert_eq!(story.later(1).needs("application-late"), Some(1));
}

#[test]
fn nobody_is_late_with_what_the_family_has_not_delivered() {
    let mut story = Story::active();
    let draft = prepares(&mut story, "a", None);
    let sending = Sending { receiver: None, ..sending(&story, draft) };
    let thing = sends(&mut story, sending);
    assert_eq!(story.on("2026-12-20").needs("application-late"), None);
    let seen = story.seen(thing);
    does(&mut story, citizen(MOTHER), Applying::Receive(seen));
    assert!(story.needs("application-late").is_some(), "delivered, and the answer was due");
}

#[test]
fn what_is_asked_of_the_family_and_what_runs_out_is_told_ahead() {
    let mut story = Story::active();
    let thing = sent(&mut story);
    let (application, by) = (story.seen(thing), day("2026-11-20"));
    does(&mut story, teacher(), Applying::AskMore { application, words: "Hva?".into(), by });
    let days = ["2026-11-05", "2026-11-06", "2026-11-20", "2026-11-21"];
    assert_eq!(days.map(|day| story.on(day).needs("more-needed")), [None, Some(14), Some(0), Some(1)]);
    let application = story.seen(thing);
    does(&mut story, citizen(MOTHER), Applying::AnswerMore { application, words: "Dette".into() });
    assert_eq!(story.needs("more-needed"), None);
    let today = story.moment.today;
    let no = Decision { complain_by: Some(day("2026-12-12")), ..decision(DecisionKind::Partly, today) };
    let no = Decision { until: Some(day("2027-03-31")), ..no };
    let application = story.seen(thing);
    does(&mut story, teacher(), Applying::Decide { application, decision: no });
    let days = ["2026-12-01", "2026-12-02", "2026-12-12", "2026-12-13"];
    assert_eq!(days.map(|day| story.on(day).needs("complaint-soon")), [None, Some(10), Some(0), None]);
    let days = ["2027-01-29", "2027-01-30", "2027-03-31", "2027-04-01"];
    assert_eq!(days.map(|day| story.on(day).needs("renewal-soon")), [None, Some(60), Some(0), None]);
    story.on("2027-02-10");
    prepares(&mut story, "a", None);
    assert_eq!(story.needs("renewal-soon"), None, "it is applied for anew");
}
