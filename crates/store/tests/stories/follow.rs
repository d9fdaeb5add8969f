//! Following up who looked: read from the journal, kept step by step.

use crate::town::*;
use access::follow::{FollowOutcome, FollowStep, Lies};
use access::unusual::Unusual;
use access::{ActError, Archive, Visit};
use dossier::*;
use jiff::SignedDuration;

fn leader() -> Visit {
    visit(ActorId::new(900), Role::Leader, None)
}

#[test]
fn tries_at_many_doors_are_found_in_the_journal_and_the_steps_outlive_a_restart() {
    let town = Town::new();
    let families: Vec<FamilyId> = (0..5).map(|number| town.family(&format!("F{number}"))).collect();
    for family in &families {
        assert!(wait(town.gate.view(&stranger(), *family, "plan")).is_err());
    }
    town.store.set_meta("later", "than the notes").unwrap();
    let found = wait(town.gate.watch(&leader())).unwrap();
    let [alarm] = found.alarms.as_slice() else { panic!("{:?}", found.alarms) };
    assert_eq!((alarm.matter.rules.as_slice(), alarm.matter.families), ([Unusual::Refused].as_slice(), 5));
    let id = alarm.matter.id;
    let step = |words: &str| FollowStep::Asked { words: words.into() };
    wait(town.gate.follow(&leader(), id, step("Hva skjedde?"), new_key(leader().actor))).unwrap();
    let stale = wait(town.gate.follow(&leader(), id, step("Hva?"), new_key(leader().actor)));
    assert!(matches!(stale, Err(ActError::Refused(Refusal::Stale { .. }))));

    let town = town.reopened();
    let asked = wait(town.gate.asked_about_looks(&stranger())).unwrap();
    assert_eq!(asked[0].steps[0].step, step("Hva skjedde?"));
    assert!(wait(town.gate.asked_about_looks(&helper())).unwrap().is_empty());
    let words = "Gamle lenker i en e-post".to_owned();
    wait(town.gate.follow(&stranger(), id, FollowStep::Answered { words }, new_key(stranger().actor)))
        .unwrap();
    let settled = FollowStep::Settled { outcome: FollowOutcome::HadReason, words: "Det stemmer".into() };
    wait(town.gate.follow(&leader(), id, settled, new_key(leader().actor))).unwrap();
    let watched = wait(town.gate.watch(&leader())).unwrap();
    assert!(watched.alarms.is_empty());
    assert_eq!(watched.settled[0].lies(), Lies::Nowhere);
    let rows: i64 = town.sql().query_row("SELECT COUNT(*) FROM follow_up", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 3);
}

#[test]
fn a_period_of_the_journal_is_found_by_halving_with_both_its_ends() {
    let town = Town::new();
    let family = town.family("Haddad");
    let at = |minutes: i64| Visit {
        moment: Moment::of(moment().at + SignedDuration::from_mins(minutes)),
        ..coordinator()
    };
    for minutes in 1..=40 {
        wait(town.gate.view(&at(minutes), family, "plan")).unwrap();
    }
    let lines = |from: i64, until: i64| {
        let (from, until) = (at(from).moment.at, at(until).moment.at);
        wait(town.store.traces(from, until)).unwrap().len()
    };
    assert_eq!((lines(1, 40), lines(10, 20), lines(40, 90), lines(41, 90)), (40, 11, 1, 0));
    assert!(lines(-10_000, 90) > 40, "from before the first line");
}
