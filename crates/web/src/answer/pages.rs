//! What the helper sees.

use crate::frame::form::{Errors, Filled, seen};
use crate::frame::parts::{self, Asked, Field, action_tag, done, form, icon};
use crate::frame::{Call, dates};
use access::View;
use access::terms::{
    Action, ActionStatus, DeclineReason, Owner, PersonId, Reply, Request, RequestAnswer, Thing, Voice,
};
use maud::{Markup, html};

/// Where a request stands, for the helper.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The helper has the word.
    Waiting,
    /// The helper has asked back; the coordinator has the word.
    AskedBack,
    /// Answered.
    Answered,
    /// No longer asked.
    Withdrawn,
}

/// Where a request stands.
pub fn state_of<'a>(view: &'a View, request: &Thing<'a, Request>) -> State {
    if request.is.withdrawn.is_some() {
        return State::Withdrawn;
    }
    match &request.is.answer {
        None => State::Waiting,
        Some(RequestAnswer::AskBack { .. }) if replies(view, request).next().is_none() => State::AskedBack,
        Some(RequestAnswer::AskBack { .. }) => State::Waiting,
        Some(_) => State::Answered,
    }
}

fn replies<'a>(
    view: &'a View,
    request: &Thing<'a, Request>,
) -> impl Iterator<Item = Thing<'a, Reply>> + use<'a> {
    let (id, since) = (request.id(), request.entry.seq);
    view.sees().all::<Reply>().filter(move |reply| reply.is.to == id && reply.entry.seq > since)
}

/// The heading of the inbox.
pub fn title(call: &Call, waiting: usize) -> String {
    let directory = call.house.gate.directory();
    let given =
        directory.helper(call.visit.actor).map(|helper| helper.given().to_owned()).unwrap_or_default();
    call.say().with("answer-title", [("name", given.into()), ("count", waiting.into())]).into_owned()
}

/// The title of one question: never a name in it, since titles stand in the browser's history.
pub fn page_title(call: &Call, view: &View, request: &Thing<'_, Request>) -> String {
    let key = match state_of(view, request) {
        State::Waiting => "answer-page-question",
        State::AskedBack | State::Answered => "answer-page-answered",
        State::Withdrawn => "answer-page-withdrawn",
    };
    call.t(key).into_owned()
}

/// Whom it is about, by given name.
pub(super) fn about(call: &Call, view: &View, subjects: &[PersonId]) -> Option<String> {
    let names: Vec<String> =
        subjects.iter().filter_map(|person| view.name_of(*person)).map(str::to_owned).collect();
    (!names.is_empty()).then(|| {
        call.say().with("answer-about", [("names", parts::listed(call, &names).into())]).into_owned()
    })
}

pub(super) fn address(view: &View, request: &Thing<'_, Request>) -> String {
    format!("/svar/{}/{}", view.family(), request.id())
}

pub(super) fn status(call: &Call, action: &Thing<'_, Action>) -> Markup {
    let late = action.is.status.is_open() && action.is.due.is_some_and(|due| due < call.today());
    action_tag(
        call,
        action.is.status,
        late && action.is.status != ActionStatus::Delivered,
        action.is.owner.is_some(),
    )
}

pub(super) fn reply_by(call: &Call, request: &Thing<'_, Request>) -> String {
    let say = call.say();
    let day = dates::near(say, request.is.reply_by, call.today());
    let key = if request.is.reply_by < call.today() { "answer-was-due" } else { "answer-reply-by" };
    say.with(key, [("day", day.into())]).into_owned()
}

pub(super) fn asker_line(call: &Call, request: &Thing<'_, Request>) -> String {
    let directory = call.house.gate.directory();
    let name = directory.helper(request.is.by).map(|helper| helper.name.clone()).unwrap_or_default();
    call.say().with("answer-asks", [("name", name.into())]).into_owned()
}

fn asker(call: &Call, view: &View, request: &Thing<'_, Request>) -> Markup {
    let directory = call.house.gate.directory();
    html! {
        @if let Some(helper) = directory.helper(request.is.by) {
            div.v-person {
                @if let Some(face) = helper.face {
                    svg.v-ansikt aria-hidden="true" { use href={ (crate::frame::assets::url("bilder.svg")) "#ansikt-" (face) } {} }
                } @else {
                    span.v-initial.v-initial--koordinator aria-hidden="true" { (helper.initials()) }
                }
                div {
                    b { (asker_line(call, request)) }
                    small {
                        (helper.title)
                        @if let Some(number) = &helper.phone { " · " (parts::phone(number)) }
                        @if let Some(about) = about(call, view, &request.entry.subjects) { " · " (about) }
                    }
                }
            }
        }
    }
}

