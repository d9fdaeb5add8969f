//! What was changed, in words: names of fields, and their values as people say them.

use super::place::Desk;
use crate::frame::dates;
use crate::frame::parts::listed;
use access::terms::{
    Audience, Entry, FieldChange, Kind as _, Payload, PersonId, Removed, Settled, ThingId, changes,
};
use jiff::civil::Date;
use serde_json::Value;

/// One field that differs, ready to be shown.
pub struct Told {
    /// What the field is called.
    pub name: String,
    /// What it said; empty when it said nothing.
    pub before: String,
    /// What it says.
    pub after: String,
}

/// Fields that stand still or say the same as another.
const SILENT: &[&str] = &["was"];

/// What differs between two versions, field by field.
pub fn told(desk: &Desk<'_>, before: Option<&Entry>, after: &Entry) -> Vec<Told> {
    let code = after.payload.code();
    // A thing that came back, or was taken away, is told as such and not field by field.
    let comparable = before.filter(|before| before.payload.code() == code);
    let mut found = payloads(desk, comparable.map(|before| &before.payload), &after.payload);
    if let Some(before) = comparable {
        if before.subjects != after.subjects {
            found.push(Told {
                name: desk.call.t("field-subjects").into_owned(),
                before: desk.who.people(&before.subjects),
                after: desk.who.people(&after.subjects),
            });
        }
        if before.audience != after.audience {
            found.push(Told {
                name: desk.call.t("field-audience").into_owned(),
                before: audience(desk, &before.audience),
                after: audience(desk, &after.audience),
            });
        }
    }
    found
}

/// The same for what two payloads of one kind say.
pub fn payloads(desk: &Desk<'_>, before: Option<&Payload>, after: &Payload) -> Vec<Told> {
    let code = after.code();
    changes(before, after)
        .into_iter()
        .filter(|change| !SILENT.contains(&change.field.as_str()))
        .map(|change| field(desk, code, &change))
        .filter(|told| told.before != told.after)
        .collect()
}

fn field(desk: &Desk<'_>, kind: &str, change: &FieldChange) -> Told {
    let say = desk.call.say();
    let name = change.field.replace('_', "-");
    let own = format!("field-{kind}-{name}");
    let key = if say.has(&own) { own } else { format!("field-{name}") };
    let value = |value: &Option<Value>| {
        value.as_ref().map(|it| in_words(desk, &change.field, it)).unwrap_or_default()
    };
    Told { name: say.say(&key).into_owned(), before: value(&change.before), after: value(&change.after) }
}

fn audience(desk: &Desk<'_>, audience: &Audience) -> String {
    let say = desk.call.say();
    match audience {
        Audience::Ordinary => say.say("plan-audience-ordinary").into_owned(),
        Audience::Members(members) => desk.who.people(members),
        Audience::Coordinator => desk.who.lead_given(),
        Audience::Oneself => say.say("plan-audience-oneself").into_owned(),
    }
}

/// The words of a thing that another points to.
fn words_of(desk: &Desk<'_>, thing: ThingId) -> String {
    let words = match desk.view.sees().payload(thing) {
        Some(Payload::Dream(dream)) => dream.words.clone().unwrap_or_default(),
        Some(Payload::Goal(goal)) => goal.words.clone(),
        Some(Payload::Need(need)) => need.words.clone(),
        _ => String::new(),
    };
    if words.is_empty() { desk.call.t("plan-not-shown").into_owned() } else { words }
}

/// A value as a person would say it.
fn in_words(desk: &Desk<'_>, field: &str, value: &Value) -> String {
    let say = desk.call.say();
    let text = value.as_str().unwrap_or_default();
    match field {
        "of" => {
            let people: Vec<PersonId> = serde_json::from_value(value.clone()).unwrap_or_default();
            listed(desk.call, &people.iter().map(|person| desk.who.person(*person)).collect::<Vec<_>>())
        }
        "by" | "accepted_by" => text.parse().map(|person| desk.who.person(person)).unwrap_or_default(),
        "owner" => desk.who.owner(serde_json::from_value(value.clone()).ok()),
        "service" => text.parse().map(|service| desk.who.service(service)).unwrap_or_default(),
        "dream" | "goal" | "need" => text.parse().map(|thing| words_of(desk, thing)).unwrap_or_default(),
        "horizon" => say.say(if text == "acute" { "plan-now" } else { "plan-later" }).into_owned(),
        "area" | "status" => say.say(&format!("{field}-{text}")).into_owned(),
        "due" | "on" => {
            text.parse::<Date>().map(|day| dates::short(say, day, desk.call.today())).unwrap_or_default()
        }
        "settled" => serde_json::from_value::<Settled>(value.clone())
            .map(|settled| {
                let key = if settled.met { "plan-settled-met" } else { "plan-settled-left" };
                let day = dates::short(say, settled.on, desk.call.today());
                let told = say.with(key, [("day", day.into())]);
                if settled.words.is_empty() { told.into_owned() } else { format!("{told} {}", settled.words) }
            })
            .unwrap_or_default(),
        _ => text.to_owned(),
    }
}

/// What a thing is about, in its own words: for headings in the history.
pub fn title(payload: &Payload) -> Option<&str> {
    match payload {
        Payload::Dream(dream) => dream.words.as_deref(),
        Payload::Goal(goal) => Some(&goal.words),
        Payload::Action(action) => Some(&action.words),
        Payload::Need(need) => Some(&need.words),
        Payload::Strength(strength) => Some(&strength.words),
        _ => None,
    }
}

/// The code of the kind that an entry is about, also when the thing was taken away.
pub fn kind_of(entry: &Entry) -> &str {
    Removed::of(&entry.payload).map_or(entry.payload.code(), |removed| removed.was.as_str())
}
