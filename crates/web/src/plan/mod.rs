//! The family's plan: dreams, goals, actions, and what helps. One set of pages under three addresses, so that the
//! family, the coordinator and the helper see the same plan, each what is theirs to see.

mod action;
mod agree;
pub mod bits;
mod edit;
pub mod forms;
mod history;
pub mod notes;
mod overview;
pub mod place;
mod print;
pub mod reach;
mod read;
mod steps;
mod threads;
mod undo;
pub mod words;

pub use overview::still;
pub use steps::steps_at_home;
pub use undo::told;

use crate::frame::{Call, Map};
use axum::extract::Query;
use axum::response::IntoResponse;
use place::{Answered, Ask, Desk, Place};

/// The same page under several addresses.
macro_rules! under {
    ($map:expr, $method:ident, [$($base:literal),+], $tail:literal, $handler:path) => {
        $map$(.$method(concat!($base, $tail), $handler))+
    };
}

/// The routes of this room.
pub fn routes(map: Map) -> Map {
    let map = read(map);
    write(map)
}

/// What helpers see as well.
fn read(map: Map) -> Map {
    macro_rules! all {
        ($map:expr, $method:ident, $tail:literal, $handler:path) => {
            under!(
                $map,
                $method,
                ["/min", "/arbeid/familie/{family}", "/svar/familie/{family}"],
                $tail,
                $handler
            )
        };
    }
    let map = all!(map, get, "/plan", show);
    let map = all!(map, get, "/plan/utskrift", print::show);
    let map = all!(map, get, "/plan/historikk", history::show);
    let map = all!(map, get, "/plan/tiltak/{ting}", action::show);
    all!(map, post, "/plan/tiltak/{ting}", steps::step)
}

/// What the family and the coordinator do.
fn write(map: Map) -> Map {
    macro_rules! both {
        ($map:expr, $method:ident, $tail:literal, $handler:path) => {
            under!($map, $method, ["/min", "/arbeid/familie/{family}"], $tail, $handler)
        };
    }
    let map = both!(map, get, "/plan/ny", edit::choose);
    let map = both!(map, get, "/plan/ny/{slag}", edit::blank);
    let map = both!(map, post, "/plan/ny/{slag}", edit::add);
    let map = both!(map, get, "/plan/endre/{ting}", edit::change);
    let map = both!(map, post, "/plan/endre/{ting}", edit::save);
    let map = both!(map, post, "/plan/avslutt/{ting}", edit::settle);
    let map = both!(map, post, "/plan/tiltak/{ting}/svar", action::speak);
    let map = both!(map, get, "/plan/enig", agree::show);
    let map = both!(map, post, "/plan/enig", agree::save);
    both!(map, post, "/plan/angre", undo::undo)
}

async fn show(place: Place, call: Call, Query(ask): Query<Ask>) -> Answered {
    let view = place.view(&call, "plan").await?;
    let desk = Desk::new(&call, place.base, &view);
    // Titles stand in the browser's history, so they name nobody.
    let title = if desk.is_family() { call.t("plan-heading") } else { call.t("menu-plan") };
    Ok(desk.page(title).show(&call, overview::page(&desk, &ask)).into_response())
}
