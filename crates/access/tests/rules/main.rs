//! Who may see what, by the numbers of the rules: a table test for each.

#![allow(clippy::unwrap_used)]

#[path = "../../../dossier/tests/family/deeds.rs"]
mod deeds;
mod family;
mod gate;
mod grounds;
mod helpers;
mod laws;
mod looks;
#[path = "../support/mod.rs"]
mod support;
use support::story;
