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
    veven.keys      the keys that addresses and identity numbers are sealed with: keep a copy apart from the
                    backups, and keep it secret; systemd can hand it over (LoadCredential=veven.keys:PATH)
    rules.json      deadlines and priority grounds of your own (optional; the program carries a set)

EXIT CODES
  0   done
  1   something was looked at and found wrong (check, journal verify, import or export with faults)
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
    /// Bring in families or services from other systems
    #[command(subcommand)]
    Import(Import),
    /// Give out what a decision says may be given
    #[command(subcommand)]
    Export(Exports),
    /// Check that everything is whole
    #[command(long_about = CHECK, after_long_help = CHECK_MORE)]
    Check(Check),
    /// Look after the journal of who did and saw what
    #[command(subcommand)]
    Journal(Journal),
    /// Look after the keys that addresses and identity numbers are sealed with
    #[command(subcommand)]
    Keys(Keys),
    /// Test, explain and evaluate rights
    #[command(subcommand)]
    Rights(crate::rights::Rights),
    /// Make the lists anew from the entries
    #[command(long_about = REBUILD)]
    Rebuild(Rebuild),
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

/// What can be brought in.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Bring in families from four CSV files
    #[command(long_about = FAMILIES, after_long_help = FAMILIES_MORE)]
    Families(Families),
    /// Bring in a directory of services (HSDS or Open Referral UK)
    #[command(long_about = SERVICES, after_long_help = SERVICES_MORE)]
    Services(Services),
    /// Bring in which service answers which applications, and what a machine may grant
    #[command(long_about = PRACTICE, after_long_help = PRACTICE_MORE)]
    Practice(Practice),
}

const PRACTICE: &str = "\
Brings in a municipality's own practice from a TOML file: which service answers which applications, which objective
rights a machine may grant at once and on what legal basis, and what local schemes hold. Without --commit it only
looks: every fault is told with its line, and nothing is taken in until all of it is sound. What the file does not name
is switched off.";

const PRACTICE_MORE: &str = "\
EXAMPLES
  A look, then in earnest:
    veven import practice practice.toml --data /var/lib/veven
    veven import practice practice.toml --data /var/lib/veven --commit

FILES
  docs/applications.md describes the file; examples/practice.toml is one.";

/// Arguments of `veven import practice`.
#[derive(Debug, Args)]
pub struct Practice {
    /// The file
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The data folder
    #[arg(long, value_name = "DIR", env = "VEVEN_DATA")]
    pub data: PathBuf,
    /// Take it in; without this it only looks
    #[arg(long)]
    pub commit: bool,
}

/// What can be given out.
#[derive(Debug, Subcommand)]
pub enum Exports {
    /// Make a file for research or statistics, on a decision in force
    #[command(long_about = RESEARCH, after_long_help = RESEARCH_MORE)]
    Research(Research),
}

const RESEARCH: &str = "\
Makes a file for research or statistics, on a decision that is in force today: one row for each child, under pseudonyms
that no other decision shares, with nothing but the coarse variables that the decision names. Without --commit it only
tells what would be in it.

Families in which anybody has said no are never in it, nor those where somebody is protected or has a crisis shelter
around them; on consent, only those are of whom everybody who decides has said yes. What few families share is told more
coarsely or left out. It never says why a family is not in it. Stop Veven first; it takes seconds.

With --commit, each family that is in it can read so in its log before the file is there.";

const RESEARCH_MORE: &str = "\
EXAMPLES
  A look, then in earnest:
    veven export research decision.toml --data /var/lib/veven --out /secure/2026-118.csv
    veven export research decision.toml --data /var/lib/veven --out /secure/2026-118.csv --commit

FILES
  docs/research.md describes the decision and the variables; examples/research-decision.toml is one.

EXIT CODES
  0   sound, and something can be given
  1   the decision has a fault or is not in force, or no row can be given
  2   it could not be done; the last line says why";

/// Arguments of `veven export research`.
#[derive(Debug, Args)]
pub struct Research {
    /// The decision
    #[arg(value_name = "DECISION")]
    pub decision: PathBuf,
    /// The data folder
    #[arg(long, value_name = "DIR", env = "VEVEN_DATA")]
    pub data: PathBuf,
    /// The file to make; it must not be there already
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Make it; without this it only looks
    #[arg(long)]
    pub commit: bool,
}

