//! Room `door`.

use crate::frame::{Call, Map, Page, Shown};
use maud::html;

/// The routes of this room.
pub fn routes(map: Map) -> Map {
    map.get("/", front)
}

async fn front(call: Call) -> Shown {
    Page::new(call.t("door-title")).show(&call, html! { h1 { (call.t("door-title")) } })
}
