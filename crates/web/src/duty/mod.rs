//! Worried for a child (R42–R46): whom to ring, what the duty is, how to report. A guided way outside of every
//! family: no page here asks which child it is about, and nothing that is written here is a report.

mod notes;
mod pages;

pub use pages::ring;

use crate::frame::parts::Asked;
use crate::frame::{Call, Map, Page, Problem, Shown};
use access::terms::{Role, Sector};
use axum::extract::Query;
use maud::Markup;

/// Where the way begins.
pub const PATH: &str = "/bekymret";
/// The second step: the duty.
const LAW: &str = "/bekymret/plikten";
/// The third step: how to report.
const HOW: &str = "/bekymret/meld";

/// The routes of this room.
pub fn routes(map: Map) -> Map {
    map.get(PATH, danger)
        .get(LAW, law)
        .get(HOW, notes::how)
        .post("/bekymret/notat", notes::keep)
        .post("/bekymret/notat/{note}/svar", notes::answered)
        .post("/bekymret/notat/{note}/fjern", notes::remove)
}

/// Everybody who works for families, paid or not. No right to any family is needed.
const EVERYBODY: &[Role] =
    &[Role::Coordinator, Role::Helper, Role::Volunteer, Role::Intake, Role::Leader, Role::Administrator];

/// Whether somebody in a role has the way to this room in the frame.
pub fn is_for(role: Role) -> bool {
    EVERYBODY.contains(&role)
}

/// The sector of the service that the reader works in.
fn sector(call: &Call) -> Option<Sector> {
    let service = call.visit.service?;
    call.house.gate.directory().service(service).map(|service| service.sector)
}

fn shown(call: &Call, failed: bool, content: Markup) -> Shown {
    let page = Page::new(call.t("duty-title")).narrow();
    if failed { page.failed().show(call, content) } else { page.show(call, content) }
}

async fn danger(call: Call, Query(asked): Query<Asked>) -> Result<Shown, Problem> {
    call.only(EVERYBODY)?;
    // Whom to ring must stand here also on a day when nothing can be written to the journal.
    let notes = call.house.desk.notes(&call.visit).await.ok();
    let content = pages::danger(&call, &asked, notes.as_deref());
    Ok(shown(&call, false, content))
}

async fn law(call: Call) -> Result<Shown, Problem> {
    call.only(EVERYBODY)?;
    Ok(shown(&call, false, pages::law(&call)))
}
