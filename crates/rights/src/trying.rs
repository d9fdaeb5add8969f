//! What three truth values cannot see: `x or not x` is yes, whatever `x` is.
//!
//! Where an unknown yes or no, or word of a short list, stands more than once in a rule, its answers are tried one after
//! the other, all together with those of the others. So no question is asked that cannot change the answer. The tries are
//! bounded: with more of them, or while a number or day is unknown beside them, the three truth values alone decide, which
//! may ask too much, never too little.

use crate::answer::Moment;
use crate::number::UNKNOWN;
use crate::program::{FactSet, Missing, Program};

/// Most ways of answering that are tried.
const MOST_TRIES: usize = 256;

impl Moment<'_> {
    /// What a condition comes to, whichever way its unknown small facts are answered; and what it waits for.
    pub(crate) fn tried(&self, program: &Program, facts: &[i64], values: &[i64]) -> (i64, Missing) {
        let whole = &self.catalogue.whole;
        let root = usize::from(program.place());
        let missing = whole.missing(program.place(), values);
        let small: Vec<(u16, usize)> = missing
            .facts
            .iter()
            .filter_map(|fact| Some((fact, self.catalogue.fact_at(fact).kind.few()?)))
            .collect();
        let twice = small.iter().any(|(fact, _)| program.twice.contains(*fact));
        let tries = small.iter().try_fold(1usize, |tries, (_, count)| {
            tries.checked_mul(*count).filter(|tries| *tries <= MOST_TRIES)
        });
        let (Some(tries), true) = (tries, twice) else { return (values[root], missing) };
        let mut facts = facts.to_vec();
        let mut values = values.to_vec();
        let mut came_to = Vec::with_capacity(tries);
        // What is not tried stays missing where some way of answering still waits for it.
        let mut exact = Missing { facts: FactSet::default(), rates: missing.rates.clone() };
        for place in 0..tries {
            let mut rest = place;
            for (fact, count) in &small {
                facts[usize::from(*fact)] = (rest % count) as i64;
                rest /= count;
            }
            whole.run(&program.reach, &facts, &self.rates, &mut values);
            came_to.push(values[root]);
            if values[root] == UNKNOWN {
                exact.facts.extend(&whole.missing(program.place(), &values).facts);
            }
        }
        let first = came_to[0];
        if first != UNKNOWN && came_to.iter().all(|it| *it == first) {
            return (first, Missing::default());
        }
        // A tried fact matters where its answers, all else the same, do not come to the same known thing.
        let mut stride = 1;
        for (fact, count) in &small {
            let matters = |place: usize| {
                let other = came_to[place - place / stride % count * stride];
                came_to[place] != other || other == UNKNOWN
            };
            if (0..tries).any(matters) {
                exact.facts.insert(*fact);
            }
            stride *= count;
        }
        (UNKNOWN, exact)
    }
}
