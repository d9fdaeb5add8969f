//! Root keys with their states, as they stand in a file: one line for each.

use super::cipher::{hex, unhex};
use super::{Bytes, Secret};
use jiff::civil::Date;
use zeroize::Zeroizing;

/// What a root key is used for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Seals, and opens.
    Active,
    /// Opens what it has sealed, until all of that is sealed anew.
    DecryptOnly,
    /// Opens nothing: it is gone.
    Retired,
    /// Knows numbers again in entries of the first stores; seals nothing.
    OldIndex,
}

impl State {
    const ALL: [(State, &'static str); 4] = [
        (State::Active, "active"),
        (State::DecryptOnly, "decrypt-only"),
        (State::Retired, "retired"),
        (State::OldIndex, "old-index"),
    ];

    /// Its word in the file.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(state, _)| *state == self).map_or("", |(_, word)| word)
    }
}

/// One root key.
#[derive(Debug)]
pub struct Root {
    /// Its number in this ring.
    pub id: u32,
    /// What it is used for.
    pub state: State,
    /// When it was made.
    pub made: Date,
    key: Option<Bytes>,
}

/// All root keys of a data folder.
#[derive(Debug)]
pub struct Ring {
    roots: Vec<Root>,
}

/// Why a file is no key ring. Holds no part of any key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RingFault {
    /// A line cannot be read.
    #[error("line {0} is not «id state day key», with a key of 64 hexadecimal digits")]
    Line(usize),
    /// None or several are active.
    #[error("{0} keys are active, and one must be")]
    Active(usize),
    /// One id, or one key, stands twice.
    #[error("the key on line {0} stands there before")]
    Twice(usize),
}

const HEAD: &str = "\
# The keys of this Veven. Whoever has this file and the store can read all that is sealed in it; without it, nobody can.
# Keep a copy of it apart from the backups of the store. It is changed with `veven keys rotate`.
# id state made key
";

impl Ring {
    /// A ring with one key.
    pub fn new(key: Bytes, made: Date) -> Self {
        Self { roots: vec![Root { id: 1, state: State::Active, made, key: Some(key) }] }
    }

    /// Reads a file's text.
    ///
    /// # Errors
    /// What is wrong with it, without any part of a key.
    pub fn parse(text: &str) -> Result<Self, RingFault> {
        let mut roots: Vec<Root> = Vec::new();
        for (line, number) in text.lines().zip(1..) {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let root = root(line).ok_or(RingFault::Line(number))?;
            let same = |known: &Root| {
                let keys = known.key.as_ref().zip(root.key.as_ref());
                known.id == root.id || keys.is_some_and(|(a, b)| a.expose() == b.expose())
            };
            if roots.iter().any(same) {
                return Err(RingFault::Twice(number));
            }
            roots.push(root);
        }
        match roots.iter().filter(|root| root.state == State::Active).count() {
            1 => Ok(Self { roots }),
            other => Err(RingFault::Active(other)),
        }
    }

    /// The file's text.
    pub fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(HEAD.len() + self.roots.len() * 100));
        text.push_str(HEAD);
        for root in &self.roots {
            let key = Zeroizing::new(root.key.as_ref().map(|key| hex(key.expose())).unwrap_or_default());
            let line = Zeroizing::new(format!("{} {} {} {}", root.id, root.state.word(), root.made, *key));
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }

    /// All keys, in the order in which they were made.
    pub fn roots(&self) -> &[Root] {
        &self.roots
    }

    /// The key that seals.
    pub(super) fn active(&self) -> (u32, &Bytes) {
        self.with(State::Active).next().unwrap_or_else(|| unreachable!("a ring has one active key"))
    }

    /// The key that seals, alone.
    pub fn into_active(self) -> Bytes {
        Secret::new(*self.active().1.expose())
    }

    /// The id of the key that seals.
    pub fn active_id(&self) -> u32 {
        self.active().0
    }

    /// Keys that still open something.
    pub(super) fn decrypt_only(&self) -> impl Iterator<Item = (u32, &Bytes)> {
        self.with(State::DecryptOnly)
    }

    /// Ids of keys that still open something.
    pub fn leaving(&self) -> Vec<u32> {
        self.decrypt_only().map(|(id, _)| id).collect()
    }

    pub(super) fn old_index(&self) -> Option<&Bytes> {
        self.with(State::OldIndex).next().map(|(_, key)| key)
    }

    fn with(&self, state: State) -> impl Iterator<Item = (u32, &Bytes)> {
        self.roots
            .iter()
            .filter(move |root| root.state == state)
            .filter_map(|root| root.key.as_ref().map(|key| (root.id, key)))
    }

    /// Takes a new key into use; the one before still opens what it has sealed.
    #[must_use]
    pub fn rotated(mut self, key: Bytes, made: Date) -> Self {
        for root in &mut self.roots {
            if root.state == State::Active {
                root.state = State::DecryptOnly;
            }
        }
        self.add(State::Active, key, made);
        self
    }

    /// Keeps the key of the first stores, by which their hashes of numbers are known again.
    #[must_use]
    pub fn with_old_index(mut self, key: Bytes, made: Date) -> Self {
        self.add(State::OldIndex, key, made);
        self
    }

    fn add(&mut self, state: State, key: Bytes, made: Date) {
        let id = self.roots.iter().map(|root| root.id).max().unwrap_or(0) + 1;
        self.roots.push(Root { id, state, made, key: Some(key) });
    }

    /// Retires the keys that opened what they had sealed. They are gone; that they were is remembered.
    #[must_use]
    pub fn retired(mut self) -> Self {
        for root in &mut self.roots {
            if root.state == State::DecryptOnly {
                (root.state, root.key) = (State::Retired, None);
            }
        }
        self
    }
}

