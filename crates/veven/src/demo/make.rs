//! Making the demo: the town first, then every family.

use crate::demo::desk;
use crate::demo::generate::{self, Kind, Roster, Taken};
use crate::demo::heroes;
use crate::demo::personas;
use crate::demo::research;
use crate::demo::story::Told;
use crate::demo::town::Town;
use crate::demo::tries;
use crate::folder::Folder;
use access::Line;
use dossier::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use store::Store;

/// Families in one transaction.
const BATCH: usize = 500;
/// In a municipality of up to so many families, everything that was done and seen stands in the journal; in larger
/// ones, that they were brought in.
const WITH_JOURNAL: u32 = 2000;

/// Families with a story of their own, and what they take of the numbers.
pub(super) fn by_hand(town: &Town) -> anyhow::Result<(Vec<(&'static str, Told)>, Taken)> {
    let mut told = Vec::new();
    let mut taken = Taken::default();
    for (key, tell) in heroes::ALL {
        for (place, story) in tell(town, true).into_iter().enumerate() {
            count(&mut taken, story.dossier());
            told.push((if place == 0 { *key } else { "" }, story.end()?));
        }
    }
    Ok((told, taken))
}

fn count(taken: &mut Taken, dossier: &Dossier) {
    let all = Extract::whole(dossier);
    taken.families += 1;
    for person in all.all::<Person>() {
        match person.is.generation {
            Generation::Adult => taken.adults += 1,
            Generation::Child => taken.children += 1,
        }
    }
    let kind = match all.only::<Course>().map(|course| &course.is.phase) {
        Some(Phase::Active) => Kind::Active,
        Some(Phase::Waiting { .. }) => Kind::Waiting,
        Some(Phase::Offered) => Kind::Offered,
        Some(Phase::Closed { .. }) => Kind::Closed,
        Some(Phase::Merged { .. }) => Kind::Merged,
        Some(Phase::Received) | None => Kind::Received,
    };
    *taken.kinds.entry(kind).or_default() += 1;
    if let Some(lead) = all.only::<Coordination>().and_then(|it| it.is.lead) {
        *taken.load.entry(lead).or_default() += 1;
    }
}

/// Makes the municipality in an empty store.
///
/// # Errors
/// A story that the house does not allow, or the store is not available.
pub fn make(folder: &Folder, seed: u64, moment: Moment, families: u32) -> anyhow::Result<()> {
    let coordinators = generate::coordinators(families);
    let town = Town::new(seed, moment, Arc::clone(&folder.rules), families, coordinators);
    folder.store.save_directory(town.services(), town.helpers(), moment.at)?;
    let (told, taken) = by_hand(&town)?;
    let roster = Roster::plan(&town, families, &taken);
    let known: Vec<_> = told.iter().map(|(key, told)| (*key, told.family, told.entries.as_slice())).collect();
    personas::keep(&folder.store, &personas::find(&town, &known, roster.heavy))?;
    // Not the first family: what others tell of it stands in the pictures.
    let tries = tries::lines(&town, known.iter().skip(1).map(|(_, family, _)| *family));
    let mut lines = load(&folder.store, told.into_iter().map(|(_, told)| told).collect(), families)?;
    if families <= WITH_JOURNAL {
        lines.extend(tries);
    }
    lines.extend(tell_all(&town, &roster, &folder.store, families)?);
    if families <= WITH_JOURNAL {
        lines.extend(research::tell(folder, moment)?);
    }
    let (filings, of_the_desk) = desk::tell(&town);
    folder.store.load_filings(filings)?;
    lines.extend(of_the_desk);
    lines.sort_by_key(|line| (line.visit.moment.at, line.visit.request));
    folder.store.load_families(Vec::new(), lines)?;
    tracing::info!(
        families = folder.store.families()?.len(),
        entries = folder.store.count_entries()?,
        "the demo is made"
    );
    Ok(())
}

/// Tells all generated families on as many threads as the machine has, and stores them as they come.
fn tell_all(town: &Town, roster: &Roster, store: &Store, families: u32) -> anyhow::Result<Vec<Line>> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from).max(2);
    let journal = families <= WITH_JOURNAL;
    let batches: Vec<&[generate::Shape]> = roster.shapes.chunks(BATCH).collect();
    let next = AtomicUsize::new(0);
    // Each thread tells and makes ready while another's batch is written.
    let work = || -> anyhow::Result<Vec<Line>> {
        let mut lines = Vec::new();
        while let Some(batch) = batches.get(next.fetch_add(1, Ordering::Relaxed)) {
            let told = batch
                .iter()
                .map(|shape| generate::tell(town, shape, journal))
                .collect::<Result<Vec<_>, _>>()?;
            lines.extend(load(store, told, families)?);
        }
        Ok(lines)
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let mut lines = Vec::new();
        for thread in threads {
            lines.extend(thread.join().map_err(|_| anyhow::anyhow!("a thread that told stories failed"))??);
        }
        Ok(lines)
    })
}

/// Stores families, and gives back the journal lines that are still to be written, in a small municipality.
fn load(store: &Store, told: Vec<Told>, families: u32) -> anyhow::Result<Vec<Line>> {
    let mut lines = Vec::new();
    let mut batch = Vec::with_capacity(told.len());
    for told in told {
        lines.extend(told.lines);
        batch.push((told.family, told.entries));
    }
    if families > WITH_JOURNAL {
        store.load_families(batch, std::mem::take(&mut lines))?;
    } else {
        store.load_families(batch, Vec::new())?;
    }
    Ok(lines)
}
