//! Consultation without names (R48): a situation is described so that nobody can tell whom it is about, and another
//! service says what it would do. Nothing here knows a family.

mod pages;

use crate::frame::act::done_url;
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::Asked;
use crate::frame::{Call, Map, Page, Problem, Shown};
use access::terms::{ConsultationId, Role};
use access::{Asking, DeskError, Find, Talk};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

/// All consultations of the reader.
pub const PATH: &str = "/drofting";
/// Where a new one is written.
pub const NEW: &str = "/drofting/ny";

/// The routes of this room.
pub fn routes(map: Map) -> Map {
    map.get(PATH, all)
        .get(NEW, new)
        .post(NEW, ask)
        .get("/drofting/{consultation}", open)
        .post("/drofting/{consultation}", say)
        .post("/drofting/{consultation}/avslutt", close)
}

/// Who asks and answers.
const BOTH: &[Role] = &[Role::Helper, Role::Coordinator];

/// Whether somebody in a role has the way to this room in the frame.
pub fn is_for(role: Role) -> bool {
    BOTH.contains(&role)
}

fn shown(call: &Call, failed: bool, content: Markup) -> Shown {
    let page = Page::new(call.t("consult-title")).narrow();
    if failed { page.failed().show(call, content) } else { page.show(call, content) }
}

/// What other services ask the reader's own and what they have answered, for the page with questions.
pub async fn inbox(call: &Call) -> Result<Markup, Problem> {
    if !is_for(call.visit.role) {
        return Ok(html! {});
    }
    let desk = &call.house.desk;
    let mut waiting = desk.asked_of_us(&call.visit).await?;
    waiting.retain(Talk::waits);
    let mut answered = desk.asked(&call.visit).await?;
    answered.retain(|talk| talk.closed.is_none() && !talk.waits());
    Ok(pages::inbox(call, &waiting, &answered))
}

async fn all(call: Call, Query(asked): Query<Asked>) -> Result<Shown, Problem> {
    call.only(BOTH)?;
    let ours = call.house.desk.asked_of_us(&call.visit).await?;
    let mine = call.house.desk.asked(&call.visit).await?;
    Ok(shown(&call, false, pages::all(&call, &asked, &ours, &mine)))
}

async fn new(call: Call) -> Result<Shown, Problem> {
    call.only(BOTH)?;
    Ok(shown(&call, false, pages::new(&call, &Filled::empty(), &Errors::none(), &[])))
}

/// What must be mended in the words: each find that the writer has not said anything about.
fn identifies(call: &Call, found: &[Find], cleared: &[String]) -> Errors {
    let mut errors = Errors::none();
    if found.iter().any(|find| find.kind.always()) {
        errors.add("ord", call.t("consult-error-always"));
    }
    if found.iter().any(|find| !find.kind.always() && !cleared.contains(&find.key())) {
        errors.add("ok", call.t("consult-error-look"));
    }
    errors
}

fn cleared(form: &FormOf) -> Vec<String> {
    form.filled.many("ok").into_iter().map(str::to_owned).collect()
}

async fn ask(form: FormOf) -> Result<Response, Problem> {
    let call = &form.call;
    call.only(BOTH)?;
    let (mut errors, mut found) = (Errors::none(), Vec::new());
    match form.filled.parse("til") {
        None => errors.add("til", call.t("form-choice")),
        Some(receiver) => {
            let asking = Asking {
                receiver,
                words: form.filled.text("ord"),
                named: form.filled.has("navn"),
                cleared: cleared(&form),
            };
            match call.house.desk.consult(&call.visit, asking, form.key.clone()).await {
                Ok(id) => {
                    let address = done_url(&format!("{PATH}/{id}"), "consult-asked");
                    return Ok(Redirect::to(&address).into_response());
                }
                Err(DeskError::Identifies(finds)) => {
                    errors = identifies(call, &finds, &cleared(&form));
                    found = finds;
                }
                Err(DeskError::Refused(refusal)) => errors = Errors::of(call, &refusal),
                Err(other) => return Err(other.into()),
            }
        }
    }
    let page = shown(call, true, pages::new(call, &form.filled, &errors, &found));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn find(call: &Call, consultation: &str) -> Result<Talk, Problem> {
    call.only(BOTH)?;
    let id: ConsultationId = consultation.parse().map_err(|_| Problem::Missing)?;
    Ok(call.house.desk.consultation(&call.visit, id).await?)
}

async fn open(
    call: Call,
    Path(consultation): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Shown, Problem> {
    let talk = find(&call, &consultation).await?;
    Ok(shown(&call, false, pages::talk(&call, &asked, &talk, &Filled::empty(), &Errors::none(), &[])))
}

async fn say(Path(consultation): Path<String>, form: FormOf) -> Result<Response, Problem> {
    let call = &form.call;
    call.only(BOTH)?;
    let id: ConsultationId = consultation.parse().map_err(|_| Problem::Missing)?;
    let cleared = cleared(&form);
    let words = form.filled.text("ord");
    let (errors, found) = match call.house.desk.say(&call.visit, id, &words, &cleared, form.key.clone()).await
    {
        Ok(()) => {
            let address = done_url(&format!("{PATH}/{id}"), "consult-said");
            return Ok(Redirect::to(&address).into_response());
        }
        Err(DeskError::Identifies(found)) => (identifies(call, &found, &cleared), found),
        Err(DeskError::Refused(refusal)) => (Errors::of(call, &refusal), Vec::new()),
        Err(DeskError::Closed) => {
            let mut errors = Errors::none();
            errors.add("", call.t("consult-error-closed"));
            (errors, Vec::new())
        }
        Err(other) => return Err(other.into()),
    };
    let talk = find(call, &consultation).await?;
    let content = pages::talk(call, &Asked::default(), &talk, &form.filled, &errors, &found);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, shown(call, true, content)).into_response())
}

async fn close(Path(consultation): Path<String>, form: FormOf) -> Result<Redirect, Problem> {
    form.call.only(BOTH)?;
    let id: ConsultationId = consultation.parse().map_err(|_| Problem::Missing)?;
    form.call.house.desk.close(&form.call.visit, id, form.key.clone()).await?;
    Ok(Redirect::to(&done_url(PATH, "consult-closed")))
}