/// The question with its three answers. With scripts or without, one press is enough for a yes.
pub fn question(
    call: &Call,
    view: &View,
    request: &Thing<'_, Request>,
    filled: &Filled,
    errors: &Errors,
    alone: bool,
) -> Markup {
    let say = call.say();
    let chosen = filled.raw("svar");
    let versions = seen(request.id(), request.entry.version);
    let action = address(view, request);
    html! {
        (errors.summary(call))
        div.v-hode { div {
            h1 { @if alone { (title(call, 1)) } @else { (say.say("answer-page-question")) } }
            p.v-dus { (reply_by(call, request)) " " (say.say("answer-one-minute")) }
        } }
        section.v-kort {
            (asker(call, view, request))
            h2.v-boble.v-boble--sporsmal { (request.is.question) }
            @if !request.is.why.is_empty() { p { span.v-dus { (say.say("answer-why")) " " } (request.is.why) } }
            @for reply in replies(view, request) {
                (reply_line(call, &reply))
            }
            div.v-svarboks {
                (form(call, &action, "", html! {
                    (versions)
                    button.ds-button data-fullwidth name="svar" value="ja" { (icon("hake")) (say.say("answer-yes")) }
                }))
                details.ds-details.v-boks name="svar" open[chosen == "ja-men"] {
                    summary { (say.say("answer-yes-but")) }
                    (form(call, &action, "v-skjema v-skjema--tett", html! {
                        (versions)
                        input type="hidden" name="svar" value="ja-men";
                        (Field::new("heller", say.say("answer-instead")).hint(say.say("answer-instead-hint")).area(call, filled, errors, 3))
                        div.v-knapper { button.ds-button { (say.say("answer-send")) } }
                    }))
                }
                details.ds-details.v-boks name="svar" open[chosen == "nei"] {
                    summary { (say.say("answer-no")) }
                    (form(call, &action, "v-skjema v-skjema--tett", html! {
                        (versions)
                        input type="hidden" name="svar" value="nei";
                        (Field::new("grunn", say.say("answer-reason")).choices(call, filled, errors, "radio", &reasons(call)))
                        (Field::new("ord", say.say("answer-words")).hint(say.say("answer-words-hint")).optional().area(call, filled, errors, 3))
                        div.v-knapper { button.ds-button { (say.say("answer-send")) } }
                    }))
                }
                (form(call, &action, "", html! {
                    (versions)
                    button.ds-button data-variant="tertiary" name="svar" value="feil-person" { (say.say("answer-wrong-person")) }
                }))
                (super::cannot::link(call, view, request))
            }
        }
        (good_to_know(call, view, request))
    }
}

fn reasons(call: &Call) -> Vec<(String, String, Option<String>)> {
    DeclineReason::ALL
        .iter()
        .filter(|reason| **reason != DeclineReason::WrongPerson)
        .map(|reason| {
            (reason.code().into(), call.t(&format!("decline-{}", reason.code())).into_owned(), None)
        })
        .collect()
}

fn reply_line(call: &Call, reply: &Thing<'_, Reply>) -> Markup {
    let directory = call.house.gate.directory();
    let name =
        directory.helper(reply.entry.author.actor).map(|helper| helper.name.clone()).unwrap_or_default();
    html! {
        p {
            span.v-dus { (call.say().with("answer-replied", [("name", name.into()), ("when", dates::instant(call.say(), reply.entry.at, call.today()).into())])) " " }
            (reply.is.words)
        }
    }
}

fn good_to_know(call: &Call, view: &View, request: &Thing<'_, Request>) -> Markup {
    let say = call.say();
    let directory = call.house.gate.directory();
    let given = directory.helper(request.is.by).map(|helper| helper.given().to_owned()).unwrap_or_default();
    let voices: Vec<Thing<'_, Voice>> =
        view.sees().all::<Voice>().filter(|voice| request.entry.subjects.contains(&voice.is.who)).collect();
    html! {
        section.v-kort.v-kort--dus {
            h2 { (say.say("answer-good-to-know")) }
            dl.v-fakta {
                @for voice in &voices {
                    dt { (say.with("answer-own-words", [("name", view.name_of(voice.is.who).unwrap_or_default().into())])) }
                    dd { "«" (voice.is.words) "»" }
                }
                dt { (say.say("answer-if-yes")) }
                dd { (say.say(if request.is.action.is_some() { "answer-if-yes-action" } else { "answer-if-yes-question" })) }
                dt { (say.say("answer-if-no")) }
                dd { (say.with("answer-if-no-text", [("name", given.into())])) }
                dt { (say.say("answer-what-you-see")) }
                dd { (say.say(&format!("ground-{}", view.ground(request).code()))) " " (say.say("answer-logged")) }
            }
        }
    }
}

