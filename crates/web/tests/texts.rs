//! The words: the same keys and variables in every language, and every key that a page uses.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

use std::collections::BTreeMap;
use std::path::Path;
use web::{Lang, Texts};

fn keys(lang: Lang) -> BTreeMap<String, Vec<String>> {
    Texts::keys(lang).into_iter().collect()
}

#[test]
fn every_text_file_can_be_read() {
    Texts::load().unwrap();
}

#[test]
fn all_languages_have_the_same_keys_with_the_same_variables() {
    let bokmaal = keys(Lang::Nb);
    for lang in [Lang::Nn, Lang::En] {
        let other = keys(lang);
        let missing: Vec<_> = bokmaal.keys().filter(|key| !other.contains_key(*key)).collect();
        let extra: Vec<_> = other.keys().filter(|key| !bokmaal.contains_key(*key)).collect();
        assert!(missing.is_empty(), "{} lacks {missing:?}", lang.code());
        assert!(extra.is_empty(), "{} has {extra:?}, which bokmål lacks", lang.code());
        for (key, variables) in &bokmaal {
            assert_eq!(variables, &other[key], "variables of `{key}` in {}", lang.code());
        }
    }
}

/// Keys that stand in the code as they are; those that are put together end before a brace and are left out.
fn used(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            used(&path, found);
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        for call in [".t(\"", ".say(\"", ".with(\"", ".with(\n"] {
            for part in text.split(call).skip(1) {
                let part = part.trim_start().trim_start_matches('"');
                let key: String = part.chars().take_while(|letter| *letter != '"').collect();
                let plain = key.contains('-')
                    && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
                if plain {
                    found.push((key, path.display().to_string()));
                }
            }
        }
    }
}

#[test]
fn every_key_that_a_page_uses_has_a_text() {
    let known = keys(Lang::Nb);
    let mut found = Vec::new();
    used(Path::new("src"), &mut found);
    assert!(found.len() > 20, "the search for keys finds nothing");
    let missing: Vec<_> = found.iter().filter(|(key, _)| !known.contains_key(key)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn no_text_uses_words_that_judge_or_officialese() {
    const FORBIDDEN: &[&str] = &[
        "bruker ",
        "brukeren",
        "tiltakspakke",
        "iverksett",
        "i henhold til",
        "vedrørende",
        "vennligst",
        "ressurssvak",
        "problemfamilie",
    ];
    for lang in ["nb", "nn"] {
        for entry in std::fs::read_dir(Path::new("../../knowledge/texts").join(lang)).unwrap() {
            let path = entry.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap().to_lowercase();
            for word in FORBIDDEN {
                assert!(!text.contains(word), "«{word}» in {}", path.display());
            }
        }
    }
}

#[test]
fn every_word_of_the_vocabulary_has_a_text() {
    use access::terms::*;
    let texts = Texts::load().unwrap();
    let say = texts.say(Lang::Nb);
    let mut missing = Vec::new();
    macro_rules! check { ($($prefix:literal => $name:ident),+ $(,)?) => {$(
        for value in $name::ALL {
            let text = say.coded($prefix, value.code());
            if text.contains('⟦') { missing.push(text.into_owned()); }
        }
    )+}; }
    check!(
        "role" => Role, "category" => Category, "area" => Area, "sector" => Sector, "protection" => Protection,
        "generation" => Generation, "relation" => RelationKind, "responsibility" => Responsibility,
        "residence" => Residence, "horizon" => Horizon, "status" => ActionStatus, "contact" => ContactKind,
        "decline" => DeclineReason, "close" => CloseReason, "refusal" => Rule,
        "mandate" => MandateBasis, "interpreter-mode" => InterpretingMode,
    );
    for code in Payload::CODES {
        let text = say.coded("kind", code);
        if text.contains('⟦') {
            missing.push(text.into_owned());
        }
    }
    let rules = std::fs::read_to_string("../../knowledge/services/rules.json").unwrap();
    let rules = Rules::parse(&rules).unwrap();
    let day = "2026-11-22".parse().unwrap();
    for used_for in GroundFor::ALL {
        for ground in rules.legal_grounds(*used_for, day) {
            let complaint = ground.complaint.as_ref().map(|route| say.coded("complain", &route.to));
            let texts = [Some(say.coded("law", &ground.code)), complaint].into_iter().flatten();
            missing.extend(texts.filter(|text| text.contains('⟦')).map(std::borrow::Cow::into_owned));
        }
    }
    for day in ["2026-12-31", "2027-01-01"] {
        let rules = rules.interpreting(day.parse().unwrap());
        let coded = |prefix, code: &str| say.coded(prefix, code).into_owned();
        let levels = rules.levels.iter().map(|code| coded("interpreter-level", code));
        let unqualified = rules.unqualified.iter().map(|it| coded("interpreter-unqualified", &it.code));
        let without = rules.without.iter().map(|it| coded("interpreter-because", &it.code));
        missing.extend(levels.chain(unqualified).chain(without).filter(|text| text.contains('⟦')));
    }
    let processing = std::fs::read_to_string("../../knowledge/services/processing.json").unwrap();
    for activity in Processing::parse(&processing).unwrap().activities(day) {
        let acts = activity.acts.iter().map(|it| ("act-name", it.act.as_str()));
        let own = [("processing", activity.code.as_str()), ("processing-kept", activity.kept.as_str())];
        let receivers = activity.receivers.iter().map(|it| ("processing-receiver", it.as_str()));
        let basis = activity.basis.iter().map(|it| ("processing-basis", it.as_str()));
        let all = own.into_iter().chain(acts).chain(receivers).chain(basis);
        let mut texts: Vec<_> = all.map(|(prefix, code)| say.coded(prefix, code).into_owned()).collect();
        texts.push(say.say(&format!("processing-{}-why", activity.code)).into_owned());
        missing.extend(texts.into_iter().filter(|text| text.contains('⟦')));
    }
    for ground in access::Ground::ALL {
        let text = say.coded("ground", ground.code());
        if text.contains('⟦') {
            missing.push(text.into_owned());
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}
