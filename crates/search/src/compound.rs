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
}

impl Parts {
    /// From the stems of all texts.
    pub(crate) fn of(stems: HashSet<String>) -> Self {
        Self { stems }
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
            let stem = lexicon.stem(last);
            let last = ((self.knows(&stem) && stem.chars().count() >= LAST) || lexicon.is_quiet(last))
                .then_some(stem)?;
            Some([self.first(first, lexicon)?, last])
        });
        let mut parts = Vec::from_iter(found.into_iter().flatten());
        parts.retain(|stem| self.knows(stem));
        parts
    }

    /// The first part, with or without the letter that joins.
    fn first(&self, part: &str, lexicon: &Lexicon) -> Option<String> {
        let joined = ["s", "e"].into_iter().filter_map(|letter| part.strip_suffix(letter));
        std::iter::once(part).chain(joined).filter(|it| it.chars().count() >= SHORTEST).find_map(|it| {
            let stem = lexicon.stem(it);
            (lexicon.is_quiet(it) || (self.knows(&stem) && stem.chars().count() >= SHORTEST)).then_some(stem)
        })
    }
}
