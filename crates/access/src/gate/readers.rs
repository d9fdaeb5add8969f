//! Who reads one thing, and on which ground: for the one who holds the whole, before something is kept from somebody
//! or told further.
//!
//! INVARIANT: as in [`super::others`], and narrower: of each participant nothing is told but whether, and why, this
//! one thing is open; and only of a thing that the asker sees.

use super::others::{Participant, participants};
use super::{Denied, Gate, seen};
use crate::ground::Ground;
use crate::view::View;
use crate::visit::Visit;
use dossier::*;
use std::sync::Arc;

/// Whether a participant reads a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    /// Who.
    pub who: Participant,
    /// On which ground; none: it is not there for that reader.
    pub ground: Option<Ground>,
}

impl Gate {
    /// Everybody whom the asker knows to take part, with the ground on which each of them reads a thing.
    ///
    /// # Errors
    /// As [`Gate::view`]; also for readers who do not hold the whole, and for what the asker does not see.
    pub async fn readers(
        &self,
        visit: &Visit,
        family: FamilyId,
        thing: ThingId,
    ) -> Result<(View, Vec<Reader>), Denied> {
        let sealed = self.archive.dossier(family).await?.ok_or(Denied::NotFound)?;
        let may_ask = |view: &View| view.standing().holds.is_some() && view.sees().payload(thing).is_some();
        let Some(view) = self.view_of(&sealed, visit).filter(may_ask) else {
            self.archive.note(vec![super::denied(visit, "readers", family)]);
            return Err(Denied::NotFound);
        };
        self.journal(seen(visit, "readers", std::slice::from_ref(&view))).await?;
        let (directory, limits) = (self.archive.directory(), self.limits(visit));
        let readers = participants(&view, &directory).into_iter().map(|who| {
            let other = who.visit(visit.moment, visit.request);
            let theirs = View::of(Arc::clone(sealed.open()), &other, limits, &directory);
            Reader { who, ground: theirs.and_then(|theirs| theirs.ground_of_thing(thing)) }
        });
        let readers = readers.collect();
        Ok((view, readers))
    }
}
