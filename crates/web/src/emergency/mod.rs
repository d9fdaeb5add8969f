//! To save life or health: opening what matters of a dossier that one has no other ground for, for a short time (R46).
//! It says first when to ring instead. Nothing here tells whether somebody is known: whoever is not found, and whoever
//! may not be shown, is one answer.

mod pages;
mod told;

pub use told::told;

use crate::frame::form::{Errors, FormOf, problem_text};
use crate::frame::{Call, Filled, Map, Page, Problem, Shown};
use access::terms::{FamilyId, Problem as Fault, Refusal, Role};
use access::{ActError, Denied, Sought, View};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Where it begins.
pub const PATH: &str = "/nod";
/// Who may: everybody employed who works with people. The gate decides; this spares others the link.
const ROLES: &[Role] = &[Role::Helper, Role::Coordinator, Role::Intake];

/// Whether somebody in this role has use for the link.
pub fn is_for(role: Role) -> bool {
    ROLES.contains(&role)
}

/// The routes of this room.
pub fn routes(map: Map) -> Map {
    map.get(PATH, ask).post(PATH, open).get("/nod/{family}", show)
}

async fn ask(call: Call) -> Result<Shown, Problem> {
    call.only(ROLES)?;
    let content = pages::ask(&call, &Filled::empty(), &Errors::none(), false);
    Ok(page(&call).show(&call, content))
}

/// Titles stand in the browser's history, so they name nobody.
fn page(call: &Call) -> Page {
    Page::new(call.t("emergency-title")).narrow()
}

async fn open(sent: FormOf) -> Result<Response, Problem> {
    let call = &sent.call;
    call.only(ROLES)?;
    let gate = &call.house.gate;
    let mut errors = Errors::none();
    let (given, surname) = (sent.filled.text("given"), sent.filled.text("surname"));
    let why = sent.filled.text("why");
    for (field, text) in [("given", &given), ("surname", &surname), ("why", &why)] {
        if text.is_empty() {
            errors.add(field, problem_text(call, Fault::Empty));
        }
    }
    let born = sent.filled.day("born", call.today());
    let born = errors.take(call, "born", born.and_then(|born| born.map(Some).ok_or(Fault::Date)));
    let mut lost = false;
    if let Some(born) = born.filter(|_| errors.is_empty()) {
        let sought = Sought { given, surname, born };
        let untold = sent.filled.some_text("untold");
        match gate.open_in_emergency(&call.visit, &sought, why, untold, sent.key.clone()).await {
            Ok(family) => match opened(call, family).await {
                Ok(_) => return Ok(Redirect::to(&format!("{PATH}/{family}")).into_response()),
                // There, but with nothing that may be shown: nobody learns the difference.
                Err(Problem::Missing) => lost = true,
                Err(other) => return Err(other),
            },
            Err(ActError::NotFound) => lost = true,
            Err(ActError::Refused(refusal @ Refusal::Field { .. })) => errors = Errors::of(call, &refusal),
            Err(other) => return Err(other.into()),
        }
    }
    let content = pages::ask(call, &sent.filled, &errors, lost);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(call).failed().show(call, content)).into_response())
}

/// What is open, until it is over by itself.
async fn opened(call: &Call, family: FamilyId) -> Result<(View, jiff::Timestamp), Problem> {
    let view = match call.house.gate.view(&call.visit, family, "emergency").await {
        Err(Denied::NotFound) => return Err(Problem::Missing),
        other => other?,
    };
    let until = view.standing().emergency.ok_or(Problem::Missing)?;
    Ok((view, until))
}

async fn show(call: Call, Path(family): Path<String>) -> Result<Shown, Problem> {
    call.only(ROLES)?;
    let family = family.parse().map_err(|_| Problem::Missing)?;
    let (view, until) = opened(&call, family).await?;
    Ok(Page::new(call.t("emergency-open-title")).narrow().show(&call, pages::open(&call, &view, until)))
}
