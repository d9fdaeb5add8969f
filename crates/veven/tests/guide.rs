//! The guide to rights: nobody signs in, what is told goes from page to page in the form, and nothing is kept.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

mod support;

use axum::http::StatusCode;
use std::collections::BTreeSet;
use support::*;

const START: &str = "/rettigheter";
const WHO: &str = "/rettigheter/hvem";
const QUESTIONS: &str = "/rettigheter/sporsmal";
const ANSWERS: &str = "/rettigheter/svar";
const PRINT: &str = "/rettigheter/utskrift";

type Fields = Vec<(String, String)>;

/// The hidden fields of the first form in the main part that posts to an address.
fn hidden(page: &Answer, action: &str) -> Fields {
    let main = &page.html[page.html.find("<main").unwrap()..];
    let from = main
        .find(&format!("action=\"{action}\""))
        .unwrap_or_else(|| panic!("no {action} in {}", page.text()));
    let form = &main[from..from + main[from..].find("</form>").unwrap()];
    let inputs = form.split("<input type=\"hidden\" name=\"").skip(1);
    let read = inputs.map(|input| {
        let mut parts = input.split('"');
        let name = parts.next().unwrap();
        (name.to_owned(), parts.nth(1).unwrap().replace("&amp;", "&").replace("&quot;", "\""))
    });
    read.filter(|(name, _)| name != "nokkel" && name != "vern").collect()
}

/// The questions of a page; none on any other page.
fn asked(page: &Answer) -> Vec<String> {
    if !page.html.contains("name=\"spurt\"") {
        return Vec::new();
    }
    hidden(page, QUESTIONS).into_iter().filter(|(name, _)| name == "spurt").map(|(_, code)| code).collect()
}

async fn send(browser: &mut Browser<'_>, path: &str, fields: &Fields, more: &[(&str, &str)]) -> Answer {
    let mut all: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    all.extend(more);
    let page = browser.post(path, &all).await;
    assert_eq!(page.location, None, "nothing leads to an address");
    page
}

/// From the first page to the first questions.
async fn begin(browser: &mut Browser<'_>, situations: &[&str], home: &[(&str, &str)]) -> Answer {
    let chosen: Fields = situations.iter().map(|id| ("s".to_owned(), (*id).to_owned())).collect();
    let who = send(browser, WHO, &chosen, &[]).await;
    assert_eq!(who.status, StatusCode::OK, "{}", who.text());
    send(browser, QUESTIONS, &hidden(&who, QUESTIONS), home).await
}

/// Answers page after page until there is nothing more to ask; tells what was asked.
async fn walk(
    browser: &mut Browser<'_>,
    mut page: Answer,
    answer: impl Fn(&str) -> &'static str,
) -> (Answer, Vec<String>) {
    let mut all = Vec::new();
    for _ in 0..80 {
        let codes = asked(&page);
        if codes.is_empty() {
            return (page, all);
        }
        assert!(codes.len() <= 8, "a few at a time: {codes:?}");
        let told: Vec<(&str, &str)> = codes.iter().map(|code| (code.as_str(), answer(code))).collect();
        page = send(browser, QUESTIONS, &hidden(&page, QUESTIONS), &told).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        all.extend(codes);
    }
    panic!("it never ends: {all:?}");
}

const TWO: &[(&str, &str)] =
    &[("barn-0", "15.3.2018"), ("barn-1", "mars 2024"), ("voksne", "2"), ("hjem", "her")];

fn ordinary(code: &str) -> &'static str {
    match code.split_once('-').unwrap().1 {
        "child.resident_in_norway" | "child.nis_member" | "adult.legal_stay" => "ja",
        "child.in_action_zone" => "nei",
        _ => "vet",
    }
}

