//! `veven keys`: which keys there are, and a new one in place of the old.

use crate::folder::Folder;
use crate::key;
use crate::say::line;
use anyhow::Context;
use dossier::Moment;
use jiff::Timestamp;
use std::path::Path;

/// Data keys and numbers in one transaction.
const BATCH: u32 = 500;

/// Says which keys there are, and how much hangs on each.
///
/// # Errors
/// The folder cannot be opened.
pub fn list(data: &Path) -> anyhow::Result<()> {
    let opened = Folder::existing(data)?;
    let uses = opened.store.uses()?;
    line(format_args!("Keys in {}:", opened.keys.path().display()));
    for root in opened.ring.roots() {
        let used = uses.iter().find(|used| used.root == root.id);
        let (keys, numbers) = used.map_or((0, 0), |used| (used.data_keys, used.numbers));
        line(format_args!(
            "  {:<3} {:<13} made {}   keys of whereabouts: {keys}   identity numbers: {numbers}",
            root.id,
            root.state.word(),
            root.made
        ));
    }
    Ok(())
}

/// Takes a new key into use and seals everything with it. Killed on the way, it goes on where it was.
///
/// # Errors
/// The keys cannot be written where they are; or the store cannot be read or written.
pub fn rotate(data: &Path) -> anyhow::Result<()> {
    let opened = Folder::existing(data)?;
    let path = opened.keys.path().to_owned();
    let leaving = opened.ring.leaving();
    let opened = if leaving.is_empty() {
        let today = Moment::of(Timestamp::now()).today;
        let before = opened.ring.active_id();
        let ring = opened.ring.rotated(key::random()?, today);
        // Before anything is sealed with it, the new key is on disk.
        key::write(&path, &ring).context(
            "the keys must be where Veven can write them while they are changed: copy them to a folder of its own, \
             name it in veven.toml ([server] keys), rotate, and put the new file back",
        )?;
        line(format_args!(
            "Key {} is in use. Key {before} opens what it has sealed, until all is sealed anew.",
            ring.active_id()
        ));
        drop(opened.store);
        Folder::existing(data)?
    } else {
        line(format_args!(
            "Going on: key {} is in use, and all that others have sealed is sealed anew.",
            opened.ring.active_id()
        ));
        opened
    };
    let mut done = 0;
    loop {
        match opened.store.seal_anew(BATCH)? {
            0 => break,
            some => done += some,
        }
    }
    opened.store.sweep()?;
    // Only now: nothing in the store needs the old key any longer.
    key::write(&path, &opened.ring.retired())?;
    line(format_args!("{done} were sealed anew. The old key is taken out of {}.", path.display()));
    line("Backups from before need the old key: keep the copy of the key file for as long as you keep them.");
    Ok(())
}
