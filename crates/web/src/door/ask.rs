//! A family asks for a coordinator. Nobody needs to sign in, and no diagnosis is asked for.

use crate::door::questions::{Asker, five};
use crate::door::tries::{Client, Tries};
use crate::door::{receipt, report, told};
use crate::frame::parts::{form, icon, phone};
use crate::frame::{Call, Errors, Filled, FormOf, Page, Problem, Shown};
use access::ActError;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;
use std::sync::Arc;

/// Requests that one client may send in ten minutes.
pub const REQUESTS: usize = 20;
/// Address of the page.
pub const PATH: &str = "/be-om-koordinator";

pub async fn show(call: Call) -> Response {
    // A professional asks on the page where the family's yes is written down.
    if report::may(&call) {
        return Redirect::to(report::PATH).into_response();
    }
    page(&call, &Filled::empty(), &Errors::none()).into_response()
}

pub async fn send(sent: Arc<Tries>, client: Client, form: FormOf) -> Result<Response, Problem> {
    if report::may(&form.call) {
        return Err(Problem::Missing);
    }
    let FormOf { call, filled, key } = form;
    let now = call.visit.moment.at;
    // Many families share the net of a library; nobody needs more than this, but whoever floods the acute lane.
    if !client.is_here() && !sent.may(&client, now) {
        return Err(Problem::TooMany);
    }
    let told = match told::read(&call, &filled, None) {
        Ok(told) => told,
        Err(errors) => return Ok(mend(&call, &filled, &errors)),
    };
    let opening = told.opening(&call, call.house.gate.new_reference().await?, None);
    match call.house.gate.open(&call.visit, opening, key).await {
        Ok(family) => {
            sent.count(client, now);
            Ok(receipt::hand_over(&call, &call.house.gate.receipt(family).await?))
        }
        Err(ActError::Refused(refusal)) => Ok(mend(&call, &filled, &Errors::of(&call, &refusal))),
        Err(other) => Err(other.into()),
    }
}

fn mend(call: &Call, filled: &Filled, errors: &Errors) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page(call, filled, errors)).into_response()
}

fn page(call: &Call, filled: &Filled, errors: &Errors) -> Shown {
    let content = html! {
        (errors.summary(call))
        div.v-hode { div {
            h1 { (call.t("ask-heading")) }
            p.v-ingress { (call.t("ask-lead")) }
            p.v-trygt.v-bare-smal { a href=(call.house.municipality.leave_url) rel="noreferrer" { (call.t("frame-leave")) } }
        } }
        (form(call, PATH, "v-skjema", html! {
            (five(call, filled, errors, Asker::Family))
            p.v-les { (call.t("ask-what-happens")) " " a href="/personvern" { (call.t("ask-privacy-link")) } }
            div.v-knapper { button.ds-button { (icon("send")) (call.t("ask-send")) } }
            p.v-dus { (call.t("ask-rather-ring")) " " (phone(&call.house.municipality.phone)) "." }
        }))
    };
    let page = Page::new(call.t("ask-heading")).narrow();
    if errors.is_empty() { page } else { page.failed() }.show(call, content)
}
