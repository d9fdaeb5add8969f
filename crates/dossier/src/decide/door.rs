//! The door: a family asks for help, gets its place in the queue, and may turn out to be known already.

use super::check::{reason, sentence};
use super::{Change, Command, Decided, Problem, Refusal, Rule, Scribe};
use crate::entry::{Audience, Dossier, Entry};
use crate::extract::Extract;
use crate::ids::*;
use crate::payload::*;
use jiff::civil::Date;

/// Somebody whom the request is about.
#[derive(Debug, Clone)]
pub struct Newcomer {
    /// The person.
    pub person: Person,
    /// Services that help this person today, in the sender's words.
    pub services: Vec<String>,
}

/// What opens a dossier.
#[derive(Debug, Clone)]
pub struct Opening {
    /// The family's name.
    pub family: Family,
    /// The people; the first adult is the one who asked.
    pub people: Vec<Newcomer>,
    /// What was asked.
    pub request: HelpRequest,
}

pub(super) fn open(all: &Extract<'_>, opening: Opening, scribe: &mut Scribe<'_>) -> Decided {
    if all.version() > 0 {
        return Err(Refusal::Rule(Rule::WrongPhase));
    }
    sentence("words", &opening.request.words)?;
    if opening.request.words.chars().count() > 4000 {
        return Err(Refusal::field("words", Problem::TooLong(4000)));
    }
    if let Some(sender) = &opening.request.sent_by {
        sentence("agreed_by", &sender.agreed_by)?;
        sentence("how", &sender.how)?;
    }
    let mut entries = Vec::new();
    let mut everybody = Vec::new();
    let thing = scribe.thing();
    entries.push(scribe.entry(thing, 1, Vec::new(), opening.family.wrap()));
    for newcomer in opening.people {
        let id = scribe.thing();
        everybody.push(PersonId::from(id));
        entries.push(scribe.entry(id, 1, vec![id.into()], newcomer.person.wrap()));
        for service in newcomer.services {
            let link = ServiceLink { person: id.into(), service, from: None, until: None };
            let thing = scribe.thing();
            entries.push(scribe.entry(thing, 1, vec![id.into()], link.wrap()));
        }
    }
    let acute = opening.request.acute;
    // What was asked belongs to the one who asked (or agreed), not to everybody at home.
    let asker = everybody.first().copied().into_iter().collect();
    let asked = scribe.thing();
    entries.push(scribe.entry(asked, 1, asker, opening.request.wrap()));
    let thing = scribe.thing();
    let course = Course { phase: Phase::Received, since: scribe.moment.today, acute };
    entries.push(scribe.entry(thing, 1, Vec::new(), course.wrap()));
    let thing = scribe.thing();
    entries.push(scribe.entry(thing, 1, Vec::new(), Coordination::default().wrap()));
    Ok(Change { entries, thing: asked })
}

pub(super) fn queue(
    all: &Extract<'_>,
    ground: String,
    why: String,
    review: Date,
    interim: ActorId,
    raised: Option<String>,
    scribe: &mut Scribe<'_>,
) -> Decided {
    let course = all.only::<Course>().ok_or(Refusal::Missing)?;
    // A family whose help has ended may come back through the same door.
    let may_wait = matches!(course.is.phase, Phase::Received | Phase::Waiting { .. } | Phase::Closed { .. });
    if !may_wait {
        return Err(Refusal::Rule(Rule::WrongPhase));
    }
    sentence("why", &why)?;
    if review <= scribe.moment.today {
        return Err(Refusal::field("review", Problem::Date));
    }
    if let Some(raised) = &raised {
        reason(raised)?;
    }
    let phase = Phase::Waiting { ground, why, review, interim, raised };
    let since =
        if matches!(course.is.phase, Phase::Waiting { .. }) { course.is.since } else { scribe.moment.today };
    let next = Course { phase, since, acute: course.is.acute };
    Ok(Change { entries: vec![scribe.next(course.entry, next.wrap())], thing: course.id() })
}

/// Takes one dossier in under another: the same family asked twice. What was asked is read in the dossier that
/// stays; the other one is set aside whole, so that it can be brought back.
///
/// # Errors
/// The other dossier is further than the queue, or a reason is missing.
pub fn merge(
    into: &Dossier,
    from: &Dossier,
    why: &str,
    scribe: &mut Scribe<'_>,
) -> Result<(Vec<Entry>, Vec<Entry>), Refusal> {
    reason(why)?;
    let (_, course) = from.only::<Course>().ok_or(Refusal::Missing)?;
    if into.family == from.family {
        return Err(Refusal::Rule(Rule::SamePerson));
    }
    if !matches!(course.phase, Phase::Received | Phase::Waiting { .. }) {
        return Err(Refusal::Rule(Rule::WrongPhase));
    }
    let (entry, _) = from.only::<Course>().ok_or(Refusal::Missing)?;
    let aside = Course {
        phase: Phase::Merged { into: into.family },
        since: scribe.moment.today,
        acute: course.acute,
    };
    let aside = scribe.next(entry, aside.wrap());
    let words = from.only::<HelpRequest>().map(|(_, request)| request.words.clone()).unwrap_or_default();
    let thing = scribe.thing();
    let taken = Merge { from: from.family, words, why: why.into() };
    Ok((vec![scribe.entry(thing, 1, Vec::new(), taken.wrap())], vec![aside]))
}

/// Undoes a merge: both dossiers are as they were, and the history shows it.
///
/// # Errors
/// There is no such merge.
pub fn unmerge(
    into: &Dossier,
    from: &Dossier,
    scribe: &mut Scribe<'_>,
) -> Result<(Vec<Entry>, Vec<Entry>), Refusal> {
    let merged = Extract::whole(into)
        .all::<Merge>()
        .find(|merge| merge.is.from == from.family)
        .map(|merge| merge.entry)
        .ok_or(Refusal::Missing)?;
    let (course, _) = from.only::<Course>().ok_or(Refusal::Missing)?;
    let before = from.versions_of(course.thing).iter().rev().nth(1).map(|&index| from.entry(index));
    let before = before.ok_or(Refusal::Missing)?;
    let back = scribe.next(course, before.payload.clone());
    let removed = scribe.next(merged, Removed { was: Merge::CODE.into(), why: String::new() }.wrap());
    Ok((vec![removed], vec![back]))
}

/// Own words, with who may read them; a shorthand for the page where something is said.
pub fn say(who: PersonId, words: String, about: Option<ThingId>, audience: Audience) -> Command {
    Command::Write {
        replaces: None,
        payload: Voice { who, words, about }.wrap(),
        subjects: vec![who],
        audience,
    }
}
