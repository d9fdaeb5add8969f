//! Room `door`: one door in. Asking for help without signing in, finding out where the case stands, services
//! that are open to all, a professional's request with the family's yes, and what Veven is.

mod about;
mod ask;
mod front;
mod hours;
mod offers;
mod processing;
mod questions;
mod receipt;
mod report;
mod standing;
mod told;
pub mod tries;

pub use front::help_line;
pub use hours::{Door, door};
pub use offers::{door_words, offer};
pub use standing::{ground_text, rules as order_rules};
pub use told::language_name;

use crate::frame::Map;
use std::sync::Arc;
use tries::Tries;

/// The routes of this room.
pub fn routes(map: Map) -> Map {
    // Each router counts its own tries, so that two of them in one test know nothing of each other.
    let codes = Arc::new(Tries::at_most(standing::WRONG_CODES));
    let requests = Arc::new(Tries::at_most(ask::REQUESTS));
    map.get("/", front::show)
        .get("/tilbud", offers::show)
        .get(ask::PATH, ask::show)
        .post(ask::PATH, move |client, form| ask::send(Arc::clone(&requests), client, form))
        .get(receipt::PATH, receipt::show)
        .get(standing::PATH, standing::show)
        .post(standing::PATH, move |client, form| standing::look_up(Arc::clone(&codes), client, form))
        .get(report::PATH, report::show)
        .post(report::PATH, report::send)
        .get("/om", about::veven)
        .get("/personvern", about::privacy)
        .get(processing::PATH, processing::show)
        .get("/tilgjengelighet", about::accessibility)
        .get("/kontakt", about::contact)
        .get("/kildekode", about::source)
}
