//! The rules of the family import, one by one, through the public door.

#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "tests may stop, and say why they skip")]

use exchange::families::{FamilyImport, Protection, read_families};
use exchange::{Problem, Severity};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 8, 1);
const FAMILIES: &str =
    "familie_id;bydel;mottatt;status\nF1;Fjellside;2026-02-03;aktiv\nF2;;2026-02-04;venteliste\n";
const PERSONS: &str =
    "person_id;familie_id;fodselsnummer;fornavn;etternavn;fodselsdato;rolle;sprak;tolk;adressebeskyttelse\n";
/// Synthetic, born 1989-05-17 and 2019-09-02.
const MINA: &str = "P1;F1;17858900034;Mina;Eksempel;1989-05-17;voksen;nb;nei;ugradert\n";
const BO: &str = "P2;F1;02891950074;Bo;Eksempel;2019-09-02;barn;nb;nei;ugradert\n";
const RELATIONS: &str = "fra_person;til_person;relasjon;foreldreansvar;bosted\n";
const SERVICES: &str = "person_id;tjeneste;fra;til\n";

fn import(files: &[(&str, String)]) -> FamilyImport {
    let files: Vec<_> = files.iter().map(|(kind, text)| (format!("{kind}.csv"), text)).collect();
    read_families(&files, TODAY)
}

/// Families F1 and F2 with these person, relation and service rows.
fn with(persons: &str, relations: &str, services: &str) -> FamilyImport {
    import(&[
        ("families", FAMILIES.to_owned()),
        ("persons", format!("{PERSONS}{persons}")),
        ("relations", format!("{RELATIONS}{relations}")),
        ("services", format!("{SERVICES}{services}")),
    ])
}

/// Findings as `severity file:row field key`, without the words about families that are empty.
fn told(import: &FamilyImport) -> Vec<String> {
    let about_empty = |problem: &Problem| matches!(problem, Problem::FamilyEmpty { .. });
    let findings = import.findings.iter().filter(|f| !about_empty(&f.problem));
    findings
        .map(|f| {
            let key = f.message_key().trim_start_matches("import-fault-");
            let row = f.row.map_or_else(String::new, |row| format!(":{row}"));
            format!(
                "{:?} {}{row} {} {key}",
                f.severity,
                f.file.trim_end_matches(".csv"),
                f.field.as_deref().unwrap_or("-")
            )
        })
        .collect()
}

fn keys(import: &FamilyImport) -> Vec<&str> {
    import.persons.iter().map(|person| person.key.as_str()).collect()
}

#[test]
fn a_right_import_loads_whole_and_without_a_word() {
    let import = with(&format!("{MINA}{BO}"), "P1;P2;forelder;felles;delt\n", "P2;barnehage;2021-08-16;\n");
    assert_eq!(told(&import), Vec::<String>::new());
    assert_eq!((import.families.len(), import.persons.len()), (2, 2));
    assert_eq!((import.relations.len(), import.services.len()), (1, 1));
    assert_eq!(import.families[0].district.as_deref(), Some("Fjellside"));
    assert_eq!(import.persons[1].birth_date, date(2019, 9, 2));
    assert_eq!(import.persons[1].place.row, 3);
    assert_eq!(import.services[0].to, None);
}

#[test]
fn each_fault_in_a_person_is_told_with_row_and_field_and_the_others_load() {
    for (column, value, expected) in [
        (0, "", "person_id missing"),
        (1, "", "familie_id missing"),
        (1, "F9", "familie_id reference-missing"),
        (2, "02891950075", "fodselsnummer national-id-check"),
        (2, "0289195007", "fodselsnummer national-id-length"),
        (2, "0289195007x", "fodselsnummer national-id-text"),
        (2, "2,89E+09", "fodselsnummer national-id-spoiled"),
        (2, "00000000000", "fodselsnummer national-id-date"),
        (3, "Bo 17858900034", "fornavn national-id-in-text"),
        (3, "B\u{fffd}", "fornavn broken-text"),
        (5, "2019-09-03", "fodselsnummer national-id-birth-date"),
        (5, "2.9.19", "fodselsdato not-a-date"),
        (5, "2026-08-02", "fodselsdato date-future"),
        (5, "1019-09-02", "fodselsdato date-too-old"),
        (6, "unge", "rolle not-a-choice"),
        (7, "klingonsk", "sprak not-a-language"),
        (8, "kanskje", "tolk not-a-choice"),
        (9, "", "adressebeskyttelse missing"),
        (9, "hemmelig", "adressebeskyttelse not-a-choice"),
    ] {
        let mut cells: Vec<&str> = BO.trim().split(';').collect();
        cells[column] = value;
        if column == 5 && expected.starts_with("fodselsdato") {
            cells[2] = "";
        }
        let import = with(&format!("{}\n{MINA}", cells.join(";")), "", "");
        assert_eq!(told(&import), [format!("Rejected persons:2 {expected}")], "{value}");
        assert_eq!(keys(&import), ["P1"], "{value}");
    }
}

