//! Work on many families at once: bringing them in, and checking the lists against the entries.

use crate::{Store, StoreError, add_entries, add_lines, lists, numbered, read_dossier, sql};
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
        let ready: Vec<_> = families
            .into_iter()
            .map(|(family, entries)| {
                let dossier = Dossier::fold(family, numbered(0, entries));
                let lists = dossier::lists(&dossier);
                (family, dossier, lists)
            })
            .collect();
        self.writer.write_blocking(Box::new(move |connection, head| {
            for (family, dossier, lists) in &ready {
                let id = family.to_string();
                let row = params![&*municipality, id, dossier.version() as i64];
                if connection.prepare_cached(sql::NEW_FAMILY)?.execute(row)? == 0 {
                    return Err(StoreError::FamilyIsThere(*family));
                }
                add_entries(connection, &municipality, &id, dossier.entries())?;
                lists::write(connection, &municipality, &id, &Lists::default(), lists)?;
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

fn right_lists(connection: &Connection, municipality: &str, family: FamilyId) -> Result<Lists, StoreError> {
    Ok(dossier::lists(&read_dossier(connection, municipality, family)?))
}
