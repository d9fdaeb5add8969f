//! The kinds of decisions on this page: their addresses and texts, what holds, and how one ends.

use crate::frame::form::Filled;
use crate::sight::groups;
use access::terms::{
    CareOrder, Conflict, Danger, Disagreement, Disclosure, Insight, Kind as _, Mandate, Payload, Release,
    Trusted, Withholding, after,
};
use jiff::civil::Date;

/// A kind of decision that has a form here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// Somebody is protected from somebody.
    Danger,
    /// Who may know where somebody is.
    Trusted,
    /// A care order.
    CareOrder,
    /// Somebody acts for an adult.
    Mandate,
    /// A helper who may not take part.
    Conflict,
    /// The answer to somebody who asked to see what is written.
    Insight,
    /// What was given to somebody outside who has a right to it by law.
    Disclosure,
    /// People in the family disagree about something that concerns a child.
    Disagreement,
}

impl Sort {
    pub(super) const ALL: [Sort; 8] = [
        Sort::Danger,
        Sort::Trusted,
        Sort::CareOrder,
        Sort::Mandate,
        Sort::Conflict,
        Sort::Insight,
        Sort::Disclosure,
        Sort::Disagreement,
    ];

    /// Its place in the address.
    pub(super) const fn path(self) -> &'static str {
        match self {
            Sort::Danger => "vern",
            Sort::Trusted => "adresse",
            Sort::CareOrder => "omsorg",
            Sort::Mandate => "fullmakt",
            Sort::Conflict => "inhabil",
            Sort::Insight => "innsyn",
            Sort::Disclosure => "utlevert",
            Sort::Disagreement => "uenighet",
        }
    }

    pub(super) fn from_path(path: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.path() == path)
    }

    /// The key of one of its texts.
    pub(super) fn key(self, what: &str) -> String {
        let code = match self {
            Sort::Danger => "danger",
            Sort::Trusted => "trusted",
            Sort::CareOrder => "care-order",
            Sort::Mandate => "mandate",
            Sort::Conflict => "conflict",
            Sort::Insight => "insight",
            Sort::Disclosure => "disclosure",
            Sort::Disagreement => "disagreement",
        };
        format!("vern-{code}-{what}")
    }

    pub(super) const fn of(payload: &Payload) -> Option<Self> {
        match payload {
            Payload::Danger(_) => Some(Sort::Danger),
            Payload::Trusted(_) => Some(Sort::Trusted),
            Payload::CareOrder(_) => Some(Sort::CareOrder),
            Payload::Mandate(_) => Some(Sort::Mandate),
            Payload::Conflict(_) => Some(Sort::Conflict),
            Payload::Insight(_) => Some(Sort::Insight),
            Payload::Disclosure(_) => Some(Sort::Disclosure),
            Payload::Disagreement(_) => Some(Sort::Disagreement),
            _ => None,
        }
    }

    /// Whether something in it may be changed while it holds. The others are ended and decided anew.
    pub(super) const fn changes(self) -> bool {
        matches!(self, Sort::Danger | Sort::CareOrder | Sort::Mandate | Sort::Disclosure | Sort::Disagreement)
    }
}

/// Where a decision stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::family) enum State {
    /// Somebody else must approve it first.
    Waiting,
    /// From a day to come.
    Coming,
    /// Now.
    Holds,
    /// It was ended, or its time is over.
    Over,
}

/// Where a decision stands; nothing for what is none.
pub(super) fn state(payload: &Payload, today: Date) -> Option<State> {
    let period = |from: Date, over: bool| match (over, from > today) {
        (true, _) => State::Over,
        (false, true) => State::Coming,
        (false, false) => State::Holds,
    };
    let passed = |day: Option<Date>| day.is_some_and(|day| day <= today);
    Some(match payload {
        Payload::Danger(danger) => {
            let never = danger.until.is_some_and(|until| until <= danger.from);
            period(danger.from, never || passed(danger.until))
        }
        Payload::CareOrder(order) => {
            let never = order.until.is_some_and(|until| until <= order.from);
            period(order.from, never || passed(order.until))
        }
        Payload::Trusted(trusted) => match trusted.approved_by {
            _ if trusted.ended.is_some() || trusted.until < today => State::Over,
            None => State::Waiting,
            Some(_) => State::Holds,
        },
        Payload::Mandate(mandate) => {
            period(mandate.from, mandate.withdrawn.is_some() || mandate.until < today)
        }
        Payload::Conflict(conflict) => period(today, conflict.ended.is_some()),
        Payload::Withholding(kept) => period(today, kept.lifted.is_some()),
        Payload::Release(told) => period(today, told.ended.is_some() || told.until < today),
        Payload::Insight(letter) => period(today, letter.reversed.is_some()),
        Payload::Disclosure(given) => period(today, given.undone.is_some()),
        // One that is over is still told of to more, so it stands among what holds.
        Payload::Disagreement(it) => period(today, it.undone.is_some()),
        _ => return None,
    })
}

