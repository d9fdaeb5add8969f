//! What somebody has said yes to out loud: the coordinator writes it down with how it was said, the family reads it, and
//! it opens and closes at once (R56, R58, R60).

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

mod support;

use axum::http::StatusCode;
use dossier::*;
use support::family::{RANIA, YUSUF, with_marit};
use support::{INGRID, MARIT, MATS, MONA, Testhouse};

fn answer<'a>(about: &'a str, by: &'a str, what: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("given_by", by),
        ("answer", "ja"),
        ("how", "på telefon, med tolk"),
        ("language", "ar"),
        ("subject", about),
        ("categories", what),
        ("purpose", "Så læreren vet hva som gir krefter"),
        ("until", "2027-01-31"),
    ]
}

#[tokio::test]
async fn r56_what_was_said_on_the_telephone_opens_at_once_and_the_family_reads_who_wrote_it_down() {
    let house = Testhouse::new();
    let (family, rania, _) = with_marit(&house).await;
    let (page, rania) = (format!("/arbeid/familie/{family}/innsyn"), rania.to_string());
    let form = format!("{page}/samtykke");
    let plan = format!("/svar/familie/{family}/plan");
    let mut ingrid = house.signed_in(INGRID).await;
    let mut marit = house.signed_in(MARIT).await;
    let mut home = house.session(RANIA, Role::Citizen, None).await;
    assert!(!marit.get(&plan).await.shows("synger i kor"));
    let school = MARIT.service.to_string();
    let receiver = ("receiver", &*school);
    // What is missing is told at its field, and what was typed stands.
    let typed = [("purpose", "Så læreren vet"), receiver];
    let missing = ingrid.post(&form, &typed).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    for told in ["Velg hvem som svarte", "Skriv hvordan det ble sagt", "Velg språket", "Så læreren vet"] {
        assert!(missing.html.contains(told), "{told} in {}", missing.text());
    }
    let fields = [answer(&rania, &rania, "plan"), vec![receiver]].concat();
    let preview = ingrid.post(&form, &[&fields[..], &[("steg", "se")]].concat()).await;
    assert!(preview.shows("Rania synger i kor"), "{}", preview.text());
    assert!(!marit.get(&plan).await.shows("synger i kor"), "looking at it changes nothing");
    let written = ingrid.post_and_follow(&form, &fields).await;
    assert!(written.shows("Det er skrevet ned"), "{}", written.text());
    assert!(marit.get(&plan).await.shows("synger i kor"), "in the next request");
    let told = home.get("/min/innsyn").await;
    assert!(told.shows("Skrevet ned av Ingrid: på telefon, med tolk"), "{}", told.text());
    // Rania rings again.
    let back = written.html.split("href=\"").find(|link| link.starts_with(&format!("{form}/")));
    let back = back.unwrap().split('"').next().unwrap().to_owned();
    let asked = ingrid.get(&back).await;
    assert!(asked.shows("Rania har ombestemt seg"), "{}", asked.text());
    let versions = asked.versions(&back);
    let mut fields: Vec<(&str, &str)> = versions.iter().map(|(name, value)| (*name, &**value)).collect();
    assert_eq!(
        ingrid.post(&back, &fields).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "how was it said?"
    );
    fields.push(("how", "ringte 19. november"));
    ingrid.post_and_follow(&back, &fields).await;
    assert!(!marit.get(&plan).await.shows("synger i kor"), "and gone in the next request");
    assert_eq!(ingrid.get(&back).await.status, StatusCode::NOT_FOUND, "once");
}

#[tokio::test]
async fn r58_the_family_takes_back_itself_what_the_coordinator_wrote_down() {
    let house = Testhouse::new();
    let (family, rania, _) = with_marit(&house).await;
    let form = format!("/arbeid/familie/{family}/innsyn/samtykke");
    let rania = rania.to_string();
    let mut ingrid = house.signed_in(INGRID).await;
    let school = MARIT.service.to_string();
    let fields = [answer(&rania, &rania, "plan"), vec![("receiver", &*school)]].concat();
    ingrid.post_and_follow(&form, &fields).await;
    let mut home = house.session(RANIA, Role::Citizen, None).await;
    let page = home.get("/min/innsyn").await;
    let versions = page.versions("/min/innsyn/trekk");
    let fields: Vec<(&str, &str)> = versions.iter().map(|(name, value)| (*name, &**value)).collect();
    home.post_and_follow("/min/innsyn/trekk", &fields).await;
    let mut marit = house.signed_in(MARIT).await;
    assert!(!marit.get(&format!("/svar/familie/{family}/plan")).await.shows("synger i kor"));
}

#[tokio::test]
async fn r60_nobodys_word_is_written_down_for_what_another_decides() {
    let house = Testhouse::new();
    let (family, rania, yusuf) = with_marit(&house).await;
    let form = format!("/arbeid/familie/{family}/innsyn/samtykke");
    let (rania, yusuf) = (rania.to_string(), yusuf.to_string());
    let mut ingrid = house.signed_in(INGRID).await;
    let school = MARIT.service.to_string();
    let receiver = ("receiver", &*school);
    // Yusuf is fifteen: about school he decides alone.
    let mothers = [answer(&yusuf, &rania, "skole"), vec![receiver]].concat();
    assert_eq!(ingrid.post(&form, &mothers).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let own = [answer(&yusuf, &yusuf, "skole"), vec![receiver]].concat();
    assert_eq!(ingrid.post(&form, &own).await.status, StatusCode::SEE_OTHER);
    for somebody in [MATS, MARIT, MONA] {
        let mut other = house.signed_in(somebody).await;
        assert_eq!(other.get(&form).await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.post(&form, &own).await.status, StatusCode::NOT_FOUND);
    }
    for member in [RANIA, YUSUF] {
        let mut other = house.session(member, Role::Citizen, None).await;
        assert_eq!(
            other.post(&form, &own).await.status,
            StatusCode::NOT_FOUND,
            "they have a page of their own"
        );
    }
}
