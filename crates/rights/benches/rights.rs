//! What answers cost: `cargo bench -p rights`. Households one by one with full reasons, a hundred thousand in columns,
//! and the questions it takes. With a folder as argument it also writes the households there, for
//! `bench/rights/openfisca.py` to answer by the same rules. Prints; asserts nothing about time.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

#[path = "../tests/support/mod.rs"]
mod support;

use rights::ask::{Interest, Order};
use rights::batch::Columns;
use rights::number::UNKNOWN;
use rights::{About, Catalogue, Household};
use rustix::time::{ClockId, clock_gettime};
use std::fmt::Write;
use std::hint::black_box;
use std::path::PathBuf;
use support::{Chance, DAY, everything, families};

const MANY: usize = 100_000;

/// Seconds that this thread has computed: other programs on the machine do not count.
fn seconds() -> f64 {
    let spent = clock_gettime(ClockId::ThreadCPUTime);
    spent.tv_sec as f64 + spent.tv_nsec as f64 / 1e9
}

fn main() {
    let folder = std::env::args().skip(1).find(|it| !it.starts_with('-')).map(PathBuf::from);
    let started = seconds();
    let catalogue = Catalogue::shipped().unwrap();
    println!("reading and checking the knowledge: {:.1} ms", (seconds() - started) * 1e3);
    if false {
        one_by_one(catalogue);
    }
    in_columns(catalogue, folder);
    if false {
        questions(catalogue);
    }
}

fn one_by_one(catalogue: &Catalogue) {
    let moment = catalogue.on(DAY);
    let mut chance = Chance(3);
    for (adults, children) in [(1, 1), (2, 2)] {
        let households: Vec<Household> =
            (0..1000).map(|_| everything(catalogue, adults, children, &mut chance)).collect();
        let best = |work: &dyn Fn(&Household)| {
            let round = || {
                let started = seconds();
                households.iter().for_each(work);
                (seconds() - started) * 1e6 / households.len() as f64
            };
            (0..7).map(|_| round()).fold(f64::INFINITY, f64::min)
        };
        let answered = best(&|household| {
            black_box(moment.answers(household));
        });
        let reasons = |household: &Household, walk: bool| {
            let answers = moment.answers(household);
            for answer in &answers.list {
                let reason = moment.reason(household, &answers, answer);
                let amount = moment.reason_of_amount(household, &answers, answer);
                if walk {
                    reason.iter().chain(&amount).for_each(|reason| drop(black_box(reason.all())));
                }
                black_box((reason, amount));
            }
        };
        let explained = best(&|household| reasons(household, false));
        let walked = best(&|household| reasons(household, true));
        let count = moment.answers(&households[0]).list.len();
        println!(
            "one household, {adults} adults and {children} children, 100 rights, {count} answers: {answered:.1} µs for the answers, {explained:.1} µs with a reason for each that can be walked without working anything out again, {walked:.1} µs with every part of every reason written out"
        );
    }
}

fn in_columns(catalogue: &Catalogue, folder: Option<PathBuf>) {
    let moment = catalogue.on(DAY);
    let mut chance = Chance(11);
    // A thousand different households, a hundred times over in another order: making them is not what is measured.
    let different: Vec<Household> = (0..1000).map(|_| everything(catalogue, 1, 1, &mut chance)).collect();
    let order: Vec<usize> = (0..MANY).map(|_| chance.below(1000) as usize).collect();
    let about = About { home: 0, child: Some(0), adult: Some(0) };
    let mut columns = Columns::new(catalogue, MANY);
    for fact in 0..catalogue.facts.len() as u16 {
        let known = catalogue.fact_at(fact);
        let of: Vec<i64> = different
            .iter()
            .map(|it| {
                it.told(fact, about.whose(known.scope))
                    .and_then(|told| told.value.bits(&known.kind))
                    .unwrap_or(UNKNOWN)
            })
            .collect();
        if of.iter().all(|value| *value == UNKNOWN) {
            continue;
        }
        let values: Vec<i64> = order.iter().map(|place| of[*place]).collect();
        if let Some(folder) = &folder {
            let bytes: Vec<u8> = values.iter().flat_map(|value| value.to_le_bytes()).collect();
            std::fs::create_dir_all(folder).unwrap();
            std::fs::write(folder.join(format!("{}.i64", known.name)), bytes).unwrap();
        }
        columns.set(catalogue, fact, values);
    }
    let chosen: Option<Vec<usize>> = folder.as_ref().and_then(|folder| {
        let names = std::fs::read_to_string(folder.join("rights.txt")).ok()?;
        Some(names.split_whitespace().filter_map(|name| catalogue.right(name)).collect())
    });
    let all: Vec<usize> = (0..catalogue.rights.len()).collect();
    for rights in [Some(all), chosen].into_iter().flatten() {
        let mut best = f64::INFINITY;
        let mut told = String::new();
        for _ in 0..5 {
            let mut met = vec![0usize; catalogue.rights.len()];
            let mut sums = vec![0f64; catalogue.rights.len()];
            let started = seconds();
            moment.in_columns(&columns, &rights, |block| {
                met[block.right] += block.count();
                if block.has_amounts() {
                    black_box(block.amount(0));
                }
            });
            best = best.min(seconds() - started);
            moment.in_columns(&columns, &rights, |block| {
                for place in (0..block.rows).filter(|place| {
                    block.has_amounts() && block.met.truth[place / 64] >> (place % 64) & 1 == 1
                }) {
                    sums[block.right] += block.amount(place) as f64 / 1e9;
                }
            });
            told.clear();
            for right in &rights {
                writeln!(told, "{} {} {:.2}", catalogue.rights[*right].id, met[*right], sums[*right])
                    .unwrap();
            }
        }
        println!("{MANY} households in columns, {} rights: {:.1} ms", rights.len(), best * 1e3);
        if let Some(folder) = &folder {
            std::fs::write(folder.join("answers.txt"), told).unwrap();
            std::fs::write(folder.join("seconds.txt"), format!("{} {best}\n", rights.len())).unwrap();
        }
    }
}

fn questions(catalogue: &Catalogue) {
    let moment = catalogue.on(DAY);
    let families = families(catalogue);
    let mut asked = 0;
    let started = seconds();
    for family in &families {
        let mut household = support::stranger(catalogue, family);
        asked += moment.ask_until_settled(&mut household, &Interest::default(), Order::Guided, |wanted| {
            support::answer(catalogue, family, wanted)
        });
    }
    let spent = seconds() - started;
    println!(
        "questions until all answers are settled, mean of {} households: {:.1}; {:.0} µs to choose each (tests/questions.rs compares with a form and with the order of the file)",
        families.len(),
        asked as f64 / families.len() as f64,
        spent * 1e6 / asked as f64
    );
}
