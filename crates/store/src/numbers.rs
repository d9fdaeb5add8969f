//! National identity numbers: encrypted, in a table of their own, and only ever compared (R106).
//!
//! A number is found again by its *blind index*, a keyed hash. There are only some hundred million numbers, so a hash
//! without a key would be no secret.

use crate::keys::{self, Keys, Secret};
use crate::vault::Vault;
use crate::{Store, StoreError, parse, sql};
use dossier::{FamilyId, PersonId, ThingId};
use rusqlite::{Connection, params};
use std::sync::Arc;

/// A number, ready to be written: family, person, blind index, root, text.
pub struct Row {
    family: String,
    person: String,
    index: String,
    root: u32,
    text: String,
}

/// Somebody's number. It has no content in `Debug`.
#[derive(Debug)]
pub struct Numbered {
    /// In which family.
    pub family: FamilyId,
    /// Who.
    pub person: PersonId,
    /// The eleven digits.
    pub number: Secret<String>,
}

fn seal(here: &str, root: &Keys, family: &str, person: &str, number: &str) -> Result<Row, StoreError> {
    let at = [here, "national_id", family, person, &root.root.to_string()];
    let text = keys::seal(&root.number, &at, number.as_bytes()).map_err(StoreError::Unavailable)?;
    let index = root.index_of(here, number);
    Ok(Row { family: family.into(), person: person.into(), index, root: root.root, text })
}

/// A number that was sealed with some root, sealed with another.
pub fn anew(
    here: &str,
    from: &Keys,
    to: &Keys,
    family: &str,
    person: &str,
    text: &str,
) -> Result<Row, StoreError> {
    let number = unsealed(here, from, family, person, text)?;
    seal(here, to, family, person, number.expose())
}

fn unsealed(
    here: &str,
    root: &Keys,
    family: &str,
    person: &str,
    text: &str,
) -> Result<Secret<String>, StoreError> {
    let at = [here, "national_id", family, person, &root.root.to_string()];
    let clear = keys::open(&root.number, &at, text);
    let clear = clear.ok_or_else(|| StoreError::Damaged(family.into()))?;
    let number = std::str::from_utf8(clear.expose()).map_err(|_| StoreError::Damaged(family.into()))?;
    Ok(Secret::new(number.to_owned()))
}

impl Row {
    /// Writes it over what stood there.
    pub fn write(&self, connection: &Connection, here: &str) -> Result<(), StoreError> {
        let row = params![here, self.family, self.person, self.index, self.root, self.text];
        connection.prepare_cached(sql::SET_NUMBER)?.execute(row)?;
        Ok(())
    }
}

impl Vault {
    /// Seals a number.
    pub fn number(&self, it: &Numbered) -> Result<Row, StoreError> {
        let (family, person) = (it.family.to_string(), it.person.to_string());
        seal(&self.municipality, self.keys.active(), &family, &person, it.number.expose())
    }

    /// Whoever has this number, in the file.
    fn with_number(
        &self,
        connection: &Connection,
        number: &str,
    ) -> Result<Vec<(String, String)>, StoreError> {
        let mut found = Vec::new();
        let mut by_index = connection.prepare_cached(sql::BY_NUMBER)?;
        for keys in self.keys.all() {
            let index = keys.index_of(&self.municipality, number);
            let rows = by_index
                .query_map(params![&*self.municipality, index], |row| Ok((row.get(0)?, row.get(1)?)))?;
            found.extend(rows.collect::<Result<Vec<_>, _>>()?);
        }
        if let Some(hash) = self.keys.old_hash(number) {
            let mut by_source = connection.prepare_cached(sql::BY_SOURCE)?;
            let row = params![&*self.municipality, format!("identity:{hash}")];
            let rows = by_source.query_map(row, |row| Ok((row.get(0)?, row.get(1)?)))?;
            found.extend(rows.collect::<Result<Vec<_>, _>>()?);
        }
        found.sort();
        found.dedup();
        Ok(found)
    }

    /// The numbers of a family's people, in clear; for comparing, inside the store alone.
    fn numbers_of(
        &self,
        connection: &Connection,
        family: &str,
    ) -> Result<Vec<(String, Secret<String>)>, StoreError> {
        let mut statement = connection.prepare_cached(sql::NUMBERS_OF)?;
        let rows = statement.query_map(params![&*self.municipality, family], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, u32>(1)?, row.get::<_, String>(2)?))
        })?;
        let open = |row: rusqlite::Result<(String, u32, String)>| {
            let (person, root, text) = row?;
            let root = self.keys.root(root).ok_or_else(|| StoreError::Damaged(family.into()))?;
            let number = unsealed(&self.municipality, root, family, &person, &text)?;
            Ok((person, number))
        };
        rows.map(open).collect()
    }

    /// Marks of a family's people that are equal when their numbers are. They hold nowhere but in this answer.
    pub fn marks(
        &self,
        connection: &Connection,
        family: &str,
    ) -> Result<Vec<(PersonId, String)>, StoreError> {
        let mark = |(person, number): (String, Secret<String>)| {
            let mark = self.keys.active().index_of(&self.municipality, number.expose());
            Ok((parse(&person)?, mark))
        };
        self.numbers_of(connection, family)?.into_iter().map(mark).collect()
    }

    /// Other families in which somebody has the number of somebody in this one.
    pub fn same_numbers(&self, connection: &Connection, family: &str) -> Result<Vec<FamilyId>, StoreError> {
        let mut found = Vec::new();
        for (_, number) in self.numbers_of(connection, family)? {
            for (other, _) in self.with_number(connection, number.expose())? {
                if other != family {
                    found.push(parse(&other)?);
                }
            }
        }
        found.sort();
        found.dedup();
        Ok(found)
    }
}

impl Store {
    /// Whoever has this number.
    ///
    /// # Errors
    /// The store is not available.
    pub fn by_number(&self, number: &str) -> Result<Vec<(FamilyId, ThingId)>, StoreError> {
        self.read(|connection| {
            let found = self.vault.with_number(connection, number)?;
            found.iter().map(|(family, person)| Ok((parse(family)?, parse(person)?))).collect()
        })
    }

    /// Keeps somebody's number, in place of the one that was kept.
    ///
    /// # Errors
    /// The store is not available.
    pub fn set_number(&self, numbered: &Numbered) -> Result<(), StoreError> {
        let (row, municipality) = (self.vault.number(numbered)?, Arc::clone(&self.municipality));
        self.writer.write_blocking(Box::new(move |connection, _| row.write(connection, &municipality)))
    }
}
