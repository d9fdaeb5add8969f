//! Compounds, taken apart by words that the catalogue itself uses: «barnehagepris» is about what a barnehage costs.

use crate::lexicon::Lexicon;
use std::collections::HashSet;

/// Letters of the shortest part.
const SHORTEST: usize = 3;
/// Letters of the shortest last part: it carries the meaning, and short endings look like words.
const LAST: usize = 3;
/// Letters of the shortest word that is taken apart.
const WHOLE: usize = 7;

/// The words that compounds are made of.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    /// Stems.
    stems: HashSet<String>,
    /// How words with these stems may begin: most pieces of a word begin like no word, and need not be stemmed.
    begins: HashSet<Vec<char>>,
}

/// The first letters of a word.
fn begin(word: &str) -> Vec<char> {
    word.chars().take(SHORTEST).collect()
}

impl Parts {
    /// From the stems of all texts.
    pub(crate) fn of(stems: HashSet<String>, lexicon: &Lexicon) -> Self {
        let begins = stems.iter().chain(lexicon.bent.keys()).map(|stem| begin(stem)).collect();
        Self { stems, begins }
    }

    /// Whether a stem is known.
    pub(crate) fn knows(&self, stem: &str) -> bool {
        self.stems.contains(stem)
    }

    /// The stems that a compound is made of, without such as say nothing; none when it is no compound. What a part is
    /// made of itself is found when that part is a word of the catalogue.
    pub(crate) fn split(&self, word: &str, lexicon: &Lexicon) -> Vec<String> {
        if word.chars().count() < WHOLE || lexicon.is_whole(word) {
            return Vec::new();
        }
        let places = word.char_indices().skip(SHORTEST).map(|(place, _)| place);
        let found = places.filter(|place| word[*place..].chars().count() >= LAST).find_map(|place| {
            let (first, last) = word.split_at(place);
            let last = self.part(last, lexicon)?;
            let joined = ["s", "e"].into_iter().filter_map(|letter| first.strip_suffix(letter));
            let first = std::iter::once(first).chain(joined).find_map(|it| self.part(it, lexicon))?;
            Some([first, last])
        });
        found.into_iter().flatten().flatten().collect()
    }

    /// The stem of a part: `Some(None)` when it is a word that says nothing, `None` when it is no word that is known.
    #[allow(clippy::option_option, reason = "a part that says nothing is still a part")]
    fn part(&self, part: &str, lexicon: &Lexicon) -> Option<Option<String>> {
        if part.chars().count() < SHORTEST {
            return None;
        }
        if lexicon.is_quiet(part) {
            return Some(None);
        }
        if !self.begins.contains(&begin(part)) {
            return None;
        }
        let stem = lexicon.stem(part);
        (stem.chars().count() >= SHORTEST && self.knows(&stem)).then_some(Some(stem))
    }
}
