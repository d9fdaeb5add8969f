//! The pages. One folder for each room that a user knows; its routes, handlers and templates lie together.
//!
//! A handler is a few lines: *visit → view → (decide → commit) → page.* It gets everything about a family
//! through `access`, as a view; this crate depends on neither `store` nor `dossier`.
//!
//! To change a page: open its room. To add one: a handler in the room, a line in its `routes`, texts in
//! `knowledge/texts`, a row in the access matrix, a step in a browser story.

pub mod frame;

mod admin;
mod answer;
mod consult;
mod door;
mod duty;
mod emergency;
mod family;
mod guide;
mod home;
mod lead;
mod once;
mod opening;
mod plan;
mod queue;
mod sight;
mod signin;
mod workbench;

pub use fluent_bundle::FluentValue;
pub use frame::house::{Fittings, House, Municipality, Persona};
pub use frame::map::{Listed, Map};
pub use frame::sheet::{Mark, Part, Piece, Printer, Row, Said, Sheet, Unprinted, Words};
pub use frame::text::{Lang, Say, Texts, TextsFault};
pub use once::{household, terms};

/// All rooms, with a list of every route for the access matrix.
pub fn map() -> Map {
    Map::new()
        .room(door::routes)
        .room(guide::routes)
        .room(signin::routes)
        .room(home::routes)
        .room(once::routes)
        .room(sight::routes)
        .room(plan::routes)
        .room(workbench::routes)
        .room(opening::routes)
        .room(family::routes)
        .room(answer::routes)
        .room(queue::routes)
        .room(duty::routes)
        .room(consult::routes)
        .room(emergency::routes)
        .room(lead::routes)
        .room(admin::routes)
}

/// The whole application, ready to be served.
pub fn app(house: House) -> axum::Router {
    frame::layers::around(map().into_router(), house)
}
