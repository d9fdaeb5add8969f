//! A directory of services from HSDS or Open Referral UK (`docs/import-services.md`). A service is known again by the
//! sender's id; only what changed is written.

use super::report::Report;
use super::{Language, files, random};
use crate::folder::Folder;
use access::{Archive, Hours, Service};
use dossier::{Sector, ServiceId};
use exchange::Arg;
use exchange::hsds::{self, Schedule, ServiceStatus, read_services};
use jiff::Timestamp;
use jiff::civil::{Time, Weekday};
use std::collections::HashMap;
use std::path::Path;
use web::Texts;

/// The taxonomy of sectors, by its code in the term.
const SECTOR: &str = "sektor";
/// The term that says that no referral is needed.
const WITHOUT_REFERRAL: &str = "uten_henvisning";

/// Looks at a file or folder, and takes it in when asked to. Answers whether everything in it is sound.
///
/// # Errors
/// The files or the store cannot be read or written.
pub fn run(
    path: &Path,
    data: &Path,
    commit: bool,
    language: Language,
    sector: Option<Sector>,
) -> anyhow::Result<bool> {
    let texts = Texts::load()?;
    let report = Report::new(&texts, language.lang());
    let sent = files(path, &[".json", ".csv"])?;
    let folder = Folder::existing(data)?;
    let import = read_services(&sent);
    let mut faults = report.findings(&import.findings);
    let directory = folder.store.directory();
    let known: HashMap<&str, &Service> = directory
        .services()
        .into_iter()
        .filter_map(|service| Some((service.source.as_deref()?, service)))
        .collect();
    let mut fresh = Vec::new();
    let mut unchanged = 0;
    for read in &import.services {
        if matches!(read.status, Some(ServiceStatus::Defunct | ServiceStatus::Inactive)) {
            report.say("import-run-not-open", &[("name", read.name.as_str().into())]);
            continue;
        }
        let before = known.get(read.id.as_str()).copied();
        let Some(sector) = sector_of(read).or(before.map(|service| service.sector)).or(sector) else {
            faults = true;
            report.say("import-run-no-sector", &[("name", read.name.as_str().into())]);
            continue;
        };
        let id = before.map_or_else(|| ServiceId::new(random()), |service| service.id);
        let service = service(read, id, sector, before);
        if before == Some(&service) { unchanged += 1 } else { fresh.push(service) }
    }
    let count = |number: usize| Arg::Number(number as u64);
    report.say("import-run-services", &[("services", count(fresh.len())), ("known", count(unchanged))]);
    if !commit {
        report.say("import-run-nothing-written", &[]);
        return Ok(!faults);
    }
    folder.store.save_directory(&fresh, &[], Timestamp::now())?;
    report.say("import-run-services-written", &[("services", count(fresh.len()))]);
    Ok(!faults)
}

/// The sector decides the secrecy of what a service writes, so it is never guessed from a name.
fn sector_of(read: &hsds::Service) -> Option<Sector> {
    let about_sector = |term: &&hsds::TaxonomyTerm| {
        let of =
            |text: &Option<String>| text.as_deref().is_some_and(|text| text.eq_ignore_ascii_case(SECTOR));
        of(&term.taxonomy) || term.code.as_deref().is_some_and(|code| Sector::from_code(code).is_some())
    };
    read.terms().filter(about_sector).find_map(|term| Sector::from_code(term.code.as_deref()?))
}

fn service(read: &hsds::Service, id: ServiceId, sector: Sector, before: Option<&Service>) -> Service {
    let without_referral = read.terms().any(|term| term.code.as_deref() == Some(WITHOUT_REFERRAL));
    let age = |age: Option<f64>| age.filter(|age| (0.0..=120.0).contains(age)).map(|age| age as u8);
    let phones = read.phones.iter().chain(read.service_at_locations.iter().flat_map(|place| &place.phones));
    let organization = read.organization.iter().flat_map(|organization| &organization.phones);
    Service {
        id,
        name: read.name.clone(),
        sector,
        description: read.description.clone().unwrap_or_default(),
        phone: phones.chain(organization).map(|phone| phone.number.clone()).next(),
        url: read.url.clone(),
        place: place(read),
        hours: hours(read),
        open_to_all: without_referral,
        from_age: age(read.minimum_age),
        to_age: age(read.maximum_age),
        source: Some(read.id.clone()),
        checked: read.assured_date,
        // What the municipality decides about its own practice is no sender's to change.
        decides: before.map(|before| before.decides.clone()).unwrap_or_default(),
        sets: before.map(|before| before.sets.clone()).unwrap_or_default(),
    }
}

/// The first place, as somebody would say it.
fn place(read: &hsds::Service) -> String {
    let Some(location) = read.locations().next() else { return String::new() };
    let address = location.addresses.first();
    let parts = [
        location.name.as_deref(),
        address.and_then(|address| address.address_1.as_deref()),
        address.and_then(|address| address.city.as_deref()),
    ];
    let mut said: Vec<&str> = Vec::new();
    for part in parts.into_iter().flatten() {
        if !part.trim().is_empty() && !said.contains(&part) {
            said.push(part);
        }
    }
    said.join(", ")
}

/// Weekly hours; what is only on some Mondays of a month stays in the description of whoever sent it.
fn hours(read: &hsds::Service) -> Vec<Hours> {
    let places = read.service_at_locations.iter().flat_map(|place| {
        place.schedules.iter().chain(place.location.iter().flat_map(|location| &location.schedules))
    });
    let mut hours: Vec<Hours> = read.schedules.iter().chain(places).flat_map(weekly).collect();
    hours.sort_by_key(|hours| (hours.weekday, hours.opens, hours.closes));
    hours.dedup();
    hours
}

fn weekly(schedule: &Schedule) -> Vec<Hours> {
    let Some((opens, closes)) =
        schedule.opens_at.zip(schedule.closes_at).filter(|(opens, closes)| opens < closes)
    else {
        return Vec::new();
    };
    let on = |weekday: Weekday, opens: Time, closes: Time| Hours {
        weekday: weekday.to_monday_one_offset(),
        opens,
        closes,
    };
    schedule
        .weekdays()
        .into_iter()
        .filter(|(number, _)| number.is_none())
        .map(|(_, weekday)| on(weekday, opens, closes))
        .collect()
}
