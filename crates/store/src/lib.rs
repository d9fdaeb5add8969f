//! Keeps entries, journal, lists, directory and sessions, in one SQLite file.
//!
//! An acknowledged write is on disk (`WAL`, `synchronous=FULL`): it survives `kill -9` and a power cut.
//! Entries and journal are only ever added to. Lists are derived in the same transaction and can be rebuilt.
//! Nothing here decides who may see what: dossiers leave sealed, and only `access` opens them.

mod archive;
pub mod chain;
mod lists;
mod lock;
pub mod sql;
mod writer;

use access::{Directory, Helper, Line, Sealed, Service};
use chain::{Kept, Verdict};
use dossier::{Dossier, Entry, FamilyId, Lists, ThingId};
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use quick_cache::sync::Cache;
use rusqlite::{Connection, OptionalExtension, params};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, RwLock};
use writer::{Head, Work, Writer};

/// Why the store could not do something. No text holds content.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody wrote to the dossier after it was read.
    #[error("the dossier has moved on")]
    Moved,
    /// It was done before, under the same key.
    #[error("done before")]
    DoneBefore(ThingId),
    /// The key was used for something else.
    #[error("the key was used for something else")]
    KeyReused,
    /// The engine refused.
    #[error("database: {0}")]
    Database(#[from] rusqlite::Error),
    /// A row cannot be read; its id, never its content.
    #[error("row {0} is damaged")]
    Damaged(String),
    /// The file belongs to a newer program, another municipality, or another process.
    #[error("{0}")]
    Unusable(String),
    /// The store cannot be reached.
    #[error("not available: {0}")]
    Unavailable(String),
}

/// The version of the tables that this program knows.
const SCHEMA_VERSION: &str = "1";
/// Dossiers kept decoded, counted in entries. A busy municipality's families of a day fit.
const CACHED_ENTRIES: u64 = 400_000;

#[derive(Clone)]
struct ByEntries;

impl quick_cache::Weighter<FamilyId, Arc<Dossier>> for ByEntries {
    fn weight(&self, _: &FamilyId, dossier: &Arc<Dossier>) -> u64 {
        dossier.version() + 1
    }
}

/// One municipality's store.
pub struct Store {
    municipality: Arc<str>,
    path: PathBuf,
    writer: Writer,
    readers: Mutex<Vec<Connection>>,
    dossiers: Cache<FamilyId, Arc<Dossier>, ByEntries>,
    directory: RwLock<Arc<Directory>>,
    identity_key: [u8; 32],
    _lock: lock::Lock,
}

fn connect(path: &Path, writes: bool) -> Result<Connection, StoreError> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.execute_batch(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; \
         PRAGMA cell_size_check=ON; PRAGMA secure_delete=ON;",
    )?;
    if !writes {
        connection.execute_batch("PRAGMA query_only=ON; PRAGMA cache_size=-2000;")?;
    }
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

impl Store {
    /// Opens a municipality's store, making the file when it is not there. `identity_key` keys the hashes of
    /// national identity numbers.
    ///
    /// # Errors
    /// The file cannot be used, belongs to a newer program, or another process has it open.
    pub fn open(path: &Path, municipality: &str, identity_key: [u8; 32]) -> Result<Self, StoreError> {
        let lock = lock::Lock::take(path)?;
        let connection = connect(path, true)?;
        for statement in sql::SCHEMA {
            connection.execute_batch(statement)?;
        }
        let found: Option<String> =
            connection.query_row(sql::META, params![municipality, "schema"], |row| row.get(0)).optional()?;
        match found.as_deref() {
            None => {
                connection.execute(sql::SET_META, params![municipality, "schema", SCHEMA_VERSION])?;
            }
            Some(SCHEMA_VERSION) => {}
            Some(other) => {
                return Err(StoreError::Unusable(format!(
                    "`{}` was made by a newer program (tables of version {other}, this program knows {SCHEMA_VERSION}); use that program",
                    path.display()
                )));
            }
        }
        let head = connection
            .query_row(sql::JOURNAL_HEAD, params![municipality], |row| {
                Ok(Head { seq: row.get(0)?, hash: row.get(1)? })
            })
            .optional()?
            .unwrap_or(Head { seq: 0, hash: chain::START.into() });
        let directory = load_directory(&connection, municipality)?;
        Ok(Self {
            municipality: municipality.into(),
            path: path.into(),
            writer: Writer::start(connection, head)?,
            readers: Mutex::new(Vec::new()),
            dossiers: Cache::with_weighter(20_000, CACHED_ENTRIES, ByEntries),
            directory: RwLock::new(Arc::new(directory)),
            identity_key,
            _lock: lock,
        })
    }

