//! Room `exchange::families::link`: rows that hang together load together, or say why not.
//!
//! INVARIANT: what comes out refers only to what comes out; two rows never give two persons with the
//! same national id; nothing is hung on a key that two different persons have.

use super::doubles;
use super::read::Rows;
use super::rows::{FamilyRow, PersonRow, Place, Protection, RelationKind, RelationRow, Role, ServiceRow};
use crate::finding::{Findings, Problem, Severity, Spot, shown};
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// What became of a key.
enum Fate {
    /// Loads, at this index among the rows that load.
    Loads(usize),
    Rejected(u64),
    /// Two different persons have it; the first, in this row, loads.
    Ambiguous(u64),
}

/// The rows of a file that load, and what became of every key that was in it.
pub(super) struct Linked<R> {
    pub rows: Vec<R>,
    fates: HashMap<String, Fate>,
}

impl<R> Linked<R> {
    fn new(rejected: HashMap<String, u64>) -> Self {
        let fates = rejected.into_iter().map(|(key, row)| (key, Fate::Rejected(row))).collect();
        Self { rows: vec![], fates }
    }

    fn find(&self, key: &str) -> Result<&R, Problem> {
        match self.fates.get(key) {
            Some(Fate::Loads(index)) => Ok(&self.rows[*index]),
            Some(Fate::Rejected(row)) => Err(Problem::ReferenceRejected { key: shown(key), other: *row }),
            Some(Fate::Ambiguous(_)) => Err(Problem::ReferenceAmbiguous { key: shown(key) }),
            None => Err(Problem::ReferenceMissing { key: shown(key) }),
        }
    }

    fn load(&mut self, key: String, row: R) {
        self.fates.insert(key, Fate::Loads(self.rows.len()));
        self.rows.push(row);
    }
}

fn spot(place: &Place) -> Spot {
    Spot::row(&place.file, place.row)
}

fn tell_same_key(
    is_same_row: bool,
    place: &Place,
    field: &str,
    key: &str,
    first: &Place,
    out: &mut Findings,
) {
    let other = first.row;
    if is_same_row {
        out.add(Severity::Told, &spot(place), "", Problem::RowTwice { other });
    } else {
        out.add(Severity::Rejected, &spot(place), field, Problem::KeyTwice { key: shown(key), other });
    }
}

pub(super) fn families(read: Rows<FamilyRow>, out: &mut Findings) -> Linked<FamilyRow> {
    let mut linked: Linked<FamilyRow> = Linked::new(read.rejected);
    for row in read.sound {
        if let Ok(first) = linked.find(&row.key) {
            let is_same = FamilyRow { place: first.place.clone(), ..row.clone() } == *first;
            tell_same_key(is_same, &row.place, "familie_id", &row.key, &first.place, out);
        } else {
            linked.load(row.key.clone(), row);
        }
    }
    linked
}

pub(super) fn persons(
    read: Rows<PersonRow>,
    families: &Linked<FamilyRow>,
    out: &mut Findings,
) -> Linked<PersonRow> {
    let mut linked: Linked<PersonRow> = Linked::new(read.rejected);
    let mut by_number: HashMap<_, usize> = HashMap::new();
    for row in read.sound {
        let at = spot(&row.place);
        if let Ok(first) = linked.find(&row.key) {
            let is_same =
                PersonRow { place: first.place.clone(), also: first.also.clone(), ..row.clone() } == *first;
            tell_same_key(is_same, &row.place, "person_id", &row.key, &first.place, out);
            if first.family != row.family || !doubles::is_same_person(first, &row) {
                let fate = Fate::Ambiguous(first.place.row);
                linked.fates.insert(row.key, fate);
            }
            continue;
        }
        if let Some(Fate::Ambiguous(other)) = linked.fates.get(&row.key) {
            let problem = Problem::KeyTwice { key: shown(&row.key), other: *other };
            out.add(Severity::Rejected, &at, "person_id", problem);
            continue;
        }
        if let Err(problem) = families.find(&row.family) {
            out.add(Severity::Rejected, &at, "familie_id", problem);
            linked.fates.insert(row.key, Fate::Rejected(row.place.row));
            continue;
        }
        let Some(index) = row.national_id.and_then(|id| by_number.get(&id).copied()) else {
            by_number.extend(row.national_id.map(|id| (id, linked.rows.len())));
            linked.load(row.key.clone(), row);
            continue;
        };
        let first = &mut linked.rows[index];
        let (key, kept, other) = (shown(&row.key), shown(&first.key), first.place.row);
        if first.family == row.family && doubles::is_same_person(first, &row) {
            // Where the two disagree on protection, the stricter one is never wrong to follow.
            first.protection = first.protection.max(row.protection);
            if first.protection == Protection::StrictlyConfidential {
                first.home = None;
            }
            out.add(Severity::Told, &at, "fodselsnummer", Problem::NumberMerged { key, kept, other });
            first.also.push(row.key.clone());
            linked.fates.insert(row.key, Fate::Loads(index));
            continue;
        }
        let problem = if first.family == row.family {
            Problem::NumberOtherName { key, kept, other }
        } else {
            Problem::NumberOtherFamily { key, kept, other }
        };
        out.add(Severity::Rejected, &at, "fodselsnummer", problem.clone());
        out.add(Severity::Decide, &at, "fodselsnummer", problem);
        linked.fates.insert(row.key, Fate::Rejected(row.place.row));
    }
    linked
}

