//! What happens when, and the one next step of each person.

use crate::attention::{answer_due, waits_for_helper};
use crate::extract::{Extract, Thing};
use crate::gaps::since;
use crate::ids::*;
use crate::moment::Moment;
use crate::payload::*;
use crate::vocabulary::ActionStatus;
use jiff::civil::{Date, Time};

/// Done, the next one, or later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// It has happened.
    Done,
    /// It should have happened.
    Late,
    /// The next one.
    Next,
    /// After that.
    Later,
}

/// What a knot on the thread is about.
pub enum StepOf<'a> {
    /// An action to be done, or that was done.
    Action(Thing<'a, Action>),
    /// A helper's answer that is due, or that came.
    Request(Thing<'a, Request>),
    /// A meeting.
    Meeting(Thing<'a, Meeting>),
}

/// A knot on the thread.
pub struct Step<'a> {
    /// Which day.
    pub on: Date,
    /// What time, for a meeting.
    pub at: Option<Time>,
    /// Done, next or later.
    pub state: StepState,
    /// What it is about.
    pub of: StepOf<'a>,
}

/// Everything with a date: what was done in the last `back` days, then what comes, in order.
pub fn timeline<'a>(extract: &Extract<'a>, moment: Moment, back: i32) -> Vec<Step<'a>> {
    let today = moment.today;
    let recent = |on: Date| moment.days_since(on) <= back;
    let mut steps: Vec<Step<'a>> = Vec::new();
    for action in extract.all::<Action>() {
        let (on, state) = match (action.is.status, action.is.due) {
            (ActionStatus::Done | ActionStatus::Delivered, _) => {
                let did =
                    |action: &Action| matches!(action.status, ActionStatus::Done | ActionStatus::Delivered);
                (since(extract, &action, did), StepState::Done)
            }
            (status, Some(due)) if status.is_open() && action.is.owner.is_some() => {
                (due, if due < today { StepState::Late } else { StepState::Later })
            }
            _ => continue,
        };
        if state != StepState::Done || recent(on) {
            steps.push(Step { on, at: None, state, of: StepOf::Action(action) });
        }
    }
    for request in extract.all::<Request>().filter(|request| request.is.withdrawn.is_none()) {
        let (on, state) = match &request.is.answer {
            Some(RequestAnswer::Yes { on } | RequestAnswer::YesBut { on, .. }) => (*on, StepState::Done),
            _ if waits_for_helper(extract, &request) => {
                let due = answer_due(extract, &request);
                let late = due < today;
                (due, if late { StepState::Late } else { StepState::Later })
            }
            _ => continue,
        };
        if state != StepState::Done || recent(on) {
            steps.push(Step { on, at: None, state, of: StepOf::Request(request) });
        }
    }
    for meeting in extract.all::<Meeting>() {
        let on = meeting.is.at.date();
        let state = match &meeting.is.settled {
            Some(held) if held.met => StepState::Done,
            Some(_) => continue,
            None if on < today => StepState::Late,
            None => StepState::Later,
        };
        if state != StepState::Done || recent(on) {
            steps.push(Step { on, at: Some(meeting.is.at.time()), state, of: StepOf::Meeting(meeting) });
        }
    }
    steps.sort_by_key(|step| (step.state != StepState::Done, step.on, step.at));
    if let Some(next) = steps.iter_mut().find(|step| step.state == StepState::Later) {
        next.state = StepState::Next;
    }
    steps
}

/// The one thing that a family member can do now.
pub enum NextStep<'a> {
    /// Say yes or no to the coordinator who is offered.
    AnswerOffer(Thing<'a, Coordination>),
    /// Say whether a meeting suits.
    AnswerMeeting(Thing<'a, Meeting>),
    /// Say yes or no to an action that somebody proposed.
    AnswerAction(Thing<'a, Action>),
    /// Do what one has taken on.
    DoAction(Thing<'a, Action>),
    /// Nothing; the next thing with a date, if there is one.
    Nothing(Option<Step<'a>>),
}

/// The next step of somebody in the family. `decides` says whether this person says yes for the family.
pub fn next_step<'a>(extract: &Extract<'a>, person: PersonId, decides: bool, moment: Moment) -> NextStep<'a> {
    let today = moment.today;
    if decides
        && let Some(coordination) = extract.only::<Coordination>()
        && coordination.is.offer.as_ref().is_some_and(|offer| offer.family == Answer::Pending)
    {
        return NextStep::AnswerOffer(coordination);
    }
    let account = extract.person(person).and_then(|person| person.account);
    let has_answered = |meeting: &Thing<'a, Meeting>| {
        extract
            .all::<Reply>()
            .any(|reply| reply.is.to == meeting.id() && Some(reply.entry.author.actor) == account)
    };
    let invited = |meeting: &Thing<'a, Meeting>| {
        meeting.is.settled.is_none()
            && meeting.is.at.date() >= today
            && meeting.is.members.contains(&person)
            && !has_answered(meeting)
    };
    if let Some(meeting) = extract.all::<Meeting>().filter(invited).min_by_key(|meeting| meeting.is.at) {
        return NextStep::AnswerMeeting(meeting);
    }
    if decides
        && let Some(action) = extract.all::<Action>().find(|action| {
            action.is.status == ActionStatus::Proposed
                && action.entry.author.role != crate::vocabulary::Role::Citizen
        })
    {
        return NextStep::AnswerAction(action);
    }
    let mine = |action: &Thing<'a, Action>| {
        action.is.owner == Some(Owner::Member(person))
            && action.is.status.is_open()
            && action.is.status != ActionStatus::Delivered
    };
    if let Some(action) =
        extract.all::<Action>().filter(mine).min_by_key(|action| (action.is.due.is_none(), action.is.due))
    {
        return NextStep::DoAction(action);
    }
    let ahead = timeline(extract, moment, 0);
    NextStep::Nothing(ahead.into_iter().find(|step| step.state == StepState::Next))
}
