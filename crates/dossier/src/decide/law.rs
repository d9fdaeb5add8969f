//! What the law says about this family in particular: what such a decision must hold before it counts.

use super::check::{LONG, SHORT, known, no_longer, period, words};
use super::{Change, Decided, Problem, Refusal, Rule, Scribe, Seen, current, disagreement};
use crate::entry::{Audience, Entry};
use crate::extract::Extract;
use crate::ids::ActorId;
use crate::payload::*;
use crate::people::parties;
use crate::vocabulary::{ActionStatus, Category, DeclineReason};
use jiff::SignedDuration;
use jiff::civil::Date;

/// A decision has an end within the longest time allowed, so that somebody thinks again.
fn ends(until: Date, from: Date, scribe: &Scribe<'_>) -> Result<(), Refusal> {
    if until < from {
        return Err(Refusal::field("until", Problem::Date));
    }
    if until > crate::after(from, i32::from(scribe.limits.decision_days)) {
        return Err(Refusal::Rule(Rule::DecisionTooLong));
    }
    Ok(())
}

fn some<T>(field: &'static str, of: &[T]) -> Result<(), Refusal> {
    if of.is_empty() { Err(Refusal::field(field, Problem::Empty)) } else { Ok(()) }
}

fn there(all: &Extract<'_>, thing: crate::ThingId) -> Result<(), Refusal> {
    if all.payload(thing).is_some() { Ok(()) } else { Err(Refusal::Missing) }
}

/// Whether something is about a child, so that a decision about it says what is best for the child (R19).
pub fn is_about_child(all: &Extract<'_>, thing: crate::ThingId, day: Date, limits: &crate::Limits) -> bool {
    let minor = |person: &crate::PersonId| all.person(*person).is_some_and(|it| it.is_minor(day, limits));
    all.versions(thing).last().is_some_and(|entry| entry.subjects.iter().any(minor))
}

/// What is best for the child is written down where something about a child is decided (R19). What only ends a decision
/// is never stopped by it.
fn best(
    all: &Extract<'_>,
    thing: crate::ThingId,
    text: &str,
    ends: bool,
    scribe: &Scribe<'_>,
) -> Result<(), Refusal> {
    match !ends && is_about_child(all, thing, scribe.moment.today, scribe.limits) {
        true => words("best", text, LONG),
        false => no_longer("best", text, LONG),
    }
}

pub(super) fn check(all: &Extract<'_>, payload: &Payload, scribe: &Scribe<'_>) -> Result<(), Refusal> {
    match payload {
        Payload::Danger(danger) => {
            known::<Person>("protected", all, danger.protected)?;
            known::<Person>("threat", all, danger.threat)?;
            if danger.protected == danger.threat {
                return Err(Refusal::field("threat", Problem::Choice));
            }
            words("why", &danger.why, LONG)?;
            period("until", Some(danger.from), danger.until)
        }
        Payload::Trusted(trusted) => {
            known::<Person>("person", all, trusted.person)?;
            words("why", &trusted.why, LONG)?;
            match trusted.ended {
                Some(_) => Ok(()),
                None => ends(trusted.until, scribe.moment.today, scribe),
            }
        }
        Payload::CareOrder(order) => {
            known::<Person>("child", all, order.child)?;
            words("basis", &order.basis, SHORT)?;
            period("until", Some(order.from), order.until)
        }
        Payload::Mandate(mandate) => {
            let person = all.person(mandate.person).ok_or(Refusal::field("person", Problem::Unknown))?;
            known::<Person>("holder", all, mandate.holder)?;
            if mandate.person == mandate.holder {
                return Err(Refusal::field("holder", Problem::Choice));
            }
            some("categories", &mandate.categories)?;
            if person.is_minor(mandate.from, scribe.limits) {
                return Err(Refusal::Rule(Rule::NotOfAge));
            }
            ends(mandate.until, mandate.from, scribe)
        }
        Payload::Withholding(withholding) => {
            there(all, withholding.thing)?;
            some("from", &withholding.from)?;
            for person in &withholding.from {
                known::<Person>("from", all, *person)?;
            }
            words("law", &withholding.law, SHORT)?;
            words("why", &withholding.why, LONG)?;
            best(all, withholding.thing, &withholding.best, withholding.lifted.is_some(), scribe)
        }
        Payload::Release(release) => {
            there(all, release.thing)?;
            words("law", &release.law, SHORT)?;
            words("purpose", &release.purpose, LONG)?;
            words("need", &release.need, LONG)?;
            words("asked", &release.asked, LONG)?;
            best(all, release.thing, &release.best, release.ended.is_some(), scribe)?;
            match release.ended {
                Some(_) => Ok(()),
                None => ends(release.until, scribe.moment.today, scribe),
            }
        }
        Payload::Objection(objection) => {
            known::<Person>("subject", all, objection.subject)?;
            known::<Person>("given_by", all, objection.given_by)?;
            some("categories", &objection.categories)
        }
        Payload::Block(block) => {
            there(all, block.thing)?;
            known::<Person>("given_by", all, block.given_by)
        }
        Payload::Conflict(conflict) => words("why", &conflict.why, SHORT),
        Payload::Insight(insight) => answered(all, insight, scribe),
        Payload::Disclosure(given) => disclosed(all, given, scribe),
        Payload::Disagreement(it) => disagreement::check(all, it, scribe),
        Payload::ResearchChoice(choice) => {
            known::<Person>("subject", all, choice.subject)?;
            known::<Person>("given_by", all, choice.given_by)?;
            let today = scribe.moment.today;
            if !parties(all, choice.subject, today, scribe.limits).contains(&choice.given_by) {
                return Err(Refusal::field("subject", Problem::Choice));
            }
            let ahead = choice.from > today || choice.withdrawn.is_some_and(|day| day > today);
            if ahead { Err(Refusal::field("from", Problem::Date)) } else { Ok(()) }
        }
        _ => Err(Refusal::Missing),
    }
}

