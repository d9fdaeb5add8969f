//! Deny by default; what is hidden and what is not there are one answer; a role alone opens nothing.

use crate::support::story::*;
use crate::support::*;
use access::*;
use dossier::*;

/// Everybody whom the system knows, in each role that somebody could try.
fn everybody() -> Vec<Author> {
    let people =
        [MOTHER, FATHER, GIRL, BOY, KARI, JONAS, RANDI, INGER, TEACHER, NURSE, NEIGHBOUR, LEADER, ADMIN];
    let services = [None, Some(FAMILY_TEAM), Some(SCHOOL), Some(HEALTH_STATION), Some(RED_CROSS)];
    people
        .into_iter()
        .flat_map(|actor| Role::ALL.iter().map(move |role| (actor, *role)))
        .flat_map(|(actor, role)| services.map(|service| Author { actor, role, service }))
        .collect()
}

#[test]
fn r30_without_a_ground_the_family_does_not_exist_for_any_role() {
    let story = Story::active();
    let known =
        [(MOTHER, Role::Citizen), (FATHER, Role::Citizen), (GIRL, Role::Citizen), (KARI, Role::Coordinator)];
    for who in everybody() {
        let sees = view(who, &story).is_some();
        // A role is held in a service; the same person elsewhere is nobody here.
        let held = who.role == Role::Citizen || who.service == Some(FAMILY_TEAM);
        assert_eq!(sees, held && known.contains(&(who.actor, who.role)), "{who:?}");
    }
}

#[test]
fn r31_hidden_and_not_there_are_one_answer_for_reading_and_for_doing() {
    let story = Story::active();
    let nowhere = Story::asked_as(99, "2026-11-02", "R-99", false);
    let house = House::of(&[&story]);
    for who in everybody().into_iter().filter(|who| view(*who, &story).is_none()) {
        let hidden = house.view(who, &story).err().map(|it| format!("{it:?} {it}"));
        let absent = house.view(who, &nowhere).err().map(|it| format!("{it:?} {it}"));
        assert_eq!(hidden, absent, "{who:?}");
        let command = || write(Strength { words: "x".into() }, &[], Audience::Ordinary);
        let hidden = house.acts(who, &story, command()).unwrap_err();
        let absent = house.acts(who, &nowhere, command()).unwrap_err();
        assert_eq!(format!("{hidden:?} {hidden}"), format!("{absent:?} {absent}"), "{who:?}");
    }
    assert_eq!(
        house.memory.dossiers.lock().unwrap()[&story.dossier.family].version(),
        story.dossier.version()
    );
}

#[test]
fn r31_pointing_to_what_one_may_not_see_is_pointing_to_nothing() {
    let mut story = Story::active();
    let (girl, mother) = (story.girl, story.mother);
    let secret = story.writes_for(citizen(GIRL), voice(girl, "Hei"), &[girl], Audience::Coordinator);
    let kept = story.writes_for(citizen(GIRL), goal("Flytte ut"), &[girl], Audience::Oneself);
    let nowhere = ThingId::new(999_999);
    let house = House::of(&[&story]);
    for (who, hidden) in [(citizen(MOTHER), secret), (citizen(MOTHER), kept), (coordinator(KARI), kept)] {
        let attempts = |thing: ThingId| {
            vec![
                Command::Undo((thing, 1)),
                Command::Undo((thing, 7)),
                write(reply(thing, "Svar"), &[], Audience::Ordinary),
                write(Voice { about: Some(thing), ..voice(mother, "x") }, &[mother], Audience::Ordinary),
                write(Goal { dream: Some(thing.into()), ..goal("x") }, &[], Audience::Ordinary),
                write(Action { goal: Some(thing.into()), ..action("x") }, &[], Audience::Ordinary),
                Command::Write {
                    replaces: Some((thing, 1)),
                    payload: goal("x").wrap(),
                    subjects: vec![],
                    audience: Audience::Ordinary,
                },
                Command::MoveAction {
                    action: (thing, 1),
                    to: ActionStatus::Stopped,
                    accepted_by: None,
                    words: "x".into(),
                },
                Command::AnswerRequest { request: (thing, 1), answer: story.yes() },
                Command::WithdrawRequest { request: (thing, 1), why: "x".into() },
            ]
        };
        for (hidden, absent) in attempts(hidden).into_iter().zip(attempts(nowhere)) {
            let told = format!("{hidden:?}");
            let hidden = house.acts(who, &story, hidden).unwrap_err();
            let absent = house.acts(who, &story, absent).unwrap_err();
            assert!(matches!(hidden, ActError::NotFound), "{told}: {hidden:?}");
            assert_eq!(format!("{hidden:?}"), format!("{absent:?}"), "{told}");
        }
    }
}

