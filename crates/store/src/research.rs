//! What research has been given: one record for each export, and which families were in it. Never what was told.

use crate::keys::Pseudonyms;
use crate::{Store, StoreError, add_lines, sql};
use access::Line;
use access::research::ResearchExport;
use dossier::FamilyId;
use rusqlite::{Connection, params};
use std::sync::Arc;

impl Store {
    /// The pseudonyms of one decision, and the number of the root key that they follow from. After that key has been
    /// rotated out, the same decision gives other pseudonyms.
    pub fn pseudonyms(&self, decision: &str) -> (Pseudonyms, u32) {
        let keys = self.vault.keys.active();
        (keys.pseudonyms(&self.municipality, decision), keys.root)
    }

    /// Keeps that an export was made, with the families that are in it and their journal lines, in one transaction.
    /// When it answers, it is on disk; only then is the file handed out.
    ///
    /// # Errors
    /// The store is not available; nothing was written.
    pub fn keep_export(
        &self,
        export: &ResearchExport,
        families: &[FamilyId],
        lines: Vec<Line>,
    ) -> Result<(), StoreError> {
        let body = serde_json::to_string(export).map_err(|_| StoreError::Damaged("export".into()))?;
        let families: Vec<String> = families.iter().map(ToString::to_string).collect();
        let municipality = Arc::clone(&self.municipality);
        self.writer.write_blocking(Box::new(move |connection, head| {
            let number: i64 = connection
                .prepare_cached(sql::NEXT_EXPORT)?
                .query_row(params![&*municipality], |row| row.get(0))?;
            connection.prepare_cached(sql::ADD_EXPORT)?.execute(params![&*municipality, number, body])?;
            for family in &families {
                let row = params![&*municipality, family, number];
                connection.prepare_cached(sql::ADD_TO_EXPORT)?.execute(row)?;
            }
            add_lines(connection, head, &municipality, &lines)
        }))
    }
}

/// What research has been given, the latest first; and whether this family was in it.
pub fn exports(
    connection: &Connection,
    municipality: &str,
    family: Option<FamilyId>,
) -> Result<Vec<(ResearchExport, bool)>, StoreError> {
    let mut with: Vec<i64> = Vec::new();
    if let Some(family) = family {
        let mut statement = connection.prepare_cached(sql::EXPORTS_WITH)?;
        let rows = statement.query_map(params![municipality, family.to_string()], |row| row.get(0))?;
        with = rows.collect::<Result<_, _>>()?;
    }
    let mut statement = connection.prepare_cached(sql::EXPORTS)?;
    let mut rows = statement.query(params![municipality])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (number, body): (i64, String) = (row.get(0)?, row.get(1)?);
        let export = serde_json::from_str(&body).map_err(|_| StoreError::Damaged("export".into()))?;
        found.push((export, with.contains(&number)));
    }
    Ok(found)
}
