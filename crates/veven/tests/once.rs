//! Telling something once, applying for several rights in one go, and what each receiver gets: on the pages, with bad
//! input, and never in an address.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

mod support;

use axum::http::StatusCode;
use dossier::*;
use support::apply::{addresses, applied, as_fields, asked, hidden, home, house, tells};
use support::family::RANIA;
use support::{INGRID, MARIT, MATS, MONA};

#[tokio::test]
async fn the_guide_begins_with_what_is_known_and_asks_nothing_twice() {
    let house = house();
    let (family, _, yusuf, _) = home(&house).await;
    tells(
        &house,
        family,
        &[("need.extra_care_hours_week", FactOf::Child { child: yusuf }, "20", Category::HealthSomatic)],
    )
    .await;
    let mut rania = house.session(RANIA, Role::Citizen, None).await;
    let choice = rania.get("/min/rettigheter").await;
    assert_eq!(choice.status, StatusCode::SEE_OTHER, "first of all, what is hard");
    let none = rania.post("/min/rettigheter/valg", &[]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    // What is for one person alone cannot be chosen here, not even by hand.
    let alone = rania.post("/min/rettigheter/valg", &[("s", "unsafe")]).await;
    assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = rania.post_and_follow("/min/rettigheter/valg", &[("s", "daily_help")]).await;
    let mut seen: Vec<String> = asked(&page.html);
    assert!(!seen.is_empty(), "{}", page.text());
    let mut page = page;
    for _ in 0..60 {
        let questions = asked(&page.html);
        if questions.is_empty() {
            break;
        }
        let mut fields: Vec<(&str, &str)> = vec![("steg", "sporsmal")];
        fields.extend(questions.iter().map(|one| ("spurt", one.as_str())));
        fields.extend(questions.iter().map(|one| (one.as_str(), "vet")));
        page = rania.post_and_follow("/min/rettigheter/sporsmal", &fields).await;
        if page.status == StatusCode::SEE_OTHER {
            // Nothing more to ask: on to the answers.
            assert_eq!(page.location.as_deref(), Some("/min/rettigheter"));
            break;
        }
        assert_eq!(page.status, StatusCode::OK);
        let next = asked(&page.html);
        assert!(next.iter().all(|one| !seen.contains(one)), "{next:?} was asked before");
        seen.extend(next);
    }
    assert!(asked(&page.html).is_empty(), "it comes to an end");
    for never in
        ["child.birth_date", "extra_care_hours_week", "child_lives_with", "in_foster_care", "at_risk_home"]
    {
        assert!(!seen.iter().any(|one| one.contains(never)), "{never} was asked");
    }
    let answers = rania.get("/min/rettigheter").await;
    assert!(answers.shows("Avlastning"), "{}", answers.text());
    let known = rania.get("/min/opplysninger").await;
    assert!(known.shows("20 t") && known.shows("Ikke besvart"), "{}", known.text());
}

#[tokio::test]
async fn an_answer_that_cannot_be_read_stays_in_its_field() {
    let house = house();
    let (family, _, yusuf, _) = home(&house).await;
    tells(
        &house,
        family,
        &[("need.extra_care_hours_week", FactOf::Child { child: yusuf }, "20", Category::HealthSomatic)],
    )
    .await;
    let mut rania = house.session(RANIA, Role::Citizen, None).await;
    let list = rania.get("/min/opplysninger").await;
    let page = addresses(&list.html, "/min/opplysninger/").remove(0);
    let form = rania.get(&page).await;
    let name = &asked(&form.html)[0];
    let seen = form.versions(&page);
    let with = |value: &'static str| {
        let mut fields: Vec<(&str, &str)> = seen.iter().map(|(name, value)| (*name, &**value)).collect();
        fields.extend([("spurt", name.as_str()), (name.as_str(), value)]);
        fields
    };
    for odd in ["mange", "", "-3", "9999999999999999999999"] {
        let mend = rania.post(&page, &with(odd)).await;
        assert_eq!(mend.status, StatusCode::UNPROCESSABLE_ENTITY, "{odd}");
        assert!(odd.is_empty() || mend.html.contains(odd), "what was typed stands: {odd}");
    }
    let other =
        rania.post(&page, &[("spurt", "k-case.decision_received"), ("k-case.decision_received", "ja")]).await;
    assert_eq!(other.status, StatusCode::BAD_REQUEST, "another fact is not put right here");
    let right = rania.post_and_follow(&page, &with("22,5")).await;
    assert!(right.shows("22,5 t"), "{}", right.text());
    let late = rania.post(&page, &with("30")).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "it was changed meanwhile");
}

