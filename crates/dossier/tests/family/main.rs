//! What happens in a dossier, told as stories about one family.

#![allow(clippy::unwrap_used)]

mod actions;
mod attention;
mod coordination;
mod door;
mod plan;
#[path = "../support/story.rs"]
mod story;
mod undo;
mod writing;
