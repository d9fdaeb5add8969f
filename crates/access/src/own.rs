//! What is a helper's own in a family – a task, a question, a meeting, a place in the team – and whether it is still
//! open. It opens only while it is (R10, R16, R50, R72).

use dossier::*;
use jiff::civil::Date;

/// A helper's own things in one family on one day.
#[derive(Debug, Default)]
pub(crate) struct Own {
    /// There is something to do: a task, a question without an answer, a meeting ahead.
    pub has_task: bool,
    /// Is in the team for the service of the visit.
    pub in_team: bool,
    /// What was one's own, and is over.
    pub over: Vec<ThingId>,
}

impl Own {
    /// Looks through a family.
    pub(crate) fn of(all: &Extract<'_>, helper: ActorId, service: Option<ServiceId>, today: Date) -> Self {
        let mut own = Self::default();
        let me = Some(Owner::Helper(helper));
        for action in all.all::<Action>().filter(|action| action.is.owner == me) {
            own.task(action.id(), action.is.status.is_open());
        }
        for need in all.all::<Need>().filter(|need| need.is.owner == me) {
            own.task(need.id(), need.is.settled.is_none());
        }
        for meeting in all.all::<Meeting>().filter(|meeting| meeting.is.helpers.contains(&helper)) {
            own.task(meeting.id(), meeting.is.settled.is_none() && today <= meeting.is.at.date());
        }
        for request in all.all::<Request>().filter(|request| request.is.to == helper) {
            own.task(request.id(), is_open(all, request.is));
        }
        for application in all.all::<Application>().filter(|it| it.is.sent.is_some()) {
            if let Some(to) = application.is.receiver.filter(|to| to.helper == helper) {
                let open = application.is.is_with_receiver(today);
                own.task(application.id(), open && Some(to.service) == service);
            }
        }
        for membership in all.all::<Membership>().filter(|membership| membership.is.helper == helper) {
            let here = Some(membership.is.service) == service && membership.is.holds(today);
            own.in_team |= here;
            if !here {
                own.over.push(membership.id());
            }
        }
        for reply in all.all::<Reply>() {
            if own.over.contains(&reply.is.to) {
                own.over.push(reply.id());
            }
        }
        own
    }

    fn task(&mut self, thing: ThingId, is_open: bool) {
        self.has_task |= is_open;
        if !is_open {
            self.over.push(thing);
        }
    }
}

/// Whether a helper still needs a question: it waits for the answer, or what was said yes to is still to be done.
fn is_open(all: &Extract<'_>, request: &Request) -> bool {
    let to_do = || {
        let action = request.action.and_then(|action| all.find::<Action>(action));
        action.is_some_and(|action| {
            action.is.owner == Some(Owner::Helper(request.to)) && action.is.status.is_open()
        })
    };
    request.withdrawn.is_none()
        && match &request.answer {
            None | Some(RequestAnswer::AskBack { .. }) => true,
            Some(answer) => answer.is_yes() && to_do(),
        }
}
