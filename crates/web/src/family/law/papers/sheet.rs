//! The papers themselves: on top the demand that they are made on, what was chosen, who made them and when; then every
//! thing that it covers, with who wrote what and when.

use super::choose::chosen;
use crate::frame::dates;
use crate::frame::sheet::{Part, Piece, Row, Sheet, Words};
use crate::plan::place::Desk;
use crate::sight::contents::values::{Said, fields};
use crate::sight::contents::{Item, author, data, kinds, name, written};
use access::papers::Scope;
use access::terms::{Disclosure, Kind as _, Removed, Thing};
use serde_json::{Value, json};

/// Name and version of the format.
const FORMAT: &str = "veven-papers";
const VERSION: u32 = 1;

/// For people.
pub(super) fn of(
    desk: &Desk<'_>,
    demand: &Thing<'_, Disclosure>,
    scope: &Scope,
    found: &[Item<'_>],
) -> Sheet {
    let (call, say, is) = (desk.call, desk.call.say(), demand.is);
    let [kinds_chosen, people, days] = chosen(call, desk.view, scope);
    let word = |key: &str| say.say(key).into_owned();
    let made = say.with(
        "papers-made",
        [
            ("name", desk.who.helper(call.visit.actor).into()),
            ("when", written(call, call.visit.moment.at).into()),
        ],
    );
    let case = format!("{}, {}", desk.view.family_name().unwrap_or_default(), demand.id());
    let head = vec![
        Row::new(word("papers-to"), is.to.clone()),
        Row::new(word("vern-law"), say.coded("law", &is.law)),
        Row::new(word("vern-disclosure-demanded"), is.demand.clone()),
        Row::new(word("papers-about"), desk.who.person(is.about)),
        Row::new(word("vern-disclosure-gave"), is.given.clone()),
        Row::new(word("papers-on"), dates::dated(say, is.on)),
        Row::new(word("papers-case"), case),
        Row::new(word("papers-kinds-chosen"), kinds_chosen),
        Row::new(word("papers-people-chosen"), people),
        Row::new(word("papers-days-chosen"), days),
        Row::new(word("papers-made-by"), made),
    ];
    let part = |(kind, items): (&'static str, Vec<&Item<'_>>)| Part {
        heading: dates::sentence(&say.say(&format!("kind-{kind}"))),
        pieces: items.into_iter().flat_map(|item| one(desk, item)).collect(),
    };
    let mut parts: Vec<Part> = kinds(found).into_iter().map(part).collect();
    if parts.is_empty() {
        parts.push(Part {
            heading: word("papers-none-title"),
            pieces: vec![Piece::Text(word("papers-none"))],
        });
    }
    Sheet {
        language: call.lang.code(),
        title: word("papers-title"),
        sender: call.house.municipality.name.clone(),
        day: call.today(),
        mark: None,
        head,
        parts,
        note: word("papers-note"),
        words: Words::of(call),
    }
}

/// One thing: how it stands, and what it said before.
fn one(desk: &Desk<'_>, item: &Item<'_>) -> Vec<Piece> {
    let say = desk.call.say();
    let Some(now) = item.last() else { return Vec::new() };
    let about = say.with("copy-about", [("names", desk.who.people(&now.subjects).into())]);
    let kind = say.coded("category", now.category.code());
    let kind = say.with("copy-category", [("what", kind.into())]);
    let mut pieces = vec![Piece::Heading(name(desk.call, item)), Piece::Quiet(format!("{about} {kind}"))];
    for (place, version) in item.iter().enumerate() {
        let before = place.checked_sub(1).map(|at| &item[at].payload);
        pieces.push(Piece::Quiet(author(desk, version)));
        if Removed::of(&version.payload).is_some() {
            pieces.push(Piece::Text(say.say("plan-removed").into_owned()));
        }
        let row = |said: Said| {
            let was =
                (!said.before.is_empty()).then(|| format!("{} {}", say.say("plan-before"), said.before));
            let now = if said.now.is_empty() { say.say("plan-taken-out").into_owned() } else { said.now };
            Row { label: said.name, value: now, source: was.unwrap_or_default() }
        };
        let rows: Vec<Row> = fields(desk, before, &version.payload).into_iter().map(row).collect();
        if !rows.is_empty() {
            pieces.push(Piece::Rows(rows));
        }
    }
    pieces
}

/// For machines: docs/own-copy.md.
pub(super) fn data(
    desk: &Desk<'_>,
    demand: &Thing<'_, Disclosure>,
    scope: &Scope,
    found: &[Item<'_>],
) -> Value {
    let (call, is) = (desk.call, demand.is);
    json!({
        "format": FORMAT,
        "version": VERSION,
        "made": call.visit.moment.at.to_string(),
        "made_by": desk.who.helper(call.visit.actor),
        "municipality": call.house.municipality.name,
        "case": desk.view.family().to_string(),
        "demand": {
            "id": demand.id().to_string(),
            "to": is.to,
            "law": is.law,
            "demand": is.demand,
            "about": data::person(desk, is.about),
            "given": is.given,
            "on": is.on.to_string(),
        },
        "scope": {
            "categories": scope.categories.iter().map(|kind| kind.code()).collect::<Vec<_>>(),
            "people": data::people(desk, &scope.people),
            "whole_family": scope.whole_family,
            "from": scope.from.to_string(),
            "until": scope.until.to_string(),
        },
        "items": found.iter().map(|item| thing(desk, item)).collect::<Vec<_>>(),
    })
}

fn thing(desk: &Desk<'_>, item: &Item<'_>) -> Value {
    let now = item.last();
    json!({
        "id": now.map(|now| now.thing.to_string()),
        "kind": now.map(|now| now.payload.code()),
        "versions": item.iter().map(|entry| data::version(desk, entry)).collect::<Vec<_>>(),
    })
}
