//! The journal's anchor: what is kept elsewhere, so that a cut tail or a chain that was computed anew is found.
//!
//! An anchor is a text file, described in docs/journal-anchor.md:
//!
//! ```text
//! veven-journal-anchor 1
//! municipality 4299
//! made 2026-11-19T08:00:00.000000Z
//! lines 2
//! head 9f86d0…
//! 1 60303a…
//! 2 9f86d0…
//! sum 5feceb…
//! ```

use crate::chain::{START, sha256};
use std::fmt;

const FIRST: &str = "veven-journal-anchor 1";

/// The journal as it was when the anchor was made: the hash of each line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// Whose journal.
    pub municipality: String,
    /// When it was made, RFC 3339 in UTC.
    pub made: String,
    /// The hash of each line, from line 1.
    pub hashes: Vec<String>,
}

/// Why a text is no anchor that can be trusted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnchorFault {
    /// It is not written as an anchor is.
    #[error("row {0} of the anchor cannot be read")]
    Unreadable(usize),
    /// Its sum is another: somebody has changed it, or it was copied in part.
    #[error("the anchor is not as it was written: its sum is wrong")]
    Touched,
}

/// How a journal differs from its anchor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Differs {
    /// This line is another than when the anchor was made.
    Line(i64),
    /// The journal ends before the anchor does: its tail was cut.
    Cut {
        /// Lines that are there.
        lines: i64,
        /// Lines that were there.
        anchored: i64,
    },
}

impl Anchor {
    /// Number of lines.
    pub fn lines(&self) -> i64 {
        self.hashes.len() as i64
    }

    /// The hash of the last line.
    pub fn head(&self) -> &str {
        self.hashes.last().map_or(START, String::as_str)
    }

    fn body(&self) -> String {
        use fmt::Write;
        let mut text = format!(
            "{FIRST}\nmunicipality {}\nmade {}\nlines {}\nhead {}\n",
            self.municipality,
            self.made,
            self.lines(),
            self.head()
        );
        for (number, hash) in (1..).zip(&self.hashes) {
            let number: i64 = number;
            // Writing into a text cannot fail.
            let _ = writeln!(text, "{number} {hash}");
        }
        text
    }

    /// Reads an anchor.
    ///
    /// # Errors
    /// It is none, or it has been touched.
    pub fn parse(text: &str) -> Result<Self, AnchorFault> {
        let (body, sum) = text.rsplit_once("sum ").ok_or(AnchorFault::Unreadable(1))?;
        let mut rows = body.lines().zip(1..);
        let mut named = |name: &str| -> Result<String, AnchorFault> {
            let (row, number) = rows.next().ok_or(AnchorFault::Unreadable(1))?;
            let value = row.strip_prefix(name).ok_or(AnchorFault::Unreadable(number))?;
            Ok(value.trim().to_owned())
        };
        named(FIRST)?;
        let municipality = named("municipality ")?;
        let made = named("made ")?;
        let lines: i64 = named("lines ")?.parse().map_err(|_| AnchorFault::Unreadable(4))?;
        let head = named("head ")?;
        let mut hashes = Vec::new();
        for (row, number) in rows {
            let (place, hash) = row.split_once(' ').ok_or(AnchorFault::Unreadable(number))?;
            if place.parse() != Ok(hashes.len() + 1) {
                return Err(AnchorFault::Unreadable(number));
            }
            hashes.push(hash.to_owned());
        }
        let anchor = Self { municipality, made, hashes };
        let whole = sha256(body.as_bytes()) == sum.trim() && anchor.lines() == lines && anchor.head() == head;
        if whole { Ok(anchor) } else { Err(AnchorFault::Touched) }
    }

