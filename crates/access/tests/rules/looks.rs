//! Who looked: what each is told of it, and how it is followed up.

use crate::support::story::*;
use crate::support::*;
use access::follow::{FollowOutcome, FollowStep, Lies};
use access::unusual::{Trace, Unusual};
use access::*;
use dossier::*;

fn look(story: &Story, who: Author, kinds: &[Category], in_list: bool) -> Look {
    Look {
        actor: who.actor,
        role: who.role,
        service: who.service,
        at: story.moment.at,
        act: if in_list { "questions" } else { "plan" }.into(),
        outcome: "seen".into(),
        ground: "own-task".into(),
        categories: kinds.to_vec(),
        in_list,
    }
}

fn told(house: &House, who: Author, story: &Story) -> Vec<(ActorId, Vec<Category>)> {
    let view = house.view(who, story).unwrap();
    let looks = now(house.gate.looks(&view, 100)).unwrap();
    looks.into_iter().map(|it| (it.actor, it.categories)).collect()
}

#[test]
fn r91_a_parent_is_told_of_looks_at_what_the_parent_may_see_and_of_no_others() {
    let mut story = Story::active();
    let said = voice(story.girl, "Jeg vil ikke hjem");
    story.writes_for(citizen(GIRL), said, &[story.girl], Audience::Coordinator);
    story.writes(coordinator(KARI), goal("Vi sover"));
    let house = House::of(&[&story]);
    let nurse = helper(NURSE, HEALTH_STATION);
    *house.memory.looks.lock().unwrap() = vec![
        look(&story, coordinator(KARI), &[Category::PlanCore, Category::ChildVoice], false),
        look(&story, nurse, &[Category::HealthPrivate], false),
        look(&story, coordinator(KARI), &[Category::PlanCore, Category::Economy], true),
        // Asked about something that the mother does not see: not told by name, not in a list either.
        look(&story, nurse, &[Category::PlanCore], true),
    ];
    let plan = vec![Category::PlanCore];
    assert_eq!(told(&house, citizen(MOTHER), &story), [(KARI, plan), (KARI, Vec::new())]);
    let all = told(&house, coordinator(KARI), &story);
    assert_eq!(all.len(), 4, "the one who holds the whole reads the whole log");
}

#[test]
fn r89_a_helper_whom_the_family_knows_is_told_also_when_the_family_stood_in_a_list() {
    let mut story = Story::active();
    story.writes(coordinator(KARI), membership(NURSE, HEALTH_STATION, story.moment.today));
    let house = House::of(&[&story]);
    *house.memory.looks.lock().unwrap() =
        vec![look(&story, helper(NURSE, HEALTH_STATION), &[Category::PlanCore], true)];
    assert_eq!(told(&house, citizen(MOTHER), &story), [(NURSE, Vec::new())]);
}

#[test]
fn r46_a_look_in_an_emergency_is_told_when_the_family_is_and_not_before() {
    let opened = |untold: Option<&str>| {
        let mut story = Story::active();
        story.writes(coordinator(KARI), goal("Vi sover"));
        let nurse = helper(NURSE, HEALTH_STATION);
        let untold = untold.map(str::to_owned);
        story.does(nurse, Command::OpenInEmergency { why: "Barnet er bevisstløst".into(), untold });
        let house = House::of(&[&story]);
        let look = Look { ground: "emergency".into(), ..look(&story, nurse, &[Category::PlanCore], false) };
        *house.memory.looks.lock().unwrap() = vec![look];
        told(&house, citizen(MOTHER), &story).len()
    };
    assert_eq!(opened(None), 1);
    assert_eq!(opened(Some("Faren kan skade barnet")), 0);
}

#[test]
fn r91_a_young_person_reads_the_own_log_from_sixteen() {
    let mut story = Story::active();
    story.writes(coordinator(KARI), goal("Vi sover"));
    let reads = |story: &Story| {
        let house = House::of(&[story]);
        *house.memory.looks.lock().unwrap() =
            vec![look(story, coordinator(KARI), &[Category::PlanCore], false)];
        told(&house, citizen(GIRL), story).len()
    };
    assert_eq!(reads(story.on("2026-11-19")), 0, "fifteen");
    assert_eq!(reads(story.on("2026-11-20")), 1, "sixteen today");
}

