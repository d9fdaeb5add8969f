//! Worry for a child and consultations without names, over HTTP: everybody who works here reaches them with no right
//! to any family, and nothing of it is seen anywhere else.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

mod support;

use access::{Assignment, Helper, Service};
use axum::http::StatusCode;
use dossier::{ActorId, Role, Sector, ServiceId};
use support::*;

const CHILD_WELFARE: ServiceId = ServiceId::new(21);
const HEALTH: ServiceId = ServiceId::new(22);
const TOVE: Somebody = Somebody { actor: ActorId::new(121), role: Role::Helper, service: HEALTH };
const TURID: Somebody =
    Somebody { actor: ActorId::new(122), role: Role::Volunteer, service: ServiceId::new(11) };
const DRIFT: Somebody =
    Somebody { actor: ActorId::new(123), role: Role::Administrator, service: ServiceId::new(11) };

/// A house with child welfare, a health station, and those who work there.
async fn town() -> Testhouse {
    let house = Testhouse::new();
    let directory = house.house.gate.directory();
    let model = directory.service(ServiceId::new(13)).unwrap().clone();
    let service = |id, name: &str, sector| Service { id, name: name.into(), sector, ..model.clone() };
    let services = vec![
        Service {
            phone: Some("400 00 167".into()),
            url: Some("https://lindvik.example/meld".into()),
            open_to_all: false,
            ..service(CHILD_WELFARE, "Barneverntjenesten", Sector::ChildWelfare)
        },
        Service { open_to_all: false, ..service(HEALTH, "Helsestasjonen", Sector::MunicipalHealth) },
    ];
    let helper = |who: Somebody, name: &str| Helper {
        id: who.actor,
        name: name.into(),
        title: String::new(),
        phone: None,
        face: None,
        district: None,
        vouched: Default::default(),
        assignments: vec![Assignment {
            role: who.role,
            service: who.service,
            from: jiff::civil::date(2025, 1, 1),
            until: None,
            percent: 100,
        }],
    };
    let helpers =
        vec![helper(TOVE, "Tove Lund"), helper(TURID, "Turid Evensen"), helper(DRIFT, "Daniel Strand")];
    let (store, at) = (std::sync::Arc::clone(&house.store), house.moment().at);
    std::thread::spawn(move || store.save_directory(&services, &helpers, at).unwrap()).join().unwrap();
    house
}

fn to() -> String {
    CHILD_WELFARE.to_string()
}

