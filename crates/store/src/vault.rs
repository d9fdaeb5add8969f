//! What reveals where somebody lives is sealed on its way into the file, and opened when a dossier is read.
//!
//! The entry keeps its envelope; in place of what it says stands that it was taken away. What it says is sealed
//! beside it with a *data key* of the person whom it is about, and that key is wrapped with the root key. So a root
//! key is changed without touching any entry. And when nobody may know where a person lives, the data key is erased:
//! every version of every address of that person is gone from the file at once, and what is left of the entry is
//! what stood there all the time.

use crate::keys::{self, Bytes, Keys, Secret, Usable};
use crate::{StoreError, body_of, sql};
use dossier::{Dossier, Entry, Extract, Kind, Moment, Payload, PersonId, Protection, Removed, unlocated};
use rusqlite::{Connection, params};

/// What a data key opens: what tells where somebody is, or through whom somebody is reached. The second stays when
/// the first is erased.
const WHEREABOUTS: &str = "whereabouts";
const PROCEDURE: &str = "procedure";

/// A data key as it is kept.
struct DataKey {
    number: i64,
    /// Whom the entries are about, with blanks between.
    about: String,
    purpose: String,
    root: u32,
    /// Nothing when it was erased.
    wrapped: Option<String>,
}

/// Rows of one family that are ready to be written.
pub struct Kept {
    /// Entries: seq, thing, version, body.
    entries: Vec<(i64, String, u32, String)>,
    /// Sealed words: seq, number of the data key, text.
    sealed: Vec<(i64, i64, String)>,
    fresh: Vec<DataKey>,
    erased: Vec<i64>,
}

/// Seals and opens for one municipality.
pub struct Vault {
    pub(crate) municipality: std::sync::Arc<str>,
    pub(crate) keys: Usable,
}

/// People of a dossier whose address is never kept, when what was written after a version may have changed who they
/// are.
pub fn closed_by(dossier: &Dossier, read: u64) -> Vec<PersonId> {
    let moves = |entry: &Entry| {
        matches!(entry.payload, Payload::Person(_) | Payload::Relation(_) | Payload::Removed(_))
    };
    let all = Extract::whole(dossier);
    let strict =
        |it: &dossier::Thing<'_, dossier::Person>| it.is.protection == Protection::StrictlyConfidential;
    match dossier.entries().skip(read as usize).filter(|entry| moves(entry)).last() {
        Some(last) if all.all::<dossier::Person>().any(|person| strict(&person)) => {
            unlocated(&all, Moment::day_of(last.at))
        }
        _ => Vec::new(),
    }
}

fn damaged(family: &str) -> StoreError {
    StoreError::Damaged(family.into())
}

fn chance(fault: String) -> StoreError {
    StoreError::Unavailable(fault)
}

impl DataKey {
    fn is_about(&self, person: PersonId) -> bool {
        // What is about nobody by name is about the family, and so about everybody in it.
        self.about.is_empty() || self.about.split(' ').any(|one| one == person.to_string())
    }
}

impl Vault {
    fn unwrap(&self, family: &str, key: &DataKey) -> Result<Option<Bytes>, StoreError> {
        let Some(wrapped) = &key.wrapped else { return Ok(None) };
        let root = self.keys.root(key.root).ok_or_else(|| damaged(family))?;
        unwrapped(&self.municipality, root, family, key.number, wrapped).map(Some)
    }

