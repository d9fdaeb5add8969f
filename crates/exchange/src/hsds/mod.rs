//! Room `exchange::hsds`: service directories as HSDS 3.0 (JSON or CSV) or Open Referral UK 3.0 (JSON).
//!
//! The formats and what happens to each kind of fault: `docs/import-services.md`. A faulty value never
//! takes its service with it, but for the id and the name; a faulty feed is told, not swallowed.

mod clean;
mod csv_set;
mod json;
mod model;
mod tables;

pub use model::{
    Accessibility, Address, Attribute, CostOption, Language, Location, Organization, Phone, Schedule,
    Service, ServiceArea, ServiceAtLocation, ServiceStatus, TaxonomyTerm,
};

use crate::finding::{Finding, Findings, Problem, Severity, Spot, shown};
use crate::table::stem;
use serde_json::{Map, Value};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use tables::Spec;

/// The field with a service's places.
const PLACES: &str = "service_at_locations";

/// What was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ServiceImport {
    /// One for each id, in the order in which they came.
    pub services: Vec<Service>,
    /// The organisations that came with all of their own; those without services too.
    pub organizations: Vec<Organization>,
    /// What the sender, or the one who imports, must know.
    pub findings: Vec<Finding>,
}

/// Reads JSON files and CSV tables, in any mixture; all `.csv` files are one set.
pub fn read_services<N: AsRef<str>, B: AsRef<[u8]>>(files: &[(N, B)]) -> ServiceImport {
    let mut out = Findings::default();
    let mut shelf = Shelf::default();
    let mut order: Vec<Arc<str>> = vec![];
    let mut set: Vec<(Arc<str>, &'static Spec, &[u8])> = vec![];
    for (name, bytes) in files {
        let (name, bytes) = (name.as_ref(), bytes.as_ref());
        let file: Arc<str> = shown(name).into();
        order.push(file.clone());
        let is_json = name.to_lowercase().ends_with(".json")
            || bytes.iter().find(|b| !b.is_ascii_whitespace()).is_some_and(|b| b"{[".contains(b));
        let table = tables::all()
            .iter()
            .find(|spec| [spec.name, spec.csv.trim_end_matches(".csv")].contains(&&*stem(name)));
        match table {
            _ if is_json => json::read(&file, bytes, &mut shelf, &mut out),
            Some(spec) if set.iter().any(|(_, known, _)| known.name == spec.name) => {
                out.add(Severity::Rejected, &Spot::file(&file), "", Problem::FileTwice);
            }
            Some(spec) => set.push((file, spec, bytes)),
            None => out.add(Severity::Told, &Spot::file(&file), "", Problem::FileUnknown),
        }
    }
    csv_set::read(&set, &mut shelf, &mut out);
    let mut import = ServiceImport::default();
    for held in shelf.services {
        let (at, path) = (held.at.clone(), held.path.clone());
        match serde_json::from_value(held.whole()) {
            Ok(service) => import.services.push(service),
            // `clean` sees to it that this does not happen; were it to, it must not be silent.
            Err(_) => out.add(Severity::Rejected, &at, &path, Problem::NotRecognised),
        }
    }
    for organization in shelf.organizations {
        if let Ok(organization) = serde_json::from_value(Value::Object(organization))
            && !import.organizations.contains(&organization)
        {
            import.organizations.push(organization);
        }
    }
    import.findings = out.in_order(&order);
    import
}

/// Gathers checked services from all files, one for each id.
#[derive(Default)]
struct Shelf {
    services: Vec<Held>,
    by_id: HashMap<String, usize>,
    organizations: Vec<Map<String, Value>>,
}

/// A service without its places, the places, and where it was.
struct Held {
    service: Map<String, Value>,
    places: Vec<Value>,
    known_places: HashSet<String>,
    at: Spot,
    path: String,
}

impl Shelf {
    fn put(&mut self, mut service: Map<String, Value>, at: &Spot, path: &str, out: &mut Findings) {
        let id = service.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        let places = match service.remove(PLACES) {
            Some(Value::Array(places)) => places,
            _ => vec![],
        };
        let next = self.services.len();
        let index = *self.by_id.entry(id.clone()).or_insert(next);
        let mut new = Held {
            service,
            places: vec![],
            known_places: HashSet::new(),
            at: at.clone(),
            path: path.to_owned(),
        };
        if index == next {
            new.add_places(places);
            self.services.push(new);
            return;
        }
        // A list of services at locations repeats the service for each of its places.
        let known = &mut self.services[index];
        let has_new_place = known.add_places(places);
        let is_same = known.service == new.service;
        if is_same && has_new_place {
            return;
        }
        if size(&new.service) > size(&known.service) {
            std::mem::swap(&mut known.service, &mut new.service);
            std::mem::swap(&mut known.at, &mut new.at);
            std::mem::swap(&mut known.path, &mut new.path);
        }
        let severity = if is_same { Severity::Told } else { Severity::Rejected };
        let other = format!("{} {}", known.at.file, known.path).trim().to_owned();
        out.add(severity, &new.at, &new.path, Problem::ServiceTwice { key: shown(&id), other });
    }
}

impl Held {
    fn add_places(&mut self, places: Vec<Value>) -> bool {
        let before = self.places.len();
        for place in places {
            if self.known_places.insert(place.to_string()) {
                self.places.push(place);
            }
        }
        self.places.len() > before
    }

    /// The service with its places, as one object.
    fn whole(self) -> Value {
        let mut service = self.service;
        if !self.places.is_empty() {
            service.insert(PLACES.to_owned(), Value::Array(self.places));
        }
        Value::Object(service)
    }
}

/// How many values there are in an object, however deep.
fn size(fields: &Map<String, Value>) -> usize {
    fn values(value: &Value) -> usize {
        match value {
            Value::Array(list) => list.iter().map(values).sum(),
            Value::Object(fields) => size(fields),
            _ => 1,
        }
    }
    fields.values().map(values).sum()
}