/// A no to insight names its ground and its reason (R66, R93); a yes has neither.
fn answered(all: &Extract<'_>, insight: &Insight, scribe: &Scribe<'_>) -> Result<(), Refusal> {
    known::<Person>("by", all, insight.by)?;
    known::<Person>("about", all, insight.about)?;
    words("asked", &insight.asked, LONG)?;
    if insight.on > scribe.moment.today {
        return Err(Refusal::field("on", Problem::Date));
    }
    words("answer", &insight.answer, LONG)?;
    match (insight.outcome, &insight.law) {
        (InsightOutcome::Given, None) if insight.why.is_empty() => Ok(()),
        (InsightOutcome::Part | InsightOutcome::Refused, Some(law)) => {
            words("law", law, SHORT)?;
            words("why", &insight.why, LONG)
        }
        _ => Err(Refusal::field("law", Problem::Choice)),
    }
}

/// What was given to whom, on which ground; and who in the family knows, or why nobody does yet (R43).
fn disclosed(all: &Extract<'_>, given: &Disclosure, scribe: &Scribe<'_>) -> Result<(), Refusal> {
    let today = scribe.moment.today;
    known::<Person>("about", all, given.about)?;
    words("to", &given.to, SHORT)?;
    words("law", &given.law, SHORT)?;
    words("demand", &given.demand, LONG)?;
    if given.on > today {
        return Err(Refusal::field("on", Problem::Date));
    }
    words("given", &given.given, LONG)?;
    let parties = parties(all, given.about, today, scribe.limits);
    // Whoever was told stays told, also when that person has no part in it any longer.
    let of_this = |it: &Disclosure| (&it.to, &it.demand, it.on) == (&given.to, &given.demand, given.on);
    let mut stands = all.all::<Disclosure>().map(|it| it.is);
    let before = stands.find(|it| of_this(it)).map(|it| it.told.as_slice()).unwrap_or_default();
    if !given.told.iter().all(|told| parties.contains(told) || before.contains(told)) {
        return Err(Refusal::field("told", Problem::Choice));
    }
    match given.told.is_empty() {
        true => words("untold", &given.untold, LONG),
        false if given.untold.is_empty() => Ok(()),
        false => Err(Refusal::field("untold", Problem::Choice)),
    }
}

