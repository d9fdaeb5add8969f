//! Following up who looks: unusual looks, the weekly sample, and what came of each. The leader sees employees and
//! counts; never a family, and never what was seen.

use super::matter::{acts, count, from, name, rules, status, thread, when};
use crate::frame::act::done_url;
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::{Asked, AskedQuery, Field, done, form, icon};
use crate::frame::{Call, Page, Problem, Shown, dates};
use access::follow::{FollowOutcome, FollowStep, Followed, Lies};
use access::terms::{Refusal, Role, ThingId};
use access::{ActError, Watched};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

/// The page's address.
pub const PATH: &str = "/styring/oppslag";
/// What is done with and in sight; older ones fold out.
const SETTLED: usize = 10;

/// The list.
pub async fn list(call: Call, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    call.only(&[Role::Leader])?;
    let watched = call.house.gate.watch(&call.visit).await?;
    let say = call.say();
    let content = html! {
        (done(&call, &asked))
        div.v-hode { div {
            h1 { (say.say("watch-title")) }
            p.v-ingress { (say.say("watch-text")) }
        } }
        (unusual(&call, &watched))
        (sample(&call, &watched))
        (settled(&call, &watched.settled))
    };
    Ok(Page::new(say.say("watch-title")).at(PATH).show(&call, content))
}

fn unusual(call: &Call, watched: &Watched) -> Markup {
    let say = call.say();
    html! {
        section.v-stabel {
            h2 { (say.say("watch-unusual")) }
            @if watched.alarms.is_empty() { p { (say.say("watch-unusual-none")) } }
            @for one in &watched.alarms {
                article.v-kort.v-kort--tett {
                    h3 { a href=(address(one)) { bdi { (name(call, one.matter.actor)) } } }
                    p.v-dus { (from(call, &one.matter)) " · " (when(call, &one.matter)) }
                    (rules(call, &one.matter))
                    p { (count(call, &one.matter)) }
                    (status(call, one))
                }
            }
        }
    }
}

