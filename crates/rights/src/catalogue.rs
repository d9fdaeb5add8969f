//! What the knowledge holds: facts, rates, formulas, rights.
//!
//! Loaded once, never changed. How it is read stands in `load`.

use crate::number::{Number, UNKNOWN};
use crate::program::{Program, Type};
use crate::sheet::Words;
use crate::unit::Unit;
use crate::whole::Whole;
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

/// Whose a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// The case, the municipality, the county: one for all.
    Case,
    /// A home and the household in it.
    Home,
    /// A child.
    Child,
    /// An adult.
    Adult,
    /// An adult and a child together.
    Pair,
}

/// How careful one must be with a fact: 0 public, 1 ordinary, 2 confidential, 3 health and care, 4 the most sensitive.
pub type Sensitivity = u8;

/// From this sensitivity on, a fact is asked only for rights that somebody has opened.
pub const ONLY_WHEN_OPENED: Sensitivity = 4;

/// Who is asked for a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// The family knows it best.
    Family,
    /// The family may know it; a service or a register settles it.
    FamilyMay,
    /// Nobody: the municipality or the county sets it once, or the case has it.
    Set,
    /// Nobody: it follows from other facts.
    Derived,
}

/// How a fact follows from others when nobody has told it.
#[derive(Debug, Clone, PartialEq)]
pub enum Derived {
    /// A calculation.
    Is(Program),
    /// The number of children for whom something is true.
    Children(Program),
    /// The number of adults for whom something is true.
    Adults(Program),
}

/// One answer of a fact that has a list of answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// Its word in rules.
    pub code: String,
    /// Its words for people.
    pub words: Words,
}

/// A fact that rules may ask for.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// `child.birth_date`
    pub name: String,
    /// Whose it is.
    pub scope: Scope,
    /// Its kind.
    pub kind: Type,
    /// What a number of it counts, in words of the file.
    pub unit: String,
    /// How careful one must be.
    pub sensitivity: Sensitivity,
    /// The category of access it belongs to.
    pub category: String,
    /// Who knows it.
    pub who: String,
    /// The register that settles it.
    pub register: Option<String>,
    /// Who is asked.
    pub asked: Asked,
    /// Whether nearly every family says yes: then asking seldom settles anything, and it can wait.
    pub usual: bool,
    /// A few words.
    pub label: Words,
    /// The question; none when it is never asked.
    pub question: Option<Words>,
    /// What helps to answer.
    pub help: Option<Words>,
    /// The answers, of a fact with a list.
    pub choices: Vec<Choice>,
    /// How it follows from others.
    pub derived: Option<Derived>,
}

/// How sure one is that something is as the file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// From memory.
    Low,
    /// From a secondary source, or practice.
    Medium,
    /// The law's wording or the authority's own code was read.
    High,
}

/// A value of a rate from a day on.
#[derive(Debug, Clone, PartialEq)]
pub struct RateValue {
    /// First day.
    pub from: Date,
    /// Last day, when it ends without a new value.
    pub until: Option<Date>,
    /// The value.
    pub value: Number,
    /// Keys of sources.
    pub sources: Vec<String>,
    /// How sure.
    pub confidence: Confidence,
}

/// A value that changes with time: a price, a limit, an age.
#[derive(Debug, Clone, PartialEq)]
pub struct Rate {
    /// `g_annual`
    pub name: String,
    /// What it counts, as written.
    pub unit: String,
    /// A few words.
    pub what: Words,
    /// Something to know before one trusts it.
    pub warning: Option<String>,
    /// Its values, oldest first.
    pub values: Vec<RateValue>,
}

impl Rate {
    /// The value on a day.
    pub fn on(&self, day: Date) -> Option<&RateValue> {
        let value = self.values.iter().rev().find(|value| value.from <= day)?;
        value.until.is_none_or(|until| day <= until).then_some(value)
    }
}

/// Kind of right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RightKind {
    /// A right when the conditions are met.
    Entitlement,
    /// The authority may say yes.
    Discretionary,
    /// A duty or rule the family should know.
    Information,
    /// An offer without a decision.
    LowThreshold,
}

/// How far a machine may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Automation {
    /// Objective: could be granted by the deciding authority without an application.
    Objective,
    /// Fill in and route: a person judges.
    Route,
    /// Guide only.
    Guide,
}

/// For whom a right is evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Concerns {
    /// Once for each child and each adult.
    ChildAndAdult,
    /// Once for each child.
    Child,
    /// Once for each adult.
    Adult,
    /// Once for each home.
    Home,
}

impl Concerns {
    /// All of them.
    pub const ALL: [Concerns; 4] =
        [Concerns::ChildAndAdult, Concerns::Child, Concerns::Adult, Concerns::Home];
}

/// A length of time that software counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// How many.
    pub count: i64,
    /// Of what.
    pub of: TermUnit,
    /// Where it stands.
    pub basis: String,
}

/// What a term is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum TermUnit {
    WorkingDays,
    Weeks,
    Months,
}

/// How a right is decided from a day on.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// First day.
    pub from: Date,
    /// Last day, when it has ended.
    pub until: Option<Date>,
    /// The day its wording was read; before it, that it held is assumed.
    pub read: Date,
    /// Yes when the conditions are met.
    pub criteria: Program,
    /// What it comes to.
    pub calc: Option<Program>,
    /// Something to know about this version.
    pub note: Option<String>,
}

