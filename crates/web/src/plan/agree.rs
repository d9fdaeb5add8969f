//! «Dette er vi enige om»: who said yes to the plan, and when. A yes of one's own is one press; the coordinator
//! writes down another's yes with how it was given.

use super::overview::changed_since;
use super::place::{Answered, Desk, Place};
use crate::frame::act::{Done, done_url};
use crate::frame::dates;
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::{Field, icon};
use crate::frame::{Call, Problem};
use access::terms::{Agreement, Audience, Command, Kind, Moment, PersonId, Plan, Role, Thing, present};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};

/// The latest yes of each person, the first to say it first.
fn latest<'a>(agreements: &[Thing<'a, Agreement>]) -> Vec<Thing<'a, Agreement>> {
    let mut found: Vec<Thing<'a, Agreement>> = Vec::new();
    for agreement in agreements {
        found.retain(|earlier| earlier.is.by != agreement.is.by);
        found.push(*agreement);
    }
    found
}

/// The reader's own latest yes.
fn mine<'a>(desk: &Desk<'a>) -> Option<Thing<'a, Agreement>> {
    let me = desk.view.me()?;
    desk.view.sees().all::<Agreement>().filter(|agreement| agreement.is.by == me).last()
}

fn own_yes(desk: &Desk<'_>) -> Option<Command> {
    let by = desk.view.me()?;
    let payload = Agreement { by, on: desk.call.today(), how: String::new() }.wrap();
    let command =
        Command::Write { replaces: None, payload, subjects: Vec::new(), audience: Audience::Ordinary };
    desk.may(&command).then_some(command)
}

fn yes_button(desk: &Desk<'_>) -> Markup {
    desk.form(
        &desk.url("/plan/enig"),
        "v-knapper",
        html! { button.ds-button { (icon("hake")) (desk.call.t("plan-agree-press")) } },
    )
}

/// What is new since the reader said yes, or that the reader has not said so yet.
pub fn banner(desk: &Desk<'_>, plan: &Plan<'_>) -> Markup {
    let say = desk.call.say();
    if plan.is_empty() || own_yes(desk).is_none() {
        return html! {};
    }
    let given = mine(desk);
    if given.as_ref().is_some_and(|given| !changed_since(desk, given)) {
        return html! {};
    }
    html! {
        section.v-kort.v-kort--venstre data-kant="lyng" {
            @match &given {
                Some(given) => {
                    @let day = dates::short(say, given.is.on, desk.call.today());
                    h2 { (say.say("plan-changed-since")) }
                    p {
                        (say.with("plan-you-agreed", [("day", day.into())])) " "
                        a href={ (desk.url("/plan/historikk")) "?fra=" (given.is.on) } { (say.say("plan-see-changes")) }
                    }
                }
                None => {
                    h2 { (say.say("plan-agree-heading")) }
                    p { (say.with("plan-agree-text", [("name", desk.who.lead_given().into())])) }
                }
            }
            (yes_button(desk))
        }
    }
}

/// Who is agreed, as a card below the plan.
pub fn card(desk: &Desk<'_>, agreements: &[Thing<'_, Agreement>], live: bool) -> Markup {
    let say = desk.call.say();
    let given = latest(agreements);
    html! {
        section.v-kort {
            h2 { (say.say("plan-agreed")) }
            @if given.is_empty() { p.v-dus { (say.say("plan-agreed-none")) } }
            @else { ul.v-ikonliste { @for one in &given { li { (icon("ferdig")) span { (sentence(desk, one)) } } } } }
            @if live && desk.open && desk.holds() {
                a href=(desk.url("/plan/enig")) { (say.say("plan-agree-record")) }
            }
        }
    }
}

