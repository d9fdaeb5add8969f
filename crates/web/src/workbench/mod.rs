//! The coordinator's workbench: which family needs one first, why, and what to do about it.

pub mod asking;
mod bench;
pub mod cases;
mod families;
mod list;
pub mod reasons;
mod rows;
mod search;
pub mod standing;
mod unowned;

use crate::frame::Map;

/// The routes of this room.
pub fn routes(map: Map) -> Map {
    map.get("/arbeid", bench::page)
        .post("/arbeid/spor", asking::from_workbench)
        .get("/arbeid/sok", search::empty)
        .post("/arbeid/sok", search::search)
        .get("/arbeid/liste", list::page)
        .get("/arbeid/familier", families::page)
}
