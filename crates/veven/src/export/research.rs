//! `veven export research`: what a decision lets out, logged on each family's page before the file is handed out.

use super::decision::{Fault, read};
use crate::folder::Folder;
use crate::say::line;
use access::research::{Extraction, ResearchDecision, ResearchExport, extraction};
use access::{Archive, Line, LineOutcome, Visit};
use anyhow::Context;
use dossier::{ActorId, Moment, Role, Rules};
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::task::{Context as Task, Poll, Waker};
use store::Store;

/// What an act of giving out is called in the journal.
const ACT: &str = "research-export";

/// An export that has not been made yet.
pub struct Prepared {
    /// What is in the file.
    pub extraction: Extraction,
    /// What is kept of it.
    pub export: ResearchExport,
    /// One line for each family that is in it.
    pub lines: Vec<Line>,
}

/// Gathers what a decision lets out at a moment. Nothing is written.
///
/// # Errors
/// The store is not available.
pub fn prepare(
    store: &Store,
    rules: &Rules,
    decision: &ResearchDecision,
    moment: Moment,
    request: u64,
) -> anyhow::Result<Prepared> {
    let mut dossiers = Vec::new();
    for family in store.families()? {
        dossiers.extend(store.sealed(family)?);
    }
    let (pseudonyms, root) = store.pseudonyms(&decision.id);
    let pseudonym = |kind: &str, id: &str| pseudonyms.of(kind, id);
    let extraction = extraction(&dossiers, decision, rules, &store.directory(), moment, &pseudonym);
    let visit =
        Visit { actor: ActorId::new(0), role: Role::System, service: None, moment, request, session: None };
    let lines = extraction.families.iter().map(|family| Line {
        visit,
        act: ACT,
        families: vec![*family],
        categories: Vec::new(),
        ground: decision.basis.ground(),
        outcome: LineOutcome::Seen,
    });
    let export = ResearchExport {
        decision: decision.id.clone(),
        decided_by: decision.decided_by.clone(),
        legal_basis: decision.legal_basis.clone(),
        institution: decision.institution.clone(),
        purpose: decision.purpose.clone(),
        basis: decision.basis,
        at: moment.at,
        variables: decision.variables.iter().map(|it| it.code().to_owned()).collect(),
        rows: u32::try_from(extraction.rows.len()).unwrap_or(u32::MAX),
        root,
    };
    Ok(Prepared { lines: lines.collect(), export, extraction })
}

/// Looks at what a decision lets out, and makes the file when asked to. Answers whether the decision is sound and
/// something can be given.
///
/// # Errors
/// The decision cannot be read; the file is there already or cannot be written; the store is not available.
pub fn run(path: &Path, data: &Path, out: &Path, commit: bool, moment: Moment) -> anyhow::Result<bool> {
    let shown = path.display();
    let text = std::fs::read_to_string(path).with_context(|| format!("`{shown}` cannot be read"))?;
    let folder = Folder::existing(data)?;
    let before = earlier(&folder.store)?;
    let found = read(&text, moment.today).and_then(|decision| same_as_before(&text, decision, &before));
    let decision = match found {
        Ok(decision) => decision,
        Err(faults) => {
            for fault in faults {
                line(format!("{shown}:{}: {}", fault.line, fault.problem));
            }
            line("Nothing was given out.");
            return Ok(false);
        }
    };
    let prepared = prepare(&folder.store, &folder.rules, &decision, moment, crate::random::random())?;
    tell(&prepared, &folder.rules, moment);
    if before.iter().any(|it| it.decision == decision.id && it.root != prepared.export.root) {
        line("The keys have been rotated since the last time: the pseudonyms are others than then.");
    }
    if prepared.extraction.rows.is_empty() {
        line("No row can be given, so nothing was given out.");
        return Ok(false);
    }
    if !commit {
        line("Nothing was written. Run it again with --commit to make the file.");
        return Ok(true);
    }
    let mut file = fresh(out)?;
    // Whoever is in it can read so before anybody has the file.
    if let Err(fault) =
        folder.store.keep_export(&prepared.export, &prepared.extraction.families, prepared.lines)
    {
        // Nothing has been given; the file is empty.
        let _ = std::fs::remove_file(out);
        return Err(fault.into());
    }
    let fault = || format!("`{}` cannot be written; the journal says that it was given out", out.display());
    file.write_all(prepared.extraction.csv().as_bytes()).with_context(fault)?;
    file.sync_all().with_context(fault)?;
    line(format!("Written to {}, and logged on the page of each family that is in it.", out.display()));
    Ok(true)
}

/// What has been given before.
fn earlier(store: &Store) -> anyhow::Result<Vec<ResearchExport>> {
    let mut exports = store.exports(None);
    // The store reads its file at once; there is nothing to wait for.
    match exports.as_mut().poll(&mut Task::from_waker(Waker::noop())) {
        Poll::Ready(found) => Ok(found?.into_iter().map(|(export, _)| export).collect()),
        Poll::Pending => anyhow::bail!("the store does not answer"),
    }
}

/// A decision's number stands for one decision: its pseudonyms follow from it, so two that shared it could be linked.
fn same_as_before(
    text: &str,
    decision: ResearchDecision,
    before: &[ResearchExport],
) -> Result<ResearchDecision, Vec<Fault>> {
    let differs = |it: &&ResearchExport| {
        it.decision == decision.id
            && (&it.institution, &it.purpose, it.basis)
                != (&decision.institution, &decision.purpose, decision.basis)
    };
    match before.iter().find(differs) {
        None => Ok(decision),
        Some(other) => {
            let is_id = |line: &str| line.trim_start().starts_with("id");
            let line = text.lines().position(is_id).map_or(1, |place| place + 1);
            let problem = format!(
                "`{}` was given out to {} for another purpose, receiver or basis: a new decision needs a number of its own",
                other.decision, other.institution
            );
            Err(vec![Fault { line, problem }])
        }
    }
}

/// What would be in it. Never why anybody is not, and a small number of those not as it is.
fn tell(prepared: &Prepared, rules: &Rules, moment: Moment) {
    let (extraction, export) = (&prepared.extraction, &prepared.export);
    let smallest = usize::from(rules.research(moment.today).smallest_group);
    line(format!(
        "Decision {} of {}, for {}: {}",
        export.decision, export.decided_by, export.institution, export.purpose
    ));
    line(format!("Variables: {}", export.variables.join(", ")));
    line(format!("Rows: {}, one for each child", extraction.rows.len()));
    match extraction.left_out {
        few if (1..smallest).contains(&few) => line(format!("Children left out: fewer than {smallest}")),
        left_out => line(format!("Children left out: {left_out}")),
    }
}

/// A new file that its owner alone can read. What was given out is never written over.
fn fresh(out: &Path) -> anyhow::Result<File> {
    let mut options = OpenOptions::new();
    options.create_new(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(out).with_context(|| {
        format!(
            "`{}` cannot be made; choose a file that is not there yet, in a folder that is",
            out.display()
        )
    })
}
