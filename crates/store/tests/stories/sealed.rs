//! What must not be read from the file: where somebody lives, and national identity numbers.

use crate::crash::child;
use crate::town::*;
use access::ActError;
use dossier::*;
use std::io::{BufRead, BufReader};
use std::path::Path;
use store::chain::Verdict;
use store::{Numbered, Ring, Secret, Store};

const STREET: &str = "Kanariveien 77";
const PLACE: &str = "Sangfuglvik";
const NOTE: &str = "ring på hos Papegøye";
const NUMBER: &str = "17888912345";

/// The ring after a new key has taken the place of the one of all stories.
pub fn next_ring() -> Ring {
    ring().rotated(Secret::new([8; 32]), jiff::civil::date(2027, 1, 1))
}

fn address(person: PersonId) -> Payload {
    Address {
        person,
        street: STREET.into(),
        postal_code: "4299".into(),
        place: PLACE.into(),
        from: None,
        until: None,
        note: NOTE.into(),
    }
    .wrap()
}

fn people(town: &Town, family: FamilyId) -> Vec<PersonId> {
    let view = wait(town.gate.view(&coordinator(), family, "test")).unwrap();
    view.sees().all::<Person>().map(|person| person.id().into()).collect()
}

fn addresses(town: &Town, family: FamilyId) -> Vec<String> {
    let view = wait(town.gate.view(&coordinator(), family, "test")).unwrap();
    view.sees().all::<Address>().map(|address| address.is.street.clone()).collect()
}

/// Everything that stands in the folder of a store: the file, its log, and what else there may be.
fn bytes(file: &Path) -> Vec<u8> {
    let mut all = Vec::new();
    for file in std::fs::read_dir(file.parent().unwrap()).unwrap() {
        all.extend(std::fs::read(file.unwrap().path()).unwrap());
    }
    all
}

fn holds(bytes: &[u8], canary: &str) -> bool {
    bytes.windows(canary.len()).any(|window| window == canary.as_bytes())
}

fn protect(town: &Town, family: FamilyId, person: PersonId, protection: Protection) {
    let view = wait(town.gate.view(&coordinator(), family, "test")).unwrap();
    let found = view.sees().find::<Person>(person).unwrap();
    let is = Person { protection, ..found.is.clone() };
    let command = rewrite((person.thing(), found.entry.version), is.wrap());
    town.act(&coordinator(), family, command).unwrap();
}

#[test]
fn f24_no_byte_of_an_address_stands_in_any_file_and_it_is_read_back_whole() {
    let town = Town::new();
    let family = town.family("Haddad");
    let mother = people(&town, family)[0];
    let thing = town.act(&coordinator(), family, write(address(mother))).unwrap().thing;
    let moved = Address { note: String::new(), ..whole(&town, family) };
    town.act(&coordinator(), family, rewrite((thing, 1), moved.wrap())).unwrap();
    let check = |town: &Town| {
        let bytes = bytes(&town.path);
        assert!(holds(&bytes, "Haddad"), "the files are read at all");
        for canary in [STREET, "Kanari", PLACE, "Sangfugl", NOTE, "Papeg"] {
            assert!(!holds(&bytes, canary), "{canary}");
        }
    };
    check(&town);
    // The envelope stays readable, so that checks and statistics need no key.
    let body: String = town
        .sql()
        .query_row("SELECT body FROM entry WHERE body LIKE '%\"location\"%' LIMIT 1", [], |row| row.get(0))
        .unwrap();
    assert!(body.contains("\"was\":\"address\"") && body.contains(&mother.to_string()), "{body}");
    let town = town.reopened();
    assert_eq!(addresses(&town, family), [STREET]);
    let view = wait(town.gate.view(&coordinator(), family, "test")).unwrap();
    let first = view.sees().versions(thing)[0].payload.clone();
    assert_eq!(first, address(mother), "also in earlier versions");
    assert_eq!(town.store.rebuild(false).unwrap().1, 0);
    check(&town);
}

fn whole(town: &Town, family: FamilyId) -> Address {
    let view = wait(town.gate.view(&coordinator(), family, "test")).unwrap();
    view.sees().all::<Address>().next().unwrap().is.clone()
}

