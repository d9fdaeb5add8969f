//! Who may give which command. Deny by default; what is allowed stands here and in `docs/access-matrix.txt`.

use crate::policy::{Minor, Standing};
use crate::view::View;
use crate::visit::Visit;
use dossier::*;

/// Whether the reader of a view may give a command in that family.
pub fn may(view: &View, visit: &Visit, command: &Command) -> bool {
    let standing = view.standing();
    if standing.holds.is_some() {
        return coordinator_may(view, visit, command);
    }
    if !standing.me.is_empty() {
        return citizen_may(view, visit, command);
    }
    if visit.role == Role::Intake && standing.intake.is_some() {
        return intake_may(command);
    }
    if standing.asked {
        return matches!(command, Command::AnswerOffer { .. } | Command::AnswerStandIn { .. })
            || records_family_answer(command);
    }
    standing.has_task && helper_may(view, visit, command)
}

/// The family's answer written down by somebody else says how it was given.
fn records_family_answer(command: &Command) -> bool {
    matches!(command, Command::AnswerOfferAsFamily { words, .. } if !words.trim().is_empty())
}

fn coordinator_may(view: &View, visit: &Visit, command: &Command) -> bool {
    match command {
        Command::Write { payload, .. } => match payload {
            // A dream of one's own, and the yes of a family member, are written down with how they were given.
            Payload::Agreement(agreement) => !agreement.how.trim().is_empty(),
            // A consent is given by the one it concerns, on that person's own page.
            Payload::Consent(_) => false,
            _ => true,
        },
        Command::Undo(_)
        | Command::Offer { .. }
        | Command::WithdrawOffer
        | Command::AskStandIn { .. }
        | Command::StepDown
        | Command::Close { .. }
        | Command::Ask(_)
        | Command::WithdrawRequest { .. } => true,
        Command::MoveAction { to, words, .. } => {
            *to != ActionStatus::AcceptedByFamily || !words.trim().is_empty()
        }
        Command::AnswerOfferAsFamily { .. } => records_family_answer(command),
        Command::AnswerStandIn { .. } => view.sees().only::<Coordination>().is_some_and(|coordination| {
            coordination.is.stand_in.as_ref().is_some_and(|stand_in| stand_in.actor == visit.actor)
        }),
        // A coordinator may be asked to do something too.
        Command::AnswerRequest { request, .. } => is_asked(view, visit, request.0),
        Command::AnswerOffer { .. } | Command::Open(_) | Command::Queue { .. } => false,
    }
}

fn is_asked(view: &View, visit: &Visit, request: ThingId) -> bool {
    view.sees().find::<Request>(request).is_some_and(|request| request.is.to == visit.actor)
}

fn intake_may(command: &Command) -> bool {
    match command {
        Command::Queue { .. } | Command::Offer { .. } | Command::WithdrawOffer => true,
        Command::AnswerOfferAsFamily { .. } => records_family_answer(command),
        Command::Close { reason, .. } => *reason == CloseReason::NotStarted,
        Command::Write { payload, .. } => matches!(
            payload,
            Payload::Person(_) | Payload::Relation(_) | Payload::ServiceLink(_) | Payload::Contact(_)
        ),
        _ => false,
    }
}

