//! Saying something in one's own words, and seeing what came of it.

use crate::frame::act::{Done, done_url};
use crate::frame::dates;
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::{Asked, Field, done, icon, phone};
use crate::frame::{Call, Problem};
use crate::plan::place::{Answered, Desk, Place};
use access::terms::{
    Audience, Moment, Outcome, PersonId, Reply, Thing, Voice, say as said, working_days_after,
};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};
use serde::Deserialize;

/// What the page is asked for with.
#[derive(Debug, Default, Deserialize)]
pub struct About {
    gjort: Option<String>,
    tema: Option<String>,
}

/// The page.
pub async fn show(place: Place, call: Call, Query(about): Query<About>) -> Answered {
    let view = place.view(&call, "say").await?;
    let desk = Desk::new(&call, place.base, &view);
    if desk.is_young() {
        return Ok(Redirect::to("/ung").into_response());
    }
    let meeting = about.tema.as_deref() == Some("mote");
    let filled = Filled::empty().set_some("ord", meeting.then(|| call.t("home-say-meeting")));
    let asked = Asked { gjort: about.gjort, ..Asked::default() };
    let content = page(&desk, &asked, &filled, &Errors::none());
    Ok(desk.page(call.t("home-say-title")).narrow().at("/min").show(&call, content).into_response())
}

fn page(desk: &Desk<'_>, asked: &Asked, filled: &Filled, errors: &Errors) -> Markup {
    let say = desk.call.say();
    let lead = desk.who.lead();
    html! {
        (done(desk.call, asked))
        (desk.crumbs(&[], &say.say("home-say-title")))
        (errors.summary(desk.call))
        @match lead {
            Some(lead) => {
                h1 { (say.with("home-say-to", [("name", lead.given().into())])) }
                @if desk.open { (form(desk, filled, errors)) } @else { p { (say.say("home-say-closed")) } }
            }
            // Nobody would read it: then say whom to ring instead.
            None => {
                h1 { (say.say("home-say-title")) }
                p { (say.say("home-say-nobody")) " " (phone(&desk.call.house.municipality.phone)) }
            }
        }
        (mine(desk))
        (to_me(desk))
    }
}

fn form(desk: &Desk<'_>, filled: &Filled, errors: &Errors) -> Markup {
    let say = desk.call.say();
    let name = desk.who.lead_given();
    let members = crate::plan::reach::readers(desk);
    desk.form(
        "/min/si",
        "v-skjema",
        html! {
            (Field::new("ord", say.say("home-say-words")).hint(say.say("home-say-words-hint")).area(desk.call, filled, errors, 4))
            @if !members.is_empty() {
                (Field::new("audience", say.say("home-say-who"))
                    .hint(say.with("home-say-who-hint", [("name", name.clone().into())]))
                    .optional()
                    .choices(desk.call, filled, errors, "checkbox", &members))
            }
            p.v-dus { (say.with("home-say-limit", [("name", name.into())])) }
            div.v-knapper { button.ds-button { (icon("send")) (say.say("home-say-send")) } }
        },
    )
}

/// Sends it.
pub async fn send(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "say").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let me = view.me().ok_or(Problem::Missing)?;
    let members: Vec<PersonId> = sent.filled.parse_many("audience");
    let audience = if members.is_empty() { Audience::Coordinator } else { Audience::Members(members) };
    let words = sent.filled.text("ord");
    let mut errors = Errors::none();
    if words.is_empty() {
        errors.add("ord", sent.call.t("home-error-words"));
    } else if desk.who.lead().is_none() {
        errors.add("", sent.call.t("home-say-nobody"));
    } else {
        match sent.act(view.family(), said(me, words, None, audience)).await? {
            Done::Yes(_) => return Ok(Redirect::to(&done_url("/min/si", "spoken")).into_response()),
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", sent.call.t("refusal-stale")),
        }
    }
    let content = page(&desk, &Asked::default(), &sent.filled, &errors);
    let page = desk.page(sent.call.t("home-say-title")).narrow().at("/min").failed();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.show(&sent.call, content)).into_response())
}

