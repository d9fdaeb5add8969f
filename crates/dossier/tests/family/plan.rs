//! The plan as threads, what lies between, the thread of time, and the one next step.

use crate::story::*;
use dossier::*;

#[test]
fn from_every_action_one_can_go_up_to_the_dream_that_it_serves() {
    let mut story = Story::active();
    let girl = story.girl;
    let dreamt = story.writes(citizen(GIRL), dream(girl, "Bli fotograf"));
    let wanted = story.writes(citizen(GIRL), Goal { dream: Some(dreamt.into()), ..goal("Kurs") });
    let step = Action { goal: Some(wanted.into()), ..action("Melde på") };
    let done = story.writes(coordinator(KARI), step);
    let loose_goal = story.writes(coordinator(KARI), goal("Ro"));
    let loose_action = story.writes(coordinator(KARI), action("Ringe"));
    let plan = plan(&story.all(), story.moment.today);
    let thread = &plan.dreams[0];
    assert_eq!((thread.dream.id(), thread.goals[0].goal.id()), (dreamt, wanted));
    assert_eq!(thread.goals[0].actions[0].id(), done);
    assert_eq!(plan.goals.iter().map(|it| it.goal.id()).collect::<Vec<_>>(), [loose_goal]);
    assert_eq!(plan.actions.iter().map(|it| it.id()).collect::<Vec<_>>(), [loose_action]);
}

#[test]
fn what_hangs_on_something_that_is_not_shown_is_shown_loose() {
    let mut story = Story::active();
    let girl = story.girl;
    let dreamt = story.writes_for(citizen(GIRL), dream(girl, "Flytte"), &[girl], Audience::Coordinator);
    story.writes(coordinator(KARI), Goal { dream: Some(dreamt.into()), ..goal("Kurs") });
    let open: Vec<Shown> = story
        .dossier
        .classes()
        .iter()
        .map(|class| if class.audience == Audience::Coordinator { Shown::No } else { Shown::Whole })
        .collect();
    let open = Open { classes: open, ..Open::default() };
    let part = Extract::of(&story.dossier, &open);
    let plan = plan(&part, story.moment.today);
    assert_eq!((plan.dreams.len(), plan.goals.len()), (0, 1));
    assert_eq!(plan.not_asked.len(), 4, "and nobody can tell that the girl was asked");
}

#[test]
fn an_action_or_goal_stands_in_one_place_only() {
    let mut story = Story::active();
    let girl = story.girl;
    let dreamt = story.writes(citizen(GIRL), dream(girl, "x"));
    for _ in 0..3 {
        let wanted = story.writes(citizen(GIRL), Goal { dream: Some(dreamt.into()), ..goal("y") });
        for _ in 0..2 {
            story.writes(coordinator(KARI), Action { goal: Some(wanted.into()), ..action("z") });
        }
    }
    let plan = plan(&story.all(), story.moment.today);
    let actions = plan.dreams[0].goals.iter().map(|it| it.actions.len()).collect::<Vec<_>>();
    assert_eq!(actions, [2, 2, 2]);
    assert!(plan.goals.is_empty() && plan.actions.is_empty());
}