#[test]
fn r5_the_role_of_coordinator_alone_opens_nothing() {
    let story = Story::active();
    assert!(view(coordinator(KARI), &story).is_some());
    for other in [JONAS, RANDI] {
        assert!(view(coordinator(other), &story).is_none());
    }
    let same_person = helper(KARI, FAMILY_TEAM);
    assert!(view(same_person, &story).is_none(), "another role of the same person sees nothing");
}

#[test]
fn r30_taking_the_ground_away_flips_every_reader_to_not_found() {
    type Change = fn(&mut Story);
    let cases: Vec<(&str, Author, Change, Change)> = vec![
        (
            "belonging to the family",
            citizen(MOTHER),
            |_| (),
            |story| {
                let mother = story.mother.thing();
                story.rewrites::<Person>(coordinator(KARI), mother, |it| it.left = Some(day("2026-11-02")));
            },
        ),
        (
            "an account",
            citizen(GIRL),
            |_| (),
            |story| {
                let girl = story.girl.thing();
                story.rewrites::<Person>(coordinator(KARI), girl, |it| it.account = None);
            },
        ),
        (
            "being coordinator",
            coordinator(KARI),
            |_| (),
            |story| {
                story.does(coordinator(KARI), offer(JONAS));
                story.does(coordinator(JONAS), coordinator_says(true));
            },
        ),
        (
            "being offered",
            coordinator(JONAS),
            |story| {
                story.does(coordinator(KARI), offer(JONAS));
            },
            |story| {
                story.does(coordinator(JONAS), coordinator_says(false));
            },
        ),
        (
            "a place in the team",
            helper(TEACHER, SCHOOL),
            |story| {
                let today = story.moment.today;
                story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, today));
            },
            |story| {
                let member = story.all().all::<Membership>().next().unwrap().id();
                let today = Some(story.moment.today);
                story.rewrites::<Membership>(coordinator(KARI), member, |it| it.until = today);
            },
        ),
        (
            "a question",
            helper(TEACHER, SCHOOL),
            |story| {
                story.asks(TEACHER, SCHOOL, None);
            },
            |story| {
                let request = story.seen(story.all().all::<Request>().next().unwrap().id());
                story.does(coordinator(KARI), Command::WithdrawRequest { request, why: "Løst".into() });
            },
        ),
        (
            "a task",
            volunteer(NEIGHBOUR),
            |story| {
                let owner = Some(Owner::Helper(NEIGHBOUR));
                story.writes(coordinator(KARI), Action { owner, ..action("Følge til trening") });
            },
            |story| {
                let action = story.all().all::<Action>().next().unwrap().id();
                story.does(coordinator(KARI), story.moves(action, ActionStatus::Stopped));
            },
        ),
        (
            "a need to see to",
            helper(NURSE, HEALTH_STATION),
            |story| {
                let owner = Some(Owner::Helper(NURSE));
                story.writes(coordinator(KARI), Need { owner, ..need("Søvn") });
            },
            |story| {
                let need = story.all().all::<Need>().next().unwrap().id();
                story.rewrites::<Need>(coordinator(KARI), need, |it| it.owner = None);
            },
        ),
        (
            "an invitation",
            helper(NURSE, HEALTH_STATION),
            |story| {
                let helpers = vec![NURSE];
                story.writes(coordinator(KARI), Meeting { helpers, ..meeting("2026-11-09") });
            },
            |story| {
                story.on("2026-11-10");
            },
        ),
    ];
    for (name, who, give, take) in cases {
        let mut story = Story::active();
        give(&mut story);
        assert!(view(who, &story).is_some(), "{name} is a ground");
        take(&mut story);
        assert!(view(who, &story).is_none(), "without {name} there is nothing");
    }
}

#[test]
fn r7_those_who_answer_requests_see_what_was_asked_while_it_waits_and_no_content() {
    let mut story = Story::queued();
    let girl = story.girl;
    let kinds = |story: &Story| {
        let view = view(intake(), story)?;
        let all = view.sees();
        let mut kinds: Vec<_> = all.history().map(|(entry, _)| entry.payload.code()).collect();
        kinds.sort();
        kinds.dedup();
        Some(kinds)
    };
    story.writes(citizen(GIRL), voice(girl, "Hei"));
    story.writes(citizen(MOTHER), goal("Ro"));
    story.writes(citizen(MOTHER), Need { area: Some(Area::Economy), ..need("Husleie") });
    let expected = ["coordination", "course", "family", "help-request", "person", "relation"];
    assert_eq!(kinds(&story).unwrap(), expected);
    story.does(intake(), offer(KARI));
    assert_eq!(kinds(&story).unwrap(), expected);
    story.does(citizen(MOTHER), family_says(true));
    story.does(coordinator(KARI), coordinator_says(true));
    assert_eq!(kinds(&story), None, "with a coordinator, the family is nobody else's to look at");
}

