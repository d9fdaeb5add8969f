//! Ending the help: the one thing here that cannot be undone, so it is asked for on a page of its own.

use super::Place;
use super::conflict;
use super::head::{below, single};
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::{Field, form};
use crate::frame::{Call, Problem, Shown};
use crate::workbench::standing::{Standing, standing};
use access::View;
use access::terms::{Action, CloseReason, Command, Need, Request};
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;

/// Reasons that a coordinator can give; help that was never started is ended by those who receive requests.
const REASONS: [CloseReason; 4] =
    [CloseReason::GoalsReached, CloseReason::OwnWish, CloseReason::HandedOver, CloseReason::Moved];

pub(super) async fn page(call: Call, place: Place) -> Result<Shown, Problem> {
    let view = place.held(&call, "closing").await?;
    let filled = Filled::empty().set("way_back", call.t("family-close-way-back-usual"));
    Ok(content(&call, &view, &filled, &Errors::none()))
}

fn content(call: &Call, view: &View, filled: &Filled, errors: &Errors) -> Shown {
    let say = call.say();
    let base = super::base(view.family());
    let sees = view.sees();
    let actions = sees.all::<Action>().filter(|action| action.is.status.is_open()).count();
    let needs = sees.all::<Need>().filter(|need| need.is.settled.is_none()).count();
    let requests =
        sees.all::<Request>().filter(|request| standing(view, request) == Standing::WithHelper).count();
    let reasons: Vec<_> = REASONS
        .iter()
        .map(|reason| {
            (reason.code().to_owned(), say.say(&format!("close-{}", reason.code())).into_owned(), None)
        })
        .collect();
    let body = html! {
        (errors.summary(call))
        (below(call, view, &say.say("family-close"), None))
        section.v-kort.v-kort--venstre data-kant="varsel" {
            h2 { (say.say("family-close-means")) }
            ul {
                li { (say.say("family-close-read-only")) }
                li { (say.say("family-close-you")) }
                li { (say.say("family-close-back")) }
            }
            @if actions + needs + requests > 0 {
                p { b { (say.with("family-close-open", [("actions", actions.into()), ("needs", needs.into()), ("requests", requests.into())])) } }
                p { a href={ (base) "/plan" } { (say.say("family-close-see-plan")) } }
            }
        }
        section.v-kort {
            (form(call, &format!("{base}/koordinator/avslutt"), "v-skjema", html! {
                (Field::new("reason", say.say("family-close-why")).choices(call, filled, errors, "radio", &reasons))
                (Field::new("words", say.say("family-close-words")).hint(say.say("family-close-words-hint")).area(call, filled, errors, 4))
                (Field::new("way_back", say.say("family-close-way-back")).hint(say.say("family-close-way-back-hint")).area(call, filled, errors, 2))
                div.v-knapper {
                    button.ds-button data-color="danger" { (say.say("family-close-it")) }
                    a.ds-button data-variant="secondary" href={ (base) "/koordinator" } { (say.say("form-cancel")) }
                }
            }))
        }
    };
    single(call, &say.say("family-close"), !errors.is_empty(), body)
}

pub(super) async fn close(place: Place, form: FormOf) -> Result<Response, Problem> {
    let call = &form.call;
    let view = place.held(call, "closing").await?;
    let mut errors = Errors::none();
    let reason = CloseReason::from_code(form.filled.raw("reason")).filter(|reason| REASONS.contains(reason));
    let words = form.filled.text("words");
    if reason.is_none() {
        errors.add("reason", call.t("form-choice"));
    }
    if words.is_empty() {
        errors.add("words", call.t("family-close-words-missing"));
    }
    if let Some(reason) = reason.filter(|_| errors.is_empty()) {
        let command = Command::Close { reason, words, way_back: form.filled.text("way_back") };
        match form.act(place.family, command).await? {
            Done::Yes(_) => return Ok(Redirect::to(&done_url("/arbeid", "family-closed")).into_response()),
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", call.t("refusal-stale")),
        }
    }
    Ok(conflict::mend(content(call, &view, &form.filled, &errors)))
}
