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
use crate::gaps::{gaps, since};
use crate::ids::*;
use crate::interpreting::{InterpreterNeed, interpreter_needs};
use crate::limits::Limits;
use crate::moment::Moment;
use crate::payload::*;
use crate::vocabulary::*;
use jiff::civil::Date;
use std::collections::HashMap;

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
    /// Somebody in the family said something, or asked for help once more ([`Merge`]), and has no answer.
    VoiceUnanswered(ThingId),
    /// An acute need has no action under way.
    AcuteNeedWithoutAction(NeedId),
    /// An action is past its date.
    ActionLate(ActionId),
    /// A helper has not answered in time.
    RequestLate(RequestId),
    /// A helper has asked back; the word is with the coordinator.
    AskedBack(RequestId),
    /// Somebody was made owner of an action and has not said yes to it.
    OwnerSilent(ActionId),
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
    /// Somebody in a meeting needs an interpreter, and nothing is arranged.
    InterpreterMissing(ThingId),
    /// A meeting is near.
    MeetingSoon(ThingId),
    /// The plan has not been reviewed for as long as agreed.
    ReviewDue,
    /// Something that the law lays on whoever coordinates has not been done for as long as agreed; what has waited
    /// longest.
    DutyUntouched(CoordinatorDuty),
    /// Somebody asks again those who disagree.
    DisagreementDue(ThingId),
    /// An application has no answer in time.
    ApplicationLate(ThingId),
    /// Whoever answers an application waits for something from the family.
    MoreNeeded(ThingId),
    /// The time for a complaint is nearly over.
    ComplaintSoon(ThingId),
    /// What was granted ends soon, and must be applied for anew.
    RenewalSoon(ThingId),
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
            Reason::OwnerSilent(_) => "owner-silent",
            Reason::OfferLate => "offer-late",
            Reason::NeedWithoutOwner(_) => "need-without-owner",
            Reason::ActionWithoutOwner(_) => "action-without-owner",
            Reason::Silence => "silence",
            Reason::NoNextStep => "no-next-step",
            Reason::InterpreterMissing(_) => "interpreter-missing",
            Reason::MeetingSoon(_) => "meeting-soon",
            Reason::ReviewDue => "review-due",
            Reason::DutyUntouched(_) => "duty-untouched",
            Reason::DisagreementDue(_) => "disagreement-due",
            Reason::ApplicationLate(_) => "application-late",
            Reason::MoreNeeded(_) => "more-needed",
            Reason::ComplaintSoon(_) => "complaint-soon",
            Reason::RenewalSoon(_) => "renewal-soon",
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

fn has_action_under_way(extract: &Extract<'_>, need: NeedId) -> bool {
    extract.all::<Action>().any(|action| {
        action.is.need == Some(need)
            && action.is.owner.is_some()
            && !matches!(action.is.status, ActionStatus::Proposed | ActionStatus::Stopped)
    })
}

/// The last replies to everything that was said, found in one pass: families say a lot, and much is answered.
pub(crate) struct LastWords(HashMap<ThingId, LastWord, foldhash::fast::FixedState>);

#[derive(Default)]
struct LastWord {
    family: u64,
    helpers: u64,
}

impl LastWords {
    /// All replies that the reader is shown.
    pub(crate) fn of(extract: &Extract<'_>) -> Self {
        let mut words: HashMap<ThingId, LastWord, _> = HashMap::default();
        for reply in extract.all::<Reply>() {
            let word = words.entry(reply.is.to).or_default();
            let last = match reply.entry.author.role {
                Role::Citizen => &mut word.family,
                _ => &mut word.helpers,
            };
            *last = (*last).max(reply.entry.seq);
        }
        Self(words)
    }

