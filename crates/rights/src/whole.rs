//! All programs of a catalogue laid together, with equal steps once.
//!
//! Rules share much: the age of a child, an income against a limit. Here each such part stands once, so that it is
//! worked out once for each person, however many rules ask. Order and direction are made alike first: `a and b` is
//! `b and a`, and `18 > x` is `x < 18`. What a derived fact follows from is laid in where it is asked for.

use crate::number::{self, UNKNOWN};
use crate::program::{
    Compare, FactSet, Missing, Op, Program, Reckon, Type, and, children, choice, compare, date_part,
    decisive, not, or, reckon,
};
use std::collections::HashMap;

/// A set of steps of the whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Steps(Vec<u64>);

impl Steps {
    pub fn insert(&mut self, step: u16) {
        let word = usize::from(step) / 64;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << (step % 64);
    }

    pub fn contains(&self, step: u16) -> bool {
        self.0.get(usize::from(step) / 64).is_some_and(|word| word >> (step % 64) & 1 == 1)
    }

    pub fn extend(&mut self, other: &Steps) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine |= theirs;
        }
    }

    /// Those that are not in another set.
    pub fn without(mut self, other: &Steps) -> Steps {
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine &= !theirs;
        }
        self
    }

    /// From the first to the last.
    pub fn iter(&self) -> impl Iterator<Item = u16> {
        self.0.iter().enumerate().flat_map(|(word, bits)| {
            let mut left = *bits;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros())?;
                left &= left - 1;
                Some((word * 64) as u16 + bit as u16)
            })
        })
    }
}

/// What a place of a step holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Sort {
    /// Yes or no.
    Truth,
    /// A number in billionths.
    Number,
    /// A date or a word.
    Other,
}

/// The steps of all programs; each looks only at steps before it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Whole {
    pub ops: Vec<Op>,
    pub sorts: Vec<Sort>,
    places: HashMap<(Op, Sort), u16>,
    /// Where each derived fact stands that follows from others.
    derived: HashMap<u16, u16>,
}

/// More different steps than the places can count.
#[derive(Debug)]
pub(crate) struct TooMany;

impl Whole {
    /// Lays a program in. What it needs of derived facts must be there already.
    pub fn lay(&mut self, program: &mut Program) -> Result<(), TooMany> {
        let mut places: Vec<u16> = Vec::with_capacity(program.steps.len());
        for step in &program.steps {
            let at = |step: u16| places[usize::from(step)];
            let sort = match step.kind {
                Type::Bool => Sort::Truth,
                Type::Int | Type::Number => Sort::Number,
                Type::Date | Type::Choice(_) | Type::Text => Sort::Other,
            };
            let place = match step.op {
                Op::Formula(a) => at(a),
                Op::Fact(fact) => match self.derived.get(&fact) {
                    Some(place) => *place,
                    None => self.step(Op::Fact(fact), sort)?,
                },
                op => self.step(alike(moved(op, at)), sort)?,
            };
            places.push(place);
        }
        (program.reach, program.twice) = self.reach(places.last().copied());
        program.places = places;
        Ok(())
    }

    /// Lays in what a fact follows from.
    pub fn derive(&mut self, fact: u16, program: &mut Program) -> Result<(), TooMany> {
        self.lay(program)?;
        let sort = self.sorts[usize::from(program.place())];
        let place = self.step(Op::Derived(fact, program.place()), sort)?;
        self.derived.insert(fact, place);
        Ok(())
    }

    fn step(&mut self, op: Op, sort: Sort) -> Result<u16, TooMany> {
        if let Some(place) = self.places.get(&(op, sort)) {
            return Ok(*place);
        }
        let place = u16::try_from(self.ops.len()).map_err(|_| TooMany)?;
        self.ops.push(op);
        self.sorts.push(sort);
        self.places.insert((op, sort), place);
        Ok(place)
    }

    /// What a step needs, and the facts to which more than one way leads from it.
    fn reach(&self, from: Option<u16>) -> (Steps, FactSet) {
        let (mut reach, mut twice) = (Steps::default(), FactSet::default());
        let mut ways = vec![0u8; self.ops.len()];
        for step in from.into_iter().flat_map(|root| (0..=root).rev()) {
            let here = if Some(step) == from { 1 } else { ways[usize::from(step)] };
            if here == 0 {
                continue;
            }
            reach.insert(step);
            for child in children(self.ops[usize::from(step)]).iter() {
                let ways = &mut ways[usize::from(child)];
                *ways = (*ways + here).min(2);
            }
            if let (Op::Fact(fact) | Op::Derived(fact, _), 2) = (self.ops[usize::from(step)], here) {
                twice.insert(fact);
            }
        }
        (reach, twice)
    }

