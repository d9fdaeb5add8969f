//! One right on the page of answers: what it is, why it is shown, what it may come to, and the way from here.

use super::reason;
use super::seen::{Found, Seen};
use super::state::State;
use crate::frame::dates;
use crate::frame::parts::{icon, phone};
use maud::{Markup, html};
use rights::answer::{Answer, Status};
use rights::soon::Change;
use rights::{Number, Wanted};

/// The form that every button of the page belongs to: it carries what was told, once.
pub const CARRIER: &str = "veiviser";

/// A card. On paper there are no buttons.
pub fn card(seen: &Seen<'_>, found: &Found<'_>, changes: &[Change], paper: bool) -> Markup {
    let (call, right) = (seen.call, seen.right(found.right));
    let text = |it: &rights::Words| seen.moment.text(it.say(seen.language), seen.language);
    let best: Vec<&Answer> = found.answers.iter().copied().filter(|it| it.status == found.status).collect();
    let waits = found.status == Status::MissingInfo;
    html! {
        article.v-kort.v-rett id=(right.id) {
            div.v-rett__hode { h3 { (right.name.say(seen.language)) } }
            @if !paper { (crate::once::on_card(seen, found)) }
            p { (text(&right.explain)) }
            @if waits { (missing(seen, found, paper)) } @else { (lines(seen, found)) }
            @for line in soon(seen, found, changes) { p { (icon("senere")) " " (line) } }
            dl.v-tre {
                @if !waits && let Some(first) = best.first() {
                    div { dt { (call.t("guide-card-why")) } dd { (reason::sentence(seen, first)) } }
                }
                @if let Some(apply) = &right.apply {
                    div { dt { (call.t("guide-card-apply")) } dd { (text(apply)) } }
                }
                div { dt { (call.t("guide-card-decides")) } dd { (text(&right.authority)) } }
            }
            details.v-mer open[paper] {
                summary { (call.say().with("guide-card-more", [("name", right.name.say(seen.language).into())])) }
                (more(seen, found))
            }
        }
    }
}

/// What it comes to, for each whom it concerns.
fn lines(seen: &Seen<'_>, found: &Found<'_>) -> Markup {
    let call = seen.call;
    let shown: Vec<&Answer> =
        found.answers.iter().copied().filter(|it| it.status != Status::NotEntitled).collect();
    let amount_text = seen.right(found.right).amount.text.as_ref();
    let any = shown.iter().any(|it| it.amount.is_some());
    let line = |answer: &Answer| {
        let mut parts: Vec<String> = Vec::new();
        match answer.status {
            Status::MissingInfo => parts.push(call.t("guide-line-unknown").into_owned()),
            _ => parts.extend(answer.amount.map(|it| amount(seen, found.right, it))),
        }
        if answer.amount.is_none() && !answer.missing_for_amount.is_empty() {
            parts.push(call.t("guide-line-amount-waits").into_owned());
        }
        parts.join(" ")
    };
    // What holds for every child alike, and comes to nothing that is counted, needs no list of children.
    let silent =
        shown.len() >= usize::from(seen.state.children()) && shown.iter().all(|it| line(it).is_empty());
    html! {
        @for answer in shown.iter().filter(|_| !silent) {
            @let line = line(answer);
            @match (seen.about(answer.about), line.is_empty()) {
                (Some(who), true) => p { b { (dates::sentence(&who)) } },
                (Some(who), false) => p { b { (dates::sentence(&who)) ": " (line) } },
                (None, false) => p { b { (line) } },
                (None, true) => {},
            }
        }
        @if any {
            p.v-dus.v-liten {
                (call.say().with("guide-amount-dated", [("day", dates::short(call.say(), seen.moment.day, call.today()).into()), ("year", i64::from(seen.moment.day.year()).to_string().into())]))
            }
        } @else if let Some(text) = amount_text {
            p { (seen.moment.text(text.say(seen.language), seen.language)) }
        }
    }
}

/// «2 012 kr i måneden».
pub fn amount(seen: &Seen<'_>, right: usize, amount: Number) -> String {
    let (call, unit) = (seen.call, seen.right(right).amount.unit.as_str());
    let (measure, note) = unit.split_once(" (").unwrap_or((unit, ""));
    let text = rights::say::quantity(amount, measure, seen.language);
    let key = match measure.split_once('/').map(|(_, per)| per) {
        Some("mnd") => Some("guide-per-month"),
        Some("år") => Some("guide-per-year"),
        Some("uke") => Some("guide-per-week"),
        Some("vei") => Some("guide-per-way"),
        _ => None,
    };
    let text = key.map_or_else(
        || text.clone(),
        |key| call.say().with(key, [("amount", text.clone().into())]).into_owned(),
    );
    let pays = seen.right(right).amount.pays;
    let text =
        if pays { call.say().with("guide-you-pay", [("amount", text.into())]).into_owned() } else { text };
    // The note of the unit is written in bokmål.
    match (note.strip_suffix(')'), seen.language) {
        (Some(note), rights::Language::Nb | rights::Language::Nn) => format!("{text} ({note})"),
        _ => text,
    }
}