    /// Whether what somebody in the family said has an answer after it. A family member's own further words are
    /// no answer to it.
    pub(crate) fn answer(&self, said: &Entry) -> bool {
        self.0.get(&said.thing).is_some_and(|word| word.helpers > word.family.max(said.seq))
    }
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

/// When a helper's answer is due: the clock stands while the coordinator has the word, from each question back
/// until its answer.
pub fn answer_due(extract: &Extract<'_>, request: &Thing<'_, Request>) -> Date {
    let replies = extract.all::<Reply>().filter(|reply| reply.is.to == request.id()).map(|reply| reply.entry);
    let mut events: Vec<&Entry> = extract.versions(request.id()).into_iter().chain(replies).collect();
    events.sort_by_key(|entry| entry.seq);
    let (mut stopped, mut paused) = (None::<Date>, 0);
    for event in events {
        let day = Moment::day_of(event.at);
        match &event.payload {
            Payload::Request(Request { answer: Some(RequestAnswer::AskBack { .. }), .. }) => {
                stopped = stopped.or(Some(day));
            }
            _ => paused += stopped.take().map_or(0, |since| (day - since).get_days()),
        }
    }
    crate::after(request.is.reply_by, paused)
}

/// The last day on which somebody had contact with the family; the day it became active, before that.
fn last_contact(extract: &Extract<'_>, begun: Date) -> Date {
    let contacts = extract.all::<Contact>().filter(|contact| contact.is.how != ContactKind::Attempt);
    let held = |meeting: Thing<'_, Meeting>| meeting.is.settled.as_ref().filter(|it| it.met).map(|it| it.on);
    let meetings = extract.all::<Meeting>().filter_map(held);
    contacts.map(|contact| contact.is.on).chain(meetings).max().unwrap_or(begun).max(begun)
}

/// What the family needs its coordinator for at a moment, most urgent first.
pub fn attention(extract: &Extract<'_>, moment: Moment, limits: &Limits) -> Vec<Attention> {
    let mut found = Found { moment, list: Vec::new() };
    let Some(course) = extract.only::<Course>() else { return found.list };
    unanswered_offers(extract, &mut found);
    if matches!(course.is.phase, Phase::Active) {
        family_waits(extract, limits, &mut found);
        past_their_time(extract, limits, &mut found);
        between(extract, course.is.since, limits, &mut found);
        planned(extract, course.is.since, limits, &mut found);
        interpreters(extract, limits, &mut found);
        applications(extract, limits, &mut found);
    }
    found.list.sort_by_key(|item| (item.place(), item.reason.code()));
    found.list
}

impl Attention {
    /// Within a rule, what has waited longest goes first; among what is planned, what comes first, and what should
    /// have been done already before all that is still to come.
    pub fn place(&self) -> (Urgency, i32) {
        let overdue = matches!(self.reason, Reason::ReviewDue | Reason::DutyUntouched(_));
        let comes = self.urgency == Urgency::Planned && !overdue;
        (self.urgency, if comes { self.days } else { -self.days })
    }
}

struct Found {
    moment: Moment,
    list: Vec<Attention>,
}

impl Found {
    fn since(&mut self, urgency: Urgency, day: Date, reason: Reason) {
        self.list.push(Attention { urgency, days: self.moment.days_since(day), reason });
    }
}

/// Meetings ahead that lack an interpreter: something to do from the day that the meeting is planned, and late when the
/// last day to book has passed.
fn interpreters(extract: &Extract<'_>, limits: &Limits, found: &mut Found) {
    let today = found.moment.today;
    for meeting in extract.all::<Meeting>() {
        let day = meeting.is.at.date();
        let ahead = meeting.is.settled.is_none() && day >= today;
        if !ahead || interpreter_needs(extract, meeting.is).iter().all(InterpreterNeed::is_arranged) {
            continue;
        }
        let last = crate::working_days_before(day, limits.interpreter_working_days);
        let reason = Reason::InterpreterMissing(meeting.id());
        match found.moment.days_until(last) {
            ..0 => found.since(Urgency::Late, last, reason),
            days => found.list.push(Attention { urgency: Urgency::Planned, days, reason }),
        }
    }
}

/// Applications: answers that are late, what the family is asked for besides, and what nearly runs out.
fn applications(extract: &Extract<'_>, limits: &Limits, found: &mut Found) {
    let today = found.moment.today;
    let mut comes = |day: Date, within: u16, late: bool, reason: Reason| {
        let days = found.moment.days_until(day);
        if days < 0 && late {
            found.since(Urgency::Late, day, reason);
        } else if (0..=i32::from(within)).contains(&days) {
            found.list.push(Attention { urgency: Urgency::Planned, days, reason });
        }
    };
    for application in extract.all::<Application>() {
        let (is, thing) = (application.is, application.id());
        match is.stage() {
            Stage::Sent | Stage::Received | Stage::Complained => {
                let complained = is.complaint.as_ref().map(|complaint| complaint.on);
                let since = complained.or(is.sent.as_ref().map(|sent| sent.on));
                let asked_again = || since.map(|on| crate::after(on, i32::from(limits.application_days)));
                // Nobody is late with what the family has not yet delivered.
                let there = is.receiver.is_some() || is.received.is_some();
                let due = is.answer_by().or_else(asked_again).filter(|due| there && *due < today);
                if let Some(due) = due {
                    comes(due, 0, true, Reason::ApplicationLate(thing));
                }
            }
            Stage::MoreNeeded => {
                if let Some(more) = is.open_question() {
                    comes(more.by, limits.more_days, true, Reason::MoreNeeded(thing));
                }
            }
            Stage::Decided | Stage::Settled => {
                let decision = is.decision.as_ref();
                let partly =
                    decision.filter(|it| it.verdict != DecisionKind::Granted && is.complaint.is_none());
                if let Some(last) = partly.and_then(|it| it.complain_by) {
                    comes(last, limits.complaint_days, false, Reason::ComplaintSoon(thing));
                }
                let granted = decision.filter(|it| it.verdict != DecisionKind::Refused);
                let ends = granted.and_then(|it| it.until).filter(|_| !renewed(extract, &application));
                if let Some(until) = ends {
                    comes(until, limits.renewal_days, false, Reason::RenewalSoon(thing));
                }
            }
            Stage::Draft | Stage::Withdrawn => {}
        }
    }
}

/// Whether the same has been applied for since.
fn renewed(extract: &Extract<'_>, old: &Thing<'_, Application>) -> bool {
    extract.all::<Application>().any(|new| {
        new.id() != old.id()
            && (&new.is.right, new.is.child, new.is.applicant)
                == (&old.is.right, old.is.child, old.is.applicant)
            && new.is.withdrawn.is_none()
            && new.entry.seq > old.entry.seq
    })
}

fn unanswered_offers(extract: &Extract<'_>, found: &mut Found) {
    let Some(coordination) = extract.only::<Coordination>() else { return };
    let today = found.moment.today;
    if let Some(offer) = coordination.is.offer.as_ref().filter(|offer| offer.reply_by < today) {
        found.since(Urgency::Late, offer.reply_by, Reason::OfferLate);
    }
    // A stand-in must have said yes when the first day comes.
    let needed = |stand_in: &&StandIn| {
        stand_in.answer == Answer::Pending && stand_in.from <= today && today <= stand_in.until
    };
    if let Some(stand_in) = coordination.is.stand_in.as_ref().filter(needed) {
        found.since(Urgency::Late, stand_in.from, Reason::OfferLate);
    }
}

/// Rule 1.
fn family_waits(extract: &Extract<'_>, limits: &Limits, found: &mut Found) {
    let voices = extract.all::<Voice>().map(|voice| voice.entry);
    let merges = extract.all::<Merge>().map(|merge| merge.entry);
    let words = LastWords::of(extract);
    for said in voices.chain(merges).filter(|said| !words.answer(said)) {
        found.since(Urgency::Now, Moment::day_of(said.at), Reason::VoiceUnanswered(said.thing));
    }
    for need in acute_without_action(extract) {
        let first = extract.versions(need.id()).first().map_or(need.entry.at, |entry| entry.at);
        let day = Moment::day_of(first);
        let long = found.moment.days_since(day) >= i32::from(limits.acute_action_days);
        let urgency = if long { Urgency::Now } else { Urgency::Gap };
        found.since(urgency, day, Reason::AcuteNeedWithoutAction(need.id().into()));
    }
}

fn acute_without_action<'a>(extract: &Extract<'a>) -> impl Iterator<Item = Thing<'a, Need>> + use<'a> {
    let this = *extract;
    this.all::<Need>()
        .filter(|need| need.is.settled.is_none() && need.is.horizon == Horizon::Acute)
        .filter(move |need| !has_action_under_way(&this, need.id().into()))
}

