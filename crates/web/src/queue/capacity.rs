//! How much room each coordinator has: families now, against what the position allows. Counts about employees;
//! nothing about families.

use crate::frame::Call;
use crate::frame::parts::person;
use access::terms::{ActorId, Role, ServiceId};
use access::{Denied, FigureRow};
use maud::{Markup, html};

/// Coordinators in sight at once: those with most room.
const SHOWN: usize = 6;
/// Most boxes in a row; above that the numbers say it alone.
const BOXES: u32 = 40;

/// A coordinator's room.
pub struct Room {
    /// Who.
    pub actor: ActorId,
    /// For which service.
    pub service: ServiceId,
    /// Full name.
    pub name: String,
    initials: String,
    /// Families that a position of this size carries.
    pub places: u32,
    /// Families now.
    pub families: u32,
    /// Families that she is asked to take, and has not got yet.
    pub asked: u32,
}

impl Room {
    /// Places that nobody has, or is offered.
    pub fn free(&self) -> u32 {
        self.places.saturating_sub(self.families + self.asked)
    }

    /// «to ledige plasser», «fullt», «to over».
    pub fn text(&self, call: &Call) -> String {
        let taken = self.families + self.asked;
        if taken > self.places {
            call.say().with("queue-over", [("count", (taken - self.places).into())]).into_owned()
        } else {
            call.say().with("queue-free", [("count", self.free().into())]).into_owned()
        }
    }
}

/// The coordinators of today, those with most room first. `asked` are offers that are not settled.
///
/// # Errors
/// The store is not available.
pub async fn rooms(call: &Call) -> Result<Vec<Room>, Denied> {
    let load = call.house.gate.load(&call.visit).await?;
    Ok(of(call, &load))
}

fn of(call: &Call, load: &[FigureRow<ActorId>]) -> Vec<Room> {
    let directory = call.house.gate.directory();
    let full_time = u32::from(call.house.gate.limits(&call.visit).families_for_full_time);
    let coordinators = directory.with_role(Role::Coordinator, call.today());
    let mut rooms: Vec<Room> = coordinators
        .into_iter()
        .map(|(helper, assignment)| Room {
            actor: helper.id,
            service: assignment.service,
            name: helper.name.clone(),
            initials: helper.initials(),
            places: (full_time * u32::from(assignment.percent) + 50) / 100,
            families: load.iter().find(|row| row.of == helper.id).map_or(0, |row| row.count),
            asked: 0,
        })
        .collect();
    sort(&mut rooms);
    rooms
}

/// Counts offers that are not settled, and sorts again.
pub fn with_offers(rooms: &mut [Room], offers: impl Iterator<Item = ActorId>) {
    for to in offers {
        if let Some(room) = rooms.iter_mut().find(|room| room.actor == to) {
            room.asked += 1;
        }
    }
    sort(rooms);
}

fn sort(rooms: &mut [Room]) {
    rooms.sort_by(|a, b| b.free().cmp(&a.free()).then(a.families.cmp(&b.families)).then(a.name.cmp(&b.name)));
}

/// The card beside the list.
pub fn card(call: &Call, rooms: &[Room]) -> Markup {
    let free: u32 = rooms.iter().map(Room::free).sum();
    html! {
        section.v-kort #kapasitet {
            h2 { (call.t("queue-capacity")) }
            p { b { (call.say().with("queue-free-in-all", [("count", free.into())])) } }
            div.v-linjer { @for room in rooms.iter().take(SHOWN) { (line(call, room)) } }
            @if rooms.len() > SHOWN {
                details.v-mer {
                    summary { (call.say().with("queue-more-rooms", [("count", (rooms.len() - SHOWN).into())])) }
                    div.v-linjer { @for room in rooms.iter().skip(SHOWN) { (line(call, room)) } }
                }
            }
            @if rooms.is_empty() { p { (call.t("queue-no-coordinators")) } }
        }
    }
}

fn line(call: &Call, room: &Room) -> Markup {
    let load =
        call.say().with("queue-load", [("families", room.families.into()), ("places", room.places.into())]);
    html! {
        div {
            (person(&room.initials, "v-initial--koordinator", &room.name, &format!("{} ({load})", room.text(call))))
            (boxes(call, room))
            @if room.asked > 0 { p.v-dus.v-liten { (call.say().with("queue-asked", [("count", room.asked.into())])) } }
        }
    }
}

/// A box for each place: taken, free, or one too many.
fn boxes(call: &Call, room: &Room) -> Markup {
    let label =
        call.say().with("queue-load", [("families", room.families.into()), ("places", room.places.into())]);
    html! {
        @if room.places.max(room.families) <= BOXES {
            div.v-plasser role="img" aria-label=(label) {
                @for place in 0..room.places.max(room.families) {
                    span class=(match place {
                        place if place >= room.places => "v-plass v-plass--over",
                        place if place < room.families => "v-plass v-plass--full",
                        _ => "v-plass",
                    }) {}
                }
            }
        }
    }
}
