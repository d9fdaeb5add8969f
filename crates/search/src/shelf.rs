//! An index in memory over short texts: built in one go, asked by words, never changed.

use crate::compound::Parts;
use crate::lexicon::Lexicon;
use crate::words;
use std::collections::{BTreeSet, HashMap, HashSet};
use tantivy::collector::TopDocs;
use tantivy::directory::RamDirectory;
use tantivy::query::{
    BooleanQuery, BoostQuery, DisjunctionMaxQuery, FuzzyTermQuery, Occur, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Index, IndexReader, ReloadPolicy, Searcher, SingleSegmentIndexWriter, TantivyDocument, Term};

/// Memory for building: a catalogue is small.
const BUDGET: usize = 4_000_000;
/// What a match of another word of the same meaning counts, and of a part of a compound, and of a mended word.
const SAME: f32 = 0.55;
const PART: f32 = 0.5;
const MENDED: f32 = 0.8;
/// What a word that only comes along counts.
const ALSO: f32 = 0.35;
/// What further matches of one and the same word count beside the best.
const FURTHER: f32 = 0.25;
/// Letters from which one, and two, mistyped letters are mended.
const MEND_ONE: usize = 4;
const MEND_TWO: usize = 8;

/// The texts of one thing that can be found.
#[derive(Debug, Clone, Default)]
pub struct Doc {
    /// Names, in bokmål and nynorsk, parted by commas; and in English.
    pub name: [String; 2],
    /// Everyday words.
    pub words: [String; 2],
    /// Plain sentences.
    pub about: [String; 2],
    /// What lies below it: the texts of a situation's rights.
    pub below: [String; 2],
}

/// The fields of one language: which text, and what a match in it counts.
#[derive(Debug, Clone, Copy)]
struct Fields {
    name: Field,
    words: Field,
    about: Field,
    below: Field,
    /// Everything with the parts of compounds; its terms are the words that are known.
    all: Field,
}

impl Fields {
    fn add(schema: &mut tantivy::schema::SchemaBuilder, language: &str) -> Self {
        // The words come ready-made, and only how often they stand there counts.
        let indexing = TextFieldIndexing::default().set_index_option(IndexRecordOption::WithFreqs);
        let options = TextOptions::default().set_indexing_options(indexing);
        let mut add = |name: &str| schema.add_text_field(&format!("{name}_{language}"), options.clone());
        Self {
            name: add("name"),
            words: add("words"),
            about: add("about"),
            below: add("below"),
            all: add("all"),
        }
    }

    const fn weighed(&self) -> [(Field, f32); 5] {
        [(self.name, 2.4), (self.words, 2.2), (self.about, 1.0), (self.below, 0.7), (self.all, 0.2)]
    }
}

/// A word that is looked for, with what a match counts.
type Wanted = (String, f32);

/// An index. Cheap to ask from many threads.
pub struct Shelf {
    reader: IndexReader,
    languages: [Fields; 2],
    parts: Parts,
}

impl std::fmt::Debug for Shelf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shelf").finish_non_exhaustive()
    }
}

