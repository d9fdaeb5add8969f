//! The rules of the service directory import, and the official examples.

#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "tests may stop, and say why they skip")]

use exchange::hsds::{ServiceImport, ServiceStatus, read_services};
use exchange::{Problem, Severity};
use jiff::civil::{Weekday, time};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

fn told(import: &ServiceImport) -> Vec<String> {
    let line = |f: &exchange::Finding| {
        let key = f.message_key().trim_start_matches("import-fault-");
        let row = f.row.map_or_else(String::new, |row| format!(":{row}"));
        format!("{:?} {}{row} {} {key}", f.severity, f.file, f.field.as_deref().unwrap_or("-"))
    };
    import.findings.iter().map(line).collect()
}

fn one(json: Value) -> ServiceImport {
    read_services(&[("x.json", json.to_string())])
}

fn service() -> Value {
    json!({"id": "s1", "name": "Helsestasjon", "status": "active"})
}

#[test]
fn a_service_is_read_from_every_shape_that_a_feed_can_have() {
    let page = json!({"total_items": 1, "total_pages": 1, "page_number": 1, "size": 1, "first_page": true, "last_page": true, "empty": false, "contents": [service()]});
    let at_place = json!({"id": "l1", "service": service(), "location": {"id": "p1", "location_type": "physical", "name": "Huset"}});
    let organization = json!({"id": "o1", "name": "Kommunen", "description": "x", "services": [service()]});
    for (shape, places, has_organization) in [
        (service(), 0, false),
        (json!([service()]), 0, false),
        (page, 0, false),
        (at_place.clone(), 1, false),
        (json!({"contents": [at_place]}), 1, false),
        (organization.clone(), 0, true),
        (json!([organization]), 0, true),
    ] {
        let import = one(shape.clone());
        assert_eq!(told(&import), Vec::<String>::new(), "{shape}");
        assert_eq!(import.services.len(), 1, "{shape}");
        let service = &import.services[0];
        assert_eq!(
            (&*service.id, &*service.name, service.status),
            ("s1", "Helsestasjon", Some(ServiceStatus::Active))
        );
        assert_eq!(service.locations().count(), places, "{shape}");
        assert_eq!(service.organization.is_some(), has_organization, "{shape}");
    }
}

#[test]
fn each_faulty_value_is_told_where_it_stands_and_the_service_loads_without_it() {
    for (field, value, expected) in [
        ("url", json!("javascript:alert(1)"), "Rejected x.json url not-a-link"),
        ("url", json!("https://lindvik"), "Rejected x.json url not-a-link"),
        ("url", json!("https://ond@lindvik.example"), "Rejected x.json url not-a-link"),
        ("url", json!("www.lindvik.example"), "Normalised x.json service.url link-read"),
        ("email", json!("post at lindvik"), "Rejected x.json email not-an-email"),
        ("status", json!("open"), "Rejected x.json status not-a-choice"),
        ("status", json!("Active"), "Normalised x.json service.status choice-read"),
        ("assured_date", json!("i fjor"), "Rejected x.json assured_date not-a-date"),
        ("assured_date", json!("20.05.2026"), "Normalised x.json service.assured_date date-read"),
        ("last_modified", json!("2026-05-20T08:30"), "Normalised x.json service.last_modified date-read"),
        ("last_modified", json!("x"), "Rejected x.json last_modified not-a-date"),
        ("minimum_age", json!(-1), "Rejected x.json minimum_age not-a-number"),
        ("minimum_age", json!("12"), "Normalised x.json service.minimum_age type-read"),
        ("minimum_age", json!([]), "Rejected x.json minimum_age wrong-type"),
        ("description", json!({"nb": "x"}), "Rejected x.json description wrong-type"),
        ("description", json!(12), "Normalised x.json service.description type-read"),
        ("phones", json!("12345678"), "Rejected x.json phones wrong-type"),
        ("phones", json!({"id": "p", "number": "1"}), "Normalised x.json service.phones type-read"),
        ("phones", json!([{"id": "p"}]), "Rejected x.json phones[0].number missing"),
        ("phones", json!([{"number": "1"}]), "Told x.json phone.id missing"),
        ("phones", json!([1]), "Rejected x.json phones[0] wrong-type"),
        ("organization", json!("Kommunen"), "Rejected x.json organization wrong-type"),
        (
            "schedules",
            json!([{"id": "a", "byday": "MO,XX"}]),
            "Rejected x.json schedules[0].byday not-a-choice",
        ),
        (
            "schedules",
            json!([{"id": "a", "opens_at": "25:00"}]),
            "Rejected x.json schedules[0].opens_at not-a-time",
        ),
        (
            "schedules",
            json!([{"id": "a", "opens_at": "09:00+01:00"}]),
            "Normalised x.json schedule.opens_at time-zone-cut",
        ),
        (
            "schedules",
            json!([{"id": "a", "valid_from": "2026-02-01", "valid_to": "2026-01-01"}]),
            "Told x.json schedules[0].valid_to end-before-start",
        ),
        ("fee", json!("gratis"), "Told x.json service.fee field-unknown"),
    ] {
        let mut input = service();
        input[field] = value;
        let import = one(input.clone());
        assert_eq!(told(&import), [expected], "{input}");
        assert_eq!(import.services.len(), 1, "{input}");
    }
    let kept = one(json!({"id": "s", "name": "n", "status": "active", "fee": {"a": [1]}}));
    assert_eq!(kept.services[0].other["fee"], json!({"a": [1]}), "unknown fields are kept");
}

