//! Makes the policies wrong in every small way there is, as text: would anybody notice?

use crate::draw::Draw;
use crate::faults::{faults, without_comments};
use access::policy::see::{Facts, Policy, RULES, SliceFacts};
use access::policy::{CitizenFacts, Heard, Reader, SCHEMA, StaffFacts};
use dossier::Category;

/// What another rule says as well, so that leaving it out, or saying it twice, changes nothing: the rule, what is
/// changed in it, and why it is so.
const COVERED: [(&str, &str, &str); 11] = [
    ("whereabouts-family", "`&& !principal.apart`", "apart-adult closes everything for an adult apart"),
    ("traces", "\"location\"]`", "whereabouts-staff closes it to all but those who may know"),
    ("apart-child", "a kind added", "closed to a child's account, or only a named list opens it"),
    ("parental-responsibility-health", "a kind added", "parental-responsibility opens it at any age"),
    ("family-member-adult", "a kind added", "family-member opens it to every member"),
    ("blocked", "\"child-voice\"]`", EXCEPTED),
    ("blocked", "\"health-private\"]`", EXCEPTED),
    ("blocked", "\"family-violence\"]`", EXCEPTED),
    ("blocked", "\"police\"]`", EXCEPTED),
    ("blocked", "\"third-party\"]`", EXCEPTED),
    ("blocked", "\"audit\"]`", EXCEPTED),
];
const EXCEPTED: &str = "no rule opens it at work to others than those whom a block does not close it to";

/// How many sets of facts are drawn.
const FACTS: usize = 30_000;

#[test]
#[ignore = "some minutes: for the night"]
fn every_wrong_rule_is_noticed() {
    let kinds = Category::ALL.iter().map(|it| format!("\"{}\"", it.code())).collect();
    let mutants = faults(&without_comments(RULES), &[kinds]);
    assert!(mutants.len() > 100, "only {} wrong sets of rules were made", mutants.len());
    let shipped = Policy::read(RULES, SCHEMA).unwrap();
    let mut draw = Draw::new(1);
    // Answers of the shipped rules, asked for once, and only as far as a mutant needs them. What has shown one fault
    // often shows the next, so it is asked first.
    let mut facts: Vec<Facts> = (0..FACTS).map(|_| drawn(&mut draw)).collect();
    let mut known: Vec<bool> = Vec::new();
    let (mut refused, mut covered, mut survivors) = (0, 0, Vec::new());
    let made = mutants.len();
    for (mutant, number) in mutants.into_iter().zip(1..) {
        let Ok(wrong) = Policy::read(&mutant.rules, SCHEMA) else {
            refused += 1;
            continue;
        };
        let sees = |rules: &Policy, facts: &Facts| rules.rule(facts).is_ok_and(|ground| ground.is_some());
        let found = (0..facts.len()).find(|&at| {
            if at == known.len() {
                known.push(sees(&shipped, &facts[at]));
            }
            known[at] != sees(&wrong, &facts[at])
        });
        match found {
            Some(at) => {
                facts[..=at].rotate_right(1);
                known[..=at].rotate_right(1);
            }
            None if COVERED.iter().any(|(rule, change, _)| {
                mutant.what.starts_with(&format!("{rule}: ")) && mutant.what.contains(change)
            }) =>
            {
                covered += 1;
            }
            None => {
                println!("mutant {number} of {made} not noticed: {}", mutant.what);
                survivors.push(mutant.what);
            }
        }
    }
    println!(
        "mutants: {made} made, {refused} refused at reading, {covered} without effect, {} not noticed",
        survivors.len()
    );
    assert!(survivors.is_empty(), "{} wrong sets of rules were not noticed", survivors.len());
}

/// Each ground alone for each kind of information, with up to three circumstances that could open or close it.
fn drawn(draw: &mut Draw) -> Facts {
    let mut facts = Facts {
        reader: Reader::Citizen(CitizenFacts {
            adult: draw.chance(60),
            belongs: draw.chance(25),
            apart: false,
        }),
        slice: SliceFacts { age: draw.one(&[3, 15, 16, 40]), ..SliceFacts::plain(draw.one(Category::ALL)) },
        health_majority: 16,
    };
    if draw.chance(60) {
        let (has_task, in_team) = (draw.chance(25), draw.chance(25));
        facts.reader = Reader::Staff(StaffFacts { active: true, has_task, in_team, ..StaffFacts::default() });
    }
    ground(draw.below(12), &mut facts);
    // An emergency goes before a no and a block, and opens no more than it says: it must meet them beside each ground.
    if let Reader::Staff(staff) = &mut facts.reader
        && draw.chance(35)
    {
        staff.emergency = true;
        let no = draw.below(5);
        (facts.slice.objected, facts.slice.blocked) = (no == 0 || no == 1, no == 2 || no == 3);
        facts.slice.audience = draw.one(&[Heard::Ordinary, Heard::Ordinary, Heard::Ordinary, Heard::Members]);
    }
    for _ in 0..draw.one(&[0, 1, 1, 2, 2, 3]) {
        circumstance(draw.below(15), draw, &mut facts);
    }
    facts
}

fn ground(which: usize, facts: &mut Facts) {
    let slice = &mut facts.slice;
    match &mut facts.reader {
        Reader::Staff(staff) => match which {
            0 => staff.holds = true,
            1 => staff.stands_in = true,
            2 => staff.asked = true,
            3 => staff.answers_queue = true,
            4 => staff.interim = true,
            5 => slice.own_task = true,
            6 => (staff.has_task, slice.whole_family) = (true, true),
            7 => (staff.in_team, slice.own_service) = (!staff.has_task, true),
            8 => (staff.in_team, slice.consented) = (!staff.has_task, true),
            9 => slice.trusted = true,
            10 => slice.released = true,
            _ => staff.emergency = true,
        },
        Reader::Citizen(citizen) => match which {
            0..=2 => slice.about = true,
            3 | 4 => slice.decides_for = true,
            5 | 6 => slice.mandated = true,
            7 => (slice.audience, slice.among_members) = (Heard::Members, true),
            8 => slice.released = true,
            9 => (slice.whole_family, citizen.belongs) = (true, true),
            10 => slice.whole_family = true,
            _ => citizen.belongs = true,
        },
    }
}

fn circumstance(which: usize, draw: &mut Draw, facts: &mut Facts) {
    let slice = &mut facts.slice;
    match which {
        0 | 1 => slice.protected = true,
        2 => slice.trusted = true,
        3 => slice.shelter = true,
        4 => slice.objected = true,
        5 => slice.withheld = true,
        6 => slice.whole_family = true,
        7 | 8 => slice.audience = draw.one(&Heard::ALL),
        9 => slice.by_oneself = true,
        10 => slice.released = true,
        14 => slice.blocked = true,
        _ => match &mut facts.reader {
            Reader::Citizen(citizen) => citizen.apart = true,
            Reader::Staff(staff) => match which {
                11 => staff.conflict = true,
                12 => staff.active = false,
                _ => (staff.volunteer, staff.emergency) = (draw.chance(60), draw.chance(40)),
            },
        },
    }
}
