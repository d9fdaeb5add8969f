//! R48: what in a text can tell whom it is about. What always identifies is found however it is written; the rest is
//! shown to the writer.

use access::{Find, FindKind, finds};
use dossier::Guide;
use proptest::prelude::*;

fn found(text: &str) -> Vec<Find> {
    let guide = Guide::parse(include_str!("../../../../knowledge/services/duty.json")).unwrap();
    let day = "2026-11-19".parse().unwrap();
    finds(text, guide.identifying(day), &["Granlia skole", "Barnevernvakta", "Kroken"])
}

fn kinds(text: &str) -> Vec<(&'static str, String)> {
    found(text).into_iter().map(|find| (find.kind.code(), find.words)).collect()
}

fn one(text: &str, kind: FindKind, words: &str) {
    let all = found(text);
    assert!(all.contains(&Find { kind, words: words.into() }), "{text}: {all:?}");
}

#[test]
fn r48_a_national_id_is_found_however_it_is_written_and_also_when_it_is_wrong() {
    for (text, words) in [
        ("Nummeret er 02091912345.", "02091912345"),
        ("020919 12345", "020919 12345"),
        ("020919-12345", "020919-12345"),
        ("02.09.19 12345", "02.09.19 12345"),
        ("02 09 19 123 45", "02 09 19 123 45"),
        ("D-nummer 42091912345", "42091912345"),
        ("020919\u{a0}12345", "020919 12345"),
        ("0209\u{200b}1912345", "02091912345"),
        ("٠٢٠٩١٩١٢٣٤٥", "02091912345"),
        ("０２０９１９１２３４５", "02091912345"),
        ("x02091912345y", "02091912345"),
        ("9020919123456", "9020919123456"),
    ] {
        one(text, FindKind::NationalId, words);
    }
}

#[test]
fn r48_telephones_e_mail_and_addresses_are_found() {
    for text in ["400 00 123", "40000123", "22 33 44 55", "400-00-123", "4000 0123"] {
        one(&format!("Ring {text} i kveld"), FindKind::Phone, text);
    }
    one("Ring +47 400 00 123", FindKind::Phone, "47 400 00 123");
    one("Ring 0047 400 00 123", FindKind::Phone, "0047 400 00 123");
    one("Født 12.03.2019, 400 00 123", FindKind::Phone, "400 00 123");
    one("Skriv til kari.n@lindvik.no.", FindKind::Email, "kari.n@lindvik.no");
    one("Hun er @kari_n der", FindKind::Email, "kari_n");
    one("Se https://eksempel.no/kari", FindKind::Email, "https://eksempel.no/kari");
    one("De bor i Strandgata 4.", FindKind::Address, "Strandgata 4");
    one("de bor i strandgata 4b", FindKind::Address, "strandgata 4b");
    one("De bor i Kongens gate 12, oppe", FindKind::Address, "Kongens gate 12");
    one("De bor i 7800 Namsos", FindKind::Address, "7800 Namsos");
}

#[test]
fn r48_ordinary_numbers_are_no_telephones_and_no_addresses() {
    for text in [
        "Møtet er kl. 08.30 og 17.30.",
        "I skoleåret 2024-2025 og 2025 2026 var det bra.",
        "Han er 7 år og går i 2. klasse.",
        "Det koster 12 500 kroner.",
        "Ring 116 111 eller 112.",
        "De er på vei 2 ganger i uka.",
        "I 2024 Begynte det.",
    ] {
        let hard: Vec<_> = found(text).into_iter().filter(|find| find.kind.always()).collect();
        assert!(hard.is_empty(), "{text}: {hard:?}");
    }
}

#[test]
fn r48_dates_and_long_numbers_are_shown() {
    for (text, words) in [
        ("Født 12.03.2019 her", "12.03.2019"),
        ("Født 12.3.19", "12.3.19"),
        ("Født 2019-03-12", "2019-03-12"),
        ("Født 12/3-2019", "12/3-2019"),
        ("Født 20190312", "20190312"),
        ("Født 12. mars 2019", "mars 2019"),
    ] {
        assert_eq!(kinds(text), [("date", words.to_owned())]);
    }
    assert_eq!(kinds("Sak 123456"), [("number", "123456".to_owned())]);
}

