//! The program: one command for each thing that somebody does with Veven from a terminal.

mod cli;
#[allow(dead_code, unused_imports, reason = "words of stories that are told next")]
mod demo;
#[allow(dead_code, reason = "commands that come next")]
mod folder;
mod key;
mod logs;
mod random;
mod serve;
mod settings;

use clap::Parser;
use cli::{Cli, Command};
use std::process::ExitCode;
use std::sync::Arc;

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
    }
    Ok(ExitCode::SUCCESS)
}
