//! Room `exchange::families::doubles`: who may be the same person, for a person to decide.
//!
//! Same birth date and nearly the same name. Never decided here, and never said of twins: two first
//! names that differ are two children.

use super::rows::PersonRow;
use crate::finding::{Findings, Problem, Severity, Spot, shown};
use std::collections::BTreeMap;
use strsim::jaro_winkler;

/// How alike first names must be (Jaro-Winkler, 0–1): enough for `Mohamed` and `Mohammed`.
const ALIKE: f64 = 0.88;
/// Within a family: twins are often named alike (`Emil` and `Emilie`).
const ALIKE_IN_FAMILY: f64 = 0.95;
/// How many neighbours by name each person is compared with. A true birth date is shared by few; a
/// made-up one (`01.01.1970`) by thousands.
const NEIGHBOURS: usize = 24;

/// Puts each pair that may be one person before a person to decide. Both load until then.
pub(super) fn tell(persons: &[PersonRow], out: &mut Findings) {
    let mut by_birth: BTreeMap<_, Vec<(Name, &PersonRow)>> = BTreeMap::new();
    for person in persons {
        by_birth.entry(person.birth_date).or_default().push((Name::of(person), person));
    }
    for mut group in by_birth.into_values().filter(|group| group.len() > 1) {
        group.sort_by(|(a, p), (b, q)| (a, p.place.row).cmp(&(b, q.place.row)));
        if group.len() > NEIGHBOURS + 1 {
            let at = Spot::file(&group[0].1.place.file);
            let problem = Problem::ManySameBirthDate { count: group.len() as u64 };
            out.add(Severity::Told, &at, "fodselsdato", problem);
        }
        for (index, (name, person)) in group.iter().enumerate() {
            for (other_name, other) in group[index + 1..].iter().take(NEIGHBOURS) {
                if may_have_one_number(person, other)
                    && name.is_like(other_name, person.family == other.family)
                {
                    let (first, second) =
                        if person.place.row < other.place.row { (person, other) } else { (other, person) };
                    let at = Spot::row(&second.place.file, second.place.row);
                    let problem = Problem::LikelyDouble {
                        first: shown(&first.key),
                        second: shown(&second.key),
                        other: first.place.row,
                    };
                    out.add(Severity::Decide, &at, "person_id", problem);
                }
            }
        }
    }
}

/// Says if two rows with one key or one number are about the same person.
pub(super) fn is_same_person(a: &PersonRow, b: &PersonRow) -> bool {
    a.birth_date == b.birth_date && Name::of(a).is_like(&Name::of(b), true)
}

/// Two different numbers are two persons, but for a D-number that a fødselsnummer came after.
fn may_have_one_number(a: &PersonRow, b: &PersonRow) -> bool {
    match (a.national_id, b.national_id) {
        (Some(a), Some(b)) => a.is_d_number() != b.is_d_number(),
        _ => true,
    }
}

/// A name as it is compared: lower case, word by word.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    first: Vec<String>,
    last: Vec<String>,
}

impl Name {
    fn of(person: &PersonRow) -> Self {
        let words = |text: &str| {
            let text = text.to_lowercase().replace(['\'', '’', '.'], "");
            text.split(|c: char| c.is_whitespace() || c == '-')
                .filter(|w| !w.is_empty())
                .map(str::to_owned)
                .collect()
        };
        Self { first: words(&person.first_name), last: words(&person.last_name) }
    }

    fn is_like(&self, other: &Self, same_family: bool) -> bool {
        let alike = if same_family { ALIKE_IN_FAMILY } else { ALIKE };
        let straight =
            words_alike(&self.first, &other.first, alike) && words_alike(&self.last, &other.last, ALIKE);
        let swapped =
            || words_alike(&self.first, &other.last, alike) && words_alike(&self.last, &other.first, alike);
        straight || swapped()
    }
}

/// Word by word, so that `Anne Marie` is not like `Anne Lise`; a name that stops earlier (`Mina` for
/// `Mina Marie`, or an empty one) is like the longer one.
fn words_alike(a: &[String], b: &[String], alike: f64) -> bool {
    a.iter().zip(b).all(|(a, b)| a == b || jaro_winkler(a, b) >= alike)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(a: (&str, &str), b: (&str, &str), same_family: bool) -> bool {
        let name = |(first, last): (&str, &str)| Name {
            first: first.to_lowercase().split(' ').map(str::to_owned).collect(),
            last: last.to_lowercase().split(' ').map(str::to_owned).collect(),
        };
        name(a).is_like(&name(b), same_family)
    }

    #[test]
    fn spellings_of_one_name_are_alike_and_names_of_twins_are_not() {
        for (a, b) in [
            (("Mohamed", "Ali Hassan"), ("Mohammed", "Ali Hassan")),
            (("Mina", "Eksempel"), ("Mina Marie", "Eksempel")),
            (("Mina", "Eksempel"), ("mina", "Exempel")),
            (("Eksempel", "Mina"), ("Mina", "Eksempel")),
        ] {
            assert!(alike(a, b, false) && alike(a, b, true), "{a:?} {b:?}");
        }
        for (a, b) in [
            (("Ella", "Eksempel"), ("Emma", "Eksempel")),
            (("Anne Marie", "Eksempel"), ("Anne Lise", "Eksempel")),
            (("Jonas", "Eksempel"), ("Tobias", "Eksempel")),
            (("Emil", "Eksempel"), ("Emilie", "Eksempel")),
            (("Mina", "Eksempel"), ("Mina", "Prøve")),
        ] {
            assert!(!alike(a, b, true), "{a:?} {b:?}");
        }
    }
}
