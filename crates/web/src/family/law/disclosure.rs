//! The form of what was given to somebody outside who has a right to it by law.

use super::fields::{Choice, members, missing};
use super::sort::Sort;
use crate::family::told::{ground, grounds};
use crate::frame::Call;
use crate::frame::form::{Errors, Filled};
use crate::frame::parts::Field;
use access::View;
use access::terms::{Disclosure, GroundFor, Kind as _, Payload, PersonId, parties};
use maud::{Markup, html};

/// Those who can be told: the one it is about, and whoever decides for a child; and who has been told before, whatever
/// has happened since.
fn can_be_told(call: &Call, view: &View, about: Option<PersonId>, before: &[PersonId]) -> Vec<Choice> {
    let (limits, today) = (call.house.gate.limits(&call.visit), call.today());
    let Some(about) = about else { return members(view, |_, _| true) };
    let parties = parties(&view.sees(), about, today, limits);
    members(view, |id, _| parties.contains(&id) || before.contains(&id))
}

/// Who has been told of it before.
fn told_before(before: Option<&Disclosure>) -> &[PersonId] {
    before.map(|before| before.told.as_slice()).unwrap_or_default()
}

/// What is asked; of something that is written already, only who has been told since.
pub(super) fn fields(
    call: &Call,
    view: &View,
    filled: &Filled,
    errors: &Errors,
    before: Option<&Disclosure>,
) -> Markup {
    let say = call.say();
    let t = |what: &str| say.say(&Sort::Disclosure.key(what)).into_owned();
    let field = |name: &'static str| Field::new(name, t(name));
    html! {
        @if before.is_none() {
            (field("whom").choices(call, filled, errors, "radio", &members(view, |_, _| true)))
            (field("to").hint(t("to-hint")).line(call, filled, errors, "text"))
            (Field::new("law", say.say("vern-law")).choices(call, filled, errors, "radio", &grounds(call, GroundFor::Disclosure)))
            (field("demand").hint(t("demand-hint")).area(call, filled, errors, 3))
            (field("on").day(call, filled, errors))
            (field("given").hint(t("given-hint")).area(call, filled, errors, 3))
        }
        (field("told").hint(t("told-hint")).choices(call, filled, errors, "checkbox", &can_be_told(call, view, before.map(|before| before.about), told_before(before))))
        (field("untold").hint(t("untold-hint")).optional().area(call, filled, errors, 3))
    }
}

/// Reads it; nothing when something must be mended.
pub(super) fn read(
    call: &Call,
    view: &View,
    filled: &Filled,
    (about, before): (Option<PersonId>, Option<&Disclosure>),
    errors: &mut Errors,
) -> Option<Payload> {
    let (told, untold) = knows(call, view, filled, (about, told_before(before)), errors);
    if let Some(before) = before {
        let gone = before.told.iter().any(|person| !told.contains(person));
        if gone {
            errors.add("told", call.t("vern-disclosure-told-gone"));
        }
        return Some(Disclosure { told, untold, ..before.clone() }.wrap());
    }
    let mut text = |name: &'static str| {
        let text = filled.some_text(name);
        if text.is_none() {
            errors.add(name, missing(call, Sort::Disclosure, name, "form-empty"));
        }
        text
    };
    let (to, demand, given) = (text("to"), text("demand"), text("given"));
    let law = ground(call, filled, GroundFor::Disclosure, errors);
    let on = filled.day("on", call.today()).ok().flatten();
    match on {
        None => errors.add("on", missing(call, Sort::Disclosure, "on", "form-date")),
        Some(day) if day > call.today() => errors.add("on", call.t("vern-disclosure-on-late")),
        Some(_) => {}
    }
    let (about, to, law, demand, on, given) = (about?, to?, law?, demand?, on?, given?);
    Some(Disclosure { about, to, law, demand, on, given, told, untold, undone: None }.wrap())
}

/// Who in the family has been told, or why nobody has.
fn knows(
    call: &Call,
    view: &View,
    filled: &Filled,
    (about, before): (Option<PersonId>, &[PersonId]),
    errors: &mut Errors,
) -> (Vec<PersonId>, String) {
    let told: Vec<PersonId> = filled.parse_many("told");
    let fits = can_be_told(call, view, about, before);
    if told.iter().any(|person| !fits.iter().any(|(code, ..)| *code == person.to_string())) {
        errors.add("told", call.t("vern-disclosure-told-wrong"));
    }
    let untold = filled.text("untold");
    match (told.is_empty(), untold.is_empty()) {
        (true, true) => errors.add("untold", call.t("vern-disclosure-untold-missing")),
        (false, false) => errors.add("untold", call.t("vern-disclosure-untold-needless")),
        _ => {}
    }
    (told, untold)
}
