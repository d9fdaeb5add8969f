//! A question that was asked: where it stands, whom to ring, and taking it back.

use super::head::{below, page as frame};
use super::{Place, conflict};
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf, seen};
use crate::frame::parts::{self, Asked, Field, done, form, icon, phone, tag};
use crate::frame::{Call, Problem, Shown, Who, dates};
use crate::workbench::standing::{Standing, due, standing};
use access::View;
use access::terms::{Action, Command, DeclineReason, Moment, Reply, Request, RequestAnswer, Thing};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

/// The status of a question: icon and word.
pub(super) fn state(call: &Call, view: &View, request: &Thing<'_, Request>) -> Markup {
    let text = |key: &str| call.t(key).into_owned();
    match (standing(view, request), &request.is.answer) {
        (Standing::Withdrawn, _) => tag("neutral", "stopp", &text("family-request-withdrawn")),
        (Standing::WithUs, _) => tag("warning", "sporsmal", &text("family-request-with-us")),
        (Standing::WithHelper, _) if due(view, request) < call.today() => {
            tag("danger", "klokke", &text("family-request-late"))
        }
        (Standing::WithHelper, _) => tag("warning", "venter", &text("family-request-waits")),
        (Standing::Answered, Some(RequestAnswer::No { .. })) => {
            tag("neutral", "stopp", &text("family-request-no"))
        }
        (Standing::Answered, Some(RequestAnswer::YesBut { .. })) => {
            tag("success", "hake", &text("family-request-yes-but"))
        }
        (Standing::Answered, _) => tag("success", "hake", &text("family-request-yes")),
    }
}

/// All questions: those that somebody must do something about first.
pub(super) fn list(call: &Call, view: &View) -> Markup {
    let mut requests: Vec<_> = view.sees().all::<Request>().collect();
    requests.sort_by_key(|request| (place_of(view, request), std::cmp::Reverse(request.entry.seq)));
    html! {
        section.v-kort #spurt {
            h2 { (call.t("family-requests")) }
            @if requests.is_empty() { p.v-dus { (call.t("family-requests-none")) } }
            @else { div.v-linjer { @for request in &requests { (line(call, view, request)) } } }
        }
    }
}

/// Those that we must answer first, then those that wait.
pub(super) fn place_of(view: &View, request: &Thing<'_, Request>) -> u8 {
    match standing(view, request) {
        Standing::WithUs => 0,
        Standing::WithHelper => 1,
        Standing::Answered => 2,
        Standing::Withdrawn => 3,
    }
}

/// One question in a list.
pub(super) fn line(call: &Call, view: &View, request: &Thing<'_, Request>) -> Markup {
    let say = call.say();
    let who = Who::new(call, view);
    html! {
        div.v-ting {
            div {
            h3 { a href={ (super::base(view.family())) "/spor/" (request.id()) } { (request.is.question) } }
            p.v-dus {
                (who.helper(request.is.to))
                @if matches!(standing(view, request), Standing::WithHelper) {
                    " · " (say.with("workbench-answer-by", [("day", dates::near(say, due(view, request), call.today()).into())]))
                }
            }
            }
            div { (state(call, view, request)) }
        }
    }
}

/// The page of one question.
pub(super) fn page(
    call: &Call,
    view: &View,
    asked: &Asked,
    request: &Thing<'_, Request>,
    filled: &Filled,
    errors: &Errors,
) -> Shown {
    let say = call.say();
    let who = Who::new(call, view);
    let helper = who.directory().helper(request.is.to);
    let service = who.service(request.is.service);
    let base = super::base(view.family());
    let asked_on = view.sees().versions(request.id()).first().map_or(request.entry.at, |entry| entry.at);
    let when = dates::near(say, Moment::day_of(asked_on), call.today());
    let stands = standing(view, request);
    let open = matches!(stands, Standing::WithHelper | Standing::WithUs);
    let body = html! {
        (done(call, asked))
        (errors.summary(call))
        (below(call, view, &say.say("family-request"), None))
        div.v-to {
            div.v-stabel {
                section.v-kort {
                    (state(call, view, request))
                    h2.v-boble.v-boble--sporsmal { (request.is.question) }
                    @if !request.is.why.is_empty() { p { span.v-dus { (say.say("answer-why")) } " " (request.is.why) } }
                    @if let Some(action) = request.is.action.and_then(|action| view.sees().find::<Action>(action)) {
                        p { a href={ (base) "/plan/tiltak/" (action.id()) } { (action.is.words) } }
                    }
                    p.v-dus {
                        (say.with("family-request-asked", [("who", who.author(&first_author(view, request)).into()), ("when", when.into())])) " "
                        (say.with("workbench-answer-by", [("day", dates::near(say, due(view, request), call.today()).into())]))
                    }
                    (talk(call, view, request))
                    @if stands == Standing::WithUs {
                        div.v-knapper { a.ds-button href={ (base) "/svar/" (request.id()) } { (icon("melding")) (say.say("family-reply")) } }
                    }
                }
                @if open { (taking_back(call, view, request, filled, errors)) }
            }
            div.v-stabel {
                section.v-kort {
                    h2 { (say.say("family-request-to")) }
                    @if let Some(helper) = helper { (parts::helper(helper, &format!("{}, {service}", helper.title))) }
                    @if let Some(number) = helper.and_then(|helper| helper.phone.as_deref()) {
                        p { (phone(number)) }
                    }
                    @if stands == Standing::WithHelper && due(view, request) < call.today() {
                        p { (say.say("family-request-late-text")) }
                        @if let Some(action) = request.is.action { p { a href={ (base) "/spor" } { (say.say("family-request-another")) } span.v-skjult { (action) } } }
                    }
                }
            }
        }
    };
    frame(call, &say.say("family-request"), !errors.is_empty(), body)
}

