//! When a service is open: now until when, or next time. Computed from its opening hours.

use access::Hours;
use access::terms::{after, is_holiday};
use jiff::civil::{Date, DateTime, Time};

/// How far ahead the next opening is looked for, in days.
const AHEAD: i32 = 14;

/// Whether a service can be visited or rung. Sorted: open now, then what opens first, then unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Door {
    /// Open now.
    Open {
        /// Until when.
        until: Time,
    },
    /// Closed now.
    Next {
        /// The day it opens again.
        day: Date,
        /// From when.
        from: Time,
    },
    /// No hours are known, or it does not open within two weeks.
    Unknown,
}

/// The opening of these hours on a day. Hours past midnight end on the day after.
fn on(hours: &Hours, day: Date) -> Option<(DateTime, DateTime)> {
    // The week's hours say nothing about 17 May or Easter Monday; we do not send anybody to a closed door.
    if !hours.on(day.weekday()) || is_holiday(day) {
        return None;
    }
    let last = if hours.closes > hours.opens { day } else { after(day, 1) };
    Some((day.to_datetime(hours.opens), last.to_datetime(hours.closes)))
}

/// How it stands with a service's door at a moment on the Norwegian clock.
pub fn door(hours: &[Hours], now: DateTime) -> Door {
    let open = |offset: i32| hours.iter().filter_map(move |hours| on(hours, after(now.date(), offset)));
    let until =
        (-1..=0).flat_map(open).filter(|(from, until)| *from <= now && now < *until).map(|it| it.1).max();
    if let Some(until) = until {
        return Door::Open { until: until.time() };
    }
    let next = (0..=AHEAD).flat_map(open).map(|(from, _)| from).filter(|from| *from > now).min();
    next.map_or(Door::Unknown, |from| Door::Next { day: from.date(), from: from.time() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    fn hours(weekday: i8, opens: i8, closes: i8) -> Hours {
        Hours { weekday, opens: time(opens, 0, 0, 0), closes: time(closes, 0, 0, 0) }
    }

    #[test]
    fn a_door_is_open_until_it_closes_and_then_until_next_time() {
        let week = [hours(4, 9, 15), hours(5, 10, 12)];
        let at = |day, hour, minute| date(2026, 11, day).at(hour, minute, 0, 0);
        let (thursday, friday) = (19, 20);
        let next = |day, hour| Door::Next { day: date(2026, 11, day), from: time(hour, 0, 0, 0) };
        assert_eq!(door(&week, at(thursday, 8, 59)), next(thursday, 9));
        assert_eq!(door(&week, at(thursday, 9, 0)), Door::Open { until: time(15, 0, 0, 0) });
        assert_eq!(door(&week, at(thursday, 15, 0)), next(friday, 10));
        assert_eq!(door(&week, at(friday, 13, 0)), next(26, 9));
        assert_eq!(door(&[], at(friday, 13, 0)), Door::Unknown);
    }

    #[test]
    fn hours_past_midnight_belong_to_the_evening_before() {
        let night = [hours(6, 20, 2)];
        let sunday = date(2026, 11, 22);
        assert_eq!(door(&night, sunday.at(1, 0, 0, 0)), Door::Open { until: time(2, 0, 0, 0) });
        assert!(matches!(door(&night, sunday.at(2, 0, 0, 0)), Door::Next { .. }));
    }

    #[test]
    fn nobody_is_sent_to_a_closed_door_on_a_public_holiday() {
        let mondays = [hours(1, 9, 15)];
        let easter_monday = date(2027, 3, 29);
        let next = Door::Next { day: date(2027, 4, 5), from: time(9, 0, 0, 0) };
        assert_eq!(door(&mondays, easter_monday.at(10, 0, 0, 0)), next);
    }
}
