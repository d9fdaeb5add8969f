//! «Angre»: takes back what was just done. What it said stays in the history.

use super::Place;
use crate::frame::act::done_url;
use crate::frame::form::{FormOf, seen};
use crate::frame::parts::{form, icon};
use crate::frame::{Call, Problem};
use access::View;
use access::terms::{Command, Moment, Thing};
use axum::response::Redirect;
use maud::{Markup, html};

/// Where one can come back to after undoing.
const PAGES: [&str; 4] = ["/kontakt", "/mote", "/personer", "/laget"];

/// The button, on what the reader wrote today.
pub(super) fn button<K>(call: &Call, view: &View, thing: &Thing<'_, K>, page: &str, what: &str) -> Markup {
    let mine = thing.entry.author.actor == call.visit.actor;
    if !mine || Moment::day_of(thing.entry.at) != call.today() {
        return html! {};
    }
    form(
        call,
        &format!("{}/angre", super::base(view.family())),
        "",
        html! {
            (seen(thing.id(), thing.entry.version))
            input type="hidden" name="side" value=(page);
            button.ds-button data-variant="tertiary" data-size="sm" { (icon("angre")) (call.t("family-undo")) span.v-skjult { ": " (what) } }
        },
    )
}

pub(super) async fn undo(place: Place, form: FormOf) -> Result<Redirect, Problem> {
    form.call.only(&[access::terms::Role::Coordinator])?;
    let seen = form.filled.seen().ok_or(Problem::Unreadable)?;
    let page = PAGES.iter().find(|page| **page == form.filled.raw("side")).copied().unwrap_or("");
    form.press(place.family, Command::Undo(seen)).await?;
    Ok(Redirect::to(&done_url(&format!("{}{page}", place.base()), "family-undone")))
}
