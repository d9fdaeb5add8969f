//! What lies between: needs and tasks that nobody owns, questions that nobody answers, silence. And which
//! family needs its coordinator first, and why.
//!
//! The order follows four plain rules and no score (a family is never rated):
//! 1. a child or somebody in the family waits for an answer, or something acute has no action;
//! 2. a deadline has passed, or a helper has not answered;
//! 3. something has no owner, or it has been silent longer than agreed;
//! 4. something planned comes up.
//!
//! Within a rule, what has waited longest goes first.

use crate::entry::Entry;
use crate::extract::{Extract, Thing};
use crate::ids::*;
use crate::limits::Limits;
use crate::moment::Moment;
use crate::payload::*;
use crate::vocabulary::*;
use jiff::civil::Date;

/// Which of the four rules puts something in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// Somebody in the family waits, or something acute has no action.
    Now,
    /// A deadline has passed, or a helper has not answered.
    Late,
    /// No owner, or silence.
    Gap,
    /// Planned.
    Planned,
}

/// Why a family needs its coordinator; each with what it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Somebody in the family said something and has no answer.
    VoiceUnanswered(ThingId),
    /// An acute need has no action under way.
    AcuteNeedWithoutAction(NeedId),
    /// An action is past its date.
    ActionLate(ActionId),
    /// A helper has not answered in time.
    RequestLate(RequestId),
    /// A helper has asked back; the word is with the coordinator.
    AskedBack(RequestId),
    /// An offer of coordinator, a handover or a stand-in has not been answered in time.
    OfferLate,
    /// A need has no owner.
    NeedWithoutOwner(NeedId),
    /// An action has no owner.
    ActionWithoutOwner(ActionId),
    /// Longer silence than agreed.
    Silence,
    /// The family has no next step with a date.
    NoNextStep,
    /// A meeting is near.
    MeetingSoon(ThingId),
    /// The plan has not been reviewed for as long as agreed.
    ReviewDue,
}

impl Reason {
    /// The code in text keys.
    pub const fn code(&self) -> &'static str {
        match self {
            Reason::VoiceUnanswered(_) => "voice-unanswered",
            Reason::AcuteNeedWithoutAction(_) => "acute-need-without-action",
            Reason::ActionLate(_) => "action-late",
            Reason::RequestLate(_) => "request-late",
            Reason::AskedBack(_) => "asked-back",
            Reason::OfferLate => "offer-late",
            Reason::NeedWithoutOwner(_) => "need-without-owner",
            Reason::ActionWithoutOwner(_) => "action-without-owner",
            Reason::Silence => "silence",
            Reason::NoNextStep => "no-next-step",
            Reason::MeetingSoon(_) => "meeting-soon",
            Reason::ReviewDue => "review-due",
        }
    }
}

/// One thing that a family needs its coordinator for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attention {
    /// Which rule.
    pub urgency: Urgency,
    /// How many days it has waited; for what is planned: days until then.
    pub days: i32,
    /// What it is.
    pub reason: Reason,
}

/// Something that nobody owns, or that has gone silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// The need, action or request.
    pub thing: ThingId,
    /// What is missing, in the words of [`Reason`].
    pub reason: Reason,
    /// Since when.
    pub since: Date,
    /// The area of life, when it is known.
    pub area: Option<Area>,
}

/// The day on which a thing last began to fulfil a condition that it still fulfils.
fn since<K: Kind>(extract: &Extract<'_>, thing: &Thing<'_, K>, holds: impl Fn(&K) -> bool) -> Date {
    let versions: Vec<&Entry> = extract.versions(thing.id());
    let begun = versions.iter().rev().take_while(|entry| K::of(&entry.payload).is_some_and(&holds)).last();
    Moment::day_of(begun.map_or(thing.entry.at, |entry| entry.at))
}

