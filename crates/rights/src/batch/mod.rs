//! Many cases at once, in columns: the same rules and the same answers, without reasons.
//!
//! A case is one child, one adult and their home on one day. Columns are worked through in blocks that fit in the
//! processor's cache: yes and no as bits, sixty-four at a time; numbers as whole counts of their own smallest part.
//! Memory is one block, however many cases there are: give the cases in as many tables of columns as is handy. Counts over
//! several children must be given; nothing counts here.

mod lanes;
mod plan;
mod planner;
mod ranges;
mod rows;
mod values;

use crate::answer::Moment;
use crate::catalogue::{Catalogue, Rule};
use crate::household::day_bits;
use crate::number::{SCALE, UNKNOWN};
use crate::program::{Program, Type};
use crate::whole::Steps;
use lanes::Lanes;
use plan::{Known, Plan};
use std::ops::Range;
use values::Values;

/// Cases in a block.
pub const BLOCK: usize = 1024;
const WORDS: usize = BLOCK / 64;

/// What is known of many cases: a column for each fact.
#[derive(Debug, Clone)]
pub struct Columns {
    rows: usize,
    columns: Vec<Option<Column>>,
    /// Yes and no of all facts, block by block, so that they are read in the order in which they lie.
    truths: Vec<Truths>,
}

/// What is known of a fact.
#[derive(Debug, Clone)]
struct Column {
    /// Which cases are known; empty when all are.
    known: Vec<u64>,
    /// The least and the most, with zero where nothing is known.
    range: (i64, i64),
    /// How many decimals the values count.
    decimals: u8,
    /// What one of them is in the place of a frame.
    part: i64,
    values: Values,
}

impl Columns {
    /// A number of cases of which nothing is known.
    pub fn new(catalogue: &Catalogue, rows: usize) -> Columns {
        let unknown = Truths { known: [0; WORDS], truth: [0; WORDS] };
        let count = catalogue.facts.len();
        Columns { rows, columns: vec![None; count], truths: vec![unknown; rows.div_ceil(BLOCK) * count] }
    }

    /// Yes, no and unknown of all facts in a block.
    fn truths_of(&self, block: usize) -> &[Truths] {
        let facts = self.columns.len();
        &self.truths[block * facts..(block + 1) * facts]
    }

    /// How many cases.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// All facts of a case, in their places.
    fn frame(&self, case: usize) -> Vec<i64> {
        let bit = |words: &[u64], place: usize| words[place / 64] >> (place % 64) & 1 == 1;
        let of = |(column, fact): (&Option<Column>, usize)| {
            let Some(column) = column else { return UNKNOWN };
            if !column.known.is_empty() && !bit(&column.known, case) {
                return UNKNOWN;
            }
            match column.values.at(case) {
                Some(value) => value * column.part,
                None => i64::from(bit(&self.truths_of(case / BLOCK)[fact].truth, case % BLOCK)),
            }
        };
        self.columns.iter().zip(0..).map(of).collect()
    }

    /// Fills in a fact of all cases, as places of frames; what is too short is unknown.
    pub fn set(&mut self, catalogue: &Catalogue, fact: u16, mut values: Vec<i64>) {
        let full = self.rows.next_multiple_of(BLOCK);
        values.truncate(self.rows);
        let all_known = values.len() == self.rows && !values.contains(&UNKNOWN);
        let mut known = vec![0u64; if all_known { 0 } else { full / 64 }];
        if !all_known {
            for (place, value) in values.iter_mut().enumerate() {
                known[place / 64] |= u64::from(*value != UNKNOWN) << (place % 64);
                *value = if *value == UNKNOWN { 0 } else { *value };
            }
        }
        values.resize(full, 0);
        let kind = &catalogue.fact_at(fact).kind;
        let decimals: u8 = match kind {
            _ if !kind.is_number() || values.iter().all(|value| value % SCALE == 0) => 0,
            _ if values.iter().all(|value| value % (SCALE / 100) == 0) => 2,
            _ => 9,
        };
        // Dates and words stand as they are.
        let part = if kind.is_number() { 10i64.pow(u32::from(9 - decimals)) } else { 1 };
        values.iter_mut().for_each(|value| *value /= part);
        let least = values.iter().copied().min().unwrap_or_default();
        let most = values.iter().copied().max().unwrap_or_default();
        let values = if *kind == Type::Bool {
            for (place, chunk) in values.chunks(64).enumerate() {
                let word = chunk.iter().rev().fold(0, |word, value| word << 1 | u64::from(*value == 1));
                let at = place / WORDS * self.columns.len() + usize::from(fact);
                self.truths[at].truth[place % WORDS] = word;
                self.truths[at].known[place % WORDS] = known.get(place).copied().unwrap_or(u64::MAX);
            }
            Values::Truth
        } else {
            Values::narrow(values, (least, most))
        };
        self.columns[usize::from(fact)] =
            Some(Column { known, range: (least, most), decimals, part, values });
    }
}

/// Yes, no and unknown of a block; what is not known is not true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Truths {
    /// Which cases are known.
    pub known: [u64; WORDS],
    /// Which are yes.
    pub truth: [u64; WORDS],
}

/// What a right says for a block of cases.
pub struct Block<'a> {
    /// The right.
    pub right: usize,
    /// The first case.
    pub start: usize,
    /// How many cases.
    pub rows: usize,
    /// Whether the conditions are met.
    pub met: Truths,
    amounts: Amounts<'a>,
}

enum Amounts<'a> {
    /// No case meets the conditions, or nothing is calculated.
    None,
    InColumns(Known, &'a Lanes),
    OneByOne(Vec<i64>),
}

