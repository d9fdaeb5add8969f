//! The program as somebody at a terminal meets it: what it refuses, what it keeps, what it says.

#![expect(clippy::unwrap_used, reason = "a test says what it expects by unwrapping it")]

mod support;

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use support::MORNING;
use support::process::*;

fn demo(data: &Path, more: &[&str]) -> String {
    let fixed = ["demo", "--data", path(data), "--only-make", "--families", "30", "--at", MORNING];
    runs(&[&fixed[..], more].concat(), 0)
}

fn journal(data: &Path) -> String {
    runs(&["journal", "verify", "--data", path(data)], 0)
}

fn examples(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name)
}

/// A data folder of a municipality that is no demo, with somebody who answers requests.
fn municipality(folder: &Path) -> PathBuf {
    let data = folder.join("data");
    let mut server =
        serve(&data, &["--name", "Lindvik kommune", "--number", "4299", "--phone", "400 00 120"]);
    server.stop();
    data
}

fn serve(data: &Path, more: &[&str]) -> Server {
    start(&[&["serve", "--data", path(data), "--listen", "127.0.0.1:0"][..], more].concat())
}

#[test]
fn the_demo_is_made_once_kept_afterwards_and_made_anew_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    demo(&data, &[]);
    let first = journal(&data);
    demo(&data, &["--seed", "7"]);
    let kept = journal(&data);
    assert_eq!(first, kept, "a demo that is there stays, whatever the seed");
    demo(&data, &["--seed", "7", "--reset"]);
    assert_ne!(journal(&data), first);
    demo(&data, &["--seed", "198", "--reset"]);
    assert_eq!(journal(&data), first, "the same seed and moment make the same journal");
    let checked = runs(&["check", "--data", path(&data)], 0);
    assert!(checked.contains("30 families") && checked.contains("nothing differs"), "{checked}");
    assert!(runs(&["rebuild", "--data", path(&data), "--dry-run"], 0).contains("lists of 0 would be mended"));
}

#[test]
fn the_demo_is_shown_on_this_machine_only() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    let refused = runs(&["demo", "--data", path(&data), "--listen", "0.0.0.0:0"], 2);
    assert!(refused.contains("on this machine only"), "{refused}");
    assert!(!data.exists());
    demo(&data, &[]);
    let refused = runs(&["serve", "--data", path(&data), "--listen", "0.0.0.0:0"], 2);
    assert!(refused.contains("demo municipality"), "{refused}");
}

#[test]
fn a_store_that_is_no_demo_is_never_shown_as_one_and_never_thrown_away() {
    let folder = tempfile::tempdir().unwrap();
    let data = municipality(folder.path());
    let before = std::fs::read(data.join("veven.db")).unwrap();
    for more in [&[][..], &["--reset"]] {
        let refused = runs(&[&["demo", "--data", path(&data), "--only-make"][..], more].concat(), 2);
        assert!(refused.contains("holds no demo"), "{refused}");
    }
    assert_eq!(std::fs::read(data.join("veven.db")).unwrap(), before);
}

#[test]
fn a_demo_serves_its_pages_and_stops_when_asked_to() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    demo(&data, &[]);
    let arguments = ["demo", "--data", path(&data), "--listen", "127.0.0.1:0", "--at", MORNING];
    let mut server = start(&arguments);
    assert!(server.get("/healthz").starts_with("HTTP/1.1 200"));
    let personas = server.get("/logg-inn");
    for name in ["Rania", "Yusuf", "Amir", "Henrik", "Anna", "Ingrid Solheim", "Mats Aune", "Torunn Haugen"] {
        assert!(personas.contains(name), "{name}");
    }
    assert!(!personas.contains('⟦'), "a persona without words");
    let second = runs(&["serve", "--data", path(&data)], 2);
    assert!(second.contains("another veven is using"), "{second}");
    server.stop();
    assert!(runs(&["journal", "verify", "--data", path(&data)], 0).contains("whole"));
}

