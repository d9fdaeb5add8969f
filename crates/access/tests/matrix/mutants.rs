//! Makes the rules of who may do what wrong in every small way there is: does the table notice?

use crate::edges;
use crate::faults::{Mutant, faults, more_faults, without_comments};
use crate::readers::readers;
use crate::rows::rows;
use crate::solver::{envs, solver};
use crate::support::{view, visit};
use access::may::facts;
use access::policy::act::{CommandFacts, Facts, Policy, RULES};
use access::policy::{CitizenFacts, Reader, SCHEMA, StaffFacts};
use cedar_policy::{PolicySet, RequestEnv, Schema};
use cedar_policy_symcc::{CedarSymCompiler, CompiledPolicySet};
use dossier::*;
use std::collections::HashMap;
use std::str::FromStr;

/// The table as it is kept: made by nobody's rules, but read by people.
const TABLE: &str = include_str!("snapshots/matrix__who_may_give_which_command.snap");

/// The marks of a row, by its name.
fn marks() -> HashMap<&'static str, Vec<&'static str>> {
    let mut marks = HashMap::new();
    let row = |line: &'static str| {
        let all: Vec<&str> = line.split_whitespace().collect();
        let first = all.iter().rposition(|it| !["×", "-", "."].contains(it))? + 1;
        let name = line.split("  ").next()?.trim_end();
        // A long name has one space alone before its marks.
        let name = name.trim_end_matches(['×', '-', '.', ' ']);
        (first < all.len()).then(|| (name, all[first..].to_vec()))
    };
    marks.extend(TABLE.lines().filter_map(row));
    marks
}

/// What each command of the table comes to, and what the table says of it.
pub fn cases() -> Vec<(Facts, bool)> {
    let marks = marks();
    let mut cases: HashMap<Facts, (bool, String)> = HashMap::new();
    for (column, reader) in readers().iter().enumerate() {
        let Some(view) = view(reader.who, &reader.story) else { continue };
        for (name, command) in rows(reader) {
            let row = marks.get(name.as_str()).unwrap_or_else(|| panic!("no row `{name}`"));
            let may = row[column] == "×";
            let facts = facts(&view, &visit(reader.who, reader.story.moment), &command);
            let here = format!("{}: {name}", reader.name);
            let (other, there) = cases.entry(facts).or_insert_with(|| (may, here.clone()));
            assert_eq!(*other, may, "`{here}` and `{there}` come to the same: {facts:?}");
        }
    }
    let mut all: HashMap<Facts, bool> = cases.into_iter().map(|(facts, (may, _))| (facts, may)).collect();
    for (facts, may) in edges::cases() {
        assert_eq!(*all.entry(facts).or_insert(may), may, "{facts:?}");
    }
    let allowed: Vec<Facts> = all.iter().filter(|(_, may)| **may).map(|(facts, _)| *facts).collect();
    all.extend(allowed.iter().flat_map(without_a_view));
    let mut all: Vec<_> = all.into_iter().collect();
    all.sort_by_key(|(facts, _)| format!("{facts:?}"));
    all
}

/// What is permitted is not, for somebody whom nothing of the family is shown: no table can tell that, since no view of
/// the family can be made for them (R24, R72, R82).
fn without_a_view(allowed: &Facts) -> Vec<(Facts, bool)> {
    let unseen = CommandFacts { sees_all: false, ..allowed.command };
    let with = |reader| Facts { reader, ..*allowed };
    let mut all = vec![(Facts { command: unseen, ..*allowed }, false)];
    match allowed.reader {
        Reader::Staff(staff) => {
            all.push((with(Reader::Staff(StaffFacts { active: false, ..staff })), false));
            all.push((with(Reader::Staff(StaffFacts { conflict: true, ..staff })), false));
        }
        // A child apart from somebody protected says what is its own; only what all of a family have is closed.
        Reader::Citizen(citizen) if !citizen.belongs || citizen.adult => {
            let apart = Reader::Citizen(CitizenFacts { apart: true, belongs: false, ..citizen });
            all.push((with(apart), !citizen.adult));
        }
        Reader::Citizen(_) => {}
    }
    all
}

fn made() -> Vec<Mutant> {
    let rules = without_comments(RULES);
    let quoted =
        |codes: &mut dyn Iterator<Item = &str>| codes.map(|it| format!("\"{it}\"")).collect::<Vec<_>>();
    let kinds = quoted(&mut Payload::CODES.iter().copied());
    let statuses = quoted(&mut ActionStatus::ALL.iter().map(|it| it.code()));
    let bases = quoted(&mut MandateBasis::ALL.iter().map(|it| it.code()));
    let policy = Policy::read(RULES, SCHEMA).unwrap();
    let acts = policy.rules().schema().actions().map(ToString::to_string);
    let mut acts: Vec<String> = acts.filter(|it| !it.ends_with("\"see\"")).collect();
    acts.sort();
    let mut all = faults(&rules, &[kinds, statuses, bases, acts.clone()]);
    all.extend(more_faults(&rules, &acts));
    all
}

