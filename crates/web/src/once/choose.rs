//! Choosing what to apply for, on the page of answers: several rights at once, each for the children whom it fits.

use super::terms::most_delicate;
use super::{ADULT, show, state};
use crate::frame::Problem;
use crate::frame::act::Done;
use crate::frame::form::{Errors, FormOf};
use crate::frame::parts::icon;
use crate::guide::{Found, Seen};
use crate::plan::place::{Answered, Base, Desk, Place};
use access::terms::{
    Action, ActionStatus, Applying, Audience, Command, Draft, Horizon, Kind, Owner, PersonId, Stage,
};
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};
use rights::answer::{Answer, Status};
use rights::catalogue::{Automation, Right, RightKind};

/// The form that the boxes of all cards belong to.
const FORM: &str = "soknader";
/// The form that the buttons into the plan belong to.
const PLAN: &str = "i-planen";

/// Whether there is something to apply for: a right or a possibility that somebody decides about on application.
fn can_apply(right: &Right) -> bool {
    matches!(right.kind, RightKind::Entitlement | RightKind::Discretionary)
        && right.automation != Automation::Guide
        && right.apply.is_some()
}

/// For whom a right is worth applying for.
fn fits<'f>(found: &'f Found<'_>) -> impl Iterator<Item = &'f Answer> {
    let good = |status| matches!(status, Status::Entitled | Status::WorthApplying);
    found.answers.iter().copied().filter(move |answer| good(answer.status))
}

/// The box on a card of the guide, when the family is known and there is something to apply for; or where that which
/// was applied for stands.
pub fn on_card(seen: &Seen<'_>, found: &Found<'_>) -> Markup {
    let Some(home) = &seen.state.home else { return html! {} };
    let right = seen.right(found.right);
    if !can_apply(right) || fits(found).next().is_none() {
        return html! {};
    }
    let say = seen.call.say();
    let child = |answer: &Answer| answer.about.child.and_then(|place| home.children.get(usize::from(place)));
    let known = |answer: &Answer| {
        let child: Option<PersonId> = child(answer).map(|child| child.id);
        home.applied.get(&(right.id.clone(), child)).copied()
    };
    let open = |stage: Stage| stage != Stage::Withdrawn && stage != Stage::Settled;
    let new = fits(found).any(|answer| known(answer).is_none_or(|(_, stage)| !open(stage)));
    let id = format!("sok-{}", right.id);
    html! {
        @for answer in fits(found) {
            @if let Some((thing, stage)) = known(answer).filter(|(_, stage)| open(*stage)) {
                p.v-liten {
                    (icon("soknad")) " "
                    a href={ (home.base.path()) "/soknader/" (thing) } {
                        (say.say(if stage == Stage::Draft { "once-card-draft" } else { "once-card-applied" }))
                        @if let Some(child) = child(answer) { ": " (child.given) }
                        span.v-skjult { ", " (right.name.say(seen.language)) }
                    }
                }
            }
        }
        @if home.base == Base::Own {
            // A step of one's own in the plan: something to remember, whether one applies now or later.
            button.ds-button.v-ikke-skriv data-variant="tertiary" data-size="sm" form=(PLAN) name="rett" value=(right.id) {
                (icon("plan")) (say.say("once-into-plan")) span.v-skjult { ": " (right.name.say(seen.language)) }
            }
        }
        @if new {
            div.ds-field.v-ikke-skriv {
                input.ds-input type="checkbox" name="rett" value=(right.id) id=(id) form=(FORM);
                label for=(id) { (say.say("once-card-choose")) span.v-skjult { ": " (right.name.say(seen.language)) } }
            }
        }
    }
}

/// The form that the buttons into the plan belong to.
pub fn plan_form(desk: &Desk<'_>, seen: &Seen<'_>) -> Markup {
    html! {
        @if desk.base == Base::Own && desk.open {
            form #(PLAN) method="post" action="/min/rettigheter/plan" {
                (crate::frame::form::hidden(desk.call))
                (seen.state.hidden())
            }
        }
    }
}

