//! What research has been given in the demo: one export, made by the very code that makes one in earnest. The file itself
//! is thrown away.

use crate::export::{Prepared, prepare};
use crate::folder::Folder;
use access::Line;
use access::research::{Basis, ResearchDecision, Variable};
use dossier::{Moment, after};
use jiff::civil::time;

/// Days ago.
const AGO: i32 = 30;
/// Ties its lines in the journal together.
const REQUEST: u64 = 52;

/// Makes the export, and gives back the lines of those who are in it.
///
/// # Errors
/// The store is not available.
pub fn tell(folder: &Folder, moment: Moment) -> anyhow::Result<Vec<Line>> {
    let at = Moment::of(Moment::instant(after(moment.today, -AGO).to_datetime(time(10, 12, 0, 0))));
    let Prepared { extraction, export, lines } =
        prepare(&folder.store, &folder.rules, &decision(at), at, REQUEST)?;
    folder.store.keep_export(&export, &extraction.families, Vec::new())?;
    Ok(lines)
}

fn decision(at: Moment) -> ResearchDecision {
    let back = |days: i32| after(at.today, -days);
    ResearchDecision {
        id: "2026/64".into(),
        decided_by: "Statsforvalteren i Lindvik".into(),
        decided_on: back(40),
        legal_basis: "forvaltningsloven § 13 d".into(),
        institution: "Lindvik høgskole".into(),
        purpose:
            "Hvor lenge familier venter på en koordinator, og hva som blir stående uten noen som tar det."
                .into(),
        basis: Basis::Decision,
        from: back(20),
        until: after(at.today, 345),
        data_from: back(730),
        data_until: back(1),
        variables: vec![
            Variable::AgeBand,
            Variable::Siblings,
            Variable::WaitWeeks,
            Variable::Services,
            Variable::UnownedNeed,
            Variable::Phase,
        ],
    }
}
