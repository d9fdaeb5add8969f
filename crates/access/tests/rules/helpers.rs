//! What helpers and volunteers see: their own task, what their service made, and what consents in force open.

use crate::support::story::*;
use crate::support::*;
use access::consent::deciders;
use access::*;
use dossier::*;

/// Kari coordinates; the teacher is in the team for the school.
fn with_teacher() -> Story {
    let mut story = Story::active();
    let today = story.moment.today;
    story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, today));
    story
}

const TEACHES: Author = helper(TEACHER, SCHOOL);

#[test]
fn r33_a_colleague_in_the_same_unit_without_assignment_is_denied() {
    let story = with_teacher();
    assert!(view(TEACHES, &story).is_some());
    assert!(view(helper(NURSE, SCHOOL), &story).is_none());
}

#[test]
fn r33_what_a_coordinator_holds_is_not_open_to_colleagues_in_the_coordinators_service() {
    let mut story = Story::active();
    let (mother, boy, today) = (story.mother, story.boy, story.moment.today);
    story.writes(coordinator(KARI), membership(JONAS, FAMILY_TEAM, today));
    let debts = Need { area: Some(Area::Economy), ..need("Gjeld") };
    let held = [
        story.writes_about(coordinator(KARI), debts, &[mother]),
        story.writes_about(coordinator(KARI), goal("Trygg"), &[boy]),
        story.writes(coordinator(KARI), contact(ContactKind::Call, today)),
    ];
    for thing in held {
        assert!(!sees(helper(JONAS, FAMILY_TEAM), &story, thing));
    }
}

#[test]
fn r35_a_service_sees_what_it_made_itself_and_not_when_it_left_the_team() {
    let mut story = with_teacher();
    let boy = story.boy;
    let own = story.writes_about(TEACHES, goal("Lese"), &[boy]);
    let others = story.writes_about(helper(NURSE, HEALTH_STATION), goal("Sove"), &[boy]);
    assert_eq!(ground(TEACHES, &story, own), Some(Ground::OwnService));
    assert!(!sees(TEACHES, &story, others));
    story.rewrites::<Goal>(coordinator(KARI), own, |it| it.note = "Fra møtet".into());
    assert!(sees(TEACHES, &story, own), "it stays the school's whoever moved it on");
    let member = story.all().all::<Membership>().next().unwrap().id();
    let today = Some(story.moment.today);
    story.rewrites::<Membership>(coordinator(KARI), member, |it| it.until = today);
    assert!(!sees(TEACHES, &story, own));
}

#[test]
fn r80_an_address_is_seen_by_the_coordinator_and_oneself_and_opened_to_nobody_else_by_consent() {
    let mut story = with_teacher();
    let (mother, boy, girl, today) = (story.mother, story.boy, story.girl, story.moment.today);
    let home = |person| Address {
        person,
        street: "Fjordveien 7".into(),
        postal_code: String::new(),
        place: "Lindvik".into(),
        from: None,
        until: None,
        note: String::new(),
    };
    let (hers, his) =
        (story.writes(coordinator(KARI), home(mother)), story.writes(coordinator(KARI), home(boy)));
    for subject in [mother, boy] {
        let yes = Consent { receiver: SCHOOL, ..consent(subject, mother, Category::ALL, today) };
        story.writes_about(citizen(MOTHER), yes, &[subject]);
    }
    for thing in [hers, his] {
        assert!(sees(coordinator(KARI), &story, thing));
        for who in [TEACHES, helper(NURSE, HEALTH_STATION), intake(), citizen(FATHER), citizen(GIRL)] {
            assert!(!sees(who, &story, thing), "{who:?}");
        }
    }
    assert!(sees(citizen(MOTHER), &story, hers));
    assert!(!sees(citizen(MOTHER), &story, his), "closed to parents by default");
    let girls = story.writes(coordinator(KARI), home(girl));
    assert!(sees(citizen(GIRL), &story, girls));
}

#[test]
fn r35_some_information_is_closed_to_helpers_whatever_else_holds() {
    for category in Category::ALL {
        let mut story = with_teacher();
        let boy = story.boy;
        let thing = files(&mut story, TEACHES, goal("x"), &[boy], *category);
        let closed = matches!(
            category,
            Category::ChildVoice
                | Category::Location
                | Category::HealthPrivate
                | Category::FamilyViolence
                | Category::Police
                | Category::ThirdParty
                | Category::Audit
        );
        assert_eq!(sees(TEACHES, &story, thing), !closed, "{category:?}");
    }
}

