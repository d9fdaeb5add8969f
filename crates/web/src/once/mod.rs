//! Room `once`: tell it once. A family that is known is guided from what is known, and asked only for what is missing;
//! what is told is stored once and goes into every application that needs it, to whoever answers that application.
//!
//! The same pages hang under the family's address and under the coordinator's, who may prepare but not send.

mod choose;
mod draft;
mod facts;
mod guide;
pub mod known;
pub mod letter;
mod list;
pub mod one;
pub mod paper;
pub mod send;
pub mod show;
pub mod steps;
pub mod terms;

pub use choose::on_card;
pub use list::{card as applications_card, work_card};

use crate::frame::{Call, Map};
use crate::guide::State;
use crate::plan::place::{Base, Desk, Detour, FAMILY};
use access::View;
use access::terms::{Generation, PersonId, Role, present, responsible_for};
use known::Home;
use rights::ask::Interest;
use rights::{Household, Knowledge};

/// Field that says for which grown-up a form of the coordinator is.
const ADULT: &str = "voksen";

/// The place of these pages in the main menu.
pub fn menu(call: &Call) -> &'static str {
    if call.visit.role == Role::Citizen { "/min/rettigheter" } else { "/arbeid/familier" }
}

/// The routes of this room.
pub fn routes(map: Map) -> Map {
    macro_rules! both {
        ($map:expr, $method:ident, $tail:literal, $handler:path) => {
            $map.$method(concat!("/min", $tail), $handler)
                .$method(concat!("/arbeid/familie/{family}", $tail), $handler)
        };
    }
    let map = map
        .get("/min/rettigheter/valg", guide::situations)
        .post("/min/rettigheter/valg", guide::choose)
        .post("/min/rettigheter/plan", choose::into_plan)
        .get("/min/soknader/send", send::show)
        .post("/min/soknader/send", send::send);
    let map = both!(map, get, "/rettigheter", guide::show);
    let map = both!(map, get, "/rettigheter/sporsmal", guide::ask);
    let map = both!(map, post, "/rettigheter/sporsmal", guide::take);
    let map = both!(map, post, "/rettigheter/svar", guide::take);
    let map = both!(map, get, "/rettigheter/utskrift", guide::print);
    let map = both!(map, get, "/opplysninger", facts::list);
    let map = both!(map, get, "/opplysninger/{ting}", facts::one);
    let map = both!(map, post, "/opplysninger/{ting}", facts::change);
    let map = both!(map, get, "/soknader", list::show);
    let map = both!(map, post, "/soknader/ny", choose::prepare);
    let map = both!(map, get, "/soknader/skjema", draft::show);
    let map = both!(map, post, "/soknader/skjema", draft::save);
    let map = both!(map, get, "/soknader/{ting}", one::show);
    let map = both!(map, post, "/soknader/{ting}", steps::step);
    let map = both!(map, get, "/soknader/{ting}/utskrift", paper::print);
    let map = both!(map, get, "/soknader/{ting}/pdf", paper::pdf);
    both!(map, get, "/soknader/{ting}/data", paper::data)
}

/// The home that a page is about: the reader's own, or for a coordinator the home of the grown-up who is named, and
/// otherwise of the first who decides for a child.
///
/// # Errors
/// The pages of grown-ups are not for the young; and nobody is guided for somebody who is not there.
pub fn state(desk: &Desk<'_>, named: Option<PersonId>) -> Result<State, Detour> {
    let knowledge = desk.call.house.rights;
    if desk.is_young() {
        return Err(Detour::To("/ung"));
    }
    let adult = match desk.base {
        Base::Own => desk.view.me(),
        _ => grown_ups(desk).into_iter().find(|adult| named.is_none_or(|named| named == *adult)),
    };
    let adult = adult.ok_or(crate::frame::Problem::Missing)?;
    let directory = desk.call.house.gate.directory();
    let mut home = Home::of(desk.view, knowledge, adult, directory.sets());
    home.base = desk.base;
    home.fields = match desk.base {
        Base::Own => vec![(FAMILY, desk.view.family().to_string())],
        _ => vec![(ADULT, adult.to_string())],
    };
    Ok(home.state(knowledge))
}

/// The home of a grown-up as far as a view tells of it, as the rules read it, and what that grown-up has asked about:
/// what the guide begins with. `sets` is what the municipality has set.
pub fn household<'s>(
    view: &View,
    knowledge: &'static Knowledge,
    adult: PersonId,
    sets: impl Iterator<Item = (&'s str, &'s str)>,
) -> (Household, Interest) {
    let state = Home::of(view, knowledge, adult, sets).state(knowledge);
    (
        state.household(view.moment().today),
        Interest { rights: state.rights().into_iter().collect(), ..state.interest() },
    )
}

/// The grown-ups for whom a coordinator can prepare something: those who decide for children first.
pub fn grown_ups(desk: &Desk<'_>) -> Vec<PersonId> {
    let (sees, today) = (desk.view.sees(), desk.call.today());
    let people = present(&sees, today);
    let of = |generation| people.iter().filter(move |person| person.is.generation == generation);
    let decides = |adult: PersonId| {
        of(Generation::Child).any(|child| responsible_for(&sees, child.id().into(), today).contains(&adult))
    };
    let mut adults: Vec<_> = of(Generation::Adult).collect();
    // Of two who decide, the one who asked first.
    let entered = |thing| sees.versions(thing).first().map(|entry| entry.seq);
    adults.sort_by_key(|adult| (!decides(adult.id().into()), entered(adult.id())));
    adults.into_iter().map(|adult| adult.id().into()).collect()
}
