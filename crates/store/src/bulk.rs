//! Work on many families at once: bringing them in, and checking the lists against the entries.

use crate::{Store, StoreError, add_lines, body_of, lists, numbered, read_dossier, sql};
use access::Line;
use dossier::{Dossier, Entry, FamilyId, Lists};
use rusqlite::{Connection, params};
use std::sync::Arc;

impl Store {
    /// Adds many families at once, with the journal lines that say so: for imports and demo data. The families
    /// must be new. All of it is one transaction; whoever has very many calls this several times, and others
    /// write in between.
    ///
    /// # Errors
    /// A family is there already, or the store is not available; then nothing of this call was written.
    pub fn load_families(
        &self,
        families: Vec<(FamilyId, Vec<Entry>)>,
        lines: Vec<Line>,
    ) -> Result<(), StoreError> {
        let municipality = Arc::clone(&self.municipality);
        // Everything that can be made ready is, here: the one writer has only to write.
        let ready: Vec<Ready> = families.into_iter().map(Ready::of).collect::<Result<_, _>>()?;
        self.writer.write_blocking(Box::new(move |connection, head| {
            for family in &ready {
                family.write(connection, &municipality)?;
            }
            add_lines(connection, head, &municipality, &lines)
        }))
    }

    /// Compares the lists of every family with what its entries give; mends them when asked to. Answers how many
    /// families were looked at, and how many differed. Others may write meanwhile.
    ///
    /// # Errors
    /// The store is not available, or a row is damaged.
    pub fn rebuild(&self, mend: bool) -> Result<(usize, usize), StoreError> {
        let families = self.families()?;
        let mut differ = 0;
        for family in &families {
            let same = self.read(|connection| {
                let snapshot = connection.unchecked_transaction()?;
                let right = right_lists(&snapshot, &self.municipality, *family)?;
                let stands = lists::standing(&snapshot, &self.municipality, &family.to_string())?;
                Ok(lists::as_rows(&right) == stands)
            })?;
            if same {
                continue;
            }
            differ += 1;
            if mend {
                let (municipality, family) = (Arc::clone(&self.municipality), *family);
                self.writer.write_blocking(Box::new(move |connection, _| {
                    // Read again, where nobody else writes in between.
                    let right = right_lists(connection, &municipality, family)?;
                    lists::replace(connection, &municipality, &family.to_string(), &right)
                }))?;
            }
        }
        Ok((families.len(), differ))
    }
}

/// A family as rows.
struct Ready {
    family: FamilyId,
    id: String,
    entries: Vec<Row>,
    lists: lists::Fresh,
}

/// An entry as a row: seq, thing, version, body.
type Row = (i64, String, u32, String);

impl Ready {
    fn of((family, entries): (FamilyId, Vec<Entry>)) -> Result<Self, StoreError> {
        let dossier = Dossier::fold(family, numbered(0, entries));
        let id = family.to_string();
        let row = |entry: &Entry| -> Result<Row, StoreError> {
            Ok((entry.seq as i64, entry.thing.to_string(), entry.version, body_of(entry, &id)?))
        };
        let entries = dossier.entries().map(row).collect::<Result<_, _>>()?;
        Ok(Self { family, entries, lists: lists::fresh(&dossier::lists(&dossier)), id })
    }

    fn write(&self, connection: &Connection, municipality: &str) -> Result<(), StoreError> {
        let row = params![municipality, self.id, self.entries.len() as i64];
        if connection.prepare_cached(sql::NEW_FAMILY)?.execute(row)? == 0 {
            return Err(StoreError::FamilyIsThere(self.family));
        }
        let mut add = connection.prepare_cached(sql::ADD_ENTRY)?;
        for (seq, thing, version, body) in &self.entries {
            add.execute(params![municipality, self.id, seq, thing, version, body])?;
        }
        lists::write_fresh(connection, municipality, &self.id, &self.lists)
    }
}

fn right_lists(connection: &Connection, municipality: &str, family: FamilyId) -> Result<Lists, StoreError> {
    Ok(dossier::lists(&read_dossier(connection, municipality, family)?))
}
