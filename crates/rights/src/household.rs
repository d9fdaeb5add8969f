//! A household as it is: several children and adults, one or two homes, and what has been told about each.

use crate::catalogue::{Catalogue, Concerns, Derived, Scope};
use crate::number::{Number, SCALE, UNKNOWN};
use crate::program::Type;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A value of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Yes or no.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A day.
    Date(Date),
    /// A word of a list, or free text.
    Word(String),
}

impl Value {
    /// As it stands in a frame, when it is of that kind.
    pub fn bits(&self, kind: &Type) -> Option<i64> {
        match (self, kind) {
            (Value::Bool(truth), Type::Bool) => Some(i64::from(*truth)),
            (Value::Number(number), Type::Number) => Some(number.bits()),
            (Value::Number(number), Type::Int) if number.is_whole() => Some(number.bits()),
            (Value::Date(date), Type::Date) => Some(day_bits(*date)),
            (Value::Word(word), Type::Choice(words)) => {
                words.iter().position(|known| known == word).map(|place| place as i64)
            }
            (Value::Word(_), Type::Text) => Some(0),
            _ => None,
        }
    }

    /// From a place in a frame; nothing when it is unknown.
    pub fn from_bits(bits: i64, kind: &Type) -> Option<Value> {
        match kind {
            _ if bits == UNKNOWN => None,
            Type::Bool => Some(Value::Bool(bits == 1)),
            Type::Int | Type::Number => Number::from_bits(bits).map(Value::Number),
            Type::Date => {
                let part = |div: i64| (bits / div % 100) as i8;
                Date::new((bits / 10_000) as i16, part(100), part(1)).ok().map(Value::Date)
            }
            Type::Choice(words) => words.get(usize::try_from(bits).ok()?).cloned().map(Value::Word),
            Type::Text => None,
        }
    }

    /// Reads what somebody wrote for a fact of a kind: `true`, `1200`, `2020-03-15`, `gift`.
    pub fn parse(text: &str, kind: &Type) -> Option<Value> {
        let value = match kind {
            Type::Bool => match text {
                "true" | "ja" | "1" | "yes" => Value::Bool(true),
                "false" | "nei" | "0" | "no" => Value::Bool(false),
                _ => return None,
            },
            Type::Int | Type::Number => Value::Number(Number::parse(text)?),
            Type::Date => Value::Date(crate::sheet::date_of(text)?),
            Type::Choice(_) | Type::Text => Value::Word(text.to_owned()),
        };
        value.bits(kind).map(|_| value)
    }
}

/// A day as it stands in a frame.
pub fn day_bits(date: Date) -> i64 {
    i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day())
}

/// Whose a told fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Whose {
    /// The case as a whole.
    Case,
    /// A home and its household.
    Home(u8),
    /// A child.
    Child(u8),
    /// An adult.
    Adult(u8),
    /// An adult and a child together.
    Pair {
        /// The adult.
        adult: u8,
        /// The child.
        child: u8,
    },
}

/// Where a fact came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// Who said it, or which register.
    pub who: String,
    /// When.
    pub on: Option<Date>,
}

/// A fact that somebody has told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What.
    pub value: Value,
    /// Where it came from.
    pub origin: Origin,
    bits: i64,
}

/// Why a fact cannot be taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotTaken {
    /// The value is of another kind.
    Kind,
    /// The fact is not of that person or home.
    Whose,
    /// There is no such person or home.
    Nobody,
}

/// For whom a right is evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct About {
    /// The home.
    pub home: u8,
    /// The child.
    pub child: Option<u8>,
    /// The adult, who would apply.
    pub adult: Option<u8>,
}

impl About {
    /// Whose a fact of a scope is, seen from here.
    pub fn whose(self, scope: Scope) -> Whose {
        match (scope, self.adult, self.child) {
            (Scope::Home, ..) => Whose::Home(self.home),
            (Scope::Child, _, Some(child)) => Whose::Child(child),
            (Scope::Adult, Some(adult), _) => Whose::Adult(adult),
            (Scope::Pair, Some(adult), Some(child)) => Whose::Pair { adult, child },
            _ => Whose::Case,
        }
    }
}

/// A household: who is in it, where they live, and what is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Household {
    /// The day it is seen on.
    pub day: Date,
    /// Whether all children and adults are listed, so that they may be counted.
    pub complete: bool,
    /// For each child, the homes it lives in; the first is where it is registered.
    children: Vec<Vec<u8>>,
    /// For each adult, the home.
    adults: Vec<u8>,
    told: BTreeMap<(Whose, u16), Told>,
}

impl Household {
    /// A household in one home.
    pub fn new(day: Date, adults: u8, children: u8) -> Household {
        Household {
            day,
            complete: false,
            children: vec![vec![0]; usize::from(children)],
            adults: vec![0; usize::from(adults)],
            told: BTreeMap::new(),
        }
    }

