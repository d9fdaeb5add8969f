//! The program is killed while people read (F6): whatever page somebody has received, its line is in the journal.

#![expect(clippy::unwrap_used, reason = "a test says what it expects by unwrapping it")]
#![expect(clippy::print_stdout, reason = "the figure that is kept in docs/access-proofs.md")]

mod support;

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use support::MORNING;
use support::process::*;

/// Who read, in different roles: a coordinator family after family, and a mother page after page.
const READERS: [(&str, &str); 2] = [("ingrid", "coordinator"), ("rania", "citizen")];

/// Kills in a run; `VEVEN_KILLS=500` is the figure that is kept in docs/access-proofs.md.
fn kills() -> usize {
    std::env::var("VEVEN_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(8)
}

/// The cookies of somebody who has signed in by the button on the page.
fn sign_in(server: &Server, persona: &str) -> Option<String> {
    let cookies = |answer: &str| -> String {
        let all = answer.lines().filter_map(|line| line.strip_prefix("set-cookie: "));
        let all: Vec<&str> = all.map(|cookie| cookie.split(';').next().unwrap()).collect();
        format!("Cookie: {}\r\n", all.join("; "))
    };
    let page = server.ask("GET", "/logg-inn", "", "")?;
    let form = page.split("<form").find(|form| form.contains(&format!("value=\"{persona}\""))).unwrap();
    let key = form.split("name=\"nokkel\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let body = format!("nokkel={key}&persona={persona}");
    Some(cookies(&server.ask("POST", "/logg-inn", &cookies(&page), &body)?))
}

/// What somebody can read in turn: the address, and what its line in the journal says.
fn pages(server: &Server, persona: &str, cookie: &str) -> Option<Vec<(String, String)>> {
    let page = |address: &str, line: &str| (address.to_owned(), line.to_owned());
    if persona != "ingrid" {
        return Some(vec![page("/min", "home"), page("/min/plan", "plan")]);
    }
    let list = server.ask("GET", "/arbeid/familier", cookie, "")?;
    let links = list.split("href=\"/arbeid/familie/").skip(1).map(|rest| rest.split('"').next().unwrap());
    let mut families: Vec<&str> = links.filter(|family| family.len() == 12).collect();
    families.sort_unstable();
    families.dedup();
    // She says for what she opens each of them, once in her session.
    let token = list.split("name=\"vern\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    for family in &families {
        let body = format!("vern={token}&apne-familie={family}&apne-for=follow-up&apne-til=/arbeid");
        assert!(server.ask("POST", "/hvorfor", cookie, &body)?.starts_with("HTTP/1.1 303"));
    }
    Some(families.iter().map(|family| page(&format!("/arbeid/familie/{family}"), family)).collect())
}

/// What one reader asked for, in turn, and how many of the pages came whole.
#[derive(Default)]
struct Read {
    asked: Vec<String>,
    came: usize,
}

/// Reads page after page until the program answers no more.
fn read(server: &Server, persona: &str, begun: &AtomicUsize) -> Read {
    let mut read = Read::default();
    let Some(cookie) = sign_in(server, persona) else { return read };
    let Some(pages) = pages(server, persona, &cookie) else { return read };
    assert!(pages.len() > 1, "{persona} has pages");
    begun.fetch_add(1, Ordering::Relaxed);
    for (address, line) in pages.iter().cycle() {
        read.asked.push(line.clone());
        let Some(answer) = server.ask("GET", address, &cookie, "") else { return read };
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        read.came += 1;
    }
    read
}

/// What was looked at after a line of the journal, in turn: in which role, and which page; and the last line.
fn looks(data: &Path, after: i64) -> (Vec<(String, String)>, i64) {
    let store = rusqlite::Connection::open(data.join("veven.db")).unwrap();
    let one = "SELECT role, CASE act WHEN 'family' THEN families ELSE act END FROM journal \
               WHERE seq > ?1 AND outcome = 'seen' AND act IN ('family', 'home', 'plan') ORDER BY seq";
    let mut statement = store.prepare(one).unwrap();
    let lines = statement.query_map([after], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let lines = lines.map(Result::unwrap).collect();
    (lines, store.query_row("SELECT MAX(seq) FROM journal", [], |row| row.get(0)).unwrap())
}

#[test]
fn f6_every_page_that_came_has_its_line_in_the_journal_however_the_program_falls() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    let demo =
        ["demo", "--data", path(&data), "--listen", "127.0.0.1:0", "--families", "30", "--at", MORNING];
    runs(&[&demo[..], &["--only-make"]].concat(), 0);
    let (_, mut last) = looks(&data, 0);
    let (chance, mut pages, mut in_flight) = (RandomState::new(), 0, 0);
    for kill in 0..kills() {
        let mut server = start(&demo);
        let id = server.child.id().to_string();
        let begun = AtomicUsize::new(0);
        let all: Vec<Read> = std::thread::scope(|scope| {
            let (server, begun) = (&server, &begun);
            let readers = READERS.map(|(persona, _)| scope.spawn(move || read(server, persona, begun)));
            for _ in 0..1000 {
                if begun.load(Ordering::Relaxed) == READERS.len() {
                    break;
                }
                std::thread::sleep(Duration::from_millis(10));
            }
            std::thread::sleep(Duration::from_micros(chance.hash_one(kill) % 400_000));
            assert!(std::process::Command::new("kill").args(["-KILL", &id]).status().unwrap().success());
            readers.map(|reader| reader.join().unwrap()).into()
        });
        server.child.wait().unwrap();
        let (lines, newest) = looks(&data, last);
        last = newest;
        for (read, (_, role)) in all.iter().zip(READERS) {
            let theirs = lines.iter().filter(|(of, _)| of == role);
            let theirs: Vec<&String> = theirs.map(|(_, page)| page).collect();
            let asked: Vec<&String> = read.asked.iter().collect();
            assert!(theirs.len() >= read.came, "{} pages came, {} lines", read.came, theirs.len());
            assert_eq!(theirs, asked[..theirs.len()], "the lines tell the pages, in turn");
            pages += read.came;
            in_flight += theirs.len() - read.came;
        }
    }
    runs(&["journal", "verify", "--data", path(&data)], 0);
    println!(
        "{} kills: {pages} pages came, each has its line; {in_flight} lines of pages that did not come",
        kills()
    );
    assert!(pages > kills(), "the readers got something: {pages}");
}