#[test]
fn r50_a_volunteer_sees_the_one_task_and_nothing_else() {
    let mut story = Story::active();
    let (boy, today) = (story.boy, story.moment.today);
    let owner = Some(Owner::Helper(NEIGHBOUR));
    let task = Action { owner, due: Some(today), ..action("Følge til trening") };
    let task = story.writes_about(coordinator(KARI), task, &[boy]);
    story.writes(coordinator(KARI), membership(NEIGHBOUR, RED_CROSS, today));
    let place = story.all().all::<Membership>().next().unwrap().id();
    story.writes_about(coordinator(KARI), goal("Trygg"), &[boy]);
    story.writes(coordinator(KARI), action("Noe annet"));
    story.writes(coordinator(KARI), contact(ContactKind::Call, today));
    story.writes(citizen(GIRL), voice(story.girl, "Hei"));
    story.does(coordinator(KARI), offer(JONAS));
    story.does(citizen(MOTHER), Command::AnswerOfferAsFamily { yes: false, words: "Vi kjenner ham".into() });

    let view = view(volunteer(NEIGHBOUR), &story).unwrap();
    let mut seen: Vec<_> = view.sees().history().map(|(entry, _)| entry.thing).collect();
    seen.sort();
    seen.dedup();
    let family = story.all().only::<Family>().unwrap().id();
    let coordination = story.all().only::<Coordination>().unwrap().id();
    let mut expected = vec![task, place, family, coordination];
    expected.sort();
    assert_eq!(seen, expected, "the task, one's own place, what the family is called, and whom to ring");
    for entry in view.sees().versions(coordination) {
        let told = Coordination::of(&entry.payload).unwrap();
        assert_eq!(told.offer, None, "who leads, and nothing of what was said about it");
    }
    assert_eq!(view.sees().only::<Coordination>().unwrap().is.lead, Some(KARI));
    assert_eq!(view.name_of(boy), Some("Yusuf"), "the name of the one whom the task is about");
    assert_eq!(view.name_of(story.girl), None);
    assert_eq!(view.sees().person(boy), None);
}

#[test]
fn r50_an_invited_helper_sees_the_meeting_and_whom_to_ring_until_it_is_held() {
    let mut story = Story::active();
    let invited = Meeting { helpers: vec![NEIGHBOUR], ..meeting("2026-11-09") };
    let invited = story.writes(coordinator(KARI), invited);
    let other = story.writes(coordinator(KARI), meeting("2026-11-10"));
    for (on, expected) in [("2026-11-02", true), ("2026-11-09", true), ("2026-11-10", false)] {
        story.on(on);
        assert_eq!(sees(volunteer(NEIGHBOUR), &story, invited), expected, "{on}");
        assert!(!sees(volunteer(NEIGHBOUR), &story, other));
    }
}

#[test]
fn a_helper_sees_the_answer_to_the_question_back_and_no_other_reply() {
    let mut story = Story::active();
    let girl = story.girl;
    let said = story.writes(citizen(GIRL), voice(girl, "Hei"));
    let elsewhere = story.writes(coordinator(KARI), reply(said, "Hei på deg"));
    let request = story.asks(TEACHER, SCHOOL, None);
    let back = story.answers(request, story.asks_back());
    story.does(TEACHES, back);
    let answer = story.writes(coordinator(KARI), reply(request, "Klasse 3B"));
    assert!(sees(TEACHES, &story, answer) && !sees(TEACHES, &story, elsewhere));
    assert!(!sees(helper(NURSE, HEALTH_STATION), &story, answer));
}

#[test]
fn r37_health_information_reaches_the_school_only_by_a_consent_that_names_it() {
    let health = Need { area: Some(Area::Health), ..need("Astma") };
    let cases: [(&str, &[Category], ServiceId, bool); 4] = [
        ("none", &[], SCHOOL, false),
        ("for health, to the school", &[Category::HealthSomatic], SCHOOL, true),
        ("for something else", &[Category::PlanCore, Category::Education], SCHOOL, false),
        ("to another receiver", &[Category::HealthSomatic], HEALTH_STATION, false),
    ];
    for (name, kinds, receiver, expected) in cases {
        let mut story = with_teacher();
        let boy = story.boy;
        let thing = story.writes_about(coordinator(KARI), health.clone(), &[boy]);
        if !kinds.is_empty() {
            consents(&mut story, boy, kinds, receiver);
        }
        assert_eq!(sees(TEACHES, &story, thing), expected, "consent {name}");
    }
}

