//! What somebody says, what is answered, and what is opened or taken back.

use super::is_false;
use crate::ids::*;
use crate::vocabulary::*;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

fn is_zero(number: &u16) -> bool {
    *number == 0
}

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
    /// The line of the family's log that it asks about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub look: Option<LookedOn>,
}

/// A line of the family's log: what somebody looked at on one day, for one service. It holds nothing of what was
/// seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LookedOn {
    /// Who looked.
    pub actor: ActorId,
    /// For which service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// On which day.
    pub on: Date,
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

/// A person's dated, withdrawable word: this service may, or may not, see this kind of information about me.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Consent {
    /// About whom.
    pub subject: PersonId,
    /// Who said yes.
    pub given_by: PersonId,
    /// Which service may see.
    pub receiver: ServiceId,
    /// Only this helper in it; empty: those who take part for the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub helper: Option<ActorId>,
    /// The answer is no. A no is an answer too: it stands, and the others' yes opens nothing meanwhile (R64, R77).
    #[serde(default, skip_serializing_if = "is_false")]
    pub refused: bool,
    /// What kinds of information.
    pub categories: Vec<Category>,
    /// For what.
    pub purpose: String,
    /// First day.
    pub from: Date,
    /// Last day; always set.
    pub until: Date,
    /// Language in which it was read or explained (BCP 47).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// Version of the text that was read; 0 before versions were kept.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub text: u16,
    /// How it was given when another has written it down: spoken, on paper, with an interpreter. Empty: signed in.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub how: String,
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
