//! Writing the derived lists of a family, and comparing them with what its entries give.

use crate::{StoreError, sql};
use dossier::Lists;
use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};

type Row = Vec<Value>;

fn text(value: impl ToString) -> Value {
    Value::Text(value.to_string())
}

fn maybe<T: ToString>(value: Option<T>) -> Value {
    value.map_or(Value::Null, text)
}

/// One list: how its rows are dropped, added and read back; the rows without municipality and family.
struct List {
    drop: &'static str,
    add: &'static str,
    all: &'static str,
    rows: Vec<Row>,
}

fn tables(lists: &Lists) -> [List; 7] {
    let list = |drop, add, all, rows| List { drop, add, all, rows };
    [
        list(
            sql::DROP_REACH,
            sql::ADD_REACH,
            sql::ALL_REACH,
            lists
                .reach
                .iter()
                .map(|row| vec![text(row.actor), text(row.role.code()), text(row.from), maybe(row.until)])
                .collect(),
        ),
        list(
            sql::DROP_NAME,
            sql::ADD_NAME,
            sql::ALL_NAME,
            lists.names.iter().map(|row| vec![text(&row.key), text(row.person)]).collect(),
        ),
        list(
            sql::DROP_COURSE,
            sql::ADD_COURSE,
            sql::ALL_COURSE,
            lists
                .course
                .iter()
                .map(|row| {
                    let acute = Value::Integer(i64::from(row.acute));
                    vec![
                        text(row.phase),
                        text(row.from),
                        maybe(row.until),
                        acute,
                        maybe(row.district.as_ref()),
                    ]
                })
                .collect(),
        ),
        list(
            sql::DROP_COORDINATION,
            sql::ADD_COORDINATION,
            sql::ALL_COORDINATION,
            lists
                .coordination
                .iter()
                .map(|row| vec![text(row.actor), text(row.from), maybe(row.until)])
                .collect(),
        ),
        list(
            sql::DROP_ITEM,
            sql::ADD_ITEM,
            sql::ALL_ITEM,
            lists
                .items
                .iter()
                .map(|row| {
                    vec![
                        text(row.thing),
                        text(row.kind.code()),
                        maybe(row.owner),
                        maybe(row.service),
                        maybe(row.area.map(dossier::Area::code)),
                        maybe(row.born),
                        text(row.since),
                        maybe(row.due),
                    ]
                })
                .collect(),
        ),
        list(
            sql::DROP_REFERENCE,
            sql::ADD_REFERENCE,
            sql::ALL_REFERENCE,
            lists.references.iter().map(|reference| vec![text(reference)]).collect(),
        ),
        list(
            sql::DROP_SOURCE,
            sql::ADD_SOURCE,
            sql::ALL_SOURCE,
            lists.sources.iter().map(|(thing, key)| vec![text(thing), text(key)]).collect(),
        ),
    ]
}

fn add(connection: &Connection, municipality: &str, family: &str, list: &List) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(list.add)?;
    for row in &list.rows {
        let key = [text(municipality), text(family)];
        statement.execute(params_from_iter(key.iter().chain(row)))?;
    }
    Ok(())
}

/// Writes the lists that differ from before.
pub fn write(
    connection: &Connection,
    municipality: &str,
    family: &str,
    before: &Lists,
    after: &Lists,
) -> Result<(), StoreError> {
    for (old, new) in tables(before).iter().zip(&tables(after)) {
        if old.rows != new.rows {
            if !old.rows.is_empty() {
                connection.prepare_cached(old.drop)?.execute(params![municipality, family])?;
            }
            add(connection, municipality, family, new)?;
        }
    }
    Ok(())
}

/// Writes all lists anew, whatever stood there.
pub fn replace(
    connection: &Connection,
    municipality: &str,
    family: &str,
    lists: &Lists,
) -> Result<(), StoreError> {
    for list in &tables(lists) {
        connection.prepare_cached(list.drop)?.execute(params![municipality, family])?;
        add(connection, municipality, family, list)?;
    }
    Ok(())
}

/// All rows of all lists, in an order that does not depend on how they are stored.
pub type Fingerprint = Vec<Vec<String>>;

fn sorted(mut rows: Vec<String>) -> Vec<String> {
    rows.sort();
    rows
}

/// What stands in the store for a family.
pub fn fingerprint(
    connection: &Connection,
    municipality: &str,
    family: &str,
) -> Result<Fingerprint, StoreError> {
    tables(&Lists::default())
        .iter()
        .map(|list| {
            let mut statement = connection.prepare_cached(list.all)?;
            let columns = statement.column_count();
            let rows = statement.query_map(params![municipality, family], |row| {
                let values: Result<Row, _> = (0..columns).map(|column| row.get(column)).collect();
                Ok(format!("{:?}", values?))
            })?;
            Ok(sorted(rows.collect::<Result<Vec<_>, _>>()?))
        })
        .collect()
}

/// What should stand there.
pub fn fingerprint_of(lists: &Lists) -> Fingerprint {
    tables(lists)
        .iter()
        .map(|list| sorted(list.rows.iter().map(|row| format!("{row:?}")).collect()))
        .collect()
}
