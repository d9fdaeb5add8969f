//! Room `exchange::table`: a CSV file as rows of named cells.
//!
//! `;` or `,`, quotes as in RFC 4180, columns in any order. INVARIANT: a fault in one row never takes
//! another row with it. An unclosed quote would swallow everything up to the next one, so reading
//! starts again on the line after it.

use crate::decode::decode;
use crate::finding::{Findings, Problem, Severity, Spot};
use csv::{ReaderBuilder, StringRecord};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

/// A column that a format has.
#[derive(Clone, Copy)]
pub(crate) struct Column {
    pub name: &'static str,
    /// The file is of no use without it.
    pub required: bool,
    /// Nobody is told when it is not there: most senders have no reason to send it.
    pub seldom: bool,
}

/// A read file. Only columns that the format has can be asked for.
pub(crate) struct Table {
    pub file: Arc<str>,
    columns: HashMap<&'static str, usize>,
    /// Columns of others that look like an address, kept only to tell that nothing was taken.
    address_columns: Vec<usize>,
    pub rows: Vec<Row>,
}

pub(crate) struct Row {
    /// As a spreadsheet numbers it: the header is 1, blank lines count, a cell with line breaks does not.
    pub number: u64,
    cells: StringRecord,
}

impl Table {
    /// Reads a file. `None` when nothing in it can be used; the reason is then among the findings.
    pub fn read(file: &Arc<str>, bytes: &[u8], known: &[Column], out: &mut Findings) -> Option<Self> {
        let at = Spot::file(file);
        let text = decode(bytes, &at, out);
        if text.trim().is_empty() {
            out.add(Severity::Rejected, &at, "", Problem::FileEmpty);
            return None;
        }
        let hits = |delimiter: u8| {
            let names = header(&text, delimiter);
            names.iter().filter(|cell| known.iter().any(|c| c.name == fold_name(cell))).count()
        };
        let delimiter = if hits(b',') > hits(b';') { b',' } else { b';' };
        let mut table = Self {
            file: file.clone(),
            columns: HashMap::new(),
            address_columns: vec![],
            rows: records(&text, delimiter, &at, out),
        };
        if table.rows.is_empty() {
            return None;
        }
        let header = table.rows.remove(0);
        table.name_columns(&header.cells, known, out);
        let mut whole = true;
        for column in known.iter().filter(|column| !table.columns.contains_key(column.name)) {
            let severity = if column.required { Severity::Rejected } else { Severity::Told };
            whole &= !column.required;
            if column.seldom {
                continue;
            }
            out.add(severity, &at, column.name, Problem::ColumnMissing);
        }
        if !whole {
            return None;
        }
        let width = header.cells.len();
        let optional: Vec<bool> = (0..width)
            .map(|i| !known.iter().any(|c| c.required && table.columns.get(c.name) == Some(&i)))
            .collect();
        table.rows.retain(|row| has_right_width(row, &optional, &at.file, out));
        Some(table)
    }

    /// The cell as it stands, or `""` when the row or the file does not have it.
    pub fn cell<'t>(&self, row: &'t Row, column: &str) -> &'t str {
        self.columns.get(column).and_then(|i| row.cells.get(*i)).unwrap_or("")
    }

    /// Says if a column that the format does not have carries an address in this row.
    pub fn has_address(&self, row: &Row) -> bool {
        self.address_columns.iter().any(|i| row.cells.get(*i).is_some_and(|cell| !cell.trim().is_empty()))
    }

    fn name_columns(&mut self, header: &StringRecord, known: &[Column], out: &mut Findings) {
        let at = Spot::row(&self.file, 1);
        for (index, written) in header.iter().enumerate() {
            let folded = fold_name(written);
            if let Some(column) = known.iter().find(|c| c.name == folded) {
                if self.columns.contains_key(column.name) {
                    out.add(Severity::Told, &at, column.name, Problem::ColumnTwice);
                    continue;
                }
                self.columns.insert(column.name, index);
                if written.trim() != column.name {
                    let read = crate::finding::shown(written);
                    out.add(Severity::Normalised, &at, column.name, Problem::ColumnRead { read });
                }
            } else if is_address_name(&folded) {
                self.address_columns.push(index);
                out.add(Severity::Told, &at, written, Problem::ColumnAddress);
            } else {
                let nameless = format!("({})", index + 1);
                let name = if folded.is_empty() { &nameless } else { written };
                out.add(Severity::Told, &at, name, Problem::ColumnUnknown);
            }
        }
    }
}

