//! F27: unusual looks in a made-up year of journal for 1,000 staff, with planted snoopers of each kind.
//!
//! What makes it hard is as in life: names that many have, tasks that end, old links that are followed, people who
//! read much and write little, night workers, overtime before a deadline, and new colleagues who read themselves in.

#![expect(clippy::unwrap_used, reason = "a test says what it expects by unwrapping it")]
#![expect(clippy::print_stdout, reason = "whoever looks at a test's output wants to know what was measured")]

#[path = "unusual/year.rs"]
mod year;

use access::unusual::{Alarm, Facts, Trace, Unusual, alarms, sample, week_of};
use access::{Assignment, Directory, Helper, LineOutcome};
use dossier::*;
use jiff::civil::{Date, date};
use std::collections::{BTreeMap, HashMap, HashSet};
use year::Year;

fn rules() -> Rules {
    Rules::parse(include_str!("../../../knowledge/services/rules.json")).unwrap()
}

#[test]
fn f27_of_the_planted_snoopers_four_in_five_are_found_at_five_alarms_a_week_at_most() {
    for seed in [198] {
        let year = Year::of(seed);
        let rules = rules();
        let found = alarms(&year.traces, &year.facts, &year.directory(), rules.watch(date(2026, 1, 1)));
        let is_planted = |alarm: &Alarm| {
            year.planted
                .iter()
                .any(|case| case.actor == alarm.actor && case.first <= alarm.last && alarm.first <= case.last)
        };
        let mut kinds: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for case in &year.planted {
            let seen = found.iter().any(|alarm| {
                case.actor == alarm.actor && case.first <= alarm.last && alarm.first <= case.last
            });
            let count = kinds.entry(case.kind).or_default();
            count.0 += 1;
            count.1 += usize::from(seen);
        }
        let (all, seen) = kinds.values().fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        let mut weeks: BTreeMap<Date, usize> = BTreeMap::new();
        for alarm in &found {
            *weeks.entry(week_of(Moment::day_of(alarm.first))).or_default() += 1;
        }
        let mut false_by: BTreeMap<&str, usize> = BTreeMap::new();
        for alarm in found.iter().filter(|alarm| !is_planted(alarm)) {
            for rule in &alarm.rules {
                *false_by.entry(rule.code()).or_default() += 1;
            }
        }
        let false_alarms = found.iter().filter(|alarm| !is_planted(alarm)).count();
        let (recall, per_week) = (seen as f64 / all as f64, found.len() as f64 / 52.0);
        println!(
            "F27, seed {seed}: {} lines by 1,000 staff; {seen} of {all} planted cases found (recall {:.0} %); {:.1} alarms a week, {} in the fullest; {false_alarms} of {} had a reason",
            year.traces.len(),
            recall * 100.0,
            per_week,
            weeks.values().max().unwrap(),
            found.len(),
        );
        println!("  found by kind: {kinds:?}\n  with a reason, by rule: {false_by:?}");
        assert!(recall >= 0.8, "recall {recall}");
        assert!(per_week <= 5.0, "{per_week} alarms a week");
    }
}

const HELPER: ActorId = ActorId::new(1);
const FAMILY: FamilyId = FamilyId::new(100);

fn helper(id: ActorId, name: &str, until: Option<Date>) -> Helper {
    Helper {
        id,
        name: name.into(),
        title: String::new(),
        phone: None,
        face: None,
        district: Some("Nordbyen".into()),
        vouched: Default::default(),
        assignments: vec![Assignment {
            role: Role::Helper,
            service: ServiceId::new(5),
            from: date(2020, 1, 1),
            until,
            percent: 100,
        }],
    }
}

fn look(line: i64, day: Date, hour: i8, outcome: LineOutcome) -> Trace {
    Trace {
        line,
        at: Moment::instant(day.at(hour, 0, 0, 0)),
        clock: day.at(hour, 0, 0, 0),
        actor: HELPER,
        role: Role::Helper,
        service: Some(ServiceId::new(5)),
        family: Some(FAMILY),
        act: "plan".into(),
        ground: "own-task".into(),
        outcome,
    }
}

fn tasked() -> Facts {
    let task = access::unusual::Task { actor: HELPER, from: date(2026, 1, 1), until: None };
    Facts { surnames: vec!["aune".into()], tasks: vec![task], ..Facts::default() }
}

fn found_by(facts: Facts, helper: Helper, traces: &[Trace]) -> Vec<Unusual> {
    let directory = Directory::new(Vec::new(), vec![helper]);
    let facts = HashMap::from([(FAMILY, facts)]);
    let rules = rules();
    let found = alarms(traces, &facts, &directory, rules.watch(date(2026, 1, 1)));
    found.into_iter().flat_map(|alarm| alarm.rules).collect()
}

