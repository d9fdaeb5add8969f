//! Cases in columns get the answers that they get one by one.

#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use rights::batch::Columns;
use rights::number::UNKNOWN;
use rights::{Catalogue, Household, Origin, Status};
use support::{Chance, DAY, everything};

#[test]
fn the_same_households_get_the_same_answers_one_by_one_and_in_columns() {
    let catalogue = Catalogue::shipped().unwrap();
    let moment = catalogue.on(DAY);
    let mut chance = Chance(7);
    let households: Vec<Household> = (0..1500)
        .map(|number| {
            let all = everything(catalogue, 1, 1, &mut chance);
            let mut part = Household::new(DAY, 1, 1);
            for (whose, fact, told) in all.all_told() {
                if number % 3 == 0 || chance.below(100) < 80 {
                    part.tell(catalogue, fact, whose, told.value.clone(), Origin::default()).unwrap();
                }
            }
            part
        })
        .collect();
    let mut columns = Columns::new(catalogue, households.len());
    for fact in 0..catalogue.facts.len() as u16 {
        let scope = catalogue.fact_at(fact).scope;
        let about = rights::About { home: 0, child: Some(0), adult: Some(0) };
        let values: Vec<i64> = households
            .iter()
            .map(|it| {
                it.told(fact, about.whose(scope))
                    .map_or(UNKNOWN, |told| told.value.bits(&catalogue.fact_at(fact).kind).unwrap())
            })
            .collect();
        if values.iter().any(|value| *value != UNKNOWN) {
            columns.set(catalogue, fact, values);
        }
    }
    let rights: Vec<usize> = (0..catalogue.rights.len()).collect();
    let mut compared = 0;
    let one_by_one: Vec<_> = households.iter().map(|it| moment.answers(it)).collect();
    moment.in_columns(&columns, &rights, |block| {
        for place in 0..block.rows {
            let answer = one_by_one[block.start + place].of(block.right).next().unwrap();
            let bit = |words: &[u64]| words[place / 64] >> (place % 64) & 1 == 1;
            let status = match (bit(&block.met.known), bit(&block.met.truth)) {
                (false, _) => Status::MissingInfo,
                (_, false) => Status::NotEntitled,
                _ => answer.status,
            };
            let id = &catalogue.rights[block.right].id;
            assert_eq!(answer.status, status, "{id}");
            if bit(&block.met.truth) {
                assert!(answer.status != Status::NotEntitled && answer.status != Status::MissingInfo, "{id}");
                assert_eq!(answer.amount.map_or(UNKNOWN, |it| it.bits()), block.amount(place), "{id}");
            }
            compared += 1;
        }
    });
    assert_eq!(compared, 150_000);
}
