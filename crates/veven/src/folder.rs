//! A data folder, opened: settings, key, rules and store.

use crate::key;
use crate::settings::{Given, Settings};
use anyhow::{Context, bail};
use dossier::{Guide, Moment, Processing, Rules};
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Ring, Store};

/// Name of the store's file in the data folder.
pub const STORE: &str = "veven.db";
/// A file that goes before the rules that the program carries.
const RULES: &str = "rules.json";
/// The rules that the program carries.
const SHIPPED: &str = include_str!("../../../knowledge/services/rules.json");
/// For what information is used, and on which basis.
const PROCESSING: &str = include_str!("../../../knowledge/services/processing.json");
/// What the program knows about the duty to report, and about what identifies people.
const GUIDE: &str = include_str!("../../../knowledge/services/duty.json");
/// The note that says that a store holds a demo municipality.
pub const DEMO: &str = "demo";

/// Everything that a command needs of a data folder.
pub struct Folder {
    /// What the municipality decided.
    pub settings: Settings,
    /// The dated rules.
    pub rules: Arc<Rules>,
    /// The keys that the store was opened with.
    pub ring: Ring,
    /// Where they are.
    pub keys: key::Place,
    /// The store.
    pub store: Arc<Store>,
}

/// The rules of a data folder: its own file, or else the ones that the program carries.
///
/// # Errors
/// A rule without source, with overlapping dates, or not readable: with file and line.
pub fn rules(folder: &Path) -> anyhow::Result<Rules> {
    let own = folder.join(RULES);
    if !own.exists() {
        return Rules::parse(SHIPPED).context("the rules in the program");
    }
    let text =
        std::fs::read_to_string(&own).with_context(|| format!("`{}` cannot be read", own.display()))?;
    Rules::parse(&text).with_context(|| format!("`{}` cannot be used", own.display()))
}

/// What is known about the duty to report. National law, the same in every municipality.
///
/// # Errors
/// A list without source or with overlapping dates, or not readable.
pub fn guide() -> anyhow::Result<Guide> {
    Guide::parse(GUIDE).context("the guide to the duty to report in the program")
}

/// For what information is used. The record of a municipality that uses the program as it is.
///
/// # Errors
/// A kind of information without a use, a use without a basis, or not readable.
pub fn processing() -> anyhow::Result<Processing> {
    Processing::parse(PROCESSING).context("the record of processing in the program")
}

/// Makes the folder, for its owner alone, when it is not there.
fn make(folder: &Path) -> anyhow::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).with_context(|| format!("`{}` cannot be made", folder.display()))
}

impl Folder {
    /// Opens a data folder, making what is not there.
    ///
    /// # Errors
    /// Settings, key, rules or store cannot be used. The text says what to do.
    pub fn open(folder: &Path, given: &Given) -> anyhow::Result<Self> {
        make(folder)?;
        let path = folder.join(STORE);
        let rules = Arc::new(rules(folder)?);
        let settings = Settings::read(folder, given)?;
        let there = path.exists();
        if there {
            same_municipality(&path, &settings)?;
        }
        let keys = key::Place::of(folder, settings.keys.as_deref());
        let ring = key::read(folder, &keys, there, Moment::of(Timestamp::now()).today)?;
        if !there {
            make_private(&path)?;
        }
        let store = Arc::new(Store::open(&path, &settings.number, &ring)?);
        Ok(Self { settings, rules, ring, keys, store })
    }

    /// Opens a data folder that must be there.
    ///
    /// # Errors
    /// As [`Folder::open`], or there is no store in it.
    pub fn existing(folder: &Path) -> anyhow::Result<Self> {
        if !folder.join(STORE).exists() {
            bail!(
                "there is no Veven in `{folder}`: `{STORE}` is not there. Check the path, or make one: \
                 `veven serve --data {folder} --name …`",
                folder = folder.display()
            );
        }
        Self::open(folder, &Given::default())
    }

    /// Whether the store holds a demo municipality.
    ///
    /// # Errors
    /// The store is not available.
    pub fn is_demo(&self) -> anyhow::Result<bool> {
        Ok(self.store.meta(DEMO)?.is_some())
    }
}

/// Makes an empty file that its owner alone can read; the store gives its other files the same rights.
fn make_private(path: &Path) -> anyhow::Result<()> {
    let mut options = std::fs::File::options();
    options.create_new(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).with_context(|| format!("`{}` cannot be made", path.display()))?;
    Ok(())
}

/// Everything is stored under the municipality's number; another number would show an empty house.
fn same_municipality(path: &Path, settings: &Settings) -> anyhow::Result<()> {
    let known = store::municipalities_of(path)?;
    if known.is_empty() || known.contains(&settings.number) {
        return Ok(());
    }
    bail!(
        "`{}` belongs to municipality {}, and the settings say {}. Set the number back",
        path.display(),
        known.join(", "),
        settings.number
    )
}

/// The path of the store in a data folder.
pub fn store_path(folder: &Path) -> PathBuf {
    folder.join(STORE)
}
