//! Journal lines: who saw or changed what, when and on which ground. Never content.

use crate::visit::Visit;
use dossier::{Category, FamilyId};

/// What a line tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Shown.
    Seen,
    /// Changed.
    Changed,
    /// Asked for and refused.
    Denied,
}

impl Outcome {
    /// The code in the store.
    pub const fn code(self) -> &'static str {
        match self {
            Outcome::Seen => "seen",
            Outcome::Changed => "changed",
            Outcome::Denied => "denied",
        }
    }

    /// The outcome with a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Outcome::Seen, Outcome::Changed, Outcome::Denied].into_iter().find(|it| it.code() == code)
    }
}

/// One line.
#[derive(Debug, Clone)]
pub struct Line {
    /// Who, as what, when, in which request.
    pub visit: Visit,
    /// What was done: the code of a page or of a command.
    pub act: &'static str,
    /// Whose dossiers. Lists have several.
    pub families: Vec<FamilyId>,
    /// What kinds of information.
    pub categories: Vec<Category>,
    /// On which ground; the code of a [`crate::Ground`], or of the duty behind a list.
    pub ground: &'static str,
    /// What came of it.
    pub outcome: Outcome,
}
