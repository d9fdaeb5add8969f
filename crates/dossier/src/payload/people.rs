//! Who the family is: the family, its people, and how they are related.

use super::is_false;
use crate::ids::*;
use crate::vocabulary::*;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The family as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Family {
    /// What the family is called, such as «Haddad».
    pub name: String,
    /// District, in a municipality that has districts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// The sender's own key, when the family was imported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A person in the family. People join and leave with dates; nobody is erased from the past.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// Given name, as written.
    pub given: String,
    /// Family name, as written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub surname: String,
    /// Birth date; unknown for the unborn and for people we have only heard of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<Date>,
    /// Child or adult.
    pub generation: Generation,
    /// Language code, BCP 47.
    #[serde(default = "bokmal", skip_serializing_if = "is_bokmal")]
    pub language: String,
    /// Needs an interpreter.
    #[serde(default, skip_serializing_if = "is_false")]
    pub interpreter: bool,
    /// How secret the person's whereabouts are.
    #[serde(default = "open", skip_serializing_if = "is_open")]
    pub protection: Protection,
    /// Telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// When and how the person likes to be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reach: Option<String>,
    /// The account that this person signs in with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<ActorId>,
    /// When the person became part of the family; empty: always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joined: Option<Date>,
    /// When the person left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<Date>,
    /// Keyed hash of the national identity number, never the number: enough to know the same person again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<String>,
    /// The sender's own key, when the person was imported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

fn bokmal() -> String {
    "nb".into()
}

fn is_bokmal(language: &str) -> bool {
    language == "nb"
}

fn open() -> Protection {
    Protection::Open
}

fn is_open(protection: &Protection) -> bool {
    *protection == Protection::Open
}

impl Person {
    /// A person of whom only the name and the generation are known yet.
    pub fn named(given: impl Into<String>, surname: impl Into<String>, generation: Generation) -> Self {
        Self {
            given: given.into(),
            surname: surname.into(),
            born: None,
            generation,
            language: bokmal(),
            interpreter: false,
            protection: Protection::Open,
            phone: None,
            reach: None,
            account: None,
            joined: None,
            left: None,
            identity: None,
            source: None,
        }
    }

    /// Given name and family name.
    pub fn full_name(&self) -> String {
        if self.surname.is_empty() { self.given.clone() } else { format!("{} {}", self.given, self.surname) }
    }
}

/// How an adult (or sibling) is related to somebody, for a period. A change of custody is a new version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Relation {
    /// From whom.
    pub from: PersonId,
    /// To whom.
    pub to: PersonId,
    /// What the first is to the second.
    pub relation: RelationKind,
    /// Parental responsibility that the first has for the second.
    pub responsibility: Responsibility,
    /// Where the second lives, seen from the first.
    pub residence: Residence,
    /// Share of the time in this home, in per cent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<u8>,
    /// From when; empty: as long as we know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_day: Option<Date>,
    /// Until when; empty while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}