impl Rule {
    /// Whether it is in force on a day.
    pub fn holds(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// What a right comes to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Amount {
    /// In words; `p.name` stands for the rate on the day.
    pub text: Option<Words>,
    /// What the calculation counts.
    pub unit: String,
    /// Whether it is what the family still pays, and not what it gets.
    pub pays: bool,
}

/// When an answer must come.
#[derive(Debug, Clone, PartialEq)]
pub struct Deadline {
    /// In words.
    pub text: Option<Words>,
    /// As something to count.
    pub term: Option<Term>,
}

/// Where one complains, and within what time.
#[derive(Debug, Clone, PartialEq)]
pub struct Complaint {
    /// To whom.
    pub body: Option<Words>,
    /// Within what time.
    pub term: Option<Term>,
    /// About the time, when it is not a single term.
    pub note: Option<String>,
}

/// What a test case expects.
#[derive(Debug, Clone, PartialEq)]
pub struct Expected {
    /// The status.
    pub status: crate::Status,
    /// The amount.
    pub amount: Option<Number>,
    /// Exactly the facts that could still change the answer.
    pub missing: Option<Vec<String>>,
}

/// A test case in a right's file.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Its name.
    pub name: String,
    /// The day of the case.
    pub on: Date,
    /// What is known: fact and value in its place.
    pub facts: Vec<(u16, i64)>,
    /// What must come out.
    pub expect: Expected,
    /// Where that stands.
    pub source: String,
    /// Its line in the file.
    pub line: usize,
}

/// A right, benefit, service or offer.
#[derive(Debug, Clone, PartialEq)]
pub struct Right {
    /// Stable id, and the name of its file.
    pub id: String,
    /// Its name.
    pub name: Words,
    /// One plain sentence.
    pub explain: Words,
    /// Everyday words to find it by.
    pub words: Words,
    /// Sector.
    pub sector: String,
    /// Who decides.
    pub authority: Words,
    /// Where it stands.
    pub legal_basis: String,
    /// Kind.
    pub kind: RightKind,
    /// How far a machine may go.
    pub automation: Automation,
    /// What supports that.
    pub automation_basis: Option<String>,
    /// For whom it is evaluated.
    pub concerns: Concerns,
    /// Shown only to the person concerned, never in the family's shared view.
    pub private: bool,
    /// What a person judges, in words.
    pub discretion: Words,
    /// Whether nothing is left to judgement.
    pub objective: bool,
    /// What it comes to.
    pub amount: Amount,
    /// How to apply.
    pub apply: Option<Words>,
    /// When an answer comes.
    pub answer_deadline: Deadline,
    /// How to complain.
    pub complaint: Complaint,
    /// What the application needs.
    pub asks_for: Vec<u16>,
    /// What may have to be attached.
    pub documents: Vec<Words>,
    /// What it does to other rights.
    pub interacts: Option<Words>,
    /// Keys of sources.
    pub sources: Vec<String>,
    /// Whether the law's own wording was read.
    pub law_text_read: bool,
    /// How sure one is of the rule.
    pub confidence: Confidence,
    /// Things to know before one trusts it.
    pub warnings: Vec<String>,
    /// Its rules, oldest first.
    pub rules: Vec<Rule>,
    /// Its test cases.
    pub cases: Vec<Case>,
}

/// All that is known: facts, rates and rights.
#[derive(Debug, Clone, PartialEq)]
pub struct Catalogue {
    /// Facts; their places are their numbers.
    pub facts: Vec<Fact>,
    /// Rates.
    pub rates: Vec<Rate>,
    /// Names of formulas.
    pub formulas: Vec<String>,
    /// Sources by key.
    pub sources: BTreeMap<String, String>,
    /// Rights, in the order of their ids.
    pub rights: Vec<Right>,
    pub(crate) fact_places: HashMap<String, u16>,
    pub(crate) rate_places: HashMap<String, u16>,
    pub(crate) right_places: HashMap<String, usize>,
    /// Derived facts, each after those it needs.
    pub(crate) derivations: Vec<u16>,
    /// The fact that is the day of the case.
    pub(crate) day: u16,
    /// All programs laid together.
    pub(crate) whole: Whole,
}

impl Catalogue {
    /// The number of a fact.
    pub fn fact(&self, name: &str) -> Option<u16> {
        self.fact_places.get(name).copied()
    }

    /// What is known about a fact.
    ///
    /// # Panics
    /// When the number is none of this catalogue's.
    pub fn fact_at(&self, place: u16) -> &Fact {
        &self.facts[usize::from(place)]
    }

    /// A rate.
    pub fn rate(&self, name: &str) -> Option<&Rate> {
        self.rate_places.get(name).map(|place| &self.rates[usize::from(*place)])
    }

    /// The number of a right.
    pub fn right(&self, id: &str) -> Option<usize> {
        self.right_places.get(id).copied()
    }

    /// The rates of a day, in their places.
    pub(crate) fn rates_on(&self, day: Date) -> Vec<i64> {
        self.rates.iter().map(|rate| rate.on(day).map_or(UNKNOWN, |value| value.value.bits())).collect()
    }

    /// The unit of a fact, to calculate with.
    pub fn unit_of(&self, place: u16) -> Unit {
        Unit::parse(&self.fact_at(place).unit)
    }
}
