//! The arrows of the house point one way, and the pure rooms stay pure: read from what cargo builds and from the
//! sources themselves.

#![allow(clippy::unwrap_used)]

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// What is built for such a machine as this; what only others need may never have been fetched to it.
fn metadata() -> Value {
    let here = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let run = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--offline", "--filter-platform", &here])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    serde_json::from_slice(&run.stdout).unwrap()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// What each package is built with: not for its tests, and not for browsers, where none of this runs.
fn dependencies(metadata: &Value) -> BTreeMap<String, BTreeSet<String>> {
    let array = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let names: BTreeMap<String, String> =
        array(&metadata["packages"]).iter().map(|it| (text(&it["id"]), text(&it["name"]))).collect();
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for node in array(&metadata["resolve"]["nodes"]) {
        let needs = array(&node["deps"]).into_iter().filter(|dependency| {
            array(&dependency["dep_kinds"])
                .iter()
                .any(|kind| kind["kind"].is_null() && !text(&kind["target"]).contains("wasm"))
        });
        let needs = needs.map(|dependency| names[&text(&dependency["pkg"])].clone());
        found.entry(names[&text(&node["id"])].clone()).or_default().extend(needs);
    }
    found
}

fn everything_below(name: &str, all: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut waiting = vec![name.to_owned()];
    while let Some(next) = waiting.pop() {
        for needed in all.get(&next).into_iter().flatten() {
            if found.insert(needed.clone()) {
                waiting.push(needed.clone());
            }
        }
    }
    found
}

#[test]
fn the_rooms_lean_only_on_those_below_them() {
    let all = dependencies(&metadata());
    let rooms = ["dossier", "access", "store", "web", "exchange", "rights", "search", "documents", "veven"];
    let leans_on = |room: &str| {
        let needs = all.get(room).unwrap_or_else(|| panic!("there is no room `{room}`"));
        rooms.into_iter().filter(|other| needs.contains(*other)).collect::<Vec<_>>()
    };
    assert!(leans_on("dossier").is_empty());
    assert!(leans_on("rights").is_empty(), "the rights engine is usable by others alone");
    assert_eq!(leans_on("search"), ["rights"], "words know no family");
    assert_eq!(leans_on("access"), ["dossier"]);
    assert_eq!(leans_on("documents"), ["web"], "whoever prints gets a sheet of text, never a view");
    for (room, never) in [
        ("web", ["dossier", "store", "documents", "veven"].as_slice()),
        ("store", &["web", "exchange", "documents", "veven"]),
        ("exchange", &["store", "web", "documents", "veven"]),
    ] {
        let found = leans_on(room);
        let wrong: Vec<_> = found.iter().filter(|other| never.contains(*other)).collect();
        assert!(wrong.is_empty(), "`{room}` must not lean on {wrong:?}: pages ask `access` and get views");
    }
}

#[test]
fn the_pure_rooms_are_built_with_no_clock_no_chance_no_network_and_no_database() {
    let mut all = dependencies(&metadata());
    // Cedar and its serde_with name clocks for dates inside policies, an extension that is not compiled in here (ages come as facts);
    // that our own sources ask no clock is tested below.
    for (user, clock) in [("cedar-policy-core", "chrono"), ("serde_with", "time"), ("serde_with", "chrono")] {
        all.entry(user.into()).or_default().retain(|needed| needed != clock);
    }
    let forbidden = [
        "tokio",
        "async-std",
        "smol",
        "mio",
        "rand",
        "rand_core",
        "rand_chacha",
        "getrandom",
        "fastrand",
        "uuid",
        "chrono",
        "time",
        "rusqlite",
        "libsqlite3-sys",
        "postgres",
        "tokio-postgres",
        "axum",
        "hyper",
        "reqwest",
        "ureq",
        "socket2",
    ];
    for room in ["dossier", "access", "rights"] {
        let below = everything_below(room, &all);
        assert!(below.contains("jiff"), "the graph was read");
        let wrong: Vec<_> = forbidden.iter().filter(|name| below.contains(**name)).collect();
        assert!(wrong.is_empty(), "`{room}` is built with {wrong:?}");
    }
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            found.push(path);
        }
    }
    found
}

#[test]
fn the_pure_rooms_ask_no_clock_and_no_environment() {
    let asks = [
        "Timestamp::now",
        "Zoned::now",
        "SystemTime",
        "Instant::now",
        "std::env",
        "env::var",
        "std::fs",
        "std::net",
        "thread::spawn",
        "RandomState::new",
        "TimeZone::system",
    ];
    for room in ["dossier", "access", "rights", "search"] {
        for path in sources(&root().join("crates").join(room).join("src")) {
            let source = std::fs::read_to_string(&path).unwrap();
            for (line, number) in source.lines().zip(1..) {
                let found = asks.iter().find(|word| line.contains(**word));
                assert!(found.is_none(), "{}:{number}: `{}`", path.display(), found.unwrap());
            }
        }
    }
}
