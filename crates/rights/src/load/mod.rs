//! Reads the knowledge folder into a [`Catalogue`], or says everything that is wrong with it.

mod cases;
mod facts;
mod rates;
mod rights;

use crate::catalogue::{Catalogue, Confidence, Derived, Fact, Rate, Right};
use crate::compile::{self, Formula, Names};
use crate::parse;
use crate::program::{Program, Type};
use crate::sheet::{At, Fault, Sheet, Table, Words};
use crate::unit::Unit;
use crate::whole::{TooMany, Whole};
use jiff::civil::Date;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A file of the knowledge folder: its path from there on, and its text.
pub type File = (String, String);

/// The fact that says which day a case is judged for.
const DAY: &str = "case.as_of";

impl Catalogue {
    /// Reads the files of a knowledge folder: `sources.toml`, `formulas.toml`, `facts/…`, `rates/…`, `rights/…`.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of files and lines.
    pub fn load(files: &[File]) -> Result<Catalogue, Vec<Fault>> {
        Catalogue::read(files, true)
    }

    /// The same without the rights' test cases, which nothing but their trial needs, and which are a third of the text.
    ///
    /// # Errors
    /// Everything else that is wrong, in the order of files and lines.
    pub fn load_without_cases(files: &[File]) -> Result<Catalogue, Vec<Fault>> {
        Catalogue::read(files, false)
    }

    fn read(files: &[File], with_cases: bool) -> Result<Catalogue, Vec<Fault>> {
        let faults = RefCell::new(Vec::new());
        let catalogue = Loader { faults: &faults, files, with_cases }.load();
        let mut faults = faults.into_inner();
        faults.sort();
        faults.dedup();
        match catalogue {
            Some(catalogue) if faults.is_empty() => Ok(catalogue),
            _ => Err(faults),
        }
    }
}

struct Loader<'a> {
    faults: &'a RefCell<Vec<Fault>>,
    files: &'a [File],
    with_cases: bool,
}

/// What is known when rights are read.
pub(super) struct Known<'a> {
    pub names: &'a Names,
    pub sources: &'a BTreeMap<String, String>,
    pub facts: &'a [crate::catalogue::Fact],
    pub fact_places: &'a HashMap<String, u16>,
    pub with_cases: bool,
}

impl<'a> Loader<'a> {
    fn say(&self, file: &str, what: impl Into<String>) {
        self.faults.borrow_mut().push(Fault { file: file.to_owned(), line: 1, what: what.into() });
    }

    fn under(&self, folder: &'static str) -> impl Iterator<Item = &'a File> + use<'a> {
        let mut files: Vec<&File> = self.files.iter().filter(|(name, _)| name.starts_with(folder)).collect();
        files.sort();
        files.into_iter()
    }

    fn load(&self) -> Option<Catalogue> {
        let sources = self.sources();
        let rates = self.rates(&sources);
        let (mut facts, waiting) = self.facts();
        let mut names = Names::default();
        for (place, rate) in rates.iter().enumerate() {
            names.rates.insert(rate.name.clone(), (place as u16, Unit::parse(&rate.unit)));
        }
        for (place, fact) in facts.iter().enumerate() {
            names.facts.insert(fact.name.clone(), (place as u16, fact.kind.clone(), Unit::parse(&fact.unit)));
        }
        let formulas = self.formulas(&mut names);
        self.derive(&mut facts, waiting, &names);
        let derivations = facts::order(&facts, |what| self.say("facts", what));
        let fact_places: HashMap<String, u16> =
            facts.iter().enumerate().map(|(place, fact)| (fact.name.clone(), place as u16)).collect();
        let known = Known {
            names: &names,
            sources: &sources,
            facts: &facts,
            fact_places: &fact_places,
            with_cases: self.with_cases,
        };
        let mut rights: Vec<Right> = self
            .under("rights/")
            .filter_map(|(name, text)| rights::read(self.faults, &known, name, text))
            .collect();
        self.unused(&sources, &rates, &facts, &rights);
        let Some(day) = fact_places.get(DAY).copied() else {
            self.say("facts", format!("the fact `{DAY}` is missing: it says which day a case is judged for"));
            return None;
        };
        let Ok(whole) = together(&mut facts, &derivations, &mut rights) else {
            self.say("rights", "all rules together have more than 65536 different steps: make them simpler");
            return None;
        };
        Some(Catalogue {
            whole,
            rate_places: rates
                .iter()
                .enumerate()
                .map(|(place, rate)| (rate.name.clone(), place as u16))
                .collect(),
            right_places: rights.iter().enumerate().map(|(place, right)| (right.id.clone(), place)).collect(),
            fact_places,
            formulas,
            derivations,
            day,
            sources,
            rates,
            facts,
            rights,
        })
    }

