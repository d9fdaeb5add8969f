//! The one coordinator: offered, accepted, handed over, stood in for; and the end of help.
//!
//! INVARIANT: from acceptance to closing there is exactly one coordinator. It holds by construction: the lead
//! is one field of one thing, it is replaced only by somebody who has said yes, and emptied only on closing.

use super::check::{at_most, reason, sentence};
use super::{Change, Decided, Refusal, Rule, Scribe};
use crate::extract::{Extract, Thing};
use crate::ids::*;
use crate::payload::*;
use crate::vocabulary::CloseReason;
use crate::workdays::working_days_after;
use jiff::civil::Date;

fn course<'a>(all: &Extract<'a>) -> Result<Thing<'a, Course>, Refusal> {
    all.only::<Course>().ok_or(Refusal::Missing)
}

fn coordination<'a>(all: &Extract<'a>) -> Result<Thing<'a, Coordination>, Refusal> {
    all.only::<Coordination>().ok_or(Refusal::Missing)
}

fn change(entries: Vec<crate::entry::Entry>, thing: ThingId) -> Decided {
    Ok(Change { entries, thing })
}

pub(super) fn offer(
    all: &Extract<'_>,
    to: ActorId,
    service: ServiceId,
    note: String,
    scribe: &mut Scribe<'_>,
) -> Decided {
    at_most("note", &note)?;
    let (course, now) = (course(all)?, coordination(all)?);
    if now.is.offer.is_some() {
        return Err(Refusal::Rule(Rule::OfferStands));
    }
    if now.is.lead == Some(to) {
        return Err(Refusal::Rule(Rule::SamePerson));
    }
    let today = scribe.moment.today;
    let handover = now.is.lead.is_some();
    let offer = Offer {
        to,
        service,
        by: scribe.author.actor,
        reply_by: working_days_after(today, scribe.limits.offer_working_days),
        note,
        family: Answer::Pending,
        coordinator: Answer::Pending,
    };
    let mut entries =
        vec![scribe.next(now.entry, Coordination { offer: Some(offer), ..now.is.clone() }.wrap())];
    if !handover {
        if !matches!(course.is.phase, Phase::Received | Phase::Waiting { .. }) {
            return Err(Refusal::Rule(Rule::WrongPhase));
        }
        entries.push(scribe.next(
            course.entry,
            Course { phase: Phase::Offered, since: today, acute: course.is.acute }.wrap(),
        ));
    }
    change(entries, now.id())
}

/// With both answers in, the offer becomes the coordinator; with a no, it is gone and the family keeps its place.
fn settle(
    all: &Extract<'_>,
    now: &Thing<'_, Coordination>,
    offer: Offer,
    scribe: &mut Scribe<'_>,
) -> Decided {
    let course = course(all)?;
    let today = scribe.moment.today;
    let no = matches!(offer.family, Answer::No { .. }) || matches!(offer.coordinator, Answer::No { .. });
    let both = offer.family.is_yes() && offer.coordinator.is_yes();
    // A handover does not wait for the family's word: a new coordinator is told to the family, and it may say no.
    let handover = now.is.lead.is_some();
    let mut entries = Vec::new();
    if no {
        // The answer is kept in its own version before the offer goes, so that who said no, and why, can be read.
        let kept = scribe.next(now.entry, Coordination { offer: Some(offer), ..now.is.clone() }.wrap());
        let gone = scribe.next(&kept, Coordination { offer: None, ..now.is.clone() }.wrap());
        entries.extend([kept, gone]);
        if !handover {
            entries.push(scribe.next(course.entry, back_in_queue(all, &course, scribe).wrap()));
        }
    } else if both || (handover && offer.coordinator.is_yes()) {
        let kept =
            scribe.next(now.entry, Coordination { offer: Some(offer.clone()), ..now.is.clone() }.wrap());
        let taken = Coordination {
            lead: Some(offer.to),
            service: Some(offer.service),
            since: Some(today),
            offer: None,
            stand_in: None,
        };
        let next = scribe.next(&kept, taken.wrap());
        entries.extend([kept, next]);
        if !handover {
            let active = Course { phase: Phase::Active, since: today, acute: course.is.acute };
            entries.push(scribe.next(course.entry, active.wrap()));
        }
    } else {
        entries.push(scribe.next(now.entry, Coordination { offer: Some(offer), ..now.is.clone() }.wrap()));
    }
    change(entries, now.id())
}

