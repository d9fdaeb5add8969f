//! To save life or health (R46), and the second person behind a place among the few (R84).

use crate::support::story::*;
use crate::support::*;
use access::*;
use dossier::*;
use std::sync::atomic::{AtomicU64, Ordering};

fn nurse() -> Author {
    helper(NURSE, HEALTH_STATION)
}

fn leader() -> Author {
    Author { actor: LEADER, role: Role::Leader, service: Some(FAMILY_TEAM) }
}

fn key(who: Author) -> Key {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let key = format!("emergency-{}", NEXT.fetch_add(1, Ordering::Relaxed));
    Key { actor: who.actor, key, body: [0; 32] }
}

fn leila() -> Sought {
    Sought { given: "leila ".into(), surname: "HADDAD".into(), born: day("2010-11-20") }
}

fn opens(
    house: &House,
    who: Author,
    moment: Moment,
    sought: &Sought,
    untold: Option<&str>,
) -> Result<FamilyId, ActError> {
    let why = "Hun svarer ikke, og har sagt at hun vil dø.".to_owned();
    now(house.gate.open_in_emergency(&visit(who, moment), sought, why, untold.map(str::to_owned), key(who)))
}

fn missing<T>(result: Result<T, ActError>) -> bool {
    matches!(result, Err(ActError::NotFound))
}

/// The family with something of many kinds about the girl, and how it now stands in the house.
fn with_much() -> (Story, Vec<(Category, ThingId)>) {
    let mut story = Story::active();
    let girl = story.girl;
    let things = Category::ALL
        .iter()
        .map(|category| {
            let strength = Strength { words: format!("om {}", category.code()) };
            (*category, files(&mut story, coordinator(KARI), strength, &[girl], *category))
        })
        .collect();
    (story, things)
}

fn as_it_stands(house: &House, story: &Story) -> Story {
    let dossier = house.memory.dossiers.lock().unwrap()[&story.dossier.family].as_ref().clone();
    let mut story = story.clone();
    story.dossier = dossier;
    story
}

#[test]
fn r46_an_emergency_opens_contact_and_bodily_health_and_nothing_else() {
    let (story, things) = with_much();
    let house = House::of(&[&story]);
    assert!(house.view(nurse(), &story).is_err(), "she has no other ground");
    assert_eq!(opens(&house, nurse(), story.moment, &leila(), None).unwrap(), story.dossier.family);
    let now_there = as_it_stands(&house, &story);
    for other in [Author { actor: JONAS, ..nurse() }, helper(NURSE, SCHOOL)] {
        assert!(
            house.view(other, &now_there).is_err(),
            "{other:?}: it is hers, in the service she opened it for"
        );
    }
    let view = house.view(nurse(), &story).unwrap();
    for (category, thing) in things {
        let open = matches!(category, Category::Contact | Category::HealthSomatic);
        assert_eq!(view.sees().payload(thing).is_some(), open, "{category:?}");
    }
    let only = [Category::Contact, Category::HealthSomatic];
    assert!(view.sees().history().all(|(entry, _)| only.contains(&entry.category)));
    assert_eq!(view.main_ground(), Some(Ground::Emergency));
}

#[test]
fn r46_it_ends_by_itself_on_the_minute_also_after_somebody_has_looked_at_it() {
    let (story, _) = with_much();
    let house = House::of(&[&story]);
    opens(&house, nurse(), story.moment, &leila(), None).unwrap();
    let until = house.view(nurse(), &story).unwrap().standing().emergency.unwrap();
    let hours = i64::from(story.limits().emergency_hours);
    assert_eq!(until, story.moment.at + jiff::SignedDuration::from_hours(hours));
    let second = jiff::SignedDuration::from_secs(1);
    let at = |at| {
        let mut story = story.clone();
        story.moment = Moment::of(at);
        story
    };
    assert!(house.view(nurse(), &at(until - second)).is_ok());
    assert!(house.view(nurse(), &at(until)).is_err());
    let half = Moment::of(story.moment.at + jiff::SignedDuration::from_mins(30));
    let opened = now(house.gate.emergencies(&visit(leader(), half))).unwrap().remove(0);
    let words = "Riktig.".to_owned();
    now(house.gate.check_emergency(
        &visit(leader(), half),
        opened.family,
        opened.seen,
        Verdict { right: true, words, tell: false },
        key(leader()),
    ))
    .unwrap();
    assert!(house.view(nurse(), &at(until - second)).is_ok(), "the check closes nothing early");
    assert!(house.view(nurse(), &at(until)).is_err(), "and opens nothing longer");
}

