//! Undo: the version before, said again as a new version. Nothing is erased.

use super::{Change, Decided, Refusal, Rule, Scribe, Seen};
use crate::entry::{Dossier, Entry};
use crate::extract::Extract;
use crate::payload::*;
use crate::people::unlocated;
use jiff::civil::Date;

/// Kinds whose latest version can be taken back. What others have answered to, or what the law keeps, cannot.
const fn undoable(payload: &Payload) -> bool {
    match payload {
        Payload::Person(_)
        | Payload::Relation(_)
        | Payload::Address(_)
        | Payload::ContactProcedure(_)
        | Payload::Membership(_)
        | Payload::ServiceLink(_)
        | Payload::Need(_)
        | Payload::Dream(_)
        | Payload::Goal(_)
        | Payload::Action(_)
        | Payload::Contact(_)
        | Payload::Meeting(_)
        | Payload::Strength(_)
        | Payload::Rhythm(_)
        | Payload::NotSame(_)
        | Payload::Fact(_)
        | Payload::Removed(_) => true,
        Payload::Family(_)
        | Payload::HelpRequest(_)
        | Payload::Course(_)
        | Payload::Coordination(_)
        | Payload::Request(_)
        | Payload::Voice(_)
        | Payload::Reply(_)
        | Payload::Agreement(_)
        | Payload::Consent(_)
        | Payload::Danger(_)
        | Payload::Trusted(_)
        | Payload::CareOrder(_)
        | Payload::Mandate(_)
        | Payload::Withholding(_)
        | Payload::Release(_)
        | Payload::Objection(_)
        | Payload::Block(_)
        | Payload::Emergency(_)
        | Payload::Conflict(_)
        | Payload::Insight(_)
        | Payload::Disclosure(_)
        | Payload::ResearchChoice(_)
        | Payload::Disagreement(_)
        | Payload::Stance(_)
        | Payload::Interest(_)
        | Payload::Application(_)
        | Payload::Merge(_) => false,
    }
}

pub(super) fn undo(dossier: &Dossier, (thing, version): Seen, scribe: &mut Scribe<'_>) -> Decided {
    let versions = dossier.versions_of(thing);
    let at = |place: usize| versions.get(place).map(|&index| dossier.entry(index));
    let now = versions.len().checked_sub(1).and_then(at).ok_or(Refusal::Missing)?;
    if now.version != version {
        return Err(Refusal::Stale { thing });
    }
    if !undoable(&now.payload) {
        return Err(Refusal::Rule(Rule::NotUndoable));
    }
    let entry = match versions.len().checked_sub(2).and_then(at) {
        Some(before) => {
            if !undoable(&before.payload) || !can_return(dossier, before, scribe.moment.today) {
                return Err(Refusal::Rule(Rule::NotUndoable));
            }
            let mut entry = scribe.next(now, before.payload.clone());
            entry.subjects = before.subjects.clone();
            entry.category = before.category;
            entry.audience = before.audience.clone();
            entry
        }
        None => scribe.next(now, Removed { was: now.payload.code().into(), why: String::new() }.wrap()),
    };
    Ok(Change { entries: vec![entry], thing })
}

/// Whether what stood before still can stand: nobody gets back what they have said no to, and what a family has
/// once does not come twice.
fn can_return(dossier: &Dossier, before: &Entry, today: Date) -> bool {
    let all = Extract::whole(dossier);
    match &before.payload {
        Payload::Action(Action { owner: Some(Owner::Helper(helper)), .. }) => {
            let asked = all
                .all::<Request>()
                .filter(|request| request.is.to == *helper && request.is.action == Some(before.thing.into()));
            !matches!(
                asked.last().and_then(|request| request.is.answer.as_ref()),
                Some(RequestAnswer::No { .. })
            )
        }
        Payload::Address(address) => !unlocated(&all, today).contains(&address.person),
        Payload::Rhythm(_) => all.only::<Rhythm>().is_none_or(|rhythm| rhythm.id() == before.thing),
        _ => true,
    }
}
