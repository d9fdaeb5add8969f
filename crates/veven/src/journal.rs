//! Looking after the journal: is it whole, is it the one that was anchored, and writing the anchor.

use crate::check::whole;
use crate::cli;
use crate::folder;
use crate::say::line;
use anyhow::{Context, bail};
use jiff::Timestamp;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use store::anchor::{Anchor, Differs};

/// Which store file is meant, and whose it is.
fn which(data: Option<&Path>, file: Option<&Path>) -> anyhow::Result<(PathBuf, String)> {
    let path = match (file, data) {
        (Some(file), _) => file.to_owned(),
        (None, Some(data)) => folder::store_path(data),
        (None, None) => bail!("say which journal: --data DIR or --file PATH"),
    };
    if !path.exists() {
        bail!("there is no file `{}`", path.display());
    }
    let known = store::municipalities_of(&path)?;
    let [municipality] = known.as_slice() else {
        bail!("`{}` is not the store of one municipality", path.display());
    };
    let municipality = municipality.clone();
    Ok((path, municipality))
}

/// Checks the journal alone, in a data folder or in a copy of a store. Answers whether it is whole, and the one
/// that was anchored.
///
/// # Errors
/// The file cannot be read, or the anchor cannot be understood.
pub fn verify(asked: &cli::Verify) -> anyhow::Result<bool> {
    let (path, municipality) = which(asked.data.as_deref(), asked.file.as_deref())?;
    let mut well = true;
    match whole(store::verify_journal_of(&path, &municipality)?) {
        Ok(found) => line(format_args!("The journal is whole: {found}")),
        Err(fault) => {
            well = false;
            line(format_args!("The journal is NOT whole: {fault:#}"));
        }
    }
    if let Some(anchor) = &asked.anchor {
        well &= holds_line(&path, &municipality, anchor)?;
    }
    if let Some(file) = &asked.against {
        well &= holds_anchor(&path, &municipality, file)?;
    }
    Ok(well)
}

/// Whether a line has the hash that was noted.
fn holds_line(path: &Path, municipality: &str, anchor: &str) -> anyhow::Result<bool> {
    let (number, wanted) = anchor.split_once(':').context("write the anchor as NUMBER:HASH")?;
    let number: i64 = number.trim().parse().context("write the anchor as NUMBER:HASH")?;
    let found = store::line_hash_of(path, municipality, number)?;
    let holds = found.as_deref() == Some(wanted.trim());
    match found {
        Some(_) if holds => line(format_args!("Line {number} is the one that was anchored.")),
        Some(found) => {
            line(format_args!("Line {number} is NOT the one that was anchored: its hash is {found}"));
        }
        None => line(format_args!("Line {number} is gone: the journal has been cut")),
    }
    Ok(holds)
}

/// Whether all lines of an anchor are there as they were.
fn holds_anchor(path: &Path, municipality: &str, file: &Path) -> anyhow::Result<bool> {
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("the anchor `{}` cannot be read", file.display()))?;
    let anchor = match Anchor::parse(&text) {
        Ok(anchor) => anchor,
        Err(fault) => {
            line(format_args!("The anchor `{}` is NOT usable: {fault}", file.display()));
            return Ok(false);
        }
    };
    if anchor.municipality != municipality {
        bail!("the anchor `{}` is of municipality {}", file.display(), anchor.municipality);
    }
    let made = &anchor.made;
    match anchor.compare(store::line_hashes_of(path, municipality)?) {
        Ok(()) => {
            line(format_args!("All {} lines of the anchor from {made} are as they were.", anchor.lines()));
            Ok(true)
        }
        Err(Differs::Line(number)) => {
            line(format_args!("Line {number} is NOT as it was when it was anchored on {made}"));
            Ok(false)
        }
        Err(Differs::Cut { lines, anchored }) => {
            line(format_args!(
                "The journal has been CUT: {anchored} lines were there on {made}, and {lines} are left"
            ));
            Ok(false)
        }
    }
}

/// Writes the journal's anchor into a new file. Answers whether the journal was whole.
///
/// # Errors
/// The journal cannot be read, or the file is there already or cannot be written.
pub fn export(asked: &cli::Export) -> anyhow::Result<bool> {
    let (path, municipality) = which(asked.data.as_deref(), asked.file.as_deref())?;
    let Some(anchor) = store::anchor_of(&path, &municipality, Timestamp::now())? else {
        line(format_args!("The journal is NOT whole, so it gets no anchor. See: veven journal verify"));
        return Ok(false);
    };
    let fault = || format!("the anchor `{}` cannot be written", asked.to.display());
    // An anchor is never written over another: that is what it is for.
    let mut file = File::create_new(&asked.to).with_context(fault)?;
    file.write_all(anchor.to_string().as_bytes()).with_context(fault)?;
    file.sync_all().with_context(fault)?;
    line(format_args!("Written to {}: {} lines, head {}", asked.to.display(), anchor.lines(), anchor.head()));
    Ok(true)
}
