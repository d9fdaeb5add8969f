//! Writing plain things: needs, dreams, goals, actions, contacts, meetings, own words, replies, people, relations.

use super::{Change, Decided, Problem, Refusal, Rule, Scribe, Seen, current};
use crate::entry::Audience;
use crate::extract::Extract;
use crate::ids::*;
use crate::payload::*;
use crate::vocabulary::*;
use jiff::civil::Date;

/// Longest free text. Room for what must be said; not for a journal (that belongs in the service's own).
const LONG: usize = 4000;
/// Longest title or single sentence.
const SHORT: usize = 300;

fn words(field: &'static str, text: &str, most: usize) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::field(field, Problem::Empty));
    }
    at_most(field, text, most)
}

fn at_most(field: &'static str, text: &str, most: usize) -> Result<(), Refusal> {
    if text.chars().count() > most { Err(Refusal::field(field, Problem::TooLong(most))) } else { Ok(()) }
}

/// A day that somebody can mean: within a long life back, and within a childhood ahead.
fn day(field: &'static str, day: Option<Date>, scribe: &Scribe<'_>) -> Result<(), Refusal> {
    let fits =
        |day: Date| (-120..=25).contains(&(i32::from(day.year()) - i32::from(scribe.moment.today.year())));
    if day.is_none_or(fits) { Ok(()) } else { Err(Refusal::field(field, Problem::Date)) }
}

fn known<K: Kind>(field: &'static str, all: &Extract<'_>, id: impl Into<ThingId>) -> Result<(), Refusal> {
    if all.find::<K>(id).is_some() { Ok(()) } else { Err(Refusal::field(field, Problem::Unknown)) }
}

fn owner(all: &Extract<'_>, owner: Option<Owner>) -> Result<(), Refusal> {
    match owner {
        Some(Owner::Member(person)) => known::<Person>("owner", all, person),
        Some(Owner::Helper(_)) | None => Ok(()),
    }
}

/// Checks what a payload says on its own and against the dossier.
fn check(all: &Extract<'_>, payload: &Payload, scribe: &Scribe<'_>) -> Result<(), Refusal> {
    match payload {
        Payload::Family(family) => words("name", &family.name, SHORT),
        Payload::Person(person) => {
            words("given", &person.given, SHORT)?;
            at_most("surname", &person.surname, SHORT)?;
            at_most("reach", person.reach.as_deref().unwrap_or_default(), SHORT)?;
            day("born", person.born, scribe)?;
            day("joined", person.joined, scribe)?;
            day("left", person.left, scribe)?;
            let backwards = person.joined.zip(person.left).is_some_and(|(joined, left)| left < joined);
            if backwards { Err(Refusal::field("left", Problem::Date)) } else { Ok(()) }
        }
        Payload::Relation(relation) => {
            known::<Person>("from", all, relation.from)?;
            known::<Person>("to", all, relation.to)?;
            if relation.from == relation.to {
                return Err(Refusal::field("to", Problem::Choice));
            }
            if relation.share.is_some_and(|share| share > 100) {
                return Err(Refusal::field("share", Problem::Choice));
            }
            let backwards = relation.from_day.zip(relation.until).is_some_and(|(from, until)| until < from);
            if backwards { Err(Refusal::field("until", Problem::Date)) } else { Ok(()) }
        }
        Payload::Membership(member) => {
            words("task", &member.task, SHORT)?;
            day("from", Some(member.from), scribe)?;
            day("until", member.until, scribe)
        }
        Payload::ServiceLink(link) => {
            known::<Person>("person", all, link.person)?;
            words("service", &link.service, SHORT)
        }
        Payload::Need(need) => {
            words("words", &need.words, LONG)?;
            if let Some(settled) = &need.settled {
                words("settled", &settled.words, LONG)?;
            }
            owner(all, need.owner)
        }
        Payload::Dream(dream) => {
            for person in &dream.of {
                known::<Person>("of", all, *person)?;
            }
            if dream.of.is_empty() {
                return Err(Refusal::field("of", Problem::Empty));
            }
            dream.words.as_deref().map_or(Ok(()), |text| words("words", text, LONG))
        }
        Payload::Goal(goal) => {
            words("words", &goal.words, LONG)?;
            at_most("sign", &goal.sign, LONG)?;
            at_most("note", &goal.note, LONG)?;
            goal.dream.map_or(Ok(()), |dream| known::<Dream>("dream", all, dream))
        }
        Payload::Action(action) => {
            words("words", &action.words, LONG)?;
            day("due", action.due, scribe)?;
            if let Some(goal) = action.goal {
                known::<Goal>("goal", all, goal)?;
            }
            if let Some(need) = action.need {
                known::<Need>("need", all, need)?;
            }
            owner(all, action.owner)
        }
        Payload::Contact(contact) => {
            at_most("note", &contact.note, LONG)?;
            day("on", Some(contact.on), scribe)?;
            if contact.on > scribe.moment.today {
                return Err(Refusal::field("on", Problem::Date));
            }
            for person in &contact.with {
                known::<Person>("with", all, *person)?;
            }
            Ok(())
        }
        Payload::Meeting(meeting) => {
            words("title", &meeting.title, SHORT)?;
            at_most("place", &meeting.place, SHORT)?;
            day("at", Some(meeting.at.date()), scribe)?;
            for person in &meeting.members {
                known::<Person>("members", all, *person)?;
            }
            Ok(())
        }
        Payload::Voice(voice) => {
            known::<Person>("who", all, voice.who)?;
            words("words", &voice.words, LONG)
        }
        Payload::Reply(reply) => {
            if all.payload(reply.to).is_none() {
                return Err(Refusal::Missing);
            }
            match reply.outcome {
                Outcome::Yes => at_most("words", &reply.words, LONG),
                _ => words("words", &reply.words, LONG),
            }
        }
        Payload::Strength(strength) => words("words", &strength.words, LONG),
        Payload::Agreement(agreement) => {
            known::<Person>("by", all, agreement.by)?;
            at_most("how", &agreement.how, SHORT)
        }
        Payload::Consent(consent) => {
            known::<Person>("subject", all, consent.subject)?;
            known::<Person>("given_by", all, consent.given_by)?;
            words("purpose", &consent.purpose, LONG)?;
            if consent.categories.is_empty() {
                return Err(Refusal::field("categories", Problem::Empty));
            }
            let longest = crate::after(consent.from, i32::from(scribe.limits.consent_days));
            if consent.until < consent.from || consent.until > longest {
                return Err(Refusal::Rule(Rule::ConsentTooLong));
            }
            Ok(())
        }
        Payload::Rhythm(rhythm) => {
            if (1..=90).contains(&rhythm.days) {
                Ok(())
            } else {
                Err(Refusal::field("days", Problem::Choice))
            }
        }
        // These have commands of their own, because they have rules of their own.
        Payload::HelpRequest(_)
        | Payload::Course(_)
        | Payload::Coordination(_)
        | Payload::Request(_)
        | Payload::Merge(_)
        | Payload::Removed(_) => Err(Refusal::Missing),
    }
}

