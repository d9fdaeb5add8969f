//! Who may interpret in a meeting (R114, R115): never a child of the family, nobody of the family, and nobody who knows
//! them. What goes by dated data, and who helps in the municipality, is checked where both are known.

use super::check::{no_longer, sentence, short};
use super::{Problem, Refusal, Rule, Scribe};
use crate::extract::Extract;
use crate::interpreting::is_named;
use crate::payload::*;

pub(super) fn check(all: &Extract<'_>, meeting: &Meeting, scribe: &Scribe<'_>) -> Result<(), Refusal> {
    for (place, line) in meeting.interpreting.iter().enumerate() {
        short("language", &line.language)?;
        if meeting.interpreting[..place].iter().any(|before| before.language == line.language) {
            return Err(Refusal::field("language", Problem::Choice));
        }
        if line.came.is_some() && meeting.at.date() > scribe.moment.today {
            return Err(Refusal::field("came", Problem::Date));
        }
        for arrangement in line.planned.iter().chain(&line.came) {
            match arrangement {
                Arrangement::Interpreter(interpreter) => fits(all, interpreter, scribe)?,
                Arrangement::Nobody(nobody) => sentence("words", &nobody.words)?,
            }
        }
    }
    Ok(())
}

fn fits(all: &Extract<'_>, interpreter: &Interpreter, scribe: &Scribe<'_>) -> Result<(), Refusal> {
    short("who", &interpreter.who)?;
    no_longer("number", &interpreter.number, super::check::SHORT)?;
    // The law lets a child interpret to save a life. A meeting that is planned is never that, so no exception is here.
    let family = all.only::<Family>().map_or("", |family| family.is.name.as_str());
    let (today, mut kin) = (scribe.moment.today, false);
    for person in all.all::<Person>().map(|person| person.is) {
        let surname = if person.surname.is_empty() { family } else { &person.surname };
        let called = |phone: &str| digits(phone).len() >= 8 && digits(phone) == digits(&interpreter.number);
        let named = is_named(&interpreter.who, &person.given, surname);
        if named || person.phone.as_deref().is_some_and(called) {
            let young = person.age(today).is_some_and(|age| age < scribe.limits.majority_age);
            if young || person.is_minor(today, scribe.limits) {
                return Err(Refusal::Rule(Rule::ChildInterprets));
            }
            kin = true;
        }
    }
    if kin {
        return Err(Refusal::Rule(Rule::KinInterprets));
    }
    if interpreter.apart { Ok(()) } else { Err(Refusal::Rule(Rule::InterpreterKnowsFamily)) }
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}