#[tokio::test]
async fn a_family_with_two_children_reaches_an_amount_for_each_with_its_day() {
    let house = Testhouse::new();
    let mut browser = house.browser();
    let start = browser.get(START).await;
    assert!(
        start.shows("Barnet trenger mye hjelp hver dag") && start.shows("lagrer ingenting"),
        "{}",
        start.text()
    );
    let first = begin(&mut browser, &["money"], TWO).await;
    assert!(first.shows("Noen få spørsmål"), "{}", first.text());
    let (page, all) = walk(&mut browser, first, ordinary).await;
    let once: BTreeSet<&String> = all.iter().collect();
    assert_eq!(once.len(), all.len(), "nothing is asked twice: {all:?}");
    assert!(!all.iter().any(|code| code.ends_with("child_lives_with")), "that was told already");
    let text = page.text();
    assert!(text.contains("Ser ut til at dere har rett til"), "{text}");
    assert!(text.contains("2 012 kr i måneden"), "{text}");
    assert!(text.contains("Barn 1 (8 år)") && text.contains("Barn 2 (2 år)"), "{text}");
    assert!(text.contains("regnet 19. november 2026"), "an amount has its day");
    assert!(text.contains("Hvem avgjør") && text.contains("Hvis dere ikke er enige"), "{text}");
    assert!(!text.contains('⟦'), "{text}");
}

#[tokio::test]
async fn dont_know_is_carried_and_is_never_a_no() {
    let house = Testhouse::new();
    let mut browser = house.browser();
    let first = begin(&mut browser, &["daily_help"], TWO).await;
    let (page, all) = walk(&mut browser, first, |_| "vet").await;
    let carried = hidden(&page, QUESTIONS);
    let passed: Vec<&String> =
        carried.iter().filter(|(name, _)| name == "forbi").map(|(_, code)| code).collect();
    assert!(all.iter().all(|code| passed.contains(&code)), "{passed:?}");
    assert!(!carried.iter().any(|(name, _)| name == "sagt"), "{carried:?}");
    assert!(page.shows("Vi trenger å vite mer") && page.shows("Ta de åpne spørsmålene"), "{}", page.text());
    // The questions of one right can be taken afterwards, and only those.
    let only = send(&mut browser, QUESTIONS, &carried, &[("na", "respite_care")]).await;
    let (page, asked) = walk(&mut browser, only, |_| "ja").await;
    assert_eq!(asked, ["a0-adult.heavy_care_burden"]);
    assert!(page.shows("Verdt å søke"), "{}", page.text());
    assert!(page.shows("Dere har svart «Du har særlig tyngende omsorgsarbeid»"), "{}", page.text());
}