#[test]
fn near_is_apart_from_far_and_what_is_settled_is_gone() {
    let mut story = Story::active();
    let near = story.writes(coordinator(KARI), acute("Mat"));
    let far = story.writes(coordinator(KARI), need("Arbeid"));
    let ids = |needs: &[Thing<'_, Need>]| needs.iter().map(Thing::id).collect::<Vec<_>>();
    let now = plan(&story.all(), story.moment.today);
    assert_eq!((ids(&now.acute), ids(&now.long_term)), (vec![near], vec![far]));
    story.rewrites::<Need>(coordinator(KARI), near, |it| {
        it.settled = Some(settled(day("2026-11-02"), true));
    });
    assert_eq!(ids(&plan(&story.all(), story.moment.today).acute), []);
}

#[test]
fn who_has_not_been_asked_for_a_dream_is_named_and_did_not_want_to_counts_as_asked() {
    let mut story = Story::active();
    let (mother, girl) = (story.mother, story.girl);
    story.writes(coordinator(KARI), Dream { of: vec![girl], words: None });
    story.writes(coordinator(KARI), dream(mother, "Ro"));
    let names = |story: &Story| {
        let plan = plan(&story.all(), story.moment.today);
        plan.not_asked.iter().map(|it| it.is.given.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(&story), ["Sami", "Yusuf"]);
    let father = story.father;
    story.rewrites::<Person>(coordinator(KARI), father.thing(), |it| it.left = Some(day("2026-11-03")));
    assert_eq!(names(story.on("2026-11-03")), ["Yusuf"], "who has left is not asked");
}

#[test]
fn a_plan_in_which_nothing_is_written_says_so() {
    let mut story = Story::active();
    assert!(plan(&story.all(), story.moment.today).is_empty());
    story.writes(citizen(MOTHER), Strength { words: "Bestemor".into() });
    assert!(!plan(&story.all(), story.moment.today).is_empty());
}

#[test]
fn a_gap_counts_from_the_day_on_which_there_was_no_owner_any_longer() {
    let mut story = Story::active();
    let since = |story: &Story| gaps(&story.all()).iter().map(|gap| gap.since).collect::<Vec<_>>();
    let thing = story.writes(coordinator(KARI), need("Avlastning"));
    let nobodys = [day("2026-11-02")];
    story.on("2026-11-04").rewrites::<Need>(coordinator(KARI), thing, |it| it.area = Some(Area::Everyday));
    assert_eq!(since(&story), nobodys, "another word about it does not make it younger");
    let kari = Some(Owner::Helper(KARI));
    story.on("2026-11-06").rewrites::<Need>(coordinator(KARI), thing, |it| it.owner = kari);
    assert_eq!(since(&story), []);
    story.on("2026-11-20").rewrites::<Need>(coordinator(KARI), thing, |it| it.owner = None);
    assert_eq!(since(&story), [day("2026-11-20")]);
}

#[test]
fn a_need_is_no_gap_while_somebody_has_an_open_action_for_it() {
    let mut story = Story::active();
    let thing = story.writes(coordinator(KARI), need("Avlastning"));
    let owner = Some(Owner::Helper(KARI));
    let step = Action { need: Some(thing.into()), owner, ..action("Søke") };
    let step = story.later(1).writes(coordinator(KARI), step);
    assert!(gaps(&story.all()).is_empty());
    story.does(citizen(MOTHER), story.moves(step, ActionStatus::AcceptedByFamily));
    story.on("2026-11-20");
    story.does(coordinator(KARI), story.moves(step, ActionStatus::Stopped));
    let found = gaps(&story.all());
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].thing, found[0].since), (thing, day("2026-11-20")), "a gap since the work stopped");
}

#[test]
fn an_action_that_loses_its_owner_is_a_gap_from_that_day_in_the_area_of_its_need() {
    let mut story = Story::active();
    let needed = story.writes(coordinator(KARI), Need { area: Some(Area::School), ..need("x") });
    let owner = Some(Owner::Helper(TEACHER));
    let step = Action { need: Some(needed.into()), owner, ..action("Plan") };
    let step = story.writes(coordinator(KARI), step);
    story.on("2026-11-12").rewrites::<Action>(coordinator(KARI), step, |it| it.owner = None);
    let found = gaps(&story.all()).into_iter().find(|gap| gap.thing == step).unwrap();
    assert_eq!((found.since, found.area), (day("2026-11-12"), Some(Area::School)));
    assert_eq!(found.reason, Reason::ActionWithoutOwner(step.into()));
}

/// Days and states of the thread of time, with what each is about.
fn knots(story: &Story, back: i32) -> Vec<(String, StepState, &'static str)> {
    timeline(&story.all(), story.moment, back)
        .into_iter()
        .map(|step| {
            let of = match step.of {
                StepOf::Action(_) => "action",
                StepOf::Request(_) => "request",
                StepOf::Meeting(_) => "meeting",
            };
            (step.on.to_string(), step.state, of)
        })
        .collect()
}

