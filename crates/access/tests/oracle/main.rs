//! An independent oracle: random families, every reader, everything that is written; does the gate show exactly what
//! the law and the rules in prose say? `ORACLE_DECISIONS` asks for more than the usual number, `ORACLE_SEED` for one
//! family alone.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod circumstances;
mod draw;
mod facts;
#[path = "../support/faults.rs"]
mod faults;
mod items;
mod kept;
mod mutants;
mod oracle;
mod random;
#[path = "../support/mod.rs"]
mod support;
mod words;

use access::*;
use dossier::*;
use facts::Case;
use random::Drawn;
use std::collections::BTreeMap;
use std::sync::Arc;
use support::*;

/// How often each sort of draw came, with the answers no and yes.
type Drawings = BTreeMap<String, [u64; 2]>;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().expect("a whole number"))
}

#[test]
fn the_gate_shows_what_the_law_says_and_nothing_else() {
    let wanted = number("ORACLE_DECISIONS").unwrap_or(100_000);
    let most = number("ORACLE_FAULTS").unwrap_or(1) as usize;
    let mut seed = number("ORACLE_SEED").unwrap_or(1);
    let one = number("ORACLE_SEED").is_some();
    println!("oracle: seeds from {seed}, {wanted} decisions");
    let house = House::of(&[]);
    let mut drawings = Drawings::new();
    let (mut decisions, mut faults) = (0, Vec::new());
    while decisions < wanted && faults.len() < most {
        let drawn = random::family(seed);
        decisions += compares(&house, &drawn, seed, &mut drawings, &mut faults);
        seed += 1;
        if one {
            break;
        }
    }
    println!("oracle: {decisions} decisions, families up to seed {seed}, {} disagreements", faults.len());
    for (what, [no, yes]) in &drawings {
        println!("  {what}: no {no}, yes {yes}");
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
    if !one {
        is_varied(&drawings);
    }
}

fn compares(
    house: &House,
    drawn: &Drawn,
    seed: u64,
    drawings: &mut Drawings,
    faults: &mut Vec<String>,
) -> u64 {
    let dossier = &drawn.dossier;
    house.memory.dossiers.lock().unwrap().insert(dossier.family, Arc::new(dossier.clone()));
    let directory = house.gate.directory();
    let mut things: Vec<ThingId> = dossier.entries().map(|entry| entry.thing).collect();
    things.sort();
    things.dedup();
    let mut decisions = 0;
    for (at, who) in drawn.readers.iter().enumerate() {
        let moment = drawn.moments[(seed as usize + at) % drawn.moments.len()];
        let visit = visit(*who, moment);
        let view = match now(house.gate.view(&visit, dossier.family, "plan")) {
            Ok(view) => Some(view),
            Err(Denied::NotFound) => None,
            Err(other) => panic!("{other}"),
        };
        let case = Case { dossier, who: &visit, limits: house.gate.limits(&visit), directory: &directory };
        for &thing in &things {
            let shown = view.as_ref().is_some_and(|view| view.sees().payload(thing).is_some());
            let may = oracle::may_see(&case, thing);
            decisions += 1;
            notes(drawings, &case, thing, may);
            if shown == may {
                continue;
            }
            faults.push(tells(&case, thing, seed, may, shown));
        }
    }
    house.memory.lines.lock().unwrap().clear();
    house.memory.refused.lock().unwrap().clear();
    decisions
}

/// Counts what was drawn, so that the test cannot pass by drawing nothing.
fn notes(drawings: &mut Drawings, case: &Case<'_>, thing: ThingId, may: bool) {
    let entry = case.dossier.latest(thing).unwrap();
    let audience = match &entry.audience {
        Audience::Ordinary => "ordinary",
        Audience::Members(_) => "members",
        Audience::Coordinator => "coordinator",
        Audience::Oneself => "oneself",
    };
    let mut note = |sort: &str, what: &str| {
        drawings.entry(format!("{sort} {what}")).or_default()[usize::from(may)] += 1;
    };
    note("category", entry.category.code());
    note("role", case.who.role.code());
    note("audience", audience);
    note("subjects", &entry.subjects.len().to_string());
    note("first by", case.first_version(thing).author.role.code());
    let service = entry.origin.and_then(|it| case.directory.service(it));
    note("from", service.map_or("nobody", |it| it.sector.code()));
    for subject in &entry.subjects {
        let Some(person) = Extract::whole(case.dossier).person(*subject) else { continue };
        note("grade", person.protection.code());
        for age in [12, 15, 16, 18] {
            let on = |day| case.age_on(*subject, day) == Some(age);
            let (before, today) = (case.today().yesterday().unwrap(), case.today());
            match (on(before), on(today), on(case.today().tomorrow().unwrap())) {
                (false, false, true) => note("day before", &age.to_string()),
                (false, true, _) => note("birthday", &age.to_string()),
                (true, true, _) if !on(before.yesterday().unwrap()) => note("day after", &age.to_string()),
                _ => {}
            }
        }
        let leap = |it: jiff::civil::Date| (it.month(), it.day()) == (2, 29);
        if person.born.is_some_and(leap) {
            note("born on", "29 February");
        }
    }
}

/// Everything there is was drawn, and each with both answers where both can be.
fn is_varied(drawings: &Drawings) {
    let drawn = |name: String, both: bool| {
        let [no, yes] = drawings.get(&name).copied().unwrap_or_default();
        assert!(no > 0 && (yes > 0 || !both), "{name}: no {no}, yes {yes}");
    };
    let sees_nothing = [Role::Leader, Role::Administrator, Role::Visitor, Role::System];
    Category::ALL.iter().for_each(|it| drawn(format!("category {}", it.code()), true));
    Role::ALL.iter().for_each(|it| drawn(format!("role {}", it.code()), !sees_nothing.contains(it)));
    Protection::ALL.iter().for_each(|it| drawn(format!("grade {}", it.code()), true));
    for it in ["ordinary", "members", "coordinator", "oneself"] {
        drawn(format!("audience {it}"), true);
    }
    (0..=3).for_each(|it| drawn(format!("subjects {it}"), true));
    for sort in ["day before", "birthday", "day after"] {
        [12, 15, 16, 18].iter().for_each(|age| drawn(format!("{sort} {age}"), sort == "birthday"));
    }
    drawn("born on 29 February".into(), true);
    drawn("from krisesenter".into(), true);
}

/// What a disagreement is about, with the facts that matter.
fn tells(case: &Case<'_>, thing: ThingId, seed: u64, may: bool, shown: bool) -> String {
    let entry = case.dossier.latest(thing).unwrap();
    let who = case.who;
    let mut told = format!(
        "seed {seed}: {:?} as {} for {:?} on {} (me {:?})\n  law {may}, program {shown}: {} {} about {:?}, {:?}, from {:?}, by {:?}, first by {:?}\n  {:?}\n",
        who.actor,
        who.role.code(),
        who.service,
        Moment::clock_of(who.moment.at),
        case.me(),
        entry.category.code(),
        entry.thing,
        entry.subjects,
        entry.audience,
        entry.origin,
        entry.author,
        case.first_version(thing).author.role,
        entry.payload,
    );
    if let Some(me) = case.me() {
        let decides: Vec<_> =
            case.children().into_iter().filter(|&it| case.deciders(it).contains(&me)).collect();
        let kin: Vec<_> = case
            .all::<Relation>()
            .filter(|it| it.from == me || it.to == me)
            .map(|it| {
                (
                    it.relation.code(),
                    it.responsibility.code(),
                    it.residence.code(),
                    it.to,
                    it.from_day,
                    it.until,
                )
            })
            .collect();
        told += &format!(
            "  minor {} age {:?}, decides for {decides:?}, relations {kin:?}, danger {}, protected {:?}\n",
            case.is_minor(me),
            case.age(me),
            case.is_a_danger(me),
            case.protected()
        );
    } else {
        told += &format!(
            "  in team {}, coordinates {}, answers {}, task {}, protected {:?}\n",
            case.is_in_team(),
            case.coordinates(),
            case.answers_requests(),
            case.is_own_task(entry),
            case.protected()
        );
    }
    if number("ORACLE_FACTS").is_some() {
        for entry in case.dossier.entries() {
            if entry.payload.code() != "strength" {
                told += &format!(
                    "    {} {} {:?} {:?}\n",
                    Moment::day_of(entry.at),
                    entry.thing,
                    entry.subjects,
                    entry.payload
                );
            }
        }
    }
    told
}
