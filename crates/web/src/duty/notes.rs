//! How to report, and the reporter's own note of having done it: to whom and when, and never a word about whom
//! (R44). Only the one who wrote it sees it.

use super::{EVERYBODY, PATH, pages, shown};
use crate::frame::act::done_url;
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::{Call, Problem, Shown};
use access::DeskError;
use access::terms::NoteId;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

pub async fn how(call: Call) -> Result<Shown, Problem> {
    call.only(EVERYBODY)?;
    let filled = Filled::empty().set("dag", call.today());
    Ok(shown(&call, false, pages::how(&call, &filled, &Errors::none())))
}

pub async fn keep(form: FormOf) -> Result<Response, Problem> {
    let call = &form.call;
    call.only(EVERYBODY)?;
    let mut errors = Errors::none();
    let on = form.filled.day("dag", call.today());
    let on = errors.take(call, "dag", on);
    if errors.is_empty() {
        let to = form.filled.parse("til");
        match call.house.desk.note_report(&call.visit, to, on, form.key.clone()).await {
            Ok(()) => return Ok(Redirect::to(&done_url(PATH, "duty-noted")).into_response()),
            Err(DeskError::Refused(refusal)) => errors = Errors::of(call, &refusal),
            Err(other) => return Err(other.into()),
        }
    }
    let page = shown(call, true, pages::how(call, &form.filled, &errors));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn id(note: &str) -> Result<NoteId, Problem> {
    note.parse().map_err(|_| Problem::Missing)
}

pub async fn answered(Path(note): Path<String>, form: FormOf) -> Result<Redirect, Problem> {
    form.call.only(EVERYBODY)?;
    form.call.house.desk.report_answered(&form.call.visit, id(&note)?, form.key.clone()).await?;
    Ok(Redirect::to(&done_url(PATH, "duty-answered")))
}

pub async fn remove(Path(note): Path<String>, form: FormOf) -> Result<Redirect, Problem> {
    form.call.only(EVERYBODY)?;
    form.call.house.desk.remove_note(&form.call.visit, id(&note)?).await?;
    Ok(Redirect::to(&done_url(PATH, "duty-removed")))
}
