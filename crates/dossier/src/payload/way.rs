//! The family's way through: asking for help, the queue, a coordinator, an end.

use super::is_false;
use crate::ids::*;
use crate::vocabulary::*;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Somebody asks for help for the family.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HelpRequest {
    /// Code on the receipt; whoever has it can ask where the request stands.
    pub reference: String,
    /// What is hard, in the sender's words.
    pub words: String,
    /// What would be good help, in the sender's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub wish: String,
    /// It cannot wait.
    pub acute: bool,
    /// What is acute, in the sender's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub acute_words: String,
    /// The services that help today, in the sender's words or chosen from a list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<String>,
    /// When somebody must have answered.
    pub reply_by: Timestamp,
    /// The professional who sent it, with the family's agreement; empty when the family asked itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_by: Option<SentBy>,
}

/// The professional behind a request, and how the family agreed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SentBy {
    /// Who sent it.
    pub helper: ActorId,
    /// From which service.
    pub service: ServiceId,
    /// Who in the family said yes.
    pub agreed_by: String,
    /// How the yes was given.
    pub how: String,
}

/// Where the family stands on its way. One thing for each family; each step is a version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Course {
    /// The phase.
    pub phase: Phase,
    /// Since when.
    pub since: Date,
    /// The acute lane: answered before everything else.
    #[serde(default, skip_serializing_if = "is_false")]
    pub acute: bool,
}

/// A phase, with what is true in it alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "phase", rename_all = "kebab-case")]
pub enum Phase {
    /// Asked; nobody has answered yet.
    Received,
    /// In the queue.
    Waiting {
        /// Code of the ground for priority (`knowledge/services/rules.json`).
        ground: String,
        /// Why this ground, in words that the family may read.
        why: String,
        /// When the place in the queue is looked at again.
        review: Date,
        /// Whom the family can ring meanwhile.
        interim: ActorId,
        /// Why this family goes before its ordinary place; empty when it does not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        raised: Option<String>,
    },
    /// A coordinator is offered; see [`Coordination::offer`].
    Offered,
    /// Has a coordinator.
    Active,
    /// Ended.
    Closed {
        /// Why.
        reason: CloseReason,
        /// In words that the family may read.
        words: String,
        /// How to come back.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        way_back: String,
    },
    /// The request belongs to another family's dossier.
    Merged {
        /// Which.
        into: FamilyId,
    },
}

impl Phase {
    /// The phase's code.
    pub const fn code(&self) -> &'static str {
        match self {
            Phase::Received => "received",
            Phase::Waiting { .. } => "waiting",
            Phase::Offered => "offered",
            Phase::Active => "active",
            Phase::Closed { .. } => "closed",
            Phase::Merged { .. } => "merged",
        }
    }
}

/// Another dossier turned out to be about the same family; undone by removing this entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Merge {
    /// The dossier that was taken in.
    pub from: FamilyId,
    /// What was asked there, so that it is read here.
    pub words: String,
    /// Why it was taken to be the same family.
    pub why: String,
    /// When it was asked there: the family keeps the better place in the queue.
    pub asked: Date,
    /// Who asked there, and how to reach them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reach: String,
}

/// Somebody looked, and another dossier is about another family though the names are alike. Asked no more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NotSame {
    /// The other dossier.
    pub other: FamilyId,
}

/// Who holds the whole. One thing for each family, so two at once cannot be written.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Coordination {
    /// The coordinator now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<ActorId>,
    /// The coordinator's service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// An offer that is not settled yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<Offer>,
    /// Who steps in for a time; counts only after saying yes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stand_in: Option<StandIn>,
}

/// Somebody is asked to be coordinator, as the first or after another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    /// Who is asked.
    pub to: ActorId,
    /// In which service.
    pub service: ServiceId,
    /// Who asks.
    pub by: ActorId,
    /// When the answer is due.
    pub reply_by: Date,
    /// What the receiver should know, and what is handed over.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The family's answer to getting (this) coordinator.
    pub family: Answer,
    /// The coordinator's answer.
    pub coordinator: Answer,
}

/// An answer that may not have come yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "kebab-case")]
pub enum Answer {
    /// Not yet.
    Pending,
    /// Yes.
    Yes {
        /// Which day.
        on: Date,
        /// How, when somebody else wrote it down.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        how: String,
    },
    /// No.
    No {
        /// Which day.
        on: Date,
        /// Why, in the person's words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        why: String,
    },
}

impl Answer {
    /// Whether it is a yes.
    pub const fn is_yes(&self) -> bool {
        matches!(self, Answer::Yes { .. })
    }

    pub(super) fn without_words(&self) -> Self {
        match *self {
            Answer::Pending => Answer::Pending,
            Answer::Yes { on, .. } => Answer::Yes { on, how: String::new() },
            Answer::No { on, .. } => Answer::No { on, why: String::new() },
        }
    }
}

/// A stand-in for the coordinator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StandIn {
    /// Who.
    pub actor: ActorId,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// The stand-in's own answer.
    pub answer: Answer,
}
