//! Where somebody lives, over HTTP: who sees it, and that it stands nowhere else – not in an address, a title, a log
//! line of any level, or a file (F24).

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

mod support;

use access::{Key, Visit};
use axum::http::StatusCode;
use dossier::*;
use support::{INGRID, MARIT, MATS, MONA, Testhouse};

const STREET: &str = "Kanariveien 77";
const PLACE: &str = "Sangfuglvik";
const NOTE: &str = "ring på hos Papegøye";
const CANARIES: [&str; 5] = ["Kanari", "Sangfugl", "Papeg", "kanariveien", "Paradisfugl"];

fn visit(house: &Testhouse, actor: ActorId, role: Role, service: Option<ServiceId>) -> Visit {
    Visit { actor, role, service, moment: house.moment(), request: house.house.gate.random(), session: None }
}

fn key(house: &Testhouse, actor: ActorId) -> Key {
    Key { actor, key: format!("{:016x}", house.house.gate.random()), body: [0; 32] }
}

const AMINA: ActorId = ActorId::new(701);
const OMAR: ActorId = ActorId::new(702);
const SIGNE: ActorId = ActorId::new(703);

/// Amina, Omar and Signe (16), with Ingrid as their coordinator.
async fn family(house: &Testhouse) -> (FamilyId, Vec<PersonId>) {
    let visitor = visit(house, ActorId::new(0), Role::Visitor, None);
    let person = |given: &str, generation, account, born: Option<&str>| Person {
        account: Some(account),
        born: born.map(|born| born.parse().unwrap()),
        ..Person::named(given, "Fink", generation)
    };
    let people = vec![
        person("Amina", Generation::Adult, AMINA, None),
        person("Omar", Generation::Adult, OMAR, None),
        person("Signe", Generation::Child, SIGNE, Some("2010-02-01")),
    ];
    let opening = Opening {
        family: Family { name: "Fink".into(), district: None, source: None },
        people: people.into_iter().map(|person| Newcomer { person, services: Vec::new() }).collect(),
        request: HelpRequest {
            reference: "FINK-2026".into(),
            words: "Vi sover ikke.".into(),
            wish: String::new(),
            acute: false,
            acute_words: String::new(),
            services: Vec::new(),
            reply_by: house.moment().at,
            sent_by: None,
        },
    };
    let gate = &house.house.gate;
    let family = gate.open(&visitor, opening, key(house, visitor.actor)).await.unwrap();
    let mona = visit(house, MONA.actor, Role::Intake, Some(MONA.service));
    let ingrid = visit(house, INGRID.actor, Role::Coordinator, Some(INGRID.service));
    let offer = Command::Offer { to: INGRID.actor, service: INGRID.service, note: String::new() };
    let agreed = Command::AnswerOfferAsFamily { yes: true, words: "på telefon".into() };
    let yes = Command::AnswerOffer { yes: true, words: String::new() };
    for (who, command) in [(mona, offer), (mona, agreed), (ingrid, yes)] {
        gate.act(&who, family, command, key(house, who.actor)).await.unwrap();
    }
    let view = gate.view(&ingrid, family, "test").await.unwrap();
    (family, view.sees().all::<Person>().map(|person| person.id().into()).collect())
}