/// Writes a right into the family's plan: a step that whoever reads has taken on.
pub async fn into_plan(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "rights").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let state = state(&desk, None)?;
    let me = view.me().ok_or(Problem::Missing)?;
    let seen = Seen::of(&sent.call, &state);
    let found = seen.found().into_iter().find(|it| seen.right(it.right).id == sent.filled.raw("rett"));
    let found = found.filter(|it| can_apply(seen.right(it.right))).ok_or(Problem::Missing)?;
    let name = seen.right(found.right).name.say(seen.language);
    let words = sent.call.say().with("once-plan-words", [("name", name.to_owned().into())]).into_owned();
    let action = Action {
        words,
        goal: None,
        need: None,
        owner: Some(Owner::Member(me)),
        service: None,
        due: None,
        horizon: Horizon::LongTerm,
        status: ActionStatus::Proposed,
        accepted_by: None,
        accepted_how: String::new(),
        outcome: String::new(),
    };
    let command = Command::Write {
        replaces: None,
        payload: action.wrap(),
        subjects: vec![me],
        audience: Audience::Ordinary,
    };
    sent.press(view.family(), command).await?;
    Ok(Redirect::to(&crate::frame::act::done_url("/min/rettigheter", "once-planned")).into_response())
}

/// The button that makes one form of what was chosen.
pub fn basket(desk: &Desk<'_>, seen: &Seen<'_>, found: &[Found<'_>]) -> Markup {
    let any = found.iter().any(|it| can_apply(seen.right(it.right)) && fits(it).next().is_some());
    if !any || !desk.open {
        return html! {};
    }
    let call = desk.call;
    let action = format!("{}/soknader/ny", desk.base.path());
    html! {
        section.v-kort.v-kort--venstre.v-ikke-skriv data-kant="lyng" {
            h2 { (call.t("once-apply")) }
            p { (call.t(if desk.base == Base::Own { "once-apply-text" } else { "once-apply-text-work" })) }
            form #(FORM) method="post" action=(action) novalidate {
                (crate::frame::form::hidden(call))
                (seen.state.hidden())
                div.v-knapper { button.ds-button { (icon("soknad")) (call.t("once-apply-chosen")) } }
            }
        }
    }
}

/// Makes a draft of each right that was chosen, for each child whom it fits.
pub async fn prepare(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "apply").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let state = state(&desk, sent.filled.parse(ADULT))?;
    let home = state.home.clone().ok_or(Problem::Missing)?;
    let (seen, chosen) = (Seen::of(&sent.call, &state), sent.filled.many("rett"));
    let catalogue = state.knowledge.catalogue;
    let mut drafts: Vec<Draft> = Vec::new();
    for found in seen.found() {
        let right = seen.right(found.right);
        if !chosen.contains(&right.id.as_str()) || !can_apply(right) {
            continue;
        }
        for answer in fits(&found) {
            let child = answer.about.child.and_then(|place| home.children.get(usize::from(place)));
            let category = most_delicate(catalogue, right);
            let draft = Draft {
                right: right.id.clone(),
                applicant: home.adult,
                child: child.map(|child| child.id),
                category,
            };
            if !drafts.contains(&draft) {
                drafts.push(draft);
            }
        }
    }
    let base = desk.base.path();
    let query = show::query(&desk, &state);
    if drafts.is_empty() {
        let back = format!("{base}/rettigheter{query}");
        return Ok(Redirect::to(&crate::frame::act::done_url(&back, "once-none-chosen")).into_response());
    }
    match sent.act(view.family(), Command::Apply(Applying::Prepare(drafts))).await? {
        Done::Yes(_) => Ok(Redirect::to(&format!("{base}/soknader/skjema{query}")).into_response()),
        Done::Mend(errors) => Ok(refused(&desk, &errors)),
        Done::Stale => Err(Problem::Unreadable.into()),
    }
}

fn refused(desk: &Desk<'_>, errors: &Errors) -> axum::response::Response {
    let call = desk.call;
    let content = html! { (errors.summary(call)) p { a href={ (desk.base.path()) "/rettigheter" } { (call.t("guide-back-answers")) } } };
    let page = desk.page(call.t("once-apply")).narrow().failed().show(call, content);
    (axum::http::StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}
