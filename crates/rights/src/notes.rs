//! What is known of a household as TOML: lines like `child.birth_date = 2020-03-15`, in the columns' own names.

use crate::catalogue::Catalogue;
use crate::household::{Household, Origin, Value, Whose};
use crate::sheet::{Fault, Sheet, date_of, number_of};
use crate::table;
use jiff::civil::Date;
use std::cell::RefCell;
use toml::de::DeValue;

/// Reads the facts of a household; without `case.as_of` it is seen on `day`.
///
/// # Errors
/// Everything that is wrong, with its line.
pub fn read(catalogue: &Catalogue, name: &str, text: &str, day: Date) -> Result<Household, Vec<Fault>> {
    let faults = RefCell::new(Vec::new());
    let (sheet, top) = Sheet::open(name, text, &faults);
    let mut told = Vec::new();
    for (subject, inner) in top.entries() {
        let Some(inner) = inner.as_table() else {
            sheet.say(subject.at, "write a fact as subject.name = value, like child.birth_date = 2020-03-15");
            continue;
        };
        for (key, value) in inner {
            let at = key.span().start;
            let heading = format!("{}.{}", subject.value, key.get_ref());
            match table::fact_of(catalogue, &heading) {
                Err(what) => sheet.say(at, what),
                Ok((fact, whose)) => {
                    let value = match value.get_ref() {
                        DeValue::Boolean(truth) => Some(Value::Bool(*truth)),
                        DeValue::String(text) => Some(Value::Word(text.to_string())),
                        DeValue::Datetime(date) => date_of(&date.to_string()).map(Value::Date),
                        number => number_of(number).map(Value::Number),
                    };
                    told.push((at, fact, whose, value));
                }
            }
        }
    }
    let (mut adults, mut children) = (1, 1);
    for (_, _, whose, _) in &told {
        match *whose {
            Whose::Child(child) => children = children.max(child + 1),
            Whose::Adult(adult) => adults = adults.max(adult + 1),
            Whose::Pair { adult, child } => {
                (adults, children) = (adults.max(adult + 1), children.max(child + 1))
            }
            Whose::Case | Whose::Home(_) => {}
        }
    }
    let mut household = Household::new(day, adults, children);
    for (at, fact, whose, value) in told {
        let known = catalogue.fact_at(fact);
        if let (true, Some(Value::Date(day))) = (fact == catalogue.day, &value) {
            household.day = *day;
        }
        let origin = Origin { who: name.to_owned(), on: None };
        if value.is_none_or(|value| household.tell(catalogue, fact, whose, value, origin).is_err()) {
            sheet.say(at, format!("`{}` must be {}", known.name, known.kind.name()));
        }
    }
    drop((sheet, top));
    let mut faults = faults.into_inner();
    faults.sort();
    if faults.is_empty() { Ok(household) } else { Err(faults) }
}
