//! The papers of a case over HTTP (R53): made on a demand that stands, by whoever holds the whole, with what was chosen and
//! nothing else; for others they do not exist.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

mod support;

use axum::http::StatusCode;
use dossier::*;
use serde_json::Value;
use support::family::{RANIA, YUSUF, act, visit, with_marit};
use support::{Browser, INGRID, LEADER, MARIT, MATS, MONA, Testhouse};

fn write(payload: Payload, subjects: Vec<PersonId>) -> Command {
    Command::Write { replaces: None, payload, subjects, audience: Audience::Ordinary }
}

fn order(about: PersonId, on: &str) -> Disclosure {
    Disclosure {
        about,
        to: "Barneverntjenesten i Vik, ved Siri Moe".into(),
        law: "disclose-order".into(),
        demand: "Pålegg av 12. november, sak 88".into(),
        on: on.parse().unwrap(),
        given: "Hvilke tiltak han har".into(),
        told: Vec::new(),
        untold: "De snakker med ham først.".into(),
        undone: None,
    }
}

/// A family with a demand about Yusuf: the page of its papers.
async fn demanded(house: &Testhouse) -> (FamilyId, PersonId, PersonId, ThingId, String) {
    let (family, rania, yusuf) = with_marit(house).await;
    let ingrid = visit(house, INGRID.actor, Role::Coordinator, Some(INGRID.service));
    let demand = act(house, family, ingrid, write(order(yusuf, "2026-11-19").wrap(), Vec::new())).await;
    let son = visit(house, YUSUF, Role::Citizen, None);
    act(house, family, son, say(yusuf, "kanarifugl".into(), None, Audience::Coordinator)).await;
    let page = format!("/arbeid/familie/{family}/vern/{demand}/papirer");
    (family, rania, yusuf, demand, page)
}

/// A form about Yusuf's health, this month.
fn health(yusuf: PersonId) -> Vec<(&'static str, String)> {
    [("slag", "health-somatic"), ("fra", "2026-11-01"), ("til", "2026-11-19")]
        .map(|(name, value)| (name, value.to_owned()))
        .into_iter()
        .chain([("person", yusuf.to_string())])
        .collect()
}

async fn send(browser: &mut Browser<'_>, path: &str, fields: &[(&str, String)]) -> support::Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.post(path, &fields).await
}

