//! The fewest questions: which fact, asked next, can settle most.
//!
//! The measure: how many open answers a fact is likely to settle alone. A rule is most often a chain of `and`, and one
//! «no» settles it: a fact that stands alone in such a chain, and whose likely answer is the one that settles, counts one
//! for each answer that waits for it. Most needs are not there in most families, so «no» is likely, except for facts that
//! are marked `usual` (lives in Norway, is a member of the National Insurance). Any other fact counts half its share of
//! the facts its answer waits for. What the family knows best weighs more, what is delicate less. It is cheap: the
//! answers have their missing facts already.

use crate::answer::{Answer, Answers, Moment, Status, Wanted};
use crate::catalogue::{Asked, ONLY_WHEN_OPENED};
use crate::household::{Household, Whose};
use crate::number::{SCALE, UNKNOWN};
use crate::program::{Op, Seen, Type};
use std::collections::{BTreeMap, BTreeSet};

/// What somebody wants to know, and what they have opened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Interest {
    /// Only these rights; all when it is empty.
    pub rights: BTreeSet<usize>,
    /// Rights that somebody has opened: only for these, the most sensitive facts are asked.
    pub opened: BTreeSet<usize>,
    /// Facts that the family did not want to answer, or could not.
    pub passed_over: BTreeSet<Wanted>,
    /// Whether the amounts are wanted too.
    pub amounts: bool,
}

/// Which of the questions that can still change an answer is asked first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The one that is likely to settle most.
    Guided,
    /// The one that stands first in the catalogue: what the guide is compared with.
    Catalogue,
}

/// A question worth asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What is asked, and about whom.
    pub wanted: Wanted,
    /// How many answers wait for it.
    pub answers: usize,
    /// What it weighs: the next question is the one with the most.
    pub weight: i64,
}

impl Interest {
    fn includes(&self, right: usize) -> bool {
        self.rights.is_empty() || self.rights.contains(&right)
    }
}

