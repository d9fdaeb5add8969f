//! What belongs to no family: notes of reports and consultations. The tables are read for anything that could lead
//! to a family, and the bytes for anything that should not be kept.

use crate::town::*;
use access::{Archive, Asking, Cabinet, Desk, DeskError, Key, ReportedTo, Visit};
use dossier::*;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::sql;

const GUIDE: &str = include_str!("../../../../knowledge/services/duty.json");
const RULES: &str = include_str!("../../../../knowledge/services/rules.json");

fn desk(town: &Town) -> Desk {
    Desk::new(
        Arc::clone(&town.store) as Arc<dyn Cabinet>,
        Arc::new(Rules::parse(RULES).unwrap()),
        Guide::parse(GUIDE).unwrap(),
        Box::new(random),
    )
}

fn asking(words: &str) -> Asking {
    Asking { receiver: SCHOOL, words: words.into(), named: false, cleared: Vec::new() }
}

fn later(visit: Visit, days: i32) -> Visit {
    let at = visit.moment.at + jiff::SignedDuration::from_hours(24 * i64::from(days));
    Visit { moment: Moment::of(at), ..visit }
}

/// The columns of each table that the desk keeps, as SQLite knows them.
fn columns(connection: &rusqlite::Connection) -> BTreeMap<String, Vec<String>> {
    let mut tables = connection
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND (name LIKE 'consultation%' OR name LIKE 'report%')")
        .unwrap();
    let names = tables.query_map([], |row| row.get::<_, String>(0)).unwrap().map(Result::unwrap);
    names
        .map(|table| {
            let mut info = connection.prepare(&format!("PRAGMA table_info({table})")).unwrap();
            let columns = info.query_map([], |row| row.get(1)).unwrap().map(Result::unwrap).collect();
            (table, columns)
        })
        .collect()
}

#[test]
fn r48_no_column_and_no_foreign_key_leads_from_a_consultation_or_a_report_to_a_family() {
    let connection = rusqlite::Connection::open_in_memory().unwrap();
    sql::SCHEMA.iter().for_each(|statement| connection.execute_batch(statement).unwrap());
    // Written out, so that whoever adds a column must say here why it leads to nobody.
    let stands: BTreeMap<String, Vec<String>> = [
        ("report_note", "municipality actor id sent_to reported due answered"),
        ("consultation", "municipality id asker role service named receiver due closed rests"),
        ("consultation_word", "municipality consultation seq at actor by_asker words"),
    ]
    .map(|(table, columns)| (table.to_owned(), columns.split(' ').map(str::to_owned).collect()))
    .into();
    assert_eq!(columns(&connection), stands);
    for (table, columns) in &stands {
        let keys: i64 = connection
            .query_row(&format!("SELECT COUNT(*) FROM pragma_foreign_key_list('{table}')"), [], |row| {
                row.get(0)
            })
            .unwrap();
        assert_eq!(keys, 0, "{table}");
        for word in ["family", "person", "thing", "subject", "child", "entry", "dossier"] {
            assert!(columns.iter().all(|column| !column.contains(word)), "{table}: {word}");
        }
    }
    // And nothing points the other way.
    for statement in sql::SCHEMA {
        assert!(!statement.contains("REFERENCES"), "{statement}");
    }
}

#[test]
fn r44_a_note_says_to_whom_and_when_and_is_its_writers_alone() {
    let town = Town::new();
    let desk = desk(&town);
    let today = moment().today;
    let key = new_key(HELPER);
    let note = |key: Key| wait(desk.note_report(&helper(), Some(ReportedTo::Elsewhere), Some(today), key));
    note(key.clone()).unwrap();
    note(key).unwrap();
    let mine = wait(desk.notes(&helper())).unwrap();
    assert_eq!(mine.len(), 1, "the form was sent twice");
    assert_eq!((mine[0].to, mine[0].reported, mine[0].due), (ReportedTo::Elsewhere, today, after(today, 21)));
    for other in [stranger(), coordinator(), intake()] {
        assert!(wait(desk.notes(&other)).map_or(true, |notes| notes.is_empty()));
        let taken = wait(desk.report_answered(&other, mine[0].id, new_key(other.actor)));
        assert!(matches!(taken, Err(DeskError::NotFound)));
        assert!(matches!(wait(desk.remove_note(&other, mine[0].id)), Err(DeskError::NotFound)));
    }
    wait(desk.report_answered(&helper(), mine[0].id, new_key(HELPER))).unwrap();
    assert_eq!(wait(desk.notes(&helper())).unwrap()[0].answered, Some(today));
    wait(desk.remove_note(&helper(), mine[0].id)).unwrap();
    assert!(wait(desk.notes(&helper())).unwrap().is_empty());
}

