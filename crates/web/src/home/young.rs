//! The young person's own page: what happens, my dream, my people, and saying something to those one chooses.
//! Sentences are short; nothing is counted, nothing judges, and the honest limit of secrecy is said.

use super::say::{expected, outcome, voices};
use crate::frame::act::{Done, done_url};
use crate::frame::dates;
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::{self, Asked, Field, done, icon, phone};
use crate::frame::{Call, Problem, assets};
use crate::plan::place::{Answered, Desk, Place};
use crate::plan::reach;
use access::terms::{
    Action, Audience, Dream, Owner, PersonId, Reply, Step, StepOf, StepState, Thing, Voice, responsible_for,
    say as said, team, timeline,
};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};

/// Most things that happen.
const MOST: usize = 4;

/// The page; grown-ups have another.
pub async fn show(place: Place, call: Call, Query(asked): Query<Asked>) -> Answered {
    let view = place.view(&call, "home").await?;
    let desk = Desk::new(&call, place.base, &view);
    if !desk.is_young() {
        return Ok(Redirect::to("/min").into_response());
    }
    let content = page(&desk, &asked, &Filled::empty(), &Errors::none());
    Ok(desk.page(call.t("frame-me")).show(&call, content).into_response())
}

fn page(desk: &Desk<'_>, asked: &Asked, filled: &Filled, errors: &Errors) -> Markup {
    let say = desk.call.say();
    let name = desk.view.me().map(|me| desk.who.person(me)).unwrap_or_default();
    html! {
        (done(desk.call, asked))
        (errors.summary(desk.call))
        h1 { (say.with("young-hello", [("name", name.into())])) }
        @if !desk.open { section.v-kort { p { (say.say("young-closed")) } } }
        (happens(desk))
        (dream(desk))
        (my_part(desk))
        (people(desk))
        (speak(desk, filled, errors))
        section.v-haster {
            h2 { (say.say("young-help")) }
            p { (say.say("young-help-ring")) " " (phone("116 111")) ". " (say.say("young-help-text")) }
        }
        p { a href="/min/innsyn" { (say.say("young-who-sees")) } }
        p { a href="/min/plan" { (say.say("young-plan")) } }
        p { a href="/min/kopi" { (say.say("copy-link")) } }
    }
}