#[test]
fn a_sealed_value_that_is_moved_to_another_place_does_not_open() {
    for tamper in [
        "UPDATE sealed SET seq = seq - 1",
        "UPDATE sealed SET family = (SELECT MAX(id) FROM family WHERE id <> sealed.family)",
        "UPDATE sealed SET text = substr(text, 1, length(text) - 1) || (CASE substr(text, -1) WHEN '0' THEN '1' ELSE '0' END)",
        "UPDATE data_key SET number = number + 1",
        "DELETE FROM data_key",
    ] {
        let town = Town::new();
        let families = [town.family("Haddad"), town.family("Berg")];
        for family in families {
            let mother = people(&town, family)[0];
            town.act(&coordinator(), family, write(address(mother))).unwrap();
            // The other family has no seal at the place that the first one's is moved to.
            if family == families[0] {
                town.act(&coordinator(), family, write(strength("Ro"))).unwrap();
            }
        }
        let sql = town.sql();
        if tamper.contains("SET family") {
            sql.execute("DELETE FROM sealed WHERE family = $1", [families[1].to_string()]).unwrap();
        }
        assert!(sql.execute(tamper, []).unwrap() > 0, "{tamper}");
        let town = town.reopened();
        let damaged =
            families.iter().any(|family| wait(town.gate.view(&coordinator(), *family, "test")).is_err());
        assert!(damaged, "{tamper}");
    }
}

#[test]
fn r80_a_strictly_confidential_address_is_erased_in_every_version_and_cannot_come_back() {
    let town = Town::new();
    let family = town.family("Haddad");
    let (mother, child) = (people(&town, family)[0], people(&town, family)[1]);
    let lives = Relation {
        from: mother,
        to: child,
        relation: RelationKind::Parent,
        responsibility: Responsibility::Joint,
        residence: Residence::Permanent,
        share: None,
        from_day: None,
        until: None,
    };
    town.act(&coordinator(), family, write(lives.wrap())).unwrap();
    let thing = town.act(&coordinator(), family, write(address(mother))).unwrap().thing;
    let again = Address { note: "to".into(), ..whole(&town, family) };
    town.act(&coordinator(), family, rewrite((thing, 1), again.wrap())).unwrap();
    // Who lives with the protected one is found at the same door.
    town.act(&coordinator(), family, write(address(child))).unwrap();
    let procedure = ContactProcedure { person: mother, words: "Ring politiets vakt".into() };
    town.act(&coordinator(), family, write(procedure.clone().wrap())).unwrap();
    let wrapped: Vec<String> = keys_in(&town);
    assert_eq!(wrapped.len(), 3);
    let before = moment().at;

    protect(&town, family, mother, Protection::StrictlyConfidential);
    let gone = |town: &Town| {
        let view = wait(town.gate.view(&coordinator(), family, "test")).unwrap();
        let earlier = wait(town.gate.view_as_of(&coordinator(), family, before)).unwrap();
        for view in [&view, &earlier] {
            let sees = view.sees();
            assert_eq!(sees.history().filter(|(entry, _)| Address::of(&entry.payload).is_some()).count(), 0);
            assert_eq!(sees.all::<ContactProcedure>().next().unwrap().is, &procedure);
        }
        assert!(view.sees().versions(thing).iter().all(|entry| Removed::of(&entry.payload).is_some()));
    };
    gone(&town);
    // Not only the row: the bytes of the two keys are gone from the file and from its log.
    let left = keys_in(&town);
    assert_eq!(left.len(), 1);
    let (bytes, key) = (bytes(&town.path), |one: &&String| !left.contains(one));
    for erased in wrapped.iter().filter(key) {
        assert!(!holds(&bytes, &erased[..40]), "a wrapped key is still there");
    }
    assert!(holds(&bytes, &left[0][..40]), "the test finds keys that are there");

    // Of the protected one, the coordinator may not even try; of those who live there, it is told why not.
    let again = |person| town.act(&coordinator(), family, write(address(person)));
    assert!(matches!(again(mother), Err(ActError::NotFound)));
    let refused = again(child);
    assert!(matches!(refused, Err(ActError::Refused(Refusal::Rule(Rule::AddressNotKept)))), "{refused:?}");
    // When the protection ends, a new address is kept; what was erased stays erased.
    protect(&town, family, mother, Protection::Open);
    gone(&town);
    town.act(&coordinator(), family, write(address(mother))).unwrap();
    assert_eq!(addresses(&town, family), [STREET]);
    let town = town.reopened();
    assert_eq!(addresses(&town, family), [STREET]);
    assert_eq!(town.store.rebuild(false).unwrap().1, 0, "a store with erased keys is sound");
}

