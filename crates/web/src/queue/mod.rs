//! Room `queue`: those who wait, in an order that anybody can check; one request with what was asked, who may be
//! known already, and what is decided; and what was taken in under another family.

mod acts;
mod aside;
mod capacity;
mod clash;
mod forms;
mod list;
mod request;
mod twins;
mod untouched;

use crate::frame::Map;

/// Address of the list; each request lies below it.
pub const PATH: &str = "/arbeid/venteliste";

/// The routes of this room.
pub fn routes(map: Map) -> Map {
    map.get(PATH, list::show)
        .get(aside::PATH, aside::show)
        .get("/arbeid/venteliste/{family}", request::show)
        .post("/arbeid/venteliste/{family}/ko", acts::place)
        .post("/arbeid/venteliste/{family}/tilby", acts::offer)
        .post("/arbeid/venteliste/{family}/svar", acts::family_answers)
        .post("/arbeid/venteliste/{family}/mitt-svar", acts::coordinator_answers)
        .post("/arbeid/venteliste/{family}/trekk", acts::withdraw)
        .post("/arbeid/venteliste/{family}/avslutt", acts::close)
        .post("/arbeid/venteliste/{family}/sla-sammen", twins::merge)
        .post("/arbeid/venteliste/{family}/ikke-samme", twins::not_the_same)
        .post("/arbeid/venteliste/{family}/angre", aside::undo)
}
