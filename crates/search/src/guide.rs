//! Life situations and rights, found from everyday words: what a family that writes one line is shown.

use crate::lexicon::Lexicon;
use crate::shelf::{Doc, Shelf};
use crate::topic::{self, Topic};
use crate::words;
use rights::catalogue::RightKind;
use rights::{Fault, Knowledge, Words};
use std::sync::LazyLock;

/// Things that are found at most.
const MOST: usize = 24;
/// At equal relevance comes first what one can simply go to: within this much it is equal.
const OPEN_DOOR: f32 = 1.05;
/// What a named topic adds to its situation, of the best that was found.
const NAMED: f32 = 0.9;

/// What a situation lends to its rights, and its best right to it.
const DOWN: f32 = 0.25;
const UP: f32 = 0.2;

/// How well the first right of a named situation fits at least.
const LEADS: f32 = 0.5;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// A life situation, by its place in the knowledge.
    Situation(usize),
    /// A right, by its place in the catalogue.
    Right(usize),
}

/// One thing that fits a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// What.
    pub what: What,
    /// How well, beside the best: at most 1.
    pub fits: f32,
}

/// What a question leads to.
#[derive(Debug)]
pub struct Found<'s> {
    /// What fits, the best first. What is private is among it only when the question names it.
    pub hits: Vec<Hit>,
    /// What the question names, danger first.
    pub topics: Vec<&'s Topic>,
}

/// The search of the guide.
#[derive(Debug)]
pub struct Search {
    knowledge: &'static Knowledge,
    lexicon: Lexicon,
    shelf: Shelf,
}

impl Search {
    /// What the program carries, read, checked and built once.
    ///
    /// # Errors
    /// What is wrong with it; a test keeps it right.
    pub fn shipped() -> Result<&'static Search, Vec<Fault>> {
        static SEARCH: LazyLock<Result<Search, Vec<Fault>>> = LazyLock::new(|| {
            let knowledge = Knowledge::shipped()?;
            Search::of(knowledge, Lexicon::load(&crate::files(), knowledge)?)
        });
        SEARCH.as_ref().map_err(Clone::clone)
    }

    /// A search over some knowledge.
    ///
    /// # Errors
    /// When no index can be built.
    pub fn of(knowledge: &'static Knowledge, lexicon: Lexicon) -> Result<Self, Vec<Fault>> {
        let fault = |what: String| vec![Fault { file: "search".to_owned(), line: 1, what }];
        let shelf = Shelf::of(&docs(knowledge, &lexicon), &lexicon).map_err(|it| fault(it.to_string()))?;
        Ok(Self { knowledge, lexicon, shelf })
    }

    /// What is searched in.
    pub fn knowledge(&self) -> &'static Knowledge {
        self.knowledge
    }

    /// What is known about words.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// What fits a question. Anything may be asked; what is too long is cut ([`words::cut`]).
    pub fn ask(&self, text: &str) -> Found<'_> {
        let words = words::question(text);
        let stems = topic::stems(&self.lexicon, words.iter().cloned());
        let mut topics: Vec<&Topic> = self.lexicon.topics.iter().filter(|it| it.named(&stems)).collect();
        topics.sort_by_key(|it| !it.danger());
        // An index in memory that was built can be read; should it not be, nothing is found, and the page says so.
        let ranked = self.shelf.ask(&self.lexicon, &words, &[], MOST).unwrap_or_default();
        Found { hits: self.seen(ranked, &topics), topics }
    }

    /// Services that fit a question, the best first: by what was typed, and a little by the names of what fits best.
    pub fn services(&self, shelf: &Shelf, text: &str, hits: &[Hit]) -> Vec<(usize, f32)> {
        let rights = hits.iter().filter_map(|hit| match hit.what {
            What::Right(right) => Some(self.knowledge.catalogue.rights[right].name.nb.as_str()),
            What::Situation(_) => None,
        });
        let names = rights.take(2).collect::<Vec<_>>().join(" ");
        let also: Vec<String> = words::words(&names).collect();
        shelf.ask(&self.lexicon, &words::question(text), &also, MOST).unwrap_or_default()
    }

    /// What may be seen of what was ranked, and in which order.
    fn seen(&self, ranked: Vec<(usize, f32)>, topics: &[&Topic]) -> Vec<Hit> {
        let situations = &self.knowledge.situations;
        let best = ranked.first().map_or(1.0, |(_, score)| *score);
        let named = |place: usize| topics.iter().any(|it| it.situation == situations[place].id);
        let mut hits: Vec<Hit> = ranked
            .into_iter()
            .map(|(place, score)| Hit { what: self.what(place), fits: score / best })
            .collect();
        for place in (0..situations.len()).filter(|place| named(*place)) {
            match hits.iter_mut().find(|hit| hit.what == What::Situation(place)) {
                Some(hit) => hit.fits += NAMED,
                None => hits.push(Hit { what: What::Situation(place), fits: NAMED }),
            }
        }
        self.lean(&mut hits);
        hits.retain(|hit| match hit.what {
            What::Situation(place) => !situations[place].private || named(place),
            What::Right(right) => situations
                .iter()
                .enumerate()
                .any(|(place, it)| it.rights.contains(&right) && (!it.private || named(place))),
        });
        let rank = |hit: &Hit| match hit.what {
            What::Right(right) if self.knowledge.catalogue.rights[right].kind == RightKind::LowThreshold => {
                hit.fits * OPEN_DOOR
            }
            _ => hit.fits,
        };
        let best = hits.iter().map(|hit| hit.fits).fold(1.0, f32::max);
        hits.iter_mut().for_each(|hit| hit.fits /= best);
        // What a named situation leads to belongs to the answer, in the situation's own order.
        for place in (0..situations.len()).filter(|place| named(*place)) {
            for (order, right) in situations[place].rights.iter().enumerate() {
                let (what, least) = (What::Right(*right), LEADS - order as f32 / 100.0);
                match hits.iter_mut().find(|hit| hit.what == what) {
                    Some(hit) => hit.fits = hit.fits.max(least),
                    None => hits.push(Hit { what, fits: least }),
                }
            }
        }
        hits.sort_by(|a, b| rank(b).total_cmp(&rank(a)));
        hits
    }

    /// A situation and its rights speak for each other: what fits a question through both fits better.
    fn lean(&self, hits: &mut Vec<Hit>) {
        let situations = &self.knowledge.situations;
        let before = hits.clone();
        let fits = |what: What| before.iter().find(|hit| hit.what == what).map_or(0.0, |hit| hit.fits);
        let above = |right: usize| {
            let of = situations.iter().enumerate().filter(|(_, it)| it.rights.contains(&right));
            of.map(|(place, _)| fits(What::Situation(place))).fold(0.0, f32::max)
        };
        let below = |place: usize| {
            situations[place].rights.iter().map(|right| fits(What::Right(*right))).fold(0.0, f32::max)
        };
        for hit in hits.iter_mut() {
            hit.fits += match hit.what {
                What::Right(right) => DOWN * above(right),
                What::Situation(place) => UP * below(place),
            };
        }
        let found: Vec<usize> = before
            .iter()
            .filter_map(|hit| match hit.what {
                What::Situation(place) => Some(place),
                What::Right(_) => None,
            })
            .collect();
        for place in found {
            for right in &situations[place].rights {
                let what = What::Right(*right);
                if !hits.iter().any(|hit| hit.what == what) {
                    hits.push(Hit { what, fits: DOWN * above(*right) });
                }
            }
        }
    }

    /// Situations first, then rights: as [`docs`] lays them out.
    fn what(&self, place: usize) -> What {
        match place.checked_sub(self.knowledge.situations.len()) {
            None => What::Situation(place),
            Some(right) => What::Right(right),
        }
    }
}

