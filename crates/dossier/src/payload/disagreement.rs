//! Disagreement as a thing of its own (R77): between parents, or between a child and its parents, about what is to be
//! shared or done. It is never settled by who said something last, and it opens nothing.

use crate::ids::*;
use crate::vocabulary::*;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

crate::vocabulary::coded! {
    /// What came of a disagreement.
    DisagreementOutcome {
        /// They still disagree, and somebody asks again.
        Open = "open",
        /// They agree now.
        Agreed = "agreed",
        /// It was decided on the route that the law gives.
        Decided = "decided",
        /// It stays as it was.
        Unchanged = "unchanged",
    }
}

crate::vocabulary::coded! {
    /// How somebody's view became known.
    HeardHow {
        /// Said it to the one who writes.
        Spoken = "spoken",
        /// Wrote it, drew it, or showed it with pictures or signs.
        Written = "written",
        /// Said it to somebody whom the person trusts.
        Through = "through",
        /// Was not heard; the words say why not.
        NotHeard = "not-heard",
    }
}

/// That people in a family disagree about something that concerns a child: what about, the route in law that was
/// taken, what is best for the child, what came of it, and who has been told (R19, R64, R77). What each of them means is a
/// [`Stance`] of its own. Who holds the whole reads it, and those who have been told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Disagreement {
    /// The children whom it concerns.
    pub children: Vec<PersonId>,
    /// What they disagree about, in words that everybody can read: nobody's view.
    pub matter: String,
    /// The kinds of information that it is about, when it is about sharing some.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Category>,
    /// The day on which it became known.
    pub on: Date,
    /// Code of the route in law, as in the dated grounds.
    pub law: String,
    /// What was weighed as best for the child.
    pub best: String,
    /// What came of it.
    pub outcome: DisagreementOutcome,
    /// What came of it, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub result: String,
    /// The day on which it was over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<Date>,
    /// The day on which somebody asks again, while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Date>,
    /// Who in the family has been told of it.
    pub told: Vec<PersonId>,
    /// Why nobody has been told yet, when nobody has.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub untold: String,
    /// Found since to have been written by mistake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undone: Option<Date>,
}

impl Disagreement {
    /// Whether they still disagree, as far as is written.
    pub fn is_open(&self) -> bool {
        self.outcome == DisagreementOutcome::Open && self.undone.is_none()
    }
}

/// What one person means in a disagreement (R20, R77). That person reads it, and who holds the whole; nobody else, not
/// even those who decide for a child.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stance {
    /// In which disagreement.
    pub to: ThingId,
    /// Who means it.
    pub who: PersonId,
    /// How it became known.
    pub how: HeardHow,
    /// What the person means, in the person's words as far as they are known; or why the person was not heard.
    pub words: String,
    /// Found since to have been written by mistake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undone: Option<Date>,
}
