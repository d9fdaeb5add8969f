//! Two people changed the same thing: both texts are shown, and nothing that was typed is lost.

use crate::frame::form::Filled;
use crate::frame::{Call, Who, dates};
use access::View;
use access::terms::Entry;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

/// A field that both may have changed: its label, and what each says.
pub(super) struct Both {
    /// Label.
    pub label: String,
    /// What stands now.
    pub theirs: String,
    /// What was typed.
    pub mine: String,
}

impl Both {
    /// A field by its name in the form.
    pub(super) fn of(label: impl Into<String>, name: &str, theirs: &Filled, mine: &Filled) -> Self {
        Self { label: label.into(), theirs: theirs.many(name).join(", "), mine: mine.many(name).join(", ") }
    }
}

/// What stands above the form when somebody else was first.
pub(super) fn told(call: &Call, view: &View, theirs: &Entry, fields: &[Both]) -> Markup {
    let say = call.say();
    let who = Who::new(call, view).author(&theirs.author);
    let when = dates::instant(say, theirs.at, call.today());
    let changed: Vec<&Both> = fields.iter().filter(|field| field.theirs != field.mine).collect();
    let side = |text: &dyn Fn(&Both) -> &str| {
        html! {
            dl.v-fakta {
                @for field in &changed {
                    dt { (field.label) }
                    dd { @if text(field).is_empty() { "–" } @else { (text(field)) } }
                }
            }
        }
    };
    html! {
        section.v-kort.v-kort--venstre data-kant="varsel" role="alert" {
            h2 { (say.with("family-conflict", [("who", who.clone().into())])) }
            p { (say.say("family-conflict-text")) }
            div.v-sammen {
                div { h3 { (say.with("family-conflict-theirs", [("who", who.into()), ("when", when.into())])) } (side(&|both| &both.theirs)) }
                div.v-ny { h3 { (say.say("family-conflict-mine")) } (side(&|both| &both.mine)) }
            }
        }
    }
}

/// The page of a conflict, with its status.
pub(super) fn response(page: Markup) -> Response {
    (StatusCode::CONFLICT, page).into_response()
}

/// The page with something to mend, with its status.
pub(super) fn mend(page: Markup) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}
