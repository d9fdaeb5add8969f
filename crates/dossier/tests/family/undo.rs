//! Undo, undo of undo, and what happens when two people change the same thing.

use crate::story::*;
use dossier::*;

#[test]
fn undo_brings_back_the_version_before_and_erases_nothing() {
    let mut story = Story::active();
    let thing = story.writes(coordinator(KARI), goal("Trygg på skolen"));
    story.rewrites::<Goal>(coordinator(KARI), thing, |goal| goal.sign = "Går alene".into());
    story.does(coordinator(KARI), story.undoes(thing));
    assert_eq!(story.now::<Goal>(thing), goal("Trygg på skolen"));
    assert_eq!(story.all().versions(thing).len(), 3, "every step can still be read");
}

#[test]
fn undo_of_an_undo_does_it_again() {
    let mut story = Story::active();
    let thing = story.writes(coordinator(KARI), goal("Trygg"));
    story.rewrites::<Goal>(coordinator(KARI), thing, |goal| goal.note = "Fra elevundersøkelsen".into());
    let (before, after) = (goal("Trygg"), story.now::<Goal>(thing));
    for expected in [&before, &after, &before] {
        story.does(coordinator(KARI), story.undoes(thing));
        assert_eq!(&story.now::<Goal>(thing), expected);
    }
}

#[test]
fn undo_of_something_new_removes_it_and_undo_of_that_brings_it_back() {
    let mut story = Story::active();
    let thing = story.writes(coordinator(KARI), need("Avlastning"));
    story.does(coordinator(KARI), story.undoes(thing));
    assert!(story.all().find::<Need>(thing).is_none());
    assert_eq!(story.all().removed().map(|it| it.is.was.clone()).collect::<Vec<_>>(), ["need"]);
    assert!(gaps(&story.all()).is_empty());
    story.does(coordinator(KARI), story.undoes(thing));
    assert_eq!(story.now::<Need>(thing), need("Avlastning"));
}

#[test]
fn undo_brings_back_whom_it_was_about_and_how_far_it_was_opened() {
    let mut story = Story::active();
    let (girl, mother) = (story.girl, story.mother);
    let thing = story.writes_for(citizen(GIRL), dream(girl, "Bli fotograf"), &[girl], Audience::Ordinary);
    let before = story.dossier.latest(thing).unwrap().clone();
    let opened = Command::Write {
        replaces: Some(story.seen(thing)),
        payload: before.payload.clone(),
        subjects: vec![girl, mother],
        audience: Audience::Coordinator,
    };
    story.does(citizen(GIRL), opened);
    assert_eq!(story.dossier.latest(thing).unwrap().audience, Audience::Coordinator);
    story.does(citizen(GIRL), story.undoes(thing));
    let back = story.dossier.latest(thing).unwrap();
    assert_eq!((&back.subjects, &back.audience), (&before.subjects, &before.audience));
    assert_eq!(back.category, before.category);
}

#[test]
fn what_others_have_answered_to_or_the_law_keeps_is_not_undone() {
    let mut story = Story::active();
    let (mother, today) = (story.mother, story.moment.today);
    let voice = story.writes(citizen(MOTHER), voice(mother, "Jeg er sliten"));
    let reply = story.writes(coordinator(KARI), reply(voice, "Jeg ringer"));
    let agreement = story.writes(citizen(MOTHER), Agreement { by: mother, on: today, how: String::new() });
    let consent = story.writes(citizen(MOTHER), consent(mother, mother, &[Category::PlanCore], today));
    let request = story.asks(TEACHER, SCHOOL, None);
    let kept = |kind: fn(&Payload) -> bool, story: &Story| {
        story.dossier.entries().find(|entry| kind(&entry.payload)).unwrap().thing
    };
    let family = kept(|it| matches!(it, Payload::Family(_)), &story);
    let help = kept(|it| matches!(it, Payload::HelpRequest(_)), &story);
    let course = kept(|it| matches!(it, Payload::Course(_)), &story);
    let coordination = kept(|it| matches!(it, Payload::Coordination(_)), &story);
    for thing in [voice, reply, agreement, consent, request, family, help, course, coordination] {
        let command = story.undoes(thing);
        assert_eq!(story.refuses(coordinator(KARI), command), Refusal::Rule(Rule::NotUndoable));
    }
}

#[test]
fn undo_never_gives_somebody_back_what_was_said_no_to() {
    let mut story = Story::active();
    let thing = story.writes(coordinator(KARI), action("Plan"));
    story.does(citizen(MOTHER), story.moves(thing, ActionStatus::AcceptedByFamily));
    let request = story.asks(TEACHER, SCHOOL, Some(thing));
    let yes = story.answers(request, story.yes());
    story.does(helper(TEACHER, SCHOOL), yes);
    story.rewrites::<Action>(coordinator(KARI), thing, |action| action.owner = Some(Owner::Helper(NURSE)));
    let no = story.answers(request, story.no());
    story.does(helper(TEACHER, SCHOOL), no);
    let command = story.undoes(thing);
    assert_eq!(story.refuses(coordinator(KARI), command), Refusal::Rule(Rule::NotUndoable));
    assert_eq!(story.now::<Action>(thing).owner, Some(Owner::Helper(NURSE)));
}

