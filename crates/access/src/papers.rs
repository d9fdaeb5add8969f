//! The papers of a case: what may leave the house when a law gives somebody outside the right to it (R53). Made from the
//! view of whoever holds the whole, so that nobody exports more than she may see; and narrower than that view.
//!
//! INVARIANT: never in it, whatever is demanded: where anybody is, what tells it in a family where somebody is protected
//! (R80–R84), that a crisis shelter has to do with them (R86), what a child keeps to its coordinator (R20), and other
//! families.

use crate::directory::Directory;
use crate::view::View;
use dossier::*;
use jiff::civil::Date;
use std::collections::HashSet;

/// One thing of a family: its versions that may leave, oldest first, never empty.
pub type Paper<'v> = Vec<&'v Entry>;

/// What a demand covers, as whoever holds the whole has chosen it. Nothing chosen covers nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// Kinds of information.
    pub categories: Vec<Category>,
    /// About whom. What is about several is covered when all of them are chosen (R54).
    pub people: Vec<PersonId>,
    /// What is about the family as a whole, too.
    pub whole_family: bool,
    /// The first day on which something was written.
    pub from: Date,
    /// The last day.
    pub until: Date,
}

impl Scope {
    fn covers(&self, entry: &Entry) -> bool {
        let day = Moment::day_of(entry.at);
        let about = match entry.subjects.as_slice() {
            [] => self.whole_family,
            people => people.iter().all(|person| self.people.contains(person)),
        };
        about && self.categories.contains(&entry.category) && self.from <= day && day <= self.until
    }

    /// Those of the papers that it covers, version by version.
    pub fn of<'v>(&self, all: Vec<Paper<'v>>) -> Vec<Paper<'v>> {
        let covered = |mut paper: Paper<'v>| {
            // What it is now decides first: a thing that was moved to another kind is of that kind.
            let now = paper.last().is_some_and(|now| self.categories.contains(&now.category));
            paper.retain(|entry| now && self.covers(entry));
            paper
        };
        all.into_iter().map(covered).filter(|paper| !paper.is_empty()).collect()
    }
}

/// Everything of a family that can be given to somebody who has a right to it, in the order in which it was first written;
/// nothing at all for a reader who does not hold the whole.
pub fn papers<'v>(view: &'v View, directory: &Directory) -> Vec<Paper<'v>> {
    if view.standing().holds.is_none() {
        return Vec::new();
    }
    let sees = view.sees();
    let mut seen = HashSet::new();
    let things: Vec<Paper<'v>> = sees
        .history()
        .filter(|(entry, _)| seen.insert(entry.thing))
        .map(|(entry, _)| sees.versions(entry.thing))
        .collect();
    let never = never(view, directory, &things);
    let guarded = !protected(&sees, view.moment().today).is_empty();
    let leaves = |entry: &&Entry| {
        !(never.contains(&entry.thing)
            || tells_of_others(&entry.payload)
            || entry.category == Category::Location
            || guarded && locates(entry.category)
            || is_kept_by_a_child(&sees, entry))
    };
    let left = things.into_iter().map(|paper| paper.into_iter().filter(leaves).collect::<Paper<'v>>());
    left.filter(|paper| !paper.is_empty()).collect()
}

/// Kinds that can tell where somebody is (R81, R82, R84).
fn locates(category: Category) -> bool {
    matches!(category, Category::Contact | Category::Logistics | Category::ServiceLink)
}

/// It tells of another family.
fn tells_of_others(payload: &Payload) -> bool {
    match payload {
        Payload::Merge(_) | Payload::NotSame(_) => true,
        Payload::Course(course) => matches!(course.phase, Phase::Merged { .. }),
        _ => false,
    }
}

/// Said by a child, or written down about one, to go no further than the coordinator: what it said, and what the
/// coordinator has put into the plan after it. Decisions under the law are kept for another reason.
fn is_kept_by_a_child(all: &Extract<'_>, entry: &Entry) -> bool {
    let kept = matches!(entry.audience, Audience::Coordinator | Audience::Oneself);
    let child = |person: &Person| person.generation == Generation::Child;
    let wrote = || all.all::<Person>().any(|it| it.is.account == Some(entry.author.actor) && child(it.is));
    let said = || {
        (entry.category != Category::Audit || matches!(entry.payload, Payload::Stance(_)))
            && entry.subjects.iter().any(|person| all.person(*person).is_none_or(child))
    };
    kept && (entry.author.role == Role::Citizen && wrote() || said())
}

/// The things of which no version leaves, with what points to them: who knows where somebody is and how they are reached,
/// what tells of a crisis shelter, and what a child keeps today.
fn never(view: &View, directory: &Directory, things: &[Paper<'_>]) -> HashSet<ThingId> {
    let (sees, dossier, shelters) = (view.sees(), view.dossier(), directory.shelters());
    let mut found: HashSet<ThingId> = shelters.are_told_of_in(dossier);
    for paper in things {
        let Some(now) = paper.last() else { continue };
        let hidden =
            matches!(now.payload, Payload::Trusted(_) | Payload::ContactProcedure(_) | Payload::Address(_))
                || is_kept_by_a_child(&sees, now);
        if hidden {
            found.insert(now.thing);
        }
    }
    loop {
        let points = |paper: &&Paper<'_>| {
            let to = |entry: &&Entry| entry.payload.refers_to().iter().any(|thing| found.contains(thing));
            paper.iter().any(to) && !found.contains(&paper[0].thing)
        };
        let more: Vec<ThingId> = things.iter().filter(points).map(|paper| paper[0].thing).collect();
        if more.is_empty() {
            return found;
        }
        found.extend(more);
    }
}
