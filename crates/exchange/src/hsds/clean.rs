//! Room `exchange::hsds::clean`: one object against its line in `tables`.
//!
//! What comes out fits the types in `model`. A value that breaks the standard is left out and told;
//! one that can be read safely is rewritten and told; fields that the standard does not have stay.

use super::model::weekday;
use super::tables::{Field, Kind, Need, Spec, named};
use crate::dates::parse_date;
use crate::finding::{Findings, Problem, Severity, Spot, shown};
use jiff::civil::{DateTime, Time};
use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Map, Value};

/// A value that was read, and what must be told when it was rewritten; or why it was left out.
type Read = Result<(String, Option<Problem>), Problem>;

/// Checks the objects of one file or one CSV row.
pub(super) struct Cleaner<'a> {
    pub at: Spot,
    pub out: &'a mut Findings,
}

impl Cleaner<'_> {
    /// Checks an object and all that is in it. `None` when it is of no use; that has then been told.
    pub fn object(
        &mut self,
        fields: Map<String, Value>,
        spec: &Spec,
        path: &str,
    ) -> Option<Map<String, Value>> {
        let mut clean = Map::new();
        let mut faulty: Vec<String> = vec![];
        for (name, value) in fields {
            if value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty()) {
                continue;
            }
            let Some(field) = spec.field(&name) else {
                let label = self.label(spec, &name);
                self.out.fold(Severity::Told, &self.at, &label, Problem::FieldUnknown);
                clean.insert(name, value);
                continue;
            };
            match self.value(value, field, spec, &join(path, &name)) {
                Some(value) => drop(clean.insert(name, value)),
                None => faulty.push(name),
            }
        }
        for field in &spec.fields {
            let is_there = clean.contains_key(field.name) || faulty.iter().any(|name| name == field.name);
            match field.need {
                Need::Vital if !clean.contains_key(field.name) => {
                    self.reject(&join(path, field.name), Problem::Missing);
                    return None;
                }
                Need::Wanted if !is_there => {
                    let label = self.label(spec, field.name);
                    self.out.fold(Severity::Told, &self.at, &label, Problem::Missing);
                }
                _ => {}
            }
        }
        self.compare(&clean, path);
        Some(clean)
    }

    fn reject(&mut self, path: &str, problem: Problem) {
        self.out.add(Severity::Rejected, &self.at, path, problem);
    }

    /// Where something is that is told once for all objects of a kind.
    fn label(&self, spec: &Spec, name: &str) -> String {
        if self.at.row.is_some() { name.to_owned() } else { format!("{}.{name}", spec.name) }
    }

    /// Values that are right one by one and not together.
    fn compare(&mut self, object: &Map<String, Value>, path: &str) {
        let text = |name: &str| object.get(name).and_then(Value::as_str);
        let number = |name: &str| object.get(name).and_then(Value::as_f64);
        // ISO dates sort as text.
        if text("valid_from").zip(text("valid_to")).is_some_and(|(from, to)| to < from) {
            self.out.add(Severity::Told, &self.at, &join(path, "valid_to"), Problem::EndBeforeStart);
        }
        if number("minimum_age").zip(number("maximum_age")).is_some_and(|(low, high)| high < low) {
            self.out.add(Severity::Told, &self.at, &join(path, "maximum_age"), Problem::AgesSwapped);
        }
    }

    fn value(&mut self, value: Value, field: &Field, spec: &Spec, path: &str) -> Option<Value> {
        let (value, expected) = match (value, field.kind) {
            (Value::Array(list), Kind::Many(table)) => {
                let items = list.into_iter().enumerate();
                let items = items.filter_map(|(i, item)| self.member(item, table, &format!("{path}[{i}]")));
                return Some(Value::Array(items.collect()));
            }
            (value @ Value::Object(_), Kind::Many(table)) => {
                let label = self.label(spec, field.name);
                self.out.fold(Severity::Normalised, &self.at, &label, Problem::TypeRead { expected: "list" });
                return Some(Value::Array(self.member(value, table, path).into_iter().collect()));
            }
            (value, Kind::One(table)) => return self.member(value, table, path),
            (value, Kind::Many(_)) => (value, "list"),
            (Value::Number(number), Kind::Number(low, high)) => {
                if number.as_f64().is_some_and(|n| n >= low && n <= high) {
                    return Some(Value::Number(number));
                }
                self.reject(path, Problem::NotANumber { value: shown(&number.to_string()) });
                return None;
            }
            (Value::String(text), kind) => {
                return self.text(&text, kind, &self.label(spec, field.name), path);
            }
            (value @ (Value::Number(_) | Value::Bool(_)), Kind::Text | Kind::Phone) => {
                let label = self.label(spec, field.name);
                self.out.fold(Severity::Normalised, &self.at, &label, Problem::TypeRead { expected: "text" });
                return Some(Value::String(value.to_string()));
            }
            (value, Kind::Number(..)) => (value, "number"),
            (value, _) => (value, "text"),
        };
        drop(value);
        self.reject(path, Problem::WrongType { expected });
        None
    }

    fn member(&mut self, value: Value, table: &str, path: &str) -> Option<Value> {
        if let Value::Object(fields) = value {
            return self.object(fields, named(table), path).map(Value::Object);
        }
        self.reject(path, Problem::WrongType { expected: "object" });
        None
    }

    fn text(&mut self, written: &str, kind: Kind, label: &str, path: &str) -> Option<Value> {
        let text = written.trim();
        let wrong = || shown(text);
        let read: Read = match kind {
            Kind::Link => link(text).ok_or_else(|| Problem::NotALink { value: wrong() }),
            Kind::Uri if is_uri(text) => Ok((text.to_owned(), None)),
            Kind::Uri => Err(Problem::NotALink { value: wrong() }),
            Kind::Email => email(text).ok_or_else(|| Problem::NotAnEmail { value: wrong() }),
            Kind::Date => day(text).ok_or_else(|| Problem::NotADate { value: wrong() }),
            Kind::Instant => instant(text).ok_or_else(|| Problem::NotADate { value: wrong() }),
            Kind::Time => time(text).ok_or_else(|| Problem::NotATime { value: wrong() }),
            Kind::Days => days(text),
            Kind::Choice(choices) => choice(text, choices),
            Kind::Phone => Ok(unquoted(text)),
            Kind::Number(low, high) => match text.replace(',', ".").parse::<f64>() {
                Ok(number) if number >= low && number <= high => {
                    // In CSV every number is text; in JSON it should not be.
                    if self.at.row.is_none() {
                        let problem = Problem::TypeRead { expected: "number" };
                        self.out.fold(Severity::Normalised, &self.at, label, problem);
                    }
                    return serde_json::Number::from_f64(number).map(Value::Number);
                }
                _ => Err(Problem::NotANumber { value: wrong() }),
            },
            Kind::Text => Ok((text.replace('\0', ""), None)),
            Kind::Many(_) => Err(Problem::WrongType { expected: "list" }),
            Kind::One(_) => Err(Problem::WrongType { expected: "object" }),
        };
        match read {
            Ok((text, told)) => {
                if let Some(problem) = told {
                    self.out.fold(Severity::Normalised, &self.at, label, problem);
                }
                Some(Value::String(text))
            }
            Err(problem) => {
                self.reject(path, problem);
                None
            }
        }
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// A web address that a page may link to: `http` or `https`, and nothing that could run or deceive.
fn link(text: &str) -> Option<(String, Option<Problem>)> {
    let lower = text.to_lowercase();
    let given = ["https://", "http://"].into_iter().find(|scheme| lower.starts_with(scheme));
    let rest = &text[given.map_or(0, str::len)..];
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = host.rsplit_once(':').unwrap_or((host, "80"));
    let is_clean = !text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"`\\".contains(c));
    if !is_clean || !is_host(host) || port.parse::<u16>().is_err() {
        return None;
    }
    match given {
        Some(_) => Some((text.to_owned(), None)),
        None if lower.starts_with("www.") => Some((format!("https://{text}"), Some(Problem::LinkRead))),
        None => None,
    }
}

