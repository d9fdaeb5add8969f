//! The family's way through: received, waiting, offered, active, closed; and the order of the queue.

use crate::extract::Extract;
use crate::ids::ActorId;
use crate::limits::Rules;
use crate::moment::Moment;
use crate::payload::*;
use jiff::civil::Date;

/// A phase with its period.
#[derive(Debug, Clone, PartialEq)]
pub struct CoursePeriod<'a> {
    /// The course as it was then.
    pub course: &'a Course,
    /// First day.
    pub from: Date,
    /// First day of the next phase; empty for the present one.
    pub until: Option<Date>,
}

/// Where the family has been when. Two steps on one day: the later one counts from that day.
pub fn course_periods<'a>(extract: &Extract<'a>) -> Vec<CoursePeriod<'a>> {
    let Some(course) = extract.only::<Course>() else { return Vec::new() };
    let mut periods: Vec<CoursePeriod<'a>> = Vec::new();
    for entry in extract.versions(course.id()) {
        let Payload::Course(version) = &entry.payload else { continue };
        if let Some(last) = periods.last_mut() {
            if last.course.phase.code() == version.phase.code() {
                last.course = version;
                continue;
            }
            last.until = Some(version.since);
        }
        periods.push(CoursePeriod { course: version, from: version.since, until: None });
    }
    periods
}

/// What decides a family's place in the queue. Smaller goes first; no two families are equal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct QueuePlace {
    /// 0 in the acute lane.
    pub lane: u8,
    /// 0 when a person has put this family first, with a reason.
    pub raised: u8,
    /// Rank of the ground for priority.
    pub rank: u8,
    /// When help was asked for.
    pub asked: Date,
    /// Breaks ties in a way that can be repeated.
    pub reference: String,
}

/// The day on which help was asked for, in the present wait: not before an earlier round of help ended. An offer
/// that somebody said no to, or a merge that was undone, does not begin it anew; whoever asked twice keeps the
/// better date.
pub(crate) fn asked(extract: &Extract<'_>) -> Option<Date> {
    let periods = course_periods(extract);
    let waits =
        |period: &&CoursePeriod<'_>| !matches!(period.course.phase, Phase::Active | Phase::Closed { .. });
    let since = periods.iter().rev().take_while(waits).last()?.from;
    let twice = extract.all::<Merge>().filter(|merge| Moment::day_of(merge.entry.at) >= since);
    Some(twice.map(|merge| merge.is.asked).min().map_or(since, |asked| asked.min(since)))
}

/// The family's place, or nothing when it is not waiting for an answer or for a coordinator.
///
/// The order is: the acute lane; families that a person has put first with a reason; the ground for
/// priority; the date on which help was asked for. Nothing else counts. A family that comes back after help
/// was ended waits from the day it came back; one that asked twice keeps its better date.
pub fn queue_order(extract: &Extract<'_>, rules: &Rules, moment: Moment) -> Option<QueuePlace> {
    let course = extract.only::<Course>()?.is;
    let (rank, raised) = match &course.phase {
        Phase::Received => (rules.rank("ordinary", moment.today), false),
        Phase::Waiting { ground, raised, .. } => (rules.rank(ground, moment.today), raised.is_some()),
        Phase::Offered | Phase::Active | Phase::Closed { .. } | Phase::Merged { .. } => return None,
    };
    let reference = extract.only::<HelpRequest>().map(|request| request.is.reference.clone());
    Some(QueuePlace {
        lane: u8::from(!course.acute),
        raised: u8::from(!raised),
        rank,
        asked: asked(extract).unwrap_or(course.since),
        reference: reference.unwrap_or_else(|| extract.family().to_string()),
    })
}

/// Whom a waiting family can ring, also while a coordinator is offered and has not answered.
pub fn interim_contact(extract: &Extract<'_>) -> Option<ActorId> {
    let course = extract.only::<Course>()?;
    let waits = matches!(course.is.phase, Phase::Waiting { .. } | Phase::Offered);
    let versions = if waits { extract.versions(course.id()) } else { Vec::new() };
    let mut steps = versions.into_iter().rev().filter_map(|entry| Course::of(&entry.payload));
    match &steps.find(|step| !matches!(step.phase, Phase::Offered))?.phase {
        Phase::Waiting { interim, .. } => Some(*interim),
        _ => None,
    }
}