/// What somebody has said, the newest first.
pub fn voices<'a>(desk: &Desk<'a>, own: bool) -> Vec<Thing<'a, Voice>> {
    let me = &desk.view.standing().me;
    let mut found: Vec<Thing<'a, Voice>> =
        desk.view.sees().all::<Voice>().filter(|voice| me.contains(&voice.is.who) == own).collect();
    found.reverse();
    found
}

fn mine(desk: &Desk<'_>) -> Markup {
    let said = voices(desk, true);
    html! {
        @if !said.is_empty() {
            section.v-stabel {
                h2 { (desk.call.t("home-say-mine")) }
                @for voice in &said { (talk(desk, voice)) }
            }
        }
    }
}

/// What others at home have let this person read.
fn to_me(desk: &Desk<'_>) -> Markup {
    let said = voices(desk, false);
    html! {
        @if !said.is_empty() {
            section.v-stabel {
                h2 { (desk.call.t("home-say-shared")) }
                @for voice in &said { (talk(desk, voice)) }
            }
        }
    }
}

/// Who reads it, in words.
fn readers(desk: &Desk<'_>, voice: &Thing<'_, Voice>) -> String {
    crate::plan::bits::audience(desk, voice.entry)
}

/// What was said, and the answers; or who answers, and by when.
pub fn talk(desk: &Desk<'_>, voice: &Thing<'_, Voice>) -> Markup {
    let say = desk.call.say();
    let today = desk.call.today();
    let replies: Vec<Thing<'_, Reply>> =
        desk.view.sees().all::<Reply>().filter(|reply| reply.is.to == voice.id()).collect();
    let own = desk.view.standing().me.contains(&voice.is.who);
    html! {
        div.v-kort.v-kort--tett {
            @if let Some(look) = voice.is.look { p.v-dus { (super::looks::about(desk, look)) } }
            div.v-samtale {
                div.v-boble.v-boble--egen[own] {
                    p { (voice.is.words) }
                    span.v-tid { (desk.who.person(voice.is.who)) ", " (dates::instant(say, voice.entry.at, today)) }
                }
                @for reply in &replies {
                    @let mine = reply.entry.author.actor == desk.call.visit.actor;
                    div.v-boble.v-boble--egen[mine] {
                        @if let Some(word) = outcome(desk, reply.is.outcome) { p { b { (word) } } }
                        @if !reply.is.words.is_empty() { p { (reply.is.words) } }
                        span.v-tid { (desk.who.author(&reply.entry.author)) ", " (dates::instant(say, reply.entry.at, today)) }
                    }
                }
            }
            @if let Some(about) = crate::plan::notes::about(desk.call, desk.view, voice.id()) { p.v-dus.v-liten { (about) } }
            @if own && replies.is_empty() && voice.entry.audience != Audience::Oneself { p.v-dus { (expected(desk, voice)) } }
            @if own { p.v-dus.v-liten { (readers(desk, voice)) } }
        }
    }
}

/// «Ingrid svarer innen tirsdag 24. november.»
pub fn expected(desk: &Desk<'_>, voice: &Thing<'_, Voice>) -> String {
    let say = desk.call.say();
    let limits = desk.call.house.gate.limits(&desk.call.visit);
    let due = working_days_after(Moment::day_of(voice.entry.at), limits.voice_working_days);
    let key = if due < desk.call.today() { "home-answer-was-due" } else { "home-answers-by" };
    let day = dates::near(say, due, desk.call.today());
    say.with(key, [("name", desk.who.lead_given().into()), ("day", day.into())]).into_owned()
}

/// What was decided, when something was.
pub fn outcome(desk: &Desk<'_>, outcome: Outcome) -> Option<String> {
    let key = match outcome {
        Outcome::Answered => return None,
        Outcome::Yes => "home-outcome-yes",
        Outcome::No => "home-outcome-no",
        Outcome::Planned => "home-outcome-planned",
    };
    Some(desk.call.t(key).into_owned())
}