    /// Works out some steps; those they look at are among them, or were worked out before.
    pub fn run(&self, steps: &Steps, facts: &[i64], rates: &[i64], values: &mut [i64]) {
        for step in steps.iter() {
            let at = |step: u16| values[usize::from(step)];
            values[usize::from(step)] = match self.ops[usize::from(step)] {
                Op::Const(bits) => bits,
                Op::Fact(fact) => facts[usize::from(fact)],
                Op::Rate(rate) => rates[usize::from(rate)],
                Op::Derived(fact, a) => match facts[usize::from(fact)] {
                    UNKNOWN => at(a),
                    told => told,
                },
                Op::Not(a) => not(at(a)),
                Op::And(a, b) => and(at(a), at(b)),
                Op::Or(a, b) => or(at(a), at(b)),
                Op::Compare(how, a, b) => compare(how, at(a), at(b)),
                Op::Reckon(how, a, b) => reckon(how, at(a), at(b)),
                Op::Negative(a) => number::sub(0, at(a)),
                Op::Round(how, a) => number::round(at(a), how),
                Op::Part(part, a) => date_part(part, at(a)),
                Op::Choice(when, then, otherwise) => choice(at(when), at(then), at(otherwise)),
                Op::Formula(a) => at(a),
            };
        }
    }

    /// The unknown facts and rates inside the parts that made a step unknown.
    pub fn missing(&self, from: u16, values: &[i64]) -> Missing {
        let mut missing = Missing::default();
        let mut seen = Steps::default();
        let mut open = vec![from];
        while let Some(step) = open.pop() {
            if values[usize::from(step)] != UNKNOWN || seen.contains(step) {
                continue;
            }
            seen.insert(step);
            match self.ops[usize::from(step)] {
                Op::Fact(fact) => missing.facts.insert(fact),
                Op::Rate(rate) if !missing.rates.contains(&rate) => missing.rates.push(rate),
                Op::Choice(when, then, otherwise) => match values[usize::from(when)] {
                    UNKNOWN => open.extend([when, then, otherwise]),
                    0 => open.push(otherwise),
                    _ => open.push(then),
                },
                op => open.extend(children(op).iter()),
            }
        }
        missing.rates.sort_unstable();
        missing
    }

    /// The facts that a known step rests on: with these as they are, no other fact can change it.
    pub fn rests_on(&self, from: u16, facts: &[i64], values: &[i64]) -> FactSet {
        let mut found = FactSet::default();
        let mut seen = Steps::default();
        let mut open = vec![from];
        while let Some(step) = open.pop() {
            if seen.contains(step) {
                continue;
            }
            seen.insert(step);
            match self.ops[usize::from(step)] {
                Op::Fact(fact) => found.insert(fact),
                Op::Derived(fact, inner) => {
                    found.insert(fact);
                    if facts[usize::from(fact)] == UNKNOWN {
                        open.push(inner);
                    }
                }
                op => open.extend(decisive(op, |step| values[usize::from(step)]).iter()),
            }
        }
        found
    }
}

/// A step that looks at other places.
fn moved(op: Op, to: impl Fn(u16) -> u16) -> Op {
    match op {
        Op::Const(_) | Op::Fact(_) | Op::Rate(_) => op,
        Op::Not(a) => Op::Not(to(a)),
        Op::And(a, b) => Op::And(to(a), to(b)),
        Op::Or(a, b) => Op::Or(to(a), to(b)),
        Op::Compare(how, a, b) => Op::Compare(how, to(a), to(b)),
        Op::Reckon(how, a, b) => Op::Reckon(how, to(a), to(b)),
        Op::Negative(a) => Op::Negative(to(a)),
        Op::Round(how, a) => Op::Round(how, to(a)),
        Op::Part(part, a) => Op::Part(part, to(a)),
        Op::Choice(a, b, c) => Op::Choice(to(a), to(b), to(c)),
        Op::Formula(a) => Op::Formula(to(a)),
        Op::Derived(fact, a) => Op::Derived(fact, to(a)),
    }
}

/// One way of writing what can be written in two.
fn alike(op: Op) -> Op {
    let ordered = |a: u16, b: u16| (a.min(b), a.max(b));
    match op {
        Op::And(a, b) => {
            let (a, b) = ordered(a, b);
            Op::And(a, b)
        }
        Op::Or(a, b) => {
            let (a, b) = ordered(a, b);
            Op::Or(a, b)
        }
        Op::Compare(how @ (Compare::Equal | Compare::NotEqual), a, b) => {
            let (a, b) = ordered(a, b);
            Op::Compare(how, a, b)
        }
        Op::Compare(Compare::Greater, a, b) => Op::Compare(Compare::Less, b, a),
        Op::Compare(Compare::GreaterOrEqual, a, b) => Op::Compare(Compare::LessOrEqual, b, a),
        Op::Reckon(how @ (Reckon::Add | Reckon::Multiply | Reckon::Min | Reckon::Max), a, b) => {
            let (a, b) = ordered(a, b);
            Op::Reckon(how, a, b)
        }
        op => op,
    }
}
