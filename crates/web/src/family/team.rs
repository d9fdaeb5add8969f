//! The team around the family: who takes part, with which task, from when until when.

use super::conflict;
use super::head::{below, page as frame};
use super::{Place, undo};
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf, seen};
use crate::frame::parts::{self, Asked, AskedQuery, Field, done, form, icon, phone};
use crate::frame::vouching::status;
use crate::frame::{Call, Problem, Shown, Who, dates};
use crate::workbench::asking::{Whom, helper_field, rewrite};
use access::View;
use access::terms::{Audience, Command, Kind, Membership, Thing};
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

pub(super) async fn page(call: Call, place: Place, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    let view = place.held(&call, "team").await?;
    Ok(content(&call, &view, &asked, &Filled::empty().set("from", call.today()), &Errors::none()))
}

fn is_over(call: &Call, member: &Membership) -> bool {
    member.until.is_some_and(|until| until <= call.today())
}

fn content(call: &Call, view: &View, asked: &Asked, filled: &Filled, errors: &Errors) -> Shown {
    let say = call.say();
    let (before, now): (Vec<_>, Vec<_>) =
        view.sees().all::<Membership>().partition(|member| is_over(call, member.is));
    let body = html! {
        (done(call, asked))
        (errors.summary(call))
        (below(call, view, &say.say("family-team"), Some(&say.say("family-team-lead"))))
        div.v-to {
            div.v-stabel {
                section.v-kort {
                    h2 { (say.say("family-team-now")) }
                    @if now.is_empty() { p.v-dus { (say.say("family-team-none")) } }
                    @else { div.v-linjer { @for member in &now { (line(call, view, member)) } } }
                }
                @if !before.is_empty() {
                    section.v-kort.v-kort--dus {
                        h2 { (say.say("family-team-before")) }
                        div.v-linjer { @for member in &before { (line(call, view, member)) } }
                    }
                }
            }
            div.v-stabel {
                section.v-kort {
                    h2 { (say.say("family-team-add")) }
                    (fields(call, view, filled, errors))
                }
            }
        }
    };
    frame(call, &say.say("family-team"), !errors.is_empty(), body)
}

/// Takes part as a volunteer, of whom the law may demand a declaration.
fn is_volunteer(call: &Call, member: &Membership) -> bool {
    let gate = &call.house.gate;
    let directory = gate.directory();
    let helper = directory.helper(member.helper);
    helper.is_some_and(|it| it.demanded(&directory, gate.rules(), member.service, call.today()).is_some())
}

fn line(call: &Call, view: &View, member: &Thing<'_, Membership>) -> Markup {
    let say = call.say();
    let who = Who::new(call, view);
    let day = |day| dates::short(say, day, call.today());
    let helper = who.directory().helper(member.is.helper);
    let over = is_over(call, member.is);
    html! {
        div.v-ting {
            div {
                @match helper {
                    Some(helper) => { (parts::helper(helper, &format!("{}, {}", helper.title, who.service(member.is.service)))) }
                    None => { p { b { (who.helper(member.is.helper)) } } }
                }
                p { (member.is.task) }
                @if let Some(helper) = helper.filter(|_| !over && is_volunteer(call, member.is)) {
                    p.v-dus { (status(call, helper)) }
                }
                p.v-dus.v-liten {
                    @match member.is.until {
                        Some(until) => { (day(member.is.from)) "–" (day(until)) }
                        None => { (say.with("family-since", [("day", day(member.is.from).into())])) }
                    }
                    @if let Some(number) = helper.and_then(|helper| helper.phone.as_deref()).filter(|_| !over) { " · " (phone(number)) }
                }
            }
            div {
                @if !over {
                    (form(call, &format!("{}/laget/{}", super::base(view.family()), member.id()), "", html! {
                        (seen(member.id(), member.entry.version))
                        button.ds-button data-variant="secondary" data-size="sm" { (say.say("family-team-end")) span.v-skjult { ": " (who.helper(member.is.helper)) } }
                    }))
                }
                (undo::button(call, view, member, "/laget", &who.helper(member.is.helper)))
            }
        }
    }
}

fn fields(call: &Call, view: &View, filled: &Filled, errors: &Errors) -> Markup {
    let say = call.say();
    html! {
        (form(call, &format!("{}/laget", super::base(view.family())), "v-skjema v-skjema--tett", html! {
            (helper_field(call, &say.say("family-team-who"), filled, errors))
            (Field::new("task", say.say("family-team-task")).hint(say.say("family-team-task-hint")).line(call, filled, errors, "text"))
            (Field::new("from", say.say("family-team-from")).day(call, filled, errors))
            (Field::new("until", say.say("family-team-until")).optional().day(call, filled, errors))
            button.ds-button { (icon("nyperson")) (say.say("family-team-save")) }
        }))
    }
}

pub(super) async fn add(place: Place, form: FormOf) -> Result<Response, Problem> {
    let call = &form.call;
    let view = place.held(call, "team").await?;
    let mut errors = Errors::none();
    let to = match Whom::read(call, form.filled.raw("to")) {
        Some(Whom::Helper(helper, service)) => Some((helper, service)),
        _ => {
            errors.add("to", call.t("workbench-choose-somebody"));
            None
        }
    };
    let from = errors.take(call, "from", form.filled.day("from", call.today())).unwrap_or(call.today());
    let until = errors.take(call, "until", form.filled.day("until", call.today()));
    if until.is_some_and(|until| until < from) {
        errors.add("until", call.t("family-stand-in-backwards"));
    }
    let task = form.filled.text("task");
    if task.is_empty() {
        errors.add("task", call.t("family-team-task-missing"));
    }
    if let Some((helper, service)) = to.filter(|_| errors.is_empty()) {
        let payload = Membership { helper, service, task, from, until }.wrap();
        let command =
            Command::Write { replaces: None, payload, subjects: Vec::new(), audience: Audience::Ordinary };
        match form.act(place.family, command).await? {
            Done::Yes(_) => {
                let page = format!("{}/laget", place.base());
                return Ok(Redirect::to(&done_url(&page, "family-team")).into_response());
            }
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", call.t("refusal-stale")),
        }
    }
    Ok(conflict::mend(content(call, &view, &Asked::default(), &form.filled, &errors)))
}

/// Somebody's part in the team ends today; what was done stays.
pub(super) async fn end(place: Place, form: FormOf) -> Result<Redirect, Problem> {
    let call = &form.call;
    let view = place.held(call, "team").await?;
    let member = view.sees().find::<Membership>(place.thing()?).ok_or(Problem::Missing)?;
    let version = form.filled.seen().map(|(_, version)| version);
    let until = Some(member.is.from.max(call.today()));
    form.press(place.family, rewrite(&member, version, Membership { until, ..member.is.clone() }.wrap()))
        .await?;
    Ok(Redirect::to(&done_url(&format!("{}/laget", place.base()), "family-team-ended")))
}