fn sentence(desk: &Desk<'_>, agreement: &Thing<'_, Agreement>) -> String {
    let say = desk.call.say();
    let name = desk.who.person(agreement.is.by);
    let day = dates::short(say, agreement.is.on, desk.call.today());
    if agreement.is.how.is_empty() {
        return say.with("plan-said-yes", [("name", name.into()), ("day", day.into())]).into_owned();
    }
    let by = desk.who.author(&agreement.entry.author);
    say.with(
        "plan-said-yes-how",
        [
            ("name", name.into()),
            ("day", day.into()),
            ("how", agreement.is.how.trim_end_matches('.').to_owned().into()),
            ("by", by.into()),
        ],
    )
    .into_owned()
}

/// The coordinator's form for another's yes.
pub async fn show(place: Place, call: Call) -> Answered {
    call.only(&[Role::Coordinator])?;
    let view = place.view(&call, "plan").await?;
    let desk = Desk::new(&call, place.base, &view);
    if !(desk.holds() && desk.open) {
        return Err(Problem::Missing.into());
    }
    let title = call.t("plan-agree-record").into_owned();
    let filled = Filled::empty().set("on", call.today());
    Ok(desk.page(title).narrow().show(&call, form(&desk, &filled, &Errors::none())).into_response())
}

fn form(desk: &Desk<'_>, filled: &Filled, errors: &Errors) -> Markup {
    let say = desk.call.say();
    let people: Vec<(String, String, Option<String>)> = present(&desk.view.sees(), desk.call.today())
        .into_iter()
        .map(|person| (person.id().to_string(), person.is.given.clone(), None))
        .collect();
    html! {
        (desk.crumbs(&[(desk.url("/plan"), say.say("menu-plan").into_owned())], &say.say("plan-agree-record")))
        (errors.summary(desk.call))
        div.v-hode { div {
            h1 { (say.say("plan-agree-record")) }
            p.v-ingress { (say.say("plan-agree-record-text")) }
        } }
        (desk.form(&desk.url("/plan/enig"), "v-skjema", html! {
            (Field::new("by", say.say("plan-agree-who")).choices(desk.call, filled, errors, "radio", &people))
            (Field::new("on", say.say("plan-agree-when")).day(desk.call, filled, errors))
            (Field::new("how", say.say("plan-agree-how")).hint(say.say("plan-agree-how-hint")).line(desk.call, filled, errors, "text"))
            div.v-knapper {
                button.ds-button { (say.say("form-save")) }
                a.ds-button data-variant="tertiary" href=(desk.url("/plan")) { (say.say("form-cancel")) }
            }
        }))
    }
}

/// One's own yes, or another's written down.
pub async fn save(place: Place, sent: FormOf) -> Answered {
    let call = sent.call.clone();
    let view = place.view_of_form(&sent, "plan").await?;
    let desk = Desk::new(&call, place.base, &view);
    let back = done_url(&desk.url("/plan"), "agreed");
    if desk.is_family() {
        let command = own_yes(&desk).ok_or(Problem::Missing)?;
        sent.press(view.family(), command).await?;
        return Ok(Redirect::to(&back).into_response());
    }
    let mut errors = Errors::none();
    let filled = &sent.filled;
    let by: Option<PersonId> = filled.parse("by");
    if by.is_none() {
        errors.add("by", call.t("plan-error-agree-who"));
    }
    let on = filled.day("on", call.today());
    let on = errors.take(&call, "on", on).unwrap_or(call.today());
    let how = filled.text("how");
    if how.is_empty() {
        errors.add("how", call.t("plan-error-agree-how"));
    }
    if let (Some(by), true) = (by, errors.is_empty()) {
        let payload = Agreement { by, on: on.min(Moment::of(call.visit.moment.at).today), how }.wrap();
        let command =
            Command::Write { replaces: None, payload, subjects: Vec::new(), audience: Audience::Ordinary };
        match sent.act(view.family(), command).await? {
            Done::Yes(_) => return Ok(Redirect::to(&back).into_response()),
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", call.t("refusal-stale")),
        }
    }
    let page = desk.page(call.t("plan-agree-record")).narrow().failed();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.show(&call, form(&desk, filled, &errors))).into_response())
}
