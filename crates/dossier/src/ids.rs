//! Identifiers: 60 random bits, written as twelve letters and digits.
//!
//! They are opaque, stand in addresses, and are never trusted: whoever asks by id still needs a
//! ground. Each kind is a type of its own, so a family can never be passed where a person is meant.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// Crockford's alphabet in lower case: no `i`, `l`, `o`, `u`, so it can be read aloud on the phone.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: usize = 12;
const BITS: u64 = (1 << 60) - 1;

/// A text that is no identifier of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier")]
pub struct NotAnId;

fn write(raw: u64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut text = [0u8; LENGTH];
    for (place, slot) in text.iter_mut().enumerate() {
        *slot = ALPHABET[((raw >> (5 * (LENGTH - 1 - place))) & 31) as usize];
    }
    f.write_str(std::str::from_utf8(&text).unwrap_or_default())
}

fn read(text: &str) -> Result<u64, NotAnId> {
    if text.len() != LENGTH {
        return Err(NotAnId);
    }
    text.bytes().try_fold(0u64, |raw, byte| {
        let digit = ALPHABET.iter().position(|&letter| letter == byte).ok_or(NotAnId)?;
        Ok((raw << 5) | digit as u64)
    })
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);

        impl $name {
            /// From a random number; the upper four bits are dropped.
            pub const fn new(random: u64) -> Self {
                Self(random & BITS)
            }
            /// The number behind, for keys of caches.
            pub const fn raw(self) -> u64 {
                self.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write(self.0, f)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write(self.0, f)
            }
        }
        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                read(text).map(Self)
            }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(from)?;
                read(&text).map(Self).map_err(serde::de::Error::custom)
            }
        }
    )+};
}

macro_rules! things {
    ($($name:ident),+ $(,)?) => {$(
        impl $name {
            /// The same thing, when its kind does not matter.
            pub const fn thing(self) -> ThingId {
                ThingId(self.0)
            }
        }
        impl From<ThingId> for $name {
            fn from(thing: ThingId) -> Self {
                Self(thing.0)
            }
        }
        impl From<$name> for ThingId {
            fn from(id: $name) -> Self {
                ThingId(id.0)
            }
        }
    )+};
}

ids! {
    /// A family, and thereby its dossier.
    FamilyId,
    /// Somebody who can sign in: a family member or a helper.
    ActorId,
    /// A body that helps.
    ServiceId,
    /// Anything in a dossier that has versions.
    ThingId,
    /// A person that the dossier is about.
    PersonId,
    /// A need.
    NeedId,
    /// A dream.
    DreamId,
    /// A goal.
    GoalId,
    /// An action.
    ActionId,
    /// A request to a helper.
    RequestId,
    /// Somebody's own note of having reported to child welfare. No part of any dossier.
    NoteId,
    /// A consultation without names. No part of any dossier.
    ConsultationId,
}
things!(PersonId, NeedId, DreamId, GoalId, ActionId, RequestId);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_id_is_read_back_as_it_was_written(random: u64) {
            let id = FamilyId::new(random);
            prop_assert_eq!(id.to_string().parse::<FamilyId>(), Ok(id));
        }

        #[test]
        fn no_text_makes_the_reader_panic(text: String) {
            let _ = text.parse::<FamilyId>();
        }
    }

    #[test]
    fn a_text_of_another_length_or_alphabet_is_refused() {
        for text in ["", "abc", "iiiiiiiiiiii", "0123456789abc", "ÆØÅæøå"] {
            assert_eq!(text.parse::<PersonId>(), Err(NotAnId), "{text}");
        }
    }
}
