//! Households as a table, in CSV or another form: one row is one household, one column one fact of somebody.
//!
//! A column is `subject.name`, with the number of the child, adult or home after the subject when there are several:
//! `child.birth_date`, `child2.birth_date`, `adult2.income_year_nok`, `need2.extra_costs_year_nok`. A fact of an adult
//! and a child together stands for all children, or for one: `adult1.alone_with_child@2`. `adult2.home` and
//! `child1.homes` (`1;2`) say who lives where, and `complete` whether everybody is listed. Empty is unknown.
//! Rows are read one by one, so memory does not grow with the file.

use crate::catalogue::{Catalogue, Scope};
use crate::household::{Household, NotTaken, Origin, Value, Whose};
use jiff::civil::Date;
use std::fmt;
use std::io::Read;

/// Most persons or homes of one kind in a row.
pub const MOST: u8 = 20;

/// What is wrong in a table. It never holds what stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The line; 1 is the headings.
    pub line: u64,
    /// The column, by its heading.
    pub column: Option<String>,
    /// What is wrong and what to do.
    pub what: String,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        if let Some(column) = &self.column {
            write!(f, ", column `{column}`")?;
        }
        write!(f, ": {}", self.what)
    }
}

#[derive(Debug, Clone, Copy)]
enum Column {
    Name,
    Complete,
    Fact(u16, Whose),
    AdultHome(u8),
    ChildHomes(u8),
}

/// What the columns of a table mean, by their headings.
pub struct Headings<'a> {
    catalogue: &'a Catalogue,
    names: Vec<String>,
    columns: Vec<Column>,
    day: Date,
    form: &'static str,
}

/// A household of a table, with the name of its row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What its `id` column says, or its number.
    pub name: String,
    /// The household.
    pub household: Household,
}

impl<'a> Headings<'a> {
    /// Reads headings; `form` is the form of the table, such as CSV. Rows without `case.as_of` are seen on `day`.
    ///
    /// # Errors
    /// Every heading that means nothing.
    pub fn read(
        catalogue: &'a Catalogue,
        names: Vec<String>,
        day: Date,
        form: &'static str,
    ) -> Result<Headings<'a>, Vec<Wrong>> {
        let read: Vec<Result<Column, Wrong>> = names
            .iter()
            .map(|heading| {
                let wrong = |what| Wrong { line: 1, column: Some(heading.clone()), what };
                column(catalogue, heading.trim_start_matches('\u{feff}')).map_err(wrong)
            })
            .collect();
        let wrong: Vec<Wrong> = read.iter().filter_map(|it| it.as_ref().err().cloned()).collect();
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(Headings { catalogue, names, columns: read.into_iter().flatten().collect(), day, form })
    }

    /// The household of a row, from its cells as text; an empty one is unknown.
    ///
    /// # Errors
    /// Every cell that cannot be taken.
    pub fn household<'c>(
        &self,
        line: u64,
        cells: impl Iterator<Item = &'c str> + Clone,
    ) -> Result<Row, Vec<Wrong>> {
        let cells = || {
            self.columns.iter().zip(cells.clone()).zip(&self.names).filter(|((_, cell), _)| !cell.is_empty())
        };
        // There is always one of each; more only where something is known of them.
        let (mut adults, mut children) = (1, 1);
        for ((column, _), _) in cells() {
            let (adult, child) = match *column {
                Column::Fact(_, Whose::Child(child)) | Column::ChildHomes(child) => (0, child + 1),
                Column::Fact(_, Whose::Adult(adult)) | Column::AdultHome(adult) => (adult + 1, 0),
                Column::Fact(_, Whose::Pair { adult, child }) => (adult + 1, child + 1),
                _ => (0, 0),
            };
            adults = adults.max(adult);
            children = children.max(child);
        }
        let mut row = Row { name: line.to_string(), household: Household::new(self.day, adults, children) };
        let mut wrong = Vec::new();
        // Who lives where comes first: a fact of a home needs somebody in it.
        for first in [true, false] {
            for ((column, cell), heading) in cells() {
                if matches!(column, Column::AdultHome(_) | Column::ChildHomes(_)) == first
                    && let Err(what) = self.take(&mut row, *column, cell)
                {
                    wrong.push(Wrong { line, column: Some(heading.clone()), what });
                }
            }
        }
        if wrong.is_empty() { Ok(row) } else { Err(wrong) }
    }

    fn take(&self, row: &mut Row, column: Column, cell: &str) -> Result<(), String> {
        let home = |text: &str| match text.trim().parse::<u8>() {
            Ok(number @ 1..=MOST) => Ok(number - 1),
            _ => Err(format!("a home is a number from 1 to {MOST}")),
        };
        match column {
            Column::Name => cell.clone_into(&mut row.name),
            Column::Complete => {
                row.household.complete = matches!(cell, "true" | "ja" | "1" | "yes");
            }
            Column::AdultHome(adult) => row.household.adult_lives_in(adult, home(cell)?),
            Column::ChildHomes(child) => {
                let homes = cell.split(';').map(home).collect::<Result<Vec<_>, _>>()?;
                row.household.child_lives_in(child, &homes);
            }
            Column::Fact(fact, whose) => {
                let kind = &self.catalogue.fact_at(fact).kind;
                let value = Value::parse(cell, kind).ok_or_else(|| format!("this is not {}", kind.name()))?;
                if fact == self.catalogue.day
                    && let Value::Date(day) = value
                {
                    row.household.day = day;
                }
                row.household
                    .tell(self.catalogue, fact, whose, value, Origin { who: self.form.into(), on: None })
                    .map_err(|why| {
                        match why {
                            NotTaken::Kind => "the value is of another kind",
                            NotTaken::Whose => "the fact is not of that person or home",
                            NotTaken::Nobody => "nobody in the row has that number",
                        }
                        .to_owned()
                    })?;
            }
        }
        Ok(())
    }
}