fn is_host(host: &str) -> bool {
    let labels = || host.split('.');
    labels().count() > 1
        && labels().all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        })
}

fn is_uri(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
            && !rest.is_empty()
            && !text.contains(|c: char| c.is_whitespace() || c.is_control())
    })
}

fn email(text: &str) -> Option<(String, Option<Problem>)> {
    let address = text.strip_prefix("mailto:").unwrap_or(text);
    let (local, host) = address.split_once('@')?;
    let is_local = (1..=64).contains(&local.len())
        && !local.contains(|c: char| c.is_whitespace() || c.is_control() || "<>()[],;:\\\"".contains(c));
    let told = (address != text).then_some(Problem::LinkRead);
    (is_local && is_host(host)).then(|| (address.to_owned(), told))
}

fn day(text: &str) -> Option<(String, Option<Problem>)> {
    // A moment where a day is wanted: the day stands first.
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    let (date, is_iso) = parse_date(day)?;
    let told = (!is_iso || day.len() < text.len()).then_some(Problem::DateRead);
    Some((date.to_string(), told))
}

fn instant(text: &str) -> Option<(String, Option<Problem>)> {
    if let Ok(moment) = text.parse::<Timestamp>() {
        return Some((moment.to_string(), None));
    }
    let moment = text.parse::<DateTime>().ok().or_else(|| parse_date(text).map(|(day, _)| day.into()))?;
    let moment = TimeZone::UTC.to_timestamp(moment).ok()?;
    Some((moment.to_string(), Some(Problem::DateRead)))
}

