//! Families whose stories are written by hand.

mod haddad;

use crate::demo::story::Story;
use crate::demo::town::Town;
use dossier::{Category, after};
use jiff::civil::{Date, Weekday};

/// What a school or kindergarten is usually let know.
const FAMILY: &[Category] = &[Category::PlanCore, Category::Education, Category::Logistics];
/// What a health service is usually let know.
const HEALTH: &[Category] =
    &[Category::PlanCore, Category::HealthSomatic, Category::HealthMental, Category::Logistics];

/// What NAV is usually let know.
const MONEY: &[Category] = &[Category::PlanCore, Category::Economy, Category::NavState];
/// What the housing office is usually let know.
const HOME: &[Category] = &[Category::PlanCore, Category::Housing];

/// The first such weekday that is at least so many days ahead.
fn next_weekday(today: Date, weekday: Weekday, ahead: i32) -> Date {
    let mut day = after(today, ahead);
    while day.weekday() != weekday {
        day = after(day, 1);
    }
    day
}

/// How a story is told.
pub type Teller = for<'t> fn(&'t Town, bool) -> Story<'t>;

/// All of them, with the key under which personas find them.
pub const ALL: &[(&str, Teller)] = &[("haddad", haddad::tell)];
