//! Answers: what each right says for each person it can concern, and why.

use crate::catalogue::{Catalogue, Derived, Right, RightKind, Rule};
use crate::household::{About, Frames, Household, Whose};
use crate::number::{Number, UNKNOWN};
use crate::program::FactSet;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What the guide may say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// The conditions are met and nothing is left to judgement.
    Entitled,
    /// The conditions are met and a person must judge.
    WorthApplying,
    /// Something the family should know, or a door that stands open.
    Information,
    /// Something unknown could still change the answer.
    MissingInfo,
    /// The conditions are not met.
    NotEntitled,
    /// The catalogue knows no rule for that day.
    NotInForce,
}

impl Status {
    /// Its word in files.
    pub const fn code(self) -> &'static str {
        match self {
            Status::Entitled => "entitled",
            Status::WorthApplying => "worth_applying",
            Status::Information => "information",
            Status::MissingInfo => "missing_info",
            Status::NotEntitled => "not_entitled",
            Status::NotInForce => "not_in_force",
        }
    }

    /// Whether no further fact can change it.
    pub const fn is_settled(self) -> bool {
        !matches!(self, Status::MissingInfo)
    }
}

/// A fact of somebody, which nobody has told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wanted {
    /// Which fact.
    pub fact: u16,
    /// Whose.
    pub whose: Whose,
}

/// What one right says for one person or home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The right, by its number.
    pub right: usize,
    /// For whom.
    pub about: About,
    /// What it says.
    pub status: Status,
    /// What it comes to, when that can be calculated.
    pub amount: Option<Number>,
    /// Which version of the rule decided, by its number in the right.
    pub rule: Option<usize>,
    /// The facts that could still change the status: those, and no others.
    pub missing: Vec<Wanted>,
    /// The facts that the amount waits for, when the status does not.
    pub missing_for_amount: Vec<Wanted>,
    /// Rates that the catalogue has no value for on the day.
    pub lacking_rates: Vec<u16>,
    pub(crate) frame: usize,
    pub(crate) criteria: Range<usize>,
    pub(crate) calc: Range<usize>,
}

/// A catalogue on a day: its rules and rates of that day.
#[derive(Debug, Clone)]
pub struct Moment<'a> {
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// The day.
    pub day: Date,
    pub(crate) rates: Vec<i64>,
    pub(crate) rules: Vec<Option<usize>>,
}

impl Catalogue {
    /// The rules and rates of a day.
    pub fn on(&self, day: Date) -> Moment<'_> {
        let rule = |right: &Right| right.rules.iter().position(|rule| rule.holds(day));
        Moment {
            catalogue: self,
            day,
            rates: self.rates_on(day),
            rules: self.rights.iter().map(rule).collect(),
        }
    }
}

/// What all rights say for a household, with everything their reasons rest on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// The answers, by right and then by person.
    pub list: Vec<Answer>,
    pub(crate) values: Vec<i64>,
    pub(crate) frames: Vec<(About, Vec<i64>)>,
}

impl Answers {
    /// The answers of one right.
    pub fn of(&self, right: usize) -> impl Iterator<Item = &Answer> {
        self.list.iter().filter(move |answer| answer.right == right)
    }
}

