//! What can stand in the way: another process, a newer file, a full disk.

use crate::crash::child;
use crate::town::*;
use access::{ActError, ArchiveError, Denied};
use dossier::*;
use std::process::Command as Program;
use store::chain::Verdict;
use store::{Store, StoreError};

#[test]
fn a_second_process_on_the_same_file_is_refused() {
    let folder = new_folder();
    let path = folder.path().join("veven.db");
    let said = || String::from_utf8(child(&path, "open").output().unwrap().stdout).unwrap();
    let town = Town::at(&path);
    let refused = said();
    assert!(refused.contains("another veven is using"), "{refused}");
    drop(town);
    assert!(said().contains("opened"));
}

#[test]
fn a_store_in_the_same_process_is_refused_while_the_first_is_open() {
    let town = Town::new();
    let second = Store::open(&town.path, MUNICIPALITY, &ring());
    assert!(matches!(second, Err(StoreError::Unusable(_))));
}

#[test]
fn a_file_of_a_newer_program_is_refused_with_what_to_do() {
    let folder = new_folder();
    let path = folder.path().join("veven.db");
    let town = Town::at(&path);
    town.store.set_meta("schema", "3").unwrap();
    drop(town);
    let refused = Store::open(&path, MUNICIPALITY, &ring()).err().unwrap().to_string();
    assert!(refused.contains("newer program") && refused.contains("use that program"), "{refused}");
}

#[test]
fn a_file_of_the_first_tables_becomes_one_of_todays_and_nothing_in_it_is_lost() {
    let town = Town::new();
    let family = town.family("Haddad");
    let tell = |town: &Town, words: &str| {
        wait(town.gate.act(&coordinator(), family, write(strength(words)), new_key(COORDINATOR))).unwrap()
    };
    tell(&town, "Vi synger");
    // As the first tables were: each family with its number of entries, and entries in a second order.
    let town = town.reopened_after(|file| {
        file.execute_batch(
            "ALTER TABLE family ADD COLUMN seq BIGINT NOT NULL DEFAULT 0;
             UPDATE family SET seq = (SELECT MAX(seq) FROM entry WHERE entry.family = family.id);
             CREATE UNIQUE INDEX entry_version ON entry (municipality, family, thing, version);
             UPDATE meta SET value = '1' WHERE name = 'schema'",
        )
        .unwrap();
    });
    assert_eq!(town.store.meta("schema").unwrap().as_deref(), Some("2"));
    tell(&town, "Vi danser");
    let town = town.reopened();
    let view = wait(town.gate.view(&coordinator(), family, "test")).unwrap();
    let told: Vec<&str> = view.sees().all::<Strength>().map(|thing| thing.is.words.as_str()).collect();
    assert_eq!(told, ["Vi synger", "Vi danser"]);
    assert_eq!(town.store.rebuild(false).unwrap(), (1, 0), "lists are what the entries give");
    assert!(matches!(town.store.verify_journal().unwrap(), Verdict::Whole { .. }));
}

#[test]
fn a_file_that_is_no_store_is_refused_and_not_touched() {
    let folder = new_folder();
    let path = folder.path().join("veven.db");
    std::fs::write(&path, "Kjære dagbok\n".repeat(1000)).unwrap();
    let before = std::fs::read(&path).unwrap();
    assert!(Store::open(&path, MUNICIPALITY, &ring()).is_err());
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

/// A small disk of its own in memory; nothing where this user may not have one.
struct Disk(tempfile::TempDir);

impl Disk {
    fn of(megabytes: u32) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let size = format!("size={megabytes}m");
        let mounted = Program::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "tmpfs"])
            .arg(folder.path())
            .output()
            .is_ok_and(|done| done.status.success());
        if !mounted {
            println!("NOT CHECKED with a small disk: this user may not mount one");
        }
        mounted.then_some(Self(folder))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Program::new("umount").arg("--lazy").arg(self.0.path()).status();
    }
}

#[test]
fn on_a_full_disk_nothing_is_written_nothing_is_shown_and_nothing_is_lost() {
    let Some(disk) = Disk::of(20) else { return };
    let town = Town::at(&disk.0.path().join("veven.db"));
    let family = town.family("Haddad");
    let filler = disk.0.path().join("filler");
    let mut size = 16 << 20;
    while std::fs::write(&filler, vec![1; size]).is_err() {
        size -= 64 << 10;
    }
    let mut landed = 0;
    let refused = loop {
        let words = format!("{landed} {}", "lang ".repeat(500));
        match town.act(&coordinator(), family, write(strength(words))) {
            Ok(_) => landed += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(refused, ActError::Archive(ArchiveError::Unavailable(_))), "{refused:?}");
    let mut shown = 0;
    while let Ok(view) = wait(town.gate.view(&coordinator(), family, "plan")) {
        // What little room is left may still take a line or two.
        assert_eq!(view.sees().all::<Strength>().count(), landed);
        shown += 1;
        assert!(shown < 5000, "the disk is full");
    }
    let blind = wait(town.gate.view(&coordinator(), family, "plan"));
    assert!(matches!(blind, Err(Denied::Archive(ArchiveError::Unavailable(_)))), "no journal, no view");
    std::fs::remove_file(&filler).unwrap();
    town.act(&coordinator(), family, write(strength("Vi synger"))).unwrap();
    let town = town.reopened();
    town.store.integrity().unwrap();
    assert!(matches!(town.store.verify_journal().unwrap(), store::chain::Verdict::Whole { .. }));
    assert_eq!(town.store.rebuild(false).unwrap(), (1, 0));
    let view = wait(town.gate.view(&coordinator(), family, "plan")).unwrap();
    assert_eq!(view.sees().all::<Strength>().count(), landed + 1);
}