const FAMILIES: &str = "\
Brings in families, their members, relations and services from families.csv, persons.csv, relations.csv and
services.csv in a folder. Without --commit it only looks: every fault is told with file, row and field, and what
would be right.

Running it again makes no doubles. A family is known by the sender's key, a person by key or national identity
number (kept encrypted, and found by a keyed hash). Families that are here already are never changed. Each family comes
whole or not at all, also when the program is killed.";

const FAMILIES_MORE: &str = "\
EXAMPLES
  A look, then in earnest:
    veven import families ./from-the-old-system --data /var/lib/veven
    veven import families ./from-the-old-system --data /var/lib/veven --commit

FILES
  docs/import-families.md describes the columns, and what happens to each kind of fault.

EXIT CODES
  0   everything in the files is sound
  1   something was not taken in, or a person must decide about it
  2   it could not be done; the last line says why";

/// Arguments of `veven import families`.
#[derive(Debug, Args)]
pub struct Families {
    /// The folder with the CSV files
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Where to.
    #[command(flatten)]
    pub into: Into,
}

const SERVICES: &str = "\
Brings in a directory of services from Human Services Data Specification (HSDS) 3.0, as JSON or CSV, or from Open
Referral UK 3.0 JSON. Without --commit it only looks. A service is known again by the sender's id, and only what has
changed is written, as a new version.";

const SERVICES_MORE: &str = "\
EXAMPLES
  A look, then in earnest:
    veven import services services.json --data /var/lib/veven
    veven import services services.json --data /var/lib/veven --commit
  A directory that does not say which sector its services belong to:
    veven import services voluntary.json --data /var/lib/veven --sector frivillig

FILES
  docs/import-services.md describes what can be read.";

/// Arguments of `veven import services`.
#[derive(Debug, Args)]
pub struct Services {
    /// The file, or a folder with files
    #[arg(value_name = "FILE|DIR")]
    pub path: PathBuf,
    /// The sector of services that do not say theirs, such as frivillig or kommune_helse
    #[arg(long, value_name = "SECTOR", value_parser = sector)]
    pub sector: Option<dossier::Sector>,
    /// Where to.
    #[command(flatten)]
    pub into: Into,
}

fn sector(text: &str) -> Result<dossier::Sector, String> {
    let codes = || dossier::Sector::ALL.iter().map(|sector| sector.code()).collect::<Vec<_>>().join(", ");
    dossier::Sector::from_code(text).ok_or_else(|| format!("it is one of {}", codes()))
}

/// Where an import goes.
#[derive(Debug, Args)]
pub struct Into {
    /// The data folder
    #[arg(long, env = "VEVEN_DATA", value_name = "DIR")]
    pub data: PathBuf,
    /// Take it in; without this, nothing is written
    #[arg(long)]
    pub commit: bool,
    /// The language in which faults are told
    #[arg(long, value_enum, default_value_t)]
    pub language: crate::import::Language,
}

const CHECK: &str = "\
Checks everything that can be checked while nobody uses the store: the file, the rules, the texts, the journal's
chain, that the lists are what the entries give, and that no family with help was without a coordinator.";

const CHECK_MORE: &str = "\
EXAMPLE
    veven check --data /var/lib/veven

EXIT CODES
  0   all is well
  1   something is wrong; it says what";

/// Arguments of `veven check`.
#[derive(Debug, Args)]
pub struct Check {
    /// The data folder
    #[arg(long, env = "VEVEN_DATA", value_name = "DIR")]
    pub data: PathBuf,
}

/// What can be done with the journal.
#[derive(Debug, Subcommand)]
pub enum Journal {
    /// Verify the journal's chain, also in a backup or while Veven runs
    #[command(long_about = VERIFY, after_long_help = VERIFY_MORE)]
    Verify(Verify),
    /// Write the journal's anchor, to be kept on another machine
    #[command(long_about = EXPORT, after_long_help = EXPORT_MORE)]
    Export(Export),
}

