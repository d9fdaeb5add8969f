//! Coming back another day: the answers are kept under a code, for whoever wants it. Without the code nobody reads them.

use super::state::State;
use super::{ANSWERS, PATH, answer, answers, arrive, framed, safe};
use crate::door::tries::{Client, Tries};
use crate::frame::parts::{Field, form as posted, icon};
use crate::frame::{Call, Errors, Filled, FormOf, Page, Problem, Shown, dates};
use access::DeskError;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use std::sync::Arc;

/// Where one comes back.
pub const RESUME: &str = "/rettigheter/fortsett";
/// Where answers are kept.
pub const KEEP: &str = "/rettigheter/ta-vare";
/// Where they are removed.
pub const FORGET: &str = "/rettigheter/glem";
/// Wrong codes that one client may try in ten minutes.
pub const WRONG_CODES: usize = 5;
/// Answers that one client may keep in ten minutes.
pub const KEPT: usize = 10;

/// Keeps what was told, and shows the code.
pub async fn keep(tries: Arc<Tries>, client: Client, mut form: FormOf) -> Result<Response, Problem> {
    let state = match arrive(&mut form) {
        Err(mend) => return Ok(answer(&form, true, mend)),
        Ok(state) => state,
    };
    let (call, now) = (&form.call, form.call.visit.moment.at);
    if !tries.may(&client, now) {
        return Err(Problem::TooMany);
    }
    tries.count(client, now);
    let pairs = form_urlencoded::Serializer::new(String::new()).extend_pairs(state.pairs()).finish();
    let (code, until) = call.house.desk.keep_answers(&call.visit, pairs.as_bytes()).await.map_err(trouble)?;
    let day = dates::long(call.say(), until, call.today());
    let content = html! {
        div.v-hode { div {
            h1 { (call.t("guide-kept")) }
            p.v-ingress { (call.t("guide-kept-lead")) }
            (safe(call, &state))
        } }
        section.v-kort.v-kort--venstre data-kant="lyng" {
            p { (call.t("guide-kept-code")) }
            p.v-kode.v-kode--lang { (code) }
            p { (call.say().with("guide-kept-until", [("day", day.into())])) }
            p.v-dus { (call.t("guide-kept-who")) }
        }
        (posted(call, ANSWERS, "", html! {
            (state.hidden())
            button.ds-button { (call.t("guide-back-answers")) }
        }))
        (posted(call, FORGET, "", html! {
            input type="hidden" name="kode" value=(code);
            button.ds-button data-variant="tertiary" { (icon("slett")) (call.t("guide-forget")) }
        }))
    };
    Ok(answer(&form, false, framed(call, "guide-kept", &state, false, content)))
}

fn trouble(error: DeskError) -> Problem {
    match error {
        DeskError::Archive(error) => Problem::from(access::Denied::Archive(error)),
        _ => Problem::Missing,
    }
}

/// Asks for the code.
pub async fn ask(call: Call) -> Shown {
    page(&call, &Filled::empty(), &Errors::none())
}

fn page(call: &Call, filled: &Filled, errors: &Errors) -> Shown {
    let content = html! {
        (errors.summary(call))
        div.v-hode { div {
            h1 { (call.t("guide-resume")) }
            p.v-ingress { (call.t("guide-resume-lead")) }
        } }
        section.v-kort {
            (posted(call, RESUME, "v-skjema", html! {
                (Field::new("kode", call.t("guide-resume-code")).hint(call.t("guide-resume-hint")).line(call, filled, errors, "text"))
                div.v-knapper {
                    button.ds-button { (call.t("guide-resume-go")) }
                    button.ds-button data-variant="tertiary" formaction=(FORGET) { (icon("slett")) (call.t("guide-forget")) }
                }
            }))
        }
        p { a href=(PATH) { (call.t("guide-over")) } }
    };
    let page = Page::new(call.t("guide-resume")).narrow();
    if errors.is_empty() { page } else { page.failed() }.show(call, content)
}

fn mend(call: &Call, filled: &Filled, key: &str) -> Response {
    let mut errors = Errors::none();
    errors.add("kode", call.t(key));
    (StatusCode::UNPROCESSABLE_ENTITY, page(call, filled, &errors)).into_response()
}

/// Goes on with what was kept.
pub async fn resume(tries: Arc<Tries>, client: Client, form: FormOf) -> Result<Response, Problem> {
    let (call, now) = (&form.call, form.call.visit.moment.at);
    if !tries.may(&client, now) {
        return Err(Problem::TooMany);
    }
    let code = form.filled.text("kode");
    if code.is_empty() {
        return Ok(mend(call, &form.filled, "guide-resume-missing"));
    }
    match call.house.desk.kept_answers(&call.visit, &code).await {
        Ok(kept) => {
            let mut told = Filled::empty();
            for (name, value) in form_urlencoded::parse(&kept) {
                told = told.set(&name, value);
            }
            let state = State::read(call.house.rights, &told);
            Ok(answer(&form, false, answers::page(call, &state)))
        }
        // A code that cannot be one, one that nobody has and one that is too old are one answer.
        Err(DeskError::NotFound) => {
            tries.count(client, now);
            Ok(mend(call, &form.filled, "guide-resume-wrong"))
        }
        Err(other) => Err(trouble(other)),
    }
}

/// Removes what was kept.
pub async fn forget(form: FormOf) -> Result<Shown, Problem> {
    let call = &form.call;
    call.house.desk.forget_answers(&form.filled.text("kode")).await.map_err(trouble)?;
    let content = html! {
        h1 { (call.t("guide-forgotten")) }
        p { (call.t("guide-forgotten-text")) }
        p { a href=(PATH) { (call.t("guide-over")) } }
    };
    Ok(Page::new(call.t("guide-forgotten")).narrow().show(call, content))
}

/// The offer to come back, on the page of answers.
pub fn offer(call: &Call) -> Markup {
    html! {
        p { (call.t("guide-keep-text")) }
        div.v-knapper.v-knapper--rolig {
            button.ds-button data-variant="secondary" form=(super::card::CARRIER) formaction=(KEEP) { (icon("lagre")) (call.t("guide-keep")) }
        }
    }
}
