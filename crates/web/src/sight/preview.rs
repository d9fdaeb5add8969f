//! What a change would open or close, before it is made: one sentence for each reader.

use super::table::name;
use crate::frame::parts::icon;
use crate::frame::{Errors, Problem};
use crate::plan::place::Desk;
use access::terms::{Command, Payload, ThingId};
use access::{ActError, Difference};
use maud::{Markup, html};

/// Things that are named before the rest is only counted.
const NAMED: usize = 3;

/// What a command would change, as a part of the page of its form; or what must be mended in the form first.
///
/// # Errors
/// The command is not the reader's to give; the store is not available.
pub async fn of(desk: &Desk<'_>, command: Command) -> Result<Result<Markup, Errors>, Problem> {
    let call = desk.call;
    match call.house.gate.preview(&call.visit, desk.view.family(), command).await {
        Ok(found) => Ok(Ok(differences(desk, &found))),
        Err(ActError::Refused(refusal)) => Ok(Err(Errors::of(call, &refusal))),
        Err(error) => Err(error.into()),
    }
}

/// What the change does for everybody whom it concerns.
fn differences(desk: &Desk<'_>, differences: &[Difference]) -> Markup {
    let say = desk.call.say();
    html! {
        section.v-kort aria-labelledby="endres" {
            h2 #endres { (say.say("preview-title")) }
            @if differences.is_empty() { p { (say.say("preview-nothing")) } } @else {
                ul.v-ikonliste {
                    @for one in differences {
                        @if !one.opens.is_empty() { li { (icon("ser")) div {
                            (say.with("preview-opens", [("name", name(desk, &one.who).into()), ("count", one.opens.len().into())]))
                            (what(desk, &one.opens))
                        } } }
                        @if !one.closes.is_empty() { li { (icon("serikke")) div {
                            (say.with("preview-closes", [("name", name(desk, &one.who).into()), ("count", one.closes.len().into())]))
                            (what(desk, &one.closes))
                        } } }
                    }
                }
            }
            p.v-dus { (say.say("preview-others")) }
        }
    }
}

fn what(desk: &Desk<'_>, things: &[ThingId]) -> Markup {
    let sees = desk.view.sees();
    let words: Vec<&str> =
        things.iter().filter_map(|thing| sees.payload(*thing)).filter_map(words_of).take(NAMED).collect();
    html! { @if !words.is_empty() { ul { @for words in &words { li { (words) } } } } }
}

fn words_of(payload: &Payload) -> Option<&str> {
    match payload {
        Payload::Need(need) => Some(&need.words),
        Payload::Goal(goal) => Some(&goal.words),
        Payload::Action(action) => Some(&action.words),
        Payload::Dream(dream) => dream.words.as_deref(),
        Payload::Strength(strength) => Some(&strength.words),
        Payload::Meeting(meeting) => Some(&meeting.title),
        _ => None,
    }
}