fn keys_in(town: &Town) -> Vec<String> {
    let sql = town.sql();
    let mut statement = sql.prepare("SELECT wrapped FROM data_key WHERE wrapped IS NOT NULL").unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

#[test]
fn r80_a_family_that_is_brought_in_keeps_no_address_of_a_strictly_protected_person() {
    let town = Town::new();
    let family = FamilyId::new(random());
    let person = ThingId::new(random());
    let mut mother = Person::named("Amina", "Haddad", Generation::Adult);
    mother.protection = Protection::StrictlyConfidential;
    let author = Author { actor: ActorId::new(0), role: Role::System, service: None };
    let rules = Rules::parse(include_str!("../../../../knowledge/services/rules.json")).unwrap();
    let mut chance = random;
    let limits = rules.limits(moment().today);
    let scribe = Scribe { moment: moment(), author, limits, random: &mut chance };
    // As no rule of the house would write it.
    let entries = vec![
        scribe.entry(person, 1, vec![person.into()], mother.wrap()),
        scribe.entry(ThingId::new(random()), 1, vec![person.into()], address(person.into())),
    ];
    town.store.load_families(vec![(family, entries)], Vec::new()).unwrap();
    let count = |what: &str| -> i64 { town.sql().query_row(what, [], |row| row.get(0)).unwrap() };
    assert_eq!(count("SELECT COUNT(*) FROM sealed"), 0);
    assert_eq!(count("SELECT COUNT(*) FROM entry"), 2, "that something was said stays");
}

#[test]
fn r106_a_number_is_only_ever_compared_and_stands_in_no_file_and_no_entry() {
    let town = Town::new();
    let families = [town.family("Haddad"), town.family("Berg"), town.family("Vik")];
    for (family, number) in families.iter().zip([NUMBER, NUMBER, "17888912346"]) {
        let person = people(&town, *family)[0];
        let number = Secret::new(number.to_owned());
        town.store.set_number(&Numbered { family: *family, person, number }).unwrap();
    }
    let mut both: Vec<FamilyId> = town.store.by_number(NUMBER).unwrap().iter().map(|it| it.0).collect();
    both.sort();
    let mut expected = families[..2].to_vec();
    expected.sort();
    assert_eq!(both, expected);
    assert_eq!(town.store.by_number("17888912347").unwrap(), []);
    let archive: &dyn access::Archive = &*town.store;
    assert_eq!(wait(archive.same_numbers(families[0])).unwrap(), [families[1]]);
    assert_eq!(wait(archive.same_numbers(families[2])).unwrap(), []);
    let mark = |family| wait(archive.marks(family)).unwrap()[0].1.clone();
    assert_eq!(mark(families[0]), mark(families[1]));
    assert_ne!(mark(families[0]), mark(families[2]));
    let bytes = bytes(&town.path);
    assert!(!holds(&bytes, NUMBER) && !holds(&bytes, &NUMBER[..8]));
    assert!(!format!("{:?}", town.store.by_number(NUMBER)).contains(NUMBER));
}

#[test]
fn one_person_has_one_number_and_the_latest_counts() {
    let town = Town::new();
    let family = town.family("Haddad");
    let person = people(&town, family)[0];
    for number in [NUMBER, "17888912346"] {
        let number = Secret::new(number.to_owned());
        town.store.set_number(&Numbered { family, person, number }).unwrap();
    }
    assert_eq!(town.store.by_number(NUMBER).unwrap(), []);
    assert_eq!(town.store.by_number("17888912346").unwrap(), [(family, person.thing())]);
}

#[test]
fn the_hash_of_the_first_stores_still_finds_a_person() {
    use hmac::{Hmac, KeyInit, Mac};
    let mut mac = Hmac::<sha2::Sha256>::new_from_slice(&[5; 32]).unwrap();
    mac.update(NUMBER.as_bytes());
    let hash: String = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    let folder = new_folder();
    let path = folder.path().join("veven.db");
    let town = Town::at(&path);
    let family = town.family("Haddad");
    let person = people(&town, family)[0];
    let view = wait(town.gate.view(&coordinator(), family, "test")).unwrap();
    let is = Person { identity: Some(hash), ..view.sees().find::<Person>(person).unwrap().is.clone() };
    town.act(&coordinator(), family, rewrite((person.thing(), 1), is.wrap())).unwrap();
    assert_eq!(town.store.by_number(NUMBER).unwrap(), []);
    drop((town, view));
    let ring = ring().with_old_index(Secret::new([5; 32]), jiff::civil::date(2026, 11, 19));
    let store = Store::open(&path, MUNICIPALITY, &ring).unwrap();
    assert_eq!(store.by_number(NUMBER).unwrap(), [(family, person.thing())]);
}

/// A town with addresses and numbers, and what of it a rotation must not touch.
fn town_at(path: &Path, families: usize) -> (Vec<FamilyId>, Vec<String>, Verdict) {
    let town = Town::at(path);
    let made: Vec<FamilyId> = (0..families).map(|_| town.family("Haddad")).collect();
    for family in &made {
        let person = people(&town, *family)[0];
        town.act(&coordinator(), *family, write(address(person))).unwrap();
        let number = Secret::new(NUMBER.to_owned());
        town.store.set_number(&Numbered { family: *family, person, number }).unwrap();
    }
    let (bodies, verdict) = (bodies(&town), town.store.verify_journal().unwrap());
    (made, bodies, verdict)
}

fn bodies(town: &Town) -> Vec<String> {
    let sql = town.sql();
    let mut all: Vec<String> = Vec::new();
    for from in
        ["SELECT body FROM entry ORDER BY family, seq", "SELECT text FROM sealed ORDER BY family, seq"]
    {
        let mut statement = sql.prepare(from).unwrap();
        all.extend(statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap));
    }
    all
}

