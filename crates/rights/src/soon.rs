//! What will change soon: because somebody grows older, a rule changes, or a rate gets a new value.
//!
//! Nothing else is guessed: everything told stays as it is.

use crate::answer::{Answer, Status};
use crate::catalogue::Catalogue;
use crate::household::{About, Household, Value};
use crate::number::Number;
use crate::program::Type;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// An answer that will be another from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The first day of the new answer.
    pub on: Date,
    /// The right.
    pub right: usize,
    /// For whom.
    pub about: About,
    /// The status before and after.
    pub status: (Status, Status),
    /// The amount before and after.
    pub amount: (Option<Number>, Option<Number>),
}

impl Catalogue {
    /// The answers that will change within some months, in the order of days.
    pub fn changes_soon(&self, household: &Household, months: u8) -> Vec<Change> {
        let mut found = Vec::new();
        let mut before = self.seen_on(household, household.day);
        for day in self.days(household, months) {
            let after = self.seen_on(household, day);
            for (key, (status, amount)) in &after {
                let Some((was, had)) = before.get(key) else { continue };
                if was != status || had != amount {
                    let (right, about) = *key;
                    found.push(Change {
                        on: day,
                        right,
                        about,
                        status: (*was, *status),
                        amount: (*had, *amount),
                    });
                }
            }
            before = after;
        }
        found
    }

    fn seen_on(
        &self,
        household: &Household,
        day: Date,
    ) -> BTreeMap<(usize, About), (Status, Option<Number>)> {
        let mut then = household.clone();
        then.day = day;
        if let Some(at) = Value::Date(day).bits(&Type::Date) {
            then.suppose(self.day, crate::household::Whose::Case, at, &Type::Date);
        }
        let answers = self.on(day).answers(&then);
        let key = |answer: &Answer| (answer.right, answer.about);
        answers.list.iter().map(|answer| (key(answer), (answer.status, answer.amount))).collect()
    }

    /// The days on which anything can change: firsts of months, birthdays, and first days of rules and rates.
    fn days(&self, household: &Household, months: u8) -> BTreeSet<Date> {
        let start = household.day;
        let Ok(end) = start.checked_add(i64::from(months).months()) else { return BTreeSet::new() };
        let mut days = BTreeSet::new();
        let mut first = start.first_of_month();
        while let Ok(next) = first.checked_add(1.month())
            && next <= end
        {
            days.insert(next);
            first = next;
        }
        for (_, _, told) in household.all_told() {
            let Value::Date(born) = told.value else { continue };
            for year in start.year()..=end.year() {
                // Born on 29 February: the first of March, in other years.
                days.extend(Date::new(year, born.month(), born.day()).or_else(|_| Date::new(year, 3, 1)));
            }
        }
        let rules = self.rights.iter().flat_map(|right| &right.rules);
        days.extend(
            rules
                .flat_map(|rule| [Some(rule.from), rule.until.and_then(|day| day.tomorrow().ok())])
                .flatten(),
        );
        let values = self.rates.iter().flat_map(|rate| &rate.values);
        days.extend(
            values.flat_map(|it| [Some(it.from), it.until.and_then(|day| day.tomorrow().ok())]).flatten(),
        );
        days.retain(|day| start < *day && *day <= end);
        days
    }
}