impl Shelf {
    /// Builds an index over texts; what is found is told by their places.
    ///
    /// # Errors
    /// When tantivy cannot build one.
    pub fn of(docs: &[Doc], lexicon: &Lexicon) -> tantivy::Result<Self> {
        let mut schema = Schema::builder();
        let languages = [Fields::add(&mut schema, "no"), Fields::add(&mut schema, "en")];
        let index = Index::builder().schema(schema.build());
        let mut writer: SingleSegmentIndexWriter =
            index.single_segment_index_writer(RamDirectory::create(), BUDGET)?;
        let parts = Parts::of(stems(docs, lexicon), lexicon);
        let mut known = Known::new(lexicon, &parts);
        for doc in docs {
            writer.add_document(document(doc, languages, &mut known))?;
        }
        let reader = writer.finalize()?.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { reader, languages, parts })
    }

    /// The places of what fits a question, the best first, with how well it fits. `words` are words as they were
    /// typed; more words can come along that count less.
    ///
    /// # Errors
    /// When tantivy cannot read its index.
    pub fn ask(
        &self,
        lexicon: &Lexicon,
        words: &[String],
        also: &[String],
        most: usize,
    ) -> tantivy::Result<Vec<(usize, f32)>> {
        let searcher = self.reader.searcher();
        let mut query: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        let language = self.language(lexicon, words);
        let once = |words: &[String]| -> Vec<String> {
            words.iter().collect::<BTreeSet<_>>().into_iter().cloned().collect()
        };
        for (word, share) in
            once(words).iter().map(|it| (it, 1.0)).chain(once(also).iter().map(|it| (it, ALSO)))
        {
            let wanted = match language {
                0 => self.norwegian(lexicon, &searcher, word)?,
                _ => self.english(lexicon, &searcher, word)?,
            };
            query.extend(any(self.languages[language], &wanted, share).map(|it| (Occur::Should, it)));
        }
        if query.is_empty() {
            return Ok(Vec::new());
        }
        let found =
            searcher.search(&BooleanQuery::new(query), &TopDocs::with_limit(most).order_by_score())?;
        // One segment, written in order: a document's number is its place.
        Ok(found.into_iter().map(|(score, address)| (address.doc_id as usize, score)).collect())
    }

    /// The language of a question: English when more of its words are English.
    fn language(&self, lexicon: &Lexicon, words: &[String]) -> usize {
        let searcher = self.reader.searcher();
        let known = |language: usize, stem: &str| self.knows(&searcher, language, stem);
        let norwegian = words.iter().filter(|it| lexicon.is_quiet(it) || known(0, &lexicon.stem(it))).count();
        let english = words
            .iter()
            .filter(|it| lexicon.quiet_english.contains(*it) || known(1, &words::english(it)))
            .count();
        usize::from(english > norwegian)
    }

    fn knows(&self, searcher: &Searcher, language: usize, stem: &str) -> bool {
        let term = Term::from_field_text(self.languages[language].all, stem);
        searcher.doc_freq(&term).is_ok_and(|count| count > 0)
    }

    /// What a word may stand for, in Norwegian.
    fn norwegian(&self, lexicon: &Lexicon, searcher: &Searcher, word: &str) -> tantivy::Result<Vec<Wanted>> {
        if lexicon.is_quiet(word) {
            return Ok(Vec::new());
        }
        let stem = lexicon.stem(word);
        let mut wanted = vec![(stem.clone(), 1.0)];
        wanted.extend(lexicon.same(&stem).iter().map(|it| (it.clone(), SAME)));
        let parts = self.parts.split(word, lexicon);
        for part in &parts {
            wanted.push((part.clone(), PART));
            wanted.extend(lexicon.same(part).iter().map(|it| (it.clone(), PART * SAME)));
        }
        let known = self.knows(searcher, 0, &stem) || wanted.len() > 1;
        if !known && let Some(mended) = self.mend(searcher, 0, &stem)? {
            wanted.extend(lexicon.same(&mended).iter().map(|it| (it.clone(), MENDED * SAME)));
            wanted.push((mended, MENDED));
        }
        Ok(wanted)
    }

    /// What a word may stand for, in English.
    fn english(&self, lexicon: &Lexicon, searcher: &Searcher, word: &str) -> tantivy::Result<Vec<Wanted>> {
        if lexicon.quiet_english.contains(word) {
            return Ok(Vec::new());
        }
        let stem = words::english(word);
        let mut wanted = vec![(stem.clone(), 1.0)];
        let same = lexicon.same_english.get(&stem).into_iter().flatten();
        wanted.extend(same.map(|it| (it.clone(), SAME)));
        let known = self.knows(searcher, 1, &stem) || wanted.len() > 1;
        if !known {
            wanted.extend(self.mend(searcher, 1, &stem)?.map(|mended| (mended, MENDED)));
        }
        Ok(wanted)
    }

    /// The known word that is nearest to a mistyped one: the fewest letters away, then the most used.
    fn mend(&self, searcher: &Searcher, language: usize, stem: &str) -> tantivy::Result<Option<String>> {
        let distance = match stem.chars().count() {
            ..MEND_ONE => return Ok(None),
            MEND_ONE..MEND_TWO => 1,
            _ => 2,
        };
        let all = self.languages[language].all;
        let automaton = FuzzyTermQuery::new(Term::from_field_text(all, stem), distance, true).automaton()?;
        let mut best: Option<((usize, std::cmp::Reverse<u32>), String)> = None;
        for segment in searcher.segment_readers() {
            let inverted = segment.inverted_index(all)?;
            let mut near = inverted.terms().search(&automaton).into_stream()?;
            while near.advance() {
                let Ok(word) = std::str::from_utf8(near.key()) else { continue };
                // The first letter is seldom wrong, and another one is another word.
                if word.chars().next() != stem.chars().next() {
                    continue;
                }
                let rank = (strsim::osa_distance(word, stem), std::cmp::Reverse(near.value().doc_freq));
                if best.as_ref().is_none_or(|(known, _)| rank < *known) {
                    best = Some((rank, word.to_owned()));
                }
            }
        }
        Ok(best.map(|(_, word)| word))
    }
}

