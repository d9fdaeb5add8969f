//! One action: why it is there (dream, goal, action), how it stands, what this reader can do about it, what was
//! said about it, and how it came to be as it is.

use super::bits;
use super::place::{Answered, Ask, Desk, Place};
use super::steps::steps;
use super::undo;
use crate::frame::act::{Done, done_url};
use crate::frame::dates;
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::{Field, icon};
use crate::frame::{Call, Problem};
use access::terms::{
    Action, ActionStatus, Audience, Command, Dream, Entry, Goal, Kind as _, Need, Outcome, Reply, Request,
    RequestAnswer, Thing, ThingId,
};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};

/// The page of an action.
pub async fn show(place: Place, call: Call, Query(ask): Query<Ask>) -> Answered {
    let view = place.view(&call, "action").await?;
    let desk = Desk::new(&call, place.base, &view);
    let action = find(&desk, place.thing()?)?;
    let content = page(&desk, &action, &ask, &Filled::empty(), &Errors::none());
    Ok(desk.page(call.t("plan-action-title")).show(&call, content).into_response())
}

pub(super) fn find<'a>(desk: &Desk<'a>, thing: ThingId) -> Result<Thing<'a, Action>, Problem> {
    desk.view.sees().find::<Action>(thing).ok_or(Problem::Missing)
}

pub(super) fn page(
    desk: &Desk<'_>,
    action: &Thing<'_, Action>,
    ask: &Ask,
    filled: &Filled,
    errors: &Errors,
) -> Markup {
    let say = desk.call.say();
    let since = bits::ownerless(desk);
    let nobody =
        if action.is.owner.is_none() { bits::missing(desk, action.id(), &since) } else { String::new() };
    let line = bits::status_line(desk, action);
    html! {
        (desk.crumbs(&[(desk.url("/plan"), say.say("menu-plan").into_owned())], &say.say("plan-action-title")))
        (undo::told(desk, ask))
        (errors.summary(desk.call))
        div.v-hode {
            div { h1 { (action.is.words) } }
            div.v-knapper {
                @if desk.may_edit(action.entry) {
                    a.ds-button data-variant="secondary" href=(desk.url_of("/plan/endre", action.id())) { (icon("rediger")) (say.say("plan-change")) }
                }
            }
        }
        div.v-to {
            div.v-stabel {
                section.v-kort {
                    h2 { (say.say("plan-how-it-stands")) }
                    div.v-rad {
                        (bits::status(desk, action.is))
                        @if !line.is_empty() { span.v-dus { (line) } }
                    }
                    (desk.who.owner_mark(action, &nobody))
                    @if let Some(sentence) = accepted(desk, action.is) { p.v-dus { (sentence) } }
                    @if !action.is.outcome.is_empty() && action.is.status != ActionStatus::Stopped { p { (action.is.outcome) } }
                    (steps(desk, action, filled, errors))
                    @if desk.holds() && desk.open && action.is.status.is_open() {
                        p { a href=(desk.url_of("/spor", action.id())) { (say.say("plan-ask-helper")) } }
                    }
                }
                (requests(desk, action))
                (talk(desk, action, filled, errors))
                (super::notes::notes(desk, action.id()))
                (super::notes::way(desk, action.id(), &action.is.words))
            }
            div.v-stabel {
                (chain(desk, action))
                (past(desk, action))
                section.v-kort.v-kort--dus {
                    p { (about(desk, action.entry)) }
                    (bits::ground(desk, action))
                    @if desk.holds() { (crate::family::readers::link(desk.call, desk.view, action.id())) }
                }
            }
        }
    }
}

fn about(desk: &Desk<'_>, entry: &Entry) -> String {
    let names = desk.who.people(&entry.subjects);
    desk.call.say().with("plan-concerns", [("names", names.into())]).into_owned()
}

