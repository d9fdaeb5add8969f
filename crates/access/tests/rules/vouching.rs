//! Volunteers: the declaration of confidentiality and the police certificate, by dated data (R50).

use crate::support::story::*;
use crate::support::*;
use access::vouching::{Certificate, Vouched};
use access::*;
use dossier::*;
use jiff::civil::{Date, date};

const ADMINISTRATOR: Author = Author { actor: ADMIN, role: Role::Administrator, service: Some(FAMILY_TEAM) };

fn signed(on: Date) -> Vouched {
    Vouched { declared: Some(on), certificate: None }
}

fn notes(house: &House, who: Author, story: &Story, helper: ActorId, vouched: Vouched) -> Option<Rule> {
    match now(house.gate.vouch(&visit(who, story.moment), helper, vouched)) {
        Ok(()) => None,
        Err(ActError::Refused(Refusal::Field { problem: Problem::Date, .. })) => Some(Rule::TooLate),
        Err(ActError::NotFound) => Some(Rule::Closed),
        Err(other) => panic!("{other:?}"),
    }
}

/// The rule that stops somebody from being asked.
fn stopped(house: &House, story: &Story, command: Command) -> Option<Rule> {
    match house.acts(coordinator(KARI), story, command) {
        Ok(_) => None,
        Err(ActError::Refused(Refusal::Rule(rule))) => Some(rule),
        other => panic!("{other:?}"),
    }
}

#[test]
fn r50_what_is_demanded_of_a_volunteer_goes_by_sector_and_is_there_or_not() {
    let rules = Rules::parse(RULES).unwrap();
    let today = day("2026-11-19");
    let shown = |seen| Vouched { certificate: Some(Certificate { seen, on: today }), ..signed(today) };
    let (nothing, declared) = (Vouched::default(), signed(today));
    let (d, c) = (Some(Rule::NotDeclared), Some(Rule::NoCertificate));
    for (sector, law, lacks) in [
        (Sector::Voluntary, None, [d, None, None, None]),
        (Sector::ChildWelfare, Some("bvl § 12-11"), [d, c, c, None]),
        (Sector::CrisisShelter, Some("kril § 7"), [d, c, c, None]),
        (Sector::School, Some("oppl § 17-11"), [d, c, c, None]),
        (Sector::Kindergarten, Some("bhl § 30"), [d, c, c, None]),
    ] {
        let demand = rules.vouching(Role::Volunteer, sector, today).unwrap();
        assert_eq!(demand.certificate.as_deref(), law, "{sector:?}");
        assert_eq!(demand.declaration.as_deref(), Some("fvl § 13 c"), "{sector:?}");
        let found = [nothing, declared, shown(false), shown(true)].map(|it| it.lacks(demand));
        assert_eq!(found, lacks, "{sector:?}");
        assert_eq!(
            rules.vouching(Role::Helper, sector, today),
            None,
            "who is employed has duties of the own"
        );
    }
}

#[test]
fn r50_a_volunteer_is_not_asked_before_the_declaration_is_noted_and_goes_on_with_what_was_asked_before() {
    let mut story = Story::active();
    let today = story.moment.today;
    let before = story.asks(NEIGHBOUR, RED_CROSS, None);
    // A house in which this is noted of the volunteer; each asks once.
    let noted = |vouched: Vouched| {
        let house = House::of(&[&story]);
        assert_eq!(notes(&house, ADMINISTRATOR, &story, NEIGHBOUR, vouched), None);
        house
    };
    let ask = || Command::Ask(request(NEIGHBOUR, RED_CROSS, None, after(today, 7)));
    let joins = || write(membership(NEIGHBOUR, RED_CROSS, today), &[], Audience::Ordinary);
    let teacher = || Command::Ask(request(TEACHER, SCHOOL, None, after(today, 7)));
    let owns = |helper| {
        write(
            Action { owner: Some(Owner::Helper(helper)), ..action("Følge til fotball") },
            &[],
            Audience::Ordinary,
        )
    };
    let invites = |helper| {
        let meeting = Meeting { helpers: vec![helper], ..meeting("2026-12-01") };
        write(meeting, &[], Audience::Ordinary)
    };
    for (command, rule) in [
        (ask(), Some(Rule::NotDeclared)),
        (joins(), Some(Rule::NotDeclared)),
        (owns(NEIGHBOUR), Some(Rule::NotDeclared)),
        (invites(NEIGHBOUR), Some(Rule::NotDeclared)),
        (teacher(), None),
        (owns(TEACHER), None),
        (invites(TEACHER), None),
    ] {
        assert_eq!(stopped(&noted(Vouched::default()), &story, command.clone()), rule, "{command:?}");
        assert_eq!(stopped(&noted(signed(today)), &story, command.clone()), None, "{command:?}");
    }
    // Who was asked before still sees the question and can answer it.
    let visit_of = visit(volunteer(NEIGHBOUR), story.moment);
    let house = noted(Vouched::default());
    let view = now(house.gate.view(&visit_of, story.dossier.family, "answer")).unwrap();
    assert!(view.sees().payload(before).is_some());
    let answers = story.answers(before, story.yes());
    assert!(house.acts(volunteer(NEIGHBOUR), &story, answers).is_ok());
}