impl Block<'_> {
    /// The amount of a case of this block that meets the conditions, as a place of a frame.
    pub fn amount(&self, place: usize) -> i64 {
        match &self.amounts {
            Amounts::None => UNKNOWN,
            Amounts::InColumns(known, lanes) => lanes.place(*known, place),
            Amounts::OneByOne(amounts) => amounts[place],
        }
    }

    /// Whether amounts were calculated: at least one case meets the conditions, and the right has a calculation.
    pub fn has_amounts(&self) -> bool {
        !matches!(self.amounts, Amounts::None)
    }

    /// How many cases meet the conditions.
    pub fn count(&self) -> usize {
        self.met.truth.iter().map(|word| word.count_ones() as usize).sum()
    }
}

impl Moment<'_> {
    /// What some rights say for all cases, block by block and in a block right by right.
    pub fn in_columns(&self, columns: &Columns, rights: &[usize], mut sink: impl FnMut(&Block<'_>)) {
        let rules: Vec<_> =
            rights.iter().filter_map(|right| self.rule(*right).map(|rule| (*right, rule))).collect();
        let mut conditions = Steps::default();
        rules.iter().for_each(|(_, rule)| conditions.extend(&rule.criteria.reach));
        let mut everything = conditions.clone();
        let calculations: Vec<_> = rules.iter().filter_map(|(_, rule)| rule.calc.as_ref()).collect();
        calculations.iter().for_each(|calc| everything.extend(&calc.reach));
        let amounts: Vec<u16> = calculations.iter().map(|calc| calc.place()).collect();
        let plan = Plan::new(self, columns, &everything, &conditions, &amounts);
        let mut lanes = Lanes::new(&plan);
        for start in (0..columns.rows).step_by(BLOCK) {
            let rows = BLOCK.min(columns.rows - start);
            lanes.begin(columns, start);
            lanes.run(&plan, &conditions, columns, start);
            // An amount is worked out only where some case of the block meets the conditions.
            let mut amounts = Steps::default();
            let met: Vec<Truths> = rules
                .iter()
                .map(|(_, rule)| {
                    let known = plan.known(rule.criteria.place());
                    let nothing = Truths { known: [0; WORDS], truth: [0; WORDS] };
                    let mut met = known.map_or(nothing, |known| within(lanes.truths(known), rows));
                    if known.is_none() || !rule.criteria.twice.is_empty() {
                        self.settle_in_block(columns, rule, start..start + rows, &mut met);
                    }
                    if let (Some(calc), true) = (&rule.calc, met.truth.iter().any(|word| *word != 0)) {
                        amounts.extend(&calc.reach);
                    }
                    met
                })
                .collect();
            lanes.run(&plan, &amounts.without(&conditions), columns, start);
            for ((right, rule), met) in rules.iter().zip(met) {
                let wanted = met.truth.iter().any(|word| *word != 0);
                let amounts = match rule
                    .calc
                    .as_ref()
                    .filter(|_| wanted)
                    .map(|calc| (calc, plan.known(calc.place())))
                {
                    None => Amounts::None,
                    Some((calc, None)) => {
                        Amounts::OneByOne(self.one_by_one(columns, calc, start..start + rows, &met))
                    }
                    Some((_, Some(known))) => Amounts::InColumns(known, &lanes),
                };
                sink(&Block { right: *right, start, rows, met, amounts });
            }
        }
    }
}

impl Moment<'_> {
    /// Settles, case by case, what is unknown only because one fact stands in a rule twice, and what columns cannot hold.
    fn settle_in_block(&self, columns: &Columns, rule: &Rule, cases: Range<usize>, met: &mut Truths) {
        let mut values = Vec::new();
        for place in 0..cases.len() {
            let (word, bit) = (place / 64, place % 64);
            if met.known[word] >> bit & 1 == 1 {
                continue;
            }
            let facts = self.case(columns, &rule.criteria, cases.start + place, &mut values);
            let came_to = match values[usize::from(rule.criteria.place())] {
                UNKNOWN => self.tried(&rule.criteria, &facts, &values).0,
                came_to => came_to,
            };
            met.known[word] |= u64::from(came_to != UNKNOWN) << bit;
            met.truth[word] |= u64::from(came_to == 1) << bit;
        }
    }

    /// The amounts of the cases that meet the conditions.
    fn one_by_one(&self, columns: &Columns, calc: &Program, cases: Range<usize>, met: &Truths) -> Vec<i64> {
        let mut values = Vec::new();
        let amount = |(place, case): (usize, usize)| {
            if met.truth[place / 64] >> (place % 64) & 1 == 0 {
                return UNKNOWN;
            }
            self.case(columns, calc, case, &mut values);
            values[usize::from(calc.place())]
        };
        cases.enumerate().map(amount).collect()
    }

    /// Works a program out for one case: the values of its steps, and the facts.
    fn case(&self, columns: &Columns, program: &Program, case: usize, values: &mut Vec<i64>) -> Vec<i64> {
        values.resize(self.catalogue.whole.ops.len(), UNKNOWN);
        let mut facts = columns.frame(case);
        facts[usize::from(self.catalogue.day)] = day_bits(self.day);
        self.catalogue.whole.run(&program.reach, &facts, &self.rates, values);
        facts
    }
}

/// Only the cases that are there.
fn within(mut truths: Truths, rows: usize) -> Truths {
    for word in 0..WORDS {
        truths.known[word] &= there(rows, word);
        truths.truth[word] &= there(rows, word);
    }
    truths
}

/// Which cases of a word are there, of so many in the block.
fn there(rows: usize, word: usize) -> u64 {
    let here = rows.saturating_sub(word * 64).min(64);
    if here == 64 { u64::MAX } else { (1 << here) - 1 }
}
