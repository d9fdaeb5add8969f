//! The key ring: root keys from one file, and what is derived from them.
//!
//! A root key is never used itself. Each purpose has a key of its own, derived with HKDF, so that what is sealed for
//! one purpose opens for no other. One root is active; roots that it took the place of open what they have sealed
//! until everything is sealed anew, and are then retired: the ring remembers that they were, not what they were.

pub(crate) mod cipher;
mod ring;
mod secret;

pub use cipher::{open, seal};
pub use ring::{Ring, RingFault, Root, State};
pub use secret::Secret;

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Key material.
pub type Bytes = Secret<[u8; 32]>;

/// What a derived key is for. The names are part of the derivation and never change.
#[derive(Debug, Clone, Copy)]
enum Purpose {
    /// Wraps the data keys of whereabouts.
    Location,
    /// Encrypts national identity numbers.
    NumberField,
    /// Finds a national identity number without showing it.
    NumberIndex,
    /// Knows a form again that was sent before.
    Form,
    /// Pseudonyms in what research is given.
    Research,
}

impl Purpose {
    const fn name(self) -> &'static [u8] {
        match self {
            Purpose::Location => b"veven/1/location",
            Purpose::NumberField => b"veven/1/national-id/field",
            Purpose::NumberIndex => b"veven/1/national-id/blind-index",
            Purpose::Form => b"veven/1/form",
            Purpose::Research => b"veven/1/research",
        }
    }
}

fn derived(root: &Bytes, purpose: Purpose) -> Bytes {
    let mut key = [0; 32];
    let hkdf = Hkdf::<Sha256>::new(None, root.expose());
    if hkdf.expand(purpose.name(), &mut key).is_err() {
        unreachable!("HKDF gives any 32 bytes");
    }
    Secret::new(key)
}

/// The keys of one root, for each purpose.
pub struct Keys {
    /// Id of the root.
    pub root: u32,
    /// Wraps the data keys of whereabouts.
    pub location: Bytes,
    /// Encrypts national identity numbers.
    pub number: Bytes,
    index: Bytes,
    form: Bytes,
    research: Bytes,
}

impl Keys {
    fn of(root: u32, key: &Bytes) -> Self {
        Self {
            root,
            location: derived(key, Purpose::Location),
            number: derived(key, Purpose::NumberField),
            index: derived(key, Purpose::NumberIndex),
            form: derived(key, Purpose::Form),
            research: derived(key, Purpose::Research),
        }
    }

    /// The blind index of a national identity number in a municipality.
    pub fn index_of(&self, municipality: &str, number: &str) -> String {
        mac(&self.index, &[municipality.as_bytes(), number.as_bytes()])
    }

    /// By which a form that was sent before is known again. Keyed, since what was typed into a form can be guessed.
    pub fn form_of(&self, body: &[u8]) -> String {
        mac(&self.form, &[body])
    }
}

impl Keys {
    /// The pseudonyms of one decision about research in a municipality. Each decision has a key of its own, so nobody
    /// can tell that a row of one file is the same child as a row of another.
    pub fn pseudonyms(&self, municipality: &str, decision: &str) -> Pseudonyms {
        let mut key = [0; 32];
        let hkdf = Hkdf::<Sha256>::new(Some(municipality.as_bytes()), self.research.expose());
        if hkdf.expand(decision.as_bytes(), &mut key).is_err() {
            unreachable!("HKDF gives any 32 bytes");
        }
        Pseudonyms(Secret::new(key))
    }
}

/// Words in place of ids, for one decision about research.
pub struct Pseudonyms(Bytes);

impl Pseudonyms {
    /// Letters of a pseudonym: 96 bits, so that no two are the same.
    const LENGTH: usize = 24;

    /// The pseudonym of an id of a kind; the same each time, and no way back without the key.
    pub fn of(&self, kind: &str, id: &str) -> String {
        let mut word = mac(&self.0, &[kind.as_bytes(), id.as_bytes()]);
        word.truncate(Self::LENGTH);
        word
    }
}

/// HMAC-SHA-256 over parts, each with its length before it, in hex.
fn mac(key: &Bytes, parts: &[&[u8]]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.expose())
        .unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    cipher::hex(&mac.finalize().into_bytes())
}

