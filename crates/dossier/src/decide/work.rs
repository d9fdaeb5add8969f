//! Actions on their way, and questions to helpers.

use super::check::{action, at_most, reason, sentence};
use super::{Change, Decided, Problem, Refusal, Rule, Scribe, Seen, current};
use crate::entry::Entry;
use crate::extract::{Extract, Thing};
use crate::ids::*;
use crate::payload::*;
use crate::people::team;
use crate::vocabulary::*;

/// Moves an action on. Each status is somebody's word:
///
/// proposed → accepted by the family → accepted by the owner → started → delivered → done, or stopped with a
/// reason from anywhere. An owner who starts has thereby accepted; a family member who owns it needs no second yes.
pub(super) fn move_action(
    all: &Extract<'_>,
    seen: Seen,
    to: ActionStatus,
    accepted_by: Option<PersonId>,
    words: String,
    scribe: &mut Scribe<'_>,
) -> Decided {
    let now = action(all, seen)?;
    let mut next = now.is.clone();
    let from = now.is.status;
    if !from.is_open() {
        return Err(Refusal::Rule(Rule::ActionStep));
    }
    match to {
        ActionStatus::Proposed => return Err(Refusal::Rule(Rule::ActionStep)),
        ActionStatus::AcceptedByFamily => {
            if from != ActionStatus::Proposed {
                return Err(Refusal::Rule(Rule::AlreadyAnswered));
            }
            let by = accepted_by.ok_or(Refusal::field("accepted_by", Problem::Empty))?;
            all.find::<Person>(by).ok_or(Refusal::field("accepted_by", Problem::Unknown))?;
            at_most("words", &words)?;
            next.accepted_by = Some(by);
            next.accepted_how = words;
            next.status = match next.owner {
                // Whoever takes it on in the family has said both yeses at once.
                Some(Owner::Member(member)) if member == by => ActionStatus::AcceptedByOwner,
                Some(Owner::Helper(helper)) if has_said_yes(all, &now, helper) => {
                    ActionStatus::AcceptedByOwner
                }
                _ => ActionStatus::AcceptedByFamily,
            };
        }
        ActionStatus::Stopped => {
            reason(&words)?;
            next.status = to;
            next.outcome = words;
        }
        ActionStatus::AcceptedByOwner
        | ActionStatus::Started
        | ActionStatus::Delivered
        | ActionStatus::Done => {
            if from == ActionStatus::Proposed {
                return Err(Refusal::Rule(Rule::ActionNeedsFamily));
            }
            if next.owner.is_none() {
                return Err(Refusal::Rule(Rule::ActionNeedsOwner));
            }
            if to <= from {
                return Err(Refusal::Rule(Rule::ActionStep));
            }
            next.status = to;
            at_most("words", &words)?;
            if !words.trim().is_empty() {
                next.outcome = words;
            }
        }
    }
    Ok(Change { entries: vec![scribe.next(now.entry, next.wrap())], thing: now.id() })
}

/// Whether the helper has said yes to a question about this action.
fn has_said_yes(all: &Extract<'_>, action: &Thing<'_, Action>, helper: ActorId) -> bool {
    all.all::<Request>().any(|request| {
        request.is.to == helper
            && request.is.action == Some(action.id().into())
            && matches!(request.is.answer, Some(RequestAnswer::Yes { .. } | RequestAnswer::YesBut { .. }))
    })
}

pub(super) fn ask(all: &Extract<'_>, request: Request, scribe: &mut Scribe<'_>) -> Decided {
    sentence("question", &request.question)?;
    at_most("why", &request.why)?;
    if request.reply_by < scribe.moment.today {
        return Err(Refusal::field("reply_by", Problem::Date));
    }
    let thing = scribe.thing();
    let about = request.action;
    let request = Request { answer: None, withdrawn: None, by: scribe.author.actor, ..request };
    let mut entry = scribe.entry(thing, 1, Vec::new(), request.wrap());
    if let Some(action) = about {
        let about = all.find::<Action>(action).ok_or(Refusal::field("action", Problem::Unknown))?;
        if !about.is.status.is_open() {
            return Err(Refusal::Rule(Rule::ActionStep));
        }
        let asked = all
            .all::<Request>()
            .any(|other| other.is.action == Some(action) && crate::attention::waits_for_helper(all, &other));
        if asked {
            return Err(Refusal::Rule(Rule::OfferStands));
        }
        // The question tells what the action tells, so the same people may read it.
        entry = Entry {
            subjects: about.entry.subjects.clone(),
            category: about.entry.category,
            audience: about.entry.audience.clone(),
            ..entry
        };
    }
    Ok(Change { entries: vec![entry], thing })
}

