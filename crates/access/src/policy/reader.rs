//! What the rules know about who asks, and how far something is opened: the same for what one sees and what one does.

use super::{Attributes, flags};
use dossier::Audience;

/// What the rules know about a reader at work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StaffFacts {
    /// The role is held today.
    pub active: bool,
    /// May not take part.
    pub conflict: bool,
    /// Is the coordinator today.
    pub holds: bool,
    /// Stands in today.
    pub stands_in: bool,
    /// Is asked to become coordinator or stand-in.
    pub asked: bool,
    /// Answers the queue, and the family waits.
    pub answers_queue: bool,
    /// Is the contact of the family while it waits.
    pub interim: bool,
    /// Has something open to do.
    pub has_task: bool,
    /// Has a place in the team today.
    pub in_team: bool,
    /// Acts as a volunteer.
    pub volunteer: bool,
    /// Has opened the dossier in an emergency that is not over.
    pub emergency: bool,
}

/// What the rules know about a reader in the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CitizenFacts {
    /// Of age.
    pub adult: bool,
    /// Of the family as a whole.
    pub belongs: bool,
    /// Not protected where somebody is, or the danger.
    pub apart: bool,
}

/// Who reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// At work.
    Staff(StaffFacts),
    /// In the family.
    Citizen(CitizenFacts),
}

impl Reader {
    /// The word for it in the schema.
    pub(super) const fn kind(&self) -> &'static str {
        match self {
            Reader::Staff(_) => "Staff",
            Reader::Citizen(_) => "Citizen",
        }
    }

    /// The facts by the names that the schema gives them.
    pub(super) fn attributes(&self) -> Attributes {
        match self {
            Reader::Staff(staff) => flags([
                ("active", staff.active),
                ("conflict", staff.conflict),
                ("holds", staff.holds),
                ("standsIn", staff.stands_in),
                ("asked", staff.asked),
                ("answersQueue", staff.answers_queue),
                ("interim", staff.interim),
                ("hasTask", staff.has_task),
                ("inTeam", staff.in_team),
                ("volunteer", staff.volunteer),
                ("emergency", staff.emergency),
            ]),
            Reader::Citizen(citizen) => {
                flags([("adult", citizen.adult), ("belongs", citizen.belongs), ("apart", citizen.apart)])
            }
        }
    }

    /// The facts as one number, to look rulings up by.
    pub(super) fn bits(&self) -> u64 {
        match self {
            Reader::Staff(it) => bits(&[
                it.active,
                it.conflict,
                it.holds,
                it.stands_in,
                it.asked,
                it.answers_queue,
                it.interim,
                it.has_task,
                it.in_team,
                it.volunteer,
                it.emergency,
            ]),
            Reader::Citizen(it) => bits(&[it.adult, it.belongs, it.apart]),
        }
    }
}

/// Flags as one number.
pub(super) fn bits(flags: &[bool]) -> u64 {
    flags.iter().fold(1, |bits, flag| bits << 1 | u64::from(*flag))
}

/// [`Audience`] without the names on its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// The ordinary rules.
    Ordinary,
    /// Named others too.
    Members,
    /// The coordinator and oneself.
    Coordinator,
    /// Oneself.
    Oneself,
}

impl Heard {
    /// All of them.
    pub const ALL: [Heard; 4] = [Heard::Ordinary, Heard::Members, Heard::Coordinator, Heard::Oneself];

    /// Of an audience.
    pub const fn of(audience: &Audience) -> Self {
        match audience {
            Audience::Ordinary => Heard::Ordinary,
            Audience::Members(_) => Heard::Members,
            Audience::Coordinator => Heard::Coordinator,
            Audience::Oneself => Heard::Oneself,
        }
    }

    pub(super) const fn code(self) -> &'static str {
        match self {
            Heard::Ordinary => "ordinary",
            Heard::Members => "members",
            Heard::Coordinator => "coordinator",
            Heard::Oneself => "oneself",
        }
    }
}
