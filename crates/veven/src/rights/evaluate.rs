//! `veven rights evaluate`: many households, one by one.

use super::{Evaluate, day, find, parquet};
use anyhow::Context;
use jiff::civil::Date;
use rights::table::{Row, Table, Wrong};
use rights::{Catalogue, Moment};
use std::fs::File;
use std::io::{BufReader, BufWriter, IsTerminal, Read, Seek, Write};

/// How many rows between two words about how far it has come.
const STEP: u64 = 10_000;

pub fn run(catalogue: &Catalogue, asked: &Evaluate) -> anyhow::Result<bool> {
    let rights = match asked.rights.as_slice() {
        [] => (0..catalogue.rights.len()).collect(),
        ids => ids.iter().map(|id| find(catalogue, id)).collect::<anyhow::Result<Vec<_>>>()?,
    };
    let mut file =
        File::open(&asked.file).with_context(|| format!("`{}` cannot be opened", asked.file.display()))?;
    let (size, day) = (file.metadata().map(|it| it.len()).unwrap_or_default().max(1), day(asked.at));
    let job = Job { catalogue, rights, day };
    // What it holds says what it is, whatever it is called.
    let mut first = [0; 4];
    let is_parquet = file.read_exact(&mut first).is_ok() && &first == parquet::MAGIC;
    file.rewind()?;
    if is_parquet {
        let table = parquet::Table::open(catalogue, file, day);
        job.run(table, parquet::Table::position)
    } else {
        let table = Table::open(catalogue, BufReader::with_capacity(1 << 16, file), day);
        job.run(table, |table| (table.position(), size))
    }
}

/// What is asked of every row.
struct Job<'a> {
    catalogue: &'a Catalogue,
    rights: Vec<usize>,
    day: Date,
}

impl Job<'_> {
    /// Answers for all rows of a table; `position` says how much of it is read.
    fn run<T: Iterator<Item = Result<Row, Vec<Wrong>>>>(
        &self,
        table: Result<T, Vec<Wrong>>,
        position: impl Fn(&T) -> (u64, u64),
    ) -> anyhow::Result<bool> {
        let mut table = match table {
            Ok(table) => table,
            Err(wrong) => {
                wrong.iter().for_each(tell);
                return Ok(false);
            }
        };
        let mut out = BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
        writeln!(out, "id,right,home,child,adult,status,amount,unit,missing")?;
        let (mut rows, mut well) = (0, true);
        let mut moment = self.catalogue.on(self.day);
        while let Some(row) = table.next() {
            match row {
                Ok(row) => {
                    if moment.day != row.household.day {
                        moment = self.catalogue.on(row.household.day);
                    }
                    write_row(&mut out, &moment, &row, &self.rights)?;
                }
                Err(wrong) => {
                    wrong.iter().for_each(tell);
                    well = false;
                }
            }
            rows += 1;
            if rows % STEP == 0 {
                progress(rows, position(&table));
            }
        }
        out.flush()?;
        progress(rows, (1, 1));
        if std::io::stderr().is_terminal() {
            tell("");
        }
        Ok(well)
    }
}

fn write_row(out: &mut impl Write, moment: &Moment<'_>, row: &Row, rights: &[usize]) -> std::io::Result<()> {
    let catalogue = moment.catalogue;
    let name = quoted(&row.name);
    let number = |person: Option<u8>| person.map(|it| (it + 1).to_string()).unwrap_or_default();
    for answer in moment.answers_of(&row.household, rights.iter().copied()).list {
        let right = &catalogue.rights[answer.right];
        let amount = answer.amount.map(|it| it.to_string()).unwrap_or_default();
        let unit = if amount.is_empty() { "" } else { &right.amount.unit };
        write!(
            out,
            "{name},{},{},{},{},{},{amount},{unit},",
            right.id,
            answer.about.home + 1,
            number(answer.about.child),
            number(answer.about.adult),
            answer.status.code()
        )?;
        for (place, wanted) in answer.missing.iter().enumerate() {
            let sign = if place == 0 { "" } else { ";" };
            write!(out, "{sign}{}", catalogue.fact_at(wanted.fact).name)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// A cell that no spreadsheet takes for a formula or for two cells.
fn quoted(text: &str) -> String {
    let safe =
        if text.starts_with(['=', '+', '-', '@', '\t']) { format!("'{text}") } else { text.to_owned() };
    if safe.contains([',', '"', '\n', '\r']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

#[expect(clippy::print_stderr, reason = "standard output is for the answers")]
fn tell(what: impl std::fmt::Display) {
    eprintln!("{what}");
}

#[expect(clippy::print_stderr, reason = "how far it has come, beside the answers")]
fn progress(rows: u64, (done, size): (u64, u64)) {
    if std::io::stderr().is_terminal() {
        eprint!("\r{rows} households, {} %", done.min(size) * 100 / size.max(1));
    }
}
