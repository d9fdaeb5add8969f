//! «Jeg kan ikke delta»: a helper who knows the family, or has an own interest, says so in a few words and is out of
//! the case at once (R24).

use super::pages::address;
use super::{find, mine};
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::{Field, form};
use crate::frame::{Call, Page, Problem, Shown};
use access::View;
use access::terms::{Audience, Command, Conflict, Kind, Request, Role, Thing};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

/// Those who can step aside by themselves; a coordinator hands over.
const ROLES: &[Role] = &[Role::Helper, Role::Volunteer];

/// The link to the form, for those who can use it.
pub(super) fn link(call: &Call, view: &View, request: &Thing<'_, Request>) -> Markup {
    html! {
        @if ROLES.contains(&call.visit.role) {
            p { a href={ (address(view, request)) "/kan-ikke" } { (call.t("answer-cannot")) } }
        }
    }
}

pub(super) async fn page(
    call: Call,
    Path((family, request)): Path<(String, String)>,
) -> Result<Shown, Problem> {
    call.only(ROLES)?;
    let (view, id) = find(&call, &family, &request).await?;
    let asked = mine(&view, call.visit.actor).find(|one| one.id() == id.thing()).ok_or(Problem::Missing)?;
    Ok(show(&call, &view, &asked, &Filled::empty(), &Errors::none()))
}

fn show(call: &Call, view: &View, asked: &Thing<'_, Request>, filled: &Filled, errors: &Errors) -> Shown {
    let say = call.say();
    let here = address(view, asked);
    let content = html! {
        (errors.summary(call))
        div.v-hode { div { h1 { (say.say("answer-cannot")) } p.v-ingress { (say.say("answer-cannot-about")) } } }
        section.v-kort {
            (form(call, &format!("{here}/kan-ikke"), "v-skjema", html! {
                (Field::new("why", say.say("answer-cannot-why")).hint(say.say("answer-cannot-hint")).line(call, filled, errors, "text"))
                div.ds-alert data-color="warning" { p { (say.say("answer-cannot-at-once")) } }
                div.v-knapper {
                    button.ds-button { (say.say("answer-cannot-send")) }
                    a.ds-button data-variant="secondary" href=(here) { (say.say("form-cancel")) }
                }
            }))
        }
    };
    let page = Page::new(say.say("answer-cannot").into_owned()).narrow().at("/svar");
    if errors.is_empty() { page.show(call, content) } else { page.failed().show(call, content) }
}

pub(super) async fn declare(
    Path((family, request)): Path<(String, String)>,
    form: FormOf,
) -> Result<Response, Problem> {
    let call = &form.call;
    call.only(ROLES)?;
    let out = || Redirect::to(&done_url("/svar", "answer-cannot")).into_response();
    // Sent twice: the case is gone already, and that is no fault.
    if call.house.gate.was_done(&form.key).await? {
        return Ok(out());
    }
    let (view, id) = find(call, &family, &request).await?;
    let asked = mine(&view, call.visit.actor).find(|one| one.id() == id.thing()).ok_or(Problem::Missing)?;
    let mut errors = Errors::none();
    match form.filled.some_text("why") {
        None => errors.add("why", call.t("form-empty")),
        Some(why) => {
            let conflict = Conflict { helper: call.visit.actor, why, ended: None };
            let command = Command::Write {
                replaces: None,
                payload: conflict.wrap(),
                subjects: Vec::new(),
                audience: Audience::Ordinary,
            };
            match form.act(view.family(), command).await? {
                Done::Yes(_) => return Ok(out()),
                Done::Mend(found) => errors = found,
                Done::Stale => errors.add("", call.t("refusal-stale")),
            }
        }
    }
    Ok((StatusCode::UNPROCESSABLE_ENTITY, show(call, &view, &asked, &form.filled, &errors)).into_response())
}
