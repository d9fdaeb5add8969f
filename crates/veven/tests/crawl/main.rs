//! Everybody opens every address there is, in two families full of canaries (F3): nobody finds a word that is not
//! theirs, on any page, print, own copy, title or address, nor in the log (F24); and what one may not see answers as
//! what is not there. Who may see a word is asked of the oracle, which is written from the law and not from the policies.
//!
//! `CRAWL_REQUESTS=20000` asks for more than the usual number.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that tells what it found"
)]

#[path = "../../../access/tests/oracle/facts.rs"]
#[allow(dead_code, reason = "the oracle's own tests use the rest")]
mod facts;
#[path = "../../../access/tests/oracle/oracle.rs"]
mod oracle;
#[path = "../../../dossier/tests/support/story.rs"]
mod story;
#[path = "../support/mod.rs"]
mod support;
mod surfer;
mod town;
#[path = "../../../access/tests/oracle/words.rs"]
mod words;

use access::Visit;
use axum::http::StatusCode;
use dossier::*;
use facts::Case;
use std::collections::{BTreeMap, BTreeSet};
use support::Answer;
use surfer::surf;
use town::{Canary, PERSONAS, Town};

/// How many addresses one persona follows by links.
const PAGES: usize = 150;

/// What everybody was answered, and what went wrong.
struct Crawl<'t> {
    town: &'t Town,
    requests: usize,
    faults: Vec<String>,
    /// Canaries that each persona has found and may.
    met: BTreeMap<&'static str, BTreeSet<String>>,
}

impl Crawl<'_> {
    fn limits(&self) -> Limits {
        self.town.house.house.gate.rules().limits(self.town.house.moment().today).clone()
    }

    fn may(&self, who: &Author, canary: &Canary, limits: &Limits) -> bool {
        let visit = Visit {
            actor: who.actor,
            role: who.role,
            service: who.service,
            moment: self.town.house.moment(),
            request: 1,
            session: None,
        };
        let dossier = self.town.families.iter().find(|it| it.family == canary.family).unwrap();
        let case = Case { dossier, who: &visit, limits, directory: &self.town.directory };
        oracle::may_see(&case, canary.thing)
    }

    /// Looks for every canary in an answer.
    fn reads(&mut self, name: &'static str, who: Option<&Author>, path: &str, answer: &Answer) {
        self.requests += 1;
        if answer.status.is_server_error() {
            self.faults.push(format!("{name} at {path}: {}", answer.status));
        }
        let told = format!("{}\n{:?}\n{:?}", answer.html, answer.location, answer.set_cookies);
        let title = answer.html.split_once("</title>").map_or("", |(head, _)| head).to_owned();
        let limits = self.limits();
        let found: Vec<usize> =
            (0..self.town.canaries.len()).filter(|at| told.contains(&self.town.canaries[*at].word)).collect();
        for at in found {
            let canary = &self.town.canaries[at];
            let word = canary.word.clone();
            if !who.is_some_and(|who| self.may(who, canary, &limits)) {
                let dossier = self.town.families.iter().find(|it| it.family == canary.family).unwrap();
                let entry = dossier.latest(canary.thing).unwrap();
                self.faults.push(format!("{name} at {path} finds {word}: {entry:?}"));
            } else if title.contains(&word) || path.contains(&word) {
                self.faults.push(format!("{word} stands in the title or the address of {path}"));
            } else {
                self.met.entry(name).or_default().insert(word);
            }
        }
    }
}

/// An address with other ids, of things that are not there.
fn elsewhere(path: &str) -> Option<String> {
    let is_id = |part: &&str| {
        part.len() == 12 && part.bytes().all(|it| it.is_ascii_digit() || it.is_ascii_lowercase())
    };
    let plain = path.split('?').next().unwrap_or_default();
    let parts: Vec<&str> = plain.split('/').collect();
    parts.iter().any(is_id).then(|| {
        let other = parts.iter().map(|part| if is_id(part) { "0000000000zz" } else { part });
        other.collect::<Vec<_>>().join("/")
    })
}

