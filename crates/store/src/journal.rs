//! Writing journal lines, and checking them.
//!
//! A line about several families names the *set* of them, by a hash of its members; who belongs to a set is
//! written once, the first time that it is seen. A coordinator's list shows the same forty families all day, and
//! would otherwise cost forty rows each time.

use crate::chain::{self, Kept, Verdict};
use crate::writer::Head;
use crate::{StoreError, instant, sql};
use access::Line;
use dossier::FamilyId;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, params};
use std::collections::HashMap;

/// How the id of a set begins; no family's id does.
pub const SET: &str = "set-";

/// What stands in a line for its families: nothing, the one, or the set of them.
fn key_of(members: &[String]) -> String {
    match members {
        [] => String::new(),
        [one] => one.clone(),
        // 128 bits are plenty: the members' own ids are random, so nobody can choose them to meet.
        several => format!("{SET}{}", &chain::sha256(several.join(" ").as_bytes())[..32]),
    }
}

/// Writes the lines after the head, and moves it.
pub fn add_lines(
    connection: &Connection,
    head: &mut Head,
    municipality: &str,
    lines: &[Line],
) -> Result<(), StoreError> {
    for line in lines {
        let mut members: Vec<FamilyId> = line.families.clone();
        members.sort_unstable();
        members.dedup();
        let members: Vec<String> = members.iter().map(ToString::to_string).collect();
        let kept = Kept {
            seq: head.seq + 1,
            at: instant(line.visit.moment.at),
            actor: line.visit.actor.to_string(),
            role: line.visit.role.code().into(),
            service: line.visit.service.map(|service| service.to_string()),
            act: line.act.into(),
            families: key_of(&members),
            categories: line.categories.iter().map(|it| it.code()).collect::<Vec<_>>().join(" "),
            ground: line.ground.into(),
            outcome: line.outcome.code().into(),
            request: format!("{:016x}", line.visit.request),
        };
        let hash = kept.hash(&head.hash);
        connection.prepare_cached(sql::ADD_LINE)?.execute(params![
            municipality,
            kept.seq,
            kept.at,
            kept.actor,
            kept.role,
            kept.service,
            kept.act,
            kept.families,
            kept.categories,
            kept.ground,
            kept.outcome,
            kept.request,
            hash
        ])?;
        if members.len() > 1 {
            add_set(connection, municipality, &kept.families, &members)?;
        }
        *head = Head { seq: kept.seq, hash };
    }
    Ok(())
}

fn add_set(
    connection: &Connection,
    municipality: &str,
    set: &str,
    members: &[String],
) -> Result<(), StoreError> {
    if connection.prepare_cached(sql::FAMILY_SET)?.exists(params![municipality, set])? {
        return Ok(());
    }
    let mut add = connection.prepare_cached(sql::ADD_TO_FAMILY_SET)?;
    for family in members {
        add.execute(params![municipality, set, family])?;
    }
    Ok(())
}

/// A line with its hash. Whatever somebody has put into the row is read as some text, so that the chain finds it.
fn kept(row: &Row<'_>) -> (Kept, String) {
    let maybe = |column: usize| match row.get_ref(column) {
        Ok(ValueRef::Text(text)) => Some(String::from_utf8_lossy(text).into_owned()),
        Ok(ValueRef::Null) => None,
        other => Some(format!("{other:?}")),
    };
    let text = |column: usize| maybe(column).unwrap_or_default();
    let line = Kept {
        seq: row.get(0).unwrap_or(-1),
        at: text(1),
        actor: text(2),
        role: text(3),
        service: maybe(4),
        act: text(5),
        families: text(6),
        categories: text(7),
        ground: text(8),
        outcome: text(9),
        request: text(10),
    };
    (line, text(11))
}

/// The journal's head: where the next line goes.
pub fn head(connection: &Connection, municipality: &str) -> Result<Head, StoreError> {
    let mut statement = connection.prepare(sql::JOURNAL_TAIL)?;
    let mut rows = statement.query(params![municipality])?;
    let Some((last, hash)) = rows.next()?.map(kept) else {
        return Ok(Head { seq: 0, hash: chain::START.into() });
    };
    let before = rows.next()?.map(kept);
    if last.hash(before.as_ref().map_or(chain::START, |(_, hash)| hash)) != hash {
        // To refuse would help nobody but the one who did it; what is wrong stays where every check finds it.
        tracing::error!(
            line = last.seq,
            "the journal's last line is not what its hash says; check the journal"
        );
    }
    Ok(Head { seq: last.seq, hash })
}

/// Checks the chain, and that each set that a line names has the members that its name says.
pub fn verify(connection: &Connection, municipality: &str) -> Result<Verdict, StoreError> {
    // One snapshot for both, also while others write.
    let snapshot = connection.unchecked_transaction()?;
    let mut first_use: HashMap<String, i64> = HashMap::new();
    let mut statement = snapshot.prepare(sql::JOURNAL)?;
    let rows = statement.query_map(params![municipality], |row| Ok(kept(row)))?;
    let mut failed = None;
    let verdict = chain::verify(rows.map_while(|row| match row {
        Ok((line, hash)) => {
            if line.families.starts_with(SET) {
                first_use.entry(line.families.clone()).or_insert(line.seq);
            }
            Some((line, hash))
        }
        Err(error) => {
            failed = Some(error);
            None
        }
    }));
    if let Some(error) = failed {
        return Err(error.into());
    }
    if !matches!(verdict, Verdict::Whole { .. }) {
        return Ok(verdict);
    }
    let mut members: HashMap<String, Vec<String>> = HashMap::new();
    let mut statement = snapshot.prepare(sql::FAMILY_SETS)?;
    let mut rows = statement.query(params![municipality])?;
    while let Some(row) = rows.next()? {
        members.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    let wrong = first_use.into_iter().filter_map(|(expected, seq)| {
        let found = key_of(members.get(&expected).map_or(&[], Vec::as_slice));
        (found != expected).then_some((seq, expected, found))
    });
    Ok(wrong.min().map_or(verdict, |(seq, expected, found)| Verdict::Broken { seq, expected, found }))
}
