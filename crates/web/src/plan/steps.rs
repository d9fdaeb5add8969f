//! What a reader can do about an action now: the family says yes or no, the owner starts and delivers, somebody stops
//! it with a reason. The same buttons stand on the family's home page.

use super::action::{find, page};
use super::bits;
use super::place::{Answered, Ask, Desk, Place};
use crate::frame::Problem;
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf, seen};
use crate::frame::parts::{Field, icon};
use access::Acted;
use access::terms::{Action, ActionStatus, Command, Owner, PersonId, Thing, present};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};

/// A step that this reader may take now.
struct StepButton {
    to: ActionStatus,
    key: &'static str,
    icon: &'static str,
}

/// Where an action can go from here, for the buttons that need no words.
const STEPS: &[(ActionStatus, &str, &str)] = &[
    (ActionStatus::AcceptedByOwner, "plan-step-accept", "hake"),
    (ActionStatus::Started, "plan-step-start", "igang"),
    (ActionStatus::Delivered, "plan-step-delivered", "hake"),
    (ActionStatus::Done, "plan-step-done", "ferdig"),
];

fn to(action: &Thing<'_, Action>, to: ActionStatus, by: Option<PersonId>, words: &str) -> Command {
    Command::MoveAction {
        action: (action.id(), action.entry.version),
        to,
        accepted_by: by,
        words: words.to_owned(),
    }
}

/// The buttons that this reader has, in the order of the way.
fn open_steps(desk: &Desk<'_>, action: &Thing<'_, Action>) -> Vec<StepButton> {
    let is = action.is;
    if !is.status.is_open() || is.owner.is_none() || is.status == ActionStatus::Proposed {
        return Vec::new();
    }
    let me = desk.call.visit.actor;
    let helper = matches!(is.owner, Some(Owner::Helper(helper)) if helper == me);
    let member = matches!(is.owner, Some(Owner::Member(person)) if desk.view.standing().me.contains(&person));
    let own = helper || member;
    STEPS
        .iter()
        .filter(|(status, ..)| *status > is.status)
        .filter(|(status, ..)| match status {
            // Whoever starts has thereby accepted; a member who does it needs nobody to receive it.
            ActionStatus::AcceptedByOwner => helper && is.status == ActionStatus::AcceptedByFamily,
            ActionStatus::Started => own,
            ActionStatus::Delivered => helper,
            ActionStatus::Done => !helper || desk.holds(),
            _ => false,
        })
        .filter(|(status, ..)| desk.may(&to(action, *status, None, "")))
        .map(|(status, key, icon)| StepButton { to: *status, key, icon })
        .collect()
}

/// What the reader can do about it now, on its own page.
pub fn steps(desk: &Desk<'_>, action: &Thing<'_, Action>, filled: &Filled, errors: &Errors) -> Markup {
    step_forms(desk, action, filled, errors, false)
}

/// The same buttons on the family's home page; one comes back there.
pub fn steps_at_home(desk: &Desk<'_>, action: &Thing<'_, Action>) -> Markup {
    step_forms(desk, action, &Filled::empty(), &Errors::none(), true)
}

fn step_forms(
    desk: &Desk<'_>,
    action: &Thing<'_, Action>,
    filled: &Filled,
    errors: &Errors,
    home: bool,
) -> Markup {
    let say = desk.call.say();
    let address = desk.url_of("/plan/tiltak", action.id());
    let versions = html! {
        (seen(action.id(), action.entry.version))
        @if home { input type="hidden" name="fra" value="hjem"; }
    };
    let says_yes = bits::may_say_yes(desk, action);
    let buttons = open_steps(desk, action);
    let stops = action.is.status.is_open() && desk.may(&to(action, ActionStatus::Stopped, None, "-"));
    let chosen = filled.raw("til");
    html! {
        @if says_yes {
            (desk.form(&address, "v-knapper", html! {
                (versions)
                button.ds-button name="til" value=(ActionStatus::AcceptedByFamily.code()) { (icon("hake")) (say.say("plan-step-yes")) }
            }))
        } @else if !buttons.is_empty() {
            (desk.form(&address, "v-knapper", html! {
                (versions)
                @for (place, button) in buttons.iter().enumerate() {
                    button.ds-button data-variant=[(place > 0).then_some("secondary")] name="til" value=(button.to.code()) {
                        (icon(button.icon)) (say.say(button.key))
                    }
                }
            }))
        }
        @if desk.holds() && action.is.status == ActionStatus::Proposed && desk.open {
            (record_yes(desk, action, filled, errors))
        }
        @if stops {
            details.ds-details.v-boks open[chosen == ActionStatus::Stopped.code()] {
                summary { (say.say(if says_yes { "plan-step-no" } else { "plan-step-stop" })) }
                (desk.form(&address, "v-skjema v-skjema--tett", html! {
                    (versions)
                    input type="hidden" name="til" value=(ActionStatus::Stopped.code());
                    (Field::new("ord", say.say("plan-step-why")).hint(say.say("plan-step-why-hint")).area(desk.call, filled, errors, 2))
                    div.v-knapper { button.ds-button data-variant="secondary" { (say.say(if says_yes { "plan-step-no-send" } else { "plan-step-stop-send" })) } }
                }))
            }
        }
    }
}