#[test]
fn the_thread_of_time_tells_what_was_done_what_is_late_what_is_next_and_what_comes_later() {
    use StepState::*;
    let mut story = Story::active();
    let owned =
        |due: &str| Action { due: Some(day(due)), owner: Some(Owner::Helper(KARI)), ..action("Ringe") };
    let did = story.writes(coordinator(KARI), owned("2026-11-04"));
    story.does(citizen(MOTHER), story.moves(did, ActionStatus::AcceptedByFamily));
    story.on("2026-11-04");
    story.does(coordinator(KARI), story.moves(did, ActionStatus::Delivered));
    story.on("2026-11-06");
    story.does(citizen(MOTHER), story.moves(did, ActionStatus::Done));
    story.writes(coordinator(KARI), owned("2026-11-10"));
    story.writes(coordinator(KARI), owned("2026-11-30"));
    story.asks(TEACHER, SCHOOL, None);
    story.writes(coordinator(KARI), meeting("2026-11-18"));
    story.on("2026-11-12");
    let expected = [
        ("2026-11-04", Done, "action"),
        ("2026-11-10", Late, "action"),
        ("2026-11-11", Late, "request"),
        ("2026-11-18", Next, "meeting"),
        ("2026-11-30", Later, "action"),
    ];
    let expected: Vec<_> = expected.map(|(on, state, of)| (on.to_owned(), state, of)).into();
    assert_eq!(knots(&story, 14), expected, "done counts from the day it was delivered");
    assert_eq!(knots(&story, 7), expected[1..], "and goes out of sight after so many days");
}

#[test]
fn what_was_called_off_stopped_or_belongs_to_nobody_is_no_knot() {
    let mut story = Story::active();
    let off = story.writes(coordinator(KARI), meeting("2026-11-09"));
    story.rewrites::<Meeting>(coordinator(KARI), off, |it| {
        it.settled = Some(settled(day("2026-11-02"), false));
    });
    story.writes(coordinator(KARI), Action { due: Some(day("2026-11-05")), ..action("Ingens") });
    let request = story.asks(TEACHER, SCHOOL, None);
    let no = story.answers(request, story.no());
    story.does(helper(TEACHER, SCHOOL), no);
    assert_eq!(knots(&story, 14), []);
}

fn step_of(story: &Story, person: PersonId, decides: bool) -> (&'static str, Option<ThingId>) {
    match next_step(&story.all(), person, decides, story.moment) {
        NextStep::AnswerOffer(it) => ("offer", Some(it.id())),
        NextStep::AnswerMeeting(it) => ("meeting", Some(it.id())),
        NextStep::AnswerAction(it) => ("proposal", Some(it.id())),
        NextStep::DoAction(it) => ("do", Some(it.id())),
        NextStep::Nothing(Some(_)) => ("wait", None),
        NextStep::Nothing(None) => ("nothing", None),
    }
}

#[test]
fn the_one_next_step_goes_by_what_only_this_person_can_answer() {
    let mut story = Story::active();
    let (mother, father, girl) = (story.mother, story.father, story.girl);
    assert_eq!(step_of(&story, mother, true).0, "nothing");

    let own = Action { owner: Some(Owner::Member(mother)), ..action("Ringe fastlegen") };
    let own = story.writes(citizen(MOTHER), own);
    assert_eq!(step_of(&story, mother, true), ("do", Some(own)));
    assert_eq!(step_of(&story, father, true).0, "nothing", "what the mother does is not the father's");

    let proposal = story.writes(coordinator(KARI), action("Avlastning"));
    assert_eq!(step_of(&story, mother, true), ("proposal", Some(proposal)));
    assert_eq!(step_of(&story, girl, false).0, "nothing", "a child does not say yes for the family");

    let members = vec![mother, father];
    let invited = story.writes(coordinator(KARI), Meeting { members, ..meeting("2026-11-09") });
    assert_eq!(step_of(&story, mother, true), ("meeting", Some(invited)));
    story.writes(citizen(MOTHER), Reply { outcome: Outcome::Yes, ..reply(invited, "") });
    assert_eq!(step_of(&story, mother, true).0, "proposal");
    assert_eq!(step_of(&story, father, true), ("meeting", Some(invited)), "her answer is not his");

    story.does(coordinator(KARI), offer(JONAS));
    assert_eq!(step_of(&story, mother, true).0, "offer");
    assert_eq!(step_of(&story, father, false).0, "meeting");
}