/// A drawn scene that fits what happens.
fn scene(step: &Step<'_>) -> &'static str {
    let (words, place) = match &step.of {
        StepOf::Action(action) => (action.is.words.to_lowercase(), String::new()),
        StepOf::Request(request) => (request.is.question.to_lowercase(), String::new()),
        StepOf::Meeting(meeting) => (meeting.is.title.to_lowercase(), meeting.is.place.to_lowercase()),
    };
    let has = |sign: &str| words.contains(sign) || place.contains(sign);
    if has("tren") || has("fotball") {
        "bilde-trening"
    } else if has("hjem") || has("heim") {
        "bilde-hjem"
    } else if has("rom") {
        "bilde-rom"
    } else if has("skole") || has("skule") || has("storefri") {
        "bilde-skole"
    } else if has("lege") || has("syke") {
        "bilde-lege"
    } else {
        "bilde-mote"
    }
}

fn happens(desk: &Desk<'_>) -> Markup {
    let say = desk.call.say();
    let steps: Vec<Step<'_>> = timeline(&desk.view.sees(), desk.view.moment(), 0)
        .into_iter()
        .filter(|step| matches!(step.state, StepState::Next | StepState::Later))
        .take(MOST)
        .collect();
    html! {
        section.v-stabel {
            h2 { (say.say("young-happens")) }
            @if steps.is_empty() { p { (say.say("young-happens-nothing")) } }
            ul.v-hendelser {
                @for step in &steps {
                    li.v-hendelse {
                        svg.v-bilde aria-hidden="true" { use href={ (assets::url("bilder.svg")) "#" (scene(step)) } {} }
                        p {
                            b {
                                (dates::sentence(&dates::near(say, step.on, desk.call.today())))
                                @if let Some(at) = step.at { " " (dates::clock(say, at)) }
                            }
                            br;
                            (sentence(desk, step))
                        }
                    }
                }
            }
        }
    }
}

fn sentence(desk: &Desk<'_>, step: &Step<'_>) -> String {
    let say = desk.call.say();
    match &step.of {
        StepOf::Meeting(meeting) if meeting.is.place.is_empty() => format!("{}.", meeting.is.title),
        StepOf::Meeting(meeting) => format!("{}. {}.", meeting.is.title, meeting.is.place),
        StepOf::Request(request) => {
            let name = desk.who.given(request.is.to);
            let about = request.is.action.and_then(|action| desk.view.sees().find::<Action>(action));
            match about {
                Some(action) => {
                    let what = action.is.words.trim_end_matches('.').to_owned();
                    say.with("young-will-answer-about", [("name", name.into()), ("what", what.into())])
                        .into_owned()
                }
                None => say.with("young-will-answer", [("name", name.into())]).into_owned(),
            }
        }
        StepOf::Action(action) => format!("{}.", action.is.words.trim_end_matches('.')),
    }
}

fn dream(desk: &Desk<'_>) -> Markup {
    let say = desk.call.say();
    let me = desk.view.me();
    let own = desk.view.sees().all::<Dream>().find(|dream| me.is_some_and(|me| dream.is.of.contains(&me)));
    let words = own.as_ref().and_then(|dream| dream.is.words.as_deref());
    html! {
        section.v-kort.v-kort--lyng {
            h2 { (say.say("young-dream")) }
            div.v-ord {
                @match words {
                    Some(words) => { p { "«" (words) "»" } }
                    None => { p { (say.say("young-dream-none")) } }
                }
                @match &own {
                    Some(dream) if desk.may_edit(dream.entry) && !crate::plan::forms::words_are_fixed(desk, Some(dream.entry)) => {
                        a href=(desk.url_of("/plan/endre", dream.id())) { (say.say("young-dream-change")) }
                    }
                    None if desk.writes() => { a href="/min/plan/ny/drom" { (say.say("young-dream-write")) } }
                    _ => {}
                }
            }
        }
    }
}

/// What this person does.
fn my_part(desk: &Desk<'_>) -> Markup {
    let own = |action: &Thing<'_, Action>| {
        matches!(action.is.owner, Some(Owner::Member(person)) if desk.view.standing().me.contains(&person))
            && action.is.status.is_open()
    };
    let own: Vec<Thing<'_, Action>> = desk.view.sees().all::<Action>().filter(own).collect();
    html! {
        @if !own.is_empty() {
            section.v-kort {
                h2 { (desk.call.t("young-my-part")) }
                ul { @for action in &own { li { a href=(desk.url_of("/plan/tiltak", action.id())) { (action.is.words) } } } }
            }
        }
    }
}

fn people(desk: &Desk<'_>) -> Markup {
    let say = desk.call.say();
    let mut seen = Vec::new();
    let mut list: Vec<(access::terms::ActorId, String)> = Vec::new();
    if let Some(lead) = desk.who.lead() {
        list.push((lead.id, say.say("young-gathers").into_owned()));
    }
    for helping in team(&desk.view.sees(), desk.call.today()) {
        list.push((helping.helper, helping.task.to_owned()));
    }
    list.retain(|(actor, _)| {
        let new = !seen.contains(actor);
        seen.push(*actor);
        new
    });
    html! {
        @if !list.is_empty() {
            section.v-stabel {
                h2 { (say.say("young-people")) }
                ul.v-folk {
                    @for (actor, task) in &list {
                        @if let Some(helper) = desk.who.directory().helper(*actor) {
                            li {
                                @match helper.face {
                                    Some(face) => (parts::face(face, "v-ansikt--stort")),
                                    None => { span.v-initial.v-initial--stor aria-hidden="true" { (helper.initials()) } }
                                }
                                div { b { bdi { (helper.given()) } } }
                                small { (task) }
                            }
                        }
                    }
                }
            }
        }
    }
}

const COORDINATOR: &str = "koordinator";
const PARENTS: &str = "foreldre";
const MYSELF: &str = "meg";

