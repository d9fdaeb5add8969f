//! The guide's search: own words lead to situations, offers and rights; nothing is kept, danger is seen, and what is
//! private is shown to whoever names it.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

mod support;

use axum::http::StatusCode;
use support::*;

const START: &str = "/rettigheter";
const FIND: &str = "/rettigheter/sok";
const WHO: &str = "/rettigheter/hvem";

async fn ask(browser: &mut Browser<'_>, words: &str) -> Answer {
    let page = browser.post(FIND, &[("ord", words)]).await;
    assert_eq!((page.status, page.location.as_deref()), (StatusCode::OK, None), "{}", page.text());
    assert!(!page.text().contains('⟦'), "{}", page.text());
    page
}

/// The page's own part.
fn main(page: &Answer) -> &str {
    let from = page.html.find("<main").unwrap();
    &page.html[from..from + page.html[from..].find("</main>").unwrap()]
}

fn situations(page: &Answer) -> Vec<&str> {
    let boxes = main(page).split("type=\"checkbox\" name=\"s\" value=\"").skip(1);
    boxes.map(|it| it.split('"').next().unwrap()).collect()
}

#[tokio::test]
async fn own_words_lead_to_situations_offers_and_rights_and_stand_in_their_field() {
    let house = Testhouse::new();
    let mut browser = house.browser();
    let start = browser.get(START).await;
    assert!(start.shows("Skriv med egne ord hva som er vanskelig"), "{}", start.text());
    let page = ask(&mut browser, "vi får ikkje råd til husleiga & <straum>").await;
    assert!(page.shows("Dette fant vi"), "{}", page.text());
    assert!(
        page.html.contains("vi får ikkje råd til husleiga &amp; &lt;straum&gt;</textarea>"),
        "{}",
        page.html
    );
    assert!(
        situations(&page).contains(&"money") && situations(&page).contains(&"housing"),
        "{:?}",
        situations(&page)
    );
    assert!(page.shows("Bostøtte") && page.shows("Økonomi- og gjeldshjelp"), "{}", page.text());
    // What was found leads on in the guide.
    let who = browser.post(WHO, &[("s", "money"), ("s", "housing")]).await;
    assert!(who.shows("Hvem er dere?"), "{}", who.text());
}

#[tokio::test]
async fn a_right_can_be_asked_about_alone() {
    let house = Testhouse::new();
    let mut browser = house.browser();
    let page = ask(&mut browser, "brillestøtte").await;
    let at = main(&page).find("name=\"bare\" value=\"glasses_for_children\"").unwrap();
    let form = &main(&page)[..at];
    let form = &form[form.rfind("<form").unwrap()..];
    assert!(form.contains("name=\"s\" value=\"aids_and_transport\""), "{form}");
    let fields = [("s", "aids_and_transport"), ("bare", "glasses_for_children")];
    let who = browser.post(WHO, &fields).await;
    assert!(who.html.contains("name=\"bare\" value=\"glasses_for_children\""), "{}", who.html);
    let mut fields = fields.to_vec();
    fields.extend([("steg", "hvem"), ("barn-0", "15.3.2018"), ("voksne", "1"), ("hjem", "her")]);
    let asked = browser.post("/rettigheter/sporsmal", &fields).await;
    assert!(asked.shows("Briller til barn") && !asked.shows("Ledsagerbevis"), "{}", asked.text());
}