/// Both parents open kinds of information about a child to a service.
fn consents(story: &mut Story, child: PersonId, kinds: &[Category], receiver: ServiceId) -> [ThingId; 2] {
    let today = story.moment.today;
    [(MOTHER, story.mother), (FATHER, story.father)].map(|(account, parent)| {
        let yes = Consent { receiver, ..consent(child, parent, kinds, today) };
        story.writes(citizen(account), yes)
    })
}

#[test]
fn r54_a_consent_for_one_opens_nothing_about_another() {
    let mut story = with_teacher();
    let (mother, boy, girl) = (story.mother, story.boy, story.girl);
    consents(&mut story, boy, &[Category::PlanCore], SCHOOL);
    let table = [(vec![boy], true), (vec![girl], false), (vec![boy, mother], false), (vec![], false)];
    for (about, expected) in table {
        let thing = story.writes_about(coordinator(KARI), goal("x"), &about);
        assert_eq!(sees(TEACHES, &story, thing), expected, "{} persons", about.len());
    }
}

#[test]
fn r20_a_consent_does_not_open_what_a_child_has_kept_to_the_coordinator() {
    let mut story = with_teacher();
    let boy = story.boy;
    consents(&mut story, boy, Category::ALL, SCHOOL);
    let kept = story.writes_for(coordinator(KARI), goal("x"), &[boy], Audience::Coordinator);
    assert!(!sees(TEACHES, &story, kept));
}

#[test]
fn r56_a_consent_counts_from_its_first_day_to_its_last() {
    let mut story = with_teacher();
    let boy = story.boy;
    let thing = story.writes_about(coordinator(KARI), goal("x"), &[boy]);
    let (from, until) = (day("2026-11-10"), day("2026-11-20"));
    for (account, parent) in [(MOTHER, story.mother), (FATHER, story.father)] {
        let yes = Consent { until, ..consent(boy, parent, &[Category::PlanCore], from) };
        story.writes(citizen(account), yes);
    }
    let seen =
        ["2026-11-09", "2026-11-10", "2026-11-20", "2026-11-21"].map(|on| sees(TEACHES, story.on(on), thing));
    assert_eq!(seen, [false, true, true, false]);
}

#[test]
fn r58_a_withdrawn_consent_closes_at_once_also_when_looking_back() {
    let mut story = with_teacher();
    let boy = story.boy;
    let thing = story.writes_about(coordinator(KARI), goal("x"), &[boy]);
    let [yes, _] = consents(&mut story, boy, &[Category::PlanCore], SCHOOL);
    let open = story.moment;
    story.later(3);
    assert!(sees(TEACHES, &story, thing));
    let today = Some(story.moment.today);
    story.rewrites::<Consent>(citizen(MOTHER), yes, |it| it.withdrawn = today);
    assert!(!sees(TEACHES, &story, thing), "the very next request");
    let house = House::of(&[&story]);
    let visit = visit(TEACHES, story.moment);
    let back = now(house.gate.view_as_of(&visit, story.dossier.family, open.at)).unwrap();
    assert!(back.sees().payload(thing).is_none(), "yesterday's yes is not in force by looking back");
}

#[test]
fn r58_when_a_later_word_no_longer_counts_no_earlier_yes_counts_in_its_place() {
    let later: [fn(&mut Consent); 2] = [
        |no| (no.refused, no.until) = (true, day("2026-11-20")),
        |taken_back| taken_back.withdrawn = Some(day("2026-11-20")),
    ];
    for word in later {
        let mut story = with_teacher();
        let (boy, mother) = (story.boy, story.mother);
        let thing = story.writes_about(coordinator(KARI), goal("x"), &[boy]);
        consents(&mut story, boy, &[Category::PlanCore], SCHOOL);
        assert!(sees(TEACHES, &story, thing));
        story.later(1);
        let mut second = consent(boy, mother, &[Category::PlanCore], story.moment.today);
        word(&mut second);
        story.writes(citizen(MOTHER), second);
        for on in ["2026-11-20", "2026-11-25"] {
            assert!(!sees(TEACHES, story.on(on), thing), "{on}");
        }
    }
}

