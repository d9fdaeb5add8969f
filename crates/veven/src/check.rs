//! Looking after a store: is everything whole, is the journal untouched, do the lists say what the entries say?

use crate::folder::{self, Folder};
use crate::say::line;
use access::Archive;
use anyhow::bail;
use dossier::Moment;
use jiff::Timestamp;
use std::path::Path;
use store::chain::Verdict;
use web::{Lang, Texts};

/// Checks everything that can be checked, and says each result. Answers whether all is well.
///
/// # Errors
/// The store cannot be opened at all.
pub fn check(data: &Path) -> anyhow::Result<bool> {
    let opened = Folder::existing(data)?;
    let store = &opened.store;
    line(format_args!("Checked {}, {} ({}):", data.display(), opened.settings.name, opened.settings.number));
    let mut well = true;
    let mut say = |what: &str, found: anyhow::Result<String>| match found {
        Ok(found) => line(format_args!("  {what:<12} {found}")),
        Err(fault) => {
            well = false;
            line(format_args!("  {what:<12} WRONG: {fault:#}"));
        }
    };
    say("file", store.integrity().map(|()| "sound".into()).map_err(Into::into));
    say("rules", rules(data));
    say("texts", texts());
    say("journal", store.verify_journal().map_err(Into::into).and_then(whole));
    say("lists", lists(&opened));
    say("coordinators", coordinators(&opened));
    Ok(well)
}

fn rules(data: &Path) -> anyhow::Result<String> {
    let rules = folder::rules(data)?;
    let grounds = rules.grounds(Moment::of(Timestamp::now()).today).len();
    Ok(format!("deadlines and {grounds} priority grounds, each with a source"))
}

fn texts() -> anyhow::Result<String> {
    Texts::load()?;
    let counts: Vec<String> =
        Lang::ALL.iter().map(|lang| format!("{} {}", lang.code(), Texts::keys(*lang).len())).collect();
    let keys = Texts::keys(Lang::Nb);
    for lang in Lang::ALL {
        let other = Texts::keys(lang);
        if let Some((missing, _)) = keys.iter().find(|(key, _)| !other.iter().any(|(known, _)| known == key))
        {
            bail!("`{missing}` is missing in {}", lang.code());
        }
    }
    Ok(counts.join(", "))
}

/// What a check of the chain found, in words.
///
/// # Errors
/// It is not whole.
pub fn whole(verdict: Verdict) -> anyhow::Result<String> {
    match verdict {
        Verdict::Whole { lines, head } => Ok(format!("{lines} lines, head {head}")),
        Verdict::Broken { seq, expected, found } => {
            bail!("line {seq} is not as it was written: its hash should be {expected} and is {found}")
        }
        Verdict::Hole { seq } => bail!("something is missing before line {seq}"),
    }
}

fn lists(opened: &Folder) -> anyhow::Result<String> {
    let entries = opened.store.count_entries()?;
    match opened.store.rebuild(false)? {
        (families, 0) => Ok(format!("{families} families with {entries} entries, nothing differs")),
        (families, differ) => {
            bail!("{differ} of {families} families differ. Mend them: veven rebuild --data DIR")
        }
    }
}

/// No family that has help is without a coordinator, today or on any day of the last year.
fn coordinators(opened: &Folder) -> anyhow::Result<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let today = Moment::of(Timestamp::now()).today;
    for back in 0..=365 {
        let day = dossier::after(today, -back);
        let figures = runtime.block_on(opened.store.figures(day, today))?;
        if figures.without_coordinator > 0 {
            bail!("{} active families had no coordinator on {day}", figures.without_coordinator);
        }
    }
    Ok("no active family without, on any day of the last year".into())
}

/// Makes the lists anew from the entries. Answers whether they were right.
///
/// # Errors
/// The store is not available.
pub fn rebuild(data: &Path, dry_run: bool) -> anyhow::Result<bool> {
    let opened = Folder::existing(data)?;
    let (families, differ) = opened.store.rebuild(!dry_run)?;
    let what = if dry_run { "would be mended" } else { "were mended" };
    line(format_args!("{families} families looked at; the lists of {differ} {what}."));
    Ok(differ == 0 || !dry_run)
}