#[tokio::test]
async fn f24_an_address_is_on_the_page_of_the_one_who_holds_the_family_and_nowhere_else() {
    let said = support::listen();
    let house = Testhouse::new();
    let (family, people) = family(&house).await;
    let base = format!("/arbeid/familie/{family}/personer");
    let page = format!("{base}/{}", people[0]);
    let mut ingrid = house.signed_in(INGRID).await;
    let new = ingrid.get(&format!("{page}/adresse")).await;
    assert_eq!(new.status, StatusCode::OK);
    let fields = [("street", STREET), ("postal_code", "4299"), ("note", NOTE)];
    // What is wrong is told, and what was typed stands, here and nowhere else.
    let wrong = ingrid.post(&format!("{page}/adresse"), &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.html.contains(STREET) && wrong.html.contains(NOTE));
    let fields = [&fields[..], &[("place", PLACE)]].concat();
    let saved = ingrid.post(&format!("{page}/adresse"), &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let to = saved.location.unwrap();
    assert!(CANARIES.iter().all(|canary| !to.contains(canary)), "{to}");
    let shown = ingrid.get(&to).await;
    assert!(shown.shows(STREET) && shown.shows(PLACE) && shown.shows(NOTE), "{}", shown.text());
    let title = shown.html.split("</title>").next().unwrap();
    assert!(CANARIES.iter().all(|canary| !title.contains(canary)), "{title}");
    // Another version, by the address's own page.
    let change =
        shown.html.split("href=\"").find(|link| link.contains("/adresse\"") && !link.contains(&page));
    let change = change.unwrap().split('"').next().unwrap().to_owned();
    let form = ingrid.get(&change).await;
    let mut fields: Vec<(&str, &str)> = fields.clone();
    let versions = form.versions(&change);
    fields.extend(versions.iter().map(|(name, value)| (*name, value.as_str())));
    let fields: Vec<(&str, &str)> = fields
        .into_iter()
        .map(|(name, value)| (name, if name == "note" { "Paradisfugl" } else { value }))
        .collect();
    assert_eq!(ingrid.post(&change, &fields).await.status, StatusCode::SEE_OTHER);
    // The same version once more: both are shown, nothing is lost.
    let clash = ingrid.post(&change, &fields).await;
    assert_eq!(clash.status, StatusCode::CONFLICT, "{}", clash.text());
    // Every other page that she has of the family.
    for tail in ["", "/kontakt", "/personer", "/laget", "/koordinator", "/logg"] {
        let other = ingrid.get(&format!("/arbeid/familie/{family}{tail}")).await;
        assert_eq!(other.status, StatusCode::OK);
        assert!(CANARIES.iter().all(|canary| !other.html.contains(canary)), "{tail}");
    }
    // Nobody else has the page, and it is not on theirs.
    for somebody in [MATS, MARIT, MONA] {
        let mut other = house.signed_in(somebody).await;
        assert_eq!(other.get(&page).await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.get(&change).await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.post(&change, &fields).await.status, StatusCode::NOT_FOUND);
    }
    for member in [OMAR, SIGNE] {
        let mut home = house.session(member, Role::Citizen, None).await;
        for path in ["/min".to_owned(), "/min/plan".into(), format!("/min/familie/{family}"), page.clone()] {
            let seen = home.get(&path).await;
            assert!(CANARIES.iter().all(|canary| !seen.html.contains(canary)), "{path}");
        }
    }
    let lines = said.text();
    assert!(lines.contains("listening"), "the log was listened to: {lines}");
    for canary in CANARIES {
        assert!(!lines.contains(canary), "{canary} in the log");
    }
    let files = house.files();
    for canary in CANARIES {
        assert!(!files.windows(canary.len()).any(|at| at == canary.as_bytes()), "{canary} in a file");
    }
    assert!(files.windows(4).any(|at| at == b"Fink"), "the files were read");
}

#[tokio::test]
async fn r80_r85_of_a_strictly_protected_person_there_is_no_address_form_but_a_way_to_reach_them() {
    let house = Testhouse::new();
    let (family, people) = family(&house).await;
    let page = format!("/arbeid/familie/{family}/personer/{}", people[0]);
    let mut ingrid = house.signed_in(INGRID).await;
    let fields = [("street", STREET), ("place", PLACE)];
    ingrid.post_and_follow(&format!("{page}/adresse"), &fields).await;
    let form = ingrid.get(&page).await;
    let versions = form.versions(&page);
    let protect: Vec<(&str, &str)> =
        [("given", "Amina"), ("generation", "voksen"), ("protection", "strengtFortrolig")]
            .into_iter()
            .chain(versions.iter().map(|(name, value)| (*name, value.as_str())))
            .collect();
    assert_eq!(ingrid.post(&page, &protect).await.status, StatusCode::SEE_OTHER);
    let shown = ingrid.get(&page).await;
    assert!(!shown.html.contains(STREET) && !shown.html.contains("/adresse\""), "{}", shown.text());
    assert!(shown.shows("lagres aldri"), "{}", shown.text());
    let refused = ingrid.post(&format!("{page}/adresse"), &fields).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    assert_eq!(ingrid.get(&format!("{page}/adresse")).await.status, StatusCode::NOT_FOUND);
    // Of those who live there, it is told why.
    let lives = [
        ("from", &*people[0].to_string()),
        ("to", &people[2].to_string()),
        ("relation", "forelder"),
        ("residence", "fast"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let lives: Vec<(&str, &str)> = lives.iter().map(|(name, value)| (&**name, &**value)).collect();
    ingrid.post_and_follow(&format!("/arbeid/familie/{family}/personer/forhold"), &lives).await;
    let refused =
        ingrid.post(&format!("/arbeid/familie/{family}/personer/{}/adresse", people[2]), &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.shows("Adressen lagres ikke"), "{}", refused.text());
    let way = format!("{page}/kontaktvei");
    let empty = ingrid.post(&way, &[("words", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let kept = ingrid.post_and_follow(&way, &[("words", "Ring politiets vakt")]).await;
    assert!(kept.html.contains("Ring politiets vakt"));
    // A second time it is a new version of the same.
    let versions = kept.versions(&way);
    let again: Vec<(&str, &str)> = std::iter::once(("words", "Ring barnevernsvakta"))
        .chain(versions.iter().map(|(name, value)| (*name, value.as_str())))
        .collect();
    let kept = ingrid.post_and_follow(&way, &again).await;
    assert!(kept.html.contains("Ring barnevernsvakta") && !kept.html.contains("politiets"));
}

#[tokio::test]
async fn r84_of_a_protected_person_the_coordinator_neither_reads_nor_writes_an_address_and_knows_the_way() {
    let house = Testhouse::new();
    let (family, people) = family(&house).await;
    let page = format!("/arbeid/familie/{family}/personer/{}", people[0]);
    let mut ingrid = house.signed_in(INGRID).await;
    let fields = [("street", STREET), ("place", PLACE)];
    ingrid.post_and_follow(&format!("{page}/adresse"), &fields).await;
    let way = format!("{page}/kontaktvei");
    ingrid.post_and_follow(&way, &[("words", "Ring politiets vakt")]).await;
    let form = ingrid.get(&page).await;
    let versions = form.versions(&page);
    let protect: Vec<(&str, &str)> =
        [("given", "Amina"), ("generation", "voksen"), ("protection", "fortrolig")]
            .into_iter()
            .chain(versions.iter().map(|(name, value)| (*name, value.as_str())))
            .collect();
    assert_eq!(ingrid.post(&page, &protect).await.status, StatusCode::SEE_OTHER);
    let shown = ingrid.get(&page).await;
    assert!(!shown.html.contains(STREET) && shown.shows("Bare de få"), "{}", shown.text());
    assert!(shown.html.contains("Ring politiets vakt"), "the way is for those who may not know where");
    let refused = ingrid.post(&format!("{page}/adresse"), &fields).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
}
