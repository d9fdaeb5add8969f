//! Where somebody lives; or, of those whose home nobody may know, through whom they are reached.
//!
//! Addresses stand in forms and on the page of the one who holds the family, and nowhere else: not in the address
//! bar, not in a title, not in a sentence that tells what happened.

use super::conflict::{self, Both};
use super::head::{below, single};
use super::{Place, undo};
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf, seen};
use crate::frame::parts::{Field, form, icon};
use crate::frame::{Call, Problem, Shown, dates};
use crate::workbench::asking::rewrite;
use access::View;
use access::terms::{
    Address, Audience, Command, ContactProcedure, Kind, Payload, Person, PersonId, Protection, Thing,
    ThingId, unlocated,
};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

/// The fields that may differ, with their labels.
const FIELDS: [(&str, &str); 6] = [
    ("street", "address-street"),
    ("postal_code", "address-postal-code"),
    ("place", "address-place"),
    ("note", "address-note"),
    ("from", "address-from"),
    ("until", "address-until"),
];

/// What is about one person, written anew.
fn about(person: PersonId, payload: Payload) -> Command {
    Command::Write { replaces: None, payload, subjects: vec![person], audience: Audience::Ordinary }
}

fn back(place: Place, person: PersonId, code: &str) -> Response {
    Redirect::to(&done_url(&format!("{}/personer/{person}", place.base()), code)).into_response()
}

/// The cards on a person's page.
pub(super) fn cards(
    call: &Call,
    view: &View,
    person: &Thing<'_, Person>,
    filled: &Filled,
    errors: &Errors,
) -> Markup {
    let id = PersonId::from(person.id());
    let closed = unlocated(&view.sees(), call.today()).contains(&id);
    html! {
        (homes(call, view, person, closed))
        @let procedure = procedure_of(view, id);
        @if person.is.protection != Protection::Open || procedure.is_some() {
            (way(call, view, person, procedure.as_ref(), filled, errors))
        }
    }
}

fn homes(call: &Call, view: &View, person: &Thing<'_, Person>, closed: bool) -> Markup {
    let say = call.say();
    let base = format!("{}/personer", super::base(view.family()));
    let sees = view.sees();
    let mut mine: Vec<Thing<'_, Address>> =
        sees.all::<Address>().filter(|home| home.is.person == person.id().into()).collect();
    let over = |home: &Address| home.until.is_some_and(|until| until <= call.today());
    mine.sort_by_key(|home| (over(home.is), home.is.from));
    let id = PersonId::from(person.id());
    let secret = is_secret(view, id);
    html! {
        section.v-kort {
            h2 { (say.say("address")) }
            @if closed {
                p { (icon("laas")) " " (say.say("address-never-kept")) }
            } @else if secret {
                p { (icon("laas")) " " (say.say("address-for-few")) }
            } @else {
                @if mine.is_empty() { p.v-dus { (say.say("address-none")) } }
                @else {
                    div.v-linjer {
                        @for home in &mine {
                            div.v-ting {
                                div { (lines(home.is)) @if let Some(facts) = facts(call, home.is) { p.v-dus { (facts) } } }
                                div {
                                    a href={ (base) "/" (home.id()) "/adresse" } { (say.say("family-change")) span.v-skjult { ": " (say.say("address")) } }
                                    (undo::button(call, view, home, "/personer", &say.say("address")))
                                }
                            }
                        }
                    }
                }
                div.v-knapper {
                    a.ds-button data-variant="secondary" href={ (base) "/" (person.id()) "/adresse" } { (icon("pluss")) (say.say("address-add")) }
                }
            }
        }
    }
}

/// Whether the reader may not know where this person lives; then there is no form either.
fn is_secret(view: &View, person: PersonId) -> bool {
    let standing = view.standing();
    standing.protected.contains(&person) && !standing.trusted.contains(&person)
}

/// An address as it is written on an envelope.
fn lines(home: &Address) -> Markup {
    html! {
        p {
            @for line in home.street.lines() { b { (line) } br; }
            (home.postal_code) @if !home.postal_code.is_empty() { " " } (home.place)
        }
    }
}