#[test]
fn a_service_without_id_or_name_is_rejected_and_the_next_one_loads() {
    let import = one(
        json!([{"id": "a", "status": "active"}, {"name": "b", "status": "active"}, service(), {"id": "c", "name": "C"}, 7, {"x": 1}]),
    );
    let expected = [
        "Rejected x.json [0].name missing",
        "Rejected x.json [1].id missing",
        "Told x.json service.status missing",
        "Rejected x.json [4] not-recognised",
        "Rejected x.json [5] not-recognised",
    ];
    assert_eq!(told(&import), expected);
    assert_eq!(import.services.iter().map(|s| s.id.as_str()).collect::<Vec<_>>(), ["s1", "c"]);
    assert_eq!(import.services[1].status, None, "an unknown status is never taken for open");
}

#[test]
fn a_page_that_does_not_add_up_is_told() {
    let page = json!({"total_items": 1, "total_pages": 3, "page_number": 2, "size": 5, "first_page": true, "last_page": true, "empty": true, "contents": [service()]});
    let says = |says: &str, found: &str| Problem::EnvelopeCount { says: says.into(), found: found.into() };
    let problems: Vec<Problem> = one(page).findings.into_iter().map(|f| f.problem).collect();
    let expected = [
        says("5", "1"),
        says("true", "false"),
        says("3", "1"),
        says("true", "false"),
        says("true", "false"),
        Problem::MorePages { page: 2, pages: 3 },
    ];
    assert_eq!(problems, expected);
}

#[test]
fn the_same_service_twice_is_one_service_and_the_fuller_one_is_kept() {
    let fuller = json!({"id": "s1", "name": "Helsestasjon", "status": "active", "description": "For barn"});
    for list in [json!([service(), fuller]), json!([fuller, service()])] {
        let import = one(list);
        assert_eq!((import.services.len(), import.services[0].description.as_deref()), (1, Some("For barn")));
        assert_eq!(import.findings.len(), 1);
        assert_eq!(import.findings[0].severity, Severity::Rejected);
    }
    assert_eq!(told(&one(json!([service(), service()]))), ["Told x.json [1] service-twice"]);
    let at = |id: &str| json!({"id": id, "service": service(), "location": {"id": id, "location_type": "physical"}});
    let two_places = one(json!([at("a"), at("b")]));
    assert_eq!(told(&two_places), Vec::<String>::new());
    assert_eq!(two_places.services[0].locations().count(), 2);
}

#[test]
fn broken_files_are_told_and_the_others_are_read() {
    let import = read_services(&[
        ("a.json", "{\"id\": "),
        ("b.json", " "),
        ("c.json", "\"x\""),
        ("d.txt", "?"),
        ("services.csv", "name\nx\n"),
        ("e.json", &service().to_string()),
    ]);
    let expected = [
        "Rejected a.json - json-broken",
        "Rejected b.json - file-empty",
        "Rejected c.json - not-recognised",
        "Told d.txt - file-unknown",
        "Rejected services.csv id column-missing",
    ];
    assert_eq!(told(&import), expected);
    assert_eq!(import.services.len(), 1);
}

#[test]
fn csv_rows_that_hang_on_nothing_are_told() {
    let import = read_services(&[
        (
            "services.csv",
            "id,name,status,organization_id\ns1,Huset,active,o9\ns1,Huset,active,o9\ns1,Hus,active,o9\n,x,active,\n",
        ),
        ("phones.csv", "id,number,service_id\np1,11,s1\np2,22,s9\np3,33,\np4,,s1\n"),
        ("taxonomies.csv", "id,name,description\nt,n,d\n"),
    ]);
    let expected = [
        "Told services.csv:2 organization_id reference-missing",
        "Told services.csv:3 - row-twice",
        "Rejected services.csv:4 id key-twice",
        "Rejected services.csv:5 id missing",
        "Rejected phones.csv:3 service_id reference-missing",
        "Told phones.csv:4 - unattached",
        "Rejected phones.csv:5 number missing",
        "Told taxonomies.csv:2 - unattached",
    ];
    assert_eq!(told(&import), expected);
    assert_eq!(import.services[0].phones.len(), 1);
}

