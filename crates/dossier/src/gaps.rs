//! What nobody owns: needs and actions without an owner, with the day since when.

use crate::attention::Reason;
use crate::entry::Entry;
use crate::extract::{Extract, Thing};
use crate::ids::*;
use crate::moment::Moment;
use crate::payload::*;
use crate::vocabulary::Area;
use jiff::civil::Date;

/// Something that nobody owns, or that has gone silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// The need, action or request.
    pub thing: ThingId,
    /// What is missing, in the words of [`Reason`].
    pub reason: Reason,
    /// Since when.
    pub since: Date,
    /// The area of life, when it is known.
    pub area: Option<Area>,
}

/// The day on which a thing last began to fulfil a condition that it still fulfils.
pub(crate) fn since<K: Kind>(
    extract: &Extract<'_>,
    thing: &Thing<'_, K>,
    holds: impl Fn(&K) -> bool,
) -> Date {
    let versions: Vec<&Entry> = extract.versions(thing.id());
    let begun = versions.iter().rev().take_while(|entry| K::of(&entry.payload).is_some_and(&holds)).last();
    Moment::day_of(begun.map_or(thing.entry.at, |entry| entry.at))
}

/// Needs and actions without an owner, oldest first.
pub fn gaps(extract: &Extract<'_>) -> Vec<Gap> {
    let needs = extract
        .all::<Need>()
        .filter(|need| need.is.settled.is_none() && need.is.owner.is_none())
        .filter(|need| !has_owned_action(extract, need.id().into()))
        .map(|need| Gap {
            thing: need.id(),
            reason: Reason::NeedWithoutOwner(need.id().into()),
            since: since(extract, &need, |need| need.settled.is_none() && need.owner.is_none())
                .max(last_owned(extract, need.id().into()).unwrap_or(Date::MIN)),
            area: need.is.area,
        });
    let actions = extract
        .all::<Action>()
        .filter(|action| action.is.status.is_open() && action.is.owner.is_none())
        .map(|action| Gap {
            thing: action.id(),
            reason: Reason::ActionWithoutOwner(action.id().into()),
            since: since(extract, &action, |action| action.status.is_open() && action.owner.is_none()),
            area: action.is.need.and_then(|need| extract.find::<Need>(need)).and_then(|need| need.is.area),
        });
    let mut all: Vec<Gap> = needs.chain(actions).collect();
    all.sort_by_key(|gap| gap.since);
    all
}

/// Whether an action is somebody's work on a need.
fn works_on(action: &Action, need: NeedId) -> bool {
    action.need == Some(need) && action.owner.is_some() && action.status.is_open()
}

fn has_owned_action(extract: &Extract<'_>, need: NeedId) -> bool {
    extract.all::<Action>().any(|action| works_on(action.is, need))
}

/// The day on which the last action that somebody did for a need ended or lost its owner.
fn last_owned(extract: &Extract<'_>, need: NeedId) -> Option<Date> {
    let lost = |action: Thing<'_, Action>| {
        // What has one version has lost nothing.
        if action.entry.version == 1 {
            return None;
        }
        let versions = extract.versions(action.id());
        let owned = |entry: &&Entry| Action::of(&entry.payload).is_some_and(|action| works_on(action, need));
        let last = versions.iter().rposition(owned)?;
        versions.get(last + 1).map(|entry| Moment::day_of(entry.at))
    };
    extract.all::<Action>().filter_map(lost).max()
}
