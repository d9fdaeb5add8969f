//! Somebody who opens every address that leads anywhere.

use crate::support::{Answer, Browser};
use std::collections::{BTreeMap, BTreeSet};

/// How often one path is opened with different questions behind it.
const QUESTIONS: usize = 3;

/// Follows every link and every form's address from a page on, and keeps what was found.
pub async fn surf(browser: &mut Browser<'_>, starts: &[&str], most: usize) -> BTreeMap<String, Answer> {
    let mut ahead: Vec<String> = starts.iter().map(|start| (*start).to_owned()).collect();
    let mut known: BTreeSet<String> = ahead.iter().cloned().collect();
    let mut asked: BTreeMap<String, usize> = BTreeMap::new();
    let mut found = BTreeMap::new();
    while let Some(path) = ahead.pop()
        && found.len() < most
    {
        let answer = browser.get(&path).await;
        for link in links(&answer) {
            let plain = link.split('?').next().unwrap_or_default().to_owned();
            let times = asked.entry(plain).or_default();
            if *times < QUESTIONS && known.insert(link.clone()) {
                *times += 1;
                ahead.insert(0, link);
            }
        }
        found.insert(path, answer);
    }
    found
}

/// The addresses in the house that a page leads to; pictures and style sheets hold nobody's words.
fn links(answer: &Answer) -> Vec<String> {
    let mut found: Vec<String> = answer.location.iter().cloned().collect();
    for sign in ["href=\"/", "action=\"/", "formaction=\"/"] {
        for (at, _) in answer.html.match_indices(sign) {
            let rest = &answer.html[at + sign.len() - 1..];
            let link = rest.split('"').next().unwrap_or_default().replace("&amp;", "&");
            found.push(link.split('#').next().unwrap_or_default().to_owned());
        }
    }
    found.retain(|link| link.starts_with('/') && !link.starts_with("//") && !link.starts_with("/s/"));
    found
}