fn journal(house: &Testhouse) -> Vec<String> {
    let file = rusqlite::Connection::open(house.path()).unwrap();
    let mut rows = file.prepare("SELECT act FROM journal ORDER BY seq").unwrap();
    rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[tokio::test]
async fn r53_the_papers_hold_what_was_chosen_under_the_demand_and_nothing_else() {
    let house = Testhouse::new();
    let (family, _, yusuf, demand, page) = demanded(&house).await;
    let mut ingrid = house.signed_in(INGRID).await;
    let blank = ingrid.get(&page).await;
    assert!(blank.shows("Pålegg av 12. november, sak 88") && blank.shows("Dette kommer aldri med"));
    assert!(!blank.html.contains(" checked"), "nothing is chosen beforehand");
    let counted = send(&mut ingrid, &page, &health(yusuf)).await;
    assert_eq!(counted.status, StatusCode::OK);
    assert!(counted.shows("Det blir 1 ting") && counted.shows("Behov: 1"), "{}", counted.text());
    assert!(!counted.shows("epilepsi"), "the preview counts, it does not tell");

    let before = journal(&house).len();
    let pdf = send(&mut ingrid, &format!("{page}/pdf"), &health(yusuf)).await;
    assert_eq!(journal(&house)[before..], ["papers"], "one line, on disk before it leaves");
    let sheet: Value = serde_json::from_str(&pdf.html).unwrap();
    let head = sheet["head"].to_string();
    for named in [
        "Barneverntjenesten i Vik, ved Siri Moe",
        "Barnevernet har gitt pålegg om opplysninger",
        "Pålegg av 12. november, sak 88",
        "Hvilke tiltak han har",
        "Haddad",
        "Yusuf Haddad",
        "Helse",
        "fra 1. november 2026 til 19. november 2026",
        "Ingrid Solheim, 19. november 2026 kl. 9",
    ] {
        assert!(head.contains(named), "{named} in {head}");
    }
    assert!(!head.contains("De snakker med ham først"), "why nobody is told stays here");
    let said = sheet["parts"].to_string();
    assert!(said.contains("Bruker epilepsimedisin") && said.contains("Ingrid Solheim, Familieenheten"));
    for other in ["Sover dårlig", "Rania synger", "Vi sover ikke", "kanarifugl", "⟦"] {
        assert!(!pdf.html.contains(other), "{other}");
    }

    let data = send(&mut ingrid, &format!("{page}/data"), &health(yusuf)).await;
    let told: Value = serde_json::from_str(&data.html).unwrap();
    assert_eq!((told["format"].as_str(), told["version"].as_u64()), (Some("veven-papers"), Some(1)));
    assert_eq!(told["case"], family.to_string());
    assert_eq!(
        (&told["demand"]["law"], &told["demand"]["id"]),
        (&"disclose-order".into(), &demand.to_string().into())
    );
    assert_eq!(told["scope"]["categories"], serde_json::json!(["health-somatic"]));
    assert_eq!(told["items"].as_array().unwrap().len(), 1);
    assert_eq!(told["items"][0]["versions"][0]["content"]["words"], "Bruker epilepsimedisin");
    assert!(["\"account\"", "\"identity\"", "untold"].iter().all(|key| !data.html.contains(key)));

    // Everything that can be chosen, and still nothing of what the boy keeps to her.
    let mut all = health(yusuf);
    all.push(("person", "familien".into()));
    let value = |part: &str| part.split('"').next().unwrap().to_owned();
    for kind in blank.html.split("name=\"slag\" value=\"").skip(1).map(value) {
        all.push(("slag", kind));
    }
    all.dedup();
    let most = send(&mut ingrid, &format!("{page}/data"), &all).await;
    assert_eq!(most.status, StatusCode::OK, "{}", most.text());
    assert!(most.html.contains("Sover dårlig") && !most.html.contains("kanarifugl"));
}

#[tokio::test]
async fn r53_the_files_name_nobody_and_no_browser_keeps_them() {
    let house = Testhouse::new();
    let (_, _, yusuf, demand, page) = demanded(&house).await;
    let mut ingrid = house.signed_in(INGRID).await;
    ingrid.get(&page).await;
    for (tail, kind, ending) in [("pdf", "application/pdf", "pdf"), ("data", "application/json", "json")] {
        let fields = health(yusuf);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let head = ingrid.post_head(&format!("{page}/{tail}"), &fields).await;
        assert_eq!(head["content-type"], kind);
        assert_eq!(head["cache-control"], "no-store");
        let name = format!("attachment; filename=\"papirer-{demand}-2026-11-19.{ending}\"");
        assert_eq!(head["content-disposition"], name);
    }
}

#[tokio::test]
async fn r53_what_is_missing_or_wrong_is_said_and_what_was_chosen_is_kept() {
    let house = Testhouse::new();
    let (_, _, yusuf, _, page) = demanded(&house).await;
    let mut ingrid = house.signed_in(INGRID).await;
    for tail in ["", "/pdf", "/data"] {
        let empty = send(&mut ingrid, &format!("{page}{tail}"), &[]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        for fault in
            ["Velg minst ett slag", "Velg minst én person", "Skriv den første dagen", "Skriv den siste"]
        {
            assert!(empty.shows(fault), "{tail} {fault}: {}", empty.text());
        }
    }
    for (from, until, fault) in [
        ("2026-11-19", "2026-11-01", "Den siste dagen er før den første."),
        ("2026-11-01", "2026-11-20", "Den siste dagen kan ikke være senere enn i dag."),
        ("tirsdag", "2026-11-19", "Skriv den første dagen."),
    ] {
        let mut fields = health(yusuf);
        (fields[1].1, fields[2].1) = (from.into(), until.into());
        let wrong = send(&mut ingrid, &page, &fields).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.shows(fault), "{}", wrong.text());
        assert!(
            wrong.html.contains(&format!("value=\"{from}\""))
                && wrong.html.contains(&format!("value=\"{until}\""))
        );
        assert_eq!(wrong.html.matches(" checked").count(), 2, "what was ticked stays ticked");
    }
    for (name, other) in [("person", "0123456789ab"), ("person", "x"), ("slag", "location"), ("slag", "<b>")]
    {
        let mut fields = health(yusuf);
        fields.retain(|(field, _)| *field != name);
        fields.push((name, other.into()));
        let wrong = send(&mut ingrid, &page, &fields).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{name} {other}");
    }
}

#[tokio::test]
async fn r53_for_everybody_else_and_once_it_is_taken_back_there_are_no_papers() {
    let house = Testhouse::new();
    let (family, rania, yusuf, demand, page) = demanded(&house).await;
    let mut ingrid = house.signed_in(INGRID).await;
    let law = format!("/arbeid/familie/{family}/vern");
    assert!(ingrid.get(&law).await.html.contains(&page));
    let nothing = page.replace(&demand.to_string(), "0123456789ab");
    let mut others = vec![
        house.session(RANIA, Role::Citizen, None).await,
        house.session(YUSUF, Role::Citizen, None).await,
        house.session(ActorId::new(107), Role::Administrator, Some(INGRID.service)).await,
    ];
    for somebody in [MARIT, MATS, MONA, LEADER] {
        others.push(house.signed_in(somebody).await);
    }
    for other in &mut others {
        let absent = other.get(&nothing).await;
        let shown = other.get(&page).await;
        assert_eq!((shown.status, shown.text()), (absent.status, absent.text()), "as what does not exist");
        assert_ne!(shown.status, StatusCode::OK);
        for tail in ["", "/pdf", "/data"] {
            let sent = send(other, &format!("{page}{tail}"), &health(yusuf)).await;
            assert!(!sent.status.is_success() && !sent.html.contains("epilepsi"), "{}", sent.status);
        }
    }
    assert_eq!(house.browser().get(&page).await.status, StatusCode::SEE_OTHER);
    // What is no demand gives none, and one that was written by mistake gives none any longer.
    let person = page.replace(&demand.to_string(), &rania.to_string());
    assert_eq!(ingrid.get(&person).await.status, StatusCode::NOT_FOUND);
    let versions = ingrid.get(&law).await.versions(&format!("{law}/{demand}/slutt"));
    let versions: Vec<(&str, &str)> = versions.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let undone = ingrid.post_and_follow(&format!("{law}/{demand}/slutt"), &versions).await;
    assert!(!undone.html.contains(&page));
    assert_eq!(ingrid.get(&page).await.status, StatusCode::NOT_FOUND);
    for tail in ["", "/pdf", "/data"] {
        let sent = send(&mut ingrid, &format!("{page}{tail}"), &health(yusuf)).await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND, "{tail}");
    }
}

