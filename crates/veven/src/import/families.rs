//! Families from four CSV files (`docs/import-families.md`). Running it again makes no doubles: a family is known by
//! the sender's key, a person by key or identity number. Each family comes whole or not at all.

use super::report::Report;
use super::{Language, files, random};
use crate::folder::Folder;
use access::{Line, LineOutcome, Visit};
use dossier::*;
use exchange::Arg;
use exchange::families::{
    FamilyImport, FamilyRow, FamilyStatus, Home, PersonRow, Protection as ReadProtection,
    RelationKind as ReadKind, RelationRow, Residence as ReadResidence, Responsibility as ReadResponsibility,
    Role as ReadRole, ServiceRow, read_families,
};
use jiff::Timestamp;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use store::{Numbered, Secret, Store};
use web::Texts;

/// Families are written side by side, so that several share one write to the disk.
const SIDE_BY_SIDE: usize = 8;

/// A family of the files with all that belongs to it.
struct Sent<'a> {
    family: &'a FamilyRow,
    persons: Vec<&'a PersonRow>,
    relations: Vec<&'a RelationRow>,
    services: Vec<&'a ServiceRow>,
}

/// What is to become of a family of the files.
enum Fit {
    /// It comes in.
    New,
    /// It is here already.
    Known,
    /// Somebody in it is in another dossier; a person must look.
    Elsewhere,
}

/// Looks at a folder, and takes it in when asked to. Answers whether everything in it is sound.
///
/// # Errors
/// The folder or the store cannot be read or written, or the house does not allow what a row says.
pub fn run(path: &Path, data: &Path, commit: bool, language: Language) -> anyhow::Result<bool> {
    let texts = Texts::load()?;
    let report = Report::new(&texts, language.lang());
    let sent = files(path, &[".csv"])?;
    let folder = Folder::existing(data)?;
    let now = Moment::of(Timestamp::now());
    let import = read_families(&sent, now.today);
    let mut faults = report.findings(&import.findings);
    let families = gather(&import);
    let mut new = Vec::new();
    let mut known = 0;
    for family in families {
        match fit(&folder.store, &family)? {
            Fit::New => new.push(family),
            Fit::Known => known += 1,
            Fit::Elsewhere => {
                faults = true;
                let row = Arg::Number(family.family.place.row);
                let file = Arg::Text(family.family.place.file.to_string());
                report.say("import-run-elsewhere", &[("file", file), ("row", row)]);
            }
        }
    }
    let across = import.relations.len() - new.iter().map(|family| family.relations.len()).sum::<usize>();
    let count = |number: usize| Arg::Number(number as u64);
    let people = new.iter().map(|family| family.persons.len()).sum();
    let numbers = [("families", count(new.len())), ("people", count(people)), ("known", count(known))];
    report.say("import-run-ready", &numbers);
    let without = new.iter().filter(|family| family.family.status == FamilyStatus::Active).count();
    if without > 0 {
        report.say("import-run-without-coordinator", &[("families", count(without))]);
    }
    if known == 0 && across > 0 {
        report.say("import-run-across", &[("relations", count(across))]);
    }
    if !commit {
        report.say("import-run-nothing-written", &[]);
        return Ok(!faults);
    }
    let (written, left_out) = write(&folder, now, &new)?;
    report.say("import-run-written", &[("families", count(written))]);
    if left_out > 0 {
        report.say("import-run-addresses-left-out", &[("addresses", count(left_out))]);
    }
    Ok(!faults)
}

