//! Who may see what, by the numbers of the rules: a table test for each.

#![allow(clippy::unwrap_used)]

mod again;
#[path = "../../../dossier/tests/family/deeds.rs"]
mod deeds;
mod desk;
mod directory;
mod disagreement;
mod emergency;
mod family;
mod follows;
mod gate;
mod grounds;
mod helpers;
mod interpreting;
mod law;
mod laws;
mod looks;
mod opening;
mod own;
mod papers;
mod readers;
mod research;
mod sight;
#[path = "../support/mod.rs"]
mod support;
mod vouching;
use support::story;
