//! What somebody says about research, over HTTP; and the command that gives it out (R52).

#![expect(clippy::unwrap_used, reason = "a test says what it expects by unwrapping it")]

mod support;

use axum::http::StatusCode;
use dossier::*;
use std::path::{Path, PathBuf};
use support::family::{RANIA, YUSUF, with_marit};
use support::process::{path, runs};
use support::{LEADER, MARIT, Testhouse};

const PAGE: &str = "/min/forskning";

#[tokio::test]
async fn r52_a_no_is_said_and_taken_back_in_one_press_and_the_page_tells_where_it_stands() {
    let house = Testhouse::new();
    let (_, rania, _) = with_marit(&house).await;
    let mut browser = house.session(RANIA, Role::Citizen, None).await;
    assert!(browser.get("/min/innsyn").await.shows("Forskning og statistikk: si ja eller nei"));
    let page = browser.get(PAGE).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.shows("Et nei endrer ingenting i hjelpen") && page.shows("Ingenting er gitt ut"),
        "{}",
        page.text()
    );
    let rania = rania.to_string();
    let said = browser.post_and_follow(PAGE, &[("om", &rania), ("ord", "nei")]).await;
    assert!(
        said.shows("Du har sagt nei.") && said.shows("Rania sa nei") && said.shows("Ikke med"),
        "{}",
        said.text()
    );
    // Another mind, and none.
    let said = browser.post_and_follow(PAGE, &[("om", &rania), ("ord", "ja")]).await;
    assert!(said.shows("Rania sa ja") && !said.shows("Rania sa nei"), "{}", said.text());
    let said = browser.post_and_follow(PAGE, &[("om", &rania), ("ord", "tilbake")]).await;
    assert!(said.shows("Svaret ditt er tatt tilbake.") && !said.shows("Rania sa"), "{}", said.text());
}

