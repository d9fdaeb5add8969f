//! The journal's hash chain: each line's hash covers the line and the hash before it, so nothing can be changed,
//! taken out or put in between without every later hash being wrong.
//!
//! `hash(n) = SHA-256(version ‖ hash(n-1) ‖ fields of line n)`, each field with its length before it.

use sha2::{Digest, Sha256};

/// A line as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Number, from 1, without holes.
    pub seq: i64,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// As what.
    pub role: String,
    /// For which service.
    pub service: Option<String>,
    /// What was done.
    pub act: String,
    /// Whose dossiers, with blanks between.
    pub families: String,
    /// What kinds of information, with blanks between.
    pub categories: String,
    /// On which ground.
    pub ground: String,
    /// What came of it.
    pub outcome: String,
    /// Which request.
    pub request: String,
}

/// Version of the way in which a line becomes bytes.
const FORM: u8 = 1;

/// The hash before the first line.
pub const START: &str = "0000000000000000000000000000000000000000000000000000000000000000";

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(DIGITS[usize::from(byte >> 4)] as char);
        text.push(DIGITS[usize::from(byte & 15)] as char);
    }
    text
}

/// SHA-256 as hex.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

impl Kept {
    /// The hash of this line after the one before it.
    pub fn hash(&self, before: &str) -> String {
        let mut hasher = Sha256::new();
        hasher.update([FORM]);
        hasher.update(before.as_bytes());
        hasher.update(self.seq.to_be_bytes());
        // A missing service differs from an empty one.
        let service = self.service.as_deref().map_or_else(String::new, |service| format!("+{service}"));
        for field in [
            &self.at,
            &self.actor,
            &self.role,
            &service,
            &self.act,
            &self.families,
            &self.categories,
            &self.ground,
            &self.outcome,
            &self.request,
        ] {
            hasher.update((field.len() as u64).to_be_bytes());
            hasher.update(field.as_bytes());
        }
        hex(&hasher.finalize())
    }
}

/// What a check of the chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Whole, with so many lines and this last hash.
    Whole {
        /// Lines.
        lines: i64,
        /// Hash of the last line; compare it with an anchor kept elsewhere, since a cut tail leaves a whole chain.
        head: String,
    },
    /// Broken at this line.
    Broken {
        /// Number of the first line that is wrong.
        seq: i64,
        /// The hash that it should have had.
        expected: String,
        /// The hash that stands there.
        found: String,
    },
    /// A line is missing before this one.
    Hole {
        /// Number of the line after the hole.
        seq: i64,
    },
}

/// Checks lines in their order.
pub fn verify(lines: impl IntoIterator<Item = (Kept, String)>) -> Verdict {
    let mut before = START.to_owned();
    let mut last = 0;
    for (line, found) in lines {
        if line.seq != last + 1 {
            return Verdict::Hole { seq: line.seq };
        }
        let expected = line.hash(&before);
        if expected != found {
            return Verdict::Broken { seq: line.seq, expected, found };
        }
        before = found;
        last = line.seq;
    }
    Verdict::Whole { lines: last, head: before }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    pub(crate) fn chain(count: i64) -> Vec<(Kept, String)> {
        let mut before = START.to_owned();
        (1..=count)
            .map(|seq| {
                let line = Kept {
                    seq,
                    at: format!("2026-11-19T08:00:{:02}.000000Z", seq % 60),
                    actor: format!("actor{seq}"),
                    role: "coordinator".into(),
                    service: (seq % 2 == 0).then(|| "service".into()),
                    act: "plan".into(),
                    families: "f1 f2".into(),
                    categories: "plan-core".into(),
                    ground: "coordinator".into(),
                    outcome: "seen".into(),
                    request: seq.to_string(),
                };
                let hash = line.hash(&before);
                before = hash.clone();
                (line, hash)
            })
            .collect()
    }

    #[test]
    fn an_untouched_chain_is_whole() {
        assert!(matches!(verify(chain(50)), Verdict::Whole { lines: 50, .. }));
        assert_eq!(verify(Vec::new()), Verdict::Whole { lines: 0, head: START.into() });
    }

    proptest! {
        #[test]
        fn every_tampering_before_the_last_line_is_found(at in 0usize..39, how in 0u8..6) {
            let mut lines = chain(40);
            match how {
                0 => lines[at].0.actor.push('x'),
                1 => { lines.remove(at); }
                2 => lines.swap(at, at + 1),
                3 => lines[at].0.service = Some(String::new()),
                4 => lines[at].0.ground = "consent".into(),
                _ => { let line = lines[at].clone(); lines.insert(at, line); }
            }
            let whole = matches!(verify(lines), Verdict::Whole { .. });
            prop_assert!(!whole, "a tampered chain counts as whole");
        }
    }
}