    /// Runs a read on a connection of its own.
    fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let free = self.readers.lock().map_err(|_| StoreError::Unavailable("poisoned".into()))?.pop();
        let connection = match free {
            Some(connection) => connection,
            None => connect(&self.path, false)?,
        };
        let answer = work(&connection);
        if let Ok(mut readers) = self.readers.lock() {
            readers.push(connection);
        }
        answer
    }

    /// A note about the store itself, such as that it holds a demo.
    ///
    /// # Errors
    /// The store is not available.
    pub fn meta(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.read(|connection| {
            Ok(connection
                .prepare_cached(sql::META)?
                .query_row(params![&*self.municipality, name], |row| row.get(0))
                .optional()?)
        })
    }

    /// Writes a note about the store itself.
    ///
    /// # Errors
    /// The store is not available.
    pub fn set_meta(&self, name: &str, value: &str) -> Result<(), StoreError> {
        let (municipality, name, value) = (Arc::clone(&self.municipality), name.to_owned(), value.to_owned());
        self.writer.write_blocking(Box::new(move |connection, _| {
            connection.execute(sql::SET_META, params![&*municipality, name, value])?;
            Ok(())
        }))
    }

    /// Keyed hash of a national identity number: the same number gives the same hash here and nowhere else.
    pub fn identity(&self, number: &str) -> String {
        let mut mac = Hmac::<sha2::Sha256>::new_from_slice(&self.identity_key)
            .unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
        mac.update(number.as_bytes());
        mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The dossier as it stands, from memory when nothing was written since.
    pub(crate) fn load(&self, family: FamilyId) -> Result<Option<Arc<Dossier>>, StoreError> {
        let id = family.to_string();
        self.read(|connection| self.load_on(connection, family, &id))
    }

    fn load_on(
        &self,
        connection: &Connection,
        family: FamilyId,
        id: &str,
    ) -> Result<Option<Arc<Dossier>>, StoreError> {
        let seq: Option<i64> = connection
            .prepare_cached(sql::FAMILY_SEQ)?
            .query_row(params![&*self.municipality, id], |row| row.get(0))
            .optional()?;
        let Some(seq) = seq else { return Ok(None) };
        if let Some(known) = self.dossiers.get(&family).filter(|known| known.version() == seq as u64) {
            return Ok(Some(known));
        }
        let dossier = Arc::new(read_dossier(connection, &self.municipality, family)?);
        self.dossiers.insert(family, Arc::clone(&dossier));
        Ok(Some(dossier))
    }

    /// Adds many families at once, with the journal lines that say so: for imports and demo data. The families
    /// must be new.
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
                let added = connection.prepare_cached(sql::NEW_FAMILY)?.execute(params![
                    &*municipality,
                    id,
                    dossier.version() as i64
                ])?;
                if added == 0 {
                    // Written before anything was checked: the transaction must go.
                    return Err(StoreError::Database(rusqlite::Error::StatementChangedRows(0)));
                }
                add_entries(connection, &municipality, &id, dossier.entries())?;
                lists::write(connection, &municipality, &id, &Lists::default(), lists)?;
            }
            add_lines(connection, head, &municipality, &lines)
        }))
    }

    /// Writes services and helpers, each as a new version.
    ///
    /// # Errors
    /// The store is not available.
    pub fn save_directory(
        &self,
        services: &[Service],
        helpers: &[Helper],
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let body =
            |value: serde_json::Result<String>| value.map_err(|_| StoreError::Damaged("directory".into()));
        let services = services
            .iter()
            .map(|service| Ok((service.id.to_string(), body(serde_json::to_string(service))?)))
            .collect::<Result<Vec<_>, StoreError>>()?;
        let helpers = helpers
            .iter()
            .map(|helper| Ok((helper.id.to_string(), body(serde_json::to_string(helper))?)))
            .collect::<Result<Vec<_>, StoreError>>()?;
        let (municipality, at) = (Arc::clone(&self.municipality), instant(at));
        self.writer.write_blocking(Box::new(move |connection, _| {
            for (rows, statement) in [(&services, sql::ADD_SERVICE), (&helpers, sql::ADD_HELPER)] {
                for (id, body) in rows {
                    connection.prepare_cached(statement)?.execute(params![&*municipality, id, at, body])?;
                }
            }
            Ok(())
        }))?;
        let fresh = self.read(|connection| load_directory(connection, &self.municipality))?;
        *self.directory.write().map_err(|_| StoreError::Unavailable("poisoned".into()))? = Arc::new(fresh);
        Ok(())
    }

    /// All families.
    ///
    /// # Errors
    /// The store is not available.
    pub fn families(&self) -> Result<Vec<FamilyId>, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(sql::FAMILIES)?;
            let rows = statement.query_map(params![&*self.municipality], |row| row.get::<_, String>(0))?;
            rows.map(|row| parse(&row?)).collect()
        })
    }

    /// The family and thing that came from another system under a key, or that has an identity hash.
    ///
    /// # Errors
    /// The store is not available.
    pub fn by_source(&self, key: &str) -> Result<Vec<(FamilyId, ThingId)>, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(sql::BY_SOURCE)?;
            let rows = statement.query_map(params![&*self.municipality, key], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
            })?;
            rows.map(|row| {
                row.map_err(StoreError::from)
                    .and_then(|(family, thing)| Ok((parse(&family)?, parse(&thing)?)))
            })
            .collect()
        })
    }

    /// A family's dossier, sealed; for the program's own work (import).
    ///
    /// # Errors
    /// The store is not available.
    pub fn sealed(&self, family: FamilyId) -> Result<Option<Sealed<Dossier>>, StoreError> {
        Ok(self.load(family)?.map(Sealed::new))
    }

    /// Compares the lists of every family with what its entries give; mends them when asked to. Answers how many
    /// families were looked at, and how many differed.
    ///
    /// # Errors
    /// The store is not available.
    pub fn rebuild(&self, mend: bool) -> Result<(usize, usize), StoreError> {
        let families = self.families()?;
        let mut differ = 0;
        for family in &families {
            let id = family.to_string();
            let (right, stands) = self.read(|connection| {
                let dossier = read_dossier(connection, &self.municipality, *family)?;
                Ok((dossier::lists(&dossier), lists::fingerprint(connection, &self.municipality, &id)?))
            })?;
            if lists::fingerprint_of(&right) == stands {
                continue;
            }
            differ += 1;
            if mend {
                let municipality = Arc::clone(&self.municipality);
                self.writer.write_blocking(Box::new(move |connection, _| {
                    lists::replace(connection, &municipality, &id, &right)
                }))?;
            }
        }
        Ok((families.len(), differ))
    }

    /// Checks the journal's chain, and that the file itself is sound.
    ///
    /// # Errors
    /// The store is not available.
    pub fn verify_journal(&self) -> Result<Verdict, StoreError> {
        self.read(|connection| verify_journal(connection, &self.municipality))
    }

    /// Checks the file with the engine's own means.
    ///
    /// # Errors
    /// The store is not available, or the file is damaged.
    pub fn integrity(&self) -> Result<(), StoreError> {
        self.read(|connection| {
            let found: String = connection.query_row("PRAGMA quick_check", [], |row| row.get(0))?;
            if found == "ok" { Ok(()) } else { Err(StoreError::Unusable(found)) }
        })
    }

    /// Number of entries.
    ///
    /// # Errors
    /// The store is not available.
    pub fn count_entries(&self) -> Result<i64, StoreError> {
        self.read(|connection| {
            Ok(connection.query_row(sql::COUNT_ENTRIES, params![&*self.municipality], |row| row.get(0))?)
        })
    }

    fn write_now(&self, work: Work) -> impl Future<Output = Result<(), StoreError>> + '_ {
        self.writer.write(work)
    }
}

