//! Whatever stands in a file, it gives an answer or faults: never a panic, never a hang.

#![allow(clippy::unwrap_used, missing_docs)]

#[path = "support/small.rs"]
mod small;
mod support;

use jiff::civil::date;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rights::table::Table;
use rights::{Catalogue, Status, Value, Whose};
use support::DAY;

fn catalogue() -> &'static Catalogue {
    Catalogue::shipped().unwrap()
}

/// The shipped files with one right in place of its own.
fn with_right(id: &str, text: &str) -> Vec<rights::File> {
    let name = format!("rights/{id}.toml");
    let all = rights::files();
    let keep = |(file, _): &rights::File| !file.starts_with("rights/");
    let mut files: Vec<_> = all.into_iter().filter(keep).collect();
    files.push((name, text.to_owned()));
    files
}

fn right(id: &str) -> String {
    let name = format!("rights/{id}.toml");
    rights::files().into_iter().find(|(file, _)| *file == name).unwrap().1
}

fn faults(text: &str) -> String {
    let faults = Catalogue::load(&with_right("child_benefit", text)).unwrap_err();
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Pieces that expressions are made of, in any order.
fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("and"),
        Just("or"),
        Just("not"),
        Just("if"),
        Just("else"),
        Just("("),
        Just(")"),
        Just("+"),
        Just("-"),
        Just("*"),
        Just("/"),
        Just("**"),
        Just("<"),
        Just(">="),
        Just("=="),
        Just("!="),
        Just("child.count"),
        Just("p.limit"),
        Just("adult.word"),
        Just("'one'"),
        Just("0"),
        Just("18"),
        Just("0.5"),
        Just("9000000000"),
        Just("max("),
        Just("min("),
        Just(","),
        Just("month("),
        Just("case.as_of"),
        Just("child.born"),
        Just("twice("),
        Just("true"),
        Just("child.a"),
        Just("round_up("),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.join(" "))
}

/// The same each time, so that a red test is red again; `PROPTEST_CASES` asks for more.
fn config(few: u32) -> ProptestConfig {
    let default = ProptestConfig::default();
    let more = std::env::var_os("PROPTEST_CASES").is_some();
    let (cases, rng_seed) = if more { (default.cases, RngSeed::Random) } else { (few, RngSeed::Fixed(4)) };
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..default }
}

/// A text with some of it taken out and something else put in.
fn changed(text: &str, at: usize, cut: usize, more: &str) -> String {
    let at = (0..=at.min(text.len())).rev().find(|it| text.is_char_boundary(*it)).unwrap();
    let end = (at + cut..=text.len()).find(|it| text.is_char_boundary(*it)).unwrap_or(text.len());
    format!("{}{more}{}", &text[..at], &text[end.max(at)..])
}

proptest! {
    #![proptest_config(config(8))]

    #[test]
    fn a_file_cut_or_changed_anywhere_is_read_or_refused(at in 0usize..6000, cut in 0usize..300, more in "\\PC{0,20}") {
        let file = changed(&right("child_benefit"), at, cut, &more);
        let _ = Catalogue::load(&with_right("child_benefit", &file));
    }
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn an_expression_of_any_words_is_read_or_refused(text in words()) {
        if let Ok(catalogue) = Catalogue::load_without_cases(&small::knowledge(&text, "1")) {
            catalogue.on(DAY).answers(&rights::Household::new(DAY, 1, 1));
        }
    }

    #[test]
    fn an_expression_of_any_letters_is_read_or_refused(text in "[ -~æøå\n]{0,200}") {
        let _ = Catalogue::load(&small::knowledge(&text, &text));
    }

    #[test]
    fn any_file_cut_or_changed_anywhere_is_read_or_refused(which in 0usize..5, at in 0usize..4000, cut in 0usize..80, more in "[ -~æ\n]{0,12}") {
        let mut files = small::knowledge("child.a and child.count > 2", "twice(adult.sum)");
        files[which].1 = changed(&files[which].1, at, cut, &more);
        let _ = Catalogue::load(&files);
        let _ = Catalogue::load_without_cases(&files);
    }

    #[test]
    fn any_bytes_as_csv_give_rows_or_faults(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(table) = Table::open(catalogue(), bytes.as_slice(), DAY) {
            for row in table.flatten() {
                catalogue().on(row.household.day).answers(&row.household);
            }
        }
    }

    #[test]
    fn any_cells_under_true_headings_give_rows_or_faults(cells in proptest::collection::vec("[-0-9a-z.,\"æ ]{0,12}", 0..30)) {
        let mut text = "id,case.as_of,child.birth_date,child2.birth_date,adult.income_year_nok,adult2.home,complete,adult.alone_with_child@2\n".to_owned();
        for row in cells.chunks(8) {
            text.push_str(&row.join(","));
            text.push('\n');
        }
        for row in Table::open(catalogue(), text.as_bytes(), DAY).unwrap().flatten() {
            catalogue().on(row.household.day).answers(&row.household);
        }
    }
}