/// Needs and actions without an owner, oldest first.
pub fn gaps(extract: &Extract<'_>) -> Vec<Gap> {
    let needs = extract
        .all::<Need>()
        .filter(|need| {
            need.is.settled.is_none() && need.is.owner.is_none() && !has_owned_action(extract, need)
        })
        .map(|need| Gap {
            thing: need.id(),
            reason: Reason::NeedWithoutOwner(need.id().into()),
            since: since(extract, &need, |need| need.settled.is_none() && need.owner.is_none()),
            area: need.is.area,
        });
    let actions = extract
        .all::<Action>()
        .filter(|action| action.is.status.is_open() && action.is.owner.is_none())
        .map(|action| Gap {
            thing: action.id(),
            reason: Reason::ActionWithoutOwner(action.id().into()),
            since: since(extract, &action, |action| action.status.is_open() && action.owner.is_none()),
            area: action.is.need.and_then(|need| extract.find::<Need>(need)).and_then(|need| need.is.area),
        });
    let mut all: Vec<Gap> = needs.chain(actions).collect();
    all.sort_by_key(|gap| gap.since);
    all
}

fn has_owned_action(extract: &Extract<'_>, need: &Thing<'_, Need>) -> bool {
    extract.all::<Action>().any(|action| {
        action.is.need == Some(need.id().into()) && action.is.status.is_open() && action.is.owner.is_some()
    })
}

fn has_action_under_way(extract: &Extract<'_>, need: NeedId) -> bool {
    extract.all::<Action>().any(|action| {
        action.is.need == Some(need)
            && action.is.owner.is_some()
            && !matches!(action.is.status, ActionStatus::Proposed | ActionStatus::Stopped)
    })
}

/// Whether something that was said has an answer after it.
pub(crate) fn is_answered(extract: &Extract<'_>, thing: ThingId) -> bool {
    extract.all::<Reply>().any(|reply| reply.is.to == thing)
}

/// Whether a request still waits for its helper: no answer yet, or the question back has been answered since.
pub(crate) fn waits_for_helper(extract: &Extract<'_>, request: &Thing<'_, Request>) -> bool {
    if request.is.withdrawn.is_some() {
        return false;
    }
    match &request.is.answer {
        None => true,
        Some(RequestAnswer::AskBack { .. }) => extract
            .all::<Reply>()
            .any(|reply| reply.is.to == request.id() && reply.entry.seq > request.entry.seq),
        Some(_) => false,
    }
}

/// The last day on which somebody had contact with the family; the day it became active, before that.
fn last_contact(extract: &Extract<'_>, begun: Date) -> Date {
    let contacts = extract.all::<Contact>().filter(|contact| contact.is.how != ContactKind::Attempt);
    let meetings = extract
        .all::<Meeting>()
        .filter_map(|meeting| meeting.is.settled.as_ref().filter(|held| held.met).map(|held| held.on));
    contacts.map(|contact| contact.is.on).chain(meetings).max().unwrap_or(begun).max(begun)
}

