//! Whom a command names outside the family: they must be in the directory, in the role that is asked of them. A
//! family is never offered a coordinator who is none, and never waits for an answer from nobody.

use crate::directory::{Directory, Service};
use crate::interpreting;
use crate::view::View;
use crate::visit::Visit;
use crate::vouching::{lacks, lacks_everywhere};
use dossier::*;
use jiff::civil::Date;

const fn unknown(field: &'static str) -> Refusal {
    Refusal::Field { field, problem: Problem::Unknown }
}

/// Checks the helpers, services and grounds that a command names.
///
/// # Errors
/// The field that names somebody or something that is not there.
pub(crate) fn check(
    directory: &Directory,
    rules: &Rules,
    visit: &Visit,
    view: &View,
    command: &Command,
) -> Result<(), Refusal> {
    let today = visit.moment.today;
    let holds = |actor: ActorId, roles: &[Role], service: Option<ServiceId>, day: Date| {
        directory.helper(actor).is_some_and(|helper| {
            helper.assignments.iter().any(|held| {
                roles.contains(&held.role)
                    && service.is_none_or(|service| held.service == service)
                    && held.holds(day)
            })
        })
    };
    let need = |there: bool, field| if there { Ok(()) } else { Err(unknown(field)) };
    let vouched_for =
        |who| lacks(directory, rules, who, today).map_or(Ok(()), |rule| Err(Refusal::Rule(rule)));
    let vouched_somewhere = |helper| {
        lacks_everywhere(directory, rules, helper, today).map_or(Ok(()), |rule| Err(Refusal::Rule(rule)))
    };
    let before =
        |replaces: &Option<(ThingId, u32)>| replaces.and_then(|(thing, _)| view.sees().payload(thing));
    match command {
        Command::Offer { to, service, .. } => {
            need(holds(*to, &[Role::Coordinator], Some(*service), today), "to")
        }
        Command::AskStandIn { actor, from, .. } => {
            need(holds(*actor, &[Role::Coordinator], None, (*from).max(today)), "actor")
        }
        Command::Ask(request) => {
            let roles = [Role::Helper, Role::Volunteer, Role::Coordinator];
            need(holds(request.to, &roles, Some(request.service), today), "to")?;
            vouched_for((request.to, request.service))
        }
        Command::Apply(Applying::Send(all)) => {
            let receivers = all.iter().filter_map(|one| one.receiver);
            let answers = |to: Receiver| holds(to.helper, &[Role::Helper], Some(to.service), today);
            need(receivers.into_iter().all(answers), "receiver")
        }
        Command::Apply(Applying::PassOn { to, .. }) => {
            need(holds(*to, &[Role::Helper], visit.service, today), "to")
        }
        Command::Disagree { disagreement, .. } => {
            decided(directory, rules, today, &disagreement.as_ref().clone().wrap())
        }
        Command::Queue { ground, interim, .. } => {
            let known = rules.grounds(today).iter().any(|known| known.code == *ground);
            if !known {
                return Err(Refusal::Field { field: "ground", problem: Problem::Choice });
            }
            need(holds(*interim, &[Role::Coordinator, Role::Intake], None, today), "interim")
        }
        Command::Write { payload, replaces, .. } => match payload {
            Payload::Membership(member) => {
                need(directory.helper(member.helper).is_some(), "helper")?;
                need(directory.service(member.service).is_some(), "service")?;
                // Who takes part already stays, and can always leave.
                match before(replaces) {
                    Some(Payload::Membership(before))
                        if (before.helper, before.service) == (member.helper, member.service) =>
                    {
                        Ok(())
                    }
                    _ => vouched_for((member.helper, member.service)),
                }
            }
            Payload::Action(Action { owner: Some(Owner::Helper(helper)), .. })
            | Payload::Need(Need { owner: Some(Owner::Helper(helper)), .. }) => {
                need(directory.helper(*helper).is_some(), "owner")?;
                // Who has it already goes on.
                if owner(before(replaces)) == Some(Owner::Helper(*helper)) {
                    Ok(())
                } else {
                    vouched_somewhere(*helper)
                }
            }
            Payload::Meeting(meeting) => {
                need(meeting.helpers.iter().all(|helper| directory.helper(*helper).is_some()), "helpers")?;
                let invited = |helper: &&ActorId| match before(replaces) {
                    Some(Payload::Meeting(before)) => before.helpers.contains(helper),
                    _ => false,
                };
                let mut newly =
                    meeting.helpers.iter().filter(|helper| meeting.settled.is_none() && !invited(helper));
                newly.try_for_each(|helper| vouched_somewhere(*helper))?;
                let coordinates = |helper| holds(helper, &[Role::Coordinator], None, today);
                apart_from_shelters(directory, meeting, coordinates)?;
                interpreting::check(directory, rules, (visit.actor, view), meeting)
            }
            // Who is told something must have promised to keep it; who was told already can always be told less.
            Payload::Release(Release { to: Recipient::Helper(helper), ended: None, .. })
                if replaces.is_none() =>
            {
                decided(directory, rules, today, payload)?;
                vouched_somewhere(*helper)
            }
            Payload::Consent(consent) => need(directory.service(consent.receiver).is_some(), "receiver"),
            other => decided(directory, rules, today, other),
        },
        _ => Ok(()),
    }
}

