//! Adding and changing people, how they are related, and which services help them. The past stays.

use super::conflict::{self, Both};
use super::head::{below, page as frame, single};
use super::{Place, address, person_form, relation_form};
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf, seen};
use crate::frame::parts::{Asked, AskedQuery, Field, done, form};
use crate::frame::{Call, Problem, Shown, dates};
use crate::workbench::asking::rewrite;
use access::View;
use access::terms::{Audience, Command, Kind, Person, Relation, ServiceLink, Thing, ThingId};
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

fn back(place: Place, code: &str) -> Response {
    Redirect::to(&done_url(&format!("{}/personer", place.base()), code)).into_response()
}

pub(super) async fn new(call: Call, place: Place, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    let view = place.held(&call, "people").await?;
    let expected = asked.vis.as_deref() == Some("ventes");
    let filled = if expected {
        Filled::empty()
    } else {
        Filled::empty().set("language", "nb").set("protection", "ugradert")
    };
    Ok(new_page(&call, &view, &filled, &Errors::none(), expected))
}

fn new_page(call: &Call, view: &View, filled: &Filled, errors: &Errors, expected: bool) -> Shown {
    let heading = call.t(if expected { "family-expected-new" } else { "family-person-new" });
    let action = format!("{}/personer/ny", super::base(view.family()));
    let body = html! {
        (errors.summary(call))
        (below(call, view, &heading, None))
        section.v-kort { (person_form::fields(call, &action, filled, errors, None, expected)) }
    };
    single(call, &heading, !errors.is_empty(), body)
}

pub(super) async fn add(place: Place, form: FormOf) -> Result<Response, Problem> {
    let view = place.held(&form.call, "people").await?;
    let mut errors = Errors::none();
    let person = person_form::read(&form, None, &mut errors);
    if errors.is_empty() {
        let command = Command::Write {
            replaces: None,
            payload: person.wrap(),
            subjects: Vec::new(),
            audience: Audience::Ordinary,
        };
        match form.act(place.family, command).await? {
            Done::Yes(_) => return Ok(back(place, "family-person")),
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", form.call.t("refusal-stale")),
        }
    }
    let expected = form.filled.has("expected");
    Ok(conflict::mend(new_page(&form.call, &view, &form.filled, &errors, expected)))
}

/// A person, or a relation: both have their page here.
pub(super) async fn edit(call: Call, place: Place, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    let view = place.held(&call, "people").await?;
    let thing = place.thing()?;
    if let Some(person) = view.sees().find::<Person>(thing) {
        let filled = person_form::stands(person.is);
        return Ok(person_page(&call, &view, &asked, &person, &filled, &Errors::none(), html! {}));
    }
    let relation = view.sees().find::<Relation>(thing).ok_or(Problem::Missing)?;
    let filled = relation_form::stands(relation.is);
    Ok(relation_page(&call, &view, Some(&relation), &filled, &Errors::none(), html! {}))
}

fn person_page(
    call: &Call,
    view: &View,
    asked: &Asked,
    person: &Thing<'_, Person>,
    filled: &Filled,
    errors: &Errors,
    above: Markup,
) -> Shown {
    let say = call.say();
    let action = format!("{}/personer/{}", super::base(view.family()), person.id());
    let body = html! {
        (done(call, asked))
        (errors.summary(call))
        (below(call, view, &person.is.full_name(), None))
        (above)
        div.v-to {
            div.v-stabel {
                section.v-kort {
                    h2 { (say.say("family-person-change")) }
                    (person_form::fields(call, &action, filled, errors, Some(person), false))
                }
            }
            div.v-stabel {
                (address::cards(call, view, person, filled, errors))
                (links(call, view, person, filled, errors))
                (leaving(call, person, &action, filled, errors))
            }
        }
    };
    frame(call, &say.say("family-person-change"), !errors.is_empty(), body)
}

/// The person's page with what must be mended on one of its cards.
pub(super) fn mend_page(
    call: &Call,
    view: &View,
    person: &Thing<'_, Person>,
    filled: &Filled,
    errors: &Errors,
) -> Shown {
    person_page(call, view, &Asked::default(), person, filled, errors, html! {})
}

