//! What is private is shown to whoever names it, and danger is seen.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

use search::{Found, Ring, Search, What};
use std::collections::BTreeSet;

fn ask(text: &str) -> Found<'static> {
    Search::shipped().unwrap().ask(text)
}

fn rings(found: &Found<'_>) -> BTreeSet<Ring> {
    found.topics.iter().flat_map(|it| it.ring.clone()).collect()
}

fn situations(found: &Found<'_>) -> Vec<&'static str> {
    let knowledge = Search::shipped().unwrap().knowledge();
    let id = |what| match what {
        What::Situation(place) => Some(knowledge.situations[place].id.as_str()),
        What::Right(_) => None,
    };
    found.hits.iter().filter_map(|hit| id(hit.what)).collect()
}

#[test]
fn whoever_names_violence_is_led_to_a_safe_place_and_told_whom_to_ring() {
    for text in [
        "mannen min slår meg",
        "han slo meg i går",
        "pappa slår mamma",
        "eg blir slått heime",
        "kjæresten min truer med å drepe meg",
        "stefar tar på meg om natta",
        "valdtekt",
        "redd for å gå hjem",
        "han trugar oss med kniv",
        "my husband hits me",
        "Mishandlng",
    ] {
        let found = ask(text);
        assert!(rings(&found).contains(&Ring::Police), "«{text}»");
        assert_eq!(situations(&found).first(), Some(&"unsafe"), "«{text}»: {:?}", situations(&found));
    }
}

#[test]
fn whoever_names_a_wish_to_die_is_told_whom_to_ring() {
    for text in [
        "jeg vil ikke leve lenger",
        "datteren min vil ikke lenger leve",
        "ho snakkar om å ta livet sitt",
        "selvmordstanker",
        "han kutter seg på armene",
        "eg har lyst til å døy",
        "my son says he wants to die",
    ] {
        let found = ask(text);
        assert!(rings(&found).contains(&Ring::Ambulance), "«{text}»");
        assert!(situations(&found).contains(&"mind"), "«{text}»: {:?}", situations(&found));
    }
}

#[test]
fn a_harmless_question_shows_nothing_private_and_frightens_nobody() {
    let knowledge = Search::shipped().unwrap().knowledge();
    let private: BTreeSet<&str> =
        knowledge.situations.iter().filter(|it| it.private).map(|it| it.id.as_str()).collect();
    let open: BTreeSet<usize> = knowledge
        .situations
        .iter()
        .filter(|it| !it.private)
        .flat_map(|it| it.rights.iter().copied())
        .collect();
    for text in [
        "ingen av oss får sove",
        "vi har dårlig råd",
        "trenger et trygt sted å bo",
        "barnehagen er for dyr",
        "hjelp hjemme",
        "sliten mamma",
        "noen å snakke med",
        "lyset slår seg av",
        "advokat",
        "mobbing på skolen",
        "syk far",
        "help at home",
    ] {
        let found = ask(text);
        assert!(found.topics.is_empty(), "«{text}»: {:?}", found.topics);
        assert!(situations(&found).iter().all(|id| !private.contains(id)), "«{text}»");
        for hit in &found.hits {
            if let What::Right(right) = hit.what {
                assert!(open.contains(&right), "«{text}»: {}", knowledge.catalogue.rights[right].id);
            }
        }
    }
}

#[test]
fn every_private_situation_can_be_named_in_all_three_languages() {
    for (text, id) in [
        ("angst", "mind"),
        ("eteforstyrring", "mind"),
        ("depressed", "mind"),
        ("vi skal skilles", "hard_at_home"),
        ("barnevernet", "hard_at_home"),
        ("skiljast", "hard_at_home"),
        ("divorce", "hard_at_home"),
        ("krisesenter", "unsafe"),
        ("familievald", "unsafe"),
        ("domestic violence", "unsafe"),
    ] {
        assert!(situations(&ask(text)).contains(&id), "«{text}»");
    }
}