#[test]
fn what_can_be_read_safely_is_read_and_told() {
    for (column, value, expected) in [
        (0, " P2 ", Some("Normalised persons:2 person_id blanks-cut")),
        (2, "028919 50074", Some("Normalised persons:2 fodselsnummer blanks-cut")),
        (2, "2891950074", Some("Normalised persons:2 fodselsnummer national-id-zero")),
        (2, "", None),
        (3, "B\u{200b}o", Some("Normalised persons:2 fornavn control-characters")),
        (3, "=Bo", Some("Told persons:2 fornavn formula-text")),
        (4, "", Some("Told persons:2 etternavn left-empty")),
        (5, "02.09.2019", Some("Normalised persons:2 fodselsdato date-read")),
        (6, "BARN", Some("Normalised persons:2 rolle choice-read")),
        (7, "Somali", Some("Normalised persons:2 sprak choice-read")),
        (7, "", Some("Told persons:2 sprak left-empty")),
        (8, "J", Some("Normalised persons:2 tolk choice-read")),
        (9, "strengt fortrolig", Some("Normalised persons:2 adressebeskyttelse choice-read")),
    ] {
        let mut cells: Vec<&str> = BO.trim().split(';').collect();
        cells[column] = value;
        let mut import = with(&format!("{}\n{MINA}", cells.join(";")), "", "");
        import.findings.retain(|f| f.problem != Problem::ProtectedDistrict);
        assert_eq!(told(&import), expected.into_iter().collect::<Vec<_>>(), "{value}");
        assert_eq!(keys(&import), ["P2", "P1"], "{value}");
    }
}

#[test]
fn several_faults_in_one_row_are_all_told() {
    let import = with("P2;F1;1;;;x;y;klingonsk;z;\n", "", "");
    assert_eq!(
        import.findings.iter().filter(|f| f.severity == Severity::Rejected && f.row == Some(2)).count(),
        7
    );
}

#[test]
fn rows_that_hang_on_a_rejected_row_are_rejected_with_the_reason() {
    let faulty = BO.replace("barn", "unge");
    let import = with(
        &format!("{MINA}{faulty}"),
        "P1;P2;forelder;felles;delt\n",
        "P2;skole;2025-08-18;\nP7;NAV;2025-01-01;\n",
    );
    let expected = [
        "Rejected persons:3 rolle not-a-choice",
        "Rejected relations:2 til_person reference-rejected",
        "Rejected services:2 person_id reference-rejected",
        "Rejected services:3 person_id reference-missing",
    ];
    assert_eq!(told(&import), expected);
    assert_eq!(import.findings[2].problem, Problem::ReferenceRejected { key: "P2".into(), other: 3 });
}

#[test]
fn a_family_whose_persons_are_all_rejected_loads_and_is_told() {
    let import = with(&MINA.replace("voksen", "x"), "", "");
    assert_eq!(
        told(&import),
        ["Told families:2 familie_id family-all-rejected", "Rejected persons:2 rolle not-a-choice"]
    );
    assert_eq!(import.families.len(), 2);
    let faulty_family = import_families_faulty();
    assert_eq!(
        told(&faulty_family),
        ["Rejected families:2 mottatt not-a-date", "Rejected persons:2 familie_id reference-rejected"]
    );
}

fn import_families_faulty() -> FamilyImport {
    import(&[
        ("families", FAMILIES.replace("2026-02-03", "i fjor")),
        ("persons", format!("{PERSONS}{MINA}")),
        ("relations", RELATIONS.to_owned()),
        ("services", SERVICES.to_owned()),
    ])
}

#[test]
fn one_key_is_one_row() {
    let same = with(&format!("{BO}{BO}"), "", "");
    assert_eq!((told(&same), keys(&same)), (vec!["Told persons:3 - row-twice".to_owned()], vec!["P2"]));
    let other = with(&format!("{BO}{}", BO.replace(";nb;", ";so;")), "", "P2;skole;2025-08-18;\n");
    assert_eq!(told(&other), ["Rejected persons:3 person_id key-twice"]);
    assert_eq!(other.services.len(), 1, "both rows are about Bo, so what hangs on the key is sure");
    let families = import(&[("families", format!("{FAMILIES}F2;Havna;2026-02-04;aktiv\n"))]);
    assert!(told(&families).contains(&"Rejected families:4 familie_id key-twice".to_owned()));
    assert_eq!(families.families.len(), 2);
}

