//! What somebody says, what is answered, and what is opened or taken back.

use crate::ids::*;
use crate::vocabulary::*;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Somebody in the family says something.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Voice {
    /// Who.
    pub who: PersonId,
    /// In the person's words; never edited by others.
    pub words: String,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<ThingId>,
}

/// An answer to something: to own words, to a request's question, to a meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// To what.
    pub to: ThingId,
    /// In words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// What was decided.
    pub outcome: Outcome,
}

/// A person's dated, withdrawable yes: this service may see this kind of information about me.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Consent {
    /// About whom.
    pub subject: PersonId,
    /// Who said yes.
    pub given_by: PersonId,
    /// Which service may see.
    pub receiver: ServiceId,
    /// What kinds of information.
    pub categories: Vec<Category>,
    /// For what.
    pub purpose: String,
    /// First day.
    pub from: Date,
    /// Last day; always set.
    pub until: Date,
    /// Withdrawn since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Date>,
}

/// The thing was withdrawn. What it said stays in its earlier versions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Removed {
    /// Code of the kind that it was.
    pub was: String,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
}
