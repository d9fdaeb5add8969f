//! The team around the family: who takes part, who is asked, contact and meetings.

use super::is_false;
use super::{Interpreting, Settled};
use crate::ids::*;
use crate::vocabulary::*;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

/// A helper's place in the team around the family, for a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Membership {
    /// Who.
    pub helper: ActorId,
    /// For which service.
    pub service: ServiceId,
    /// What the helper does for this family, in plain words.
    pub task: String,
    /// From when.
    pub from: Date,
    /// Until when; empty while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// Somebody in the family is helped by a service (which in itself is secret in most sectors).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ServiceLink {
    /// Who.
    pub person: PersonId,
    /// The service's name or kind.
    pub service: String,
    /// From when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Until when; empty while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// One helper is asked something. Answered in time, or it shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// Who is asked.
    pub to: ActorId,
    /// In which service.
    pub service: ServiceId,
    /// Who asks.
    pub by: ActorId,
    /// The question, as one sentence.
    pub question: String,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// The action that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<ActionId>,
    /// When the answer is due.
    pub reply_by: Date,
    /// The answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<RequestAnswer>,
    /// Why it is no longer asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<String>,
}

/// A helper's answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "kebab-case")]
pub enum RequestAnswer {
    /// I will do it.
    Yes {
        /// Which day.
        on: Date,
    },
    /// I will, but not quite like that.
    YesBut {
        /// Which day.
        on: Date,
        /// What instead.
        words: String,
    },
    /// I cannot.
    No {
        /// Which day.
        on: Date,
        /// Why.
        reason: DeclineReason,
        /// In words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
    },
    /// I must know more first; the clock stands while the coordinator has the word.
    AskBack {
        /// Which day.
        on: Date,
        /// What.
        words: String,
    },
}

impl RequestAnswer {
    /// Whether it is a yes, with or without conditions.
    pub const fn is_yes(&self) -> bool {
        matches!(self, RequestAnswer::Yes { .. } | RequestAnswer::YesBut { .. })
    }

    /// The same answer, given on a day.
    pub(crate) fn given_on(mut self, day: Date) -> Self {
        match &mut self {
            RequestAnswer::Yes { on }
            | RequestAnswer::YesBut { on, .. }
            | RequestAnswer::No { on, .. }
            | RequestAnswer::AskBack { on, .. } => *on = day,
        }
        self
    }
}

/// There was contact, or somebody tried.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Contact {
    /// How.
    pub how: ContactKind,
    /// Which day.
    pub on: Date,
    /// With whom in the family.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<PersonId>,
    /// A short note that the family can read.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Which of the coordinator's duties were done in it, where nothing else that is written shows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<CoordinatorDuty>,
}

/// A meeting or a review of the plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Meeting {
    /// What it is about.
    pub title: String,
    /// Norwegian wall-clock time.
    pub at: DateTime,
    /// Where.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Helpers who are invited.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub helpers: Vec<ActorId>,
    /// Family members who are invited.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<PersonId>,
    /// The plan is reviewed there.
    #[serde(default, skip_serializing_if = "is_false")]
    pub review: bool,
    /// What is arranged about interpreters, one line for each language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interpreting: Vec<Interpreting>,
    /// Held, or called off with a reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<Settled>,
}

/// How often the family and the coordinator have agreed to talk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rhythm {
    /// At most so many days of silence.
    pub days: u16,
}