/// What the family needs its coordinator for at a moment, most urgent first.
pub fn attention(extract: &Extract<'_>, moment: Moment, limits: &Limits) -> Vec<Attention> {
    let mut found = Vec::new();
    let Some(course) = extract.only::<Course>() else { return found };
    let today = moment.today;
    let mut note = |urgency, days, reason| found.push(Attention { urgency, days, reason });
    let coordination = extract.only::<Coordination>();
    if let Some(coordination) = &coordination {
        let asked = coordination.is.offer.as_ref().filter(|offer| offer.reply_by < today);
        if let Some(offer) = asked {
            note(Urgency::Late, moment.days_since(offer.reply_by), Reason::OfferLate);
        }
    }
    if !matches!(course.is.phase, Phase::Active) {
        return found;
    }
    for voice in extract.all::<Voice>().filter(|voice| !is_answered(extract, voice.id())) {
        note(
            Urgency::Now,
            moment.days_since(Moment::day_of(voice.entry.at)),
            Reason::VoiceUnanswered(voice.id()),
        );
    }
    for need in
        extract.all::<Need>().filter(|need| need.is.settled.is_none() && need.is.horizon == Horizon::Acute)
    {
        if has_action_under_way(extract, need.id().into()) {
            continue;
        }
        let first = extract.versions(need.id()).first().map_or(need.entry.at, |entry| entry.at);
        let days = moment.days_since(Moment::day_of(first));
        let urgency = if days >= i32::from(limits.acute_action_days) { Urgency::Now } else { Urgency::Gap };
        note(urgency, days, Reason::AcuteNeedWithoutAction(need.id().into()));
    }
    for action in
        extract.all::<Action>().filter(|action| action.is.status.is_open() && action.is.owner.is_some())
    {
        let late = action.is.due.filter(|due| *due < today && action.is.status != ActionStatus::Delivered);
        if let Some(due) = late {
            note(Urgency::Late, moment.days_since(due), Reason::ActionLate(action.id().into()));
        }
    }
    for request in extract.all::<Request>() {
        if waits_for_helper(extract, &request) {
            if request.is.reply_by < today {
                note(
                    Urgency::Late,
                    moment.days_since(request.is.reply_by),
                    Reason::RequestLate(request.id().into()),
                );
            }
        } else if let Some(RequestAnswer::AskBack { on, .. }) = request.is.answer
            && request.is.withdrawn.is_none()
        {
            note(Urgency::Late, moment.days_since(on), Reason::AskedBack(request.id().into()));
        }
    }
    for gap in gaps(extract) {
        let acute = matches!(gap.reason, Reason::NeedWithoutOwner(need)
            if extract.find::<Need>(need).is_some_and(|need| need.is.horizon == Horizon::Acute));
        if !acute {
            note(Urgency::Gap, moment.days_since(gap.since), gap.reason);
        }
    }
    let agreed = extract.only::<Rhythm>().map_or(limits.silence_days, |rhythm| rhythm.is.days);
    let silent = moment.days_since(last_contact(extract, course.is.since));
    if silent > i32::from(agreed) {
        note(Urgency::Gap, silent, Reason::Silence);
    }
    if !has_next_step(extract, moment) {
        note(Urgency::Gap, moment.days_since(course.is.since), Reason::NoNextStep);
    }
    for meeting in extract.all::<Meeting>().filter(|meeting| meeting.is.settled.is_none()) {
        let days = moment.days_until(meeting.is.at.date());
        if (0..=i32::from(limits.meeting_ahead_days)).contains(&days) {
            note(Urgency::Planned, days, Reason::MeetingSoon(meeting.id()));
        }
    }
    let reviewed = extract
        .all::<Meeting>()
        .filter(|meeting| meeting.is.review && meeting.is.settled.as_ref().is_none_or(|held| held.met))
        .map(|meeting| meeting.is.at.date())
        .chain(extract.all::<Agreement>().map(|agreement| agreement.is.on))
        .max()
        .unwrap_or(course.is.since);
    let over = moment.days_since(reviewed) - i32::from(limits.plan_review_days);
    if over > 0 {
        note(Urgency::Planned, over, Reason::ReviewDue);
    }
    found.sort_by_key(|item| {
        (
            item.urgency,
            if item.urgency == Urgency::Planned { item.days } else { -item.days },
            item.reason.code(),
        )
    });
    found
}

/// Whether anything with a date lies ahead (or was asked and is still within its time).
fn has_next_step(extract: &Extract<'_>, moment: Moment) -> bool {
    let today = moment.today;
    extract.all::<Meeting>().any(|meeting| meeting.is.settled.is_none() && meeting.is.at.date() >= today)
        || extract.all::<Action>().any(|action| {
            action.is.status.is_open()
                && action.is.owner.is_some()
                && action.is.due.is_some_and(|due| due >= today)
        })
        || extract
            .all::<Request>()
            .any(|request| waits_for_helper(extract, &request) && request.is.reply_by >= today)
}