#[test]
fn nothing_is_hung_on_a_key_that_two_persons_have() {
    let third = "P2;F1;;Ida;Eksempel;2020-01-01;barn;nb;nei;ugradert\n";
    let import = with(&format!("{BO}{}{third}", MINA.replace("P1", "P2")), "", "P2;skole;2025-08-18;\n");
    let expected = [
        "Rejected persons:3 person_id key-twice",
        "Rejected persons:4 person_id key-twice",
        "Rejected services:2 person_id reference-ambiguous",
    ];
    assert_eq!((told(&import), keys(&import)), (expected.map(str::to_owned).to_vec(), vec!["P2"]));
}

#[test]
fn one_number_is_one_person() {
    let again = BO.replace("P2", "P3").replace("Bo;", "BO;").replace("ugradert", "fortrolig");
    let merged =
        with(&format!("{MINA}{BO}{again}"), "P1;P3;forelder;felles;delt\n", "P3;skole;2025-08-18;\n");
    assert_eq!(
        (told(&merged), keys(&merged)),
        (vec!["Told persons:4 fodselsnummer number-merged".into()], vec!["P1", "P2"])
    );
    assert_eq!((merged.relations[0].to.as_str(), merged.services[0].person.as_str()), ("P2", "P2"));
    assert_eq!(merged.persons[1].also, ["P3"]);
    assert_eq!(merged.persons[1].protection, Protection::Confidential, "the stricter one holds");

    let elsewhere = with(&format!("{BO}{}", again.replace("F1", "F2")), "", "P3;skole;2025-08-18;\n");
    let expected = [
        "Rejected persons:3 fodselsnummer number-other-family",
        "Decide persons:3 fodselsnummer number-other-family",
        "Rejected services:2 person_id reference-rejected",
    ];
    assert_eq!(told(&elsewhere)[1..], expected, "F2 is left without persons, which is told first");
    assert_eq!(keys(&elsewhere), ["P2"]);

    let other_name = with(&format!("{BO}{}", again.replace("BO", "Ida")), "", "");
    assert_eq!(told(&other_name)[0], "Rejected persons:3 fodselsnummer number-other-name");
    assert_eq!(keys(&other_name), ["P2"]);
}

#[test]
fn likely_doubles_are_put_before_a_person_and_twins_are_not() {
    let named = |key: &str, family: &str, first: &str| {
        format!("{key};{family};;{first};Eksempel;2019-09-02;barn;nb;nei;ugradert\n")
    };
    let double = with(&format!("{BO}{}", named("P3", "F2", "Bo Aslak")), "", "");
    assert_eq!(told(&double), ["Decide persons:3 person_id likely-double"]);
    assert_eq!(
        double.findings[0].problem,
        Problem::LikelyDouble { first: "P2".into(), second: "P3".into(), other: 2 }
    );
    assert_eq!(keys(&double), ["P2", "P3"], "both load until somebody decides");
    let twins = with(&format!("{BO}{}", named("P3", "F1", "Ella")), "", "");
    assert_eq!(told(&twins), Vec::<String>::new());
    let many: String =
        (0..60).map(|n| named(&format!("X{n}"), "F1", "abcdefghij".split_at(n % 10).1)).collect();
    assert!(
        with(&many, "", "")
            .findings
            .iter()
            .any(|f| matches!(f.problem, Problem::ManySameBirthDate { count: 60 }))
    );
}

