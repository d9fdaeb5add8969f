//! «Vern og hjemmel»: what the law says about this family in particular, in plain words, with who decided it and
//! until when; and the forms to decide, change and end it.

mod disagreement;
mod disclosure;
pub(in crate::family) mod fields;
mod insight;
pub(in crate::family) mod list;
pub(in crate::family) mod papers;
mod sort;

use super::head::{Tab, below, head, page as frame, single};
use super::{Place, conflict};
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::{AskedQuery, done};
use crate::frame::{Call, Problem, Shown};
use access::terms::{Audience, Command, Consent, Entry, Payload, ThingId};
use access::{ActError, Key, View};
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;
use sort::{Sort, State, ended, stands, state};

/// The address of these pages.
fn base(view: &View) -> String {
    format!("{}/vern", super::base(view.family()))
}

pub(super) async fn page(call: Call, place: Place, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    let view = place.held(&call, "law").await?;
    let say = call.say();
    let body = html! {
        (head(&call, &view, Tab::Law))
        (done(&call, &asked))
        div.v-to {
            div.v-stabel { (list::show(&call, &view)) }
            div.v-stabel {
                section.v-kort {
                    h2 { (say.say("vern-add")) }
                    ul.v-linjer.v-linjer--tett {
                        @for sort in Sort::ALL {
                            li {
                                a href={ (base(&view)) "/ny/" (sort.path()) } { (say.say(&sort.key("heading"))) }
                                p.v-dus { (say.say(&sort.key("about"))) }
                            }
                        }
                    }
                }
                section.v-kort.v-kort--dus {
                    h2 { (say.say("vern-one-thing")) }
                    p { (say.say("vern-one-thing-text")) }
                }
            }
        }
    };
    Ok(frame(&call, &say.say("family-tab-law"), false, body))
}

/// The decisions about one thing that hold, for the page of that thing.
pub(super) fn about_thing<'a>(call: &Call, view: &'a View, thing: ThingId) -> Vec<(&'a Entry, State)> {
    let is_about = |entry: &Entry| match &entry.payload {
        Payload::Withholding(kept) => kept.thing == thing,
        Payload::Release(told) => told.thing == thing,
        _ => false,
    };
    list::all(call, view).into_iter().filter(|(entry, _)| is_about(entry)).collect()
}

/// Whether a decision holds today.
pub(super) fn holds(call: &Call, payload: &Payload) -> bool {
    state(payload, call.today()) == Some(State::Holds)
}

pub(super) async fn new(
    call: Call,
    place: Place,
    Path((_, sort)): Path<(String, String)>,
    Query(from): Query<From>,
) -> Result<Shown, Problem> {
    let sort = Sort::from_path(&sort).ok_or(Problem::Missing)?;
    let view = place.held(&call, "law").await?;
    let begun = from.consent.and_then(|consent| consent.parse().ok());
    let filled = match (sort, begun.and_then(|consent: ThingId| view.sees().find::<Consent>(consent))) {
        (Sort::Disagreement, Some(consent)) => disagreement::about(&call, &view, consent.is),
        _ => fields::blank(&call, sort),
    };
    Ok(blank(&call, &view, sort, &filled, &Errors::none()))
}

/// What a form is begun from.
#[derive(serde::Deserialize)]
pub(super) struct From {
    /// The consent that they disagree about.
    #[serde(rename = "samtykke")]
    consent: Option<String>,
}

fn blank(call: &Call, view: &View, sort: Sort, filled: &Filled, errors: &Errors) -> Shown {
    let heading = call.t(&sort.key("heading")).into_owned();
    let body = html! {
        (errors.summary(call))
        (below(call, view, &heading, Some(&call.t(&sort.key("about")))))
        section.v-kort {
            @if let Some(why) = fields::no_use(call, view, sort) {
                p { (why) }
                p { a href=(base(view)) { (call.t("vern-back")) } }
            } @else {
                (fields::fields(call, view, sort, &format!("{}/ny/{}", base(view), sort.path()), filled, errors, None))
            }
        }
    };
    single(call, &heading, !errors.is_empty(), body)
}

pub(super) async fn add(
    place: Place,
    Path((_, sort)): Path<(String, String)>,
    form: FormOf,
) -> Result<Response, Problem> {
    let call = &form.call;
    let sort = Sort::from_path(&sort).ok_or(Problem::Missing)?;
    let view = place.held(call, "law").await?;
    let mut errors = Errors::none();
    if let Some(commands) = begins(call, &view, sort, &form.filled, &mut errors) {
        for (place_in_form, command) in commands.into_iter().enumerate() {
            // The writes of one form are told apart by their keys, so that sending it again repeats none.
            let key = Key { key: format!("{}-{place_in_form}", form.key.key), ..form.key.clone() };
            match call.house.gate.act(&call.visit, place.family, command, key).await {
                Ok(_) => {}
                Err(ActError::Refused(refusal)) => {
                    errors = Errors::of(call, &refusal);
                    break;
                }
                Err(other) => return Err(other.into()),
            }
        }
        if errors.is_empty() {
            return Ok(Redirect::to(&done_url(&base(&view), &sort.key("done"))).into_response());
        }
    }
    Ok(conflict::mend(blank(call, &view, sort, &form.filled, &errors)))
}