/// The derived keys of a ring that is in use: the active one, and those that still open what they have sealed.
pub struct Usable {
    active: Keys,
    former: Vec<Keys>,
    /// Keyed the hashes of national identity numbers in entries of the first stores.
    old_index: Option<Bytes>,
}

impl Usable {
    /// Derives everything once.
    pub fn of(ring: &Ring) -> Self {
        let (active, key) = ring.active();
        Self {
            active: Keys::of(active, key),
            former: ring.decrypt_only().map(|(id, key)| Keys::of(id, key)).collect(),
            old_index: ring.old_index().map(|key| Secret::new(*key.expose())),
        }
    }

    /// What new things are sealed with.
    pub fn active(&self) -> &Keys {
        &self.active
    }

    /// All that open something, the active one first.
    pub fn all(&self) -> impl Iterator<Item = &Keys> {
        std::iter::once(&self.active).chain(&self.former)
    }

    /// The keys of a root.
    pub fn root(&self, id: u32) -> Option<&Keys> {
        self.all().find(|keys| keys.root == id)
    }

    /// The hash under which the first stores knew a national identity number.
    pub fn old_hash(&self, number: &str) -> Option<String> {
        let key = self.old_index.as_ref()?;
        let mut mac = Hmac::<Sha256>::new_from_slice(key.expose()).ok()?;
        mac.update(number.as_bytes());
        Some(cipher::hex(&mac.finalize().into_bytes()))
    }
}

/// A new random key.
///
/// # Errors
/// The machine gives no random numbers; the text says why.
pub fn random() -> Result<Bytes, String> {
    let mut key = [0; 32];
    getrandom::fill(&mut key).map_err(|fault| format!("no random numbers on this machine: {fault}"))?;
    Ok(Secret::new(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_purpose_and_each_root_has_a_key_of_its_own() {
        let all: Vec<[u8; 32]> = [1, 2]
            .into_iter()
            .flat_map(|byte| {
                let keys = Keys::of(1, &Secret::new([byte; 32]));
                [keys.location, keys.number, keys.index, keys.form, keys.research].map(|key| *key.expose())
            })
            .chain([[1; 32], [2; 32]])
            .collect();
        for (place, key) in all.iter().enumerate() {
            assert!(!all[place + 1..].contains(key), "{place}");
        }
    }

    #[test]
    fn the_blind_index_of_a_number_is_another_with_another_key_or_in_another_municipality() {
        let (one, two) = (Keys::of(1, &Secret::new([1; 32])), Keys::of(2, &Secret::new([2; 32])));
        let index = one.index_of("4299", "17888912345");
        assert_eq!(index, one.index_of("4299", "17888912345"));
        assert_ne!(index, one.index_of("4299", "17888912346"));
        assert_ne!(index, one.index_of("4300", "17888912345"));
        assert_ne!(index, two.index_of("4299", "17888912345"));
    }

    #[test]
    fn r52_a_decision_gives_the_same_pseudonym_again_and_two_decisions_share_none() {
        let (one, two) = (Keys::of(1, &Secret::new([1; 32])), Keys::of(2, &Secret::new([2; 32])));
        let word = one.pseudonyms("4299", "2026/118").of("child", "abc");
        assert_eq!((word.len(), &word), (24, &one.pseudonyms("4299", "2026/118").of("child", "abc")));
        for other in [
            one.pseudonyms("4299", "2026/119").of("child", "abc"),
            one.pseudonyms("4300", "2026/118").of("child", "abc"),
            two.pseudonyms("4299", "2026/118").of("child", "abc"),
            one.pseudonyms("4299", "2026/118").of("family", "abc"),
            one.pseudonyms("4299", "2026/118").of("child", "abd"),
        ] {
            assert_ne!(word, other);
        }
    }

    #[test]
    fn nothing_prints_a_key() {
        let key = Secret::new([0x61; 32]);
        assert_eq!(format!("{key:?}"), "Secret");
        let ring = Ring::new(key, jiff::civil::date(2026, 11, 19));
        assert!(!format!("{ring:?}").contains("61"), "{ring:?}");
    }
}
