//! Room `exchange::families::read`: one row at a time, from cells to typed values.
//!
//! Every fault of a row is told, not only the first, so that the sender can put all of them right
//! at once. What can be read safely is read and told; what cannot is never guessed.

use super::national_id::{NationalId, NationalIdFault, OLDEST_BIRTH, carries_national_id};
use super::rows::{Choice, FamilyRow, Home, PersonRow, Place, Protection, RelationRow, ServiceRow, YesNo};
use crate::dates::parse_date;
use crate::finding::{Findings, Problem, Severity, Spot, shown};
use crate::harmless::looks_like_formula;
use crate::table::{Column, Row, Table, fold_name};
use jiff::civil::Date;
use std::collections::HashMap;

/// Longer keys, names and services are a sign of text in the wrong column.
const LONGEST_TEXT: usize = 200;

const fn must(name: &'static str) -> Column {
    Column { name, required: true, seldom: false }
}
const fn may(name: &'static str) -> Column {
    Column { name, required: false, seldom: false }
}
const fn seldom(name: &'static str) -> Column {
    Column { name, required: false, seldom: true }
}
pub(super) const FAMILY: [Column; 4] = [must("familie_id"), may("bydel"), must("mottatt"), must("status")];
pub(super) const PERSON: [Column; 13] = [
    must("person_id"),
    must("familie_id"),
    may("fodselsnummer"),
    must("fornavn"),
    must("etternavn"),
    must("fodselsdato"),
    must("rolle"),
    may("sprak"),
    may("tolk"),
    must("adressebeskyttelse"),
    seldom("adresse"),
    seldom("postnummer"),
    seldom("poststed"),
];
pub(super) const RELATION: [Column; 5] =
    [must("fra_person"), must("til_person"), must("relasjon"), may("foreldreansvar"), may("bosted")];
pub(super) const SERVICE: [Column; 4] = [must("person_id"), must("tjeneste"), must("fra"), may("til")];

/// The rows of a file that stand on their own feet, and the keys of those that do not.
pub(super) struct Rows<R> {
    pub sound: Vec<R>,
    /// Key → row of those that were rejected.
    pub rejected: HashMap<String, u64>,
}

/// Reads all rows of a file with one of the `…_row` functions below.
pub(super) fn rows<R>(
    table: &Table,
    key: &str,
    today: Date,
    out: &mut Findings,
    read: fn(&mut RowReader) -> Option<R>,
) -> Rows<R> {
    let mut rows = Rows { sound: Vec::with_capacity(table.rows.len()), rejected: HashMap::new() };
    for row in &table.rows {
        let at = Spot::row(&table.file, row.number);
        let mut reader = RowReader { table, row, today, at, out, is_sound: true };
        match read(&mut reader) {
            Some(read) if reader.is_sound => rows.sound.push(read),
            _ => {
                rows.rejected.entry(table.cell(row, key).trim().to_owned()).or_insert(row.number);
            }
        }
    }
    rows
}

pub(super) fn family_row(row: &mut RowReader) -> Option<FamilyRow> {
    let key = row.required("familie_id", RowReader::text);
    let district = row.text("bydel");
    let received = row.required("mottatt", RowReader::past_date);
    let status = row.required("status", RowReader::choice);
    Some(FamilyRow { place: row.place(), key: key?, district, received: received?, status: status? })
}

pub(super) fn person_row(row: &mut RowReader) -> Option<PersonRow> {
    let key = row.required("person_id", RowReader::text);
    let family = row.required("familie_id", RowReader::text);
    let mut birth_date = row.past_date("fodselsdato");
    let national_id = row.national_id(birth_date);
    if row.is_blank("fodselsdato") {
        birth_date = national_id.and_then(|id| id.birth_date());
        match birth_date {
            Some(_) => row.note("fodselsdato", Problem::BirthDateFromNumber),
            None => row.reject("fodselsdato", Problem::Missing),
        }
    }
    // Some people have one name only.
    let (first_name, last_name) = if row.is_blank("fornavn") && row.is_blank("etternavn") {
        (row.required("fornavn", RowReader::text), None)
    } else {
        (row.optional("fornavn", RowReader::text), row.optional("etternavn", RowReader::text))
    };
    let role = row.required("rolle", RowReader::choice);
    let language = row.optional("sprak", RowReader::language);
    let interpreter = row.optional("tolk", RowReader::choice).map(|answer: YesNo| answer == YesNo::Yes);
    let protection = row.required("adressebeskyttelse", RowReader::choice);
    let home = row.home(protection);
    Some(PersonRow {
        place: row.place(),
        key: key?,
        also: vec![],
        family: family?,
        national_id,
        first_name: first_name.unwrap_or_default(),
        last_name: last_name.unwrap_or_default(),
        birth_date: birth_date?,
        role: role?,
        language,
        interpreter,
        protection: protection?,
        home,
    })
}