#[test]
fn a_municipality_has_no_page_of_personas_and_keeps_its_number() {
    let folder = tempfile::tempdir().unwrap();
    let data = municipality(folder.path());
    let server = serve(&data, &[]);
    assert!(!server.get("/logg-inn").contains("v-person\""));
    drop(server);
    let refused = runs(&["serve", "--data", path(&data), "--number", "0301"], 2);
    assert!(refused.contains("belongs to municipality 4299"), "{refused}");
    std::fs::write(data.join("rules.json"), "{\n  \"limits\": [],\n").unwrap();
    let refused = runs(&["serve", "--data", path(&data)], 2);
    assert!(refused.contains("rules.json") && refused.contains("line "), "{refused}");
}

#[test]
fn a_touched_journal_is_found_also_in_a_copy() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    demo(&data, &[]);
    let whole = journal(&data);
    let (lines, head) = (whole.split_whitespace().nth(4).unwrap(), whole.split_whitespace().last().unwrap());
    let copy = folder.path().join("copy.db");
    let reader = rusqlite::Connection::open(data.join("veven.db")).unwrap();
    reader.execute("VACUUM INTO ?1", [path(&copy)]).unwrap();
    let anchor = format!("{lines}:{head}");
    runs(&["journal", "verify", "--file", path(&copy), "--anchor", &anchor], 0);
    let writer = rusqlite::Connection::open(&copy).unwrap();
    writer.execute("UPDATE journal SET ground = 'consent' WHERE seq = 17", []).unwrap();
    let found = runs(&["journal", "verify", "--file", path(&copy)], 1);
    assert!(found.contains("line 17 is not as it was written"), "{found}");
    reader.execute("VACUUM INTO ?1", [path(&folder.path().join("cut.db"))]).unwrap();
    let cut = folder.path().join("cut.db");
    let last = format!("DELETE FROM journal WHERE seq = {lines}");
    rusqlite::Connection::open(&cut).unwrap().execute(&last, []).unwrap();
    runs(&["journal", "verify", "--file", path(&cut)], 0);
    let found = runs(&["journal", "verify", "--file", path(&cut), "--anchor", &anchor], 1);
    assert!(found.contains("has been cut"), "{found}");
}

#[test]
fn an_anchor_that_was_kept_elsewhere_finds_a_cut_tail_and_a_chain_that_was_computed_anew() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    demo(&data, &[]);
    let anchor = folder.path().join("kept.anchor");
    let written = runs(&["journal", "export", path(&anchor), "--data", path(&data)], 0);
    assert!(written.contains("lines, head "), "{written}");
    runs(&["journal", "export", path(&anchor), "--data", path(&data)], 2);
    let against = |file: &Path, code| {
        runs(&["journal", "verify", "--file", path(file), "--against", path(&anchor)], code)
    };
    let reader = rusqlite::Connection::open(data.join("veven.db")).unwrap();
    let copy = |name: &str| {
        let file = folder.path().join(name);
        reader.execute("VACUUM INTO ?1", [path(&file)]).unwrap();
        let writer = rusqlite::Connection::open(&file).unwrap();
        (file, writer)
    };
    assert!(against(&data.join("veven.db"), 0).contains("are as they were"));
    let (cut, writer) = copy("cut.db");
    writer.execute("DELETE FROM journal WHERE seq > (SELECT MAX(seq) - 3 FROM journal)", []).unwrap();
    assert!(against(&cut, 1).contains("has been CUT"));
    // Somebody who knows the program takes a line out and computes all the hashes after it again.
    let (anew, writer) = copy("anew.db");
    writer.execute("UPDATE journal SET outcome = 'seen', actor = 'nobody' WHERE seq = 17", []).unwrap();
    recompute(&writer);
    let found = against(&anew, 1);
    assert!(found.contains("The journal is whole") && found.contains("Line 17 is NOT as it was"), "{found}");
    let text = std::fs::read_to_string(&anchor).unwrap();
    std::fs::write(&anchor, text.replacen("lines ", "lines 1", 1)).unwrap();
    assert!(against(&data.join("veven.db"), 1).contains("NOT usable"));
}

