//! An application on paper: the same words on the page that prints, in the PDF and for whoever answers it; what was not
//! sent is on none of them, and nobody else gets it.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

mod support;

use axum::http::StatusCode;
use dossier::*;
use serde_json::Value;
use support::apply::{addresses, applied, drafted, house, printing};
use support::family::RANIA;
use support::{INGRID, MARIT, MATS, MONA, Testhouse};

/// Every text in a value.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(all) => all.iter().flat_map(texts).collect(),
        Value::Object(all) => all.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// What stands on the sheet of an application, apart from the words around it.
fn said(sheet: &str) -> Vec<String> {
    let mut sheet: Value = serde_json::from_str(sheet).unwrap();
    for around in ["words", "language", "day"] {
        sheet.as_object_mut().unwrap().remove(around).unwrap();
    }
    // The kinds of its pieces are no words.
    for part in sheet["parts"].as_array_mut().unwrap() {
        for piece in part["pieces"].as_array_mut().unwrap() {
            piece.as_object_mut().unwrap().remove("is").unwrap();
        }
    }
    // The page's words are read with plain spaces.
    let plain = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    texts(&sheet).into_iter().map(plain).filter(|text| !text.is_empty()).collect()
}

fn journal(house: &Testhouse) -> Vec<String> {
    let file = rusqlite::Connection::open(house.path()).unwrap();
    let mut rows = file.prepare("SELECT act FROM journal ORDER BY seq").unwrap();
    rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[tokio::test]
async fn page_and_pdf_say_the_same_and_nothing_that_was_not_sent() {
    let house = house();
    let family = applied(&house).await;
    let mut rania = house.session(RANIA, Role::Citizen, None).await;
    let mut ingrid = house.signed_in(INGRID).await;
    let links = addresses(&rania.get("/min/soknader").await.html, "/min/soknader/");
    assert_eq!(links.len(), 3);
    for link in &links {
        let page = rania.get(&format!("{link}/utskrift")).await.text();
        let pdf = rania.get(&format!("{link}/pdf")).await;
        assert_eq!(pdf.status, StatusCode::OK);
        let said = said(&pdf.html);
        let words = said.join("\n");
        assert!(
            words.contains("Rania Haddad, 400 00 501") && words.contains("Vi sover tre timer om gangen.")
        );
        assert!(words.contains("Fra familien, ") && words.contains("Kvittering"));
        for line in &said {
            assert!(page.contains(line.as_str()), "«{line}» is not on the page:\n{page}");
        }
        for behind in ["epilepsi", "Sover dårlig"] {
            assert!(!words.contains(behind) && !page.contains(behind), "{behind} was not sent");
        }
        let work = link.replace("/min", &format!("/arbeid/familie/{family}"));
        let hers = ingrid.get(&format!("{work}/pdf")).await;
        assert_eq!(
            serde_json::from_str::<Value>(&hers.html).unwrap()["head"],
            serde_json::from_str::<Value>(&pdf.html).unwrap()["head"]
        );
    }
}

#[tokio::test]
async fn whoever_answers_gets_the_pdf_of_what_lies_there_and_nobody_else_does() {
    let house = house();
    let family = applied(&house).await;
    let mut marit = house.signed_in(MARIT).await;
    let pages = addresses(&marit.get("/svar").await.html, &format!("/svar/{family}/soknad/"));
    let mut all = String::new();
    for page in &pages {
        let address = format!("{page}/pdf");
        assert!(marit.get(page).await.html.contains(&address));
        let before = journal(&house);
        let pdf = marit.get(&address).await;
        assert_eq!(pdf.status, StatusCode::OK);
        let words = said(&pdf.html).join("\n");
        all += &words;
        assert!(words.contains("Rania Haddad") && !words.contains("431") && !words.contains("epilepsi"));
        assert_eq!(journal(&house)[before.len()..], ["application"]);
        for other in [MATS, MONA] {
            let mut other = house.signed_in(other).await;
            assert_eq!(other.get(&address).await.status, StatusCode::NOT_FOUND);
        }
        let thing = page.rsplit('/').next().unwrap();
        for elsewhere in
            [format!("/min/soknader/{thing}/pdf"), format!("/arbeid/familie/{family}/soknader/{thing}/pdf")]
        {
            assert_eq!(marit.get(&elsewhere).await.status, StatusCode::NOT_FOUND);
        }
    }
    assert!(all.contains("20 t") && all.contains("Vi sover tre timer"), "{all}");
}

#[tokio::test]
async fn a_pdf_is_a_file_that_names_nobody_and_that_no_browser_keeps() {
    let house = house();
    applied(&house).await;
    let mut rania = house.session(RANIA, Role::Citizen, None).await;
    let link = addresses(&rania.get("/min/soknader").await.html, "/min/soknader/").remove(0);
    let head = rania.head(&format!("{link}/pdf")).await;
    let id = link.rsplit('/').next().unwrap();
    assert_eq!(head["content-type"], "application/pdf");
    assert_eq!(head["cache-control"], "no-store");
    assert_eq!(head["content-disposition"], format!("attachment; filename=\"soknad-{id}.pdf\""));
}

#[tokio::test]
async fn a_draft_says_that_it_is_one_and_holds_what_would_be_sent() {
    let house = house();
    let family = drafted(&house).await;
    let mut rania = house.session(RANIA, Role::Citizen, None).await;
    let drafts = addresses(&rania.get("/min/soknader/skjema").await.html, "/min/soknader/");
    assert_eq!(drafts.len(), 3);
    for link in &drafts {
        let pdf = rania.get(&format!("{link}/pdf")).await;
        let words = said(&pdf.html).join("\n");
        assert!(words.contains("Utkast – ikke sendt") && words.contains("Dette vil bli sendt"), "{words}");
        assert!(!words.contains("Kvittering") && !words.contains("Familien har selv sett over"));
        assert!(rania.get(&format!("{link}/utskrift")).await.shows("Det er ikke sendt til noen"));
        // It is no data yet, and lies with nobody.
        assert_eq!(rania.get(&format!("{link}/data")).await.status, StatusCode::NOT_FOUND);
        let thing = link.rsplit('/').next().unwrap();
        let mut marit = house.signed_in(MARIT).await;
        let there = marit.get(&format!("/svar/{family}/soknad/{thing}/pdf")).await;
        assert_eq!(there.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn every_application_is_set_by_the_press_in_every_language() {
    let house = printing(Box::new(documents::Press));
    applied(&house).await;
    let mut rania = house.session(RANIA, Role::Citizen, None).await;
    for link in addresses(&rania.get("/min/soknader").await.html, "/min/soknader/") {
        for code in ["nb", "nn", "en"] {
            rania.speaks(code);
            let head = rania.head(&format!("{link}/pdf")).await;
            assert_eq!(head["content-type"], "application/pdf", "{link} in {code}");
        }
    }
}