/// Whether a new version would be about something else than the one before: that is another decision.
pub(super) fn is_another(old: &Payload, new: &Payload) -> bool {
    match (old, new) {
        (Payload::Danger(old), Payload::Danger(new)) => {
            (old.protected, old.threat) != (new.protected, new.threat)
        }
        (Payload::Trusted(old), Payload::Trusted(new)) => {
            (old.person, old.helper, old.service) != (new.person, new.helper, new.service)
        }
        (Payload::CareOrder(old), Payload::CareOrder(new)) => old.child != new.child,
        (Payload::Mandate(old), Payload::Mandate(new)) => {
            (old.person, old.holder, old.basis) != (new.person, new.holder, new.basis)
        }
        (Payload::Withholding(old), Payload::Withholding(new)) => old.thing != new.thing,
        (Payload::Release(old), Payload::Release(new)) => (old.thing, old.to) != (new.thing, new.to),
        (Payload::Objection(old), Payload::Objection(new)) => {
            (old.subject, old.given_by, old.service) != (new.subject, new.given_by, new.service)
        }
        (Payload::Block(old), Payload::Block(new)) => {
            (old.thing, old.given_by, old.from) != (new.thing, new.given_by, new.from)
        }
        // Somebody changes one's mind about the same person as often as one likes.
        (Payload::ResearchChoice(old), Payload::ResearchChoice(new)) => {
            (old.subject, old.given_by) != (new.subject, new.given_by)
        }
        (Payload::Conflict(old), Payload::Conflict(new)) => old.helper != new.helper,
        // A letter that was sent is not rewritten; it is taken back, and answered anew.
        (Payload::Insight(old), Payload::Insight(new)) => {
            old.reversed.is_some() || *old != Insight { reversed: None, ..new.clone() }
        }
        // What was given is not rewritten, and nobody who was told is told no longer.
        (Payload::Disclosure(old), Payload::Disclosure(new)) => {
            let same = Disclosure {
                told: old.told.clone(),
                untold: old.untold.clone(),
                undone: None,
                ..new.clone()
            };
            *old != same || !old.told.iter().all(|told| new.told.contains(told))
        }
        (Payload::Disagreement(old), Payload::Disagreement(new)) => disagreement::is_another(old, new),
        _ => false,
    }
}

/// One asks, another approves (R84). Nobody approves twice, or for somebody else.
pub(super) fn keeps_two_persons(old: &Trusted, new: &Trusted, scribe: &Scribe<'_>) -> Result<(), Refusal> {
    let me = scribe.author.actor;
    let approves = old.approved_by.is_none() && new.approved_by == Some(me) && me != old.asked_by;
    let same = old.approved_by == new.approved_by && old.until >= new.until;
    let by_helper_itself = approves && me == old.helper;
    if old.asked_by != new.asked_by || by_helper_itself || !(approves || same) {
        return Err(Refusal::Rule(Rule::TwoPersons));
    }
    Ok(())
}

/// What is new is asked for by its writer, and approved by nobody yet.
pub(super) fn new(payload: Payload, scribe: &Scribe<'_>) -> Result<Payload, Refusal> {
    match payload {
        Payload::Trusted(trusted) if trusted.approved_by.is_some() => Err(Refusal::Rule(Rule::TwoPersons)),
        Payload::Trusted(trusted) => {
            Ok(Payload::Trusted(Trusted { asked_by: scribe.author.actor, ..trusted }))
        }
        other => Ok(other),
    }
}

/// Where such a decision is read, whatever its writer says. What is told on a ground of its own can be read by those
/// who read what was told; what protects somebody, or keeps something from somebody, by nobody else than the one who
/// holds the whole and the one it protects.
pub(super) fn place(all: &Extract<'_>, entry: &mut Entry, scribe: &Scribe<'_>) -> Result<(), Refusal> {
    let of = |thing: crate::ThingId| all.versions(thing).last().copied().ok_or(Refusal::Missing);
    match &entry.payload {
        Payload::Release(release) => {
            let told = of(release.thing)?;
            entry.category = told.category;
            entry.subjects.clone_from(&told.subjects);
            entry.audience.clone_from(&told.audience);
            entry.origin = told.origin;
        }
        // Who may read the thing in the family, reads that it is closed.
        Payload::Block(block) => {
            let closed = of(block.thing)?;
            entry.category = closed.category;
            entry.subjects.clone_from(&closed.subjects);
            entry.audience.clone_from(&closed.audience);
        }
        Payload::Withholding(withholding) => {
            let kept = of(withholding.thing)?;
            entry.category = kept.category;
            entry.subjects.clone_from(&kept.subjects);
            entry.audience = Audience::Coordinator;
        }
        // It is about nobody's part of the plan: those who have been told read it, by name.
        Payload::Disclosure(Disclosure { told, .. }) | Payload::Disagreement(Disagreement { told, .. }) => {
            entry.audience = match told.as_slice() {
                [] => Audience::Coordinator,
                told => Audience::Members(told.to_vec()),
            };
            entry.subjects = Vec::new();
        }
        // It opens nothing to those at work, and those whose matter it is know of each other's word.
        Payload::ResearchChoice(choice) => {
            let mut parties = parties(all, choice.subject, scribe.moment.today, scribe.limits);
            parties.sort();
            entry.audience = Audience::Members(parties);
        }
        // The answer to who asked is read by that person beside the coordinator, since it is about nobody else.
        Payload::Danger(_) | Payload::Trusted(_) | Payload::Conflict(_) | Payload::Insight(_) => {
            entry.audience = Audience::Coordinator;
        }
        _ => {}
    }
    Ok(())
}