/// The folder with the standards, or `None` with a plain message.
fn standards() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let found = ["../shared/standards", "../../shared/standards"]
        .map(|path| root.join(path))
        .into_iter()
        .find(|p| p.is_dir());
    if found.is_none() {
        eprintln!("skipped: the folder with the standards is not here");
    }
    found
}

fn files_in(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

/// Every text and number in a JSON value.
fn leaves(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::Array(list) => list.iter().for_each(|item| leaves(item, into)),
        Value::Object(fields) => fields.values().for_each(|item| leaves(item, into)),
        Value::String(text) => into.push(text.trim().trim_matches('"').to_owned()),
        Value::Number(number) => into.push(number.as_f64().unwrap_or_default().to_string()),
        Value::Bool(_) | Value::Null => {}
    }
}

#[test]
fn every_official_json_example_is_read_or_recognised() {
    let Some(standards) = standards() else { return };
    for (folder, holds_none) in [
        (
            "hsds-3.0/examples",
            ["base", "location", "taxonomy", "taxonomy_list", "taxonomy_term", "taxonomy_term_list", ""],
        ),
        (
            "oruk-3.0/default",
            [
                "api_details",
                "organization_list",
                "taxonomy",
                "taxonomy_list",
                "taxonomy_term",
                "taxonomy_term_list",
                "",
            ],
        ),
    ] {
        for (name, bytes) in files_in(&standards.join(folder)) {
            let import = read_services(&[(&name, &bytes)]);
            let is_empty = holds_none.contains(&name.trim_end_matches(".json"));
            assert_eq!(import.services.is_empty(), is_empty, "{name}: {:?}", told(&import));
            let without = import.findings.iter().any(|f| matches!(f.problem, Problem::NoServices { .. }));
            assert_eq!(without, is_empty, "{name}: {:?}", told(&import));
            if is_empty {
                continue;
            }
            // Nothing is lost in silence: each value is in what was read, but for those that are told.
            let source: Value = serde_json::from_slice(&bytes).unwrap();
            let source = source.get("contents").unwrap_or(&source).clone();
            let (mut before, mut after) = (vec![], vec![]);
            leaves(&source, &mut before);
            leaves(&serde_json::to_value(&import.services).unwrap(), &mut after);
            leaves(&serde_json::to_value(&import.organizations).unwrap(), &mut after);
            before.retain(|leaf| {
                !after.contains(leaf) && !after.iter().any(|a| a.starts_with(&leaf[..leaf.len().min(10)]))
            });
            let rejected = import.findings.iter().filter(|f| f.severity == Severity::Rejected).count();
            assert!(before.len() <= rejected, "{name} lost {before:?}: {:?}", told(&import));
        }
    }
}

#[test]
fn the_uk_page_whose_size_is_wrong_is_told() {
    let Some(standards) = standards() else { return };
    let bytes = std::fs::read(standards.join("oruk-3.0/default/organization_list.json")).unwrap();
    let import = read_services(&[("organization_list.json", bytes)]);
    assert_eq!((import.services.len(), import.organizations.len()), (0, 10));
    assert!(
        import
            .findings
            .iter()
            .any(|f| f.problem == Problem::EnvelopeCount { says: "1".into(), found: "10".into() })
    );
}

#[test]
fn the_official_csv_example_is_joined_and_its_loose_ends_are_told() {
    let Some(standards) = standards() else { return };
    let import = read_services(&files_in(&standards.join("hsds-3.0/examples/csv")));
    let [service] = &import.services[..] else { panic!("{:?}", told(&import)) };
    assert_eq!(service.phones[0].number, "+44 1234 234567");
    assert_eq!(service.schedules[0].opens_at, Some(time(10, 0, 0, 0)));
    assert_eq!(service.schedules[0].weekdays(), [(None, Weekday::Thursday), (None, Weekday::Friday)]);
    let place = service.locations().next().unwrap();
    assert_eq!(place.addresses[0].postal_code.as_deref(), Some("ABC 1234"));
    assert_eq!(
        (place.latitude, place.longitude),
        (None, Some(101.0)),
        "a latitude of 100 is told and left out"
    );
    assert_eq!(service.organization.as_ref().unwrap().name.as_deref(), Some("Example Organization Inc."));
    for field in ["funding", "required_documents", "contacts", "program"] {
        assert!(service.other.contains_key(field), "{field}");
    }
    let found = told(&import);
    for expected in [
        "Rejected locations.csv:2 latitude not-a-number",
        "Rejected attributes.csv:2 link_id reference-missing",
        "Rejected metadata.csv:2 resource_id reference-missing",
        "Told contacts.csv:2 organization_id reference-missing",
        "Told meta_table_descriptions.csv - no-services",
    ] {
        assert!(found.contains(&expected.to_owned()), "{expected} in {found:#?}");
    }
}
