//! People as stories introduce them.

use dossier::*;
use jiff::civil::{Date, date};

/// Somebody in a family.
#[derive(Debug, Clone)]
pub struct Someone {
    /// As the dossier has it.
    pub person: Person,
    /// Services that help this person when help is asked for.
    pub services: Vec<String>,
    /// Signs in.
    pub signs_in: bool,
}

/// The latest day with this month and day of the month that makes somebody so old today.
pub fn born(today: Date, age: i16, month: i8, day: i8) -> Date {
    let this_year = date(today.year(), month, day);
    let year = if this_year <= today { today.year() - age } else { today.year() - age - 1 };
    date(year, month, day)
}

impl Someone {
    /// An adult.
    pub fn adult(given: &str, surname: &str, born: Date) -> Self {
        Self::new(given, surname, Generation::Adult, Some(born))
    }

    /// A child.
    pub fn child(given: &str, surname: &str, born: Date) -> Self {
        Self::new(given, surname, Generation::Child, Some(born))
    }

    /// A child who is not born yet.
    pub fn expected(surname: &str) -> Self {
        Self::new("Lille venn", surname, Generation::Child, None)
    }

    fn new(given: &str, surname: &str, generation: Generation, born: Option<Date>) -> Self {
        let person = Person { born, ..Person::named(given, surname, generation) };
        Self { person, services: Vec::new(), signs_in: false }
    }

    /// Speaks another language than bokmål.
    #[must_use]
    pub fn speaks(mut self, language: &str) -> Self {
        self.person.language = language.into();
        self
    }

    /// Needs an interpreter.
    #[must_use]
    pub fn with_interpreter(mut self, language: &str) -> Self {
        self.person.interpreter = true;
        self.speaks(language)
    }

    /// Has a telephone.
    #[must_use]
    pub fn phone(mut self, phone: &str) -> Self {
        self.person.phone = Some(phone.into());
        self
    }

    /// Likes to be reached in this way.
    #[must_use]
    pub fn reach(mut self, how: &str) -> Self {
        self.person.reach = Some(how.into());
        self
    }

    /// Is helped by these services when help is asked for.
    #[must_use]
    pub fn helped_by(mut self, services: &[&str]) -> Self {
        self.services = services.iter().map(|&service| service.to_owned()).collect();
        self
    }

    /// Signs in with an account.
    #[must_use]
    pub fn signs_in(mut self) -> Self {
        self.signs_in = true;
        self
    }

    /// Whereabouts are protected.
    #[must_use]
    pub fn protected(mut self, protection: Protection) -> Self {
        self.person.protection = protection;
        self
    }
}
