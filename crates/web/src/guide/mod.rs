//! Room `guide`: what a family may have a right to. Nobody signs in, and nothing is stored: what is told goes from
//! page to page in the form alone. The rules stand in `knowledge/rights`; `rights` decides, this room asks and shows.

pub mod answers;
pub mod card;
mod find;
mod found;
mod keep;
mod print;
pub mod questions;
pub mod reason;
mod seen;
mod start;
mod state;
mod who;

use crate::Lang;
use crate::door::tries::Tries;
use crate::frame::parts::icon;
use crate::frame::{Call, Errors, FormOf, Map, Page};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
pub use seen::{Found, Seen, in_words, language};
pub use state::{State, Step, code, wanted, written};
use std::sync::Arc;

/// The first page.
pub const PATH: &str = "/rettigheter";
const FIND: &str = "/rettigheter/sok";
const WHO: &str = "/rettigheter/hvem";
const QUESTIONS: &str = "/rettigheter/sporsmal";
const ANSWERS: &str = "/rettigheter/svar";
const PRINT: &str = "/rettigheter/utskrift";

/// The routes of this room.
pub fn routes(map: Map) -> Map {
    // Each router counts its own tries, so that two of them in one test know nothing of each other.
    let (codes, kept) = (Arc::new(Tries::at_most(keep::WRONG_CODES)), Arc::new(Tries::at_most(keep::KEPT)));
    let finder = Arc::new(found::Finder::default());
    map.get(PATH, start::show)
        .post(PATH, start::again)
        .get(FIND, begin)
        .post(FIND, move |form| find::show(Arc::clone(&finder), form))
        .get(WHO, begin)
        .post(WHO, who::show)
        .get(QUESTIONS, begin)
        .post(QUESTIONS, questions::next)
        .get(ANSWERS, begin)
        .post(ANSWERS, answers::show)
        .get(PRINT, begin)
        .post(PRINT, print::show)
        .get(keep::KEEP, begin)
        .post(keep::KEEP, move |client, form| keep::keep(Arc::clone(&kept), client, form))
        .get(keep::RESUME, keep::ask)
        .post(keep::RESUME, move |client, form| keep::resume(Arc::clone(&codes), client, form))
        .get(keep::FORGET, begin)
        .post(keep::FORGET, keep::forget)
}

/// Nothing is stored, so an address alone leads to the beginning.
async fn begin() -> Redirect {
    Redirect::to(PATH)
}

/// What the page before told; or that page again, with what must be mended.
fn arrive(form: &mut FormOf) -> Result<State, Markup> {
    speak(form);
    let (call, filled) = (&form.call, &form.filled);
    let state = State::read(call.house.rights, filled);
    match filled.raw("steg") {
        _ if state.situations.is_empty() => {
            let mut errors = Errors::none();
            errors.add("s", call.t("guide-choose-one"));
            Err(start::page(call, &state, &errors))
        }
        "hvem" => who::take(form, state),
        "sporsmal" => questions::take(form, state),
        _ => Ok(state),
    }
}

/// A language that was chosen in the menu holds for this page at once.
fn speak(form: &mut FormOf) {
    if let Some(lang) = form.filled.some_text("sprak").as_deref().and_then(Lang::from_code) {
        form.call.lang = lang;
    }
}

/// A page as an answer to a form; a language that was chosen in the menu is remembered, as everywhere.
fn answer(form: &FormOf, failed: bool, page: Markup) -> Response {
    let status = if failed { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut response = (status, page).into_response();
    if form.filled.has("sprak")
        && let Ok(cookie) = HeaderValue::from_str(&crate::frame::call::language_cookie(
            form.call.lang,
            form.call.house.secure,
        ))
    {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// The frame of these pages: changing the language keeps what was told.
fn framed(call: &Call, title: &str, state: &State, failed: bool, content: Markup) -> Markup {
    let page = Page::new(call.t(title)).narrow();
    if state.home.is_some() {
        let page = page.at(crate::once::menu(call));
        return if failed { page.failed().show(call, content) } else { page.show(call, content) };
    }
    let page = if state.situations.is_empty() { page } else { page.carries(state.hidden()) };
    if failed { page.failed().show(call, content) } else { page.show(call, content) }
}

/// What is kept and what is not; and the way out, in full sight when something private is open.
fn safe(call: &Call, state: &State) -> Markup {
    if state.home.is_some() {
        return html! {};
    }
    let away = &call.house.municipality.leave_url;
    html! {
        @if state.private() {
            div.v-knapper.v-knapper--rolig.v-ikke-skriv {
                a.ds-button data-variant="secondary" href=(away) rel="noreferrer" { (icon("forlat")) (call.t("guide-leave-now")) }
            }
            p.v-dus.v-liten { (call.t("guide-private-note")) }
        } @else {
            p.v-trygt { a.v-bare-smal href=(away) rel="noreferrer" { (call.t("frame-leave")) } }
        }
    }
}
