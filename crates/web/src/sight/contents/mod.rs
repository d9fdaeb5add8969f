//! What things say, for everything that leaves as a copy: one's own (R93), and the papers that somebody outside has a
//! right to (R53). Once in words, once for machines.

pub mod data;
pub mod values;

use crate::frame::{Call, dates};
use crate::plan::place::Desk;
use crate::plan::words::{kind_of, title};
use access::terms::{Entry, Payload, Person, Role};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;

/// One thing: its versions that are told, oldest first, never empty.
pub type Item<'a> = Vec<&'a Entry>;

/// The things by kind, in the order of the house's kinds.
pub fn kinds<'c, 'a>(items: &'c [Item<'a>]) -> Vec<(&'static str, Vec<&'c Item<'a>>)> {
    Payload::CODES
        .iter()
        .map(|kind| {
            let of = |item: &&Item<'_>| item.last().is_some_and(|now| kind_of(now) == *kind);
            (*kind, items.iter().filter(of).collect::<Vec<_>>())
        })
        .filter(|(_, items)| !items.is_empty())
        .collect()
}

/// What a thing is called; one without a name is told by its day.
pub fn name(call: &Call, item: &Item<'_>) -> String {
    let now = || item.last().map(|now| written(call, now.at)).unwrap_or_default();
    item.iter().rev().find_map(|version| called(&version.payload)).unwrap_or_else(now)
}

fn called(payload: &Payload) -> Option<String> {
    match payload {
        Payload::Person(person) => Some(Person::full_name(person)),
        Payload::Family(family) => Some(family.name.clone()),
        Payload::Meeting(meeting) => Some(meeting.title.clone()),
        other => title(other).map(str::to_owned),
    }
}

/// The name of whoever wrote a version.
pub fn writer(desk: &Desk<'_>, entry: &Entry) -> String {
    match entry.author.role {
        Role::Citizen | Role::Visitor | Role::System => desk.who.author(&entry.author),
        _ => desk.who.helper(entry.author.actor),
    }
}

/// Who wrote a version, as what, and when.
pub fn author(desk: &Desk<'_>, entry: &Entry) -> String {
    let service = entry.author.service.map(|service| desk.who.service(service)).unwrap_or_default();
    let name = writer(desk, entry);
    let name = if service.is_empty() { name } else { format!("{name}, {service}") };
    let when = written(desk.call, entry.at);
    desk.call.say().with("copy-written", [("name", name.into()), ("when", when.into())]).into_owned()
}

/// When something was written, with the year: a copy is read years later.
pub fn written(call: &Call, at: jiff::Timestamp) -> String {
    let moment = access::terms::Moment::clock_of(at);
    // Told as from another year, so that the year always stands there.
    let day = dates::short(call.say(), moment.date(), Date::MIN);
    format!("{day} {}", dates::clock(call.say(), moment.time()))
}

/// A file to keep. Its name must name nobody: it lies in a folder that others may open.
pub fn attachment(body: String, kind: &'static str, name: &str) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], body)
        .into_response()
}