#[tokio::test]
async fn r53_r82_where_somebody_is_protected_nothing_that_tells_where_can_be_chosen() {
    let house = Testhouse::new();
    let (family, rania, yusuf, _, page) = demanded(&house).await;
    let offered = |html: &str, kind: &str| html.contains(&format!("name=\"slag\" value=\"{kind}\""));
    let mut ingrid = house.signed_in(INGRID).await;
    let before = ingrid.get(&page).await.html;
    assert!(offered(&before, "contact") && offered(&before, "health-somatic"));
    let visit = visit(&house, INGRID.actor, Role::Coordinator, Some(INGRID.service));
    let danger = Danger {
        protected: yusuf,
        threat: rania,
        why: "Vurdert".into(),
        from: house.moment().today,
        until: None,
    };
    act(&house, family, visit, write(danger.wrap(), Vec::new())).await;
    let after = ingrid.get(&page).await.html;
    assert!(offered(&after, "health-somatic"));
    for kind in ["contact", "logistics", "service-link", "location"] {
        assert!(!offered(&after, kind), "{kind}");
        let mut fields = health(yusuf);
        fields.push(("slag", kind.into()));
        let sent = send(&mut ingrid, &format!("{page}/data"), &fields).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "{kind}");
    }
    let data = send(&mut ingrid, &format!("{page}/data"), &health(yusuf)).await;
    assert!(data.html.contains("epilepsi") && !data.html.contains("400 00 501"));
}