impl Moment<'_> {
    /// The questions that can still change an answer, the best first.
    pub fn questions(&self, answers: &Answers, interest: &Interest) -> Vec<Question> {
        let mut weights: BTreeMap<Wanted, (usize, i64)> = BTreeMap::new();
        for answer in answers.list.iter().filter(|answer| interest.includes(answer.right)) {
            let waiting = match answer.status {
                Status::MissingInfo => &answer.missing,
                _ if interest.amounts => &answer.missing_for_amount,
                _ => continue,
            };
            let may: Vec<&Wanted> =
                waiting.iter().filter(|it| self.may_ask(answer.right, **it, interest)).collect();
            if may.is_empty() {
                continue;
            }
            let vote = SCALE / waiting.len() as i64;
            let quick = self.quick(answers, answer);
            for wanted in may {
                let entry = weights.entry(*wanted).or_default();
                entry.0 += 1;
                entry.1 += match quick.get(&wanted.fact) {
                    Some(true) => SCALE,
                    _ => vote / 2,
                };
            }
        }
        let mut questions: Vec<Question> = weights
            .into_iter()
            .map(|(wanted, (answers, weight))| Question {
                wanted,
                answers,
                weight: self.tact(wanted.fact, weight),
            })
            .collect();
        questions.sort_by_key(|question| (std::cmp::Reverse(question.weight), question.wanted));
        questions
    }

    /// The question to ask next; none when no question can change anything.
    pub fn next_question(&self, household: &Household, interest: &Interest) -> Option<Question> {
        let rights = (0..self.catalogue.rights.len()).filter(|right| interest.includes(*right));
        self.questions(&self.answers_of(household, rights), interest).into_iter().next()
    }

    fn may_ask(&self, right: usize, wanted: Wanted, interest: &Interest) -> bool {
        let fact = self.catalogue.fact_at(wanted.fact);
        matches!(fact.asked, Asked::Family | Asked::FamilyMay)
            && (fact.sensitivity < ONLY_WHEN_OPENED || interest.opened.contains(&right))
            && !interest.passed_over.contains(&wanted)
    }

    /// What the family knows weighs more, what is delicate less.
    fn tact(&self, fact: u16, weight: i64) -> i64 {
        let fact = self.catalogue.fact_at(fact);
        let known = if fact.asked == Asked::Family { 20 } else { 17 };
        weight / 400 * known * (20 - i64::from(fact.sensitivity))
    }

    /// Facts of which one answer alone can settle the status, and whether that answer is the likely one.
    fn quick(&self, answers: &Answers, answer: &Answer) -> BTreeMap<u16, bool> {
        let Some(rule) = self.rule_of(answer) else { return BTreeMap::new() };
        let seen = Seen { program: &rule.criteria, values: &answers.frames[answer.frame].values };
        let (is_all, found) = outermost(seen);
        // A chain of `and` is settled by a no, a chain of `or` by a yes; most needs are not there, so no is likely.
        found
            .into_iter()
            .map(|(fact, turned)| {
                let known = self.catalogue.fact_at(fact);
                let likely = known.usual && known.kind == Type::Bool;
                (fact, (known.kind != Type::Bool) || (likely != turned) != is_all)
            })
            .collect()
    }

    /// Asks until nothing more can be asked, and counts: `answer_of` says what the household would answer.
    pub fn ask_until_settled(
        &self,
        household: &mut Household,
        interest: &Interest,
        order: Order,
        mut answer_of: impl FnMut(Wanted) -> Option<i64>,
    ) -> usize {
        let mut interest = interest.clone();
        let mut asked = 0;
        // What is settled stays settled, whatever else is told: only the open rights are looked at again.
        let mut open: BTreeSet<usize> =
            (0..self.catalogue.rights.len()).filter(|right| interest.includes(*right)).collect();
        loop {
            let answers = self.answers_of(household, open.iter().copied());
            let mut questions = self.questions(&answers, &interest).into_iter();
            let next = match order {
                Order::Guided => questions.next(),
                Order::Catalogue => questions.min_by_key(|question| question.wanted),
            };
            let Some(question) = next else { break };
            asked += 1;
            let kind = &self.catalogue.fact_at(question.wanted.fact).kind;
            let told = answer_of(question.wanted).filter(|bits| *bits != UNKNOWN);
            if let Some(bits) = told {
                household.suppose(question.wanted.fact, question.wanted.whose, bits, kind);
            }
            interest.passed_over.insert(question.wanted);
            let waits =
                |answer: &&Answer| !answer.missing.is_empty() || !answer.missing_for_amount.is_empty();
            open = answers.list.iter().filter(waits).map(|answer| answer.right).collect();
        }
        asked
    }
}

/// Whether the outermost chain is one of `and`; and the facts of its unknown parts, with whether they are turned by `not`.
fn outermost(seen: Seen<'_>) -> (bool, Vec<(u16, bool)>) {
    let mut found = Vec::new();
    let steps = &seen.program.steps;
    let root = seen.program.root();
    let is_all = !matches!(steps[usize::from(root)].op, Op::Or(..));
    let mut open = vec![(root, false)];
    while let Some((step, turned)) = open.pop() {
        if seen.at(step) != UNKNOWN {
            continue;
        }
        match steps[usize::from(step)].op {
            Op::And(a, b) if is_all => open.extend([(a, turned), (b, turned)]),
            Op::Or(a, b) if !is_all => open.extend([(a, turned), (b, turned)]),
            Op::Fact(fact) => found.push((fact, turned)),
            Op::Not(a) => open.push((a, !turned)),
            Op::Compare(_, a, b) => open.extend([(a, turned), (b, turned)]),
            _ => {}
        }
    }
    (is_all, found)
}

/// Whose a question is about, when it must be told from others: the child or adult.
pub fn person(whose: Whose) -> (Option<u8>, Option<u8>) {
    match whose {
        Whose::Case | Whose::Home(_) => (None, None),
        Whose::Child(child) => (Some(child), None),
        Whose::Adult(adult) => (None, Some(adult)),
        Whose::Pair { adult, child } => (Some(child), Some(adult)),
    }
}
