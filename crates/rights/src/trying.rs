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
const MOST_TRIES: usize = 96;

/// What a condition came to for each way of answering some facts.
struct Ways {
    facts: Vec<(u16, usize)>,
    came_to: Vec<i64>,
    /// What is still waited for, whichever way.
    waits: FactSet,
}

impl Moment<'_> {
    /// What an unknown condition comes to, whichever way its unknown small facts are answered; and what it waits for.
    pub(crate) fn tried(&self, program: &Program, facts: &[i64], values: &[i64]) -> (i64, Missing) {
        let mut missing = self.catalogue.whole.missing(program.place(), values);
        if !missing.facts.iter().any(|fact| program.twice.contains(fact)) {
            return (UNKNOWN, missing);
        }
        let Some(ways) = self.ways(program, missing.facts.iter(), facts, values) else {
            return (UNKNOWN, missing);
        };
        let first = ways.came_to[0];
        if first != UNKNOWN && ways.came_to.iter().all(|it| *it == first) {
            return (first, Missing::default());
        }
        missing.facts = ways.waits;
        // A fact matters where its answers, all else the same, do not come to the same known thing.
        let mut stride = 1;
        for (fact, count) in &ways.facts {
            let matters = |place: usize| {
                let other = ways.came_to[place - place / stride % count * stride];
                ways.came_to[place] != other || other == UNKNOWN
            };
            if (0..ways.came_to.len()).any(matters) {
                missing.facts.insert(*fact);
            }
            stride *= count;
        }
        (UNKNOWN, missing)
    }

    /// Tries all answers to those of some facts that have few; nothing when there are too many, or none to try.
    fn ways(
        &self,
        program: &Program,
        tried: impl Iterator<Item = u16>,
        facts: &[i64],
        values: &[i64],
    ) -> Option<Ways> {
        let whole = &self.catalogue.whole;
        let root = usize::from(program.place());
        let tried: Vec<(u16, usize)> =
            tried.filter_map(|fact| Some((fact, self.catalogue.fact_at(fact).kind.few()?))).collect();
        let count = tried
            .iter()
            .try_fold(1usize, |all, (_, count)| all.checked_mul(*count).filter(|all| *all <= MOST_TRIES))?;
        if tried.is_empty() {
            return None;
        }
        let (mut facts, mut values) = (facts.to_vec(), values.to_vec());
        let mut ways = Ways { facts: tried, came_to: Vec::with_capacity(count), waits: FactSet::default() };
        for place in 0..count {
            let mut rest = place;
            for (fact, count) in &ways.facts {
                facts[usize::from(*fact)] = (rest % count) as i64;
                rest /= count;
            }
            whole.run(&program.reach, &facts, &self.rates, &mut values);
            ways.came_to.push(values[root]);
            if values[root] == UNKNOWN {
                ways.waits.extend(&whole.missing(program.place(), &values).facts);
            }
        }
        Some(ways)
    }
}