#[tokio::test]
async fn the_receiver_gets_its_own_application_and_nothing_behind_it() {
    let house = house();
    let family = applied(&house).await;
    let mut marit = house.signed_in(MARIT).await;
    let inbox = marit.get("/svar").await;
    let pages = addresses(&inbox.html, &format!("/svar/{family}/soknad/"));
    let mut shown = String::new();
    for page in &pages {
        shown.push_str(&marit.get(page).await.text());
    }
    assert!(shown.contains("20 t") && shown.contains("Vi sover tre timer"), "{shown}");
    assert!(shown.contains("Rania Haddad") && shown.contains("400 00 501"));
    for behind in ["431", "epilepsi", "Sover dårlig"] {
        assert!(!shown.contains(behind), "{behind} was not sent");
    }
    for other in [MATS, MONA] {
        let mut other = house.signed_in(other).await;
        assert_eq!(other.get(&pages[0]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.post(&pages[0], &[("steg", "mottatt")]).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_machine_grants_what_the_municipality_has_let_it_grant_and_the_rest_waits_for_a_person() {
    let house = house();
    applied(&house).await;
    let mut rania = house.session(RANIA, Role::Citizen, None).await;
    let list = rania.get("/min/soknader").await;
    let text = list.text();
    assert!(text.contains("Innvilget"), "{text}");
    let links = addresses(&list.html, "/min/soknader/");
    assert_eq!(links.len(), 3);
    let mut granted = 0;
    for link in &links {
        let one = rania.get(link).await;
        if one.shows("En maskin har svart ja etter faste regler (forskriften § 3e)") {
            granted += 1;
            assert!(one.shows("Klag på svaret"));
        }
        let data = rania.get(&format!("{link}/data")).await;
        let data: serde_json::Value = serde_json::from_str(&data.html).unwrap();
        assert_eq!(data["format"], "veven-application");
        assert_eq!(data["applicant"]["name"], "Rania Haddad");
        let names: Vec<&str> =
            data["facts"].as_array().unwrap().iter().map(|it| it["fact"].as_str().unwrap()).collect();
        assert!(
            names.contains(&"child.birth_date") && !names.contains(&"household.income_year_nok"),
            "{names:?}"
        );
    }
    assert_eq!(granted, 1);
}

#[tokio::test]
async fn a_no_is_written_by_a_person_with_reasons_and_the_family_can_complain() {
    let house = house();
    let family = applied(&house).await;
    let mut marit = house.signed_in(MARIT).await;
    let mut rania = house.session(RANIA, Role::Citizen, None).await;
    let inbox = marit.get("/svar").await;
    let mut page = String::new();
    for address in addresses(&inbox.html, &format!("/svar/{family}/soknad/")) {
        if marit.get(&address).await.shows("Svar på søknaden") {
            page = address;
        }
    }
    let form = marit.get(&page).await;
    assert!(form.shows("Hva reglene sier"), "{}", form.text());
    let version = |html: &str| {
        hidden(html, "versjon").first().cloned().or_else(|| hidden(html, "utgave").first().cloned())
    };
    let _ = version;
    let seen = form.versions(&page);
    let with = |more: &[(&'static str, &'static str)]| {
        let mut fields: Vec<(String, String)> =
            seen.iter().map(|(name, value)| ((*name).to_owned(), value.to_string())).collect();
        fields.extend(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        fields
    };
    let bare = with(&[("steg", "vedtak"), ("utfall", "refused"), ("grunn", "")]);
    let mend = marit.post(&page, &as_fields(&bare)).await;
    assert_eq!(mend.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(mend.shows("Skriv en begrunnelse"), "{}", mend.text());
    let future = with(&[("steg", "vedtak"), ("utfall", "granted"), ("grunn", "x"), ("dato", "2027-01-01")]);
    assert_eq!(marit.post(&page, &as_fields(&future)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let no = with(&[("steg", "vedtak"), ("utfall", "refused"), ("grunn", "Nettene er ikke beskrevet.")]);
    assert_eq!(marit.post(&page, &as_fields(&no)).await.status, StatusCode::SEE_OTHER);
    // She who applied complains; nobody complains for her.
    let own = page.replace(&format!("/svar/{family}/soknad/"), "/min/soknader/");
    let shown = rania.get(&own).await;
    assert!(shown.shows("Nettene er ikke beskrevet.") && shown.shows("Ikke innvilget"), "{}", shown.text());
    let seen = shown.versions(&own);
    let mut fields: Vec<(&str, &str)> = seen.iter().map(|(name, value)| (*name, &**value)).collect();
    fields.extend([("steg", "klage"), ("klage", "De står i søknaden.")]);
    let mut ingrid = house.signed_in(INGRID).await;
    let work = own.replace("/min/", &format!("/arbeid/familie/{family}/"));
    assert_ne!(ingrid.post(&work, &fields).await.status, StatusCode::SEE_OTHER);
    let told = rania.post_and_follow(&own, &fields).await;
    assert!(told.shows("Klagen er sendt"), "{}", told.text());
    assert!(marit.get(&page).await.shows("De står i søknaden."));
}