/// Puts the rows of each family together. A relation between two families is nobody's: the two stay two dossiers.
fn gather(import: &FamilyImport) -> Vec<Sent<'_>> {
    let mut sent: Vec<Sent<'_>> = import
        .families
        .iter()
        .map(|family| Sent { family, persons: Vec::new(), relations: Vec::new(), services: Vec::new() })
        .collect();
    let place: HashMap<&str, usize> =
        import.families.iter().enumerate().map(|(place, family)| (family.key.as_str(), place)).collect();
    let mut home: HashMap<&str, usize> = HashMap::new();
    for person in &import.persons {
        let Some(&at) = place.get(person.family.as_str()) else { continue };
        for key in std::iter::once(&person.key).chain(&person.also) {
            home.insert(key, at);
        }
        sent[at].persons.push(person);
    }
    for relation in &import.relations {
        if let (Some(from), Some(to)) = (home.get(relation.from.as_str()), home.get(relation.to.as_str()))
            && from == to
        {
            sent[*from].relations.push(relation);
        }
    }
    for service in &import.services {
        if let Some(at) = home.get(service.person.as_str()) {
            sent[*at].services.push(service);
        }
    }
    // A family without anybody has nothing to be a dossier about; it has been told.
    sent.retain(|family| !family.persons.is_empty());
    sent
}

fn fit(store: &Store, sent: &Sent<'_>) -> anyhow::Result<Fit> {
    if !store.by_source(&format!("family:{}", sent.family.key))?.is_empty() {
        return Ok(Fit::Known);
    }
    for person in &sent.persons {
        let known = match &person.national_id {
            Some(number) => !store.by_number(number.expose())?.is_empty(),
            None => false,
        };
        if known || !store.by_source(&format!("person:{}", person.key))?.is_empty() {
            return Ok(Fit::Elsewhere);
        }
    }
    Ok(Fit::New)
}

