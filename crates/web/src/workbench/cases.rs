//! The coordinator's families in their order, with what each needs; and the figures over them.

use super::reasons::{is_unowned, order};
use crate::frame::Call;
use access::terms::{Attention, Contact, ContactKind, Extract, Meeting, Reason, Role, Thing, attention};
use access::{Ground, View};
use jiff::civil::Date;
use std::sync::Arc;

/// What a family needs its coordinator for. It lies beside what was decided, and is shared.
pub type Needs = Arc<Vec<Attention>>;

/// A family with what it needs its coordinator for, most urgent first. Computed once for each view.
pub struct Case {
    /// What the coordinator sees.
    pub view: View,
    /// What it needs.
    pub needs: Needs,
}

/// How a family is the reader's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mine {
    /// Its coordinator.
    Own,
    /// Stands in for its coordinator.
    StandIn,
    /// Is asked to become coordinator, or to stand in.
    Asked,
}

impl Case {
    fn of(call: &Call, view: View) -> Self {
        let needs = match mine(&view) {
            Some(Mine::Own | Mine::StandIn) => view
                .once((), || attention(&view.sees(), call.visit.moment, call.house.gate.limits(&call.visit))),
            _ => Arc::default(),
        };
        Self { view, needs }
    }
}

/// How a family is the reader's.
pub fn mine(view: &View) -> Option<Mine> {
    match view.standing().holds {
        Some(Ground::StandIn) => Some(Mine::StandIn),
        Some(_) => Some(Mine::Own),
        None => view.standing().asked.then_some(Mine::Asked),
    }
}

/// All of the reader's families, each with its needs, in the order in which they need somebody.
pub fn sorted(call: &Call, views: Vec<View>) -> Vec<Case> {
    let mut cases: Vec<Case> = views.into_iter().map(|view| Case::of(call, view)).collect();
    cases.sort_by(|one, other| {
        order(&one.needs, &other.needs).then_with(|| one.view.family().cmp(&other.view.family()))
    });
    cases
}

/// The families of one kind that need something, in their order.
pub fn needing(cases: &[Case], kind: Mine) -> impl Iterator<Item = &Case> {
    cases.iter().filter(move |case| !case.needs.is_empty() && mine(&case.view) == Some(kind))
}

/// What is without an owner over all cases, oldest first.
pub fn ownerless(cases: &[Case]) -> Vec<(&Case, &Attention)> {
    let mut rows: Vec<(&Case, &Attention)> = cases
        .iter()
        .flat_map(|case| case.needs.iter().map(move |item| (case, item)))
        .filter(|(case, item)| is_unowned(&case.view, &item.reason))
        .collect();
    rows.sort_by_key(|(_, item)| std::cmp::Reverse(item.days));
    rows
}

/// The meetings within a week over all cases, the next one first.
pub fn meetings(cases: &[Case]) -> Vec<(&Case, Thing<'_, Meeting>)> {
    let mut rows: Vec<(&Case, Thing<'_, Meeting>)> = cases
        .iter()
        .flat_map(|case| case.needs.iter().map(move |item| (case, item.reason)))
        .filter_map(|(case, reason)| match reason {
            Reason::MeetingSoon(thing) => Some((case, case.view.sees().find::<Meeting>(thing)?)),
            _ => None,
        })
        .collect();
    rows.sort_by_key(|(_, meeting)| meeting.is.at);
    rows
}

/// The five figures. Each equals what the list that it leads to shows.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// Families that need something: own, and those that one stands in for.
    pub needing: usize,
    /// Needs and actions without an owner.
    pub unowned: usize,
    /// Helpers' answers past their time.
    pub late_answers: usize,
    /// Meetings within a week.
    pub meetings: usize,
    /// Own families.
    pub families: usize,
    /// Families that one stands in for.
    pub stood_in: usize,
    /// Families that wait for a coordinator, and whose contact one is meanwhile.
    pub waiting: usize,
}

impl Figures {
    /// Counts over all cases.
    pub fn of(cases: &[Case]) -> Self {
        let mut figures = Self::default();
        for case in cases {
            match mine(&case.view) {
                Some(Mine::Own) => figures.families += 1,
                Some(Mine::StandIn) => figures.stood_in += 1,
                Some(Mine::Asked) => continue,
                None => {
                    figures.waiting += 1;
                    continue;
                }
            }
            figures.needing += usize::from(!case.needs.is_empty());
            for item in case.needs.iter() {
                match item.reason {
                    Reason::RequestLate(_) => figures.late_answers += 1,
                    Reason::MeetingSoon(_) => figures.meetings += 1,
                    reason if is_unowned(&case.view, &reason) => figures.unowned += 1,
                    _ => {}
                }
            }
        }
        figures
    }
}

/// How many families the reader's position is meant for: its share of a full-time position.
pub fn places(call: &Call) -> usize {
    places_of(call, call.visit.actor, call.visit.service)
}

/// How many families a coordinator's position is meant for.
pub fn places_of(
    call: &Call,
    actor: access::terms::ActorId,
    service: Option<access::terms::ServiceId>,
) -> usize {
    let directory = call.house.gate.directory();
    let today = call.today();
    let percent: usize = directory.helper(actor).map_or(0, |helper| {
        helper
            .assignments
            .iter()
            .filter(|held| held.role == Role::Coordinator && held.holds(today))
            .filter(|held| service.is_none_or(|service| held.service == service))
            .map(|held| usize::from(held.percent))
            .sum()
    });
    let full = usize::from(call.house.gate.limits(&call.visit).families_for_full_time);
    (percent * full + 50) / 100
}

/// The last day on which somebody in the family was reached. A try that nobody answered is no contact.
pub fn last_contact(sees: &Extract<'_>) -> Option<Date> {
    let contacts = sees
        .all::<Contact>()
        .filter(|contact| contact.is.how != ContactKind::Attempt)
        .map(|contact| contact.is.on);
    let held = sees
        .all::<Meeting>()
        .filter_map(|meeting| meeting.is.settled.as_ref().filter(|it| it.met).map(|it| it.on));
    contacts.chain(held).max()
}
