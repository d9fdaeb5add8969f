//! Every test case in the rights' own files.

#![allow(clippy::unwrap_used)]

use rights::Catalogue;

/// What the program carries, with its test cases.
fn catalogue() -> Catalogue {
    Catalogue::load(&rights::files()).unwrap_or_else(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{} faults:\n{}", faults.len(), lines.join("\n"));
    })
}

#[test]
fn without_the_cases_everything_else_is_the_same() {
    let mut catalogue = catalogue();
    catalogue.rights.iter_mut().for_each(|right| right.cases.clear());
    assert!(&catalogue == Catalogue::shipped().unwrap());
}

#[test]
fn every_case_in_the_files_comes_out_as_its_file_says() {
    let catalogue = catalogue();
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
    let catalogue = catalogue();
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
