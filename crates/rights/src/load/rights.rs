//! Reads `rights/<id>.toml`.

use super::{Known, cases, confidence, criteria, periods, program, rates_in};
use crate::catalogue::{
    Amount, Automation, Complaint, Concerns, Deadline, Right, RightKind, Rule, Scope, Term, TermUnit,
};
use crate::program::FactSet;
use crate::sheet::{Fault, Sheet, Table, Words};
use crate::unit::Unit;
use std::cell::RefCell;

const KINDS: [(&str, RightKind); 4] = [
    ("entitlement", RightKind::Entitlement),
    ("discretionary", RightKind::Discretionary),
    ("information", RightKind::Information),
    ("low_threshold", RightKind::LowThreshold),
];
const AUTOMATION: [(&str, Automation); 3] =
    [("A", Automation::Objective), ("B", Automation::Route), ("C", Automation::Guide)];
const CONCERNS: [(&str, Concerns); 4] = [
    ("child and adult", Concerns::ChildAndAdult),
    ("child", Concerns::Child),
    ("adult", Concerns::Adult),
    ("home", Concerns::Home),
];

pub(super) fn read(faults: &RefCell<Vec<Fault>>, known: &Known<'_>, file: &str, text: &str) -> Option<Right> {
    // The cases stand last in a file.
    let rules_end = if known.with_cases { None } else { text.find("\n[[case]]") };
    let (sheet, table) = Sheet::open(file, rules_end.map_or(text, |end| &text[..=end]), faults);
    let id = table.text("id");
    if let Some(id) = &id
        && file != format!("rights/{}.toml", id.value)
    {
        sheet.say(id.at, format!("the file of `{}` must be rights/{}.toml", id.value, id.value));
    }
    let words = |key: &str| {
        let words = table.words(key);
        words.iter().for_each(|words| rates_in(&table, key, words, known.names));
        words
    };
    let maybe = |key: &str| {
        let words = table.maybe_words(key);
        words.iter().for_each(|words| rates_in(&table, key, words, known.names));
        words
    };
    let (name, explain, search) = (words("name"), words("explain"), words("words"));
    let (authority, discretion) = (words("authority"), words("discretion"));
    let (apply, interacts) = (maybe("apply"), maybe("interacts"));
    let (sector, legal_basis) = (table.text("sector"), table.text("legal_basis"));
    let kind = table.one_of("kind", &KINDS);
    let automation = table.one_of("automation", &AUTOMATION);
    let automation_basis = table.maybe_text("automation_basis");
    if automation == Some(Automation::Objective) && automation_basis.is_none() {
        table.say("automation \"A\" needs `automation_basis`: what it rests on in law, or that nothing was found and a person must confirm");
    }
    let concerns = table.one_of("concerns", &CONCERNS);
    let (private, objective) = (table.truth("private"), table.truth("objective"));
    let amount = amount(&table, known);
    let (answer_deadline, complaint) = (deadline(&table), complaint(&table));
    let asks_for = table.texts("asks_for");
    let asks_for = asks_for
        .iter()
        .filter_map(|name| {
            let place = known.fact_places.get(&name.value).copied();
            if place.is_none() {
                let near = crate::compile::nearest(&name.value, known.fact_places.keys());
                sheet.say(name.at, format!("there is no fact `{}` in knowledge/facts{near}", name.value));
            }
            place
        })
        .collect();
    let documents = table
        .tables("document")
        .iter()
        .filter_map(|it| {
            let (nb, nn, en) = (it.text("nb"), it.text("nn"), it.text("en"));
            it.finish();
            Some(Words { nb: nb?.value, nn: nn?.value, en: en?.value })
        })
        .collect();
    let sources = table.texts("sources");
    if sources.is_empty() {
        table.say("a right needs its sources: `sources = [\"L\"]`, with keys of sources.toml");
    }
    for key in sources.iter().filter(|key| !known.sources.contains_key(&key.value)) {
        sheet.say(key.at, format!("there is no source `{}` in sources.toml: add it there", key.value));
    }
    let law_text_read = table.truth("law_text_read");
    let sure = confidence(&table);
    let warnings = table.texts("warnings").into_iter().map(|it| it.value).collect();
    let rules = rules(&sheet, &table, known, &amount);
    if let Some(concerns) = concerns {
        reaches(&table, known, concerns, &rules);
    }
    let cases = if known.with_cases { cases::read(&sheet, &table, known, &rules) } else { Vec::new() };
    table.finish();
    Some(Right {
        id: id?.value,
        name: name?,
        explain: explain?,
        words: search?,
        sector: sector?.value,
        authority: authority?,
        legal_basis: legal_basis?.value,
        kind: kind?,
        automation: automation?,
        automation_basis: automation_basis.map(|it| it.value),
        concerns: concerns?,
        private,
        discretion: discretion?,
        objective,
        amount,
        apply,
        answer_deadline,
        complaint,
        asks_for,
        documents,
        interacts,
        sources: sources.into_iter().map(|key| key.value).collect(),
        law_text_read,
        confidence: sure?,
        warnings,
        rules,
        cases,
    })
}