#[test]
fn r44_a_note_is_for_what_has_been_done_and_is_removed_after_its_limit() {
    let town = Town::new();
    let desk = desk(&town);
    let today = moment().today;
    for wrong in [after(today, 1), after(today, -400)] {
        let refused =
            wait(desk.note_report(&helper(), Some(ReportedTo::Police), Some(wrong), new_key(HELPER)));
        assert!(matches!(refused, Err(DeskError::Refused(_))), "{wrong}");
    }
    wait(desk.note_report(&helper(), Some(ReportedTo::Police), Some(today), new_key(HELPER))).unwrap();
    assert_eq!(wait(desk.notes(&later(helper(), 365))).unwrap().len(), 1);
    assert!(wait(desk.notes(&later(helper(), 366))).unwrap().is_empty());
    // The next thing that anybody does takes the row away as well.
    wait(desk.note_report(
        &later(helper(), 366),
        Some(ReportedTo::Police),
        Some(after(today, 366)),
        new_key(HELPER),
    ))
    .unwrap();
    assert_eq!(wait(town.store.notes(HELPER)).unwrap().len(), 1);
}

#[test]
fn r48_those_who_answer_know_the_role_and_the_service_and_not_the_name() {
    let town = Town::new();
    let desk = desk(&town);
    let ask = |named| {
        let asking = Asking { named, ..asking("Et barn sover lite. Hva kan vi gjøre?") };
        wait(desk.consult(&coordinator(), asking, new_key(COORDINATOR))).unwrap()
    };
    let (quiet, open) = (ask(false), ask(true));
    let seen = wait(desk.consultation(&helper(), quiet)).unwrap();
    assert_eq!((seen.asker, seen.said[0].by), (None, None));
    assert_eq!((seen.role, seen.service, seen.mine), (Role::Coordinator, OFFICE, false));
    assert_eq!(wait(desk.consultation(&helper(), open)).unwrap().asker, Some(COORDINATOR));
    wait(desk.say(&helper(), quiet, "Begynn med kvelden.", &[], new_key(HELPER))).unwrap();
    let answered = wait(desk.consultation(&coordinator(), quiet)).unwrap();
    assert_eq!((answered.said[1].by, answered.waits()), (Some(HELPER), false));
    wait(desk.say(&coordinator(), quiet, "Takk. Og om natta?", &[], new_key(COORDINATOR))).unwrap();
    assert!(wait(desk.consultation(&helper(), quiet)).unwrap().waits());
    // Nobody else finds it: another coordinator, one who answers requests.
    let second = visit(SECOND, Role::Coordinator, Some(OFFICE));
    for other in [second, intake()] {
        assert!(wait(desk.consultation(&other, quiet)).is_err());
        assert!(matches!(
            wait(desk.say(&other, quiet, "Hei", &[], new_key(other.actor))),
            Err(DeskError::NotFound)
        ));
    }
    // Only the one who asked closes it; then nothing more is said.
    assert!(matches!(wait(desk.close(&helper(), quiet, new_key(HELPER))), Err(DeskError::NotFound)));
    wait(desk.close(&coordinator(), quiet, new_key(COORDINATOR))).unwrap();
    let late = wait(desk.say(&helper(), quiet, "Ett råd til.", &[], new_key(HELPER)));
    assert!(matches!(late, Err(DeskError::Closed)), "{late:?}");
}