fn time(text: &str) -> Option<(String, Option<Problem>)> {
    let zone = text.find(['Z', 'z', '+', '-']).unwrap_or(text.len());
    let mut numbers = text[..zone].trim().split([':', '.']).map(|part| {
        let is_number = matches!(part.len(), 1 | 2) && part.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| part.parse::<i8>().ok()).flatten()
    });
    let (hour, minute) = (numbers.next()??, numbers.next()??);
    let second = match numbers.next() {
        Some(second) => second?,
        None => 0,
    };
    if numbers.next().is_some() {
        return None;
    }
    let time = Time::new(hour, minute, second, 0).ok()?;
    Some((time.to_string(), (zone < text.len()).then_some(Problem::TimeZoneCut)))
}

fn days(text: &str) -> Read {
    let upper = text.to_uppercase();
    let parts = upper.split([',', ';', ' ']).filter(|part| !part.is_empty());
    // `MON` is in the standard's own list for the start of the week.
    let short = |day: &str| {
        if matches!(day, "MON" | "TUE" | "WED" | "THU" | "FRI" | "SAT" | "SUN") {
            day[..2].to_owned()
        } else {
            day.to_owned()
        }
    };
    let days: Vec<String> = parts.map(short).collect();
    if days.is_empty() || days.iter().any(|day| weekday(day).is_none()) {
        return Err(Problem::NotAChoice {
            value: shown(text),
            choices: "MO, TU, WE, TH, FR, SA, SU".to_owned(),
        });
    }
    let days = days.join(",");
    let told = (days != text).then(|| Problem::ChoiceRead { read: shown(text), kept: days.clone() });
    Ok((days, told))
}

fn choice(text: &str, choices: &[&str]) -> Read {
    let Some(kept) = choices.iter().find(|choice| choice.eq_ignore_ascii_case(text)) else {
        return Err(Problem::NotAChoice { value: shown(text), choices: choices.join(", ") });
    };
    let told = (*kept != text).then(|| Problem::ChoiceRead { read: shown(text), kept: (*kept).to_owned() });
    Ok(((*kept).to_owned(), told))
}

/// Numbers come with quotes of their own around them (also in the standard's examples).
fn unquoted(text: &str) -> (String, Option<Problem>) {
    let number = text.trim_matches(['"', '\'', ' ']);
    let told = (number.len() < text.len()).then_some(Problem::BlanksCut);
    (number.to_owned(), told)
}
