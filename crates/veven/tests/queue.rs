//! The queue: an order that anybody can check, a duplicate that is found and brought back, a coordinator who is
//! offered and agreed to; and two people who do it at the same time.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

mod support;

use axum::http::StatusCode;
use support::*;

const LIST: &str = "/arbeid/venteliste";

/// Asks for help for a family of one child, and gives the address of its page in the queue.
async fn asks(house: &Testhouse, surname: &str, given: &str, born: &str, acute: &str) -> String {
    let name = format!("Mor {surname}");
    let before = house.store.families().unwrap();
    let fields = [
        ("words", "Vi trenger hjelp."),
        ("acute", acute),
        ("acute_words", "Vi mister boligen i kveld."),
        ("family", surname),
        ("child-0", given),
        ("born-0", born),
        ("name", &name),
        ("phone", "900 00 001"),
    ];
    let sent = house.browser().post("/be-om-koordinator", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let new = house.store.families().unwrap().into_iter().find(|family| !before.contains(family)).unwrap();
    format!("{LIST}/{new}")
}

async fn send(browser: &mut Browser<'_>, page: &str, act: &str, fields: &[(&str, &str)]) -> Answer {
    let address = format!("{page}/{act}");
    let shown = browser.get(page).await;
    let hidden = shown.versions(&address);
    let mut all: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
    all.extend_from_slice(fields);
    browser.post(&address, &all).await
}

fn place<'a>(ground: &'a str, interim: &'a str, review: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("ground", ground), ("why", "Fordi det er slik."), ("interim", interim), ("review", review)]
}

