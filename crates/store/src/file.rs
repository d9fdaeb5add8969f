//! Opening the file: how its connections behave, and its tables.

use crate::{StoreError, sql};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use std::path::Path;
use std::time::Duration;

/// The version of the tables that this program knows.
const SCHEMA_VERSION: &str = "2";
/// How long another process that reads the file, such as a backup, may hold a write up.
const PATIENCE: Duration = Duration::from_secs(5);

/// A connection. With `synchronous=NORMAL` acknowledged writes were lost at simulated power cuts; `FULL` loses
/// none. What is deleted (lists, sessions) is overwritten, and the log beside the file does not stay large after
/// an import. Twelve thousand pages of log (48 MB, read at a start after a crash in a tenth of a second) are
/// moved into the file at a time: the pages at the journal's end are in it hundreds of times, and moved once.
pub fn connect(path: &Path, writes: bool) -> Result<Connection, StoreError> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(PATIENCE)?;
    connection.execute_batch(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; \
         PRAGMA cell_size_check=ON; PRAGMA secure_delete=ON; PRAGMA journal_size_limit=67108864; PRAGMA wal_autocheckpoint=12000;",
    )?;
    // A plan that was made once holds: otherwise SQLite makes a statement anew each time that a day in it is another.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // Jobs that share a transaction have a savepoint each. What one of them would restore lies in memory: in a file it
    // doubled what a write costs. So do the pages of a day's families, which would be read again for each write.
    let own = if writes {
        "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-8000;"
    } else {
        "PRAGMA query_only=ON; PRAGMA cache_size=-2000;"
    };
    connection.execute_batch(own)?;
    // All of them, and the words that begin and end transactions.
    connection.set_prepared_statement_cache_capacity(sql::ALL.len() + 8);
    Ok(connection)
}

/// Makes the tables, all or none of them; those of an older program become today's. A file with tables of a newer
/// program is not touched.
pub fn prepare(connection: &mut Connection, path: &Path, municipality: &str) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: Option<String> = if transaction.table_exists(None, "meta")? {
        transaction.query_row(sql::META, params![municipality, "schema"], |row| row.get(0)).optional()?
    } else {
        None
    };
    match found.as_deref() {
        None | Some(SCHEMA_VERSION) => {}
        Some("1") => {
            for statement in sql::FROM_1_TO_2 {
                transaction.execute_batch(statement)?;
            }
        }
        Some(found) => {
            return Err(StoreError::Unusable(format!(
                "`{}` was made by a newer program (tables of version {found}, this program knows {SCHEMA_VERSION}); use that program",
                path.display()
            )));
        }
    }
    for statement in sql::SCHEMA {
        transaction.execute_batch(statement)?;
    }
    if found.as_deref() != Some(SCHEMA_VERSION) {
        transaction.execute(sql::SET_META, params![municipality, "schema", SCHEMA_VERSION])?;
    }
    transaction.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setting(connection: &Connection, name: &str) -> String {
        connection
            .query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, rusqlite::types::Value>(0))
            .map(|value| format!("{value:?}"))
            .unwrap()
    }

    #[test]
    fn a_write_is_synchronised_with_the_disk_before_it_is_acknowledged() {
        let folder = tempfile::tempdir().unwrap();
        let connection = connect(&folder.path().join("db"), true).unwrap();
        assert_eq!(setting(&connection, "journal_mode"), "Text(\"wal\")");
        assert_eq!(setting(&connection, "synchronous"), "Integer(2)", "2 is FULL");
        assert_eq!(setting(&connection, "foreign_keys"), "Integer(1)");
        assert_eq!(setting(&connection, "secure_delete"), "Integer(1)");
    }

    #[test]
    fn a_connection_that_reads_cannot_write() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("db");
        prepare(&mut connect(&path, true).unwrap(), &path, "4299").unwrap();
        let refused = connect(&path, false).unwrap().execute(sql::SET_META, params!["4299", "a", "b"]);
        assert!(refused.unwrap_err().to_string().contains("readonly"));
    }

    #[test]
    fn a_file_of_a_newer_program_is_refused_and_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("db");
        let mut connection = connect(&path, true).unwrap();
        prepare(&mut connection, &path, "4299").unwrap();
        connection.execute(sql::SET_META, params!["4299", "schema", "3"]).unwrap();
        connection.execute_batch("DROP TABLE session").unwrap();
        let refused = prepare(&mut connection, &path, "4299").unwrap_err().to_string();
        assert!(refused.contains("newer program"), "{refused}");
        assert!(!connection.table_exists(None, "session").unwrap());
    }
}
