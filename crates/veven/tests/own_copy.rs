//! One's own copy (R93) and a note of disagreement (R94) over HTTP: exactly what the reader may see, and nothing of
//! what another has kept.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

mod support;

use axum::http::StatusCode;
use dossier::*;
use serde_json::Value;
use std::collections::BTreeSet;
use support::family::{RANIA, YUSUF, act, family, visit};
use support::{Browser, INGRID, MARIT, Testhouse};

const CANARY: &str = "kanarifugl";

async fn citizen(house: &Testhouse, account: ActorId) -> Browser<'_> {
    house.session(account, Role::Citizen, None).await
}

async fn person(house: &Testhouse, family: FamilyId, given: &str) -> PersonId {
    let ingrid = visit(house, INGRID.actor, Role::Coordinator, Some(INGRID.service));
    let view = house.house.gate.view(&ingrid, family, "test").await.unwrap();
    view.sees().all::<Person>().find(|it| it.is.given == given).unwrap().id().into()
}

/// Yusuf keeps something to the coordinator, something to himself; Rania has something of her own.
async fn with_secrets(house: &Testhouse) -> FamilyId {
    let family = family(house).await;
    let (rania, yusuf) = (person(house, family, "Rania").await, person(house, family, "Yusuf").await);
    let son = visit(house, YUSUF, Role::Citizen, None);
    for (words, audience) in [("til Ingrid", Audience::Coordinator), ("til meg", Audience::Oneself)] {
        act(house, family, son, say(yusuf, format!("{CANARY} {words}"), None, audience)).await;
    }
    let mother = visit(house, RANIA, Role::Citizen, None);
    act(house, family, mother, say(rania, "Mors egen kanarifugl".into(), None, Audience::Coordinator)).await;
    let strength = Strength { words: "Bestemor henter".into() };
    let write = |replaces, strength: Strength| Command::Write {
        replaces,
        payload: strength.wrap(),
        subjects: Vec::new(),
        audience: Audience::Ordinary,
    };
    let ingrid = visit(house, INGRID.actor, Role::Coordinator, Some(INGRID.service));
    let thing = act(house, family, ingrid, write(None, strength)).await;
    let again = Strength { words: "Bestemor Amina henter".into() };
    act(house, family, ingrid, write(Some((thing, 1)), again)).await;
    family
}

/// Every version of every thing in the copy.
fn told(copy: &Value) -> BTreeSet<(String, u64)> {
    let mut found = BTreeSet::new();
    for item in copy["items"].as_array().unwrap() {
        for version in item["versions"].as_array().unwrap() {
            found.insert((item["id"].as_str().unwrap().to_owned(), version["version"].as_u64().unwrap()));
        }
    }
    found
}

#[tokio::test]
async fn r93_the_own_copy_holds_exactly_what_the_view_shows() {
    let house = Testhouse::new();
    let family = with_secrets(&house).await;
    for account in [RANIA, YUSUF] {
        let view = house
            .house
            .gate
            .view(&visit(&house, account, Role::Citizen, None), family, "test")
            .await
            .unwrap();
        let shown: BTreeSet<(String, u64)> =
            view.sees().history().map(|(it, _)| (it.thing.to_string(), u64::from(it.version))).collect();
        let mut browser = citizen(&house, account).await;
        let copy: Value = serde_json::from_str(&browser.get("/min/kopi/data").await.html).unwrap();
        assert_eq!(told(&copy), shown);
        assert_eq!((copy["format"].as_str(), copy["version"].as_u64()), (Some("veven-own-copy"), Some(1)));
        let page = browser.get("/min/kopi/lesbar").await;
        assert_eq!(page.html.matches("<article>").count(), copy["items"].as_array().unwrap().len());
        assert!(page.shows("Bestemor Amina henter") && page.shows("Teksten"), "{}", page.text());
        assert!(page.shows("Før: Bestemor henter\nNå: Bestemor Amina henter"), "{}", page.text());
        assert!(page.shows("Skrevet av Ingrid Solheim, Familieenheten, 19. november 2026 kl. 9."));
        assert!(page.shows("Det gjelder deg selv."), "each has its ground in words");
        assert!(!page.html.contains('⟦'), "every text is there: {}", page.text());
        let internal = ["\"account\"", "\"identity\"", "\"source\""];
        assert!(internal.iter().all(|key| !copy.to_string().contains(key)), "keys of machines");
        // The code of the receipt opens where the request stands, for whoever has it; a copy is passed around.
        let asked = copy["items"].as_array().unwrap().iter().any(|it| it["kind"] == "help-request");
        assert_eq!(asked, account == RANIA);
        assert!(!copy.to_string().contains("HADD-2026") && !page.html.contains("HADD-2026"));
    }
}

