//! What families bring with them: twelve themes with words for what is hard, dreamt of, asked for, done and said.
//! `{barn}` and `{voksen}` stand for names.

mod health;
mod home;
mod school;

use dossier::{Area, Category};

/// Whom something is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// A child.
    Child,
    /// The eldest child.
    Eldest,
    /// An adult.
    Adult,
    /// The family as a whole.
    Family,
}

/// Who does something: somebody in the family, or a helper by key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Somebody in the family.
    Member,
    /// A helper.
    Helper(&'static str),
}

/// Something to do: what, who, and what came of it.
pub type Act = (&'static str, By, &'static str);

/// From a dream to what is done for it.
pub struct Thread {
    /// Whose dream.
    pub whose: Whose,
    /// The dream.
    pub dream: &'static str,
    /// The goal.
    pub goal: &'static str,
    /// «We are on our way when …».
    pub sign: &'static str,
    /// A professional's words beside; often none.
    pub note: &'static str,
    /// What is done.
    pub acts: &'static [Act],
}

/// A need: words, area of life, acute, whose task, about whom.
pub type Lack = (&'static str, Option<Area>, bool, &'static str, Whose);

/// A theme.
pub struct Theme {
    /// Fewest adults and children.
    pub least: (usize, usize),
    /// How common it is.
    pub weight: usize,
    /// What is told at the door: what is hard, and what would be good help.
    pub asks: &'static [(&'static str, &'static str)],
    /// What can be acute.
    pub acute: &'static str,
    /// Services that help when help is asked for.
    pub services: &'static [&'static str],
    /// Needs.
    pub lacks: &'static [Lack],
    /// Dreams, goals and actions.
    pub threads: &'static [Thread],
    /// What helps already.
    pub strengths: &'static [&'static str],
    /// What is said, and answered.
    pub voices: &'static [(Whose, &'static str, &'static str)],
    /// What helpers are asked: whom, what, why.
    pub questions: &'static [(&'static str, &'static str, &'static str)],
    /// The team: who, for what.
    pub team: &'static [(&'static str, &'static str)],
    /// Services that are let know something, and what.
    pub shares: &'static [(&'static str, &'static [Category], &'static str)],
    /// What is noted after a talk.
    pub notes: &'static [&'static str],
}

/// What a school or kindergarten is usually let know.
pub const SCHOOL: &[Category] = &[Category::PlanCore, Category::Education, Category::Logistics];
/// What a health service is usually let know.
pub const HEALTH: &[Category] = &[Category::PlanCore, Category::HealthSomatic, Category::HealthMental];
/// What those who know about money are usually let know.
pub const MONEY: &[Category] = &[Category::PlanCore, Category::Economy, Category::NavState];
/// What the housing office is usually let know.
pub const HOME: &[Category] = &[Category::PlanCore, Category::Housing];
/// What child welfare is usually let know.
pub const WELFARE: &[Category] = &[Category::PlanCore, Category::ChildWelfare];

/// A theme by its place among all.
pub const REFUGE: usize = 6;
/// See [`REFUGE`].
pub const TWO_HOMES: usize = 7;
/// See [`REFUGE`].
pub const FOSTER: usize = 8;
/// See [`REFUGE`].
pub const GRANDPARENT: usize = 9;
/// See [`REFUGE`].
pub const DEBT: usize = 5;
/// See [`REFUGE`].
pub const GROWING_UP: usize = 2;
/// See [`REFUGE`].
pub const INFANT: usize = 4;

/// All themes.
pub const ALL: &[&Theme] = &[
    &school::SHUT_OUT,
    &school::DISABILITY,
    &school::GROWING_UP,
    &health::ILL,
    &health::INFANT,
    &home::DEBT,
    &home::REFUGE,
    &home::TWO_HOMES,
    &home::FOSTER,
    &home::GRANDPARENT,
    &home::ALONE,
    &health::TREATMENT,
];