fn speak(desk: &Desk<'_>, filled: &Filled, errors: &Errors) -> Markup {
    let say = desk.call.say();
    let name = desk.who.lead_given();
    let choices = [
        (
            COORDINATOR.to_owned(),
            say.with("plan-only-coordinator", [("name", name.clone().into())]).into_owned(),
            None,
        ),
        (PARENTS.to_owned(), reach::coordinator_and_parents(desk), None),
        (MYSELF.to_owned(), say.say("young-only-me").into_owned(), None),
    ];
    html! {
        section.v-kort {
            h2 { (say.say("young-say")) }
            @for voice in voices(desk, true).iter().take(2) { (last(desk, voice)) }
            @if desk.who.lead().is_none() { p { (say.say("young-nobody-yet")) } }
            @else if desk.open {
                (desk.form("/ung/si", "v-skjema v-skjema--tett", html! {
                    (Field::new("ord", say.say("young-say-words")).area(desk.call, filled, errors, 3))
                    (Field::new("hvem", say.say("plan-who-reads")).choices(desk.call, filled, errors, "radio", &choices))
                    p.v-dus { (say.with("young-limit", [("name", name.into())])) }
                    div.v-knapper.v-knapper--rolig { button.ds-button { (icon("send")) (say.say("young-send")) } }
                }))
            }
        }
    }
}

/// What was said last, and what came of it.
fn last(desk: &Desk<'_>, voice: &Thing<'_, Voice>) -> Markup {
    let say = desk.call.say();
    let today = desk.call.today();
    let replies: Vec<Thing<'_, Reply>> =
        desk.view.sees().all::<Reply>().filter(|reply| reply.is.to == voice.id()).collect();
    html! {
        @if let Some(look) = voice.is.look { p.v-dus { (super::looks::about(desk, look)) } }
        div.v-samtale {
            div.v-boble.v-boble--egen {
                p { (voice.is.words) }
                span.v-tid { (dates::sentence(&dates::instant(say, voice.entry.at, today))) }
            }
            @for reply in &replies {
                div.v-boble {
                    @if let Some(word) = outcome(desk, reply.is.outcome) { p { b { (word) } } }
                    @if !reply.is.words.is_empty() { p { (reply.is.words) } }
                    span.v-tid { (desk.who.author(&reply.entry.author)) ", " (dates::instant(say, reply.entry.at, today)) }
                }
            }
        }
        p.v-dus {
            @if voice.entry.audience == Audience::Oneself { (say.say("young-kept")) }
            @else {
                @if replies.is_empty() { (expected(desk, voice)) " " }
                (crate::plan::bits::audience(desk, voice.entry))
            }
        }
    }
}

/// Who may read it, as chosen.
fn chosen(desk: &Desk<'_>, filled: &Filled, me: PersonId) -> Option<Audience> {
    match filled.raw("hvem") {
        COORDINATOR => Some(Audience::Coordinator),
        PARENTS => Some(Audience::Members(responsible_for(&desk.view.sees(), me, desk.call.today()))),
        MYSELF => Some(Audience::Oneself),
        _ => None,
    }
}

/// Says it.
pub async fn send(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "home").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let me = view.me().filter(|_| desk.is_young()).ok_or(Problem::Missing)?;
    let words = sent.filled.text("ord");
    let audience = chosen(&desk, &sent.filled, me);
    let mut errors = Errors::none();
    if words.is_empty() {
        errors.add("ord", sent.call.t("young-error-words"));
    }
    if audience.is_none() {
        errors.add("hvem", sent.call.t("plan-error-who-reads"));
    }
    if let (Some(audience), true) = (audience, errors.is_empty()) {
        let kept = audience == Audience::Oneself;
        match sent.act(view.family(), said(me, words, None, audience)).await? {
            Done::Yes(_) => {
                let code = if kept { "young-kept" } else { "young-said" };
                return Ok(Redirect::to(&done_url("/ung", code)).into_response());
            }
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", sent.call.t("refusal-stale")),
        }
    }
    let content = page(&desk, &Asked::default(), &sent.filled, &errors);
    let page = desk.page(sent.call.t("frame-me")).failed();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.show(&sent.call, content)).into_response())
}