    fn sources(&self) -> BTreeMap<String, String> {
        let mut sources = BTreeMap::new();
        let Some((name, text)) = self.files.iter().find(|(name, _)| name == "sources.toml") else {
            self.say("sources.toml", "the file is missing: it says what every source key stands for");
            return sources;
        };
        let (sheet, table) = Sheet::open(name, text, self.faults);
        for (key, value) in table.entries() {
            match value.as_str() {
                Some(text) => {
                    sources.insert(key.value, text.to_owned());
                }
                None => sheet.say(key.at, "a source is a text: what was read, where, and when"),
            }
        }
        sources
    }

    fn formulas(&self, names: &mut Names) -> Vec<String> {
        let mut formulas = Vec::new();
        let Some((name, text)) = self.files.iter().find(|(name, _)| name == "formulas.toml") else {
            return formulas;
        };
        let (sheet, table) = Sheet::open(name, text, self.faults);
        for formula in table.tables("formula") {
            let (called, body) = (formula.text("name"), formula.text("is"));
            let arguments: Vec<String> = formula.texts("of").into_iter().map(|it| it.value).collect();
            formula.words("what");
            for source in formula.texts("sources") {
                if !self.files.is_empty() && source.value.is_empty() {
                    sheet.say(source.at, "a source key is empty");
                }
            }
            formula.finish();
            let (Some(called), Some(body)) = (called, body) else { continue };
            match parse::parse(&body.value) {
                Err(fault) => sheet.say(body.at + fault.at, fault.why),
                Ok(_) if names.formulas.contains_key(&called.value) => {
                    sheet.say(called.at, format!("`{}` is there already", called.value));
                }
                Ok(body_tree) => {
                    self.names_in(&sheet, &body, &body_tree, &arguments, names);
                    let formula = Formula { place: formulas.len() as u16, arguments, body: body_tree };
                    names.formulas.insert(called.value.clone(), formula);
                    formulas.push(called.value);
                }
            }
        }
        table.finish();
        formulas
    }

    /// A formula may use rates, facts, what it is given, and formulas before it; its types are checked where it is called.
    fn names_in(
        &self,
        sheet: &Sheet<'_>,
        body: &At<String>,
        tree: &parse::Expr,
        given: &[String],
        names: &Names,
    ) {
        let mut open = vec![tree];
        while let Some(expr) = open.pop() {
            match &expr.kind {
                parse::Kind::Name(name) => {
                    let known = given.contains(name)
                        || names.facts.contains_key(name)
                        || name.strip_prefix("p.").is_some_and(|rate| names.rates.contains_key(rate));
                    if !known {
                        let what = format!("`{name}` is neither given (`of`), nor a rate, nor a fact");
                        sheet.say(body.at + expr.span.start, what);
                    }
                }
                parse::Kind::Call(_, parts) => open.extend(parts),
                parse::Kind::Not(a) | parse::Kind::Negative(a) => open.push(a),
                parse::Kind::Binary(_, a, b) => open.extend([&**a, &**b]),
                parse::Kind::Choice(parts) => open.extend(parts.iter()),
                parse::Kind::Number(_) | parse::Kind::Text(_) | parse::Kind::Bool(_) => {}
            }
        }
    }

