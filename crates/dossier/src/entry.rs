//! Entries and the dossier that they fold into.
//!
//! INVARIANT: an entry is never changed. A correction is a new version of the same thing; the old one stays
//! (helsepersonelloven § 42, arkivforskrifta § 11).

use crate::ids::*;
use crate::payload::{Kind, Payload};
use crate::vocabulary::{Category, Role};
use foldhash::fast::FixedState;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use smallvec::SmallVec;
use std::collections::HashMap;
use std::sync::Arc;

/// Who wrote an entry, and in which capacity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// Who.
    pub actor: ActorId,
    /// In which role.
    pub role: Role,
    /// For which service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
}

/// How far the person whom an entry is about has opened it *inside the family*.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// The ordinary rules: oneself, those who decide for a child, the coordinator.
    #[default]
    Ordinary,
    /// These family members too. A named list, so that nobody is opened for by accident.
    Members(Vec<PersonId>),
    /// Only the coordinator and oneself, however old the writer is; its existence is hidden from others.
    Coordinator,
    /// Oneself alone.
    Oneself,
}

fn is_ordinary(audience: &Audience) -> bool {
    *audience == Audience::Ordinary
}

/// One recorded thing in one version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Place in the family's list, from 1, without holes.
    pub seq: u64,
    /// The thing of which this is a version.
    pub thing: ThingId,
    /// The version, from 1. It replaces the one before it.
    pub version: u32,
    /// When it was recorded.
    pub at: Timestamp,
    /// Who wrote it.
    pub author: Author,
    /// Whom it is about; empty: the family as a whole. Sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<PersonId>,
    /// What kind of information it is.
    pub category: Category,
    /// The service that it came from; its secrecy travels with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<ServiceId>,
    /// How far it is opened inside the family.
    #[serde(default, skip_serializing_if = "is_ordinary")]
    pub audience: Audience,
    /// What it says.
    pub payload: Payload,
}

impl Entry {
    /// Whether it could tell where somebody lives. What only says through whom somebody is reached does not: those
    /// who may not know where a protected person lives must know that (R84, R85).
    pub fn locates(&self) -> bool {
        self.category == Category::Location
    }

    /// Whether what it says must not be readable in any file.
    pub fn is_sealed(&self) -> bool {
        self.locates() || matches!(self.payload, Payload::ContactProcedure(_))
    }
}

/// What decides who may see an entry. Entries of one class are decided once.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Class {
    /// Category.
    pub category: Category,
    /// Whom it is about.
    pub subjects: Vec<PersonId>,
    /// Where it came from.
    pub origin: Option<ServiceId>,
    /// How far it is opened inside the family.
    pub audience: Audience,
    /// The helper whose own task it is, or to whose question it answers.
    pub task_of: Option<ActorId>,
    /// Helpers who are invited to it.
    pub invited: Vec<ActorId>,
    /// The role in which the thing was first written down. What a service made itself is another matter than
    /// what the coordinator or the family told, whoever moved it on later.
    pub by: Role,
    /// Who in the family first wrote it down: one's own words are another matter than what others at home wrote.
    pub told_by: Option<ActorId>,
}

/// Who first wrote a thing down, as far as access goes by it.
fn first_told(author: &Author) -> (Role, Option<ActorId>) {
    (author.role, (author.role == Role::Citizen).then_some(author.actor))
}

impl Class {
    fn of(entry: &Entry, task_of: Option<ActorId>, first: &Author) -> Self {
        let (by, told_by) = first_told(first);
        Self {
            category: entry.category,
            subjects: entry.subjects.clone(),
            origin: entry.origin,
            audience: entry.audience.clone(),
            task_of,
            invited: entry.payload.invited().to_vec(),
            by,
            told_by,
        }
    }

    fn holds(&self, entry: &Entry, task_of: Option<ActorId>, first: &Author) -> bool {
        self.category == entry.category
            && self.origin == entry.origin
            && self.task_of == task_of
            && (self.by, self.told_by) == first_told(first)
            && self.subjects == entry.subjects
            && self.audience == entry.audience
            && self.invited == entry.payload.invited()
    }
}

/// Indices, few as a rule, beside each other: each write copies a family's, and would ask for room for each of them.
type Few = SmallVec<[u32; 4]>;