/// What a family member may do: say what is theirs, and say yes or no. Nothing about others without them.
fn citizen_may(view: &View, visit: &Visit, command: &Command) -> bool {
    let standing = view.standing();
    let me = |person: &PersonId| standing.me.contains(person);
    let mine =
        |person: &PersonId| me(person) || standing.decides_for.iter().any(|minor| minor.person == *person);
    match command {
        Command::Write { replaces, payload, subjects, .. } => {
            let seen = replaces.is_none_or(|(thing, _)| view.sees().payload(thing).is_some());
            let own = match payload {
                Payload::Voice(voice) => me(&voice.who),
                Payload::Dream(dream) => !dream.of.is_empty() && dream.of.iter().all(mine),
                Payload::Goal(goal) => note_is_kept(view, *replaces, goal),
                Payload::Need(need) => {
                    !matches!(need.owner, Some(Owner::Helper(_))) || owner_is_kept(view, *replaces, payload)
                }
                Payload::Strength(_) => true,
                Payload::Action(action) => match action.owner {
                    Some(Owner::Member(member)) => me(&member) || owner_is_kept(view, *replaces, payload),
                    Some(Owner::Helper(_)) => owner_is_kept(view, *replaces, payload),
                    None => true,
                },
                Payload::Reply(_) => true,
                Payload::Agreement(agreement) => me(&agreement.by) && agreement.how.is_empty(),
                Payload::Consent(consent) => {
                    standing.adult && me(&consent.given_by) && may_share(standing, consent)
                }
                _ => false,
            };
            seen && own && subjects.iter().all(mine)
        }
        Command::Undo((thing, _)) => {
            view.sees().versions(*thing).last().is_some_and(|entry| entry.author.actor == visit.actor)
        }
        Command::AnswerOfferAsFamily { .. } => standing.adult,
        Command::MoveAction { action, to, accepted_by, .. } => {
            let Some(action) = view.sees().find::<Action>(action.0) else { return false };
            let own = matches!(action.is.owner, Some(Owner::Member(member)) if me(&member));
            let concerns = action.entry.subjects.iter().all(mine);
            match to {
                ActionStatus::AcceptedByFamily => {
                    accepted_by.as_ref().is_some_and(me) && concerns && (standing.adult || own)
                }
                ActionStatus::Stopped => own || (concerns && standing.adult),
                ActionStatus::Done => own || (concerns && action.is.status == ActionStatus::Delivered),
                ActionStatus::AcceptedByOwner | ActionStatus::Started | ActionStatus::Delivered => own,
                ActionStatus::Proposed => false,
            }
        }
        _ => false,
    }
}

/// Whether this adult may open what a consent names: one's own, and what parental responsibility opens for
/// oneself. Nobody passes on what a young person decides about alone (R61, R62); taking back is always possible.
fn may_share(standing: &Standing, consent: &Consent) -> bool {
    let sees = |minor: &Minor| {
        consent.withdrawn.is_some()
            || consent.categories.iter().all(|kind| Standing::parent_may_see(minor, *kind))
    };
    standing.me.contains(&consent.subject)
        || standing.decides_for.iter().any(|minor| minor.person == consent.subject && sees(minor))
}

/// A family member does not write in the professional's place.
fn note_is_kept(view: &View, replaces: Option<(ThingId, u32)>, goal: &Goal) -> bool {
    let before = replaces.and_then(|(thing, _)| view.sees().find::<Goal>(thing));
    goal.note == before.map(|goal| goal.is.note.clone()).unwrap_or_default()
}

fn owner_is_kept(view: &View, replaces: Option<(ThingId, u32)>, payload: &Payload) -> bool {
    let before = replaces.and_then(|(thing, _)| view.sees().payload(thing));
    match (before, payload) {
        (Some(Payload::Action(old)), Payload::Action(new)) => old.owner == new.owner,
        (Some(Payload::Need(old)), Payload::Need(new)) => old.owner == new.owner,
        _ => false,
    }
}

/// What a helper may do: answer what is asked, move what is owned, and log own contact.
fn helper_may(view: &View, visit: &Visit, command: &Command) -> bool {
    match command {
        Command::AnswerRequest { request, .. } => is_asked(view, visit, request.0),
        Command::MoveAction { action, to, .. } => {
            let own = view
                .sees()
                .find::<Action>(action.0)
                .is_some_and(|action| action.is.owner == Some(Owner::Helper(visit.actor)));
            own && !matches!(to, ActionStatus::AcceptedByFamily | ActionStatus::Proposed | ActionStatus::Done)
        }
        _ => false,
    }
}
