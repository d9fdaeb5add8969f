//! Emergency access and what follows over HTTP (R46): the one who opens, the family that is told, the leader who looks.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

mod support;

use axum::http::StatusCode;
use dossier::*;
use support::family::{RANIA, act, family, visit};
use support::{Browser, INGRID, LEADER, MARIT, MONA, Testhouse};

fn asks<'a>(why: &'a str, untold: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("given", "Yusuf"), ("surname", "Haddad"), ("born", "12.3.2011"), ("why", why), ("untold", untold)]
}

/// The address of the first emergency in the leader's list.
fn first(html: &str) -> String {
    let from = html.find("/styring/oppfolging/nod/").unwrap();
    html[from..].split('"').next().unwrap().to_owned()
}

async fn checks(leader: &mut Browser<'_>, page: &str, fields: &[(&str, &str)]) -> support::Answer {
    let hidden = leader.get(page).await.versions(page);
    let mut all: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
    all.extend_from_slice(fields);
    leader.post(page, &all).await
}

#[tokio::test]
async fn r46_a_helper_opens_sees_what_matters_for_an_hour_and_then_it_is_gone() {
    let house = Testhouse::new();
    let family = family(&house).await;
    let mut marit = house.signed_in(MARIT).await;
    let address = format!("/nod/{family}");
    assert_eq!(marit.get(&address).await.status, StatusCode::NOT_FOUND, "not before it is opened");
    let asked = marit.get("/nod").await;
    assert!(asked.shows("113") && asked.shows("Familien får vite det") && asked.shows("én time"));
    let opened = marit.post_and_follow("/nod", &asks("Han kramper og puster ikke.", "")).await;
    for seen in ["Yusuf Haddad", "Rania Haddad", "400 00 501", "arabisk", "epilepsimedisin", "Ingrid Solheim"]
    {
        assert!(opened.shows(seen), "{seen}: {}", opened.text());
    }
    for hidden in ["Sover dårlig", "Vi sover ikke"] {
        assert!(!opened.shows(hidden), "{hidden}");
    }
    assert!(opened.shows("Du kan se dette til i dag kl. 10"), "{}", opened.text());
    assert_eq!(house.signed_in(MONA).await.get(&address).await.status, StatusCode::NOT_FOUND, "hers alone");
    house.wait(1);
    let mut marit = house.signed_in(MARIT).await;
    assert_eq!(marit.get(&address).await.status, StatusCode::NOT_FOUND, "it has ended by itself");
}

