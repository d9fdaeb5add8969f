//! Where somebody lives, and how somebody is reached whose home nobody may know.
//!
//! INVARIANT: nothing here is printed by `Debug`, so that no log, panic or error text can hold it.

use crate::ids::*;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A home address, for a period. Somebody may have two homes at a time.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Address {
    /// Who lives there.
    pub person: PersonId,
    /// Street and number; more lines where they are needed.
    pub street: String,
    /// Postal code.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub postal_code: String,
    /// Place.
    pub place: String,
    /// First day; empty: as long as we know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last day; empty while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// What one must know, such as that it is the second home, or which doorbell.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Through whom one reaches somebody whose address is protected (R85): a body, never a place.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct ContactProcedure {
    /// Who is reached.
    pub person: PersonId,
    /// In words: which body, and how.
    pub words: String,
}

impl fmt::Debug for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Address of {}", self.person)
    }
}

impl fmt::Debug for ContactProcedure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "ContactProcedure of {}", self.person)
    }
}
