//! A volunteer's declaration of confidentiality and police certificate, noted by whoever administers (R50). No page here
//! shows anything of a family.

use super::frame;
use crate::frame::act::done_url;
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::{AskedQuery, Field, done, form, icon};
use crate::frame::vouching::{demands, status};
use crate::frame::{Call, Problem, Shown};
use access::terms::{ActorId, Refusal, Role};
use access::vouching::{Certificate, Vouched};
use access::{ActError, Helper};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

/// The address of a helper's page.
pub(super) fn address(helper: ActorId) -> String {
    format!("/oppsett/hjelpere/{helper}")
}

/// The volunteer of an address; for whoever does not administer, nobody.
fn volunteer(call: &Call, id: &str) -> Result<Helper, Problem> {
    call.only(&[Role::Administrator])?;
    let id: ActorId = id.parse().map_err(|_| Problem::Missing)?;
    let directory = call.house.gate.directory();
    let found = directory.helper(id).filter(|it| it.as_role(Role::Volunteer, call.today()).is_some());
    found.cloned().ok_or(Problem::Missing)
}

pub(super) async fn page(
    call: Call,
    Path(id): Path<String>,
    Query(asked): AskedQuery,
) -> Result<Shown, Problem> {
    let helper = volunteer(&call, &id)?;
    let is = helper.vouched;
    let filled = Filled::empty()
        .set_some("declared", is.declared)
        .set("seen", is.certificate.map_or("unknown", |it| if it.seen { "yes" } else { "no" }))
        .set_some("seen_on", is.certificate.map(|it| it.on));
    Ok(show(&call, &helper, &done(&call, &asked), &filled, &Errors::none()))
}

fn show(call: &Call, helper: &Helper, told: &Markup, filled: &Filled, errors: &Errors) -> Shown {
    let say = call.say();
    let choice = |code: &str| (code.to_owned(), say.say(&format!("vouch-seen-{code}")).into_owned(), None);
    let services = helper.assignments.iter().filter(|held| held.role == Role::Volunteer);
    let content = html! {
        (told)
        (errors.summary(call))
        section.v-kort {
            h2 { bdi { (helper.name) } }
            @for held in services {
                p.v-dus { (call.house.gate.directory().service(held.service).map_or("", |it| it.name.as_str())) }
                p { (demands(call, helper, held.service)) }
                p { (status(call, helper)) }
            }
            (form(call, &address(helper.id), "v-skjema", html! {
                (Field::new("declared", say.say("vouch-declared")).hint(say.say("vouch-declared-hint")).optional().day(call, filled, errors))
                (Field::new("seen", say.say("vouch-seen")).hint(say.say("vouch-seen-hint")).choices(call, filled, errors, "radio", &["unknown", "yes", "no"].map(choice)))
                (Field::new("seen_on", say.say("vouch-seen-on")).optional().day(call, filled, errors))
                div.v-knapper {
                    button.ds-button { (icon("hake")) (say.say("family-save")) }
                    a.ds-button data-variant="secondary" href="/oppsett/hjelpere" { (say.say("form-cancel")) }
                }
            }))
        }
    };
    frame(call, "admin-helpers", !errors.is_empty(), content)
}

pub(super) async fn save(Path(id): Path<String>, sent: FormOf) -> Result<Response, Problem> {
    let call = &sent.call;
    let helper = volunteer(call, &id)?;
    let mut errors = Errors::none();
    let vouched = read(call, &sent.filled, &mut errors);
    if errors.is_empty() {
        match call.house.gate.vouch(&call.visit, helper.id, vouched).await {
            Ok(()) => return Ok(Redirect::to(&done_url(&address(helper.id), "vouched")).into_response()),
            Err(ActError::Refused(Refusal::Field { field, .. })) => {
                errors.add(field, call.t("vouch-day-wrong"))
            }
            Err(other) => return Err(other.into()),
        }
    }
    let page = show(call, &helper, &html! {}, &sent.filled, &errors);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn read(call: &Call, filled: &Filled, errors: &mut Errors) -> Vouched {
    let declared = errors.take(call, "declared", filled.day("declared", call.today()));
    let on = errors.take(call, "seen_on", filled.day("seen_on", call.today()));
    let seen = match filled.raw("seen") {
        "yes" => Some(true),
        "no" => Some(false),
        "unknown" => None,
        _ => {
            errors.add("seen", call.t("form-choice"));
            None
        }
    };
    match (seen, on) {
        (Some(_), None) if errors.is_empty() => errors.add("seen_on", call.t("vouch-seen-on-missing")),
        (None, Some(_)) if errors.is_empty() => errors.add("seen", call.t("vouch-seen-missing")),
        _ => {}
    }
    Vouched { declared, certificate: seen.zip(on).map(|(seen, on)| Certificate { seen, on }) }
}
