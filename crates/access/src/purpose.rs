//! For what somebody at work opens a family's dossier, in the own words of the trade (R38).
//!
//! Whoever may read says once in each session what it is for. It opens nothing; it is written into the journal, where
//! the family reads it, and it makes whoever only wants to look think twice.

use dossier::Role;

/// What an opening is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// To follow up the family and its plan.
    FollowUp,
    /// To prepare a meeting, or follow up after it.
    Meeting,
    /// To answer something that the reader is asked about.
    Answer,
    /// To write something down, or put it right.
    Write,
    /// To do the task that one has said yes to.
    Task,
    /// To assess a request for help.
    Assess,
}

impl Purpose {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::FollowUp, Self::Meeting, Self::Answer, Self::Write, Self::Task, Self::Assess];

    /// What somebody in a role can say, the likeliest first. Nothing for a role that is not asked: a family's members
    /// read what is their own.
    pub const fn of(role: Role) -> &'static [Self] {
        match role {
            Role::Coordinator => &[Self::FollowUp, Self::Meeting, Self::Answer, Self::Write],
            Role::Helper => &[Self::Task, Self::Meeting, Self::Answer, Self::Write],
            Role::Intake => &[Self::Assess, Self::Answer, Self::Write],
            Role::Volunteer => &[Self::Task],
            Role::Citizen | Role::Visitor | Role::Leader | Role::Administrator | Role::System => &[],
        }
    }

    /// The code in the store and in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::FollowUp => "follow-up",
            Self::Meeting => "meeting",
            Self::Answer => "answer",
            Self::Write => "write",
            Self::Task => "task",
            Self::Assess => "assess",
        }
    }

    /// What the journal calls an opening for this.
    pub const fn act(self) -> &'static str {
        match self {
            Self::FollowUp => "open-to-follow-up",
            Self::Meeting => "open-for-meeting",
            Self::Answer => "open-to-answer",
            Self::Write => "open-to-write",
            Self::Task => "open-for-task",
            Self::Assess => "open-to-assess",
        }
    }

    /// The purpose with a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.code() == code)
    }
}