/// The services that help this person.
fn links(call: &Call, view: &View, person: &Thing<'_, Person>, filled: &Filled, errors: &Errors) -> Markup {
    let say = call.say();
    let action = format!("{}/personer/{}", super::base(view.family()), person.id());
    let sees = view.sees();
    let mine: Vec<_> =
        sees.all::<ServiceLink>().filter(|link| link.is.person == person.id().into()).collect();
    html! {
        section.v-kort {
            h2 { (say.say("family-services")) }
            @if !mine.is_empty() {
                div.v-linjer {
                    @for link in &mine {
                        @let over = link.is.until.is_some_and(|until| until <= call.today());
                        div {
                            p { b { (link.is.service) } }
                            @if let Some(until) = link.is.until { p.v-dus { (say.with("family-until", [("day", dates::short(say, until, call.today()).into())])) } }
                            @else if let Some(from) = link.is.from { p.v-dus { (say.with("family-since", [("day", dates::short(say, from, call.today()).into())])) } }
                            @if !over {
                                (form(call, &format!("{}/personer/{}/slutt", super::base(view.family()), link.id()), "", html! {
                                    (seen(link.id(), link.entry.version))
                                    button.ds-button data-variant="tertiary" data-size="sm" { (say.say("family-service-end")) span.v-skjult { " " (link.is.service) } }
                                }))
                            }
                        }
                    }
                }
            }
            (form(call, &format!("{action}/tjeneste"), "v-skjema v-skjema--tett", html! {
                (Field::new("service", say.say("family-service-name")).hint(say.say("family-service-hint")).line(call, filled, errors, "text"))
                button.ds-button data-variant="secondary" { (say.say("family-service-add")) }
            }))
        }
    }
}

fn leaving(
    call: &Call,
    person: &Thing<'_, Person>,
    action: &str,
    filled: &Filled,
    errors: &Errors,
) -> Markup {
    let say = call.say();
    if person.is.left.is_some() {
        return html! {};
    }
    let filled = if filled.has("left") { filled.clone() } else { Filled::empty().set("left", call.today()) };
    html! {
        section.v-kort {
            h2 { (say.say("family-leave")) }
            p.v-dus { (say.say("family-leave-text")) }
            (form(call, &format!("{action}/ut"), "v-skjema v-skjema--tett", html! {
                (seen(person.id(), person.entry.version))
                (Field::new("left", say.say("family-leave-day")).day(call, &filled, errors))
                button.ds-button data-variant="secondary" { (say.say("family-leave-save")) }
            }))
        }
    }
}

pub(super) async fn change(place: Place, form: FormOf) -> Result<Response, Problem> {
    let view = place.held(&form.call, "people").await?;
    let thing = place.thing()?;
    let replaces = form.filled.seen().filter(|(seen, _)| *seen == thing).ok_or(Problem::Unreadable)?;
    if let Some(relation) = view.sees().find::<Relation>(thing) {
        return change_relation(&form, place, &view, &relation, replaces).await;
    }
    let before = view.sees().find::<Person>(thing).ok_or(Problem::Missing)?;
    let mut errors = Errors::none();
    let person = person_form::read(&form, Some(before.is), &mut errors);
    if errors.is_empty() {
        match form.act(place.family, rewrite(&before, Some(replaces.1), person.wrap())).await? {
            Done::Yes(_) => return Ok(back(place, "family-changed")),
            Done::Mend(found) => errors = found,
            Done::Stale => return stale_person(&form, place).await,
        }
    }
    let page = person_page(&form.call, &view, &Asked::default(), &before, &form.filled, &errors, html! {});
    Ok(conflict::mend(page))
}

async fn stale_person(form: &FormOf, place: Place) -> Result<Response, Problem> {
    let call = &form.call;
    let view = place.held(call, "people").await?;
    let now = view.sees().find::<Person>(place.thing()?).ok_or(Problem::Missing)?;
    let (theirs, mine) =
        (person_form::named(call, &person_form::stands(now.is)), person_form::named(call, &form.filled));
    let fields: Vec<Both> =
        person_form::FIELDS.iter().map(|(name, key)| Both::of(call.t(key), name, &theirs, &mine)).collect();
    let told = conflict::told(call, &view, now.entry, &fields);
    let page = person_page(call, &view, &Asked::default(), &now, &form.filled, &Errors::none(), told);
    Ok(conflict::response(page))
}

pub(super) async fn leave(place: Place, form: FormOf) -> Result<Response, Problem> {
    let call = &form.call;
    let view = place.held(call, "people").await?;
    let before = view.sees().find::<Person>(place.thing()?).ok_or(Problem::Missing)?;
    let mut errors = Errors::none();
    let left = errors.take(call, "left", form.filled.day("left", call.today()));
    if left.is_none() && errors.is_empty() {
        errors.add("left", call.t("family-leave-missing"));
    }
    if errors.is_empty() {
        let seen = form.filled.seen().map(|(_, version)| version);
        match form
            .act(place.family, rewrite(&before, seen, Person { left, ..before.is.clone() }.wrap()))
            .await?
        {
            Done::Yes(_) => return Ok(back(place, "family-left")),
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", call.t("refusal-stale")),
        }
    }
    let filled = form
        .filled
        .many("left")
        .iter()
        .fold(person_form::stands(before.is), |filled, day| filled.set("left", day));
    let page = person_page(call, &view, &Asked::default(), &before, &filled, &errors, html! {});
    Ok(conflict::mend(page))
}

