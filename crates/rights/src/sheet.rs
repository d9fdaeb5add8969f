//! Reading a TOML file so that every fault is told at once, with file, line and what to do.

use crate::number::Number;
use jiff::civil::Date;
use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt;
use std::ops::Range;
use std::rc::Rc;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Something wrong in the knowledge.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file, from the knowledge folder on.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.what)
    }
}

/// A text in the three languages of the pages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// Bokmål.
    pub nb: String,
    /// Nynorsk.
    pub nn: String,
    /// English.
    pub en: String,
}

/// A language that the catalogue speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Bokmål.
    #[default]
    Nb,
    /// Nynorsk.
    Nn,
    /// English.
    En,
}

impl Words {
    /// The text in one language.
    pub fn say(&self, language: Language) -> &str {
        match language {
            Language::Nb => &self.nb,
            Language::Nn => &self.nn,
            Language::En => &self.en,
        }
    }

    /// All three.
    pub fn all(&self) -> [&str; 3] {
        [&self.nb, &self.nn, &self.en]
    }
}

/// A file, and the faults found in it so far.
pub struct Sheet<'a> {
    name: &'a str,
    text: &'a str,
    faults: &'a RefCell<Vec<Fault>>,
}

impl<'a> Sheet<'a> {
    /// Reads a file; what is no TOML is told and left out.
    pub fn open(name: &'a str, text: &'a str, faults: &'a RefCell<Vec<Fault>>) -> (Rc<Sheet<'a>>, Table<'a>) {
        let sheet = Rc::new(Sheet { name, text, faults });
        let (table, unread) = DeTable::parse_recoverable(text);
        for fault in unread {
            let at = fault.span().map_or(0, |span| span.start);
            sheet.say(at, format!("this is no TOML: {}", fault.message().replace('\n', " ")));
        }
        let span = table.span();
        let table = Table { sheet: sheet.clone(), span, table: table.into_inner(), used: RefCell::default() };
        (sheet, table)
    }

    /// Tells a fault.
    pub fn say(&self, at: usize, what: impl Into<String>) {
        let before = &self.text.as_bytes()[..at.min(self.text.len())];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        self.faults.borrow_mut().push(Fault { file: self.name.to_owned(), line, what: what.into() });
    }

    /// The line at a byte.
    pub fn line(&self, at: usize) -> usize {
        self.text.as_bytes()[..at.min(self.text.len())].iter().filter(|byte| **byte == b'\n').count() + 1
    }

    /// Where the text of a value begins, after its quotes.
    fn inside(&self, span: &Range<usize>) -> usize {
        let raw = self.text.get(span.clone()).unwrap_or_default();
        let quotes = if raw.starts_with("'''") || raw.starts_with("\"\"\"") { 3 } else { 1 };
        let newline = usize::from(quotes == 3 && raw[3..].starts_with('\n'));
        span.start + quotes + newline
    }
}

/// A value and where it stands.
#[derive(Debug, Clone)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where its text begins, in bytes.
    pub at: usize,
}

/// A table of a file, read key by key; keys that nobody asks for are told at the end.
pub struct Table<'a> {
    sheet: Rc<Sheet<'a>>,
    /// Where it stands.
    pub span: Range<usize>,
    table: DeTable<'a>,
    used: RefCell<HashSet<String>>,
}

impl<'a> Table<'a> {
    /// Tells a fault of the whole table.
    pub fn say(&self, what: impl Into<String>) {
        self.sheet.say(self.span.start, what);
    }

