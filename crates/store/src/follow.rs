//! Reading the journal for those who follow up who looks, and keeping the steps that they take.

use crate::archive::{role, service};
use crate::journal::SET;
use crate::{StoreError, instant, journal, parse, sql};
use access::LineOutcome;
use access::follow::FollowUp;
use access::unusual::Trace;
use dossier::{ActorId, Moment};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

/// The first line at an instant or after. Lines are written in the order of time, so halving finds it without an
/// index that every write would pay for; where a clock was put back, a few lines more are read.
fn first_line(connection: &Connection, municipality: &str, from: &str) -> Result<i64, StoreError> {
    let mut at = connection.prepare_cached(sql::LINE_AT)?;
    let (mut low, mut high) = (1, journal::head(connection, municipality)?.seq + 1);
    while low < high {
        let middle = low + (high - low) / 2;
        let found: Option<String> =
            at.query_row(params![municipality, middle], |row| row.get(0)).optional()?;
        if found.is_none_or(|found| *found < *from) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(low)
}

/// What employees did and tried in a period.
pub fn traces(
    connection: &Connection,
    municipality: &str,
    from: Timestamp,
    until: Timestamp,
) -> Result<Vec<Trace>, StoreError> {
    let first = first_line(connection, municipality, &instant(from))?;
    let mut statement = connection.prepare_cached(sql::TRACES)?;
    let mut rows = statement.query(params![municipality, first])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let trace = trace(row)?;
        if from <= trace.at && trace.at <= until {
            found.push(trace);
        }
    }
    Ok(found)
}

fn trace(row: &Row<'_>) -> Result<Trace, StoreError> {
    let at: Timestamp = parse(&row.get::<_, String>(1)?)?;
    let families: String = row.get(6)?;
    let one = !families.is_empty() && !families.starts_with(SET);
    let outcome: String = row.get(8)?;
    Ok(Trace {
        line: row.get(0)?,
        at,
        clock: Moment::clock_of(at),
        actor: parse(&row.get::<_, String>(2)?)?,
        role: role(&row.get::<_, String>(3)?)?,
        service: service(row.get(4)?)?,
        act: row.get(5)?,
        family: if one { Some(parse(&families)?) } else { None },
        ground: row.get(7)?,
        outcome: LineOutcome::from_code(&outcome).ok_or_else(|| StoreError::Damaged("outcome".into()))?,
    })
}

/// Adds steps. A step that somebody else has taken meanwhile is not taken twice.
pub fn add(connection: &Connection, municipality: &str, steps: &[FollowUp]) -> Result<(), StoreError> {
    let damaged = |_| StoreError::Damaged("follow-up".into());
    for step in steps {
        let row = params![
            municipality,
            step.matter.id.to_string(),
            step.number,
            step.matter.actor.to_string(),
            instant(step.at),
            step.by.to_string(),
            serde_json::to_string(&step.matter).map_err(damaged)?,
            serde_json::to_string(&step.step).map_err(damaged)?,
        ];
        if connection.prepare_cached(sql::ADD_FOLLOW_UP)?.execute(row)? == 0 {
            return Err(StoreError::Moved);
        }
    }
    Ok(())
}

/// The steps that were taken; all of them, or those about one employee's looks.
pub fn steps(
    connection: &Connection,
    municipality: &str,
    about: Option<ActorId>,
) -> Result<Vec<FollowUp>, StoreError> {
    let mut found = Vec::new();
    let mut read = |row: &Row<'_>| -> Result<(), StoreError> {
        let damaged = |_| StoreError::Damaged("follow-up".into());
        found.push(FollowUp {
            number: row.get(0)?,
            at: parse(&row.get::<_, String>(1)?)?,
            by: parse(&row.get::<_, String>(2)?)?,
            matter: serde_json::from_str(&row.get::<_, String>(3)?).map_err(damaged)?,
            step: serde_json::from_str(&row.get::<_, String>(4)?).map_err(damaged)?,
        });
        Ok(())
    };
    let mut statement = match about {
        Some(_) => connection.prepare_cached(sql::FOLLOW_UPS_ABOUT)?,
        None => connection.prepare_cached(sql::FOLLOW_UPS)?,
    };
    let mut rows = match about {
        Some(about) => statement.query(params![municipality, about.to_string()])?,
        None => statement.query(params![municipality])?,
    };
    while let Some(row) = rows.next()? {
        read(row)?;
    }
    Ok(found)
}