#[test]
fn r46_it_gives_no_right_to_write() {
    let (story, _) = with_much();
    let house = House::of(&[&story]);
    opens(&house, nurse(), story.moment, &leila(), None).unwrap();
    let girl = [story.girl];
    for command in [
        write(need("Hjelp"), &girl, Audience::Ordinary),
        write(contact(ContactKind::Call, story.moment.today), &girl, Audience::Ordinary),
        write(Strength { words: "x".into() }, &girl, Audience::Ordinary),
        Command::StepDown,
        closes(CloseReason::OwnWish),
    ] {
        assert!(missing(house.acts(nurse(), &story, command.clone())), "{command:?}");
    }
}

#[test]
fn r46_whoever_is_not_found_and_whoever_may_not_is_one_answer_and_is_noted() {
    let (mut story, _) = with_much();
    let girl = story.girl;
    let conflict = Conflict { helper: NURSE, why: "Tante".into(), ended: None };
    story.does(coordinator(KARI), write(conflict, &[girl], Audience::Coordinator));
    let house = House::of(&[&story]);
    assert!(missing(opens(&house, nurse(), story.moment, &leila(), None)), "R24: a conflict of interest");
    let stranger = Sought { given: "Leila".into(), surname: "Haddad".into(), born: day("2010-11-21") };
    let teacher = helper(TEACHER, SCHOOL);
    assert!(missing(opens(&house, teacher, story.moment, &stranger, None)), "nobody of that date");
    for (given, surname) in [("Laila", "Haddad"), ("Leila", "Hadad")] {
        let like = Sought { given: given.into(), surname: surname.into(), ..leila() };
        assert!(missing(opens(&house, teacher, story.moment, &like, None)), "{given} {surname}: no search");
    }
    for who in [volunteer(NEIGHBOUR), leader(), citizen(FATHER)] {
        assert!(missing(opens(&house, who, story.moment, &leila(), None)), "{who:?}");
    }
    // The same girl in two dossiers: nobody can say which, so neither opens.
    let other = Story::asked_as(8, "2026-11-02", "R-0008", false);
    let two = House::of(&[&story, &other]);
    assert!(missing(opens(&two, teacher, story.moment, &leila(), None)), "two of the same name");
    let noted = house.memory.refused.lock().unwrap();
    assert_eq!(noted.iter().filter(|line| line.act == "open-in-emergency").count(), 4);
    assert!(noted.iter().all(|line| line.families.is_empty()), "what was asked for names no family");
}

#[test]
fn r46_no_emergency_without_a_reason() {
    let (story, _) = with_much();
    let house = House::of(&[&story]);
    let asked = now(house.gate.open_in_emergency(
        &visit(nurse(), story.moment),
        &leila(),
        " ".into(),
        None,
        key(nurse()),
    ));
    assert!(matches!(asked, Err(ActError::Refused(Refusal::Field { field: "why", .. }))));
    assert!(house.view(nurse(), &story).is_err());
}

#[test]
fn r46_the_one_who_opened_it_cannot_be_the_one_who_looks_at_it_afterwards() {
    let (story, _) = with_much();
    let house = House::of(&[&story]);
    opens(&house, nurse(), story.moment, &leila(), None).unwrap();
    let both = Author { actor: NURSE, role: Role::Leader, service: Some(HEALTH_STATION) };
    let known = now(house.gate.emergencies(&visit(leader(), story.moment))).unwrap().remove(0);
    // Decided by the rule itself, whatever roles somebody holds.
    let mut aside = as_it_stands(&house, &story);
    let words = || "Riktig.".to_owned();
    let check = Command::CheckEmergency { emergency: known.seen, right: true, words: words(), tell: false };
    assert_eq!(aside.refuses(both, check), Refusal::Rule(Rule::SamePerson));
    let checks = |who: Author| {
        let (family, seen) = (known.family, known.seen);
        now(house.gate.check_emergency(
            &visit(who, story.moment),
            family,
            seen,
            Verdict { right: false, words: words(), tell: false },
            key(who),
        ))
    };
    for who in [nurse(), coordinator(KARI), citizen(MOTHER)] {
        assert!(checks(who).is_err(), "{who:?}");
    }
    checks(leader()).unwrap();
    assert!(now(house.gate.emergencies(&visit(leader(), story.moment))).unwrap().is_empty());
    assert!(missing(checks(leader())), "it is looked at once");
}

