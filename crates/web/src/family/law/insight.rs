//! The form of an answer to somebody who asked to see what is written.

use super::fields::{Choice, missing};
use super::sort::Sort;
use crate::family::told::{ground, grounds};
use crate::frame::Call;
use crate::frame::form::{Errors, Filled};
use crate::frame::parts::Field;
use access::View;
use access::terms::{GroundFor, Insight, InsightOutcome, Kind as _, Payload, Person, PersonId};
use maud::{Markup, html};

/// Everybody who is or was in the family: it is often the one who has left who asks.
fn everybody(view: &View, fits: impl Fn(&Person) -> bool) -> Vec<Choice> {
    let people = view.sees().all::<Person>().filter(|person| fits(person.is));
    people.map(|person| (person.id().to_string(), person.is.full_name(), None)).collect()
}

/// Those who can be written to: whoever is old enough to have pages of one's own. For younger children others ask.
fn askers(call: &Call, view: &View) -> Vec<Choice> {
    let (limits, today) = (call.house.gate.limits(&call.visit), call.today());
    let own = |is: &Person| is.age(today).is_some_and(|age| age >= limits.own_access_age);
    everybody(view, |is| !is.is_minor(today, limits) || own(is))
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
        (radio("by", &askers(call, view)))
        (radio("whom", &everybody(view, |_| true)))
        (Field::new("asked", t("asked")).hint(t("asked-hint")).area(call, filled, errors, 3))
        (Field::new("on", t("on")).day(call, filled, errors))
        (radio("outcome", &outcomes))
        (Field::new("answer", t("answer")).hint(t("answer-hint")).area(call, filled, errors, 4))
        fieldset.ds-fieldset {
            legend.ds-label { (t("no")) }
            p.v-dus { (t("no-hint")) }
            (Field::new("law", say.say("vern-law")).optional().choices(call, filled, errors, "radio", &grounds(call, GroundFor::Refusal)))
            (Field::new("why", t("why")).hint(t("why-hint")).optional().area(call, filled, errors, 4))
        }
    }
}

/// Reads it; nothing when something must be mended.
pub(super) fn read(
    call: &Call,
    view: &View,
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
    let may_ask = |by: PersonId| askers(call, view).iter().any(|(id, ..)| *id == by.to_string());
    need(by.is_none_or(may_ask), "by", "form-choice");
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
    let why = filled.text("why");
    if outcome == InsightOutcome::Given {
        if !filled.raw("law").is_empty() || !why.is_empty() {
            errors.add("outcome", call.t("vern-insight-no-needless"));
        }
        return (None, String::new());
    }
    let law = ground(call, filled, GroundFor::Refusal, errors);
    if why.is_empty() {
        errors.add("why", call.t("vern-insight-why-missing"));
    }
    (law, why)
}
