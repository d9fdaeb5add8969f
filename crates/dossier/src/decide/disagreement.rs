//! Disagreement: each one's view is written down, the route that the law gives, and what is best for the child. Who said
//! something last decides nothing (R77).

use super::check::{LONG, SHORT, at_most, known, sentence, words};
use super::{Change, Decided, Problem, Refusal, Scribe, Seen, write};
use crate::entry::{Audience, Entry};
use crate::extract::{Extract, Thing};
use crate::ids::*;
use crate::payload::*;
use crate::people::{parties, protected};
use jiff::civil::Date;

/// What somebody means, as it is written down with a disagreement.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard {
    /// Who.
    pub who: PersonId,
    /// How it became known.
    pub how: HeardHow,
    /// What the person means, or why the person was not heard.
    pub words: String,
}

/// Those who can be told of a disagreement about some children: whoever it is the matter of for each of them, so that a
/// sibling reads nothing of another; and nobody who lives apart from a protected person (R55, R82).
pub fn can_be_told(
    all: &Extract<'_>,
    children: &[PersonId],
    day: Date,
    limits: &crate::Limits,
) -> Vec<PersonId> {
    let protected = protected(all, day);
    let threatens =
        |person: PersonId| all.all::<Danger>().any(|it| it.is.holds(day) && it.is.threat == person);
    let apart =
        |person: PersonId| !protected.is_empty() && (!protected.contains(&person) || threatens(person));
    let Some((first, others)) = children.split_first() else { return Vec::new() };
    let mut found = parties(all, *first, day, limits);
    for child in others {
        let these = parties(all, *child, day, limits);
        found.retain(|person| these.contains(person));
    }
    found.retain(|person| !apart(*person));
    found
}

/// What each means in a disagreement, as it stands.
fn stances<'a>(
    all: &Extract<'a>,
    disagreement: ThingId,
) -> impl Iterator<Item = Thing<'a, Stance>> + use<'a> {
    let all = *all;
    all.all::<Stance>().filter(move |it| it.is.to == disagreement && it.is.undone.is_none())
}

pub(super) fn check(all: &Extract<'_>, it: &Disagreement, scribe: &Scribe<'_>) -> Result<(), Refusal> {
    if it.undone.is_some() {
        return Ok(());
    }
    let today = scribe.moment.today;
    if it.children.is_empty() {
        return Err(Refusal::field("children", Problem::Empty));
    }
    it.children.iter().try_for_each(|child| known::<Person>("children", all, *child))?;
    words("matter", &it.matter, SHORT)?;
    if it.on > today {
        return Err(Refusal::field("on", Problem::Date));
    }
    words("law", &it.law, SHORT)?;
    words("best", &it.best, LONG)?;
    comes_to(it, scribe)?;
    // Whoever was told stays told, also when that person has no part in it any longer.
    let of_this = |stood: &Disagreement| {
        (&stood.children, &stood.matter, stood.on) == (&it.children, &it.matter, it.on)
    };
    let before = all.all::<Disagreement>().map(|it| it.is).find(|it| of_this(it));
    let before = before.map(|before| before.told.as_slice()).unwrap_or_default();
    let fits = can_be_told(all, &it.children, today, scribe.limits);
    if !it.told.iter().all(|told| fits.contains(told) || before.contains(told)) {
        return Err(Refusal::field("told", Problem::Choice));
    }
    match it.told.is_empty() {
        true => words("untold", &it.untold, LONG),
        false if it.untold.is_empty() => Ok(()),
        false => Err(Refusal::field("untold", Problem::Choice)),
    }
}

