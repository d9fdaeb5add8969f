//! Forms: read once, checked once, and never a typed word lost.

use crate::frame::call::{Call, NOBODY};
use crate::frame::problem::Problem as Trouble;
use access::terms::{Problem, Refusal, Rule};
use access::{Key, terms};
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use jiff::civil::{Date, Time};
use maud::{Markup, html};
use sha2::{Digest, Sha256};
use std::str::FromStr;
use std::sync::{Arc, OnceLock};

/// Most fields in a form.
const MOST_FIELDS: usize = 1000;
/// Field that holds the session's token.
const TOKEN: &str = "vern";
/// Field that holds the key of this one sending.
const KEY: &str = "nokkel";

/// What was sent with a form, kept beside the request for whoever must ask something before it can be read.
#[derive(Debug, Clone, Default)]
pub struct Typed(Arc<OnceLock<Bytes>>);

impl Typed {
    /// Every field as it was typed, but those that each form has of its own. Nothing when no form was read.
    pub fn fields(&self) -> Option<Vec<(String, String)>> {
        let read = form_urlencoded::parse(self.0.get()?);
        Some(read.into_owned().filter(|(name, _)| name != TOKEN && name != KEY).collect())
    }
}

/// What somebody filled in (or what a thing says already, when it is to be changed).
#[derive(Debug, Clone, Default)]
pub struct Filled {
    fields: Vec<(String, String)>,
}

impl Filled {
    /// Nothing filled in.
    pub fn empty() -> Self {
        Self::default()
    }

    /// The same with a field set: for showing what stands already.
    #[must_use]
    pub fn set(mut self, name: &str, value: impl ToString) -> Self {
        self.fields.push((name.into(), value.to_string()));
        self
    }

    /// The same with a field set when there is something to set.
    #[must_use]
    pub fn set_some(self, name: &str, value: Option<impl ToString>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// Whether nothing at all was filled in.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// A field as typed; empty when it is not there.
    pub fn raw(&self, name: &str) -> &str {
        self.fields.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// A field without blanks around it, with one kind of line end.
    pub fn text(&self, name: &str) -> String {
        self.raw(name).trim().replace("\r\n", "\n")
    }

    /// The same, or nothing when it is empty.
    pub fn some_text(&self, name: &str) -> Option<String> {
        Some(self.text(name)).filter(|text| !text.is_empty())
    }

    /// Whether a box is ticked, or a button was pressed.
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(key, _)| key == name)
    }

    /// Every value of a field that may come several times.
    pub fn many(&self, name: &str) -> Vec<&str> {
        self.fields.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect()
    }

    /// Whether a field has a value among several.
    pub fn chose(&self, name: &str, value: &str) -> bool {
        self.fields.iter().any(|(key, is)| key == name && is == value)
    }

    /// A value that is written as text: an id, a number.
    pub fn parse<T: FromStr>(&self, name: &str) -> Option<T> {
        self.raw(name).trim().parse().ok()
    }

    /// Several of them; those that cannot be read are left out.
    pub fn parse_many<T: FromStr>(&self, name: &str) -> Vec<T> {
        self.many(name).into_iter().filter_map(|value| value.trim().parse().ok()).collect()
    }

    /// A day: as date fields send it, or as people write it («24.11.2026», «24.11» means the next one).
    ///
    /// # Errors
    /// Something is written that is no day.
    pub fn day(&self, name: &str, today: Date) -> Result<Option<Date>, Problem> {
        let text = self.raw(name).trim();
        if text.is_empty() {
            return Ok(None);
        }
        read_day(text, today).map(Some).ok_or(Problem::Date)
    }

    /// A time of day: «17:30», «17.30» or «17».
    ///
    /// # Errors
    /// Something is written that is no time.
    pub fn time(&self, name: &str) -> Result<Option<Time>, Problem> {
        let text = self.raw(name).trim();
        if text.is_empty() {
            return Ok(None);
        }
        let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "0"));
        let parsed = hour.parse().ok().zip(minute.parse().ok());
        parsed.and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok()).map(Some).ok_or(Problem::Date)
    }

    /// The version of a thing that the form was made from: fields `ting` and `versjon`.
    pub fn seen(&self) -> Option<(terms::ThingId, u32)> {
        self.parse("ting").zip(self.parse("versjon"))
    }
}

