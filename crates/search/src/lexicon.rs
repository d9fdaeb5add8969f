//! What is known about words: which mean the same, which say nothing, how nynorsk becomes bokmål.

use crate::topic::Topic;
use crate::words;
use std::collections::{HashMap, HashSet};

/// Everyday words that a catalogue's own texts lack, for one of its things.
#[derive(Debug, Clone)]
pub(crate) struct Everyday {
    /// The id of a right or of a situation.
    pub(crate) of: String,
    /// Bokmål and nynorsk, and English.
    pub(crate) norwegian: String,
    pub(crate) english: String,
}

/// What is known about words; read from `knowledge/search`.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// Stems of nynorsk to stems of bokmål.
    pub(crate) bent: HashMap<String, String>,
    /// Stems that mean much the same, by each of them.
    pub(crate) same: HashMap<String, Vec<String>>,
    pub(crate) same_english: HashMap<String, Vec<String>>,
    /// Words that say nothing about what is hard.
    pub(crate) quiet: HashSet<String>,
    pub(crate) quiet_english: HashSet<String>,
    /// Words that are no compounds although they look so.
    pub(crate) whole: HashSet<String>,
    pub(crate) everyday: Vec<Everyday>,
    pub(crate) topics: Vec<Topic>,
}

impl Lexicon {
    /// The stem of a Norwegian word, the same for bokmål and nynorsk.
    pub(crate) fn stem(&self, word: &str) -> String {
        let stem = words::norwegian(word);
        self.bent.get(&stem).cloned().unwrap_or(stem)
    }

    /// Whether a word says nothing about what is hard.
    pub(crate) fn is_quiet(&self, word: &str) -> bool {
        self.quiet.contains(word)
    }

    /// Whether a word must not be taken apart.
    pub(crate) fn is_whole(&self, word: &str) -> bool {
        self.whole.contains(&words::norwegian(word))
    }

    /// Stems that mean much the same.
    pub(crate) fn same(&self, stem: &str) -> &[String] {
        self.same.get(stem).map_or(&[], Vec::as_slice)
    }

    /// What a text is about and naming it leads to, such as violence.
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }
}