/// What a new version may not change by plain writing, because it has rules of its own.
fn keeps(before: &Payload, after: &Payload, scribe: &Scribe<'_>, wrote: ActorId) -> Result<(), Refusal> {
    match (before, after) {
        (Payload::Action(old), Payload::Action(new)) if old.status != new.status => {
            Err(Refusal::Rule(Rule::ActionStep))
        }
        (Payload::Voice(_), Payload::Voice(_)) | (Payload::Reply(_), Payload::Reply(_))
            if wrote != scribe.author.actor =>
        {
            Err(Refusal::Rule(Rule::NotYourWords))
        }
        _ => Ok(()),
    }
}

pub(super) fn write(
    all: &Extract<'_>,
    replaces: Option<Seen>,
    payload: Payload,
    subjects: Vec<PersonId>,
    audience: Audience,
    scribe: &mut Scribe<'_>,
) -> Decided {
    for person in &subjects {
        known::<Person>("subjects", all, *person)?;
    }
    check(all, &payload, scribe)?;
    let entry = match replaces {
        None => {
            if let Payload::Action(action) = &payload
                && action.status != ActionStatus::Proposed
            {
                return Err(Refusal::Rule(Rule::ActionNeedsFamily));
            }
            let thing = scribe.thing();
            crate::entry::Entry { audience, ..scribe.entry(thing, 1, subjects, payload) }
        }
        Some((thing, version)) => {
            let before = latest(all, (thing, version), payload.code())?;
            keeps(&before.payload, &payload, scribe, before.author.actor)?;
            let mut entry = scribe.next(before, settled_owner(&before.payload, payload, scribe));
            entry.subjects = subjects;
            entry.subjects.sort();
            entry.subjects.dedup();
            entry.category = entry.payload.category();
            entry.audience = audience;
            entry
        }
    };
    Ok(Change { thing: entry.thing, entries: vec![entry] })
}

/// An action that gets another owner waits for that owner's yes again; the family's yes stays.
fn settled_owner(before: &Payload, after: Payload, scribe: &Scribe<'_>) -> Payload {
    match (before, after) {
        (Payload::Action(old), Payload::Action(mut new))
            if old.owner != new.owner
                && matches!(old.status, ActionStatus::AcceptedByOwner | ActionStatus::Started) =>
        {
            let own = new.owner == Some(Owner::Helper(scribe.author.actor));
            new.status = if own { ActionStatus::AcceptedByOwner } else { ActionStatus::AcceptedByFamily };
            Payload::Action(new)
        }
        (_, after) => after,
    }
}

/// The current entry of a thing of this kind, if it is the version that the writer saw.
fn latest<'a>(
    all: &Extract<'a>,
    (thing, version): Seen,
    code: &str,
) -> Result<&'a crate::entry::Entry, Refusal> {
    let versions = all.versions(thing);
    let last = versions.last().ok_or(Refusal::Missing)?;
    if last.payload.code() != code {
        // Removed meanwhile, or another kind altogether.
        return Err(if last.payload.code() == Removed::CODE {
            Refusal::Stale { thing }
        } else {
            Refusal::Missing
        });
    }
    if last.version == version { Ok(last) } else { Err(Refusal::Stale { thing }) }
}

pub(super) fn reason(text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() { Err(Refusal::Rule(Rule::NeedsReason)) } else { at_most("words", text, LONG) }
}

pub(super) fn sentence(field: &'static str, text: &str) -> Result<(), Refusal> {
    words(field, text, LONG)
}

/// Used by work.rs so that both read the action in the same way.
pub(super) fn action<'a>(
    all: &Extract<'a>,
    seen: Seen,
) -> Result<crate::extract::Thing<'a, Action>, Refusal> {
    current(all, seen)
}
