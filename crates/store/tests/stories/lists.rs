//! The lists equal what a rebuild from the entries gives, whatever was done.

use crate::town::*;
use dossier::*;
use jiff::civil::{Date, date};
use proptest::prelude::*;

/// What somebody does: a kind of act, and numbers that choose among what is there.
type Deed = (u8, u8, u8);

fn today() -> Date {
    moment().today
}

/// One of the things of a kind, with its version.
fn seen<K: Kind + 'static>(all: &Extract<'_>, choose: u8) -> Option<(ThingId, u32)> {
    let found: Vec<(ThingId, u32)> = all.all::<K>().map(|it| (it.id(), it.entry.version)).collect();
    found.get(usize::from(choose) % found.len().max(1)).copied()
}

fn owner(all: &Extract<'_>, choose: u8) -> Option<Owner> {
    match choose % 3 {
        0 => None,
        1 => Some(Owner::Helper(HELPER)),
        _ => seen::<Person>(all, choose / 3).map(|(person, _)| Owner::Member(person.into())),
    }
}

fn need(all: &Extract<'_>, choose: u8) -> Payload {
    Payload::Need(Need {
        words: "Noen som følger".into(),
        area: Area::ALL.get(usize::from(choose) % (Area::ALL.len() + 1)).copied(),
        horizon: Horizon::Acute,
        owner: owner(all, choose),
        settled: (choose > 200).then(|| Settled { on: today(), met: true, words: "Ordnet".into() }),
    })
}

fn action(all: &Extract<'_>, choose: u8) -> Payload {
    Payload::Action(Action {
        words: "Ringe skolen".into(),
        goal: None,
        need: seen::<Need>(all, choose).map(|(need, _)| need.into()),
        owner: owner(all, choose),
        service: Some(SCHOOL),
        due: (choose > 60).then(|| after(today(), i64::from(choose % 40) as i32 - 10)),
        horizon: Horizon::LongTerm,
        status: ActionStatus::Proposed,
        accepted_by: None,
        accepted_how: String::new(),
        outcome: String::new(),
    })
}

fn person(choose: u8) -> Payload {
    let names = ["Sami", "Sámi", "Samy", "Anne-Lise", "Åse", "Bo"];
    let mut person = Person::named(
        names[usize::from(choose) % names.len()],
        names[usize::from(choose / 8) % names.len()],
        if choose.is_multiple_of(2) { Generation::Child } else { Generation::Adult },
    );
    person.born = (choose > 40).then(|| date(2010, i8::try_from(choose % 12).unwrap() + 1, 3));
    person.source = Some(format!("p{}", choose % 5));
    person.left = (choose > 220).then(today);
    Payload::Person(person)
}

fn about(subject: (ThingId, u32), payload: Payload, replaces: Option<(ThingId, u32)>) -> Command {
    let subjects = vec![subject.0.into()];
    Command::Write { replaces, payload, subjects, audience: Audience::Ordinary }
}

/// The command of a deed, and who gives it. Nothing, when there is nothing to do it with.
fn command(all: &Extract<'_>, (kind, a, b): Deed) -> Option<(access::Visit, Command)> {
    let lead = coordinator();
    let mother = visit(MOTHER, Role::Citizen, None);
    let second = visit(SECOND, Role::Coordinator, Some(OFFICE));
    let yes = b.is_multiple_of(2);
    let words = || "Fordi det trengs".to_owned();
    Some(match kind % 24 {
        0 => (lead, write(need(all, a))),
        1 => (lead, rewrite(seen::<Need>(all, b)?, need(all, a))),
        2 => (lead, about(seen::<Person>(all, b)?, action(all, a), None)),
        3 => (lead, rewrite(seen::<Action>(all, b)?, action(all, a))),
        4 => {
            let to = ActionStatus::ALL[usize::from(a) % ActionStatus::ALL.len()];
            let accepted_by = seen::<Person>(all, a).map(|(person, _)| person.into());
            let action = seen::<Action>(all, b)?;
            (lead, Command::MoveAction { action, to, accepted_by, words: words() })
        }
        5 => {
            let action = seen::<Action>(all, b).filter(|_| yes).map(|(action, _)| action.into());
            let request = Request {
                to: HELPER,
                service: SCHOOL,
                by: COORDINATOR,
                question: "Kan du?".into(),
                why: String::new(),
                action,
                reply_by: after(today(), i32::from(a % 9)),
                answer: None,
                withdrawn: None,
            };
            (lead, Command::Ask(request))
        }
        6 => {
            let answer = match a % 4 {
                0 => RequestAnswer::Yes { on: today() },
                1 => RequestAnswer::YesBut { on: today(), words: words() },
                2 => RequestAnswer::No { on: today(), reason: DeclineReason::Other, words: words() },
                _ => RequestAnswer::AskBack { on: today(), words: words() },
            };
            (helper(), Command::AnswerRequest { request: seen::<Request>(all, b)?, answer })
        }
        7 => (lead, Command::WithdrawRequest { request: seen::<Request>(all, b)?, why: words() }),
        8 => (lead, about(seen::<Person>(all, b)?, person(a), None)),
        9 => {
            let seen = seen::<Person>(all, b)?;
            (lead, about(seen, person(a), Some(seen)))
        }
        10 => {
            let family = all.only::<Family>()?;
            let district = (!yes).then(|| "Nord".to_owned());
            let next = Family { district, source: Some(format!("f{}", a % 3)), ..family.is.clone() };
            (lead, rewrite((family.id(), family.entry.version), Payload::Family(next)))
        }
        11 => {
            let member = Membership {
                helper: HELPER,
                service: SCHOOL,
                task: "Kontaktlærer".into(),
                from: today(),
                until: (!yes).then(|| after(today(), 3)),
            };
            (lead, write(Payload::Membership(member)))
        }
        12 => {
            let undoable = seen::<Action>(all, b).or_else(|| seen::<Need>(all, b))?;
            (lead, Command::Undo(undoable))
        }
        13 => (lead, Command::Offer { to: SECOND, service: OFFICE, note: String::new() }),
        14 => (second, Command::AnswerOffer { yes, words: words() }),
        15 => (lead, Command::AnswerOfferAsFamily { yes, words: words() }),
        16 => (lead, Command::WithdrawOffer),
        17 => {
            let from = after(today(), i32::from(a % 3));
            (lead, Command::AskStandIn { actor: SECOND, from, until: after(from, 5) })
        }
        18 => (second, Command::AnswerStandIn { yes, words: words() }),
        19 if a > 200 => {
            let reason = CloseReason::ALL[usize::from(b) % CloseReason::ALL.len()];
            (lead, Command::Close { reason, words: words(), way_back: words() })
        }
        20 => {
            let review = after(today(), i32::from(a));
            let ground = "housing".to_owned();
            let raised = (!yes).then(words);
            (intake(), Command::Queue { ground, why: words(), review, interim: COORDINATOR, raised })
        }
        21 => {
            let me = all.all::<Person>().find(|person| person.is.account == Some(MOTHER))?.id();
            let voice = Voice { who: me.into(), words: words(), about: None, look: None };
            (mother, about((me, 0), Payload::Voice(voice), None))
        }
        22 => {
            let reply = Reply { to: seen::<Voice>(all, b)?.0, words: words(), outcome: Outcome::ALL[0] };
            (lead, write(Payload::Reply(reply)))
        }
        _ => (lead, write(strength("Vi synger"))),
    })
}

