//! Doing something: the command goes through the gate, and a refusal comes back to the form that it came from.

use crate::frame::form::{Errors, FormOf};
use crate::frame::problem::Problem;
use access::terms::{Command, FamilyId, Refusal};
use access::{ActError, Acted};

/// What came of a command that has a form to go back to.
pub enum Done {
    /// It is on disk.
    Yes(Acted),
    /// Something must be mended; show the form again.
    Mend(Errors),
    /// Somebody changed the same thing meanwhile; show both.
    Stale,
}

impl FormOf {
    /// Gives a command; what the form can mend comes back as errors.
    ///
    /// # Errors
    /// What no form can mend.
    pub async fn act(&self, family: FamilyId, command: Command) -> Result<Done, Problem> {
        match self.call.house.gate.act(&self.call.visit, family, command, self.key.clone()).await {
            Ok(acted) => Ok(Done::Yes(acted)),
            Err(ActError::Refused(Refusal::Stale { .. })) => Ok(Done::Stale),
            Err(ActError::Refused(refusal)) => Ok(Done::Mend(Errors::of(&self.call, &refusal))),
            Err(other) => Err(other.into()),
        }
    }

    /// Gives a command from a button that has nothing to mend.
    ///
    /// # Errors
    /// Any refusal, as a page that says what to do.
    pub async fn press(&self, family: FamilyId, command: Command) -> Result<Acted, Problem> {
        self.call
            .house
            .gate
            .act(&self.call.visit, family, command, self.key.clone())
            .await
            .map_err(Problem::from)
    }
}

/// Back to a page, with the code of a sentence that tells what happened (text `done-…`).
pub fn done_url(path: &str, code: &str) -> String {
    let join = if path.contains('?') { '&' } else { '?' };
    format!("{path}{join}gjort={code}")
}