/// One word that may stand for several: the best counts, the others a little.
fn any(fields: Fields, wanted: &[Wanted], share: f32) -> Option<Box<dyn Query>> {
    let mut queries: Vec<Box<dyn Query>> = Vec::new();
    for (text, counts) in wanted {
        for (field, weight) in fields.weighed() {
            let term = TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::WithFreqs);
            queries.push(Box::new(BoostQuery::new(Box::new(term), weight * counts * share)));
        }
    }
    (!queries.is_empty())
        .then(|| Box::new(DisjunctionMaxQuery::with_tie_breaker(queries, FURTHER)) as Box<dyn Query>)
}

/// The stems of all texts, for taking compounds apart.
fn stems(docs: &[Doc], lexicon: &Lexicon) -> HashSet<String> {
    let texts = docs.iter().flat_map(|doc| [&doc.name[0], &doc.words[0], &doc.about[0]]);
    let words: HashSet<String> = texts.flat_map(|text| words::words(text)).collect();
    let words = words.iter().filter(|word| !lexicon.is_quiet(word));
    words.map(|word| lexicon.stem(word)).chain(lexicon.same.keys().cloned()).collect()
}

/// What words come to, each worked out once: texts repeat themselves.
struct Known<'a> {
    lexicon: &'a Lexicon,
    parts: &'a Parts,
    /// The stem of a word that says something, and the parts of a compound.
    norwegian: HashMap<String, Option<(String, Vec<String>)>>,
    english: HashMap<String, Option<String>>,
}

impl<'a> Known<'a> {
    fn new(lexicon: &'a Lexicon, parts: &'a Parts) -> Self {
        Self { lexicon, parts, norwegian: HashMap::new(), english: HashMap::new() }
    }

    fn norwegian(&mut self, word: String) -> Option<&(String, Vec<String>)> {
        let (lexicon, parts) = (self.lexicon, self.parts);
        let know = |word: &String| {
            (!lexicon.is_quiet(word)).then(|| (lexicon.stem(word), parts.split(word, lexicon)))
        };
        self.norwegian.entry(word).or_insert_with_key(know).as_ref()
    }

    fn english(&mut self, word: String) -> Option<&String> {
        let quiet = &self.lexicon.quiet_english;
        let know = |word: &String| (!quiet.contains(word)).then(|| words::english(word));
        self.english.entry(word).or_insert_with_key(know).as_ref()
    }
}

fn document(doc: &Doc, [no, en]: [Fields; 2], known: &mut Known<'_>) -> TantivyDocument {
    let mut document = TantivyDocument::new();
    let (mut all, mut all_english) = (Vec::new(), Vec::new());
    for (place, text) in [&doc.name, &doc.words, &doc.about, &doc.below].into_iter().enumerate() {
        let field = |fields: Fields| [fields.name, fields.words, fields.about, fields.below][place];
        let own = place < 3;
        let (mut stems, mut english) = (Vec::new(), Vec::new());
        for word in words::words(&text[0]) {
            let Some((stem, parts)) = known.norwegian(word) else { continue };
            stems.push(stem.clone());
            if own {
                all.push(stem.clone());
                all.extend(parts.iter().cloned());
            }
        }
        english.extend(words::words(&text[1]).filter_map(|word| known.english(word).cloned()));
        if own {
            all_english.extend(english.iter().cloned());
        }
        document.add_pre_tokenized_text(field(no), ready(stems));
        document.add_pre_tokenized_text(field(en), ready(english));
    }
    document.add_pre_tokenized_text(no.all, ready(all));
    document.add_pre_tokenized_text(en.all, ready(all_english));
    document
}

/// Words for tantivy, as they are.
fn ready(words: Vec<String>) -> PreTokenizedString {
    let token = |(position, text): (usize, String)| Token { position, text, ..Token::default() };
    PreTokenizedString { text: String::new(), tokens: words.into_iter().enumerate().map(token).collect() }
}
