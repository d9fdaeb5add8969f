//! `veven rights evaluate`: the same households as CSV and as Parquet come to the same answers and the same faults, and a
//! broken file is told as one.

#![allow(clippy::unwrap_used, reason = "a file that cannot be written is a test that fails")]

use parquet::basic::{Compression, ZstdLevel};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

const SCHEMA: &str = "message household {
    required binary id (UTF8);
    optional int32 `child.birth_date` (DATE);
    optional double `adult.income_year_nok`;
    optional int64 `household.income_year_nok`;
    optional boolean `child.resident_in_norway`;
    optional binary `adult.civil_status` (UTF8);
}";

/// A household: the day its child was born, two incomes, a yes or no, a word.
type Home = (Option<i32>, Option<f64>, Option<i64>, Option<bool>, Option<&'static str>);

fn homes() -> Vec<Home> {
    let of = |place: i32| {
        let known = |every: i32| place % every != 0;
        (
            known(7).then_some(15_000 + place * 13),
            known(5).then_some(f64::from(place) * 1_234.5),
            known(3).then_some(i64::from(place) * 9_000),
            known(4).then_some(place % 2 == 0),
            known(6).then_some(if place % 2 == 0 { "gift" } else { "ugift" }),
        )
    };
    (1..=400).map(of).collect()
}

fn names() -> Vec<String> {
    let quoted = SCHEMA.split('`').skip(1).step_by(2);
    std::iter::once("id").chain(quoted).map(str::to_owned).collect()
}

fn csv(homes: &[Home]) -> String {
    let mut made = names().join(",");
    for (place, (born, income, home, truth, word)) in homes.iter().enumerate() {
        let born = born.map(|days| jiff::civil::date(1970, 1, 1) + jiff::Span::new().days(i64::from(days)));
        let cell = |text: Option<String>| text.unwrap_or_default();
        made += &format!(
            "\nh{place},{},{},{},{},{}",
            cell(born.map(|it| it.to_string())),
            cell(income.map(|it| it.to_string())),
            cell(home.map(|it| it.to_string())),
            cell(truth.map(|it| it.to_string())),
            cell(word.map(str::to_owned)),
        );
    }
    made + "\n"
}

/// The known values of a column, and which are known.
fn column<T>(all: impl Iterator<Item = Option<T>>) -> (Vec<T>, Vec<i16>) {
    let all: Vec<Option<T>> = all.collect();
    let known = all.iter().map(|it| i16::from(it.is_some())).collect();
    (all.into_iter().flatten().collect(), known)
}

fn write_parquet(path: &Path, schema: &str, homes: &[Home], compression: Compression) {
    let schema = Arc::new(parse_message_type(&schema.replace('`', "")).unwrap());
    let properties = WriterProperties::builder().set_compression(compression).build();
    let file = std::fs::File::create(path).unwrap();
    let mut writer = SerializedFileWriter::new(file, schema, Arc::new(properties)).unwrap();
    // Several groups of rows, as a large file has.
    for (group, homes) in homes.chunks(150).enumerate() {
        let mut rows = writer.next_row_group().unwrap();
        macro_rules! write {
            ($kind:ty, $values:expr, $known:expr) => {{
                let mut column = rows.next_column().unwrap().unwrap();
                column.typed::<$kind>().write_batch($values, $known, None).unwrap();
                column.close().unwrap();
            }};
        }
        let ids: Vec<ByteArray> = (0..homes.len())
            .map(|at| ByteArray::from(format!("h{}", group * 150 + at).into_bytes()))
            .collect();
        write!(ByteArrayType, &ids, None);
        let (values, known) = column(homes.iter().map(|it| it.0));
        write!(Int32Type, &values, Some(&known));
        let (values, known) = column(homes.iter().map(|it| it.1));
        write!(DoubleType, &values, Some(&known));
        let (values, known) = column(homes.iter().map(|it| it.2));
        write!(Int64Type, &values, Some(&known));
        let (values, known) = column(homes.iter().map(|it| it.3));
        write!(BoolType, &values, Some(&known));
        let (values, known) = column(homes.iter().map(|it| it.4.map(ByteArray::from)));
        write!(ByteArrayType, &values, Some(&known));
        rows.close().unwrap();
    }
    writer.close().unwrap();
}

/// What the program says about a file: whether all is well, the answers, and what is wrong.
fn evaluate(path: &Path) -> (bool, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_veven"))
        .args([
            "rights",
            "evaluate",
            "--at",
            "2026-11-15",
            "--right",
            "child_benefit",
            "--right",
            "cash_for_care",
        ])
        .args(["--right", "kindergarten_reduced_payment"])
        .arg(path)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.success(), text(output.stdout), text(output.stderr))
}

