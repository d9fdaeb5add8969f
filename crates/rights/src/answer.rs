//! Answers: what each right says for each person it can concern, and why.

use crate::catalogue::{Catalogue, Concerns, Derived, Right, RightKind, Rule};
use crate::household::{About, Frames, Household, Whose};
use crate::number::{Number, UNKNOWN};
use crate::program::{FactSet, Missing, Program};
use crate::whole::Steps;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

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
    pub(crate) calculated: bool,
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
    pub(crate) frames: Vec<Frame>,
}

/// What conditions wait for whose answers were tried, by frame and place.
type Tried = BTreeMap<(usize, u16), Missing>;

/// What is known from where one person or home stands, and what every step of the rules came to there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Frame {
    pub about: About,
    pub facts: Vec<i64>,
    pub values: Vec<i64>,
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
        let rights: Vec<usize> = rights.collect();
        let frames = Frames::new(self.catalogue, household, &self.rates);
        let mut all = Answers { list: Vec::with_capacity(rights.len()), frames: Vec::new() };
        let mut found: BTreeMap<About, usize> = BTreeMap::new();
        let mut tried = Tried::new();
        let mut seen_from: [Vec<usize>; 4] = Default::default();
        for concerns in Concerns::ALL {
            // What all rights of a kind need is worked out in one go.
            let mut needed = Steps::default();
            let of_kind = rights.iter().filter(|right| self.catalogue.rights[**right].concerns == concerns);
            let rules: Vec<&Rule> = of_kind.filter_map(|right| self.rule(*right)).collect();
            rules.iter().for_each(|rule| needed.extend(&rule.criteria.reach));
            for about in frames.places(concerns) {
                let at = *found.entry(about).or_insert_with(|| {
                    let values = vec![UNKNOWN; self.catalogue.whole.ops.len()];
                    all.frames.push(Frame { about, facts: frames.frame(about), values });
                    all.frames.len() - 1
                });
                seen_from[concerns as usize].push(at);
                let Frame { facts, values, .. } = &mut all.frames[at];
                self.catalogue.whole.run(&needed, facts, &self.rates, values);
                self.settle(&rules, at, facts, values, &mut tried);
                // An amount is worked out only where the conditions are met.
                let mut amounts = Steps::default();
                for rule in &rules {
                    if let Some(calc) = &rule.calc
                        && values[usize::from(rule.criteria.place())] == 1
                    {
                        amounts.extend(&calc.reach);
                    }
                }
                self.catalogue.whole.run(&amounts.without(&needed), facts, &self.rates, values);
            }
        }
        for right in rights {
            for frame in &seen_from[self.catalogue.rights[right].concerns as usize] {
                let answer = self.answer(right, *frame, &all, &frames, &tried);
                all.list.push(answer);
            }
        }
        all
    }

    /// The version of a rule that holds on this day.
    pub fn rule(&self, right: usize) -> Option<&Rule> {
        self.rules[right].map(|rule| &self.catalogue.rights[right].rules[rule])
    }

    /// Settles what three truth values leave open, and keeps what the rest waits for.
    fn settle(&self, rules: &[&Rule], frame: usize, facts: &[i64], values: &mut [i64], tried: &mut Tried) {
        for rule in rules {
            let place = rule.criteria.place();
            if values[usize::from(place)] == UNKNOWN && !rule.criteria.twice.is_empty() {
                let (came_to, missing) = self.tried(&rule.criteria, facts, values);
                values[usize::from(place)] = came_to;
                tried.insert((frame, place), missing);
            }
        }
    }

    fn answer(
        &self,
        right: usize,
        frame: usize,
        all: &Answers,
        frames: &Frames<'_>,
        tried: &Tried,
    ) -> Answer {
        let seen = &all.frames[frame];
        let mut answer = Answer {
            right,
            about: seen.about,
            status: Status::NotInForce,
            amount: None,
            rule: self.rules[right],
            missing: Vec::new(),
            missing_for_amount: Vec::new(),
            lacking_rates: Vec::new(),
            frame,
            calculated: false,
        };
        let Some(rule) = self.rule(right) else { return answer };
        let met = seen.values[usize::from(rule.criteria.place())];
        let known = &self.catalogue.rights[right];
        answer.status = match (met, known.kind) {
            (UNKNOWN, _) => Status::MissingInfo,
            (0, _) => Status::NotEntitled,
            (_, RightKind::Information | RightKind::LowThreshold) => Status::Information,
            (_, RightKind::Entitlement) if known.objective => Status::Entitled,
            _ => Status::WorthApplying,
        };
        if met == UNKNOWN {
            let place = rule.criteria.place();
            let missing = tried.get(&(frame, place)).cloned();
            let missing = missing.unwrap_or_else(|| self.catalogue.whole.missing(place, &seen.values));
            answer.missing = self.wanted(&missing.facts, seen.about, frames);
            answer.lacking_rates = missing.rates;
        } else if met == 1
            && let Some(calc) = &rule.calc
        {
            let amount = seen.values[usize::from(calc.place())];
            answer.calculated = true;
            answer.amount = Number::from_bits(amount);
            if amount == UNKNOWN {
                let missing = self.catalogue.whole.missing(calc.place(), &seen.values);
                answer.missing_for_amount = self.wanted(&missing.facts, seen.about, frames);
                answer.lacking_rates = missing.rates;
            }
        }
        answer
    }

    /// Unknown facts and whose they are, with what a count waits for in its place.
    fn wanted(&self, unknown: &FactSet, about: About, frames: &Frames<'_>) -> Vec<Wanted> {
        let mut wanted = BTreeSet::new();
        for fact in unknown.iter() {
            let known = self.catalogue.fact_at(fact);
            let whose = about.whose(known.scope);
            let inner = match &known.derived {
                Some(Derived::Children(program) | Derived::Adults(program)) => {
                    self.wanted_for_count(program, fact, whose, frames)
                }
                _ => Vec::new(),
            };
            if inner.is_empty() {
                wanted.insert(Wanted { fact, whose });
            }
            wanted.extend(inner);
        }
        wanted.into_iter().collect()
    }

    /// What a count waits for, when all who could be counted are listed.
    fn wanted_for_count(
        &self,
        program: &Program,
        fact: u16,
        whose: Whose,
        frames: &Frames<'_>,
    ) -> Vec<Wanted> {
        let mut wanted = Vec::new();
        for (about, values) in frames.counted_frames(fact, whose) {
            let missing = self.catalogue.whole.missing(program.place(), &values);
            wanted.extend(self.wanted(&missing.facts, about, frames));
        }
        wanted
    }

    /// The told facts that a settled status rests on: with these as they are, no other fact can change it.
    pub fn rests_on(&self, answers: &Answers, answer: &Answer) -> Vec<Wanted> {
        let Some(rule) = self.rule_of(answer) else { return Vec::new() };
        let seen = &answers.frames[answer.frame];
        let found = self.catalogue.whole.rests_on(rule.criteria.place(), &seen.facts, &seen.values);
        let mut wanted: Vec<Wanted> = found
            .iter()
            .map(|fact| Wanted { fact, whose: seen.about.whose(self.catalogue.fact_at(fact).scope) })
            .collect();
        wanted.sort_unstable();
        wanted
    }
}
