//! Who may see what, by the numbers of the rules: a table test for each.

#![allow(clippy::unwrap_used)]

mod family;
mod gate;
mod grounds;
mod helpers;
#[path = "../support/mod.rs"]
mod support;