#[tokio::test]
async fn r93_no_word_that_another_keeps_is_in_the_own_copy() {
    let house = Testhouse::new();
    with_secrets(&house).await;
    for path in ["/min/kopi/data", "/min/kopi/lesbar"] {
        let hers = citizen(&house, RANIA).await.get(path).await.html;
        assert!(hers.contains("Mors egen kanarifugl") && !hers.contains("kanarifugl til"), "{path}");
        let his = citizen(&house, YUSUF).await.get(path).await.html;
        assert!(his.contains("kanarifugl til Ingrid") && his.contains("kanarifugl til meg"), "{path}");
        assert!(!his.contains("Mors egen"), "{path}");
    }
}

#[tokio::test]
async fn r93_the_copy_is_a_file_that_names_nobody_and_has_its_own_line_in_the_journal() {
    let house = Testhouse::new();
    let family = with_secrets(&house).await;
    let mut rania = citizen(&house, RANIA).await;
    for (path, name, kind) in [
        ("/min/kopi/data", "egen-kopi-2026-11-19.json", "application/json"),
        ("/min/kopi/lesbar", "egen-kopi-2026-11-19.html", "text/html"),
    ] {
        let head = rania.head(path).await;
        let of = |name: &str| head.get(name).unwrap().to_str().unwrap().to_owned();
        assert_eq!(of("content-disposition"), format!("attachment; filename=\"{name}\""));
        assert!(of("content-type").starts_with(kind));
        assert_eq!(of("cache-control"), "no-store");
    }
    let explains = rania.get("/min/kopi").await;
    assert!(explains.shows("Last ned siden") && explains.shows("Ta godt vare på den"));
    let ingrid = visit(&house, INGRID.actor, Role::Coordinator, Some(INGRID.service));
    let view = house.house.gate.view(&ingrid, family, "test").await.unwrap();
    let looks = house.house.gate.looks(&view, 50).await.unwrap();
    assert_eq!(looks.iter().filter(|look| look.act == "own-copy" && look.actor == RANIA).count(), 2);
    for path in ["/min/kopi", "/min/kopi/data", "/min/kopi/lesbar"] {
        assert_eq!(house.signed_in(MARIT).await.get(path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.browser().get(path).await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn r94_a_note_of_disagreement_stands_beside_the_text_and_is_answered_in_words() {
    let house = Testhouse::new();
    let family = with_secrets(&house).await;
    let mut rania = citizen(&house, RANIA).await;
    let past = rania.get("/min/plan/historikk").await;
    let from = past.html.find("/min/rett/").unwrap();
    let page = past.html[from..].split('"').next().unwrap().to_owned();
    let shown = rania.get(&page).await;
    assert!(shown.shows("Dette stemmer ikke") && shown.shows("Bestemor Amina henter"), "{}", shown.text());
    let empty = rania.post(&page, &[("onske", "sperr"), ("ord", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let sent = [("onske", "rett"), ("ord", "Det er farmor som henter.")];
    let done = rania.post_and_follow(&page, &sent).await;
    assert!(done.shows("Jeg ber om at dette blir rettet. Det er farmor som henter."), "{}", done.text());
    assert!(rania.get("/min/plan/historikk").await.shows("Det er farmor som henter."));
    assert!(done.shows("Bestemor Amina henter"), "the text stays");
    // Nobody else at home reads it, and what is not seen cannot be talked about.
    let mut yusuf = citizen(&house, YUSUF).await;
    assert!(!yusuf.get("/min/plan/historikk").await.shows("farmor"));
    assert_eq!(rania.get("/min/rett/0123456789ab").await.status, StatusCode::NOT_FOUND);
    let mut ingrid = house.signed_in(INGRID).await;
    let ingrids = visit(&house, INGRID.actor, Role::Coordinator, Some(INGRID.service));
    let view = house.house.gate.view(&ingrids, family, "test").await.unwrap();
    let voice = view.sees().all::<Voice>().find(|it| it.is.about.is_some()).unwrap().id();
    assert!(ingrid.get("/arbeid").await.shows("Det er farmor som henter."), "it waits on the workbench");
    let answer = format!("/arbeid/familie/{family}/svar/{voice}");
    assert!(ingrid.get(&answer).await.shows("Det gjelder: Bestemor Amina henter"));
    let bare = ingrid.post(&answer, &[("outcome", "no"), ("words", "")]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY, "a no has words");
    ingrid.post_and_follow(&answer, &[("outcome", "no"), ("words", "Amina sa det selv i går.")]).await;
    let told = rania.get(&page).await;
    assert!(told.shows("Nei.") && told.shows("Amina sa det selv i går."), "{}", told.text());
}
