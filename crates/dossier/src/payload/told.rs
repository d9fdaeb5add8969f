//! What is told once: facts that rights, applications and plans reuse.

use crate::ids::*;
use crate::vocabulary::*;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Whose a fact is, in the words of the catalogue of rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "scope", rename_all = "kebab-case")]
pub enum FactOf {
    /// The case as a whole, as one adult sees it.
    Case {
        /// Who told it.
        adult: PersonId,
    },
    /// The home in which an adult lives, and the household there.
    Home {
        /// Who lives there. A child with two homes has two.
        adult: PersonId,
    },
    /// A child.
    Child {
        /// Which.
        child: PersonId,
    },
    /// An adult.
    Adult {
        /// Which.
        adult: PersonId,
    },
    /// An adult and a child together.
    Pair {
        /// The adult.
        adult: PersonId,
        /// The child.
        child: PersonId,
    },
}

impl FactOf {
    /// Whom it is about, as far as access goes: what a grown-up tells of the own home is that person's.
    pub const fn about(self) -> PersonId {
        match self {
            FactOf::Child { child } => child,
            FactOf::Case { adult }
            | FactOf::Home { adult }
            | FactOf::Adult { adult }
            | FactOf::Pair { adult, .. } => adult,
        }
    }

    /// Everybody whom it names.
    pub fn people(self) -> Vec<PersonId> {
        match self {
            FactOf::Pair { adult, child } => vec![adult, child],
            other => vec![other.about()],
        }
    }
}

crate::vocabulary::coded! {
    /// How a fact came to be written down. A question about what is known already is a defect that is counted.
    FactWay {
        /// Answer to a question.
        Asked = "asked",
        /// Somebody put it right.
        Corrected = "corrected",
        /// Told before anybody signed in, and taken along.
        Carried = "carried",
        /// Found in a register or a decision.
        Registered = "registered",
    }
}

/// A value that is reused: stored once, with source and date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// Its name in the catalogue, such as `child.resident_in_norway`.
    pub name: String,
    /// Whose it is.
    pub of: FactOf,
    /// The value, as the catalogue writes it; none: was asked, and could not or would not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The day on which it was so.
    pub on: Date,
    /// How it came to be written down.
    pub way: FactWay,
    /// Which register, paper or person it is from; empty: whoever wrote it down.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// The category that the catalogue gives it; rules of secrecy attach to it.
    pub category: Category,
}

/// What a grown-up wants the guide to look at: life situations, by their ids in the catalogue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Interest {
    /// Who.
    pub of: PersonId,
    /// Which.
    pub situations: Vec<String>,
}
