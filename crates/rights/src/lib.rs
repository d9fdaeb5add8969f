//! The pure rights engine.

pub mod answer;
pub mod ask;
pub mod batch;
pub mod catalogue;
mod compile;
pub mod household;
mod load;
pub mod notes;
pub mod number;
mod parse;
pub mod program;
pub mod reason;
pub mod say;
pub mod sheet;
mod shipped;
pub mod soon;
pub mod table;
pub mod trial;
pub mod unit;

pub use answer::{Answer, Answers, Moment, Status, Wanted};
pub use catalogue::Catalogue;
pub use household::{About, Household, Origin, Value, Whose};
pub use load::File;
pub use number::Number;
pub use sheet::{Fault, Language, Words};
pub use shipped::files;