fn facts(call: &Call, home: &Address) -> Option<String> {
    let say = call.say();
    let day = |day| dates::short(say, day, call.today());
    let period = match (home.from, home.until) {
        (Some(from), Some(until)) => Some(format!("{}–{}", day(from), day(until))),
        (Some(from), None) => Some(say.with("family-since", [("day", day(from).into())]).into_owned()),
        (None, Some(until)) => Some(say.with("family-until", [("day", day(until).into())]).into_owned()),
        (None, None) => None,
    };
    let note = Some(home.note.clone()).filter(|note| !note.is_empty());
    let facts: Vec<String> = period.into_iter().chain(note).collect();
    (!facts.is_empty()).then(|| facts.join(" · "))
}

fn procedure_of(view: &View, person: PersonId) -> Option<Thing<'_, ContactProcedure>> {
    view.sees().all::<ContactProcedure>().find(|it| it.is.person == person)
}

/// Through which body the person is reached.
fn way(
    call: &Call,
    view: &View,
    person: &Thing<'_, Person>,
    procedure: Option<&Thing<'_, ContactProcedure>>,
    filled: &Filled,
    errors: &Errors,
) -> Markup {
    let say = call.say();
    let action = format!("{}/personer/{}/kontaktvei", super::base(view.family()), person.id());
    let stands = procedure.map(|it| it.is.words.clone()).unwrap_or_default();
    let filled = if filled.has("words") { filled.clone() } else { Filled::empty().set("words", stands) };
    html! {
        section.v-kort {
            h2 { (say.say("address-way")) }
            (form(call, &action, "v-skjema v-skjema--tett", html! {
                @if let Some(it) = procedure { (seen(it.id(), it.entry.version)) }
                (Field::new("words", say.say("address-way-words")).hint(say.say("address-way-hint")).area(call, &filled, errors, 3))
                button.ds-button data-variant="secondary" { (say.say("family-save")) }
            }))
        }
    }
}

fn stands(home: &Address) -> Filled {
    Filled::empty()
        .set("street", &home.street)
        .set("postal_code", &home.postal_code)
        .set("place", &home.place)
        .set("note", &home.note)
        .set_some("from", home.from)
        .set_some("until", home.until)
}

/// Whose address a page is about, and the address that stands, if the page changes one.
fn of<'v>(view: &'v View, thing: ThingId) -> Result<(PersonId, Option<Thing<'v, Address>>), Problem> {
    let sees = view.sees();
    if let Some(home) = sees.find::<Address>(thing) {
        return Ok((home.is.person, Some(home)));
    }
    let person = sees.find::<Person>(thing).map(|person| PersonId::from(person.id()));
    person.filter(|person| !is_secret(view, *person)).map(|person| (person, None)).ok_or(Problem::Missing)
}

pub(super) async fn edit(call: Call, place: Place) -> Result<Shown, Problem> {
    let view = place.held(&call, "people").await?;
    let (person, before) = of(&view, place.thing()?)?;
    let filled = before.as_ref().map_or_else(Filled::empty, |home| stands(home.is));
    Ok(page(&call, &view, place, person, before.as_ref(), &filled, &Errors::none(), html! {}))
}