/// Who may not take part is out of it at once (R24): no question waits for an answer from somebody who cannot read
/// it, what the helper was to do has no owner and shows as that, and the place in the team is over.
pub(super) fn steps_aside(all: &Extract<'_>, helper: ActorId, scribe: &Scribe<'_>) -> Vec<Entry> {
    let today = scribe.moment.today;
    let owner = Some(Owner::Helper(helper));
    let waits = |request: &Request| {
        let open = matches!(request.answer, None | Some(RequestAnswer::AskBack { .. }));
        request.to == helper && request.withdrawn.is_none() && open
    };
    let mut entries = Vec::new();
    for request in all.all::<Request>().filter(|request| waits(request.is)) {
        // Why stands in the declaration, which others do not read.
        let no = RequestAnswer::No { on: today, reason: DeclineReason::WrongPerson, words: String::new() };
        entries.push(scribe.next(request.entry, Request { answer: Some(no), ..request.is.clone() }.wrap()));
    }
    for action in all.all::<Action>().filter(|it| it.is.owner == owner && it.is.status.is_open()) {
        let status = action.is.status.min(ActionStatus::AcceptedByFamily);
        let next = Action { owner: None, service: None, status, ..action.is.clone() };
        entries.push(scribe.next(action.entry, next.wrap()));
    }
    for need in all.all::<Need>().filter(|it| it.is.owner == owner && it.is.settled.is_none()) {
        entries.push(scribe.next(need.entry, Need { owner: None, ..need.is.clone() }.wrap()));
    }
    let takes_part = |it: &Membership| it.helper == helper && it.until.is_none_or(|until| today < until);
    for member in all.all::<Membership>().filter(|member| takes_part(member.is)) {
        let until = Some(today.max(member.is.from));
        entries.push(scribe.next(member.entry, Membership { until, ..member.is.clone() }.wrap()));
    }
    entries
}

pub(super) fn open_in_emergency(why: String, untold: Option<String>, scribe: &mut Scribe<'_>) -> Decided {
    words("why", &why, LONG)?;
    if let Some(untold) = &untold {
        words("untold", untold, LONG)?;
    }
    let service = scribe.author.service.ok_or(Refusal::Missing)?;
    let lasts = SignedDuration::from_hours(i64::from(scribe.limits.emergency_hours));
    let until = scribe.moment.at.checked_add(lasts).map_err(|_| Refusal::Missing)?;
    let emergency =
        Emergency { helper: scribe.author.actor, service, why, until, untold, checked: None }.wrap();
    let thing = scribe.thing();
    let entry = scribe.entry(thing, 1, Vec::new(), emergency);
    placed(entry)
}

fn placed(mut entry: Entry) -> Decided {
    if let Payload::Emergency(emergency) = &entry.payload {
        let told = emergency.untold.is_none();
        entry.category = if told { Category::Logistics } else { Category::Audit };
        entry.audience = if told { Audience::Ordinary } else { Audience::Coordinator };
        // Who opened it is no origin: what it says is the municipality's, not that service's own.
        entry.origin = None;
    }
    Ok(Change { thing: entry.thing, entries: vec![entry] })
}

pub(super) fn check_emergency(
    all: &Extract<'_>,
    seen: Seen,
    right: bool,
    text: String,
    tell: bool,
    scribe: &mut Scribe<'_>,
) -> Decided {
    let emergency = current::<Emergency>(all, seen)?;
    words("words", &text, LONG)?;
    if emergency.is.helper == scribe.author.actor {
        return Err(Refusal::Rule(Rule::SamePerson));
    }
    if emergency.is.checked.is_some() {
        return Err(Refusal::Rule(Rule::AlreadyAnswered));
    }
    let by = scribe.author.actor;
    let checked = Some(Checked { by, on: scribe.moment.today, right, words: text });
    // What the family had to wait for is told as it stands now; the reason for waiting stays in the version before.
    let untold = emergency.is.untold.clone().filter(|_| !tell);
    let next = scribe.next(emergency.entry, Emergency { checked, untold, ..emergency.is.clone() }.wrap());
    placed(next)
}