/// Checks the journal's chain in a store file, also in a backup while the program does not run.
///
/// # Errors
/// The file cannot be read.
pub fn verify_journal_of(path: &Path, municipality: &str) -> Result<Verdict, StoreError> {
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY | rusqlite::OpenFlags::SQLITE_OPEN_NO_MUTEX;
    verify_journal(&Connection::open_with_flags(path, flags)?, municipality)
}

fn verify_journal(connection: &Connection, municipality: &str) -> Result<Verdict, StoreError> {
    let mut statement = connection.prepare(sql::JOURNAL)?;
    let rows = statement.query_map(params![municipality], |row| {
        let line = Kept {
            seq: row.get(0)?,
            at: row.get(1)?,
            actor: row.get(2)?,
            role: row.get(3)?,
            service: row.get(4)?,
            act: row.get(5)?,
            families: row.get(6)?,
            categories: row.get(7)?,
            ground: row.get(8)?,
            outcome: row.get(9)?,
            request: row.get(10)?,
        };
        Ok((line, row.get(11)?))
    })?;
    let mut failed = None;
    let verdict = chain::verify(rows.map_while(|row| row.map_err(|error| failed = Some(error)).ok()));
    failed.map_or(Ok(verdict), |error| Err(error.into()))
}

fn load_directory(connection: &Connection, municipality: &str) -> Result<Directory, StoreError> {
    fn rows<T: serde::de::DeserializeOwned>(
        connection: &Connection,
        statement: &'static str,
        municipality: &str,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = connection.prepare(statement)?;
        let bodies = statement.query_map(params![municipality], |row| row.get::<_, String>(0))?;
        bodies
            .map(|body| serde_json::from_str(&body?).map_err(|_| StoreError::Damaged("directory".into())))
            .collect()
    }
    // Versions come in their order, so the last one of each id is the one that stays.
    Ok(Directory::new(
        rows(connection, sql::SERVICES, municipality)?,
        rows(connection, sql::HELPERS, municipality)?,
    ))
}