#[test]
fn what_is_asked_about_a_look_is_the_askers_own_and_a_look_to_come_is_none() {
    let mut story = Story::active();
    let on = story.moment.today;
    let asks = |who, on| Voice {
        look: Some(LookedOn { actor: KARI, service: Some(FAMILY_TEAM), on }),
        ..voice(who, "Hvorfor?")
    };
    let girl = story.girl;
    let question = story.writes_for(citizen(GIRL), asks(girl, on), &[girl], Audience::Coordinator);
    assert!(sees(coordinator(KARI), &story, question));
    assert!(!sees(citizen(MOTHER), &story, question), "R20: the child's question is the child's");
    let ahead = write(asks(girl, after(on, 1)), &[girl], Audience::Coordinator);
    assert!(matches!(story.refuses(citizen(GIRL), ahead), Refusal::Field { field: "look", .. }));
    let house = House::of(&[&story]);
    let for_mother = write(asks(girl, on), &[girl], Audience::Coordinator);
    assert!(matches!(house.acts(citizen(MOTHER), &story, for_mother), Err(ActError::NotFound)));
}

const OTHER_LEADER: ActorId = ActorId::new(77);

fn leader(actor: ActorId) -> Author {
    Author { actor, role: Role::Leader, service: Some(FAMILY_TEAM) }
}

/// A house in which a nurse has opened a family that she has nothing to do with.
fn looked(story: &Story) -> House {
    let house = House::of(&[story]);
    let at = story.moment.at - jiff::SignedDuration::from_hours(24 * 7);
    let trace = Trace {
        line: 7,
        at,
        clock: Moment::clock_of(at),
        actor: NURSE,
        role: Role::Helper,
        service: Some(HEALTH_STATION),
        family: Some(story.dossier.family),
        act: "plan".into(),
        ground: "own-task".into(),
        outcome: LineOutcome::Seen,
    };
    *house.memory.traces.lock().unwrap() = vec![trace];
    house
}

fn follows(
    house: &House,
    who: Author,
    story: &Story,
    id: ThingId,
    step: FollowStep,
) -> Result<Acted, ActError> {
    let key = Key { actor: who.actor, key: format!("{step:?}"), body: [0; 32] };
    now(house.gate.follow(&visit(who, story.moment), id, step, key))
}

fn asked() -> FollowStep {
    FollowStep::Asked { words: String::new() }
}

fn answered(words: &str) -> FollowStep {
    FollowStep::Answered { words: words.into() }
}

fn settled(words: &str) -> FollowStep {
    FollowStep::Settled { outcome: FollowOutcome::HadReason, words: words.into() }
}

#[test]
fn r38_a_leader_asks_the_helper_answers_and_what_came_of_it_is_kept_with_a_line_for_each() {
    let mut story = Story::active();
    story.later(10);
    let house = looked(&story);
    let (liv, nurse) = (leader(LEADER), helper(NURSE, HEALTH_STATION));
    let watched = || now(house.gate.watch(&visit(liv, story.moment))).unwrap();
    let found = watched();
    let id = found.alarms[0].matter.id;
    assert_eq!(found.alarms[0].matter.rules, [Unusual::NoTask]);
    assert_eq!((found.alarms[0].lies(), found.sample.len()), (Lies::New, 1));
    let mine = || now(house.gate.asked_about_looks(&visit(nurse, story.moment))).unwrap();
    assert!(mine().is_empty(), "nobody has asked yet");
    assert!(follows(&house, nurse, &story, id, answered("x")).is_err());

    follows(&house, liv, &story, id, asked()).unwrap();
    assert_eq!(mine()[0].lies(), Lies::WithHelper);
    assert!(matches!(follows(&house, leader(OTHER_LEADER), &story, id, asked()), Err(ActError::Refused(_))));
    let empty = follows(&house, nurse, &story, id, answered(" "));
    assert!(matches!(empty, Err(ActError::Refused(Refusal::Field { field: "ord", .. }))));
    follows(&house, nurse, &story, id, answered("Feil familie i lista")).unwrap();
    assert!(follows(&house, liv, &story, id, answered("for henne")).is_err(), "each for oneself");
    follows(&house, liv, &story, id, settled("Det stemte")).unwrap();
    assert!(follows(&house, liv, &story, id, FollowStep::Asked { words: "en gang til".into() }).is_err());

    let done = watched();
    assert!(done.alarms.is_empty(), "what is done with is no alarm");
    assert_eq!((done.settled.len(), done.settled[0].steps.len()), (1, 3));
    let lines = house.memory.lines.lock().unwrap();
    let changed: Vec<_> = lines.iter().filter(|it| it.outcome == LineOutcome::Changed).collect();
    let acts: Vec<&str> = changed.iter().map(|it| it.act).collect();
    assert_eq!(acts, ["look-asked", "look-answered", "look-settled"]);
    assert!(changed.iter().all(|it| it.families.is_empty()), "no family's log is touched");
}