/// Who in the family said yes, and how when somebody else wrote it down.
fn accepted(desk: &Desk<'_>, action: &Action) -> Option<String> {
    let name = desk.who.person(action.accepted_by?);
    let say = desk.call.say();
    Some(if action.accepted_how.is_empty() {
        say.with("plan-accepted-by", [("name", name.into())]).into_owned()
    } else {
        say.with(
            "plan-accepted-how",
            [("name", name.into()), ("how", action.accepted_how.trim_end_matches('.').to_owned().into())],
        )
        .into_owned()
    })
}

/// Dream → goal → action, from what it is for to what is done.
fn chain(desk: &Desk<'_>, action: &Thing<'_, Action>) -> Markup {
    let say = desk.call.say();
    let sees = desk.view.sees();
    let goal = action.is.goal.and_then(|goal| sees.find::<Goal>(goal));
    let dream = goal.and_then(|goal| goal.is.dream).and_then(|dream| sees.find::<Dream>(dream));
    let need = action.is.need.and_then(|need| sees.find::<Need>(need));
    html! {
        section.v-kort {
            h2 { (say.say("plan-chain")) }
            ol.v-traad {
                @if let Some(dream) = dream {
                    li.v-knute data-naar="neste" {
                        span.v-prikk aria-hidden="true" {}
                        p.v-tid { (bits::whose(desk, dream.is)) }
                        p { a href=(desk.url("/plan")) { "«" (dream.is.words.as_deref().unwrap_or_default()) "»" } }
                    }
                }
                @if let Some(need) = need {
                    li.v-knute data-naar="neste" {
                        span.v-prikk aria-hidden="true" {}
                        p.v-tid { (say.say("plan-chain-need")) }
                        p { (need.is.words) }
                    }
                }
                @if let Some(goal) = goal {
                    li.v-knute data-naar="neste" {
                        span.v-prikk aria-hidden="true" {}
                        p.v-tid { (say.say("plan-chain-goal")) }
                        p { a href={ (desk.url("/plan")) "#maal-" (goal.id()) } { (goal.is.words) } }
                        @if !goal.is.sign.is_empty() { p.v-dus { (super::threads::sign(desk, goal.is)) } }
                    }
                }
                li.v-knute data-naar="neste" {
                    span.v-prikk aria-hidden="true" {}
                    p.v-tid { (say.say("plan-chain-action")) }
                    p { b { (action.is.words) } }
                }
            }
        }
    }
}

/// Questions to helpers about this action, and what they said.
fn requests(desk: &Desk<'_>, action: &Thing<'_, Action>) -> Markup {
    let say = desk.call.say();
    let asked: Vec<Thing<'_, Request>> = desk
        .view
        .sees()
        .all::<Request>()
        .filter(|request| request.is.action == Some(action.id().into()))
        .collect();
    html! {
        @if !asked.is_empty() {
            section.v-kort {
                h2 { (say.say("plan-asked-heading")) }
                div.v-linjer {
                    @for request in &asked {
                        div {
                            h3 { (desk.who.helper(request.is.to)) }
                            p { (request.is.question) }
                            p.v-dus { (answer(desk, request)) }
                        }
                    }
                }
            }
        }
    }
}

/// How a question stands, in one sentence.
fn answer(desk: &Desk<'_>, request: &Thing<'_, Request>) -> String {
    let say = desk.call.say();
    let today = desk.call.today();
    let name = desk.who.given(request.is.to);
    let said = |key: &str, on| {
        say.with(key, [("name", name.clone().into()), ("day", dates::near(say, on, today).into())])
            .into_owned()
    };
    let with = |sentence: String, words: &str| {
        if words.is_empty() { sentence } else { format!("{sentence} «{words}»") }
    };
    if let Some(why) = &request.is.withdrawn {
        return with(say.say("plan-request-withdrawn").into_owned(), why);
    }
    if bits::waits(desk, request) {
        let key = if request.is.reply_by < today { "plan-request-late" } else { "plan-request-waits" };
        return said(key, request.is.reply_by);
    }
    match &request.is.answer {
        Some(RequestAnswer::Yes { on }) => said("plan-request-yes", *on),
        Some(RequestAnswer::YesBut { on, words }) => with(said("plan-request-yes-but", *on), words),
        Some(RequestAnswer::No { on, words, .. }) => with(said("plan-request-no", *on), words),
        Some(RequestAnswer::AskBack { on, words }) => with(said("plan-request-back", *on), words),
        None => said("plan-request-waits", request.is.reply_by),
    }
}