#[tokio::test]
async fn nothing_written_and_nothing_found_are_no_dead_ends() {
    let house = Testhouse::new();
    let mut browser = house.browser();
    let empty = browser.post(FIND, &[("ord", "  "), ("s", "money")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.shows("Skriv noen ord om det som er vanskelig"), "{}", empty.text());
    assert!(empty.html.contains("value=\"money\" id=\"s-money\" checked"), "what was chosen stands");
    let none = ask(&mut browser, "xqzwv").await;
    assert!(none.shows("Vi fant ikke noe som ligner"), "{}", none.text());
    assert!(none.shows("Se alle livssituasjonene") && none.shows("Be om hjelp"), "{}", none.text());
    assert!(none.shows("116 117") && none.html.contains("xqzwv</textarea>"), "{}", none.text());
    let long = ask(&mut browser, &format!("barnehagepris {}", "lang ".repeat(400))).await;
    assert!(long.shows("Vi leste de første 600 tegnene"), "{}", long.text());
    assert!(long.html.contains(&"lang ".repeat(300)), "all of it stands");
    // An address alone leads to the beginning.
    let address = browser.get(FIND).await;
    assert_eq!(address.location.as_deref(), Some(START));
}

#[tokio::test]
async fn danger_stands_first_with_whom_to_ring_and_a_quick_way_out() {
    let house = Testhouse::new();
    let mut browser = house.browser();
    let page = ask(&mut browser, "mannen min slår meg").await;
    let html = main(&page);
    let (danger, situation) = (html.find("tel:112").unwrap(), html.find("s-unsafe").unwrap());
    assert!(danger < situation, "whom to ring comes first");
    assert!(html.contains("tel:116111") && html.contains("tel:116117"), "{}", page.text());
    assert!(page.shows("Forlat siden raskt") && page.shows("Krisesenter"), "{}", page.text());
    let page = ask(&mut browser, "sønnen min vil ikke leve lenger").await;
    assert!(main(&page).find("tel:113").unwrap() < main(&page).find("s-mind").unwrap(), "{}", page.text());
}

#[tokio::test]
async fn a_harmless_question_shows_nothing_that_is_private() {
    let house = Testhouse::new();
    let mut browser = house.browser();
    for words in ["trenger et trygt sted å bo", "hjelp hjemme", "noen å snakke med"] {
        let page = ask(&mut browser, words).await;
        for private in
            ["Krisesenter", "Noen hjemme truer", "Familievern", "Barnevern", "BUP", "Forlat siden raskt"]
        {
            assert!(!main(&page).contains(private), "«{words}» shows {private}");
        }
        assert!(!situations(&page).is_empty(), "«{words}»");
    }
}

#[tokio::test]
async fn the_page_speaks_three_languages_and_changing_it_keeps_the_words() {
    let house = Testhouse::new();
    let mut browser = house.browser();
    for (code, heading) in [("nn", "Dette fann vi"), ("en", "This is what we found"), ("nb", "Dette fant vi")]
    {
        let page = browser.post(FIND, &[("ord", "dyr barnehage"), ("s", "school"), ("sprak", code)]).await;
        assert!(page.shows(heading), "{}", page.text());
        assert!(
            page.html.contains("dyr barnehage</textarea>") && situations(&page).contains(&"kindergarten")
        );
        assert!(
            page.html.contains("type=\"hidden\" name=\"s\" value=\"school\""),
            "what was chosen goes along"
        );
    }
}

#[tokio::test]
async fn what_a_family_writes_stands_in_no_address_no_cookie_no_log_and_no_store() {
    let said = support::listen();
    let house = Testhouse::new();
    let mut browser = house.browser();
    let page = ask(&mut browser, "Rumpelstilt og Askeladd sover ikke").await;
    assert!(page.set_cookies.is_empty(), "{:?}", page.set_cookies);
    for link in page.html.split("href=\"").skip(1).map(|link| link.split('"').next().unwrap()) {
        assert!(!link.contains("Rumpelstilt"), "{link}");
    }
    let lines = said.text();
    assert!(lines.contains("listening"), "the log was listened to");
    let files = house.files();
    for canary in ["Rumpelstilt", "rumpelstilt", "Askeladd", "askeladd"] {
        assert!(!lines.contains(canary), "{canary} in the log");
        assert!(!files.windows(canary.len()).any(|it| it == canary.as_bytes()), "{canary} in the store");
    }
}
