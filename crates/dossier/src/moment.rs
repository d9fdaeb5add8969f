//! A moment: the instant, and which day it is in Norway then.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::sync::LazyLock;

/// When something is asked or done. Birthdays and deadlines follow the Norwegian calendar day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The instant.
    pub at: Timestamp,
    /// The day in Europe/Oslo at that instant.
    pub today: Date,
}

static OSLO: LazyLock<TimeZone> = LazyLock::new(|| TimeZone::get("Europe/Oslo").unwrap_or(TimeZone::UTC));

impl Moment {
    /// The moment of an instant.
    pub fn of(at: Timestamp) -> Self {
        Self { at, today: Self::day_of(at) }
    }

    /// The Norwegian day of an instant.
    pub fn day_of(at: Timestamp) -> Date {
        Self::clock_of(at).date()
    }

    /// The Norwegian wall clock at an instant.
    pub fn clock_of(at: Timestamp) -> jiff::civil::DateTime {
        OSLO.to_datetime(at)
    }

    /// The instant of a Norwegian wall-clock time. A time that a clock change skips is moved forward.
    pub fn instant(clock: jiff::civil::DateTime) -> Timestamp {
        clock.to_zoned(OSLO.clone()).map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp())
    }

    /// Whole days from `since` to today; zero when it lies ahead.
    pub fn days_since(&self, since: Date) -> i32 {
        (self.today - since).get_days().max(0)
    }

    /// Whole days from today to `until`; negative when it has passed.
    pub fn days_until(&self, until: Date) -> i32 {
        (until - self.today).get_days()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_turns_at_norwegian_midnight() {
        let before: Timestamp = "2026-06-30T21:59:59Z".parse().unwrap();
        let after: Timestamp = "2026-06-30T22:00:00Z".parse().unwrap();
        assert_eq!(Moment::of(before).today.to_string(), "2026-06-30");
        assert_eq!(Moment::of(after).today.to_string(), "2026-07-01");
    }

    #[test]
    fn days_across_a_clock_change_are_whole() {
        let moment = Moment::of("2026-10-26T09:00:00Z".parse().unwrap());
        assert_eq!(moment.days_since("2026-10-24".parse().unwrap()), 2);
    }
}
