//! Room `exchange::hsds::json`: which object a JSON file is about, and the services in it.

use super::Shelf;
use super::clean::Cleaner;
use super::tables::{self, Spec};
use crate::decode::decode;
use crate::finding::{Findings, Problem, Severity, Spot};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Reads a file: one object, a list, or a page (`{"contents": […]}`) of services, organisations with
/// services, or services at locations. Other objects of the standard are recognised and told.
pub(super) fn read(file: &Arc<str>, bytes: &[u8], shelf: &mut Shelf, out: &mut Findings) {
    let at = Spot::file(file);
    let text = decode(bytes, &at, out);
    if text.trim().is_empty() {
        out.add(Severity::Rejected, &at, "", Problem::FileEmpty);
        return;
    }
    let value = match serde_json::from_str(&text) {
        Ok(value) => value,
        Err(fault) => {
            let problem = Problem::JsonBroken { line: fault.line() as u64, column: fault.column() as u64 };
            out.add(Severity::Rejected, &at, "", problem);
            return;
        }
    };
    let (items, path) = match value {
        Value::Array(items) => (items, ""),
        Value::Object(mut page) if page.get("contents").is_some_and(Value::is_array) => {
            let Some(Value::Array(items)) = page.remove("contents") else { return };
            check_page(&page, items.len(), &at, out);
            (items, "contents")
        }
        item => (vec![item], "-"),
    };
    let mut without: BTreeMap<&'static str, u64> = BTreeMap::new();
    if items.is_empty() {
        without.insert("nothing", 0);
    }
    for (index, item) in items.into_iter().enumerate() {
        let path = if path == "-" { String::new() } else { format!("{path}[{index}]") };
        let Value::Object(object) = item else {
            out.add(Severity::Rejected, &at, &path, Problem::NotRecognised);
            continue;
        };
        let Some(spec) = recognise(&object) else {
            out.add(Severity::Rejected, &at, &path, Problem::NotRecognised);
            continue;
        };
        let mut cleaner = Cleaner { at: at.clone(), out };
        if !take(object, spec, &path, &mut cleaner, shelf) {
            *without.entry(spec.name).or_default() += 1;
        }
    }
    for (what, count) in without {
        out.add(Severity::Told, &at, "", Problem::NoServices { what, count });
    }
}

/// Takes the services out of an object; `false` when it is of a kind that holds none.
fn take(
    mut object: Map<String, Value>,
    spec: &Spec,
    path: &str,
    cleaner: &mut Cleaner,
    shelf: &mut Shelf,
) -> bool {
    let inside = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match (spec.name, object.remove("services"), object.remove("service")) {
        ("service", ..) => {
            if let Some(service) = cleaner.object(object, spec, path) {
                shelf.put(service, &cleaner.at, path, cleaner.out);
            }
        }
        ("organization", services, _) => {
            let organization = cleaner.object(object, spec, path);
            let services = match services {
                Some(Value::Array(services)) if !services.is_empty() => services,
                _ => {
                    shelf.organizations.extend(organization);
                    return false;
                }
            };
            for (index, service) in services.into_iter().enumerate() {
                let path = inside(&format!("services[{index}]"));
                let Value::Object(mut service) = service else {
                    let problem = Problem::WrongType { expected: "object" };
                    cleaner.out.add(Severity::Rejected, &cleaner.at, &path, problem);
                    continue;
                };
                let own = service.remove("organization").filter(|own| !own.is_null());
                if let Some(mut service) = cleaner.object(service, tables::named("service"), &path) {
                    service.extend(
                        own.or(organization.clone().map(Value::Object))
                            .map(|o| ("organization".to_owned(), o)),
                    );
                    shelf.put(service, &cleaner.at, &path, cleaner.out);
                }
            }
            shelf.organizations.extend(organization);
        }
        ("service_at_location", _, Some(Value::Object(service))) => {
            let link = cleaner.object(object, spec, path);
            if let Some(mut service) = cleaner.object(service, tables::named("service"), &inside("service")) {
                let links = service.entry("service_at_locations").or_insert_with(|| Value::Array(vec![]));
                if let (Value::Array(links), Some(link)) = (links, link) {
                    links.push(Value::Object(link));
                }
                shelf.put(service, &cleaner.at, path, cleaner.out);
            }
        }
        _ => return false,
    }
    true
}

/// The object of the standard that has most of these fields; the more usual one when two have as many.
fn recognise(object: &Map<String, Value>) -> Option<&'static Spec> {
    if object.get("services").is_some_and(Value::is_array) {
        return Some(tables::named("organization"));
    }
    if object.get("service").is_some_and(Value::is_object) {
        return Some(tables::named("service_at_location"));
    }
    let score = |spec: &Spec| object.keys().filter(|key| spec.field(key).is_some()).count();
    let best = tables::all().iter().rev().max_by_key(|spec| score(spec))?;
    (score(best) > 0).then_some(best)
}

/// Says where a page's word about itself does not fit what is in it.
fn check_page(page: &Map<String, Value>, found: usize, at: &Spot, out: &mut Findings) {
    let found = found as u64;
    let number = |name: &str| page.get(name).and_then(Value::as_u64);
    let (total, pages, this) = (number("total_items"), number("total_pages"), number("page_number"));
    let is_only = page.get("first_page") == Some(&Value::Bool(true))
        && page.get("last_page") == Some(&Value::Bool(true));
    let whole = if is_only { Some(found) } else { total.map(|total| total.max(found)) };
    let last = this.zip(pages).map(|(this, pages)| this >= pages);
    let expected = [
        ("size", Some(Value::from(found))),
        ("empty", Some(Value::Bool(found == 0))),
        ("total_items", whole.map(Value::from)),
        ("total_pages", is_only.then(|| Value::from(1))),
        ("first_page", this.map(|this| Value::Bool(this == 1))),
        ("last_page", last.map(Value::Bool)),
    ];
    for (name, right) in expected {
        if let (Some(says), Some(right)) = (page.get(name), right)
            && *says != right
            && !says.is_null()
        {
            let problem = Problem::EnvelopeCount {
                says: crate::finding::shown(&says.to_string()),
                found: right.to_string(),
            };
            out.add(Severity::Told, at, name, problem);
        }
    }
    if let (Some(page), Some(pages)) = (this, pages)
        && page < pages
    {
        out.add(Severity::Told, at, "", Problem::MorePages { page, pages });
    }
}
