//! Cedar's solver: it answers for all facts at once.

#![allow(dead_code, clippy::unwrap_used, clippy::print_stderr)]

use cedar_policy::{RequestEnv, Schema};
use cedar_policy_symcc::solver::LocalSolver;
use std::path::Path;

/// The solver, where it is installed; where it must be and is not, this fails.
pub fn solver() -> Option<LocalSolver> {
    let there = ["/usr/bin/cvc5", "/usr/local/bin/cvc5"].into_iter().find(|path| Path::new(path).exists());
    let Some(path) = std::env::var("CVC5").ok().or_else(|| there.map(str::to_owned)) else {
        assert!(std::env::var_os("CI").is_none(), "cvc5 is needed: scripts/setup.sh test");
        eprintln!("cvc5 is not here, so nothing is proved; scripts/setup.sh test installs it");
        return None;
    };
    Some(
        LocalSolver::from_command(tokio::process::Command::new(path).args([
            "--lang",
            "smt",
            "--tlimit=60000",
        ]))
        .unwrap(),
    )
}

/// Each act by readers of a kind: to see, or to give a command.
pub fn envs(schema: &Schema, kind: &str, what: &str) -> Vec<RequestEnv> {
    let sees = what.contains("\"see\"");
    let all = schema.request_envs().filter(|env| env.principal().to_string() == format!("Veven::{kind}"));
    all.filter(|env| (env.action().to_string() == "Veven::Action::\"see\"") == sees).collect()
}
