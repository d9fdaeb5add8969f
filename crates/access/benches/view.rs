//! What a decision and a view cost: `cargo bench -p access`. A family of six with twelve helpers and three hundred
//! entries; beside it the fold of the same entries without any rule. Prints; asserts nothing about time.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

#[path = "../tests/support/mod.rs"]
mod support;

use access::may::may;
use access::policy::see::{Facts, Policy, RULES, SliceFacts};
use access::policy::{CitizenFacts, Reader, SCHEMA};
use access::{Archive, Sealed};
use dossier::*;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;
use support::story::*;
use support::*;

const ENTRIES: u64 = 300;
const HELPERS: u64 = 12;

/// Two more children; twelve helpers in the team, two of them with consents; three hundred entries in all.
fn family() -> Story {
    let mut story = Story::active();
    let today = story.moment.today;
    let mut children = vec![story.girl, story.boy];
    for name in ["Nora", "Elias"] {
        let mut child = Person::named(name, "Haddad", Generation::Child);
        child.born = Some(day("2015-05-05"));
        let child = PersonId::from(story.writes(coordinator(KARI), child));
        for parent in [story.mother, story.father] {
            story.writes(coordinator(KARI), parent_of(parent, child, Responsibility::Joint));
        }
        children.push(child);
    }
    for number in 0..HELPERS {
        let (helper, service) =
            if number == 0 { (TEACHER, SCHOOL) } else { (ActorId::new(900 + number), HEALTH_STATION) };
        story.writes(coordinator(KARI), membership(helper, service, today));
    }
    let kinds = [Category::PlanCore, Category::Education];
    for (account, parent) in [(MOTHER, story.mother), (FATHER, story.father)] {
        for child in &children {
            story.writes(citizen(account), consent(*child, parent, &kinds, today));
        }
    }
    let areas = [None, Some(Area::Health), Some(Area::School), Some(Area::Economy), Some(Area::Housing)];
    let mut number = 0;
    while story.dossier.version() < ENTRIES {
        let child = children[number % children.len()];
        let area = areas[number % areas.len()];
        let about: &[PersonId] = if number % 7 == 0 { &[] } else { &[child] };
        match number % 3 {
            0 => story.writes_about(coordinator(KARI), Need { area, ..need("x") }, about),
            1 => story.writes_about(helper(TEACHER, SCHOOL), goal("x"), &[child]),
            _ => story.writes_about(coordinator(KARI), action("x"), &[child]),
        };
        number += 1;
    }
    story
}

/// What a page of the plan asks about before it shows a button.
fn commands(story: &Story) -> Vec<Command> {
    let today = story.moment.today;
    let all = story.all();
    let goal = all.all::<Goal>().last().unwrap().id();
    let action = all.all::<Action>().last().unwrap().id();
    let mut asked = vec![
        write(contact(ContactKind::Call, today), &[], Audience::Ordinary),
        write(Strength { words: "x".into() }, &[], Audience::Ordinary),
        write(reply(goal, "x"), &[], Audience::Ordinary),
        story.rewriting::<Goal>(goal, |it| it.sign = "x".into()),
        story.undoes(goal),
        Command::Ask(request(NURSE, HEALTH_STATION, None, today)),
        closes(CloseReason::GoalsReached),
    ];
    asked.extend(ActionStatus::ALL.iter().map(|to| story.moves(action, *to)));
    asked
}

/// Mean time of one go, in microseconds.
fn micros(times: u32, mut go: impl FnMut()) -> f64 {
    let began = Instant::now();
    for _ in 0..times {
        go();
    }
    began.elapsed().as_secs_f64() * 1e6 / f64::from(times)
}

fn main() {
    let story = family();
    let entries: Vec<Entry> = story.dossier.entries().cloned().collect();
    println!("{} entries, {} classes", entries.len(), story.dossier.classes().len());
    let fold = micros(200, || {
        black_box(Dossier::fold(story.dossier.family, entries.iter().cloned()));
    });
    println!("unfiltered fold of the same entries   {fold:>9.1} µs");

    let house = House::of(&[&story]);
    let sealed: Sealed<Dossier> = now(house.memory.dossier(story.dossier.family)).unwrap().unwrap();
    drop(sealed);
    let readers = [
        ("coordinator", coordinator(KARI)),
        ("mother", citizen(MOTHER)),
        ("girl, 15", citizen(GIRL)),
        ("teacher", helper(TEACHER, SCHOOL)),
    ];
    let once = |house: &House, who: Author| {
        let began = Instant::now();
        black_box(house.view(who, &story).is_ok());
        began.elapsed().as_secs_f64() * 1e6
    };
    // The rules are read when a program starts.
    access::policy::shipped().unwrap();
    for (name, who) in readers {
        let first = once(&house, who);
        let mut cold: Vec<f64> = (0..50).map(|_| once(&House::of(&[&story]), who)).collect();
        cold.sort_by(f64::total_cmp);
        let warm = micros(2000, || {
            black_box(house.view(who, &story).is_ok());
        });
        println!(
            "view, {name:<12} nothing known {first:>8.1} µs   not seen before {:>8.1} µs ({:.1} × the fold)   again {warm:>6.1} µs",
            cold[25],
            cold[25] / fold
        );
    }

    let asked = commands(&story);
    for (name, who) in readers {
        let (view, visit) = (house.view(who, &story).unwrap(), visit(who, story.moment));
        let all = |times| {
            micros(times, || {
                for command in &asked {
                    black_box(may(black_box(&view), &visit, black_box(command)));
                }
            }) / asked.len() as f64
        };
        let first = all(1);
        println!("one command, {name:<12} first {first:>8.2} µs   again {:>7.3} µs", all(20_000));
    }

    let policy = Policy::read(RULES, SCHEMA).unwrap();
    let facts = Facts {
        reader: Reader::Citizen(CitizenFacts { adult: true, belongs: true, apart: false }),
        slice: SliceFacts { decides_for: true, ..SliceFacts::plain(Category::Education) },
        health_majority: 16,
    };
    let decision = micros(2000, || {
        black_box(policy.rule(&facts).unwrap());
    });
    println!("one ruling by Cedar, facts and all    {decision:>9.1} µs");
    let known = micros(200_000, || {
        black_box(access::policy::see::rule(black_box(&facts)));
    });
    println!("one ruling that is known              {known:>9.3} µs");
    drop(Arc::clone(&house.memory));
}