/// The family's yes, written down by the coordinator: who said it, and how.
fn record_yes(desk: &Desk<'_>, action: &Thing<'_, Action>, filled: &Filled, errors: &Errors) -> Markup {
    let say = desk.call.say();
    let people: Vec<(String, String)> = present(&desk.view.sees(), desk.call.today())
        .into_iter()
        .map(|person| (person.id().to_string(), person.is.given.clone()))
        .collect();
    html! {
        details.ds-details.v-boks open[filled.raw("til") == ActionStatus::AcceptedByFamily.code()] {
            summary { (say.say("plan-record-yes")) }
            (desk.form(&desk.url_of("/plan/tiltak", action.id()), "v-skjema v-skjema--tett", html! {
                (seen(action.id(), action.entry.version))
                input type="hidden" name="til" value=(ActionStatus::AcceptedByFamily.code());
                (Field::new("accepted_by", say.say("plan-agree-who")).select(desk.call, filled, errors, &say.say("plan-choose-person"), &people))
                (Field::new("hvordan", say.say("plan-agree-how")).hint(say.say("plan-agree-how-hint")).line(desk.call, filled, errors, "text"))
                div.v-knapper { button.ds-button { (say.say("plan-record-yes-send")) } }
            }))
        }
    }
}

/// Moves the action on.
pub async fn step(place: Place, sent: FormOf) -> Answered {
    let moved = |acted: Acted| {
        let back = if sent.filled.raw("fra") == "hjem" {
            "/min".to_owned()
        } else {
            format!("{}/plan/tiltak/{}", place.base.path(), acted.thing)
        };
        let done = done_url(&back, &format!("step-{}", sent.filled.raw("til")));
        Ok(Redirect::to(&format!("{done}&ting={}", acted.thing)).into_response())
    };
    let written = place.write(&sent, "action", |desk| {
        find(desk, place.thing().ok()?).ok()?;
        let mut errors = Errors::none();
        let command = read(desk, &sent, &mut errors).ok()?;
        errors.is_empty().then_some(command)
    });
    if let Some(acted) = written.await? {
        return moved(acted);
    }
    let view = place.view_of_form(&sent, "action").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let action = find(&desk, place.thing()?)?;
    let mut errors = Errors::none();
    let command = read(&desk, &sent, &mut errors)?;
    if errors.is_empty() {
        match sent.act(view.family(), command).await? {
            Done::Yes(acted) => return moved(acted),
            Done::Mend(found) => errors = found,
            Done::Stale => {
                let view = place.view_of_form(&sent, "action").await?;
                let desk = Desk::new(&sent.call, place.base, &view);
                let action = find(&desk, place.thing()?)?;
                return Ok(moved_meanwhile(&desk, &action, &sent.filled));
            }
        }
    }
    let content = page(&desk, &action, &Ask::default(), &sent.filled, &errors);
    let page = desk.page(sent.call.t("plan-action-title")).failed();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.show(&sent.call, content)).into_response())
}

/// The command of the form; what must be mended is in `errors`.
fn read(desk: &Desk<'_>, sent: &FormOf, errors: &mut Errors) -> Result<Command, Problem> {
    let version = sent.filled.seen().ok_or(Problem::Unreadable)?;
    let goal = ActionStatus::from_code(sent.filled.raw("til")).ok_or(Problem::Unreadable)?;
    let (mut by, mut text) = (None, sent.filled.text("ord"));
    if goal == ActionStatus::AcceptedByFamily {
        by = if desk.is_family() { desk.view.me() } else { sent.filled.parse("accepted_by") };
        if !desk.is_family() {
            text = sent.filled.text("hvordan");
            if by.is_none() {
                errors.add("accepted_by", sent.call.t("plan-error-agree-who"));
            }
            if text.is_empty() {
                errors.add("hvordan", sent.call.t("plan-error-agree-how"));
            }
        }
    } else if goal == ActionStatus::Stopped && text.is_empty() {
        errors.add("ord", sent.call.t("plan-error-why"));
    }
    Ok(Command::MoveAction { action: version, to: goal, accepted_by: by, words: text })
}

/// Somebody changed the action between looking and pressing: look again, then press.
fn moved_meanwhile(desk: &Desk<'_>, action: &Thing<'_, Action>, filled: &Filled) -> axum::response::Response {
    let say = desk.call.say();
    let name = desk.who.author(&action.entry.author);
    let mut errors = Errors::none();
    errors.add("", say.with("plan-moved-meanwhile", [("name", name.into())]));
    let content = page(desk, action, &Ask::default(), filled, &errors);
    let page = desk.page(say.say("plan-conflict-title")).failed();
    (StatusCode::CONFLICT, page.show(desk.call, content)).into_response()
}