fn recompute(writer: &rusqlite::Connection) {
    let fields = "seq, at, actor, role, service, act, families, categories, ground, outcome, request";
    let mut statement = writer.prepare(&format!("SELECT {fields} FROM journal ORDER BY seq")).unwrap();
    let rows = statement.query_map([], |row| {
        Ok(store::chain::Kept {
            seq: row.get(0)?,
            at: row.get(1)?,
            actor: row.get(2)?,
            role: row.get(3)?,
            service: row.get(4)?,
            act: row.get(5)?,
            families: row.get(6)?,
            categories: row.get(7)?,
            ground: row.get(8)?,
            outcome: row.get(9)?,
            request: row.get(10)?,
        })
    });
    let lines: Vec<_> = rows.unwrap().map(Result::unwrap).collect();
    let mut before = store::chain::START.to_owned();
    writer.execute_batch("BEGIN").unwrap();
    for line in lines {
        before = line.hash(&before);
        writer.execute("UPDATE journal SET hash = ?1 WHERE seq = ?2", (&before, line.seq)).unwrap();
    }
    writer.execute_batch("COMMIT").unwrap();
}

#[test]
fn families_are_looked_at_first_taken_in_once_and_never_twice() {
    let folder = tempfile::tempdir().unwrap();
    let data = municipality(folder.path());
    let (from, into) = (examples("families"), path(&data));
    let looked = runs(&["import", "families", path(&from), "--data", into], 0);
    assert!(looked.contains("Ingenting er skrevet"), "{looked}");
    assert!(runs(&["check", "--data", into], 0).contains("0 families"));
    let taken = runs(&["import", "families", path(&from), "--data", into, "--commit"], 0);
    assert!(taken.contains("tatt inn"), "{taken}");
    let before = runs(&["check", "--data", into], 0);
    let again = runs(&["import", "families", path(&from), "--data", into, "--commit"], 0);
    assert!(again.contains("blir ikke endret"), "{again}");
    let after = runs(&["check", "--data", into], 0);
    let entries = |text: &str| text.lines().find(|line| line.contains("families with")).unwrap().to_owned();
    assert_eq!(entries(&before), entries(&after));
}

#[test]
fn faults_are_told_with_file_row_and_field_and_never_with_an_identity_number() {
    let folder = tempfile::tempdir().unwrap();
    let data = municipality(folder.path());
    let from = examples("families-with-faults");
    for (language, word) in [("nb", "Ikke tatt inn"), ("nn", "Ikkje"), ("en", "Not taken in")] {
        let arguments = ["import", "families", path(&from), "--data", path(&data), "--language", language];
        let told = runs(&arguments, 1);
        assert!(told.contains(word) && told.contains("persons.csv"), "{told}");
        assert!(!told.contains('⟦'), "{told}");
        let digits = told.split(|letter: char| !letter.is_ascii_digit()).map(str::len).max();
        assert!(digits.is_none_or(|digits| digits < 9), "{told}");
    }
}

fn keys(data: &Path) -> String {
    runs(&["keys", "list", "--data", path(data)], 0)
}

#[test]
fn keys_are_rotated_and_everything_opens_as_before() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    demo(&data, &[]);
    let (before, file) = (runs(&["check", "--data", path(&data)], 0), data.join("veven.keys"));
    let old = std::fs::read_to_string(&file).unwrap();
    let secret = old.split_whitespace().last().unwrap();
    let listed = keys(&data);
    assert!(listed.contains("active") && !listed.contains(secret), "{listed}");
    assert!(!listed.contains("keys of whereabouts: 0"), "the demo has addresses: {listed}");
    let rotated = runs(&["keys", "rotate", "--data", path(&data)], 0);
    assert!(rotated.contains("Key 2 is in use") && !rotated.contains(secret), "{rotated}");
    let new = std::fs::read_to_string(&file).unwrap();
    assert!(!new.contains(secret) && new.contains("1 retired"), "the old key is taken out");
    assert_eq!(runs(&["check", "--data", path(&data)], 0), before, "journal and entries are the same");
    let listed = keys(&data);
    let line = |word: &str| listed.lines().find(|line| line.contains(word)).unwrap().to_owned();
    assert!(line("retired").contains("whereabouts: 0") && !line("active").contains("whereabouts: 0"));
    // The old key opens nothing any longer.
    std::fs::write(&file, &old).unwrap();
    let wrong = runs(&["check", "--data", path(&data)], 1);
    assert!(wrong.contains("damaged"), "{wrong}");
}

