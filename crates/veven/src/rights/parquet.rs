//! Households as Parquet: the same table as in CSV, with the same headings and the same faults.
//!
//! Each value becomes the text that stands for it in CSV, so that what is right or wrong there is right or wrong here.
//! Rows are read one by one out of one page of each column, so memory does not grow with the file.

use jiff::ToSpan;
use jiff::civil::Date;
use parquet::errors::ParquetError;
use parquet::file::reader::{ChunkReader, FileReader, SerializedFileReader};
use parquet::record::Field;
use parquet::record::reader::RowIter;
use rights::Catalogue;
use rights::table::{Headings, Row, Wrong};
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook, take_hook};

/// The first four bytes of every Parquet file.
pub const MAGIC: &[u8; 4] = b"PAR1";

/// Reads households from Parquet.
pub struct Table<'a> {
    headings: Headings<'a>,
    rows: RowIter<'static>,
    count: u64,
    read: u64,
    cells: Vec<String>,
    broken: bool,
    _quiet: Quiet,
}

impl<'a> Table<'a> {
    /// Reads the headings. Rows without `case.as_of` are seen on `day`.
    ///
    /// # Errors
    /// It is no Parquet file that can be read, or every heading that means nothing.
    pub fn open(
        catalogue: &'a Catalogue,
        source: impl ChunkReader + 'static,
        day: Date,
    ) -> Result<Table<'a>, Vec<Wrong>> {
        let quiet = Quiet::now();
        let wrong = |column, what| Wrong { line: 1, column, what };
        let opened = unbroken(|| {
            let reader = SerializedFileReader::new(source)?;
            let about = reader.metadata().file_metadata();
            let count = u64::try_from(about.num_rows()).unwrap_or_default();
            let kinds = about.schema_descr().root_schema().get_fields().iter();
            let columns: Vec<(String, bool)> =
                kinds.map(|kind| (kind.name().to_owned(), kind.is_primitive())).collect();
            Ok((RowIter::from_file_into(Box::new(reader)), count, columns))
        });
        let (rows, count, columns) = opened.map_err(|what| vec![wrong(None, what)])?;
        let nested: Vec<Wrong> = columns
            .iter()
            .filter(|(_, is_plain)| !is_plain)
            .map(|(name, _)| wrong(Some(name.clone()), "lists and tables in a cell are not read".into()))
            .collect();
        if !nested.is_empty() {
            return Err(nested);
        }
        let names = columns.into_iter().map(|(name, _)| name).collect();
        let headings = Headings::read(catalogue, names, day, "Parquet")?;
        Ok(Table { headings, rows, count, read: 0, cells: Vec::new(), broken: false, _quiet: quiet })
    }

    /// How many rows are read, and how many there are.
    pub fn position(&self) -> (u64, u64) {
        (self.read, self.count)
    }
}

impl Iterator for Table<'_> {
    type Item = Result<Row, Vec<Wrong>>;

    fn next(&mut self) -> Option<Self::Item> {
        // After a page that cannot be read, nobody knows where the next row begins.
        if self.broken {
            return None;
        }
        let rows = &mut self.rows;
        let row = match unbroken(|| rows.next().transpose()) {
            Ok(row) => row?,
            Err(what) => {
                self.broken = true;
                return Some(Err(vec![Wrong { line: self.read + 2, column: None, what }]));
            }
        };
        self.read += 1;
        self.cells.clear();
        self.cells.extend(row.get_column_iter().map(|(_, value)| text(value)));
        // Counted as in CSV, where the headings are the first line.
        Some(self.headings.household(self.read + 1, self.cells.iter().map(String::as_str)))
    }
}

/// A value as it stands in CSV.
fn text(value: &Field) -> String {
    match value {
        Field::Null => String::new(),
        Field::Bool(truth) => truth.to_string(),
        Field::Byte(number) => number.to_string(),
        Field::Short(number) => number.to_string(),
        Field::Int(number) => number.to_string(),
        Field::Long(number) => number.to_string(),
        Field::UByte(number) => number.to_string(),
        Field::UShort(number) => number.to_string(),
        Field::UInt(number) => number.to_string(),
        Field::ULong(number) => number.to_string(),
        Field::Float16(number) => number.to_f32().to_string(),
        Field::Float(number) => number.to_string(),
        Field::Double(number) => number.to_string(),
        Field::Str(text) => text.trim().to_owned(),
        Field::Date(days) => Date::constant(1970, 1, 1)
            .checked_add(i64::from(*days).days())
            .map_or_else(|_| other(value), |day| day.to_string()),
        _ => other(value),
    }
}

/// Decimals as they are written; whatever else there is becomes a text that no fact takes.
fn other(value: &Field) -> String {
    match value {
        Field::Decimal(_) => value.to_string(),
        _ => "a value of a kind that is not read".to_owned(),
    }
}

/// Does what may meet a broken file. The library has places where such a file makes it panic: that is told as any other
/// fault, and nothing of the file is in it.
fn unbroken<T>(read: impl FnOnce() -> Result<T, ParquetError>) -> Result<T, String> {
    match catch_unwind(AssertUnwindSafe(read)) {
        Ok(Ok(it)) => Ok(it),
        Ok(Err(ParquetError::NYI(_))) => {
            Err("it is packed in a way that is not read: save it with Snappy, Zstandard, gzip or nothing"
                .into())
        }
        Ok(Err(_)) | Err(_) => Err("the file is broken, or no Parquet file".into()),
    }
}

type Hook = Box<dyn Fn(&PanicHookInfo<'_>) + Send + Sync>;

/// While it lives, a panic that is caught says nothing by itself.
struct Quiet(Option<Hook>);

impl Quiet {
    fn now() -> Quiet {
        let before = take_hook();
        set_hook(Box::new(|_| {}));
        Quiet(Some(before))
    }
}

impl Drop for Quiet {
    fn drop(&mut self) {
        if let Some(before) = self.0.take() {
            set_hook(before);
        }
    }
}
