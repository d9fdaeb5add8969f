//! One family, for the one who holds the whole (or stands in, or is asked to): overview, contact, replies,
//! questions to helpers, meetings, people, team, coordinator, log.
//!
//! Whoever holds nothing here gets the page of what does not exist, decided by the view.

mod address;
mod ask;
mod closing;
mod conflict;
mod contact;
mod coordinator;
pub mod duties;
pub mod head;
pub mod interpreter;
mod interpreter_form;
mod law;
mod log;
mod meeting;
mod meeting_form;
pub mod offered;
mod outcome;
mod overview;
mod people;
mod people_list;
mod person_form;
pub mod readers;
mod relation_form;
mod reply;
mod request;
mod team;
mod told;
mod undo;

use crate::frame::{Call, Map, Problem};
use access::View;
use access::terms::{Audience, FamilyId, PersonId, Role, ThingId, present};
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;

/// The routes of this room.
pub fn routes(map: Map) -> Map {
    map.get("/arbeid/familie/{family}", overview::page)
        .get("/arbeid/familie/{family}/tilbud", offered::page)
        .post("/arbeid/familie/{family}/tilbud", offered::answer)
        .get("/arbeid/familie/{family}/kontakt", contact::page)
        .post("/arbeid/familie/{family}/kontakt", contact::save)
        .post("/arbeid/familie/{family}/kontakt/rytme", contact::rhythm)
        .get("/arbeid/familie/{family}/kontakt/{thing}", contact::edit)
        .post("/arbeid/familie/{family}/kontakt/{thing}", contact::change)
        .get("/arbeid/familie/{family}/svar/{thing}", reply::page)
        .post("/arbeid/familie/{family}/svar/{thing}", reply::save)
        .get("/arbeid/familie/{family}/spor", ask::general)
        .post("/arbeid/familie/{family}/spor", ask::send_general)
        .get("/arbeid/familie/{family}/spor/{thing}", ask::about)
        .post("/arbeid/familie/{family}/spor/{thing}", ask::send_about)
        .post("/arbeid/familie/{family}/spor/{thing}/ta", ask::take_it)
        .post("/arbeid/familie/{family}/spor/{thing}/trekk", request::withdraw)
        .get("/arbeid/familie/{family}/mote", meeting::page)
        .post("/arbeid/familie/{family}/mote", meeting::plan)
        .get("/arbeid/familie/{family}/mote/{thing}", meeting::one)
        .post("/arbeid/familie/{family}/mote/{thing}", meeting::change)
        .post("/arbeid/familie/{family}/mote/{thing}/utfall", outcome::settle)
        .get("/arbeid/familie/{family}/mote/{thing}/tolk", interpreter_form::page)
        .post("/arbeid/familie/{family}/mote/{thing}/tolk", interpreter_form::save)
        .get("/arbeid/familie/{family}/personer", people_list::page)
        .get("/arbeid/familie/{family}/personer/ny", people::new)
        .post("/arbeid/familie/{family}/personer/ny", people::add)
        .get("/arbeid/familie/{family}/personer/forhold", people::new_relation)
        .post("/arbeid/familie/{family}/personer/forhold", people::relate)
        .get("/arbeid/familie/{family}/personer/{thing}", people::edit)
        .post("/arbeid/familie/{family}/personer/{thing}", people::change)
        .get("/arbeid/familie/{family}/personer/{thing}/adresse", address::edit)
        .post("/arbeid/familie/{family}/personer/{thing}/adresse", address::save)
        .post("/arbeid/familie/{family}/personer/{thing}/kontaktvei", address::keep_way)
        .post("/arbeid/familie/{family}/personer/{thing}/ut", people::leave)
        .post("/arbeid/familie/{family}/personer/{thing}/tjeneste", people::link)
        .post("/arbeid/familie/{family}/personer/{thing}/slutt", people::unlink)
        .get("/arbeid/familie/{family}/laget", team::page)
        .post("/arbeid/familie/{family}/laget", team::add)
        .post("/arbeid/familie/{family}/laget/{thing}", team::end)
        .get("/arbeid/familie/{family}/koordinator", coordinator::page)
        .post("/arbeid/familie/{family}/koordinator/overlever", coordinator::hand_over)
        .post("/arbeid/familie/{family}/koordinator/trekk", coordinator::withdraw)
        .post("/arbeid/familie/{family}/koordinator/vikar", coordinator::stand_in)
        .post("/arbeid/familie/{family}/koordinator/slutt", coordinator::step_down)
        .get("/arbeid/familie/{family}/koordinator/avslutt", closing::page)
        .post("/arbeid/familie/{family}/koordinator/avslutt", closing::close)
        .get("/arbeid/familie/{family}/vern", law::page)
        .get("/arbeid/familie/{family}/vern/ny/{slag}", law::new)
        .post("/arbeid/familie/{family}/vern/ny/{slag}", law::add)
        .get("/arbeid/familie/{family}/vern/{thing}", law::edit)
        .post("/arbeid/familie/{family}/vern/{thing}", law::change)
        .post("/arbeid/familie/{family}/vern/{thing}/slutt", law::end)
        .get("/arbeid/familie/{family}/vern/{thing}/papirer", law::papers::page)
        .post("/arbeid/familie/{family}/vern/{thing}/papirer", law::papers::preview)
        .post("/arbeid/familie/{family}/vern/{thing}/papirer/pdf", law::papers::pdf)
        .post("/arbeid/familie/{family}/vern/{thing}/papirer/data", law::papers::data)
        .get("/arbeid/familie/{family}/hvem-ser/{thing}", readers::page)
        .get("/arbeid/familie/{family}/hvem-ser/{thing}/hold-tilbake", told::withhold_form)
        .post("/arbeid/familie/{family}/hvem-ser/{thing}/hold-tilbake", told::withhold)
        .get("/arbeid/familie/{family}/hvem-ser/{thing}/fortell", told::release_form)
        .post("/arbeid/familie/{family}/hvem-ser/{thing}/fortell", told::release)
        .get("/arbeid/familie/{family}/logg", log::page)
        .post("/arbeid/familie/{family}/angre", undo::undo)
}

