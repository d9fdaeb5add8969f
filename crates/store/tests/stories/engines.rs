//! One SQL text for two engines: each statement is prepared on both, and the tables are made on both.

use crate::postgres::Cluster;
use store::sql;

#[test]
fn every_statement_prepares_on_sqlite() {
    let connection = rusqlite::Connection::open_in_memory().unwrap();
    for statement in sql::SCHEMA {
        connection.execute_batch(statement).unwrap_or_else(|fault| panic!("{statement}: {fault}"));
    }
    for (name, statement) in sql::ALL {
        connection.prepare(statement).unwrap_or_else(|fault| panic!("{name}: {fault}"));
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
    for (name, statement) in sql::ALL {
        client.prepare(statement).unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
    }
}
