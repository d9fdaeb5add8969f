//! What a version says, for machines. The shape is a promise: docs/own-copy.md. What is added later is added beside what
//! is there.

use super::values::{INTERNAL, opens};
use super::writer;
use crate::plan::place::Desk;
use access::terms::{Entry, PersonId};
use serde_json::{Value, json};

/// Somebody in the family: the id that other items point to, and the name as far as the reader knows it.
pub fn person(desk: &Desk<'_>, person: PersonId) -> Value {
    json!({ "id": person.to_string(), "name": desk.view.name_of(person) })
}

/// Several of them.
pub fn people(desk: &Desk<'_>, people: &[PersonId]) -> Value {
    people.iter().map(|one| person(desk, *one)).collect()
}

/// One version: who wrote it when, about whom, of what kind, and what it says.
pub fn version(desk: &Desk<'_>, entry: &Entry) -> Value {
    let mut content = serde_json::to_value(&entry.payload).unwrap_or_default();
    without_keys(&mut content);
    if let Value::Object(map) = &mut content {
        map.retain(|key, _| !opens(entry.payload.code(), key));
    }
    json!({
        "version": entry.version,
        "at": entry.at.to_string(),
        "author": {
            "name": writer(desk, entry),
            "role": entry.author.role.code(),
            "service": entry.author.service.map(|service| desk.who.service(service)),
        },
        "about": people(desk, &entry.subjects),
        "category": entry.category.code(),
        "from": entry.origin.map(|service| desk.who.service(service)),
        "content": content,
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
