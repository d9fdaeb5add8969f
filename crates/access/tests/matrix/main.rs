//! Who may give which command, as one table that a jurist can read: every command for every standing.
//!
//! A new command or kind without a row here does not compile, or fails. When the table changes on purpose:
//! `INSTA_UPDATE=always cargo nextest run -p access --test matrix`, and read what changed before you keep it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod edges;
#[path = "../support/faults.rs"]
mod faults;
mod mutants;
mod readers;
mod rows;
#[path = "../support/solver.rs"]
mod solver;
#[path = "../support/mod.rs"]
mod support;

use access::may::may;
use dossier::*;
use readers::readers;
use rows::rows;
use std::fmt::Write;
use support::{view, visit};

/// Every command has a number here, and a command without one does not compile.
const fn known(command: &Command) -> &'static str {
    match command {
        Command::Open(_) => "open",
        Command::Write { .. } => "write",
        Command::Tell { .. } => "tell",
        Command::Apply(_) => "apply",
        Command::Undo(_) => "undo",
        Command::Queue { .. } => "queue",
        Command::Offer { .. } => "offer",
        Command::AnswerOfferAsFamily { .. } => "answer-offer-as-family",
        Command::AnswerOffer { .. } => "answer-offer",
        Command::WithdrawOffer => "withdraw-offer",
        Command::AskStandIn { .. } => "ask-stand-in",
        Command::AnswerStandIn { .. } => "answer-stand-in",
        Command::StepDown => "step-down",
        Command::Close { .. } => "close",
        Command::MoveAction { .. } => "move-action",
        Command::Ask(_) => "ask",
        Command::AnswerRequest { .. } => "answer-request",
        Command::WithdrawRequest { .. } => "withdraw-request",
        Command::OpenInEmergency { .. } => "open-in-emergency",
        Command::CheckEmergency { .. } => "check-emergency",
        Command::Disagree { .. } => "disagreement",
    }
}

const COMMANDS: [&str; 21] = [
    "answer-offer",
    "answer-offer-as-family",
    "answer-request",
    "answer-stand-in",
    "apply",
    "ask",
    "ask-stand-in",
    "check-emergency",
    "close",
    "disagreement",
    "move-action",
    "offer",
    "open",
    "open-in-emergency",
    "queue",
    "step-down",
    "tell",
    "undo",
    "withdraw-offer",
    "withdraw-request",
    "write",
];

#[test]
fn every_command_and_every_kind_has_a_row() {
    let readers = readers();
    let rows = rows(&readers[0]);
    let mut commands: Vec<&str> = rows.iter().map(|(_, command)| known(command)).collect();
    commands.sort_unstable();
    commands.dedup();
    assert_eq!(commands, COMMANDS);
    let written = |code: &&str| {
        rows.iter().any(|(_, command)| {
            matches!(command, Command::Write { replaces: None, payload, .. } if payload.code() == *code)
        })
    };
    let missing: Vec<_> = Payload::CODES.iter().filter(|code| !written(code)).collect();
    assert!(missing.is_empty(), "no row for {missing:?}");
    for (name, command) in &rows {
        let code = command.code();
        assert!(name.starts_with(code) || name.starts_with("write"), "`{name}` is `{code}`");
    }
}

#[test]
fn who_may_give_which_command() {
    let readers = readers();
    let views: Vec<_> = readers.iter().map(|reader| view(reader.who, &reader.story)).collect();
    let columns: Vec<Vec<(String, Command)>> = readers.iter().map(rows).collect();
    let width = columns[0].iter().map(|(name, _)| name.chars().count()).max().unwrap();
    let mut table = String::from("× may   - may not   . the family does not exist for this reader\n\n");
    for (number, reader) in readers.iter().enumerate() {
        writeln!(table, "{:>2} {}", number + 1, reader.name).unwrap();
    }
    write!(table, "\n{:width$}", "").unwrap();
    for number in 1..=readers.len() {
        write!(table, " {number:>2}").unwrap();
    }
    table.push('\n');
    for (place, (name, _)) in columns[0].iter().enumerate() {
        write!(table, "{name:width$}").unwrap();
        for ((reader, view), column) in readers.iter().zip(&views).zip(&columns) {
            let (other, command) = &column[place];
            assert_eq!(name, other);
            let mark = match view {
                None => '.',
                Some(view) if may(view, &visit(reader.who, reader.story.moment), command) => '×',
                Some(_) => '-',
            };
            write!(table, "  {mark}").unwrap();
        }
        table.push('\n');
    }
    insta::assert_snapshot!("who_may_give_which_command", table);
}

#[test]
fn the_rules_can_be_asked_about_every_command_there_is() {
    let rules = access::policy::act::shipped().unwrap();
    for (facts, may) in mutants::cases() {
        assert_eq!(rules.rule(&facts).ok(), Some(may), "{facts:?}");
    }
}

#[test]
fn the_rules_speak_of_no_word_that_nothing_is_called() {
    let mut known: Vec<&str> = Payload::CODES.to_vec();
    known.extend(ActionStatus::ALL.iter().map(|it| it.code()));
    known.extend(CloseReason::ALL.iter().map(|it| it.code()));
    known.extend(MandateBasis::ALL.iter().map(|it| it.code()));
    known.extend(["ordinary", "coordinator", "oneself"]);
    let rules = faults::without_comments(access::policy::act::RULES);
    let conditions = rules.lines().filter(|line| !line.starts_with('@') && !line.contains("Action::"));
    let words: Vec<&str> = conditions.flat_map(|line| line.split('"').skip(1).step_by(2)).collect();
    assert!(words.len() > 40, "{words:?}");
    for word in words {
        assert!(known.contains(&word), "`{word}`");
    }
}
