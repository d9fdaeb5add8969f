//! Bringing in what others have: families, and directories of services. A look first; `--commit` takes it in.

mod families;
pub mod practice;
mod report;
mod services;

pub use families::run as families;
pub use services::run as services;

use anyhow::{Context, bail};
use clap::ValueEnum;
use std::path::Path;
use web::Lang;

/// The language in which faults are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Language {
    /// Bokmål.
    #[default]
    Nb,
    /// Nynorsk.
    Nn,
    /// English.
    En,
}

impl Language {
    const fn lang(self) -> Lang {
        match self {
            Language::Nb => Lang::Nb,
            Language::Nn => Lang::Nn,
            Language::En => Lang::En,
        }
    }
}

/// A file with its name, as it was found.
type Sent = (String, Vec<u8>);

/// Largest file that is read.
const LARGEST: u64 = 512 * 1024 * 1024;

/// The files of a folder whose names end so, or the one file, in the order of their names.
fn files(path: &Path, endings: &[&str]) -> anyhow::Result<Vec<Sent>> {
    let shown = path.display();
    let mut paths = if path.is_dir() {
        let entries = std::fs::read_dir(path).with_context(|| format!("`{shown}` cannot be read"))?;
        entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?
    } else {
        vec![path.to_owned()]
    };
    let wanted = |path: &Path| {
        let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        path.is_file() && endings.iter().any(|ending| name.ends_with(ending))
    };
    paths.retain(|path| wanted(path));
    paths.sort();
    if paths.is_empty() {
        bail!("there is nothing to read in `{shown}` (looked for {})", endings.join(", "));
    }
    let read = |path: &std::path::PathBuf| {
        let shown = path.display();
        let size = std::fs::metadata(path).with_context(|| format!("`{shown}` cannot be read"))?.len();
        if size > LARGEST {
            bail!("`{shown}` is larger than {} MB; split it", LARGEST / (1024 * 1024));
        }
        let bytes = std::fs::read(path).with_context(|| format!("`{shown}` cannot be read"))?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok((name, bytes))
    };
    paths.iter().map(read).collect()
}

/// A random number, for ids.
fn random() -> u64 {
    crate::random::random()
}
