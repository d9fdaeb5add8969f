//! Who belongs to the family, how they are related, and which services help whom.

use super::head::{Tab, head, language, page as frame};
use super::relation_form::key;
use super::{Place, undo};
use crate::frame::parts::{Asked, AskedQuery, done, icon, phone, tag};
use crate::frame::{Call, Problem, Shown, Who, dates};
use access::View;
use access::terms::{
    Person, PersonId, Protection, Relation, RelationKind, Residence, Responsibility, ServiceLink, Thing,
};
use axum::extract::Query;
use maud::{Markup, html};

pub(super) async fn page(call: Call, place: Place, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    let view = place.held(&call, "people").await?;
    Ok(content(&call, &view, &asked))
}

fn content(call: &Call, view: &View, asked: &Asked) -> Shown {
    let say = call.say();
    let base = super::base(view.family());
    let today = call.today();
    let sees = view.sees();
    let mut people: Vec<Thing<'_, Person>> = sees.all::<Person>().collect();
    people.sort_by_key(|person| (person.is.generation.code() == "barn", person.is.born));
    let (left, here): (Vec<_>, Vec<_>) =
        people.into_iter().partition(|person| person.is.left.is_some_and(|left| left <= today));
    let (expected, here): (Vec<_>, Vec<_>) =
        here.into_iter().partition(|person| !person.is.is_present(today));
    let body = html! {
        (done(call, asked))
        (head(call, view, Tab::People))
        div.v-knapper.v-knapper--rolig {
            a.ds-button href={ (base) "/personer/ny" } { (icon("nyperson")) (say.say("family-person-new")) }
            a.ds-button data-variant="secondary" href={ (base) "/personer/ny?vis=ventes" } { (icon("barn")) (say.say("family-expected-new")) }
            a.ds-button data-variant="secondary" href={ (base) "/personer/forhold" } { (icon("familie")) (say.say("family-relation-new")) }
        }
        section.v-kort {
            h2 { (say.say("family-people-now")) }
            (table(call, view, &here))
        }
        @if !expected.is_empty() {
            section.v-kort {
                h2 { (say.say("family-people-coming")) }
                div.v-linjer {
                    @for person in &expected {
                        div {
                            h3 { a href={ (base) "/personer/" (person.id()) } { (person.is.full_name()) } }
                            @if let Some(day) = person.is.joined { p { (say.with("family-expected-on", [("day", dates::short(say, day, today).into())])) } }
                            (undo::button(call, view, person, "/personer", &person.is.given))
                        }
                    }
                }
            }
        }
        (relations(call, view))
        @if !left.is_empty() {
            section.v-kort.v-kort--dus {
                h2 { (say.say("family-people-left")) }
                div.v-linjer {
                    @for person in &left {
                        div {
                            h3 { a href={ (base) "/personer/" (person.id()) } { (person.is.full_name()) } }
                            @if let Some(day) = person.is.left { p.v-dus { (say.with("family-left-on", [("day", dates::short(say, day, today).into())])) } }
                            (undo::button(call, view, person, "/personer", &person.is.given))
                        }
                    }
                }
            }
        }
    };
    frame(call, &say.say("family-tab-people"), false, body)
}

