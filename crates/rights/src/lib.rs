//! Room `rights`: what a hundred rights say for a household, why, and what to ask next.
//!
//! The rules are data in `knowledge/` (docs/rights.md); nothing here names a right, an age, a deadline or an amount.
//! Pure: no clock, no chance, no files, and no other room of this house, so that others can use it alone.
//!
//! ```
//! use jiff::civil::date;
//! use rights::{Catalogue, Household, Language, Origin, Status, Value, Whose};
//!
//! let catalogue = Catalogue::shipped().expect("the shipped knowledge is tested");
//! let day = date(2026, 11, 15);
//! let mut family = Household::new(day, 1, 1);
//! let mut tell = |name, whose, value| {
//!     let fact = catalogue.fact(name).expect("a fact of the catalogue");
//!     family.tell(catalogue, fact, whose, value, Origin::default()).expect("it fits");
//! };
//! tell("child.birth_date", Whose::Child(0), Value::Date(date(2020, 3, 15)));
//! tell("child.resident_in_norway", Whose::Child(0), Value::Bool(true));
//!
//! // What is missing is exactly what could still change the answer.
//! let moment = catalogue.on(day);
//! let child_benefit = catalogue.right("child_benefit").expect("a right of the catalogue");
//! let answers = moment.answers_of(&family, std::iter::once(child_benefit));
//! let missing: Vec<_> = answers.list[0].missing.iter().map(|it| &catalogue.fact_at(it.fact).name).collect();
//! assert_eq!(answers.list[0].status, Status::MissingInfo);
//! assert_eq!(missing, ["adult.child_lives_with"]);
//!
//! let mut tell = |name, whose, value| {
//!     family.tell(catalogue, catalogue.fact(name).unwrap(), whose, value, Origin::default()).unwrap();
//! };
//! tell("adult.child_lives_with", Whose::Adult(0), Value::Bool(true));
//! let answers = moment.answers_of(&family, std::iter::once(child_benefit));
//! assert_eq!(answers.list[0].status, Status::Entitled);
//! let reason = moment.reason(&family, &answers, &answers.list[0]).expect("a rule was in force");
//! assert!(moment.sentence(&reason, Language::Nb).contains("ja"));
//! ```

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
pub mod situations;
pub mod soon;
pub mod table;
pub mod trial;
mod trying;
pub mod unit;
mod whole;

pub use answer::{Answer, Answers, Moment, Status, Wanted};
pub use catalogue::Catalogue;
pub use household::{About, Household, Origin, Value, Whose};
pub use load::File;
pub use number::Number;
pub use sheet::{Fault, Language, Words};
pub use shipped::files;
pub use situations::{Ages, Knowledge, Situation};
