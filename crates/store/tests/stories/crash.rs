//! A child process writes and says what was acknowledged; it is killed, frozen or starved, and what is left in
//! the file must hold all of it.

use crate::town::*;
use dossier::*;
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command as Program, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use store::chain::Verdict;

const FILE: &str = "VEVEN_TEST_FILE";
const DOES: &str = "VEVEN_TEST_DOES";

/// What a child does, in a process of its own: this test again, alone.
pub fn child(file: &Path, does: &str) -> Program {
    let mut program = Program::new(std::env::current_exe().unwrap());
    program.args(["--exact", "crash::in_a_process_of_its_own", "--ignored", "--nocapture"]);
    program.env(FILE, file).env(DOES, does).stdout(Stdio::piped()).stderr(Stdio::null());
    program
}

#[test]
#[ignore = "what the tests beside it start"]
fn in_a_process_of_its_own() {
    let Some(file) = std::env::var_os(FILE).map(PathBuf::from) else { return };
    match std::env::var(DOES).unwrap().as_str() {
        "open" => match store::Store::open(&file, MUNICIPALITY, &ring()) {
            Ok(_) => say("opened"),
            Err(error) => say(&error.to_string()),
        },
        "rotate" => crate::sealed::rotate(&file, say),
        does => work(&Town::at(&file), does.parse().unwrap()),
    }
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "> {line}").and_then(|()| out.flush()).unwrap();
}

/// Four threads write and read: for ever, or with long words until each has been refused so many times.
fn work(town: &Town, refusals: usize) {
    let rest = if refusals > 0 { " længe".repeat(600) } else { String::new() };
    let families = loop {
        let families: Vec<FamilyId> = wait(town.gate.families(&coordinator())).unwrap();
        if families.len() >= 12 {
            break families;
        }
        town.family("Haddad");
    };
    say("ready");
    std::thread::scope(|scope| {
        for thread in 0..4usize {
            let (families, rest) = (&families, &rest);
            scope.spawn(move || {
                let mut refused = 0;
                for number in 0.. {
                    let family = families[(thread + number) % families.len()];
                    let words = format!("{:016x}", random());
                    let act = write(strength(format!("{words}{rest}")));
                    match wait(town.gate.act(&coordinator(), family, act, key(COORDINATOR, &words, &words))) {
                        Ok(acted) => say(&format!("wrote {family} {words} {}", acted.thing)),
                        Err(_) => refused += 1,
                    }
                    let visit = coordinator();
                    let seen = if number % 3 == 0 {
                        wait(town.gate.views(&visit, families, "list")).is_ok()
                    } else {
                        wait(town.gate.view(&visit, family, "plan")).is_ok()
                    };
                    if seen {
                        say(&format!("saw {:016x}", visit.request));
                    }
                    if refusals > 0 && refused >= refusals {
                        break;
                    }
                }
            });
        }
    });
    say("gave up");
}

/// What a child has said so far.
#[derive(Default)]
struct Heard {
    wrote: Vec<(FamilyId, String, ThingId)>,
    saw: Vec<String>,
    gave_up: bool,
}

impl Heard {
    fn line(&mut self, line: &str) {
        match line.split(' ').collect::<Vec<_>>().as_slice() {
            ["wrote", family, words, thing] => {
                self.wrote.push((family.parse().unwrap(), (*words).into(), thing.parse().unwrap()));
            }
            ["saw", request] => self.saw.push((*request).into()),
            ["gave", "up"] => self.gave_up = true,
            _ => {}
        }
    }
}

/// The lines of a child, as they come. A last line that was cut off is none.
fn lines(child: &mut Child) -> Receiver<String> {
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let (lines, heard) = channel();
    std::thread::spawn(move || {
        let mut line = String::new();
        while out.read_line(&mut line).is_ok_and(|length| length > 0) && line.ends_with('\n') {
            // The test program says things of its own in between, not always on a line of their own.
            if let Some((_, said)) = line.trim_end().split_once("> ") {
                let _ = lines.send(said.to_owned());
            }
            line.clear();
        }
    });
    heard
}