#[test]
fn r48_names_are_words_with_a_capital_inside_a_sentence_and_common_given_names_anywhere() {
    assert_eq!(kinds("Gutten heter Sverdrup i klassen."), [("name", "Sverdrup".to_owned())]);
    assert_eq!(kinds("Kari Nordmann er sliten."), [("name", "Kari Nordmann".to_owned())]);
    assert_eq!(kinds("Brage Vold er sliten."), [("name", "Brage Vold".to_owned())]);
    assert_eq!(
        kinds("Emma er sliten. Emmas mor også."),
        [("name", "Emma".to_owned()), ("name", "Emmas".to_owned())]
    );
    assert_eq!(kinds("Hun bor hos f.eks. Sverdrup"), [("name", "Sverdrup".to_owned())]);
    assert!(
        kinds("Barnet er slitent. Mor har spurt BUP og NAV.\nDet er to år siden.\n- Nå vil vi vite mer.")
            .is_empty()
    );
}

#[test]
fn r48_schools_and_services_are_found_by_the_names_in_the_directory() {
    assert_eq!(kinds("Gutten går på granlia skole."), [("service", "Granlia skole".to_owned())]);
    assert_eq!(kinds("Gutten går på Granlia skole."), [("service", "Granlia skole".to_owned())]);
    assert!(kinds("Vi sitter i krokene våre.").is_empty(), "a part of a word is no service");
}

#[test]
fn r48_what_few_have_and_a_diagnosis_with_an_age_are_shown() {
    assert_eq!(
        kinds("Hun er tvilling og adoptert."),
        [("rare", "tvilling".to_owned()), ("rare", "adoptert".to_owned())]
    );
    assert_eq!(kinds("Familien er fra et somalisk miljø."), [("rare", "somalisk".to_owned())]);
    for (text, words) in [
        ("Gutt, 7 år, med epilepsi.", "epilepsi, 7 år"),
        ("En 7-åring med epilepsi.", "epilepsi, 7-åring"),
        ("En sjuåring med ADHD", "ADHD, sjuåring"),
        ("En 12-årig gutt med cerebral parese", "cerebral parese, 12-årig"),
    ] {
        assert_eq!(kinds(text), [("combination", words.to_owned())]);
    }
    assert!(kinds("Et barn med epilepsi.").is_empty());
    assert!(kinds("Et barn på 7 år.").is_empty());
    assert!(kinds("Noen enkle råd, på same måten.").is_empty(), "common words that begin as rare ones");
}

#[test]
fn r48_a_digit_behind_a_character_that_nobody_sees_does_not_hide_an_identity_number() {
    for text in
        ["1\u{feff}000000-00000A", "010190-12345\u{feff}6", "010190 12345\u{200b}0", "x 0101901234\u{2060}5"]
    {
        assert!(found(text).iter().any(|find| find.kind.always()), "{text:?}");
    }
}

proptest! {
    #[test]
    fn r48_eleven_digits_with_a_pause_after_six_never_pass(
        digits in "[0-9]{11}", pause in "[ .-]?", before in "\\PC{0,12}[^0-9(). /-]", after in "[^0-9(). /-]\\PC{0,12}",
    ) {
        let text = format!("{before}{}{pause}{}{after}", &digits[..6], &digits[6..]);
        prop_assert!(found(&text).iter().any(|find| find.kind.always()), "{}", text);
    }

    #[test]
    fn r48_any_text_is_answered_and_no_find_is_told_twice(text in "\\PC{0,80}|[0-9 .@/A-Zå-]{0,60}") {
        let all = found(&text);
        for (place, find) in all.iter().enumerate() {
            prop_assert!(!all[..place].contains(find));
            prop_assert!(!find.words.is_empty());
        }
    }
}