#[expect(clippy::too_many_arguments, reason = "a page and all that it may show")]
fn page(
    call: &Call,
    view: &View,
    place: Place,
    person: PersonId,
    before: Option<&Thing<'_, Address>>,
    filled: &Filled,
    errors: &Errors,
    above: Markup,
) -> Shown {
    let say = call.say();
    let heading = call.t(if before.is_some() { "address-change" } else { "address-add" });
    let thing = before.map_or_else(|| person.thing(), |home| home.id());
    let name = view.name_of(person).unwrap_or_default().to_owned();
    let lead = say.with("address-of", [("name", name.into())]);
    let body = html! {
        (errors.summary(call))
        (below(call, view, &heading, Some(&lead)))
        (above)
        section.v-kort {
            (form(call, &format!("{}/personer/{thing}/adresse", place.base()), "v-skjema", html! {
                @if let Some(home) = before { (seen(home.id(), home.entry.version)) }
                (Field::new("street", say.say("address-street")).area(call, filled, errors, 2))
                div.v-kort-felt { (Field::new("postal_code", say.say("address-postal-code")).optional().line(call, filled, errors, "text")) }
                (Field::new("place", say.say("address-place")).line(call, filled, errors, "text"))
                (Field::new("note", say.say("address-note")).hint(say.say("address-note-hint")).optional().line(call, filled, errors, "text"))
                (Field::new("from", say.say("address-from")).optional().day(call, filled, errors))
                (Field::new("until", say.say("address-until")).hint(say.say("address-until-hint")).optional().day(call, filled, errors))
                div.v-knapper { button.ds-button { (icon("hake")) (say.say("family-save")) } }
            }))
        }
    };
    single(call, &heading, !errors.is_empty(), body)
}

pub(super) async fn save(place: Place, form: FormOf) -> Result<Response, Problem> {
    let (call, filled) = (&form.call, &form.filled);
    let view = place.held(call, "people").await?;
    let (person, before) = of(&view, place.thing()?)?;
    let mut errors = Errors::none();
    let mut day = |name: &str| errors.take(call, name, filled.day(name, call.today()));
    let (from, until) = (day("from"), day("until"));
    let home = Address {
        person,
        street: filled.text("street"),
        postal_code: filled.text("postal_code"),
        place: filled.text("place"),
        from,
        until,
        note: filled.text("note"),
    };
    if errors.is_empty() {
        let command = match &before {
            Some(before) => {
                let (_, version) =
                    filled.seen().filter(|it| it.0 == before.id()).ok_or(Problem::Unreadable)?;
                rewrite(before, Some(version), home.wrap())
            }
            None => about(person, home.wrap()),
        };
        match form.act(place.family, command).await? {
            Done::Yes(_) => return Ok(back(place, person, "address")),
            Done::Mend(found) => errors = found,
            Done::Stale => return stale(&form, place, person).await,
        }
    }
    let page = page(call, &view, place, person, before.as_ref(), filled, &errors, html! {});
    Ok(conflict::mend(page))
}

async fn stale(form: &FormOf, place: Place, person: PersonId) -> Result<Response, Problem> {
    let call = &form.call;
    let view = place.held(call, "people").await?;
    let now = view.sees().find::<Address>(place.thing()?).ok_or(Problem::Missing)?;
    let theirs = stands(now.is);
    let fields: Vec<Both> =
        FIELDS.iter().map(|(name, key)| Both::of(call.t(key), name, &theirs, &form.filled)).collect();
    let told = conflict::told(call, &view, now.entry, &fields);
    let page = page(call, &view, place, person, Some(&now), &form.filled, &Errors::none(), told);
    Ok(conflict::response(page))
}

/// Keeps through whom a person is reached.
pub(super) async fn keep_way(place: Place, form: FormOf) -> Result<Response, Problem> {
    let call = &form.call;
    let view = place.held(call, "people").await?;
    let person = view.sees().find::<Person>(place.thing()?).ok_or(Problem::Missing)?;
    let id = PersonId::from(person.id());
    let words = ContactProcedure { person: id, words: form.filled.text("words") }.wrap();
    let command = match procedure_of(&view, id) {
        Some(before) => rewrite(&before, form.filled.seen().map(|(_, version)| version), words),
        None => about(id, words),
    };
    let errors = match form.act(place.family, command).await? {
        Done::Yes(_) => return Ok(back(place, id, "address-way")),
        Done::Mend(found) => found,
        Done::Stale => {
            let mut errors = Errors::none();
            errors.add("words", call.t("refusal-stale"));
            errors
        }
    };
    let filled = super::person_form::stands(person.is).set("words", form.filled.raw("words"));
    let view = place.held(call, "people").await?;
    Ok(conflict::mend(super::people::mend_page(call, &view, &person, &filled, &errors)))
}
