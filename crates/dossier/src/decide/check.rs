//! What a plain thing says on its own and against the dossier: fields that are filled in, dates that can be meant,
//! and what it points to.

use super::{Problem, Refusal, Rule, Scribe, Seen, current};
use super::{interpreting, law};
use crate::extract::Extract;
use crate::ids::*;
use crate::payload::*;
use crate::people::unlocated;
use crate::vocabulary::*;
use jiff::civil::Date;

/// Longest free text. Room for what must be said; not for a journal (that belongs in the service's own).
pub(super) const LONG: usize = 4000;
/// Longest title or single sentence.
pub(super) const SHORT: usize = 300;
/// Longest postal code of any country.
const CODE: usize = 12;

pub(super) fn words(field: &'static str, text: &str, most: usize) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::field(field, Problem::Empty));
    }
    no_longer(field, text, most)
}

pub(super) fn no_longer(field: &'static str, text: &str, most: usize) -> Result<(), Refusal> {
    if text.chars().count() > most { Err(Refusal::field(field, Problem::TooLong(most))) } else { Ok(()) }
}

/// A period that ends before it begins is none.
pub(super) fn period(field: &'static str, from: Option<Date>, until: Option<Date>) -> Result<(), Refusal> {
    let backwards = from.zip(until).is_some_and(|(from, until)| until < from);
    if backwards { Err(Refusal::field(field, Problem::Date)) } else { Ok(()) }
}

/// How something ended: not on a day to come; and when nothing came of it, why.
fn settled(settled: Option<&Settled>, scribe: &Scribe<'_>) -> Result<(), Refusal> {
    let Some(settled) = settled else { return Ok(()) };
    if settled.on > scribe.moment.today {
        return Err(Refusal::field("settled", Problem::Date));
    }
    if settled.met { at_most("settled", &settled.words) } else { sentence("settled", &settled.words) }
}

/// A day that somebody can mean: within a long life back, and within a childhood ahead.
fn day(field: &'static str, day: Option<Date>, scribe: &Scribe<'_>) -> Result<(), Refusal> {
    let fits =
        |day: Date| (-120..=25).contains(&(i32::from(day.year()) - i32::from(scribe.moment.today.year())));
    if day.is_none_or(fits) { Ok(()) } else { Err(Refusal::field(field, Problem::Date)) }
}

pub(super) fn known<K: Kind>(
    field: &'static str,
    all: &Extract<'_>,
    id: impl Into<ThingId>,
) -> Result<(), Refusal> {
    if all.find::<K>(id).is_some() { Ok(()) } else { Err(Refusal::field(field, Problem::Unknown)) }
}

fn owner(all: &Extract<'_>, owner: Option<Owner>) -> Result<(), Refusal> {
    match owner {
        Some(Owner::Member(person)) => known::<Person>("owner", all, person),
        Some(Owner::Helper(_)) | None => Ok(()),
    }
}

