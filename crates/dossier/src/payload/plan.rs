//! The family's plan: needs, dreams, goals, actions, what helps already, and the yes to it.

use crate::ids::*;
use crate::vocabulary::*;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Something that must be met.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Need {
    /// What is needed, in the family's words where we have them.
    pub words: String,
    /// Area of life; may be empty, may be between.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Area>,
    /// Here and now, or in the long run.
    pub horizon: Horizon,
    /// Who sees to it that something happens; nobody is a gap that shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// Met, or no longer wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<Settled>,
}

/// How a need ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Settled {
    /// Which day.
    pub on: Date,
    /// Met, or dropped.
    pub met: bool,
    /// In words.
    pub words: String,
}

/// The one who answers for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "owner", content = "id", rename_all = "kebab-case")]
pub enum Owner {
    /// A helper (or volunteer).
    Helper(ActorId),
    /// Somebody in the family.
    Member(PersonId),
}

/// What somebody hopes for. «Did not want to say» is an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dream {
    /// Whose dream; more than one when they dream it together.
    pub of: Vec<PersonId>,
    /// In their words; empty: was asked, and did not want to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// A goal, in the family's own words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// The dream that it serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dream: Option<DreamId>,
    /// In the family's words.
    pub words: String,
    /// «We are on our way when …».
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sign: String,
    /// A professional's words beside, never over.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Here and now, or in the long run.
    pub horizon: Horizon,
    /// Reached, or left; empty while it is worked on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<Settled>,
}

/// What somebody does. Exactly one owner; until there is one, it is a gap.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Action {
    /// What is to be done.
    pub words: String,
    /// The goal that it serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<GoalId>,
    /// The need that it meets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<NeedId>,
    /// Who does it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// The service that the owner does it for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// When it is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// Here and now, or in the long run.
    pub horizon: Horizon,
    /// Where it stands.
    pub status: ActionStatus,
    /// Who in the family said yes to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_by: Option<PersonId>,
    /// How that yes was given, when somebody else wrote it down.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub accepted_how: String,
    /// Why it stopped, or what came of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outcome: String,
}

/// What helps the family already.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Strength {
    /// In the family's words.
    pub words: String,
}

/// Somebody's yes to the plan as it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Agreement {
    /// Who.
    pub by: PersonId,
    /// Which day.
    pub on: Date,
    /// How, when somebody else wrote it down.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub how: String,
}
