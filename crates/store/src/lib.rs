//! Keeps entries, journal, lists, directory and sessions, in one SQLite file.
//!
//! An acknowledged write is on disk (`WAL`, `synchronous=FULL`): it survives `kill -9` and a power cut.
//! Entries and journal are only ever added to. Lists are derived in the same transaction and can be rebuilt.
//! Nothing here decides who may see what: dossiers leave sealed, and only `access` opens them.

pub mod anchor;
mod archive;
mod aside;
mod bulk;
mod cabinet;
pub mod chain;
mod file;
mod follow;
mod journal;
mod kept;
pub mod keys;
mod lists;
mod lock;
mod memory;
mod numbers;
mod research;
mod rotate;
pub mod sql;
mod vault;
mod writer;

use access::{Directory, Helper, Sealed, Service};
use chain::Verdict;
use dossier::{Dossier, Entry, FamilyId, ThingId};
use jiff::Timestamp;
use journal::{add_lines, verify as verify_journal};
use quick_cache::sync::Cache;
use rusqlite::{Connection, OptionalExtension, params};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, RwLock};
use writer::{Work, Writer};

pub use aside::{
    anchor_of, is_free, line_hash_of, line_hashes_of, meta_of, municipalities_of, verify_journal_of,
};
pub use keys::{Pseudonyms, Ring, RingFault, Secret};
pub use numbers::Numbered;
pub use rotate::Use;

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
    /// A family that was to be new is there already.
    #[error("family {0} is there already")]
    FamilyIsThere(FamilyId),
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

/// Dossiers kept decoded, counted in entries. A busy municipality's families of a day fit.
const CACHED_ENTRIES: u64 = 400_000;

/// Families whose lists are kept beside.
const KEPT_LISTS: usize = 500;

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
    /// The lists of those who were written in last.
    lists: Cache<FamilyId, Arc<archive::Derived>>,
    versions: Arc<memory::Versions>,
    reach: Arc<memory::Reach>,
    sessions: memory::Sessions,
    purposes: memory::Purposes,
    directory: RwLock<Arc<Directory>>,
    vault: Arc<vault::Vault>,
    _lock: lock::Lock,
}

impl Store {
    /// Opens a municipality's store, making the file when it is not there. What must not be read from the file is
    /// sealed with the keys of the ring.
    ///
    /// # Errors
    /// The file cannot be used, belongs to a newer program, or another process has it open.
    pub fn open(path: &Path, municipality: &str, ring: &Ring) -> Result<Self, StoreError> {
        let lock = lock::Lock::take(path)?;
        let mut connection = file::connect(path, true)?;
        file::prepare(&mut connection, path, municipality)?;
        let head = journal::head(&connection, municipality)?;
        let directory = load_directory(&connection, municipality)?;
        let municipality: Arc<str> = municipality.into();
        let vault = vault::Vault { municipality: Arc::clone(&municipality), keys: keys::Usable::of(ring) };
        Ok(Self {
            municipality,
            vault: Arc::new(vault),
            path: path.into(),
            writer: Writer::start(connection, head)?,
            readers: Mutex::new(Vec::new()),
            dossiers: Cache::with_weighter(20_000, CACHED_ENTRIES, ByEntries),
            lists: Cache::new(KEPT_LISTS),
            versions: Arc::default(),
            reach: Arc::default(),
            sessions: memory::Sessions::default(),
            purposes: memory::Purposes::default(),
            directory: RwLock::new(Arc::new(directory)),
            _lock: lock,
        })
    }

