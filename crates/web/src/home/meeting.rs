//! One meeting: what it is about, and whether it suits. A no comes with another time.

use super::next::{guests, when};
use crate::family::interpreter;
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::{Field, icon};
use crate::frame::{Call, Problem, dates};
use crate::plan::place::{Answered, Desk, Place};
use access::terms::{Audience, Command, Kind as _, Meeting, Outcome, Reply, Thing};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};

fn find<'a>(desk: &Desk<'a>, place: &Place) -> Result<Thing<'a, Meeting>, Problem> {
    desk.view.sees().find::<Meeting>(place.thing()?).ok_or(Problem::Missing)
}

/// The page of a meeting.
pub async fn show(place: Place, call: Call) -> Answered {
    let view = place.view(&call, "meeting").await?;
    let desk = Desk::new(&call, place.base, &view);
    let meeting = find(&desk, &place)?;
    let content = page(&desk, &meeting, &Filled::empty(), &Errors::none());
    Ok(desk.page(call.t("home-meeting-title")).narrow().show(&call, content).into_response())
}

fn reply(desk: &Desk<'_>, meeting: &Thing<'_, Meeting>, outcome: Outcome, words: String) -> Command {
    Command::Write {
        replaces: None,
        payload: Reply { to: meeting.id(), words, outcome }.wrap(),
        subjects: desk.view.standing().me.clone(),
        audience: Audience::Ordinary,
    }
}

fn page(desk: &Desk<'_>, meeting: &Thing<'_, Meeting>, filled: &Filled, errors: &Errors) -> Markup {
    let say = desk.call.say();
    let guests = guests(desk, meeting.is);
    let said: Vec<Thing<'_, Reply>> =
        desk.view.sees().all::<Reply>().filter(|reply| reply.is.to == meeting.id()).collect();
    let open = meeting.is.settled.is_none() && desk.open && meeting.is.at.date() >= desk.call.today();
    let address = desk.url_of("/mote", meeting.id());
    html! {
        (desk.crumbs(&[], &say.say("home-meeting-title")))
        (errors.summary(desk.call))
        h1 { (meeting.is.title) }
        section.v-kort {
            dl.v-fakta {
                dt { (say.say("home-meeting-when")) } dd { (dates::sentence(&when(desk, meeting.is))) }
                @if !meeting.is.place.is_empty() { dt { (say.say("home-meeting-where")) } dd { (meeting.is.place) } }
                @if !guests.is_empty() { dt { (say.say("home-meeting-who")) } dd { (guests) } }
                @if !meeting.is.members.is_empty() { dt { (say.say("home-meeting-family")) } dd { (desk.who.people(&meeting.is.members)) } }
                @for told in interpreter::told(desk.call, desk.view, meeting.is) { dt { (say.say("interpreter-heading")) } dd { (told) } }
            }
            @if interpreter::is_booked(desk.call, desk.view, meeting.is) {
                p.v-dus { (say.with("interpreter-told-know", [("name", desk.who.lead_given().into())])) }
            }
            @if let Some(settled) = &meeting.is.settled {
                p { (say.say(if settled.met { "home-meeting-held" } else { "home-meeting-called-off" })) " " (settled.words) }
            }
            @for one in &said {
                p.v-dus { (desk.who.author(&one.entry.author)) ": " (answer_in_words(desk, one)) }
            }
            @if open {
                (desk.form(&address, "v-knapper", html! {
                    button.ds-button name="svar" value="ja" { (icon("hake")) (say.say("home-meeting-yes")) }
                }))
            }
        }
        @if open {
            section.v-kort {
                h2 { (say.say("home-meeting-no")) }
                (desk.form(&address, "v-skjema v-skjema--tett", html! {
                    input type="hidden" name="svar" value="nei";
                    (Field::new("ord", say.say("home-meeting-other")).hint(say.say("home-meeting-other-hint")).area(desk.call, filled, errors, 3))
                    div.v-knapper { button.ds-button data-variant="secondary" { (icon("send")) (say.say("home-meeting-send")) } }
                }))
            }
        }
    }
}

fn answer_in_words(desk: &Desk<'_>, reply: &Thing<'_, Reply>) -> String {
    let key = match reply.is.outcome {
        Outcome::Yes => "home-answer-yes",
        Outcome::No => "home-answer-no",
        _ => "",
    };
    let word = if key.is_empty() { String::new() } else { desk.call.t(key).into_owned() };
    [word.as_str(), reply.is.words.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The answer.
pub async fn answer(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "meeting").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let meeting = find(&desk, &place)?;
    let mut errors = Errors::none();
    let words = sent.filled.text("ord");
    let yes = sent.filled.raw("svar") == "ja";
    if !yes && words.is_empty() {
        errors.add("ord", sent.call.t("home-error-other-time"));
    } else {
        let outcome = if yes { Outcome::Yes } else { Outcome::No };
        match sent.act(view.family(), reply(&desk, &meeting, outcome, words)).await? {
            Done::Yes(_) => {
                let code = if yes { "meeting-yes" } else { "meeting-no" };
                return Ok(Redirect::to(&done_url("/min", code)).into_response());
            }
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", sent.call.t("refusal-stale")),
        }
    }
    let content = page(&desk, &meeting, &sent.filled, &errors);
    let page = desk.page(sent.call.t("home-meeting-title")).narrow().failed();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.show(&sent.call, content)).into_response())
}
