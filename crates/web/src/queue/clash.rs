//! Somebody else was there meanwhile: both texts side by side, or, when the family has left the queue, what was
//! typed. Nothing is lost.

use crate::door::ground_text;
use crate::frame::form::Filled;
use crate::frame::who::Who;
use crate::frame::{Call, Page, Problem, dates};
use crate::queue::PATH;
use crate::queue::forms::Form;
use crate::queue::request::Case;
use access::terms::{Phase, Role};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

/// What was typed in a form, with the labels of its fields.
fn typed(call: &Call, which: Form, filled: &Filled) -> Markup {
    let texts: Vec<(String, String)> = which
        .texts()
        .iter()
        .map(|(field, label)| (call.t(label).into_owned(), filled.text(field)))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    html! {
        @for (label, text) in &texts { p { b { (label) } br; (text) } }
        @if texts.is_empty() { p.v-dus { (call.t("clash-nothing")) } }
    }
}

/// What stands now beside what was typed. The form below holds the typed text and the new version.
pub fn card(call: &Call, case: &Case, which: Form, filled: &Filled) -> Markup {
    let (say, today) = (call.say(), call.today());
    let who = Who::new(call, &case.view);
    let course = case.course();
    let by = course.map(|course| {
        say.with(
            "clash-by",
            [
                ("name", who.author(&course.entry.author).into()),
                ("when", dates::instant(say, course.entry.at, today).into()),
            ],
        )
    });
    html! {
        section.v-kort.v-kort--venstre data-kant="varsel" tabindex="-1" autofocus {
            h2 { (call.t("clash-heading")) }
            p { (call.t("clash-text")) }
            div.v-sammen {
                div {
                    h3 { (call.t("clash-now")) }
                    @if let Some(by) = by { p.v-dus { (by) } }
                    @if let Some(phase) = case.phase() {
                        p { b { (call.t(&format!("phase-{}", phase.code()))) } }
                        @if let Phase::Waiting { ground, why, review, interim, raised } = phase {
                            p { (ground_text(call, ground)) ": " (why) }
                            @if let Some(raised) = raised { p { (call.t("queue-raised")) " " (raised) } }
                            p { (say.with("queue-review", [("day", dates::near(say, *review, today).into())])) }
                            p { (say.with("queue-contact", [("name", who.helper(*interim).into())])) }
                        }
                    }
                }
                div.v-ny { h3 { (call.t("clash-yours")) } (typed(call, which, filled)) }
            }
        }
    }
}

/// The family is not in the queue for this reader, or there is none such: one page for both. What was typed is
/// given back.
pub fn gone(call: &Call, form: Option<(Form, &Filled)>) -> Result<Response, Problem> {
    if call.visit.role != Role::Intake {
        return Err(Problem::Missing);
    }
    let content = html! {
        section.v-kort {
            h1 { (call.t("gone-heading")) }
            p { (call.t("gone-text")) }
            div.v-knapper { a.ds-button href=(PATH) { (call.t("gone-back")) } }
        }
        @if let Some((which, filled)) = form {
            section.v-kort { h2 { (call.t("clash-yours")) } (typed(call, which, filled)) }
        }
    };
    let page = Page::new(call.t("gone-heading")).narrow().at(PATH).failed().show(call, content);
    Ok((StatusCode::NOT_FOUND, page).into_response())
}
