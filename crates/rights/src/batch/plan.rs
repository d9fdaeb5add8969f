//! What is done for every block, found once for all of them.
//!
//! Rates and the day are the same for all cases, so what rests on them alone is worked out here. For the rest it is known
//! how many decimals a number has and how large it can be; where that proves that all numbers on the way are whole counts
//! that `f64` holds exactly, they are worked out in columns, otherwise case by case.

use super::Columns;
use super::planner::Planner;
use crate::answer::Moment;
use crate::number::Rounding;
use crate::program::{Compare, Part, Reckon};
use crate::whole::Steps;

/// A column of a block that is worked on.
pub type Slot = u16;

/// What is known of a step before any case is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// The same for all cases, as a place of a frame.
    Same(i64),
    /// Yes, no or unknown; and whether all are known.
    Truths(Slot, bool),
    /// Numbers, dates or words.
    Numbers(Numbers),
}

/// A column of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbers {
    pub slot: Slot,
    /// How many decimals it counts; none for dates and words.
    pub decimals: u8,
    /// The least and the most it can hold.
    pub range: (i64, i64),
    /// Whether all are known.
    pub full: bool,
}

/// Something done for every block; the last slot is where it goes.
#[derive(Debug, Clone, Copy)]
pub enum Do {
    /// A column of the table, as numbers.
    Numbers(u16, Slot),
    Not(Slot, Slot),
    And(Slot, Slot, bool, Slot),
    Or(Slot, Slot, bool, Slot),
    /// Whether two truths are the same, or are not.
    Alike(bool, Slot, Slot, Slot),
    EitherTruth(Slot, Slot, Slot, Slot),
    ToldTruth(Slot, Slot, Slot),
    /// A column of the table against a limit.
    Limit(Order, u16, i64, Slot),
    /// A number against a limit.
    Against(Order, Numbers, i64, Slot),
    Compare(Compare, Numbers, Numbers, Slot),
    Plain(Reckon, Numbers, Numbers, Numbers),
    /// A product or quotient, as it is worked out for one household.
    Exact(Reckon, Numbers, Numbers, Numbers),
    /// A product with more than nine decimals, of which so much, so many times over, makes one billionth; rounded to it.
    Product(Numbers, Numbers, i64, i64, Numbers),
    /// A number so many times over, divided by a whole; rounded to a billionth.
    Share(Numbers, i64, i64, Numbers),
    /// A number so many times over, divided by another that is not below zero, and what is left so many times over
    /// again; rounded to a billionth.
    Quotient(Numbers, i64, Numbers, i64, Numbers),
    Negative(Numbers, Numbers),
    Times(Numbers, i64, Numbers),
    Round(Rounding, Numbers, Numbers),
    Part(Part, Numbers, Numbers),
    Either(Slot, bool, Numbers, Numbers, Numbers),
    /// As told, otherwise as it follows.
    Told(Numbers, Numbers, Numbers),
}

/// How a number stands to a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    AtMost,
    AtLeast,
    Equal,
    NotEqual,
}

/// All that is done, in order, each with the step of the whole that it is for.
pub struct Plan {
    pub todo: Vec<(u16, Do)>,
    pub truths: Slot,
    pub numbers: Slot,
    /// Which row a column of numbers has: a row is taken over when nothing reads it any longer, so that what is worked on
    /// stays close to the processor. What is the same for all cases has none.
    pub row_of: Vec<Option<Slot>>,
    /// How many rows there are.
    pub rows: usize,
    /// Slots that hold the same in every block.
    pub same_truths: Vec<(Slot, i64)>,
    pub same_numbers: Vec<(Slot, i64)>,
    pub(super) known: Vec<Option<Known>>,
}