fn owner(payload: Option<&Payload>) -> Option<Owner> {
    match payload? {
        Payload::Action(action) => action.owner,
        Payload::Need(need) => need.owner,
        _ => None,
    }
}

/// Who meets somebody from a crisis shelter learns that somebody has been there: the shelter and the coordinator meet by
/// themselves (R86, R88). A meeting that has been held is never stopped.
fn apart_from_shelters(
    directory: &Directory,
    meeting: &Meeting,
    coordinates: impl Fn(ActorId) -> bool,
) -> Result<(), Refusal> {
    let from_shelter = |helper: &ActorId| directory.shelters().works_there(*helper);
    let meets = meeting.settled.is_none() && meeting.helpers.iter().any(from_shelter);
    match meets && !meeting.helpers.iter().all(|helper| from_shelter(helper) || coordinates(*helper)) {
        true => Err(Refusal::Rule(Rule::ShelterApart)),
        false => Ok(()),
    }
}

/// Whom and what a decision under the law names. What only ends it is never stopped: that a helper has left, or that
/// a ground is no longer in force, is a reason to end it.
fn decided(directory: &Directory, rules: &Rules, today: Date, payload: &Payload) -> Result<(), Refusal> {
    let need = |there: bool, field| if there { Ok(()) } else { Err(unknown(field)) };
    let ground = |code: &str, used_for| {
        let known = rules.legal_grounds(used_for, today).any(|ground| ground.code == code);
        if known { Ok(()) } else { Err(Refusal::Field { field: "law", problem: Problem::Choice }) }
    };
    match payload {
        Payload::Trusted(trusted) if trusted.ended.is_none() => {
            need(directory.asked_in(trusted.helper, trusted.service, today).is_some(), "to")
        }
        Payload::CareOrder(order) if order.until.is_none() => {
            let welfare = |service: &Service| service.sector == Sector::ChildWelfare;
            need(directory.service(order.service).is_some_and(welfare), "service")
        }
        Payload::Withholding(kept) if kept.lifted.is_none() => ground(&kept.law, GroundFor::Withholding),
        Payload::Release(told) if told.ended.is_none() => {
            ground(&told.law, GroundFor::Release)?;
            let known = match told.to {
                Recipient::Member(_) => true,
                Recipient::Service(service) => directory.service(service).is_some(),
                Recipient::Helper(helper) => directory.helper(helper).is_some(),
            };
            need(known, "to")
        }
        Payload::Insight(Insight { law: Some(law), reversed: None, .. }) => ground(law, GroundFor::Refusal),
        Payload::Disclosure(given) if given.undone.is_none() => ground(&given.law, GroundFor::Disclosure),
        Payload::Disagreement(it) if it.undone.is_none() => ground(&it.law, GroundFor::Disagreement),
        Payload::Conflict(conflict) if conflict.ended.is_none() => {
            need(directory.helper(conflict.helper).is_some(), "to")
        }
        _ => Ok(()),
    }
}