#[test]
fn a_rotation_that_was_killed_leaves_a_municipality_that_serves_and_goes_on_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    demo(&data, &[]);
    let before = runs(&["check", "--data", path(&data)], 0);
    for wait in [2, 20, 60] {
        let mut child =
            program(&["keys", "rotate", "--data", path(&data)]).stdout(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        let _ = child.kill();
        child.wait().unwrap();
        assert_eq!(runs(&["check", "--data", path(&data)], 0), before, "killed after {wait} ms");
    }
    runs(&["keys", "rotate", "--data", path(&data)], 0);
    let listed = keys(&data);
    assert!(!listed.contains("decrypt-only"), "{listed}");
    assert_eq!(runs(&["check", "--data", path(&data)], 0), before);
}

#[test]
fn keys_can_be_handed_over_by_systemd_or_named_in_the_settings() {
    let folder = tempfile::tempdir().unwrap();
    let data = municipality(folder.path());
    let credentials = folder.path().join("credentials");
    std::fs::create_dir(&credentials).unwrap();
    std::fs::rename(data.join("veven.keys"), credentials.join("veven.keys")).unwrap();
    let gone = runs(&["check", "--data", path(&data)], 2);
    assert!(gone.contains("veven.keys` is gone"), "{gone}");
    let handed =
        program(&["check", "--data", path(&data)]).env("CREDENTIALS_DIRECTORY", &credentials).output();
    assert_eq!(handed.unwrap().status.code(), Some(0));
    let settings = data.join("veven.toml");
    let text = std::fs::read_to_string(&settings).unwrap();
    let named = format!("keys = \"{}\"\n", path(&credentials.join("veven.keys")));
    std::fs::write(&settings, text + &named).unwrap();
    runs(&["check", "--data", path(&data)], 0);
    assert!(!data.join("veven.keys").exists());
}

#[test]
fn r80_r106_addresses_and_numbers_are_taken_in_sealed_and_a_strictly_confidential_address_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let data = municipality(folder.path());
    let from = folder.path().join("from");
    std::fs::create_dir(&from).unwrap();
    std::fs::write(
        from.join("families.csv"),
        "familie_id;bydel;mottatt;status\nF1;;2026-02-03;forespørsel\n",
    )
    .unwrap();
    std::fs::write(
        from.join("persons.csv"),
        "person_id;familie_id;fodselsnummer;fornavn;etternavn;fodselsdato;rolle;sprak;tolk;adressebeskyttelse;adresse;postnummer;poststed\n\
         P1;F1;17858900034;Mina;Eksempel;1989-05-17;voksen;nb;nei;strengtFortrolig;Hemmelig vei 1;4299;Sangfuglvik\n\
         P2;F1;02891950074;Bo;Eksempel;2019-09-02;barn;nb;nei;ugradert;Kanariveien 77;4299;Sangfuglvik\n\
         P3;F1;;Ola;Eksempel;1987-09-02;voksen;nb;nei;ugradert;Orreveien 3;4299;Sangfuglvik\n",
    )
    .unwrap();
    std::fs::write(
        from.join("relations.csv"),
        "fra_person;til_person;relasjon;foreldreansvar;bosted\nP1;P2;forelder;mor;fast\n",
    )
    .unwrap();
    // Also what the program says to whoever looks for faults, at the lowest level.
    let arguments = ["import", "families", path(&from), "--data", path(&data), "--commit"];
    let taken = said(&program(&arguments).env("VEVEN_LOG", "trace").output().unwrap());
    assert!(taken.contains("strengt fortrolig") && taken.contains("Én adresse er ikke tatt inn"), "{taken}");
    let listed = keys(&data);
    assert!(listed.contains("whereabouts: 1") && listed.contains("identity numbers: 2"), "{listed}");
    let files =
        std::fs::read_dir(&data).unwrap().flat_map(|file| std::fs::read(file.unwrap().path()).unwrap());
    let (files, said) = (files.collect::<Vec<u8>>(), taken.into_bytes());
    for canary in ["Hemmelig", "Kanari", "Orrevei", "Sangfugl", "17858900034", "02891950074"] {
        let holds = |bytes: &[u8]| bytes.windows(canary.len()).any(|at| at == canary.as_bytes());
        assert!(!holds(&files) && !holds(&said), "{canary}");
    }
    // The same people under other keys of the sender are known by their numbers.
    for file in ["families.csv", "persons.csv", "relations.csv"] {
        let text = std::fs::read_to_string(from.join(file)).unwrap();
        std::fs::write(
            from.join(file),
            text.replace("P1", "Q1").replace("P2", "Q2").replace("P3", "Q3").replace("F1", "G1"),
        )
        .unwrap();
    }
    let again = runs(&["import", "families", path(&from), "--data", path(&data), "--commit"], 1);
    assert!(keys(&data).contains("identity numbers: 2"), "{again}");
    runs(&["keys", "rotate", "--data", path(&data)], 0);
    runs(&["import", "families", path(&from), "--data", path(&data), "--commit"], 1);
    assert!(keys(&data).contains("identity numbers: 2"), "known by number also with a new key");
}

