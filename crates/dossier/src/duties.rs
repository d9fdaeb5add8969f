//! What the law lays on whoever coordinates, and when each of it was done last (R6). It follows from what the
//! coordinator has written, so that nobody keeps a list beside the work.

use crate::extract::Extract;
use crate::moment::Moment;
use crate::payload::*;
use crate::vocabulary::{CoordinatorDuty, Role};
use jiff::civil::Date;

/// The day on which each duty was done last; nothing where that was never.
pub fn duties_done(extract: &Extract<'_>) -> Vec<(CoordinatorDuty, Option<Date>)> {
    let contacts: Vec<&Contact> = extract.all::<Contact>().map(|contact| contact.is).collect();
    let last = |duty: &CoordinatorDuty| {
        let told = contacts.iter().filter(|it| it.duties.contains(duty)).map(|it| it.on).max();
        (*duty, told.max(otherwise(extract, *duty)))
    };
    CoordinatorDuty::ALL.iter().map(last).collect()
}

/// The duty that has waited longest, and since when: the day on which it was done last, or else on which the work for
/// the family began.
pub fn longest_untouched(extract: &Extract<'_>, begun: Date) -> (CoordinatorDuty, Date) {
    let since = |(duty, last): (CoordinatorDuty, Option<Date>)| (duty, last.unwrap_or(begun).max(begun));
    let all = duties_done(extract).into_iter().map(since);
    all.min_by_key(|(_, since)| *since).unwrap_or((CoordinatorDuty::Whole, begun))
}

/// The last day on which something else than a contact shows that a duty was done.
fn otherwise(extract: &Extract<'_>, duty: CoordinatorDuty) -> Option<Date> {
    match duty {
        CoordinatorDuty::Whole => {
            let with_helpers = |meeting: &Meeting| !meeting.helpers.is_empty();
            let asked = written::<Request>(extract).max(written::<Membership>(extract));
            asked.max(held(extract, with_helpers))
        }
        CoordinatorDuty::Overview => {
            written::<Need>(extract).max(held(extract, |meeting| meeting.review)).max(agreed(extract))
        }
        CoordinatorDuty::Health => None,
        CoordinatorDuty::Welfare => written::<Application>(extract),
        CoordinatorDuty::Plan => {
            written::<Goal>(extract).max(written::<Action>(extract)).max(agreed(extract))
        }
    }
}

/// The last day on which a coordinator wrote something of a kind.
fn written<K: Kind>(extract: &Extract<'_>) -> Option<Date> {
    let versions = extract.all::<K>().flat_map(|thing| extract.versions(thing.id()));
    let own = versions.filter(|entry| entry.author.role == Role::Coordinator);
    own.map(|entry| entry.at).max().map(Moment::day_of)
}

/// The last day on which such a meeting was held.
fn held(extract: &Extract<'_>, such: impl Fn(&Meeting) -> bool) -> Option<Date> {
    let meetings = extract.all::<Meeting>().filter(|meeting| such(meeting.is));
    meetings.filter_map(|meeting| meeting.is.settled.as_ref().filter(|it| it.met).map(|it| it.on)).max()
}

/// The last day on which the family said yes to the plan as it stands.
fn agreed(extract: &Extract<'_>) -> Option<Date> {
    extract.all::<Agreement>().map(|agreement| agreement.is.on).max()
}
