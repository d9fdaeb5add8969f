//! `docs/law-coverage.md` is true: a row for every rule of the law, and what it names is there.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn sources(folder: &Path, found: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            found.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
}

fn rows() -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(root().join("docs/law-coverage.md")).unwrap();
    let rows = text.lines().filter(|line| line.starts_with("| R"));
    rows.map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// What stands between backticks.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

#[test]
fn every_rule_of_the_law_has_one_row_with_an_answer() {
    let expected: Vec<String> =
        (1..=125).filter(|number| !(25..=29).contains(number)).map(|number| format!("R{number}")).collect();
    let rows = rows();
    let found: Vec<String> = rows.iter().map(|row| row[0].clone()).collect();
    assert_eq!(found, expected);
    for row in &rows {
        assert!(
            ["yes", "in part", "not yet", "by people"].contains(&row[2].as_str()),
            "{}: {}",
            row[0],
            row[2]
        );
        let proven = row.get(4).is_some_and(|tests| !tests.is_empty());
        assert!(row[2] != "not yet" || !proven, "{} is not there, and proven?", row[0]);
    }
}

#[test]
fn the_tests_and_policies_that_rows_name_are_there() {
    let mut code = String::new();
    sources(&root().join("crates"), &mut code);
    let rows = rows();
    for row in &rows {
        for test in row.get(4).map(|cell| quoted(cell)).unwrap_or_default() {
            assert!(code.contains(&format!("fn {test}(")), "{}: no test `{test}`", row[0]);
        }
    }
    for policies in ["see", "act"] {
        let rules = std::fs::read_to_string(root().join(format!("policies/{policies}.cedar"))).unwrap();
        let mut used: BTreeSet<&str> = BTreeSet::new();
        for row in &rows {
            let Some((_, named)) = row[3].split_once(&format!("{policies}: ")) else { continue };
            for id in quoted(named.split("; ").next().unwrap_or_default()) {
                assert!(
                    rules.contains(&format!("@id(\"{id}\")")),
                    "{}: no policy `{policies}: {id}`",
                    row[0]
                );
                used.insert(id);
            }
        }
        for line in rules.lines().filter(|line| line.starts_with("@id(")) {
            let id = line.trim_start_matches("@id(\"").trim_end_matches("\")");
            assert!(used.contains(id), "policy `{policies}: {id}` stands in no row");
        }
    }
}
