//! What is noted of volunteers, by whoever keeps the directory (R50). Nothing of any family is looked at.

use super::{ActError, Gate, denied_nobody};
use crate::directory::Helper;
use crate::journal::{Line, Outcome};
use crate::visit::Visit;
use crate::vouching::Vouched;
use dossier::{ActorId, Role};

/// What the journal calls it.
const ACT: &str = "vouch";

impl Gate {
    /// Notes that a volunteer has signed, and what was found about a police certificate; or corrects it. What was noted
    /// before stays in the store as an earlier version.
    ///
    /// # Errors
    /// Only whoever administers may, and only of a volunteer; a day that cannot be meant; the store is not available.
    pub async fn vouch(&self, visit: &Visit, helper: ActorId, vouched: Vouched) -> Result<(), ActError> {
        let directory = self.archive.directory();
        let today = visit.moment.today;
        let volunteer = directory.helper(helper).filter(|it| it.as_role(Role::Volunteer, today).is_some());
        let Some(known) = volunteer.filter(|_| visit.role == Role::Administrator) else {
            self.archive.note(vec![Line { act: ACT, ..denied_nobody(visit) }]);
            return Err(ActError::NotFound);
        };
        vouched.check(today).map_err(ActError::Refused)?;
        let line =
            Line { act: ACT, ground: "administrator", outcome: Outcome::Changed, ..denied_nobody(visit) };
        Ok(self.archive.save_helper(Helper { vouched, ..known.clone() }, line).await?)
    }
}