pub(super) fn relation_row(row: &mut RowReader) -> Option<RelationRow> {
    let from = row.required("fra_person", RowReader::text);
    let to = row.required("til_person", RowReader::text);
    let kind = row.required("relasjon", RowReader::choice);
    let responsibility = row.optional("foreldreansvar", RowReader::choice);
    let residence = row.optional("bosted", RowReader::choice);
    Some(RelationRow { place: row.place(), from: from?, to: to?, kind: kind?, responsibility, residence })
}

pub(super) fn service_row(row: &mut RowReader) -> Option<ServiceRow> {
    let person = row.required("person_id", RowReader::text);
    let service = row.required("tjeneste", RowReader::text);
    let from = row.required("fra", RowReader::date);
    let to = row.date("til");
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        row.reject("til", Problem::EndBeforeStart);
    }
    Some(ServiceRow { place: row.place(), person: person?, service: service?, from: from?, to })
}

/// One row being read. Each reader answers `None` for an empty cell and for a faulty one; a faulty
/// one has then been told.
pub(super) struct RowReader<'a> {
    table: &'a Table,
    row: &'a Row,
    today: Date,
    at: Spot,
    out: &'a mut Findings,
    is_sound: bool,
}

impl<'a> RowReader<'a> {
    fn place(&self) -> Place {
        Place { file: self.at.file.clone(), row: self.row.number }
    }

    fn reject(&mut self, column: &str, problem: Problem) {
        self.is_sound = false;
        self.out.add(Severity::Rejected, &self.at, column, problem);
    }

    fn note(&mut self, column: &str, problem: Problem) {
        self.out.fold(Severity::Normalised, &self.at, column, problem);
    }

    fn is_blank(&self, column: &str) -> bool {
        self.table.cell(self.row, column).trim().is_empty()
    }

    fn required<T>(&mut self, column: &str, read: fn(&mut Self, &str) -> Option<T>) -> Option<T> {
        if self.is_blank(column) {
            self.reject(column, Problem::Missing);
            return None;
        }
        let value = read(self, column);
        // Nothing but invisible characters.
        if value.is_none() && self.is_sound {
            self.reject(column, Problem::Missing);
        }
        value
    }

    fn optional<T>(&mut self, column: &str, read: fn(&mut Self, &str) -> Option<T>) -> Option<T> {
        if self.is_blank(column) {
            self.out.fold(Severity::Told, &self.at, column, Problem::LeftEmpty);
            return None;
        }
        read(self, column)
    }