#[test]
fn every_fault_of_a_file_is_told_at_once_with_its_line() {
    let text = right("child_benefit")
        .replacen("kind = \"entitlement\"", "kind = \"entitelment\"", 1)
        .replacen("sources = [\"ba\",", "sources = [\"bba\",", 1)
        .replacen("child.resident_in_norway\nand", "child.resident_in_norwey\nand", 1)
        .replacen("p.barnetrygd_mnd + (p.finn", "p.g_annual + (p.finn", 1)
        .replacen("nn = \"Pengar", "no = \"Pengar", 1);
    let told = faults(&text);
    for part in [
        "rights/child_benefit.toml:6: `kind` must be one of",
        "there is no source `bba`",
        "did you mean `child.resident_in_norway`",
        "kr/år and kr/mnd cannot be put together",
        "`nn` is missing",
    ] {
        assert!(told.contains(part), "{part}\n{told}");
    }
}

#[test]
fn rules_that_overlap_or_leave_a_hole_are_refused() {
    let text = right("child_benefit");
    let rule = &text[text.find("[[rule]]").unwrap()..text.find("[[case]]").unwrap()];
    let two = |until: &str, from: &str| {
        let first = rule.replacen("from = 2025-01-01", &format!("from = 2025-01-01\nuntil = {until}"), 1);
        let second = rule.replacen("from = 2025-01-01", &format!("from = {from}"), 1);
        text.replacen(rule, &format!("{first}{second}"), 1)
    };
    assert!(
        faults(&two("2025-12-31", "2025-12-01")).contains("while the one before it lasts until 2025-12-31")
    );
    assert!(faults(&two("2025-12-31", "2026-02-01")).contains("nothing holds in between"));
    assert!(Catalogue::load(&with_right("child_benefit", &two("2025-12-31", "2026-01-01"))).is_ok());
}

#[test]
fn last_year_is_judged_by_last_years_rates_and_the_future_can_be_tried() {
    let catalogue = catalogue();
    let with_cases = Catalogue::load(&rights::files()).unwrap();
    let case = &with_cases.rights[with_cases.right("child_benefit").unwrap()].cases[0];
    let amount = |day| {
        let mut household = catalogue.household_of(case);
        household.day = day;
        household
            .tell(
                catalogue,
                catalogue.fact("case.as_of").unwrap(),
                Whose::Case,
                Value::Date(day),
                Default::default(),
            )
            .unwrap();
        let answers = catalogue.on(day).answers_of(&household, catalogue.right("child_benefit").into_iter());
        (answers.list[0].status, answers.list[0].amount.map(|it| it.to_string()))
    };
    assert_eq!(amount(date(2025, 4, 30)), (Status::Entitled, Some("1766".into())));
    assert_eq!(amount(date(2025, 5, 1)), (Status::Entitled, Some("1968".into())));
    assert_eq!(amount(date(2026, 1, 31)), (Status::Entitled, Some("1968".into())));
    assert_eq!(amount(date(2026, 2, 1)), (Status::Entitled, Some("2012".into())));
    assert_eq!(amount(date(2027, 6, 1)), (Status::Entitled, Some("2012".into())));
    assert_eq!(amount(date(2038, 3, 1)), (Status::NotEntitled, None));
    assert_eq!(amount(date(2024, 12, 31)), (Status::NotInForce, None));
}

