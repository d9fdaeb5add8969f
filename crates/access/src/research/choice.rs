//! What somebody says about research, and whose word counts: the same people as for other sharing (R60, R64).

use crate::consent::{Again, asked, changed_since};
use crate::standing::Standing;
use dossier::*;
use jiff::civil::Date;

/// The kind of information whose deciders are asked: what is given is how the plan goes, coarsely.
const KIND: Category = Category::PlanCore;

/// What somebody has said about one person, as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// May be used.
    Yes,
    /// May not.
    No,
}

/// Everybody whose yes is needed about somebody; nobody when it is not known who decides.
pub fn deciders(all: &Extract<'_>, about: PersonId, day: Date, limits: &Limits) -> Vec<PersonId> {
    asked(all, about, KIND, day, limits)
}

/// Whether the reader's word counts: as for other sharing. A no about oneself counts at any age.
pub fn may_say(standing: &Standing, subject: PersonId, yes: bool) -> bool {
    let decides =
        standing.may_share.iter().any(|(person, kinds)| *person == subject && kinds.contains(&KIND));
    decides || !yes && standing.me.contains(&subject)
}

/// What one person has said about another, as it stands on a day. A yes ends, and is asked for again, when something
/// happens that makes it another question (R57); a no stands until it is taken back.
pub fn word(all: &Extract<'_>, by: PersonId, about: PersonId, day: Date, limits: &Limits) -> Option<Word> {
    let own = all.all::<ResearchChoice>().filter(|it| (it.is.given_by, it.is.subject) == (by, about));
    let standing: Vec<_> = own.filter(|it| it.is.withdrawn.is_none() && it.is.from <= day).collect();
    if standing.iter().any(|it| !it.is.yes) {
        return Some(Word::No);
    }
    let holds = |it: &Thing<'_, ResearchChoice>| {
        let again = changed_since(all, about, (it.entry.at, it.is.from), day, limits);
        matches!(again, None | Some(Again::Closing))
    };
    standing.iter().any(holds).then_some(Word::Yes)
}

/// Whether anybody whose matter it is has said no about anybody in the family: the whole family is out.
pub(super) fn somebody_says_no(all: &Extract<'_>, day: Date, limits: &Limits) -> bool {
    all.all::<ResearchChoice>().any(|it| {
        let (by, about) = (it.is.given_by, it.is.subject);
        parties(all, about, day, limits).contains(&by) && word(all, by, about, day, limits) == Some(Word::No)
    })
}

/// Whether everybody who decides about somebody has said yes.
pub(super) fn all_say_yes(all: &Extract<'_>, about: PersonId, day: Date, limits: &Limits) -> bool {
    let deciders = deciders(all, about, day, limits);
    let yes = |by: &PersonId| word(all, *by, about, day, limits) == Some(Word::Yes);
    !deciders.is_empty() && deciders.iter().all(yes)
}
