//! What this project ships as examples is what the documents say it is.

#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "tests may stop, and say why they skip")]

use exchange::families::{FamilyImport, NationalId, read_families};
use exchange::hsds::read_services;
use exchange::{Problem, Severity};
use jiff::civil::date;
use std::path::Path;

fn files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

fn families(folder: &str) -> FamilyImport {
    read_families(&files(folder), date(2026, 8, 1))
}

#[test]
fn the_example_families_load_whole_with_synthetic_numbers_only() {
    let import = families("families");
    assert_eq!(import.findings, []);
    assert_eq!((import.families.len(), import.persons.len()), (6, 18));
    assert!(import.persons.iter().filter_map(|p| p.national_id).all(|id| id.is_synthetic()));
    for (name, bytes) in files("families").into_iter().chain(files("families-with-faults")) {
        let text = String::from_utf8(bytes).unwrap();
        for run in text.split(|c: char| !c.is_ascii_digit()) {
            assert!(
                NationalId::parse(run).is_ok_and(|id| id.is_synthetic()) || NationalId::parse(run).is_err(),
                "{name}"
            );
        }
    }
}

#[test]
fn the_example_with_faults_shows_each_kind_of_fault_once() {
    let import = families("families-with-faults");
    let count = |severity| import.findings.iter().filter(|f| f.severity == severity).count();
    let lines: Vec<_> = import
        .findings
        .iter()
        .map(|f| format!("{:?} {} {:?} {:?} {}", f.severity, f.file, f.row, f.field, f.message_key()))
        .collect();
    let counts = [Severity::Rejected, Severity::Decide, Severity::Normalised, Severity::Told].map(count);
    assert_eq!(counts, [20, 2, 9, 12], "{lines:#?}");
}

#[test]
fn the_example_services_are_the_same_as_json_and_as_csv() {
    let json = read_services(&files("services"));
    let csv = read_services(&files("services/csv"));
    assert_eq!((json.findings, csv.findings), (vec![], vec![]));
    assert_eq!((json.services.len(), csv.services.len()), (8, 8));
    for (a, b) in json.services.iter().zip(&csv.services) {
        assert_eq!(
            (&a.name, &a.description, a.minimum_age, &a.fees_description),
            (&b.name, &b.description, b.minimum_age, &b.fees_description)
        );
        let opens = |s: &exchange::hsds::Service| {
            s.schedules.iter().map(|s| (s.opens_at, s.closes_at, s.weekdays())).collect::<Vec<_>>()
        };
        assert_eq!(opens(a), opens(b));
        let codes = |s: &exchange::hsds::Service| {
            s.terms().map(|term| (term.taxonomy.clone(), term.code.clone())).collect::<Vec<_>>()
        };
        assert_eq!(codes(a), codes(b));
        assert_eq!(codes(a).len(), 2);
        let places = |s: &exchange::hsds::Service| {
            s.locations()
                .map(|l| (l.name.clone(), l.latitude, l.addresses[0].address_1.clone()))
                .collect::<Vec<_>>()
        };
        assert_eq!(places(a), places(b));
    }
    assert!(!read_services(&files("services")).findings.iter().any(|f| f.problem == Problem::Missing));
}
