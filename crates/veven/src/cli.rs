//! What can be asked of the program, and the help that says how.

use crate::logs::LogFormat;
use crate::settings::Given;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

const ABOUT: &str = "Help around families, gathered in one place.";

const LONG_ABOUT: &str = "\
Veven gathers the help around families: one coordinator, one plan in the family's words, and everything
that lies between the services made visible. One program, one file, no other systems needed.

Begin with a look at a made-up municipality:

  veven demo

Then serve your own:

  veven serve --data /var/lib/veven --name \"Lindvik kommune\" --number 4299 --phone \"400 00 120\"";

const AFTER: &str = "\
FILES
  In the data folder (--data):
    veven.db        everything that is stored, in SQLite
    veven.toml      settings of the municipality; written with explanations at the first start
    identity.key    the key that identity numbers are hashed with; keep it, and keep it secret
    rules.json      deadlines and priority grounds of your own (optional; the program carries a set)

EXIT CODES
  0   done
  1   something was looked at and found wrong (check, journal verify, import with faults)
  2   it could not be done as asked; the last line says why and what to do

ENVIRONMENT
  VEVEN_LOG       how much is logged: error, warn, info (as it is), debug; or by room: warn,web=debug
  VEVEN_DATA, VEVEN_LISTEN, VEVEN_PUBLIC_ADDRESS, VEVEN_NAME, VEVEN_NUMBER, VEVEN_PHONE, VEVEN_DISTRICTS
                  in place of the flags with these names

Logs go to standard error and never hold anything about anybody.";

/// The command line.
#[derive(Debug, Parser)]
#[command(name = "veven", version, about = ABOUT, long_about = LONG_ABOUT, after_long_help = AFTER)]
pub struct Cli {
    /// Form of log lines
    #[arg(long, global = true, value_enum, default_value_t, env = "VEVEN_LOG_FORMAT")]
    pub log_format: LogFormat,
    /// What is asked.
    #[command(subcommand)]
    pub command: Command,
}

/// What is asked.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve a municipality
    #[command(long_about = SERVE, after_long_help = SERVE_MORE)]
    Serve(Serve),
    /// Show a made-up municipality, on this machine only
    #[command(long_about = DEMO, after_long_help = DEMO_MORE)]
    Demo(Demo),
}

const SERVE: &str = "\
Serves a municipality from a data folder until it is told to stop.

The first start makes what is missing: the folder, the store, a key, and veven.toml with explanations.
When it is ready, it writes one line on standard output: Veven is listening on http://127.0.0.1:7878";

const SERVE_MORE: &str = "\
EXAMPLES
  The first start:
    veven serve --data /var/lib/veven --name \"Lindvik kommune\" --number 4299 --phone \"400 00 120\"
  Later, behind a proxy with TLS:
    veven serve --data /var/lib/veven --public-address https://veven.lindvik.kommune.no

STOPPING
  SIGTERM or Ctrl-C: requests that run are finished, everything is written, exit code 0.
  Nothing that was acknowledged is lost by a kill -9 or a power cut either.";

/// Arguments of `veven serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// The data folder
    #[arg(long, env = "VEVEN_DATA", value_name = "DIR")]
    pub data: PathBuf,
    /// Where to listen [default: 127.0.0.1:7878]
    #[arg(long, env = "VEVEN_LISTEN", value_name = "ADDRESS")]
    pub listen: Option<String>,
    /// The address that people write, when a proxy stands before; with https, cookies are for TLS only
    #[arg(long, env = "VEVEN_PUBLIC_ADDRESS", value_name = "URL")]
    pub public_address: Option<String>,
    /// The municipality.
    #[command(flatten)]
    pub municipality: Given,
}

const DEMO: &str = "\
Shows Lindvik, a made-up municipality: 198 families with 458 children and 287 adults, 60 services and 120
helpers, with months of history. You choose whom to be. Nobody in it exists.

It is made when it is not there, and kept afterwards with what you have changed. It is shown on this
machine only, since everybody can be anybody.";

const DEMO_MORE: &str = "\
EXAMPLES
  A look:
    veven demo
  The same every time, on a day of your choice, on a free port:
    veven demo --data /tmp/lindvik --listen 127.0.0.1:0 --at 2026-11-19T09:00:00+01:00
  All over again:
    veven demo --reset
  A large one, for measuring:
    veven demo --data /tmp/large --families 10000";

/// Arguments of `veven demo`.
#[derive(Debug, Args)]
pub struct Demo {
    /// The data folder
    #[arg(long, env = "VEVEN_DATA", value_name = "DIR", default_value = "data/demo")]
    pub data: PathBuf,
    /// Where to listen, on this machine
    #[arg(long, env = "VEVEN_LISTEN", value_name = "ADDRESS", default_value = crate::serve::LISTEN)]
    pub listen: String,
    /// The same seed and moment make the same municipality
    #[arg(long, default_value_t = 198)]
    pub seed: u64,
    /// How many families are made
    #[arg(long, default_value_t = crate::demo::FAMILIES, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub families: u32,
    /// Where the clock begins, such as 2026-11-19T09:00:00+01:00 [default: now]
    #[arg(long, value_name = "INSTANT")]
    pub at: Option<jiff::Timestamp>,
    /// Throw the demo in this folder away and make it anew
    #[arg(long)]
    pub reset: bool,
    /// Make it and stop, without serving
    #[arg(long)]
    pub only_make: bool,
}
