//! «Angre»: the latest change of a thing is taken back by a new version; nothing is erased. Offered after each
//! change, on the thing's own page and in the history.

use super::place::{Answered, Ask, Desk, Place};
use crate::frame::Problem;
use crate::frame::act::done_url;
use crate::frame::form::{FormOf, seen};
use crate::frame::parts::icon;
use access::terms::{Action, Command, Entry, Kind as _, Payload, ThingId};
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};

/// Whether the reader may take back the latest version of a thing.
pub fn may_undo(desk: &Desk<'_>, entry: &Entry) -> bool {
    let kind = matches!(
        entry.payload,
        Payload::Dream(_)
            | Payload::Goal(_)
            | Payload::Action(_)
            | Payload::Need(_)
            | Payload::Strength(_)
            | Payload::Removed(_)
    );
    kind && desk.writes() && desk.may(&Command::Undo((entry.thing, entry.version)))
}

/// The current entry of a thing.
fn current<'a>(desk: &Desk<'a>, thing: ThingId) -> Option<&'a Entry> {
    desk.view.sees().versions(thing).last().copied()
}

/// Written down and answered yes to in one go: then there is no single step to take back.
fn in_one_go(desk: &Desk<'_>, entry: &Entry) -> bool {
    let versions = desk.view.sees().versions(entry.thing);
    matches!(versions.as_slice(), [written, agreed] if written.at == agreed.at && Action::of(&agreed.payload).is_some())
}

/// The button; `label` tells what is taken back.
pub fn button(desk: &Desk<'_>, entry: &Entry, back: &str, label: &str) -> Markup {
    html! {
        @if may_undo(desk, entry) && !in_one_go(desk, entry) {
            (desk.form(&desk.url("/plan/angre"), "", html! {
                (seen(entry.thing, entry.version))
                input type="hidden" name="til" value=(back);
                button.ds-button data-variant="tertiary" data-size="sm" { (icon("angre")) (label) }
            }))
        }
    }
}

/// The sentence that tells what happened, with a way back from it.
pub fn told(desk: &Desk<'_>, ask: &Ask) -> Markup {
    let say = desk.call.say();
    let key = ask.gjort.as_deref().map(|code| format!("done-{code}"));
    let known = key.filter(|key| say.has(key));
    let thing = ask.ting.as_deref().and_then(|id| id.parse().ok());
    let entry = thing.and_then(|thing| current(desk, thing));
    html! {
        div #melding role="status" {
            @if let Some(key) = known {
                div.ds-alert data-color="success" {
                    p { (say.say(&key)) }
                    @if let Some(entry) = entry.filter(|_| ask.gjort.as_deref() != Some("undone")) {
                        (button(desk, entry, "plan", &say.say("plan-undo")))
                    }
                }
            }
        }
    }
}

/// Takes the latest version back.
pub async fn undo(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "plan").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let (thing, version) = sent.filled.seen().ok_or(Problem::Unreadable)?;
    let entry = current(&desk, thing).ok_or(Problem::Missing)?;
    let action = matches!(entry.payload, Payload::Action(_));
    let was_new = version == 1;
    sent.press(view.family(), Command::Undo((thing, version))).await?;
    let back = match sent.filled.raw("til") {
        "historikk" => desk.url("/plan/historikk"),
        "tiltak" if action && !was_new => desk.url_of("/plan/tiltak", thing),
        _ => desk.url("/plan"),
    };
    Ok(Redirect::to(&done_url(&back, "undone")).into_response())
}