#[test]
fn r38_each_rule_finds_what_it_is_for_and_the_ordinary_working_day_is_quiet() {
    let day = date(2026, 6, 10);
    let seen = |line| look(line, day, 10, LineOutcome::Seen);
    let lie = || helper(HELPER, "Kari Lie", None);
    assert_eq!(found_by(tasked(), lie(), &[seen(1), seen(2)]), [], "an ordinary day");
    let own = Facts { accounts: vec![HELPER], ..tasked() };
    assert_eq!(found_by(own, lie(), &[seen(1)]), [Unusual::OwnFamily]);
    let left = helper(HELPER, "Kari Lie", Some(date(2026, 5, 1)));
    assert_eq!(found_by(tasked(), left, &[seen(1)]), [Unusual::RoleEnded]);
    let never = Facts { tasks: Vec::new(), ..tasked() };
    assert_eq!(found_by(never, lie(), &[seen(1)]), [Unusual::NoTask]);
    let ended = |until| {
        let mut facts = tasked();
        facts.tasks[0].until = Some(until);
        facts
    };
    assert_eq!(found_by(ended(date(2026, 4, 1)), lie(), &[seen(1)]), [Unusual::AfterTask]);
    assert_eq!(found_by(ended(date(2026, 6, 8)), lie(), &[seen(1)]), [], "finishing is no crime");
    let aune = || helper(HELPER, "Kari Aune", None);
    assert_eq!(found_by(tasked(), aune(), &[seen(1), seen(2)]), [Unusual::SameName]);
    let wrote = look(3, day, 11, LineOutcome::Changed);
    assert_eq!(found_by(tasked(), aune(), &[seen(1), seen(2), wrote]), [], "it was for work");
    let near = Facts { district: Some("Nordbyen".into()), ..tasked() };
    let days: Vec<Trace> =
        (0..6).map(|it| look(i64::from(it), after(day, it % 2), 10, LineOutcome::Seen)).collect();
    assert_eq!(found_by(near, lie(), &days), [Unusual::Neighbour]);
    let night: Vec<Trace> = (0..4).map(|it| look(it, day, 23, LineOutcome::Seen)).collect();
    assert_eq!(found_by(tasked(), lie(), &night), [Unusual::AtNight]);
    let many = |outcome| -> Vec<Trace> {
        (0..12_u32)
            .map(|it| Trace {
                family: Some(FamilyId::new(u64::from(it))),
                ..look(i64::from(it), day, 10, outcome)
            })
            .collect()
    };
    assert_eq!(found_by(tasked(), lie(), &many(LineOutcome::Denied)), [Unusual::Refused]);
    assert_eq!(found_by(tasked(), lie(), &many(LineOutcome::Seen)), [Unusual::Unwritten]);
}

#[test]
fn a_list_is_no_look_at_a_family_and_the_same_is_not_told_every_week() {
    let never = || Facts { tasks: Vec::new(), ..tasked() };
    let lie = || helper(HELPER, "Kari Lie", None);
    let list = Trace { act: "questions".into(), ..look(1, date(2026, 6, 10), 10, LineOutcome::Seen) };
    assert_eq!(found_by(never(), lie(), &[list]), []);
    let weekly: Vec<Trace> = (0..10)
        .map(|it| look(i64::from(it), after(date(2026, 1, 5), 7 * it), 10, LineOutcome::Seen))
        .collect();
    assert_eq!(found_by(never(), lie(), &weekly), [Unusual::NoTask; 2], "once in eight weeks");
}

#[test]
fn the_weeks_sample_is_the_same_whoever_draws_and_another_the_next_week() {
    let traces: Vec<Trace> = (0..400)
        .map(|it| look(i64::from(it), after(date(2026, 6, 8), it / 40), 10, LineOutcome::Seen))
        .collect();
    let draw = |day| sample(&traces, day, 10).into_iter().map(|it| it.line).collect::<Vec<_>>();
    let (first, second) = (draw(date(2026, 6, 8)), draw(date(2026, 6, 15)));
    assert_eq!(first, draw(date(2026, 6, 14)), "any day of the week");
    assert_eq!((first.len(), second.len()), (10, 10));
    assert!(first.iter().all(|line| (0..280).contains(line)) && second.iter().all(|line| *line >= 280));
    let spread: HashSet<i64> = first.iter().map(|line| line / 40).collect();
    assert!(spread.len() > 3, "{first:?}");
}