#[test]
fn the_same_households_come_to_the_same_answers_as_csv_and_as_parquet() {
    let folder = tempfile::tempdir().unwrap();
    let (table, columns) = (folder.path().join("homes.csv"), folder.path().join("homes.parquet"));
    std::fs::write(&table, csv(&homes())).unwrap();
    let (well, answers, wrong) = evaluate(&table);
    assert!(well && wrong.is_empty(), "{wrong}");
    assert!(answers.lines().count() > 400);
    for packed in [
        Compression::UNCOMPRESSED,
        Compression::SNAPPY,
        Compression::GZIP(Default::default()),
        Compression::ZSTD(ZstdLevel::default()),
    ] {
        write_parquet(&columns, SCHEMA, &homes(), packed);
        assert_eq!(evaluate(&columns), (true, answers.clone(), String::new()), "{packed:?}");
    }
}

#[test]
fn what_is_wrong_is_told_with_the_same_line_and_column_as_in_csv() {
    let folder = tempfile::tempdir().unwrap();
    let (table, columns) = (folder.path().join("homes.csv"), folder.path().join("homes.parquet"));
    let mut homes = homes();
    homes[2].4 = Some("hemmelig ord");
    homes[200].4 = Some("noe annet");
    std::fs::write(&table, csv(&homes)).unwrap();
    write_parquet(&columns, SCHEMA, &homes, Compression::SNAPPY);
    let of_csv = evaluate(&table);
    assert!(!of_csv.0);
    assert!(of_csv.2.contains("line 4, column `adult.civil_status`") && of_csv.2.contains("line 202"));
    assert!(!of_csv.2.contains("hemmelig"));
    assert_eq!(evaluate(&columns), of_csv);
}

#[test]
fn a_column_that_means_nothing_is_told_before_any_row_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let (table, columns) = (folder.path().join("homes.csv"), folder.path().join("homes.parquet"));
    let renamed = |text: &str| text.replace("household.income_year_nok", "household.no_such_thing");
    std::fs::write(&table, renamed(&csv(&homes()))).unwrap();
    write_parquet(&columns, &renamed(SCHEMA), &homes(), Compression::SNAPPY);
    let of_csv = evaluate(&table);
    assert!(!of_csv.0 && of_csv.1.is_empty());
    assert!(of_csv.2.contains("line 1, column `household.no_such_thing`: there is no fact"));
    assert_eq!(evaluate(&columns), of_csv);
}

#[test]
fn a_broken_file_is_told_as_one_wherever_it_is_broken() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("homes.parquet");
    write_parquet(&path, SCHEMA, &homes(), Compression::UNCOMPRESSED);
    let whole = std::fs::read(&path).unwrap();
    let length = whole.len();
    let told = |bytes: &[u8]| {
        std::fs::write(&path, bytes).unwrap();
        let (well, answers, wrong) = evaluate(&path);
        assert!(!wrong.contains("panicked"), "{wrong}");
        (well, answers, wrong)
    };
    for cut in [4, 12, length / 2, length - 1] {
        let (well, _, wrong) = told(&whole[..cut]);
        assert!(!well && wrong.contains("the file is broken, or no Parquet file"), "cut at {cut}: {wrong}");
    }
    // The length of what stands last, and all of it.
    let mut torn = whole.clone();
    torn[length - 8..length - 4].fill(0xff);
    assert!(!told(&torn).0);
    // Anything else may still be a file; it is read or told, and the program lives.
    for place in (4..length - 8).step_by(length / 40) {
        let mut torn = whole.clone();
        torn[place..place + 4].fill(0xa5);
        told(&torn);
    }
}