#[test]
fn r50_r51_only_whoever_administers_notes_it_of_a_volunteer_alone_with_a_day_that_can_be_meant() {
    let story = Story::active();
    let today = story.moment.today;
    let house = House::of(&[&story]);
    let wrong = Some(Rule::TooLate);
    for (declared, fault) in
        [(today, None), (after(today, 1), wrong), (date(2000, 1, 1), None), (date(1999, 12, 31), wrong)]
    {
        assert_eq!(notes(&house, ADMINISTRATOR, &story, NEIGHBOUR, signed(declared)), fault, "{declared}");
        let certificate = Some(Certificate { seen: false, on: declared });
        let shown = Vouched { declared: None, certificate };
        assert_eq!(notes(&house, ADMINISTRATOR, &story, NEIGHBOUR, shown), fault, "{declared}");
    }
    let nobody = Some(Rule::Closed);
    for other in [coordinator(KARI), intake(), volunteer(NEIGHBOUR), citizen(MOTHER), helper(TEACHER, SCHOOL)]
    {
        assert_eq!(notes(&house, other, &story, NEIGHBOUR, signed(today)), nobody, "{other:?}");
    }
    for other in [TEACHER, ActorId::new(999)] {
        assert_eq!(notes(&house, ADMINISTRATOR, &story, other, signed(today)), nobody);
    }
    let lines = house.memory.lines.lock().unwrap();
    assert!(lines.iter().all(|it| it.act == "vouch" && it.families.is_empty() && it.categories.is_empty()));
    assert_eq!(lines.len(), 4, "one for each that was noted");
    let changed = |it: &Line| (it.outcome, it.ground) == (LineOutcome::Changed, "administrator");
    assert!(lines.iter().all(changed), "{lines:?}");
    assert_eq!(house.memory.refused.lock().unwrap().len(), 7);
}

#[test]
fn r50_a_volunteer_is_told_nothing_on_a_ground_of_law_before_the_declaration_is_noted() {
    let mut story = Story::active();
    let thing = story.writes(coordinator(KARI), goal("Sove"));
    let house = House::of(&[&story]);
    let told = Release {
        thing,
        to: Recipient::Helper(NEIGHBOUR),
        law: "same-purpose".into(),
        purpose: "x".into(),
        need: "x".into(),
        asked: "x".into(),
        best: "x".into(),
        until: after(story.moment.today, 30),
        ended: None,
    };
    let tells = || write(told.clone(), &[], Audience::Coordinator);
    assert_eq!(notes(&house, ADMINISTRATOR, &story, NEIGHBOUR, Vouched::default()), None);
    assert_eq!(stopped(&house, &story, tells()), Some(Rule::NotDeclared));
    assert_eq!(notes(&house, ADMINISTRATOR, &story, NEIGHBOUR, signed(story.moment.today)), None);
    assert_eq!(stopped(&house, &story, tells()), None);
}

#[test]
fn r50_nobody_comes_into_anothers_place_in_the_team_without_the_declaration() {
    let mut story = Story::active();
    let today = story.moment.today;
    let place = story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, today));
    let becomes = story.rewriting::<Membership>(place, |it| {
        (it.helper, it.service) = (NEIGHBOUR, RED_CROSS);
    });
    let ends = story.rewriting::<Membership>(place, |it| it.until = Some(today));
    for (vouched, rule) in [(Vouched::default(), Some(Rule::NotDeclared)), (signed(today), None)] {
        let house = House::of(&[&story]);
        assert_eq!(notes(&house, ADMINISTRATOR, &story, NEIGHBOUR, vouched), None);
        assert_eq!(stopped(&house, &story, becomes.clone()), rule);
    }
    assert_eq!(stopped(&House::of(&[&story]), &story, ends), None, "whoever is there can always leave");
}