/// Tells about families that load without anybody in them, and about districts that could help
/// somebody find a strictly protected person. `mentioned` are the families that person rows name.
pub(super) fn tell_about_families(
    families: &[FamilyRow],
    persons: &[PersonRow],
    mentioned: &HashSet<&str>,
    out: &mut Findings,
) {
    let mut strictest: HashMap<&str, Protection> = HashMap::new();
    for person in persons {
        let known = strictest.entry(&person.family).or_insert(person.protection);
        *known = (*known).max(person.protection);
    }
    for family in families {
        let at = spot(&family.place);
        match strictest.get(&*family.key) {
            None => {
                let key = shown(&family.key);
                let all_rejected = mentioned.contains(&*family.key);
                let problem = if all_rejected {
                    Problem::FamilyAllRejected { key }
                } else {
                    Problem::FamilyEmpty { key }
                };
                out.add(Severity::Told, &at, "familie_id", problem);
            }
            Some(Protection::StrictlyConfidential) if family.district.is_some() => {
                out.add(Severity::Told, &at, "bydel", Problem::ProtectedDistrict);
            }
            Some(_) => {}
        }
    }
}

pub(super) fn relations(
    read: Rows<RelationRow>,
    persons: &Linked<PersonRow>,
    out: &mut Findings,
) -> Vec<RelationRow> {
    let mut kept = Unique::default();
    for mut row in read.sound {
        let at = spot(&row.place);
        let (from, to) = match (persons.find(&row.from), persons.find(&row.to)) {
            (Ok(from), Ok(to)) => (from, to),
            (from, to) => {
                for (field, found) in [("fra_person", from), ("til_person", to)] {
                    if let Err(problem) = found {
                        out.add(Severity::Rejected, &at, field, problem);
                    }
                }
                continue;
            }
        };
        let is_sibling = row.kind == RelationKind::Sibling;
        if from.key == to.key {
            out.add(Severity::Rejected, &at, "til_person", Problem::RelationToSelf);
            continue;
        }
        if !is_sibling && (from.role, to.role) != (Role::Adult, Role::Child) {
            out.add(Severity::Rejected, &at, "fra_person", Problem::RelationRoles);
            continue;
        }
        if from.family != to.family {
            out.add(Severity::Told, &at, "til_person", Problem::RelationAcross);
        }
        (row.from, row.to) = (from.key.clone(), to.key.clone());
        let key = (row.from.clone(), row.to.clone(), row.kind);
        let name = format!("{} → {}", row.from, row.to);
        kept.add(key, &name, "fra_person", row, |row| &mut row.place, out);
    }
    kept.rows
}

pub(super) fn services(
    read: Rows<ServiceRow>,
    persons: &Linked<PersonRow>,
    out: &mut Findings,
) -> Vec<ServiceRow> {
    let mut kept = Unique::default();
    for mut row in read.sound {
        match persons.find(&row.person) {
            Err(problem) => out.add(Severity::Rejected, &spot(&row.place), "person_id", problem),
            Ok(person) => {
                row.person.clone_from(&person.key);
                let key = (row.person.clone(), row.service.clone(), row.from);
                let name = format!("{}, {}", row.person, row.service);
                kept.add(key, &name, "person_id", row, |row| &mut row.place, out);
            }
        }
    }
    kept.rows
}

/// Rows whose key is made of several cells: the first of each key loads.
struct Unique<K, R> {
    rows: Vec<R>,
    at: HashMap<K, usize>,
}

impl<K, R> Default for Unique<K, R> {
    fn default() -> Self {
        Self { rows: vec![], at: HashMap::new() }
    }
}

impl<K: Hash + Eq, R: Clone + PartialEq> Unique<K, R> {
    fn add(
        &mut self,
        key: K,
        name: &str,
        field: &str,
        mut row: R,
        place: fn(&mut R) -> &mut Place,
        out: &mut Findings,
    ) {
        let Some(first) = self.at.get(&key).and_then(|index| self.rows.get_mut(*index)) else {
            self.at.insert(key, self.rows.len());
            self.rows.push(row);
            return;
        };
        let (here, there) = (place(&mut row).clone(), place(first).clone());
        place(&mut row).clone_from(&there);
        tell_same_key(row == *first, &here, field, name, &there, out);
    }
}
