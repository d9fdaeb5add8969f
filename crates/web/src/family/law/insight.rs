//! The form of an answer to somebody who asked to see what is written.

use super::fields::{Choice, members, missing};
use super::sort::Sort;
use crate::frame::Call;
use crate::frame::form::{Errors, Filled};
use crate::frame::parts::Field;
use access::View;
use access::terms::{GroundFor, Insight, InsightOutcome, Kind as _, Payload, PersonId};
use maud::{Markup, html};

/// The grounds in law for a no today: code, and the words that stand in the letter.
fn grounds(call: &Call) -> Vec<Choice> {
    let rules = call.house.gate.rules();
    let text = |code: &str| call.say().coded("law", code).into_owned();
    let grounds = rules.legal_grounds(GroundFor::Refusal, call.today());
    grounds.map(|ground| (ground.code.clone(), text(&ground.code), None)).collect()
}

/// What is asked.
pub(super) fn fields(call: &Call, view: &View, filled: &Filled, errors: &Errors) -> Markup {
    let say = call.say();
    let t = |what: &str| say.say(&Sort::Insight.key(what)).into_owned();
    let radio = |name: &'static str, choices: &[Choice]| {
        Field::new(name, t(name)).choices(call, filled, errors, "radio", choices)
    };
    let outcomes: Vec<Choice> = InsightOutcome::ALL
        .iter()
        .map(|it| (it.code().to_owned(), t(&format!("outcome-{}", it.code())), None))
        .collect();
    html! {
        (radio("by", &members(view, |_, _| true)))
        (radio("whom", &members(view, |_, _| true)))
        (Field::new("asked", t("asked")).hint(t("asked-hint")).area(call, filled, errors, 3))
        (Field::new("on", t("on")).day(call, filled, errors))
        (radio("outcome", &outcomes))
        (Field::new("answer", t("answer")).hint(t("answer-hint")).area(call, filled, errors, 4))
        fieldset.ds-fieldset {
            legend.ds-label { (t("no")) }
            p.v-dus { (t("no-hint")) }
            (Field::new("law", say.say("vern-law")).optional().choices(call, filled, errors, "radio", &grounds(call)))
            (Field::new("why", t("why")).hint(t("why-hint")).optional().area(call, filled, errors, 4))
        }
    }
}

/// Reads it; nothing when something must be mended.
pub(super) fn read(
    call: &Call,
    filled: &Filled,
    (by, about): (Option<PersonId>, Option<PersonId>),
    errors: &mut Errors,
) -> Option<Payload> {
    let mut need = |there: bool, name: &str, otherwise: &str| {
        if !there {
            errors.add(name, missing(call, Sort::Insight, name, otherwise));
        }
    };
    let (asked, answer) = (filled.some_text("asked"), filled.some_text("answer"));
    let outcome = InsightOutcome::from_code(filled.raw("outcome"));
    let on = filled.day("on", call.today()).ok().flatten();
    need(asked.is_some(), "asked", "form-empty");
    need(on.is_some(), "on", "form-date");
    need(outcome.is_some(), "outcome", "form-choice");
    need(answer.is_some(), "answer", "form-empty");
    if on.is_some_and(|day| day > call.today()) {
        errors.add("on", call.t("vern-insight-on-late"));
    }
    let (law, why) = no(call, filled, outcome?, errors);
    let (by, about, asked, on, outcome, answer) = (by?, about?, asked?, on?, outcome?, answer?);
    Some(Insight { by, about, asked, on, outcome, answer, law, why, reversed: None }.wrap())
}

/// The ground and the reason of a no. What is shown whole has neither; what was written there is not thrown away.
fn no(
    call: &Call,
    filled: &Filled,
    outcome: InsightOutcome,
    errors: &mut Errors,
) -> (Option<String>, String) {
    let (chosen, why) = (filled.raw("law"), filled.text("why"));
    if outcome == InsightOutcome::Given {
        if !chosen.is_empty() || !why.is_empty() {
            errors.add("outcome", call.t("vern-insight-no-needless"));
        }
        return (None, String::new());
    }
    let law = grounds(call).into_iter().map(|(code, ..)| code).find(|code| code == chosen);
    if law.is_none() {
        errors.add("law", call.t("vern-law-missing"));
    }
    if why.is_empty() {
        errors.add("why", call.t("vern-insight-why-missing"));
    }
    (law, why)
}
