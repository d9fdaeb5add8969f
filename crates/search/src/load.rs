//! Reads and checks `knowledge/search`: every fault is told with file, line and what to do.

use crate::lexicon::{Everyday, Lexicon};
use crate::topic::{self, Ring, Topic};
use crate::words;
use rights::sheet::{At, Sheet, Table};
use rights::{Fault, File, Knowledge};
use rust_embed::RustEmbed;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

/// The files, in the order they are read: later ones are checked against earlier ones.
const NAMES: [&str; 5] = [
    "search/nynorsk.toml",
    "search/quiet.toml",
    "search/same.toml",
    "search/everyday.toml",
    "search/topics.toml",
];

#[derive(RustEmbed)]
#[folder = "../../knowledge/search"]
#[prefix = "search/"]
struct Shipped;

/// The files of `knowledge/search` that the program carries.
pub fn files() -> Vec<File> {
    let read = Shipped::iter().filter_map(|name| {
        let file = Shipped::get(&name)?;
        Some((name.to_string(), String::from_utf8_lossy(&file.data).into_owned()))
    });
    read.collect()
}

impl Lexicon {
    /// Reads the words and checks them against the catalogue and its situations.
    ///
    /// # Errors
    /// Everything that is wrong, with its file and line.
    pub fn load(files: &[File], knowledge: &Knowledge) -> Result<Self, Vec<Fault>> {
        let faults = RefCell::new(Vec::new());
        let mut lexicon = Self::default();
        let tell = |file: &str, what: String| {
            faults.borrow_mut().push(Fault { file: file.to_owned(), line: 1, what });
        };
        for (name, _) in files.iter().filter(|(name, _)| !NAMES.contains(&name.as_str())) {
            tell(name, format!("this file is not read: the search has {}", NAMES.join(", ")));
        }
        for name in NAMES {
            let Some((_, text)) = files.iter().find(|(it, _)| it == name) else {
                tell(name, "the file is missing: add it, empty if need be".to_owned());
                continue;
            };
            let (sheet, top) = Sheet::open(name, text, &faults);
            match name {
                "search/nynorsk.toml" => bent(&mut lexicon, &sheet, &top),
                "search/quiet.toml" => quiet(&mut lexicon, &sheet, &top),
                "search/same.toml" => same(&mut lexicon, &sheet, &top),
                "search/everyday.toml" => everyday(&mut lexicon, knowledge, &sheet, &top),
                _ => topics(&mut lexicon, knowledge, &sheet, &top),
            }
            top.finish();
        }
        let mut faults = faults.into_inner();
        faults.sort();
        if faults.is_empty() { Ok(lexicon) } else { Err(faults) }
    }
}

/// One word, in lower case.
fn one_word(sheet: &Sheet<'_>, text: &At<String>) -> bool {
    let one = words::words(&text.value).eq(std::iter::once(text.value.clone()));
    if !one {
        sheet.say(text.at, format!("`{}` must be one word in small letters", text.value));
    }
    one
}

fn bent(lexicon: &mut Lexicon, sheet: &Sheet<'_>, top: &Table<'_>) {
    let Some(table) = top.maybe_table("bokmal") else { return };
    let mut pairs = Vec::new();
    for (key, _) in table.entries() {
        let Some(to) = table.text(&key.value) else { continue };
        if one_word(sheet, &key) & one_word(sheet, &to) {
            pairs.push((key, to));
        }
    }
    for (key, to) in &pairs {
        let (from, to) = (words::norwegian(&key.value), words::norwegian(&to.value));
        if from == to {
            sheet.say(key.at, format!("`{}` has that stem already: take the line away", key.value));
        } else if lexicon.bent.get(&from).is_some_and(|other| *other != to) {
            sheet.say(key.at, format!("the stem of `{}` leads to another word above", key.value));
        } else {
            lexicon.bent.insert(from, to);
        }
    }
    // A word that leads on would have to be bent twice.
    for (key, to) in &pairs {
        if lexicon.bent.contains_key(&words::norwegian(&to.value)) {
            sheet.say(to.at, format!("`{}` leads on: let `{}` lead to the last word", to.value, key.value));
        }
    }
}

fn quiet(lexicon: &mut Lexicon, sheet: &Sheet<'_>, top: &Table<'_>) {
    let list = |key: &str| -> HashSet<String> {
        let list = top.texts(key).into_iter().filter(|word| one_word(sheet, word));
        list.map(|word| word.value).collect()
    };
    (lexicon.quiet, lexicon.quiet_english) = (list("norwegian"), list("english"));
    lexicon.whole = list("whole").iter().map(|word| words::norwegian(word)).collect();
}

