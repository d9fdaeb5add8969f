//! Words of a text, and their stems.

use frostem::{Algorithm, Stemmer};

/// Letters of a question that are read; whoever writes more is told so.
pub const LONGEST: usize = 600;
/// Letters of a word that are read.
const WORD: usize = 40;
/// Words of a question that are read.
const MOST: usize = 60;

/// The first [`LONGEST`] letters, and whether there were more.
pub fn cut(text: &str) -> (&str, bool) {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => (&text[..end], true),
        None => (text, false),
    }
}

/// The words of a text in lower case, each cut to a length that words have.
pub(crate) fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let parts = text.split(|letter: char| !letter.is_alphanumeric());
    parts.filter(|part| !part.is_empty()).map(|part| {
        let part: String = part.chars().take(WORD).collect();
        part.to_lowercase()
    })
}

/// The words of a question.
pub(crate) fn question(text: &str) -> Vec<String> {
    words(cut(text).0).take(MOST).collect()
}

/// A Norwegian word without its ending, before nynorsk is bent to bokmål.
pub(crate) fn norwegian(word: &str) -> String {
    Stemmer::new(Algorithm::Norwegian).stem(word).into_owned()
}

/// An English word without its ending.
pub(crate) fn english(word: &str) -> String {
    Stemmer::new(Algorithm::English).stem(word).into_owned()
}