fn do_it(town: &Town, families: &[FamilyId], which: u8, deed: Deed) -> bool {
    let family = families[usize::from(which) % families.len()];
    if deed.0 == 255 {
        let (into, from) = (families[0], families[families.len() - 1]);
        let why = deed.1.is_multiple_of(2).then_some("samme familie");
        return wait(town.gate.merge(&intake(), into, from, why, new_key(INTAKE))).is_ok();
    }
    // Whoever sees the family now chooses among what is there.
    let second = visit(SECOND, Role::Coordinator, Some(OFFICE));
    let view = [coordinator(), second, intake()]
        .iter()
        .find_map(|visit| wait(town.gate.view(visit, family, "test")).ok());
    let Some((visit, command)) = view.and_then(|view| command(&view.sees(), deed)) else { return false };
    town.act(&visit, family, command).is_ok()
}

/// Few, since each act is synchronised with the disk; `PROPTEST_CASES` asks for more.
fn cases() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(10);
    ProptestConfig { cases, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn lists_equal_a_rebuild_after_any_acts(deeds in prop::collection::vec(any::<(u8, Deed)>(), 30..80)) {
        let town = Town::new();
        let families = [town.family("Haddad"), town.family("Berg"), town.asks("Hadad")];
        let done = deeds.iter().filter(|(which, deed)| do_it(&town, &families, *which, *deed)).count();
        prop_assert!(done > 0, "something was done");
        prop_assert_eq!(town.store.rebuild(false).unwrap(), (3, 0));
        let town = town.reopened();
        prop_assert_eq!(town.store.rebuild(false).unwrap(), (3, 0), "after a restart");
    }
}

#[test]
fn lists_that_somebody_has_spoiled_are_found_and_mended() {
    let town = Town::new();
    let families = [town.family("Haddad"), town.family("Berg"), town.family("Dahl")];
    let sql = town.sql();
    sql.execute("DELETE FROM reach WHERE family = $1", [families[0].to_string()]).unwrap();
    sql.execute("UPDATE name SET key = key || 'x' WHERE family = $1", [families[1].to_string()]).unwrap();
    assert_eq!(town.store.rebuild(false).unwrap(), (3, 2));
    assert_eq!(town.store.rebuild(true).unwrap(), (3, 2));
    assert_eq!(town.store.rebuild(false).unwrap(), (3, 0));
    assert_eq!(wait(town.gate.families(&coordinator())).unwrap().len(), 3);
}

#[test]
fn lists_are_mended_while_others_write() {
    let town = Town::new();
    let family = town.family("Haddad");
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for number in 0..150 {
                let all = wait(town.gate.view(&coordinator(), family, "test")).unwrap();
                let command = write(need(&all.sees(), number));
                town.act(&coordinator(), family, command).unwrap();
            }
        });
        while !writer.is_finished() {
            let item = "DELETE FROM item WHERE rowid IN (SELECT rowid FROM item LIMIT 1)";
            town.sql().execute(item, []).unwrap();
            town.store.rebuild(true).unwrap();
        }
    });
    town.store.rebuild(true).unwrap();
    assert_eq!(town.store.rebuild(false).unwrap(), (1, 0));
}
