//! A new root key takes the place of another: everything that the old one wrapped or sealed is sealed anew, a little
//! at a time. Entries and journal are not touched: only data keys and numbers hang on a root key.

use crate::vault::{unwrapped, wrapped};
use crate::{Store, StoreError, numbers, sql};
use rusqlite::params;
use std::sync::Arc;

/// How much hangs on a root key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// The root key.
    pub root: u32,
    /// Data keys of people's whereabouts.
    pub data_keys: i64,
    /// National identity numbers.
    pub numbers: i64,
}

impl Store {
    /// Seals at most so many data keys, and so many numbers, with the active key that are sealed with another.
    /// Answers how many there were; none are left when it answers 0. Each call is one transaction: killed at any
    /// moment, each row is sealed with the one key or the other, and both open.
    ///
    /// # Errors
    /// A row is sealed with a key that is not in the ring; or the store is not available.
    pub fn seal_anew(&self, most: u32) -> Result<usize, StoreError> {
        let vault = Arc::clone(&self.vault);
        let (tell, told) = std::sync::mpsc::channel();
        self.writer.write_blocking(Box::new(move |connection, _| {
            let (here, active) = (&*vault.municipality, vault.keys.active());
            let root = |id: u32, family: &str| {
                vault.keys.root(id).ok_or_else(|| {
                    StoreError::Unusable(format!(
                        "family {family} is sealed with key {id}, which is not in the ring"
                    ))
                })
            };
            type Found = Vec<(String, String, u32, String)>;
            let left = |statement: &'static str| -> Result<Found, StoreError> {
                let mut statement = connection.prepare_cached(statement)?;
                let rows = statement.query_map(params![here, active.root, most], |row| {
                    let key = row.get_ref(1)?;
                    let key = key
                        .as_i64()
                        .map(|number| number.to_string())
                        .or_else(|_| key.as_str().map(Into::into));
                    Ok((row.get(0)?, key.unwrap_or_default(), row.get(2)?, row.get(3)?))
                })?;
                Ok(rows.collect::<Result<_, _>>()?)
            };
            let data_keys = left(sql::DATA_KEYS_LEFT)?;
            for (family, number, from, text) in &data_keys {
                let number: i64 = crate::parse(number)?;
                let key = unwrapped(here, root(*from, family)?, family, number, text)?;
                let text = wrapped(here, active, family, number, &key)?;
                connection.prepare_cached(sql::WRAP_DATA_KEY)?.execute(params![
                    active.root,
                    text,
                    here,
                    family,
                    number
                ])?;
            }
            let ids = left(sql::NUMBERS_LEFT)?;
            for (family, person, from, text) in &ids {
                numbers::anew(here, root(*from, family)?, active, family, person, text)?
                    .write(connection, here)?;
            }
            let _ = tell.send(data_keys.len() + ids.len());
            Ok(())
        }))?;
        Ok(told.try_recv().unwrap_or_default())
    }

    /// How much hangs on each root key.
    ///
    /// # Errors
    /// The store is not available.
    pub fn uses(&self) -> Result<Vec<Use>, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(sql::COUNT_ROOTS)?;
            let rows = statement.query_map(params![&*self.municipality], |row| {
                Ok(Use { root: row.get(0)?, data_keys: row.get(1)?, numbers: row.get(2)? })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Empties the log beside the file into it, so that what was erased or sealed anew stands nowhere any longer.
    ///
    /// # Errors
    /// Somebody reads, and goes on reading; the store is not available.
    pub fn sweep(&self) -> Result<(), StoreError> {
        self.read(|connection| {
            let busy: i64 = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
            if busy == 0 {
                Ok(())
            } else {
                Err(StoreError::Unavailable("the log is still being read".into()))
            }
        })
    }
}
