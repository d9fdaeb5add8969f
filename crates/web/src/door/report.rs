//! A professional asks for a coordinator for a family that has said yes. Afterwards the sender sees how far each
//! request has come: the phase and the coordinator's name, nothing else. The family sees exactly what was sent.

use crate::door::questions::{Asker, five};
use crate::door::told;
use crate::frame::parts::{AskedQuery, Field, done, form, icon, tag};
use crate::frame::{Call, Errors, Filled, FormOf, Page, Problem, Shown, dates, done_url};
use access::terms::{Problem as Wrong, Role, SentBy};
use access::{ActError, Sent};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

/// Address of the page.
pub const PATH: &str = "/meld-behov";
/// Those who may ask on behalf of a family.
const ROLES: &[Role] = &[Role::Helper, Role::Intake, Role::Coordinator];
/// Longest answer about who said yes and how.
const LONG: usize = 1000;

/// Whether the caller asks on behalf of families.
pub fn may(call: &Call) -> bool {
    call.is_signed_in() && ROLES.contains(&call.visit.role)
}

pub async fn show(call: Call, axum::extract::Query(asked): AskedQuery) -> Result<Shown, Problem> {
    call.only(ROLES)?;
    let sent = call.house.gate.sent(&call.visit).await?;
    Ok(page(&call, &Filled::empty(), &Errors::none(), &sent, done(&call, &asked)))
}

pub async fn send(form: FormOf) -> Result<Response, Problem> {
    let FormOf { call, filled, key } = form;
    call.only(ROLES)?;
    let service = call.visit.service.ok_or(Problem::Missing)?;
    let (agreed_by, how) = (filled.text("agreed_by"), filled.text("how"));
    let read = told::read(&call, &filled, Some(&agreed_by));
    let mut errors = Errors::none();
    for (field, text, missing) in
        [("agreed_by", &agreed_by, "report-agreed-missing"), ("how", &how, "report-how-missing")]
    {
        if text.is_empty() {
            errors.add(field, call.t(missing));
        } else if text.chars().count() > LONG {
            errors.problem(&call, field, Wrong::TooLong(LONG));
        }
    }
    let told = match read {
        Ok(told) if errors.is_empty() => told,
        read => return mend(&call, &filled, errors.and(read.err().unwrap_or_default())).await,
    };
    let sent_by = SentBy { helper: call.visit.actor, service, agreed_by, how };
    let opening = told.opening(&call, call.house.gate.new_reference().await?, Some(sent_by));
    match call.house.gate.open(&call.visit, opening, key).await {
        Ok(_) => Ok(Redirect::to(&done_url(PATH, "reported")).into_response()),
        Err(ActError::Refused(refusal)) => mend(&call, &filled, Errors::of(&call, &refusal)).await,
        Err(other) => Err(other.into()),
    }
}

async fn mend(call: &Call, filled: &Filled, errors: Errors) -> Result<Response, Problem> {
    let sent = call.house.gate.sent(&call.visit).await?;
    let page = page(call, filled, &errors, &sent, html! {});
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn page(call: &Call, filled: &Filled, errors: &Errors, sent: &[Sent], told: Markup) -> Shown {
    let content = html! {
        (told)
        (errors.summary(call))
        div.v-hode { div {
            h1 { (call.t("report-heading")) }
            p.v-ingress { (call.t("report-lead")) }
        } }
        (list(call, sent))
        (form(call, PATH, "v-skjema", html! {
            section.v-kort {
                h2 { (call.t("report-yes")) }
                div.v-stabel {
                    (Field::new("agreed_by", call.t("report-agreed")).line(call, filled, errors, "text"))
                    (Field::new("how", call.t("report-how")).hint(call.t("report-how-hint")).area(call, filled, errors, 2))
                }
            }
            (five(call, filled, errors, Asker::Professional))
            p.v-les { (call.t("report-family-sees")) }
            div.v-knapper { button.ds-button { (icon("send")) (call.t("report-send")) } }
        }))
    };
    let page = Page::new(call.t("report-heading")).narrow().at(PATH);
    if errors.is_empty() { page } else { page.failed() }.show(call, content)
}

fn list(call: &Call, sent: &[Sent]) -> Markup {
    let directory = call.house.gate.directory();
    html! {
        @if !sent.is_empty() {
            section.v-kort {
                h2 { (call.t("report-sent")) }
                p.v-dus { (call.t("report-sent-text")) }
                table.v-tabell.v-tabell--kort {
                    thead { tr {
                        th scope="col" { (call.t("report-code")) }
                        th scope="col" { (call.t("report-on")) }
                        th scope="col" { (call.t("report-where")) }
                    } }
                    tbody {
                        @for one in sent {
                            tr {
                                th scope="row" { span.v-nobr { (one.reference) } }
                                td { (dates::day(call.say(), one.on, call.today())) }
                                td {
                                    (phase(call, one.phase))
                                    @if let Some(helper) = one.coordinator.and_then(|actor| directory.helper(actor)) {
                                        small { bdi { (helper.name) } }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn phase(call: &Call, phase: &str) -> Markup {
    let (color, picture) = match phase {
        "received" => ("warning", "venter"),
        "waiting" | "offered" => ("info", "igang"),
        "active" => ("success", "ferdig"),
        _ => ("neutral", "info"),
    };
    tag(color, picture, &call.t(&format!("report-phase-{phase}")))
}