pub(super) fn answer(
    all: &Extract<'_>,
    seen: Seen,
    answer: RequestAnswer,
    scribe: &mut Scribe<'_>,
) -> Decided {
    let now = current::<Request>(all, seen)?;
    if now.is.withdrawn.is_some() {
        return Err(Refusal::Rule(Rule::Withdrawn));
    }
    match &answer {
        RequestAnswer::YesBut { words, .. } | RequestAnswer::AskBack { words, .. } => {
            sentence("words", words)?
        }
        RequestAnswer::No { reason: DeclineReason::Other, words, .. } => sentence("words", words)?,
        RequestAnswer::No { words, .. } => at_most("words", words)?,
        RequestAnswer::Yes { .. } => {}
    }
    let answer = answer.given_on(scribe.moment.today);
    let mut entries =
        vec![scribe.next(now.entry, Request { answer: Some(answer.clone()), ..now.is.clone() }.wrap())];
    if let Some(action) = now.is.action.and_then(|action| all.find::<Action>(action)) {
        entries.extend(follow(&action, now.is, &answer, scribe));
    }
    match answer {
        RequestAnswer::Yes { .. } | RequestAnswer::YesBut { .. } => entries.extend(join(all, &now, scribe)),
        RequestAnswer::No { .. } => entries.extend(leave(all, &now, scribe)),
        RequestAnswer::AskBack { .. } => {}
    }
    Ok(Change { entries, thing: now.id() })
}

/// What the answer means for the action: a yes makes the helper its owner, a no after a yes takes it away again.
/// A question back changes nothing. What another has delivered meanwhile stays the other's.
fn follow(
    action: &Thing<'_, Action>,
    request: &Request,
    answer: &RequestAnswer,
    scribe: &Scribe<'_>,
) -> Option<Entry> {
    let mine = action.is.owner == Some(Owner::Helper(request.to));
    let status = action.is.status;
    let mut next = action.is.clone();
    match answer {
        RequestAnswer::Yes { .. } | RequestAnswer::YesBut { .. } => {
            // Who changes a no into a yes does not take away what another has been given since.
            let too_late = action.is.owner.is_some()
                && !mine
                && matches!(request.answer, Some(RequestAnswer::No { .. }));
            let nothing_new = mine && status > ActionStatus::AcceptedByFamily;
            if status == ActionStatus::Delivered || too_late || nothing_new {
                return None;
            }
            next.owner = Some(Owner::Helper(request.to));
            next.service = Some(request.service);
            if status > ActionStatus::Proposed {
                next.status = ActionStatus::AcceptedByOwner;
            }
        }
        RequestAnswer::No { .. } if mine => {
            next.owner = None;
            next.service = None;
            next.status = status.min(ActionStatus::AcceptedByFamily);
        }
        RequestAnswer::No { .. } | RequestAnswer::AskBack { .. } => return None,
    }
    status.is_open().then(|| scribe.next(action.entry, next.wrap()))
}

/// Whoever says yes takes part from now on. The task tells what the question told, so the same people may read it.
fn join(all: &Extract<'_>, request: &Thing<'_, Request>, scribe: &mut Scribe<'_>) -> Option<Entry> {
    let today = scribe.moment.today;
    let asked = request.is;
    let takes_part =
        team(all, today).iter().any(|member| member.helper == asked.to && member.service == asked.service);
    if takes_part {
        return None;
    }
    let member = Membership {
        helper: asked.to,
        service: asked.service,
        task: asked.question.chars().take(super::check::SHORT).collect(),
        from: today,
        until: None,
    };
    let thing = scribe.thing();
    let entry = scribe.entry(thing, 1, request.entry.subjects.clone(), member.wrap());
    Some(Entry { audience: request.entry.audience.clone(), ..entry })
}

/// Whoever takes a yes back, and has nothing else to do here, takes part no longer.
fn leave(all: &Extract<'_>, request: &Thing<'_, Request>, scribe: &Scribe<'_>) -> Option<Entry> {
    let asked = request.is;
    if !asked.answer.as_ref().is_some_and(RequestAnswer::is_yes) {
        return None;
    }
    let other_yes = all.all::<Request>().any(|other| {
        other.id() != request.id()
            && other.is.to == asked.to
            && other.is.withdrawn.is_none()
            && other.is.answer.as_ref().is_some_and(RequestAnswer::is_yes)
    });
    let other_task = all.all::<Action>().any(|action| {
        action.is.owner == Some(Owner::Helper(asked.to))
            && action.is.status.is_open()
            && asked.action != Some(action.id().into())
    });
    if other_yes || other_task {
        return None;
    }
    let today = scribe.moment.today;
    let member = all.all::<Membership>().find(|member| {
        member.is.helper == asked.to
            && member.is.service == asked.service
            && member.is.until.is_none()
            && asked.question.starts_with(&member.is.task)
    })?;
    Some(scribe.next(
        member.entry,
        Membership { until: Some(today.max(member.is.from)), ..member.is.clone() }.wrap(),
    ))
}

pub(super) fn withdraw(all: &Extract<'_>, seen: Seen, why: String, scribe: &mut Scribe<'_>) -> Decided {
    let now = current::<Request>(all, seen)?;
    if now.is.withdrawn.is_some() {
        return Err(Refusal::Rule(Rule::Withdrawn));
    }
    if matches!(&now.is.answer, Some(answer) if !matches!(answer, RequestAnswer::AskBack { .. })) {
        // Who has said yes is released by giving the task to another, not by unasking.
        return Err(Refusal::Rule(Rule::AlreadyAnswered));
    }
    reason(&why)?;
    let next = Request { withdrawn: Some(why), ..now.is.clone() };
    Ok(Change { entries: vec![scribe.next(now.entry, next.wrap())], thing: now.id() })
}
