//! The program: one command for each thing that somebody does with Veven from a terminal.

mod check;
mod cli;
mod demo;
mod export;
mod folder;
mod import;
mod journal;
mod key;
mod keys;
mod logs;
mod random;
mod rights;
mod say;
mod serve;
mod settings;

use clap::Parser;
use cli::{Cli, Command};
use std::process::ExitCode;
use std::sync::Arc;

/// Pages are built in buffers that grow; the system's allocator gives such memory back and takes it again each time.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Something was looked at and found wrong.
const WRONG: u8 = 1;
/// Something cannot be done as asked: a wrong argument, a taken address, a folder that cannot be used.
const FAILED: u8 = 2;

fn main() -> ExitCode {
    let cli = Cli::parse();
    logs::begin(cli.log_format);
    match run(cli.command) {
        Ok(code) => code,
        Err(fault) => {
            say_fault(&fault);
            ExitCode::from(FAILED)
        }
    }
}

#[expect(clippy::print_stderr, reason = "the program's last word")]
fn say_fault(fault: &anyhow::Error) {
    eprintln!("veven: {fault:#}");
}

fn run(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Serve(asked) => {
            let folder = folder::Folder::open(&asked.data, &asked.municipality)?;
            let listen = asked.listen.or_else(|| folder.settings.listen.clone());
            let listen = serve::address(listen.as_deref().unwrap_or(serve::LISTEN))?;
            if folder.is_demo()? && !listen.ip().is_loopback() {
                anyhow::bail!(
                    "`{}` holds a demo municipality, which is shown on this machine only: listen on 127.0.0.1",
                    asked.data.display()
                );
            }
            let public_address = asked.public_address.or_else(|| folder.settings.public_address.clone());
            let serving = serve::Serving {
                listen,
                public_address,
                clock: Arc::new(jiff::Timestamp::now),
                personas: None,
            };
            serve::serve(&folder, &serving)?;
        }
        Command::Demo(asked) => demo::run(&asked)?,
        Command::Import(cli::Import::Families(asked)) => {
            let sound =
                import::families(&asked.folder, &asked.into.data, asked.into.commit, asked.into.language)?;
            return Ok(found(sound));
        }
        Command::Import(cli::Import::Practice(asked)) => {
            return Ok(found(import::practice::run(&asked.file, &asked.data, asked.commit)?));
        }
        Command::Export(cli::Exports::Research(asked)) => {
            let now = dossier::Moment::of(jiff::Timestamp::now());
            return Ok(found(export::run(&asked.decision, &asked.data, &asked.out, asked.commit, now)?));
        }
        Command::Import(cli::Import::Services(asked)) => {
            let into = asked.into;
            return Ok(found(import::services(
                &asked.path,
                &into.data,
                into.commit,
                into.language,
                asked.sector,
            )?));
        }
        Command::Check(asked) => return Ok(found(check::check(&asked.data)?)),
        Command::Journal(cli::Journal::Verify(asked)) => {
            return Ok(found(journal::verify(&asked)?));
        }
        Command::Keys(cli::Keys::List(asked)) => keys::list(&asked.data)?,
        Command::Keys(cli::Keys::Rotate(asked)) => keys::rotate(&asked.data)?,
        Command::Journal(cli::Journal::Export(asked)) => return Ok(found(journal::export(&asked)?)),
        Command::Rights(asked) => return Ok(found(rights::run(&asked)?)),
        Command::Rebuild(asked) => return Ok(found(check::rebuild(&asked.data, asked.dry_run)?)),
    }
    Ok(ExitCode::SUCCESS)
}

fn found(well: bool) -> ExitCode {
    if well { ExitCode::SUCCESS } else { ExitCode::from(WRONG) }
}