#[tokio::test]
async fn r46_not_found_is_one_page_and_what_was_typed_is_kept() {
    let house = Testhouse::new();
    family(&house).await;
    let mut marit = house.signed_in(MARIT).await;
    let empty = marit.post("/nod", &[("given", "Yusuf"), ("born", "i går")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.html.contains("value=\"Yusuf\"") && empty.html.contains("id=\"why-feil\""));
    assert!(empty.html.contains("id=\"born-feil\"") && empty.html.contains("id=\"surname-feil\""));
    let unknown = [("given", "Ada"), ("surname", "Nes"), ("born", "1.1.2015"), ("why", "Hun svarer ikke.")];
    let lost = marit.post("/nod", &unknown).await;
    assert_eq!(lost.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(lost.shows("Vi kan ikke vise noe her") && lost.shows("400 00 120"), "{}", lost.text());
    assert!(lost.html.contains("value=\"Ada\"") && lost.shows("Hun svarer ikke."));
    for who in [LEADER] {
        assert_eq!(house.signed_in(who).await.get("/nod").await.status, StatusCode::NOT_FOUND);
    }
    let mut rania = house.session(RANIA, Role::Citizen, None).await;
    assert_eq!(rania.get("/nod").await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.browser().get("/nod").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn r46_the_family_reads_it_and_a_leader_looks_at_it_once() {
    let house = Testhouse::new();
    let family = family(&house).await;
    let mut marit = house.signed_in(MARIT).await;
    marit.post_and_follow("/nod", &asks("Han kramper.", "")).await;
    let mut rania = house.session(RANIA, Role::Citizen, None).await;
    let home = rania.get("/min").await;
    assert!(home.shows("Noen har åpnet mappa i nød") && home.shows("Marit Vik (Granlia skole)"));
    assert!(home.shows("«Han kramper.»") && home.shows("mandag 23. november"), "{}", home.text());
    let mut ingrid = house.signed_in(INGRID).await;
    assert!(ingrid.get(&format!("/arbeid/familie/{family}")).await.shows("Noen har åpnet mappa i nød"));
    let mut leader = house.signed_in(LEADER).await;
    assert!(leader.get("/styring").await.html.contains("/styring/oppfolging"));
    let list = leader.get("/styring/oppfolging").await;
    assert!(list.shows("Marit Vik") && list.shows("«Han kramper.»") && list.shows("Har fått vite det."));
    assert!(!list.shows("Haddad") && !list.shows("Yusuf"), "no name of the family");
    let page = first(&list.html);
    let half = leader.post(&page, &[("words", "Jeg ringte Marit.")]).await;
    assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(half.shows("Jeg ringte Marit.") && half.html.contains("id=\"right-feil\""), "{}", half.text());
    let done =
        checks(&mut leader, &page, &[("right", "ja"), ("words", "Jeg ringte Marit. Det hastet.")]).await;
    assert_eq!(done.location.as_deref(), Some("/styring/oppfolging?gjort=follow-checked"), "{}", done.text());
    assert!(leader.get("/styring/oppfolging").await.shows("Ingenting venter."));
    assert_eq!(leader.get(&page).await.status, StatusCode::NOT_FOUND);
    let home = rania.get("/min").await;
    assert!(home.shows("Liv Berg så på det i dag: Det var riktig. «Jeg ringte Marit. Det hastet.»"));
    for who in [MARIT, INGRID, MONA] {
        assert_eq!(house.signed_in(who).await.get("/styring/oppfolging").await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn r46_what_the_family_must_not_know_yet_is_nowhere_for_it_until_the_leader_says_so() {
    let house = Testhouse::new();
    let family = family(&house).await;
    let mut rania = house.session(RANIA, Role::Citizen, None).await;
    let pages = ["/min", "/min/innsyn", "/min/plan", "/min/plan/historikk", "/min/kopi/lesbar"];
    let mut before = Vec::new();
    for page in pages {
        before.push(rania.get(page).await.text());
    }
    let mut marit = house.signed_in(MARIT).await;
    marit.post_and_follow("/nod", &asks("Han er slått.", "Den som slår, leser her.")).await;
    let mut leader = house.signed_in(LEADER).await;
    let list = leader.get("/styring/oppfolging").await;
    assert!(list.shows("«Den som slår, leser her.»"));
    for (page, before) in pages.iter().zip(&before) {
        assert_eq!(rania.get(page).await.text(), *before, "{page}");
    }
    let mut ingrid = house.signed_in(INGRID).await;
    let known = ingrid.get(&format!("/arbeid/familie/{family}")).await;
    assert!(known.shows("Familien vet det ikke ennå: Den som slår, leser her."), "{}", known.text());
    house.wait(24 * 6);
    let mut leader = house.signed_in(LEADER).await;
    let list = leader.get("/styring/oppfolging").await;
    assert!(list.shows("Skulle vært sett på mandag 23. november"), "{}", list.text());
    let page = first(&list.html);
    checks(&mut leader, &page, &[("right", "ja"), ("words", "Nå er det trygt."), ("tell", "ja")]).await;
    let mut rania = house.session(RANIA, Role::Citizen, None).await;
    let home = rania.get("/min").await;
    assert!(home.shows("«Han er slått.»") && home.shows("Nå er det trygt."), "{}", home.text());
    assert!(!home.shows("Den som slår"), "why it waited is not for the family");
    let log = rania.get("/min/innsyn").await;
    assert!(log.shows("For å hindre fare for liv eller helse"), "{}", log.text());
}

#[tokio::test]
async fn r84_a_leader_approves_a_place_among_the_few_and_it_is_gone_from_the_list() {
    let house = Testhouse::new();
    let family = family(&house).await;
    let ingrid = visit(&house, INGRID.actor, Role::Coordinator, Some(INGRID.service));
    let view = house.house.gate.view(&ingrid, family, "test").await.unwrap();
    let yusuf: PersonId = view.sees().all::<Person>().find(|it| it.is.given == "Yusuf").unwrap().id().into();
    let trusted = Trusted {
        person: yusuf,
        helper: MARIT.actor,
        service: MARIT.service,
        why: "Følger ham hjem fra skolen".into(),
        asked_by: INGRID.actor,
        approved_by: None,
        until: after(house.moment().today, 30),
        ended: None,
    };
    let command = Command::Write {
        replaces: None,
        payload: trusted.wrap(),
        subjects: vec![yusuf],
        audience: Audience::Coordinator,
    };
    let thing = act(&house, family, ingrid, command).await;
    let mut leader = house.signed_in(LEADER).await;
    let list = leader.get("/styring/oppfolging").await;
    assert!(list.shows("Følger ham hjem fra skolen") && list.shows("Ingrid Solheim"), "{}", list.text());
    assert!(!list.shows("Haddad") && !list.shows("Yusuf"), "no name of the family");
    let hidden = list.versions("/styring/oppfolging/adresse");
    let mut fields: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.push(("svar", "ja"));
    let after = leader.post_and_follow("/styring/oppfolging/adresse", &fields).await;
    assert!(after.shows("Godkjent. Det gjelder fra nå.") && after.shows("Ingen venter."), "{}", after.text());
    let view = house.house.gate.view(&ingrid, family, "test").await.unwrap();
    let now = view.sees().find::<Trusted>(thing).unwrap();
    assert_eq!(now.is.approved_by, Some(LEADER.actor));
}