    /// Runs a read on a connection of its own. There are never more connections than threads that read at the
    /// same time, since nobody keeps one while waiting.
    fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let free = self.readers.lock().map_err(|_| StoreError::Unavailable("poisoned".into()))?.pop();
        let connection = match free {
            Some(connection) => connection,
            None => file::connect(&self.path, false)?,
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

    /// The dossier as it stands, from memory when nothing was written since.
    pub(crate) fn load(&self, family: FamilyId) -> Result<Option<Arc<Dossier>>, StoreError> {
        match self.remembered(family) {
            Some(known) => Ok(Some(known)),
            None => self.read(|connection| self.load_on(connection, family)),
        }
    }

    /// The dossier from memory, if it is known there that nothing was written since.
    fn remembered(&self, family: FamilyId) -> Option<Arc<Dossier>> {
        self.dossiers.get(&family).filter(|known| self.versions.stands_at(family, known.version()))
    }

    fn load_on(&self, connection: &Connection, family: FamilyId) -> Result<Option<Arc<Dossier>>, StoreError> {
        let id = family.to_string();
        let seq: Option<i64> = connection
            .prepare_cached(sql::FAMILY_SEQ)?
            .query_row(params![&*self.municipality, id], |row| row.get(0))?;
        let Some(seq) = seq else { return Ok(None) };
        self.versions.note(family, seq as u64);
        if let Some(known) = self.dossiers.get(&family).filter(|known| known.version() == seq as u64) {
            return Ok(Some(known));
        }
        let dossier = Arc::new(read_dossier(connection, &self.vault, family)?);
        self.dossiers.insert(family, Arc::clone(&dossier));
        Ok(Some(dossier))
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
        self.read_directory_again()
    }

    /// Puts services and helpers into memory as they stand in the file.
    pub(crate) fn read_directory_again(&self) -> Result<(), StoreError> {
        // Read while nobody else can put one there, so that the latest is the one that stays.
        let mut held = self.directory.write().map_err(|_| StoreError::Unavailable("poisoned".into()))?;
        *held = Arc::new(self.read(|connection| load_directory(connection, &self.municipality))?);
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

    /// The family and thing that came from another system under a key.
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

    /// Checks the journal's chain.
    ///
    /// # Errors
    /// The store is not available.
    pub fn verify_journal(&self) -> Result<Verdict, StoreError> {
        self.read(|connection| verify_journal(connection, &self.municipality))
    }

    /// When the last line of the journal was written; nothing in a new store.
    ///
    /// # Errors
    /// The store is not available.
    pub fn last_line_at(&self) -> Result<Option<Timestamp>, StoreError> {
        let found: Option<String> = self.read(|connection| {
            let row = params![&*self.municipality];
            Ok(connection.prepare_cached(sql::LAST_LINE_AT)?.query_row(row, |row| row.get(0)).optional()?)
        })?;
        found.map(|text| parse(&text)).transpose()
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
        self.writer.write(work, None)
    }
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
    vault: &vault::Vault,
    family: FamilyId,
) -> Result<Dossier, StoreError> {
    let id = family.to_string();
    let damaged = || StoreError::Damaged(id.clone());
    let mut statement = connection.prepare_cached(sql::ENTRIES)?;
    let mut rows = statement.query(params![&*vault.municipality, id])?;
    let mut entries: Vec<Entry> = Vec::new();
    while let Some(row) = rows.next()? {
        let body = row.get_ref(0)?.as_str().map_err(|_| damaged())?;
        entries.push(serde_json::from_str(body).map_err(|_| damaged())?);
    }
    vault.open(connection, &id, &mut entries)?;
    Ok(Dossier::fold(family, entries))
}

/// Gives entries their place in the family's list.
fn numbered(after: u64, entries: Vec<Entry>) -> Vec<Entry> {
    entries.into_iter().zip(after + 1..).map(|(entry, seq)| Entry { seq, ..entry }).collect()
}

/// An entry as it is kept.
fn body_of(entry: &Entry, family: &str) -> Result<String, StoreError> {
    serde_json::to_string(entry).map_err(|_| StoreError::Damaged(family.into()))
}

/// An instant as text of fixed width, so that text order is time order.
pub(crate) fn instant(at: Timestamp) -> String {
    format!("{at:.6}")
}

pub(crate) fn parse<T: std::str::FromStr>(text: &str) -> Result<T, StoreError> {
    text.parse().map_err(|_| StoreError::Damaged(text.chars().take(12).collect()))
}
