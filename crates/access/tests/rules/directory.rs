//! Who is who: roles for a time, who can be asked, who answers for a right.

use crate::support::story::*;
use crate::support::*;
use access::*;
use dossier::*;
use jiff::civil::Weekday;

fn service(id: ServiceId, name: &str, decides: Vec<Decides>, sets: &[(&str, &str)]) -> Service {
    let row = serde_json::json!({ "id": id, "name": name, "sector": Sector::School });
    let sets = sets.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
    Service { decides, sets, ..serde_json::from_value(row).unwrap() }
}

fn works(id: ActorId, name: &str, held: &[(Role, ServiceId, u8, &str, Option<&str>)]) -> Helper {
    let assignments = held.iter().map(|&(role, service, percent, from, until)| Assignment {
        role,
        service,
        from: day(from),
        until: until.map(day),
        percent,
    });
    let row = serde_json::json!({ "id": id, "name": name, "title": "", "assignments": [] });
    Helper { assignments: assignments.collect(), ..serde_json::from_value(row).unwrap() }
}

fn town() -> Directory {
    let machine =
        Automatic { from: day("2026-08-01"), basis: "§ 3".into(), decided: "Kommunestyret".into() };
    let decides = vec![
        Decides { right: "kindergarten".into(), automatic: Some(machine) },
        Decides { right: "cabin".into(), automatic: None },
    ];
    let (school, home) = ((Role::Helper, SCHOOL), (Role::Helper, HEALTH_STATION));
    Directory::new(
        vec![
            service(SCHOOL, "Fjell skole", decides, &[("age", "12")]),
            service(HEALTH_STATION, "Helsestasjonen", vec![], &[("grant", "2000")]),
        ],
        vec![
            works(TEACHER, "Tore Lie-Berg", &[(school.0, school.1, 40, "2020-01-01", None)]),
            works(NURSE, "Nina", &[(home.0, home.1, 100, "2020-01-01", None)]),
            works(SUBSTITUTE, "Siri Li", &[(school.0, school.1, 80, "2026-03-01", Some("2026-11-19"))]),
            works(NEIGHBOUR, "Nabo Vik", &[(Role::Volunteer, RED_CROSS, 0, "2020-01-01", None)]),
            works(LEADER, "Liv Dahl", &[(Role::Leader, SCHOOL, 100, "2020-01-01", None)]),
        ],
    )
}

#[test]
fn r72_a_role_holds_from_its_first_day_through_its_last_in_its_own_service() {
    let town = town();
    for (on, expected) in
        [("2026-02-28", false), ("2026-03-01", true), ("2026-11-19", true), ("2026-11-20", false)]
    {
        let siri = Author { actor: SUBSTITUTE, role: Role::Helper, service: Some(SCHOOL) };
        let on = day(on);
        let of = |who| Visit { ..visit(who, morning(on)) };
        assert_eq!(town.holds(&of(siri)), expected, "{on}");
        assert_eq!(town.asked_in(SUBSTITUTE, SCHOOL, on).is_some(), expected, "{on}");
        assert_eq!(town.with_role(Role::Helper, on).iter().any(|it| it.0.id == SUBSTITUTE), expected);
        assert!(!town.holds(&of(Author { role: Role::Coordinator, ..siri })));
        assert!(!town.holds(&of(Author { service: Some(HEALTH_STATION), ..siri })));
    }
}

#[test]
fn those_who_can_be_asked_are_helpers_and_volunteers_in_their_own_service_by_name() {
    let (town, on) = (town(), day("2026-11-01"));
    let names: Vec<&str> = town.askable(on).iter().map(|(helper, _)| helper.given()).collect();
    assert_eq!(names, ["Nabo", "Nina", "Siri", "Tore"]);
    let helpers: Vec<ActorId> = town.with_role(Role::Helper, on).iter().map(|it| it.0.id).collect();
    assert_eq!(helpers, [NURSE, SUBSTITUTE, TEACHER]);
    assert_eq!(town.asked_in(TEACHER, SCHOOL, on).unwrap().name, "Tore Lie-Berg");
    assert!(town.asked_in(TEACHER, HEALTH_STATION, on).is_none());
    assert!(town.asked_in(LEADER, SCHOOL, on).is_none());
    let initials = |id| town.helper(id).unwrap().initials();
    assert_eq!([initials(TEACHER), initials(NURSE), initials(LEADER)], ["TB", "N", "LD"]);
}

#[test]
fn an_application_goes_to_whoever_works_most_where_the_right_is_decided() {
    let town = town();
    let receiver = |right, on| town.receiver(right, day(on)).map(|(at, who)| (at.id, who.id));
    assert_eq!(receiver("kindergarten", "2026-11-01"), Some((SCHOOL, SUBSTITUTE)));
    assert_eq!(receiver("cabin", "2026-11-20"), Some((SCHOOL, TEACHER)), "who is still there");
    assert_eq!(receiver("benefit", "2026-11-01"), None);
    let machine = |right, on| town.automatic(right, day(on)).map(|it| it.basis.as_str());
    assert_eq!(machine("kindergarten", "2026-07-31"), None);
    assert_eq!(machine("kindergarten", "2026-08-01"), Some("§ 3"));
    assert_eq!(machine("cabin", "2026-08-01"), None, "a person says it");
    assert_eq!(town.sets().collect::<Vec<_>>(), [("age", "12"), ("grant", "2000")]);
    let monday =
        Hours { weekday: 1, opens: jiff::civil::time(8, 0, 0, 0), closes: jiff::civil::time(15, 0, 0, 0) };
    assert!(monday.on(Weekday::Monday) && !monday.on(Weekday::Sunday));
}