#[tokio::test]
async fn what_is_wrong_is_told_and_what_was_typed_stands() {
    let house = Testhouse::new();
    let mut browser = house.browser();
    let none = send(&mut browser, WHO, &Vec::new(), &[]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.shows("Velg minst én ting"), "{}", none.text());
    let wrong =
        begin(&mut browser, &["money"], &[("barn-0", "i fjor"), ("barn-1", "2.2020"), ("voksne", "2")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.html.contains("value=\"i fjor\"") && wrong.html.contains("value=\"2.2020\""),
        "{}",
        wrong.html
    );
    assert!(wrong.html.contains("Feil: ") && wrong.html.contains("href=\"#barn-0\""));
    // A number that is none, after other answers.
    let mut page = begin(&mut browser, &["money"], TWO).await;
    for _ in 0..60 {
        let codes = asked(&page);
        let number = codes.iter().find(|code| page.html.contains(&format!("type=\"text\" id=\"{code}\"")));
        let Some(number) = number else {
            let told: Vec<(&str, &str)> = codes.iter().map(|code| (code.as_str(), "ja")).collect();
            page = send(&mut browser, QUESTIONS, &hidden(&page, QUESTIONS), &told).await;
            continue;
        };
        let before = hidden(&page, QUESTIONS);
        let wrong = send(&mut browser, QUESTIONS, &before, &[(number, "ganske mye")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.html.contains("value=\"ganske mye\""), "{}", wrong.html);
        assert!(wrong.shows("Skriv et tall"), "{}", wrong.text());
        assert_eq!(hidden(&wrong, QUESTIONS), before, "nothing told is lost");
        let mended = send(&mut browser, QUESTIONS, &before, &[(number, "12 500,50 kr")]).await;
        assert_eq!(mended.status, StatusCode::OK, "{}", mended.text());
        let carried = hidden(&mended, QUESTIONS);
        assert!(carried.contains(&("sagt".to_owned(), format!("{number}=12500.5"))), "{carried:?}");
        return;
    }
    panic!("no number was asked");
}

#[tokio::test]
async fn nothing_that_was_told_stands_in_an_address_a_cookie_a_log_or_the_store() {
    let said = support::listen();
    let house = Testhouse::new();
    let mut browser = house.browser();
    let first = begin(&mut browser, &["unsafe", "money"], TWO).await;
    let (page, _) =
        walk(&mut browser, first, |code| if code.contains("violence") { "ja" } else { "vet" }).await;
    assert!(page.shows("\nKrisesenter\n"), "{}", page.text());
    assert!(page.set_cookies.is_empty(), "{:?}", page.set_cookies);
    let main = &page.html[page.html.find("<main").unwrap()..];
    for link in main.split("href=\"").skip(1).map(|link| link.split('"').next().unwrap()) {
        assert!(!link.contains("unsafe") && !link.contains("violence") && !link.contains("2018"), "{link}");
    }
    for path in [WHO, QUESTIONS, ANSWERS, PRINT] {
        assert_eq!(
            browser.get(path).await.location.as_deref(),
            Some(START),
            "an address alone tells nothing"
        );
    }
    let lines = said.text();
    assert!(lines.contains("listening"), "the log was listened to");
    let files = house.files();
    for canary in ["violence_exposed", "unsafe", "2018-03-15", "15.3.2018"] {
        assert!(!lines.contains(canary), "{canary} in the log");
        assert!(!files.windows(canary.len()).any(|it| it == canary.as_bytes()), "{canary} in the store");
    }
}

#[tokio::test]
async fn what_is_only_for_oneself_is_shown_when_opened_with_a_way_out_and_not_printed_unasked() {
    let house = Testhouse::new();
    let mut browser = house.browser();
    let first = begin(&mut browser, &["money", "decision", "kindergarten"], TWO).await;
    let (page, all) = walk(&mut browser, first, |_| "vet").await;
    for delicate in ["violence", "relationship_conflict", "foster", "at_risk_home", "child_welfare"] {
        assert!(!all.iter().any(|code| code.contains(delicate)), "{delicate} is asked unopened: {all:?}");
    }
    assert!(!page.shows("\nKrisesenter\n") && !page.shows("Forlat siden raskt"), "{}", page.text());

    let first = begin(&mut browser, &["money", "unsafe"], TWO).await;
    assert!(first.shows("Forlat siden raskt"), "{}", first.text());
    let (page, all) =
        walk(&mut browser, first, |code| if code.contains("violence") { "ja" } else { "vet" }).await;
    assert!(all.iter().any(|code| code.ends_with("violence_exposed")), "{all:?}");
    assert!(page.shows("\nKrisesenter\n") && page.shows("Forlat siden raskt"), "{}", page.text());
    let carried = hidden(&page, QUESTIONS);
    let paper = send(&mut browser, PRINT, &carried, &[]).await;
    assert!(!paper.shows("\nKrisesenter\n") && paper.shows("Barnetrygd"), "{}", paper.text());
    let paper = send(&mut browser, PRINT, &carried, &[("alt", "1")]).await;
    assert!(paper.shows("\nKrisesenter\n"), "{}", paper.text());
}

#[tokio::test]
async fn a_no_stands_behind_a_door_with_the_day_it_may_become_a_yes() {
    let house = Testhouse::new();
    let mut browser = house.browser();
    let first = begin(&mut browser, &["new_baby"], &[("barn-0", "mai 2027"), ("hjem", "her")]).await;
    let (page, _) = walk(&mut browser, first, ordinary).await;
    let text = page.text();
    let behind = text.find("Vis det som ikke passer nå").unwrap_or_else(|| panic!("{text}"));
    let benefit = text.rfind("\nBarnetrygd\n").unwrap_or_else(|| panic!("{text}"));
    assert!(benefit > behind, "{text}");
    assert!(text[benefit..].contains("Kan passe fra 1. juni 2027"), "{text}");
    let before = &text[..behind];
    assert!(!before.to_lowercase().contains("har ikke rett") && !before.contains("ikke søkt"), "{before}");
}

#[tokio::test]
async fn an_answer_can_be_changed_and_answers_shown_at_any_time() {
    let house = Testhouse::new();
    let mut browser = house.browser();
    let first = begin(&mut browser, &["daily_help"], TWO).await;
    let before = hidden(&first, QUESTIONS);
    let now = send(&mut browser, ANSWERS, &before, &[]).await;
    assert!(now.shows("Svar på flere spørsmål"), "{}", now.text());
    let told =
        send(&mut browser, QUESTIONS, &hidden(&now, QUESTIONS), &[("na", "health_care_at_home")]).await;
    let (page, _) = walk(&mut browser, told, |_| "ja").await;
    let change = [("endre", "c0-need.health_care_at_home")];
    let again = send(&mut browser, QUESTIONS, &hidden(&page, QUESTIONS), &change).await;
    assert_eq!(asked(&again), ["c0-need.health_care_at_home"]);
    assert!(
        again.html.contains("value=\"ja\" id=\"c0-need.health_care_at_home-0\" checked"),
        "{}",
        again.html
    );
    let no = [("c0-need.health_care_at_home", "nei")];
    let page = send(&mut browser, ANSWERS, &hidden(&again, QUESTIONS), &no).await;
    let carried = hidden(&page, QUESTIONS);
    assert!(carried.contains(&("sagt".into(), "c0-need.health_care_at_home=false".into())), "{carried:?}");
    // Another child in the first one's place: what was told of that one is forgotten, the other's stands.
    let who = send(&mut browser, WHO, &carried, &[]).await;
    let other = [("barn-0", "1.1.2020"), ("barn-1", "1.3.2024"), ("hjem", "her")];
    let page = send(&mut browser, ANSWERS, &hidden(&who, QUESTIONS), &other).await;
    let told: Vec<String> =
        hidden(&page, QUESTIONS).into_iter().filter(|it| it.0 == "sagt").map(|it| it.1).collect();
    assert_eq!(told, ["c1-need.health_care_at_home=true"]);
}

#[tokio::test]
async fn the_guide_speaks_nynorsk_and_english_and_changing_language_keeps_the_answers() {
    let house = Testhouse::new();
    for (lang, heading, answers) in [
        ("nn", "Kva kan de ha rett til?", "Dette kan de ha rett til"),
        ("en", "What may you have a right to?", "What you may have a right to"),
    ] {
        let mut browser = house.browser();
        browser.get(&format!("{START}?sprak={lang}")).await;
        let start = browser.get(START).await;
        assert!(start.shows(heading), "{}", start.text());
        let home = [("barn-0", "15.3.2018"), ("voksne", "1"), ("hjem", "her")];
        let first = begin(&mut browser, &["money", "daily_help"], &home).await;
        assert!(!first.text().contains('⟦'), "{}", first.text());
        let (page, _) = walk(&mut browser, first, ordinary).await;
        assert!(page.shows(answers) && !page.text().contains('⟦'), "{}", page.text());
    }
    let mut browser = house.browser();
    let first = begin(&mut browser, &["daily_help"], TWO).await;
    let mut carried = hidden(&first, QUESTIONS);
    carried.retain(|(name, _)| name != "steg" && name != "spurt");
    let switched = send(&mut browser, QUESTIONS, &carried, &[("sprak", "en")]).await;
    assert!(switched.shows("A few questions"), "{}", switched.text());
    assert!(switched.set_cookies.iter().all(|cookie| cookie.starts_with("veven-sprak=en")));
    assert_eq!(asked(&switched), asked(&first));
}

#[tokio::test]
async fn whoever_is_signed_in_may_use_it_too_and_rubbish_does_no_harm() {
    let house = Testhouse::new();
    let mut browser = house.signed_in(MARIT).await;
    let first = begin(&mut browser, &["daily_help"], TWO).await;
    let page = send(&mut browser, ANSWERS, &hidden(&first, QUESTIONS), &[]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let odd = [
        ("s", "ingenting"),
        ("sagt", "x"),
        ("sagt", "c9-child.birth_date=2020-01-01"),
        ("forbi", "ø"),
        ("fodt", "x"),
    ];
    let fields: Fields = vec![("s".into(), "daily_help".into())];
    let page = send(&mut browser, ANSWERS, &fields, &odd).await;
    assert_eq!(page.status, StatusCode::OK, "what no page of ours sends is left out: {}", page.text());
}

#[tokio::test]
async fn answers_are_kept_under_a_code_and_by_nobody_else() {
    let house = Testhouse::new();
    let mut family = house.browser();
    let told = [
        ("s", "daily_help"),
        ("fodt", "2018-03-15"),
        ("hjem", "her"),
        ("sagt", "c0-need.extra_care_hours_week=19"),
        ("forbi", "c0-need.social_support"),
    ];
    let page = family.post("/rettigheter/ta-vare", &told).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let code = page.html.split("v-kode--lang\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
    assert_eq!(code.len(), 19);
    // The file holds neither the code nor anything of what was told.
    let files = String::from_utf8_lossy(&house.files()).into_owned();
    for word in [code.as_str(), &code.replace('-', "").to_lowercase(), "extra_care_hours_week", "2018-03-15"]
    {
        assert!(!files.contains(word), "{word} stands in the file");
    }
    // Another day, on another phone, written as people write.
    house.wait(24 * 30);
    let mut phone = house.browser();
    let sloppy = code.to_lowercase().replace('-', " ");
    let back = phone.post("/rettigheter/fortsett", &[("kode", &sloppy)]).await;
    assert_eq!(back.status, StatusCode::OK);
    for field in
        ["value=\"daily_help\"", "c0-need.extra_care_hours_week=19", "2018-03-15", "c0-need.social_support"]
    {
        assert!(back.html.contains(field), "{field} in {}", back.text());
    }
    // Forgotten, the same answer as for a code that nobody ever had; and after a few tries, a pause.
    phone.post("/rettigheter/glem", &[("kode", &code)]).await;
    let gone = phone.post("/rettigheter/fortsett", &[("kode", &code)]).await;
    assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY);
    let never = phone.post("/rettigheter/fortsett", &[("kode", "ABCD-EFGH-JKMN-PQRS")]).await;
    assert!(gone.shows("Vi finner ingen svar") && never.shows("Vi finner ingen svar"));
    assert!(never.html.contains("ABCD-EFGH-JKMN-PQRS"), "what was typed stands");
    for _ in 0..3 {
        phone.post("/rettigheter/fortsett", &[("kode", "x")]).await;
    }
    let tired = phone.post("/rettigheter/fortsett", &[("kode", "ABCD-EFGH-JKMN-PQRS")]).await;
    assert_eq!(tired.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn kept_answers_are_gone_after_their_time() {
    let house = Testhouse::new();
    let mut family = house.browser();
    let page = family.post("/rettigheter/ta-vare", &[("s", "daily_help")]).await;
    let code = page.html.split("v-kode--lang\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let days = i64::from(house.house.gate.rules().limits(house.moment().today).kept_answers_days);
    house.wait(24 * days);
    assert_eq!(family.post("/rettigheter/fortsett", &[("kode", &code)]).await.status, StatusCode::OK);
    house.wait(24);
    let late = family.post("/rettigheter/fortsett", &[("kode", &code)]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
}
