//! What is checked of an interpreter where the law's dated data and those who help in the municipality are known: the
//! category, the reasons, and that it is nobody who takes part in the case (R24, R114). The family's own people are
//! checked in `dossier`, where they are known.

use crate::directory::Directory;
use crate::view::View;
use dossier::*;

/// Checks all that is arranged for a meeting, by what is in force on its day.
///
/// # Errors
/// The field whose code does not hold on that day, or the rule about who may interpret.
pub(crate) fn check(
    directory: &Directory,
    rules: &Rules,
    (actor, view): (ActorId, &View),
    meeting: &Meeting,
) -> Result<(), Refusal> {
    if meeting.interpreting.is_empty() {
        return Ok(());
    }
    let rules = rules.interpreting(meeting.at.date());
    let sees = view.sees();
    let mut part: Vec<ActorId> = team(&sees, view.moment().today).iter().map(|it| it.helper).collect();
    part.extend(&meeting.helpers);
    part.push(actor);
    for line in &meeting.interpreting {
        let stages = line.planned.iter().map(|it| (it, false)).chain(line.came.iter().map(|it| (it, true)));
        for (arrangement, after) in stages {
            match arrangement {
                Arrangement::Interpreter(interpreter) => {
                    qualified(rules, interpreter)?;
                    stranger(directory, rules, &part, &interpreter.who)?;
                }
                Arrangement::Nobody(nobody) => {
                    let fits = |ground: &InterpreterGround| {
                        ground.code == nobody.because && (after || !ground.after)
                    };
                    choice("because", rules.without.iter().any(fits))?;
                }
            }
        }
    }
    Ok(())
}

fn choice(field: &'static str, holds: bool) -> Result<(), Refusal> {
    if holds { Ok(()) } else { Err(Refusal::Field { field, problem: Problem::Choice }) }
}

/// Somebody who stands in the register, or a reason that holds why it is somebody who does not (tolkeloven § 7).
fn qualified(rules: &InterpreterRules, interpreter: &Interpreter) -> Result<(), Refusal> {
    match (&interpreter.level, &interpreter.unqualified) {
        (Some(level), None) => choice("level", rules.levels.contains(level)),
        (None, Some(why)) => choice("unqualified", rules.unqualified.iter().any(|it| it.code == *why)),
        (Some(_), Some(_)) => choice("level", false),
        (None, None) => Err(Refusal::Field { field: "unqualified", problem: Problem::Empty }),
    }
}

/// Neither a helper who takes part, nor somebody who is called «the daughter» or «the neighbour».
fn stranger(
    directory: &Directory,
    rules: &InterpreterRules,
    part: &[ActorId],
    who: &str,
) -> Result<(), Refusal> {
    let helps = |actor: &ActorId| directory.helper(*actor).is_some_and(|helper| is_helper(who, &helper.name));
    if part.iter().any(helps) {
        return Err(Refusal::Rule(Rule::HelperInterprets));
    }
    let words = who.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase);
    match words.into_iter().any(|word| rules.kin_words.contains(&word)) {
        true => Err(Refusal::Rule(Rule::KinInterprets)),
        false => Ok(()),
    }
}

/// Whether a text names a helper: by the whole name, since a given name alone is many people's.
fn is_helper(typed: &str, name: &str) -> bool {
    match name.split_once(' ') {
        None => typed.to_lowercase() == name.to_lowercase(),
        Some((given, surname)) => {
            let small = typed.to_lowercase();
            surname.split(' ').any(|part| small.contains(&part.to_lowercase()))
                && is_named(typed, given, surname)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_helper_is_named_by_the_whole_name() {
        for (typed, named) in [
            ("Tove Nilsen", true),
            ("nilsen, tove", true),
            ("Tove Marie Nilsen", true),
            ("Tove", false),
            ("Tove Rahimi", false),
            ("Nilsen Tolk", false),
        ] {
            assert_eq!(is_helper(typed, "Tove Nilsen"), named, "{typed}");
        }
        assert!(is_helper("kari", "Kari") && !is_helper("Karin", "Kari"));
    }
}
