//! Whom a command names outside the family: they must be in the directory, in the role that is asked of them. A
//! family is never offered a coordinator who is none, and never waits for an answer from nobody.

use crate::directory::Directory;
use crate::visit::Visit;
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
    match command {
        Command::Offer { to, service, .. } => {
            need(holds(*to, &[Role::Coordinator], Some(*service), today), "to")
        }
        Command::AskStandIn { actor, from, .. } => {
            need(holds(*actor, &[Role::Coordinator], None, (*from).max(today)), "actor")
        }
        Command::Ask(request) => {
            let roles = [Role::Helper, Role::Volunteer, Role::Coordinator];
            need(holds(request.to, &roles, Some(request.service), today), "to")
        }
        Command::Queue { ground, interim, .. } => {
            let known = rules.grounds(today).iter().any(|known| known.code == *ground);
            if !known {
                return Err(Refusal::Field { field: "ground", problem: Problem::Choice });
            }
            need(holds(*interim, &[Role::Coordinator, Role::Intake], None, today), "interim")
        }
        Command::Write { payload, .. } => match payload {
            Payload::Membership(member) => {
                need(directory.helper(member.helper).is_some(), "helper")?;
                need(directory.service(member.service).is_some(), "service")
            }
            Payload::Action(Action { owner: Some(Owner::Helper(helper)), .. })
            | Payload::Need(Need { owner: Some(Owner::Helper(helper)), .. }) => {
                need(directory.helper(*helper).is_some(), "owner")
            }
            Payload::Meeting(meeting) => {
                need(meeting.helpers.iter().all(|helper| directory.helper(*helper).is_some()), "helpers")
            }
            Payload::Consent(consent) => need(directory.service(consent.receiver).is_some(), "receiver"),
            _ => Ok(()),
        },
        _ => Ok(()),
    }
}
