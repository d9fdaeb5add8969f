//! Room `exchange::finding`: what an import tells about what it read.
//!
//! A finding is data, not words: [`Finding::message_key`] and [`Finding::args`] name a message in
//! `knowledge/texts/*/import.ftl`, which says what is wrong and what would be right.
//! INVARIANT: every value that a finding repeats has gone through [`shown`].

use std::collections::HashMap;
use std::sync::Arc;

/// What a finding means for what it points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Read as it stands; somebody should know this.
    Told,
    /// Read, but written in another way than the sender wrote it.
    Normalised,
    /// Only a person can settle this.
    Decide,
    /// Not taken in: the row or, in a service directory, the value or object that is named.
    Rejected,
}

impl Severity {
    /// The Fluent key of the word for this severity.
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Told => "import-severity-told",
            Self::Normalised => "import-severity-normalised",
            Self::Decide => "import-severity-decide",
            Self::Rejected => "import-severity-rejected",
        }
    }
}

/// One thing that an import found. Equal findings of the kind that would only repeat themselves
/// (such as a date form) are folded into one: `row` is the first, `times` says how many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it means for the row.
    pub severity: Severity,
    /// The file name that the sender gave, or of the file that is missing.
    pub file: Arc<str>,
    /// The row as a spreadsheet numbers it (the header is 1); `None` when it is about the file.
    pub row: Option<u64>,
    /// The column, or the path in a JSON file (`contents[2].email`).
    pub field: Option<String>,
    /// What was found, with the data that the message needs.
    pub problem: Problem,
    /// How many times the same was found in this file and field.
    pub times: u64,
}

impl Finding {
    /// The Fluent key of the message.
    pub fn message_key(&self) -> &'static str {
        self.problem.message_key()
    }

    /// The Fluent key of the words for where: file, row and field as far as they are known.
    pub fn place_key(&self) -> &'static str {
        match (self.row, &self.field) {
            (None, None) => "import-place-file",
            (None, Some(_)) => "import-place-field",
            (Some(_), None) => "import-place-row",
            (Some(_), Some(_)) => "import-place-row-field",
        }
    }

    /// The Fluent arguments for both keys.
    pub fn args(&self) -> Vec<(&'static str, Arg)> {
        let mut args = self.problem.args();
        args.push(("file", Arg::Text(self.file.to_string())));
        args.push(("times", Arg::Number(self.times)));
        args.extend(self.row.map(|row| ("row", Arg::Number(row))));
        args.extend(self.field.clone().map(|field| ("field", Arg::Text(field))));
        args
    }
}

/// A value for a message; numbers stay numbers so that Fluent can choose plural forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Text that is shown as it is, or that a Fluent selector chooses by.
    Text(String),
    /// A count or row number.
    Number(u64),
}

impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// Declares the problems once: variant, Fluent key (after `import-fault-`) and arguments.
macro_rules! problems {
    ($($(#[doc = $doc:literal])+ $name:ident = $key:literal $({ $($arg:ident: $type:ty),+ })?;)+) => {
        /// What was found. The fields are the arguments of the message.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "fields are named after the message's arguments")]
        pub enum Problem { $($(#[doc = $doc])+ $name $({ $($arg: $type),+ })?,)+ }

        impl Problem {
            /// The Fluent key of the message.
            pub fn message_key(&self) -> &'static str {
                match self { $(Self::$name { .. } => concat!("import-fault-", $key),)+ }
            }

            fn args(&self) -> Vec<(&'static str, Arg)> {
                match self {
                    $(Self::$name $({ $($arg),+ })? => vec![$($((stringify!($arg), Arg::from($arg.clone()))),+)?],)+
                }
            }

            /// One of each, for tests that every problem has its words.
            #[cfg(test)]
            fn one_of_each() -> Vec<Self> {
                vec![$(Self::$name $({ $($arg: Default::default()),+ })?),+]
            }
        }
    };
}

problems! {
    /// The file is none of those that the format knows; it was not read.
    FileUnknown = "file-unknown";
    /// A file of the set is not there.
    FileMissing = "file-missing";
    /// A second file of the same kind; it was not read.
    FileTwice = "file-twice";
    /// There is nothing in the file.
    FileEmpty = "file-empty";
    /// Not read, because its rows refer to a file that is missing or could not be read.
    FileNotRead = "file-not-read" { needs: &'static str };
    /// The bytes are not UTF-8 and were read as another encoding.
    Encoding = "encoding" { encoding: &'static str };
    /// Letters were destroyed before the file came here (U+FFFD or broken UTF-8).
    BrokenText = "broken-text";
    /// A quote is opened and never closed, so the row has no end.
    UnclosedQuote = "unclosed-quote";
    /// Text follows a closing quote.
    StrayQuote = "stray-quote";
    /// So many unclosed quotes that the rest of the file was not read.
    TooManyQuotes = "too-many-quotes";
    /// A column that must be there is not.
    ColumnMissing = "column-missing";
    /// A column that the format does not have; it was not read.
    ColumnUnknown = "column-unknown";
    /// The column name is written in another way.
    ColumnRead = "column-read" { read: String };
    /// The same column twice; the first was used.
    ColumnTwice = "column-twice";
    /// A column that looks like an address and is none of those that the format has; it was not read.
    ColumnAddress = "column-address";
    /// A strictly protected person has an address in the file; it was not taken in.
    ProtectedAddress = "protected-address";
    /// The district of a family with a strictly protected person came along.
    ProtectedDistrict = "protected-district";
    /// The row has another number of cells than the header.
    CellCount = "cell-count" { expected: u64, found: u64 };
    /// Empty cells were left out or added at the end of the row.
    CellsPadded = "cells-padded";
    /// A row without anything in it.
    EmptyRow = "empty-row";
    /// A value that must be there is empty.
    Missing = "missing";
    /// A value is empty; the row was read without it.
    LeftEmpty = "left-empty";
    /// Longer than any true value.
    TooLong = "too-long" { limit: u64 };
    /// Line breaks or invisible signs in the value were taken out.
    ControlCharacters = "control-characters";
    /// Blanks around the value were cut.
    BlanksCut = "blanks-cut";
    /// Looks like a spreadsheet formula; kept as text.
    FormulaText = "formula-text";
    /// A national id stands where it must not (a name, a key).
    NationalIdInText = "national-id-in-text";
    /// Not a date.
    NotADate = "not-a-date" { value: String };
    /// A date in another form than `YYYY-MM-DD`.
    DateRead = "date-read";
    /// A date that has not come yet.
    DateFuture = "date-future" { value: String };
    /// A date too far back for somebody who lives.
    DateTooOld = "date-too-old" { value: String };
    /// The end lies before the start.
    EndBeforeStart = "end-before-start";
    /// Not one of the values of this field.
    NotAChoice = "not-a-choice" { value: String, choices: String };
    /// One of the values, written in another way.
    ChoiceRead = "choice-read" { read: String, kept: String };
    /// Not a language code.
    NotALanguage = "not-a-language" { value: String };
    /// Something else than digits in the national id.
    NationalIdText = "national-id-text";
    /// A spreadsheet made the national id a rounded number; the digits are lost.
    NationalIdSpoiled = "national-id-spoiled";
    /// Not eleven digits.
    NationalIdLength = "national-id-length" { digits: u64 };
    /// The first six digits are no date (with the D-number's 40 or a synthetic 40, 65 or 80).
    NationalIdDate = "national-id-date";
    /// A control digit is wrong: most often one digit is mistyped.
    NationalIdCheck = "national-id-check";
    /// Birth date and national id disagree in this part (`day`, `month`, `year`, `century`).
    NationalIdBirthDate = "national-id-birth-date" { part: &'static str };
    /// A leading zero that a spreadsheet took away was put back.
    NationalIdZero = "national-id-zero";
    /// The birth date was empty and was read from the national id.
    BirthDateFromNumber = "birth-date-from-number";
    /// Another row has this key, with other content.
    KeyTwice = "key-twice" { key: String, other: u64 };
    /// The same row again.
    RowTwice = "row-twice" { other: u64 };
    /// Refers to something that is not in the files.
    ReferenceMissing = "reference-missing" { key: String };
    /// Refers to a row that was rejected.
    ReferenceRejected = "reference-rejected" { key: String, other: u64 };
    /// Refers to a key that two different persons have.
    ReferenceAmbiguous = "reference-ambiguous" { key: String };
    /// No person row refers to the family.
    FamilyEmpty = "family-empty" { key: String };
    /// Every person of the family was rejected.
    FamilyAllRejected = "family-all-rejected" { key: String };
    /// Same national id, same family, same name: one person, and the first row is kept.
    NumberMerged = "number-merged" { key: String, kept: String, other: u64 };
    /// The national id belongs to a person in another family.
    NumberOtherFamily = "number-other-family" { key: String, kept: String, other: u64 };
    /// The national id belongs to somebody with another name in the same family.
    NumberOtherName = "number-other-name" { key: String, kept: String, other: u64 };
    /// Two persons with the same birth date and nearly the same name.
    LikelyDouble = "likely-double" { first: String, second: String, other: u64 };
    /// So many with one birth date that only neighbours by name were compared.
    ManySameBirthDate = "many-same-birth-date" { count: u64 };
    /// A person related to himself or herself.
    RelationToSelf = "relation-to-self";
    /// The relation goes from an adult to a child, and these two do not.
    RelationRoles = "relation-roles";
    /// The two persons are in different families.
    RelationAcross = "relation-across";
    /// Not JSON; line and column say where reading stopped.
    JsonBroken = "json-broken" { line: u64, column: u64 };
    /// Nothing that the standards describe.
    NotRecognised = "not-recognised";
    /// Recognised, but there are no services in it.
    NoServices = "no-services" { what: &'static str, count: u64 };
    /// The same service is in two places; the fuller one is kept.
    ServiceTwice = "service-twice" { key: String, other: String };
    /// What the page says of itself does not fit its contents.
    EnvelopeCount = "envelope-count" { says: String, found: String };
    /// There are more pages than this one.
    MorePages = "more-pages" { page: u64, pages: u64 };
    /// A field that the standard does not have; kept beside the known ones.
    FieldUnknown = "field-unknown";
    /// Another type than the standard says (`text`, `number`, `list`, `object`).
    WrongType = "wrong-type" { expected: &'static str };
    /// Another type than the standard says, but safe to read.
    TypeRead = "type-read" { expected: &'static str };
    /// Not a web address.
    NotALink = "not-a-link" { value: String };
    /// A web address without `https://`.
    LinkRead = "link-read";
    /// Not an e-mail address.
    NotAnEmail = "not-an-email" { value: String };
    /// Not a time of day.
    NotATime = "not-a-time" { value: String };
    /// A time of day with a zone; the zone was set aside.
    TimeZoneCut = "time-zone-cut";
    /// Not a number, or outside what is possible for this field.
    NotANumber = "not-a-number" { value: String };
    /// The lowest age is above the highest.
    AgesSwapped = "ages-swapped";
    /// No service, place or organisation uses this row.
    Unattached = "unattached";
    /// So much nesting that the rest was not read.
    TooLarge = "too-large";
}

/// Where a finding points.
#[derive(Debug, Clone)]
pub(crate) struct Spot {
    pub file: Arc<str>,
    pub row: Option<u64>,
}

impl Spot {
    pub fn file(file: &Arc<str>) -> Self {
        Self { file: file.clone(), row: None }
    }

    pub fn row(file: &Arc<str>, row: u64) -> Self {
        Self { file: file.clone(), row: Some(row) }
    }
}

/// Gathers findings, and folds those that would only repeat themselves.
#[derive(Default)]
pub(crate) struct Findings {
    list: Vec<Finding>,
    folded: HashMap<(Arc<str>, String, Problem), usize>,
}

impl Findings {
    /// Adds a finding of its own.
    pub fn add(&mut self, severity: Severity, at: &Spot, field: &str, problem: Problem) {
        let field = (!field.is_empty()).then(|| shown(field));
        self.list.push(Finding { severity, file: at.file.clone(), row: at.row, field, problem, times: 1 });
    }

    /// Adds a finding, or counts it where the same is known for this file and field.
    pub fn fold(&mut self, severity: Severity, at: &Spot, field: &str, problem: Problem) {
        let next = self.list.len();
        let known = self.folded.entry((at.file.clone(), field.to_owned(), problem.clone())).or_insert(next);
        if *known < next {
            self.list[*known].times += 1;
        } else {
            self.add(severity, at, field, problem);
        }
    }

    /// Moves the findings that are wanted into another gathering.
    pub fn keep(self, wanted: impl Fn(&Finding) -> bool, out: &mut Self) {
        out.list.extend(self.list.into_iter().filter(|finding| wanted(finding)));
    }

    /// All findings, file by file in the order of `files`, each in the order of its rows.
    pub fn in_order(self, files: &[Arc<str>]) -> Vec<Finding> {
        let place: HashMap<&str, usize> = files.iter().enumerate().map(|(i, name)| (&**name, i)).collect();
        let mut list = self.list;
        list.sort_by_key(|f| (place.get(&*f.file).copied().unwrap_or(usize::MAX), f.row));
        list
    }
}

/// A value as a finding may repeat it: short, without control characters, and without any long run
/// of digits, so that a national id never comes out whatever column it was put in.
pub(crate) fn shown(text: &str) -> String {
    let mut out = String::new();
    // Everything between two letters is one run: "170889 12345" must not slip through in pieces.
    for run in text.trim().split_inclusive(char::is_alphabetic) {
        let digits = run.chars().filter(|c| c.is_numeric()).count();
        if digits >= 9 {
            out.push_str("•••");
            out.extend(run.chars().last().filter(|c| c.is_alphabetic()));
        } else {
            out.extend(run.chars().map(|c| if c.is_control() { ' ' } else { c }));
        }
    }
    if out.chars().count() > 60 { out.chars().take(59).chain(['…']).collect() } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

    #[test]
    fn a_shown_value_never_carries_a_national_id() {
        for text in ["17888912345", "x 178889 12345 y", "17.88.89-123/45", "a17888912345b", "178_889_123_45"]
        {
            let shown = shown(text);
            assert!(shown.contains("•••") && !shown.contains("17"), "{shown}");
        }
        assert_eq!(shown(" 2019-13-02 "), "2019-13-02");
        assert_eq!(shown(&"é".repeat(100)).chars().count(), 60);
    }

    #[test]
    fn every_problem_has_words_in_every_language() {
        for language in ["nb", "nn", "en"] {
            let path = format!("{}/../../knowledge/texts/{language}/import.ftl", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(&path).unwrap();
            let resource = FluentResource::try_new(text).expect("the file is valid Fluent");
            let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
            bundle.add_resource(resource).expect("every key stands once");
            let say = |key: &str, args: &[(&'static str, Arg)]| {
                let message = bundle.get_message(key).unwrap_or_else(|| panic!("{language}: no {key}"));
                let mut values = FluentArgs::new();
                for (name, value) in args {
                    values.set(
                        *name,
                        match value {
                            Arg::Text(text) => FluentValue::from(text.clone()),
                            Arg::Number(number) => FluentValue::from(*number),
                        },
                    );
                }
                let mut faults = vec![];
                let words = bundle.format_pattern(message.value().unwrap(), Some(&values), &mut faults);
                assert!(faults.is_empty(), "{language} {key}: {faults:?}");
                assert!(!words.trim().is_empty());
            };
            for problem in Problem::one_of_each() {
                for (row, field) in [(None, None), (Some(2), None), (None, Some("f")), (Some(2), Some("f"))] {
                    let finding = Finding {
                        severity: Severity::Told,
                        file: "persons.csv".into(),
                        row,
                        field: field.map(str::to_owned),
                        problem: problem.clone(),
                        times: 3,
                    };
                    say(finding.place_key(), &finding.args());
                    if row.is_some() && field.is_some() {
                        say(finding.message_key(), &finding.args());
                    }
                }
            }
            for severity in [Severity::Told, Severity::Normalised, Severity::Decide, Severity::Rejected] {
                say(severity.message_key(), &[]);
            }
        }
    }
}