#[test]
fn r58_a_no_to_a_helper_by_name_stands_beside_a_later_yes_to_the_service_and_a_later_no_to_all_closes_all() {
    let (by_name, to_all) = (Some(TEACHER), None);
    // Who is meant and whether it is a no; the second is said a day after the first.
    let table = [
        ([(by_name, true), (to_all, false)], false),
        ([(by_name, false), (to_all, true)], false),
        ([(to_all, false), (by_name, true)], false),
        ([(to_all, true), (by_name, false)], true),
        ([(by_name, false), (to_all, false)], true),
    ];
    for (words, expected) in table {
        let mut story = with_teacher();
        let (boy, mother, father) = (story.boy, story.mother, story.father);
        let thing = story.writes_about(coordinator(KARI), goal("x"), &[boy]);
        let today = story.moment.today;
        story.writes(citizen(FATHER), consent(boy, father, &[Category::PlanCore], today));
        for (helper, refused) in words {
            story.later(1);
            let word = consent(boy, mother, &[Category::PlanCore], story.moment.today);
            story.writes(citizen(MOTHER), Consent { helper, refused, ..word });
        }
        assert_eq!(sees(TEACHES, &story, thing), expected, "{words:?}");
    }
}

#[test]
fn r64_with_joint_responsibility_one_yes_and_one_silence_share_nothing() {
    let mut story = with_teacher();
    let (boy, mother, father, today) = (story.boy, story.mother, story.father, story.moment.today);
    let thing = story.writes_about(coordinator(KARI), goal("x"), &[boy]);
    story.writes(citizen(MOTHER), consent(boy, mother, &[Category::PlanCore], today));
    assert!(!sees(TEACHES, &story, thing), "two decide, one is silent");
    let yes = story.writes(citizen(FATHER), consent(boy, father, &[Category::PlanCore], today));
    assert!(sees(TEACHES, &story, thing));
    story.rewrites::<Consent>(citizen(FATHER), yes, |it| it.withdrawn = Some(today));
    assert!(!sees(TEACHES, &story, thing), "and one who takes it back closes it");
}

#[test]
fn r69_a_parent_who_is_gone_or_has_no_responsibility_never_stands_in_the_way() {
    let changes: [fn(&mut Story); 2] = [
        |story| {
            let father = story.father.thing();
            story.rewrites::<Person>(intake(), father, |it| it.left = Some(day("2026-11-02")));
        },
        |story| {
            let (father, boy) = (story.father, story.boy);
            let of = |it: &Thing<'_, Relation>| it.is.from == father && it.is.to == boy;
            let relation = story.all().all::<Relation>().find(of).unwrap().id();
            story.rewrites::<Relation>(intake(), relation, |it| {
                it.responsibility = Responsibility::None;
            });
        },
    ];
    for change in changes {
        let mut story = with_teacher();
        let (boy, mother, today) = (story.boy, story.mother, story.moment.today);
        let thing = story.writes_about(coordinator(KARI), goal("x"), &[boy]);
        story.writes(citizen(MOTHER), consent(boy, mother, &[Category::PlanCore], today));
        change(&mut story);
        assert!(sees(TEACHES, &story, thing));
    }
}

#[test]
fn r64_when_nobody_is_known_to_decide_for_a_child_nobody_shares() {
    let mut story = with_teacher();
    let boy = story.boy;
    let thing = story.writes_about(coordinator(KARI), goal("x"), &[boy]);
    consents(&mut story, boy, &[Category::PlanCore], SCHOOL);
    let relations: Vec<_> = story.all().all::<Relation>().map(|it| it.id()).collect();
    for relation in relations {
        story.rewrites::<Relation>(intake(), relation, |it| it.until = Some(day("2026-11-02")));
    }
    assert!(!sees(TEACHES, &story, thing));
}

