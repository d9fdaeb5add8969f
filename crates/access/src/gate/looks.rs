//! The log, for those whom it is about (R90, R91).

use super::emergency::kept_from_family;
use super::{Denied, Gate};
use crate::archive::{ArchiveError, Look};
use crate::research::ResearchExport;
use crate::view::View;
use crate::visit::Visit;
use dossier::*;

impl Gate {
    /// Who has looked, for those whom it is about: the family, and the one who holds the whole.
    ///
    /// A family member sees which helpers have looked, not what others at home do here: that a child has said
    /// something, and that somebody answered it, must not show in the mother's list. Of each look it is told what
    /// kinds of information it was about as far as the reader may see such information; a look at nothing else
    /// is not told (R89, R91); nor is a look in an emergency of which the family is not told yet. A young person reads
    /// the own log from the age that the rules say.
    ///
    /// # Errors
    /// The store is not available.
    pub async fn looks(&self, view: &View, most: u32) -> Result<Vec<Look>, Denied> {
        let standing = view.standing();
        let today = view.moment().today;
        let limits = self.rules.limits(today);
        let old_enough = |person: &PersonId| {
            let age = view.sees().person(*person).and_then(|person| person.age(today));
            age.is_some_and(|age| age >= limits.own_log_age)
        };
        let reads = standing.belongs && (standing.adult || standing.me.iter().any(old_enough));
        if standing.holds.is_some() {
            return Ok(self.archive.looks(view.family(), most, false).await?);
        }
        if !reads {
            return Ok(Vec::new());
        }
        Ok(self.looks_told(view, most).await?)
    }

    /// What research has been given, the latest first, and whether this family was in it: for the family itself. Why it
    /// was not is told to nobody.
    ///
    /// # Errors
    /// Nobody else has a use for it; the store is not available.
    pub async fn exports_with(&self, view: &View) -> Result<Vec<(ResearchExport, bool)>, Denied> {
        if view.standing().me.is_empty() {
            return Err(Denied::NotFound);
        }
        Ok(self.archive.exports(Some(view.family())).await?)
    }

    /// What research has been given, the latest first, for those who lead.
    ///
    /// # Errors
    /// Others have no use for it; the store is not available.
    pub async fn exports(&self, visit: &Visit) -> Result<Vec<ResearchExport>, Denied> {
        if visit.role != Role::Leader {
            return Err(Denied::NotFound);
        }
        Ok(self.archive.exports(None).await?.into_iter().map(|(export, _)| export).collect())
    }

    /// The latest looks of helpers that a family may know of. As many are read as it takes: one that is kept from it
    /// must not show by a line that is missing.
    async fn looks_told(&self, view: &View, most: u32) -> Result<Vec<Look>, ArchiveError> {
        let mine = view.categories();
        let mut read = most;
        loop {
            let found = self.archive.looks(view.family(), read, true).await?;
            let all = found.len() < read as usize;
            let mut looks: Vec<Look> =
                found.into_iter().filter_map(|look| as_told(view, &mine, look)).collect();
            if all || looks.len() >= most as usize {
                looks.truncate(most as usize);
                return Ok(looks);
            }
            read = read.saturating_mul(4);
        }
    }
}

/// The act of whoever makes the papers for somebody outside who demands them (R53).
pub const PAPERS: &str = "papers";
/// The page on which such a demand stands.
const LAW: &str = "law";

/// A look as far as the reader may know of it; nothing when not at all.
fn as_told(view: &View, mine: &[Category], mut look: Look) -> Option<Look> {
    if kept_from_family(view, &look) {
        return None;
    }
    // That papers left the house tells that somebody has demanded them. Until the reader is told of that, it is a look at
    // the page on which it stands, which it was too (R43).
    if look.act == PAPERS && !view.knows_all_given_by(look.at) {
        look.act = LAW.into();
    }
    if look.in_list {
        // The kinds are those of all the families together and tell nothing of this one.
        look.categories.clear();
        let known = !matches!(look.role, Role::Helper | Role::Volunteer) || knows(view, look.actor);
        return known.then_some(look);
    }
    let said_nothing = look.categories.is_empty();
    look.categories.retain(|kind| mine.contains(kind));
    (said_nothing || !look.categories.is_empty()).then_some(look)
}

/// Whether the reader can know that a helper has to do with the family: somebody asked about what is hidden from
/// the reader is not told by name.
fn knows(view: &View, actor: ActorId) -> bool {
    let sees = view.sees();
    let mine = Some(Owner::Helper(actor));
    sees.all::<Membership>().any(|it| it.is.helper == actor)
        || sees.all::<Request>().any(|it| it.is.to == actor)
        || sees.all::<Action>().any(|it| it.is.owner == mine)
        || sees.all::<Need>().any(|it| it.is.owner == mine)
        || sees.all::<Meeting>().any(|it| it.is.helpers.contains(&actor))
}
