//! Room `exchange`: reading others' formats into typed rows and findings.
//!
//! Bytes in, values out: no files, no clock, no knowledge of dossiers or pages. What a reader of
//! an import must know is a [`Finding`]; its words live in `knowledge/texts/*/import.ftl`.
//! INVARIANT: no finding and no `Debug` text carries a national id.
//!
//! - [`families`]: families, persons, relations and services as four CSV files
//!   (`docs/import-families.md`).
//! - [`hsds`]: service directories as Open Referral HSDS 3.0 or Open Referral UK 3.0
//!   (`docs/import-services.md`).

mod dates;
mod decode;
pub mod families;
mod finding;
mod harmless;
pub mod hsds;
mod table;

pub use finding::{Arg, Finding, Problem, Severity};
pub use harmless::harmless_cell;
