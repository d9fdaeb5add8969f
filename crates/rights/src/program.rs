//! A compiled expression: a flat row of steps, each of which looks only at steps before it.
//!
//! Places hold 64 bits: a number in billionths, yes as 1 and no as 0, a date as yyyymmdd, a choice as its place in the
//! list; [`UNKNOWN`] where nobody knows. Every step has an answer for every input, so an evaluation is one loop.
//! It runs as a part of the whole of all programs, where equal steps stand once.

use crate::number::{self, Rounding, SCALE, UNKNOWN};
use crate::unit::Unit;
use crate::whole::Steps;
use std::ops::Range;

/// How many facts a catalogue may have.
pub const MOST_FACTS: usize = 320;

/// A set of facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct FactSet([u64; MOST_FACTS / 64]);

impl FactSet {
    /// Adds a fact.
    pub fn insert(&mut self, fact: u16) {
        self.0[usize::from(fact) / 64] |= 1 << (fact % 64);
    }

    /// Takes a fact away.
    pub fn remove(&mut self, fact: u16) {
        self.0[usize::from(fact) / 64] &= !(1 << (fact % 64));
    }

    /// Whether a fact is in it.
    pub fn contains(&self, fact: u16) -> bool {
        self.0[usize::from(fact) / 64] & (1 << (fact % 64)) != 0
    }

    /// Adds all facts of another set.
    pub fn extend(&mut self, other: &FactSet) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine |= theirs;
        }
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// The facts, in the order of the catalogue.
    pub fn iter(&self) -> impl Iterator<Item = u16> + use<> {
        self.0.into_iter().zip(0u16..).flat_map(|(mut left, word)| {
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros())?;
                left &= left - 1;
                Some(word * 64 + bit as u16)
            })
        })
    }
}

/// How two places are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Compare {
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
}

/// How two numbers become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Reckon {
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Min,
    Max,
}

/// A part of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Part {
    Year,
    Month,
    Day,
}

/// What a step does. Numbers are places of earlier steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Op {
    Const(i64),
    Fact(u16),
    Rate(u16),
    Not(u16),
    And(u16, u16),
    Or(u16, u16),
    Compare(Compare, u16, u16),
    Reckon(Reckon, u16, u16),
    Negative(u16),
    Round(Rounding, u16),
    Part(Part, u16),
    /// `then if when else otherwise`: when, then, otherwise.
    Choice(u16, u16, u16),
    /// What a formula came to.
    Formula(u16),
    /// A fact that follows from others: as it was told, otherwise what the step came to.
    Derived(u16, u16),
}

/// The kind of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    /// Yes or no.
    Bool,
    /// A whole number.
    Int,
    /// A number.
    Number,
    /// A day.
    Date,
    /// One of a list.
    Choice(Vec<String>),
    /// Free text: stored and shown, never calculated with.
    Text,
}

impl Type {
    /// Whether it can be calculated with.
    pub fn is_number(&self) -> bool {
        matches!(self, Type::Int | Type::Number)
    }

    /// How many answers there are, when they are so few that all can be tried.
    pub(crate) fn few(&self) -> Option<usize> {
        match self {
            Type::Bool => Some(2),
            Type::Choice(words) if words.len() <= 8 => Some(words.len()),
            _ => None,
        }
    }

    /// What an author calls it.
    pub fn name(&self) -> &'static str {
        match self {
            Type::Bool => "yes or no",
            Type::Int => "a whole number",
            Type::Number => "a number",
            Type::Date => "a date",
            Type::Choice(_) => "one of a list",
            Type::Text => "a text",
        }
    }
}

/// One step, and the words it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What it does.
    pub op: Op,
    /// Its words: bytes of [`Program::text`].
    pub span: Range<u32>,
    /// The formula it stands inside of.
    pub formula: Option<u16>,
    /// What kind of value it gives.
    pub kind: Type,
    /// What a number of it counts.
    pub unit: Unit,
    /// The unit as it is shown; empty when a number counts nothing.
    pub shown_unit: String,
    /// Its words on one line.
    pub words: String,
}

/// A compiled expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Program {
    /// As the author wrote it.
    pub text: String,
    /// The steps; the last is the answer.
    pub steps: Vec<Step>,
    /// Facts it asks for.
    pub facts: FactSet,
    /// Rates it asks for.
    pub rates: Vec<u16>,
    /// Where each step stands in the whole of all programs.
    pub(crate) places: Vec<u16>,
    /// Everything of the whole that it needs.
    pub(crate) reach: Steps,
    /// Facts with few answers to which more than one way leads.
    pub(crate) twice: FactSet,
}

/// What must become known for an unknown answer to become known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Missing {
    /// Facts nobody has told.
    pub facts: FactSet,
    /// Rates without a value on the day.
    pub rates: Vec<u16>,
}

