//! The forms of the plan: a dream, a goal, an action, a need, something that helps. One thing for each page.

use super::place::{Ask, Desk};
use super::reach;
use crate::frame::form::{Errors, Filled};
use crate::frame::parts::Field;
use access::terms::{Area, Dream, Entry, Goal, Horizon, Need, Owner, Payload};
use maud::{Markup, html};

/// What a form is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A dream.
    Dream,
    /// A goal.
    Goal,
    /// An action.
    Action,
    /// A need.
    Need,
    /// Something that helps.
    Strength,
}

impl Kind {
    /// All of them, in the order of the page that offers them.
    pub const ALL: [Kind; 5] = [Kind::Dream, Kind::Goal, Kind::Action, Kind::Need, Kind::Strength];

    /// The word in the address.
    pub const fn slug(self) -> &'static str {
        match self {
            Kind::Dream => "drom",
            Kind::Goal => "maal",
            Kind::Action => "tiltak",
            Kind::Need => "behov",
            Kind::Strength => "styrke",
        }
    }

    /// From the word in the address.
    pub fn of_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }

    /// Of a thing that stands in the plan.
    pub const fn of(payload: &Payload) -> Option<Self> {
        match payload {
            Payload::Dream(_) => Some(Kind::Dream),
            Payload::Goal(_) => Some(Kind::Goal),
            Payload::Action(_) => Some(Kind::Action),
            Payload::Need(_) => Some(Kind::Need),
            Payload::Strength(_) => Some(Kind::Strength),
            _ => None,
        }
    }

    /// The code in text keys.
    pub const fn code(self) -> &'static str {
        match self {
            Kind::Dream => "dream",
            Kind::Goal => "goal",
            Kind::Action => "action",
            Kind::Need => "need",
            Kind::Strength => "strength",
        }
    }
}

/// What a new thing begins with, from the link that one came by.
pub fn blank(ask: &Ask, kind: Kind) -> Filled {
    let horizon = ask.vis.as_deref().and_then(Horizon::from_code);
    let filled = Filled::empty()
        .set_some("dream", ask.drom.as_deref())
        .set_some("goal", ask.maal.as_deref())
        .set_some("need", ask.behov.as_deref())
        .set_some("horizon", horizon.map(Horizon::code));
    let person = if kind == Kind::Dream { "of" } else { reach::ABOUT };
    filled.set_some(person, ask.person.as_deref())
}

/// What stands already.
pub fn fill(entry: &Entry) -> Filled {
    let filled = reach::fill(Filled::empty(), entry);
    match &entry.payload {
        Payload::Dream(dream) => {
            let filled = dream.of.iter().fold(filled, |filled, person| filled.set("of", person));
            match &dream.words {
                Some(words) => filled.set("words", words),
                None => filled.set("silent", "ja"),
            }
        }
        Payload::Goal(goal) => filled
            .set("words", &goal.words)
            .set("sign", &goal.sign)
            .set("note", &goal.note)
            .set("horizon", goal.horizon.code())
            .set_some("dream", goal.dream),
        Payload::Action(action) => filled
            .set("words", &action.words)
            .set("owner", owner_value(action.owner))
            .set_some("due", action.due)
            .set("horizon", action.horizon.code())
            .set_some("goal", action.goal)
            .set_some("need", action.need),
        Payload::Need(need) => filled
            .set("words", &need.words)
            .set("owner", owner_value(need.owner))
            .set("horizon", need.horizon.code())
            .set_some("area", need.area.map(Area::code)),
        Payload::Strength(strength) => filled.set("words", &strength.words),
        _ => filled,
    }
}

/// Whether the words belong to somebody in the family and the reader is another: then they stand as they are.
pub fn words_are_fixed(desk: &Desk<'_>, before: Option<&Entry>) -> bool {
    let Some(entry) = before else { return false };
    let words = |payload: &Payload| match payload {
        Payload::Need(need) => Some(need.words.clone()),
        Payload::Dream(dream) => dream.words.clone(),
        Payload::Goal(goal) => Some(goal.words.clone()),
        Payload::Strength(strength) => Some(strength.words.clone()),
        _ => None,
    };
    let Some(stands) = words(&entry.payload) else { return false };
    let versions = desk.view.sees().versions(entry.thing);
    let said =
        versions.iter().rev().take_while(|version| words(&version.payload).as_ref() == Some(&stands)).last();
    said.is_some_and(|version| {
        version.author.role == access::terms::Role::Citizen && version.author.actor != desk.call.visit.actor
    })
}