/// What is still unknown, and the shortest way to know.
fn missing(seen: &Seen<'_>, found: &Found<'_>, paper: bool) -> Markup {
    let call = seen.call;
    let right = seen.right(found.right);
    let mut wanted: Vec<Wanted> = found.answers.iter().flat_map(|it| seen.may_ask(it)).collect();
    wanted.sort();
    wanted.dedup();
    let mut labels: Vec<&str> = Vec::new();
    for fact in wanted.iter().map(|it| it.fact) {
        let label = seen.fact(fact).label.say(seen.language);
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    html! {
        @if labels.is_empty() {
            p { (call.t(if seen.open_door(found.right) { "guide-ask-them-offer" } else { "guide-ask-them" })) }
        } @else {
            p { (call.t("guide-missing")) }
            ul { @for label in &labels { li { (label) } } }
            @if !paper {
                div.v-knapper.v-knapper--rolig {
                    button.ds-button data-variant="secondary" data-size="sm" form=(CARRIER) name="na" value=(right.id) {
                        (call.say().with("guide-answer-these", [("count", wanted.len().into())]))
                        span.v-skjult { ": " (right.name.say(seen.language)) }
                    }
                }
            }
        }
    }
}

/// What will be another way within a year.
pub fn soon(seen: &Seen<'_>, found: &Found<'_>, changes: &[Change]) -> Vec<String> {
    let say = seen.call.say();
    let good =
        |status: Status| matches!(status, Status::Entitled | Status::WorthApplying | Status::Information);
    let mut lines = Vec::new();
    for answer in &found.answers {
        let Some(change) = changes.iter().find(|it| it.right == found.right && it.about == answer.about)
        else {
            continue;
        };
        let day = dates::short(say, change.on, seen.call.today());
        let key = match (change.status, change.amount) {
            // What is not known yet may still become a yes; what never was a no is told where it stands.
            ((Status::NotEntitled, after), _) if good(after) || after == Status::MissingInfo => {
                "guide-soon-begins"
            }
            ((before, Status::NotEntitled), _) if good(before) => "guide-soon-ends",
            ((before, after), (had, Some(_))) if before == after && had.is_some() => "guide-soon-amount",
            _ => continue,
        };
        let amount = change.amount.1.map(|it| amount(seen, found.right, it)).unwrap_or_default();
        let line = say.with(key, [("day", day.into()), ("amount", amount.into())]).into_owned();
        lines.push(match seen.about(answer.about) {
            Some(who) => format!("{}: {line}", dates::sentence(&who)),
            None => line,
        });
    }
    lines
}

fn more(seen: &Seen<'_>, found: &Found<'_>) -> Markup {
    let (call, right) = (seen.call, seen.right(found.right));
    let text = |it: &rights::Words| seen.moment.text(it.say(seen.language), seen.language);
    let answer = found.answers.iter().find(|it| it.status == found.status);
    let any_amount = found.answers.iter().any(|it| it.amount.is_some());
    html! {
        dl.v-fakta {
            @if let Some(amount) = right.amount.text.as_ref().filter(|_| any_amount || found.status == Status::MissingInfo) {
                dt { (call.t("guide-more-amount")) } dd { (text(amount)) }
            }
            @if let Some(deadline) = &right.answer_deadline.text {
                dt { (call.t("guide-more-time")) } dd { (text(deadline)) }
            }
            @if !right.documents.is_empty() {
                dt { (call.t("guide-more-documents")) }
                dd { ul { @for document in &right.documents { li { (text(document)) } } } }
            }
            @if !right.objective { dt { (call.t("guide-more-judged")) } dd { (text(&right.discretion)) } }
            @if let Some(body) = &right.complaint.body {
                dt { (call.t("guide-more-complaint")) } dd { (text(body)) }
            }
            @if let Some(interacts) = &right.interacts {
                dt { (call.t("guide-more-interacts")) } dd { (text(interacts)) }
            }
            dt { (call.t("guide-more-help")) }
            dd { (call.t("guide-more-help-text")) " " (phone(&call.house.municipality.phone)) "." }
        }
        @if let Some(answer) = answer { (reason::whole(seen, answer)) }
    }
}

/// What was told, each with a way to change it.
pub fn told(seen: &Seen<'_>, state: &State) -> Markup {
    let call = seen.call;
    html! {
        @for (wanted, value) in &state.told {
            @let said = seen.said(*wanted, value);
            div {
                dt { (seen.whose(wanted.whose).map_or_else(|| call.t("guide-told-you").into_owned(), |who| dates::sentence(&who))) }
                dd { (said) }
                dd.v-endre {
                    button.ds-button data-variant="tertiary" data-size="sm" form=(CARRIER) name="endre" value=(seen.code(*wanted)) {
                        (call.t("guide-change")) span.v-skjult { ": " (said) }
                    }
                }
            }
        }
    }
}
