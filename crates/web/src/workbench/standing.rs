//! With whom something lies: a question with its helper or with us, an invitation with those who are invited.

use access::View;
use access::terms::{
    Action, ActionId, ActorId, HelpRequest, Meeting, Merge, NeedId, Payload, Reply, Request, RequestAnswer,
    Thing, ThingId, Voice,
};

/// The request about an action that still waits for its helper.
pub fn asked_about(view: &View, action: ActionId) -> Option<Thing<'_, Request>> {
    view.sees()
        .all::<Request>()
        .find(|request| request.is.action == Some(action) && standing(view, request) == Standing::WithHelper)
}

/// The open actions that meet a need.
pub fn actions_for(view: &View, need: NeedId) -> impl Iterator<Item = Thing<'_, Action>> {
    view.sees()
        .all::<Action>()
        .filter(move |action| action.is.need == Some(need) && action.is.status.is_open())
}

/// The request that still waits about an action, or about an action that meets a need.
pub fn asked_for(view: &View, thing: ThingId) -> Option<Thing<'_, Request>> {
    let about = |action: ThingId| asked_about(view, action.into());
    about(thing).or_else(|| actions_for(view, thing.into()).find_map(|action| about(action.id())))
}

/// With whom a request lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The helper has the word.
    WithHelper,
    /// The helper has asked back.
    WithUs,
    /// Answered.
    Answered,
    /// No longer asked.
    Withdrawn,
}

/// With whom a request lies now.
pub fn standing(view: &View, request: &Thing<'_, Request>) -> Standing {
    if request.is.withdrawn.is_some() {
        return Standing::Withdrawn;
    }
    match &request.is.answer {
        None => Standing::WithHelper,
        Some(RequestAnswer::AskBack { .. }) => {
            let replied = view
                .sees()
                .all::<Reply>()
                .any(|reply| reply.is.to == request.id() && reply.entry.seq > request.entry.seq);
            if replied { Standing::WithHelper } else { Standing::WithUs }
        }
        Some(_) => Standing::Answered,
    }
}

/// When a helper's answer is due: the clock stands while the coordinator has the word.
pub fn due(view: &View, request: &Thing<'_, Request>) -> jiff::civil::Date {
    access::terms::answer_due(&view.sees(), request)
}

/// How many are invited to a meeting, and how many of them have not answered.
pub fn invited(view: &View, meeting: &Thing<'_, Meeting>) -> (usize, usize) {
    let sees = view.sees();
    let answered = |actor: Option<ActorId>| {
        actor.is_some_and(|actor| {
            sees.all::<Reply>().any(|reply| reply.is.to == meeting.id() && reply.entry.author.actor == actor)
        })
    };
    // Somebody without an account of its own cannot answer here, so nobody waits for that.
    let accounts = meeting.is.members.iter().filter_map(|member| sees.person(*member)?.account);
    let asked: Vec<_> = meeting.is.helpers.iter().copied().chain(accounts).collect();
    (asked.len(), asked.iter().filter(|actor| !answered(Some(**actor))).count())
}

/// What somebody said, for whoever answers: the words of a voice, of a second request, of the first request.
pub fn said(view: &View, thing: ThingId) -> Option<&str> {
    match view.sees().payload(thing)? {
        Payload::Voice(Voice { words, .. })
        | Payload::Merge(Merge { words, .. })
        | Payload::HelpRequest(HelpRequest { words, .. })
        | Payload::Reply(Reply { words, .. }) => Some(words),
        _ => None,
    }
}
