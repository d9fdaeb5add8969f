//! What happens in a dossier, told as stories about one family.

#![allow(clippy::unwrap_used)]

mod actions;
mod coordination;
mod door;
#[path = "../support/story.rs"]
mod story;
mod undo;
mod writing;
