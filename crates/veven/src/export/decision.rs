//! The decision that research rests on, as a file (docs/research.md).

use access::research::{Basis, ResearchDecision, Variable};
use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

/// Longest text: it stands on each family's page.
const LONGEST: usize = 300;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: Spanned<String>,
    decided_by: Spanned<String>,
    decided_on: Spanned<Datetime>,
    legal_basis: Spanned<String>,
    institution: Spanned<String>,
    purpose: Spanned<String>,
    basis: Spanned<String>,
    from: Spanned<Datetime>,
    until: Spanned<Datetime>,
    data_from: Spanned<Datetime>,
    data_until: Spanned<Datetime>,
    variables: Spanned<Vec<Spanned<String>>>,
}

/// Something that cannot stand: the line in the file, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and what would be right.
    pub problem: String,
}

/// Reads a decision that is to be carried out today.
///
/// # Errors
/// Everything that cannot stand, each with its line; also that it is not in force today.
pub fn read(text: &str, today: Date) -> Result<ResearchDecision, Vec<Fault>> {
    let line_of = |place: usize| text[..place.min(text.len())].matches('\n').count() + 1;
    let written: Written = toml::from_str(text).map_err(|fault| {
        let line = fault.span().map_or(1, |span| line_of(span.start));
        vec![Fault { line, problem: fault.message().to_owned() }]
    })?;
    let mut faults: Vec<Fault> = Vec::new();
    let mut fault = |place: usize, problem: String| faults.push(Fault { line: line_of(place), problem });
    let mut words = |name: &str, value: &Spanned<String>| {
        let (text, place) = (value.get_ref().trim(), value.span().start);
        if text.is_empty() {
            fault(place, format!("write something in `{name}`"));
        } else if text.chars().count() > LONGEST || text.chars().any(char::is_control) {
            fault(place, format!("write `{name}` on one line, with {LONGEST} letters at most"));
        }
        text.to_owned()
    };
    let id = words("id", &written.id);
    let decided_by = words("decided_by", &written.decided_by);
    let legal_basis = words("legal_basis", &written.legal_basis);
    let institution = words("institution", &written.institution);
    let purpose = words("purpose", &written.purpose);
    let mut date = |name: &str, value: &Spanned<Datetime>| {
        let date = value.get_ref().to_string().parse::<Date>().ok();
        if date.is_none() {
            fault(value.span().start, format!("write `{name}` as a day, such as 2026-11-19"));
        }
        date.unwrap_or(today)
    };
    let decided_on = date("decided_on", &written.decided_on);
    let (from, until) = (date("from", &written.from), date("until", &written.until));
    let (data_from, data_until) =
        (date("data_from", &written.data_from), date("data_until", &written.data_until));
    if decided_on > today {
        fault(written.decided_on.span().start, "it is decided on a day that lies ahead".into());
    }
    for (name, first, last, place) in
        [("until", from, until, &written.until), ("data_until", data_from, data_until, &written.data_until)]
    {
        if last < first {
            fault(place.span().start, format!("`{name}` lies before the first day; mend one of the two"));
        }
    }
    if today < from {
        fault(written.from.span().start, format!("it is not in force yet: wait until {from}"));
    } else if until < today && from <= until {
        fault(written.until.span().start, format!("it was in force until {until}: a new decision is needed"));
    }
    let basis = Basis::from_code(written.basis.get_ref());
    if basis.is_none() {
        fault(written.basis.span().start, "write `basis` as \"decision\" or \"consent\"".into());
    }
    let mut variables: Vec<Variable> = Vec::new();
    for name in written.variables.get_ref() {
        let place = name.span().start;
        match Variable::from_code(name.get_ref()) {
            None => {
                let known: Vec<&str> = Variable::ALL.iter().map(|it| it.code()).collect();
                fault(
                    place,
                    format!("there is no variable `{}`; there are {}", name.get_ref(), known.join(", ")),
                );
            }
            Some(known) if variables.contains(&known) => {
                fault(place, format!("`{}` stands there already; take one away", known.code()));
            }
            Some(known) => variables.push(known),
        }
    }
    if written.variables.get_ref().is_empty() {
        fault(written.variables.span().start, "name the variables that the decision lets out".into());
    }
    match basis {
        Some(basis) if faults.is_empty() => Ok(ResearchDecision {
            id,
            decided_by,
            decided_on,
            legal_basis,
            institution,
            purpose,
            basis,
            from,
            until,
            data_from,
            data_until,
            variables,
        }),
        _ => {
            faults.sort_by_key(|fault| fault.line);
            Err(faults)
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]

    use super::*;
    use jiff::civil::date;

    const EXAMPLE: &str = include_str!("../../../../examples/research-decision.toml");

    fn on(day: Date, text: &str) -> Vec<(usize, String)> {
        let faults = read(text, day).unwrap_err();
        faults.into_iter().map(|fault| (fault.line, fault.problem)).collect()
    }

    /// The example with one thing changed, the line on which that stands, and what is said of it.
    fn changed(from: &str, to: &str) -> String {
        assert!(EXAMPLE.contains(from), "{from}");
        let line = EXAMPLE[..EXAMPLE.find(from).unwrap()].matches('\n').count() + 1;
        let found = on(date(2026, 11, 19), &EXAMPLE.replacen(from, to, 1));
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].0, line, "{found:?}");
        found[0].1.clone()
    }

    #[test]
    fn the_example_is_a_sound_decision() {
        let read = read(EXAMPLE, date(2026, 11, 19)).unwrap();
        assert_eq!((read.id.as_str(), read.basis), ("2026/118", Basis::Decision));
        assert!(read.variables.len() >= 5);
    }

    #[test]
    fn r52_an_unknown_variable_is_refused_with_its_line() {
        let said = changed("\"siblings\"", "\"given_name\"");
        assert!(said.contains("no variable `given_name`") && said.contains("age_band"), "{said}");
        assert!(changed("\"siblings\"", "\"age_band\"").contains("already"));
    }

    #[test]
    fn r52_every_fault_is_told_with_its_line_and_what_to_do() {
        assert!(changed("2026/118", " ").contains("`id`"));
        assert!(changed("basis = \"decision\"", "basis = \"perhaps\"").contains("\"consent\""));
        assert!(changed("decided_on = 2026-09-15", "decided_on = 2027-09-15").contains("ahead"));
        assert!(changed("data_until = 2026-10-31", "data_until = 2020-10-31").contains("before"));
        assert!(changed("decided_on = 2026-09-15", "decided_on = 10:00:00").contains("as a day"));
        assert!(changed("id = ", "number = ").contains("unknown field"));
        assert_eq!(on(date(2026, 11, 19), "id = "), [(1, on(date(2026, 11, 19), "id = ")[0].1.clone())]);
    }

    #[test]
    fn r52_a_decision_that_is_not_in_force_today_is_refused() {
        assert!(on(date(2026, 9, 20), EXAMPLE)[0].1.contains("not in force yet"));
        assert!(on(date(2027, 10, 1), EXAMPLE)[0].1.contains("a new decision"));
        for day in [date(2026, 10, 1), date(2027, 9, 30)] {
            assert!(read(EXAMPLE, day).is_ok(), "{day}");
        }
    }
}