/// Rule 2.
fn past_their_time(extract: &Extract<'_>, limits: &Limits, found: &mut Found) {
    let today = found.moment.today;
    for action in extract.all::<Action>().filter(|action| action.is.status.is_open()) {
        let late = action.is.due.filter(|due| *due < today && action.is.status != ActionStatus::Delivered);
        if let Some(due) = late {
            found.since(Urgency::Late, due, Reason::ActionLate(action.id().into()));
        }
        let Some(owner) = action.is.owner else { continue };
        let silent =
            |action: &Action| action.status == ActionStatus::AcceptedByFamily && action.owner == Some(owner);
        if silent(action.is) && !is_asked(extract, action.id().into()) {
            let named = since(extract, &action, silent);
            let due = crate::working_days_after(named, limits.request_working_days);
            if due < today {
                found.since(Urgency::Late, due, Reason::OwnerSilent(action.id().into()));
            }
        }
    }
    for request in extract.all::<Request>().filter(|request| request.is.withdrawn.is_none()) {
        if waits_for_helper(extract, &request) {
            let due = answer_due(extract, &request);
            if due < today {
                found.since(Urgency::Late, due, Reason::RequestLate(request.id().into()));
            }
        } else if let Some(RequestAnswer::AskBack { on, .. }) = request.is.answer {
            found.since(Urgency::Late, on, Reason::AskedBack(request.id().into()));
        }
    }
}