/// Checks what a payload says on its own and against the dossier.
pub(super) fn check(all: &Extract<'_>, payload: &Payload, scribe: &Scribe<'_>) -> Result<(), Refusal> {
    match payload {
        Payload::Family(family) => words("name", &family.name, SHORT),
        Payload::Person(person) => {
            words("given", &person.given, SHORT)?;
            no_longer("surname", &person.surname, SHORT)?;
            no_longer("phone", person.phone.as_deref().unwrap_or_default(), SHORT)?;
            no_longer("reach", person.reach.as_deref().unwrap_or_default(), SHORT)?;
            day("born", person.born, scribe)?;
            day("joined", person.joined, scribe)?;
            day("left", person.left, scribe)?;
            period("left", person.joined, person.left)
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
            day("from_day", relation.from_day, scribe)?;
            day("until", relation.until, scribe)?;
            period("until", relation.from_day, relation.until)
        }
        Payload::Address(address) => {
            known::<Person>("person", all, address.person)?;
            if unlocated(all, scribe.moment.today).contains(&address.person) {
                return Err(Refusal::Rule(Rule::AddressNotKept));
            }
            words("street", &address.street, SHORT)?;
            no_longer("postal_code", &address.postal_code, CODE)?;
            words("place", &address.place, SHORT)?;
            no_longer("note", &address.note, SHORT)?;
            day("from", address.from, scribe)?;
            day("until", address.until, scribe)?;
            period("until", address.from, address.until)
        }
        Payload::ContactProcedure(procedure) => {
            known::<Person>("person", all, procedure.person)?;
            words("words", &procedure.words, LONG)
        }
        Payload::Membership(member) => {
            words("task", &member.task, SHORT)?;
            day("from", Some(member.from), scribe)?;
            day("until", member.until, scribe)?;
            period("until", Some(member.from), member.until)
        }
        Payload::ServiceLink(link) => {
            known::<Person>("person", all, link.person)?;
            words("service", &link.service, SHORT)?;
            day("from", link.from, scribe)?;
            day("until", link.until, scribe)?;
            period("until", link.from, link.until)
        }
        Payload::Need(need) => {
            words("words", &need.words, LONG)?;
            settled(need.settled.as_ref(), scribe)?;
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
            at_most("sign", &goal.sign)?;
            at_most("note", &goal.note)?;
            settled(goal.settled.as_ref(), scribe)?;
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
            at_most("note", &contact.note)?;
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
            no_longer("place", &meeting.place, SHORT)?;
            day("at", Some(meeting.at.date()), scribe)?;
            settled(meeting.settled.as_ref(), scribe)?;
            for person in &meeting.members {
                known::<Person>("members", all, *person)?;
            }
            interpreting::check(all, meeting, scribe)
        }
        Payload::Voice(voice) => {
            known::<Person>("who", all, voice.who)?;
            if voice.about.is_some_and(|about| all.payload(about).is_none()) {
                return Err(Refusal::field("about", Problem::Unknown));
            }
            if voice.look.is_some_and(|look| look.on > scribe.moment.today) {
                return Err(Refusal::field("look", Problem::Date));
            }
            words("words", &voice.words, LONG)
        }
        Payload::Reply(reply) => {
            if all.payload(reply.to).is_none() {
                return Err(Refusal::Missing);
            }
            match reply.outcome {
                Outcome::Yes => at_most("words", &reply.words),
                _ => words("words", &reply.words, LONG),
            }
        }
        Payload::Strength(strength) => words("words", &strength.words, LONG),
        Payload::Agreement(agreement) => {
            known::<Person>("by", all, agreement.by)?;
            if agreement.on > scribe.moment.today {
                return Err(Refusal::field("on", Problem::Date));
            }
            no_longer("how", &agreement.how, SHORT)
        }
        Payload::Consent(consent) => {
            known::<Person>("subject", all, consent.subject)?;
            known::<Person>("given_by", all, consent.given_by)?;
            words("purpose", &consent.purpose, LONG)?;
            no_longer("how", &consent.how, SHORT)?;
            if consent.categories.is_empty() {
                return Err(Refusal::field("categories", Problem::Empty));
            }
            day("from", Some(consent.from), scribe)?;
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
        Payload::NotSame(_) => Ok(()),
        Payload::Interest(interest) => {
            known::<Person>("of", all, interest.of)?;
            interest.situations.iter().try_for_each(|id| words("situations", id, SHORT))
        }
        Payload::Danger(_)
        | Payload::Trusted(_)
        | Payload::CareOrder(_)
        | Payload::Mandate(_)
        | Payload::Withholding(_)
        | Payload::Release(_)
        | Payload::Objection(_)
        | Payload::Block(_)
        | Payload::Conflict(_)
        | Payload::Insight(_)
        | Payload::Disclosure(_)
        | Payload::ResearchChoice(_)
        | Payload::Disagreement(_) => law::check(all, payload, scribe),
        // These have commands of their own, because they have rules of their own.
        Payload::HelpRequest(_)
        | Payload::Course(_)
        | Payload::Coordination(_)
        | Payload::Request(_)
        | Payload::Merge(_)
        | Payload::Emergency(_)
        | Payload::Fact(_)
        | Payload::Application(_)
        | Payload::Stance(_)
        | Payload::Removed(_) => Err(Refusal::Missing),
    }
}

pub(super) fn reason(text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() { Err(Refusal::Rule(Rule::NeedsReason)) } else { at_most("words", text) }
}

pub(super) fn sentence(field: &'static str, text: &str) -> Result<(), Refusal> {
    words(field, text, LONG)
}

pub(super) fn short(field: &'static str, text: &str) -> Result<(), Refusal> {
    words(field, text, SHORT)
}

pub(super) fn at_most(field: &'static str, text: &str) -> Result<(), Refusal> {
    no_longer(field, text, LONG)
}

/// Used by work.rs so that both read the action in the same way.
pub(super) fn action<'a>(
    all: &Extract<'a>,
    seen: Seen,
) -> Result<crate::extract::Thing<'a, Action>, Refusal> {
    current(all, seen)
}
