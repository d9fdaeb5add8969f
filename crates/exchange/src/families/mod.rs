//! Room `exchange::families`: families, persons, relations and services as four CSV files.
//!
//! The format and what happens to each kind of fault: `docs/import-families.md`. One faulty row never
//! stops another; reading the same bytes again gives the same rows, keys and findings.

mod doubles;
mod link;
mod national_id;
mod read;
mod rows;

pub use national_id::{NationalId, NationalIdFault};
pub use rows::{
    FamilyRow, FamilyStatus, Home, PersonRow, Place, Protection, RelationKind, RelationRow, Residence,
    Responsibility, Role, ServiceRow,
};

use crate::finding::{Finding, Findings, Problem, Severity, Spot, shown};
use crate::table::{Table, stem};
use jiff::civil::Date;
use std::collections::HashSet;
use std::sync::Arc;

/// The four files, in the order in which they refer to each other.
const FILES: [&str; 4] = ["families", "persons", "relations", "services"];

/// What was read. Every reference in the rows leads to another row here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FamilyImport {
    /// Families that load.
    pub families: Vec<FamilyRow>,
    /// Persons that load: never two with one national id.
    pub persons: Vec<PersonRow>,
    /// Relations between them.
    pub relations: Vec<RelationRow>,
    /// Services that they have or had.
    pub services: Vec<ServiceRow>,
    /// What the sender, or the one who imports, must know.
    pub findings: Vec<Finding>,
}

/// Reads the files of an import. The kind of each file is its name without folder and `.csv`:
/// `families`, `persons`, `relations`, `services`. `today` decides what is in the future.
pub fn read_families<N: AsRef<str>, B: AsRef<[u8]>>(files: &[(N, B)], today: Date) -> FamilyImport {
    let mut out = Findings::default();
    let mut order: Vec<Arc<str>> = vec![];
    let mut bytes: [Option<(Arc<str>, &[u8])>; 4] = Default::default();
    for (name, content) in files {
        let file: Arc<str> = shown(name.as_ref()).into();
        match FILES.iter().position(|kind| *kind == stem(name.as_ref())) {
            None => out.add(Severity::Told, &Spot::file(&file), "", Problem::FileUnknown),
            Some(kind) if bytes[kind].is_some() => {
                out.add(Severity::Rejected, &Spot::file(&file), "", Problem::FileTwice);
            }
            Some(kind) => bytes[kind] = Some((file, content.as_ref())),
        }
    }
    // A file is read only when the one that it refers to could be: else each of its rows would be a fault.
    let mut read = [const { None }; 4];
    for (kind, columns) in
        [&read::FAMILY[..], &read::PERSON, &read::RELATION, &read::SERVICE].iter().enumerate()
    {
        let name = FILES[kind];
        let file =
            bytes[kind].as_ref().map_or_else(|| format!("{name}.csv").into(), |(file, _)| file.clone());
        let (at, base) = (Spot::file(&file), kind.saturating_sub(1).min(1));
        match bytes[kind] {
            None => {
                let severity = if kind == 0 { Severity::Rejected } else { Severity::Told };
                out.add(severity, &at, "", Problem::FileMissing);
            }
            Some(_) if kind > 0 && read[base].is_none() => {
                out.add(Severity::Rejected, &at, "", Problem::FileNotRead { needs: FILES[base] });
            }
            Some((_, content)) => read[kind] = Table::read(&file, content, columns, &mut out),
        }
        order.push(file);
    }
    let mut import = load(read, today, &mut out);
    import.findings = out.in_order(&order);
    import
}

fn load(files: [Option<Table>; 4], today: Date, out: &mut Findings) -> FamilyImport {
    let [families, persons, relations, services] = files;
    let mut import = FamilyImport::default();
    let Some(table) = families else { return import };
    let families = link::families(read::rows(&table, "familie_id", today, out, read::family_row), out);
    if let Some(table) = persons {
        let rows = read::rows(&table, "person_id", today, out, read::person_row);
        let persons = link::persons(rows, &families, out);
        let mentioned: HashSet<&str> =
            table.rows.iter().map(|row| table.cell(row, "familie_id").trim()).collect();
        link::tell_about_families(&families.rows, &persons.rows, &mentioned, out);
        doubles::tell(&persons.rows, out);
        if let Some(table) = relations {
            let rows = read::rows(&table, "fra_person", today, out, read::relation_row);
            import.relations = link::relations(rows, &persons, out);
        }
        if let Some(table) = services {
            let rows = read::rows(&table, "person_id", today, out, read::service_row);
            import.services = link::services(rows, &persons, out);
        }
        import.persons = persons.rows;
    }
    import.families = families.rows;
    import
}
