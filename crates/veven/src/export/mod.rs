//! Giving out what a decision says may be given: nothing about anybody leaves in another way.

mod decision;
mod research;

pub use research::{Prepared, prepare, run};
