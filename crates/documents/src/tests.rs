//! Every kind of sheet in every language: set without a warning, tagged, titled, and its text comes out again.

#![allow(clippy::unwrap_used, reason = "a document that cannot be read is a test that fails")]

use super::{Press, set};
use crate::legible::legible;
use lopdf::{Document, Object};
use serde_json::json;
use web::{Mark, Part, Piece, Printer, Row, Said, Sheet, Words};

fn sheet(language: &'static str) -> Sheet {
    let row = |label: &str, value: &str, source: &str| Row {
        label: label.into(),
        value: value.into(),
        source: source.into(),
    };
    Sheet {
        language,
        title: "Søknad: Avlastning for Yusuf".into(),
        sender: "Lindvik kommune".into(),
        day: "2026-11-19".parse().unwrap(),
        mark: None,
        head: vec![
            row("Til", "Tildelingskontoret", ""),
            row("Fra", "Rania Haddad, 400 00 101", ""),
            row("Kvittering", "K7M2-9QXA", ""),
        ],
        parts: vec![Part {
            heading: "Dette er sendt".into(),
            pieces: vec![
                Piece::Facts(vec![
                    row("Yusuf: Fødselsdato", "2. mai 2016", "Fra familien, 19. november 2026"),
                    row("Yusuf: Ekstra omsorg i uken", "18 t", "NAV Lindvik, 3. oktober 2026"),
                ]),
                Piece::Heading("Med egne ord".into()),
                Piece::Text("Nettene er tunge.\nVi sover lite.".into()),
            ],
        }],
        note: "Familien har selv sett over og sendt disse opplysningene.".into(),
        words: Words {
            fact: "Opplysning".into(),
            value: "Svar".into(),
            source: "Hvem sier det, og når".into(),
            page: "Side {page} av {pages}".into(),
            unset: "Noen tegn står som □.".into(),
        },
    }
}

/// Every kind of piece.
fn full(language: &'static str) -> Sheet {
    let said = |words: &str, own| Said { words: words.into(), by: "Marit, 20. november".into(), own };
    let mut sheet = sheet(language);
    sheet.mark = Some(Mark { short: "Utkast".into(), text: "Dette er ikke sendt.".into() });
    sheet.parts.push(Part {
        heading: "Svaret".into(),
        pieces: vec![
            Piece::Strong("Innvilget · 1. desember 2026".into()),
            Piece::Quiet("Gjelder fra 1. desember.".into()),
            Piece::Notice("En maskin har svart.".into()),
            Piece::Rows(vec![Row::new("Beløp", "1 000 kr")]),
            Piece::Talk(vec![said("Hvor mange netter?", false), said("Fem netter", true)]),
        ],
    });
    sheet
}

fn read(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).unwrap()
}

/// All text, with every space and soft break taken away: lines break where the page ends.
fn text(bytes: &[u8]) -> String {
    let document = read(bytes);
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    squeezed(&document.extract_text(&pages).unwrap())
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace() && *sign != '\u{200b}').collect()
}

fn with_words(words: &str) -> Sheet {
    let mut sheet = sheet("nb");
    sheet.parts[0].pieces = vec![
        Piece::Facts(vec![Row { label: words.into(), value: words.into(), source: words.into() }]),
        Piece::Text(words.into()),
        Piece::Notice(words.into()),
    ];
    sheet.title = words.into();
    sheet
}

#[test]
fn every_sheet_is_set_in_every_language_without_a_warning() {
    for language in ["nb", "nn", "en"] {
        for sheet in [sheet(language), full(language)] {
            let (bytes, warnings) = set(&sheet).unwrap();
            assert_eq!(warnings, 0);
            let document = read(&bytes);
            let catalog = document.catalog().unwrap();
            let lang = catalog.get(b"Lang").and_then(Object::as_str).unwrap();
            assert!(String::from_utf8_lossy(lang).starts_with(language));
        }
    }
}

#[test]
fn a_document_is_tagged_titled_and_says_which_standards_it_keeps_to() {
    let bytes = Press.pdf(&full("nb")).unwrap();
    let document = read(&bytes);
    let catalog = document.catalog().unwrap();
    assert!(catalog.has(b"StructTreeRoot"));
    let marked = catalog.get(b"MarkInfo").and_then(Object::as_dict).unwrap();
    assert!(marked.get(b"Marked").and_then(Object::as_bool).unwrap());
    let view = catalog.get(b"ViewerPreferences").and_then(Object::as_dict).unwrap();
    assert!(view.get(b"DisplayDocTitle").and_then(Object::as_bool).unwrap());
    let kinds: Vec<String> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"S").ok()?.as_name().ok())
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect();
    for kind in ["H1", "H2", "H3", "P", "Table", "TH", "TD", "L", "LI", "Lbl", "LBody"] {
        assert!(kinds.iter().any(|it| it == kind), "nothing is tagged {kind}: {kinds:?}");
    }
    let xmp = catalog.get(b"Metadata").and_then(Object::as_reference).unwrap();
    let xmp = document.get_object(xmp).and_then(Object::as_stream).unwrap();
    let xmp = String::from_utf8(xmp.decompressed_content().unwrap_or_else(|_| xmp.content.clone())).unwrap();
    assert!(xmp.contains("Avlastning for Yusuf") && xmp.contains("Lindvik kommune"));
    for says in ["<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"] {
        assert!(xmp.contains(says), "{says} is not in {xmp}");
    }
}

