//! An extract: the part of a dossier that somebody reads. All pure functions read extracts, so they
//! answer the coordinator, the school and the mother by the same rule, each from what each may see.

use crate::entry::{Dossier, Entry};
use crate::ids::{PersonId, ThingId};
use crate::payload::{Kind, Payload, Person};
use std::collections::BTreeMap;

/// How much of a class of entries a reader is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shown {
    /// Nothing, not even that it is there.
    No,
    /// What holds, without what was said around it (see [`Payload::core`]).
    Core,
    /// All of it.
    Whole,
}

/// What is open to one reader: classes of entries, and single things that are decided on their own.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Open {
    /// For each class of the dossier, in its order.
    pub classes: Vec<Shown>,
    /// Things that are withheld from the reader, or released to the reader alone; most dossiers have none.
    pub things: BTreeMap<ThingId, Shown>,
}

/// Answers to answers are followed so far and no further, so that not even damaged entries can lead in a ring.
const LONGEST_CHAIN: usize = 16;

/// A part of a dossier: all of it, or the classes that are open to one reader.
#[derive(Clone, Copy)]
pub struct Extract<'a> {
    dossier: &'a Dossier,
    open: Option<&'a Open>,
}

/// The current version of a thing.
pub struct Thing<'a, K> {
    /// The entry, with its envelope.
    pub entry: &'a Entry,
    /// What it says.
    pub is: &'a K,
    index: u32,
}

impl<K> Clone for Thing<'_, K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K> Copy for Thing<'_, K> {}

impl<K> Thing<'_, K> {
    /// The thing's id.
    pub fn id(&self) -> ThingId {
        self.entry.thing
    }
    /// Index of the entry in the dossier; `access` finds the ground by it.
    pub fn index(&self) -> u32 {
        self.index
    }
}

impl<'a> Extract<'a> {
    /// The whole dossier.
    pub fn whole(dossier: &'a Dossier) -> Self {
        Self { dossier, open: None }
    }

    /// A dossier, as far as `open` says.
    pub fn of(dossier: &'a Dossier, open: &'a Open) -> Self {
        Self { dossier, open: Some(open) }
    }

    fn class_shown(&self, index: u32) -> Shown {
        let Some(open) = self.open else { return Shown::Whole };
        if !open.things.is_empty()
            && let Some(shown) = open.things.get(&self.dossier.entry(index).thing)
        {
            return *shown;
        }
        open.classes.get(self.dossier.class_of(index)).copied().unwrap_or(Shown::No)
    }

    /// The entry at an index as the reader is shown it. An answer is shown to those to whom its question is still
    /// shown: narrowing who may read what was said narrows what was answered too.
    fn entry(&self, index: u32) -> Option<&'a Entry> {
        let entry = match self.class_shown(index) {
            Shown::No => return None,
            Shown::Core => self.dossier.core(index),
            Shown::Whole => self.dossier.entry(index),
        };
        match &entry.payload {
            Payload::Reply(reply) if self.open.is_some() => self.shows_question(reply.to).then_some(entry),
            _ => Some(entry),
        }
    }

    /// Whether what was answered is shown, along a chain of answers to answers.
    fn shows_question(&self, mut to: ThingId) -> bool {
        for _ in 0..LONGEST_CHAIN {
            let Some(&last) = self.dossier.versions_of(to).last() else { return false };
            if self.class_shown(last) == Shown::No {
                return false;
            }
            match &self.dossier.entry(last).payload {
                Payload::Reply(further) => to = further.to,
                _ => return true,
            }
        }
        false
    }

    /// The versions of a thing that the reader is shown, oldest first; none if its current version is closed, so
    /// that narrowing who may see a thing narrows its past too.
    fn shown_versions(&self, id: ThingId) -> impl DoubleEndedIterator<Item = (u32, &'a Entry)> + use<'a> {
        let this = *self;
        let versions = this.dossier.versions_of(id);
        let current = versions.last().is_some_and(|&last| this.entry(last).is_some());
        let versions = if current { versions } else { &[] };
        versions.iter().filter_map(move |&index| this.entry(index).map(|entry| (index, entry)))
    }

    /// The class of an entry by its index.
    pub fn class(&self, index: u32) -> usize {
        self.dossier.class_of(index)
    }

    fn thing<K: Kind>(&self, index: u32) -> Option<Thing<'a, K>> {
        let entry = self.entry(index)?;
        let is = K::of(&entry.payload)?;
        Some(Thing { entry, is, index })
    }

    /// The current things of a kind, in the order in which they were first recorded.
    pub fn all<K: Kind + 'a>(&self) -> impl Iterator<Item = Thing<'a, K>> + use<'a, K> {
        let this = *self;
        this.dossier.current_of(K::NUMBER).filter_map(move |index| this.thing(index))
    }

    /// The current thing with this id, if it is of this kind and in the extract.
    pub fn find<K: Kind>(&self, id: impl Into<ThingId>) -> Option<Thing<'a, K>> {
        self.thing(*self.dossier.versions_of(id.into()).last()?)
    }

    /// The first current thing of a kind.
    pub fn only<K: Kind + 'a>(&self) -> Option<Thing<'a, K>> {
        self.all::<K>().next()
    }

    /// A person by id.
    pub fn person(&self, id: PersonId) -> Option<&'a Person> {
        self.find::<Person>(id).map(|thing| thing.is)
    }

    /// All versions of a thing that are in the extract, oldest first. Nothing if its current version is not.
    pub fn versions(&self, id: ThingId) -> Vec<&'a Entry> {
        self.shown_versions(id).map(|(_, entry)| entry).collect()
    }

    /// Every entry of the extract, oldest first, with the version that it replaced.
    pub fn history(&self) -> impl Iterator<Item = (&'a Entry, Option<&'a Entry>)> + use<'a> {
        let this = *self;
        (0..this.dossier.version() as u32).filter_map(move |index| {
            let thing = this.dossier.entry(index).thing;
            let mut newest_first = this.shown_versions(thing).rev().skip_while(|(other, _)| *other > index);
            let (found, entry) = newest_first.next()?;
            (found == index).then(|| (entry, newest_first.next().map(|(_, before)| before)))
        })
    }

    /// Current things that were removed, so that a removal can be undone.
    pub fn removed(&self) -> impl Iterator<Item = Thing<'a, crate::payload::Removed>> + use<'a> {
        self.all()
    }

    /// Whether nothing at all is in the extract.
    pub fn is_empty(&self) -> bool {
        !self.dossier.current().any(|index| self.entry(index).is_some())
    }

    /// The family.
    pub fn family(&self) -> crate::ids::FamilyId {
        self.dossier.family
    }

    /// How many entries are in the extract; of the whole dossier, its version. What a reader may not see does
    /// not count, so the number tells nothing about it.
    pub fn version(&self) -> u64 {
        if self.open.is_none() { self.dossier.version() } else { self.history().count() as u64 }
    }

    /// The current payload of a thing whatever its kind.
    pub fn payload(&self, id: ThingId) -> Option<&'a Payload> {
        let index = *self.dossier.versions_of(id).last()?;
        self.entry(index).map(|entry| &entry.payload)
    }
}