/// Writes all families, each in a transaction of its own; killed at any moment, whole families are there. Answers how
/// many were written, and how many addresses were left out.
fn write(folder: &Folder, now: Moment, new: &[Sent<'_>]) -> anyhow::Result<(usize, usize)> {
    let (next, written, left_out) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
    let fault: Mutex<Option<anyhow::Error>> = Mutex::new(None);
    std::thread::scope(|scope| {
        for _ in 0..SIDE_BY_SIDE {
            scope.spawn(|| {
                while let Some(sent) = new.get(next.fetch_add(1, Ordering::Relaxed)) {
                    match one(folder, now, sent) {
                        Ok(out) => {
                            left_out.fetch_add(out, Ordering::Relaxed);
                            written.fetch_add(1, Ordering::Relaxed)
                        }
                        Err(found) => {
                            next.store(new.len(), Ordering::Relaxed);
                            if let Ok(mut fault) = fault.lock() {
                                fault.get_or_insert(found);
                            }
                            return;
                        }
                    };
                }
            });
        }
    });
    match fault.into_inner() {
        Ok(None) => Ok((written.into_inner(), left_out.into_inner())),
        Ok(Some(fault)) => Err(fault),
        Err(_) => Err(anyhow::anyhow!("a thread of the import failed")),
    }
}

/// Writes one family. Answers how many addresses were left out.
fn one(folder: &Folder, now: Moment, sent: &Sent<'_>) -> anyhow::Result<usize> {
    let family = FamilyId::new(random());
    let Written { entries, numbered, left_out } = entries(folder, now, family, sent)?;
    let mut categories: Vec<Category> = entries.iter().map(|entry| entry.category).collect();
    categories.sort();
    categories.dedup();
    let line = Line {
        visit: Visit {
            actor: ActorId::new(0),
            role: Role::System,
            service: None,
            moment: now,
            request: random(),
            session: None,
        },
        act: "import",
        families: vec![family],
        categories,
        ground: "import",
        outcome: LineOutcome::Changed,
    };
    folder.store.load_numbered(vec![(family, entries)], &numbered, vec![line])?;
    Ok(left_out)
}

/// A family as it is written.
struct Written {
    entries: Vec<Entry>,
    numbered: Vec<Numbered>,
    /// Addresses that would tell where somebody with a strictly confidential one lives.
    left_out: usize,
}

/// The entries of a family, made by the same rules as everything else.
fn entries(folder: &Folder, now: Moment, family: FamilyId, sent: &Sent<'_>) -> anyhow::Result<Written> {
    let mut random = random;
    let author = Author { actor: ActorId::new(0), role: Role::System, service: None };
    let limits = folder.rules.limits(now.today);
    let mut scribe = Scribe { moment: now, author, limits, random: &mut random };
    let refused = |refusal: Refusal| {
        anyhow::anyhow!("family in {}, row {}: {refusal:?}", sent.family.place.file, sent.family.place.row)
    };
    let mut dossier = Dossier::fold(family, []);
    let add = |dossier: &mut Dossier, entries: Vec<Entry>| {
        let seq = dossier.version();
        let numbered = entries
            .into_iter()
            .zip(seq + 1..)
            .map(|(entry, seq)| std::sync::Arc::new(Entry { seq, ..entry }));
        *dossier = dossier.clone().with(numbered);
    };
    let opening = Command::Open(Box::new(opening(folder, now, sent)));
    let change = decide(&dossier, opening, &mut scribe).map_err(refused)?;
    // The place in the queue follows the day on which help was asked for, which is before today.
    let opened = change.entries.into_iter().map(|mut entry| {
        if let Payload::Course(course) = &mut entry.payload {
            course.since = sent.family.received;
        }
        entry
    });
    add(&mut dossier, opened.collect());
    let people: HashMap<&str, PersonId> = Extract::whole(&dossier)
        .all::<Person>()
        .zip(&sent.persons)
        .flat_map(|(person, row)| {
            let id = PersonId::from(person.id());
            std::iter::once(row.key.as_str())
                .chain(row.also.iter().map(String::as_str))
                .map(move |key| (key, id))
        })
        .collect();
    let mut commands: Vec<Command> = Vec::new();
    for row in &sent.relations {
        if let (Some(&from), Some(&to)) = (people.get(row.from.as_str()), people.get(row.to.as_str())) {
            commands.push(new(relation(row, from, to), vec![to]));
        }
    }
    for row in &sent.services {
        if let Some(&person) = people.get(row.person.as_str()) {
            let (service, from, until) = (row.service.clone(), Some(row.from), row.to);
            commands.push(new(ServiceLink { person, service, from, until }, vec![person]));
        }
    }
    // After the relations: who shares a home with whom decides whose address may be kept.
    let homes =
        sent.persons.iter().filter_map(|row| Some((*people.get(row.key.as_str())?, row.home.as_ref()?)));
    commands.extend(homes.map(|(person, home)| new(address(person, home), vec![person])));
    commands.extend(stands(folder, now, sent));
    let mut left_out = 0;
    for command in commands {
        match decide(&dossier, command, &mut scribe) {
            Err(Refusal::Rule(Rule::AddressNotKept)) => left_out += 1,
            decided => add(&mut dossier, decided.map_err(refused)?.entries),
        }
    }
    let number = |row: &&PersonRow| {
        let person = *people.get(row.key.as_str())?;
        Some(Numbered { family, person, number: Secret::new(row.national_id?.expose().to_owned()) })
    };
    let numbered = sent.persons.iter().filter_map(number).collect();
    Ok(Written { entries: dossier.entries().cloned().collect(), numbered, left_out })
}

fn new<K: Kind>(kind: K, subjects: Vec<PersonId>) -> Command {
    Command::Write { replaces: None, payload: kind.wrap(), subjects, audience: Audience::Ordinary }
}

fn opening(folder: &Folder, now: Moment, sent: &Sent<'_>) -> Opening {
    let hidden = sent.persons.iter().any(|person| person.protection == ReadProtection::StrictlyConfidential);
    let named = |role| {
        sent.persons
            .iter()
            .find(|person| person.role == role && !person.last_name.is_empty())
            .map(|it| it.last_name.clone())
    };
    let name = named(ReadRole::Child).or_else(|| named(ReadRole::Adult));
    let limits = folder.rules.limits(now.today);
    let reply_by = working_days_after(now.today, limits.door_reply_working_days);
    let code = FamilyId::new(random()).to_string().to_uppercase();
    Opening {
        family: Family {
            name: name.unwrap_or_else(|| sent.family.key.clone()),
            // Of somebody whose address is strictly protected, no place is ever stored.
            district: sent.family.district.clone().filter(|_| !hidden),
            source: Some(sent.family.key.clone()),
        },
        people: sent
            .persons
            .iter()
            .map(|row| Newcomer { person: person(row), services: Vec::new() })
            .collect(),
        request: HelpRequest {
            reference: format!("{}-{}", &code[4..8], &code[8..12]),
            words: format!("Ført over fra tidligere system. Mottatt {}.", sent.family.received),
            wish: String::new(),
            acute: false,
            acute_words: String::new(),
            services: Vec::new(),
            reply_by: Moment::instant(reply_by.to_datetime(jiff::civil::time(15, 30, 0, 0))),
            sent_by: None,
        },
    }
}

fn person(row: &PersonRow) -> Person {
    let (given, surname) = if row.first_name.is_empty() {
        (row.last_name.clone(), String::new())
    } else {
        (row.first_name.clone(), row.last_name.clone())
    };
    let generation = match row.role {
        ReadRole::Child => Generation::Child,
        ReadRole::Adult => Generation::Adult,
    };
    let mut person = Person::named(given, surname, generation);
    person.born = Some(row.birth_date);
    if let Some(language) = &row.language {
        person.language.clone_from(language);
    }
    person.interpreter = row.interpreter.unwrap_or(false);
    person.protection = match row.protection {
        ReadProtection::Open => Protection::Open,
        ReadProtection::Confidential => Protection::Confidential,
        ReadProtection::StrictlyConfidential => Protection::StrictlyConfidential,
    };
    person.source = Some(row.key.clone());
    person
}

fn address(person: PersonId, home: &Home) -> Address {
    Address {
        person,
        street: home.street.clone(),
        postal_code: home.postal_code.clone(),
        place: home.place.clone(),
        from: None,
        until: None,
        note: String::new(),
    }
}

fn relation(row: &RelationRow, from: PersonId, to: PersonId) -> Relation {
    Relation {
        from,
        to,
        relation: match row.kind {
            ReadKind::Parent => RelationKind::Parent,
            ReadKind::StepParent => RelationKind::StepParent,
            ReadKind::FosterParent => RelationKind::FosterParent,
            ReadKind::Guardian => RelationKind::Guardian,
            ReadKind::Grandparent => RelationKind::Grandparent,
            ReadKind::Sibling => RelationKind::Sibling,
        },
        // What was not said opens nothing.
        responsibility: match row.responsibility {
            Some(ReadResponsibility::Shared) => Responsibility::Joint,
            Some(ReadResponsibility::Mother) => Responsibility::Mother,
            Some(ReadResponsibility::Father) => Responsibility::Father,
            Some(ReadResponsibility::None) | None => Responsibility::None,
        },
        residence: match row.residence {
            Some(ReadResidence::Fixed) => Residence::Permanent,
            Some(ReadResidence::Shared) => Residence::Shared,
            Some(ReadResidence::Contact) => Residence::Contact,
            Some(ReadResidence::None) | None => Residence::None,
        },
        share: None,
        from_day: None,
        until: None,
    }
}

/// Where the family stands. The files name no coordinator, and nobody has help here without one: whoever was
/// followed up comes into the queue, with somebody to ring.
fn stands(folder: &Folder, now: Moment, sent: &Sent<'_>) -> Option<Command> {
    match sent.family.status {
        FamilyStatus::Requested => None,
        FamilyStatus::Waiting | FamilyStatus::Active => {
            let directory = access::Archive::directory(&*folder.store);
            let interim =
                directory.with_role(Role::Intake, now.today).first().map(|(helper, _)| helper.id)?;
            let days = folder.rules.limits(now.today).queue_review_days;
            let why = match sent.family.status {
                FamilyStatus::Active => {
                    "Familien ble fulgt opp i det tidligere systemet. Koordinator skal settes."
                }
                _ => "Sto på venteliste i det tidligere systemet.",
            };
            Some(Command::Queue {
                ground: "ordinary".into(),
                why: why.into(),
                review: after(now.today, i32::from(days)),
                interim,
                raised: None,
            })
        }
        FamilyStatus::Closed => Some(Command::Close {
            reason: CloseReason::HandedOver,
            words: "Avsluttet i det tidligere systemet.".into(),
            way_back: String::new(),
        }),
    }
}
