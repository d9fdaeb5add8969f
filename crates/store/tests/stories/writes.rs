//! Writing: once for each form, never over another's words, and every act lands.

use crate::town::*;
use access::{ActError, ArchiveError};
use dossier::*;
use std::collections::HashSet;
use std::sync::Barrier;

fn words_of(town: &Town, family: FamilyId) -> Vec<String> {
    let view = wait(town.gate.view(&coordinator(), family, "test")).unwrap();
    view.sees().all::<Strength>().map(|thing| thing.is.words.clone()).collect()
}

#[test]
fn a_form_that_is_sent_twice_is_one_write() {
    let town = Town::new();
    let family = town.family("Haddad");
    let form = key(COORDINATOR, "form-1", "Vi synger");
    let send = || wait(town.gate.act(&coordinator(), family, write(strength("Vi synger")), form.clone()));
    let (first, second) = (send().unwrap(), send().unwrap());
    assert!(!first.repeated && second.repeated);
    assert_eq!(first.thing, second.thing);
    assert_eq!(words_of(&town, family), ["Vi synger"]);
}

#[test]
fn a_form_that_is_sent_again_after_a_restart_is_still_one_write() {
    let town = Town::new();
    let family = town.family("Haddad");
    let form = key(COORDINATOR, "form-1", "Vi synger");
    let send = |town: &Town| {
        wait(town.gate.act(&coordinator(), family, write(strength("Vi synger")), form.clone())).unwrap()
    };
    let first = send(&town);
    let town = town.reopened();
    assert_eq!(send(&town).thing, first.thing);
    assert_eq!(words_of(&town, family), ["Vi synger"]);
}

#[test]
fn the_same_key_with_other_words_is_refused() {
    let town = Town::new();
    let family = town.family("Haddad");
    let send = |words: &str| {
        let form = key(COORDINATOR, "form-1", words);
        wait(town.gate.act(&coordinator(), family, write(strength(words)), form))
    };
    send("Vi synger").unwrap();
    assert!(matches!(send("Vi danser"), Err(ActError::Archive(ArchiveError::KeyReused))));
    assert_eq!(words_of(&town, family), ["Vi synger"]);
}

#[test]
fn the_same_key_of_another_person_is_another_form() {
    let town = Town::new();
    let family = town.family("Haddad");
    let mother = visit(MOTHER, Role::Citizen, None);
    let sends = |visit: &access::Visit| {
        let form = key(COORDINATOR, "form-1", "x");
        wait(town.gate.act(visit, family, write(strength("Vi synger")), form)).unwrap()
    };
    assert!(!sends(&coordinator()).repeated);
    assert!(!sends(&mother).repeated);
}

#[test]
fn a_double_click_that_overtakes_itself_is_not_told_that_somebody_else_was_first() {
    let town = Town::new();
    let family = town.family("Haddad");
    let thing = town.act(&coordinator(), family, write(strength("Vi synger"))).unwrap().thing;
    for round in 0..50 {
        let seen = (thing, town.version(family, thing));
        let form = key(COORDINATOR, &format!("click-{round}"), "");
        let start = Barrier::new(2);
        let click = || {
            start.wait();
            let command = rewrite(seen, strength(format!("Vi synger {round}")));
            wait(town.gate.act(&coordinator(), family, command, form.clone())).unwrap().repeated
        };
        let (one, two) = std::thread::scope(|scope| {
            let (one, two) = (scope.spawn(click), scope.spawn(click));
            (one.join().unwrap(), two.join().unwrap())
        });
        assert!(one ^ two, "exactly one of them wrote");
        assert_eq!(town.version(family, thing), seen.1 + 1);
    }
}

#[test]
fn of_two_who_change_the_same_thing_one_is_told() {
    let town = Town::new();
    let family = town.family("Haddad");
    let thing = town.act(&coordinator(), family, write(strength("Vi synger"))).unwrap().thing;
    for round in 0..20 {
        let seen = (thing, town.version(family, thing));
        let start = Barrier::new(4);
        let change = |who: usize| {
            start.wait();
            town.act(&coordinator(), family, rewrite(seen, strength(format!("{round} {who}"))))
        };
        let change = &change;
        let outcomes: Vec<_> = std::thread::scope(|scope| {
            let writers: Vec<_> = (0..4).map(|who| scope.spawn(move || change(who))).collect();
            writers.into_iter().map(|writer| writer.join().unwrap()).collect()
        });
        let won = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        let told = outcomes
            .iter()
            .filter(|outcome| matches!(outcome, Err(ActError::Refused(Refusal::Stale { .. }))))
            .count();
        assert_eq!((won, told), (1, 3));
    }
    assert_eq!(town.version(family, thing), 21);
}