/// Opens what is left, and finds everything that was acknowledged, once.
fn check(path: &Path, heard: &Heard) {
    let town = Town::at(path);
    town.store.integrity().unwrap();
    let verdict = town.store.verify_journal().unwrap();
    assert!(matches!(verdict, Verdict::Whole { .. }), "{verdict:?}");
    let (_, differ) = town.store.rebuild(false).unwrap();
    assert_eq!(differ, 0, "lists equal a rebuild");
    let sql = town.sql();
    let torn: i64 = sql
        .query_row(
            "SELECT COUNT(*) FROM family f WHERE (SELECT COUNT(*) FROM entry e WHERE e.family = f.id) \
             <> COALESCE((SELECT MAX(seq) FROM entry e WHERE e.family = f.id), -1)",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(torn, 0, "entries have no holes");
    let mut found: HashMap<(FamilyId, String), Vec<ThingId>> = HashMap::new();
    for family in wait(town.gate.families(&coordinator())).unwrap() {
        let view = wait(town.gate.view(&coordinator(), family, "test")).unwrap();
        for thing in view.sees().all::<Strength>() {
            let words = thing.is.words.split(' ').next().unwrap().to_owned();
            found.entry((family, words)).or_default().push(thing.id());
        }
    }
    for (family, words, thing) in &heard.wrote {
        assert_eq!(found.get(&(*family, words.clone())), Some(&vec![*thing]), "{words} is there, once");
    }
    let mut line = sql.prepare("SELECT 1 FROM journal WHERE request = $1 AND outcome = 'seen'").unwrap();
    for request in &heard.saw {
        assert!(line.exists([request]).unwrap(), "look {request} has its line");
    }
    // Whoever did not hear the answer sends the form again.
    for (family, words, thing) in heard.wrote.iter().rev().take(3) {
        let form = key(COORDINATOR, words, words);
        let again = wait(town.gate.act(&coordinator(), *family, write(strength(words)), form)).unwrap();
        assert!(again.repeated && again.thing == *thing, "{words} is known by its key");
    }
}

/// A number that differs each time; what went wrong is told by the state that is left, not by a seed.
fn chance(below: u64) -> u64 {
    random() % below
}

fn kills() -> usize {
    std::env::var("VEVEN_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(60)
}

#[test]
fn acknowledged_writes_survive_kills_at_any_moment() {
    let (mut wrote, mut saw) = (0, 0);
    for begin in (0..kills()).step_by(10) {
        let folder = new_folder();
        let path = folder.path().join("veven.db");
        let mut heard = Heard::default();
        for _ in begin..kills().min(begin + 10) {
            let mut child = child(&path, "0").spawn().unwrap();
            let lines = lines(&mut child);
            // Sometimes before it is ready, mostly in the middle of its work.
            if chance(5) > 0 {
                for _ in 0..=chance(20) {
                    heard.line(&lines.recv_timeout(Duration::from_secs(30)).unwrap());
                }
            }
            std::thread::sleep(Duration::from_micros(chance(20_000)));
            child.kill().unwrap();
            child.wait().unwrap();
            lines.iter().for_each(|line| heard.line(&line));
            check(&path, &heard);
        }
        wrote += heard.wrote.len();
        saw += heard.saw.len();
    }
    println!("{} kills; {wrote} acknowledged writes and {saw} looks are all there", kills());
    assert!(wrote > kills() && saw > kills(), "the children got something done: {wrote} and {saw}");
}

/// The log's header has random numbers that change when the log begins anew.
fn salt(log: &[u8]) -> Option<&[u8]> {
    log.get(16..24)
}

#[test]
fn a_power_cut_that_loses_or_tears_what_was_not_synchronised_loses_nothing_acknowledged() {
    let folder = new_folder();
    let path = folder.path().join("veven.db");
    let log = folder.path().join("veven.db-wal");
    let mut child = child(&path, "0").spawn().unwrap();
    let lines = lines(&mut child);
    let mut heard = Heard::default();
    let (mut cuts, mut torn) = (0, 0);
    let signal = |signal: &str, id: u32| {
        assert!(Program::new("kill").args([signal, &id.to_string()]).status().unwrap().success());
    };
    while cuts < 25 {
        let line = lines.recv_timeout(Duration::from_secs(30)).expect("the child writes");
        heard.line(&line);
        lines.try_iter().for_each(|line| heard.line(&line));
        // What was acknowledged until here is in this much of the log, and has been synchronised.
        let before = std::fs::read(&log).unwrap_or_default();
        std::thread::sleep(Duration::from_micros(chance(8_000)));
        signal("-STOP", child.id());
        let (copy, mut tail) = (new_folder(), std::fs::read(&log).unwrap());
        let cut = copy.path().join("veven.db");
        std::fs::copy(&path, &cut).unwrap();
        if salt(&before) != salt(&tail) || tail.len() < before.len() {
            signal("-CONT", child.id());
            continue;
        }
        // The disk may have kept any part of what came after: nothing, some of it, or rubbish. The log is written
        // over from its beginning now and then, so what came after lies between the first and the last change.
        let differs = |at: &usize| before.get(*at) != tail.get(*at);
        let changed = (0..tail.len()).find(differs).zip((0..tail.len()).rfind(differs));
        if let Some((first, last)) = changed {
            torn += 1;
            let kept = first + chance((last - first) as u64 + 1) as usize;
            let lost = &mut tail[kept..=last];
            match chance(3) {
                0 => lost
                    .iter_mut()
                    .zip(kept..)
                    .for_each(|(byte, at)| *byte = before.get(at).copied().unwrap_or(0)),
                1 => lost.fill(0),
                _ => lost.iter_mut().for_each(|byte| *byte ^= 0x5a),
            }
        }
        std::fs::write(copy.path().join("veven.db-wal"), &tail).unwrap();
        check(&cut, &heard);
        cuts += 1;
        signal("-CONT", child.id());
    }
    child.kill().unwrap();
    child.wait().unwrap();
    println!("{cuts} cuts, {torn} of them tore the log; {} writes", heard.wrote.len());
    assert!(torn > 0, "some cut came in the middle of something");
}

#[test]
fn a_file_that_may_not_grow_refuses_and_loses_nothing() {
    let folder = new_folder();
    let path = folder.path().join("veven.db");
    drop(Town::at(&path));
    let inside = child(&path, "3");
    let words: Vec<String> = std::iter::once(inside.get_program())
        .chain(inside.get_args())
        .map(|word| word.to_str().unwrap().to_owned())
        .collect();
    // At most 5 MB for any file, and an error instead of a signal.
    let mut program = Program::new("sh");
    program.args(["-c", "trap '' XFSZ; ulimit -f 10000; exec \"$@\"", "sh"]).args(words);
    program.env(FILE, &path).env(DOES, "3").stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = program.spawn().unwrap();
    let lines = lines(&mut child);
    let mut heard = Heard::default();
    lines.iter().for_each(|line| heard.line(&line));
    assert!(child.wait().unwrap().success(), "the child ended by itself");
    assert!(heard.gave_up && heard.wrote.len() > 100, "{} writes before", heard.wrote.len());
    check(&path, &heard);
}