fn read_dossier(
    connection: &Connection,
    municipality: &str,
    family: FamilyId,
) -> Result<Dossier, StoreError> {
    let mut statement = connection.prepare_cached(sql::ENTRIES)?;
    let mut rows = statement.query(params![municipality, family.to_string()])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        let body = row.get_ref(0)?.as_str().map_err(|_| StoreError::Damaged(family.to_string()))?;
        entries.push(serde_json::from_str(body).map_err(|_| StoreError::Damaged(family.to_string()))?);
    }
    Ok(Dossier::fold(family, entries))
}

/// Gives entries their place in the family's list.
fn numbered(after: u64, entries: Vec<Entry>) -> Vec<Entry> {
    entries.into_iter().zip(after + 1..).map(|(entry, seq)| Entry { seq, ..entry }).collect()
}

fn add_entries<'a>(
    connection: &Connection,
    municipality: &str,
    family: &str,
    entries: impl Iterator<Item = &'a Entry>,
) -> Result<(), StoreError> {
    let mut add = connection.prepare_cached(sql::ADD_ENTRY)?;
    for entry in entries {
        let body = serde_json::to_string(entry).map_err(|_| StoreError::Damaged(family.into()))?;
        let thing = entry.thing.to_string();
        add.execute(params![municipality, family, entry.seq as i64, thing, entry.version, body])?;
    }
    Ok(())
}

fn add_lines(
    connection: &Connection,
    head: &mut Head,
    municipality: &str,
    lines: &[Line],
) -> Result<(), StoreError> {
    for line in lines {
        let words = |codes: Vec<String>| codes.join(" ");
        let families: Vec<String> = line.families.iter().map(ToString::to_string).collect();
        let kept = Kept {
            seq: head.seq + 1,
            at: instant(line.visit.moment.at),
            actor: line.visit.actor.to_string(),
            role: line.visit.role.code().into(),
            service: line.visit.service.map(|service| service.to_string()),
            act: line.act.into(),
            categories: words(line.categories.iter().map(|category| category.code().to_owned()).collect()),
            ground: line.ground.into(),
            outcome: line.outcome.code().into(),
            request: format!("{:016x}", line.visit.request),
            families: families.join(" "),
        };
        let hash = kept.hash(&head.hash);
        connection.prepare_cached(sql::ADD_LINE)?.execute(params![
            municipality,
            kept.seq,
            kept.at,
            kept.actor,
            kept.role,
            kept.service,
            kept.act,
            kept.families,
            kept.categories,
            kept.ground,
            kept.outcome,
            kept.request,
            hash
        ])?;
        let mut add_family = connection.prepare_cached(sql::ADD_LINE_FAMILY)?;
        for family in &families {
            add_family.execute(params![municipality, family, kept.seq])?;
        }
        *head = Head { seq: kept.seq, hash };
    }
    Ok(())
}

/// An instant as text of fixed width, so that text order is time order.
pub(crate) fn instant(at: Timestamp) -> String {
    format!("{at:.6}")
}

pub(crate) fn parse<T: std::str::FromStr>(text: &str) -> Result<T, StoreError> {
    text.parse().map_err(|_| StoreError::Damaged(text.chars().take(12).collect()))
}