    fn get(&self, key: &str) -> Option<&Spanned<DeValue<'a>>> {
        self.used.borrow_mut().insert(key.to_owned());
        self.table.get(key)
    }

    /// Whether a key is there.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    fn needed<T>(&self, key: &str, found: Option<T>) -> Option<T> {
        if found.is_none() && !self.has(key) {
            self.say(format!("`{key}` is missing: add it"));
        }
        found
    }

    fn wrong(&self, value: &Spanned<DeValue<'a>>, key: &str, needs: &str) {
        self.sheet.say(
            value.span().start,
            format!("`{key}` must be {needs}, and this is {}", value.get_ref().type_str()),
        );
    }

    /// A text that may be left out.
    pub fn maybe_text(&self, key: &str) -> Option<At<String>> {
        let value = self.get(key)?;
        match value.get_ref().as_str() {
            Some(text) if !text.trim().is_empty() => {
                Some(At { value: text.trim_end().to_owned(), at: self.sheet.inside(&value.span()) })
            }
            Some(_) => {
                self.sheet
                    .say(value.span().start, format!("`{key}` is empty: fill it in, or take the line away"));
                None
            }
            None => {
                self.wrong(value, key, "a text in quotes");
                None
            }
        }
    }

    /// A text.
    pub fn text(&self, key: &str) -> Option<At<String>> {
        self.needed(key, self.maybe_text(key))
    }

    /// One of some words.
    pub fn one_of<T: Copy>(&self, key: &str, choices: &[(&str, T)]) -> Option<T> {
        let text = self.text(key)?;
        let found = choices.iter().find(|(word, _)| *word == text.value).map(|(_, value)| *value);
        if found.is_none() {
            let words: Vec<_> = choices.iter().map(|(word, _)| format!("\"{word}\"")).collect();
            self.sheet.say(text.at, format!("`{key}` must be one of {}", words.join(", ")));
        }
        found
    }

    /// A day that may be left out.
    pub fn maybe_date(&self, key: &str) -> Option<At<Date>> {
        let value = self.get(key)?;
        let found = value.get_ref().as_datetime().and_then(|it| date_of(&it.to_string()));
        if found.is_none() {
            self.wrong(value, key, "a day like 2026-08-01, without quotes");
        }
        found.map(|date| At { value: date, at: value.span().start })
    }

    /// A day.
    pub fn date(&self, key: &str) -> Option<At<Date>> {
        self.needed(key, self.maybe_date(key))
    }

    /// A number that may be left out.
    pub fn maybe_number(&self, key: &str) -> Option<At<Number>> {
        let value = self.get(key)?;
        let found = number_of(value.get_ref());
        if found.is_none() {
            self.wrong(value, key, "a number with at most nine decimals, up to nine milliards");
        }
        found.map(|number| At { value: number, at: value.span().start })
    }

    /// A number.
    pub fn number(&self, key: &str) -> Option<At<Number>> {
        self.needed(key, self.maybe_number(key))
    }

    /// Yes or no; no when it is left out.
    pub fn truth(&self, key: &str) -> bool {
        let Some(value) = self.get(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong(value, key, "true or false");
            false
        })
    }

    /// A list of texts, empty when it is left out.
    pub fn texts(&self, key: &str) -> Vec<At<String>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong(value, key, "a list in [ ]");
            return Vec::new();
        };
        array
            .iter()
            .filter_map(|item| match item.get_ref().as_str() {
                Some(text) => Some(At { value: text.to_owned(), at: item.span().start }),
                None => {
                    self.wrong(item, key, "a list of texts");
                    None
                }
            })
            .collect()
    }

    fn inner(&self, key: &str, value: &Spanned<DeValue<'a>>) -> Option<Table<'a>> {
        match value.get_ref().as_table() {
            Some(table) => Some(Table {
                sheet: self.sheet.clone(),
                span: value.span(),
                table: table.clone(),
                used: RefCell::default(),
            }),
            None => {
                self.wrong(value, key, "a table");
                None
            }
        }
    }

    /// A table inside this one, when it is there.
    pub fn maybe_table(&self, key: &str) -> Option<Table<'a>> {
        let value = self.get(key)?;
        self.inner(key, value)
    }

    /// The tables of a list, empty when it is left out.
    pub fn tables(&self, key: &str) -> Vec<Table<'a>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong(value, key, "a list of tables");
            return Vec::new();
        };
        array.iter().filter_map(|item| self.inner(key, item)).collect()
    }

    /// A text in three languages that may be left out.
    pub fn maybe_words(&self, key: &str) -> Option<Words> {
        let table = self.maybe_table(key)?;
        let words = [table.text("nb"), table.text("nn"), table.text("en")];
        table.finish();
        let [nb, nn, en] = words;
        Some(Words { nb: nb?.value, nn: nn?.value, en: en?.value })
    }

    /// A text in three languages.
    pub fn words(&self, key: &str) -> Option<Words> {
        self.needed(key, self.maybe_words(key))
    }

    /// All keys with their values, for tables whose keys are names.
    pub fn entries(&self) -> Vec<(At<String>, DeValue<'a>)> {
        let mut found: Vec<_> = self
            .table
            .iter()
            .map(|(key, value)| {
                self.used.borrow_mut().insert(key.get_ref().to_string());
                (At { value: key.get_ref().to_string(), at: key.span().start }, value.get_ref().clone())
            })
            .collect();
        found.sort_by_key(|(key, _)| key.at);
        found
    }

    /// Tells of keys that mean nothing here.
    pub fn finish(&self) {
        let used = self.used.borrow();
        for key in self.table.keys().filter(|key| !used.contains(key.get_ref().as_ref())) {
            let near = crate::compile::nearest(key.get_ref(), used.iter());
            self.sheet.say(key.span().start, format!("`{}` means nothing here{near}", key.get_ref()));
        }
    }

    /// The file.
    pub fn sheet(&self) -> &Rc<Sheet<'a>> {
        &self.sheet
    }
}

/// A day like 2026-08-01 in the years that a place can hold.
pub fn date_of(text: &str) -> Option<Date> {
    let date: Date = (text.len() == 10).then(|| text.parse().ok())??;
    (date.year() >= 1800).then_some(date)
}

/// A number as it stands in a file.
pub fn number_of(value: &DeValue<'_>) -> Option<Number> {
    match value {
        DeValue::Integer(it) if it.radix() == 10 => Number::parse(it.as_str().trim_start_matches('+')),
        DeValue::Float(it) => Number::parse(it.as_str().trim_start_matches('+')),
        _ => None,
    }
}
