//! The family's home: who helps us, what is next, when; what we have said; who knows what about us. And the child's
//! own page.

mod coordinator;
mod copy;
mod disagree;
mod families;
mod look_question;
mod looks;
mod meeting;
mod newcomer;
mod next;
mod page;
pub mod research;
mod say;
pub mod sharing;
mod thread;
pub mod who_sees;
mod young;

use crate::frame::Map;
pub use next::when;

/// The routes of this room.
pub fn routes(map: Map) -> Map {
    map.get("/min", page::show)
        .get("/min/familie", families::show)
        .post("/min/familie", families::choose)
        .post("/min/koordinator", next::answer_offer)
        .get("/min/mote/{ting}", meeting::show)
        .post("/min/mote/{ting}", meeting::answer)
        .get("/min/si", say::show)
        .post("/min/si", say::send)
        .get("/min/kopi", copy::page)
        .get("/min/kopi/lesbar", copy::readable)
        .get("/min/kopi/data", copy::data)
        .get("/min/rett/{ting}", disagree::show)
        .post("/min/rett/{ting}", disagree::send)
        .post("/min/rett/{ting}/sperr", disagree::toggle_block)
        .get("/min/innsyn", who_sees::show)
        .get("/min/innsyn/oppslag", look_question::show)
        .post("/min/innsyn/oppslag", look_question::send)
        .get("/min/innsyn/samtykke", sharing::show)
        .post("/min/innsyn/samtykke", sharing::give)
        .post("/min/innsyn/ny", newcomer::answer)
        .post("/min/innsyn/trekk", sharing::withdraw)
        .post("/min/innsyn/opphev", sharing::lift)
        .get(research::PATH, research::show)
        .post(research::PATH, research::send)
        .get("/ung", young::show)
        .post("/ung/si", young::send)
}