    /// Compares the hashes of a journal, line by line from the first, with those of the anchor. Lines that came
    /// after it are the chain's to check.
    ///
    /// # Errors
    /// The first line that differs, or that the journal is shorter.
    pub fn compare(&self, found: impl IntoIterator<Item = String>) -> Result<(), Differs> {
        let mut lines = 0;
        for (wanted, found) in self.hashes.iter().zip(found) {
            lines += 1;
            if *wanted != found {
                return Err(Differs::Line(lines));
            }
        }
        if lines < self.lines() { Err(Differs::Cut { lines, anchored: self.lines() }) } else { Ok(()) }
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = self.body();
        writeln!(out, "{body}sum {}", sha256(body.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain::tests::chain;
    use crate::chain::{Kept, Verdict, verify};
    use std::collections::BTreeMap;

    const LINES: i64 = 16;
    const TRIES: u32 = 10_800;

    fn anchor_of(lines: &[(Kept, String)]) -> Anchor {
        Anchor {
            municipality: "4299".into(),
            made: "2026-11-19T08:00:00.000000Z".into(),
            hashes: lines.iter().map(|(_, hash)| hash.clone()).collect(),
        }
    }

    fn is_found(lines: &[(Kept, String)], anchor: &str) -> bool {
        let Ok(anchor) = Anchor::parse(anchor) else { return true };
        let hashes = lines.iter().map(|(_, hash)| hash.clone());
        !matches!(verify(lines.to_vec()), Verdict::Whole { .. }) || anchor.compare(hashes).is_err()
    }

    /// Gives every line from one on the number and the hash that would follow: what somebody does who knows the
    /// program.
    fn recompute(lines: &mut [(Kept, String)]) {
        let mut before = START.to_owned();
        for ((line, hash), seq) in lines.iter_mut().zip(1..) {
            line.seq = seq;
            *hash = line.hash(&before);
            before.clone_from(hash);
        }
    }

    fn change(line: &mut Kept, field: u32) {
        let text = match field {
            0 => &mut line.at,
            1 => &mut line.actor,
            2 => &mut line.role,
            3 => &mut line.act,
            4 => &mut line.families,
            5 => &mut line.categories,
            6 => &mut line.ground,
            7 => &mut line.outcome,
            8 => &mut line.request,
            _ => {
                line.service = match &line.service {
                    Some(_) => None,
                    None => Some(String::new()),
                };
                return;
            }
        };
        text.push('x');
    }

    /// F16: at least 10,000 random tamperings, all found.
    #[test]
    #[expect(
        clippy::print_stdout,
        reason = "whoever looks at a test's output wants to know what was measured"
    )]
    fn more_than_ten_thousand_random_tamperings_of_journal_and_anchor_are_all_found() {
        let right = chain(LINES);
        let anchor = anchor_of(&right).to_string();
        assert!(!is_found(&right, &anchor), "what nobody has touched is whole");
        // SplitMix64: the same tamperings each time.
        let mut state = 4299_u64;
        let mut below = |most: usize| {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let bits = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            ((bits ^ (bits >> 31)) % most as u64) as usize
        };
        let mut found: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
        for _ in 0..TRIES {
            let (mut lines, mut text) = (right.clone(), anchor.clone());
            let (one, other) = (below(lines.len()), below(lines.len()));
            let mut how = ["change", "delete", "insert", "swap", "cut tail", "anchor"][below(6)];
            match how {
                "change" => change(&mut lines[one].0, below(10) as u32),
                "delete" => drop(lines.remove(one)),
                "insert" => lines.insert(one, right[other].clone()),
                "swap" if one == other => continue,
                "swap" => lines.swap(one, other),
                "cut tail" => lines.truncate(one),
                _ => {
                    // One letter of the file becomes another.
                    let place = below(text.len());
                    let with = if text.as_bytes()[place] == b'7' { "8" } else { "7" };
                    text.replace_range(place..=place, with);
                }
            }
            if how != "anchor" && below(2) == 0 {
                recompute(&mut lines);
                how = match how {
                    "change" => "change, recomputed",
                    "delete" => "delete, recomputed",
                    "insert" => "insert, recomputed",
                    "swap" => "swap, recomputed",
                    _ => "cut tail, recomputed",
                };
            }
            if how != "anchor" && lines.starts_with(&right) {
                // A line that was only added at the end, with its right hash, is a line.
                continue;
            }
            let count = found.entry(how).or_default();
            count.0 += 1;
            count.1 += u32::from(is_found(&lines, &text));
        }
        let (tried, seen) = found.values().fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        println!("F16: {seen} of {tried} tamperings found; {found:?}");
        assert!(tried >= 10_000 && found.len() == 11);
        assert_eq!(seen, tried);
    }

    #[test]
    fn lines_that_came_after_the_anchor_are_no_fault_and_a_new_head_is_not_asked_for() {
        let all = chain(LINES);
        let early = anchor_of(&all[..10]);
        let hashes = |lines: &[(Kept, String)]| lines.iter().map(|it| it.1.clone()).collect::<Vec<_>>();
        assert_eq!(early.compare(hashes(&all)), Ok(()));
        assert_eq!(early.compare(hashes(&all[..9])), Err(Differs::Cut { lines: 9, anchored: 10 }));
        assert_eq!(anchor_of(&[]).compare(hashes(&all)), Ok(()));
        assert_eq!(Anchor::parse(&early.to_string()), Ok(early));
        assert_eq!(Anchor::parse("something else"), Err(AnchorFault::Unreadable(1)));
    }
}