impl Plan {
    /// For some steps of the whole, of which the first are done before all others; the amounts are those that will be
    /// read.
    pub fn new(
        moment: &Moment<'_>,
        columns: &Columns,
        steps: &Steps,
        first: &Steps,
        amounts: &[u16],
    ) -> Plan {
        let plan = Plan {
            todo: Vec::new(),
            // The first are those of the table, each fact in its own place.
            truths: columns.columns.len() as Slot,
            numbers: 0,
            row_of: Vec::new(),
            rows: 0,
            same_truths: Vec::new(),
            same_numbers: Vec::new(),
            known: vec![None; moment.catalogue.whole.ops.len()],
        };
        let mut planner = Planner::new(plan, moment, columns);
        steps.iter().for_each(|step| planner.take(step));
        for amount in amounts {
            if let Some(Known::Numbers(numbers)) = planner.plan.known(*amount) {
                planner.read(numbers);
            }
        }
        let mut plan = planner.plan;
        plan.share_rows(first, amounts);
        plan
    }

    /// Gives each column of numbers a row, in the order in which things are done.
    fn share_rows(&mut self, first: &Steps, amounts: &[u16]) {
        let count = usize::from(self.numbers);
        let (before, after): (Vec<_>, Vec<_>) =
            self.todo.iter().copied().partition(|(of, _)| first.contains(*of));
        let order: Vec<Do> = before.into_iter().chain(after).map(|(_, todo)| todo).collect();
        let mut last = vec![0; count];
        for (time, todo) in order.iter().enumerate() {
            let (reads, makes) = todo.numbers();
            reads.into_iter().flatten().chain(makes).for_each(|slot| last[usize::from(slot)] = time);
        }
        for amount in amounts {
            if let Some(Known::Numbers(numbers)) = self.known(*amount) {
                last[usize::from(numbers.slot)] = order.len();
            }
        }
        let mut free = Vec::new();
        self.row_of = vec![None; count];
        for (time, todo) in order.iter().enumerate() {
            let (reads, makes) = todo.numbers();
            if let Some(makes) = makes {
                let row = free.pop().unwrap_or_else(|| {
                    self.rows += 1;
                    (self.rows - 1) as Slot
                });
                self.row_of[usize::from(makes)] = Some(row);
            }
            let mut over: Vec<Slot> = reads.into_iter().flatten().chain(makes).collect();
            over.dedup();
            let over = over.into_iter().filter(|slot| last[usize::from(*slot)] == time);
            free.extend(over.filter_map(|slot| self.row_of[usize::from(slot)]));
        }
    }

    /// What is known of a step; nothing when it may become larger than a column holds exactly, so that it is worked out
    /// case by case.
    pub fn known(&self, step: u16) -> Option<Known> {
        self.known[usize::from(step)]
    }
}

impl Do {
    /// The columns of numbers that are read, and the one that is made.
    fn numbers(&self) -> ([Option<Slot>; 2], Option<Slot>) {
        let (none, one, two) = (
            [None, None],
            |a: Numbers| [Some(a.slot), None],
            |a: Numbers, b: Numbers| [Some(a.slot), Some(b.slot)],
        );
        match *self {
            Do::Not(..)
            | Do::And(..)
            | Do::Or(..)
            | Do::Alike(..)
            | Do::EitherTruth(..)
            | Do::ToldTruth(..)
            | Do::Limit(..) => (none, None),
            Do::Numbers(_, to) => (none, Some(to)),
            Do::Against(_, a, ..) => (one(a), None),
            Do::Compare(_, a, b, _) => (two(a, b), None),
            Do::Plain(_, a, b, to)
            | Do::Exact(_, a, b, to)
            | Do::Product(a, b, _, _, to)
            | Do::Quotient(a, _, b, _, to)
            | Do::Either(_, _, a, b, to)
            | Do::Told(a, b, to) => (two(a, b), Some(to.slot)),
            Do::Share(a, _, _, to)
            | Do::Negative(a, to)
            | Do::Times(a, _, to)
            | Do::Round(_, a, to)
            | Do::Part(_, a, to) => (one(a), Some(to.slot)),
        }
    }
}
