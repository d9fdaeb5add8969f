//! Whatever rule somebody writes: what is missing is what can change the answer, one by one and in columns alike.
//!
//! The rules are made from the grammar, so that most can be read. `PROPTEST_CASES=100000 cargo nextest run -p rights
//! --test rules` tries more.

#![allow(clippy::unwrap_used, missing_docs)]

#[path = "support/small.rs"]
mod small;
mod support;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rights::batch::Columns;
use rights::number::{Number, UNKNOWN};
use rights::{About, Catalogue, Household, Origin, Status, Value, Wanted};
use std::collections::BTreeSet;
use support::{Chance, DAY};

/// The same few each time, so that a red test is red again; `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let default = ProptestConfig::default();
    let more = std::env::var_os("PROPTEST_CASES").is_some();
    let (cases, rng_seed) = if more { (default.cases, RngSeed::Random) } else { (300, RngSeed::Fixed(4)) };
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..default }
}

/// A condition over five facts of yes or no and one word.
fn condition() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("child.a"),
        Just("child.b"),
        Just("child.c"),
        Just("adult.d"),
        Just("adult.e"),
        Just("true"),
        Just("(adult.word == 'one')"),
        Just("(adult.word != 'two')"),
    ]
    .prop_map(str::to_owned);
    leaf.prop_recursive(5, 24, 3, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} and {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} or {b})")),
            inner.clone().prop_map(|a| format!("(not {a})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} == {b})")),
            (inner.clone(), inner.clone(), inner).prop_map(|(a, b, c)| format!("({a} if {b} else {c})")),
        ]
    })
}

/// A calculation, which can be too large, divide by nothing, and wait for what is unknown.
fn calculation() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("child.count".to_owned()),
        Just("adult.sum".to_owned()),
        Just("p.share".to_owned()),
        Just("year(child.born)".to_owned()),
        Just("month(case.as_of)".to_owned()),
        (0u32..2_000_000).prop_map(|number| format!("{}.{:03}", number / 1000, number % 1000)),
    ];
    leaf.prop_recursive(5, 24, 3, |inner| {
        let two = (inner.clone(), inner.clone());
        prop_oneof![
            (two.clone(), prop_oneof![Just("+"), Just("-"), Just("*"), Just("/")])
                .prop_map(|((a, b), sign)| format!("({a} {sign} {b})")),
            (two.clone(), prop_oneof![Just("min"), Just("max")])
                .prop_map(|((a, b), name)| format!("{name}({a}, {b})")),
            (
                inner.clone(),
                prop_oneof![
                    Just("round_half_up"),
                    Just("round_half_even"),
                    Just("round_half_down"),
                    Just("round_up"),
                    Just("twice"),
                    Just("-"),
                ]
            )
                .prop_map(|(a, name)| format!("{name}({a})")),
            (inner.clone(), 0u8..5).prop_map(|(a, times)| format!("({a} ** {times})")),
            (two, prop_oneof![Just("adult.sum < 5000"), Just("child.a"), Just("child.count >= 2.5")])
                .prop_map(|((a, b), when)| format!("({a} if {when} else {b})")),
        ]
    })
}

/// A household of which each fact is known by chance.
fn household(catalogue: &Catalogue, chance: &mut Chance, percent: u64) -> Household {
    let all = support::everything(catalogue, 1, 1, chance);
    let mut part = Household::new(DAY, 1, 1);
    for (whose, fact, told) in all.all_told() {
        if chance.below(100) < percent {
            part.tell(catalogue, fact, whose, told.value.clone(), Origin::default()).unwrap();
        }
    }
    part
}

fn status(catalogue: &Catalogue, household: &Household) -> Status {
    catalogue.on(DAY).answers(household).list[0].status
}