#[test]
fn r46_a_family_is_told_at_once_unless_it_endangers_somebody_and_then_when_a_leader_says_so() {
    let (story, _) = with_much();
    let told = |house: &House| {
        let see = |who| house.view(who, &story).unwrap().sees().all::<Emergency>().count();
        (see(citizen(MOTHER)), see(coordinator(KARI)))
    };
    let at_once = House::of(&[&story]);
    opens(&at_once, nurse(), story.moment, &leila(), None).unwrap();
    assert_eq!(told(&at_once), (1, 1));
    let later = House::of(&[&story]);
    opens(&later, nurse(), story.moment, &leila(), Some("Far kan bli farlig.")).unwrap();
    assert_eq!(told(&later), (0, 1));
    let look = |actor, ground: &str, minutes| Look {
        categories: Vec::new(),
        in_list: false,
        actor,
        role: Role::Helper,
        service: None,
        at: story.moment.at + jiff::SignedDuration::from_mins(minutes),
        act: "emergency".into(),
        outcome: "seen".into(),
        ground: ground.into(),
    };
    *later.memory.looks.lock().unwrap() =
        vec![look(NURSE, "emergency", 2), look(LEADER, "follow-up", 3), look(TEACHER, "own-task", 4)];
    let log = |who| {
        let view = later.view(who, &story).unwrap();
        now(later.gate.looks(&view, 9)).unwrap().into_iter().map(|look| look.actor).collect::<Vec<_>>()
    };
    assert_eq!(log(citizen(MOTHER)), [TEACHER], "the log tells it no sooner than the page does");
    assert_eq!(log(coordinator(KARI)), [NURSE, LEADER, TEACHER]);
    let opened = now(later.gate.emergencies(&visit(leader(), story.moment))).unwrap().remove(0);
    let words = "Riktig, og nå er det trygt.".to_owned();
    now(later.gate.check_emergency(
        &visit(leader(), story.moment),
        opened.family,
        opened.seen,
        Verdict { right: true, words, tell: true },
        key(leader()),
    ))
    .unwrap();
    assert_eq!(told(&later), (1, 1));
    assert_eq!(log(citizen(MOTHER)), [NURSE, TEACHER]);
    let view = later.view(citizen(MOTHER), &story).unwrap();
    let all = format!("{:?}", view.sees().history().collect::<Vec<_>>());
    assert!(!all.contains("Far kan bli farlig."), "why she had to wait stays with the coordinator");
}

#[test]
fn r46_leaders_see_who_and_why_and_nothing_of_the_family() {
    let (story, _) = with_much();
    let house = House::of(&[&story]);
    opens(&house, nurse(), story.moment, &leila(), None).unwrap();
    let opened = now(house.gate.emergencies(&visit(leader(), story.moment))).unwrap();
    assert_eq!(opened.len(), 1);
    let text = format!("{:?}", opened[0].is);
    assert!(!text.contains("Haddad") && !text.contains("Leila"));
    assert!(house.view(leader(), &story).is_err(), "and looking at it opens nothing");
    for who in [nurse(), coordinator(KARI), intake()] {
        assert!(now(house.gate.emergencies(&visit(who, story.moment))).is_err(), "{who:?}");
        assert!(now(house.gate.asked_to_trust(&visit(who, story.moment))).is_err(), "{who:?}");
    }
}

