//! Families at the door: asked, waiting, offered.

use super::cast::Cast;
use super::roster::{Offered, Place};
use crate::demo::story::Story;
use dossier::{ContactKind, Extract, HelpRequest};

/// Asked and not answered yet; acute ones so many minutes ago.
pub fn received(story: &mut Story<'_>, cast: &mut Cast, acute: Option<i64>) {
    match acute {
        Some(minutes) => story.minutes_ago(minutes),
        None => {
            let (back, hour) = (story.chance.between(1, 6), story.chance.between(9, 22) as i8);
            story.on(back, hour, 17);
        }
    }
    cast.ask(story, &Place::Received { acute });
}

fn why(ground: &str) -> &'static str {
    match ground {
        "safety" => "Noen i familien er ikke trygge nå.",
        "housing" => "Dere mister eller mangler et sted å bo.",
        "infant" => "Det er et spedbarn i familien.",
        "transition" => "Det kommer en overgang om kort tid.",
        "load" => "Dere bærer mye på én gang.",
        _ => "Dere venter på vanlig plass i køen.",
    }
}

/// In the queue, with somebody to ring meanwhile.
pub fn waiting(story: &mut Story<'_>, cast: &mut Cast, ground: &'static str, raised: bool, back: i32) {
    story.on(back, 11, 25);
    cast.ask(story, &Place::Waiting { ground, raised, back });
    let keys = ["inntak", "inntak-2", "inntak-3"];
    let intake = story.town.who(keys[story.chance.below(keys.len())]);
    story.by(intake);
    story.on((back - 2).max(1), 10, 5);
    // A coordinator with room for it is the contact of some of them.
    let interim = if story.chance.once_in(3) { cast.lead } else { intake };
    let reason = raised.then_some("Mor legges inn på torsdag, og barna har ingen andre.");
    story.contact(ContactKind::Call, &[cast.adult()], "Ringte og fortalte hvem de kan ringe mens de venter.");
    story.queue(ground, why(ground), interim, reason);
    let mut next = back - 16;
    // Each fortnight somebody looks at the place again; once it is late.
    while next > 1 && !story.chance.once_in(5) {
        story.on(next, 9, 40);
        story.queue(ground, "Sett på igjen. Plassen er den samme, og vi har ringt.", interim, reason);
        next -= 14;
    }
}

/// Offered a coordinator.
pub fn offered(story: &mut Story<'_>, cast: &mut Cast, how: Offered) {
    let asked = story.chance.between(9, 24);
    waiting(story, cast, "ordinary", false, asked);
    let back = match how {
        Offered::CoordinatorPending | Offered::FamilyPending => 2,
        Offered::Late => 7,
    };
    let intake = story.town.who("inntak");
    story.by(intake);
    story.on(back, 13, 10);
    let lead = cast.lead;
    story.offer(lead, "Familien vil helst bli ringt etter kl. 12.");
    story.on((back - 1).max(1), 14, 0);
    match how {
        Offered::CoordinatorPending => story.family_wants("Sa ja på telefon."),
        Offered::FamilyPending => story.coordinator_answers(lead, true, ""),
        Offered::Late => {}
    }
    debug_assert!(Extract::whole(story.dossier()).only::<HelpRequest>().is_some());
}