#[test]
fn what_changes_soon_is_told_with_its_day() {
    let catalogue = catalogue();
    let mut household = rights::Household::new(date(2026, 6, 15), 1, 1);
    let tell = |household: &mut rights::Household, name: &str, whose, value| {
        household.tell(catalogue, catalogue.fact(name).unwrap(), whose, value, Default::default()).unwrap();
    };
    tell(&mut household, "child.birth_date", Whose::Child(0), Value::Date(date(2024, 5, 10)));
    tell(&mut household, "kg.has_place", Whose::Child(0), Value::Bool(true));
    tell(&mut household, "kg.reaches_school_start", Whose::Child(0), Value::Bool(false));
    tell(
        &mut household,
        "household.income_year_nok",
        Whose::Home(0),
        Value::Number(rights::Number::whole(600_000).unwrap()),
    );
    let core = catalogue.right("kindergarten_free_core_hours").unwrap();
    let changes: Vec<_> =
        catalogue.changes_soon(&household, 6).into_iter().filter(|change| change.right == core).collect();
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].on, date(2026, 8, 1), "fra august");
    assert_eq!(changes[0].status, (Status::NotEntitled, Status::Entitled));
}

#[test]
fn a_child_in_two_homes_is_seen_from_both_parents() {
    let catalogue = catalogue();
    let mut household = rights::Household::new(DAY, 2, 1);
    household.adult_lives_in(1, 1);
    household.child_lives_in(0, &[0, 1]);
    let mut tell = |name: &str, whose, value| {
        household.tell(catalogue, catalogue.fact(name).unwrap(), whose, value, Default::default()).unwrap();
    };
    tell("child.birth_date", Whose::Child(0), Value::Date(date(2020, 3, 15)));
    for name in ["child.resident_in_norway", "child.delt_bosted"] {
        tell(name, Whose::Child(0), Value::Bool(true));
    }
    tell("child.in_action_zone", Whose::Child(0), Value::Bool(false));
    tell("adult.child_lives_with", Whose::Pair { adult: 0, child: 0 }, Value::Bool(true));
    tell("adult.child_lives_with", Whose::Adult(1), Value::Bool(true));
    let right = catalogue.right("child_benefit").unwrap();
    let answers = catalogue.on(DAY).answers_of(&household, std::iter::once(right));
    let seen: Vec<_> = answers
        .list
        .iter()
        .map(|it| (it.about.adult, it.about.home, it.amount.map(|it| it.to_string())))
        .collect();
    assert_eq!(seen, [(Some(0), 0, Some("1006".into())), (Some(1), 1, Some("1006".into()))]);
}

#[test]
fn care_days_are_counted_over_the_children_when_all_are_listed() {
    let catalogue = catalogue();
    let mut household = rights::Household::new(DAY, 1, 3);
    household.complete = true;
    let mut tell = |name: &str, whose, value| {
        household.tell(catalogue, catalogue.fact(name).unwrap(), whose, value, Default::default()).unwrap();
    };
    // Turn 12, 13 and 18 this year; the last has extra days from Nav.
    for (child, year) in [(0, 2014), (1, 2013), (2, 2008)] {
        tell("child.birth_date", Whose::Child(child), Value::Date(date(year, 12, 31)));
        tell("child.extended_care_days", Whose::Child(child), Value::Bool(child == 2));
        tell("child.delt_bosted", Whose::Child(child), Value::Bool(false));
    }
    tell("adult.child_lives_with", Whose::Adult(0), Value::Bool(true));
    tell("adult.lives_with_other_parent", Whose::Adult(0), Value::Bool(false));
    tell("adult.is_worker", Whose::Adult(0), Value::Bool(true));
    tell("adult.weeks_in_work", Whose::Adult(0), Value::Number(rights::Number::whole(52).unwrap()));
    let right = catalogue.right("care_days").unwrap();
    let answers = catalogue.on(DAY).answers_of(&household, std::iter::once(right));
    // Two children counted, alone with both, one of them extended: 10 + 10 + 20.
    assert_eq!(answers.list[0].amount.map(|it| it.to_string()), Some("40".into()));
}