/// Says if the row has the header's number of cells, but for empty ones at the end. A row that lacks
/// a cell in the middle has its values in the wrong columns, and must not be read.
fn has_right_width(row: &Row, optional: &[bool], file: &Arc<str>, out: &mut Findings) -> bool {
    let at = Spot::row(file, row.number);
    let (found, expected) = (row.cells.len(), optional.len());
    if row.cells.iter().all(|cell| cell.trim().is_empty()) {
        out.fold(Severity::Told, &at, "", Problem::EmptyRow);
        return false;
    }
    if found == expected {
        return true;
    }
    let harmless = if found > expected {
        row.cells.iter().skip(expected).all(|cell| cell.trim().is_empty())
    } else {
        optional[found..].iter().all(|optional| *optional)
    };
    if harmless {
        out.fold(Severity::Normalised, &at, "", Problem::CellsPadded);
    } else {
        let problem = Problem::CellCount { expected: expected as u64, found: found as u64 };
        out.add(Severity::Rejected, &at, "", problem);
    }
    harmless
}

fn header(text: &str, delimiter: u8) -> StringRecord {
    let mut record = StringRecord::new();
    // Reading from memory cannot fail; were it to, the file has no header and is told as such.
    let _ = reader(text, delimiter).read_record(&mut record);
    record
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}

/// Splits the text into records, the header first.
fn records(text: &str, delimiter: u8, at: &Spot, out: &mut Findings) -> Vec<Row> {
    let mut rows: Vec<Row> = vec![];
    let mut number = 0;
    let mut from = 0;
    // What is read again after unclosed quotes is bounded, so that no file takes quadratic time.
    let mut budget = 16 * text.len() + 1_000_000;
    'restart: loop {
        let mut reader = reader(&text[from..], delimiter);
        let mut start = from;
        let mut record = StringRecord::new();
        while matches!(reader.read_record(&mut record), Ok(true)) {
            let mut end = (from + reader.position().byte() as usize).min(text.len());
            // The reader stops between `\r` and `\n`.
            end += usize::from(text[..end].ends_with('\r') && text[end..].starts_with('\n'));
            let lead = text[start..end].len() - text[start..end].trim_start_matches(['\r', '\n']).len();
            let body = &text[start + lead..end];
            number += 1 + text[start..start + lead].matches('\n').count() as u64;
            let lines = body.trim_end_matches(['\r', '\n']).matches('\n').count();
            let width = rows.first().map_or(record.len(), |header: &Row| header.cells.len());
            let quotes = quotes(body, delimiter);
            if quotes == Quotes::Open || (lines > 0 && (quotes == Quotes::Stray || record.len() != width)) {
                let here = Spot::row(&at.file, number);
                out.add(Severity::Rejected, &here, "", Problem::UnclosedQuote);
                let Some(line) = body.find('\n') else { break 'restart };
                if budget < body.len() {
                    out.add(Severity::Rejected, &here, "", Problem::TooManyQuotes);
                    break 'restart;
                }
                budget -= body.len();
                if rows.is_empty() {
                    break 'restart;
                }
                from = start + lead + line + 1;
                continue 'restart;
            }
            if quotes == Quotes::Stray {
                out.add(Severity::Rejected, &Spot::row(&at.file, number), "", Problem::StrayQuote);
            } else {
                rows.push(Row { number, cells: record.clone() });
            }
            start = end;
        }
        break;
    }
    rows
}

/// How the quotes of a record are.
#[derive(PartialEq, Eq)]
enum Quotes {
    Sound,
    /// One is open at the end of the record.
    Open,
    /// Text follows one that closes: it was meant as text, or as the start of another cell.
    Stray,
}

fn quotes(record: &str, delimiter: u8) -> Quotes {
    let (mut inside, mut at_start, mut stray) = (false, true, false);
    let mut bytes = record.bytes().peekable();
    while let Some(byte) = bytes.next() {
        if inside {
            inside = byte != b'"' || bytes.next_if_eq(&b'"').is_some();
            stray |= !inside && bytes.peek().is_some_and(|next| ![delimiter, b'\r', b'\n'].contains(next));
        } else {
            inside = at_start && byte == b'"';
            at_start = byte == delimiter;
        }
    }
    match (inside, stray) {
        (true, _) => Quotes::Open,
        (false, true) => Quotes::Stray,
        (false, false) => Quotes::Sound,
    }
}

/// A column name without what senders vary: case, blanks, Norwegian letters.
pub(crate) fn fold_name(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        text.to_lowercase().replace('ø', "o").replace('å', "a").replace('æ', "ae").replace([' ', '-'], "_"),
    )
}

/// `C:\eksport\Persons.CSV` → `persons`.
pub(crate) fn stem(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name).trim().to_lowercase();
    name.strip_suffix(".csv").or(name.strip_suffix(".txt")).unwrap_or(&name).to_owned()
}

