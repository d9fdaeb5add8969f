//! The journal: on disk before anything is shown, and nobody changes it unseen.

use crate::town::*;
use access::Denied;
use dossier::*;
use rusqlite::params;
use store::chain::Verdict;

fn lines(town: &Town, request: u64) -> Vec<(String, String, String)> {
    let connection = town.sql();
    let mut statement = connection
        .prepare("SELECT act, outcome, families FROM journal WHERE request = $1 ORDER BY seq")
        .unwrap();
    let rows = statement
        .query_map([format!("{request:016x}")], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap();
    rows.map(Result::unwrap).collect()
}

fn line(act: &str, outcome: &str, family: FamilyId) -> (String, String, String) {
    (act.into(), outcome.into(), family.to_string())
}

#[test]
fn the_line_is_in_the_file_before_the_view_is_handed_out() {
    let town = Town::new();
    let family = town.family("Haddad");
    for _ in 0..20 {
        let visit = coordinator();
        let view = wait(town.gate.view(&visit, family, "plan")).unwrap();
        // Another connection, as another process would have: what it sees is committed.
        assert_eq!(lines(&town, visit.request), [line("plan", "seen", family)]);
        drop(view);
    }
}

#[test]
fn a_change_has_its_line_in_the_same_transaction() {
    let town = Town::new();
    let family = town.family("Haddad");
    let visit = coordinator();
    town.act(&visit, family, write(strength("Vi synger"))).unwrap();
    assert_eq!(lines(&town, visit.request), [line("strength", "changed", family)]);
}

#[test]
fn what_was_refused_is_noted_soon() {
    let town = Town::new();
    let family = town.family("Haddad");
    let visit = stranger();
    assert!(matches!(wait(town.gate.view(&visit, family, "plan")), Err(Denied::NotFound)));
    let acts = stranger();
    assert!(town.act(&acts, family, write(strength("x"))).is_err());
    let then = stranger();
    assert!(wait(town.gate.view_as_of(&then, family, moment().at)).is_err());
    // The writer does its work in order, so when this is answered, the notes are there.
    town.store.set_meta("later", "than the notes").unwrap();
    assert_eq!(lines(&town, visit.request), [line("plan", "denied", family)]);
    assert_eq!(lines(&town, acts.request), [line("strength", "denied", family)]);
    assert_eq!(lines(&town, then.request), [line("plan-as-of", "denied", family)]);
}

#[test]
fn a_family_finds_the_looks_at_itself_alone_and_among_others() {
    let town = Town::new();
    let families: Vec<FamilyId> = (0..5).map(|number| town.family(&format!("F{number}"))).collect();
    let visit = coordinator();
    let views = wait(town.gate.views(&visit, &families[1..], "list")).unwrap();
    assert_eq!(views.len(), 4);
    wait(town.gate.views(&coordinator(), &families[1..], "list")).unwrap();
    let acts = |family: FamilyId| -> Vec<String> {
        let view = wait(town.gate.view(&coordinator(), family, "log")).unwrap();
        let looks = wait(town.gate.looks(&view, 100)).unwrap();
        looks.into_iter().map(|look| look.act).collect()
    };
    assert_eq!(acts(families[1])[..3], ["log", "list", "list"], "newest first");
    assert!(!acts(families[0]).contains(&"list".to_owned()));
    let sets: i64 = town.sql().query_row("SELECT COUNT(*) FROM family_set", [], |row| row.get(0)).unwrap();
    assert_eq!(sets, 4, "the set is written once");
    let view = wait(town.gate.view(&coordinator(), families[1], "log")).unwrap();
    assert_eq!(wait(town.gate.looks(&view, 2)).unwrap().len(), 2);
}

#[test]
fn the_chain_goes_on_over_restarts() {
    let mut town = Town::new();
    let family = town.family("Haddad");
    for _ in 0..5 {
        wait(town.gate.view(&coordinator(), family, "plan")).unwrap();
        let _ = wait(town.gate.view(&stranger(), family, "plan"));
        town = town.reopened();
    }
    let Verdict::Whole { lines, .. } = town.store.verify_journal().unwrap() else { panic!("broken") };
    assert_eq!(lines, 4 + 10);
}

#[test]
fn tampering_with_the_file_is_found() {
    let town = Town::new();
    let families: Vec<FamilyId> = (0..3).map(|number| town.family(&format!("F{number}"))).collect();
    for _ in 0..20 {
        wait(town.gate.views(&coordinator(), &families, "list")).unwrap();
        wait(town.gate.view(&coordinator(), families[0], "plan")).unwrap();
    }
    let set: String = town
        .sql()
        .query_row("SELECT families FROM journal WHERE families LIKE 'set-%' LIMIT 1", [], |row| row.get(0))
        .unwrap();
    let tamperings: &[(&str, &dyn rusqlite::ToSql)] = &[
        ("UPDATE journal SET actor = $1 WHERE seq = 20", &"00000000000z"),
        ("UPDATE journal SET outcome = $1 WHERE seq = 14", &"denied"),
        ("UPDATE journal SET service = NULL WHERE seq = 14 AND $1 = ''", &""),
        ("UPDATE journal SET at = $1 WHERE seq = 30", &vec![0u8, 255]),
        ("UPDATE journal SET at = $1 WHERE seq = 30", &17),
        ("UPDATE journal SET families = $1 WHERE seq = 31", &"00000000000z"),
        ("UPDATE journal SET hash = $1 WHERE seq = 31", &"00"),
        ("DELETE FROM journal WHERE seq = $1", &25),
        ("DELETE FROM journal WHERE seq = $1", &1),
        ("UPDATE journal SET seq = 1000 WHERE seq = $1", &25),
        (
            "INSERT INTO journal SELECT municipality, 1000, at, actor, role, service, act, families, categories, ground, outcome, request, hash FROM journal WHERE seq = $1",
            &25,
        ),
        ("DELETE FROM family_set WHERE family = $1", &families[1].to_string()),
        ("UPDATE family_set SET family = $1 WHERE rowid = 1", &"00000000000z"),
        ("INSERT INTO family_set VALUES ('4299', $1, '00000000000z')", &set),
    ];
    assert!(matches!(town.store.verify_journal().unwrap(), Verdict::Whole { .. }));
    for (sql, value) in tamperings {
        let copy = new_folder();
        let path = copy.path().join("veven.db");
        town.sql().execute("VACUUM INTO $1", params![path.to_str().unwrap()]).unwrap();
        let changed = rusqlite::Connection::open(&path).unwrap().execute(sql, params![value]).unwrap();
        assert!(changed > 0, "{sql} changes something");
        let verdict = store::verify_journal_of(&path, MUNICIPALITY).unwrap();
        assert!(!matches!(verdict, Verdict::Whole { .. }), "{sql}: {verdict:?}");
    }
}