    /// Puts an adult in another home.
    pub fn adult_lives_in(&mut self, adult: u8, home: u8) {
        if let Some(place) = self.adults.get_mut(usize::from(adult)) {
            *place = home;
        }
    }

    /// Says which homes a child lives in, the registered one first.
    pub fn child_lives_in(&mut self, child: u8, homes: &[u8]) {
        if let Some(place) = self.children.get_mut(usize::from(child))
            && !homes.is_empty()
        {
            *place = homes.to_vec();
        }
    }

    /// How many adults and children.
    pub fn size(&self) -> (u8, u8) {
        (self.adults.len() as u8, self.children.len() as u8)
    }

    /// The homes somebody lives in.
    pub fn homes(&self) -> Vec<u8> {
        let mut homes: Vec<u8> = self.adults.iter().chain(self.children.iter().flatten()).copied().collect();
        homes.push(0);
        homes.sort_unstable();
        homes.dedup();
        homes
    }

    /// Takes in a fact; an older value of the same fact is replaced.
    ///
    /// # Errors
    /// When the value is of another kind, or the fact cannot be that person's.
    pub fn tell(
        &mut self,
        catalogue: &Catalogue,
        fact: u16,
        whose: Whose,
        value: Value,
        origin: Origin,
    ) -> Result<(), NotTaken> {
        let known = catalogue.fact_at(fact);
        let bits = value.bits(&known.kind).ok_or(NotTaken::Kind)?;
        let fits = match (known.scope, whose) {
            (Scope::Case, Whose::Case)
            | (Scope::Home, Whose::Home(_))
            | (Scope::Child, Whose::Child(_))
            | (Scope::Adult, Whose::Adult(_))
            // What holds for an adult and all the children.
            | (Scope::Pair, Whose::Pair { .. } | Whose::Adult(_)) => true,
            _ => return Err(NotTaken::Whose),
        };
        let (adults, children) = self.size();
        let there = match whose {
            Whose::Case => true,
            Whose::Home(home) => self.homes().contains(&home),
            Whose::Child(child) => child < children,
            Whose::Adult(adult) => adult < adults,
            Whose::Pair { adult, child } => adult < adults && child < children,
        };
        if !(fits && there) {
            return Err(NotTaken::Nobody);
        }
        self.told.insert((whose, fact), Told { value, origin, bits });
        Ok(())
    }

    /// Forgets a fact.
    pub fn forget(&mut self, fact: u16, whose: Whose) {
        self.told.remove(&(whose, fact));
    }

    /// A told fact; what is told of an adult holds for the adult with each child.
    pub fn told(&self, fact: u16, whose: Whose) -> Option<&Told> {
        self.told.get(&(whose, fact)).or_else(|| match whose {
            Whose::Pair { adult, .. } => self.told.get(&(Whose::Adult(adult), fact)),
            _ => None,
        })
    }

    /// Everything told, by whose it is.
    pub fn all_told(&self) -> impl Iterator<Item = (Whose, u16, &Told)> {
        self.told.iter().map(|((whose, fact), told)| (*whose, *fact, told))
    }

    /// Puts a fact in without asking who said it: for trying what an answer would do.
    pub(crate) fn suppose(&mut self, fact: u16, whose: Whose, bits: i64, kind: &Type) {
        if let Some(value) = Value::from_bits(bits, kind) {
            self.told.insert((whose, fact), Told { value, origin: Origin::default(), bits });
        }
    }

    fn lay(&self, frame: &mut [i64], whose: Whose) {
        for ((_, fact), told) in self.told.range((whose, 0)..=(whose, u16::MAX)) {
            frame[usize::from(*fact)] = told.bits;
        }
    }

    fn lay_about(&self, frame: &mut [i64], about: About) {
        self.lay(frame, Whose::Case);
        self.lay(frame, Whose::Home(about.home));
        if let Some(child) = about.child {
            self.lay(frame, Whose::Child(child));
        }
        if let Some(adult) = about.adult {
            self.lay(frame, Whose::Adult(adult));
            if let Some(child) = about.child {
                self.lay(frame, Whose::Pair { adult, child });
            }
        }
    }
}

/// Makes the frames of a household: all told facts in their places, and what is counted, seen from one person or home.
/// What follows from other facts is worked out with the rules.
pub(crate) struct Frames<'a> {
    catalogue: &'a Catalogue,
    household: &'a Household,
    rates: &'a [i64],
    counts: BTreeMap<(Whose, u16), i64>,
}

