//! `veven rights`: testing the files of the rights, explaining one, and answering for many households.

mod evaluate;
mod explain;
mod parquet;

use crate::import::Language;
use crate::say::line;
use anyhow::Context;
use clap::{Args, Subcommand};
use jiff::civil::Date;
use rights::{Catalogue, File};
use std::path::{Path, PathBuf};

/// What can be done with rights.
#[derive(Debug, Subcommand)]
pub enum Rights {
    /// Check the files of the rights and run the test cases in them
    #[command(long_about = TEST)]
    Test(Knowledge),
    /// Explain a right, or what it says for a household
    #[command(long_about = EXPLAIN, after_long_help = EXPLAIN_MORE)]
    Explain(Explain),
    /// Answer for many households, one in each row of a CSV or Parquet file
    #[command(long_about = EVALUATE, after_long_help = EVALUATE_MORE)]
    Evaluate(Evaluate),
}

const TEST: &str = "\
Reads every fact, rate, formula and right, says everything that is wrong with file and line, and runs the
test cases that stand in the rights' own files. Without --knowledge: those that the program carries.

Exit code 1 when something is wrong.";

const EXPLAIN: &str = "\
Explains a right in words: who decides, how to apply, what it comes to, how to complain. With a file of
facts, it also says what the right says for that household, why, and what is missing.";

const EXPLAIN_MORE: &str = "\
EXAMPLES
  A right in nynorsk, with the rates of a day:
    veven rights explain child_benefit --language nn --at 2026-11-15
  For a household; the file has lines like child.birth_date = 2020-03-15:
    veven rights explain child_benefit --facts family.toml";

const EVALUATE: &str = "\
Answers for every household of a CSV or Parquet file and writes CSV to standard output: one line for each
right and person it can concern. Rows are read one by one, so a file may be as large as it likes. What is
wrong in a row is told on standard error, and the row is left out.

A column is a fact: child.birth_date, adult.income_year_nok, household.income_year_nok. The second child,
adult or home has a 2 after the subject: child2.birth_date. An empty cell is unknown. A column `id` names
the row. Parquet has the same columns, as numbers, dates, yes and no, or text; null is unknown. Lines are
counted as in CSV: the first household stands on line 2.";

const EVALUATE_MORE: &str = "\
EXAMPLES
  All rights, as they are today:
    veven rights evaluate households.csv > answers.csv
  Two rights, by the rules and rates of last year:
    veven rights evaluate households.parquet --right child_benefit --right cash_for_care --at 2025-11-15";

/// Where the knowledge is.
#[derive(Debug, Args)]
pub struct Knowledge {
    /// A folder with sources.toml, formulas.toml, facts, rates and rights [default: what the program carries]
    #[arg(long, value_name = "DIR")]
    knowledge: Option<PathBuf>,
}

/// Arguments of `veven rights explain`.
#[derive(Debug, Args)]
pub struct Explain {
    /// The right, by its id (the name of its file)
    #[arg(value_name = "RIGHT")]
    right: String,
    /// What is known of a household, as TOML
    #[arg(long, value_name = "FILE")]
    facts: Option<PathBuf>,
    /// The day [default: today]
    #[arg(long, value_name = "DATE")]
    at: Option<Date>,
    /// The language
    #[arg(long, value_enum, default_value_t = Language::Nb)]
    language: Language,
    #[command(flatten)]
    knowledge: Knowledge,
}

/// Arguments of `veven rights evaluate`.
#[derive(Debug, Args)]
pub struct Evaluate {
    /// The CSV or Parquet file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Only these rights [default: all]
    #[arg(long = "right", value_name = "RIGHT")]
    rights: Vec<String>,
    /// The day of rows that have no case.as_of [default: today]
    #[arg(long, value_name = "DATE")]
    at: Option<Date>,
    #[command(flatten)]
    knowledge: Knowledge,
}

/// Does what is asked; no when something was found wrong.
pub fn run(asked: &Rights) -> anyhow::Result<bool> {
    match asked {
        Rights::Test(knowledge) => test(knowledge),
        Rights::Explain(asked) => {
            let Some(catalogue) = load(&asked.knowledge)? else { return Ok(false) };
            explain::run(&catalogue, asked)
        }
        Rights::Evaluate(asked) => {
            let Some(catalogue) = load(&asked.knowledge)? else { return Ok(false) };
            evaluate::run(&catalogue, asked)
        }
    }
}

fn test(knowledge: &Knowledge) -> anyhow::Result<bool> {
    let Some(catalogue) = load(knowledge)? else { return Ok(false) };
    let (tried, deviations) = catalogue.try_cases();
    for it in &deviations {
        line(format_args!("rights/{}.toml:{}: «{}»: {}", it.right, it.line, it.case, it.what.join("; ")));
    }
    line(format_args!(
        "{} rights, {} facts, {} rates: {tried} cases, {} came out differently",
        catalogue.rights.len(),
        catalogue.facts.len(),
        catalogue.rates.len(),
        deviations.len()
    ));
    Ok(deviations.is_empty())
}

/// The catalogue; none when something is wrong with it, which has been said then.
fn load(knowledge: &Knowledge) -> anyhow::Result<Option<Catalogue>> {
    let files = match &knowledge.knowledge {
        Some(folder) => read(folder)?,
        None => rights::files(),
    };
    match Catalogue::load(&files) {
        Ok(catalogue) => Ok(Some(catalogue)),
        Err(faults) => {
            faults.iter().for_each(line);
            line(format_args!("{} faults", faults.len()));
            Ok(None)
        }
    }
}

fn read(folder: &Path) -> anyhow::Result<Vec<File>> {
    let mut files = Vec::new();
    let text = |path: &Path| {
        std::fs::read_to_string(path).with_context(|| format!("`{}` cannot be read as text", path.display()))
    };
    for name in ["sources.toml", "formulas.toml"] {
        files.push((name.to_owned(), text(&folder.join(name))?));
    }
    for part in ["facts", "rates", "rights"] {
        let inner = folder.join(part);
        let entries = std::fs::read_dir(&inner).with_context(|| {
            format!("`{}` cannot be read: give the folder that has facts, rates and rights", inner.display())
        })?;
        for entry in entries {
            let path = entry?.path();
            if let Some(name) = path.file_name().and_then(|name| name.to_str())
                && name.ends_with(".toml")
            {
                files.push((format!("{part}/{name}"), text(&path)?));
            }
        }
    }
    Ok(files)
}

/// The right with an id.
fn find(catalogue: &Catalogue, id: &str) -> anyhow::Result<usize> {
    catalogue.right(id).with_context(|| {
        format!("there is no right `{id}`: its id is the name of its file in knowledge/rights")
    })
}

/// A day, or today where the program runs.
fn day(asked: Option<Date>) -> Date {
    asked.unwrap_or_else(|| jiff::Zoned::now().date())
}
