//! Reading the forms of the plan: what was written, and what must be mended.

use super::forms::{KEPT, Kind, MYSELF, NOBODY, owner_of};
use super::place::Desk;
use super::reach;
use crate::frame::form::{Errors, Filled};
use access::terms::{
    Action, ActionStatus, Area, Audience, Category, Command, Dream, Entry, Goal, Horizon, Kind as _, Need,
    Owner, Payload, PersonId, Strength, ThingId,
};

/// What is written: what it says, whom it is about, who sees it.
pub struct Draft {
    /// What it says.
    pub payload: Payload,
    /// Whom it is about.
    pub subjects: Vec<PersonId>,
    /// How far it is opened inside the family.
    pub audience: Audience,
}

impl Draft {
    /// The command that writes it: something new, or over a version of a thing.
    pub fn write(self, replaces: Option<(ThingId, u32)>) -> Command {
        Command::Write { replaces, payload: self.payload, subjects: self.subjects, audience: self.audience }
    }
}

fn read_owner(
    desk: &Desk<'_>,
    filled: &Filled,
    errors: &mut Errors,
    before: Option<&Entry>,
) -> Option<Owner> {
    let kept = before.and_then(|entry| owner_of(&entry.payload));
    match filled.raw("owner") {
        KEPT => kept,
        MYSELF if desk.holds() => Some(Owner::Helper(desk.call.visit.actor)),
        NOBODY => None,
        id => match id.parse() {
            Ok(person) => Some(Owner::Member(person)),
            Err(_) => {
                errors.add("owner", desk.call.t("plan-error-owner"));
                kept
            }
        },
    }
}

fn read_words(desk: &Desk<'_>, kind: Kind, filled: &Filled, errors: &mut Errors) -> String {
    let words = filled.text("words");
    if words.is_empty() {
        errors.add("words", desk.call.t(&format!("plan-error-{}", kind.code())));
    }
    words
}

fn read_horizon(desk: &Desk<'_>, filled: &Filled, errors: &mut Errors) -> Horizon {
    Horizon::from_code(filled.raw("horizon")).unwrap_or_else(|| {
        errors.add("horizon", desk.call.t("plan-error-horizon"));
        Horizon::Acute
    })
}

fn link<T: From<ThingId>>(filled: &Filled, name: &str) -> Option<T> {
    filled.parse::<ThingId>(name).map(T::from)
}

/// Reads a form. What must be mended is in `errors`; the draft then is not to be used.
pub fn read(
    desk: &Desk<'_>,
    kind: Kind,
    filled: &Filled,
    errors: &mut Errors,
    before: Option<&Entry>,
) -> Draft {
    let mut about = None;
    let payload = match kind {
        Kind::Dream => {
            let of = if desk.is_young() { desk.view.standing().me.clone() } else { filled.parse_many("of") };
            if of.is_empty() {
                errors.add("of", desk.call.t("plan-error-of"));
            }
            let words = filled.some_text("words").filter(|_| !filled.has("silent"));
            if words.is_none() && !filled.has("silent") {
                errors.add("words", desk.call.t("plan-error-dream"));
            }
            about = Some(of.clone());
            Dream { of, words }.wrap()
        }
        Kind::Goal => {
            let old = before.and_then(|entry| Goal::of(&entry.payload));
            let note = if desk.holds() {
                filled.text("note")
            } else {
                old.map(|old| old.note.clone()).unwrap_or_default()
            };
            Goal {
                dream: link(filled, "dream"),
                words: read_words(desk, kind, filled, errors),
                sign: filled.text("sign"),
                note,
                horizon: read_horizon(desk, filled, errors),
                settled: old.and_then(|old| old.settled.clone()),
            }
            .wrap()
        }
        Kind::Action => read_action(desk, filled, errors, before),
        Kind::Need => Need {
            words: read_words(desk, kind, filled, errors),
            area: Area::from_code(filled.raw("area")),
            horizon: read_horizon(desk, filled, errors),
            owner: read_owner(desk, filled, errors, before),
            settled: before.and_then(|entry| Need::of(&entry.payload)).and_then(|old| old.settled.clone()),
        }
        .wrap(),
        Kind::Strength => Strength { words: read_words(desk, kind, filled, errors) }.wrap(),
    };
    let category: Category = payload.category();
    let reach = reach::read(desk, filled, errors, about, category, before);
    Draft { payload, subjects: reach.subjects, audience: reach.audience }
}

fn read_action(desk: &Desk<'_>, filled: &Filled, errors: &mut Errors, before: Option<&Entry>) -> Payload {
    let due = filled.day("due", desk.call.today());
    let due = errors.take(desk.call, "due", due);
    let owner = read_owner(desk, filled, errors, before);
    let words = read_words(desk, Kind::Action, filled, errors);
    let horizon = read_horizon(desk, filled, errors);
    let old = before.and_then(|entry| Action::of(&entry.payload)).cloned();
    let service = match owner {
        Some(Owner::Helper(helper)) if helper == desk.call.visit.actor => desk.call.visit.service,
        Some(Owner::Helper(_)) => old.as_ref().and_then(|old| old.service),
        _ => None,
    };
    let base = old.unwrap_or_else(|| Action {
        words: String::new(),
        goal: None,
        need: None,
        owner: None,
        service: None,
        due: None,
        horizon,
        status: ActionStatus::Proposed,
        accepted_by: None,
        accepted_how: String::new(),
        outcome: String::new(),
    });
    Action {
        words,
        goal: link(filled, "goal"),
        need: link(filled, "need"),
        owner,
        service,
        due,
        horizon,
        ..base
    }
    .wrap()
}