/// The phase before the offer, so that a no costs the family nothing.
fn back_in_queue(all: &Extract<'_>, course: &Thing<'_, Course>, scribe: &Scribe<'_>) -> Course {
    let before = all.versions(course.id()).into_iter().rev().find_map(|entry| match &entry.payload {
        Payload::Course(version) if !matches!(version.phase, Phase::Offered) => Some(version.phase.clone()),
        _ => None,
    });
    Course { phase: before.unwrap_or(Phase::Received), since: scribe.moment.today, acute: course.is.acute }
}

fn pending<'a>(now: &Thing<'a, Coordination>) -> Result<&'a Offer, Refusal> {
    now.is.offer.as_ref().ok_or(Refusal::Rule(Rule::NoOffer))
}

fn answered(yes: bool, words: String, on: Date) -> Result<Answer, Refusal> {
    if yes {
        at_most("words", &words)?;
        Ok(Answer::Yes { on, how: words })
    } else {
        reason(&words)?;
        Ok(Answer::No { on, why: words })
    }
}

pub(super) fn family(all: &Extract<'_>, yes: bool, words: String, scribe: &mut Scribe<'_>) -> Decided {
    let now = coordination(all)?;
    let offer = pending(&now)?;
    if offer.family != Answer::Pending {
        return Err(Refusal::Rule(Rule::AlreadyAnswered));
    }
    // A family need not say why it does not want somebody.
    at_most("words", &words)?;
    let on = scribe.moment.today;
    let family = if yes { Answer::Yes { on, how: words } } else { Answer::No { on, why: words } };
    settle(all, &now, Offer { family, ..offer.clone() }, scribe)
}

pub(super) fn coordinator(all: &Extract<'_>, yes: bool, words: String, scribe: &mut Scribe<'_>) -> Decided {
    let now = coordination(all)?;
    let offer = pending(&now)?;
    if offer.coordinator != Answer::Pending {
        return Err(Refusal::Rule(Rule::AlreadyAnswered));
    }
    let coordinator = answered(yes, words, scribe.moment.today)?;
    settle(all, &now, Offer { coordinator, ..offer.clone() }, scribe)
}

pub(super) fn withdraw(all: &Extract<'_>, scribe: &mut Scribe<'_>) -> Decided {
    let now = coordination(all)?;
    pending(&now)?;
    let mut entries = vec![scribe.next(now.entry, Coordination { offer: None, ..now.is.clone() }.wrap())];
    if now.is.lead.is_none() {
        let course = course(all)?;
        entries.push(scribe.next(course.entry, back_in_queue(all, &course, scribe).wrap()));
    }
    change(entries, now.id())
}

pub(super) fn ask_stand_in(
    all: &Extract<'_>,
    actor: ActorId,
    from: Date,
    until: Date,
    scribe: &mut Scribe<'_>,
) -> Decided {
    let now = coordination(all)?;
    if now.is.lead.is_none() {
        return Err(Refusal::Rule(Rule::WrongPhase));
    }
    if now.is.lead == Some(actor) {
        return Err(Refusal::Rule(Rule::SamePerson));
    }
    if until < from || until < scribe.moment.today {
        return Err(Refusal::field("until", super::Problem::Date));
    }
    let stand_in = Some(StandIn { actor, from, until, answer: Answer::Pending });
    change(vec![scribe.next(now.entry, Coordination { stand_in, ..now.is.clone() }.wrap())], now.id())
}

pub(super) fn stand_in(all: &Extract<'_>, yes: bool, words: String, scribe: &mut Scribe<'_>) -> Decided {
    let now = coordination(all)?;
    let asked = now.is.stand_in.as_ref().ok_or(Refusal::Rule(Rule::NoOffer))?;
    if asked.answer != Answer::Pending {
        return Err(Refusal::Rule(Rule::AlreadyAnswered));
    }
    let answer = answered(yes, words, scribe.moment.today)?;
    let stand_in = Some(StandIn { answer, ..asked.clone() });
    change(vec![scribe.next(now.entry, Coordination { stand_in, ..now.is.clone() }.wrap())], now.id())
}

pub(super) fn close(
    all: &Extract<'_>,
    why: CloseReason,
    words: String,
    way_back: String,
    scribe: &mut Scribe<'_>,
) -> Decided {
    let (course, now) = (course(all)?, coordination(all)?);
    sentence("words", &words)?;
    at_most("way_back", &way_back)?;
    let today = scribe.moment.today;
    let phase = Phase::Closed { reason: why, words, way_back };
    let mut entries =
        vec![scribe.next(course.entry, Course { phase, since: today, acute: course.is.acute }.wrap())];
    if *now.is != Coordination::default() {
        let ended = Coordination { since: Some(today), ..Coordination::default() };
        entries.push(scribe.next(now.entry, ended.wrap()));
    }
    change(entries, course.id())
}
