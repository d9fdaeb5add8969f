//! Looking into a store file from outside: a backup, or a store that another program has open. Read only.

use crate::anchor::Anchor;
use crate::chain::Verdict;
use crate::{StoreError, sql, verify_journal};
use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags, OptionalExtension, params};
use std::path::Path;

fn open(path: &Path) -> Result<Connection, StoreError> {
    Ok(Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?)
}

/// Whose store a file is; nobody's when nothing has been written yet.
///
/// # Errors
/// The file cannot be read.
pub fn municipalities_of(path: &Path) -> Result<Vec<String>, StoreError> {
    let connection = open(path)?;
    if !connection.table_exists(None, "meta")? {
        return Ok(Vec::new());
    }
    let mut statement = connection.prepare(sql::MUNICIPALITIES)?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Checks the journal's chain in a store file.
///
/// # Errors
/// The file cannot be read.
pub fn verify_journal_of(path: &Path, municipality: &str) -> Result<Verdict, StoreError> {
    verify_journal(&open(path)?, municipality)
}

/// The hash of one line of the journal, to be compared with an anchor that was kept elsewhere.
///
/// # Errors
/// The file cannot be read.
pub fn line_hash_of(path: &Path, municipality: &str, line: i64) -> Result<Option<String>, StoreError> {
    let row = params![municipality, line];
    Ok(open(path)?.query_row(sql::LINE_HASH, row, |row| row.get(0)).optional()?)
}

/// The hashes of all lines of the journal in a store file, in their order.
///
/// # Errors
/// The file cannot be read.
pub fn line_hashes_of(path: &Path, municipality: &str) -> Result<Vec<String>, StoreError> {
    let connection = open(path)?;
    let mut statement = connection.prepare(sql::JOURNAL_HASHES)?;
    let rows = statement.query_map(params![municipality], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The anchor of the journal in a store file, to be kept elsewhere. Nothing when the journal is not whole: what
/// is wrong today must not be what tomorrow is compared with.
///
/// # Errors
/// The file cannot be read.
pub fn anchor_of(path: &Path, municipality: &str, made: Timestamp) -> Result<Option<Anchor>, StoreError> {
    let Verdict::Whole { lines, .. } = verify_journal_of(path, municipality)? else { return Ok(None) };
    let mut hashes = line_hashes_of(path, municipality)?;
    // Others may have written meanwhile; what was verified is what is anchored.
    hashes.truncate(usize::try_from(lines).unwrap_or_default());
    Ok(Some(Anchor { municipality: municipality.into(), made: crate::instant(made), hashes }))
}

/// A note in a store file, such as that it holds a demo.
///
/// # Errors
/// The file cannot be read.
pub fn meta_of(path: &Path, municipality: &str, name: &str) -> Result<Option<String>, StoreError> {
    let connection = open(path)?;
    if !connection.table_exists(None, "meta")? {
        return Ok(None);
    }
    Ok(connection.query_row(sql::META, params![municipality, name], |row| row.get(0)).optional()?)
}

/// Whether no program has a store file open.
///
/// # Errors
/// Another program has it open; the text says so.
pub fn is_free(path: &Path) -> Result<(), StoreError> {
    crate::lock::Lock::take(path).map(drop)
}
