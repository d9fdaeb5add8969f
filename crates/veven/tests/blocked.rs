//! Closing one thing to those who help, in one press, and opening it again (R36, R94).

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

mod support;

use axum::http::StatusCode;
use dossier::*;
use support::family::{RANIA, YUSUF, act, shares, visit, with_marit};
use support::{INGRID, MARIT, Testhouse};

#[tokio::test]
async fn r94_what_rania_blocks_is_gone_for_the_helper_in_the_next_request_and_back_when_she_opens_it() {
    let house = Testhouse::new();
    let (family, rania, _) = with_marit(&house).await;
    let plan = format!("/svar/familie/{family}/plan");
    shares(&house, family, rania).await;
    let (mut marit, mut ingrid) = (house.signed_in(MARIT).await, house.signed_in(INGRID).await);
    let mut rania = house.session(RANIA, Role::Citizen, None).await;
    assert!(marit.get(&plan).await.shows("synger i kor"));
    let past = rania.get("/min/plan/historikk").await;
    let at = past.html.find("synger i kor").unwrap();
    let from = at + past.html[at..].find("/min/rett/").unwrap();
    let page = past.html[from..].split('"').next().unwrap().to_owned();
    let form = rania.get(&page).await;
    assert!(form.shows("synger i kor") && form.shows("Sperr dette"), "{}", form.text());
    assert!(!form.html.contains("value=\"sperr\""), "whoever may close it does not ask for it");
    let action = format!("{page}/sperr");
    let done = rania.post_and_follow(&action, &[]).await;
    assert!(done.shows("Det er sperret") && done.shows("Rania sperret dette"), "{}", done.text());
    assert!(!marit.get(&plan).await.shows("synger i kor"), "in the next request");
    let held = ingrid.get(&format!("/arbeid/familie/{family}/plan")).await;
    assert!(held.shows("synger i kor"), "who holds the whole keeps it");
    let thing = page.rsplit('/').next().unwrap();
    let readers = ingrid.get(&format!("/arbeid/familie/{family}/hvem-ser/{thing}")).await;
    assert!(readers.shows("Familien har sperret det"), "{}", readers.text());
    // Pressed twice it stands; and nobody else's word opens it.
    rania.post_and_follow(&action, &[]).await;
    let versions = rania.get(&page).await.versions(&action);
    let fields: Vec<(&str, &str)> = versions.iter().map(|(name, value)| (*name, &**value)).collect();
    for (actor, role, service) in
        [(YUSUF, Role::Citizen, None), (MARIT.actor, MARIT.role, Some(MARIT.service))]
    {
        let mut other = house.session(actor, role, service).await;
        assert_eq!(other.post(&action, &fields).await.status, StatusCode::NOT_FOUND);
    }
    let opened = rania.post_and_follow(&action, &fields).await;
    assert!(opened.shows("Det er åpnet igjen"), "{}", opened.text());
    assert!(marit.get(&plan).await.shows("synger i kor"));
}

#[tokio::test]
async fn r94_what_is_about_another_is_not_blocked_by_somebody_who_does_not_decide_it() {
    let house = Testhouse::new();
    let (family, _, yusuf) = with_marit(&house).await;
    let ingrid = visit(&house, INGRID.actor, Role::Coordinator, Some(INGRID.service));
    let about = Command::Write {
        replaces: None,
        payload: Strength { words: "Yusuf tegner".into() }.wrap(),
        subjects: vec![yusuf],
        audience: Audience::Ordinary,
    };
    let thing = act(&house, family, ingrid, about).await;
    let page = format!("/min/rett/{thing}");
    // Nobody has written down that she decides for him: she does not even see it.
    let mut rania = house.session(RANIA, Role::Citizen, None).await;
    assert_eq!(rania.post(&format!("{page}/sperr"), &[]).await.status, StatusCode::NOT_FOUND);
    // At fifteen he sees it; what is not school or health is shared by those who decide for him, so he asks.
    let mut himself = house.session(YUSUF, Role::Citizen, None).await;
    let form = himself.get(&page).await;
    assert!(form.html.contains("value=\"sperr\"") && !form.shows("Sperr dette"), "{}", form.text());
    assert_eq!(himself.post(&format!("{page}/sperr"), &[]).await.status, StatusCode::NOT_FOUND);
}
