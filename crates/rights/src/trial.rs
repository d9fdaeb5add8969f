//! Runs the test cases that stand in the rights' own files.

use crate::answer::Status;
use crate::catalogue::{Case, Catalogue, Concerns, Scope};
use crate::household::{About, Household};
use crate::number::Number;

/// A case whose answer is not what its file expects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deviation {
    /// The right.
    pub right: String,
    /// The case.
    pub case: String,
    /// Its line in the file.
    pub line: usize,
    /// What was expected, and what came.
    pub what: Vec<String>,
}

impl Catalogue {
    /// How many cases there are, and those that come out differently.
    pub fn try_cases(&self) -> (usize, Vec<Deviation>) {
        let mut tried = 0;
        let mut deviations = Vec::new();
        for (place, right) in self.rights.iter().enumerate() {
            for case in &right.cases {
                tried += 1;
                let what = self.try_case(place, case);
                if !what.is_empty() {
                    let (right, case, line) = (right.id.clone(), case.name.clone(), case.line);
                    deviations.push(Deviation { right, case, line, what });
                }
            }
        }
        (tried, deviations)
    }

    /// The household of a case: one home with one adult and one child.
    pub fn household_of(&self, case: &Case) -> Household {
        let mut household = Household::new(case.on, 1, 1);
        let about = About { home: 0, child: Some(0), adult: Some(0) };
        for (fact, bits) in &case.facts {
            let known = self.fact_at(*fact);
            household.suppose(*fact, about.whose(known.scope), *bits, &known.kind);
        }
        household
    }

    fn try_case(&self, right: usize, case: &Case) -> Vec<String> {
        let moment = self.on(case.on);
        let answers = moment.answers_of(&self.household_of(case), std::iter::once(right));
        let Some(answer) = answers.list.first() else { return vec!["no answer came".into()] };
        let mut what = Vec::new();
        if answer.status != case.expect.status {
            what.push(format!("expected {}, and it is {}", case.expect.status.code(), answer.status.code()));
        }
        if let Some(expected) = case.expect.amount {
            match answer.amount {
                Some(amount) if amount.distance(expected) <= tolerance(expected) => {}
                Some(amount) => what.push(format!("expected the amount {expected}, and it is {amount}")),
                None => what.push(format!("expected the amount {expected}, and none could be calculated")),
            }
        }
        if let Some(expected) = &case.expect.missing {
            let mut missing: Vec<String> =
                answer.missing.iter().map(|wanted| self.fact_at(wanted.fact).name.clone()).collect();
            missing.sort();
            if *expected != missing {
                what.push(format!("expected to lack {expected:?}, and it lacks {missing:?}"));
            }
        }
        if answer.status == Status::NotInForce && case.expect.status != Status::NotInForce {
            what.push(format!("no rule is in force on {}", case.on));
        }
        what
    }
}

/// An amount written in whole ones is right to the nearest one, one with decimals to the hundredth.
fn tolerance(expected: Number) -> Number {
    Number::parse(if expected.is_whole() { "0.5" } else { "0.01" }).unwrap_or(Number::ZERO)
}

/// The scopes that a right of a kind can see.
pub fn scopes(concerns: Concerns) -> &'static [Scope] {
    match concerns {
        Concerns::ChildAndAdult => &[Scope::Case, Scope::Home, Scope::Child, Scope::Adult, Scope::Pair],
        Concerns::Child => &[Scope::Case, Scope::Home, Scope::Child],
        Concerns::Adult => &[Scope::Case, Scope::Home, Scope::Adult],
        Concerns::Home => &[Scope::Case, Scope::Home],
    }
}
