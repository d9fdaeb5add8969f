//! The door: a family asks for help without signing in, keeps a code, and finds out where the case stands.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

mod support;

use axum::http::StatusCode;
use support::*;

const ASK: &str = "/be-om-koordinator";
const STANDING: &str = "/hvor-star-saken";
const REPORT: &str = "/meld-behov";

/// A whole request by a mother of two.
fn rania() -> Vec<(&'static str, &'static str)> {
    vec![
        ("words", "Yusuf orker ikke gå på skolen, og ingen av oss får sove."),
        ("wish", "Noen som ringer rundt for oss."),
        ("acute", "no"),
        ("family", "Haddad"),
        ("child-0", "Yusuf"),
        ("born-0", "12.3.2014"),
        ("child-1", "Lina"),
        ("born-1", ""),
        ("services", "school"),
        ("services", "doctor"),
        ("services-other", "Lindvik IL"),
        ("name", "Rania Haddad"),
        ("phone", "900 00 001"),
        ("reach", "etter kl. 17"),
        ("language", "ar"),
        ("interpreter", "1"),
    ]
}

fn with(
    mut fields: Vec<(&'static str, &'static str)>,
    name: &str,
    value: &'static str,
) -> Vec<(&'static str, &'static str)> {
    fields.iter_mut().filter(|field| field.0 == name).for_each(|field| field.1 = value);
    fields
}

#[tokio::test]
async fn a_family_asks_and_gets_a_receipt_with_a_code_and_a_name_to_ring() {
    let house = Testhouse::new();
    let mut browser = house.browser();
    let sent = browser.post(ASK, &rania()).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(sent.location.as_deref(), Some("/be-om-koordinator/kvittering"), "the code is in no address");
    assert!(sent.set_cookies[0].contains("HttpOnly") && sent.set_cookies[0].contains("Max-Age=1800"));
    let receipt = browser.get("/be-om-koordinator/kvittering").await;
    insta::assert_snapshot!("receipt", receipt.text());
}

#[tokio::test]
async fn an_acute_request_gets_the_help_numbers_and_an_answer_within_hours() {
    let house = Testhouse::new();
    let mut browser = house.browser();
    let receipt = browser.post_and_follow(ASK, &with(rania(), "acute", "yes")).await;
    assert!(receipt.shows("i dag kl. 13"), "{}", receipt.text());
    assert!(receipt.shows("116 117"));
    let view = house.house.gate.queue(&visit(&house, MONA)).await.unwrap();
    let course = view[0].sees().only::<dossier::Course>().unwrap();
    assert!(course.is.acute);
}

fn visit(house: &Testhouse, who: Somebody) -> access::Visit {
    access::Visit {
        actor: who.actor,
        role: who.role,
        service: Some(who.service),
        moment: house.moment(),
        request: 1,
        session: None,
    }
}

#[tokio::test]
async fn what_was_told_stands_in_the_dossier_as_it_was_told() {
    let house = Testhouse::new();
    house.browser().post(ASK, &rania()).await;
    let views = house.house.gate.queue(&visit(&house, MONA)).await.unwrap();
    let view = &views[0];
    let request = view.sees().only::<dossier::HelpRequest>().unwrap().is;
    assert_eq!(request.words, "Yusuf orker ikke gå på skolen, og ingen av oss får sove.");
    assert_eq!(request.services, ["Skole", "Fastlege", "Lindvik IL"]);
    assert_eq!(request.sent_by, None);
    let people: Vec<_> = view.sees().all::<dossier::Person>().map(|person| person.is.clone()).collect();
    let asker = &people[0];
    assert_eq!(
        (asker.full_name().as_str(), asker.language.as_str(), asker.interpreter),
        ("Rania Haddad", "ar", true)
    );
    assert_eq!(asker.account, None, "nobody has signed in");
    assert_eq!(people[1].born, Some(jiff::civil::date(2014, 3, 12)));
    assert_eq!(
        (people[2].full_name().as_str(), people[2].born),
        ("Lina Haddad", None),
        "unknown is an answer"
    );
}