/// The address of a family's pages on the coordinator's side.
pub fn base(family: FamilyId) -> String {
    format!("/arbeid/familie/{family}")
}

/// What the address points to. Whatever is no id of ours does not exist.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Which family.
    pub family: FamilyId,
    thing: Option<ThingId>,
}

impl Place {
    /// The thing in the address.
    ///
    /// # Errors
    /// The address has none.
    pub fn thing(self) -> Result<ThingId, Problem> {
        self.thing.ok_or(Problem::Missing)
    }

    /// The address of the family's pages.
    pub fn base(self) -> String {
        base(self.family)
    }

    /// What the one who holds the family sees of it.
    ///
    /// # Errors
    /// The reader does not hold it; or the store is not available.
    pub async fn held(self, call: &Call, act: &'static str) -> Result<View, Problem> {
        call.only(&[Role::Coordinator])?;
        let view = call.house.gate.view(&call.visit, self.family, act).await?;
        if view.standing().holds.is_some() { Ok(view) } else { Err(Problem::Missing) }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Place {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let raw = RawPathParams::from_request_parts(parts, state).await.map_err(|_| Problem::Missing)?;
        let part = |name: &str| raw.iter().find(|(key, _)| *key == name).map(|(_, value)| value);
        let family = part("family").and_then(|text| text.parse().ok()).ok_or(Problem::Missing)?;
        let thing = match part("thing") {
            None => None,
            Some(text) => Some(text.parse().map_err(|_| Problem::Missing)?),
        };
        Ok(Self { family, thing })
    }
}

/// Whom something is about that these people took part in, and who may read it: everybody at home when all took
/// part (or nobody is named); the one alone (and those who decide for a child); otherwise those named and no
/// others, since a family may have two homes.
fn about(view: &View, people: &[PersonId]) -> (Vec<PersonId>, Audience) {
    let everybody = present(&view.sees(), view.moment().today)
        .iter()
        .all(|person| people.contains(&PersonId::from(person.id())));
    match people {
        [] => (Vec::new(), Audience::Ordinary),
        _ if everybody => (Vec::new(), Audience::Ordinary),
        [one] => (vec![*one], Audience::Ordinary),
        several => (several.to_vec(), Audience::Members(several.to_vec())),
    }
}
