//! What the store promises, told as stories: through the gate, as pages use it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::print_stdout, reason = "whoever looks at a test's output wants to know what was measured")]

mod crash;
mod desk;
mod engines;
mod follow;
mod journal;
mod lists;
mod postgres;
mod sealed;
mod town;
mod trouble;
mod writes;