#[tokio::test]
async fn sending_the_form_twice_is_asking_once() {
    let house = Testhouse::new();
    let mut browser = house.browser();
    let first = browser.post_with_key(ASK, &rania(), "one-sending").await;
    let code = browser.get("/be-om-koordinator/kvittering").await.reference();
    let again = browser.post_with_key(ASK, &rania(), "one-sending").await;
    assert_eq!((first.status, again.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
    assert_eq!(browser.get("/be-om-koordinator/kvittering").await.reference(), code);
    assert_eq!(house.store.families().unwrap().len(), 1);
    let other = browser.post_with_key(ASK, &with(rania(), "words", "Noe annet"), "one-sending").await;
    assert_eq!(
        other.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "the same key with other words is no repetition"
    );
}

#[tokio::test]
async fn what_is_missing_is_asked_for_and_nothing_typed_is_lost() {
    let house = Testhouse::new();
    let mut browser = house.browser();
    let fields = [
        ("wish", "<b>Noen å snakke med</b>"),
        ("child-0", "Yusuf"),
        ("born-0", "i fjor"),
        ("born-4", "1.1.2090"),
        ("services", "school"),
        ("language", "ar"),
        ("phone", "123"),
    ];
    let page = browser.post(ASK, &fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.html.contains("<title>Feil: "));
    for field in ["words", "acute", "born-0", "born-4", "name", "phone"] {
        assert!(page.html.contains(&format!("href=\"#{field}\"")), "{field} is in the summary");
    }
    assert!(page.html.contains("&lt;b&gt;Noen å snakke med"), "typed text is text");
    assert!(page.html.contains("value=\"i fjor\"") && page.html.contains("value=\"123\""));
    assert!(page.html.contains("value=\"school\" id=\"services-school\" checked"));
    assert!(
        page.html.contains("<details class=\"v-mer\" open"),
        "the folded rows are open when one must be mended"
    );
    assert!(house.store.families().unwrap().is_empty());
}

#[tokio::test]
async fn too_much_and_strange_input_is_answered_calmly() {
    let house = Testhouse::new();
    let mut browser = house.browser();
    let long = "æ".repeat(4001);
    let page = browser
        .post(ASK, &[("words", &long), ("acute", "maybe"), ("language", "klingon"), ("child-9", "x")])
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.shows("4000"));
    let huge = "a".repeat(2_000_000);
    assert_eq!(browser.post(ASK, &[("words", &huge)]).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    let mut spoiled = with(rania(), "language", "klingon");
    spoiled.push(("services", "spaceship"));
    let receipt = browser.post_and_follow(ASK, &spoiled).await;
    assert!(receipt.shows("Koden din"), "what we do not know is left out");
}

#[tokio::test]
async fn the_code_tells_where_the_case_stands_without_names_or_words() {
    let house = Testhouse::new();
    let mut browser = house.browser();
    let code = browser.post_and_follow(ASK, &rania()).await.reference();
    let written = format!(" {} ", code.to_lowercase().replace('-', " "));
    let standing = browser.post(STANDING, &[("code", &written)]).await;
    assert_eq!(standing.status, StatusCode::OK);
    insta::assert_snapshot!("standing", standing.text());
    for secret in ["Haddad", "Rania", "Yusuf", "orker", &code] {
        assert!(!standing.html.contains(secret), "{secret}");
    }
    house.wait(24 * 7);
    let late = browser.post(STANDING, &[("code", &code)]).await;
    assert!(late.shows("Det er vår feil"), "a broken promise is told");
}

#[tokio::test]
async fn wrong_codes_are_answered_alike_and_after_five_there_is_a_pause() {
    let house = Testhouse::new();
    let mut browser = house.browser();
    let code = browser.post_and_follow(ASK, &rania()).await.reference();
    let mut answers = Vec::new();
    let long = "x".repeat(1000);
    for wrong in ["AAAA-AAAA", "finnes ikke", &long, "' OR 1=1", "0000 0000"] {
        let answer = browser.post(STANDING, &[("code", wrong)]).await;
        answers.push((answer.status, answer.shows("Vi finner ingen sak med denne koden")));
    }
    assert_eq!(answers, vec![(StatusCode::UNPROCESSABLE_ENTITY, true); 5]);
    let paused = browser.post(STANDING, &[("code", &code)]).await;
    assert_eq!(paused.status, StatusCode::TOO_MANY_REQUESTS);
    house.wait(1);
    assert_eq!(browser.post(STANDING, &[("code", &code)]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_receipt_of_somebody_else_cannot_be_guessed_by_changing_the_cookie() {
    let house = Testhouse::new();
    let mut browser = house.browser();
    let nothing = browser.get("/be-om-koordinator/kvittering").await;
    assert_eq!(nothing.location.as_deref(), Some(STANDING));
}

#[tokio::test]
async fn a_professional_asks_with_the_familys_yes_and_follows_the_phase_alone() {
    let house = Testhouse::new();
    let mut marit = house.signed_in(MARIT).await;
    let without = marit.post(REPORT, &rania()).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(without.html.contains("href=\"#agreed_by\"") && without.html.contains("href=\"#how\""));
    assert!(house.store.families().unwrap().is_empty(), "never without the family's yes");

    let mut fields = with(rania(), "name", "");
    fields.extend([("agreed_by", "Rania Haddad"), ("how", "På møte 18. november, med tolk")]);
    let page = marit.post_and_follow(REPORT, &fields).await;
    assert!(page.shows("Koden til familien"), "{}", page.text());
    let code = page.reference();
    assert!(page.shows("Ikke ringt ennå"));
    for secret in ["Haddad", "Yusuf", "orker"] {
        assert!(!page.text().contains(secret), "{secret}");
    }
    let views = house.house.gate.queue(&visit(&house, MONA)).await.unwrap();
    let sender = views[0].sees().only::<dossier::HelpRequest>().unwrap().is.sent_by.clone().unwrap();
    assert_eq!((sender.helper, sender.agreed_by.as_str()), (MARIT.actor, "Rania Haddad"));
    assert_eq!(views[0].sees().all::<dossier::Person>().next().unwrap().is.full_name(), "Rania Haddad");

    let others = house.signed_in(INGRID).await.get(REPORT).await;
    assert!(!others.text().contains(&code), "a colleague has sent nothing");
}

#[tokio::test]
async fn a_professional_is_led_from_the_familys_form_to_her_own() {
    let house = Testhouse::new();
    let mut marit = house.signed_in(MARIT).await;
    assert_eq!(marit.get(ASK).await.location.as_deref(), Some(REPORT));
    assert_eq!(marit.post(ASK, &rania()).await.status, StatusCode::NOT_FOUND);
    let mut leader = house.signed_in(LEADER).await;
    assert_eq!(leader.get(REPORT).await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.browser().get(REPORT).await.location.as_deref(), Some("/logg-inn"));
}

#[tokio::test]
async fn the_front_page_says_what_is_open_now_and_what_opens_next() {
    let house = Testhouse::new();
    let mut browser = house.browser();
    let page = browser.get("/").await;
    assert!(page.shows("Åpent nå til kl. 18"), "{}", page.text());
    assert!(page.shows("Neste: mandag 23. november kl. 10"));
    house.wait(12);
    assert!(browser.get("/tilbud").await.shows("Neste: i morgen kl. 9"));
}

#[tokio::test]
async fn every_public_page_stands_in_three_languages_without_a_missing_text() {
    let house = Testhouse::new();
    for path in
        ["/", "/tilbud", ASK, STANDING, "/om", "/personvern", "/tilgjengelighet", "/kontakt", "/kildekode"]
    {
        for lang in ["nb", "nn", "en"] {
            let mut browser = house.browser();
            browser.get(&format!("{path}?sprak={lang}")).await;
            let page = browser.get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(page.html.contains(&format!("<html lang=\"{lang}\"")), "{path} in {lang}");
            assert!(!page.html.contains('⟦') && !page.html.contains("{ $"), "{path} in {lang}");
        }
    }
}
