//! The first time that somebody at work opens a family's dossier in a session, it is said for what (R38).

use super::{Denied, Gate, Outcome, denied, seen};
use crate::journal::Line;
use crate::purpose::Purpose;
use crate::view::View;
use crate::visit::Visit;
use dossier::FamilyId;

impl Gate {
    /// Lets through whoever has said for what, and who need not say it: family members, and whoever has just given
    /// the reason of an emergency.
    pub(super) async fn is_opened(&self, visit: &Visit, view: &View) -> Result<(), Denied> {
        let Some(session) = visit.session else { return Ok(()) };
        if Purpose::of(visit.role).is_empty() || view.is_opened_in_emergency() {
            return Ok(());
        }
        match self.archive.purpose(session, view.family()).await? {
            Some(_) => Ok(()),
            None => Err(Denied::Unopened(view.family())),
        }
    }

    /// Writes down for what a family's dossier is opened in this session. The line is in the journal, where the family
    /// reads it, before the purpose counts.
    ///
    /// # Errors
    /// [`Denied::NotFound`] for whoever may see nothing of the family, and for a purpose that the role does not have.
    pub async fn open_for(
        &self,
        visit: &Visit,
        session: crate::SessionKey,
        family: FamilyId,
        purpose: Purpose,
    ) -> Result<(), Denied> {
        let dossier = self.archive.dossier(family).await?;
        let view = dossier.and_then(|dossier| self.view_of(&dossier, visit));
        let Some(view) = view.filter(|_| Purpose::of(visit.role).contains(&purpose)) else {
            self.archive.note(vec![denied(visit, purpose.act(), family)]);
            return Err(Denied::NotFound);
        };
        // What is opened is told by the pages that follow; here it is only that, and why.
        let line = seen(visit, purpose.act(), std::slice::from_ref(&view));
        self.journal(Line { categories: Vec::new(), outcome: Outcome::Seen, ..line }).await?;
        Ok(self.archive.note_purpose(session, family, purpose, visit.moment.at).await?)
    }
}
