//! Room `exchange::families::rows`: the typed rows of a family import.

use super::NationalId;
use jiff::civil::Date;
use std::sync::Arc;

/// A field whose values the format lists.
pub(crate) trait Choice: Sized + Copy + 'static {
    /// Each value with the word of the format and other spellings that can only mean the same,
    /// folded (`read::fold_value`).
    const ALL: &'static [(Self, &'static str, &'static [&'static str])];
}

macro_rules! choice {
    ($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $about:literal])+ $value:ident = $word:literal $(| $also:literal)*;)+ }) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[doc = $about])+ $value,)+ }

        impl $name {
            /// The word of the import format.
            #[allow(dead_code, reason = "yes and no are read and never written")]
            pub fn word(self) -> &'static str {
                match self { $(Self::$value => $word,)+ }
            }
        }

        impl Choice for $name {
            const ALL: &'static [(Self, &'static str, &'static [&'static str])] =
                &[$((Self::$value, $word, &[$($also),*]),)+];
        }
    };
}

choice! {
    /// Where a family's case stands.
    FamilyStatus {
        /// The request has come.
        Requested = "forespørsel" | "foresporsel";
        /// Waiting for a coordinator.
        Waiting = "venteliste";
        /// Followed up now.
        Active = "aktiv";
        /// Closed.
        Closed = "avsluttet";
    }
}
choice! {
    /// What a person is in the family.
    Role {
        /// The help is for children.
        Child = "barn";
        /// Parents and other adults.
        Adult = "voksen";
    }
}
choice! {
    /// How a person's address is protected (folkeregisterloven § 10-4), least first.
    Protection {
        /// Not protected.
        Open = "ugradert";
        /// `fortrolig`, earlier code 7.
        Confidential = "fortrolig" | "kode7";
        /// `strengt fortrolig`, earlier code 6: the address is never taken in.
        StrictlyConfidential = "strengtFortrolig" | "kode6" | "strengtfortroligutland";
    }
}
choice! {
    /// What the first person is to the second.
    RelationKind {
        /// Parent.
        Parent = "forelder";
        /// Step-parent.
        StepParent = "steforelder";
        /// Foster parent.
        FosterParent = "fosterforelder";
        /// Guardian.
        Guardian = "verge";
        /// Grandparent.
        Grandparent = "besteforelder";
        /// Brother or sister.
        Sibling = "søsken" | "sosken";
    }
}
choice! {
    /// Who has parental responsibility (barnelova), seen from this relation.
    Responsibility {
        /// Both parents.
        Shared = "felles";
        /// The mother alone.
        Mother = "mor";
        /// The father alone.
        Father = "far";
        /// Not by this relation.
        None = "ingen";
    }
}
choice! {
    /// Where the child lives, seen from this relation.
    Residence {
        /// Lives here.
        Fixed = "fast";
        /// Lives here half of the time.
        Shared = "delt";
        /// Visits.
        Contact = "samvær" | "samvaer";
        /// Neither.
        None = "ingen";
    }
}
choice! {
    /// A yes or no cell.
    YesNo {
        /// Yes.
        Yes = "ja" | "j" | "yes" | "true" | "1";
        /// No.
        No = "nei" | "n" | "no" | "false" | "0";
    }
}

/// Where a row stands in what was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file name as sent.
    pub file: Arc<str>,
    /// The row as a spreadsheet numbers it; the header is 1.
    pub row: u64,
}

/// A family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyRow {
    /// Where it stands.
    pub place: Place,
    /// The sender's own key: the same on every import.
    pub key: String,
    /// District.
    pub district: Option<String>,
    /// The day the request came.
    pub received: Date,
    /// Where the case stands.
    pub status: FamilyStatus,
}

/// Where somebody lives. It has no content in `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Home {
    /// Street and number.
    pub street: String,
    /// Postal code; empty when not given.
    pub postal_code: String,
    /// Place.
    pub place: String,
}

impl std::fmt::Debug for Home {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Home")
    }
}

/// A person in a family that loads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// Where it stands.
    pub place: Place,
    /// The sender's own key: the same on every import.
    pub key: String,
    /// Other keys of the sender for the same person, from rows that were merged into this one.
    pub also: Vec<String>,
    /// The family's key.
    pub family: String,
    /// National id, checked and in agreement with the birth date.
    pub national_id: Option<NationalId>,
    /// Given name as written; empty only when the family name is not.
    pub first_name: String,
    /// Family name as written; empty only when the given name is not.
    pub last_name: String,
    /// Birth date.
    pub birth_date: Date,
    /// Child or adult.
    pub role: Role,
    /// Language code in lower case; `None` when not given.
    pub language: Option<String>,
    /// Needs an interpreter; `None` when not given.
    pub interpreter: Option<bool>,
    /// How the address is protected. Never assumed: a row without it is rejected.
    pub protection: Protection,
    /// Where the person lives; never of somebody with a strictly confidential address.
    pub home: Option<Home>,
}

/// What one person is to another; both load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelationRow {
    /// Where it stands.
    pub place: Place,
    /// Key of the adult (of either, for brothers and sisters). With `to` and `kind`: the row's key.
    pub from: String,
    /// Key of the child.
    pub to: String,
    /// What `from` is to `to`.
    pub kind: RelationKind,
    /// Parental responsibility; `None` when not given.
    pub responsibility: Option<Responsibility>,
    /// Where the child lives; `None` when not given.
    pub residence: Option<Residence>,
}

/// A service that a person has or had; the person loads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceRow {
    /// Where it stands.
    pub place: Place,
    /// Key of the person. With `service` and `from`: the row's key.
    pub person: String,
    /// Name of a service or a kind of service, as written.
    pub service: String,
    /// First day.
    pub from: Date,
    /// Last day; `None` while it lasts.
    pub to: Option<Date>,
}