#[test]
fn all_that_a_sheet_says_can_be_read_out_of_it_again() {
    let found = text(&Press.pdf(&full("nb")).unwrap());
    for said in [
        "Søknad: Avlastning for Yusuf",
        "Tildelingskontoret",
        "Rania Haddad, 400 00 101",
        "K7M2-9QXA",
        "Dette er ikke sendt.",
        "Utkast",
        "Yusuf: Fødselsdato",
        "NAV Lindvik, 3. oktober 2026",
        "Nettene er tunge.",
        "Hvor mange netter?",
        "Fem netter",
        "Innvilget · 1. desember 2026",
        "Familien har selv sett over",
        "Side 1 av",
    ] {
        assert!(found.contains(&squeezed(said)), "«{said}» is not in {found}");
    }
}

#[test]
fn the_same_sheet_is_the_same_file() {
    assert_eq!(Press.pdf(&sheet("nb")).unwrap(), Press.pdf(&sheet("nb")).unwrap());
}

#[test]
fn whatever_is_written_comes_out_as_the_words_that_it_is() {
    let hostile = [
        "#import \"@preview/cetz:0.3\": *",
        "#read(\"/etc/passwd\") $ x^2 $ *strong* _em_ = heading",
        "#panic() // comment /* not closed ` raw <label> @ref \\ ~ ---",
        "\"}], \"mark\": {\"short\": \"x\"}",
        "{page} av {pages} { $day }",
    ];
    for words in hostile {
        let (bytes, warnings) = set(&with_words(words)).unwrap();
        assert_eq!(warnings, 0);
        let found = text(&bytes);
        assert!(!found.contains('—'), "three hyphens are no dash: {found}");
        // A word at the end of a line may have been divided.
        let undivided = |text: &str| squeezed(text).replace('-', "");
        let times = undivided(&found).matches(&undivided(words)).count();
        assert!(times >= 5, "«{words}» stands {times} times in {found}");
    }
}

#[test]
fn no_word_however_strange_keeps_a_sheet_from_being_set() {
    let long = "uavbruttogevigvarende".repeat(60);
    let many = "Vi sover lite. ".repeat(300);
    let strange = [
        long.as_str(),
        many.as_str(),
        "\u{0}\u{1}\u{7}\u{1b}[31m\u{7f}\u{85}\u{9f}",
        "\u{202e}snudd\u{202c} \u{2066}isolert\u{2069} \u{feff}\u{fffe}\u{ffff}",
        "\u{e000}\u{f8ff}\u{f0000}\u{10ffff}\u{fffd}",
        "لا ننام في الليل. שלום",
        "ሰላም ልጄ",
        "Не спимо вночі. Δεν κοιμόμαστε. Čáhppes",
        "❤️ 🙏🏽 👩‍👧‍👦 🇳🇴 1️⃣ ☺",
        "睡眠不足 நாங்கள் ვერ",
        "e\u{301}\u{302}\u{303}\u{304}\u{489}\u{489}",
        "\n\n\n",
        " ",
        "",
    ];
    for words in strange {
        let mut sheet = with_words(words);
        // A file without a title is not a document.
        sheet.title = format!("Søknad {words}").chars().take(400).collect();
        let (bytes, warnings) = set(&sheet).unwrap_or_else(|fault| panic!("«{words:.40}»: {fault}"));
        assert_eq!(warnings, 0);
        assert!(text(&bytes).contains("Kvittering"));
    }
}

#[test]
fn what_no_font_has_stands_as_a_square_and_the_sheet_says_so() {
    let found = text(&Press.pdf(&with_words("睡眠 og søvn")).unwrap());
    assert!(found.contains("□□ogsøvn"));
    assert!(found.contains(&squeezed("Noen tegn står som □.")));
    let found = text(&Press.pdf(&sheet("nb")).unwrap());
    assert!(!found.contains(&squeezed("Noen tegn står som")));
}

#[test]
fn signs_that_turn_text_around_are_taken_out_and_long_words_can_be_broken() {
    use typst::World;
    let world = crate::world::World::of(&sheet("nb")).unwrap();
    let mut value = json!({ "a": ["a\u{202e}b\tc\u{0}", "x".repeat(50)], "n": 7 });
    assert!(legible(&mut value, world.book()));
    assert_eq!(value["a"][0], "ab c");
    assert_eq!(value["a"][1], format!("{0}\u{200b}{0}\u{200b}{1}", "x".repeat(20), "x".repeat(10)));
    assert_eq!(value["n"], 7);
}

#[test]
fn the_typesetter_reaches_nothing_but_its_template_and_its_data() {
    use typst::World;
    use typst::syntax::{FileId, RootedPath, VirtualPath, VirtualRoot};
    let world = crate::world::World::of(&sheet("nb")).unwrap();
    for path in ["/etc/passwd", "Cargo.toml", "fonts/OFL.txt"] {
        let id = FileId::new(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).unwrap()));
        assert!(world.file(id).is_err() && world.source(id).is_err());
    }
    assert!(world.today(None).is_none());
}
