//! The copy for machines. Its shape is a promise: docs/own-copy.md. What is added later is added beside what is there.

use super::Copy;
use crate::plan::place::Desk;
use crate::sight::contents::{Item, data};
use access::Look;
use access::terms::{Audience, Entry};
use serde_json::{Value, json};

/// Name and version of the format.
const FORMAT: &str = "veven-own-copy";
const VERSION: u32 = 1;

/// Everything.
pub fn of(copy: &Copy<'_, '_>) -> Value {
    let desk = copy.desk;
    json!({
        "format": FORMAT,
        "version": VERSION,
        "made": desk.call.visit.moment.at.to_string(),
        "municipality": desk.call.house.municipality.name,
        "reader": desk.view.me().map(|me| data::person(desk, me)),
        "items": copy.items.iter().map(|item| one(desk, item)).collect::<Vec<_>>(),
        "looks": copy.looks.iter().map(|look| seen(desk, look)).collect::<Vec<_>>(),
    })
}

fn one(desk: &Desk<'_>, item: &Item<'_>) -> Value {
    let now = item.last();
    json!({
        "id": now.map(|now| now.thing.to_string()),
        "kind": now.map(|now| now.payload.code()),
        "ground": now.and_then(|now| desk.view.ground_of_thing(now.thing)).map(|ground| ground.code()),
        "versions": item.iter().map(|entry| version(desk, entry)).collect::<Vec<_>>(),
    })
}

/// A version, with how far it is opened in the family.
fn version(desk: &Desk<'_>, entry: &Entry) -> Value {
    let mut told = data::version(desk, entry);
    told["readers"] = match &entry.audience {
        Audience::Ordinary => json!("ordinary"),
        Audience::Members(members) => data::people(desk, members),
        Audience::Coordinator => json!("coordinator"),
        Audience::Oneself => json!("oneself"),
    };
    told
}

fn seen(desk: &Desk<'_>, look: &Look) -> Value {
    let who = &desk.who;
    json!({
        "at": look.at.to_string(),
        "name": who.helper(look.actor),
        "role": look.role.code(),
        "service": look.service.map(|service| who.service(service)),
        "act": look.act,
        "ground": look.ground,
    })
}