impl Program {
    /// From steps, the last of which is the answer.
    pub fn new(text: String, mut steps: Vec<Step>) -> Program {
        for step in &mut steps {
            let words = if step.formula.is_some() {
                ""
            } else {
                text.get(step.span.start as usize..step.span.end as usize).unwrap_or_default()
            };
            step.words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            step.shown_unit = match &step.unit {
                Unit::Any => String::new(),
                Unit::Plain(name) => name.clone(),
                unit => unit.to_string(),
            };
        }
        let mut facts = FactSet::default();
        let mut rates = Vec::new();
        for step in &steps {
            match step.op {
                Op::Fact(fact) => facts.insert(fact),
                Op::Rate(rate) if !rates.contains(&rate) => rates.push(rate),
                _ => {}
            }
        }
        Program {
            text,
            steps,
            facts,
            rates,
            places: Vec::new(),
            reach: Steps::default(),
            twice: FactSet::default(),
        }
    }

    /// Where its answer stands in the whole of all programs.
    pub(crate) fn place(&self) -> u16 {
        self.places.last().copied().unwrap_or_default()
    }

    /// The step that is the answer.
    pub fn root(&self) -> u16 {
        (self.steps.len() - 1) as u16
    }
}

/// What the steps of a program came to, seen from one person or home.
#[derive(Clone, Copy)]
pub(crate) struct Seen<'a> {
    pub program: &'a Program,
    pub values: &'a [i64],
}

impl Seen<'_> {
    /// What a step of the program came to.
    pub fn at(&self, step: u16) -> i64 {
        self.values[usize::from(self.program.places[usize::from(step)])]
    }
}

/// The parts that decided what a step came to.
pub(crate) fn decisive(op: Op, at: impl Fn(u16) -> i64) -> Parts {
    match op {
        Op::And(a, b) if at(a) == 0 || at(b) == 0 => Parts::of([if at(a) == 0 { a } else { b }]),
        Op::Or(a, b) if at(a) == 1 || at(b) == 1 => Parts::of([if at(a) == 1 { a } else { b }]),
        Op::Choice(when, then, otherwise) => match at(when) {
            UNKNOWN => Parts::of([when, then, otherwise]),
            0 => Parts::of([when, otherwise]),
            _ => Parts::of([when, then]),
        },
        op => children(op),
    }
}

/// At most three steps, in the order they are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Parts {
    steps: [u16; 3],
    count: u8,
}

impl Parts {
    fn of<const N: usize>(steps: [u16; N]) -> Parts {
        let mut parts = Parts { steps: [0; 3], count: N as u8 };
        parts.steps[..N].copy_from_slice(&steps);
        parts
    }

    /// The steps.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = u16> + use<> {
        self.steps.into_iter().take(usize::from(self.count))
    }
}

/// The steps a step looks at.
pub fn children(op: Op) -> Parts {
    match op {
        Op::Const(_) | Op::Fact(_) | Op::Rate(_) => Parts::default(),
        Op::Not(a)
        | Op::Negative(a)
        | Op::Round(_, a)
        | Op::Part(_, a)
        | Op::Formula(a)
        | Op::Derived(_, a) => Parts::of([a]),
        Op::And(a, b) | Op::Or(a, b) | Op::Compare(_, a, b) | Op::Reckon(_, a, b) => Parts::of([a, b]),
        Op::Choice(a, b, c) => Parts::of([a, b, c]),
    }
}

#[inline]
pub(crate) fn not(a: i64) -> i64 {
    if a == UNKNOWN { UNKNOWN } else { 1 - a }
}

#[inline]
pub(crate) fn and(a: i64, b: i64) -> i64 {
    if a == 0 || b == 0 { 0 } else { a.min(b) }
}

#[inline]
pub(crate) fn or(a: i64, b: i64) -> i64 {
    if a == 1 || b == 1 { 1 } else { a.min(b) }
}

#[inline]
pub(crate) fn choice(when: i64, then: i64, otherwise: i64) -> i64 {
    match when {
        // Both ways lead to the same: the question in between need not be asked.
        UNKNOWN if then == otherwise => then,
        UNKNOWN => UNKNOWN,
        0 => otherwise,
        _ => then,
    }
}

/// Compares two places.
#[inline]
pub fn compare(how: Compare, a: i64, b: i64) -> i64 {
    if a == UNKNOWN || b == UNKNOWN {
        return UNKNOWN;
    }
    i64::from(match how {
        Compare::Less => a < b,
        Compare::LessOrEqual => a <= b,
        Compare::Greater => a > b,
        Compare::GreaterOrEqual => a >= b,
        Compare::Equal => a == b,
        Compare::NotEqual => a != b,
    })
}

/// Calculates with two places.
#[inline]
pub fn reckon(how: Reckon, a: i64, b: i64) -> i64 {
    match how {
        Reckon::Add => number::add(a, b),
        Reckon::Subtract => number::sub(a, b),
        Reckon::Multiply => number::mul(a, b),
        Reckon::Divide => number::div(a, b),
        Reckon::Power => number::power(a, b),
        Reckon::Min | Reckon::Max if a == UNKNOWN || b == UNKNOWN => UNKNOWN,
        Reckon::Min => a.min(b),
        Reckon::Max => a.max(b),
    }
}

/// A part of a day written as yyyymmdd, as a number.
#[inline]
pub fn date_part(part: Part, date: i64) -> i64 {
    if date == UNKNOWN {
        return UNKNOWN;
    }
    SCALE
        * match part {
            Part::Year => date / 10_000,
            Part::Month => date / 100 % 100,
            Part::Day => date % 100,
        }
}