/// P: all parents. C: the young person. B: both.
#[test]
fn r60_who_decides_about_sharing_goes_by_kind_and_age() {
    use Category::*;
    let rows = [
        (HealthSomatic, "PPPPPCCC"),
        (HealthMental, "PPPPPCCC"),
        (HealthPrivate, "CCCCCCCC"),
        (ChildVoice, "CCCCCCCC"),
        (Education, "PPPPCCCC"),
        (ChildWelfare, "PPPPBBBC"),
        (Contact, "PPPPPBBC"),
        (Location, "PPPPPBBC"),
        (ServiceLink, "PPPPPBBC"),
        (Intake, "PPPPPBBC"),
        (PlanCore, "PPPPPBBC"),
        (Economy, "PPPPPBBC"),
        (NavState, "PPPPPBBC"),
        (Housing, "PPPPPBBC"),
        (FamilyViolence, "PPPPPBBC"),
        (Police, "PPPPPBBC"),
        (ThirdParty, "PPPPPBBC"),
        (Logistics, "PPPPPBBC"),
        (Audit, "PPPPPBBC"),
    ];
    assert_eq!(rows.len(), Category::ALL.len(), "a new kind has its row here");
    let ages = [0, 6, 11, 14, 15, 16, 17, 18];
    let story = Story::active();
    let limits = story.limits();
    for (category, row) in rows {
        for (age, expected) in ages.into_iter().zip(row.chars()) {
            let mut child = Person::named("x", "", Generation::Child);
            child.born = Some(day(&format!("{}-11-02", 2026 - age)));
            let found = deciders(category, &child, story.moment.today, &limits);
            let found = match (found.parents, found.oneself) {
                (true, false) => 'P',
                (false, true) => 'C',
                (true, true) => 'B',
                (false, false) => '-',
            };
            assert_eq!(found, expected, "{category:?} at {age}");
        }
        let adult = Person::named("x", "", Generation::Adult);
        let found = deciders(category, &adult, story.moment.today, &limits);
        assert!(found.oneself && !found.parents, "an adult decides alone");
        let unborn = Person::named("x", "", Generation::Child);
        let found = deciders(category, &unborn, story.moment.today, &limits);
        let alone = matches!(category, HealthPrivate | ChildVoice);
        assert_eq!(found.parents, !alone, "a child whose age is not known is young");
    }
}

#[test]
fn r57_at_the_birthday_that_moves_the_decision_the_parents_yes_alone_is_none_any_longer() {
    // Leila is 16 on 20 November 2026.
    let around = ["2026-11-19", "2026-11-20"];
    let health = Need { area: Some(Area::Health), ..need("Astma") };
    let mut story = with_teacher();
    let girl = story.girl;
    let thing = story.writes_about(coordinator(KARI), health, &[girl]);
    let plan = story.writes_about(coordinator(KARI), goal("x"), &[girl]);
    consents(&mut story, girl, &[Category::HealthSomatic, Category::PlanCore], SCHOOL);
    assert_eq!(around.map(|on| sees(TEACHES, story.on(on), thing)), [true, false]);
    assert_eq!(around.map(|on| sees(TEACHES, story.on(on), plan)), [true, false]);
    let today = story.moment.today;
    let both = [Category::HealthSomatic, Category::PlanCore];
    let own = story.writes(citizen(GIRL), consent(girl, girl, &both, today));
    assert!(sees(TEACHES, &story, thing), "her own yes opens her health");
    assert!(!sees(TEACHES, &story, plan), "what her parents said yes to before is asked again");
    consents(&mut story, girl, &[Category::PlanCore], SCHOOL);
    assert!(sees(TEACHES, &story, plan), "with her parents' new yes hers opens the rest");
    story.rewrites::<Consent>(citizen(GIRL), own, |it| it.withdrawn = Some(today));
    assert!(!sees(TEACHES, &story, thing) && !sees(TEACHES, &story, plan));
}

#[test]
fn r60_each_gives_the_yes_that_counts_and_no_other() {
    use Category::*;
    let mut story = Story::active();
    story.on("2026-11-20");
    let (mother, father, girl, boy, today) =
        (story.mother, story.father, story.girl, story.boy, story.moment.today);
    let may = |who: Author, about, by, kinds: &[Category], story: &Story| {
        let command = write(consent(about, by, kinds, today), &[about], Audience::Ordinary);
        House::of(&[story]).acts(who, story, command).is_ok()
    };
    type Row<'a> = (&'a str, Author, PersonId, PersonId, &'a [Category], bool);
    let table: [Row<'_>; 12] = [
        ("a mother about herself", citizen(MOTHER), mother, mother, &[Economy, HealthMental], true),
        ("a mother about her young son", citizen(MOTHER), boy, mother, &[HealthSomatic, PlanCore], true),
        ("about his father", citizen(MOTHER), father, mother, &[PlanCore], false),
        ("in the father's name", citizen(MOTHER), boy, father, &[PlanCore], false),
        ("about what her son has said", citizen(MOTHER), boy, mother, &[ChildVoice], false),
        ("about where he is", citizen(MOTHER), boy, mother, &[Location], false),
        ("about her daughter's health at 16", citizen(MOTHER), girl, mother, &[HealthSomatic], false),
        ("about her daughter's plan at 16", citizen(MOTHER), girl, mother, &[PlanCore], true),
        ("the daughter about her health", citizen(GIRL), girl, girl, &[HealthSomatic, HealthPrivate], true),
        ("the daughter about her plan", citizen(GIRL), girl, girl, &[PlanCore], true),
        ("the daughter about her brother", citizen(GIRL), boy, girl, &[PlanCore], false),
        ("a coordinator for anybody", coordinator(KARI), boy, mother, &[PlanCore], false),
    ];
    for (name, who, about, by, kinds, expected) in table {
        assert_eq!(may(who, about, by, kinds, &story), expected, "{name}");
    }
    let young = Story::active();
    assert!(!may(citizen(GIRL), girl, girl, &[HealthSomatic], &young), "the day before she is 16");
    assert!(may(citizen(GIRL), girl, girl, &[Education], &young), "school is hers to share from 15");
}

