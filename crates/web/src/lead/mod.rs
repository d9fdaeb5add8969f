//! The leader's page: what flows, what lies between, and how much each coordinator carries. Counts only; no name of
//! anybody in a family, and small numbers are hidden so that nobody can be recognised. And who looks: unusual looks are
//! followed up here, by employee and count.

mod follow_up;
mod looks;
pub mod matter;
mod pages;
mod told;

use crate::frame::parts::Asked;
use crate::frame::{Call, Filled, Map, Page, Problem, Shown};
use access::terms::Role;
use axum::extract::Query;

/// The routes of this room.
pub fn routes(map: Map) -> Map {
    map.get("/styring", overview)
        .get(follow_up::PATH, follow_up::list)
        .get("/styring/oppfolging/nod/{ting}", follow_up::show)
        .post("/styring/oppfolging/nod/{ting}", follow_up::check)
        .post("/styring/oppfolging/adresse", follow_up::answer)
        .get(looks::PATH, looks::list)
        .get("/styring/oppslag/{sak}", looks::show)
        .post("/styring/oppslag/{sak}/spor", looks::send_question)
        .post("/styring/oppslag/{sak}/avgjor", looks::send_outcome)
}

async fn overview(call: Call, Query(asked): Query<Asked>) -> Result<Shown, Problem> {
    call.only(&[Role::Leader])?;
    let today = call.today();
    let typed = asked.dato.clone().unwrap_or_default();
    let chosen = Filled::empty().set("dato", &typed).day("dato", today);
    // A day that lies ahead has no figures; the page says so and shows today.
    let (day, fault) = match chosen {
        Ok(None) => (today, None),
        Ok(Some(day)) if day <= today => (day, None),
        Ok(Some(_)) => (today, Some("lead-day-ahead")),
        Err(_) => (today, Some("form-date")),
    };
    let figures = call.house.gate.figures(&call.visit, day).await?;
    let exports = call.house.gate.exports(&call.visit).await?;
    let title =
        call.say().with("lead-title", [("place", call.house.municipality.name.clone().into())]).into_owned();
    let page = Page::new(title.clone()).at("/styring");
    let page = if fault.is_some() { page.failed() } else { page };
    Ok(page.show(&call, pages::overview(&call, &title, &figures, day, &typed, fault, &exports)))
}
