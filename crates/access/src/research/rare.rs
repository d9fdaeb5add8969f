//! No row that is one family's alone: what is rare is told more coarsely, and what is still rare is left out.

use super::Row;
use super::variable::{BESIDE, Variable};
use dossier::FamilyId;
use std::collections::{BTreeMap, BTreeSet};

/// In place of what would have told too much.
const HIDDEN: &str = "*";
/// In place of a sector that few have.
const OTHER: &str = "other";
/// What somebody who knows a family could know it again by; the last is given up first.
const KNOWN_BY: [Variable; 4] =
    [Variable::AgeBand, Variable::TwoHomes, Variable::Siblings, Variable::AdultsInHomes];

/// The rows that can be given: in each, age band, siblings, and homes with their adults together are shared by so many families.
pub(super) fn coarsened(mut rows: Vec<Row>, smallest: usize) -> Vec<Row> {
    let mut ready = Vec::new();
    for told in (1..=KNOWN_BY.len()).rev() {
        for row in &mut rows {
            row.cells
                .iter_mut()
                .filter(|(it, _)| KNOWN_BY[told..].contains(it))
                .for_each(|(_, cell)| *cell = HIDDEN.into());
        }
        let common = shared(&rows, smallest);
        let (fit, rare): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| common.contains(&key(row)));
        ready.extend(fit);
        rows = rare;
    }
    hide_rare_sectors(&mut ready, smallest);
    hide_rare_families(&mut ready, smallest);
    ready
}

/// What a row could be known again by.
fn key(row: &Row) -> Vec<String> {
    row.cells.iter().filter(|(it, _)| KNOWN_BY.contains(it)).map(|(_, cell)| cell.clone()).collect()
}

/// The keys that so many families share. Siblings hide nobody from those who know the family.
fn shared(rows: &[Row], smallest: usize) -> BTreeSet<Vec<String>> {
    let mut families: BTreeMap<Vec<String>, BTreeSet<FamilyId>> = BTreeMap::new();
    for row in rows {
        families.entry(key(row)).or_default().insert(row.family);
    }
    families.into_iter().filter(|(_, of)| of.len() >= smallest).map(|(key, _)| key).collect()
}

/// A sector that few families have is not named.
fn hide_rare_sectors(rows: &mut [Row], smallest: usize) {
    let mut families: BTreeMap<String, BTreeSet<FamilyId>> = BTreeMap::new();
    let is = |cell: &&(Variable, String)| cell.0 == Variable::Sectors;
    for row in &*rows {
        for sector in row.cells.iter().filter(is).flat_map(|(_, cell)| cell.split(BESIDE)) {
            families.entry(sector.to_owned()).or_default().insert(row.family);
        }
    }
    for (_, cell) in rows.iter_mut().flat_map(|row| &mut row.cells).filter(|cell| cell.0 == Variable::Sectors)
    {
        let told = |sector: &str| families.get(sector).is_some_and(|of| of.len() >= smallest);
        let mut sectors: Vec<&str> = cell.split(BESIDE).map(|it| if told(it) { it } else { OTHER }).collect();
        sectors.sort_unstable();
        sectors.dedup();
        *cell = sectors.join(&BESIDE.to_string());
    }
}

/// That rows are siblings' is told only where so many families look like theirs: their ages together would tell.
fn hide_rare_families(rows: &mut [Row], smallest: usize) {
    let mut looks: BTreeMap<FamilyId, Vec<Vec<String>>> = BTreeMap::new();
    for row in &*rows {
        looks.entry(row.family).or_default().push(key(row));
    }
    let mut alike: BTreeMap<Vec<Vec<String>>, usize> = BTreeMap::new();
    for look in looks.values_mut() {
        look.sort();
        *alike.entry(look.clone()).or_default() += 1;
    }
    for row in rows {
        let common =
            looks.get(&row.family).and_then(|look| alike.get(look)).is_some_and(|count| *count >= smallest);
        if !common {
            row.house = HIDDEN.into();
        }
    }
}
