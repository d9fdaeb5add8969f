//! Answers of the open guide that somebody wants to come back to. They are sealed with a key that follows from the code
//! alone, and found by a hash of it: whoever has the file, and every key of this house, still reads nothing.

use crate::keys::{Bytes, Secret, cipher};
use crate::{Store, StoreError, sql};
use access::{ArchiveError, KeptAnswers, Later};
use hkdf::Hkdf;
use jiff::civil::Date;
use rusqlite::{OptionalExtension, params};
use sha2::Sha256;

/// What is derived from a code: where it is found, and what opens it.
fn derived(municipality: &str, code: &str) -> (String, Bytes) {
    let from = Hkdf::<Sha256>::new(Some(municipality.as_bytes()), code.as_bytes());
    let part = |what: &[u8]| {
        let mut bytes = [0; 32];
        // 32 bytes are always given.
        let _ = from.expand(what, &mut bytes);
        bytes
    };
    (cipher::hex(&part(b"veven/kept-answers/place")), Secret::new(part(b"veven/kept-answers/key")))
}

impl KeptAnswers for Store {
    fn keep_answers(
        &self,
        code: &str,
        answers: &[u8],
        today: Date,
        until: Date,
    ) -> Later<'_, Result<(), ArchiveError>> {
        let (id, key) = derived(&self.municipality, code);
        let sealed = cipher::seal(&key, &[&*self.municipality, &*id], answers);
        let municipality = std::sync::Arc::clone(&self.municipality);
        Box::pin(async move {
            let sealed = sealed.map_err(ArchiveError::Unavailable)?;
            let work = move |connection: &rusqlite::Connection, _: &mut crate::writer::Head| {
                let (today, until) = (today.to_string(), until.to_string());
                connection
                    .prepare_cached(sql::FORGET_OLD_ANSWERS)?
                    .execute(params![&*municipality, today])?;
                connection.prepare_cached(sql::KEEP_ANSWERS)?.execute(params![
                    &*municipality,
                    id,
                    until,
                    sealed
                ])?;
                Ok::<(), StoreError>(())
            };
            Ok(self.write_now(Box::new(work)).await?)
        })
    }

    fn kept_answers(&self, code: &str, today: Date) -> Later<'_, Result<Option<Vec<u8>>, ArchiveError>> {
        let (id, key) = derived(&self.municipality, code);
        let found: Result<Option<String>, StoreError> = self.read(|connection| {
            let row = params![&*self.municipality, id, today.to_string()];
            Ok(connection.prepare_cached(sql::KEPT_ANSWERS)?.query_row(row, |row| row.get(0)).optional()?)
        });
        let opened = found.map(|sealed| {
            let sealed = sealed?;
            cipher::open(&key, &[&*self.municipality, &*id], &sealed).map(|clear| clear.expose().clone())
        });
        crate::archive::ready(opened)
    }

    fn forget_answers(&self, code: &str) -> Later<'_, Result<(), ArchiveError>> {
        let (id, _) = derived(&self.municipality, code);
        let municipality = std::sync::Arc::clone(&self.municipality);
        Box::pin(async move {
            let work = move |connection: &rusqlite::Connection, _: &mut crate::writer::Head| {
                connection.prepare_cached(sql::FORGET_ANSWERS)?.execute(params![&*municipality, id])?;
                Ok::<(), StoreError>(())
            };
            Ok(self.write_now(Box::new(work)).await?)
        })
    }
}