/// While it is open there is a day on which somebody asks again; when it is over, a day and words for what came of it.
fn comes_to(it: &Disagreement, scribe: &Scribe<'_>) -> Result<(), Refusal> {
    let today = scribe.moment.today;
    let longest = crate::after(today, i32::from(scribe.limits.decision_days));
    match (it.outcome, it.settled, it.review) {
        (DisagreementOutcome::Open, None, Some(review)) if (today..=longest).contains(&review) => {
            at_most("result", &it.result)
        }
        (DisagreementOutcome::Open, None, Some(_)) => Err(Refusal::field("review", Problem::Date)),
        (DisagreementOutcome::Open, None, None) => Err(Refusal::field("review", Problem::Empty)),
        (DisagreementOutcome::Open, Some(_), _) => Err(Refusal::field("settled", Problem::Choice)),
        (_, None, _) => Err(Refusal::field("settled", Problem::Empty)),
        (_, Some(_), Some(_)) => Err(Refusal::field("review", Problem::Choice)),
        (_, Some(day), None) if (it.on..=today).contains(&day) => sentence("result", &it.result),
        (_, Some(_), None) => Err(Refusal::field("settled", Problem::Date)),
    }
}

/// Whether a new version says that something else was disagreed about, that somebody was not told after all, or that
/// something else came of it than what stands: what is over is not rewritten.
pub(super) fn is_another(old: &Disagreement, new: &Disagreement) -> bool {
    let about = |it: &Disagreement| (it.children.clone(), it.matter.clone(), it.categories.clone(), it.on);
    let told = old.told.iter().all(|told| new.told.contains(told));
    let same = || {
        let (told, untold) = (old.told.clone(), old.untold.clone());
        *old == Disagreement { told, untold, undone: None, ..new.clone() }
    };
    let ends = old.outcome != DisagreementOutcome::Open || new.undone.is_some();
    old.undone.is_some() || about(old) != about(new) || !told || ends && !same()
}

/// What was written by mistake nobody means.
pub(super) fn unsaid(all: &Extract<'_>, disagreement: ThingId, day: Date, scribe: &Scribe<'_>) -> Vec<Entry> {
    stances(all, disagreement)
        .map(|it| scribe.next(it.entry, Stance { undone: Some(day), ..it.is.clone() }.wrap()))
        .collect()
}

/// Writes down a disagreement with what each means, or what is new in one. At least two have a view, and of every child
/// whom it is about it is written what the child means, or why it was not heard (R20).
pub(super) fn disagree(
    all: &Extract<'_>,
    replaces: Option<Seen>,
    disagreement: Disagreement,
    heard: Vec<Heard>,
    scribe: &mut Scribe<'_>,
) -> Decided {
    for (place, it) in heard.iter().enumerate() {
        known::<Person>("heard", all, it.who)?;
        sentence("heard", &it.words)?;
        if heard.iter().take(place).any(|before| before.who == it.who) {
            return Err(Refusal::field("heard", Problem::Choice));
        }
    }
    let stand: Vec<Thing<'_, Stance>> =
        replaces.map(|(thing, _)| stances(all, thing).collect()).unwrap_or_default();
    let has_view = |person: PersonId| {
        heard.iter().any(|it| it.who == person) || stand.iter().any(|it| it.is.who == person)
    };
    let new = heard.iter().filter(|it| stand.iter().all(|stood| stood.is.who != it.who));
    if stand.len() + new.count() < 2 || !disagreement.children.iter().all(|child| has_view(*child)) {
        return Err(Refusal::field("heard", Problem::Empty));
    }
    if replaces.is_none() {
        let today = scribe.moment.today;
        let minor = |child: &PersonId| all.person(*child).is_some_and(|it| it.is_minor(today, scribe.limits));
        if !disagreement.children.iter().all(minor) {
            return Err(Refusal::field("children", Problem::Choice));
        }
    }
    let Change { thing, mut entries } =
        write::write(all, replaces, disagreement.wrap(), Vec::new(), Audience::Ordinary, scribe)?;
    for Heard { who, how, words } in heard {
        let said = Stance { to: thing, who, how, words, undone: None };
        match stand.iter().find(|it| it.is.who == who) {
            Some(stood) if *stood.is == said => {}
            Some(stood) => entries.push(scribe.next(stood.entry, said.wrap())),
            None => {
                let stance = scribe.thing();
                let entry = scribe.entry(stance, 1, vec![who], said.wrap());
                entries.push(Entry { audience: Audience::Coordinator, ..entry });
            }
        }
    }
    Ok(Change { entries, thing })
}