    fn data_keys(&self, connection: &Connection, family: &str) -> Result<Vec<DataKey>, StoreError> {
        let mut statement = connection.prepare_cached(sql::DATA_KEYS)?;
        let rows = statement.query_map(params![&*self.municipality, family], |row| {
            Ok(DataKey {
                number: row.get(0)?,
                about: row.get(1)?,
                purpose: row.get(2)?,
                root: row.get(3)?,
                wrapped: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What was written after a version, as rows. `connection` is where data keys are found; nothing for a new family.
    pub fn rows(
        &self,
        connection: Option<&Connection>,
        family: &str,
        dossier: &Dossier,
        read: u64,
    ) -> Result<Kept, StoreError> {
        let new = || dossier.entries().skip(read as usize);
        let closed = closed_by(dossier, read);
        let seals = Entry::is_sealed;
        let mut known = match connection {
            Some(connection) if !closed.is_empty() || new().any(seals) => {
                self.data_keys(connection, family)?
            }
            _ => Vec::new(),
        };
        let mut kept =
            Kept { entries: Vec::new(), sealed: Vec::new(), fresh: Vec::new(), erased: Vec::new() };
        for key in known.iter_mut().filter(|key| key.purpose == WHEREABOUTS && key.wrapped.is_some()) {
            if closed.iter().any(|person| key.is_about(*person)) {
                key.wrapped = None;
                kept.erased.push(key.number);
            }
        }
        let mut opened: Vec<(i64, Bytes)> = Vec::new();
        for entry in new() {
            let row = |entry: &Entry| -> Result<_, StoreError> {
                Ok((entry.seq as i64, entry.thing.to_string(), entry.version, body_of(entry, family)?))
            };
            if !seals(entry) {
                kept.entries.push(row(entry)?);
                continue;
            }
            kept.entries.push(row(&Entry { payload: taken_away(&entry.payload), ..entry.clone() })?);
            if entry.locates() && entry.subjects.iter().any(|person| closed.contains(person)) {
                continue;
            }
            let number = self.key_for(family, entry, &known, &mut opened, &mut kept.fresh)?;
            let key = opened.iter().find(|(known, _)| *known == number).ok_or_else(|| damaged(family))?;
            let clear = Secret::new(serde_json::to_vec(&entry.payload).map_err(|_| damaged(family))?);
            let place = (entry.seq.to_string(), number.to_string());
            let at = [&*self.municipality, "sealed", family, &place.0, &place.1];
            kept.sealed.push((
                entry.seq as i64,
                number,
                keys::seal(&key.1, &at, clear.expose()).map_err(chance)?,
            ));
        }
        Ok(kept)
    }

    /// The number of the data key that an entry is sealed with, which is then among those that are opened.
    fn key_for(
        &self,
        family: &str,
        entry: &Entry,
        known: &[DataKey],
        opened: &mut Vec<(i64, Bytes)>,
        fresh: &mut Vec<DataKey>,
    ) -> Result<i64, StoreError> {
        let about = entry.subjects.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        let purpose = if entry.locates() { WHEREABOUTS } else { PROCEDURE };
        let fits = |key: &&DataKey| key.about == about && key.purpose == purpose && key.wrapped.is_some();
        if let Some(key) = known.iter().chain(fresh.iter()).find(fits) {
            let number = key.number;
            if !opened.iter().any(|(known, _)| *known == number) {
                opened.push((number, self.unwrap(family, key)?.ok_or_else(|| damaged(family))?));
            }
            return Ok(number);
        }
        let number = known.iter().chain(fresh.iter()).map(|key| key.number).max().unwrap_or(0) + 1;
        let (root, key) = (self.keys.active(), keys::random().map_err(chance)?);
        let wrapped = Some(wrapped(&self.municipality, root, family, number, &key)?);
        fresh.push(DataKey { number, about, purpose: purpose.into(), root: root.root, wrapped });
        opened.push((number, key));
        Ok(number)
    }

    /// Writes rows that are ready.
    ///
    /// # Errors
    /// Somebody has written after the same entry; or the store is not available.
    pub fn write(&self, connection: &Connection, family: &str, kept: &Kept) -> Result<(), StoreError> {
        let here = &*self.municipality;
        for number in &kept.erased {
            connection.prepare_cached(sql::ERASE_DATA_KEY)?.execute(params![here, family, number])?;
        }
        for key in &kept.fresh {
            let row = params![here, family, key.number, key.about, key.purpose, key.root, key.wrapped];
            connection.prepare_cached(sql::ADD_DATA_KEY)?.execute(row)?;
        }
        let mut add = connection.prepare_cached(sql::ADD_ENTRY)?;
        for (seq, thing, version, body) in &kept.entries {
            if add.execute(params![here, family, seq, thing, version, body])? == 0 {
                return Err(StoreError::Moved);
            }
        }
        for (seq, number, text) in &kept.sealed {
            connection.prepare_cached(sql::ADD_SEALED)?.execute(params![here, family, seq, number, text])?;
        }
        Ok(())
    }

    /// Puts what was sealed back into the entries that were read. Where the key was erased, it stays away.
    pub fn open(
        &self,
        connection: &Connection,
        family: &str,
        entries: &mut [Entry],
    ) -> Result<(), StoreError> {
        let mut statement = connection.prepare_cached(sql::SEALED)?;
        let mut rows = statement.query(params![&*self.municipality, family])?;
        let mut keys: Option<Vec<DataKey>> = None;
        let mut opened: Vec<(i64, Option<Bytes>)> = Vec::new();
        while let Some(row) = rows.next()? {
            let (seq, number): (i64, i64) = (row.get(0)?, row.get(1)?);
            // What was written after the entries were read is read next time.
            let Some(entry) = entries.get_mut(seq as usize - 1) else { continue };
            if keys.is_none() {
                keys = Some(self.data_keys(connection, family)?);
            }
            if !opened.iter().any(|(known, _)| *known == number) {
                let known = keys.iter().flatten().find(|key| key.number == number);
                opened.push((number, self.unwrap(family, known.ok_or_else(|| damaged(family))?)?));
            }
            let Some((_, Some(key))) = opened.iter().find(|(known, _)| *known == number) else { continue };
            let place = (seq.to_string(), number.to_string());
            let at = [&*self.municipality, "sealed", family, &place.0, &place.1];
            let text = row.get_ref(2)?.as_str().map_err(|_| damaged(family))?;
            let clear = keys::open(key, &at, text).ok_or_else(|| damaged(family))?;
            entry.payload = serde_json::from_slice(clear.expose()).map_err(|_| damaged(family))?;
        }
        Ok(())
    }
}

/// What stands in the entry in place of what is sealed.
fn taken_away(payload: &Payload) -> Payload {
    let was = match payload {
        Payload::Removed(removed) => removed.was.clone(),
        other => other.code().into(),
    };
    Removed { was, why: String::new() }.wrap()
}

/// Where a wrapped data key belongs.
fn place_of(number: i64, root: u32) -> (String, String) {
    (number.to_string(), root.to_string())
}

pub fn wrapped(
    here: &str,
    root: &Keys,
    family: &str,
    number: i64,
    key: &Bytes,
) -> Result<String, StoreError> {
    let (number, id) = place_of(number, root.root);
    keys::seal(&root.location, &[here, "data_key", family, &number, &id], key.expose()).map_err(chance)
}

pub fn unwrapped(
    here: &str,
    root: &Keys,
    family: &str,
    number: i64,
    text: &str,
) -> Result<Bytes, StoreError> {
    let (number, id) = place_of(number, root.root);
    let key = keys::open(&root.location, &[here, "data_key", family, &number, &id], text);
    let key = key.ok_or_else(|| damaged(family))?;
    Ok(Secret::new(key.expose().as_slice().try_into().map_err(|_| damaged(family))?))
}
