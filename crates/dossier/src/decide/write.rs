//! Writing plain things: whose words they are, whom they are about, and how far they are opened.

use super::check::{check, known};
use super::{Change, Decided, Problem, Refusal, Rule, Scribe, Seen};
use super::{disagreement, law};
use crate::entry::{Audience, Author, Entry};
use crate::extract::Extract;
use crate::ids::*;
use crate::payload::*;
use crate::vocabulary::*;

/// What a new version may not change by plain writing, because it has rules of its own.
fn keeps(all: &Extract<'_>, before: &Entry, after: &Payload, scribe: &Scribe<'_>) -> Result<(), Refusal> {
    let me = scribe.author.actor;
    let not_yours = Err(Refusal::Rule(Rule::NotYourWords));
    match (&before.payload, after) {
        (Payload::Action(old), Payload::Action(new)) => {
            let reopens = !old.status.is_open() && old.owner != new.owner;
            if old.status != new.status || reopens { Err(Refusal::Rule(Rule::ActionStep)) } else { Ok(()) }
        }
        (Payload::Voice(old), Payload::Voice(new))
            if before.author.actor != me || (old.who, old.look) != (new.who, new.look) =>
        {
            not_yours
        }
        (Payload::Reply(old), Payload::Reply(new)) if before.author.actor != me || old.to != new.to => {
            not_yours
        }
        // Where one lives is nobody else's address; another person's is another thing.
        (Payload::Address(_) | Payload::ContactProcedure(_), new)
            if before.payload.about(before.thing) != new.about(before.thing) =>
        {
            Err(Refusal::field("person", Problem::Choice))
        }
        // A consent is one person's yes to one receiver about one person; anything else is another consent.
        (Payload::Consent(old), Payload::Consent(new))
            if (old.given_by, old.subject, old.receiver) != (new.given_by, new.subject, new.receiver) =>
        {
            not_yours
        }
        // What somebody looks for is nobody else's.
        (Payload::Interest(old), Payload::Interest(new)) if old.of != new.of => not_yours,
        (old, new) if law::is_another(old, new) => Err(Refusal::field("thing", Problem::Choice)),
        (Payload::Trusted(old), Payload::Trusted(new)) => law::keeps_two_persons(old, new, scribe),
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
    if matches!(entry.payload, Payload::NotSame(_)) {
        // It names another family.
        entry.audience = Audience::Coordinator;
    }
    entry.category = entry.payload.category();
    if entry.is_sealed() {
        // It is one person's alone: nobody else's ground opens it, and it is kept under that person's own key.
        entry.subjects.clear();
    }
    entry.subjects.extend(entry.payload.about(entry.thing));
    law::place(all, &mut entry, scribe)?;
    let me = writers(all, scribe);
    if let Payload::Reply(reply) = &entry.payload {
        let to = all.versions(reply.to).last().copied().ok_or(Refusal::Missing)?;
        entry.category = to.category;
        entry.subjects.clone_from(&to.subjects);
        entry.audience.clone_from(&to.audience);
    } else if let Some(before) = before {
        let mine = before.author.actor == scribe.author.actor
            || before.subjects.iter().any(|subject| me.contains(subject));
        // Whoever is told of it is told, whoever writes it down after the one who wrote it first.
        let told = matches!(entry.payload, Payload::Disclosure(_) | Payload::Disagreement(_));
        if !mine && !told {
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
    // Whom it is about has been said already, by somebody else.
    let anothers = before
        .filter(|before| scribe.author.role == Role::Citizen && before.author.actor != scribe.author.actor);
    let is_said = anothers.is_some_and(|before| before.subjects.is_empty());
    if entry.subjects.is_empty() && (entry.audience != Audience::Ordinary || !open) && !is_said {
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
    if let Some(before) = anothers
        && !same_people(&before.subjects, &entry.subjects)
    {
        return Err(Refusal::Rule(Rule::AboutStays));
    }
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
            let payload = law::new(new_action(payload)?, scribe)?;
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
    let thing = entry.thing;
    let follows = match &entry.payload {
        Payload::Conflict(conflict) if entry.version == 1 => law::steps_aside(all, conflict.helper, scribe),
        Payload::Disagreement(Disagreement { undone: Some(day), .. }) => {
            disagreement::unsaid(all, thing, *day, scribe)
        }
        _ => Vec::new(),
    };
    Ok(Change { thing, entries: std::iter::once(entry).chain(follows).collect() })
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

fn same_people(one: &[PersonId], other: &[PersonId]) -> bool {
    one.iter().all(|person| other.contains(person)) && other.iter().all(|person| one.contains(person))
}