fn read_day(text: &str, today: Date) -> Option<Date> {
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let parts: Vec<&str> = text.trim_end_matches('.').split(['.', '/']).map(str::trim).collect();
    match parts.as_slice() {
        [day, month, year] => {
            let year: i16 = year.parse().ok()?;
            let year = if year < 100 { 2000 + year } else { year };
            Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
        }
        [day, month] => {
            let this = Date::new(today.year(), month.parse().ok()?, day.parse().ok()?).ok()?;
            if this < today { Date::new(today.year() + 1, this.month(), this.day()).ok() } else { Some(this) }
        }
        _ => None,
    }
}

/// A form that came in: by whom, what was filled in, and the key that makes sending it twice the same as once.
pub struct FormOf {
    /// Who sent it.
    pub call: Call,
    /// What was filled in.
    pub filled: Filled,
    /// The key of this sending.
    pub key: Key,
}

impl FromRequest<crate::House> for FormOf {
    type Rejection = Trouble;

    async fn from_request(request: Request, house: &crate::House) -> Result<Self, Trouble> {
        let (mut parts, body) = request.into_parts();
        let call =
            <Call as axum::extract::FromRequestParts<crate::House>>::from_request_parts(&mut parts, house)
                .await?;
        let header = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok());
        // A form comes from our own pages: the browser says so, or the origin is ours.
        let ours = match header("sec-fetch-site") {
            Some(site) => site == "same-origin",
            None => header("origin").is_none_or(|origin| {
                let host = header("host").unwrap_or_default();
                origin.split_once("://").is_some_and(|(_, rest)| rest == host)
            }),
        };
        let form =
            header("content-type").is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
        if !ours {
            return Err(Trouble::Forged);
        }
        if !form {
            return Err(Trouble::Unreadable);
        }
        let typed = parts.extensions.get::<Typed>().cloned();
        let request = Request::from_parts(parts, body);
        let bytes = Bytes::from_request(request, house).await.map_err(|rejection| {
            if rejection.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
                Trouble::TooLarge
            } else {
                Trouble::Unreadable
            }
        })?;
        let fields: Vec<(String, String)> = form_urlencoded::parse(&bytes)
            .take(MOST_FIELDS + 1)
            .map(|(key, value)| (key.into_owned(), value.into_owned()))
            .collect();
        if fields.len() > MOST_FIELDS {
            return Err(Trouble::Unreadable);
        }
        let mut filled = Filled { fields };
        if let Some(session) = &call.session {
            // A form of an earlier session: the page is shown again with what was typed, after signing in.
            if filled.raw(TOKEN) != session.csrf {
                return Err(Trouble::Forged);
            }
        }
        if let Some(typed) = typed {
            // Once only: a request has one form.
            let _ = typed.0.set(bytes);
        }
        let key = filled.some_text(KEY).filter(|key| key.len() <= 64);
        let actor = call.session.as_ref().map_or(NOBODY, |session| session.actor);
        let mut body = Sha256::new();
        body.update(call.path.as_bytes());
        for (name, value) in &filled.fields {
            if name != TOKEN && name != KEY {
                body.update((name.len() as u64).to_be_bytes());
                body.update(name.as_bytes());
                body.update((value.len() as u64).to_be_bytes());
                body.update(value.as_bytes());
            }
        }
        let key = Key {
            actor,
            // A form without a key is its own: sending it again is doing it again.
            key: key.unwrap_or_else(|| fresh_key(&call)),
            body: body.finalize().into(),
        };
        filled.fields.retain(|(name, _)| name != TOKEN && name != KEY);
        Ok(Self { call, filled, key })
    }
}

/// A key for one sending. It begins with the time, so that keys of one day lie together in the store; nobody else's
/// form can have it, since a key counts with whoever sends it.
fn fresh_key(call: &Call) -> String {
    let chance = || call.house.gate.random();
    format!("{:012x}{:04x}{:016x}", call.visit.moment.at.as_millisecond(), chance() & 0xffff, chance())
}

/// The hidden fields of every form: the session's token and the key of one sending.
pub fn hidden(call: &Call) -> Markup {
    html! {
        @if let Some(session) = &call.session {
            input type="hidden" name=(TOKEN) value=(session.csrf);
        }
        input type="hidden" name=(KEY) value=(fresh_key(call));
    }
}