fn sample(call: &Call, watched: &Watched) -> Markup {
    let say = call.say();
    let week = dates::short(say, watched.sampled, call.today());
    html! {
        section.v-kort {
            h2 { (say.say("watch-sample")) }
            p.v-dus { (say.with("watch-sample-text", [("count", watched.sample.len().into()), ("day", week.into())])) }
            @if watched.sample.is_empty() { p { (say.say("watch-sample-none")) } } @else {
                table.v-tabell.v-tabell--kort.v-tabell--tett {
                    caption.v-skjult { (say.say("watch-sample")) }
                    thead { tr {
                        th scope="col" { (say.say("watch-who")) }
                        th scope="col" { (say.say("watch-when")) }
                        th scope="col" { (say.say("watch-what")) }
                        th scope="col" { (say.say("watch-ground")) }
                        th scope="col" { (say.say("watch-status")) }
                    } }
                    tbody {
                        @for one in &watched.sample {
                            tr {
                                th scope="row" {
                                    a href=(address(one)) { bdi { (name(call, one.matter.actor)) } span.v-skjult { ", " (when(call, &one.matter)) } }
                                    small { (from(call, &one.matter)) }
                                }
                                td data-label=(say.say("watch-when")) { (when(call, &one.matter)) }
                                td data-label=(say.say("watch-what")) { (dates::sentence(&acts(call, &one.matter))) }
                                td data-label=(say.say("watch-ground")) { (ground(call, one)) }
                                td data-label=(say.say("watch-status")) { (status(call, one)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn settled(call: &Call, all: &[Followed]) -> Markup {
    let say = call.say();
    let row = |one: &Followed| {
        html! {
            li {
                a href=(address(one)) { bdi { (name(call, one.matter.actor)) } span.v-skjult { ", " (when(call, &one.matter)) } }
                p.v-dus { (from(call, &one.matter)) " · " (when(call, &one.matter)) }
                (status(call, one))
            }
        }
    };
    let (first, older) = all.split_at(all.len().min(SETTLED));
    html! {
        section.v-kort.v-kort--dus {
            h2 { (say.say("watch-settled")) }
            @if all.is_empty() { p { (say.say("watch-settled-none")) } }
            @else { ul.v-linjer.v-linjer--tett { @for one in first { (row(one)) } } }
            @if !older.is_empty() {
                details.v-mer {
                    summary { (say.with("home-looks-older", [("count", older.len().into())])) }
                    ul.v-linjer.v-linjer--tett { @for one in older { (row(one)) } }
                }
            }
        }
    }
}

fn ground(call: &Call, one: &Followed) -> String {
    let key = format!("family-ground-{}", one.matter.ground);
    call.t(if call.say().has(&key) { &key } else { "family-ground-none" }).into_owned()
}

fn address(one: &Followed) -> String {
    format!("{PATH}/{}", one.matter.id)
}

async fn find(call: &Call, id: &str) -> Result<Followed, Problem> {
    call.only(&[Role::Leader])?;
    let id: ThingId = id.parse().map_err(|_| Problem::Missing)?;
    Ok(call.house.gate.watched_one(&call.visit, id).await?)
}

/// One matter.
pub async fn show(call: Call, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Shown, Problem> {
    let one = find(&call, &id).await?;
    let content = content(&call, &asked, &one, &Filled::empty(), &Errors::none());
    Ok(Page::new(call.t("watch-one")).narrow().at(PATH).show(&call, content))
}

fn content(call: &Call, asked: &Asked, one: &Followed, filled: &Filled, errors: &Errors) -> Markup {
    let say = call.say();
    let matter = &one.matter;
    html! {
        nav.ds-breadcrumbs aria-label=(say.say("plan-you-are-here")) {
            a href=(PATH) { (say.say("watch-title")) }
            ol {
                li { a href=(PATH) { (say.say("watch-title")) } }
                li { a href="#innhold" aria-current="page" { (say.say("watch-one")) } }
            }
        }
        (done(call, asked))
        (errors.summary(call))
        div.v-hode { div {
            h1 { bdi { (name(call, matter.actor)) } }
            p.v-dus { (from(call, matter)) " · " (when(call, matter)) }
            (status(call, one))
        } }
        section.v-kort {
            h2 { (say.say("watch-why")) }
            (rules(call, matter))
            p { (dates::sentence(&acts(call, matter))) ". " (count(call, matter)) }
            p.v-dus { (say.say("watch-no-family")) }
        }
        @if !one.steps.is_empty() {
            section.v-kort { h2 { (say.say("watch-said")) } (thread(call, one)) }
        }
        @if one.may(call.visit.actor, &FollowStep::Asked { words: String::new() }) { (ask(call, one, filled, errors)) }
        @if one.lies() != Lies::Nowhere {
            @if one.matter.actor == call.visit.actor {
                section.v-kort.v-kort--dus { p { (say.say("watch-own")) } }
            } @else { (settle(call, one, filled, errors)) }
        }
    }
}

fn ask(call: &Call, one: &Followed, filled: &Filled, errors: &Errors) -> Markup {
    let say = call.say();
    let given = name(call, one.matter.actor);
    html! {
        section.v-kort {
            h2 { (say.say("watch-ask")) }
            (form(call, &format!("{}/spor", address(one)), "v-skjema", html! {
                (Field::new("sporsmal", say.say("watch-ask-words"))
                    .hint(say.with("watch-ask-hint", [("name", given.into())]))
                    .optional()
                    .area(call, filled, errors, 3))
                div.v-knapper { button.ds-button { (icon("send")) (say.say("watch-ask-send")) } }
            }))
        }
    }
}

fn settle(call: &Call, one: &Followed, filled: &Filled, errors: &Errors) -> Markup {
    let say = call.say();
    let choice = |outcome: FollowOutcome| {
        let code = outcome.code();
        let hint = say.say(&format!("watch-{code}-hint")).into_owned();
        (code.to_owned(), say.say(&format!("watch-{code}")).into_owned(), Some(hint))
    };
    let choices = [choice(FollowOutcome::HadReason), choice(FollowOutcome::TakenFurther)];
    html! {
        section.v-kort {
            h2 { (say.say("watch-settle")) }
            (form(call, &format!("{}/avgjor", address(one)), "v-skjema", html! {
                (Field::new("utfall", say.say("watch-outcome")).choices(call, filled, errors, "radio", &choices))
                (Field::new("ord", say.say("watch-settle-words")).hint(say.say("watch-settle-hint")).area(call, filled, errors, 3))
                div.v-knapper { button.ds-button { (say.say("watch-settle-save")) } }
            }))
        }
    }
}

/// Asks for the reason.
pub async fn send_question(Path(id): Path<String>, sent: FormOf) -> Result<Response, Problem> {
    let words = sent.filled.text("sporsmal");
    step(&id, &sent, Some(FollowStep::Asked { words }), "watch-asked").await
}

/// Marks it as followed up.
pub async fn send_outcome(Path(id): Path<String>, sent: FormOf) -> Result<Response, Problem> {
    let words = sent.filled.text("ord");
    let outcome = FollowOutcome::from_code(sent.filled.raw("utfall"));
    step(&id, &sent, outcome.map(|outcome| FollowStep::Settled { outcome, words }), "watch-settled").await
}

async fn step(
    id: &str,
    sent: &FormOf,
    step: Option<FollowStep>,
    code: &'static str,
) -> Result<Response, Problem> {
    let call = &sent.call;
    call.only(&[Role::Leader])?;
    let thing: ThingId = id.parse().map_err(|_| Problem::Missing)?;
    let asks = code == "watch-asked";
    let mut errors = Errors::none();
    match step {
        None => errors.add("utfall", call.t("form-choice")),
        Some(step) => match call.house.gate.follow(&call.visit, thing, step, sent.key.clone()).await {
            Ok(_) => {
                let back = if asks { format!("{PATH}/{id}") } else { PATH.to_owned() };
                return Ok(Redirect::to(&done_url(&back, code)).into_response());
            }
            Err(ActError::Refused(Refusal::Field { problem, .. })) => {
                errors.problem(call, if asks { "sporsmal" } else { "ord" }, problem);
            }
            Err(ActError::Refused(refusal)) => errors = Errors::of(call, &refusal),
            Err(other) => return Err(other.into()),
        },
    }
    let one = find(call, id).await?;
    let content = content(call, &Asked::default(), &one, &sent.filled, &errors);
    let page = Page::new(call.t("watch-one")).narrow().at(PATH).failed();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.show(call, content)).into_response())
}
