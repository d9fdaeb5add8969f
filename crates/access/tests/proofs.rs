//! What no facts whatever can open, proved by Cedar's solver for all readers, all information and all ages at once.
//!
//! Each law says: the rules, and a rule that would permit exactly what must never be, have nothing in common. Needs
//! `cvc5` (Debian has it; `scripts/setup.sh test` installs it). Without it this file says so; with `CI` set it fails.

#![allow(clippy::unwrap_used, clippy::print_stderr)]

#[path = "support/solver.rs"]
mod solver;

use access::policy::SCHEMA;
use access::policy::{act, see};
use cedar_policy::{PolicySet, Schema};
use cedar_policy_symcc::{CedarSymCompiler, CompiledPolicy, CompiledPolicySet};
use solver::{envs, solver};
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

/// What nobody may ever do: a name, who gives a command, and the situation.
const NEVER_DONE: &[(&str, &str, &str)] = &[
    ("R30, R31: anything with what is not in the reader's view, at work", "Staff", "!resource.seesAll"),
    ("R30, R31: anything with what is not in the reader's view, at home", "Citizen", "!resource.seesAll"),
    ("R24, R72: anything, without the role or with a conflict of interest", "Staff", "!principal.active || principal.conflict"),
    ("R82: anything, by a grown person apart from somebody protected", "Citizen", "principal.apart && principal.adult"),
    (
        "R5, R33, R46, R50, R51: anything, by employment, an emergency or a place in the team without a task",
        "Staff",
        "!principal.holds && !principal.standsIn && !principal.asked && !principal.answersQueue && !principal.interim
           && !principal.hasTask",
    ),
    (
        "R4, R12, R56: another's yes, written down at work without how it was given",
        "Staff",
        r#"!resource.saysHow
           && (action == Veven::Action::"answer-offer-as-family"
               || (action == Veven::Action::"write" && ["agreement", "consent"].contains(resource.kind))
               || (action == Veven::Action::"move-action" && resource.choice == "accepted-by-family"))"#,
    ),
    (
        "R36, R52, R94: a no, a closing or a word about research, by anybody but whose word it is",
        "Staff",
        r#"action == Veven::Action::"write" && ["objection", "block", "research-choice"].contains(resource.kind)"#,
    ),
    (
        "R36, R52, R56, R94: a yes, a no or a closing in another's name, at home",
        "Citizen",
        r#"action == Veven::Action::"write" && !resource.inOwnName
           && ["consent", "objection", "block", "research-choice", "agreement", "mandate"].contains(resource.kind)"#,
    ),
    (
        "R54, R55: anything written about others than oneself and children one decides for",
        "Citizen",
        r#"action == Veven::Action::"write" && !resource.aboutMine"#,
    ),
    (
        "R80, R84: where a protected person lives, by anybody at work who may not know it",
        "Staff",
        r#"action == Veven::Action::"write" && resource.kind == "address" && resource.protected && !resource.trusted"#,
    ),
    (
        "R4, R94: what the family has said, taken back for it by whoever holds the whole",
        "Staff",
        r#"action == Veven::Action::"undo" && resource.lastByFamily && resource.kind != "not-same""#,
    ),
    (
        "R10, R33: an application, answered by a helper whom it does not lie with",
        "Staff",
        r#"!principal.holds && !principal.standsIn && !resource.liesWithReader
           && (action == Veven::Action::"receive-application" || action == Veven::Action::"decide-application")"#,
    ),
];

/// That rules, and a rule that would permit exactly what must never be, have nothing in common.
async fn never_permit(rules: &str, what: &str, never: &[(&str, &str, &str)]) {
    let Some(solver) = solver() else { return };
    let schema = Schema::from_cedarschema_str(SCHEMA).unwrap().0;
    let rules = PolicySet::from_str(rules).unwrap();
    let mut compiler = CedarSymCompiler::new(solver).unwrap();
    for (name, kind, situation) in never {
        let never = format!("permit (principal is Veven::{kind}, {what}) when {{ {situation} }};");
        let never = PolicySet::from_str(&never).unwrap();
        let mut possible = false;
        for env in envs(&schema, kind, what) {
            let ours = CompiledPolicySet::compile(&rules, &env, &schema).unwrap();
            let wrong = CompiledPolicySet::compile(&never, &env, &schema).unwrap();
            possible |= !compiler.check_always_denies_opt(&wrong).await.unwrap();
            let found = compiler.check_disjoint_with_counterexample_opt(&ours, &wrong).await.unwrap();
            if let Some(found) = found {
                panic!("{name}:\n{:#?}\n{:#?}", found.request, found.entities);
            }
        }
        assert!(possible, "the situation cannot be at all: {name}");
    }
}

const SEE: &str = r#"action == Veven::Action::"see", resource"#;
const ACT: &str = "action, resource is Veven::Command";

#[tokio::test]
async fn no_facts_whatever_open_what_must_never_be() {
    never_permit(see::RULES, SEE, NEVER).await;
}

#[tokio::test]
async fn no_facts_whatever_permit_what_must_never_be_done() {
    never_permit(act::RULES, ACT, NEVER_DONE).await;
}

#[tokio::test]
async fn no_rule_ever_fails_and_every_rule_does_something() {
    let schema = Schema::from_cedarschema_str(SCHEMA).unwrap().0;
    for (rules, what) in [(see::RULES, SEE), (act::RULES, ACT)] {
        let Some(solver) = solver() else { return };
        let rules = PolicySet::from_str(rules).unwrap();
        let mut compiler = CedarSymCompiler::new(solver).unwrap();
        for kind in ["Staff", "Citizen"] {
            let (mut somebody, mut everybody) = (false, true);
            for env in envs(&schema, kind, what) {
                let all = CompiledPolicySet::compile(&rules, &env, &schema).unwrap();
                somebody |= !compiler.check_always_denies_opt(&all).await.unwrap();
                everybody &= compiler.check_always_allows_opt(&all).await.unwrap();
                for rule in rules.policies() {
                    let compiled = CompiledPolicy::compile(rule, &env, &schema).unwrap();
                    assert!(compiler.check_never_errors_opt(&compiled).await.unwrap(), "{rule}");
                }
            }
            assert!(
                somebody && !everybody,
                "{kind}: somebody may do something, and not everybody everything"
            );
        }
    }
}
