//! Draws what is written about a family: every kind of information, about none, one or several, by everybody, with
//! and without a helper whose task it is; and what is kept or told of it on a named ground.

use crate::random::{Making, SERVICES};
use crate::support::story::*;

use dossier::*;

pub fn draw(it: &mut Making) {
    let first = it.next_thing();
    // Each kind of information twice at least, so that no family is drawn without it.
    for category in [Category::ALL, Category::ALL].concat() {
        item(it, category);
    }
    for _ in 0..8 {
        answer(it);
    }
    for _ in 0..it.draw.below(5) {
        withholding(it);
    }
    for _ in 0..it.draw.below(8) {
        release(it);
    }
    for _ in 0..it.draw.below(6) {
        block(it);
    }
    for _ in 0..6 {
        rewritten(it, first);
    }
}

fn subjects(it: &mut Making) -> Vec<PersonId> {
    let wanted = it.draw.one(&[0, 0, 1, 1, 1, 1, 1, 2, 2, 3]);
    (0..wanted).map(|_| it.draw.one(&it.people.clone())).collect()
}

fn audience(it: &mut Making) -> Audience {
    match it.draw.below(12) {
        0 => Audience::Oneself,
        1 => Audience::Coordinator,
        2 | 3 => Audience::Members(it.draw.some(&it.people.clone(), 3)),
        _ => Audience::Ordinary,
    }
}

fn item(it: &mut Making, category: Category) {
    let about = subjects(it);
    let audience = audience(it);
    let author = it.writer();
    let origin = match it.draw.below(6) {
        0 => None,
        1 | 2 => Some(it.draw.one(&SERVICES)),
        _ => author.service,
    };
    let payload = payload(it);
    let on = it.begun();
    it.enters(on, author, payload, about, category, audience, origin);
}

fn owner(it: &mut Making) -> Option<Owner> {
    match it.draw.below(4) {
        0 => None,
        1 => Some(Owner::Member(it.draw.one(&it.people.clone()))),
        _ => Some(Owner::Helper(it.helper().0)),
    }
}

fn payload(it: &mut Making) -> Payload {
    let done = if it.draw.chance(35) { Some(settled(it.today, true)) } else { None };
    let things = it.things();
    match it.draw.below(16) {
        0 => Action {
            owner: owner(it),
            status: it.draw.one(ActionStatus::ALL),
            service: if it.draw.chance(50) { Some(it.draw.one(&SERVICES)) } else { None },
            ..action("W")
        }
        .wrap(),
        1 => Action {
            goal: Some(it.draw.one(&things).into()),
            owner: owner(it),
            status: it.draw.one(ActionStatus::ALL),
            ..action("W")
        }
        .wrap(),
        2 => Need { owner: owner(it), settled: done, ..need("W") }.wrap(),
        3 => asked(it),
        4 => {
            let helpers = (0..it.draw.below(3)).map(|_| it.helper().0).collect();
            let members = it.draw.some(&it.people.clone(), 2);
            Meeting { helpers, members, settled: done, ..meeting("2026-11-20") }.wrap()
        }
        5 => voice(it.draw.one(&it.people.clone()), "W").wrap(),
        6 => goal("W").wrap(),
        7 => dream(it.draw.one(&it.people.clone()), "W").wrap(),
        8 => contact(ContactKind::Call, it.today).wrap(),
        9 => Agreement { by: it.draw.one(&it.people.clone()), on: it.today, how: String::new() }.wrap(),
        10 => Rhythm { days: 7 }.wrap(),
        11 | 12 => applied(it),
        _ => Strength { words: "W".into() }.wrap(),
    }
}

fn applied(it: &mut Making) -> Payload {
    let (helper, service) = it.helper();
    let edge = it.edge();
    let receiver = if it.draw.chance(85) { Some(Receiver { service, helper }) } else { None };
    let decided = Decision {
        complain_by: if it.draw.chance(70) { Some(edge) } else { None },
        ..decision(DecisionKind::Refused, it.today)
    };
    let complaint = Complaint { on: it.today, words: "W".into(), answer: None };
    let answer = ComplaintAnswer { on: it.today, changed: true, words: "W".into() };
    let (decision, complaint) = match it.draw.below(4) {
        0 | 1 => (None, None),
        2 => (Some(decided), None),
        _ if it.draw.chance(50) => (Some(decided), Some(complaint)),
        _ => (Some(decided), Some(Complaint { answer: Some(answer), ..complaint })),
    };
    let (decision, complaint) = (decision.map(Box::new), complaint.map(Box::new));
    let sent = if it.draw.chance(85) { Some(Box::new(dispatch(it.today))) } else { None };
    let withdrawn = if it.draw.chance(10) { Some(it.today) } else { None };
    let applicant = it.draw.one(&it.people.clone());
    Application { receiver, sent, decision, complaint, withdrawn, ..application(applicant, "child_benefit") }
        .wrap()
}

