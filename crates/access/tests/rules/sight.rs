//! A form whose command follows from what its writer sees: the view is lent, and nobody is shown anything.

use crate::support::story::*;
use crate::support::*;
use access::*;
use dossier::*;

fn key(key: &str) -> Key {
    Key { actor: MOTHER, key: key.into(), body: [0; 32] }
}

fn acts(house: &House) -> Vec<(&'static str, LineOutcome)> {
    house.memory.lines.lock().unwrap().iter().map(|it| (it.act, it.outcome)).collect()
}

#[test]
fn what_was_changed_is_written_and_nothing_was_looked_at() {
    let story = Story::active();
    let house = House::of(&[&story]);
    let mother = visit(citizen(MOTHER), story.moment);
    let family = story.dossier.family;
    let read = |view: &View| {
        assert_eq!(view.family(), family);
        Some(write(goal("Ro"), &[], Audience::Ordinary))
    };
    let first = now(house.gate.act_on_sight(&mother, family, "plan", key("k"), read)).unwrap().unwrap();
    assert_eq!(acts(&house), [("goal", LineOutcome::Changed)]);
    let again = now(house.gate.act_on_sight(&mother, family, "plan", key("k"), read)).unwrap().unwrap();
    assert_eq!((first.repeated, again.repeated, first.thing), (false, true, again.thing));
    assert_eq!(acts(&house).len(), 1, "doing it twice is doing it once");
}

#[test]
fn without_a_command_nothing_is_written_and_without_a_ground_nothing_is_lent() {
    let story = Story::active();
    let house = House::of(&[&story]);
    let family = story.dossier.family;
    let nothing = |_: &View| None;
    let mother = visit(citizen(MOTHER), story.moment);
    assert_eq!(now(house.gate.act_on_sight(&mother, family, "plan", key("k"), nothing)).unwrap(), None);
    let jonas = visit(coordinator(JONAS), story.moment);
    let lent = |_: &View| -> Option<Command> { panic!("a view was lent to somebody without a ground") };
    let refused = now(house.gate.act_on_sight(&jonas, family, "plan", key("k"), lent));
    assert!(matches!(refused, Err(ActError::NotFound)));
    assert!(acts(&house).is_empty());
    let told: Vec<_> = house.memory.refused.lock().unwrap().iter().map(|it| (it.act, it.outcome)).collect();
    assert_eq!(told, [("plan", LineOutcome::Denied)]);
}

#[test]
fn what_may_not_be_done_is_refused_also_to_whoever_sees() {
    let story = Story::active();
    let house = House::of(&[&story]);
    let (kari, family) = (visit(coordinator(KARI), story.moment), story.dossier.family);
    *house.memory.full.lock().unwrap() = true;
    let read = |_: &View| Some(write(goal("Ro"), &[], Audience::Ordinary));
    let full = now(house.gate.act_on_sight(&kari, family, "plan", key("k"), read));
    assert!(matches!(full, Err(ActError::Archive(ArchiveError::Unavailable(_)))));
    *house.memory.full.lock().unwrap() = false;
    let teacher = visit(helper(TEACHER, SCHOOL), story.moment);
    let refused = now(house.gate.act_on_sight(&teacher, family, "plan", key("k"), read));
    assert!(refused.is_err(), "a helper does not write the family's goals");
    assert!(acts(&house).is_empty());
    assert_eq!(house.memory.dossiers.lock().unwrap()[&family].version(), story.dossier.version());
}
