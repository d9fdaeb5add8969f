//! Reads the `[[case]]` tables of a right.

use super::Known;
use crate::Status;
use crate::catalogue::{Case, Expected, Rule};
use crate::household::Value;
use crate::program::Type;
use crate::sheet::{Sheet, Table, date_of, number_of};
use std::collections::BTreeMap;
use toml::de::DeValue;

const STATUSES: [(&str, Status); 6] = [
    ("entitled", Status::Entitled),
    ("worth_applying", Status::WorthApplying),
    ("information", Status::Information),
    ("missing_info", Status::MissingInfo),
    ("not_entitled", Status::NotEntitled),
    ("not_in_force", Status::NotInForce),
];

pub(super) fn read(sheet: &Sheet<'_>, table: &Table<'_>, known: &Known<'_>, rules: &[Rule]) -> Vec<Case> {
    let tables = table.tables("case");
    let mut cases: Vec<Case> = Vec::new();
    for inner in &tables {
        let read = one(sheet, inner, known, &cases);
        cases.extend(read);
    }
    let has = |wanted: &dyn Fn(Status) -> bool| cases.iter().any(|case| wanted(case.expect.status));
    if cases.len() == tables.len() && !rules.is_empty() {
        let yes = |status| matches!(status, Status::Entitled | Status::WorthApplying | Status::Information);
        for (there, what) in [
            (has(&yes), "says yes"),
            (has(&|status| status == Status::NotEntitled), "says no (\"not_entitled\")"),
            (has(&|status| status == Status::MissingInfo), "lacks something (\"missing_info\")"),
        ] {
            if !there {
                table.say(format!("a right needs a [[case]] that {what}"));
            }
        }
    }
    cases
}

fn one(sheet: &Sheet<'_>, table: &Table<'_>, known: &Known<'_>, before: &[Case]) -> Option<Case> {
    let (name, on, source) = (table.text("name"), table.date("on"), table.text("source"));
    table.maybe_text("note");
    let mut facts = like(sheet, table, known, before);
    let given = table.maybe_table("facts");
    if given.is_none() {
        table.say("a case needs [case.facts], which may be empty");
    }
    for (subject, value) in given.iter().flat_map(Table::entries) {
        let Some(inner) = value.as_table() else {
            sheet.say(subject.at, "write a fact as subject.name = value, like child.birth_date = 2020-03-15");
            continue;
        };
        for (key, value) in inner {
            let at = key.span().start;
            let name = format!("{}.{}", subject.value, key.get_ref());
            let Some(place) = known.fact_places.get(&name).copied() else {
                let near = crate::compile::nearest(&name, known.fact_places.keys());
                sheet.say(at, format!("there is no fact `{name}` in knowledge/facts{near}"));
                continue;
            };
            let kind = &known.facts[usize::from(place)].kind;
            match value_of(value.get_ref(), kind) {
                Some(bits) => {
                    facts.insert(place, bits);
                }
                None => sheet.say(at, format!("`{name}` must be {}", kind.name())),
            }
        }
    }
    let expect = table.maybe_table("expect");
    if expect.is_none() {
        table.say("a case needs [case.expect] with a status");
    }
    let expect = expect.and_then(|inner| {
        let (status, amount) = (inner.one_of("status", &STATUSES), inner.maybe_number("amount"));
        let missing = inner.has("missing").then(|| {
            let mut names: Vec<String> = inner
                .texts("missing")
                .into_iter()
                .inspect(|name| {
                    if !known.fact_places.contains_key(&name.value) {
                        sheet.say(name.at, format!("there is no fact `{}` in knowledge/facts", name.value));
                    }
                })
                .map(|name| name.value)
                .collect();
            names.sort();
            names
        });
        inner.finish();
        Some(Expected { status: status?, amount: amount.map(|amount| amount.value), missing })
    });
    table.finish();
    let facts = facts.into_iter().collect();
    let line = sheet.line(table.span.start);
    Some(Case { name: name?.value, on: on?.value, facts, expect: expect?, source: source?.value, line })
}

/// The facts of an earlier case, less those that are taken away.
fn like(sheet: &Sheet<'_>, table: &Table<'_>, known: &Known<'_>, before: &[Case]) -> BTreeMap<u16, i64> {
    let mut facts = BTreeMap::new();
    if let Some(like) = table.maybe_text("like") {
        match before.iter().find(|case| case.name == like.value) {
            Some(case) => facts.extend(case.facts.iter().copied()),
            None => sheet.say(like.at, format!("there is no case «{}» above this one", like.value)),
        }
    }
    for name in table.texts("without") {
        let place = known.fact_places.get(&name.value);
        if place.and_then(|place| facts.remove(place)).is_none() {
            sheet
                .say(name.at, format!("`{}` is not among the facts, so it cannot be taken away", name.value));
        }
    }
    facts
}

fn value_of(value: &DeValue<'_>, kind: &Type) -> Option<i64> {
    let value = match (value, kind) {
        (DeValue::Boolean(truth), _) => Value::Bool(*truth),
        (DeValue::Datetime(date), _) => Value::Date(date_of(&date.to_string())?),
        (DeValue::String(text), _) => Value::Word(text.to_string()),
        (number, _) => Value::Number(number_of(number)?),
    };
    value.bits(kind)
}