#[test]
fn who_is_offered_a_family_sees_enough_to_answer_and_not_the_plan() {
    let mut story = Story::queued();
    let dreamt = story.writes(citizen(MOTHER), goal("Ro"));
    story.does(intake(), offer(KARI));
    let asked = story.all().only::<HelpRequest>().unwrap().id();
    assert!(sees(coordinator(KARI), &story, asked) && !sees(coordinator(KARI), &story, dreamt));
    story.does(citizen(MOTHER), family_says(true));
    story.does(coordinator(KARI), coordinator_says(true));
    assert!(sees(coordinator(KARI), &story, dreamt), "with both yeses, the whole");
}

#[test]
fn the_interim_contact_sees_whom_to_ring_and_what_was_asked_until_there_is_a_coordinator() {
    let mut story = Story::queued();
    let wanted = story.writes(citizen(MOTHER), goal("Ro"));
    let asked = story.all().only::<HelpRequest>().unwrap().id();
    for _ in 0..2 {
        assert!(sees(coordinator(RANDI), &story, asked) && !sees(coordinator(RANDI), &story, wanted));
        if story.phase() == "waiting" {
            story.does(intake(), offer(KARI));
        }
    }
    story.does(citizen(MOTHER), family_says(true));
    story.does(coordinator(KARI), coordinator_says(true));
    assert!(view(coordinator(RANDI), &story).is_none());
}

#[test]
fn r51_leaders_and_administrators_read_no_content_and_get_figures_only_where_they_need_them() {
    let story = Story::active();
    let house = House::of(&[&story]);
    for (actor, role, figures) in [(LEADER, Role::Leader, true), (ADMIN, Role::Administrator, false)] {
        let who = Author { actor, role, service: Some(FAMILY_TEAM) };
        assert!(house.view(who, &story).is_err());
        let visit = visit(who, story.moment);
        assert!(now(house.gate.queue(&visit)).is_err());
        assert!(now(house.gate.views(&visit, &[story.dossier.family], "home")).unwrap().is_empty());
        assert_eq!(now(house.gate.figures(&visit, story.moment.today)).is_ok(), figures, "{role:?}");
    }
}

#[test]
fn lists_find_a_family_for_everybody_who_sees_it() {
    let mut busy = Story::active();
    busy.asks(TEACHER, SCHOOL, None);
    let owner = |who| Some(Owner::Helper(who));
    busy.writes(coordinator(KARI), Action { owner: owner(NEIGHBOUR), ..action("Følge til trening") });
    let invited = Meeting { helpers: vec![NURSE], ..meeting("2026-11-09") };
    busy.writes(coordinator(KARI), invited);
    busy.does(coordinator(KARI), offer(JONAS));
    let until = day("2026-11-20");
    busy.does(coordinator(KARI), Command::AskStandIn { actor: RANDI, from: day("2026-11-04"), until });
    let mut needed = Story::active();
    needed.writes(coordinator(KARI), Need { owner: owner(NURSE), ..need("Søvn") });
    let mut member = Story::active();
    member.writes(coordinator(KARI), membership(NEIGHBOUR, RED_CROSS, day("2026-11-01")));
    let mut closed = Story::active();
    closed.does(coordinator(KARI), closes(CloseReason::OwnWish));
    for mut story in [Story::asked(), Story::queued(), Story::offered(), busy, needed, member, closed] {
        for days in [0, 3, 30] {
            story.later(days);
            for who in everybody().into_iter().filter(|who| who.role != Role::Intake) {
                if view(who, &story).is_some() {
                    let found = reaches(&story.dossier, who.actor, who.role.in_lists(), story.moment.today);
                    assert!(found, "{who:?} {}", story.phase());
                }
            }
        }
    }
}

#[test]
fn a_sealed_dossier_tells_nothing_about_itself() {
    let story = Story::active();
    let sealed = Sealed::new(std::sync::Arc::new(story.dossier));
    assert_eq!(format!("{sealed:?}"), "<sealed>");
}