/// Reads households from CSV.
pub struct Table<'a, R> {
    reader: csv::Reader<R>,
    headings: Headings<'a>,
    record: csv::StringRecord,
}

impl<'a, R: Read> Table<'a, R> {
    /// Reads the headings. Rows without `case.as_of` are seen on `day`.
    ///
    /// # Errors
    /// Every heading that means nothing.
    pub fn open(catalogue: &'a Catalogue, source: R, day: Date) -> Result<Table<'a, R>, Vec<Wrong>> {
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(source);
        let unread = |fault: csv::Error| {
            vec![Wrong {
                line: 1,
                column: None,
                what: format!("the headings cannot be read: {}", why(&fault)),
            }]
        };
        let names = reader.headers().map_err(unread)?.iter().map(str::to_owned).collect();
        let headings = Headings::read(catalogue, names, day, "CSV")?;
        Ok(Table { reader, headings, record: csv::StringRecord::new() })
    }

    /// Bytes read so far.
    pub fn position(&self) -> u64 {
        self.reader.position().byte()
    }

    fn row(&mut self) -> Option<Result<Row, Vec<Wrong>>> {
        match self.reader.read_record(&mut self.record) {
            Ok(false) => return None,
            Ok(true) => {}
            Err(fault) => {
                let line = fault.position().map_or(0, csv::Position::line);
                return Some(Err(vec![Wrong { line, column: None, what: why(&fault) }]));
            }
        }
        let line = self.record.position().map_or(0, csv::Position::line);
        Some(self.headings.household(line, self.record.iter()))
    }
}

impl<R: Read> Iterator for Table<'_, R> {
    type Item = Result<Row, Vec<Wrong>>;

    fn next(&mut self) -> Option<Self::Item> {
        self.row()
    }
}

/// A fault of the reader, without what stood in the file.
fn why(fault: &csv::Error) -> String {
    match fault.kind() {
        csv::ErrorKind::Io(_) => "the file cannot be read".to_owned(),
        csv::ErrorKind::Utf8 { .. } => "the text is not UTF-8: save the file as UTF-8".to_owned(),
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("the row has {len} cells, and there are {expected_len} headings")
        }
        _ => "the row is no CSV".to_owned(),
    }
}

fn column(catalogue: &Catalogue, heading: &str) -> Result<Column, String> {
    match heading {
        "id" => return Ok(Column::Name),
        "complete" => return Ok(Column::Complete),
        _ => {}
    }
    let (subject, name) =
        heading.split_once('.').ok_or("a heading is subject.name, like child.birth_date")?;
    let (name, with) = name.split_once('@').map_or((name, None), |(name, with)| (name, Some(with)));
    let letters = subject.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = match &subject[letters.len()..] {
        "" => 0,
        digits => place(digits)?,
    };
    match (letters, name) {
        ("adult", "home") => return Ok(Column::AdultHome(number)),
        ("child", "homes") => return Ok(Column::ChildHomes(number)),
        _ => {}
    }
    let full = format!("{letters}.{name}");
    let fact = catalogue
        .fact(&full)
        .ok_or_else(|| format!("there is no fact `{full}`: see knowledge/facts for the names"))?;
    let whose = match (catalogue.fact_at(fact).scope, with) {
        (Scope::Case, None) => Whose::Case,
        (Scope::Home, None) => Whose::Home(number),
        (Scope::Child, None) => Whose::Child(number),
        (Scope::Adult | Scope::Pair, None) => Whose::Adult(number),
        (Scope::Pair, Some(child)) => Whose::Pair { adult: number, child: place(child)? },
        (_, Some(_)) => return Err("only a fact of an adult and a child together has `@`".into()),
    };
    Ok(Column::Fact(fact, whose))
}

/// The fact that a heading names, and whose it is.
///
/// # Errors
/// What is wrong with the heading.
pub fn fact_of(catalogue: &Catalogue, heading: &str) -> Result<(u16, Whose), String> {
    match column(catalogue, heading)? {
        Column::Fact(fact, whose) => Ok((fact, whose)),
        _ => Err(format!("`{heading}` is no fact")),
    }
}

fn place(digits: &str) -> Result<u8, String> {
    match digits.parse::<u8>() {
        Ok(number @ 1..=MOST) => Ok(number - 1),
        _ => Err(format!("a number of a person or home is 1 to {MOST}")),
    }
}
