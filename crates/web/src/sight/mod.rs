//! Who sees what: the table of readers and kinds of information, the family exactly as one of them sees it, and the
//! letters to those who asked to see more. Under the family's own address and the coordinator's.

pub mod contents;
pub mod disagreed;
pub mod disclosed;
pub mod groups;
pub mod insight;
pub mod preview;
mod seen_as;
pub mod share;
mod spoken;
pub mod table;

use crate::frame::Map;

/// The routes of this room.
pub fn routes(map: Map) -> Map {
    map.get("/min/innsyn/som/{leser}", seen_as::show)
        .get("/min/innsyn/svar/{ting}", insight::show)
        .get("/min/innsyn/svar/{ting}/pdf", insight::pdf)
        .get("/arbeid/familie/{family}/innsyn", table::page)
        .get("/arbeid/familie/{family}/innsyn/samtykke", spoken::show)
        .post("/arbeid/familie/{family}/innsyn/samtykke", spoken::save)
        .get("/arbeid/familie/{family}/innsyn/samtykke/{ting}", spoken::taken_back)
        .post("/arbeid/familie/{family}/innsyn/samtykke/{ting}", spoken::take_back)
        .get("/arbeid/familie/{family}/innsyn/som/{leser}", seen_as::show)
        .get("/arbeid/familie/{family}/innsyn/svar/{ting}", insight::show)
        .get("/arbeid/familie/{family}/innsyn/svar/{ting}/pdf", insight::pdf)
}
