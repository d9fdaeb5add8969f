//! One SQL text for two engines: each statement is prepared on both, and the tables are made on both.

use crate::postgres::Cluster;
use store::sql;

/// What the tables of version 1 had besides those of today.
const FIRST: &str = "ALTER TABLE family ADD COLUMN seq BIGINT NOT NULL DEFAULT 0; \
    CREATE UNIQUE INDEX entry_version ON entry (municipality, family, thing, version)";

#[test]
fn every_statement_prepares_on_sqlite() {
    let connection = rusqlite::Connection::open_in_memory().unwrap();
    for statement in sql::SCHEMA {
        connection.execute_batch(statement).unwrap_or_else(|fault| panic!("{statement}: {fault}"));
    }
    connection.execute_batch(FIRST).unwrap();
    for statement in sql::FROM_1_TO_2 {
        connection.execute_batch(statement).unwrap_or_else(|fault| panic!("{statement}: {fault}"));
    }
    for (name, statement) in sql::ALL {
        connection.prepare(statement).unwrap_or_else(|fault| panic!("{name}: {fault}"));
    }
}

#[test]
fn r94_r95_no_statement_changes_or_removes_what_was_written_or_a_line_of_the_journal() {
    let mut written = 0;
    for (name, statement) in sql::ALL {
        let plain = statement.split_whitespace().collect::<Vec<_>>().join(" ");
        for table in ["entry", "journal"] {
            for begins in ["UPDATE", "DELETE FROM", "REPLACE INTO", "INSERT OR REPLACE INTO"] {
                assert!(!plain.starts_with(&format!("{begins} {table} ")), "{name}");
            }
            if plain.starts_with(&format!("INSERT INTO {table} ")) {
                assert!(!plain.contains("DO UPDATE"), "{name}");
                written += 1;
            }
        }
    }
    assert_eq!(written, 2, "each is added to by one statement");
    // And no statement stands anywhere else.
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_none_or(|kind| kind != "rs") || file.ends_with("sql.rs") {
            continue;
        }
        let text = std::fs::read_to_string(&file).unwrap();
        for change in ["UPDATE entry", "DELETE FROM entry", "UPDATE journal", "DELETE FROM journal"] {
            assert!(!text.contains(change), "{}: {change}", file.display());
        }
    }
}

/// Statements that are about everything in the municipality: figures, checks, and what is read at the start.
fn is_about_all(name: &str) -> bool {
    let all = ["FAMILIES", "FAMILY_SETS", "FOLLOW_UPS", "MUNICIPALITIES", "SERVICES", "HELPERS", "WITH_ITEM"];
    // What research was given is a short list that names nobody; who was in it is asked by family.
    let exports = ["EXPORTS", "NEXT_EXPORT"];
    all.contains(&name)
        || exports.contains(&name)
        || ["COUNT_", "JOURNAL", "LAST_LINE", "FORGET_"].iter().any(|begin| name.starts_with(begin))
}

#[test]
fn no_statement_about_one_family_or_person_reads_those_of_all() {
    let connection = rusqlite::Connection::open_in_memory().unwrap();
    sql::SCHEMA.iter().for_each(|statement| connection.execute_batch(statement).unwrap());
    for (name, statement) in sql::ALL.iter().filter(|(name, _)| !is_about_all(name)) {
        let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {statement}")).unwrap();
        let given = plan.parameter_count();
        let nothing = rusqlite::params_from_iter(vec![rusqlite::types::Null; given]);
        let steps = plan.query_map(nothing, |row| row.get::<_, String>(3)).unwrap();
        for step in steps.map(Result::unwrap).filter(|step| step.contains("SEARCH") || step.contains("SCAN"))
        {
            let narrow = step.contains("=? AND ");
            assert!(narrow, "{name}: {step}");
        }
    }
}

#[test]
fn every_statement_prepares_on_postgresql() {
    let Some(cluster) = Cluster::start() else { return };
    let mut client = cluster.connect();
    // Twice, since each statement of the schema can be run again.
    for statement in sql::SCHEMA.iter().chain(sql::SCHEMA) {
        client.batch_execute(statement).unwrap_or_else(|fault| panic!("{statement}: {fault:?}"));
    }
    client.batch_execute(FIRST).unwrap();
    for statement in sql::FROM_1_TO_2 {
        client.batch_execute(statement).unwrap_or_else(|fault| panic!("{statement}: {fault:?}"));
    }
    for (name, statement) in sql::ALL {
        client.prepare(statement).unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
    }
}
