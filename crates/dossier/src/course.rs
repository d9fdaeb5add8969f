//! The family's way through: received, waiting, offered, active, closed; and the order of the queue.

use crate::extract::Extract;
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

/// The family's place, or nothing when it is not waiting for an answer or for a coordinator.
///
/// The order is: the acute lane; families that a person has put first with a reason; the ground for
/// priority; the date on which help was asked for. Nothing else counts.
pub fn queue_order(extract: &Extract<'_>, rules: &Rules, moment: Moment) -> Option<QueuePlace> {
    let course = extract.only::<Course>()?.is;
    let (rank, raised) = match &course.phase {
        Phase::Received => (rules.rank("ordinary", moment.today), false),
        Phase::Waiting { ground, raised, .. } => (rules.rank(ground, moment.today), raised.is_some()),
        Phase::Offered | Phase::Active | Phase::Closed { .. } | Phase::Merged { .. } => return None,
    };
    let asked = extract.only::<HelpRequest>();
    let first = course_periods(extract).first().map_or(course.since, |period| period.from);
    Some(QueuePlace {
        lane: u8::from(!course.acute),
        raised: u8::from(!raised),
        rank,
        asked: asked.map_or(first, |request| Moment::day_of(request.entry.at)).min(first),
        reference: asked.map(|request| request.is.reference.clone()).unwrap_or_default(),
    })
}