fn both(words: &Words) -> [String; 2] {
    [format!("{}, {}", words.nb, words.nn), words.en.clone()]
}

fn docs(knowledge: &Knowledge, lexicon: &Lexicon) -> Vec<Doc> {
    let catalogue = knowledge.catalogue;
    let more = |doc: &mut Doc, id: &str| {
        for it in lexicon.everyday.iter().filter(|it| it.of == id) {
            add(&mut doc.words, [&it.norwegian, &it.english]);
        }
        for it in lexicon.topics.iter().filter(|it| it.situation == id) {
            add(&mut doc.words, [&it.norwegian, &it.english]);
        }
    };
    let mut docs = Vec::with_capacity(knowledge.situations.len() + catalogue.rights.len());
    for situation in &knowledge.situations {
        let mut doc = Doc { name: both(&situation.name), about: both(&situation.explain), ..Doc::default() };
        more(&mut doc, &situation.id);
        for right in situation.rights.iter().map(|right| &catalogue.rights[*right]) {
            let (name, words) = (both(&right.name), both(&right.words));
            add(&mut doc.below, [&name[0], &name[1]]);
            add(&mut doc.below, [&words[0], &words[1]]);
        }
        docs.push(doc);
    }
    for right in &catalogue.rights {
        let mut doc = Doc {
            name: both(&right.name),
            words: both(&right.words),
            about: both(&right.explain),
            ..Doc::default()
        };
        more(&mut doc, &right.id);
        docs.push(doc);
    }
    docs
}

fn add(texts: &mut [String; 2], more: [&String; 2]) {
    for (text, more) in texts.iter_mut().zip(more) {
        text.push_str(", ");
        text.push_str(more);
    }
}
