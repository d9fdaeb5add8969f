//! Whether two people may be the same, what changed between two versions, and working days.

use crate::story::*;
use dossier::*;
use jiff::civil::date;
use proptest::prelude::*;

fn person(given: &str, surname: &str, born: Option<&str>) -> Person {
    let mut person = Person::named(given, surname, Generation::Child);
    person.born = born.map(day);
    person
}

#[test]
fn how_alike_two_people_are_goes_by_names_and_birth_date() {
    use Likeness::*;
    let known = || person("Yusuf", "Haddad", Some("2014-03-12"));
    let spelled = |given: &str| person(given, "Haddad", Some("2014-03-12"));
    let numbered = |number: &str| Person { identity: Some(number.into()), ..known() };
    let table = [
        ("the same in all", known(), known(), Likely),
        ("another spelling", known(), person("Yussuf", "Hadad", Some("2014-03-12")), Likely),
        ("day and month turned", known(), person("Yusuf", "Haddad", Some("2014-12-03")), Likely),
        ("married or moved: another surname", known(), person("Yusuf", "Berg", Some("2014-03-12")), Possible),
        ("written down by ear", spelled("Mohamed"), spelled("Mehmaad"), Possible),
        ("a twin", known(), person("Maryam", "Haddad", Some("2014-03-12")), Twins),
        (
            "no birth date on either",
            person("Yusuf", "Haddad", None),
            person("Yusuf", "Haddad", None),
            Possible,
        ),
        ("birth date on one only", known(), person("Yusuf", "Haddad", None), Possible),
        ("another birth date", known(), person("Yusuf", "Haddad", Some("2009-07-30")), Different),
        ("another child", known(), person("Ola", "Nordmann", Some("2014-03-12")), Different),
        ("no name on one", known(), person("", "", Some("2014-03-12")), Different),
        ("one number", numbered("a"), Person { identity: Some("a".into()), ..person("X", "Y", None) }, Same),
        ("two numbers", numbered("a"), numbered("b"), Different),
    ];
    for (name, a, b, expected) in table {
        assert_eq!(likeness(&a, &b), expected, "{name}");
        assert_eq!(likeness(&b, &a), expected, "{name}, the other way round");
    }
}

#[test]
fn only_the_fields_that_changed_are_told_and_a_removal_tells_what_it_was() {
    let before = goal("Ro");
    let after = Goal { sign: "Sover hele natten".into(), ..goal("Ro i heimen") };
    let told = changes(Some(&before.clone().wrap()), &after.wrap());
    let fields: Vec<_> = told.iter().map(|change| change.field.as_str()).collect();
    assert_eq!(fields, ["sign", "words"]);
    assert_eq!(told[0].before, None, "what was empty has no before");
    let fresh: Vec<_> = changes(None, &before.wrap()).into_iter().map(|change| change.field).collect();
    assert_eq!(fresh, ["horizon", "words"], "of a new thing, everything that it says is new");
}

#[test]
fn r23_working_days_leave_out_weekends_and_norwegian_holidays() {
    let holidays = [
        (2026, 1, 1),
        (2026, 4, 2),
        (2026, 4, 3),
        (2026, 4, 5),
        (2026, 4, 6),
        (2026, 5, 1),
        (2026, 5, 14),
        (2026, 5, 17),
        (2026, 5, 24),
        (2026, 5, 25),
        (2026, 12, 25),
        (2026, 12, 26),
    ];
    let mut days = 0;
    let mut on = date(2026, 1, 1);
    while on.year() == 2026 {
        let holiday = holidays.contains(&(on.year(), on.month(), on.day()));
        let weekend = on.weekday().to_monday_one_offset() > 5;
        assert_eq!(is_working_day(on), !holiday && !weekend, "{on}");
        days += i32::from(is_working_day(on));
        on = after(on, 1);
    }
    assert_eq!(days, 253);
}

proptest! {
    #[test]
    fn likeness_is_the_same_from_both_sides(a in "\\PC{0,12}", b in "\\PC{0,12}", c in "[A-Za-zÆØÅæøå -]{0,12}", days in 0i32..900) {
        let born = after(day("2014-01-01"), days).to_string();
        for (x, y) in [
            (person(&a, &c, Some(&born)), person(&b, &c, Some("2014-03-12"))),
            (person(&a, &c, None), person(&b, &c, None)),
            (person(&c, &a, Some("2014-03-12")), person(&c, &b, Some("2014-03-12"))),
        ] {
            prop_assert_eq!(likeness(&x, &y), likeness(&y, &x));
        }
    }

    #[test]
    fn two_who_are_alike_meet_under_some_key(given in "[A-Z][a-zæøå]{2,8}", surname in "[A-Z][a-zæøå]{2,8}", days in 0i32..8000) {
        let born = after(day("2005-01-01"), days);
        let known = person(&given, &surname, Some(&born.to_string()));
        let upper = person(&given.to_uppercase(), &surname.to_lowercase(), Some(&born.to_string()));
        prop_assert_eq!(likeness(&known, &upper), Likeness::Likely);
        let keys = name_keys(&known);
        prop_assert!(name_keys(&upper).iter().any(|key| keys.contains(key)));
        prop_assert!(keys.is_sorted() && keys.windows(2).all(|pair| pair[0] != pair[1]));
    }

    #[test]
    fn a_deadline_in_working_days_falls_on_one_and_later_for_more_days(start in 0i32..20_000, days in 1u16..60) {
        let from = after(day("2000-01-01"), start);
        let due = working_days_after(from, days);
        prop_assert!(is_working_day(due) && due > from);
        prop_assert!(working_days_after(from, days + 1) > due);
        let between = (1..=(due - from).get_days()).filter(|n| is_working_day(after(from, *n))).count();
        prop_assert_eq!(between, usize::from(days));
    }

    #[test]
    fn age_never_falls_and_turns_once_a_year(start in 0i32..20_000, later in 0i32..30_000) {
        let born = after(day("1970-01-01"), start);
        let on = after(born, later);
        let (now, tomorrow) = (age_on(born, on), age_on(born, after(on, 1)));
        prop_assert!(now >= 0 && (tomorrow == now || tomorrow == now + 1));
    }
}