#[tokio::test]
async fn the_list_shows_acute_first_then_the_order_of_the_rules_with_what_is_late() {
    let house = Testhouse::new();
    let mona = MONA.actor.to_string();
    let olsen = asks(&house, "Olsen", "Noah", "1.2.2020", "no").await;
    house.wait(24);
    let berg = asks(&house, "Berg", "Ada", "5.5.2019", "no").await;
    asks(&house, "Dahl", "Liv", "6.6.2016", "no").await;
    let mut browser = house.signed_in(MONA).await;
    assert_eq!(
        send(&mut browser, &olsen, "ko", &place("ordinary", &mona, "2026-12-03")).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(
        send(&mut browser, &berg, "ko", &place("infant", &mona, "2026-11-25")).await.status,
        StatusCode::SEE_OTHER
    );
    house.wait(24 * 8);
    asks(&house, "Warsame", "Ayaan", "3.4.2012", "yes").await;
    let mut browser = house.signed_in(MONA).await;
    let list = browser.get(LIST).await;
    insta::assert_snapshot!("queue", list.text());
}

#[tokio::test]
async fn the_order_is_the_same_each_time_it_is_asked_for() {
    let house = Testhouse::new();
    for (surname, acute) in [("Olsen", "no"), ("Berg", "yes"), ("Dahl", "no"), ("Vik", "no")] {
        asks(&house, surname, "Kim", "", acute).await;
    }
    let mut browser = house.signed_in(MONA).await;
    let first = browser.get(LIST).await.text();
    assert_eq!(browser.get(LIST).await.text(), first);
    assert!(first.find("Familien Berg") < first.find("Familien Olsen"));
}

#[tokio::test]
async fn an_empty_queue_says_so_and_when_it_was_looked_at() {
    let house = Testhouse::new();
    let page = house.signed_in(MONA).await.get(LIST).await;
    assert!(page.shows("Køen er tom") && page.shows("Sjekket i dag kl. 9"), "{}", page.text());
}

#[tokio::test]
async fn a_duplicate_is_found_taken_in_and_brought_back() {
    let house = Testhouse::new();
    let known = asks(&house, "Haddad", "Yusuf", "12.3.2014", "no").await;
    let double = asks(&house, "Hadad", "Yussuf", "12.3.2014", "yes").await;
    let mut browser = house.signed_in(MONA).await;
    let page = browser.get(&double).await;
    assert!(page.shows("Yusuf Haddad, født 12. mars 2014: svært lik Yussuf."), "{}", page.text());
    let other = known.rsplit('/').next().unwrap().to_owned();
    let field = format!("why-{other}");

    let without = browser.post(&format!("{double}/sla-sammen"), &[("andre", &other)]).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(without.html.contains(&format!("href=\"#{field}\"")));

    let why = [("andre", other.as_str()), (&field, "Samme telefon")];
    let merged = browser.post_and_follow(&format!("{double}/sla-sammen"), &why).await;
    assert!(merged.shows("Familien Haddad") && merged.shows("Familien har også spurt"), "{}", merged.text());
    assert!(merged.shows("Haster"), "what was acute there is acute here");
    assert!(!browser.get(LIST).await.shows("Familien Hadad"));
    assert_eq!(browser.get(&double).await.status, StatusCode::NOT_FOUND);
    assert!(browser.get(&format!("{LIST}/slatt-sammen")).await.shows("Familien Hadad"));

    let from = double.rsplit('/').next().unwrap();
    let undone = browser.post_and_follow(&format!("{known}/angre"), &[("fra", from)]).await;
    assert!(undone.shows("Familien Hadad") && undone.shows("Angret"), "{}", undone.text());
    let list = browser.get(LIST).await;
    assert!(list.shows("Familien Hadad") && list.shows("Familien Haddad"));
}

#[tokio::test]
async fn families_that_were_told_apart_are_not_asked_about_again_from_either_side() {
    let house = Testhouse::new();
    let one = asks(&house, "Berg", "Ada", "5.5.2019", "no").await;
    let two = asks(&house, "Berg", "Mio", "5.5.2019", "no").await;
    let mut browser = house.signed_in(MONA).await;
    let page = browser.get(&two).await;
    assert!(page.shows("Trolig tvilling eller søsken, ikke samme barn"), "{}", page.text());
    let other = one.rsplit('/').next().unwrap();
    let told = browser.post_and_follow(&format!("{two}/ikke-samme"), &[("andre", other)]).await;
    assert!(
        !told.shows("Ligner på noen vi kjenner") && told.shows("Sagt å være en annen familie"),
        "{}",
        told.text()
    );
    assert!(!browser.get(&one).await.shows("Ligner på noen vi kjenner"));
    let undone = send(&mut browser, &two, "ikke-samme", &[]).await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER);
    assert!(browser.get(&two).await.shows("Ligner på noen vi kjenner"));
}

#[tokio::test]
async fn a_coordinator_is_offered_and_begins_when_both_have_said_yes() {
    let house = Testhouse::new();
    let page = asks(&house, "Olsen", "Noah", "1.2.2020", "no").await;
    let mut mona = house.signed_in(MONA).await;
    let choice = mona.get(&page).await;
    assert!(
        choice.shows("Ingrid Solheim, 15 ledige plasser") && choice.shows("Mats Aune, 8 ledige plasser"),
        "{}",
        choice.text()
    );
    let ingrid = INGRID.actor.to_string();
    let asked = send(&mut mona, &page, "tilby", &[("to", &ingrid), ("note", "Mor foretrekker SMS.")]).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    assert!(mona.get(LIST).await.shows("Spurt om én familie til."));

    let mut coordinator = house.signed_in(INGRID).await;
    let list = coordinator.get(LIST).await;
    assert!(list.shows("Familien Olsen") && !list.shows("Kapasitet"), "{}", list.text());
    let question = coordinator.get(&page).await;
    assert!(question.shows("Vil du være koordinator") && question.shows("Mor foretrekker SMS."));
    assert!(!question.html.contains("/avslutt\""), "what only the reception may do is not offered");
    let empty = send(&mut coordinator, &page, "mitt-svar", &[("svar", "nei")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "a no has a reason");
    let yes = send(&mut coordinator, &page, "mitt-svar", &[("svar", "ja")]).await;
    assert_eq!(yes.status, StatusCode::SEE_OTHER);

    let missing = send(&mut mona, &page, "svar", &[("svar", "ja")]).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY, "how the yes was given is written down");
    let both = send(&mut mona, &page, "svar", &[("svar", "ja"), ("family-how", "På telefon")]).await;
    assert_eq!(both.location.as_deref(), Some("/arbeid/venteliste?gjort=coordinator-found"));
    assert_eq!(mona.get(&page).await.status, StatusCode::NOT_FOUND, "the reception has let go");
}