/// The same decision, ended today; nothing for what cannot be ended here.
pub(super) fn ended(payload: &Payload, today: Date) -> Option<Payload> {
    Some(match payload {
        Payload::Danger(danger) => Danger { until: Some(today.max(danger.from)), ..danger.clone() }.wrap(),
        Payload::CareOrder(order) => CareOrder { until: Some(today.max(order.from)), ..order.clone() }.wrap(),
        Payload::Trusted(trusted) => Trusted { ended: Some(today), ..trusted.clone() }.wrap(),
        Payload::Mandate(mandate) => Mandate { withdrawn: Some(today), ..mandate.clone() }.wrap(),
        Payload::Conflict(conflict) => Conflict { ended: Some(today), ..conflict.clone() }.wrap(),
        Payload::Withholding(kept) => Withholding { lifted: Some(today), ..kept.clone() }.wrap(),
        Payload::Release(told) => Release { ended: Some(today), ..told.clone() }.wrap(),
        Payload::Insight(letter) => Insight { reversed: Some(today), ..letter.clone() }.wrap(),
        Payload::Disagreement(it) => Disagreement { undone: Some(today), ..it.clone() }.wrap(),
        Payload::Disclosure(given) => Disclosure { undone: Some(today), ..given.clone() }.wrap(),
        _ => return None,
    })
}

/// The first and the last day; no last day while it lasts.
pub(super) fn days(payload: &Payload) -> (Option<Date>, Option<Date>) {
    // What stands as the first day without it is read as the last day with it.
    let last = |until: Option<Date>| until.map(|until| after(until, -1));
    match payload {
        Payload::Danger(danger) => (Some(danger.from), last(danger.until).map(|day| day.max(danger.from))),
        Payload::CareOrder(order) => (Some(order.from), last(order.until).map(|day| day.max(order.from))),
        Payload::Trusted(trusted) => (None, Some(trusted.ended.unwrap_or(trusted.until))),
        Payload::Mandate(mandate) => (Some(mandate.from), Some(mandate.withdrawn.unwrap_or(mandate.until))),
        Payload::Conflict(conflict) => (None, conflict.ended),
        Payload::Withholding(kept) => (None, kept.lifted),
        Payload::Release(told) => (None, Some(told.ended.unwrap_or(told.until))),
        Payload::Insight(letter) => (None, letter.reversed),
        Payload::Disclosure(given) => (Some(given.on), given.undone),
        Payload::Disagreement(it) => (Some(it.on), it.undone.or(it.settled)),
        _ => (None, None),
    }
}

/// What a decision says, as its form says it.
pub(super) fn stands(payload: &Payload) -> Filled {
    match payload {
        Payload::Danger(danger) => Filled::empty()
            .set("protected", danger.protected)
            .set("threat", danger.threat)
            .set("why", &danger.why)
            .set("from", danger.from),
        Payload::CareOrder(order) => Filled::empty()
            .set("child", order.child)
            .set("basis", &order.basis)
            .set("service", order.service)
            .set("from", order.from),
        Payload::Mandate(mandate) => groups::shared()
            .filter(|group| group.kinds.iter().any(|kind| mandate.categories.contains(kind)))
            .fold(Filled::empty(), |filled, group| filled.set("categories", group.code))
            .set("person", mandate.person)
            .set("holder", mandate.holder)
            .set("basis", mandate.basis.code())
            .set("why", &mandate.why)
            .set("from", mandate.from)
            .set("until", mandate.until),
        Payload::Disclosure(given) => given
            .told
            .iter()
            .fold(Filled::empty(), |filled, person| filled.set("told", person))
            .set("whom", given.about)
            .set("untold", &given.untold),
        Payload::Disagreement(it) => it
            .told
            .iter()
            .fold(Filled::empty(), |filled, person| filled.set("told", person))
            .set("untold", &it.untold)
            .set("law", &it.law)
            .set("best", &it.best)
            .set("outcome", it.outcome.code())
            .set("result", &it.result)
            .set_some("settled", it.settled)
            .set_some("review", it.review),
        _ => Filled::empty(),
    }
}