/// The fields of a form.
pub fn fields(
    desk: &Desk<'_>,
    kind: Kind,
    filled: &Filled,
    errors: &Errors,
    before: Option<&Entry>,
) -> Markup {
    let call = desk.call;
    let words = |rows| words_field(desk, kind, filled, errors, before, rows);
    html! {
        @match kind {
            Kind::Dream => {
                @if !desk.is_young() { (whose(desk, filled, errors)) }
                (words(3))
                (silent(desk, filled))
                (reach::fields(desk, filled, errors, false, before))
            }
            Kind::Goal => {
                (words(2))
                (Field::new("sign", call.t("plan-field-sign")).hint(call.t("plan-field-sign-hint")).optional().area(call, filled, errors, 2))
                (horizons(desk, filled, errors))
                (links(desk, "dream", "plan-field-dream", filled, errors, &dreams(desk)))
                @if desk.holds() {
                    (Field::new("note", call.t("plan-field-note")).hint(call.t("plan-field-note-hint")).optional().area(call, filled, errors, 2))
                }
                (reach::fields(desk, filled, errors, true, before))
            }
            Kind::Action => {
                (words(2))
                (owners(desk, filled, errors, before))
                (Field::new("due", call.t("plan-field-due")).optional().day(call, filled, errors))
                (horizons(desk, filled, errors))
                (links(desk, "goal", "plan-field-goal", filled, errors, &goals(desk)))
                (links(desk, "need", "plan-field-need", filled, errors, &needs(desk)))
                (reach::fields(desk, filled, errors, true, before))
            }
            Kind::Need => {
                (words(3))
                (horizons(desk, filled, errors))
                (areas(desk, filled, errors))
                (owners(desk, filled, errors, before))
                (reach::fields(desk, filled, errors, true, before))
            }
            Kind::Strength => {
                (words(2))
                (reach::fields(desk, filled, errors, true, before))
            }
        }
    }
}

fn words_field(
    desk: &Desk<'_>,
    kind: Kind,
    filled: &Filled,
    errors: &Errors,
    before: Option<&Entry>,
    rows: u8,
) -> Markup {
    let call = desk.call;
    let code = kind.code();
    if words_are_fixed(desk, before) {
        return html! {
            div {
                p { b { (call.t(&format!("plan-text-{code}"))) } }
                p { "«" (filled.raw("words")) "»" }
                p.v-dus { (call.t("plan-words-are-theirs")) }
                input type="hidden" name="words" value=(filled.raw("words"));
            }
        };
    }
    Field::new("words", call.t(&format!("plan-text-{code}")))
        .hint(call.t(&format!("plan-field-{code}-hint")))
        .area(call, filled, errors, rows)
}

fn silent(desk: &Desk<'_>, filled: &Filled) -> Markup {
    html! {
        div.ds-field {
            input.ds-input type="checkbox" id="silent" name="silent" value="ja" checked[filled.has("silent")];
            label for="silent" { (desk.call.t("plan-silent")) }
        }
    }
}

fn whose(desk: &Desk<'_>, filled: &Filled, errors: &Errors) -> Markup {
    let people: Vec<(String, String, Option<String>)> =
        reach::writes_about(desk).into_iter().map(|(id, name)| (id.to_string(), name, None)).collect();
    Field::new("of", desk.call.t("plan-field-of")).choices(desk.call, filled, errors, "checkbox", &people)
}

fn horizons(desk: &Desk<'_>, filled: &Filled, errors: &Errors) -> Markup {
    let say = desk.call.say();
    let choices: Vec<(String, String, Option<String>)> =
        [(Horizon::Acute, "plan-now"), (Horizon::LongTerm, "plan-later")]
            .into_iter()
            .map(|(horizon, key)| (horizon.code().to_owned(), say.say(key).into_owned(), None))
            .collect();
    Field::new("horizon", say.say("plan-field-horizon")).choices(desk.call, filled, errors, "radio", &choices)
}

