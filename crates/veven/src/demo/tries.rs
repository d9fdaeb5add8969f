//! Somebody tries doors that are closed: a nurse follows addresses of families that he has no task with. He is not let
//! in, and the leader finds the tries among the unusual looks.

use crate::demo::town::Town;
use access::{Line, LineOutcome, Visit};
use dossier::{FamilyId, Moment, after};
use jiff::SignedDuration;
use jiff::civil::time;

/// Who tries.
const WHO: &str = "barneavdeling-2";
/// How many days ago; in the week before, so that the sample is drawn from it too.
const BACK: i32 = 9;
/// How many families.
const DOORS: usize = 5;

/// The lines that he leaves.
pub fn lines(town: &Town, families: impl Iterator<Item = FamilyId>) -> Vec<Line> {
    let who = town.who(WHO).author();
    let day = after(town.moment.today, -BACK);
    let first = Moment::instant(day.to_datetime(time(13, 12, 0, 0)));
    families
        .take(DOORS)
        .zip(0..)
        .map(|(family, place)| Line {
            visit: Visit {
                actor: who.actor,
                role: who.role,
                service: who.service,
                moment: Moment::of(first + SignedDuration::from_secs(41 * place)),
                request: family.raw(),
                session: None,
            },
            act: "plan",
            families: vec![family],
            categories: Vec::new(),
            ground: "none",
            outcome: LineOutcome::Denied,
        })
        .collect()
}