/// Everything recorded about one family: the fold of its entries.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// Which family.
    pub family: FamilyId,
    entries: Vec<Arc<Entry>>,
    /// Indices of each thing's versions, oldest first; things in the order of their first entry.
    things: Vec<Few>,
    /// For each kind, the things that are of it now, in their order: a page asks for a dozen kinds, and each time
    /// it would look through everything that was ever recorded.
    of_kind: Vec<Few>,
    place: HashMap<ThingId, u32, FixedState>,
    classes: Vec<Class>,
    class_of: Vec<u32>,
    /// Entries that can be shown without what was said around them; see [`Payload::core`].
    cores: HashMap<u32, Arc<Entry>, FixedState>,
}

impl Dossier {
    /// Folds entries, which must be in the order of their `seq`.
    pub fn fold(family: FamilyId, entries: impl IntoIterator<Item = Entry>) -> Self {
        Self::empty(family).with(entries.into_iter().map(Arc::new))
    }

    fn empty(family: FamilyId) -> Self {
        Self {
            family,
            entries: Vec::new(),
            things: Vec::new(),
            of_kind: vec![Few::new(); Payload::CODES.len()],
            place: HashMap::default(),
            classes: Vec::new(),
            class_of: Vec::new(),
            cores: HashMap::default(),
        }
    }

    /// The dossier after more entries. Folding all at once, or some now and some later, gives the same.
    pub fn with(mut self, entries: impl IntoIterator<Item = Arc<Entry>>) -> Self {
        for entry in entries {
            let index = self.entries.len() as u32;
            let at = *self.place.entry(entry.thing).or_insert_with(|| {
                self.things.push(Few::new());
                (self.things.len() - 1) as u32
            });
            let task_of = self.task_of(&entry.payload);
            let first =
                self.things[at as usize].first().map_or(&entry, |&first| &self.entries[first as usize]);
            let author = first.author;
            self.note_kind(at, entry.payload.number());
            self.things[at as usize].push(index);
            // Classes are few (a dozen or two), so looking through them is cheaper than hashing each entry.
            let known = self.classes.iter().position(|class| class.holds(&entry, task_of, &author));
            let number = known.unwrap_or_else(|| {
                self.classes.push(Class::of(&entry, task_of, &author));
                self.classes.len() - 1
            });
            self.class_of.push(number as u32);
            if let Some(payload) = entry.payload.core() {
                self.cores.insert(index, Arc::new(Entry { payload, ..Entry::clone(&entry) }));
            }
            self.entries.push(entry);
        }
        self
    }

    /// Keeps `of_kind` in order when a thing is new, or becomes of another kind: it was removed, or came back.
    fn note_kind(&mut self, at: u32, kind: usize) {
        let before = self.things[at as usize].last().map(|&last| self.entry(last).payload.number());
        if before == Some(kind) {
            return;
        }
        if let Some(before) = before
            && let Ok(place) = self.of_kind[before].binary_search(&at)
        {
            self.of_kind[before].remove(place);
        }
        if let Err(place) = self.of_kind[kind].binary_search(&at) {
            self.of_kind[kind].insert(place, at);
        }
    }

    /// The helper whose own task an entry is. An answer to a helper's question back belongs to the question.
    fn task_of(&self, payload: &Payload) -> Option<ActorId> {
        match payload {
            Payload::Reply(reply) => match self.latest(reply.to).map(|entry| &entry.payload) {
                Some(Payload::Request(request)) => Some(request.to),
                _ => None,
            },
            other => other.task_of(),
        }
    }

    /// The dossier with only the entries for which `keep` says yes.
    pub fn only_where(&self, keep: impl Fn(&Entry) -> bool) -> Self {
        Self::empty(self.family).with(self.entries.iter().filter(|entry| keep(entry)).cloned())
    }

    /// The dossier as it was at an instant: only what had been recorded by then. Entries are recorded in the
    /// order of their `seq`, so the first one that came later ends it, even if a clock was set back after it.
    pub fn as_of(&self, instant: Timestamp) -> Self {
        let recorded = self.entries.iter().take_while(|entry| entry.at <= instant).cloned();
        Self::empty(self.family).with(recorded)
    }

    /// How many entries there are; also the version that a reader has seen.
    pub fn version(&self) -> u64 {
        self.entries.len() as u64
    }

