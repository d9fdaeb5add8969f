//! What must not be met like everything else: words that name violence, a wish to die, or what a family opens for
//! itself alone. Which words they are stands in `knowledge/search/topics.toml`.

use crate::lexicon::Lexicon;
use crate::words;

/// Words between two words of a phrase, at most: «vil ikke lenger leve».
const BETWEEN: usize = 2;
/// Letters of a word in which one mistyped letter is forgiven.
const FORGIVEN: usize = 6;

/// Whom to ring at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ring {
    /// Police.
    Police,
    /// Ambulance.
    Ambulance,
    /// The telephone for children.
    Child,
}

impl Ring {
    /// As the knowledge writes it.
    pub const CODES: [(&'static str, Ring); 3] =
        [("police", Ring::Police), ("ambulance", Ring::Ambulance), ("child", Ring::Child)];

    /// Its code.
    pub fn code(self) -> &'static str {
        Self::CODES.iter().find(|(_, it)| *it == self).map_or("", |(code, _)| code)
    }
}

/// Something that is named in a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Stable id.
    pub id: String,
    /// The private situation that it opens.
    pub situation: String,
    /// Whom to ring at once; nobody when it is no danger.
    pub ring: Vec<Ring>,
    /// The phrases, as stems.
    pub(crate) phrases: Vec<Vec<String>>,
    /// The phrases as they were written, for the index.
    pub(crate) norwegian: String,
    pub(crate) english: String,
}

impl Topic {
    /// Whether this is about danger.
    pub fn danger(&self) -> bool {
        !self.ring.is_empty()
    }

    pub(crate) fn named(&self, stems: &[String]) -> bool {
        self.phrases.iter().any(|phrase| stands(phrase, stems))
    }
}

/// The stems of a text, quiet words too, as phrases are compared.
pub(crate) fn stems(lexicon: &Lexicon, text: impl Iterator<Item = String>) -> Vec<String> {
    text.map(|word| lexicon.stem(&word)).collect()
}

/// The phrases of a line: parted by commas.
pub(crate) fn phrases(lexicon: &Lexicon, text: &str) -> Vec<Vec<String>> {
    let phrases = text.split(',').map(|phrase| stems(lexicon, words::words(phrase)));
    phrases.filter(|phrase| !phrase.is_empty()).collect()
}

/// Whether a phrase stands in a text: its words in order, with few others between.
fn stands(phrase: &[String], stems: &[String]) -> bool {
    let Some((first, rest)) = phrase.split_first() else { return false };
    let mut begins = stems.iter().enumerate().filter(|(_, stem)| like(first, stem)).map(|(place, _)| place);
    begins.any(|begin| {
        let mut at = begin;
        rest.iter().all(|word| {
            let next = stems.iter().enumerate().skip(at + 1).take(BETWEEN + 1);
            let found = next.into_iter().find(|(_, stem)| like(word, stem)).map(|(place, _)| place);
            at = found.unwrap_or(at);
            found.is_some()
        })
    })
}

/// The same stem, or a long one with one letter mistyped.
fn like(word: &str, stem: &str) -> bool {
    if word == stem {
        return true;
    }
    let (a, b) = (word.chars().count(), stem.chars().count());
    a.min(b) >= FORGIVEN
        && a.abs_diff(b) <= 1
        && word.chars().next() == stem.chars().next()
        && strsim::osa_distance(word, stem) <= 1
}
