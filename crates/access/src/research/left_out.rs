//! Which families are never in what research is given.

use super::choice::{all_say_yes, somebody_says_no};
use super::{Basis, ResearchDecision};
use crate::directory::Directory;
use dossier::*;
use jiff::civil::Date;

/// Whether a family is out: whoever wins by it, the whole family is, so that one row tells nothing of another.
/// `now` is the family as it stands, `then` as it was on the last day that the information is about.
pub(super) fn is(
    dossier: &Dossier,
    now: &Extract<'_>,
    then: &Extract<'_>,
    decision: &ResearchDecision,
    directory: &Directory,
    (today, day): (Date, Date),
    limits: &Limits,
) -> bool {
    let in_period = || {
        course_periods(then).last().is_some_and(|last| match last.course.phase {
            Phase::Closed { .. } => last.from >= decision.data_from,
            Phase::Merged { .. } => false,
            _ => true,
        })
    };
    let is_merged =
        || now.only::<Course>().is_some_and(|course| matches!(course.is.phase, Phase::Merged { .. }));
    let shelters = directory.shelters();
    let from_shelter = || !shelters.are_told_of_in(dossier).is_empty();
    let is_guarded = || !protected(now, today).is_empty() || !protected(then, day).is_empty();
    let without_yes = || {
        let mut people: Vec<PersonId> = [present(now, today), present(then, day)]
            .into_iter()
            .flatten()
            .map(|person| person.id().into())
            .collect();
        people.dedup();
        !people.iter().all(|person| all_say_yes(now, *person, today, limits))
    };
    !in_period()
        || is_merged()
        || somebody_says_no(now, today, limits)
        || is_guarded()
        || from_shelter()
        || decision.basis == Basis::Consent && without_yes()
}