fn amount(table: &Table<'_>, known: &Known<'_>) -> Amount {
    let Some(inner) = table.maybe_table("amount") else { return Amount::default() };
    let text = inner.maybe_words("text");
    text.iter().for_each(|words| rates_in(&inner, "text", words, known.names));
    let unit = inner.maybe_text("unit").map(|unit| unit.value).unwrap_or_default();
    let pays = inner.truth("pays");
    inner.finish();
    Amount { text, unit, pays }
}

fn term(table: &Table<'_>) -> Option<Term> {
    let units =
        [("working_days", TermUnit::WorkingDays), ("weeks", TermUnit::Weeks), ("months", TermUnit::Months)];
    let mut found = units.into_iter().filter_map(|(key, of)| Some((table.maybe_number(key)?, of)));
    let (count, of) = found.next()?;
    if found.next().is_some() || !count.value.is_whole() || count.value.trunc() <= 0 {
        table.sheet().say(count.at, "a deadline is one whole number of working_days, weeks or months");
    }
    let basis = table.text("basis")?;
    Some(Term { count: count.value.trunc(), of, basis: basis.value })
}

fn deadline(table: &Table<'_>) -> Deadline {
    let Some(inner) = table.maybe_table("answer_deadline") else {
        return Deadline { text: None, term: None };
    };
    let found = Deadline { text: inner.maybe_words("text"), term: term(&inner) };
    inner.finish();
    found
}

fn complaint(table: &Table<'_>) -> Complaint {
    let Some(inner) = table.maybe_table("complaint") else {
        return Complaint { body: None, term: None, note: None };
    };
    let note = inner.maybe_text("note").map(|note| note.value);
    let found = Complaint { body: inner.maybe_words("body"), term: term(&inner), note };
    inner.finish();
    found
}

fn rules(sheet: &Sheet<'_>, table: &Table<'_>, known: &Known<'_>, amount: &Amount) -> Vec<Rule> {
    let (mut rules, mut spans) = (Vec::new(), Vec::new());
    let tables = table.tables("rule");
    if tables.is_empty() {
        table.say("a right needs at least one [[rule]] with `from`, `read` and `criteria`");
    }
    for inner in tables {
        let (from, until, read) = (inner.date("from"), inner.maybe_date("until"), inner.date("read"));
        let met = inner.text("criteria").and_then(|text| criteria(sheet, &text, known.names));
        let calc = inner.maybe_text("calc").and_then(|text| {
            let program = program(sheet, &text, known.names)?;
            let step = &program.steps[usize::from(program.root())];
            let shown = Unit::parse(&amount.unit);
            if !step.kind.is_number() {
                sheet.say(text.at, format!("`calc` must be a number, and this is {}", step.kind.name()));
            } else if amount.unit.is_empty() {
                sheet.say(text.at, "a right with `calc` needs `unit` under [amount]");
            } else if !step.unit.may_be_shown_as(&shown) {
                let what = format!("this comes to {}, and [amount] says {}", step.unit, amount.unit);
                sheet.say(text.at, what);
            }
            Some(program)
        });
        let note = inner.maybe_text("note").map(|note| note.value);
        inner.finish();
        let (Some(from), Some(read), Some(criteria)) = (from, read, met) else { continue };
        let until = until.map(|until| until.value);
        rules.push(Rule { from: from.value, until, read: read.value, criteria, calc, note });
        spans.push((from, until));
    }
    periods(sheet, &spans);
    // A rule without an end lasts until the next one begins.
    for place in 1..rules.len() {
        let before = rules[place].from.yesterday().ok();
        if rules[place - 1].until.is_none() {
            rules[place - 1].until = before;
        }
    }
    rules
}

/// A rule may only ask for what can be seen from where the right is evaluated.
fn reaches(table: &Table<'_>, known: &Known<'_>, concerns: Concerns, rules: &[Rule]) {
    let mut facts = FactSet::default();
    for rule in rules {
        facts.extend(&rule.criteria.facts);
        rule.calc.iter().for_each(|calc| facts.extend(&calc.facts));
    }
    for fact in facts.iter().map(|place| &known.facts[usize::from(place)]) {
        let seen = match fact.scope {
            Scope::Case | Scope::Home => true,
            Scope::Child => matches!(concerns, Concerns::Child | Concerns::ChildAndAdult),
            Scope::Adult => matches!(concerns, Concerns::Adult | Concerns::ChildAndAdult),
            Scope::Pair => concerns == Concerns::ChildAndAdult,
        };
        if !seen {
            table.say(format!("`concerns` does not reach `{}`: widen it", fact.name));
        }
    }
}