/// Whether a question about the action is open, so that its own deadline tells.
fn is_asked(extract: &Extract<'_>, action: ActionId) -> bool {
    extract.all::<Request>().any(|request| {
        let asks_back = matches!(request.is.answer, Some(RequestAnswer::AskBack { .. }));
        request.is.action == Some(action)
            && request.is.withdrawn.is_none()
            && (asks_back || waits_for_helper(extract, &request))
    })
}

/// Rule 3.
fn between(extract: &Extract<'_>, begun: Date, limits: &Limits, found: &mut Found) {
    let acute: Vec<ThingId> = acute_without_action(extract).map(|need| need.id()).collect();
    // An acute need that nobody does anything about has been told already, in stronger words.
    for gap in gaps(extract).into_iter().filter(|gap| !acute.contains(&gap.thing)) {
        found.since(Urgency::Gap, gap.since, gap.reason);
    }
    let agreed = extract.only::<Rhythm>().map_or(limits.silence_days, |rhythm| rhythm.is.days);
    let contact = last_contact(extract, begun);
    if found.moment.days_since(contact) > i32::from(agreed) {
        found.since(Urgency::Gap, contact, Reason::Silence);
    }
    let dated: Vec<Date> = dated_steps(extract).collect();
    let today = found.moment.today;
    if !open_steps(extract).any(|day| day >= today) {
        let last = dated.into_iter().filter(|day| *day < today).max();
        found.since(Urgency::Gap, last.map_or(begun, |last| last.max(begun)), Reason::NoNextStep);
    }
}

/// The dates of everything that lies ahead, or did: meetings, actions that somebody owns, answers that are due.
fn open_steps<'a>(extract: &Extract<'a>) -> impl Iterator<Item = Date> + use<'a> {
    let this = *extract;
    let meetings = this.all::<Meeting>().filter(|meeting| meeting.is.settled.is_none());
    let actions =
        this.all::<Action>().filter(|action| action.is.status.is_open() && action.is.owner.is_some());
    let requests = this.all::<Request>().filter(move |request| waits_for_helper(&this, request));
    meetings
        .map(|meeting| meeting.is.at.date())
        .chain(actions.filter_map(|action| action.is.due))
        .chain(requests.map(move |request| answer_due(&this, &request)))
}

fn dated_steps<'a>(extract: &Extract<'a>) -> impl Iterator<Item = Date> + use<'a> {
    let meetings = extract.all::<Meeting>().map(|meeting| meeting.is.at.date());
    let actions = extract.all::<Action>().filter_map(|action| action.is.due);
    meetings.chain(actions).chain(extract.all::<Request>().map(|request| request.is.reply_by))
}

/// Rule 4.
fn planned(extract: &Extract<'_>, begun: Date, limits: &Limits, found: &mut Found) {
    for meeting in extract.all::<Meeting>().filter(|meeting| meeting.is.settled.is_none()) {
        let days = found.moment.days_until(meeting.is.at.date());
        if (0..=i32::from(limits.meeting_ahead_days)).contains(&days) {
            let reason = Reason::MeetingSoon(meeting.id());
            found.list.push(Attention { urgency: Urgency::Planned, days, reason });
        }
    }
    for it in extract.all::<Disagreement>().filter(|it| it.is.is_open()) {
        if let Some(review) = it.is.review.filter(|review| *review <= found.moment.today) {
            found.since(Urgency::Late, review, Reason::DisagreementDue(it.id()));
        }
    }
    // Held, or booked: a review that was planned and never told about is none.
    let today = found.moment.today;
    let counts = |meeting: &Thing<'_, Meeting>| match &meeting.is.settled {
        Some(held) => held.met,
        None => meeting.is.at.date() >= today,
    };
    let reviews = extract
        .all::<Meeting>()
        .filter(|meeting| meeting.is.review && counts(meeting))
        .map(|meeting| meeting.is.at.date());
    let agreements = extract.all::<Agreement>().map(|agreement| agreement.is.on);
    let reviewed = reviews.chain(agreements).max().unwrap_or(begun).max(begun);
    let due = crate::after(reviewed, i32::from(limits.plan_review_days));
    if due < today {
        found.since(Urgency::Planned, due, Reason::ReviewDue);
    }
    let (duty, done) = crate::longest_untouched(extract, begun);
    let due = crate::after(done, i32::from(limits.coordinator_duty_days));
    if due < today {
        found.since(Urgency::Planned, due, Reason::DutyUntouched(duty));
    }
}