    /// The cell without blanks around it. Letters that were destroyed on the way reject the row.
    fn value(&mut self, column: &str) -> Option<&'a str> {
        let written = self.table.cell(self.row, column);
        let value = written.trim();
        if value.contains('\u{fffd}') {
            self.reject(column, Problem::BrokenText);
            return None;
        }
        if value.is_empty() {
            return None;
        }
        if value.len() < written.len() {
            self.note(column, Problem::BlanksCut);
        }
        Some(value)
    }

    fn text(&mut self, column: &str) -> Option<String> {
        let value = self.value(column)?;
        if looks_like_formula(self.table.cell(self.row, column)) {
            self.out.add(Severity::Told, &self.at, column, Problem::FormulaText);
        }
        let mut text = value.to_owned();
        if text.chars().any(is_invisible) {
            text = text.replace(char::is_whitespace, " ").replace(is_invisible, "").trim().to_owned();
            self.note(column, Problem::ControlCharacters);
        }
        if text.is_empty() {
            return None;
        } else if text.chars().count() > LONGEST_TEXT {
            self.reject(column, Problem::TooLong { limit: LONGEST_TEXT as u64 });
        } else if carries_national_id(&text) {
            self.reject(column, Problem::NationalIdInText);
        } else {
            return Some(text);
        }
        None
    }

    fn date(&mut self, column: &str) -> Option<Date> {
        let value = self.value(column)?;
        let date = parse_date(value);
        match date {
            None => self.reject(column, Problem::NotADate { value: shown(value) }),
            Some((_, false)) => self.note(column, Problem::DateRead),
            Some((_, true)) => {}
        }
        date.map(|(date, _)| date)
    }

    /// A date that lies behind us, and not further back than somebody who lives.
    fn past_date(&mut self, column: &str) -> Option<Date> {
        let date = self.date(column)?;
        let value = date.to_string();
        if date > self.today {
            self.reject(column, Problem::DateFuture { value });
        } else if date < OLDEST_BIRTH {
            self.reject(column, Problem::DateTooOld { value });
        } else {
            return Some(date);
        }
        None
    }

    fn choice<T: Choice>(&mut self, column: &str) -> Option<T> {
        let value = self.value(column)?;
        if let Some((choice, _, _)) = T::ALL.iter().find(|(_, word, _)| *word == value) {
            return Some(*choice);
        }
        let folded = fold_value(value);
        let found =
            T::ALL.iter().find(|(_, word, also)| fold_value(word) == folded || also.contains(&&*folded));
        if let Some((choice, word, _)) = found {
            self.note(column, Problem::ChoiceRead { read: shown(value), kept: (*word).to_owned() });
            return Some(*choice);
        }
        let choices = T::ALL.iter().map(|(_, word, _)| *word).collect::<Vec<_>>().join(", ");
        self.reject(column, Problem::NotAChoice { value: shown(value), choices });
        None
    }

    /// A language code of two or three letters (ISO 639), perhaps with a region.
    fn language(&mut self, column: &str) -> Option<String> {
        let value = self.value(column)?;
        let lower = value.to_lowercase().replace('_', "-");
        let code =
            LANGUAGES.iter().find(|(name, _)| *name == lower).map_or(lower, |(_, code)| (*code).to_owned());
        let mut parts = code.split('-');
        let is_code = parts
            .next()
            .is_some_and(|p| matches!(p.len(), 2 | 3) && p.bytes().all(|b| b.is_ascii_lowercase()))
            && parts.all(|p| matches!(p.len(), 2..=8) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
        if !is_code {
            self.reject(column, Problem::NotALanguage { value: shown(value) });
            return None;
        }
        if code != value {
            self.note(column, Problem::ChoiceRead { read: shown(value), kept: code.clone() });
        }
        Some(code)
    }

    /// A whole address, unless it is one that is never taken in: then it is not even read.
    fn home(&mut self, protection: Option<Protection>) -> Option<Home> {
        let columns = ["adresse", "postnummer", "poststed"];
        let sent = columns.iter().any(|column| !self.is_blank(column));
        if protection == Some(Protection::StrictlyConfidential) {
            if sent || self.table.has_address(self.row) {
                self.out.add(Severity::Told, &self.at, "", Problem::ProtectedAddress);
            }
            return None;
        }
        if !sent {
            return None;
        }
        let street = self.optional("adresse", Self::text);
        let postal_code = self.text("postnummer").unwrap_or_default();
        let place = self.optional("poststed", Self::text);
        Some(Home { street: street?, postal_code, place: place? })
    }

    fn national_id(&mut self, birth: Option<Date>) -> Option<NationalId> {
        let column = "fodselsnummer";
        let value = self.value(column)?;
        let digits: String = value.chars().filter(|c| !c.is_whitespace()).collect();
        if digits.len() < value.len() {
            self.note(column, Problem::BlanksCut);
        }
        let mut read = NationalId::parse(&digits);
        // A spreadsheet takes the leading zero of 0X.XX.XX away. Two control digits and the birth date
        // together say that it stood there.
        if let (Err(NationalIdFault::Length(10)), Some(birth)) = (read, birth)
            && let Ok(id) = NationalId::parse(&format!("0{digits}"))
            && id.disagrees_on(birth).is_none()
        {
            self.note(column, Problem::NationalIdZero);
            read = Ok(id);
        }
        match read {
            Ok(id) => {
                if let Some(part) = birth.and_then(|birth| id.disagrees_on(birth)) {
                    self.reject(column, Problem::NationalIdBirthDate { part });
                }
                return Some(id);
            }
            Err(NationalIdFault::Text) if is_rounded_number(&digits) => {
                self.reject(column, Problem::NationalIdSpoiled);
            }
            Err(NationalIdFault::Text) => self.reject(column, Problem::NationalIdText),
            Err(NationalIdFault::Length(digits)) => self.reject(column, Problem::NationalIdLength { digits }),
            Err(NationalIdFault::Date) => self.reject(column, Problem::NationalIdDate),
            Err(NationalIdFault::Check) => self.reject(column, Problem::NationalIdCheck),
        }
        None
    }
}

/// Norwegian names of the languages that the format lists.
const LANGUAGES: [(&str, &str); 13] = [
    ("bokmål", "nb"),
    ("norsk", "no"),
    ("nynorsk", "nn"),
    ("samisk", "se"),
    ("nordsamisk", "se"),
    ("engelsk", "en"),
    ("arabisk", "ar"),
    ("somali", "so"),
    ("tigrinja", "ti"),
    ("tigrinya", "ti"),
    ("ukrainsk", "uk"),
    ("polsk", "pl"),
    ("urdu", "ur"),
];

/// What a spreadsheet makes of eleven digits: `1,78889E+10`.
fn is_rounded_number(text: &str) -> bool {
    let mut parts = text.split(['e', 'E']);
    let is_number = |part: Option<&str>| {
        part.is_some_and(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit() || b",.+".contains(&b)))
    };
    is_number(parts.next()) && is_number(parts.next()) && parts.next().is_none()
}

fn fold_value(text: &str) -> String {
    fold_name(text).replace('_', "")
}

/// Control characters, and those that are only there to be invisible or to turn text around. Not the
/// joiners, which Persian and Indic names need.
fn is_invisible(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