fn table(call: &Call, view: &View, people: &[Thing<'_, Person>]) -> Markup {
    let say = call.say();
    let base = super::base(view.family());
    html! {
        table.v-tabell.v-tabell--kort {
            caption.v-skjult { (say.say("family-people-now")) }
            thead {
                tr {
                    th scope="col" { (say.say("family-col-name")) }
                    th scope="col" { (say.say("family-col-age")) }
                    th scope="col" { (say.say("family-col-reach")) }
                    th scope="col" { (say.say("family-col-language")) }
                    th scope="col" { (say.say("family-col-services")) }
                    th scope="col" { span.v-skjult { (say.say("family-change")) } }
                }
            }
            tbody {
                @for person in people {
                    tr {
                        th scope="row" {
                            bdi { (person.is.full_name()) }
                            small { (say.say(&format!("generation-{}", person.is.generation.code()))) }
                            @if person.is.protection != Protection::Open {
                                (tag("danger", "laas", &say.say(&format!("protection-{}", person.is.protection.code()))))
                            }
                        }
                        td data-label=(say.say("family-col-age")) { (age(call, person.is)) }
                        td data-label=(say.say("family-col-reach")) {
                            @match &person.is.phone { Some(number) => { (phone(number)) } None => { "–" } }
                            @if let Some(reach) = &person.is.reach { small { (reach) } }
                        }
                        td data-label=(say.say("family-col-language")) {
                            (language(call, &person.is.language))
                            @if person.is.interpreter { small { (say.say("family-interpreter-needed")) } }
                        }
                        td data-label=(say.say("family-col-services")) { (services(call, view, person.id().into())) }
                        td {
                            a href={ (base) "/personer/" (person.id()) } { (say.say("family-change")) span.v-skjult { " " (person.is.given) } }
                            (undo::button(call, view, person, "/personer", &person.is.given))
                        }
                    }
                }
            }
        }
    }
}

fn age(call: &Call, person: &Person) -> Markup {
    let say = call.say();
    html! {
        @match person.age(call.today()) {
            Some(age) => {
                (say.with("family-years", [("age", i64::from(age).into())]))
                @if let Some(born) = person.born { small { (dates::short(say, born, call.today())) } }
            }
            None => { "–" }
        }
    }
}

fn services(call: &Call, view: &View, person: PersonId) -> Markup {
    let today = call.today();
    let names: Vec<String> = view
        .sees()
        .all::<ServiceLink>()
        .filter(|link| link.is.person == person && link.is.until.is_none_or(|until| today < until))
        .map(|link| link.is.service.clone())
        .collect();
    html! { @if names.is_empty() { "–" } @else { (names.join(", ")) } }
}

/// How they are related now, and before.
fn relations(call: &Call, view: &View) -> Markup {
    let say = call.say();
    let sees = view.sees();
    let (now, before): (Vec<_>, Vec<_>) = sees
        .all::<Relation>()
        .partition(|relation| relation.is.until.is_none_or(|until| call.today() < until));
    html! {
        @if !now.is_empty() || !before.is_empty() {
            section.v-kort {
                h2 { (say.say("family-relations")) }
                div.v-linjer { @for relation in &now { (line(call, view, relation)) } }
                @if !before.is_empty() {
                    details.v-mer {
                        summary { (say.say("family-relations-before")) }
                        div.v-linjer { @for relation in &before { (line(call, view, relation)) } }
                    }
                }
            }
        }
    }
}

fn line(call: &Call, view: &View, relation: &Thing<'_, Relation>) -> Markup {
    let say = call.say();
    let who = Who::new(call, view);
    let is = relation.is;
    let words = say.with(
        "family-relation-line",
        [
            ("from", who.person(is.from).into()),
            ("relation", say.say(&key("relation", is.relation.code())).to_lowercase().into()),
            ("to", who.person(is.to).into()),
        ],
    );
    let mut facts: Vec<String> = Vec::new();
    if is.responsibility != Responsibility::None || is.relation == RelationKind::Parent {
        facts.push(say.say(&key("responsibility", is.responsibility.code())).into_owned());
    }
    if is.residence != Residence::None {
        let home = say.say(&key("residence", is.residence.code()));
        facts.push(match is.share {
            Some(share) => format!("{home}, {share} %"),
            None => home.into_owned(),
        });
    }
    let day = |day| dates::short(say, day, call.today());
    match (is.from_day, is.until) {
        (Some(from), Some(until)) => facts.push(format!("{}–{}", day(from), day(until))),
        (Some(from), None) => facts.push(say.with("family-since", [("day", day(from).into())]).into_owned()),
        (None, Some(until)) => {
            facts.push(say.with("family-until", [("day", day(until).into())]).into_owned())
        }
        (None, None) => {}
    }
    html! {
        div.v-ting {
            div {
                p { b { (words) } }
                @if !facts.is_empty() { p.v-dus { (facts.join(" · ")) } }
            }
            div {
                a href={ (super::base(view.family())) "/personer/" (relation.id()) } { (say.say("family-change")) span.v-skjult { ": " (words) } }
                (undo::button(call, view, relation, "/personer", &words))
            }
        }
    }
}