impl Moment<'_> {
    /// What every right says for a household, which is seen on this moment's day.
    pub fn answers(&self, household: &Household) -> Answers {
        self.answers_of(household, 0..self.catalogue.rights.len())
    }

    /// What some rights say for a household.
    pub fn answers_of(&self, household: &Household, rights: impl Iterator<Item = usize>) -> Answers {
        let mut frames = Frames::new(self.catalogue, household, &self.rates);
        let places = frames.places();
        let mut all = Answers { list: Vec::new(), values: Vec::with_capacity(4096), frames: Vec::new() };
        let mut found: BTreeMap<About, usize> = BTreeMap::new();
        let mut by_kind: [Option<Vec<usize>>; 4] = Default::default();
        for right in rights {
            let concerns = self.catalogue.rights[right].concerns;
            let kind = &mut by_kind[concerns as usize];
            let seen_from = kind.get_or_insert_with(|| {
                let mut at = Vec::new();
                for about in places(concerns) {
                    at.push(*found.entry(about).or_insert_with(|| {
                        all.frames.push((about, frames.frame(about)));
                        all.frames.len() - 1
                    }));
                }
                at
            });
            for frame in seen_from.iter() {
                let answer = self.answer(right, *frame, &mut all, &frames);
                all.list.push(answer);
            }
        }
        all
    }

    /// The version of a rule that holds on this day.
    pub fn rule(&self, right: usize) -> Option<&Rule> {
        self.rules[right].map(|rule| &self.catalogue.rights[right].rules[rule])
    }

    fn answer(&self, right: usize, frame: usize, all: &mut Answers, frames: &Frames<'_>) -> Answer {
        let (about, facts) = &all.frames[frame];
        let start = all.values.len();
        let mut answer = Answer {
            right,
            about: *about,
            status: Status::NotInForce,
            amount: None,
            rule: self.rules[right],
            missing: Vec::new(),
            missing_for_amount: Vec::new(),
            lacking_rates: Vec::new(),
            frame,
            criteria: start..start,
            calc: start..start,
        };
        let Some(rule) = self.rule(right) else { return answer };
        let met = rule.criteria.run(facts, &self.rates, &mut all.values);
        answer.criteria.end = all.values.len();
        answer.calc = all.values.len()..all.values.len();
        let known = &self.catalogue.rights[right];
        answer.status = match (met, known.kind) {
            (UNKNOWN, _) => Status::MissingInfo,
            (0, _) => Status::NotEntitled,
            (_, RightKind::Information | RightKind::LowThreshold) => Status::Information,
            (_, RightKind::Entitlement) if known.objective => Status::Entitled,
            _ => Status::WorthApplying,
        };
        if met == UNKNOWN {
            let missing = rule.criteria.missing(&all.values[answer.criteria.clone()]);
            answer.lacking_rates = missing.rates;
            answer.missing = self.expand(&missing.facts, *about, facts, frames, &mut answer.lacking_rates);
        } else if met == 1
            && let Some(calc) = &rule.calc
        {
            let amount = calc.run(facts, &self.rates, &mut all.values);
            answer.calc.end = all.values.len();
            answer.amount = Number::from_bits(amount);
            if amount == UNKNOWN {
                let missing = calc.missing(&all.values[answer.calc.clone()]);
                answer.lacking_rates = missing.rates;
                answer.missing_for_amount =
                    self.expand(&missing.facts, *about, facts, frames, &mut answer.lacking_rates);
            }
        }
        answer
    }

    /// Unknown facts, with what a derived one follows from in its place.
    fn expand(
        &self,
        unknown: &FactSet,
        about: About,
        frame: &[i64],
        frames: &Frames<'_>,
        lacking: &mut Vec<u16>,
    ) -> Vec<Wanted> {
        let mut wanted = BTreeSet::new();
        let mut open: Vec<u16> = unknown.iter().collect();
        let mut seen = *unknown;
        let mut values = Vec::new();
        while let Some(fact) = open.pop() {
            let known = self.catalogue.fact_at(fact);
            let whose = about.whose(known.scope);
            match &known.derived {
                Some(Derived::Is(program)) => {
                    values.clear();
                    program.run(frame, &self.rates, &mut values);
                    let missing = program.missing(&values);
                    lacking.extend(missing.rates);
                    open.extend(missing.facts.iter().filter(|fact| !seen.contains(*fact)));
                    seen.extend(&missing.facts);
                }
                Some(Derived::Children(_) | Derived::Adults(_)) => {
                    let inner = self.expand_count(fact, whose, frames);
                    if inner.is_empty() {
                        wanted.insert(Wanted { fact, whose });
                    }
                    wanted.extend(inner);
                }
                None => {
                    wanted.insert(Wanted { fact, whose });
                }
            }
        }
        lacking.sort_unstable();
        lacking.dedup();
        wanted.into_iter().collect()
    }

    /// What a count waits for, when all who could be counted are listed.
    fn expand_count(&self, fact: u16, whose: Whose, frames: &Frames<'_>) -> Vec<Wanted> {
        let Some(Derived::Children(program) | Derived::Adults(program)) =
            &self.catalogue.fact_at(fact).derived
        else {
            return Vec::new();
        };
        let mut wanted = Vec::new();
        for (about, frame) in frames.counted_frames(fact, whose) {
            let mut values = Vec::new();
            if program.run(&frame, &self.rates, &mut values) == UNKNOWN {
                let missing = program.missing(&values);
                wanted.extend(self.expand(&missing.facts, about, &frame, frames, &mut Vec::new()));
            }
        }
        wanted
    }

    /// The told facts that a settled status rests on: with these as they are, no other fact can change it.
    pub fn rests_on(&self, answers: &Answers, answer: &Answer) -> Vec<Wanted> {
        let Some(rule) = answer.rule.map(|rule| &self.catalogue.rights[answer.right].rules[rule]) else {
            return Vec::new();
        };
        let (about, frame) = &answers.frames[answer.frame];
        let mut wanted = BTreeSet::new();
        let mut seen = rule.criteria.rests_on(&answers.values[answer.criteria.clone()]);
        let mut open: Vec<u16> = seen.iter().collect();
        let mut values = Vec::new();
        while let Some(fact) = open.pop() {
            let known = self.catalogue.fact_at(fact);
            wanted.insert(Wanted { fact, whose: about.whose(known.scope) });
            if let Some(Derived::Is(program)) = &known.derived {
                values.clear();
                program.run(frame, &self.rates, &mut values);
                let inner = program.rests_on(&values);
                open.extend(inner.iter().filter(|fact| !seen.contains(*fact)));
                seen.extend(&inner);
            }
        }
        wanted.into_iter().collect()
    }
}