#[test]
fn r84_a_place_among_the_few_counts_from_a_second_persons_yes_and_a_no_ends_it() {
    for yes in [true, false] {
        let mut story = Story::active();
        let girl = story.girl;
        let trusted = Trusted {
            person: girl,
            helper: NURSE,
            service: HEALTH_STATION,
            why: "Hjemmebesøk".into(),
            asked_by: KARI,
            approved_by: None,
            until: story.moment.today,
            ended: None,
        };
        story.does(coordinator(KARI), write(trusted, &[girl], Audience::Coordinator));
        let house = House::of(&[&story]);
        assert!(house.view(nurse(), &story).is_err());
        let asked = now(house.gate.asked_to_trust(&visit(leader(), story.moment))).unwrap().remove(0);
        let lines = house.memory.lines.lock().unwrap().clone();
        let [line] = lines.as_slice() else { panic!("R90: one line for what was shown: {lines:?}") };
        assert_eq!((line.act, &*line.families), ("asked-to-trust", &[story.dossier.family][..]));
        now(house.gate.approve_trust(
            &visit(leader(), story.moment),
            asked.family,
            asked.seen,
            yes,
            key(leader()),
        ))
        .unwrap();
        assert!(now(house.gate.asked_to_trust(&visit(leader(), story.moment))).unwrap().is_empty());
        let now_stands = as_it_stands(&house, &story).now::<Trusted>(asked.seen.0);
        assert_eq!(now_stands.approved_by.is_some(), yes);
        assert_eq!(now_stands.ended.is_some(), !yes);
    }
}

#[test]
fn r24_r82_r84_a_leader_neither_sees_nor_decides_what_is_asked_in_the_own_family() {
    let mut story = Story::active();
    let girl = story.girl;
    let trusted = Trusted {
        person: girl,
        helper: NURSE,
        service: HEALTH_STATION,
        why: "Hjemmebesøk".into(),
        asked_by: KARI,
        approved_by: None,
        until: story.moment.today,
        ended: None,
    };
    story.does(coordinator(KARI), write(trusted, &[girl], Audience::Coordinator));
    let near = Story::clone(&story);
    let known = {
        let house = House::of(&[&near]);
        now(house.gate.asked_to_trust(&visit(leader(), near.moment))).unwrap().remove(0)
    };
    let declared = |story: &mut Story| {
        let why = "Fetter".to_owned();
        story.writes(coordinator(KARI), Conflict { helper: LEADER, why, ended: None });
    };
    let father = |story: &mut Story| {
        let father = story.father.thing();
        story.rewrites::<Person>(intake(), father, |it| it.account = Some(LEADER));
    };
    type Way = fn(&mut Story);
    let ways: [(&str, Way); 2] = [("declared", declared), ("own family", father)];
    for (name, way) in ways {
        let mut story = Story::clone(&near);
        way(&mut story);
        let house = House::of(&[&story]);
        let he = visit(leader(), story.moment);
        assert!(now(house.gate.asked_to_trust(&he)).unwrap().is_empty(), "{name}");
        let decided = now(house.gate.approve_trust(&he, known.family, known.seen, true, key(leader())));
        assert!(missing(decided), "{name}");
        assert_eq!(as_it_stands(&house, &story).now::<Trusted>(known.seen.0).approved_by, None, "{name}");
    }
}

#[test]
fn r46_what_one_opens_in_an_emergency_is_open_to_no_colleague_and_in_no_other_service_of_ones_own() {
    let mut story = Story::active();
    story.does(nurse(), Command::OpenInEmergency { why: "Hun svarer ikke".into(), untold: None });
    assert!(view(nurse(), &story).is_some());
    // Tore works at the health station too, and at the school.
    for other in [helper(TEACHER, HEALTH_STATION), helper(TEACHER, SCHOOL), helper(NURSE, SCHOOL)] {
        assert!(view(other, &story).is_none(), "{other:?}");
    }
}

#[test]
fn r89_whoever_opened_and_must_not_be_told_of_is_nobody_whose_eyes_the_family_can_look_through() {
    let mut story = Story::active();
    story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, story.moment.today));
    let untold = Some("Faren kan være farlig.".to_owned());
    story.does(nurse(), Command::OpenInEmergency { why: "Hun svarer ikke".into(), untold });
    let house = House::of(&[&story]);
    let family = story.dossier.family;
    let who = |actor, service| Participant { actor, role: Role::Helper, service: Some(service) };
    let looks = |asker: Author, who, at| {
        now(house.gate.seen_by(&visit(asker, story.moment), family, who, at)).is_ok()
    };
    for at in [None, Some(story.moment.at)] {
        for parent in [citizen(MOTHER), citizen(FATHER)] {
            assert!(!looks(parent, who(NURSE, HEALTH_STATION), at), "{at:?}");
            assert!(looks(parent, who(TEACHER, SCHOOL), at), "whom they know: {at:?}");
        }
    }
    assert!(looks(coordinator(KARI), who(NURSE, HEALTH_STATION), None));
}