fn first_author(view: &View, request: &Thing<'_, Request>) -> access::terms::Author {
    view.sees().versions(request.id()).first().map_or(request.entry.author, |entry| entry.author)
}

/// What was said to and fro: the helper's answer, and our replies.
fn talk(call: &Call, view: &View, request: &Thing<'_, Request>) -> Markup {
    let say = call.say();
    let who = Who::new(call, view);
    let sees = view.sees();
    let versions = sees.versions(request.id());
    let answers = versions.iter().filter_map(|entry| match &entry.payload {
        access::terms::Payload::Request(Request { answer: Some(answer), withdrawn: None, .. }) => {
            Some((entry.seq, entry.at, who.author(&entry.author), answer_words(call, answer), false))
        }
        _ => None,
    });
    let replies = sees.all::<Reply>().filter(|reply| reply.is.to == request.id()).map(|reply| {
        (reply.entry.seq, reply.entry.at, who.author(&reply.entry.author), reply.is.words.clone(), true)
    });
    let mut said: Vec<_> = answers.chain(replies).collect();
    said.sort_by_key(|(seq, ..)| *seq);
    html! {
        @if !said.is_empty() {
            div.v-samtale {
                @for (_, at, name, words, ours) in &said {
                    div class=(if *ours { "v-boble v-boble--egen" } else { "v-boble" }) {
                        p { (words) }
                        span.v-tid { (name) ", " (dates::instant(say, *at, call.today())) }
                    }
                }
            }
        }
        @if let Some(why) = &request.is.withdrawn { p { (say.say("family-request-why-withdrawn")) " " (why) } }
    }
}

fn answer_words(call: &Call, answer: &RequestAnswer) -> String {
    match answer {
        RequestAnswer::Yes { .. } => call.t("answer-yes").into_owned(),
        RequestAnswer::YesBut { words, .. } => format!("{}: {words}", call.t("answer-yes-but")),
        RequestAnswer::AskBack { words, .. } => words.clone(),
        RequestAnswer::No { reason, words, .. } => {
            let reason = call.t(&format!("decline-{}", DeclineReason::code(*reason)));
            if words.is_empty() { reason.into_owned() } else { format!("{reason}. {words}") }
        }
    }
}

fn taking_back(
    call: &Call,
    view: &View,
    request: &Thing<'_, Request>,
    filled: &Filled,
    errors: &Errors,
) -> Markup {
    let say = call.say();
    let action = format!("{}/spor/{}/trekk", super::base(view.family()), request.id());
    html! {
        details.ds-details.v-boks open[!errors.is_empty()] {
            summary { (say.say("family-request-withdraw")) }
            (form(call, &action, "v-skjema v-skjema--tett", html! {
                (seen(request.id(), request.entry.version))
                (Field::new("words", say.say("family-request-why")).hint(say.say("family-request-why-hint")).area(call, filled, errors, 2))
                button.ds-button data-variant="secondary" { (say.say("family-request-withdraw-it")) }
            }))
        }
    }
}

pub(super) async fn withdraw(place: Place, form: FormOf) -> Result<Response, Problem> {
    let call = &form.call;
    let view = place.held(call, "ask").await?;
    let request = view.sees().find::<Request>(place.thing()?).ok_or(Problem::Missing)?;
    let mut errors = Errors::none();
    let why = form.filled.text("words");
    if why.is_empty() {
        errors.add("words", call.t("family-request-why-missing"));
    } else {
        let seen =
            form.filled.seen().filter(|(thing, _)| *thing == request.id()).ok_or(Problem::Unreadable)?;
        match form.act(place.family, Command::WithdrawRequest { request: seen, why }).await? {
            Done::Yes(_) => {
                let page = format!("{}/spor", place.base());
                return Ok(Redirect::to(&done_url(&page, "family-withdrawn")).into_response());
            }
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", call.t("refusal-stale")),
        }
    }
    // Read again: the helper may have answered meanwhile, and that is shown.
    let view = place.held(call, "ask").await?;
    let request = view.sees().find::<Request>(place.thing()?).ok_or(Problem::Missing)?;
    Ok(conflict::mend(page(call, &view, &Asked::default(), &request, &form.filled, &errors)))
}
