//! Unusual looks: from the journal and from who had which task when, to what somebody should ask about (R38).
//!
//! Pure. An alarm says that a look is unusual and by which rule; it says nothing of whether there was a reason.
//! Whoever asked for help, and what for, is not in it: an alarm has a helper, a week and a count.

mod facts;
mod found;
mod rules;
mod sample;

pub use facts::{Facts, Task};
pub use found::Alarm;
pub use rules::alarms;
pub use sample::sample;

use crate::journal::Outcome;
use dossier::{ActorId, FamilyId, Role, ServiceId, ThingId};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

/// A line of the journal, as far as following up needs it. Lines by families themselves are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// Number of the line.
    pub line: i64,
    /// When.
    pub at: Timestamp,
    /// The Norwegian wall clock then.
    pub clock: DateTime,
    /// Who.
    pub actor: ActorId,
    /// As what.
    pub role: Role,
    /// For which service.
    pub service: Option<ServiceId>,
    /// Which family; nothing for a list of several, or of none.
    pub family: Option<FamilyId>,
    /// What was done.
    pub act: String,
    /// On which ground.
    pub ground: String,
    /// What came of it.
    pub outcome: Outcome,
}

/// Pages that show several families in a list, also when there is only one in it.
const LISTS: &[&str] =
    &["workbench", "list", "families", "questions", "queue", "search", "similar", "figures"];

impl Trace {
    /// The family that was opened, when one was.
    fn opened(&self) -> Option<FamilyId> {
        self.family.filter(|_| self.outcome == Outcome::Seen && !LISTS.contains(&self.act.as_str()))
    }

    /// The same for the same line.
    pub fn id(&self) -> ThingId {
        ThingId::new(mix(&[self.line.unsigned_abs(), self.actor.raw()]))
    }

    fn day(&self) -> Date {
        self.clock.date()
    }
}

/// Why a look is unusual.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unusual {
    /// The helper belongs to the family.
    OwnFamily,
    /// The helper no longer had the role.
    RoleEnded,
    /// The helper never had a task in the family.
    NoTask,
    /// The task had ended.
    AfterTask,
    /// The same rare surname, and nothing was written.
    SameName,
    /// A family in the helper's own district, opened again and again without anything written.
    Neighbour,
    /// Many families opened without anything written in any of them.
    Unwritten,
    /// Many pages at night, by somebody who does not work at night.
    AtNight,
    /// Refused in many families.
    Refused,
}

impl Unusual {
    /// All rules.
    pub const ALL: &[Unusual] = &[
        Unusual::OwnFamily,
        Unusual::RoleEnded,
        Unusual::NoTask,
        Unusual::AfterTask,
        Unusual::SameName,
        Unusual::Neighbour,
        Unusual::Unwritten,
        Unusual::AtNight,
        Unusual::Refused,
    ];

    /// The code in stores and in the texts `unusual-…`.
    pub const fn code(self) -> &'static str {
        match self {
            Unusual::OwnFamily => "own-family",
            Unusual::RoleEnded => "role-ended",
            Unusual::NoTask => "no-task",
            Unusual::AfterTask => "after-task",
            Unusual::SameName => "same-name",
            Unusual::Neighbour => "neighbour",
            Unusual::Unwritten => "unwritten",
            Unusual::AtNight => "at-night",
            Unusual::Refused => "refused",
        }
    }
}

/// The Monday of a day's week.
pub fn week_of(day: Date) -> Date {
    dossier::after(day, -i32::from(day.weekday().to_monday_zero_offset()))
}

/// Mixes numbers into one, the same each time (SplitMix64). It hides nothing; it only spreads.
fn mix(parts: &[u64]) -> u64 {
    parts.iter().fold(0x9e37_79b9_7f4a_7c15, |state, part| {
        let bits = state.wrapping_add(*part).wrapping_add(0x9e37_79b9_7f4a_7c15);
        let bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    })
}

/// A day as a number, for mixing.
fn number_of(day: Date) -> u64 {
    u64::from(day.year().unsigned_abs()) * 1000 + u64::from(day.day_of_year().unsigned_abs())
}
