//! Actions on their way, and questions to helpers.

use super::check::{action, reason, sentence};
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
            next.accepted_by = Some(by);
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
    if request.reply_by < scribe.moment.today {
        return Err(Refusal::field("reply_by", Problem::Date));
    }
    let mut subjects = Vec::new();
    if let Some(action) = request.action {
        let about = all.find::<Action>(action).ok_or(Refusal::field("action", Problem::Unknown))?;
        subjects = about.entry.subjects.clone();
        let asked = all
            .all::<Request>()
            .any(|other| other.is.action == Some(action) && crate::attention::waits_for_helper(all, &other));
        if asked {
            return Err(Refusal::Rule(Rule::OfferStands));
        }
    }
    let thing = scribe.thing();
    let request = Request { answer: None, withdrawn: None, by: scribe.author.actor, ..request };
    let entry = scribe.entry(thing, 1, subjects, request.wrap());
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
        RequestAnswer::Yes { .. } | RequestAnswer::No { .. } => {}
    }
    let yes = matches!(answer, RequestAnswer::Yes { .. } | RequestAnswer::YesBut { .. });
    let mut entries = vec![scribe.next(now.entry, Request { answer: Some(answer), ..now.is.clone() }.wrap())];
    if let Some(action) = now.is.action.and_then(|action| all.find::<Action>(action)) {
        entries.extend(follow(&action, now.is, yes, scribe));
    }
    if yes && !team(all, scribe.moment.today).iter().any(|member| member.helper == now.is.to) {
        let member = Membership {
            helper: now.is.to,
            service: now.is.service,
            task: now.is.question.clone(),
            from: scribe.moment.today,
            until: None,
        };
        let thing = scribe.thing();
        entries.push(scribe.entry(thing, 1, Vec::new(), member.wrap()));
    }
    Ok(Change { entries, thing: now.id() })
}

/// What the answer means for the action: a yes makes the helper its owner, a no after a yes takes it away again.
fn follow(action: &Thing<'_, Action>, request: &Request, yes: bool, scribe: &Scribe<'_>) -> Option<Entry> {
    let mine = action.is.owner == Some(Owner::Helper(request.to));
    if !action.is.status.is_open()
        || (!yes && !mine)
        || (yes && mine && action.is.status > ActionStatus::AcceptedByFamily)
    {
        return None;
    }
    let mut next = action.is.clone();
    if yes {
        next.owner = Some(Owner::Helper(request.to));
        next.service = Some(request.service);
        if next.status == ActionStatus::AcceptedByFamily {
            next.status = ActionStatus::AcceptedByOwner;
        }
    } else {
        next.owner = None;
        next.service = None;
        if next.status > ActionStatus::AcceptedByFamily {
            next.status = ActionStatus::AcceptedByFamily;
        }
    }
    Some(scribe.next(action.entry, next.wrap()))
}

pub(super) fn withdraw(all: &Extract<'_>, seen: Seen, why: String, scribe: &mut Scribe<'_>) -> Decided {
    let now = current::<Request>(all, seen)?;
    if now.is.withdrawn.is_some() {
        return Err(Refusal::Rule(Rule::Withdrawn));
    }
    reason(&why)?;
    let next = Request { withdrawn: Some(why), ..now.is.clone() };
    Ok(Change { entries: vec![scribe.next(now.entry, next.wrap())], thing: now.id() })
}