#[test]
fn when_there_is_nothing_to_do_the_next_thing_with_a_date_is_told() {
    let mut story = Story::active();
    let mother = story.mother;
    story.writes(coordinator(KARI), meeting("2026-11-09"));
    assert_eq!(step_of(&story, mother, true).0, "wait");
    story.on("2026-11-10");
    assert_eq!(step_of(&story, mother, true).0, "nothing", "what has passed is no next step");
}

#[test]
fn the_team_is_those_whose_period_holds() {
    let mut story = Story::active();
    let until = Some(day("2026-11-20"));
    let member = Membership { until, ..membership(NURSE, HEALTH_STATION, day("2026-11-10")) };
    story.writes(coordinator(KARI), member);
    let there = ["2026-11-09", "2026-11-10", "2026-11-19", "2026-11-20"]
        .map(|on| !team(&story.all(), day(on)).is_empty());
    assert_eq!(there, [false, true, true, false]);
}

#[test]
fn responsibility_that_one_parent_has_alone_is_nobody_elses() {
    use Responsibility::*;
    let table: [(Responsibility, Responsibility, &[usize]); 6] = [
        (Joint, Joint, &[0, 1]),
        (Mother, None, &[0]),
        (None, Father, &[1]),
        (None, None, &[]),
        // Contradictions are read protectively: what is certain holds, what is not waits for a person.
        (Mother, Joint, &[0]),
        (Mother, Mother, &[]),
    ];
    for (mothers, fathers, expected) in table {
        let mut story = Story::active();
        let (parents, boy) = ([story.mother, story.father], story.boy);
        for (parent, responsibility) in parents.into_iter().zip([mothers, fathers]) {
            let of = |it: &Thing<'_, Relation>| it.is.from == parent && it.is.to == boy;
            let relation = story.all().all::<Relation>().find(of).unwrap().id();
            story.rewrites::<Relation>(intake(), relation, |it| it.responsibility = responsibility);
        }
        let found = responsible_for(&story.all(), boy, story.moment.today);
        let expected: Vec<_> = expected.iter().map(|index| parents[*index]).collect();
        assert_eq!(found, expected, "{mothers:?} and {fathers:?}");
    }
}

#[test]
fn responsibility_has_a_period_and_a_step_parent_has_none() {
    let mut story = Story::active();
    let (father, boy, girl) = (story.father, story.boy, story.girl);
    let of = |it: &Thing<'_, Relation>| it.is.from == father && it.is.to == boy;
    let relation = story.all().all::<Relation>().find(of).unwrap().id();
    story.rewrites::<Relation>(intake(), relation, |it| it.until = Some(day("2026-12-01")));
    let decides = |story: &Story, on: &str| responsible_for(&story.all(), boy, day(on)).contains(&father);
    assert!(decides(&story, "2026-11-30") && !decides(&story, "2026-12-01"));
    let of = |it: &Thing<'_, Relation>| it.is.from == father && it.is.to == girl;
    let relation = story.all().all::<Relation>().find(of).unwrap().id();
    story.rewrites::<Relation>(intake(), relation, |it| it.relation = RelationKind::StepParent);
    assert_eq!(responsible_for(&story.all(), girl, day("2026-11-02")), [story.mother]);
}