fn asked(it: &mut Making) -> Payload {
    let (to, service) = it.helper();
    let on = it.today;
    let words = String::new;
    let answer = it.draw.one(&[
        None,
        None,
        Some(RequestAnswer::Yes { on }),
        Some(RequestAnswer::YesBut { on, words: words() }),
        Some(RequestAnswer::No { on, reason: DeclineReason::Capacity, words: words() }),
        Some(RequestAnswer::AskBack { on, words: words() }),
    ]);
    let withdrawn = if it.draw.chance(15) { Some("W".into()) } else { None };
    Request { answer, withdrawn, ..request(to, service, None, on) }.wrap()
}

fn answer(it: &mut Making) {
    let to = it.draw.one(&it.things());
    let Some(asked) = it.latest(to).cloned() else { return };
    let (about, audience) =
        if it.draw.chance(70) { (asked.subjects, asked.audience) } else { (subjects(it), audience(it)) };
    let category = if it.draw.chance(60) { asked.category } else { it.draw.one(Category::ALL) };
    let author = it.writer();
    let on = it.today;
    it.enters(on, author, reply(to, "W").wrap(), about, category, audience, author.service);
}

fn withholding(it: &mut Making) {
    let thing = it.draw.one(&it.things());
    let Some(what) = it.latest(thing).cloned() else { return };
    let from = it.draw.some(&it.people.clone(), 3);
    let lifted = if it.draw.chance(20) { Some(it.over()) } else { None };
    let is = Withholding {
        thing,
        from,
        law: "child-interest".into(),
        why: "W".into(),
        best: String::new(),
        lifted,
    };
    let author = coordinator(KARI);
    let on = it.today;
    it.enters(on, author, is.wrap(), what.subjects, what.category, what.audience, author.service);
}

fn release(it: &mut Making) {
    let thing = it.draw.one(&it.things());
    let Some(what) = it.latest(thing).cloned() else { return };
    let to = match it.draw.below(3) {
        0 => Recipient::Member(it.draw.one(&it.people.clone())),
        1 => Recipient::Service(it.draw.one(&SERVICES)),
        _ => Recipient::Helper(it.helper().0),
    };
    let until = it.edge().max(it.over());
    let ended = if it.draw.chance(20) { Some(it.over()) } else { None };
    let words = || "W".to_owned();
    let (purpose, need, asked, best) = (words(), words(), words(), words());
    let is = Release { thing, to, law: "welfare-task".into(), purpose, need, asked, best, until, ended };
    let author = coordinator(KARI);
    let on = it.today;
    it.enters(on, author, is.wrap(), what.subjects, what.category, what.audience, author.service);
}

fn block(it: &mut Making) {
    let thing = it.draw.one(&it.things());
    let Some(what) = it.latest(thing).cloned() else { return };
    let given_by = it.draw.one(&it.people.clone());
    let lifted = if it.draw.chance(20) { Some(it.over()) } else { None };
    let on = it.today;
    let is = Block { thing, given_by, from: on, lifted };
    let author = it.writer();
    it.enters(on, author, is.wrap(), what.subjects, what.category, what.audience, author.service);
}

/// A new version: moved on by another, opened or narrowed, taken over, or removed.
fn rewritten(it: &mut Making, first: ThingId) {
    let things: Vec<ThingId> = it.things().into_iter().filter(|&thing| thing >= first).collect();
    let thing = it.draw.one(&things);
    let (about, audience) = (subjects(it), audience(it));
    let category = it.draw.one(Category::ALL);
    let origin = it.draw.one(&SERVICES);
    let owner = owner(it);
    match it.draw.below(6) {
        0 => it.rewrites(thing, |entry| entry.audience = audience),
        1 => it.rewrites(thing, |entry| entry.category = category),
        2 => it.rewrites(thing, |entry| entry.origin = Some(origin)),
        3 => {
            let mut about = about;
            about.sort();
            about.dedup();
            it.rewrites(thing, |entry| entry.subjects = about);
        }
        4 => it.restates::<Action>(thing, |it| it.owner = owner),
        _ => it.rewrites(thing, |entry| {
            entry.payload = Removed { was: "goal".into(), why: String::new() }.wrap();
        }),
    }
}