const EXPORT: &str = "\
Writes the journal's anchor: how many lines there are, the head, the time, and each line's hash. It holds nothing
about anybody. Keep it where those who run Veven cannot change it, and compare with it later: a tail that was cut off
and a chain that was computed anew are found by nothing else. docs/journal-anchor.md describes the file.

It only reads, so it can be used while Veven runs, for example every minute by a timer. A journal that is not whole
gets no anchor.";

const EXPORT_MORE: &str = "\
EXAMPLES
    veven journal export /mnt/archive/2026-11-19.anchor --data /var/lib/veven
    veven journal verify --data /var/lib/veven --against /mnt/archive/2026-11-19.anchor

EXIT CODES
  0   written
  1   the journal is not whole; nothing was written";

/// Arguments of `veven journal export`.
#[derive(Debug, Args)]
pub struct Export {
    /// The file to write; it must not be there already
    #[arg(value_name = "FILE")]
    pub to: PathBuf,
    /// The data folder
    #[arg(long, env = "VEVEN_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// A store file, such as a backup
    #[arg(long, value_name = "PATH")]
    pub file: Option<PathBuf>,
}

const VERIFY: &str = "\
Verifies the journal: each line's hash covers the line and the hash before it, so nothing can be changed, taken out
or put in between without being found. Cutting the end off, or computing all of it anew, leaves a whole chain: write
an anchor now and then (veven journal export), keep it elsewhere, and compare with --against.

It only reads, so it can be used on a copy, and while Veven runs.";

const VERIFY_MORE: &str = "\
EXAMPLES
    veven journal verify --data /var/lib/veven
    veven journal verify --data /var/lib/veven --against /mnt/archive/2026-11-19.anchor
    veven journal verify --file backup/veven.db --anchor 19942:5f0c…

EXIT CODES
  0   whole, and the anchor (if any) is there
  1   not whole: it names the first line that is wrong";

/// Arguments of `veven journal verify`.
#[derive(Debug, Args)]
pub struct Verify {
    /// The data folder
    #[arg(long, env = "VEVEN_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// A store file, such as a backup
    #[arg(long, value_name = "PATH")]
    pub file: Option<PathBuf>,
    /// A line's number and hash, as noted earlier
    #[arg(long, value_name = "N:HASH")]
    pub anchor: Option<String>,
    /// An anchor that was written earlier
    #[arg(long, value_name = "FILE")]
    pub against: Option<PathBuf>,
}

/// What can be done with the keys.
#[derive(Debug, Subcommand)]
pub enum Keys {
    /// Say which keys there are, and how much hangs on each; never the keys
    List(InFolder),
    /// Take a new key into use, and seal everything with it
    #[command(long_about = ROTATE, after_long_help = ROTATE_MORE)]
    Rotate(InFolder),
}

const ROTATE: &str = "\
Takes a new key into use, seals with it what the old one has sealed, and takes the old one out of the key file. Entries
and journal are not touched. Stop Veven first; it takes seconds.

Killed on the way, nothing is lost: both keys open meanwhile, Veven can be started, and the same command goes on.";

const ROTATE_MORE: &str = "\
EXAMPLE
    veven keys rotate --data /var/lib/veven

BACKUPS
  A backup from before needs the old key. Keep the copy of the key file for as long as you keep such backups.";

/// Arguments of commands that need a data folder and nothing else.
#[derive(Debug, Args)]
pub struct InFolder {
    /// The data folder
    #[arg(long, env = "VEVEN_DATA", value_name = "DIR")]
    pub data: PathBuf,
}

const REBUILD: &str = "\
Makes the lists (who has which family, names, the queue, open items) anew from the entries. They are only for finding
fast: nothing is lost by it, and nothing but them is written.

Exit code 1 with --dry-run when something would be mended.";

/// Arguments of `veven rebuild`.
#[derive(Debug, Args)]
pub struct Rebuild {
    /// The data folder
    #[arg(long, env = "VEVEN_DATA", value_name = "DIR")]
    pub data: PathBuf,
    /// Only say how many differ
    #[arg(long)]
    pub dry_run: bool,
}
