//! Norwegian working days.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// Easter Sunday, by the anonymous Gregorian algorithm (Nature, 1876).
fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    jiff::civil::date(year, (n / 31) as i8, (n % 31 + 1) as i8)
}

/// Whether the day is a public holiday (lov om helligdager og helligdagsfred § 2; lov om 1. og 17. mai § 1).
pub fn is_holiday(day: Date) -> bool {
    if matches!((day.month(), day.day()), (1, 1) | (5, 1) | (5, 17) | (12, 25) | (12, 26)) {
        return true;
    }
    let from_easter = (day - easter(day.year())).get_days();
    matches!(from_easter, -3 | -2 | 0 | 1 | 39 | 49 | 50)
}

/// Whether offices are open: Monday to Friday, and no holiday.
pub fn is_working_day(day: Date) -> bool {
    day.weekday().to_monday_zero_offset() < 5 && !is_holiday(day)
}

/// The day that lies so many working days after `from`.
pub fn working_days_after(from: Date, days: u16) -> Date {
    let mut day = from;
    let mut left = days;
    while left > 0 {
        day = after(day, 1);
        if is_working_day(day) {
            left -= 1;
        }
    }
    day
}

/// The day that lies so many working days before `until`.
pub fn working_days_before(until: Date, days: u16) -> Date {
    let mut day = until;
    let mut left = days;
    while left > 0 {
        day = after(day, -1);
        if is_working_day(day) {
            left -= 1;
        }
    }
    day
}

/// The calendar day so many days after `from` (before, when negative); stays put at the end of the calendar.
pub fn after(from: Date, days: i32) -> Date {
    let span: Span = days.days();
    from.checked_add(span).unwrap_or(from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for (year, month, day) in [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25)] {
            assert_eq!(easter(year), date(year, month, day));
        }
    }

    #[test]
    fn working_days_skip_weekends_easter_and_may() {
        assert_eq!(working_days_after(date(2026, 11, 20), 3), date(2026, 11, 25));
        assert_eq!(
            working_days_after(date(2026, 4, 1), 1),
            date(2026, 4, 7),
            "Maundy Thursday to Easter Monday"
        );
        assert_eq!(working_days_after(date(2026, 5, 13), 1), date(2026, 5, 15), "Ascension Day");
        assert_eq!(working_days_after(date(2026, 12, 24), 1), date(2026, 12, 28));
        assert_eq!(working_days_before(date(2026, 12, 28), 2), date(2026, 12, 23), "over Christmas");
        assert_eq!(working_days_before(date(2026, 11, 22), 1), date(2026, 11, 20), "from a Sunday");
        assert_eq!(working_days_before(date(2026, 11, 19), 0), date(2026, 11, 19));
    }
}
