//! What must be known of a family to tell whether a look at it is unusual: who had a task when, and who belongs
//! to it. Made from the dossier anew each time; nothing of it is kept.

use dossier::*;
use jiff::civil::Date;
use std::collections::HashMap;

/// Somebody had something to do in a family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Task {
    /// Who.
    pub actor: ActorId,
    /// First day.
    pub from: Date,
    /// Last day; empty while it lasts.
    pub until: Option<Date>,
}

/// The facts about one family.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// Surnames in it, in lower case; double names as each of their parts.
    pub surnames: Vec<String>,
    /// Accounts of its members.
    pub accounts: Vec<ActorId>,
    /// The district in which it lives.
    pub district: Option<String>,
    /// Who had a task, and when.
    pub tasks: Vec<Task>,
    /// When it waited for an answer, so that those who answer had something to do with it.
    pub waited: Vec<(Date, Option<Date>)>,
}

/// The parts of a surname, in lower case.
pub(super) fn parts_of(surname: &str) -> impl Iterator<Item = String> + '_ {
    surname.split([' ', '-']).filter(|part| !part.is_empty()).map(str::to_lowercase)
}

/// Whom a version of a thing gives a task, and its own first and last day.
fn tasks_in(payload: &Payload) -> Vec<(ActorId, Option<Date>, Option<Date>)> {
    let open = |actor: ActorId| (actor, None, None);
    match payload {
        Payload::Membership(member) => vec![(member.helper, Some(member.from), member.until)],
        Payload::Request(request) => match (&request.withdrawn, &request.answer) {
            (None, None | Some(RequestAnswer::AskBack { .. })) => vec![open(request.to)],
            _ => Vec::new(),
        },
        Payload::Action(action) if action.status.is_open() => owner(action.owner),
        Payload::Need(need) if need.settled.is_none() => owner(need.owner),
        Payload::Meeting(meeting) if meeting.settled.is_none() => {
            let last = Some(meeting.at.date());
            meeting.helpers.iter().map(|helper| (*helper, None, last)).collect()
        }
        // Looked at afterwards by rules of its own.
        Payload::Emergency(emergency) => {
            vec![(emergency.helper, None, Some(Moment::day_of(emergency.until)))]
        }
        Payload::Coordination(coordination) => {
            let stand_in = coordination.stand_in.as_ref();
            let asked = coordination.offer.as_ref().map(|offer| open(offer.to));
            let stands_in = stand_in.map(|it| (it.actor, None, Some(it.until)));
            [coordination.lead.map(open), asked, stands_in].into_iter().flatten().collect()
        }
        _ => Vec::new(),
    }
}

fn owner(owner: Option<Owner>) -> Vec<(ActorId, Option<Date>, Option<Date>)> {
    match owner {
        Some(Owner::Helper(helper)) => vec![(helper, None, None)],
        Some(Owner::Member(_)) | None => Vec::new(),
    }
}

impl Facts {
    /// From a dossier, with everything that was ever recorded: what had ended still tells when it did.
    pub fn of(dossier: &Dossier) -> Self {
        let all = Extract::whole(dossier);
        let people: Vec<&Person> = all.all::<Person>().map(|person| person.is).collect();
        let mut surnames: Vec<String> = people.iter().flat_map(|person| parts_of(&person.surname)).collect();
        surnames.sort();
        surnames.dedup();
        let mut versions: HashMap<ThingId, Vec<&Entry>> = HashMap::new();
        for entry in dossier.entries() {
            versions.entry(entry.thing).or_default().push(entry);
        }
        let waits = |phase: &Phase| matches!(phase, Phase::Received | Phase::Waiting { .. } | Phase::Offered);
        let periods = course_periods(&all).into_iter().filter(|period| waits(&period.course.phase));
        Self {
            surnames,
            accounts: people.iter().filter_map(|person| person.account).collect(),
            district: all.only::<Family>().and_then(|family| family.is.district.clone()),
            tasks: versions.values().flat_map(|versions| tasks_of(versions)).collect(),
            waited: periods.map(|period| (period.from, period.until)).collect(),
        }
    }

    /// Whether somebody had something to do with the family on a day.
    pub(super) fn had_task(&self, actor: ActorId, role: Role, day: Date) -> bool {
        let during = |from: Date, until: Option<Date>| from <= day && until.is_none_or(|until| day <= until);
        let waited = || {
            matches!(role, Role::Intake | Role::Coordinator)
                && self.waited.iter().any(|(from, until)| during(*from, *until))
        };
        self.tasks.iter().any(|task| task.actor == actor && during(task.from, task.until)) || waited()
    }

    /// The last day of what somebody had to do with the family before a day; nothing when there was nothing.
    pub(super) fn ended(&self, actor: ActorId, role: Role, day: Date) -> Option<Date> {
        let own = self.tasks.iter().filter(|task| task.actor == actor).filter_map(|task| task.until);
        let queue = self.waited.iter().filter(|_| role == Role::Intake).filter_map(|(_, until)| *until);
        own.chain(queue).filter(|until| *until < day).max()
    }
}

/// The tasks that the versions of one thing have given, each until the version after.
fn tasks_of(versions: &[&Entry]) -> Vec<Task> {
    let mut found = Vec::new();
    for (place, entry) in versions.iter().enumerate() {
        let next = versions.get(place + 1).map(|next| Moment::day_of(next.at));
        for (actor, from, until) in tasks_in(&entry.payload) {
            let said = Moment::day_of(entry.at);
            let until = until.into_iter().chain(next).min();
            found.push(Task { actor, from: from.map_or(said, |from| from.min(said)), until });
        }
    }
    found
}
