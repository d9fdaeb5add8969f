//! What holds for every household: more knowledge never turns an answer, order is nothing, reasons are the whole reason.

#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use proptest::prelude::*;
use rights::catalogue::Asked;
use rights::{Catalogue, Household, Origin, Wanted};
use std::collections::BTreeSet;
use support::{Chance, DAY, everything, likely};

fn catalogue() -> &'static Catalogue {
    Catalogue::shipped().unwrap()
}

/// A household of which each fact is known or not by chance.
fn partly(known: &Household, chance: &mut Chance, percent: u64) -> Household {
    let (adults, children) = known.size();
    let mut household = Household::new(DAY, adults, children);
    for (whose, fact, told) in known.all_told() {
        if chance.below(100) < percent {
            household.tell(catalogue(), fact, whose, told.value.clone(), Origin::default()).unwrap();
        }
    }
    household
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn more_knowledge_never_turns_a_settled_answer(seed: u64, percent in 20u64..95) {
        let mut chance = Chance(seed);
        let all = everything(catalogue(), 1 + (seed % 2) as u8, 1 + (seed % 3) as u8, &mut chance);
        let part = partly(&all, &mut chance, percent);
        let moment = catalogue().on(DAY);
        let (less, more) = (moment.answers(&part), moment.answers(&all));
        for (before, after) in less.list.iter().zip(&more.list) {
            let id = &catalogue().rights[before.right].id;
            prop_assert_eq!((before.right, before.about), (after.right, after.about));
            if before.status.is_settled() {
                prop_assert_eq!(before.status, after.status, "{}", id);
                if before.amount.is_some() {
                    prop_assert_eq!(before.amount, after.amount, "{}", id);
                }
            } else {
                prop_assert!(!before.missing.is_empty() || !before.lacking_rates.is_empty(), "{} waits for nothing", id);
            }
        }
    }

    #[test]
    fn the_order_in_which_facts_are_told_is_nothing(seed: u64) {
        let mut chance = Chance(seed);
        let all = everything(catalogue(), 2, 2, &mut chance);
        let mut facts: Vec<_> = all.all_told().map(|(whose, fact, told)| (whose, fact, told.value.clone())).collect();
        for place in (1..facts.len()).rev() {
            facts.swap(place, chance.below(place as u64 + 1) as usize);
        }
        let mut other = Household::new(DAY, 2, 2);
        for (whose, fact, value) in facts {
            other.tell(catalogue(), fact, whose, value, Origin::default()).unwrap();
        }
        let moment = catalogue().on(DAY);
        prop_assert_eq!(moment.answers(&all).list, moment.answers(&other).list);
    }

    #[test]
    fn a_settled_answer_rests_on_its_reasons_alone(seed: u64, percent in 40u64..100) {
        let mut chance = Chance(seed);
        let all = everything(catalogue(), 1, 1, &mut chance);
        let part = partly(&all, &mut chance, percent);
        let moment = catalogue().on(DAY);
        let answers = moment.answers(&part);
        for answer in answers.list.iter().filter(|answer| answer.status.is_settled()) {
            let rests_on: BTreeSet<Wanted> = moment.rests_on(&answers, answer).into_iter().collect();
            // Everything else is made anew, or unknown.
            let mut other = Household::new(DAY, 1, 1);
            for (whose, fact, _) in all.all_told() {
                let kept = rests_on.contains(&Wanted { fact, whose });
                if kept && let Some(told) = part.told(fact, whose) {
                    other.tell(catalogue(), fact, whose, told.value.clone(), Origin::default()).unwrap();
                } else if !kept && chance.below(2) == 0 {
                    let value = likely(catalogue(), fact, &mut chance);
                    other.tell(catalogue(), fact, whose, value, Origin::default()).unwrap();
                }
            }
            let again = moment.answers_of(&other, std::iter::once(answer.right));
            prop_assert_eq!(answer.status, again.list[0].status, "{}", &catalogue().rights[answer.right].id);
        }
    }

    #[test]
    fn a_fact_that_is_not_missing_cannot_change_an_open_answer(seed: u64, percent in 30u64..90) {
        let mut chance = Chance(seed);
        let all = everything(catalogue(), 1, 1, &mut chance);
        let part = partly(&all, &mut chance, percent);
        let moment = catalogue().on(DAY);
        let answers = moment.answers(&part);
        for answer in answers.list.iter().filter(|answer| !answer.status.is_settled()) {
            let missing: BTreeSet<Wanted> = answer.missing.iter().copied().collect();
            let mut other = part.clone();
            for (whose, fact, told) in all.all_told() {
                if part.told(fact, whose).is_none() && !missing.contains(&Wanted { fact, whose }) {
                    other.tell(catalogue(), fact, whose, told.value.clone(), Origin::default()).unwrap();
                }
            }
            let again = moment.answers_of(&other, std::iter::once(answer.right));
            prop_assert_eq!(answer.status, again.list[0].status);
            prop_assert_eq!(&answer.missing, &again.list[0].missing);
        }
    }

    #[test]
    fn telling_what_is_missing_settles_the_answer(seed: u64, right in 0usize..100) {
        let mut chance = Chance(seed);
        let all = everything(catalogue(), 1, 1, &mut chance);
        let moment = catalogue().on(DAY);
        let mut household = Household::new(DAY, 1, 1);
        for _ in 0..60 {
            let answers = moment.answers_of(&household, std::iter::once(right));
            let Some(wanted) = answers.list[0].missing.first().copied() else { break };
            let value = match all.told(wanted.fact, wanted.whose) {
                Some(told) => told.value.clone(),
                None => likely(catalogue(), wanted.fact, &mut chance),
            };
            household.tell(catalogue(), wanted.fact, wanted.whose, value, Origin::default()).unwrap();
        }
        prop_assert!(moment.answers_of(&household, std::iter::once(right)).list[0].status.is_settled());
    }

    #[test]
    fn asking_always_ends_and_asks_nobody_for_what_is_not_theirs(seed: u64) {
        let mut chance = Chance(seed);
        let all = everything(catalogue(), 1, 2, &mut chance);
        let mut household = support::stranger(catalogue(), &all);
        let moment = catalogue().on(DAY);
        let mut asked = BTreeSet::new();
        moment.ask_until_settled(&mut household, &rights::ask::Interest::default(), rights::ask::Order::Guided, |wanted| {
            let fact = catalogue().fact_at(wanted.fact);
            assert!(matches!(fact.asked, Asked::Family | Asked::FamilyMay), "{}", fact.name);
            assert!(fact.sensitivity < 4, "{} was asked though nobody opened its right", fact.name);
            assert!(asked.insert(wanted), "{} was asked twice", fact.name);
            support::answer(catalogue(), &all, wanted)
        });
        // What is still open waits only for what may not be asked.
        for answer in &moment.answers(&household).list {
            for wanted in &answer.missing {
                let fact = catalogue().fact_at(wanted.fact);
                let may = matches!(fact.asked, Asked::Family | Asked::FamilyMay) && fact.sensitivity < 4;
                prop_assert!(!may, "{} could still be asked", fact.name);
            }
        }
    }
}
