//! What the program says about itself while it runs: to standard error, never with personal data.

use clap::ValueEnum;
use std::io::IsTerminal;
use tracing_subscriber::EnvFilter;

/// The form of log lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object in each line, for a log collector.
    Json,
}

/// Begins to log. `VEVEN_LOG` says how much, as in `info` or `warn,web=debug`.
pub fn begin(format: LogFormat) {
    let filter = EnvFilter::try_from_env("VEVEN_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    // A second start in one process (a test) keeps the first.
    let _ = match format {
        LogFormat::Text => lines.compact().try_init(),
        LogFormat::Json => lines.json().flatten_event(true).try_init(),
    };
}
