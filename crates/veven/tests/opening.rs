//! Whoever is at work says for what before a family's dossier answers, also when a form is sent there first (R38).

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

mod support;

use axum::http::StatusCode;
use support::apply::{as_fields, hidden};
use support::family::family;
use support::{INGRID, Testhouse};

#[tokio::test]
async fn r38_a_form_that_is_sent_to_a_family_before_anybody_said_for_what_waits_in_the_question_and_is_sent_on()
 {
    let house = Testhouse::new();
    let family = family(&house).await;
    let mut ingrid = house.signed_in(INGRID).await;
    let form = format!("/arbeid/familie/{family}/mote");
    // What is wrong in it would show the page again, with the family's names.
    let typed =
        [("title", "om \"helgene\" & <ferier>"), ("at", "den 40."), ("members", "a"), ("members", "b")];
    let question = ingrid.press(&form, &typed, "en").await;
    assert_eq!(question.status, StatusCode::OK);
    assert!(question.shows("Hva skal du gjøre?") && question.shows("er tatt vare på"), "{}", question.text());
    assert!(!question.shows("Rania") && !question.shows("Yusuf"), "nothing of the family stands there");

    let mut answer = hidden(&question.html, "");
    answer.push(("apne-for".into(), "follow-up".into()));
    for (name, value) in typed {
        let field = (
            name,
            value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;"),
        );
        assert!(
            answer.iter().any(|(name, value)| (&**name, value) == (field.0, &field.1)),
            "{field:?}: {answer:?}"
        );
    }
    let on = ingrid.press("/hvorfor", &as_fields(&answer), "to").await;
    assert_eq!(
        (on.status, on.location.as_deref()),
        (StatusCode::TEMPORARY_REDIRECT, Some(&*form)),
        "sent as it was"
    );
    let again = ingrid.press(&form, &typed, "tre").await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.html.contains("om &quot;helgene&quot; &amp; &lt;ferier&gt;"), "{}", again.text());
    assert!(again.shows("Rania"), "and only now the family is there");
}

#[tokio::test]
async fn r38_an_answer_never_leads_to_another_house_with_what_was_typed() {
    let house = Testhouse::new();
    let family = family(&house).await.to_string();
    let mut ingrid = house.signed_in(INGRID).await;
    for to in ["https://evil.example/x", "//evil.example/x", "/\\evil.example"] {
        let fields =
            [("apne-familie", &*family), ("apne-til", to), ("apne-for", "follow-up"), ("apne-sendt", "ja")];
        let on = ingrid.press("/hvorfor", &fields, to).await;
        assert_eq!((on.status, on.location.as_deref()), (StatusCode::SEE_OTHER, Some("/arbeid")), "{to}");
    }
}