    /// All entries, oldest first.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> + '_ {
        self.entries.iter().map(|entry| &**entry)
    }

    pub(crate) fn entry(&self, index: u32) -> &Entry {
        &self.entries[index as usize]
    }

    /// The entry at an index without what was said around it, where that makes a difference.
    pub(crate) fn core(&self, index: u32) -> &Entry {
        self.cores.get(&index).map_or(self.entry(index), |core| core)
    }

    /// The classes that the entries fall into.
    pub fn classes(&self) -> &[Class] {
        &self.classes
    }

    /// The class of the entry at an index.
    pub fn class_of(&self, index: u32) -> usize {
        self.class_of[index as usize] as usize
    }

    /// Each thing, with the number of the class that it is in as it stands.
    pub fn current_things(&self) -> impl Iterator<Item = (ThingId, usize)> + '_ {
        self.current().map(|index| (self.entry(index).thing, self.class_of(index)))
    }

    /// The number of the class that a thing is in as it stands.
    pub fn class_number_of(&self, thing: ThingId) -> Option<usize> {
        self.versions_of(thing).last().map(|&last| self.class_of(last))
    }

    /// The class of a thing as it stands.
    pub fn class_of_thing(&self, thing: ThingId) -> Option<&Class> {
        self.class_number_of(thing).map(|number| &self.classes[number])
    }

    /// Index of the current version of each thing.
    pub(crate) fn current(&self) -> impl Iterator<Item = u32> + '_ {
        self.things.iter().filter_map(|versions| versions.last().copied())
    }

    /// Index of the current version of each thing of a kind, in the order in which things were first recorded.
    pub(crate) fn current_of(&self, kind: usize) -> impl Iterator<Item = u32> + '_ {
        self.of_kind[kind].iter().filter_map(|&at| self.things[at as usize].last().copied())
    }

    /// Indices of the versions of a thing, oldest first.
    pub(crate) fn versions_of(&self, thing: ThingId) -> &[u32] {
        self.place.get(&thing).map_or(&[], |&at| &self.things[at as usize])
    }

    /// The version of a thing before the one at an index.
    pub(crate) fn before(&self, index: u32) -> Option<&Entry> {
        let versions = self.versions_of(self.entry(index).thing);
        let earlier = versions.iter().take_while(|&&other| other < index);
        earlier.last().map(|&before| self.entry(before))
    }

    /// The current entry of a thing.
    pub fn latest(&self, thing: ThingId) -> Option<&Entry> {
        self.versions_of(thing).last().map(|&index| self.entry(index))
    }

    /// The one current thing of a kind that each family has once.
    pub fn only<K: Kind>(&self) -> Option<(&Entry, &K)> {
        let entry = self.entry(self.current_of(K::NUMBER).next()?);
        K::of(&entry.payload).map(|kind| (entry, kind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::payload::{Need, Removed, Strength};
    use crate::vocabulary::Horizon;
    use proptest::prelude::*;

    fn entry(thing: u64, kind: u8) -> Entry {
        let words = String::new();
        Entry {
            seq: 0,
            thing: ThingId::new(thing),
            version: 1,
            at: Timestamp::UNIX_EPOCH,
            author: Author { actor: ActorId::new(1), role: Role::Coordinator, service: None },
            subjects: Vec::new(),
            category: Category::PlanCore,
            origin: None,
            audience: Audience::Ordinary,
            payload: match kind {
                0 => Strength { words }.wrap(),
                1 => Need { words, area: None, horizon: Horizon::Acute, owner: None, settled: None }.wrap(),
                _ => Removed { was: "need".into(), why: words }.wrap(),
            },
        }
    }

    proptest! {
        #[test]
        fn things_of_a_kind_are_those_that_are_of_it_now(
            entries in prop::collection::vec((0u64..8, 0u8..3), 0..60),
            cut in 0usize..60,
        ) {
            let entries: Vec<Entry> = entries.into_iter().map(|(thing, kind)| entry(thing, kind)).collect();
            let (now, later) = entries.split_at(cut.min(entries.len()));
            let later = later.iter().cloned().map(Arc::new);
            let dossier = Dossier::fold(FamilyId::new(1), now.iter().cloned()).with(later);
            for kind in 0..Payload::CODES.len() {
                let is = |index: &u32| dossier.entry(*index).payload.number() == kind;
                let all: Vec<u32> = dossier.current().filter(is).collect();
                prop_assert_eq!(dossier.current_of(kind).collect::<Vec<_>>(), all);
            }
        }
    }
}
