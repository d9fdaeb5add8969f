//! In which languages a meeting needs an interpreter, what is arranged for each, and whether a name that somebody typed
//! is somebody's we know.

use crate::extract::Extract;
use crate::ids::PersonId;
use crate::payload::{Arrangement, Interpreter, Interpreting, Meeting, Person};
use jiff::civil::DateTime;

/// One language of a meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct InterpreterNeed<'a> {
    /// Language code.
    pub language: &'a str,
    /// Who needs it; nobody when only what is arranged is known to the reader, or nobody needs it any longer.
    pub people: Vec<PersonId>,
    /// What is arranged.
    pub arranged: Option<&'a Interpreting>,
    at: DateTime,
}

impl<'a> InterpreterNeed<'a> {
    /// Whether nobody has to do anything more before the meeting.
    pub fn is_arranged(&self) -> bool {
        self.people.is_empty() || self.planned().is_some_and(|planned| !self.is_for_another_time(planned))
    }

    /// What is arranged beforehand.
    pub fn planned(&self) -> Option<&'a Arrangement> {
        self.arranged.and_then(|it| it.planned.as_ref())
    }

    /// How it was in the meeting.
    pub fn came(&self) -> Option<&'a Arrangement> {
        self.arranged.and_then(|it| it.came.as_ref())
    }

    /// Whether an interpreter was booked for another time than the meeting has now.
    pub fn is_for_another_time(&self, arrangement: &Arrangement) -> bool {
        matches!(arrangement, Arrangement::Interpreter(Interpreter { at, .. }) if *at != self.at)
    }
}

/// The languages in which somebody who takes part needs an interpreter, in the order of those people; then those for
/// which something is arranged besides (R114).
pub fn interpreter_needs<'a>(extract: &Extract<'a>, meeting: &'a Meeting) -> Vec<InterpreterNeed<'a>> {
    let mut needs: Vec<InterpreterNeed<'a>> = Vec::new();
    let need = |language, people| {
        let arranged = meeting.interpreting.iter().find(|it| it.language == language);
        InterpreterNeed { language, people, arranged, at: meeting.at }
    };
    for member in &meeting.members {
        let Some(person) = extract.find::<Person>(*member).filter(|person| person.is.interpreter) else {
            continue;
        };
        let language = person.is.language.as_str();
        match needs.iter_mut().find(|need| need.language == language) {
            Some(known) => known.people.push(*member),
            None => needs.push(need(language, vec![*member])),
        }
    }
    for besides in &meeting.interpreting {
        if needs.iter().all(|known| known.language != besides.language) {
            needs.push(need(&besides.language, Vec::new()));
        }
    }
    needs
}

fn parts(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Whether a text that somebody typed names a person: by the first given name together with a surname, or by given names
/// alone. Another surname beside the given name means another person, and a surname alone is a family, or a firm.
pub fn is_named(typed: &str, given: &str, surname: &str) -> bool {
    let (words, given, surname) = (parts(typed), parts(given), parts(surname));
    if !given.first().is_some_and(|first| words.contains(first)) {
        return false;
    }
    if surname.iter().any(|part| words.contains(part)) {
        return true;
    }
    // «datteren Amina, 12 år»: what is written small beside a name with a capital is no name.
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let split = || typed.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty());
    let any = split().any(|word| capital(&word));
    let letters = |word: &&str| word.chars().next().is_some_and(char::is_alphabetic);
    split()
        .filter(|word| if any { capital(word) } else { letters(word) })
        .all(|word| given.contains(&word.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_named_by_the_whole_name_or_the_given_name_and_not_by_a_name_that_others_have() {
        for (typed, named) in [
            ("Amina Haddad", true),
            ("HADDAD, amina", true),
            ("amina haddad", true),
            ("Amina", true),
            ("amina", true),
            ("Amina, 12 år", true),
            ("datteren Amina", true),
            ("Amina Noor", true),
            ("Amina Noor Haddad", true),
            ("Amina Yusuf", false),
            ("amina yusuf", false),
            ("Haddad Tolketjeneste", false),
            ("Aminah Haddad", false),
            ("Tolk 4471", false),
            ("", false),
        ] {
            assert_eq!(is_named(typed, "Amina Noor", "Haddad"), named, "{typed}");
        }
        assert!(!is_named("Haddad", "", "Haddad"), "somebody without a given name is nobody's name");
        assert!(is_named("Anne-Lise Berg", "Anne Lise", "Berg"), "however it is written");
    }
}