#[tokio::test]
async fn f3_nobody_finds_a_word_that_is_not_theirs_at_any_address() {
    let wanted = std::env::var("CRAWL_REQUESTS").ok().map_or(2_500, |it| it.parse().unwrap());
    let said = support::listen();
    let town = Town::build().await;
    let mut crawl = Crawl { town: &town, requests: 0, faults: Vec::new(), met: BTreeMap::new() };
    assert!(crawl.town.canaries.len() >= 200, "{} canaries", crawl.town.canaries.len());
    let house = &town.house;
    let mut addresses: BTreeSet<String> = BTreeSet::new();
    for (name, who) in &PERSONAS {
        let mut browser = house.session(who.actor, who.role, who.service).await;
        let start = browser.get("/").await.location.unwrap_or_else(|| "/".into());
        let pages = surf(&mut browser, &["/min/kopi", "/", &start], PAGES).await;
        for (path, answer) in pages {
            crawl.reads(name, Some(who), &path, &answer);
            addresses.insert(path);
        }
    }
    // Everybody tries what the others have found; nobody at all tries it too.
    let addresses: Vec<String> = addresses.into_iter().collect();
    let everybody = PERSONAS.iter().map(|(name, who)| (*name, Some(*who))).chain([("nobody", None)]);
    let mut left = wanted.max(crawl.requests) - crawl.requests;
    let each = left.div_ceil(PERSONAS.len() + 1);
    for (turn, (name, who)) in everybody.enumerate() {
        let mut browser = match who {
            Some(who) => house.session(who.actor, who.role, who.service).await,
            None => house.browser(),
        };
        // Another part of the addresses for each, so that all are tried by some and each by many.
        let step = (addresses.len() / each.max(1)).max(1);
        for path in addresses.iter().skip(turn % step).step_by(step).take(each) {
            let answer = browser.get(path).await;
            crawl.reads(name, who.as_ref(), path, &answer);
            left = left.saturating_sub(1);
            if answer.status == StatusCode::NOT_FOUND
                && let Some(other) = elsewhere(path)
            {
                let absent = browser.get(&other).await;
                let same = absent.status == answer.status && plain(&absent.html) == plain(&answer.html);
                if !same {
                    crawl.faults.push(format!("{name}: {path} does not answer as what is not there"));
                }
                crawl.requests += 1;
            }
        }
    }
    let log = said.text();
    for canary in crawl.town.canaries.iter().filter(|canary| log.contains(&canary.word)) {
        crawl.faults.push(format!("{} stands in the log", canary.word));
    }
    println!(
        "crawl: {} requests, {} addresses, {} canaries",
        crawl.requests,
        addresses.len(),
        crawl.town.canaries.len()
    );
    for (name, met) in &crawl.met {
        println!("  {name} met {}", met.len());
    }
    assert!(crawl.faults.is_empty(), "{} faults\n{}", crawl.faults.len(), crawl.faults.join("\n"));
    assert!(log.contains("listening"), "the log was listened to");
    // It cannot pass by finding nothing.
    for (name, least) in [
        ("the mother", 15),
        ("the girl of 15", 10),
        ("the coordinator", 60),
        ("the other coordinator", 50),
        ("the teacher in the team", 3),
        ("the nurse", 3),
        ("the protected mother", 10),
    ] {
        let met = crawl.met.get(name).map_or(0, BTreeSet::len);
        assert!(met >= least, "{name} met only {met} canaries");
    }
}

/// A page without what differs from request to request: its number, and the one-time key of forms.
fn plain(html: &str) -> String {
    let mut text = html.to_owned();
    for sign in ["name=\"nokkel\" value=\"", "name=\"vern\" value=\"", "data-nr=\""] {
        while let Some(at) = text.find(sign) {
            let end = text[at + sign.len()..].find('"').map_or(text.len(), |end| at + sign.len() + end + 1);
            text.replace_range(at..end, "");
        }
    }
    text
}

#[tokio::test]
#[ignore = "measures and prints; a time is never asserted"]
async fn f19_what_is_denied_takes_as_long_as_what_is_not_there() {
    let town = Town::build().await;
    let (_, mother) = PERSONAS[0];
    let mut browser = town.house.session(mother.actor, mother.role, mother.service).await;
    let (denied, absent) = (town.families[1].family.to_string(), "0000000000zz");
    let mut took = [Vec::new(), Vec::new()];
    for pair in 0..2_000 {
        for turn in [pair % 2, 1 - pair % 2] {
            let path = format!("/min/familie/{}", if turn == 0 { &*denied } else { absent });
            let from = std::time::Instant::now();
            let answer = browser.get(&path).await;
            took[turn].push(from.elapsed());
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
    took.iter_mut().for_each(|times| times.sort());
    let [denied, absent] = took.map(|times| times[times.len() / 2]);
    println!("f19: median denied {denied:?}, absent {absent:?}, apart {:?}", denied.abs_diff(absent));
}
