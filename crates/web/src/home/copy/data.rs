//! The copy for machines. Its shape is a promise: docs/own-copy.md. What is added later is added beside what is there.

use super::values::INTERNAL;
use super::{Copy, Item};
use access::Look;
use access::terms::{Audience, Entry, PersonId, Role};
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
        "reader": desk.view.me().map(|me| person(copy, me)),
        "items": copy.items.iter().map(|item| one(copy, item)).collect::<Vec<_>>(),
        "looks": copy.looks.iter().map(|look| seen(copy, look)).collect::<Vec<_>>(),
    })
}

/// Somebody in the family: the id that other items point to, and the name as far as the reader knows it.
fn person(copy: &Copy<'_, '_>, person: PersonId) -> Value {
    json!({ "id": person.to_string(), "name": copy.desk.view.name_of(person) })
}

fn one(copy: &Copy<'_, '_>, item: &Item<'_>) -> Value {
    json!({
        "id": item.thing.to_string(),
        "kind": item.now().map(|now| now.payload.code()),
        "ground": copy.desk.view.ground_of_thing(item.thing).map(|ground| ground.code()),
        "versions": item.versions.iter().map(|entry| version(copy, entry)).collect::<Vec<_>>(),
    })
}

fn version(copy: &Copy<'_, '_>, entry: &Entry) -> Value {
    let people = |people: &[PersonId]| people.iter().map(|one| person(copy, *one)).collect::<Vec<_>>();
    let readers = match &entry.audience {
        Audience::Ordinary => json!("ordinary"),
        Audience::Members(members) => json!(people(members)),
        Audience::Coordinator => json!("coordinator"),
        Audience::Oneself => json!("oneself"),
    };
    let mut content = serde_json::to_value(&entry.payload).unwrap_or_default();
    without_keys(&mut content);
    json!({
        "version": entry.version,
        "at": entry.at.to_string(),
        "author": author(copy, entry),
        "about": people(&entry.subjects),
        "category": entry.category.code(),
        "from": entry.origin.map(|service| copy.desk.who.service(service)),
        "readers": readers,
        "content": content,
    })
}

fn author(copy: &Copy<'_, '_>, entry: &Entry) -> Value {
    let who = &copy.desk.who;
    let name = match entry.author.role {
        Role::Citizen | Role::Visitor | Role::System => who.author(&entry.author),
        _ => who.helper(entry.author.actor),
    };
    json!({
        "name": name,
        "role": entry.author.role.code(),
        "service": entry.author.service.map(|service| who.service(service)),
    })
}

/// Takes out the keys of machines, however deep they lie.
fn without_keys(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.retain(|key, _| !INTERNAL.contains(&key.as_str()));
            map.values_mut().for_each(without_keys);
        }
        Value::Array(all) => all.iter_mut().for_each(without_keys),
        _ => {}
    }
}

fn seen(copy: &Copy<'_, '_>, look: &Look) -> Value {
    let who = &copy.desk.who;
    json!({
        "at": look.at.to_string(),
        "name": who.helper(look.actor),
        "role": look.role.code(),
        "service": look.service.map(|service| who.service(service)),
        "act": look.act,
        "ground": look.ground,
    })
}