#[tokio::test]
async fn a_no_and_a_withdrawn_offer_cost_the_family_nothing() {
    let house = Testhouse::new();
    let page = asks(&house, "Olsen", "Noah", "1.2.2020", "no").await;
    let mut mona = house.signed_in(MONA).await;
    let mats = MATS.actor.to_string();
    let interim = MONA.actor.to_string();
    send(&mut mona, &page, "ko", &place("load", &interim, "2026-12-03")).await;
    send(&mut mona, &page, "tilby", &[("to", &mats)]).await;
    assert_eq!(send(&mut mona, &page, "trekk", &[]).await.status, StatusCode::SEE_OTHER);
    send(&mut mona, &page, "tilby", &[("to", &mats)]).await;
    let mut coordinator = house.signed_in(MATS).await;
    let no =
        send(&mut coordinator, &page, "mitt-svar", &[("svar", "nei"), ("own-why", "Fullt til jul.")]).await;
    assert_eq!(no.location.as_deref(), Some("/arbeid/venteliste?gjort=own-no"));
    let back = mona.get(&page).await;
    assert!(back.shows("På venteliste") && back.shows("Mats Aune sa nei: Fullt til jul."), "{}", back.text());
}

#[tokio::test]
async fn what_somebody_else_changed_is_shown_beside_what_was_typed() {
    let house = Testhouse::new();
    let page = asks(&house, "Olsen", "Noah", "1.2.2020", "no").await;
    let (mut mona, mut per) = (house.signed_in(MONA).await, house.signed_in(PER).await);
    let interim = MONA.actor.to_string();
    let hidden = mona.get(&page).await.versions(&format!("{page}/ko"));
    let stale: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();

    send(&mut per, &page, "ko", &place("infant", &interim, "2026-12-01")).await;
    let mut late = stale.clone();
    late.extend([
        ("ground", "housing"),
        ("why", "De mister boligen."),
        ("interim", interim.as_str()),
        ("review", "2026-12-03"),
    ]);
    let clash = mona.post(&format!("{page}/ko"), &late).await;
    assert_eq!(clash.status, StatusCode::CONFLICT);
    for text in [
        "Noen andre endret dette mens du skrev",
        "Spedbarn: Fordi det er slik.",
        "De mister boligen.",
        "Per, i dag kl. 9",
    ] {
        assert!(clash.shows(text), "{text} in {}", clash.text());
    }
    let fresh = clash.versions(&format!("{page}/ko"));
    let mut again: Vec<(&str, &str)> = fresh.iter().map(|(name, value)| (*name, value.as_str())).collect();
    again.extend_from_slice(&late[2..]);
    assert_eq!(mona.post(&format!("{page}/ko"), &again).await.status, StatusCode::SEE_OTHER);

    send(
        &mut per,
        &page,
        "avslutt",
        &[("words", "Familien fikk hjelp av skolen."), ("way-back", "Ring oss.")],
    )
    .await;
    let gone = mona.post(&format!("{page}/ko"), &late).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    assert!(gone.shows("De mister boligen."), "what was typed is given back: {}", gone.text());
}

