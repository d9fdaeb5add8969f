//! Writing the derived lists of a family, and comparing them with what its entries give.

use crate::{StoreError, sql};
use dossier::{Area, Lists};
use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};

/// The columns of a row after municipality and family.
type Row = Vec<Value>;

fn text(value: impl ToString) -> Value {
    Value::Text(value.to_string())
}

fn maybe<T: ToString>(value: Option<T>) -> Value {
    value.map_or(Value::Null, text)
}

/// One list: how it is compared, how its rows look, and the statements that add, take out and read them.
struct List {
    same: fn(&Lists, &Lists) -> bool,
    rows: fn(&Lists) -> Vec<Row>,
    add: &'static str,
    take: &'static str,
    drop: &'static str,
    all: &'static str,
}

const LISTS: [List; 8] = [
    List {
        same: |a, b| a.reach == b.reach,
        rows: |lists| {
            let rows = lists.reach.iter();
            rows.map(|row| vec![text(row.actor), text(row.role.code()), text(row.from), maybe(row.until)])
                .collect()
        },
        add: sql::ADD_REACH,
        take: sql::TAKE_REACH,
        drop: sql::DROP_REACH,
        all: sql::ALL_REACH,
    },
    List {
        same: |a, b| a.names == b.names,
        rows: |lists| lists.names.iter().map(|row| vec![text(&row.key), text(row.person)]).collect(),
        add: sql::ADD_NAME,
        take: sql::TAKE_NAME,
        drop: sql::DROP_NAME,
        all: sql::ALL_NAME,
    },
    List {
        same: |a, b| a.course == b.course,
        rows: |lists| {
            let row = |row: &dossier::CourseRow| {
                let acute = Value::Integer(i64::from(row.acute));
                vec![text(row.phase), text(row.from), maybe(row.until), acute, maybe(row.district.as_ref())]
            };
            lists.course.iter().map(row).collect()
        },
        add: sql::ADD_COURSE,
        take: sql::TAKE_COURSE,
        drop: sql::DROP_COURSE,
        all: sql::ALL_COURSE,
    },
    List {
        same: |a, b| a.coordination == b.coordination,
        rows: |lists| {
            let rows = lists.coordination.iter();
            rows.map(|row| vec![text(row.actor), text(row.from), maybe(row.until)]).collect()
        },
        add: sql::ADD_COORDINATION,
        take: sql::TAKE_COORDINATION,
        drop: sql::DROP_COORDINATION,
        all: sql::ALL_COORDINATION,
    },
    List {
        same: |a, b| a.items == b.items,
        rows: |lists| {
            let row = |row: &dossier::ItemRow| {
                vec![
                    text(row.thing),
                    text(row.kind.code()),
                    maybe(row.owner),
                    maybe(row.service),
                    maybe(row.area.map(Area::code)),
                    maybe(row.born),
                    text(row.since),
                    maybe(row.due),
                ]
            };
            lists.items.iter().map(row).collect()
        },
        add: sql::ADD_ITEM,
        take: sql::TAKE_ITEM,
        drop: sql::DROP_ITEM,
        all: sql::ALL_ITEM,
    },
    List {
        same: |a, b| a.references == b.references,
        rows: |lists| lists.references.iter().map(|reference| vec![text(reference)]).collect(),
        add: sql::ADD_REFERENCE,
        take: sql::TAKE_REFERENCE,
        drop: sql::DROP_REFERENCE,
        all: sql::ALL_REFERENCE,
    },
    List {
        same: |a, b| a.sources == b.sources,
        rows: |lists| lists.sources.iter().map(|(thing, key)| vec![text(thing), text(key)]).collect(),
        add: sql::ADD_SOURCE,
        take: sql::TAKE_SOURCE,
        drop: sql::DROP_SOURCE,
        all: sql::ALL_SOURCE,
    },
    List {
        same: |a, b| a.told == b.told,
        rows: |lists| {
            let row = |row: &dossier::ToldRow| {
                let counts = [row.asked, row.again, row.sent, row.reused, row.needed, row.automatic];
                let counts = counts.into_iter().map(|count| Value::Integer(count.into()));
                std::iter::once(text(row.month)).chain(counts).collect()
            };
            lists.told.iter().map(row).collect()
        },
        add: sql::ADD_TOLD,
        take: sql::TAKE_TOLD,
        drop: sql::DROP_TOLD,
        all: sql::ALL_TOLD,
    },
];

fn run(
    connection: &Connection,
    statement: &str,
    municipality: &str,
    family: &str,
    rows: &[&Row],
) -> Result<(), StoreError> {
    if rows.is_empty() {
        return Ok(());
    }
    let key = [text(municipality), text(family)];
    let mut statement = connection.prepare_cached(statement)?;
    for row in rows {
        statement.execute(params_from_iter(key.iter().chain(row.iter())))?;
    }
    Ok(())
}

/// Writes what differs from before, row by row: one action that moves on changes one row, not forty.
pub fn write(
    connection: &Connection,
    municipality: &str,
    family: &str,
    before: &Lists,
    after: &Lists,
) -> Result<(), StoreError> {
    for list in LISTS.iter().filter(|list| !(list.same)(before, after)) {
        let (old, new) = ((list.rows)(before), (list.rows)(after));
        let gone: Vec<&Row> = old.iter().filter(|row| !new.contains(row)).collect();
        let come: Vec<&Row> = new.iter().filter(|row| !old.contains(row)).collect();
        run(connection, list.take, municipality, family, &gone)?;
        run(connection, list.add, municipality, family, &come)?;
    }
    Ok(())
}

/// All rows of a family that is new, with the statements that add them.
pub type Fresh = Vec<(&'static str, Vec<Row>)>;

/// All rows of a family that is new.
pub fn fresh(lists: &Lists) -> Fresh {
    LISTS.iter().map(|list| (list.add, (list.rows)(lists))).collect()
}

/// Writes all rows of a family that is new.
pub fn write_fresh(
    connection: &Connection,
    municipality: &str,
    family: &str,
    lists: &Fresh,
) -> Result<(), StoreError> {
    for (add, rows) in lists {
        run(connection, add, municipality, family, &rows.iter().collect::<Vec<_>>())?;
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
    for list in &LISTS {
        connection.prepare_cached(list.drop)?.execute(params![municipality, family])?;
        let rows = (list.rows)(lists);
        run(connection, list.add, municipality, family, &rows.iter().collect::<Vec<_>>())?;
    }
    Ok(())
}

/// The rows of all lists, as text and in an order that does not depend on how they are stored.
pub type Rows = Vec<Vec<String>>;

fn sorted(rows: impl IntoIterator<Item = Row>) -> Vec<String> {
    let mut rows: Vec<String> = rows.into_iter().map(|row| format!("{row:?}")).collect();
    rows.sort();
    rows
}

/// What stands in the store for a family.
pub fn standing(connection: &Connection, municipality: &str, family: &str) -> Result<Rows, StoreError> {
    LISTS
        .iter()
        .map(|list| {
            let mut statement = connection.prepare_cached(list.all)?;
            let columns = statement.column_count();
            let rows = statement.query_map(params![municipality, family], |row| {
                (0..columns).map(|column| row.get(column)).collect::<Result<Row, _>>()
            })?;
            Ok(sorted(rows.collect::<Result<Vec<_>, _>>()?))
        })
        .collect()
}

/// What should stand there.
pub fn as_rows(lists: &Lists) -> Rows {
    LISTS.iter().map(|list| sorted((list.rows)(lists))).collect()
}