#[test]
fn r48_what_always_identifies_is_refused_and_the_rest_is_let_through_by_the_writer_alone() {
    let town = Town::new();
    let desk = desk(&town);
    let send = |words: &str, cleared: Vec<String>| {
        let asking = Asking { cleared, ..asking(words) };
        wait(desk.consult(&coordinator(), asking, new_key(COORDINATOR)))
    };
    let Err(DeskError::Identifies(found)) = send("Gutten er tvilling.", Vec::new()) else { panic!() };
    assert_eq!(found[0].key(), "rare:tvilling");
    send("Gutten er tvilling.", vec![found[0].key()]).unwrap();
    let hard = send("Ring 400 00 123.", vec!["phone:400 00 123".into()]);
    assert!(matches!(hard, Err(DeskError::Identifies(_))), "{hard:?}");
    // The service's answer may hold telephone numbers, and names nobody.
    let asked = send("Hvem kan hjelpe?", Vec::new()).unwrap();
    let named = wait(desk.say(&helper(), asked, "Er dette om Kari Nordmann?", &[], new_key(HELPER)));
    assert!(matches!(named, Err(DeskError::Identifies(_))), "{named:?}");
    wait(desk.say(&helper(), asked, "Ring oss på 400 00 123.", &[], new_key(HELPER))).unwrap();
}

#[test]
fn r48_a_consultation_at_rest_is_removed_after_its_limit_with_its_words() {
    let town = Town::new();
    let desk = desk(&town);
    let id = wait(desk.consult(&coordinator(), asking("Hva gjør vi?"), new_key(COORDINATOR))).unwrap();
    wait(desk.close(&coordinator(), id, new_key(COORDINATOR))).unwrap();
    assert_eq!(wait(desk.asked(&later(coordinator(), 90))).unwrap().len(), 1);
    assert!(wait(desk.asked(&later(coordinator(), 91))).unwrap().is_empty());
    let again = later(coordinator(), 91);
    wait(desk.consult(&again, asking("Og nå?"), new_key(COORDINATOR))).unwrap();
    assert!(wait(town.store.consultation(id)).unwrap().is_none());
    let file = rusqlite::Connection::open(&town.path).unwrap();
    let words: i64 = file.query_row("SELECT COUNT(*) FROM consultation_word", [], |row| row.get(0)).unwrap();
    assert_eq!(words, 1);
}

#[test]
fn r44_r48_every_journal_line_of_the_desk_names_no_family_and_the_chain_holds() {
    let town = Town::new();
    let family = town.asks("Haddad");
    let desk = desk(&town);
    wait(desk.note_report(&helper(), Some(ReportedTo::Police), Some(moment().today), new_key(HELPER)))
        .unwrap();
    wait(desk.notes(&helper())).unwrap();
    let id = wait(desk.consult(&coordinator(), asking("Hva gjør vi?"), new_key(COORDINATOR))).unwrap();
    wait(desk.asked_of_us(&helper())).unwrap();
    wait(desk.say(&helper(), id, "Vent litt.", &[], new_key(HELPER))).unwrap();
    wait(desk.consultation(&coordinator(), id)).unwrap();
    wait(desk.close(&coordinator(), id, new_key(COORDINATOR))).unwrap();
    let file = rusqlite::Connection::open(&town.path).unwrap();
    let mut lines = file
        .prepare("SELECT act, families FROM journal WHERE ground IN ('own-duty', 'consultation')")
        .unwrap();
    let lines: Vec<(String, String)> =
        lines.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect();
    assert_eq!(lines.len(), 7, "{lines:?}");
    assert!(lines.iter().all(|(_, families)| families.is_empty()), "{lines:?}");
    let looks = wait(town.store.looks(family, 100, false)).unwrap();
    assert!(looks.iter().all(|look| look.ground != "own-duty" && look.ground != "consultation"));
    assert!(matches!(town.store.verify_journal().unwrap(), store::chain::Verdict::Whole { .. }));
}

#[test]
fn r42_a_role_that_has_ended_and_a_family_member_reach_nothing_of_the_desk() {
    let town = Town::new();
    let desk = desk(&town);
    for who in [visit(MOTHER, Role::Citizen, None), visit(HELPER, Role::Helper, Some(OFFICE))] {
        assert!(wait(desk.notes(&who)).is_err());
        assert!(matches!(
            wait(desk.note_report(&who, Some(ReportedTo::Police), Some(moment().today), new_key(who.actor))),
            Err(DeskError::NotFound)
        ));
        assert!(matches!(
            wait(desk.consult(&who, asking("Hei"), new_key(who.actor))),
            Err(DeskError::NotFound)
        ));
    }
}
