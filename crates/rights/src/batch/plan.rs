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
    /// A product with more than nine decimals, of which so much makes one billionth; rounded to it.
    Product(Numbers, Numbers, i64, Numbers),
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
    /// Slots that hold the same in every block.
    pub same_truths: Vec<(Slot, i64)>,
    pub same_numbers: Vec<(Slot, i64)>,
    pub(super) known: Vec<Option<Known>>,
}

impl Plan {
    /// For some steps of the whole; the amounts are those that will be read.
    pub fn new(moment: &Moment<'_>, columns: &Columns, steps: &Steps, amounts: &[u16]) -> Plan {
        let plan = Plan {
            todo: Vec::new(),
            // The first are those of the table, each fact in its own place.
            truths: columns.columns.len() as Slot,
            numbers: 0,
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
        planner.plan
    }

    /// What is known of a step; nothing when it may become larger than a column holds exactly, so that it is worked out
    /// case by case.
    pub fn known(&self, step: u16) -> Option<Known> {
        self.known[usize::from(step)]
    }
}
