//! What holds of any question and of any file.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

use proptest::prelude::*;
use rights::{Fault, File, Knowledge};
use search::{Doc, Lexicon, Search, Shelf};

fn load(files: &[File]) -> Result<Lexicon, Vec<Fault>> {
    Lexicon::load(files, Knowledge::shipped().unwrap())
}

/// The faults of the shipped words after a change of one file.
fn wrong(file: &str, change: impl FnOnce(&str) -> String) -> Vec<String> {
    let mut files = search::files();
    let (_, text) = files.iter_mut().find(|(name, _)| name == file).unwrap();
    *text = change(text);
    load(&files).unwrap_err().iter().map(ToString::to_string).collect()
}

fn has(faults: &[String], what: &str) {
    assert!(faults.iter().any(|it| it.contains(what)), "{faults:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_answered_the_same_each_time(text in any::<String>()) {
        let search = Search::shipped().unwrap();
        let (one, two) = (search.ask(&text), search.ask(&text));
        prop_assert_eq!(&one.hits, &two.hits);
        prop_assert!(one.hits.iter().all(|hit| hit.fits.is_finite() && hit.fits <= 1.0 && hit.fits >= 0.0));
    }

    #[test]
    fn words_in_any_order_and_case_find_the_same(words in prop::collection::vec(
        prop::sample::select(vec!["barnehage", "dyr", "skyss", "søvn", "bolig", "rullestol", "eksen", "ppt"]), 1..5)) {
        let search = Search::shipped().unwrap();
        let mut turned = words.clone();
        turned.reverse();
        let (one, two) = (search.ask(&words.join(" ")), search.ask(&turned.join(", ").to_uppercase()));
        prop_assert_eq!(one.hits, two.hits);
    }

    #[test]
    fn a_damaged_file_is_told_of_and_nothing_falls(
        file in 0..5_usize, at in 0.0..1.0_f64, put in "[\\]\\[\"=#a-zæ,\n ]{0,4}", take in 0..6_usize) {
        let mut files = search::files();
        let (name, text) = &mut files[file];
        let mut letters: Vec<char> = text.chars().collect();
        let at = (letters.len() as f64 * at) as usize;
        letters.splice(at..(at + take).min(letters.len()), put.chars());
        let (name, lines) = (name.clone(), letters.iter().filter(|it| **it == '\n').count() + 1);
        *text = letters.into_iter().collect();
        if let Err(faults) = load(&files) {
            prop_assert!(!faults.is_empty());
            for fault in faults.iter().filter(|fault| fault.file == name) {
                prop_assert!((1..=lines + 1).contains(&fault.line) && !fault.what.is_empty(), "{}", fault);
            }
        }
    }
}

#[test]
fn a_very_long_text_is_cut_and_still_answered() {
    let search = Search::shipped().unwrap();
    let long = format!("barnehagepris {}", "å".repeat(2_000_000));
    assert_eq!(search::cut(&long).0.chars().count(), search::LONGEST);
    assert!(search::cut(&long).1 && !search::cut("kort").1);
    assert!(!search.ask(&long).hits.is_empty());
    let many = "hjelpestønnad ".repeat(100_000);
    assert!(!search.ask(&many).hits.is_empty());
}

#[test]
fn nothing_like_it_finds_nothing() {
    let search = Search::shipped().unwrap();
    for text in ["", "   ", "!!!", "xqzwv", "og i på det som", "1234567890", "🙂🙂"] {
        let found = search.ask(text);
        assert!(found.hits.is_empty() && found.topics.is_empty(), "«{text}»: {:?}", found.hits);
    }
}

#[test]
fn a_shelf_of_services_is_found_by_name_description_and_compound() {
    let lexicon = load(&search::files()).unwrap();
    let doc = |name: &str, words: &str| Doc {
        name: [name.to_owned(), name.to_owned()],
        words: [words.to_owned(), String::new()],
        ..Doc::default()
    };
    let docs = [
        doc("Boligkontoret", "Startlån, bostøtte og kommunal bolig."),
        doc("Lindvik IL", "Fotball og håndball."),
    ];
    let shelf = Shelf::of(&docs, &lexicon).unwrap();
    let first = |text: &str| {
        let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        shelf.ask(&lexicon, &words, &[], 5).unwrap().first().map(|(place, _)| *place)
    };
    assert_eq!(first("bustøtte"), Some(0));
    assert_eq!(first("fotbal"), Some(1));
    assert_eq!(first("rørlegger"), None);
    assert_eq!(Shelf::of(&[], &lexicon).unwrap().ask(&lexicon, &["bolig".to_owned()], &[], 5).unwrap(), []);
}

#[test]
fn a_fault_is_told_with_its_file_its_line_and_what_to_do() {
    has(
        &wrong("search/nynorsk.toml", |text| format!("{text}\npenge = \"penger\"\n")),
        "`penge` has that stem already",
    );
    has(
        &wrong("search/nynorsk.toml", |text| format!("{text}\n\"to ord\" = \"penger\"\n")),
        "must be one word",
    );
    let last = search::files().into_iter().find(|(name, _)| name == "search/everyday.toml").unwrap().1;
    let line = last.lines().count() + 1;
    let more =
        |text: &str| format!("{text}[[everyday]]\nfor = \"moeny\"\nnb = \"a\"\nnn = \"a\"\nen = \"a\"\n");
    has(
        &wrong("search/everyday.toml", more),
        &format!("search/everyday.toml:{}: there is no right and no situation `moeny`", line + 1),
    );
    let again =
        |text: &str| format!("{text}[[everyday]]\nfor = \"money\"\nnb = \"a\"\nnn = \"a\"\nen = \"a\"\n");
    has(&wrong("search/everyday.toml", again), "`money` has words above");
    has(
        &wrong("search/same.toml", |text| format!("{text}\n[[same]]\nwords = [\"alene\"]\n")),
        "are at least two",
    );
    has(
        &wrong("search/same.toml", |text| format!("{text}\n[[same]]\nwords = [\"jeg\", \"selv\"]\n")),
        "is in quiet.toml",
    );
    has(
        &wrong("search/topics.toml", |text| text.replace("\"police\"", "\"polis\"")),
        "`ring` must be of police",
    );
    has(
        &wrong("search/topics.toml", |text| text.replace("situation = \"unsafe\"", "situation = \"money\"")),
        "`money` is open to all",
    );
    has(
        &wrong("search/topics.toml", |text| text.replace("situation = \"unsafe\"", "situation = \"mind\"")),
        "the situation `unsafe` is private and in no topic",
    );
    has(&wrong("search/quiet.toml", |text| format!("{text}\nmore = 1\n")), "`more` means nothing here");
    let mut files = search::files();
    files.retain(|(name, _)| name != "search/same.toml");
    files.push(("search/ord.toml".to_owned(), String::new()));
    let faults: Vec<String> = load(&files).unwrap_err().iter().map(ToString::to_string).collect();
    has(&faults, "search/same.toml:1: the file is missing");
    has(&faults, "search/ord.toml:1: this file is not read");
}
