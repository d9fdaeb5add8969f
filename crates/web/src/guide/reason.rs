//! Why an answer is as it is: one sentence on the card, and the whole of it for whoever wants to check.

use super::seen::Seen;
use crate::frame::dates;
use crate::frame::parts::listed;
use maud::{Markup, html};
use rights::Value;
use rights::answer::Answer;
use rights::catalogue::Asked;
use rights::program::Compare;
use rights::reason::{Part, Reason};

/// Told facts that the sentence names at most.
const NAMED: usize = 3;

/// What was told that the answer rests on: «Dere har svart: …».
pub fn sentence(seen: &Seen<'_>, answer: &Answer) -> String {
    let mut said: Vec<String> = Vec::new();
    for wanted in seen.moment.rests_on(&seen.answers, answer) {
        // The day of birth is never said back; the age is, where it matters, in the whole reason.
        let Some(told) = seen.household.told(wanted.fact, wanted.whose) else { continue };
        // What the municipality has set, nobody has answered.
        let fact = seen.fact(wanted.fact);
        if matches!(told.value, Value::Date(_)) || fact.usual || fact.asked == Asked::Set {
            continue;
        }
        said.push(format!("«{}»", seen.said(wanted, &told.value)));
    }
    let say = seen.call.say();
    match said.len() {
        0 => say.say("guide-why-age").into_owned(),
        all => {
            said.truncate(NAMED);
            if all > NAMED {
                said.push(say.with("guide-why-more", [("count", (all - NAMED).into())]).into_owned());
            }
            say.with("guide-why", [("facts", listed(seen.call, &said).into())]).into_owned()
        }
    }
}

/// The whole reason: each condition with what it came to, and each rate with its day.
pub fn whole(seen: &Seen<'_>, answer: &Answer) -> Markup {
    let (call, moment) = (seen.call, &seen.moment);
    let rule = moment.rule_of(answer);
    let day = |day| dates::short(call.say(), day, call.today());
    html! {
        @if let Some(reason) = moment.reason(&seen.household, &seen.answers, answer) {
            h4 { (call.t("guide-reason-conditions")) }
            @if matches!(reason.part, Part::All | Part::Any | Part::Not) {
                (heading(seen, &reason))
                ul { @for part in reason.parts() { (item(seen, &part)) } }
            } @else { ul { (item(seen, &reason)) } }
        }
        @if let Some(reason) = moment.reason_of_amount(&seen.household, &seen.answers, answer) {
            @let rates = rates(seen, &reason);
            @if !rates.is_empty() {
                h4 { (call.t("guide-reason-rates")) }
                ul { @for rate in &rates { li { (rate) } } }
            }
        }
        @if let Some(rule) = rule {
            p.v-dus.v-liten {
                @let basis = seen.right(answer.right).legal_basis.trim_matches(['–', ' ']);
                @if !basis.is_empty() { (basis) ". " }
                (call.say().with("guide-reason-rule", [("from", day(rule.from).into()), ("read", day(rule.read).into())]))
            }
        }
    }
}

fn heading(seen: &Seen<'_>, reason: &Reason) -> Markup {
    let key = match reason.part {
        Part::Any => "guide-reason-any",
        Part::Not => "guide-reason-not",
        _ => "guide-reason-all",
    };
    html! { p { (seen.call.t(key)) } }
}

fn item(seen: &Seen<'_>, reason: &Reason) -> Markup {
    let call = seen.call;
    if matches!(reason.part, Part::All | Part::Any | Part::Not) {
        return html! {
            li { (heading(seen, reason)) ul { @for part in reason.parts() { (item(seen, &part)) } } }
        };
    }
    let outcome = match reason.value {
        Some(Value::Bool(true)) => "guide-reason-yes",
        Some(Value::Bool(false)) => "guide-reason-no",
        _ => "guide-reason-unknown",
    };
    html! { li { (words(seen, reason)) " – " b { (call.t(outcome)) } } }
}

/// A condition in words: «Barnets alder: 8 år, må være under 18 år».
fn words(seen: &Seen<'_>, reason: &Reason) -> String {
    let (call, moment) = (seen.call, &seen.moment);
    match (&reason.part, reason.parts().as_slice()) {
        (Part::Comparison(how), [a, b]) if plain(a) && plain(b) => {
            let key = match how {
                Compare::Less => "guide-reason-less",
                Compare::LessOrEqual => "guide-reason-at-most",
                Compare::Greater => "guide-reason-more",
                Compare::GreaterOrEqual => "guide-reason-at-least",
                Compare::Equal => "guide-reason-equal",
                Compare::NotEqual => "guide-reason-other",
            };
            let side = |part: &Reason| moment.leaf(part, seen.language);
            call.say().with(key, [("what", side(a).into()), ("limit", side(b).into())]).into_owned()
        }
        (Part::Told { fact, .. } | Part::Derived { fact }, _) => {
            seen.fact(*fact).label.say(seen.language).to_owned()
        }
        _ => {
            // A calculation: what goes into it, in words.
            let mut labels: Vec<String> = Vec::new();
            for (_, part) in &reason.all() {
                if let Part::Told { fact, .. } | Part::Derived { fact } = part.part
                    && !inner(&seen.fact(fact).name)
                {
                    let label = seen.fact(fact).label.say(seen.language).to_owned();
                    if !labels.contains(&label) {
                        labels.push(label);
                    }
                }
            }
            labels.join(", ")
        }
    }
}

/// Facts that only calculations speak of: the day of the case, and months counted from long ago.
fn inner(fact: &str) -> bool {
    fact.starts_with("case.") || fact.ends_with("month_index")
}

/// Whether a side of a comparison says something by itself. A count of months since long ago does not.
fn plain(reason: &Reason) -> bool {
    matches!(reason.part, Part::Told { .. } | Part::Derived { .. } | Part::Rate { .. } | Part::Constant)
        && !inner(reason.text)
}

/// The rates of a calculation, each with its value and first day.
fn rates(seen: &Seen<'_>, reason: &Reason) -> Vec<String> {
    let mut found = Vec::new();
    for (_, part) in &reason.all() {
        if let Part::Rate { value: Some(value), .. } = &part.part {
            let from = dates::short(seen.call.say(), value.from, seen.call.today());
            let text = seen.moment.leaf(part, seen.language);
            let line =
                seen.call.say().with("guide-reason-rate", [("rate", text.into()), ("from", from.into())]);
            let line = line.into_owned();
            if !found.contains(&line) {
                found.push(line);
            }
        }
    }
    found
}