fn root(line: &str) -> Option<Root> {
    let mut parts = line.split_whitespace();
    let (id, word) = (parts.next()?.parse().ok()?, parts.next()?);
    let state = State::ALL.iter().find(|(_, known)| *known == word)?.0;
    let made = parts.next()?.parse().ok()?;
    let key = match (state, parts.next()) {
        (State::Retired, None) => None,
        (State::Retired, Some(_)) | (_, None) => return None,
        (_, Some(text)) => {
            let bytes = Zeroizing::new(unhex(text)?);
            Some(Secret::new(bytes.as_slice().try_into().ok()?))
        }
    };
    parts.next().is_none().then_some(Root { id, state, made, key })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn ring() -> Ring {
        Ring::new(Secret::new([1; 32]), date(2026, 11, 19))
    }

    #[test]
    fn a_ring_is_read_back_as_it_was_written_in_every_state() {
        let turned = ring().rotated(Secret::new([2; 32]), date(2027, 1, 1));
        let old = ring().with_old_index(Secret::new([9; 32]), date(2026, 11, 19));
        let gone = ring().rotated(Secret::new([2; 32]), date(2027, 1, 1)).retired();
        for ring in [ring(), turned, old, gone] {
            let text = ring.text();
            assert_eq!(*Ring::parse(&text).unwrap().text(), *text);
        }
    }

    #[test]
    fn both_keys_open_while_a_key_takes_the_place_of_another_and_one_afterwards() {
        let ring = ring().rotated(Secret::new([2; 32]), date(2027, 1, 1));
        assert_eq!((ring.active_id(), ring.leaving()), (2, vec![1]));
        let ring = ring.retired();
        assert_eq!((ring.active_id(), ring.leaving()), (2, vec![]));
        assert!(!ring.text().contains(&"01".repeat(32)), "a retired key is gone");
        assert_eq!(ring.rotated(Secret::new([3; 32]), date(2028, 1, 1)).active_id(), 3);
    }

    #[test]
    fn what_is_no_ring_is_refused_and_the_fault_holds_no_key() {
        let key = "ab".repeat(32);
        let fault = |text: &str| Ring::parse(text).unwrap_err();
        let short = &key[..62];
        for line in [
            key.clone(),
            format!("1 active 2026-11-19 {short}"),
            format!("1 active 2026-11-19 {key}00"),
            format!("1 active 2026-11-19 {}", "zz".repeat(32)),
            format!("1 active yesterday {key}"),
            format!("1 busy 2026-11-19 {key}"),
            format!("1 retired 2026-11-19 {key}"),
            format!("1 active 2026-11-19 {key} more"),
            "1 active 2026-11-19".into(),
            "1 active 2026-11-19 é".into(),
        ] {
            assert_eq!(fault(&line), RingFault::Line(1), "{line}");
            assert!(!fault(&line).to_string().contains("abab"));
        }
        assert_eq!(fault(""), RingFault::Active(0));
        let two = format!("1 active 2026-11-19 {key}\n2 active 2026-11-19 {}", "cd".repeat(32));
        assert_eq!(fault(&two), RingFault::Active(2));
        let same = format!("1 active 2026-11-19 {key}\n2 decrypt-only 2026-11-19 {key}");
        assert_eq!(fault(&same), RingFault::Twice(2), "one key is not two");
    }
}
