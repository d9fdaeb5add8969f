//! Telling something once: a page of answers becomes facts, each with its own versions.

use super::check::{SHORT, known, no_longer, words};
use super::{Change, Decided, Problem, Refusal, Rule, Scribe};
use crate::entry::{Audience, Entry};
use crate::extract::{Extract, Thing};
use crate::ids::ThingId;
use crate::payload::*;
use crate::vocabulary::{Category, Generation};

/// Facts that are told at once, at most: more than any page asks for.
const MOST: usize = 1_000;

/// The fact as it stands, when it has been told.
pub fn told<'a>(all: &Extract<'a>, name: &str, of: FactOf) -> Option<Thing<'a, Fact>> {
    all.all::<Fact>().find(|fact| fact.is.of == of && fact.is.name == name)
}

/// Writes facts, and what drafts keep.
pub(super) fn tell(
    all: &Extract<'_>,
    facts: Vec<Fact>,
    keep: Vec<(ThingId, Given)>,
    scribe: &mut Scribe<'_>,
) -> Decided {
    let (mut entries, thing) = entries(all, facts, scribe)?;
    for (draft, given) in keep {
        entries.extend(keep_in(all, draft, given, scribe)?);
    }
    Ok(Change { entries, thing: thing.ok_or(Refusal::Missing)? })
}

/// The entries of facts, and the first of the things. What is told anew as it stood is no news, and leaves no entry; but
/// a question about something that was known is counted, so that it can be seen and mended.
pub(super) fn entries(
    all: &Extract<'_>,
    facts: Vec<Fact>,
    scribe: &mut Scribe<'_>,
) -> Result<(Vec<Entry>, Option<ThingId>), Refusal> {
    if facts.len() > MOST {
        return Err(Refusal::field("facts", Problem::TooLong(MOST)));
    }
    let (mut entries, mut first): (Vec<Entry>, _) = (Vec::new(), None);
    for fact in facts {
        check_fact(all, &fact, scribe)?;
        let subjects = vec![fact.of.about()];
        let before = told(all, &fact.name, fact.of);
        first = first.or_else(|| before.map(|before| before.id()));
        let entry = match before {
            None => {
                let thing = scribe.thing();
                scribe.entry(thing, 1, subjects, fact.wrap())
            }
            Some(before)
                if before.is.value == fact.value && (fact.way != FactWay::Asked || fact.value.is_none()) =>
            {
                continue;
            }
            Some(before) => Entry { category: fact.category, ..scribe.next(before.entry, fact.wrap()) },
        };
        first = first.or(Some(entry.thing));
        // Who told it decides nothing about how far it is opened: it is the person's whom it is about.
        entries.push(Entry { audience: Audience::Ordinary, origin: None, ..entry });
    }
    Ok((entries, first))
}

/// A draft that does not follow keeps the value as it was.
fn keep_in(
    all: &Extract<'_>,
    draft: ThingId,
    given: Given,
    scribe: &Scribe<'_>,
) -> Result<Option<Entry>, Refusal> {
    let draft = all.find::<Application>(draft).ok_or(Refusal::Missing)?;
    if draft.is.stage() != Stage::Draft {
        return Err(Refusal::Rule(Rule::AlreadySent));
    }
    if draft.is.facts.iter().any(|kept| (&kept.name, kept.of) == (&given.name, given.of)) {
        return Ok(None);
    }
    let mut next = draft.is.clone();
    next.facts.push(given);
    Ok(Some(scribe.next(draft.entry, next.wrap())))
}

/// A fact that can be meant: about people who are there, of the right kind, on a day that has been.
pub(super) fn check_fact(all: &Extract<'_>, fact: &Fact, scribe: &Scribe<'_>) -> Result<(), Refusal> {
    words("name", &fact.name, SHORT)?;
    no_longer("value", fact.value.as_deref().unwrap_or_default(), SHORT)?;
    no_longer("source", &fact.source, SHORT)?;
    for person in fact.of.people() {
        known::<Person>("of", all, person)?;
    }
    let is = |person, generation| all.person(person).is_some_and(|it: &Person| it.generation == generation);
    let fits = match fact.of {
        FactOf::Child { child } => is(child, Generation::Child),
        FactOf::Pair { adult, child } => adult != child && is(child, Generation::Child),
        FactOf::Case { .. } | FactOf::Home { .. } | FactOf::Adult { .. } => true,
    };
    if !fits {
        return Err(Refusal::field("of", Problem::Choice));
    }
    // What could tell where somebody lives is kept as an address and nowhere else.
    if fact.category == Category::Location {
        return Err(Refusal::Rule(Rule::AddressNotKept));
    }
    if fact.on > scribe.moment.today {
        return Err(Refusal::field("on", Problem::Date));
    }
    Ok(())
}
