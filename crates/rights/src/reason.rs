//! Why an answer is as it is: a tree of parts with their values and where each came from.
//!
//! The tree is made when somebody asks for it, from what the evaluation left behind.

use crate::answer::{Answer, Answers, Moment};
use crate::catalogue::{Derived, RateValue};
use crate::household::{Household, Origin, Value, Whose};
use crate::number::{Number, UNKNOWN};
use crate::program::{Compare, Op, Program, children};
use crate::say;
use crate::sheet::Language;

/// What a part of a reason is.
#[derive(Debug, Clone, PartialEq)]
pub enum Part<'a> {
    /// All parts must be true.
    All,
    /// One part must be true.
    Any,
    /// The opposite of its part.
    Not,
    /// One part compared with another.
    Comparison(Compare),
    /// A choice between two ways.
    Choice,
    /// A calculation.
    Calculation,
    /// A named calculation.
    Formula,
    /// A number or word that stands in the rule itself.
    Constant,
    /// A fact that somebody told, or that nobody has told.
    Told {
        /// Which.
        fact: u16,
        /// Whose.
        whose: Whose,
        /// Who said it, and when.
        origin: Option<&'a Origin>,
    },
    /// A fact that follows from others, which are its parts.
    Derived {
        /// Which.
        fact: u16,
    },
    /// A rate of the day.
    Rate {
        /// Which.
        rate: u16,
        /// Its value, with its first day and its sources; none when there is none on the day.
        value: Option<&'a RateValue>,
    },
}

/// A part of why an answer is as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason<'a> {
    /// What it is.
    pub part: Part<'a>,
    /// The words of the rule.
    pub text: &'a str,
    /// What it came to; none when it is unknown.
    pub value: Option<Value>,
    /// What a number of it counts.
    pub unit: &'a str,
    /// Whether the answer would stand without it.
    pub decided: bool,
    /// What it consists of.
    pub parts: Vec<Reason<'a>>,
}

struct View<'a> {
    moment: &'a Moment<'a>,
    household: &'a Household,
    answers: &'a Answers,
    answer: &'a Answer,
}

impl Moment<'_> {
    /// Why the status is as it is; none when no rule is in force.
    pub fn reason<'a>(
        &'a self,
        household: &'a Household,
        answers: &'a Answers,
        answer: &'a Answer,
    ) -> Option<Reason<'a>> {
        let rule = self.rule_of(answer)?;
        let view = View { moment: self, household, answers, answer };
        let values = &answers.values[answer.criteria.clone()];
        Some(view.part(&rule.criteria, values, rule.criteria.root(), true))
    }

    /// How the amount was calculated; none when nothing is calculated.
    pub fn reason_of_amount<'a>(
        &'a self,
        household: &'a Household,
        answers: &'a Answers,
        answer: &'a Answer,
    ) -> Option<Reason<'a>> {
        let calc = self.rule_of(answer)?.calc.as_ref()?;
        if answer.calc.is_empty() {
            return None;
        }
        let view = View { moment: self, household, answers, answer };
        Some(view.part(calc, &answers.values[answer.calc.clone()], calc.root(), true))
    }

    /// The version of the rule that an answer rests on.
    pub fn rule_of(&self, answer: &Answer) -> Option<&crate::catalogue::Rule> {
        Some(&self.catalogue.rights[answer.right].rules[answer.rule?])
    }

    /// The one sentence that decided an answer: the first part that could not be otherwise.
    pub fn sentence(&self, reason: &Reason<'_>, language: Language) -> String {
        let mut at = reason;
        // Where everything must be true and is, the sentence is the whole; where one part fails, it is that part.
        while matches!(at.part, Part::All | Part::Any | Part::Not) {
            let decisive: Vec<&Reason<'_>> = at.parts.iter().filter(|part| part.decided).collect();
            match decisive.as_slice() {
                [one] => at = one,
                _ if at.parts.is_empty() => break,
                many => {
                    let said: Vec<String> = many.iter().map(|part| self.sentence(part, language)).collect();
                    return said.join("; ");
                }
            }
        }
        self.leaf(at, language)
    }

    /// One part in words: `Barnets alder (6 år) < 18`.
    pub fn leaf(&self, reason: &Reason<'_>, language: Language) -> String {
        match (&reason.part, reason.parts.as_slice()) {
            (Part::Comparison(how), [a, b]) => {
                let sign = match how {
                    Compare::Less => "<",
                    Compare::LessOrEqual => "≤",
                    Compare::Greater => ">",
                    Compare::GreaterOrEqual => "≥",
                    Compare::Equal => "=",
                    Compare::NotEqual => "≠",
                };
                format!("{} {sign} {}", self.side(a, language), self.side(b, language))
            }
            _ => self.side(reason, language),
        }
    }

    fn side(&self, reason: &Reason<'_>, language: Language) -> String {
        let value = match &reason.value {
            Some(Value::Word(word)) => self.word(reason, word, language),
            Some(value) => say::value(value, reason.unit, language),
            None => "?".to_owned(),
        };
        match &reason.part {
            Part::Told { fact, .. } | Part::Derived { fact } => {
                format!("{}: {value}", self.catalogue.fact_at(*fact).label.say(language))
            }
            Part::Rate { rate, .. } => {
                format!("{}: {value}", self.catalogue.rates[usize::from(*rate)].what.say(language))
            }
            _ => value,
        }
    }

    fn word(&self, reason: &Reason<'_>, word: &str, language: Language) -> String {
        let fact = match &reason.part {
            Part::Told { fact, .. } | Part::Derived { fact } => self.catalogue.fact_at(*fact),
            _ => return word.to_owned(),
        };
        let choice = fact.choices.iter().find(|choice| choice.code == word);
        choice.map_or_else(|| word.to_owned(), |choice| choice.words.say(language).to_owned())
    }
}