/// The hidden fields that say which version of a thing the form was made from.
pub fn seen(thing: terms::ThingId, version: u32) -> Markup {
    html! {
        input type="hidden" name="ting" value=(thing);
        input type="hidden" name="versjon" value=(version);
    }
}

/// What must be mended: each error with the field that it belongs to.
#[derive(Debug, Clone, Default)]
pub struct Errors {
    list: Vec<(String, String)>,
}

impl Errors {
    /// Nothing to mend.
    pub fn none() -> Self {
        Self::default()
    }

    /// What a refused command says, at the field that it names.
    pub fn of(call: &Call, refusal: &Refusal) -> Self {
        let mut errors = Self::default();
        let field = match refusal {
            Refusal::Field { field, .. } => (*field).to_owned(),
            // Who may interpret is a rule about a name, and about one answer.
            Refusal::Rule(Rule::ChildInterprets | Rule::KinInterprets | Rule::HelperInterprets) => {
                "who".into()
            }
            Refusal::Rule(Rule::InterpreterKnowsFamily) => "knows".into(),
            _ => String::new(),
        };
        errors.list.push((field, crate::frame::problem::refusal(call, refusal)));
        errors
    }

    /// Adds one.
    pub fn add(&mut self, field: &str, text: impl Into<String>) {
        self.list.push((field.into(), text.into()));
    }

    /// Adds the text of a problem with a field.
    pub fn problem(&mut self, call: &Call, field: &str, problem: Problem) {
        self.add(field, problem_text(call, problem));
    }

    /// The value, or nothing and the problem noted at its field.
    pub fn take<T: Default>(&mut self, call: &Call, field: &str, value: Result<T, Problem>) -> T {
        value.unwrap_or_else(|problem| {
            self.problem(call, field, problem);
            T::default()
        })
    }

    /// These and then those.
    #[must_use]
    pub fn and(mut self, more: Self) -> Self {
        self.list.extend(more.list);
        self
    }

    /// Whether there is nothing to mend.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The first of them, for a place with room for one.
    pub fn first(&self) -> &str {
        self.list.first().map_or("", |(_, text)| text)
    }

    /// The error of a field.
    pub fn at(&self, field: &str) -> Option<&str> {
        self.list.iter().find(|(name, _)| name == field).map(|(_, text)| text.as_str())
    }

    /// The summary on top of the page, with links to the fields. Nothing when there is nothing to mend.
    pub fn summary(&self, call: &Call) -> Markup {
        let say = call.say();
        html! {
            @if !self.is_empty() {
                ds-error-summary.ds-error-summary tabindex="-1" role="group" aria-labelledby="feil" autofocus {
                    h2 #feil { (say.with("form-errors", [("count", self.list.len().into())])) }
                    ul.ds-list {
                        @for (field, text) in &self.list {
                            li {
                                @if field.is_empty() { (text) } @else { a.ds-link href={ "#" (field) } { (text) } }
                            }
                        }
                    }
                    p { (say.say("form-kept")) }
                }
            }
        }
    }
}

/// What is wrong with a field, as a sentence that says what to do.
pub fn problem_text(call: &Call, problem: Problem) -> String {
    let say = call.say();
    match problem {
        Problem::Empty => say.say("form-empty").into_owned(),
        Problem::TooLong(most) => say.with("form-too-long", [("most", most.into())]).into_owned(),
        Problem::Date => say.say("form-date").into_owned(),
        Problem::Unknown => say.say("form-unknown").into_owned(),
        Problem::Choice => say.say("form-choice").into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_read_as_people_write_them() {
        let today = date(2026, 11, 19);
        for (text, day) in [
            ("2026-11-24", Some(date(2026, 11, 24))),
            ("24.11.2026", Some(date(2026, 11, 24))),
            ("24.11.26", Some(date(2026, 11, 24))),
            ("24.11.", Some(date(2026, 11, 24))),
            ("3/1", Some(date(2027, 1, 3))),
            ("31.2.2026", None),
            ("i morgen", None),
            ("99999999999.1.1", None),
        ] {
            assert_eq!(read_day(text, today), day, "{text}");
        }
    }
}
