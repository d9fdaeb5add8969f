//! Being asked about one's own looks: why one opened what one opened. The question waits where the helper's other
//! questions do, and the answer goes to the one who leads.

use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::{Asked, Field, done, form, icon};
use crate::frame::{Call, Page, Problem, Shown, dates};
use crate::lead::matter::{acts, count, from, rules, status, thread, when};
use access::ActError;
use access::follow::{FollowStep, Followed, Lies};
use access::terms::{Refusal, ThingId};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

/// Where the questions stand.
const PATH: &str = "/svar/oppslag";

/// What waits for an answer, as a card for the pages that one begins on; nothing when nobody has asked.
///
/// # Errors
/// The store or the journal is not available.
pub async fn card(call: &Call) -> Result<Markup, Problem> {
    let asked = call.house.gate.asked_about_looks(&call.visit).await?;
    let (waiting, over): (Vec<_>, Vec<_>) = asked.iter().partition(|it| it.lies() == Lies::WithHelper);
    let say = call.say();
    Ok(html! {
        @if !waiting.is_empty() {
            section.v-kort.v-kort--venstre data-kant="petrol" {
                h2 { (say.say("watch-card")) }
                p { (say.say("watch-card-text")) }
                ul.v-linjer.v-linjer--tett {
                    @for one in &waiting { li { a href={ (PATH) "/" (one.matter.id) } { (when(call, &one.matter)) } } }
                }
            }
        }
        @if !over.is_empty() {
            details.v-mer {
                summary { (say.say("watch-card-over")) }
                ul.v-linjer.v-linjer--tett {
                    @for one in &over { li { a href={ (PATH) "/" (one.matter.id) } { (when(call, &one.matter)) } " " (status(call, one)) } }
                }
            }
        }
    })
}

async fn find(call: &Call, id: &str) -> Result<Followed, Problem> {
    if !call.is_signed_in() {
        return Err(Problem::SignIn);
    }
    let id: ThingId = id.parse().map_err(|_| Problem::Missing)?;
    let asked = call.house.gate.asked_about_looks(&call.visit).await?;
    asked.into_iter().find(|it| it.matter.id == id).ok_or(Problem::Missing)
}

/// One question.
pub async fn show(call: Call, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Shown, Problem> {
    let one = find(&call, &id).await?;
    let content = content(&call, &asked, &one, &Filled::empty(), &Errors::none());
    Ok(Page::new(call.t("watch-question")).narrow().at("/svar").show(&call, content))
}

fn content(call: &Call, asked: &Asked, one: &Followed, filled: &Filled, errors: &Errors) -> Markup {
    let say = call.say();
    html! {
        (done(call, asked))
        (errors.summary(call))
        div.v-hode { div {
            h1 { (say.say("watch-question")) }
            p.v-ingress { (say.say("watch-question-text")) }
        } }
        section.v-kort {
            h2 { (when(call, &one.matter)) }
            p.v-dus { (from(call, &one.matter)) }
            p { (dates::sentence(&acts(call, &one.matter))) ". " (count(call, &one.matter)) }
            (rules(call, &one.matter))
            (thread(call, one))
        }
        @if one.lies() == Lies::WithHelper {
            section.v-kort {
                (form(call, &format!("{PATH}/{}", one.matter.id), "v-skjema", html! {
                    (Field::new("ord", say.say("watch-answer-words")).hint(say.say("watch-answer-hint")).area(call, filled, errors, 4))
                    div.v-knapper { button.ds-button { (icon("send")) (say.say("watch-answer-send")) } }
                }))
            }
        } @else { p { (status(call, one)) } }
    }
}

/// Answers.
pub async fn answer(Path(id): Path<String>, sent: FormOf) -> Result<Response, Problem> {
    let call = &sent.call;
    let one = find(call, &id).await?;
    let step = FollowStep::Answered { words: sent.filled.text("ord") };
    let done = match call.house.gate.follow(&call.visit, one.matter.id, step, sent.key.clone()).await {
        Ok(acted) => Done::Yes(acted),
        Err(ActError::Refused(Refusal::Stale { .. })) => Done::Stale,
        Err(ActError::Refused(refusal)) => Done::Mend(Errors::of(call, &refusal)),
        Err(other) => return Err(other.into()),
    };
    let errors = match done {
        Done::Yes(_) => {
            return Ok(Redirect::to(&done_url(&format!("{PATH}/{id}"), "watch-answered")).into_response());
        }
        Done::Mend(errors) => errors,
        Done::Stale => {
            let mut errors = Errors::none();
            errors.add("", call.t("refusal-stale"));
            errors
        }
    };
    let content = content(call, &Asked::default(), &one, &sent.filled, &errors);
    let page = Page::new(call.t("watch-question")).narrow().at("/svar").failed();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.show(call, content)).into_response())
}