impl<'a> Frames<'a> {
    pub fn new(catalogue: &'a Catalogue, household: &'a Household, rates: &'a [i64]) -> Frames<'a> {
        let mut frames = Frames { catalogue, household, rates, counts: BTreeMap::new() };
        if household.complete {
            frames.count();
        }
        frames
    }

    fn bare(&self, about: About) -> Vec<i64> {
        let mut frame = vec![UNKNOWN; self.catalogue.facts.len()];
        self.household.lay_about(&mut frame, about);
        frame[usize::from(self.catalogue.day)] = day_bits(self.household.day);
        frame
    }

    /// All facts as seen from somewhere.
    pub fn frame(&self, about: About) -> Vec<i64> {
        let mut frame = self.bare(about);
        for whose in [about.whose(Scope::Home), about.whose(Scope::Adult)] {
            for ((_, fact), count) in self.counts.range((whose, 0)..=(whose, u16::MAX)) {
                let place = &mut frame[usize::from(*fact)];
                if *place == UNKNOWN {
                    *place = *count;
                }
            }
        }
        frame
    }

    /// Those whom a counting fact counts, as seen one by one.
    pub fn counted(&self, fact: u16, whose: Whose) -> Vec<About> {
        let (household, known) = (self.household, self.catalogue.fact_at(fact));
        let children = |home: Option<u8>, adult: Option<u8>| -> Vec<About> {
            let all = household.children.iter().zip(0..);
            all.filter(|(homes, _)| home.is_none_or(|home| homes.contains(&home)))
                .map(|(homes, child)| About { home: homes[0], child: Some(child), adult })
                .collect()
        };
        match (&known.derived, whose) {
            (Some(Derived::Children(_)), Whose::Home(home)) => children(Some(home), None),
            (Some(Derived::Children(_)), Whose::Adult(adult)) => children(None, Some(adult)),
            (Some(Derived::Adults(_)), Whose::Home(home)) => {
                let adults = household.adults.iter().zip(0..).filter(|(lives, _)| **lives == home);
                adults.map(|(lives, adult)| About { home: *lives, child: None, adult: Some(adult) }).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The same, each with what the steps of the count came to.
    pub fn counted_frames(&self, fact: u16, whose: Whose) -> Vec<(About, Vec<i64>)> {
        let Some(Derived::Children(program) | Derived::Adults(program)) =
            &self.catalogue.fact_at(fact).derived
        else {
            return Vec::new();
        };
        if !self.household.complete {
            return Vec::new();
        }
        let seen = |about| {
            let frame = self.bare(about);
            let mut values = vec![UNKNOWN; self.catalogue.whole.ops.len()];
            self.catalogue.whole.run(&program.reach, &frame, self.rates, &mut values);
            (about, values)
        };
        self.counted(fact, whose).into_iter().map(seen).collect()
    }

    fn count(&mut self) {
        let mut frames: BTreeMap<About, (Vec<i64>, Vec<i64>)> = BTreeMap::new();
        for fact in &self.catalogue.derivations {
            let known = self.catalogue.fact_at(*fact);
            let Some(Derived::Children(program) | Derived::Adults(program)) = &known.derived else {
                continue;
            };
            let all: Vec<Whose> = match known.scope {
                Scope::Home => self.household.homes().into_iter().map(Whose::Home).collect(),
                _ => (0..self.household.adults.len() as u8).map(Whose::Adult).collect(),
            };
            for whose in all {
                let mut sum = 0;
                for about in self.counted(*fact, whose) {
                    let (frame, values) = frames
                        .entry(about)
                        .or_insert_with(|| (self.bare(about), vec![UNKNOWN; self.catalogue.whole.ops.len()]));
                    self.catalogue.whole.run(&program.reach, frame, self.rates, values);
                    let is_one = values[usize::from(program.place())];
                    sum = if sum == UNKNOWN || is_one == UNKNOWN { UNKNOWN } else { sum + is_one * SCALE };
                }
                self.counts.insert((whose, *fact), sum);
            }
        }
    }

    /// All places from which a right of a kind is seen.
    pub fn places(&self, concerns: Concerns) -> Vec<About> {
        let Household { children, adults, .. } = self.household;
        let child =
            |(homes, child): (&Vec<u8>, u8)| About { home: homes[0], child: Some(child), adult: None };
        let adult = |(home, adult): (&u8, u8)| About { home: *home, child: None, adult: Some(adult) };
        match concerns {
            Concerns::Child => children.iter().zip(0..).map(child).collect(),
            Concerns::Adult => adults.iter().zip(0..).map(adult).collect(),
            Concerns::Home => {
                let home = |home| About { home, child: None, adult: None };
                self.household.homes().into_iter().map(home).collect()
            }
            Concerns::ChildAndAdult => (0..children.len() as u8)
                .flat_map(|child| adults.iter().zip(0..).map(move |(home, adult)| (*home, child, adult)))
                .map(|(home, child, adult)| About { home, child: Some(child), adult: Some(adult) })
                .collect(),
        }
    }
}