pub(super) async fn link(place: Place, form: FormOf) -> Result<Response, Problem> {
    let call = &form.call;
    let view = place.held(call, "people").await?;
    let person = view.sees().find::<Person>(place.thing()?).ok_or(Problem::Missing)?;
    let payload = ServiceLink {
        person: person.id().into(),
        service: form.filled.text("service"),
        from: None,
        until: None,
    };
    let command = Command::Write {
        replaces: None,
        payload: payload.wrap(),
        subjects: vec![person.id().into()],
        audience: Audience::Ordinary,
    };
    let errors = match form.act(place.family, command).await? {
        Done::Yes(_) => {
            let page = format!("{}/personer/{}", place.base(), person.id());
            return Ok(Redirect::to(&done_url(&page, "family-service")).into_response());
        }
        Done::Mend(found) => found,
        Done::Stale => Errors::none(),
    };
    let filled = person_form::stands(person.is).set("service", form.filled.raw("service"));
    let page = person_page(call, &view, &Asked::default(), &person, &filled, &errors, html! {});
    Ok(conflict::mend(page))
}

/// A service has stopped helping: from today.
pub(super) async fn unlink(place: Place, form: FormOf) -> Result<Response, Problem> {
    let call = &form.call;
    let view = place.held(call, "people").await?;
    let link = view.sees().find::<ServiceLink>(place.thing()?).ok_or(Problem::Missing)?;
    let seen = form.filled.seen().map(|(_, version)| version);
    let until = Some(link.is.from.map_or(call.today(), |from| from.max(call.today())));
    form.press(place.family, rewrite(&link, seen, ServiceLink { until, ..link.is.clone() }.wrap())).await?;
    let page = format!("{}/personer/{}", place.base(), link.is.person);
    Ok(Redirect::to(&done_url(&page, "family-service-ended")).into_response())
}

pub(super) async fn new_relation(call: Call, place: Place) -> Result<Shown, Problem> {
    let view = place.held(&call, "people").await?;
    Ok(relation_page(&call, &view, None, &Filled::empty(), &Errors::none(), html! {}))
}

fn relation_page(
    call: &Call,
    view: &View,
    before: Option<&Thing<'_, Relation>>,
    filled: &Filled,
    errors: &Errors,
    above: Markup,
) -> Shown {
    let heading = call.t(if before.is_some() { "family-relation-change" } else { "family-relation-new" });
    let base = super::base(view.family());
    let action = match before {
        Some(before) => format!("{base}/personer/{}", before.id()),
        None => format!("{base}/personer/forhold"),
    };
    let people: Vec<Thing<'_, Person>> = view.sees().all::<Person>().collect();
    let body = html! {
        (errors.summary(call))
        (below(call, view, &heading, Some(&call.t("family-relation-lead"))))
        (above)
        section.v-kort { (relation_form::fields(call, &action, &people, filled, errors, before)) }
    };
    single(call, &heading, !errors.is_empty(), body)
}

pub(super) async fn relate(place: Place, form: FormOf) -> Result<Response, Problem> {
    let view = place.held(&form.call, "people").await?;
    let mut errors = Errors::none();
    if let Some(relation) = relation_form::read(&form, &mut errors) {
        let command = Command::Write {
            replaces: None,
            subjects: vec![relation.to],
            payload: relation.wrap(),
            audience: Audience::Ordinary,
        };
        match form.act(place.family, command).await? {
            Done::Yes(_) => return Ok(back(place, "family-relation")),
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", form.call.t("refusal-stale")),
        }
    }
    Ok(conflict::mend(relation_page(&form.call, &view, None, &form.filled, &errors, html! {})))
}

async fn change_relation(
    form: &FormOf,
    place: Place,
    view: &View,
    before: &Thing<'_, Relation>,
    (_, version): (ThingId, u32),
) -> Result<Response, Problem> {
    let call = &form.call;
    let mut errors = Errors::none();
    if let Some(relation) = relation_form::read(form, &mut errors) {
        match form.act(place.family, rewrite(before, Some(version), relation.wrap())).await? {
            Done::Yes(_) => return Ok(back(place, "family-changed")),
            Done::Mend(found) => errors = found,
            Done::Stale => {
                let view = place.held(call, "people").await?;
                let now = view.sees().find::<Relation>(before.id()).ok_or(Problem::Missing)?;
                let theirs = relation_form::named(call, &view, &relation_form::stands(now.is));
                let mine = relation_form::named(call, &view, &form.filled);
                let fields: Vec<Both> = relation_form::FIELDS
                    .iter()
                    .map(|(name, key)| Both::of(call.t(key), name, &theirs, &mine))
                    .collect();
                let told = conflict::told(call, &view, now.entry, &fields);
                let page = relation_page(call, &view, Some(&now), &form.filled, &Errors::none(), told);
                return Ok(conflict::response(page));
            }
        }
    }
    Ok(conflict::mend(relation_page(call, view, Some(before), &form.filled, &errors, html! {})))
}
