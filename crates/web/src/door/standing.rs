//! Where the case stands, for whoever has the code on the receipt. No names and no words of the family. The code
//! comes in a form and is answered at once, so that it is in no address and in no history.

use crate::door::ask;
use crate::door::receipt::readers;
use crate::door::tries::{Client, Tries};
use crate::frame::parts::{Field, form, icon, phone};
use crate::frame::{Call, Errors, Filled, FormOf, Page, Problem, Shown, dates};
use access::{Denied, RequestStanding};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use std::sync::Arc;

/// Address of the page.
pub const PATH: &str = "/hvor-star-saken";
/// Wrong codes that one client may try in ten minutes.
pub const WRONG_CODES: usize = 5;
/// Longest text that is looked up at all.
const LONGEST: usize = 40;

pub async fn show(call: Call) -> Shown {
    page(&call, &Filled::empty(), &Errors::none())
}

pub async fn look_up(tries: Arc<Tries>, client: Client, form: FormOf) -> Result<Response, Problem> {
    let FormOf { call, filled, .. } = form;
    let now = call.visit.moment.at;
    if !tries.may(&client, now) {
        return Err(Problem::TooMany);
    }
    let code = filled.text("code");
    if code.is_empty() {
        return Ok(mend(&call, &filled, "standing-code-missing"));
    }
    let found = if code.chars().count() <= LONGEST {
        call.house.gate.standing(&call.visit, &code).await
    } else {
        Err(Denied::NotFound)
    };
    match found {
        Ok(standing) => Ok(result(&call, &standing).into_response()),
        // A code that cannot be one and a code that nobody has are one answer.
        Err(Denied::NotFound) => {
            tries.count(client, now);
            Ok(mend(&call, &filled, "standing-code-wrong"))
        }
        Err(other) => Err(other.into()),
    }
}

fn mend(call: &Call, filled: &Filled, key: &str) -> Response {
    let mut errors = Errors::none();
    errors.add("code", call.t(key));
    (StatusCode::UNPROCESSABLE_ENTITY, page(call, filled, &errors)).into_response()
}

fn page(call: &Call, filled: &Filled, errors: &Errors) -> Shown {
    let content = html! {
        (errors.summary(call))
        div.v-hode { div {
            h1 { (call.t("standing-heading")) }
            p.v-ingress { (call.t("standing-lead")) }
        } }
        section.v-kort {
            (form(call, PATH, "v-skjema", html! {
                (Field::new("code", call.t("standing-code")).hint(call.t("standing-code-hint")).line(call, filled, errors, "text"))
                div.v-knapper { button.ds-button { (icon("sok")) (call.t("standing-look")) } }
            }))
        }
        p.v-dus { (call.t("standing-no-code")) " " (phone(&call.house.municipality.phone)) "." }
    };
    let page = Page::new(call.t("standing-heading")).narrow();
    if errors.is_empty() { page } else { page.failed() }.show(call, content)
}

fn result(call: &Call, standing: &RequestStanding) -> Shown {
    let waits = matches!(standing.phase, "received" | "waiting");
    let content = html! {
        h1 { (call.t("standing-heading")) }
        section.v-kort.v-kort--venstre data-kant=(if waits { "lyng" } else { "petrol" }) {
            h2 { (call.t(&format!("standing-{}", standing.phase))) }
            (what(call, standing))
        }
        (contact(call, standing))
        @if waits { (order(call, standing)) }
        div.v-knapper {
            a.ds-button data-variant="secondary" href=(PATH) { (call.t("standing-again")) }
            a.ds-button data-variant="tertiary" href="/" { (call.t("problem-to-start")) }
        }
    };
    Page::new(call.t("standing-heading")).narrow().show(call, content)
}

/// What has happened, and what comes when.
fn what(call: &Call, standing: &RequestStanding) -> Markup {
    let (say, today) = (call.say(), call.today());
    let since = dates::near(say, standing.since, today);
    let by = if standing.acute {
        dates::instant(say, standing.reply_by, today)
    } else {
        dates::near(say, access::terms::Moment::day_of(standing.reply_by), today)
    };
    let late = standing.reply_by < call.visit.moment.at;
    html! {
        @match standing.phase {
            "received" if late => p { (say.with("standing-received-late", [("since", since.into()), ("by", by.into())])) },
            "received" => p { (say.with("standing-received-text", [("since", since.into()), ("by", by.into())])) },
            "waiting" => {
                p { (say.with("standing-waiting-text", [("since", since.into())])) }
                @if let Some(review) = standing.review {
                    @if review < today { p { (say.with("standing-review-late", [("day", dates::near(say, review, today).into())])) } }
                    @else { p { (say.with("standing-review", [("day", dates::near(say, review, today).into())])) } }
                }
            },
            "offered" => p { (call.t("standing-offered-text")) },
            "active" => p { (say.with("standing-active-text", [("since", since.into())])) },
            "closed" => {
                p { (say.with("standing-closed-text", [("since", since.into())])) }
                div.v-knapper { a.ds-button href=(ask::PATH) { (icon("send")) (call.t("door-ask")) } }
            },
            // That another request is known already is nothing for whoever only holds a code.
            _ => p { (call.t("standing-merged-text")) },
        }
        @if let Some(place) = standing.place {
            p { b { (say.with("standing-place", [("place", place.into()), ("waiting", standing.waiting.into())])) } }
        }
    }
}

fn contact(call: &Call, standing: &RequestStanding) -> Markup {
    let directory = call.house.gate.directory();
    let helper = standing.contact.and_then(|contact| directory.helper(contact));
    html! {
        section.v-kort {
            h2 { (call.t("standing-contact")) }
            @if let Some(helper) = helper {
                div.v-rad.v-rad--ender {
                    (crate::frame::parts::helper(helper, &helper.title))
                    (phone(helper.phone.as_deref().unwrap_or(&call.house.municipality.phone)))
                }
            } @else {
                (readers(call))
            }
        }
    }
}

/// The rules of the order, the same for all.
fn order(call: &Call, standing: &RequestStanding) -> Markup {
    html! {
        section.v-kort.v-kort--dus {
            h2 { (call.t("queue-why-order")) }
            @if standing.acute { p { b { (call.t("standing-acute")) } } }
            (rules(call))
        }
    }
}

/// The four rules of the order in plain words.
pub fn rules(call: &Call) -> Markup {
    let grounds = call.house.gate.rules().grounds(call.today());
    let names: Vec<String> =
        grounds.iter().map(|ground| ground_text(call, &ground.code).to_lowercase()).collect();
    html! {
        ol {
            li { (call.t("queue-rule-1")) }
            li { (call.t("queue-rule-2")) }
            li { (call.say().with("queue-rule-3", [("grounds", names.join(", ").into())])) }
            li { (call.t("queue-rule-4")) }
        }
        p { (call.t("queue-rule-rest")) }
    }
}

/// A ground for priority in words. A ground that the municipality has added stands as it calls it.
pub fn ground_text(call: &Call, code: &str) -> String {
    let key = format!("ground-for-priority-{code}");
    if call.say().has(&key) { call.t(&key).into_owned() } else { code.to_owned() }
}