#[tokio::test]
async fn sending_a_form_twice_is_doing_it_once() {
    let house = Testhouse::new();
    let page = asks(&house, "Olsen", "Noah", "1.2.2020", "no").await;
    let mut mona = house.signed_in(MONA).await;
    let interim = MONA.actor.to_string();
    let hidden = mona.get(&page).await.versions(&format!("{page}/ko"));
    let mut fields: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.extend(place("load", &interim, "2026-12-03"));
    for _ in 0..2 {
        let sent = mona.post_with_key(&format!("{page}/ko"), &fields, "once").await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    }
    let hidden = mona.get(&page).await.versions(&format!("{page}/avslutt"));
    let mut fields: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.push(("words", "De ville ikke."));
    for _ in 0..2 {
        let sent = mona.post_with_key(&format!("{page}/avslutt"), &fields, "end").await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    }
}

#[tokio::test]
async fn a_place_in_the_queue_needs_a_ground_a_reason_a_contact_and_a_day_ahead() {
    let house = Testhouse::new();
    let page = asks(&house, "Olsen", "Noah", "1.2.2020", "no").await;
    let mut mona = house.signed_in(MONA).await;
    let marit = MARIT.actor.to_string();
    let wrong = [
        ("ground", "rich"),
        ("why", ""),
        ("interim", marit.as_str()),
        ("review", "2026-11-19"),
        ("raised", "Fordi"),
    ];
    let answer = send(&mut mona, &page, "ko", &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["ground", "why", "interim", "review"] {
        assert!(answer.html.contains(&format!("href=\"#{field}\"")), "{field}");
    }
    assert!(
        answer.html.contains("<details class=\"v-mer\" open"),
        "what was typed in a folded field is in sight"
    );
    assert!(answer.html.contains("<title>Feil: "));
}

#[tokio::test]
async fn the_queue_is_for_those_who_answer_it() {
    let house = Testhouse::new();
    let page = asks(&house, "Olsen", "Noah", "1.2.2020", "no").await;
    for who in [MARIT, LEADER] {
        let mut browser = house.signed_in(who).await;
        assert_eq!(browser.get(LIST).await.status, StatusCode::NOT_FOUND);
        assert_eq!(browser.get(&page).await.status, StatusCode::NOT_FOUND);
        for act in
            ["ko", "tilby", "svar", "mitt-svar", "trekk", "avslutt", "sla-sammen", "ikke-samme", "angre"]
        {
            let answer =
                browser.post(&format!("{page}/{act}"), &[("words", "x"), ("fra", "0"), ("andre", "0")]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{act}");
        }
    }
    let mut ingrid = house.signed_in(INGRID).await;
    let list = ingrid.get(LIST).await;
    assert!(list.shows("Ingen venter på deg") && !list.text().contains("Olsen"), "{}", list.text());
    assert_eq!(ingrid.get(&page).await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.browser().get(LIST).await.location.as_deref(), Some("/logg-inn"));

    let interim = INGRID.actor.to_string();
    let mut mona = house.signed_in(MONA).await;
    send(&mut mona, &page, "ko", &place("load", &interim, "2026-12-03")).await;
    let contact = ingrid.get(&page).await;
    assert!(contact.shows("Du er kontakt imens") && !contact.html.contains("/ko\""), "{}", contact.text());
}

#[tokio::test]
async fn the_queue_speaks_three_languages_without_a_missing_text() {
    let house = Testhouse::new();
    let page = asks(&house, "Haddad", "Yusuf", "12.3.2014", "yes").await;
    asks(&house, "Hadad", "Yussuf", "12.3.2014", "no").await;
    let mut mona = house.signed_in(MONA).await;
    for lang in ["nn", "en", "nb"] {
        mona.get(&format!("{LIST}?sprak={lang}")).await;
        for path in
            [LIST, page.as_str(), "/arbeid/venteliste/slatt-sammen", "/arbeid/venteliste/000000000000"]
        {
            let shown = mona.get(path).await;
            assert!(!shown.html.contains('⟦') && !shown.html.contains("{ $"), "{path} in {lang}");
        }
    }
}