#[test]
fn a_rhythm_that_came_after_is_not_doubled_by_an_undo() {
    let mut story = Story::active();
    let first = story.writes(coordinator(KARI), Rhythm { days: 7 });
    story.does(coordinator(KARI), story.undoes(first));
    let second = story.writes(coordinator(KARI), Rhythm { days: 21 });
    let command = story.undoes(first);
    assert_eq!(story.refuses(coordinator(KARI), command), Refusal::Rule(Rule::NotUndoable));
    assert_eq!(story.all().only::<Rhythm>().unwrap().id(), second);
}

/// Every command that changes a version that somebody saw.
fn commands_on(
    story: &Story,
    seen: impl Fn(ThingId) -> (ThingId, u32),
    things: [ThingId; 3],
) -> Vec<Command> {
    let [goal_id, action_id, request_id] = things;
    let write = |thing, payload| Command::Write {
        replaces: Some(seen(thing)),
        payload,
        subjects: Vec::new(),
        audience: Audience::Ordinary,
    };
    vec![
        write(goal_id, goal("Noe annet").wrap()),
        write(action_id, action("Noe annet").wrap()),
        Command::Undo(seen(goal_id)),
        Command::MoveAction {
            action: seen(action_id),
            to: ActionStatus::AcceptedByFamily,
            accepted_by: Some(story.mother),
            words: String::new(),
        },
        Command::AnswerRequest { request: seen(request_id), answer: story.yes() },
        Command::WithdrawRequest { request: seen(request_id), why: "Feil".into() },
    ]
}

#[test]
fn who_changes_a_version_that_is_no_longer_the_last_is_told_and_changes_nothing() {
    let mut story = Story::active();
    let goal_id = story.writes(coordinator(KARI), goal("Trygg"));
    let action_id = story.writes(coordinator(KARI), action("Plan"));
    let request_id = story.asks(TEACHER, SCHOOL, None);
    let things = [goal_id, action_id, request_id];
    let old: Vec<(ThingId, u32)> = things.iter().map(|thing| story.seen(*thing)).collect();
    story.rewrites::<Goal>(coordinator(KARI), goal_id, |goal| goal.note = "Nytt".into());
    story.rewrites::<Action>(coordinator(KARI), action_id, |action| action.words = "Ny".into());
    let back = story.answers(request_id, story.asks_back());
    story.does(helper(TEACHER, SCHOOL), back);
    let seen = |thing: ThingId| *old.iter().find(|(known, _)| *known == thing).unwrap();
    for command in commands_on(&story, seen, things) {
        let refusal = story.refuses(coordinator(KARI), command);
        assert!(matches!(refusal, Refusal::Stale { thing } if things.contains(&thing)), "{refusal:?}");
    }
    let nowhere = |_| (ThingId::new(999), 1);
    for command in commands_on(&story, nowhere, things) {
        assert_eq!(story.refuses(coordinator(KARI), command), Refusal::Missing);
    }
    let another_kind = |thing| if thing == goal_id { (action_id, 2) } else { (goal_id, 2) };
    for command in commands_on(&story, another_kind, things) {
        if !matches!(command, Command::Undo(_)) {
            assert_eq!(story.refuses(coordinator(KARI), command), Refusal::Missing);
        }
    }
}

#[test]
fn what_was_removed_meanwhile_counts_as_changed() {
    let mut story = Story::active();
    let thing = story.writes(coordinator(KARI), goal("Trygg"));
    let command = story.rewriting::<Goal>(thing, |goal| goal.note = "Nytt".into());
    story.does(coordinator(KARI), story.undoes(thing));
    assert_eq!(story.refuses(coordinator(KARI), command), Refusal::Stale { thing });
}

#[test]
fn two_who_change_different_things_do_not_collide() {
    let mut story = Story::active();
    let goal_id = story.writes(coordinator(KARI), goal("Trygg"));
    let need_id = story.writes(coordinator(KARI), need("Avlastning"));
    let first = story.rewriting::<Goal>(goal_id, |goal| goal.note = "Nytt".into());
    let second = story.rewriting::<Need>(need_id, |need| need.area = Some(Area::Everyday));
    story.does(coordinator(KARI), first);
    story.does(coordinator(KARI), second);
}

#[test]
fn a_family_has_one_name_and_one_rhythm() {
    let mut story = Story::active();
    let rhythm = story.writes(coordinator(KARI), Rhythm { days: 7 });
    let family = story.all().only::<Family>().unwrap();
    let (name, family) = (family.is.clone(), family.id());
    let second = |payload| Command::Write {
        replaces: None,
        payload,
        subjects: Vec::new(),
        audience: Audience::Ordinary,
    };
    for (payload, thing) in [(Rhythm { days: 30 }.wrap(), rhythm), (name.wrap(), family)] {
        assert_eq!(story.refuses(coordinator(KARI), second(payload)), Refusal::Stale { thing });
    }
    story.rewrites::<Rhythm>(coordinator(KARI), rhythm, |rhythm| rhythm.days = 30);
    assert_eq!(story.all().only::<Rhythm>().unwrap().is.days, 30);
}