#[test]
fn relations_and_services_have_rules_of_their_own() {
    let far = "P4;F2;;Ida;Prøve;2020-01-01;barn;nb;nei;ugradert\n";
    for (relation, expected) in [
        ("P1;P1;forelder;felles;fast", "Rejected relations:2 til_person relation-to-self"),
        ("P2;P1;forelder;felles;fast", "Rejected relations:2 fra_person relation-roles"),
        ("P1;P4;forelder;felles;fast", "Told relations:2 til_person relation-across"),
        ("P1;P2;tante;felles;fast", "Rejected relations:2 relasjon not-a-choice"),
        ("P1;P2;forelder;begge;fast", "Rejected relations:2 foreldreansvar not-a-choice"),
        ("P1;P2;forelder;felles;samver", "Rejected relations:2 bosted not-a-choice"),
        ("P1;P2;forelder;felles;samvaer", "Normalised relations:2 bosted choice-read"),
        ("P1;P2;forelder;felles;fast\nP1;P2;forelder;felles;fast", "Told relations:3 - row-twice"),
        ("P1;P2;forelder;felles;fast\nP1;P2;forelder;mor;fast", "Rejected relations:3 fra_person key-twice"),
    ] {
        assert_eq!(told(&with(&format!("{MINA}{BO}{far}"), &format!("{relation}\n"), "")), [expected]);
    }
    for (service, expected) in [
        ("P2;skole;2025-08-18;2025-08-17", "Rejected services:2 til end-before-start"),
        ("P2;skole;;", "Rejected services:2 fra missing"),
        ("P2;;2025-08-18;", "Rejected services:2 tjeneste missing"),
        ("P2;skole;2025-08-18", "Normalised services:2 - cells-padded"),
        ("P2;skole", "Rejected services:2 - cell-count"),
        ("P2;skole;2025-08-18;\nP2;skole;2025-08-18;2026-01-01", "Rejected services:3 person_id key-twice"),
    ] {
        assert_eq!(told(&with(&format!("{MINA}{BO}"), "", &format!("{service}\n"))), [expected]);
    }
}

#[test]
fn missing_files_are_told_and_what_hangs_on_them_is_not_read() {
    let families = || ("families", FAMILIES.to_owned());
    let persons = || ("persons", format!("{PERSONS}{MINA}"));
    let both = import(&[families(), persons()]);
    assert_eq!(told(&both), ["Told relations - file-missing", "Told services - file-missing"]);
    assert_eq!(both.persons.len(), 1);
    let alone =
        import(&[persons(), ("services", SERVICES.to_owned()), ("huskeliste", String::new()), persons()]);
    let expected = [
        "Rejected families - file-missing",
        "Rejected persons - file-twice",
        "Rejected persons - file-not-read",
        "Told relations - file-missing",
        "Rejected services - file-not-read",
        "Told huskeliste - file-unknown",
    ];
    assert_eq!(told(&alone), expected);
    let no_column = import(&[("families", FAMILIES.replace("mottatt", "dato")), persons()]);
    assert!(told(&no_column).contains(&"Rejected families mottatt column-missing".to_owned()));
    assert!(told(&no_column).contains(&"Rejected persons - file-not-read".to_owned()));
}

#[test]
fn an_address_in_an_unknown_column_is_not_read_and_a_strictly_protected_one_is_told() {
    let persons = format!(
        "{}\n{}\n{}\n",
        PERSONS.trim().to_owned() + ";Postadresse",
        MINA.trim().replace("ugradert", "strengtFortrolig") + ";Hemmelig vei 1",
        BO.trim().to_owned() + ";"
    );
    let import = import(&[("families", FAMILIES.to_owned()), ("persons", persons)]);
    let found = told(&import);
    assert!(found.contains(&"Told persons:1 Postadresse column-address".to_owned()), "{found:?}");
    assert!(found.contains(&"Told persons:2 - protected-address".to_owned()));
    assert!(found.contains(&"Told families:2 bydel protected-district".to_owned()));
    assert!(!format!("{import:?}").contains("Hemmelig"));
}

#[test]
fn addresses_in_their_own_columns_are_read_whole_or_not_at_all() {
    let header = PERSONS.trim().to_owned() + ";adresse;postnummer;poststed";
    let row = |person: &str, home: &str| format!("{};{home}\n", person.trim());
    let read = |persons: String| {
        import(&[("families", FAMILIES.to_owned()), ("persons", format!("{header}\n{persons}"))])
    };
    let whole = read(row(MINA, "Fjordveien 7;4299;Lindvik") + &row(BO, ";;"));
    assert!(!told(&whole).iter().any(|told| told.contains("persons:")), "{:?}", told(&whole));
    let home = whole.persons[0].home.as_ref().unwrap();
    assert_eq!((&*home.street, &*home.postal_code, &*home.place), ("Fjordveien 7", "4299", "Lindvik"));
    assert_eq!(whole.persons[1].home, None);
    let half = read(row(MINA, "Fjordveien 7;4299;"));
    assert_eq!(half.persons[0].home, None);
    assert!(told(&half).contains(&"Told persons:2 poststed left-empty".to_owned()), "{:?}", told(&half));
    // Nothing that is told or printed holds a street.
    assert!(!format!("{whole:?}{half:?}").contains("Fjordveien"));
}