/// Every journal line as text: act, families, ground.
fn journal(house: &Testhouse) -> Vec<(String, String, String)> {
    let file = rusqlite::Connection::open(house.path()).unwrap();
    let mut rows = file.prepare("SELECT act, families, ground FROM journal ORDER BY seq").unwrap();
    let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

#[tokio::test]
async fn r42_a_teacher_can_start_a_report_with_zero_case_rights() {
    let house = town().await;
    assert!(house.store.families().unwrap().is_empty(), "there is no family that she could have a right to");
    let mut marit = house.signed_in(MARIT).await;
    let start = marit.get("/svar").await;
    assert!(start.html.contains("href=\"/bekymret\""), "the way stands on her first page");
    let danger = marit.get("/bekymret").await;
    assert_eq!(danger.status, StatusCode::OK);
    for number in ["tel:112", "tel:113", "tel:110", "tel:116111", "tel:40000167"] {
        assert!(danger.html.contains(number), "{number}");
    }
    let law = marit.get("/bekymret/plikten").await;
    assert!(law.shows("Loven som gjelder deg: Opplæringslova § 24-3"), "{}", law.text());
    assert!(law.shows("Du trenger ikke samtykke") && law.shows("Straffeloven § 196"));
    let how = marit.get("/bekymret/meld").await;
    assert!(
        how.html.contains("https://lindvik.example/meld") && how.shows("Innen 21 dager"),
        "{}",
        how.text()
    );
    let noted = marit.post_and_follow("/bekymret/notat", &[("til", &to()), ("dag", "2026-11-18")]).await;
    assert!(noted.shows("Til Barneverntjenesten, i går"), "{}", noted.text());
    assert!(noted.shows("Du skal ha svar senest onsdag 9. desember."), "{}", noted.text());
}

#[tokio::test]
async fn r42_every_staff_role_has_the_way_in_its_frame_and_no_family_or_visitor_has() {
    let house = town().await;
    for who in [INGRID, MARIT, MONA, LEADER, TURID, DRIFT] {
        let mut browser = house.signed_in(who).await;
        for page in ["/bekymret", "/bekymret/plikten", "/bekymret/meld"] {
            let shown = browser.get(page).await;
            assert_eq!(shown.status, StatusCode::OK, "{page} {who:?}");
        }
        // A page of another room, also one that is not there.
        let absent = browser.get("/svar/familie/0123456789ab/plan").await;
        assert_eq!(absent.status, StatusCode::NOT_FOUND);
        assert_eq!(absent.html.matches("href=\"/bekymret\"").count(), 2, "header and footer, {who:?}");
    }
    let mut citizen = house.session(ActorId::new(900), Role::Citizen, None).await;
    let mut visitor = house.browser();
    for page in ["/bekymret", "/bekymret/plikten", "/bekymret/meld", "/drofting", "/drofting/ny"] {
        assert_eq!(citizen.get(page).await.status, StatusCode::NOT_FOUND);
        assert_eq!(visitor.get(page).await.location.as_deref(), Some("/logg-inn"));
    }
    assert!(!citizen.get("/om").await.html.contains("/bekymret"));
    assert!(!visitor.get("/").await.html.contains("/bekymret"));
}

#[tokio::test]
async fn r44_no_word_of_a_report_is_ever_kept_even_if_somebody_sends_one() {
    let house = town().await;
    let mut marit = house.signed_in(MARIT).await;
    let to = to();
    let fields = [
        ("til", to.as_str()),
        ("dag", "2026-11-18"),
        ("ord", "HEMMELIGBEKYMRING"),
        ("barn", "HEMMELIGBARN"),
        ("familie", "HEMMELIGFAMILIE"),
    ];
    let sent = marit.post("/bekymret/notat", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert!(!sent.location.unwrap().contains("HEMMELIG"));
    for end in ["", "-wal"] {
        let bytes = std::fs::read(format!("{}{end}", house.path().display())).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("HEMMELIG"), "the file{end}");
    }
}

#[tokio::test]
async fn r44_a_note_is_seen_by_its_writer_alone_and_by_no_page_of_any_family() {
    let house = town().await;
    // A family with a request, so that there is something that it could show in.
    let fields = [
        ("words", "Vi trenger hjelp."),
        ("acute", "no"),
        ("family", "Olsen"),
        ("child-0", "Noah"),
        ("name", "Mor Olsen"),
        ("phone", "900 00 001"),
    ];
    assert_eq!(house.browser().post("/be-om-koordinator", &fields).await.status, StatusCode::SEE_OTHER);
    let family = house.store.families().unwrap()[0];
    let mut mona = house.signed_in(MONA).await;
    let queue = format!("/arbeid/venteliste/{family}");
    let before = (mona.get("/arbeid/venteliste").await.text(), mona.get(&queue).await.text());
    let mut leader = house.signed_in(LEADER).await;
    let figures = leader.get("/styring").await.text();

    let mut marit = house.signed_in(MARIT).await;
    marit.post_and_follow("/bekymret/notat", &[("til", &to()), ("dag", "2026-11-18")]).await;
    marit.get("/bekymret").await;

    assert_eq!((mona.get("/arbeid/venteliste").await.text(), mona.get(&queue).await.text()), before);
    assert_eq!(leader.get("/styring").await.text(), figures);
    for who in [MONA, INGRID, LEADER, TOVE, DRIFT] {
        let page = house.signed_in(who).await.get("/bekymret").await;
        assert!(!page.shows("Meldingene du har sendt"), "{who:?}");
    }
    let own: Vec<_> = journal(&house).into_iter().filter(|(.., ground)| ground == "own-duty").collect();
    assert!(own.len() >= 2, "{own:?}");
    assert!(own.iter().all(|(_, families, _)| families.is_empty()), "{own:?}");
}

#[tokio::test]
async fn r23_an_answer_that_does_not_come_is_late_and_one_that_comes_is_ticked() {
    let house = town().await;
    let to = to();
    let mut marit = house.signed_in(MARIT).await;
    marit.post_and_follow("/bekymret/notat", &[("til", &to), ("dag", "2026-10-29")]).await;
    let on_the_day = marit.get("/bekymret").await;
    assert!(on_the_day.shows("Venter på svar"), "21 days after: {}", on_the_day.text());
    house.wait(24);
    let mut marit = house.signed_in(MARIT).await;
    let late = marit.get("/bekymret").await;
    assert!(late.shows("Svaret er forsinket"), "{}", late.text());
    let address = |page: &Answer, end: &str| {
        let from = page.html.find("action=\"/bekymret/notat/").unwrap() + 8;
        let note = &page.html[from..from + page.html[from..].find("/svar\"").unwrap()];
        format!("{note}{end}")
    };
    // Somebody else's press finds nothing.
    let mut tove = house.signed_in(TOVE).await;
    for end in ["/svar", "/fjern"] {
        assert_eq!(tove.post(&address(&late, end), &[]).await.status, StatusCode::NOT_FOUND);
    }
    let ticked = marit.post_and_follow(&address(&late, "/svar"), &[]).await;
    assert!(ticked.shows("Du fikk svar i dag."), "{}", ticked.text());
    let gone = marit.post_and_follow(&address(&late, "/fjern"), &[]).await;
    assert!(!gone.shows("Meldingene du har sendt"));
}

#[tokio::test]
async fn r44_a_note_without_receiver_or_with_a_day_that_has_not_been_is_told_at_its_field() {
    let house = town().await;
    let mut marit = house.signed_in(MARIT).await;
    for (to, day, field) in [
        ("", "2026-11-18", "til"),
        (to().as_str(), "2026-11-20", "dag"),
        ("0123456789ab", "2026-11-18", "til"),
        (to().as_str(), "i går", "dag"),
    ] {
        let page = marit.post("/bekymret/notat", &[("til", to), ("dag", day)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{to} {day}");
        assert!(page.html.contains(&format!("id=\"{field}-feil\"")), "{}", page.text());
    }
}

const QUESTION: &str = "Et barn på mellomtrinnet sover i timene. Hva bør vi gjøre først?";

async fn asks(house: &Testhouse, who: Somebody) -> String {
    let health = HEALTH.to_string();
    let sent = house.signed_in(who).await.post("/drofting/ny", &[("til", &health), ("ord", QUESTION)]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    sent.location.unwrap().split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn r48_a_service_answers_somebody_whom_it_knows_by_role_and_service_alone() {
    let house = town().await;
    let address = asks(&house, MARIT).await;
    let mut tove = house.signed_in(TOVE).await;
    let inbox = tove.get("/svar").await;
    assert!(inbox.shows("Én tjeneste vil drøfte noe med dere"), "{}", inbox.text());
    let open = tove.get(&address).await;
    assert!(open.shows("Hjelper ved Granlia skole") && open.shows(QUESTION), "{}", open.text());
    assert!(!open.html.contains("Marit"), "the name stays with the asker");
    let said =
        tove.post_and_follow(&address, &[("ord", "Snakk med barnet først. Ring oss på 400 00 131.")]).await;
    assert!(said.shows("Besvart"), "{}", said.text());
    assert!(!tove.get("/svar").await.shows("vil drøfte noe med dere"));
    let mut marit = house.signed_in(MARIT).await;
    assert!(marit.get("/svar").await.shows("Svar på det du ville drøfte"));
    let answered = marit.get(&address).await;
    assert!(answered.shows("Snakk med barnet først.") && answered.shows("Tove Lund"), "{}", answered.text());
    marit.post_and_follow(&address, &[("ord", "Takk. Og hvis barnet ikke vil?")]).await;
    assert!(tove.get("/svar").await.shows("vil drøfte noe med dere"));
    let closed = marit.post_and_follow(&format!("{address}/avslutt"), &[]).await;
    assert!(closed.shows("Avsluttet"), "{}", closed.text());
    assert!(!marit.get("/svar").await.shows("Svar på det du ville drøfte"));
    let late = tove.post(&address, &[("ord", "Ett råd til.")]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.shows("Svaret ditt er ikke sendt."), "{}", late.text());
}

#[tokio::test]
async fn r48_somebody_else_finds_no_consultation_and_only_helpers_and_coordinators_ask() {
    let house = town().await;
    let address = asks(&house, MARIT).await;
    for who in [INGRID, MATS, MONA, LEADER, TURID, DRIFT] {
        let mut browser = house.signed_in(who).await;
        assert_eq!(browser.get(&address).await.status, StatusCode::NOT_FOUND, "{who:?}");
        assert_eq!(browser.post(&address, &[("ord", "Hei")]).await.status, StatusCode::NOT_FOUND, "{who:?}");
        let close = browser.post(&format!("{address}/avslutt"), &[]).await;
        assert_eq!(close.status, StatusCode::NOT_FOUND, "{who:?}");
    }
    for who in [MONA, LEADER, TURID, DRIFT] {
        assert_eq!(
            house.signed_in(who).await.get("/drofting").await.status,
            StatusCode::NOT_FOUND,
            "{who:?}"
        );
    }
    let lines = journal(&house);
    assert!(
        lines
            .iter()
            .filter(|(.., ground)| ground == "consultation")
            .all(|(_, families, _)| families.is_empty())
    );
}

#[tokio::test]
async fn r48_the_writer_sees_each_detail_and_nothing_typed_is_lost() {
    let house = town().await;
    let health = HEALTH.to_string();
    let mut marit = house.signed_in(MARIT).await;
    let words = "Gutten er tvilling og bor hos Sverdrup. Ring 400 00 123.";
    let told = marit.post("/drofting/ny", &[("til", &health), ("ord", words)]).await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(told.shows(words), "what was typed stays");
    for find in ["«400 00 123»: ser ut som et telefonnummer", "«Sverdrup»", "«tvilling»"] {
        assert!(told.shows(find), "{find}: {}", told.text());
    }
    // A telephone number cannot be let through, whatever is ticked.
    let all = [
        ("til", health.as_str()),
        ("ord", words),
        ("ok", "phone:400 00 123"),
        ("ok", "rare:tvilling"),
        ("ok", "name:sverdrup"),
    ];
    assert_eq!(marit.post("/drofting/ny", &all).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fewer = "Gutten er tvilling og bor hos Sverdrup.";
    let half = [("til", health.as_str()), ("ord", fewer), ("ok", "rare:tvilling")];
    let told = marit.post("/drofting/ny", &half).await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!told.shows("Dette må ut av teksten"));
    let both = [("til", health.as_str()), ("ord", fewer), ("ok", "rare:tvilling"), ("ok", "name:sverdrup")];
    assert_eq!(marit.post("/drofting/ny", &both).await.status, StatusCode::SEE_OTHER);
    // Nothing that was stopped is in the store.
    let bytes = std::fs::read(format!("{}-wal", house.path().display())).unwrap();
    assert!(!String::from_utf8_lossy(&bytes).contains("400 00 123."));
}

#[tokio::test]
async fn r48_the_same_form_sent_twice_asks_once() {
    let house = town().await;
    let health = HEALTH.to_string();
    let mut marit = house.signed_in(MARIT).await;
    let fields = [("til", health.as_str()), ("ord", QUESTION)];
    let first = marit.post_with_key("/drofting/ny", &fields, "en-nokkel").await;
    let again = marit.post_with_key("/drofting/ny", &fields, "en-nokkel").await;
    assert_eq!(first.location, again.location);
    assert_eq!(marit.get("/drofting").await.html.matches("Et barn på mellomtrinnet").count(), 1);
}