    /// Sources, rates and facts that nothing uses are mistakes of spelling more often than not.
    fn unused(
        &self,
        sources: &BTreeMap<String, String>,
        rates: &[Rate],
        facts: &[crate::catalogue::Fact],
        rights: &[Right],
    ) {
        for rate in rates {
            for value in &rate.values {
                for source in value.sources.iter().filter(|source| !sources.contains_key(*source)) {
                    self.say(
                        "rates",
                        format!("`{}`: there is no source `{source}` in sources.toml", rate.name),
                    );
                }
            }
        }
        let mut seen = BTreeSet::new();
        for fact in facts {
            if !seen.insert(&fact.name) {
                self.say("facts", format!("the fact `{}` is there twice: take one away", fact.name));
            }
        }
        let mut seen = BTreeSet::new();
        for right in rights {
            if !seen.insert(&right.id) {
                self.say("rights", format!("the right `{}` is there twice: take one away", right.id));
            }
        }
    }
}

/// Lays all programs together: derived facts first, in the order in which they need each other.
fn together(facts: &mut [Fact], derivations: &[u16], rights: &mut [Right]) -> Result<Whole, TooMany> {
    let mut whole = Whole::default();
    for place in derivations {
        match &mut facts[usize::from(*place)].derived {
            Some(Derived::Is(program)) => whole.derive(*place, program)?,
            Some(Derived::Children(program) | Derived::Adults(program)) => whole.lay(program)?,
            None => {}
        }
    }
    for rule in rights.iter_mut().flat_map(|right| &mut right.rules) {
        whole.lay(&mut rule.criteria)?;
        for fact in rule.criteria.twice.iter() {
            if facts[usize::from(fact)].kind.few().is_none() {
                rule.criteria.twice.remove(fact);
            }
        }
        rule.calc.as_mut().map_or(Ok(()), |calc| whole.lay(calc))?;
    }
    Ok(whole)
}

/// Compiles an expression of a file and tells what is wrong with it.
pub(super) fn program(sheet: &Sheet<'_>, text: &At<String>, names: &Names) -> Option<Program> {
    match compile::compile(&text.value, names) {
        Ok(program) => Some(program),
        Err(wrong) => {
            for it in wrong {
                sheet.say(text.at + it.at, it.why);
            }
            None
        }
    }
}

/// Compiles an expression that must be yes or no.
pub(super) fn criteria(sheet: &Sheet<'_>, text: &At<String>, names: &Names) -> Option<Program> {
    let program = program(sheet, text, names)?;
    let kind = &program.steps[usize::from(program.root())].kind;
    if *kind != Type::Bool {
        sheet.say(text.at, format!("this must be yes or no, and it is {}", kind.name()));
        return None;
    }
    Some(program)
}

pub(super) fn confidence(table: &Table<'_>) -> Option<Confidence> {
    table.one_of(
        "confidence",
        &[("high", Confidence::High), ("medium", Confidence::Medium), ("low", Confidence::Low)],
    )
}

/// Periods must follow each other without overlap or hole.
pub(super) fn periods(sheet: &Sheet<'_>, periods: &[(At<Date>, Option<Date>)]) {
    for pair in periods.windows(2) {
        let [(from, until), (next, _)] = pair else { continue };
        if next.value <= from.value {
            sheet.say(
                next.at,
                format!(
                    "begins {}, not after the one before it ({}): write the oldest first",
                    next.value, from.value
                ),
            );
            continue;
        }
        let Some(until) = until else { continue };
        let after = until.tomorrow().unwrap_or(*until);
        if *until < from.value {
            sheet.say(from.at, format!("ends {until}, before it begins"));
        } else if after > next.value {
            sheet.say(
                next.at,
                format!(
                    "begins {}, while the one before it lasts until {until}: change one of the days",
                    next.value
                ),
            );
        } else if after < next.value {
            sheet.say(
                next.at,
                format!(
                    "begins {}, but the one before it ended {until}: nothing holds in between",
                    next.value
                ),
            );
        }
    }
    if let Some((from, Some(until))) = periods.last().map(|(from, until)| (from, *until))
        && until < from.value
    {
        sheet.say(from.at, format!("ends {until}, before it begins"));
    }
}

/// Rates named in a text for people must exist.
pub(super) fn rates_in(table: &Table<'_>, key: &str, words: &Words, names: &Names) {
    for text in words.all() {
        for name in crate::say::rates_of(text) {
            if !names.rates.contains_key(name) {
                table.say(format!("`{key}` names the rate `p.{name}`, which is not in knowledge/rates"));
            }
        }
    }
}
