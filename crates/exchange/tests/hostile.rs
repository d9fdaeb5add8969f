//! Whatever bytes come in, an answer comes out, the same each time, and what it says hangs together.

#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "tests may stop, and say why they skip")]

use exchange::families::{FamilyImport, read_families};
use exchange::hsds::read_services;
use jiff::civil::date;
use proptest::prelude::*;
use std::collections::HashSet;

const FAMILIES: &str = include_str!("../../../examples/families-with-faults/families.csv");
const PERSONS: &str = include_str!("../../../examples/families-with-faults/persons.csv");
const RELATIONS: &str = include_str!("../../../examples/families-with-faults/relations.csv");
const SERVICES: &str = include_str!("../../../examples/families-with-faults/services.csv");
const DIRECTORY: &str = include_str!("../../../examples/services/services.json");

/// What the rows promise: unique keys, one person for each number, and no reference that leads nowhere.
fn hangs_together(import: &FamilyImport) -> bool {
    let families: HashSet<_> = import.families.iter().map(|f| &f.key).collect();
    let persons: HashSet<_> = import.persons.iter().map(|p| &p.key).collect();
    let numbers: Vec<_> = import.persons.iter().filter_map(|p| p.national_id).collect();
    families.len() == import.families.len()
        && persons.len() == import.persons.len()
        && numbers.iter().collect::<HashSet<_>>().len() == numbers.len()
        && import.persons.iter().all(|p| families.contains(&p.family))
        && import.relations.iter().all(|r| persons.contains(&r.from) && persons.contains(&r.to))
        && import.services.iter().all(|s| persons.contains(&s.person))
}

/// A valid text with pieces cut out, doubled and replaced.
fn mutated(text: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        Just(vec![]),
        proptest::sample::select(vec![
            ";", ",", "\"", "\n", "\r\n", "=", "\0", "\u{feff}", "ø", "null", "[", "{", "1e999"
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
        proptest::collection::vec(any::<u8>(), 0..4),
    ];
    proptest::collection::vec((0..text.len(), 0..12usize, piece), 0..8).prop_map(move |changes| {
        let mut bytes = text.as_bytes().to_vec();
        for (at, length, piece) in changes {
            let at = at.min(bytes.len());
            let end = (at + length).min(bytes.len());
            bytes.splice(at..end, piece);
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_are_answered(files in proptest::collection::vec(("(families|persons|services|relations|phones)\\.(csv|json)", proptest::collection::vec(any::<u8>(), 0..400)), 0..6)) {
        let today = date(2026, 8, 1);
        let import = read_families(&files, today);
        prop_assert!(hangs_together(&import));
        prop_assert_eq!(import, read_families(&files, today));
        prop_assert_eq!(read_services(&files), read_services(&files));
    }

    #[test]
    fn mutated_family_files_are_answered(
        families in mutated(FAMILIES),
        persons in mutated(PERSONS),
        relations in mutated(RELATIONS),
        services in mutated(SERVICES),
    ) {
        let files = [("families.csv", families), ("persons.csv", persons), ("relations.csv", relations), ("services.csv", services)];
        let import = read_families(&files, date(2026, 8, 1));
        prop_assert!(hangs_together(&import));
        for finding in &import.findings {
            let args = format!("{:?}", finding.args());
            prop_assert!(!args.as_bytes().windows(11).any(|w| w.iter().all(u8::is_ascii_digit)), "{}", args);
        }
    }

    #[test]
    fn mutated_directories_are_answered_and_no_service_falls_between(json in mutated(DIRECTORY)) {
        let import = read_services(&[("services.json", json)]);
        let misfit = |f: &exchange::Finding| f.problem == exchange::Problem::NotRecognised && f.field.as_deref() == Some("");
        prop_assert!(!import.findings.iter().any(misfit));
        prop_assert!(!import.services.is_empty() || !import.findings.is_empty());
    }
}

#[test]
fn json_that_is_nested_too_deep_is_told() {
    let import = read_services(&[("x.json", "[".repeat(100_000))]);
    assert_eq!(import.findings.len(), 1);
}