#[test]
fn a_new_key_takes_the_place_of_the_old_one_also_when_it_is_killed_on_the_way() {
    let folder = new_folder();
    let path = folder.path().join("veven.db");
    let (families, before, verdict) = town_at(&path, 9);
    for killed_after in [1, 2, 3] {
        let mut child = child(&path, "rotate").spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let said = lines.by_ref().filter(|line| line.contains("> anew")).take(killed_after).count();
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(said, killed_after);
        // In the middle, both keys are needed, and both are valid.
        let store = Store::open(&path, MUNICIPALITY, &next_ring()).unwrap();
        assert_eq!(store.uses().unwrap().len(), 2, "after {killed_after} more");
        assert_eq!(store.by_number(NUMBER).unwrap().len(), families.len());
        drop(store);
        let half = next_ring().retired();
        let store = Store::open(&path, MUNICIPALITY, &half).unwrap();
        assert_ne!(store.by_number(NUMBER).unwrap().len(), families.len(), "the old key is still needed");
    }
    let store = Store::open(&path, MUNICIPALITY, &next_ring()).unwrap();
    while store.seal_anew(5).unwrap() > 0 {}
    assert!(store.uses().unwrap().iter().all(|used| used.root == 2));
    store.sweep().unwrap();
    drop(store);
    // From here on, the new key alone opens everything, and the old one nothing.
    let town = Town::with(&path, &next_ring().retired());
    assert_eq!(town.store.verify_journal().unwrap(), verdict, "the journal was not touched");
    assert_eq!(bodies(&town), before, "nor was any entry, nor what is sealed beside it");
    assert_eq!(town.store.by_number(NUMBER).unwrap().len(), families.len());
    for family in &families {
        assert_eq!(addresses(&town, *family), [STREET]);
    }
    assert_eq!(town.store.rebuild(false).unwrap().1, 0);
    drop(town);
    let old = Town::with(&path, &ring());
    assert_eq!(old.store.by_number(NUMBER).unwrap(), []);
    assert!(wait(old.gate.view(&coordinator(), families[0], "test")).is_err());
}

/// What the child does: seals anew, one row of each kind at a time, and says so.
pub fn rotate(file: &Path, say: impl Fn(&str)) {
    let store = Store::open(file, MUNICIPALITY, &next_ring()).unwrap();
    while store.seal_anew(1).unwrap() > 0 {
        say("anew");
        // Slow enough to be killed in the middle, whatever else the machine does.
        std::thread::sleep(std::time::Duration::from_millis(300));
    }
}

#[test]
fn a_key_that_is_not_in_the_ring_is_told_and_nothing_is_sealed_anew_without_it() {
    let folder = new_folder();
    let path = folder.path().join("veven.db");
    town_at(&path, 1);
    let store = Store::open(&path, MUNICIPALITY, &next_ring().retired()).unwrap();
    let fault = store.seal_anew(10).unwrap_err().to_string();
    assert!(fault.contains("key 1"), "{fault}");
}
