//! Work on many families at once: bringing them in, and checking the lists against the entries.

use crate::vault::{Kept, Vault};
use crate::{Numbered, Store, StoreError, add_lines, lists, numbered, numbers, read_dossier, sql};
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
        self.load_numbered(families, &[], lines)
    }

    /// As [`Store::load_families`], with the national identity numbers of people in them.
    ///
    /// # Errors
    /// As [`Store::load_families`].
    pub fn load_numbered(
        &self,
        families: Vec<(FamilyId, Vec<Entry>)>,
        people: &[Numbered],
        lines: Vec<Line>,
    ) -> Result<(), StoreError> {
        let vault = Arc::clone(&self.vault);
        // Everything that can be made ready is, here: the one writer has only to write.
        let ready: Vec<Ready> =
            families.into_iter().map(|family| Ready::of(&vault, family)).collect::<Result<_, _>>()?;
        let people: Vec<numbers::Row> = people.iter().map(|it| vault.number(it)).collect::<Result<_, _>>()?;
        let written = self.writer.write_blocking(Box::new(move |connection, head| {
            for family in &ready {
                family.write(connection, &vault)?;
            }
            for person in &people {
                person.write(connection, &vault.municipality)?;
            }
            add_lines(connection, head, &vault.municipality, &lines)
        }));
        self.reach.changed();
        written
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
                let right = right_lists(&snapshot, &self.vault, *family)?;
                let stands = lists::standing(&snapshot, &self.municipality, &family.to_string())?;
                Ok(lists::as_rows(&right) == stands)
            })?;
            if same {
                continue;
            }
            differ += 1;
            if mend {
                let (vault, family) = (Arc::clone(&self.vault), *family);
                let mended = self.writer.write_blocking(Box::new(move |connection, _| {
                    // Read again, where nobody else writes in between.
                    let right = right_lists(connection, &vault, family)?;
                    lists::replace(connection, &vault.municipality, &family.to_string(), &right)
                }));
                self.reach.changed();
                mended?;
            }
        }
        Ok((families.len(), differ))
    }
}

/// A family as rows.
struct Ready {
    family: FamilyId,
    id: String,
    rows: Kept,
    lists: lists::Fresh,
}

impl Ready {
    fn of(vault: &Vault, (family, entries): (FamilyId, Vec<Entry>)) -> Result<Self, StoreError> {
        let dossier = Dossier::fold(family, numbered(0, entries));
        let id = family.to_string();
        let rows = vault.rows(None, &id, &dossier, 0)?;
        let lists = lists::fresh(&dossier::lists(&dossier));
        Ok(Self { family, rows, lists, id })
    }

    fn write(&self, connection: &Connection, vault: &Vault) -> Result<(), StoreError> {
        let row = params![&*vault.municipality, self.id];
        if connection.prepare_cached(sql::NEW_FAMILY)?.execute(row)? == 0 {
            return Err(StoreError::FamilyIsThere(self.family));
        }
        vault.write(connection, &self.id, &self.rows)?;
        lists::write_fresh(connection, &vault.municipality, &self.id, &self.lists)
    }
}

fn right_lists(connection: &Connection, vault: &Vault, family: FamilyId) -> Result<Lists, StoreError> {
    Ok(dossier::lists(&read_dossier(connection, vault, family)?))
}