#[test]
fn r80_the_address_of_a_strictly_protected_person_is_not_read_also_when_another_row_says_so() {
    let header = PERSONS.trim().to_owned() + ";adresse;postnummer;poststed";
    let strict = MINA.replace("ugradert", "strengtFortrolig");
    let again = strict.replace("P1;", "P9;");
    for rows in [
        format!("{};Fjordveien 7;4299;Lindvik\n", strict.trim()),
        format!("{};Fjordveien 7;4299;Lindvik\n{};;;\n", MINA.trim(), again.trim()),
        format!("{};;;\n{};Fjordveien 7;4299;Lindvik\n", strict.trim(), MINA.trim().replace("P1;", "P9;")),
    ] {
        let import = import(&[("families", FAMILIES.to_owned()), ("persons", format!("{header}\n{rows}"))]);
        assert_eq!((import.persons.len(), &import.persons[0].home), (1, &None), "{:?}", told(&import));
        assert_eq!(import.persons[0].protection, Protection::StrictlyConfidential);
    }
}

#[test]
fn separators_encodings_and_column_order_do_not_matter() {
    let plain = with(&format!("{MINA}{}", BO.replace("Bo", "Bjørg")), "", "");
    let commas = import(&[
        ("families", FAMILIES.replace(';', ",")),
        (
            "persons",
            format!("\u{feff}{PERSONS}{MINA}{}", BO.replace("Bo", "Bjørg"))
                .replace(';', ",")
                .replace('\n', "\r\n"),
        ),
        ("relations", RELATIONS.to_owned()),
        ("services", SERVICES.to_owned()),
    ]);
    assert_eq!(plain, commas);
    let latin: Vec<u8> = format!("{PERSONS}{MINA}{}", BO.replace("Bo", "Bjørg"))
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let windows = read_families(&[("families.csv", FAMILIES.as_bytes()), ("Persons.CSV", &latin)], TODAY);
    assert!(told(&windows).contains(&"Normalised Persons.CSV - encoding".to_owned()));
    assert_eq!(windows.persons[1].first_name, "Bjørg");
}

#[test]
fn no_national_id_comes_out_anywhere() {
    let number = "17858900034";
    let persons = format!(
        "{MINA}{}{number};F1;;A;B;2001-01-01;barn;{number};{number};{number}\n{number};{number};x;{number};{number};{number};{number};;;\n",
        MINA.replace("P1", "P9")
    );
    let all = format!("{number};{number};{number};{number};{number}\n");
    let import = read_families(
        &[
            ("families.csv", format!("{FAMILIES}{number};{number};{number};{number}\n")),
            ("persons.csv", format!("{PERSONS}{persons}")),
            ("relations.csv", format!("{RELATIONS}{all}")),
            ("services.csv", format!("{};{number}\n{all}", SERVICES.trim())),
            (&format!("{number}.csv"), String::new()),
        ],
        TODAY,
    );
    assert!(!format!("{import:?}").contains(number) && import.findings.len() > 10);
    for finding in &import.findings {
        assert!(!format!("{:?}", finding.args()).contains(number));
    }
}

/// A release build reads 100,000 rows in about a second; the limits leave room for a busy machine.
#[test]
fn a_hundred_thousand_rows_are_read_in_seconds() {
    use std::fmt::Write;
    let count: usize = if cfg!(debug_assertions) { 4_000 } else { 20_000 };
    let (mut families, mut persons) = (FAMILIES.to_owned(), PERSONS.to_owned());
    let (mut relations, mut services) = (RELATIONS.to_owned(), SERVICES.to_owned());
    for n in 0..count {
        let letters: String =
            format!("{n:05}").bytes().map(|digit| char::from(digit - b'0' + b'a')).collect();
        let month = n % 12 + 1;
        writeln!(families, "X{n};Havna;2026-01-0{};aktiv", n % 9 + 1).unwrap();
        writeln!(
            persons,
            "A{n};X{n};;{letters}a;Prøve;19{}-{month:02}-05;voksen;nb;nei;ugradert",
            n % 40 + 50
        )
        .unwrap();
        writeln!(persons, "B{n};X{n};;{letters}b;Prøve;2015-01-01;barn;nb;nei;ugradert").unwrap();
        writeln!(relations, "A{n};B{n};forelder;felles;fast").unwrap();
        writeln!(services, "B{n};skole;2021-08-16;").unwrap();
    }
    let start = std::time::Instant::now();
    let import = import(&[
        ("families", families),
        ("persons", persons),
        ("relations", relations),
        ("services", services),
    ]);
    assert_eq!(
        (import.persons.len(), import.relations.len(), import.services.len()),
        (2 * count, count, count)
    );
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}