/// Facts that no command ever has at once, so that a rule which treats them in another way is no other rule: who, and
/// what cannot be.
const IMPOSSIBLE: &[(&str, &str)] = &[
    // A command tells what it speaks of, and nothing else.
    ("", r#"resource.kind != "" && !["write", "undo"]"#),
    ("", r#"resource.kind == "" && action == Veven::Action::"write""#),
    ("", r#"resource.audience != "ordinary" && !["write"]"#),
    ("", r#"(resource.isNew || resource.lastAboutMine) && !["write"]"#),
    ("", r#"(resource.aboutMe || resource.aboutWhole) && !["write", "move-action"]"#),
    ("", r#"resource.wroteLast && !["write", "undo"]"#),
    ("", r#"resource.lastByFamily && !["undo"]"#),
    (
        "",
        r#"resource.aboutMine && !["write", "tell", "prepare-application", "fill-application", "move-action"]"#,
    ),
    ("", r#"(resource.isOwner || resource.delivered) && !["move-action"]"#),
    (
        "",
        r#"resource.asksReader && !["answer-offer", "answer-stand-in", "answer-request", "answer-offer-as-family"]"#,
    ),
    (
        "",
        r#"(resource.answeredElsewhere || resource.liesWithReader)
           && !["fill-application", "send-application", "receive-application", "ask-more", "answer-more",
                "decide-application", "complain", "answer-complaint", "pass-on-application", "withdraw-application"]"#,
    ),
    (
        "",
        r#"resource.inOwnName
           && !["write", "move-action", "prepare-application", "fill-application", "send-application",
                "receive-application", "ask-more", "answer-more", "decide-application", "complain",
                "answer-complaint", "pass-on-application", "withdraw-application"]"#,
    ),
    ("", r#"resource.choice != "" && !["move-action", "close", "write"]"#),
    ("", r#"resource.saysHow && !["write", "answer-offer-as-family", "move-action"]"#),
    (
        "",
        r#"(resource.noteKept || resource.ownerFree || resource.ofMine || resource.ofWhole || resource.counts
            || resource.takesBack || resource.firstHand || resource.protected || resource.trusted
            || resource.ownAccount) && !["write"]"#,
    ),
    (
        "",
        r#"["proposed", "accepted-by-family", "accepted-by-owner", "started", "delivered", "done", "stopped"]
           .contains(resource.choice) && !["move-action"]"#,
    ),
    ("", r#"resource.choice == "not-started" && !["close"]"#),
    // What is written says what its kind can say.
    ("", r#"resource.noteKept && resource.kind != "goal""#),
    ("", r#"resource.ownerFree && resource.kind != "need" && resource.kind != "action""#),
    ("", r#"resource.ofMine && resource.kind != "dream" && resource.kind != "consent""#),
    ("", r#"resource.ofWhole && resource.kind != "block""#),
    (
        "",
        r#"resource.counts && resource.kind != "consent" && resource.kind != "objection" && resource.kind != "block"
           && resource.kind != "research-choice""#,
    ),
    ("", r#"resource.takesBack && resource.kind != "consent" && resource.kind != "block""#),
    ("", r#"resource.firstHand && resource.kind != "agreement" && resource.kind != "consent""#),
    ("", r#"(resource.protected || resource.trusted) && resource.kind != "address""#),
    ("", r#"resource.ownAccount && resource.kind != "person""#),
    ("", r#"resource.kind != "" && resource.kind != "mandate" && resource.choice != """#),
    ("", "resource.firstHand && resource.saysHow"),
    ("", r#"resource.kind == "consent" && resource.counts && !resource.ofMine"#),
    ("", "resource.isNew && (resource.wroteLast || resource.lastAboutMine)"),
    ("", "resource.aboutMe && !resource.aboutMine || resource.aboutWhole && !resource.aboutMe"),
    // Nobody at work is somebody in the family, or has a say for anybody there.
    ("Staff", "resource.counts || resource.ofMine"),
    ("Staff", r#"resource.kind != "" && resource.aboutMine && !resource.aboutWhole"#),
    ("Staff", r#"resource.kind != "" && resource.inOwnName && resource.kind != "conflict""#),
    ("Staff", r#"resource.choice != "" && resource.inOwnName"#),
    // One role at a time.
    ("Staff", "principal.holds && principal.standsIn"),
    (
        "Staff",
        "(principal.answersQueue || principal.hasTask || principal.inTeam)
         && (principal.holds || principal.standsIn || principal.asked || principal.interim)",
    ),
    ("Staff", "principal.answersQueue && (principal.hasTask || principal.inTeam)"),
    ("Citizen", "principal.belongs && principal.apart"),
];

/// Rules that forbid what can never be, so that nothing is said about it.
fn impossible() -> String {
    let one = |(who, what): &(&str, &str)| {
        let who = if who.is_empty() { String::new() } else { format!(" is Veven::{who}") };
        // A list of acts stands for «the act is one of these».
        let what = match what.split_once("![") {
            Some((before, acts)) => {
                let acts = acts.trim_end_matches(']').replace('"', "");
                let acts: Vec<_> = acts
                    .split(',')
                    .map(|it| format!(r#"action == Veven::Action::"{}""#, it.trim()))
                    .collect();
                format!("{before}!({})", acts.join(" || "))
            }
            None => (*what).to_owned(),
        };
        format!("forbid (principal{who}, action, resource is Veven::Command) when {{ {what} }};\n")
    };
    IMPOSSIBLE.iter().map(one).collect()
}

/// The rules as they are, for each act.
struct Right {
    schema: Schema,
    rules: Vec<(RequestEnv, CompiledPolicySet)>,
    impossible: String,
}

impl Right {
    fn new() -> Self {
        let schema = Schema::from_cedarschema_str(SCHEMA).unwrap().0;
        let impossible = impossible();
        let rules = PolicySet::from_str(&format!("{}{impossible}", without_comments(RULES))).unwrap();
        let all = ["Staff", "Citizen"].iter().flat_map(|kind| envs(&schema, kind, "act"));
        let compiled = |env: RequestEnv| {
            let rules = CompiledPolicySet::compile(&rules, &env, &schema).unwrap();
            (env, rules)
        };
        Self { rules: all.map(compiled).collect(), schema, impossible }
    }

    /// Whether a wrong set of rules answers as the right one, whatever can be.
    async fn is_the_same(&self, mutant: &Mutant) -> bool {
        // The solver has a time after which it ends, so each question has its own.
        let mut compiler = CedarSymCompiler::new(solver().expect("cvc5")).unwrap();
        let wrong = PolicySet::from_str(&format!("{}{}", mutant.rules, self.impossible)).unwrap();
        let act = |env: &RequestEnv| mutant.act.as_ref().is_none_or(|only| env.action().to_string() == *only);
        for (env, right) in self.rules.iter().filter(|(env, _)| act(env)) {
            let wrong = CompiledPolicySet::compile(&wrong, env, &self.schema).unwrap();
            for (one, other) in [(right, &wrong), (&wrong, right)] {
                if !compiler.check_implies_opt(one, other).await.unwrap() {
                    return false;
                }
            }
        }
        true
    }
}

#[test]
fn what_is_called_impossible_is_asked_by_no_command_of_the_table() {
    let rules = format!(
        r#"permit (principal, action, resource is Veven::Command) when {{ resource.seesAll || !resource.seesAll }};
        {}"#,
        impossible()
    );
    let rules = rules.lines().collect::<Vec<_>>().join("\n");
    let named = rules.split(';').filter(|it| !it.trim().is_empty()).enumerate();
    let named: String = named.map(|(at, it)| format!("@id(\"{at}\") @law(\"-\") {it};\n")).collect();
    let possible = Policy::read(&named, SCHEMA).unwrap();
    for (facts, _) in cases() {
        assert!(possible.rule(&facts).unwrap(), "{facts:#?}");
    }
}

#[tokio::test]
#[ignore = "some minutes: for the night"]
async fn every_wrong_rule_of_who_may_do_what_is_noticed_by_the_table() {
    if solver().is_none() {
        return;
    }
    let right = Right::new();
    let wanted = std::env::var("MUTANTS").unwrap_or_default();
    let mutants: Vec<Mutant> = made().into_iter().filter(|it| it.what.contains(&wanted)).collect();
    let mut cases = cases();
    let (made, mut refused, mut same, mut survivors) = (mutants.len(), 0, 0, 0);
    for mutant in mutants {
        let Ok(wrong) = Policy::read(&mutant.rules, SCHEMA) else {
            refused += 1;
            continue;
        };
        let notices = |(facts, may): &(Facts, bool)| {
            let act = format!("Veven::Action::\"{}\"", facts.command.act);
            mutant.act.as_ref().is_none_or(|only| *only == act) && wrong.rule(facts).unwrap_or(false) != *may
        };
        match cases.iter().position(notices) {
            Some(at) => cases[..=at].rotate_right(1),
            None if right.is_the_same(&mutant).await => same += 1,
            None => {
                println!("not noticed: {}", mutant.what);
                survivors += 1;
            }
        }
    }
    let noticed = made - refused - same - survivors;
    println!("{made} made, {refused} refused at reading, {noticed} noticed by {} cases,", cases.len());
    println!("{same} proved to change nothing, {survivors} not noticed");
    assert_eq!(survivors, 0);
}
