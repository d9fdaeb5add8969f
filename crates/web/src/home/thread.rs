//! «Hva skjer når»: what was done, what comes next, what is later, in plain sentences with who owes what.

use crate::frame::dates;
use crate::frame::parts::icon;
use crate::plan::place::Desk;
use access::terms::{Owner, RequestAnswer, Step, StepOf, StepState, timeline};
use maud::{Markup, html};

/// How far back.
const BACK_DAYS: i32 = 10;
/// Most knots.
const MOST: usize = 9;
/// Most of them that have been done.
const MOST_DONE: usize = 2;

/// What is shown of the thread: the last that was done, and what comes.
pub fn steps<'a>(desk: &Desk<'a>) -> Vec<Step<'a>> {
    let all = timeline(&desk.view.sees(), desk.view.moment(), BACK_DAYS);
    let done = all.iter().filter(|step| step.state == StepState::Done).count();
    all.into_iter().skip(done.saturating_sub(MOST_DONE)).take(MOST).collect()
}

/// The thread.
pub fn section(desk: &Desk<'_>) -> Markup {
    let say = desk.call.say();
    let steps = steps(desk);
    html! {
        @if !steps.is_empty() {
            section.v-stabel.v-stabel--tett {
                div.v-overskrift { h2 { (say.say("home-what-when")) } a href="/min/plan" { (say.say("home-see-all")) } }
                ol.v-traad { @for step in &steps { (knot(desk, step)) } }
            }
        }
    }
}

fn knot(desk: &Desk<'_>, step: &Step<'_>) -> Markup {
    let say = desk.call.say();
    let (code, key, mark) = match step.state {
        StepState::Done => ("gjort", "home-knot-done", Some("hake")),
        StepState::Late => ("forsinket", "home-knot-late", Some("utrop")),
        StepState::Next => ("neste", "home-knot-next", None),
        StepState::Later => ("senere", "home-knot-later", None),
    };
    let day = dates::sentence(&dates::near(say, step.on, desk.call.today()));
    html! {
        li.v-knute data-naar=(code) {
            span.v-prikk aria-hidden="true" { @if let Some(mark) = mark { (icon(mark)) } }
            p.v-tid {
                span.v-skjult { (say.say(key)) " " }
                time datetime=(step.on) { (day) @if let Some(at) = step.at { " " (dates::clock(say, at)) } }
            }
            p { (sentence(desk, step)) }
        }
    }
}

fn sentence(desk: &Desk<'_>, step: &Step<'_>) -> Markup {
    let say = desk.call.say();
    let lead = desk.who.lead_given();
    match &step.of {
        StepOf::Meeting(meeting) => html! {
            b { (meeting.is.title) } "."
            @if !meeting.is.place.is_empty() { " " (meeting.is.place) "." }
            @for told in crate::family::interpreter::told(desk.call, desk.view, meeting.is) { " " (told) }
            @if step.state == StepState::Late { " " (say.with("home-meeting-unsettled", [("name", lead.into())])) }
        },
        StepOf::Request(request) => {
            let who = desk.who.helper(request.is.to);
            let key = match (&request.is.answer, step.state) {
                (Some(RequestAnswer::Yes { .. } | RequestAnswer::YesBut { .. }), _) => "home-said-yes",
                (_, StepState::Late) => "home-should-have-answered",
                _ => "home-will-answer",
            };
            html! {
                b { (say.with(key, [("name", who.into())])) } " " (request.is.question)
                @if key != "home-said-yes" && step.state != StepState::Later { " " (say.with("home-follows", [("name", lead.into())])) }
            }
        }
        StepOf::Action(action) => {
            let own = matches!(action.is.owner, Some(Owner::Member(person)) if desk.view.standing().me.contains(&person));
            let who = if own { say.say("home-you").into_owned() } else { desk.who.owner(action.is.owner) };
            html! {
                b { (who) ":" } " "
                a href=(desk.url_of("/plan/tiltak", action.id())) { (action.is.words) }
                @if step.state == StepState::Late && !own { ". " (say.with("home-follows", [("name", lead.into())])) }
            }
        }
    }
}
