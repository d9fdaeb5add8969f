//! What happens in a dossier, told as stories about one family.

#![allow(clippy::unwrap_used)]

mod actions;
mod alike;
mod attention;
mod coordination;
mod decisions;
mod deeds;
mod disagreement;
mod door;
mod duties;
mod interpreting;
mod laws;
mod location;
mod once;
mod plan;
#[path = "../support/story.rs"]
mod story;
mod undo;
mod writing;