/// Many families, one person each.
fn many(folder: &Path, count: usize) -> PathBuf {
    let from = folder.join("many");
    std::fs::create_dir(&from).unwrap();
    let mut families = "familie_id;bydel;mottatt;status\n".to_owned();
    let mut persons =
        "person_id;familie_id;fodselsnummer;fornavn;etternavn;fodselsdato;rolle;sprak;tolk;adressebeskyttelse\n".to_owned();
    for number in 0..count {
        families += &format!("F{number};;2026-03-0{};forespørsel\n", number % 9 + 1);
        persons += &format!(
            "P{number};F{number};;Nr{number};Eksempel{number};19{:02}-05-17;voksen;nb;nei;ugradert\n",
            number % 90 + 10
        );
    }
    std::fs::write(from.join("families.csv"), families).unwrap();
    std::fs::write(from.join("persons.csv"), persons).unwrap();
    from
}

#[test]
fn an_import_that_is_killed_leaves_whole_families_and_goes_on_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let data = municipality(folder.path());
    let from = many(folder.path(), 400);
    let arguments = ["import", "families", path(&from), "--data", path(&data), "--commit"];
    let mut child = program(&arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    std::thread::sleep(Duration::from_millis(700));
    child.kill().unwrap();
    child.wait().unwrap();
    let checked = runs(&["check", "--data", path(&data)], 0);
    assert!(checked.contains("nothing differs"), "{checked}");
    let output = run(&arguments);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{}", said(&output));
    let checked = runs(&["check", "--data", path(&data)], 0);
    assert!(checked.contains("400 families"), "{checked}");
}

#[test]
fn services_are_known_again_and_a_sector_is_never_guessed() {
    let folder = tempfile::tempdir().unwrap();
    let data = municipality(folder.path());
    let file = examples("services").join("services.json");
    let arguments = ["import", "services", path(&file), "--data", path(&data), "--commit"];
    let output = run(&arguments);
    assert!(said(&output).contains("tatt inn"), "{}", said(&output));
    let again = said(&run(&arguments));
    assert!(again.contains("0 tjenester"), "{again}");
    let bare = folder.path().join("bare.json");
    std::fs::write(&bare, r#"[{"id": "s1", "name": "Strikkekafé", "status": "active"}]"#).unwrap();
    let told = runs(&["import", "services", path(&bare), "--data", path(&data), "--commit"], 1);
    assert!(told.contains("«Strikkekafé»") && told.contains("--sector"), "{told}");
    let arguments =
        ["import", "services", path(&bare), "--data", path(&data), "--commit", "--sector", "frivillig"];
    assert!(said(&run(&arguments)).contains("Én tjeneste er tatt inn"));
}

#[test]
fn every_command_has_a_manual() {
    for command in [
        &["serve"][..],
        &["demo"],
        &["import", "families"],
        &["import", "services"],
        &["check"],
        &["keys", "rotate"],
    ] {
        let manual = runs(&[command, &["--help"]].concat(), 0);
        assert!(manual.contains("--data") && manual.len() > 600, "{command:?}: {manual}");
    }
    let manual = runs(&["--help"], 0);
    for part in ["FILES", "EXIT CODES", "ENVIRONMENT", "veven.keys"] {
        assert!(manual.contains(part), "{part}");
    }
}
