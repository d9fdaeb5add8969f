//! What a thing says, field by field, in words: names for ids, words for codes, days as people say them.

use crate::family::head::language;
use crate::frame::dates;
use crate::frame::parts::listed;
use crate::plan::place::Desk;
use crate::plan::words::title;
use access::terms::{ActorId, Payload, PersonId, ServiceId, ThingId, changes};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use serde_json::Value;

/// Keys of machines. They say nothing about anybody, and some of them open something.
pub const INTERNAL: &[&str] = &["account", "identity", "source"];

/// The code of a receipt, which asks where the request stands for whoever has it. It is the asker's, on the receipt.
pub fn opens(kind: &str, field: &str) -> bool {
    (kind, field) == ("help-request", "reference")
}

/// Fields whose values are codes, with how the texts of the codes begin.
const CODES: &[(&str, &[&str])] = &[
    ("answer", &["copy-answer"]),
    ("area", &["area"]),
    ("basis", &["mandate"]),
    ("because", &["interpreter-because"]),
    ("categories", &["category"]),
    ("coordinator", &["copy-answer"]),
    ("duties", &["coordinator-duty"]),
    ("family", &["copy-answer"]),
    ("generation", &["generation"]),
    ("ground", &["ground-for-priority"]),
    ("horizon", &["horizon"]),
    ("how", &["contact", "heard"]),
    ("law", &["law"]),
    ("level", &["interpreter-level"]),
    ("mode", &["interpreter-mode"]),
    ("outcome", &["family-outcome", "insight-outcome", "disagreement-outcome"]),
    ("phase", &["phase"]),
    ("protection", &["protection"]),
    ("reason", &["close", "decline"]),
    ("relation", &["relation"]),
    ("residence", &["residence"]),
    ("responsibility", &["responsibility"]),
    ("status", &["status"]),
    ("unqualified", &["interpreter-unqualified"]),
    ("verdict", &["verdict"]),
    ("category", &["category"]),
    ("was", &["kind"]),
    ("way", &["way"]),
];

/// One field in words.
pub struct Said {
    /// What the field is called.
    pub name: String,
    /// What it said in the version before; empty when it is the first, or said nothing.
    pub before: String,
    /// What it says.
    pub now: String,
}

/// The fields of a version; of a later one, those that it changed.
pub fn fields(desk: &Desk<'_>, before: Option<&Payload>, now: &Payload) -> Vec<Said> {
    let kind = now.code();
    let before = before.filter(|before| before.code() == kind);
    changes(before, now)
        .into_iter()
        .filter(|change| !INTERNAL.contains(&change.field.as_str()) && !opens(kind, &change.field))
        .map(|change| {
            let value = |value: &Option<Value>| value.as_ref().map(|it| words(desk, &change.field, it));
            Said {
                name: name(desk, kind, &change.field),
                before: value(&change.before).unwrap_or_default(),
                now: value(&change.after).unwrap_or_default(),
            }
        })
        .filter(|said| said.before != said.now)
        .collect()
}

/// What a field is called. One that has no words of its own yet is told by its name, so that nothing is left out.
fn name(desk: &Desk<'_>, kind: &str, field: &str) -> String {
    let say = desk.call.say();
    let plain = field.replace('_', "-");
    [format!("field-{kind}-{plain}"), format!("field-{plain}")]
        .iter()
        .find(|key| say.has(key))
        .map_or_else(|| dates::sentence(&field.replace('_', " ")), |key| say.say(key).into_owned())
}

fn words(desk: &Desk<'_>, field: &str, value: &Value) -> String {
    let say = desk.call.say();
    match value {
        Value::Null => String::new(),
        Value::Bool(yes) => say.say(if *yes { "copy-yes" } else { "copy-no" }).into_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => told(desk, field, text),
        Value::Array(all) => {
            listed(desk.call, &all.iter().map(|one| words(desk, field, one)).collect::<Vec<_>>())
        }
        Value::Object(map) => {
            let parts =
                map.iter().filter(|(key, _)| !INTERNAL.contains(&key.as_str())).map(|(key, value)| {
                    let inner = words(desk, key, value);
                    // Who it is, or how it stands, needs no heading of its own.
                    let plain = map.len() == 1 || matches!(key.as_str(), "answer" | "phase");
                    if plain { inner } else { format!("{}: {inner}", name(desk, field, key)) }
                });
            let parts = parts.map(|part| part.trim_end_matches('.').to_owned());
            parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ")
        }
    }
}

/// A text: a code, a day, somebody's id, or just what it says.
fn told(desk: &Desk<'_>, field: &str, text: &str) -> String {
    let say = desk.call.say();
    let prefixes = CODES.iter().find(|(of, _)| *of == field).map_or(&[][..], |(_, prefixes)| prefixes);
    let plain = text.replace('_', "-").replace('ø', "o").replace('æ', "ae").replace('å', "aa");
    if let Some(key) = prefixes.iter().map(|prefix| format!("{prefix}-{plain}")).find(|key| say.has(key)) {
        return say.say(&key).into_owned();
    }
    // What the catalogue of rights calls by a name of its own, it has words for.
    if field == "right" {
        return crate::once::show::right_name(desk.call, text);
    }
    if field == "name" {
        return crate::once::show::label(desk.call, desk.call.house.rights.catalogue, text);
    }
    if field == "language" {
        return language(desk.call, text);
    }
    if let Ok(at) = text.parse::<Timestamp>() {
        return super::written(desk.call, at);
    }
    // A date and time is tried first: a day alone is no time.
    if text.contains('T')
        && let Ok(at) = text.parse::<DateTime>()
    {
        return format!("{} {}", dates::short(say, at.date(), Date::MIN), dates::clock(say, at.time()));
    }
    if let Ok(day) = text.parse::<Date>() {
        return dates::short(say, day, Date::MIN);
    }
    match text.parse::<ThingId>() {
        Ok(id) => by_id(desk, id, text),
        Err(_) => text.to_owned(),
    }
}

/// Whom or what an id means, as far as the reader may know it.
fn by_id(desk: &Desk<'_>, id: ThingId, text: &str) -> String {
    let person: PersonId = id.into();
    if let Some(name) = desk.view.name_of(person) {
        return name.to_owned();
    }
    let directory = desk.who.directory();
    let helper = text.parse::<ActorId>().ok().and_then(|id| directory.helper(id));
    if let Some(helper) = helper {
        return helper.name.clone();
    }
    let service = text.parse::<ServiceId>().ok().and_then(|id| directory.service(id));
    if let Some(service) = service {
        return service.name.clone();
    }
    if let Some(payload) = desk.view.sees().payload(id) {
        let kind = desk.call.t(&format!("kind-{}", payload.code())).into_owned();
        return title(payload).map_or(kind, str::to_owned);
    }
    // Ids are made by chance and nearly always have a digit; words have none.
    if text.contains(|letter: char| letter.is_ascii_digit()) {
        desk.call.t("copy-not-shown").into_owned()
    } else {
        text.to_owned()
    }
}