/// All ways in which a household can answer what it has not told.
fn ways(catalogue: &Catalogue, household: &Household) -> Vec<Household> {
    let mut ways = vec![household.clone()];
    for fact in 0..6u16 {
        let fact = catalogue
            .fact(["child.a", "child.b", "child.c", "adult.d", "adult.e", "adult.word"][usize::from(fact)])
            .unwrap();
        let about = About { home: 0, child: Some(0), adult: Some(0) };
        let whose = about.whose(catalogue.fact_at(fact).scope);
        if household.told(fact, whose).is_some() {
            continue;
        }
        let answers = match catalogue.fact_at(fact).choices.as_slice() {
            [] => vec![Value::Bool(true), Value::Bool(false)],
            choices => choices.iter().map(|choice| Value::Word(choice.code.clone())).collect(),
        };
        let more = |way: &Household| {
            let (way, answers) = (way.clone(), answers.clone());
            answers
                .into_iter()
                .map(move |answer| {
                    let mut way = way.clone();
                    way.tell(catalogue, fact, whose, answer, Origin::default()).unwrap();
                    way
                })
                .collect::<Vec<_>>()
        };
        ways = ways.iter().flat_map(more).collect();
    }
    ways
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_missing_is_what_can_change_the_answer_and_nothing_else(text in condition(), seed: u64) {
        let catalogue = Catalogue::load_without_cases(&small::knowledge(&text, "1")).unwrap();
        let part = household(&catalogue, &mut Chance(seed), 40);
        let ways = ways(&catalogue, &part);
        let outcomes: BTreeSet<Status> = ways.iter().map(|way| status(&catalogue, way)).collect();
        let answer = &catalogue.on(DAY).answers(&part).list[0];
        prop_assert_eq!(answer.status.is_settled(), outcomes.len() == 1, "{}", text);
        for wanted in &answer.missing {
            // Some family answers this one question differently, all else the same, and gets another answer.
            let changes = ways.iter().any(|way| {
                let here = status(&catalogue, way);
                ways.iter().any(|other| differ_in(way, other, *wanted) && status(&catalogue, other) != here)
            });
            prop_assert!(changes, "{:?} cannot change {}", catalogue.fact_at(wanted.fact).name, text);
        }
    }

    #[test]
    fn columns_answer_as_one_by_one(text in condition(), calc in calculation(), seed: u64, percent in 40u64..=100) {
        let catalogue = Catalogue::load_without_cases(&small::knowledge(&text, &calc));
        // Some are refused, like a calculation that is too large; proptest says when too many are.
        prop_assume!(catalogue.is_ok());
        let wrong = in_columns_and_one_by_one(&catalogue.unwrap(), seed, percent);
        prop_assert!(wrong.is_empty(), "{} | {}: {:?}", text, calc, &wrong[..1]);
    }

    #[test]
    fn columns_answer_as_one_by_one_also_where_a_condition_may_be_larger_than_a_column_holds(
        number in calculation(), times in 0u8..5, limit in 0u32..2_000_000, seed: u64, percent in 40u64..=100
    ) {
        let text = format!("({number}) * adult.sum ** {times} * adult.sum < {limit} or child.a");
        let catalogue = Catalogue::load_without_cases(&small::knowledge(&text, &number));
        prop_assume!(catalogue.is_ok());
        let wrong = in_columns_and_one_by_one(&catalogue.unwrap(), seed, percent);
        prop_assert!(wrong.is_empty(), "{}: {:?}", text, &wrong[..1]);
    }
}

/// Where the columns answer otherwise than one by one: the family, its answer and amount, and the amount in columns.
fn in_columns_and_one_by_one(
    catalogue: &Catalogue,
    seed: u64,
    percent: u64,
) -> Vec<(usize, Status, Option<Number>, i64)> {
    let mut chance = Chance(seed);
    let families: Vec<Household> = (0..70).map(|_| household(catalogue, &mut chance, percent)).collect();
    let about = About { home: 0, child: Some(0), adult: Some(0) };
    let mut columns = Columns::new(catalogue, families.len());
    for fact in 0..catalogue.facts.len() as u16 {
        let known = catalogue.fact_at(fact);
        let of = |it: &Household| {
            it.told(fact, about.whose(known.scope)).and_then(|told| told.value.bits(&known.kind))
        };
        columns.set(catalogue, fact, families.iter().map(|it| of(it).unwrap_or(UNKNOWN)).collect());
    }
    let moment = catalogue.on(DAY);
    let mut wrong = Vec::new();
    moment.in_columns(&columns, &[0], |block| {
        for (place, family) in families.iter().enumerate() {
            let answer = &moment.answers(family).list[0];
            let bit = |words: &[u64]| words[place / 64] >> (place % 64) & 1 == 1;
            let met = match answer.status {
                Status::MissingInfo => (false, false),
                Status::NotEntitled => (true, false),
                _ => (true, true),
            };
            let amount = if met.1 { block.amount(place) } else { UNKNOWN };
            let expected = answer.amount.map_or(UNKNOWN, |it| it.bits());
            if (bit(&block.met.known), bit(&block.met.truth)) != met || expected != amount {
                wrong.push((place, answer.status, answer.amount, amount));
            }
        }
    });
    wrong
}

fn differ_in(a: &Household, b: &Household, wanted: Wanted) -> bool {
    let different = |(whose, fact, told): (rights::Whose, u16, &rights::household::Told)| {
        let other = b.told(fact, whose).map(|it| &it.value);
        (other != Some(&told.value)).then_some(Wanted { fact, whose })
    };
    a.all_told().filter_map(different).eq([wanted])
}

#[test]
fn a_question_that_cannot_matter_is_not_asked() {
    let missing = |text: &str| {
        let catalogue = Catalogue::load_without_cases(&small::knowledge(text, "1")).unwrap();
        let answers = catalogue.on(DAY).answers(&Household::new(DAY, 1, 1));
        let names = answers.list[0].missing.iter().map(|it| catalogue.fact_at(it.fact).name.clone());
        (answers.list[0].status, names.collect::<Vec<_>>())
    };
    assert_eq!(missing("child.a or not child.a"), (Status::Entitled, vec![]));
    assert_eq!(missing("(child.a and child.b) or (not child.a and child.b)").1, ["child.b"]);
    assert_eq!(missing("child.a or (child.a and child.b)").1, ["child.a"]);
}
