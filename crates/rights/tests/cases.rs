//! Every test case in the rights' own files.

#![allow(clippy::unwrap_used)]

use rights::Catalogue;

#[test]
fn the_shipped_knowledge_has_no_fault() {
    if let Err(faults) = Catalogue::shipped() {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{} faults:\n{}", faults.len(), lines.join("\n"));
    }
}

#[test]
fn every_case_in_the_files_comes_out_as_its_file_says() {
    let catalogue = Catalogue::shipped().expect("the test above says what is wrong");
    let (tried, wrong) = catalogue.try_cases();
    let lines: Vec<String> = wrong
        .iter()
        .map(|it| format!("rights/{}.toml:{}: «{}»: {}", it.right, it.line, it.case, it.what.join("; ")))
        .collect();
    assert!(lines.is_empty(), "{} of {tried} cases:\n{}", lines.len(), lines.join("\n"));
    assert!(tried >= 300, "{tried} cases");
    assert_eq!(catalogue.rights.len(), 100);
}

#[test]
fn all_forty_three_worked_examples_are_there() {
    let catalogue = Catalogue::shipped().unwrap();
    let named = |number: usize| {
        let start = format!("W{number:02}: ");
        catalogue
            .rights
            .iter()
            .flat_map(|right| &right.cases)
            .filter(|case| case.name.starts_with(&start))
            .count()
    };
    let lacking: Vec<usize> = (1..=43).filter(|number| named(*number) != 1).collect();
    assert!(lacking.is_empty(), "{lacking:?}");
}