fn is_address_name(folded: &str) -> bool {
    let parts = [
        "adresse",
        "address",
        "postnr",
        "postnummer",
        "poststed",
        "postal",
        "postcode",
        "zip",
        "gate",
        "vei",
        "veg",
    ];
    let whole = [
        "adr",
        "street",
        "city",
        "by",
        "sted",
        "bolig",
        "bosted",
        "hjem",
        "kommune",
        "kommunenr",
        "koordinater",
    ];
    !folded.contains("beskyttelse")
        && (parts.iter().any(|part| folded.contains(part)) || whole.contains(&folded))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [Column; 3] = [
        Column { name: "id", required: true, seldom: false },
        Column { name: "navn", required: true, seldom: false },
        Column { name: "til", required: false, seldom: false },
    ];

    type Told = Vec<(Option<u64>, Problem)>;

    fn read(text: &str) -> (Vec<(u64, String)>, Told) {
        let mut out = Findings::default();
        let table = Table::read(&"x.csv".into(), text.as_bytes(), &KNOWN, &mut out);
        let rows = table.iter().flat_map(|t| t.rows.iter().map(|r| (r.number, t.cell(r, "navn").to_owned())));
        (rows.collect(), out.in_order(&[]).into_iter().map(|f| (f.row, f.problem)).collect())
    }

    fn names(rows: &[(u64, &str)]) -> Vec<(u64, String)> {
        rows.iter().map(|(number, name)| (*number, (*name).to_owned())).collect()
    }

    #[test]
    fn separator_order_quotes_and_line_ends_do_not_matter() {
        for text in [
            "id;navn;til\n1;Bo;\n2;Å \"x\";\n",
            "navn,til,id\r\nBo,,1\r\n\"Å \"\"x\"\"\",,2",
            "til;id;navn\r;1;Bo\r;2;\"Å \"\"x\"\"\"\r",
        ] {
            assert_eq!(read(text), (names(&[(2, "Bo"), (3, "Å \"x\"")]), vec![]), "{text}");
        }
    }

    #[test]
    fn rows_are_numbered_as_in_a_spreadsheet() {
        let (rows, _) = read("id;navn;til\r\n\r\n1;\"a\r\nb\";\r\n\r\n2;c;\r\n");
        assert_eq!(rows, names(&[(3, "a\r\nb"), (5, "c")]));
    }

    #[test]
    fn an_unclosed_quote_takes_no_other_row_with_it() {
        let at_end = read("id;navn;til\n1;\"Bo;\n2;Ida;\n3;Per;\n");
        assert_eq!(at_end.0, names(&[(3, "Ida"), (4, "Per")]));
        assert_eq!(at_end.1, [(Some(2), Problem::UnclosedQuote)]);
        let in_the_middle = read("id;navn;til\n1;\"Bo;\n2;Ida;\n3;\"Per\";\n");
        assert_eq!(in_the_middle.0, names(&[(3, "Ida"), (4, "Per")]));
        assert_eq!(in_the_middle.1, [(Some(2), Problem::UnclosedQuote)]);
    }

    #[test]
    fn a_quote_inside_a_text_must_be_written_twice() {
        let (rows, found) = read("id;navn;til\n1;\"Per \"Pelle\" Prøve\";\n2;Per \"Pelle\" Prøve;\n");
        assert_eq!(rows, names(&[(3, "Per \"Pelle\" Prøve")]));
        assert_eq!(found, [(Some(2), Problem::StrayQuote)]);
    }

    #[test]
    fn a_file_of_nothing_but_quotes_is_read_in_linear_time() {
        let (_, found) = read(&format!("id;navn;til\n{}", "a\";\"b\n".repeat(100_000)));
        assert!(found.iter().any(|(_, problem)| *problem == Problem::TooManyQuotes));
    }

    #[test]
    fn a_row_that_lacks_a_cell_is_told_and_empty_ones_at_the_end_are_added() {
        let (rows, found) = read("id;navn;til\n1;Bo\n2\n3;Ida;;;\n4;Per;;x\n;;\n");
        assert_eq!(rows, names(&[(2, "Bo"), (4, "Ida")]));
        let expected = [
            (Some(2), Problem::CellsPadded),
            (Some(3), Problem::CellCount { expected: 3, found: 1 }),
            (Some(5), Problem::CellCount { expected: 3, found: 4 }),
            (Some(6), Problem::EmptyRow),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn columns_are_recognised_told_or_missed() {
        let (rows, found) = read("Id;NAVN;farge;Postadresse;id;\n1;Bo;;;;\n");
        assert_eq!(rows, names(&[(2, "Bo")]));
        let keys: Vec<_> = found.iter().map(|(_, problem)| problem.message_key()).collect();
        let expected = [
            "column-missing",
            "column-read",
            "column-read",
            "column-unknown",
            "column-address",
            "column-twice",
            "column-unknown",
        ];
        assert_eq!(keys, expected.map(|key| format!("import-fault-{key}")));
        assert_eq!(read("id;til\n1;\n"), (vec![], vec![(None, Problem::ColumnMissing)]));
        assert_eq!(read(" \n"), (vec![], vec![(None, Problem::FileEmpty)]));
    }
}
