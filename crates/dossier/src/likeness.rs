//! Whether two people may be the same: other spellings, swapped digits, twins. A person decides; this only finds.

use crate::payload::Person;
use jiff::civil::Date;

/// A key under which similar names meet.
pub type NameKey = String;

/// How alike two people are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Another person.
    Different,
    /// Same family name and birthday but another given name: twins, more likely than one child.
    Twins,
    /// Worth asking.
    Possible,
    /// Very alike.
    Likely,
    /// The same identity number.
    Same,
}

/// Lower case, without accents and doubled letters, with the usual other spellings brought together.
fn plain(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for letter in name.to_lowercase().chars() {
        let folded: &str = match letter {
            'å' => "a",
            'ø' | 'ö' => "o",
            'æ' | 'ä' => "e",
            'é' | 'è' | 'ê' => "e",
            'á' | 'à' => "a",
            'ü' => "y",
            'č' | 'c' => "k",
            'ŋ' => "n",
            'đ' => "d",
            'š' => "s",
            'ŧ' => "t",
            'ž' => "z",
            'w' => "v",
            'q' => "k",
            letter if letter.is_alphanumeric() => {
                if !out.ends_with(letter) {
                    out.push(letter);
                }
                continue;
            }
            _ => continue,
        };
        if !out.ends_with(folded) {
            out.push_str(folded);
        }
    }
    out.replace("aa", "a").replace("kh", "k").replace("th", "t").replace("ph", "f").replace('h', "")
}

/// Keys by which a person is found again: the birth date with its usual mistakes, and the start of the names.
pub fn name_keys(person: &Person) -> Vec<NameKey> {
    let given = plain(&person.given);
    let surname = plain(person.surname.split([' ', '-']).next_back().unwrap_or_default());
    let head = |text: &str, n: usize| text.chars().take(n).collect::<String>();
    let mut keys = Vec::new();
    if !given.is_empty() || !surname.is_empty() {
        keys.push(format!("n:{}:{}", head(&given, 3), head(&surname, 3)));
    }
    if let Some(born) = person.born {
        keys.push(format!("d:{born}:{}", head(&given, 1)));
        keys.push(format!("d:{born}:{}", head(&surname, 1)));
        if let Ok(turned) = Date::new(born.year(), born.day(), born.month()) {
            keys.push(format!("d:{turned}:{}", head(&given, 1)));
        }
        keys.push(format!("m:{}-{}:{}:{}", born.year(), born.month(), head(&given, 2), head(&surname, 2)));
    }
    keys.sort();
    keys.dedup();
    keys
}

fn alike(a: &str, b: &str) -> f64 {
    let (a, b) = (plain(a), plain(b));
    if a.is_empty() || b.is_empty() { 0.0 } else { strsim::jaro_winkler(&a, &b) }
}

/// Whether two names have the same consonants in the same order, as one name written down by ear has in many
/// spellings. Two letters are too few to tell.
fn sounds_alike(a: &str, b: &str) -> bool {
    let bones =
        |name: &str| plain(name).chars().filter(|letter| !"aeiouy".contains(*letter)).collect::<String>();
    let (a, b) = (bones(a), bones(b));
    a == b && a.chars().count() > 2
}

/// Day and month swapped, one digit wrong, or two neighbouring digits swapped.
fn almost(a: Date, b: Date) -> bool {
    let turned = Date::new(a.year(), a.day(), a.month()).is_ok_and(|turned| turned == b);
    turned || strsim::osa_distance(&a.to_string(), &b.to_string()) == 1
}

/// How alike two people are.
pub fn likeness(a: &Person, b: &Person) -> Likeness {
    if a.identity.is_some() && a.identity == b.identity {
        return Likeness::Same;
    }
    if a.identity.is_some() && b.identity.is_some() {
        return Likeness::Different;
    }
    let given = alike(&a.given, &b.given);
    let surname = alike(&a.surname, &b.surname);
    let same_day = a.born.zip(b.born).map(|(a, b)| (a == b, almost(a, b)));
    match same_day {
        Some((true, _)) if given > 0.86 && surname > 0.86 => Likeness::Likely,
        Some((true, _)) if given > 0.86 => Likeness::Possible,
        Some((true, _)) if surname > 0.86 && sounds_alike(&a.given, &b.given) => Likeness::Possible,
        Some((true, _)) if surname > 0.9 => Likeness::Twins,
        Some((false, true)) if given > 0.86 && surname > 0.86 => Likeness::Likely,
        None if given > 0.93 && surname > 0.93 => Likeness::Possible,
        _ => Likeness::Different,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Generation;

    fn person(given: &str, surname: &str, born: &str) -> Person {
        let mut person = Person::named(given, surname, Generation::Child);
        person.born = born.parse().ok();
        person
    }

    #[test]
    fn other_spellings_and_swapped_digits_are_found() {
        let known = person("Yusuf", "Haddad", "2014-03-12");
        for (given, surname, born) in [
            ("Yusuf", "Haddad", "2014-03-12"),
            ("Yussuf", "Hadad", "2014-03-12"),
            ("Yusuf", "Haddad", "2014-12-03"),
            ("Yusuf", "Haddad", "2014-03-21"),
            ("Yusuf", "Haddad", "2014-03-13"),
        ] {
            let other = person(given, surname, born);
            assert_eq!(likeness(&known, &other), Likeness::Likely, "{given} {surname} {born}");
            let keys = name_keys(&known);
            assert!(
                name_keys(&other).iter().any(|key| keys.contains(key)),
                "{given} {surname} {born} meets no key"
            );
        }
        assert_eq!(
            likeness(&person("Åse", "Bø", "2010-01-02"), &person("Aase", "Boe", "2010-01-02")),
            Likeness::Likely
        );
    }

    #[test]
    fn twins_are_two_children() {
        let twin = likeness(&person("Ada", "Lind", "2019-05-05"), &person("Mio", "Lind", "2019-05-05"));
        assert_eq!(twin, Likeness::Twins);
    }

    #[test]
    fn two_people_with_numbers_of_their_own_are_never_taken_for_one() {
        let (mut a, mut b) = (person("Ada", "Lind", "2019-05-05"), person("Ada", "Lind", "2019-05-05"));
        (a.identity, b.identity) = (Some("x".into()), Some("y".into()));
        assert_eq!(likeness(&a, &b), Likeness::Different);
        b.identity = Some("x".into());
        assert_eq!(likeness(&a, &b), Likeness::Same);
    }
}
