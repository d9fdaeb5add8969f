//! An extract: the part of a dossier that somebody reads. All pure functions read extracts, so they
//! answer the coordinator, the school and the mother by the same rule, each from what each may see.

use crate::entry::{Dossier, Entry};
use crate::ids::{PersonId, ThingId};
use crate::payload::{Kind, Payload, Person};

/// A part of a dossier: all of it, or the classes that are open to one reader.
#[derive(Clone, Copy)]
pub struct Extract<'a> {
    dossier: &'a Dossier,
    open: Option<&'a [bool]>,
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

    /// The classes of a dossier for which `open` says yes.
    pub fn of(dossier: &'a Dossier, open: &'a [bool]) -> Self {
        Self { dossier, open: Some(open) }
    }

    fn shows(&self, index: u32) -> bool {
        self.open.is_none_or(|open| open.get(self.dossier.class_of(index)).copied().unwrap_or(false))
    }

    /// The class of an entry by its index.
    pub fn class(&self, index: u32) -> usize {
        self.dossier.class_of(index)
    }

    fn thing<K: Kind>(&self, index: u32) -> Option<Thing<'a, K>> {
        let entry = self.dossier.entry(index);
        let is = K::of(&entry.payload)?;
        self.shows(index).then_some(Thing { entry, is, index })
    }

    /// The current things of a kind, in the order in which they were first recorded.
    pub fn all<K: Kind + 'a>(&self) -> impl Iterator<Item = Thing<'a, K>> + use<'a, K> {
        let this = *self;
        this.dossier.current().filter_map(move |index| this.thing(index))
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
        let versions = self.dossier.versions_of(id);
        match versions.last() {
            Some(&last) if self.shows(last) => {}
            _ => return Vec::new(),
        }
        versions.iter().filter(|&&v| self.shows(v)).map(|&v| self.dossier.entry(v)).collect()
    }

    /// Every entry of the extract, oldest first, with the version that it replaced.
    pub fn history(&self) -> impl Iterator<Item = (&'a Entry, Option<&'a Entry>)> + use<'a> {
        let this = *self;
        (0..this.dossier.version() as u32).filter(move |&index| this.shows(index)).map(move |index| {
            let entry = this.dossier.entry(index);
            let versions = this.dossier.versions_of(entry.thing);
            let before =
                versions.iter().rev().find(|&&v| v < index && this.shows(v)).map(|&v| this.dossier.entry(v));
            (entry, before)
        })
    }

    /// Current things that were removed, so that a removal can be undone.
    pub fn removed(&self) -> impl Iterator<Item = Thing<'a, crate::payload::Removed>> + use<'a> {
        self.all()
    }

    /// Whether nothing at all is in the extract.
    pub fn is_empty(&self) -> bool {
        !self.dossier.current().any(|index| self.shows(index))
    }

    /// The family.
    pub fn family(&self) -> crate::ids::FamilyId {
        self.dossier.family
    }

    /// The version of the dossier.
    pub fn version(&self) -> u64 {
        self.dossier.version()
    }

    /// The current payload of a thing whatever its kind.
    pub fn payload(&self, id: ThingId) -> Option<&'a Payload> {
        let index = *self.dossier.versions_of(id).last()?;
        self.shows(index).then(|| &self.dossier.entry(index).payload)
    }
}
