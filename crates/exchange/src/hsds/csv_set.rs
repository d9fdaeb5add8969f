//! Room `exchange::hsds::csv_set`: the tables of HSDS as CSV files, joined into services.

use super::Shelf;
use super::clean::Cleaner;
use super::tables::{self, Kind, Spec};
use crate::finding::{Finding, Findings, Problem, Severity, Spot, shown};
use crate::table::{Column, Table};
use serde_json::{Map, Value};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Far above any true directory; a crafted one could nest rows in rows without end.
const MOST_NESTED: usize = 2_000_000;

/// A checked row.
struct Record {
    at: Spot,
    fields: Map<String, Value>,
    used: bool,
}

impl Record {
    fn text(&self, name: &str) -> Option<&str> {
        self.fields.get(name).and_then(Value::as_str)
    }
}

/// All tables, and where each id and each reference stands.
#[derive(Default)]
struct Set {
    records: HashMap<&'static str, Vec<Record>>,
    ids: HashMap<(&'static str, String), usize>,
    referring: HashMap<(&'static str, &'static str, String), Vec<usize>>,
    nested: usize,
}

/// Reads the files of a set, each recognised by the file name that the standard gives its table.
pub(super) fn read(files: &[(Arc<str>, &'static Spec, &[u8])], shelf: &mut Shelf, out: &mut Findings) {
    let mut set = Set::default();
    for (file, spec, bytes) in files {
        set.load(file, spec, bytes, out);
    }
    if files.iter().all(|(_, spec, _)| spec.name != "service") {
        for (file, spec, _) in files {
            let count = set.records.get(spec.name).map_or(0, Vec::len) as u64;
            out.add(Severity::Told, &Spot::file(file), "", Problem::NoServices { what: spec.name, count });
        }
        return;
    }
    for (table, index) in set.rows_of("service").into_iter().chain(set.rows_of("organization")) {
        let nested = set.nest(table, index);
        if set.nested > MOST_NESTED {
            let at = set.records[table][index].at.clone();
            out.add(Severity::Rejected, &at, "", Problem::TooLarge);
            break;
        }
        if table == "service" {
            let at = set.records[table][index].at.clone();
            shelf.put(nested, &at, "id", out);
        } else {
            shelf.organizations.push(nested);
        }
    }
    set.tell_loose_ends(files, out);
}

impl Set {
    fn load(&mut self, file: &Arc<str>, spec: &'static Spec, bytes: &[u8], out: &mut Findings) {
        let is_nested = |kind: Kind| matches!(kind, Kind::Many(_) | Kind::One(_));
        let columns: Vec<Column> = spec
            .fields
            .iter()
            .filter(|field| !is_nested(field.kind))
            .map(|field| Column { name: field.name, required: field.name == "id", seldom: false })
            .collect();
        // Columns that a sender leaves out are as usual here as empty cells.
        let mut all = Findings::default();
        let table = Table::read(file, bytes, &columns, &mut all);
        let is_usual = |f: &Finding| f.problem == Problem::ColumnMissing && f.severity == Severity::Told;
        all.keep(|finding| !is_usual(finding), out);
        let Some(table) = table else { return };
        for row in &table.rows {
            let at = Spot::row(file, row.number);
            let cells = columns
                .iter()
                .map(|column| (column.name.to_owned(), Value::from(table.cell(row, column.name))));
            let Some(fields) = (Cleaner { at: at.clone(), out }).object(cells.collect(), spec, "") else {
                continue;
            };
            let record = Record { at, fields, used: false };
            let records = self.records.entry(spec.name).or_default();
            if let Some(id) = record.text("id").map(str::to_owned) {
                if let Some(first) = self.ids.get(&(spec.name, id.clone())) {
                    let first = &records[*first];
                    let other = first.at.row.unwrap_or_default();
                    if first.fields == record.fields {
                        out.add(Severity::Told, &record.at, "", Problem::RowTwice { other });
                    } else {
                        out.add(
                            Severity::Rejected,
                            &record.at,
                            "id",
                            Problem::KeyTwice { key: shown(&id), other },
                        );
                    }
                    continue;
                }
                self.ids.insert((spec.name, id), records.len());
            }
            for field in &spec.fields {
                if let (true, Some(id)) = (field.name.ends_with("_id"), record.text(field.name)) {
                    self.referring
                        .entry((spec.name, field.name, id.to_owned()))
                        .or_default()
                        .push(records.len());
                }
            }
            records.push(record);
        }
    }

    fn rows_of(&self, table: &'static str) -> Vec<(&'static str, usize)> {
        (0..self.records.get(table).map_or(0, Vec::len)).map(|index| (table, index)).collect()
    }

    /// A row with all rows that belong to it inside, as the JSON form has it. An organisation comes
    /// inside a service without its own rows: those are with the organisation.
    fn nest(&mut self, table: &'static str, index: usize) -> Map<String, Value> {
        self.nested += 1;
        let Some(record) = self.records.get_mut(table).and_then(|records| records.get_mut(index)) else {
            return Map::new();
        };
        record.used = true;
        let mut fields = record.fields.clone();
        let id = record.text("id").unwrap_or_default().to_owned();
        for field in &tables::named(table).fields {
            if self.nested > MOST_NESTED {
                break;
            }
            match field.kind {
                Kind::Many(child) => {
                    let key = (child, column_for(child, table), id.clone());
                    let rows = self.referring.get(&key).cloned().unwrap_or_default();
                    let rows: Vec<_> =
                        rows.into_iter().map(|row| Value::Object(self.nest(child, row))).collect();
                    if !rows.is_empty() {
                        fields.insert(field.name.to_owned(), Value::Array(rows));
                    }
                }
                Kind::One(child) => {
                    let other =
                        fields.get(column_for(table, child)).and_then(Value::as_str).unwrap_or_default();
                    let Some(&row) = self.ids.get(&(child, other.to_owned())) else { continue };
                    let inner = if child == "organization" {
                        self.records[child][row].fields.clone()
                    } else {
                        self.nest(child, row)
                    };
                    fields.insert(field.name.to_owned(), Value::Object(inner));
                }
                _ => {}
            }
        }
        fields
    }

    /// References that lead nowhere, and rows that nothing uses.
    fn tell_loose_ends(&self, files: &[(Arc<str>, &'static Spec, &[u8])], out: &mut Findings) {
        let all_ids: HashSet<&str> = self.ids.keys().map(|(_, id)| id.as_str()).collect();
        for (file, spec, _) in files {
            if spec.name == "meta_table_description" {
                let count = self.records.get(spec.name).map_or(0, Vec::len) as u64;
                out.add(
                    Severity::Told,
                    &Spot::file(file),
                    "",
                    Problem::NoServices { what: spec.name, count },
                );
                continue;
            }
            for record in self.records.get(spec.name).into_iter().flatten() {
                // What hangs on nothing but a missing row is lost; the rest is only not linked.
                let severity = if record.used { Severity::Told } else { Severity::Rejected };
                let mut is_loose = false;
                for field in &spec.fields {
                    let (Some(target), Some(id)) = (target(field.name), record.text(field.name)) else {
                        continue;
                    };
                    let is_known = match target {
                        "" => all_ids.contains(id),
                        table => self.ids.contains_key(&(table, id.to_owned())),
                    };
                    if !is_known {
                        is_loose = true;
                        out.add(
                            severity,
                            &record.at,
                            field.name,
                            Problem::ReferenceMissing { key: shown(id) },
                        );
                    }
                }
                if !record.used && !is_loose {
                    out.fold(Severity::Told, &record.at, "", Problem::Unattached);
                }
            }
        }
    }
}

/// The column of `table` that refers to `other`.
fn column_for(table: &str, other: &str) -> &'static str {
    let name = match table {
        "attribute" if other != "taxonomy_term" => "link_id",
        "metadata" => "resource_id",
        _ => &format!("{other}_id"),
    };
    tables::named(table).field(name).map_or("", |field| field.name)
}

/// The table that a column refers to; `""` is any table. `None` for columns that refer to none.
fn target(column: &'static str) -> Option<&'static str> {
    match column {
        "link_id" | "resource_id" => Some(""),
        "parent_organization_id" => Some("organization"),
        "parent_id" => Some("taxonomy_term"),
        _ => column.strip_suffix("_id").filter(|table| tables::named(table).name == *table),
    }
}
