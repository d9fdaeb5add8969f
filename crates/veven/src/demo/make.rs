//! Making the demo: the town first, then every family.

use crate::demo::heroes;
use crate::demo::personas;
use crate::demo::story::Told;
use crate::demo::town::Town;
use crate::folder::Folder;
use dossier::Moment;
use std::sync::Arc;

/// Makes the municipality in an empty store.
///
/// # Errors
/// A story that the house does not allow, or the store is not available.
pub fn make(folder: &Folder, seed: u64, moment: Moment, _families: u32) -> anyhow::Result<()> {
    let town = Town::new(seed, moment, Arc::clone(&folder.rules), 0);
    folder.store.save_directory(town.services(), town.helpers(), moment.at)?;
    let mut told: Vec<(&str, Told)> = Vec::new();
    for (key, tell) in heroes::ALL {
        for (place, story) in tell(&town, true).into_iter().enumerate() {
            told.push((if place == 0 { key } else { "" }, story.end()?));
        }
    }
    let known: Vec<_> = told.iter().map(|(key, told)| (*key, told.family, told.entries.as_slice())).collect();
    personas::keep(&folder.store, &personas::find(&town, &known))?;
    let mut lines: Vec<_> = told.iter().flat_map(|(_, told)| told.lines.clone()).collect();
    lines.sort_by_key(|line| line.visit.moment.at);
    let batch = told.into_iter().map(|(_, told)| (told.family, told.entries)).collect();
    folder.store.load_families(batch, lines)?;
    tracing::info!(
        families = folder.store.families()?.len(),
        entries = folder.store.count_entries()?,
        "the demo is made"
    );
    Ok(())
}
