//! The door: a family asks for help, gets its place in the queue, and may turn out to be known already.

use super::check::{at_most, check, reason, sentence, short};
use super::{Change, Command, Decided, Problem, Refusal, Rule, Scribe};
use crate::course::asked;
use crate::entry::{Audience, Dossier, Entry};
use crate::extract::{Extract, Thing};
use crate::ids::*;
use crate::payload::*;
use crate::vocabulary::Generation;
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
    if opening.people.is_empty() {
        return Err(Refusal::field("people", Problem::Empty));
    }
    check(all, &Payload::Family(opening.family.clone()), scribe)?;
    for newcomer in &opening.people {
        check(all, &Payload::Person(newcomer.person.clone()), scribe)?;
        newcomer.services.iter().try_for_each(|service| short("services", service))?;
    }
    let asked = &opening.request;
    sentence("words", &asked.words)?;
    for (field, text) in [("wish", &asked.wish), ("acute_words", &asked.acute_words)] {
        at_most(field, text)?;
    }
    asked.services.iter().try_for_each(|service| short("services", service))?;
    if let Some(sender) = &asked.sent_by {
        sentence("agreed_by", &sender.agreed_by)?;
        sentence("how", &sender.how)?;
    }
    let mut entries = Vec::new();
    // What was asked belongs to the one who asked (or agreed), not to everybody at home.
    let is_adult = |newcomer: &Newcomer| newcomer.person.generation == Generation::Adult;
    let asker = opening.people.iter().position(is_adult).unwrap_or(0);
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
    let asker = everybody.get(asker).copied().into_iter().collect();
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
    short("ground", &ground)?;
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
    // What was acute in an earlier round of help is not acute any longer; who comes back now is put first with a
    // reason of today.
    let acute = course.is.acute && !matches!(course.is.phase, Phase::Closed { .. });
    let next = Course { phase, since, acute };
    Ok(Change { entries: vec![scribe.next(course.entry, next.wrap())], thing: course.id() })
}

/// Takes one dossier in under another: the same family asked twice. What was asked is read in the dossier that
/// stays; the other one is set aside whole, so that it can be brought back.
///
/// Nothing of the request is lost on the way: what was acute is acute in the dossier that stays, the better date
/// counts in the queue, and a family whose help had ended stands in the queue again.
///
/// # Errors
/// The other dossier is further than the queue, this one is set aside itself, or a reason is missing.
pub fn merge(
    into: &Dossier,
    from: &Dossier,
    why: &str,
    scribe: &mut Scribe<'_>,
) -> Result<(Vec<Entry>, Vec<Entry>), Refusal> {
    reason(why)?;
    if into.family == from.family {
        return Err(Refusal::Rule(Rule::SamePerson));
    }
    let (here, there) = (Extract::whole(into), Extract::whole(from));
    let stays = here.only::<Course>().ok_or(Refusal::Missing)?;
    let goes = there.only::<Course>().ok_or(Refusal::Missing)?;
    let may_go = matches!(goes.is.phase, Phase::Received | Phase::Waiting { .. });
    if !may_go || matches!(stays.is.phase, Phase::Merged { .. }) {
        return Err(Refusal::Rule(Rule::WrongPhase));
    }
    let today = scribe.moment.today;
    let words = there.only::<HelpRequest>().map(|request| all_words(request.is)).unwrap_or_default();
    let reach = there.only::<HelpRequest>().and_then(|request| {
        let asker = there.person(*request.entry.subjects.first()?)?;
        let parts = [Some(asker.full_name()), asker.phone.clone(), asker.reach.clone()];
        Some(parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
    });
    let asked = asked(&there).unwrap_or(goes.is.since);
    let taken = Merge { from: from.family, words, why: why.into(), asked, reach: reach.unwrap_or_default() };
    let thing = scribe.thing();
    // Who asked there is a person of that dossier, so nobody in this family can be named as the one whom it is
    // about; therefore the coordinator alone reads it.
    let mut kept =
        vec![Entry { audience: Audience::Coordinator, ..scribe.entry(thing, 1, Vec::new(), taken.wrap()) }];
    let course = match &stays.is.phase {
        Phase::Closed { .. } => Some(Course { since: today, ..goes.is.clone() }),
        Phase::Received | Phase::Waiting { .. } | Phase::Offered if goes.is.acute && !stays.is.acute => {
            Some(Course { acute: true, ..stays.is.clone() })
        }
        _ => None,
    };
    kept.extend(course.map(|course| scribe.next(stays.entry, course.wrap())));
    let aside = Course { phase: Phase::Merged { into: into.family }, since: today, acute: goes.is.acute };
    Ok((kept, vec![scribe.next(goes.entry, aside.wrap())]))
}

/// All that was said in a request: what is hard, what would help, what cannot wait.
fn all_words(request: &HelpRequest) -> String {
    let said = [&request.words, &request.wish, &request.acute_words];
    let said: Vec<&str> = said.into_iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
    said.join("\n\n")
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
    let (here, there) = (Extract::whole(into), Extract::whole(from));
    let merged = here.all::<Merge>().find(|merge| merge.is.from == from.family).ok_or(Refusal::Missing)?;
    let aside = there.only::<Course>().ok_or(Refusal::Missing)?;
    if aside.is.phase != (Phase::Merged { into: into.family }) {
        return Err(Refusal::Missing);
    }
    let back = step_back(&there, &aside, scribe).ok_or(Refusal::Missing)?;
    let removed = Removed { was: Merge::CODE.into(), why: String::new() };
    let mut restored = vec![scribe.next(merged.entry, removed.wrap())];
    // What the merge changed in the course goes back, unless somebody has taken the family on since.
    let course = here.only::<Course>().filter(|course| course.entry.seq == merged.entry.seq + 1);
    restored.extend(course.and_then(|course| step_back(&here, &course, scribe)));
    Ok((restored, vec![back]))
}

/// The course as it was one version ago, from today.
fn step_back(all: &Extract<'_>, now: &Thing<'_, Course>, scribe: &Scribe<'_>) -> Option<Entry> {
    let before = all.versions(now.id()).into_iter().rev().nth(1)?;
    let before = Course::of(&before.payload)?;
    let same = before.phase.code() == now.is.phase.code();
    let since = if same { before.since } else { scribe.moment.today };
    Some(scribe.next(now.entry, Course { since, ..before.clone() }.wrap()))
}

/// Own words, with who may read them; a shorthand for the page where something is said.
pub fn say(who: PersonId, words: String, about: Option<ThingId>, audience: Audience) -> Command {
    Command::Write {
        replaces: None,
        payload: Voice { who, words, about, look: None }.wrap(),
        subjects: vec![who],
        audience,
    }
}