/// One request, whatever its state.
pub fn open(
    call: &Call,
    asked: &Asked,
    view: &View,
    request: &Thing<'_, Request>,
    filled: &Filled,
    errors: &Errors,
) -> Markup {
    let say = call.say();
    let state = state_of(view, request);
    if state == State::Waiting && asked.gjort.is_none() {
        return question(call, view, request, filled, errors, false);
    }
    if state == State::Withdrawn {
        // Nothing of the content is left on the page.
        return html! {
            section.v-tom { h1 { (say.say("answer-page-withdrawn")) } p { (say.say("answer-withdrawn")) }
                p { a href="/svar" { (say.say("answer-to-all")) } } }
        };
    }
    let fresh = asked.gjort.as_deref() == Some("answered");
    let given = {
        let directory = call.house.gate.directory();
        directory.helper(call.visit.actor).map(|helper| helper.given().to_owned()).unwrap_or_default()
    };
    let action = request.is.action.and_then(|id| view.sees().find::<Action>(id));
    let owned = action.filter(|action| action.is.owner == Some(Owner::Helper(call.visit.actor)));
    html! {
        @if !fresh { (done(call, asked)) }
        div.ds-alert data-color=(if state == State::Answered { "success" } else { "info" }) role=[fresh.then_some("status")] {
            h1 {
                @if fresh { (say.with("answer-thanks", [("name", given.into())])) } @else { (say.say("answer-page-answered")) }
            }
            p { (answer_in_words(call, request)) }
        }
        section.v-kort {
            (asker(call, view, request))
            h2.v-boble.v-boble--sporsmal { (request.is.question) }
            @if let Some(RequestAnswer::YesBut { words, .. } | RequestAnswer::AskBack { words, .. } | RequestAnswer::No { words, .. }) = &request.is.answer {
                @if !words.is_empty() { p { span.v-dus { (say.say("answer-you-wrote")) " " } (words) } }
            }
            @if let Some(action) = &owned {
                h3 { (say.say("answer-the-action")) }
                p { (action.is.words) }
                p.v-rad {
                    (status(call, action))
                    @if let Some(due) = action.is.due { span.v-dus { (say.with("answer-due", [("day", dates::near(say, due, call.today()).into())])) } }
                }
                (moves(call, &format!("{}/tiltak", address(view, request)), action))
            }
            @if state != State::Withdrawn {
                details.v-mer {
                    summary { (say.say("answer-change")) }
                    p { (say.say("answer-change-text")) }
                    (form(call, &address(view, request), "v-skjema v-skjema--tett", html! {
                        (seen(request.id(), request.entry.version))
                        input type="hidden" name="svar" value="nei";
                        (Field::new("grunn", say.say("answer-reason")).choices(call, filled, errors, "radio", &reasons(call)))
                        (Field::new("ord", say.say("answer-words")).hint(say.say("answer-words-hint")).optional().area(call, filled, errors, 3))
                        div.v-knapper { button.ds-button data-variant="secondary" { (say.say("answer-send")) } }
                    }))
                }
            }
        }
        (super::cannot::link(call, view, request))
        p { a href="/svar" { (say.say("answer-to-all")) } }
    }
}

/// The buttons that move an action on, for its owner.
pub(super) fn moves(call: &Call, address: &str, action: &Thing<'_, Action>) -> Markup {
    let say = call.say();
    let steps: &[(ActionStatus, &str, &str)] = match action.is.status {
        ActionStatus::AcceptedByFamily | ActionStatus::AcceptedByOwner => &[
            (ActionStatus::Started, "answer-start", "igang"),
            (ActionStatus::Delivered, "answer-delivered", "hake"),
        ],
        ActionStatus::Started => &[(ActionStatus::Delivered, "answer-delivered", "hake")],
        _ => &[],
    };
    html! {
        @if action.is.status == ActionStatus::Proposed { p.v-dus { (say.say("answer-waits-for-family")) } }
        @if !steps.is_empty() {
            (form(call, address, "v-knapper v-knapper--rolig", html! {
                (seen(action.id(), action.entry.version))
                @for (place, (to, key, picture)) in steps.iter().enumerate() {
                    button.ds-button data-variant=[(place > 0).then_some("secondary")] name="til" value=(to.code()) {
                        (icon(picture)) (say.say(key))
                    }
                }
            }))
        }
    }
}

pub(super) fn answer_in_words(call: &Call, request: &Thing<'_, Request>) -> String {
    let say = call.say();
    let said = |on: jiff::civil::Date| dates::near(say, on, call.today());
    let directory = call.house.gate.directory();
    let given = directory.helper(request.is.by).map(|helper| helper.given().to_owned()).unwrap_or_default();
    match &request.is.answer {
        None => reply_by(call, request),
        Some(RequestAnswer::Yes { on } | RequestAnswer::YesBut { on, .. }) => {
            say.with("answer-said-yes", [("day", said(*on).into())]).into_owned()
        }
        Some(RequestAnswer::No { on, .. }) => {
            say.with("answer-said-no", [("day", said(*on).into()), ("name", given.into())]).into_owned()
        }
        Some(RequestAnswer::AskBack { on, .. }) => {
            say.with("answer-asked-back", [("day", said(*on).into()), ("name", given.into())]).into_owned()
        }
    }
}
