//! What came of a meeting: held, or called off with a reason.

use super::{Place, conflict, meeting, meeting_form};
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf, seen};
use crate::frame::parts::{Asked, Field, form};
use crate::frame::{Call, Problem};
use crate::workbench::asking::rewrite;
use access::View;
use access::terms::{Kind, Meeting, Settled, Thing};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

/// The form that tells it.
pub(super) fn card(
    call: &Call,
    view: &View,
    meeting: &Thing<'_, Meeting>,
    filled: &Filled,
    errors: &Errors,
) -> Markup {
    let say = call.say();
    let action = format!("{}/mote/{}/utfall", super::base(view.family()), meeting.id());
    let choice = |value: &str, key: &str| (value.to_owned(), say.say(key).into_owned(), None);
    let begun = meeting.is.at.date() <= call.today();
    let held = begun.then(|| choice("ja", "family-meeting-was-held"));
    let choices: Vec<_> = held.into_iter().chain([choice("nei", "family-meeting-was-off")]).collect();
    let content = form(
        call,
        &action,
        "v-skjema v-skjema--tett",
        html! {
            (seen(meeting.id(), meeting.entry.version))
            (Field::new("held", say.say("family-meeting-how")).choices(call, filled, errors, "radio", &choices))
            (Field::new("settled", say.say("family-meeting-words")).hint(say.say("family-meeting-words-hint")).area(call, filled, errors, 3))
            button.ds-button data-variant=[(!begun).then_some("secondary")] { (say.say("family-meeting-tell")) }
        },
    );
    html! {
        @if begun {
            section.v-kort.v-kort--venstre data-kant="petrol" { h2 { (say.say("family-meeting-after")) } (content) }
        } @else {
            details.ds-details.v-boks open[!errors.is_empty() && filled.has("held")] { summary { (say.say("family-meeting-call-off")) } (content) }
        }
    }
}

pub(super) async fn settle(place: Place, form: FormOf) -> Result<Response, Problem> {
    let call = &form.call;
    let view = place.held(call, "meetings").await?;
    let before = view.sees().find::<Meeting>(place.thing()?).ok_or(Problem::Missing)?;
    let mut errors = Errors::none();
    let words = form.filled.text("settled");
    let met = match form.filled.raw("held") {
        "ja" if before.is.at.date() <= call.today() => true,
        "nei" => false,
        _ => {
            errors.add("held", call.t("family-meeting-choose"));
            false
        }
    };
    if !met && words.is_empty() && errors.is_empty() {
        errors.add("settled", call.t("family-meeting-needs-why"));
    }
    if errors.is_empty() {
        let on = before.is.at.date().min(call.today());
        let settled = Some(Settled { on: if met { on } else { call.today() }, met, words });
        let seen = form.filled.seen().map(|(_, version)| version);
        let command = rewrite(&before, seen, Meeting { settled, ..before.is.clone() }.wrap());
        match form.act(place.family, command).await? {
            Done::Yes(_) => {
                let page = format!("{}/mote/{}", place.base(), before.id());
                return Ok(Redirect::to(&done_url(&page, "family-meeting-told")).into_response());
            }
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", call.t("refusal-stale")),
        }
    }
    // Read again, so that the form carries the version that stands now.
    let view = place.held(call, "meetings").await?;
    let now = view.sees().find::<Meeting>(place.thing()?).ok_or(Problem::Missing)?;
    let filled = meeting_form::stands(now.is);
    let page =
        meeting::one_page(call, &view, &Asked::default(), &now, &filled, &form.filled, &errors, html! {});
    Ok(conflict::mend(page))
}