/// An answer; it is open to those to whom the action is open, whatever else is said here.
fn reply(desk: &Desk<'_>, action: &Thing<'_, Action>, words: String) -> Command {
    Command::Write {
        replaces: None,
        payload: Reply { to: action.id(), words, outcome: Outcome::Answered }.wrap(),
        subjects: desk.view.standing().me.clone(),
        audience: Audience::Ordinary,
    }
}

/// What was said about it, and a field to say more.
fn talk(desk: &Desk<'_>, action: &Thing<'_, Action>, filled: &Filled, errors: &Errors) -> Markup {
    let say = desk.call.say();
    let said: Vec<Thing<'_, Reply>> =
        desk.view.sees().all::<Reply>().filter(|reply| reply.is.to == action.id()).collect();
    let may = desk.may(&reply(desk, action, "-".into()));
    html! {
        @if may || !said.is_empty() {
            section.v-kort {
                h2 { (say.say("plan-talk")) }
                @if !said.is_empty() {
                    div.v-samtale {
                        @for one in &said {
                            @let own = one.entry.author.actor == desk.call.visit.actor;
                            div.v-boble.v-boble--egen[own] {
                                p { (one.is.words) }
                                span.v-tid { (desk.who.author(&one.entry.author)) ", " (dates::instant(say, one.entry.at, desk.call.today())) }
                            }
                        }
                    }
                }
                @if may {
                    (desk.form(&format!("{}/svar", desk.url_of("/plan/tiltak", action.id())), "v-skjema v-skjema--tett", html! {
                        (Field::new("tekst", say.say("plan-talk-write")).hint(bits::audience(desk, action.entry)).area(desk.call, filled, errors, 2))
                        div.v-knapper { button.ds-button data-variant="secondary" { (icon("send")) (say.say("plan-talk-send")) } }
                    }))
                }
            }
        }
    }
}

/// Says something about it.
pub async fn speak(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "action").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let action = find(&desk, place.thing()?)?;
    let words = sent.filled.text("tekst");
    let mut errors = Errors::none();
    if words.is_empty() {
        errors.add("tekst", sent.call.t("plan-error-talk"));
    } else {
        match sent.act(view.family(), reply(&desk, &action, words)).await? {
            Done::Yes(_) => {
                let back = done_url(&desk.url_of("/plan/tiltak", action.id()), "said");
                return Ok(Redirect::to(&back).into_response());
            }
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", sent.call.t("refusal-stale")),
        }
    }
    let content = page(&desk, &action, &Ask::default(), &sent.filled, &errors);
    let page = desk.page(sent.call.t("plan-action-title")).failed();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.show(&sent.call, content)).into_response())
}

/// How it came to be as it is: each version with what was changed, the newest first.
fn past(desk: &Desk<'_>, action: &Thing<'_, Action>) -> Markup {
    let say = desk.call.say();
    let versions = desk.view.sees().versions(action.id());
    html! {
        section.v-kort {
            h2 { (say.say("plan-past")) }
            ol.v-linjer.v-linjer--tett {
                @for (place, entry) in versions.iter().enumerate().rev() {
                    @let before = place.checked_sub(1).map(|at| versions[at]);
                    li {
                        p.v-dus.v-liten { (desk.who.author(&entry.author)) ", " (dates::instant(say, entry.at, desk.call.today())) }
                        @match before {
                            None => { p { (say.say("plan-written-down")) } }
                            Some(_) => { (super::history::fields(desk, before, entry)) }
                        }
                    }
                }
            }
            (undo::button(desk, action.entry, "tiltak", &say.say("plan-undo-last")))
        }
    }
}
