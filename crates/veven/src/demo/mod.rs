//! The demo municipality: made from a seed and a moment, kept afterwards, shown on this machine only.

mod chance;
mod desk;
mod generate;
mod heroes;
mod homes;
mod interpreters;
mod make;
mod names;
mod people;
mod personas;
mod research;
mod rights;
mod story;
mod themes;
mod town;
mod tries;
mod verbs;

#[cfg(test)]
mod questions;
#[cfg(test)]
mod tests;

use crate::cli;
use crate::folder::{self, Folder};
use crate::serve::{self, Serving};
use crate::settings::Given;
use anyhow::{Context, bail};
use dossier::Moment;
use jiff::{SignedDuration, Timestamp};
use std::path::Path;
use std::sync::Arc;

/// Families in the ordinary demo: as many as took part in the research behind.
pub const FAMILIES: u32 = 198;
/// The note that says for which moment a demo was made.
const MADE_FOR: &str = "demo-made-for";

/// Makes the demo when it is not there, and serves it.
///
/// # Errors
/// The folder holds something else, the address can be reached from others, or the store cannot be used.
pub fn run(asked: &cli::Demo) -> anyhow::Result<()> {
    let listen = serve::address(&asked.listen)?;
    if !listen.ip().is_loopback() {
        bail!(
            "a demonstration lets everybody be anybody, so it is shown on this machine only. Listen on 127.0.0.1"
        );
    }
    let path = folder::store_path(&asked.data);
    if path.exists() {
        only_demo(&path)?;
        if asked.reset {
            throw_away(&asked.data)?;
        }
    }
    let now = Timestamp::now();
    let there = path.exists();
    let folder = Folder::open(&asked.data, &lindvik())?;
    if !there {
        let at = asked.at.unwrap_or(now);
        make::make(&folder, asked.seed, Moment::of(at), asked.families)?;
        folder.store.set_meta(MADE_FOR, &at.to_string())?;
        // Written last: a demo that was interrupted while it was made is not taken for a whole one.
        folder.store.set_meta(folder::DEMO, &asked.seed.to_string())?;
    }
    if asked.only_make {
        return Ok(());
    }
    let begins = where_time_begins(&folder, asked.at, now)?;
    let ahead = begins.duration_since(now);
    let clock = Arc::new(move || Timestamp::now() + ahead);
    let personas = personas::read(&folder.store)?;
    serve::serve(&folder, &Serving { listen, public_address: None, clock, personas: Some(personas) })
}

fn lindvik() -> Given {
    Given {
        name: Some(town::NAME.into()),
        number: Some(town::NUMBER.into()),
        phone: Some(town::PHONE.into()),
        districts: town::DISTRICTS.map(str::to_owned).to_vec(),
    }
}

/// Real families are never shown in a demonstration, and never thrown away.
fn only_demo(path: &Path) -> anyhow::Result<()> {
    if store::meta_of(path, town::NUMBER, folder::DEMO)?.is_none() {
        bail!(
            "`{}` holds no demo, or one that was not finished. Choose another folder with --data",
            path.display()
        );
    }
    Ok(())
}

fn throw_away(data: &Path) -> anyhow::Result<()> {
    let store = folder::store_path(data);
    // Whoever serves it must have stopped.
    store::is_free(&store)?;
    for end in ["db", "db-wal", "db-shm"] {
        let file = store.with_extension(end);
        if file.exists() {
            std::fs::remove_file(&file).with_context(|| format!("`{}` cannot be removed", file.display()))?;
        }
    }
    Ok(())
}

/// Where the clock begins: where it is asked for, but never before something that has been written.
fn where_time_begins(folder: &Folder, asked: Option<Timestamp>, now: Timestamp) -> anyhow::Result<Timestamp> {
    let made_for: Option<Timestamp> = folder.store.meta(MADE_FOR)?.and_then(|text| text.parse().ok());
    if let (Some(asked), Some(made_for)) = (asked, made_for)
        && asked < made_for - SignedDuration::from_hours(24)
    {
        bail!(
            "this demo was made for {made_for}, and cannot be shown on an earlier day. Make it anew with --reset"
        );
    }
    let last = folder.store.last_line_at()?;
    let begins = asked.unwrap_or(now);
    Ok(made_for.into_iter().chain(last).fold(begins, Timestamp::max))
}
