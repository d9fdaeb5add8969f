//! The weekly sample: so many looks of a week, drawn by chance, for the question whether they had a reason. The week
//! is the seed: who draws again draws the same, and nobody chooses whom to ask.

use super::{Trace, mix, number_of, week_of};
use jiff::civil::Date;

/// The sample of the week that a day is in, in the order of the journal.
pub fn sample(traces: &[Trace], day: Date, most: usize) -> Vec<&Trace> {
    let week = week_of(day);
    let mut looks: Vec<&Trace> =
        traces.iter().filter(|it| it.opened().is_some() && week_of(it.day()) == week).collect();
    looks.sort_by_key(|it| (mix(&[number_of(week), it.line.unsigned_abs()]), it.line));
    looks.truncate(most);
    looks.sort_by_key(|it| it.line);
    looks
}
