//! Volunteers over HTTP (R50): the administrator notes declaration and certificate, the coordinator reads it and is stopped
//! until it is there.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

mod support;

use access::Helper;
use axum::http::StatusCode;
use dossier::*;
use support::family::family;
use support::{INGRID, LEADER, MARIT, MONA, Somebody, Testhouse};

const TOMMY: Somebody =
    Somebody { actor: ActorId::new(120), role: Role::Volunteer, service: ServiceId::new(15) };
const DANIEL: Somebody =
    Somebody { actor: ActorId::new(121), role: Role::Administrator, service: ServiceId::new(11) };

/// The house with a volunteer, of whom nothing is noted, and an administrator.
fn house() -> Testhouse {
    let mut services = support::services();
    services.push(support::service(15, "Lindvik IL", Sector::Voluntary));
    let mut helpers = support::helpers();
    for (who, name, phone) in [(TOMMY, "Tommy Berg", "400 00 140"), (DANIEL, "Daniel Strand", "400 00 141")] {
        let model = helpers[0].clone();
        let mut assignments = model.assignments.clone();
        (assignments[0].role, assignments[0].service) = (who.role, who.service);
        helpers.push(Helper {
            id: who.actor,
            name: name.into(),
            phone: Some(phone.into()),
            assignments,
            ..model
        });
    }
    Testhouse::staffed(services, helpers)
}

#[tokio::test]
async fn r50_a_volunteer_is_asked_once_the_administrator_has_noted_the_declaration() {
    let house = house();
    let family = family(&house).await;
    let mut ingrid = house.signed_in(INGRID).await;
    let mut daniel = house.signed_in(DANIEL).await;
    let (ask, team) = (format!("/arbeid/familie/{family}/spor"), format!("/arbeid/familie/{family}/laget"));
    let to = format!("{}.{}", TOMMY.actor, TOMMY.service);
    let question =
        [("to", to.as_str()), ("question", "Kan du kjøre?"), ("why", ""), ("reply_by", "2026-11-26")];
    let joins = [("to", to.as_str()), ("task", "Kjører"), ("from", "2026-11-19"), ("until", "")];
    assert!(ingrid.get(&ask).await.html.contains("taushetserklæring mangler"));
    for (page, fields) in [(&ask, question), (&team, joins)] {
        let stopped = ingrid.post(page, &fields).await;
        assert_eq!(stopped.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            stopped.shows("ikke skrevet under") && stopped.shows("Ring Daniel Strand, 400 00 141"),
            "{}",
            stopped.text()
        );
        assert!(stopped.html.contains(fields[1].1), "what was typed is kept");
    }
    let page = format!("/oppsett/hjelpere/{}", TOMMY.actor);
    assert!(daniel.get("/oppsett/hjelpere").await.html.contains(&page));
    let blank = daniel.get(&page).await;
    assert!(
        blank.shows("Loven krever taushetserklæring (fvl § 13 c).")
            && blank.shows("Taushetserklæring: ikke ennå.")
    );
    let noted = [("declared", "2026-11-18"), ("seen", "yes"), ("seen_on", "2026-11-17")];
    let done = daniel.post_and_follow(&page, &noted).await;
    assert!(
        done.shows("Taushetserklæring: ja, i går") || done.shows("Taushetserklæring: ja, 18. november"),
        "{}",
        done.text()
    );
    assert!(ingrid.get(&ask).await.html.contains("taushetserklæring er i orden"));
    for (page, fields) in [(&ask, question), (&team, joins)] {
        assert_eq!(ingrid.post(page, &fields).await.status, StatusCode::SEE_OTHER);
    }
    let shown = ingrid.get(&team).await;
    assert!(shown.shows("Taushetserklæring: ja") && shown.shows("Politiattest: vist"), "{}", shown.text());
    let overview = format!("/arbeid/familie/{family}");
    assert!(!ingrid.get(&overview).await.shows("Noe mangler hos en frivillig"));
    // It was the wrong volunteer: the family keeps him, and the coordinator is told.
    daniel.post_and_follow(&page, &[("declared", ""), ("seen", "unknown"), ("seen_on", "")]).await;
    let told = ingrid.get(&overview).await;
    assert!(
        told.shows("Noe mangler hos en frivillig") && told.shows("Tommy Berg: taushetserklæring mangler"),
        "{}",
        told.text()
    );
    assert!(!told.html.contains('⟦') && !done.html.contains('⟦'));
}

#[tokio::test]
async fn r50_days_that_cannot_be_meant_are_told_in_the_form_and_kept_in_it() {
    let house = house();
    let mut daniel = house.signed_in(DANIEL).await;
    let page = format!("/oppsett/hjelpere/{}", TOMMY.actor);
    for (declared, seen, on, fault) in [
        ("2026-11-20", "unknown", "", "Dagen må være mellom 1. januar 2000 og i dag."),
        ("1999-12-31", "unknown", "", "Dagen må være mellom 1. januar 2000 og i dag."),
        ("2026-11-18", "yes", "2026-11-20", "Dagen må være mellom 1. januar 2000 og i dag."),
        ("2026-11-18", "no", "", "Skriv hvilken dag politiattesten ble sjekket."),
        ("2026-11-18", "unknown", "2026-11-18", "Velg om politiattesten er vist"),
        ("2026-11-18", "kanskje", "2026-11-18", "Velg"),
        ("tirsdag", "unknown", "", "dag"),
    ] {
        let wrong = daniel.post(&page, &[("declared", declared), ("seen", seen), ("seen_on", on)]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{declared} {seen} {on}");
        assert!(wrong.shows(fault), "{}", wrong.text());
        assert!(wrong.html.contains(&format!("value=\"{declared}\"")));
    }
    let nothing = house.house.gate.directory().helper(TOMMY.actor).unwrap().vouched;
    assert_eq!(nothing, access::vouching::Vouched::default());
}

#[tokio::test]
async fn r50_r51_for_others_the_page_does_not_exist_and_of_others_there_is_none() {
    let house = house();
    let page = format!("/oppsett/hjelpere/{}", TOMMY.actor);
    for who in [INGRID, MARIT, MONA, LEADER, TOMMY] {
        let mut browser = house.signed_in(who).await;
        assert_eq!(browser.get(&page).await.status, StatusCode::NOT_FOUND);
        let sent = browser.post(&page, &[("declared", "2026-11-18"), ("seen", "unknown")]).await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND);
    }
    let mut daniel = house.signed_in(DANIEL).await;
    for nobody in [MARIT.actor.to_string(), "0123456789ab".into(), "x".into()] {
        assert_eq!(daniel.get(&format!("/oppsett/hjelpere/{nobody}")).await.status, StatusCode::NOT_FOUND);
    }
}
