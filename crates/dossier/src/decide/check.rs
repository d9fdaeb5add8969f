//! Writing plain things: needs, dreams, goals, actions, contacts, meetings, own words, replies, people, relations.

use super::{Change, Decided, Problem, Refusal, Rule, Scribe, Seen, current};
use crate::entry::{Audience, Author, Entry};
use crate::extract::Extract;
use crate::ids::*;
use crate::payload::*;
use crate::vocabulary::*;
use jiff::civil::Date;

/// Longest free text. Room for what must be said; not for a journal (that belongs in the service's own).
const LONG: usize = 4000;
/// Longest title or single sentence.
pub(super) const SHORT: usize = 300;

fn words(field: &'static str, text: &str, most: usize) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::field(field, Problem::Empty));
    }
    no_longer(field, text, most)
}

fn no_longer(field: &'static str, text: &str, most: usize) -> Result<(), Refusal> {
    if text.chars().count() > most { Err(Refusal::field(field, Problem::TooLong(most))) } else { Ok(()) }
}

/// A period that ends before it begins is none.
fn period(field: &'static str, from: Option<Date>, until: Option<Date>) -> Result<(), Refusal> {
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
            Ok(())
        }
        Payload::Voice(voice) => {
            known::<Person>("who", all, voice.who)?;
            if voice.about.is_some_and(|about| all.payload(about).is_none()) {
                return Err(Refusal::field("about", Problem::Unknown));
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
fn keeps(all: &Extract<'_>, before: &Entry, after: &Payload, scribe: &Scribe<'_>) -> Result<(), Refusal> {
    let me = scribe.author.actor;
    let not_yours = Err(Refusal::Rule(Rule::NotYourWords));
    match (&before.payload, after) {
        (Payload::Action(old), Payload::Action(new)) => {
            let reopens = !old.status.is_open() && old.owner != new.owner;
            if old.status != new.status || reopens { Err(Refusal::Rule(Rule::ActionStep)) } else { Ok(()) }
        }
        (Payload::Voice(old), Payload::Voice(new)) if before.author.actor != me || old.who != new.who => {
            not_yours
        }
        (Payload::Reply(old), Payload::Reply(new)) if before.author.actor != me || old.to != new.to => {
            not_yours
        }
        // A consent is one person's yes to one receiver about one person; anything else is another consent.
        (Payload::Consent(old), Payload::Consent(new))
            if (old.given_by, old.subject, old.receiver) != (new.given_by, new.subject, new.receiver) =>
        {
            not_yours
        }
        (old, new) if own_words(old) != own_words(new) => match who_said(all, before) {
            Some(said) if said.role == Role::Citizen && said.actor != me => not_yours,
            _ => Ok(()),
        },
        _ => Ok(()),
    }
}

/// The words of a thing that are the family's own; professional text stands beside them, never over.
fn own_words(payload: &Payload) -> Option<&str> {
    match payload {
        Payload::Need(need) => Some(&need.words),
        Payload::Dream(dream) => dream.words.as_deref(),
        Payload::Goal(goal) => Some(&goal.words),
        Payload::Strength(strength) => Some(&strength.words),
        _ => None,
    }
}

/// Who wrote the words that stand now.
fn who_said(all: &Extract<'_>, now: &Entry) -> Option<Author> {
    let words = own_words(&now.payload)?;
    let versions = all.versions(now.thing);
    let same = versions.iter().rev().take_while(|entry| own_words(&entry.payload) == Some(words));
    same.last().map(|entry| entry.author)
}

/// The people in the family who sign in with the writer's account.
fn writers(all: &Extract<'_>, scribe: &Scribe<'_>) -> Vec<PersonId> {
    if scribe.author.role != Role::Citizen {
        return Vec::new();
    }
    let mine = all.all::<Person>().filter(|person| person.is.account == Some(scribe.author.actor));
    mine.map(|person| person.id().into()).collect()
}

/// A kind of which a family has one: the second is a new version of the first.
fn the_only_one(all: &Extract<'_>, payload: &Payload) -> Result<(), Refusal> {
    let known = match payload {
        Payload::Family(_) => all.only::<Family>().map(|family| family.id()),
        Payload::Rhythm(_) => all.only::<Rhythm>().map(|rhythm| rhythm.id()),
        _ => None,
    };
    known.map_or(Ok(()), |thing| Err(Refusal::Stale { thing }))
}

/// Decides whom the entry is about, and how far it is opened in the family. Whatever its writer says:
/// - some kinds are about somebody by their nature ([`Payload::about`]);
/// - an answer is open to those to whom the words are open that it answers, and to nobody else;
/// - what a family member says about sensitive matters without naming anybody, or keeps from the others, is
///   about that member;
/// - what somebody else wrote is not opened further by another: that is for the writer, or the one it is about.
fn place(
    all: &Extract<'_>,
    mut entry: Entry,
    before: Option<&Entry>,
    scribe: &Scribe<'_>,
) -> Result<Entry, Refusal> {
    if let Audience::Members(members) = &mut entry.audience {
        members.iter().try_for_each(|member| known::<Person>("audience", all, *member))?;
        members.sort();
        members.dedup();
    }
    entry.category = entry.payload.category();
    entry.subjects.extend(entry.payload.about(entry.thing));
    let me = writers(all, scribe);
    if let Payload::Reply(reply) = &entry.payload {
        let to = all.versions(reply.to).last().copied().ok_or(Refusal::Missing)?;
        entry.category = to.category;
        entry.subjects.clone_from(&to.subjects);
        entry.audience.clone_from(&to.audience);
    } else if let Some(before) = before {
        let mine = before.author.actor == scribe.author.actor
            || before.subjects.iter().any(|subject| me.contains(subject));
        if !mine {
            entry.audience.clone_from(&before.audience);
            if before.author.role == Role::Citizen {
                entry.subjects.extend_from_slice(&before.subjects);
            }
        }
    }
    let open = matches!(
        entry.category,
        Category::Contact | Category::PlanCore | Category::Logistics | Category::ServiceLink
    );
    if entry.subjects.is_empty() && (entry.audience != Audience::Ordinary || !open) {
        entry.subjects = me;
    }
    if entry.audience == Audience::Oneself
        && (scribe.author.role != Role::Citizen || entry.subjects.is_empty())
    {
        // Nobody can keep something for somebody else, out of everybody's sight.
        return Err(Refusal::field("audience", Problem::Choice));
    }
    entry.subjects.sort();
    entry.subjects.dedup();
    Ok(entry)
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
    let (entry, before) = match replaces {
        None => {
            the_only_one(all, &payload)?;
            let thing = scribe.thing();
            let payload = new_action(payload)?;
            (Entry { audience, ..scribe.entry(thing, 1, subjects, payload) }, None)
        }
        Some(seen) => {
            let before = latest(all, seen, payload.code())?;
            keeps(all, before, &payload, scribe)?;
            let payload = settled_owner(all, &before.payload, payload, scribe);
            (Entry { subjects, audience, ..scribe.next(before, payload) }, Some(before))
        }
    };
    let entry = place(all, entry, before, scribe)?;
    Ok(Change { thing: entry.thing, entries: vec![entry] })
}

/// A new action is a proposal: nobody has said yes to it, and nothing has come of it.
fn new_action(payload: Payload) -> Result<Payload, Refusal> {
    match payload {
        Payload::Action(action) if action.status != ActionStatus::Proposed => {
            Err(Refusal::Rule(Rule::ActionNeedsFamily))
        }
        Payload::Action(action) => Ok(Payload::Action(Action {
            service: if matches!(action.owner, Some(Owner::Helper(_))) { action.service } else { None },
            accepted_by: None,
            accepted_how: String::new(),
            outcome: String::new(),
            ..action
        })),
        other => Ok(other),
    }
}

/// An action that gets another owner waits for that owner's yes again; the family's yes stays. Who said yes, and
/// what came of it, is told by moving the action and by nothing else.
fn settled_owner(all: &Extract<'_>, before: &Payload, after: Payload, scribe: &Scribe<'_>) -> Payload {
    let (Payload::Action(old), Payload::Action(mut new)) = (before, after.clone()) else { return after };
    new.accepted_by = old.accepted_by;
    new.accepted_how.clone_from(&old.accepted_how);
    new.outcome.clone_from(&old.outcome);
    if !matches!(new.owner, Some(Owner::Helper(_))) {
        new.service = None;
    }
    if old.owner != new.owner && old.status > ActionStatus::Proposed {
        let own = match new.owner {
            Some(Owner::Helper(helper)) => helper == scribe.author.actor,
            Some(Owner::Member(member)) => writers(all, scribe).contains(&member),
            None => false,
        };
        new.status = if own { ActionStatus::AcceptedByOwner } else { ActionStatus::AcceptedByFamily };
    }
    Payload::Action(new)
}

/// The current entry of a thing of this kind, if it is the version that the writer saw.
fn latest<'a>(all: &Extract<'a>, (thing, version): Seen, code: &str) -> Result<&'a Entry, Refusal> {
    let last = all.versions(thing).last().copied().ok_or(Refusal::Missing)?;
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