#[test]
fn r84_what_could_tell_where_a_protected_person_is_is_closed_to_helpers() {
    for category in [Category::Contact, Category::ServiceLink, Category::Logistics] {
        let mut story = with_teacher();
        let (boy, girl) = (story.boy, story.girl);
        let thing = files(&mut story, TEACHES, goal("x"), &[boy], category);
        let other = files(&mut story, TEACHES, goal("x"), &[girl], category);
        assert!(sees(TEACHES, &story, thing));
        story.rewrites::<Person>(intake(), boy.thing(), |it| it.protection = Protection::Confidential);
        assert!(!sees(TEACHES, &story, thing), "{category:?}");
        assert!(sees(TEACHES, &story, other));
    }
}

#[test]
fn r72_the_end_of_a_role_is_the_end_of_access() {
    let mut story = Story::active();
    let wanted = story.writes(coordinator(KARI), goal("Ro"));
    story.does(coordinator(KARI), offer(JONAS));
    story.later(1);
    assert!(sees(coordinator(KARI), &story, wanted));
    story.does(coordinator(JONAS), coordinator_says(true));
    assert!(view(coordinator(KARI), &story).is_none(), "at once, at the handover");
    assert!(sees(coordinator(JONAS), &story, wanted));
    story.does(coordinator(JONAS), closes(CloseReason::GoalsReached));
    assert!(view(coordinator(JONAS), &story).is_none(), "at once, at closing");
}

#[test]
fn r72_a_helper_who_took_part_sees_nothing_when_the_task_and_the_place_are_gone() {
    let mut story = Story::active();
    let task = story.writes(coordinator(KARI), action("Plan"));
    story.does(citizen(MOTHER), story.moves(task, ActionStatus::AcceptedByFamily));
    let request = story.asks(TEACHER, SCHOOL, Some(task));
    let yes = story.answers(request, story.yes());
    story.does(TEACHES, yes);
    assert!(sees(TEACHES, &story, task));
    story.does(TEACHES, story.moves(task, ActionStatus::Done));
    let member = story.all().all::<Membership>().next().unwrap().id();
    let today = Some(story.moment.today);
    story.rewrites::<Membership>(coordinator(KARI), member, |it| it.until = today);
    assert!(view(TEACHES, &story).is_none(), "an old yes keeps nothing open");
}

#[test]
fn r72_a_stand_in_sees_the_whole_in_the_period_and_nothing_before_or_after() {
    let mut story = Story::active();
    let wanted = story.writes(coordinator(KARI), goal("Ro"));
    let (from, until) = (day("2026-11-09"), day("2026-11-13"));
    story.does(coordinator(KARI), Command::AskStandIn { actor: JONAS, from, until });
    assert!(!sees(coordinator(JONAS), &story, wanted), "asked is not accepted");
    assert!(view(coordinator(JONAS), &story).is_some(), "but must know enough to answer");
    let unanswered = story.dossier.clone();
    story.does(coordinator(JONAS), Command::AnswerStandIn { yes: true, words: String::new() });
    let days = ["2026-11-08", "2026-11-09", "2026-11-13", "2026-11-14"];
    let seen = days.map(|on| sees(coordinator(JONAS), story.on(on), wanted));
    assert_eq!(seen, [false, true, true, false]);
    assert!(view(coordinator(JONAS), &story).is_none(), "after the period there is nothing");
    story.dossier = unanswered;
    assert!(view(coordinator(JONAS), &story).is_none(), "who never answered is not asked for ever");
}

#[test]
fn r72_closing_ends_what_helpers_see() {
    let mut story = with_teacher();
    story.does(coordinator(KARI), closes(CloseReason::OwnWish));
    assert!(view(TEACHES, &story).is_none());
    assert!(view(citizen(MOTHER), &story).is_some(), "the family keeps its own");
}