fn same(lexicon: &mut Lexicon, sheet: &Sheet<'_>, top: &Table<'_>) {
    let mut groups: [HashMap<String, Vec<String>>; 2] = Default::default();
    for table in top.tables("same") {
        let (norwegian, english) = (table.texts("words"), table.texts("english"));
        table.finish();
        let two = norwegian.len() > 1 || english.len() > 1;
        if !two || norwegian.len() == 1 || english.len() == 1 {
            table.say("words that mean the same are at least two: `words` or `english`");
        }
        for (place, list) in [norwegian, english].iter().enumerate() {
            let quiet = if place == 0 { &lexicon.quiet } else { &lexicon.quiet_english };
            let mut stems: Vec<String> = Vec::new();
            for word in list.iter().filter(|word| one_word(sheet, word)) {
                let stem = if place == 0 { lexicon.stem(&word.value) } else { words::english(&word.value) };
                if quiet.contains(&word.value) {
                    sheet.say(word.at, format!("`{}` is in quiet.toml and is never searched", word.value));
                } else if stems.contains(&stem) {
                    sheet.say(word.at, format!("`{}` has the stem of a word beside it", word.value));
                } else {
                    stems.push(stem);
                }
            }
            for stem in &stems {
                let others = groups[place].entry(stem.clone()).or_default();
                others.extend(stems.iter().filter(|it| *it != stem).cloned());
                others.sort();
                others.dedup();
            }
        }
    }
    [lexicon.same, lexicon.same_english] = groups;
}

fn everyday(lexicon: &mut Lexicon, knowledge: &Knowledge, sheet: &Sheet<'_>, top: &Table<'_>) {
    let mut known: HashSet<String> = HashSet::new();
    for table in top.tables("everyday") {
        let of = table.text("for");
        let [nb, nn, en] = ["nb", "nn", "en"].map(|key| table.text(key));
        table.finish();
        let Some(of) = of else { continue };
        let is_right = knowledge.catalogue.right(&of.value).is_some();
        if !is_right && !knowledge.situations.iter().any(|it| it.id == of.value) {
            sheet.say(of.at, format!("there is no right and no situation `{}`", of.value));
        }
        if !known.insert(of.value.clone()) {
            sheet.say(of.at, format!("`{}` has words above: put these there", of.value));
        }
        let (Some(nb), Some(nn), Some(en)) = (nb, nn, en) else { continue };
        let norwegian = format!("{}, {}", nb.value, nn.value);
        lexicon.everyday.push(Everyday { of: of.value, norwegian, english: en.value });
    }
}

fn topics(lexicon: &mut Lexicon, knowledge: &Knowledge, sheet: &Sheet<'_>, top: &Table<'_>) {
    let mut found: Vec<Topic> = Vec::new();
    for table in top.tables("topic") {
        let (id, situation) = (table.text("id"), table.text("situation"));
        let [nb, nn, en] = ["nb", "nn", "en"].map(|key| table.text(key));
        let mut ring = Vec::new();
        for code in table.texts("ring") {
            match Ring::CODES.iter().find(|(it, _)| *it == code.value) {
                Some((_, one)) => ring.push(*one),
                None => {
                    let codes = Ring::CODES.map(|(code, _)| code).join(", ");
                    sheet.say(code.at, format!("`ring` must be of {codes}"));
                }
            }
        }
        table.finish();
        if let Some(situation) = &situation {
            match knowledge.situations.iter().find(|it| it.id == situation.value) {
                None => sheet.say(situation.at, format!("there is no situation `{}`", situation.value)),
                Some(it) if !it.private => {
                    let what = "is open to all, and needs no topic to be found";
                    sheet.say(situation.at, format!("`{}` {what}", situation.value));
                }
                Some(_) => {}
            }
        }
        let (Some(id), Some(situation)) = (id, situation) else { continue };
        if found.iter().any(|it| it.id == id.value) {
            sheet.say(id.at, format!("the topic `{}` is there already", id.value));
        }
        let (Some(nb), Some(nn), Some(en)) = (nb, nn, en) else { continue };
        let norwegian = format!("{}, {}", nb.value, nn.value);
        let mut phrases = topic::phrases(lexicon, &norwegian);
        phrases.extend(topic::phrases(lexicon, &en.value));
        phrases.sort();
        phrases.dedup();
        for phrase in [&nb, &nn, &en] {
            let mut short = phrase.value.split(',').filter(|it| words::words(it).next().is_none());
            if short.next().is_some() {
                sheet.say(phrase.at, "a phrase without words: look for two commas in a row");
            }
        }
        let topic =
            Topic { id: id.value, situation: situation.value, ring, phrases, norwegian, english: en.value };
        found.push(topic);
    }
    for situation in knowledge.situations.iter().filter(|it| it.private) {
        if !found.iter().any(|it| it.situation == situation.id) {
            let what = "is private and in no topic, so no words lead to it: add one";
            sheet.say(0, format!("the situation `{}` {what}", situation.id));
        }
    }
    lexicon.topics = found;
}
