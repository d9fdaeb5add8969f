//! What no facts whatever can open, proved by Cedar's solver for all readers, all information and all ages at once.
//!
//! Each law says: the rules, and a rule that would permit exactly what must never be, have nothing in common. Needs
//! `cvc5` (Debian has it; `scripts/setup.sh test` installs it). Without it this file says so; with `CI` set it fails.

#![allow(clippy::unwrap_used, clippy::print_stderr)]

use access::policy::{RULES, SCHEMA};
use cedar_policy::{PolicySet, RequestEnv, Schema};
use cedar_policy_symcc::solver::LocalSolver;
use cedar_policy_symcc::{CedarSymCompiler, CompiledPolicy, CompiledPolicySet};
use std::path::Path;
use std::str::FromStr;

/// What must never be: a name, who reads, and the situation.
const NEVER: &[(&str, &str, &str)] = &[
    (
        "R80, R84: where a protected person is, to anybody at work who is not one of the named few",
        "Staff",
        r#"resource.category == "location" && resource.protected && !resource.trusted"#,
    ),
    (
        "R80, R82: where a protected person is, to anybody in the family but that grown person",
        "Citizen",
        r#"resource.category == "location" && resource.protected
           && !(resource.about && principal.adult && !principal.apart)"#,
    ),
    ("R82: anything, to a grown person apart from somebody protected", "Citizen", "principal.apart && principal.adult"),
    ("R82: another's, to a child apart from somebody protected", "Citizen", "principal.apart && !resource.about"),
    (
        "R55, R66, R67: another's, to a sibling, a step-parent or a parent without responsibility",
        "Citizen",
        "!resource.wholeFamily && !resource.about && !resource.decidesFor && !resource.amongMembers
           && !resource.released && !resource.mandated",
    ),
    (
        "R61: a young person's health from the age that decides, to those with parental responsibility",
        "Citizen",
        r#"["health-somatic", "health-mental", "health-private"].contains(resource.category)
           && resource.age >= context.healthMajority && !resource.wholeFamily && !resource.about
           && !resource.amongMembers && !resource.released && !resource.mandated"#,
    ),
    (
        "R20: a child's own words, to anybody in the family whom it has not opened them for",
        "Citizen",
        r#"resource.category == "child-voice" && !resource.about && !resource.amongMembers && !resource.released"#,
    ),
    ("R20: what somebody keeps to oneself, to anybody else at home", "Citizen", r#"resource.audience == "oneself" && !resource.about"#),
    ("R20: what somebody keeps to oneself, to anybody at work", "Staff", r#"resource.audience == "oneself" && !resource.about"#),
    ("R62: what is withheld", "Citizen", "resource.withheld"),
    ("R24, R72: anything, without the role or with a conflict of interest", "Staff", "!principal.active || principal.conflict"),
    (
        "R30, R33, R51: anything, by employment alone",
        "Staff",
        "!principal.holds && !principal.standsIn && !principal.asked && !principal.answersQueue && !principal.interim
           && !principal.hasTask && !principal.inTeam && !principal.emergency && !resource.released && !resource.trusted",
    ),
    (
        "R36: what somebody has said no to, unless in an emergency or on a named ground",
        "Staff",
        "resource.objected && !principal.emergency && !resource.released",
    ),
    (
        "R37: health, to a service that did not write it and has no consent, task or decision",
        "Staff",
        r#"["health-somatic", "health-mental", "health-private"].contains(resource.category)
           && !principal.holds && !principal.standsIn && !principal.emergency && !resource.ownService
           && !resource.ownTask && !resource.consented && !resource.released"#,
    ),
    (
        "R50: a volunteer sees own tasks, whom to ring, and what is released, and nothing else",
        "Staff",
        r#"principal.volunteer && !principal.holds && !principal.standsIn && !principal.asked
           && !principal.answersQueue && !principal.interim && !principal.emergency && !resource.ownTask
           && !resource.released && !resource.trusted && !(resource.wholeFamily && resource.category == "contact")"#,
    ),
    (
        "R46: where somebody is, a child's words or mental health, by an emergency alone",
        "Staff",
        r#"principal.emergency && !principal.holds && !principal.standsIn && !principal.asked
           && !principal.answersQueue && !principal.interim && !principal.hasTask && !principal.inTeam
           && !resource.released && !resource.trusted
           && !["contact", "health-somatic"].contains(resource.category)"#,
    ),
    (
        "R86: what a crisis shelter wrote, to another service",
        "Staff",
        "resource.shelter && !principal.holds && !principal.standsIn && !resource.ownService && !resource.ownTask
           && !resource.released",
    ),
];

fn solver() -> Option<LocalSolver> {
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

fn envs(schema: &Schema, kind: &str) -> Vec<RequestEnv> {
    schema.request_envs().filter(|env| env.principal().to_string() == format!("Veven::{kind}")).collect()
}

#[tokio::test]
async fn no_facts_whatever_open_what_must_never_be() {
    let Some(solver) = solver() else { return };
    let schema = Schema::from_cedarschema_str(SCHEMA).unwrap().0;
    let rules = PolicySet::from_str(RULES).unwrap();
    let mut compiler = CedarSymCompiler::new(solver).unwrap();
    for (name, kind, situation) in NEVER {
        let never = format!(
            r#"permit (principal is Veven::{kind}, action == Veven::Action::"see", resource) when {{ {situation} }};"#
        );
        let never = PolicySet::from_str(&never).unwrap();
        for env in envs(&schema, kind) {
            let ours = CompiledPolicySet::compile(&rules, &env, &schema).unwrap();
            let wrong = CompiledPolicySet::compile(&never, &env, &schema).unwrap();
            let possible = !compiler.check_always_denies_opt(&wrong).await.unwrap();
            assert!(possible, "the situation cannot be at all: {name}");
            let found = compiler.check_disjoint_with_counterexample_opt(&ours, &wrong).await.unwrap();
            if let Some(found) = found {
                panic!("{name}:\n{:#?}\n{:#?}", found.request, found.entities);
            }
        }
    }
}

#[tokio::test]
async fn no_rule_ever_fails_and_every_rule_does_something() {
    let Some(solver) = solver() else { return };
    let schema = Schema::from_cedarschema_str(SCHEMA).unwrap().0;
    let rules = PolicySet::from_str(RULES).unwrap();
    let mut compiler = CedarSymCompiler::new(solver).unwrap();
    for kind in ["Staff", "Citizen"] {
        for env in envs(&schema, kind) {
            let all = CompiledPolicySet::compile(&rules, &env, &schema).unwrap();
            assert!(
                !compiler.check_always_denies_opt(&all).await.unwrap(),
                "{kind}: somebody sees something"
            );
            assert!(
                !compiler.check_always_allows_opt(&all).await.unwrap(),
                "{kind}: not everybody everything"
            );
            for rule in rules.policies() {
                let compiled = CompiledPolicy::compile(rule, &env, &schema).unwrap();
                assert!(compiler.check_never_errors_opt(&compiled).await.unwrap(), "{rule}");
            }
        }
    }
}