impl<'a> View<'a> {
    fn part(&self, program: &'a Program, values: &[i64], step: u16, decided: bool) -> Reason<'a> {
        let known = &program.steps[usize::from(step)];
        let bits = values[usize::from(step)];
        let mut unit = known.shown_unit.as_str();
        let catalogue = self.moment.catalogue;
        let (part, parts) = match known.op {
            Op::Fact(fact) => {
                unit = &catalogue.fact_at(fact).unit;
                self.fact(fact, bits)
            }
            Op::Rate(rate) => {
                let known = &catalogue.rates[usize::from(rate)];
                unit = &known.unit;
                (Part::Rate { rate, value: known.on(self.moment.day) }, Vec::new())
            }
            Op::Const(_) => (Part::Constant, Vec::new()),
            op @ (Op::And(..) | Op::Or(..)) => {
                let inner = self.chain(program, values, op, step, decided);
                (if matches!(op, Op::And(..)) { Part::All } else { Part::Any }, inner)
            }
            Op::Formula(inner) => (Part::Formula, self.leaves(program, values, inner, decided)),
            op => {
                let part = match op {
                    Op::Not(_) => Part::Not,
                    Op::Compare(how, ..) => Part::Comparison(how),
                    Op::Choice(..) => Part::Choice,
                    _ => Part::Calculation,
                };
                let decisive = program.decisive(op, values);
                let inner =
                    decisive.into_iter().map(|step| self.part(program, values, step, decided)).collect();
                (part, inner)
            }
        };
        let text = match (known.formula, known.op) {
            (_, Op::Rate(rate)) => &catalogue.rates[usize::from(rate)].name,
            (_, Op::Fact(fact)) => &catalogue.fact_at(fact).name,
            (Some(formula), _) => &catalogue.formulas[usize::from(formula)],
            (None, _) => &known.words,
        };
        Reason { part, text, value: Value::from_bits(bits, &known.kind), unit, decided, parts }
    }

    /// `a and b and c` is one list, not a stair.
    fn chain(
        &self,
        program: &'a Program,
        values: &[i64],
        op: Op,
        step: u16,
        decided: bool,
    ) -> Vec<Reason<'a>> {
        let is_all = matches!(op, Op::And(..));
        let bits = values[usize::from(step)];
        let mut found = Vec::new();
        let mut open: Vec<u16> = children(op).into_iter().rev().collect();
        while let Some(step) = open.pop() {
            let inner = program.steps[usize::from(step)].op;
            if matches!((inner, is_all), (Op::And(..), true) | (Op::Or(..), false)) {
                open.extend(children(inner).into_iter().rev());
            } else {
                found.push(step);
            }
        }
        // Where one part is enough, the first such part decided; else all did, or those that are unknown.
        let enough = i64::from(!is_all);
        let first = found.iter().position(|step| values[usize::from(*step)] == bits);
        let decides = |place: usize, step: u16| match bits {
            UNKNOWN => values[usize::from(step)] == UNKNOWN,
            bits if bits == enough => first == Some(place),
            _ => true,
        };
        let parts = found.iter().enumerate();
        parts
            .map(|(place, step)| self.part(program, values, *step, decided && decides(place, *step)))
            .collect()
    }

    /// What a formula was given and the rates it used, without its inside.
    fn leaves(&self, program: &'a Program, values: &[i64], step: u16, decided: bool) -> Vec<Reason<'a>> {
        let mut found: Vec<u16> = Vec::new();
        let mut open = vec![step];
        while let Some(step) = open.pop() {
            let op = program.steps[usize::from(step)].op;
            if !matches!(op, Op::Fact(_) | Op::Rate(_)) {
                open.extend(program.decisive(op, values).into_iter().rev());
            } else if !found.iter().any(|other| program.steps[usize::from(*other)].op == op) {
                found.push(step);
            }
        }
        found.into_iter().map(|step| self.part(program, values, step, decided)).collect()
    }

    fn fact(&self, fact: u16, bits: i64) -> (Part<'a>, Vec<Reason<'a>>) {
        let known = self.moment.catalogue.fact_at(fact);
        let (about, frame) = &self.answers.frames[self.answer.frame];
        let whose = about.whose(known.scope);
        let told = self.household.told(fact, whose);
        match (&known.derived, told) {
            (Some(Derived::Is(program)), None) => {
                let mut values = Vec::new();
                program.run(frame, &self.moment.rates, &mut values);
                (Part::Derived { fact }, vec![self.part(program, &values, program.root(), true)])
            }
            (Some(_), None) if bits != UNKNOWN => (Part::Derived { fact }, Vec::new()),
            (_, told) => (Part::Told { fact, whose, origin: told.map(|told| &told.origin) }, Vec::new()),
        }
    }
}

impl Reason<'_> {
    /// All parts, this one first, with how deep each stands.
    pub fn all(&self) -> Vec<(usize, &Self)> {
        let mut found = Vec::new();
        let mut open = vec![(0, self)];
        while let Some((depth, reason)) = open.pop() {
            found.push((depth, reason));
            open.extend(reason.parts.iter().rev().map(|part| (depth + 1, part)));
        }
        found
    }

    /// Its number, when it has one.
    pub fn number(&self) -> Option<Number> {
        match self.value {
            Some(Value::Number(number)) => Some(number),
            _ => None,
        }
    }
}