#[test]
fn eight_who_write_different_things_in_one_family_all_land() {
    let town = Town::new();
    let family = town.family("Haddad");
    let town_of = &town;
    std::thread::scope(|scope| {
        for who in 0..8 {
            scope.spawn(move || {
                for number in 0..100 {
                    // Whoever meets seven others eight times over is told, and asks again: nobody is lost.
                    let form = new_key(COORDINATOR);
                    let command = || write(strength(format!("{who}-{number}")));
                    let mut answer = wait(town_of.gate.act(&coordinator(), family, command(), form.clone()));
                    while matches!(answer, Err(ActError::Archive(ArchiveError::Moved))) {
                        answer = wait(town_of.gate.act(&coordinator(), family, command(), form.clone()));
                    }
                    answer.unwrap();
                }
            });
        }
    });
    let town = town.reopened();
    let words = words_of(&town, family);
    assert_eq!(words.len(), 800);
    assert_eq!(words.iter().collect::<HashSet<_>>().len(), 800);
    assert_eq!(town.store.rebuild(false).unwrap(), (1, 0));
}

#[test]
fn a_decision_on_an_old_dossier_is_made_again_on_the_new_one() {
    let town = Town::new();
    let family = town.family("Haddad");
    let start = Barrier::new(2);
    let both = |words: &'static str| {
        start.wait();
        (0..50).for_each(|_| {
            town.act(&coordinator(), family, write(strength(words))).unwrap();
        });
    };
    std::thread::scope(|scope| {
        scope.spawn(|| both("a"));
        scope.spawn(|| both("b"));
    });
    assert_eq!(words_of(&town, family).len(), 100);
}

#[test]
fn a_merge_writes_in_both_families_or_in_none() {
    let town = Town::new();
    let (known, asks) = (town.family("Haddad"), town.asks("Hadad"));
    let before = town.store.count_entries().unwrap();
    let merge = |from| wait(town.gate.merge(&intake(), known, from, Some("samme familie"), new_key(INTAKE)));
    assert!(merge(known).is_err(), "a family is not merged with itself");
    assert_eq!(town.store.count_entries().unwrap(), before);
    merge(asks).unwrap();
    assert_eq!(town.store.count_entries().unwrap(), before + 2);
    assert_eq!(town.store.rebuild(false).unwrap(), (2, 0));
}

#[test]
fn an_import_brings_all_its_families_or_none() {
    let town = Town::new();
    let known = town.asks("Haddad");
    let line = || access::Line {
        visit: coordinator(),
        act: "import",
        families: Vec::new(),
        categories: Vec::new(),
        ground: "import",
        outcome: access::LineOutcome::Changed,
    };
    let family = |id: u64| {
        let entry = Entry {
            seq: 0,
            thing: ThingId::new(random()),
            version: 1,
            at: moment().at,
            author: coordinator().author(),
            subjects: Vec::new(),
            category: Category::Contact,
            origin: None,
            audience: Audience::Ordinary,
            payload: Payload::Family(Family {
                name: "Ny".into(),
                district: None,
                source: Some(format!("s{id}")),
            }),
        };
        (FamilyId::new(id), vec![entry])
    };
    let refused = town.store.load_families(vec![family(100), (known, family(1).1)], vec![line()]);
    assert!(refused.unwrap_err().to_string().contains(&known.to_string()));
    assert_eq!(town.store.families().unwrap(), [known]);
    town.store.load_families((100..150).map(family).collect(), vec![line()]).unwrap();
    assert_eq!(town.store.families().unwrap().len(), 51);
    assert_eq!(town.store.by_source("family:s120").unwrap()[0].0, FamilyId::new(120));
    assert_eq!(town.store.rebuild(false).unwrap(), (51, 0));
}
