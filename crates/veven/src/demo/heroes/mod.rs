//! Families whose stories are written by hand.

mod berg_nilsen;
mod berge;
mod dahl;
mod haddad;
mod jaama;
mod kowalski;
mod lunde;
mod myrvold;
mod nordli;
mod olsen;
mod rahimi;
mod sperret;
mod tesfay;
mod waiting;
mod warsame;

use crate::demo::story::Story;
use crate::demo::town::Town;
use dossier::{Category, after};
use jiff::civil::{Date, Weekday, date};

/// What a school or kindergarten is usually let know.
const FAMILY: &[Category] = &[Category::PlanCore, Category::Education, Category::Logistics];
/// What a health service is usually let know.
const HEALTH: &[Category] =
    &[Category::PlanCore, Category::HealthSomatic, Category::HealthMental, Category::Logistics];
/// What NAV is usually let know.
const MONEY: &[Category] = &[Category::PlanCore, Category::Economy, Category::NavState];
/// What the housing office is usually let know.
const HOME: &[Category] = &[Category::PlanCore, Category::Housing];

/// What is noted after an ordinary talk.
pub const EVERYDAY: &[&str] = &[
    "Vi gikk gjennom uka. Ingen nye beskjeder.",
    "Det har vært noen fine dager.",
    "Tung uke. Vi ble enige om å ta én ting om gangen.",
    "Avtalte hvem som ringer hvem.",
    "Snakket om hva som hjalp sist.",
    "Et brev var vanskelig å forstå. Vi leste det sammen.",
    "Planen stemmer fortsatt.",
    "Barna har sovet bedre.",
    "Møtet ble flyttet. Alle har fått beskjed.",
    "Vi øvde på hva som skal sies i timen.",
    "Ikke så mye nytt, og det var godt.",
    "Gikk en tur mens vi snakket.",
    "Bekreftet tolk til neste gang.",
    "Skrev ned tre ting som gikk bra.",
];

/// The first such weekday that is at least so many days ahead.
fn next_weekday(today: Date, weekday: Weekday, ahead: i32) -> Date {
    let mut day = after(today, ahead);
    while day.weekday() != weekday {
        day = after(day, 1);
    }
    day
}

/// The next such day of the year that is still ahead.
fn of_age_on(today: Date, month: i8, day: i8) -> Date {
    let this_year = date(today.year(), month, day);
    if this_year > today { this_year } else { date(today.year() + 1, month, day) }
}

/// How a story is told. Some are about two dossiers.
pub type Teller = for<'t> fn(&'t Town, bool) -> Vec<Story<'t>>;

/// All of them, with the key under which personas find the first of their dossiers, and whose family it is.
pub const ALL: &[(&str, Teller)] = &[
    ("haddad", haddad::tell),
    ("berg-nilsen", berg_nilsen::tell),
    ("jaama", jaama::tell),
    ("olsen", olsen::tell),
    ("warsame", warsame::tell),
    ("kowalski", kowalski::tell),
    ("sperret", sperret::tell),
    ("rahimi", rahimi::tell),
    ("lunde", lunde::tell),
    ("dahl", dahl::tell),
    ("nordli", nordli::tell),
    ("berge", berge::tell),
    ("myrvold", myrvold::tell),
    ("tesfay", tesfay::tell),
    ("boyko", waiting::boyko),
    ("pettersen", waiting::pettersen),
    ("andersen", waiting::andersen),
];