#[test]
fn r38_only_leaders_follow_up_nobody_follows_up_on_oneself_and_a_repeated_form_is_one_step() {
    let mut story = Story::active();
    story.later(10);
    let house = looked(&story);
    for who in [coordinator(KARI), citizen(MOTHER), intake(), helper(NURSE, HEALTH_STATION)] {
        let found = now(house.gate.watch(&visit(who, story.moment)));
        assert!(matches!(found, Err(Denied::NotFound)), "{:?}", who.role);
    }
    assert!(now(house.gate.asked_about_looks(&visit(citizen(MOTHER), story.moment))).is_err());
    let id = now(house.gate.watch(&visit(leader(LEADER), story.moment))).unwrap().alarms[0].matter.id;
    let herself = leader(NURSE);
    assert!(matches!(follows(&house, herself, &story, id, settled("Greit")), Err(ActError::NotFound)));
    assert!(matches!(follows(&house, herself, &story, id, asked()), Err(ActError::NotFound)));
    assert!(!follows(&house, leader(LEADER), &story, id, asked()).unwrap().repeated);
    assert!(follows(&house, leader(LEADER), &story, id, asked()).unwrap().repeated);
    assert_eq!(house.memory.steps.lock().unwrap().len(), 1);
    *house.memory.full.lock().unwrap() = true;
    let nothing = now(house.gate.watch(&visit(leader(LEADER), story.moment)));
    assert!(matches!(nothing, Err(Denied::Archive(_))), "R90: no line, nothing shown");
}

#[test]
fn r91_that_the_family_stood_in_a_helpers_list_is_told_of_whoever_it_knows_by_a_question_a_task_or_a_meeting()
{
    const KARIS: Author = coordinator(KARI);
    let ways: [fn(&mut Story, ActorId, ServiceId) -> ThingId; 4] = [
        |story, by, of| story.asks(by, of, None),
        |story, by, _| story.writes(KARIS, Action { owner: Some(Owner::Helper(by)), ..action("Ringe") }),
        |story, by, _| story.writes(KARIS, Need { owner: Some(Owner::Helper(by)), ..need("Ro") }),
        |story, by, _| story.writes(KARIS, Meeting { helpers: vec![by], ..meeting("2026-12-01T10:00") }),
    ];
    for (way, known_by) in ways.iter().zip(["question", "task", "need", "meeting"]) {
        for (known, of, expected) in
            [(NURSE, HEALTH_STATION, vec![(NURSE, Vec::new())]), (TEACHER, SCHOOL, Vec::new())]
        {
            let mut story = Story::active();
            way(&mut story, known, of);
            let house = House::of(&[&story]);
            let nurse = helper(NURSE, HEALTH_STATION);
            *house.memory.looks.lock().unwrap() = vec![look(&story, nurse, &[Category::PlanCore], true)];
            assert_eq!(told(&house, citizen(MOTHER), &story), expected, "{known_by} of {known:?}");
        }
    }
}

#[test]
fn what_came_of_following_up_is_read_back_by_its_code() {
    for (outcome, code) in
        [(FollowOutcome::HadReason, "had-reason"), (FollowOutcome::TakenFurther, "taken-further")]
    {
        assert_eq!((outcome.code(), FollowOutcome::from_code(code)), (code, Some(outcome)));
    }
    assert_eq!(FollowOutcome::from_code("x"), None);
}