#[tokio::test]
async fn r52_what_cannot_be_meant_and_what_is_not_ones_own_to_say_is_told_on_the_page() {
    let house = Testhouse::new();
    let (_, rania, yusuf) = with_marit(&house).await;
    let (rania, yusuf) = (rania.to_string(), yusuf.to_string());
    let mut browser = house.session(YUSUF, Role::Citizen, None).await;
    let not_yours = "Du kan bare svare for deg selv og barn du bestemmer for.";
    for (fields, told) in [
        (vec![("om", yusuf.as_str()), ("ord", "kanskje")], "Trykk på en av knappene"),
        (vec![("om", yusuf.as_str())], "Trykk på en av knappene"),
        (vec![("om", yusuf.as_str()), ("ord", "tilbake")], "Trykk på en av knappene"),
        (vec![("om", rania.as_str()), ("ord", "nei")], not_yours),
        (vec![("om", "zzzzzzzzzzzz"), ("ord", "nei")], not_yours),
        (vec![("om", "<b>"), ("ord", "nei")], not_yours),
        (vec![("ord", "nei")], not_yours),
        // At fifteen he says no for himself, and his parents say yes.
        (vec![("om", yusuf.as_str()), ("ord", "ja")], not_yours),
    ] {
        let answer = browser.post(PAGE, &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        assert!(answer.shows(told), "{fields:?}: {}", answer.text());
    }
    let said = browser.post_and_follow(PAGE, &[("om", &yusuf), ("ord", "nei")]).await;
    assert!(said.shows("Yusuf sa nei"), "{}", said.text());
    let mut marit = house.session(MARIT.actor, Role::Helper, Some(MARIT.service)).await;
    assert_ne!(marit.get(PAGE).await.status, StatusCode::OK);
    assert_ne!(marit.post(PAGE, &[("om", &yusuf), ("ord", "nei")]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn r52_the_leader_reads_what_was_given_out_and_others_do_not() {
    let house = Testhouse::new();
    let mut leader = house.signed_in(LEADER).await;
    assert!(leader.get("/styring").await.shows("Gitt ut til forskning"));
    let mut marit = house.signed_in(MARIT).await;
    assert!(!marit.get("/styring").await.shows("Gitt ut til forskning"));
}

fn demo(folder: &Path) -> PathBuf {
    let data = folder.join("demo");
    runs(&["demo", "--data", path(&data), "--only-make", "--families", "60"], 0);
    data
}

/// The example, in force today.
fn decision(folder: &Path, name: &str, change: impl Fn(String) -> String) -> PathBuf {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/research-decision.toml");
    let today = Moment::of(jiff::Timestamp::now()).today;
    let text = std::fs::read_to_string(example).unwrap();
    let text = text
        .replace("2026-09-15", &after(today, -60).to_string())
        .replace("2026-10-01", &after(today, -30).to_string())
        .replace("2027-09-30", &after(today, 300).to_string())
        .replace("2025-01-01", &after(today, -900).to_string())
        .replace("2026-10-31", &after(today, -1).to_string());
    let file = folder.join(name);
    std::fs::write(&file, change(text)).unwrap();
    file
}

fn journalled(data: &Path) -> (i64, i64) {
    let store = rusqlite::Connection::open(data.join("veven.db")).unwrap();
    let count = |sql: &str| store.query_row(sql, [], |row| row.get(0)).unwrap();
    (
        count("SELECT COUNT(*) FROM journal WHERE act = 'research-export' AND role = 'system'"),
        count("SELECT COUNT(*) FROM research_export"),
    )
}

#[test]
fn r52_the_command_looks_first_then_logs_each_family_and_writes_the_same_rows_again() {
    let folder = tempfile::tempdir().unwrap();
    let data = demo(folder.path());
    let file = decision(folder.path(), "one.toml", |text| text);
    let out = |name: &str| folder.path().join(name);
    let export = |file: &Path, out: &Path, more: &[&str], code| {
        let fixed = ["export", "research", path(file), "--data", path(&data), "--out", path(out)];
        runs(&[&fixed[..], more].concat(), code)
    };
    let before = journalled(&data);
    let told = export(&file, &out("a.csv"), &[], 0);
    assert!(
        told.contains("Rows: ")
            && told.contains("age_band, siblings")
            && told.contains("Nothing was written"),
        "{told}"
    );
    assert!(!out("a.csv").exists());
    assert_eq!(journalled(&data), before);
    export(&file, &out("a.csv"), &["--commit"], 0);
    let rows = std::fs::read_to_string(out("a.csv")).unwrap();
    let head = "child,family,age_band,siblings,two_homes,wait_weeks,services_with_tasks,open_actions,unowned_need,phase";
    assert_eq!(rows.lines().next(), Some(head));
    let families = journalled(&data).0 - before.0;
    assert!(families >= 5 && families < rows.lines().count() as i64, "{families}");
    assert_eq!(journalled(&data).1, before.1 + 1);
    assert!(rows.lines().skip(1).all(|row| row.split(',').next().unwrap().len() == 24), "{rows}");
    for word in ["Haddad", "Lindvik", "Moen", "Granlia", "skole"] {
        assert!(!rows.contains(word), "{word}");
    }
    // What was given out is never written over, and then nothing is logged either.
    let refused = export(&file, &out("a.csv"), &["--commit"], 2);
    assert!(refused.contains("not there yet"), "{refused}");
    assert_eq!(journalled(&data).1, before.1 + 1);
    export(&file, &out("b.csv"), &["--commit"], 0);
    assert_eq!(std::fs::read_to_string(out("b.csv")).unwrap(), rows, "the same decision, the same rows");
    // Another decision: no pseudonym is the same. The same number for something else is refused.
    let other = decision(folder.path(), "two.toml", |text| text.replace("2026/118", "2026/119"));
    export(&other, &out("c.csv"), &["--commit"], 0);
    let others = std::fs::read_to_string(out("c.csv")).unwrap();
    let words = |text: &str| -> Vec<String> {
        let row =
            |row: &str| row.split(',').take(2).filter(|it| *it != "*").map(str::to_owned).collect::<Vec<_>>();
        text.lines().skip(1).flat_map(row).collect()
    };
    assert!(!words(&others).is_empty() && words(&others).iter().all(|word| !words(&rows).contains(word)));
    let same = decision(folder.path(), "three.toml", |text| text.replace("NTNU", "UiT"));
    assert!(export(&same, &out("d.csv"), &["--commit"], 1).contains("three.toml:4: `2026/118`"));
    assert!(!out("d.csv").exists());
    assert!(runs(&["journal", "verify", "--data", path(&data)], 0).contains("whole"));
}

#[test]
fn r52_a_decision_that_is_not_in_force_or_names_what_there_is_not_is_refused_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let data = demo(folder.path());
    let today = Moment::of(jiff::Timestamp::now()).today;
    let (last, until) = (after(today, 300).to_string(), after(today, -1).to_string());
    for (name, from, to, told) in [
        ("over.toml", last.as_str(), until.as_str(), "over.toml:17: it was in force until"),
        ("names.toml", "\"two_homes\"", "\"street\"", "names.toml:26: there is no variable `street`"),
        ("basis.toml", "\"decision\"\n\n# When", "\"wish\"\n\n# When", "basis.toml:13: write `basis`"),
    ] {
        let file = decision(folder.path(), name, |text| {
            assert!(text.contains(from), "{from}");
            text.replace(from, to)
        });
        let out = folder.path().join("none.csv");
        let asked =
            ["export", "research", path(&file), "--data", path(&data), "--out", path(&out), "--commit"];
        let said = runs(&asked, 1);
        assert!(said.contains(told) && said.contains("Nothing was given out"), "{said}");
        assert!(!out.exists());
    }
    let gone = ["export", "research", "/nowhere.toml", "--data", path(&data), "--out", "/tmp/x.csv"];
    assert!(runs(&gone, 2).contains("cannot be read"));
}
