//! The program's words on standard output.

/// Says a line.
#[expect(clippy::print_stdout, reason = "what somebody asked for at a terminal")]
pub fn line(text: impl std::fmt::Display) {
    println!("{text}");
}
