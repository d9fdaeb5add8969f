//! Entries and the dossier that they fold into.
//!
//! INVARIANT: an entry is never changed. A correction is a new version of the same thing; the old one stays
//! (helsepersonelloven § 42, arkivforskrifta § 11).

use crate::ids::*;
use crate::payload::{Kind, Payload};
use crate::vocabulary::{Category, Role};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
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
    /// The helper whose own task it is.
    pub task_of: Option<ActorId>,
}

impl Class {
    fn of(entry: &Entry) -> Self {
        Self {
            category: entry.category,
            subjects: entry.subjects.clone(),
            origin: entry.origin,
            audience: entry.audience.clone(),
            task_of: entry.payload.task_of(),
        }
    }

    fn holds(&self, entry: &Entry) -> bool {
        self.category == entry.category
            && self.origin == entry.origin
            && self.task_of == entry.payload.task_of()
            && self.subjects == entry.subjects
            && self.audience == entry.audience
    }
}

/// Everything recorded about one family: the fold of its entries.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// Which family.
    pub family: FamilyId,
    entries: Vec<Arc<Entry>>,
    /// Indices of each thing's versions, oldest first; things in the order of their first entry.
    things: Vec<Vec<u32>>,
    place: HashMap<ThingId, u32>,
    classes: Vec<Class>,
    class_of: Vec<u16>,
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
            place: HashMap::new(),
            classes: Vec::new(),
            class_of: Vec::new(),
        }
    }

    /// The dossier after more entries. Folding all at once, or some now and some later, gives the same.
    pub fn with(mut self, entries: impl IntoIterator<Item = Arc<Entry>>) -> Self {
        for entry in entries {
            let index = self.entries.len() as u32;
            let at = *self.place.entry(entry.thing).or_insert_with(|| {
                self.things.push(Vec::with_capacity(1));
                (self.things.len() - 1) as u32
            });
            self.things[at as usize].push(index);
            // Classes are few (a dozen or two), so looking through them is cheaper than hashing each entry.
            let number = self.classes.iter().position(|class| class.holds(&entry)).unwrap_or_else(|| {
                self.classes.push(Class::of(&entry));
                self.classes.len() - 1
            });
            self.class_of.push(number as u16);
            self.entries.push(entry);
        }
        self
    }

    /// The dossier as it was at an instant: only what had been recorded by then.
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

    /// The classes that the entries fall into.
    pub fn classes(&self) -> &[Class] {
        &self.classes
    }

    /// The class of the entry at an index.
    pub(crate) fn class_of(&self, index: u32) -> usize {
        self.class_of[index as usize] as usize
    }

    /// Index of the current version of each thing.
    pub(crate) fn current(&self) -> impl Iterator<Item = u32> + '_ {
        self.things.iter().filter_map(|versions| versions.last().copied())
    }

    /// Indices of the versions of a thing, oldest first.
    pub(crate) fn versions_of(&self, thing: ThingId) -> &[u32] {
        self.place.get(&thing).map_or(&[], |&at| &self.things[at as usize])
    }

    /// The current entry of a thing.
    pub fn latest(&self, thing: ThingId) -> Option<&Entry> {
        self.versions_of(thing).last().map(|&index| self.entry(index))
    }

    /// The one current thing of a kind that each family has once.
    pub fn only<K: Kind>(&self) -> Option<(&Entry, &K)> {
        self.current().find_map(|index| {
            let entry = self.entry(index);
            K::of(&entry.payload).map(|kind| (entry, kind))
        })
    }
}
