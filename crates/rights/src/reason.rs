//! Why an answer is as it is: a tree of parts with their values and where each came from.
//!
//! Nothing is worked out again: a part looks at what the evaluation left behind, and its own parts are made when somebody
//! walks to them. To have all reasons of all answers therefore costs next to nothing, and to read one costs its length.

use crate::answer::{Answer, Answers, Frame, Moment};
use crate::catalogue::{Derived, RateValue};
use crate::household::{Household, Origin, Value, Whose};
use crate::number::{Number, UNKNOWN};
use crate::program::{Compare, Op, Program, Seen, children, decisive};
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

/// A part of why an answer is as it is; what it consists of is [`Reason::parts`].
#[derive(Debug, Clone)]
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
    view: View<'a>,
    program: &'a Program,
    step: u16,
}

#[derive(Debug, Clone, Copy)]
struct View<'a> {
    moment: &'a Moment<'a>,
    household: &'a Household,
    frame: &'a Frame,
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
        let view = View { moment: self, household, frame: &answers.frames[answer.frame] };
        Some(view.part(&rule.criteria, rule.criteria.root(), true))
    }

    /// How the amount was calculated; none when nothing is calculated.
    pub fn reason_of_amount<'a>(
        &'a self,
        household: &'a Household,
        answers: &'a Answers,
        answer: &'a Answer,
    ) -> Option<Reason<'a>> {
        let calc = self.rule_of(answer)?.calc.as_ref()?;
        let view = View { moment: self, household, frame: &answers.frames[answer.frame] };
        answer.calculated.then(|| view.part(calc, calc.root(), true))
    }

    /// The version of the rule that an answer rests on.
    pub fn rule_of(&self, answer: &Answer) -> Option<&crate::catalogue::Rule> {
        Some(&self.catalogue.rights[answer.right].rules[answer.rule?])
    }

    /// The one sentence that decided an answer: the first part that could not be otherwise.
    pub fn sentence(&self, reason: &Reason<'_>, language: Language) -> String {
        // Where everything must be true and is, the sentence is the whole; where one part fails, it is that part.
        if !matches!(reason.part, Part::All | Part::Any | Part::Not) {
            return self.leaf(reason, language);
        }
        let decisive = reason.parts().into_iter().filter(|part| part.decided);
        let said: Vec<String> = decisive.map(|part| self.sentence(&part, language)).collect();
        said.join("; ")
    }

    /// One part in words: `Barnets alder (6 år) < 18`.
    pub fn leaf(&self, reason: &Reason<'_>, language: Language) -> String {
        match (&reason.part, reason.parts().as_slice()) {
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
    fn part(self, program: &'a Program, step: u16, decided: bool) -> Reason<'a> {
        let known = &program.steps[usize::from(step)];
        let bits = self.seen(program).at(step);
        let catalogue = self.moment.catalogue;
        let (mut text, mut unit) = (known.words.as_str(), known.shown_unit.as_str());
        if let Some(formula) = known.formula {
            text = &catalogue.formulas[usize::from(formula)];
        }
        let part = match known.op {
            Op::Fact(fact) => {
                let known = catalogue.fact_at(fact);
                (text, unit) = (&known.name, &known.unit);
                self.fact(fact, bits)
            }
            Op::Rate(rate) => {
                let known = &catalogue.rates[usize::from(rate)];
                (text, unit) = (&known.name, &known.unit);
                Part::Rate { rate, value: known.on(self.moment.day) }
            }
            Op::Const(_) => Part::Constant,
            Op::And(..) => Part::All,
            Op::Or(..) => Part::Any,
            Op::Not(_) => Part::Not,
            Op::Compare(how, ..) => Part::Comparison(how),
            Op::Choice(..) => Part::Choice,
            Op::Formula(_) => Part::Formula,
            _ => Part::Calculation,
        };
        let value = Value::from_bits(bits, &known.kind);
        Reason { part, text, value, unit, decided, view: self, program, step }
    }

    fn seen(self, program: &'a Program) -> Seen<'a> {
        Seen { program, values: &self.frame.values }
    }

    /// `a and b and c` is one list, not a stair.
    fn chain(self, program: &'a Program, step: u16, decided: bool) -> Vec<Reason<'a>> {
        let (op, seen) = (program.steps[usize::from(step)].op, self.seen(program));
        let is_all = matches!(op, Op::And(..));
        let bits = seen.at(step);
        let mut found = Vec::with_capacity(8);
        let mut open: Vec<u16> = Vec::with_capacity(8);
        open.extend(children(op).iter().rev());
        while let Some(step) = open.pop() {
            let inner = program.steps[usize::from(step)].op;
            if matches!((inner, is_all), (Op::And(..), true) | (Op::Or(..), false)) {
                open.extend(children(inner).iter().rev());
            } else {
                found.push(step);
            }
        }
        // Where one part is enough, the first such part decided; else all did, or those that are unknown.
        let enough = i64::from(!is_all);
        let first = found.iter().position(|step| seen.at(*step) == bits);
        let decides = |place: usize, step: u16| match bits {
            UNKNOWN => seen.at(step) == UNKNOWN,
            bits if bits == enough => first == Some(place),
            _ => true,
        };
        let parts = found.iter().enumerate();
        parts.map(|(place, step)| self.part(program, *step, decided && decides(place, *step))).collect()
    }

    /// What a formula was given and the rates it used, without its inside.
    fn leaves(self, program: &'a Program, step: u16, decided: bool) -> Vec<Reason<'a>> {
        let mut found: Vec<u16> = Vec::new();
        let mut met = vec![false; usize::from(step) + 1];
        let mut open = vec![step];
        while let Some(step) = open.pop() {
            if std::mem::replace(&mut met[usize::from(step)], true) {
                continue;
            }
            let op = program.steps[usize::from(step)].op;
            if !matches!(op, Op::Fact(_) | Op::Rate(_)) {
                open.extend(decisive(op, |step| self.seen(program).at(step)).iter().rev());
            } else if !found.iter().any(|other| program.steps[usize::from(*other)].op == op) {
                found.push(step);
            }
        }
        found.into_iter().map(|step| self.part(program, step, decided)).collect()
    }

    fn fact(self, fact: u16, bits: i64) -> Part<'a> {
        let known = self.moment.catalogue.fact_at(fact);
        let follows = match known.derived {
            Some(Derived::Is(_)) => true,
            Some(_) => bits != UNKNOWN,
            None => false,
        };
        let whose = self.frame.about.whose(known.scope);
        match self.household.told(fact, whose) {
            None if follows => Part::Derived { fact },
            told => Part::Told { fact, whose, origin: told.map(|told| &told.origin) },
        }
    }
}

impl<'a> Reason<'a> {
    /// What it consists of.
    pub fn parts(&self) -> Vec<Reason<'a>> {
        let Reason { view, program, step, decided, .. } = *self;
        match (&self.part, program.steps[usize::from(step)].op) {
            (Part::All | Part::Any, _) => view.chain(program, step, decided),
            (_, Op::Formula(inner)) => view.leaves(program, inner, decided),
            (Part::Derived { fact }, _) => match &view.moment.catalogue.fact_at(*fact).derived {
                Some(Derived::Is(program)) => vec![view.part(program, program.root(), true)],
                _ => Vec::new(),
            },
            (_, Op::Const(_) | Op::Fact(_) | Op::Rate(_)) => Vec::new(),
            (_, op) => {
                let steps = decisive(op, |step| view.seen(program).at(step));
                steps.iter().map(|step| view.part(program, step, decided)).collect()
            }
        }
    }

    /// All parts, this one first, with how deep each stands.
    pub fn all(&self) -> Vec<(usize, Reason<'a>)> {
        let mut found = Vec::new();
        let mut open = vec![(0, self.clone())];
        while let Some((depth, reason)) = open.pop() {
            open.extend(reason.parts().into_iter().rev().map(|part| (depth + 1, part)));
            found.push((depth, reason));
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