/// What the form of something new asks for; nothing when something must be mended.
fn begins(
    call: &Call,
    view: &View,
    sort: Sort,
    filled: &Filled,
    errors: &mut Errors,
) -> Option<Vec<Command>> {
    if sort == Sort::Disagreement {
        return disagreement::read(call, view, filled, None, errors).map(|command| vec![command]);
    }
    let payloads = fields::read(call, view, sort, filled, None, errors)?;
    let (replaces, audience) = (None, Audience::Ordinary);
    let write =
        |payload| Command::Write { replaces, payload, subjects: Vec::new(), audience: audience.clone() };
    Some(payloads.into_iter().map(write).collect())
}

/// What the form of a change asks for; nothing when something must be mended.
fn changes(
    call: &Call,
    view: &View,
    (sort, entry): (Sort, &Entry),
    filled: &Filled,
    errors: &mut Errors,
) -> Result<Option<Command>, Problem> {
    let replaces = filled.seen().filter(|(thing, _)| *thing == entry.thing).ok_or(Problem::Unreadable)?;
    if let Payload::Disagreement(before) = &entry.payload {
        return Ok(disagreement::read(call, view, filled, Some((before, replaces)), errors));
    }
    let read = fields::read(call, view, sort, filled, Some(&entry.payload), errors);
    let payload = read.and_then(|payloads| payloads.into_iter().next());
    Ok(payload.map(|payload| Command::Write {
        replaces: Some(replaces),
        payload,
        subjects: entry.subjects.clone(),
        audience: entry.audience.clone(),
    }))
}

/// A decision that holds and may be changed, by the address.
fn changing(call: &Call, view: &View, thing: ThingId) -> Result<(Sort, Entry), Problem> {
    let entry = *view.sees().versions(thing).last().ok_or(Problem::Missing)?;
    let sort = Sort::of(&entry.payload).filter(|sort| sort.changes()).ok_or(Problem::Missing)?;
    let over = state(&entry.payload, call.today()).is_none_or(|stands| stands == State::Over);
    if over { Err(Problem::Missing) } else { Ok((sort, entry.clone())) }
}

pub(super) async fn edit(call: Call, place: Place) -> Result<Shown, Problem> {
    let view = place.held(&call, "law").await?;
    let (sort, entry) = changing(&call, &view, place.thing()?)?;
    Ok(change_page(&call, &view, sort, &entry, &stands(&entry.payload), &Errors::none()))
}

fn change_page(
    call: &Call,
    view: &View,
    sort: Sort,
    entry: &Entry,
    filled: &Filled,
    errors: &Errors,
) -> Shown {
    let heading = call.t(&sort.key("heading")).into_owned();
    let what = list::sentence(call, view, &entry.payload);
    let action = format!("{}/{}", base(view), entry.thing);
    let body = html! {
        (errors.summary(call))
        (below(call, view, &heading, Some(&what)))
        section.v-kort { (fields::fields(call, view, sort, &action, filled, errors, Some(entry))) }
    };
    single(call, &heading, !errors.is_empty(), body)
}

pub(super) async fn change(place: Place, form: FormOf) -> Result<Response, Problem> {
    let call = &form.call;
    let view = place.held(call, "law").await?;
    let (sort, entry) = changing(call, &view, place.thing()?)?;
    let mut errors = Errors::none();
    if let Some(command) = changes(call, &view, (sort, &entry), &form.filled, &mut errors)? {
        match form.act(place.family, command).await? {
            Done::Yes(_) => return Ok(Redirect::to(&done_url(&base(&view), "vern-changed")).into_response()),
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", call.t("refusal-stale")),
        }
    }
    Ok(conflict::mend(change_page(call, &view, sort, &entry, &form.filled, &errors)))
}

/// Ends a decision today.
pub(super) async fn end(place: Place, form: FormOf) -> Result<Redirect, Problem> {
    let call = &form.call;
    let view = place.held(call, "law").await?;
    let thing = place.thing()?;
    let entry = *view.sees().versions(thing).last().ok_or(Problem::Missing)?;
    let payload = ended(&entry.payload, call.today()).ok_or(Problem::Missing)?;
    let replaces = form.filled.seen().filter(|(seen, _)| *seen == thing).ok_or(Problem::Unreadable)?;
    let command = Command::Write {
        replaces: Some(replaces),
        payload,
        subjects: entry.subjects.clone(),
        audience: entry.audience.clone(),
    };
    form.press(place.family, command).await?;
    // Back to the page of the thing that it was about, when it was ended there.
    let back = match form.filled.parse::<ThingId>("om") {
        Some(about) => format!("{}/hvem-ser/{about}", place.base()),
        None => base(&view),
    };
    let done = match Sort::of(&entry.payload) {
        Some(Sort::Insight) => "vern-insight-back",
        Some(Sort::Disclosure) => "vern-disclosure-back",
        Some(Sort::Disagreement) => "vern-disagreement-back",
        _ => "vern-ended",
    };
    Ok(Redirect::to(&done_url(&back, done)))
}