fn areas(desk: &Desk<'_>, filled: &Filled, errors: &Errors) -> Markup {
    let say = desk.call.say();
    let choices: Vec<(String, String)> = Area::ALL
        .iter()
        .map(|area| (area.code().to_owned(), say.say(&format!("area-{}", area.code())).into_owned()))
        .collect();
    Field::new("area", say.say("plan-field-area")).hint(say.say("plan-field-area-hint")).optional().select(
        desk.call,
        filled,
        errors,
        &say.say("plan-field-area-none"),
        &choices,
    )
}

fn links(
    desk: &Desk<'_>,
    name: &str,
    key: &str,
    filled: &Filled,
    errors: &Errors,
    choices: &[(String, String)],
) -> Markup {
    if choices.is_empty() {
        return html! {};
    }
    Field::new(name, desk.call.t(key)).optional().select(
        desk.call,
        filled,
        errors,
        &desk.call.t("plan-field-none"),
        choices,
    )
}

/// A choice in a list is one line: the beginning of what it says.
fn short(words: &str) -> String {
    const MOST: usize = 70;
    if words.chars().count() <= MOST {
        words.to_owned()
    } else {
        words.chars().take(MOST).chain(['…']).collect()
    }
}

fn dreams(desk: &Desk<'_>) -> Vec<(String, String)> {
    let told = desk.view.sees().all::<Dream>();
    told.filter_map(|dream| dream.is.words.as_deref().map(|words| (dream.id().to_string(), short(words))))
        .collect()
}

fn goals(desk: &Desk<'_>) -> Vec<(String, String)> {
    let open = desk.view.sees().all::<Goal>().filter(|goal| goal.is.settled.is_none());
    open.map(|goal| (goal.id().to_string(), short(&goal.is.words))).collect()
}

fn needs(desk: &Desk<'_>) -> Vec<(String, String)> {
    let open = desk.view.sees().all::<Need>().filter(|need| need.is.settled.is_none());
    open.map(|need| (need.id().to_string(), short(&need.is.words))).collect()
}

pub(super) const MYSELF: &str = "meg";
pub(super) const NOBODY: &str = "ingen";
pub(super) const KEPT: &str = "samme";

fn owner_value(owner: Option<Owner>) -> String {
    match owner {
        None => NOBODY.into(),
        Some(Owner::Member(person)) => person.to_string(),
        Some(Owner::Helper(_)) => KEPT.into(),
    }
}

pub(super) fn owner_of(payload: &Payload) -> Option<Owner> {
    match payload {
        Payload::Action(action) => action.owner,
        Payload::Need(need) => need.owner,
        _ => None,
    }
}

/// Who does it: oneself, somebody in the family (for the coordinator), the one who has it already, or nobody yet.
fn owners(desk: &Desk<'_>, filled: &Filled, errors: &Errors, before: Option<&Entry>) -> Markup {
    let say = desk.call.say();
    let mut choices: Vec<(String, String, Option<String>)> = Vec::new();
    if let Some(me) = desk.view.me() {
        choices.push((me.to_string(), say.say("plan-owner-me").into_owned(), None));
    }
    let mine = Some(Owner::Helper(desk.call.visit.actor));
    let owner = before.and_then(|entry| owner_of(&entry.payload));
    if desk.holds() {
        if owner != mine {
            choices.push((MYSELF.into(), say.say("plan-owner-me").into_owned(), None));
        }
        for (person, name) in reach::writes_about(desk) {
            choices.push((person.to_string(), name, None));
        }
    }
    let keeps = match owner {
        Some(Owner::Helper(_)) => true,
        Some(Owner::Member(person)) => !choices.iter().any(|(value, ..)| *value == person.to_string()),
        None => false,
    };
    if keeps {
        let value =
            if matches!(owner, Some(Owner::Helper(_))) { KEPT.to_owned() } else { owner_value(owner) };
        let name = desk.who.owner(owner);
        choices.push((value, say.with("plan-owner-still", [("name", name.into())]).into_owned(), None));
    }
    let hint = if desk.holds() { "plan-owner-nobody-hint-coordinator" } else { "plan-owner-nobody-hint" };
    let hint = say.with(hint, [("name", desk.who.lead_given().into())]).into_owned();
    choices.push((NOBODY.into(), format!("{}. {hint}", say.say("plan-owner-nobody")), None));
    Field::new("owner", say.say("plan-field-owner")).choices(desk.call, filled, errors, "radio", &choices)
}
