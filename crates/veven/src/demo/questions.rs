//! How many questions the guide asks the families of the demo, beside the order of the catalogue and beside a form that
//! asks everything.
//!
//! Who is in the home is the dossier's, and so is what has been told; the rest is answered as most families would.

#[path = "../../../rights/tests/support/mod.rs"]
mod lives;

use super::{FAMILIES, lindvik, make};
use crate::folder::Folder;
use access::terms::{Generation, PersonId, Role, present, responsible_for};
use access::{Archive, Gate, View, Visit};
use dossier::Moment;
use lives::{Chance, everything};
use rights::ask::{Interest, Order};
use rights::catalogue::Asked;
use rights::{Household, Knowledge};
use std::sync::Arc;

const MOMENT: &str = "2026-11-19T09:00:00+01:00";

/// One grown-up's home: what is known, what would be answered, and what has been asked about.
struct Life {
    known: Household,
    truth: Household,
    interest: Interest,
}

/// What the coordinators see of the families that they have.
fn views(folder: &Folder) -> Vec<View> {
    let gate = Gate::new(Arc::clone(&folder.store) as _, Arc::clone(&folder.rules), Box::new(|| 1));
    let moment = Moment::of(MOMENT.parse().unwrap());
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let directory = gate.directory();
    let coordinators = directory.with_role(Role::Coordinator, moment.today);
    let theirs = coordinators.into_iter().flat_map(|(helper, held)| {
        let (actor, service) = (helper.id, Some(held.service));
        let visit = Visit { actor, role: Role::Coordinator, service, moment, request: 1, looking: None };
        let families = runtime.block_on(gate.families(&visit)).unwrap();
        runtime.block_on(gate.views(&visit, &families, "rights")).unwrap()
    });
    theirs.collect()
}

/// The home of a grown-up who decides for a child.
fn life(view: &View, knowledge: &'static Knowledge, folder: &Folder, chance: &mut Chance) -> Option<Life> {
    let (sees, today) = (view.sees(), view.moment().today);
    let children = present(&sees, today);
    let mut children = children.iter().filter(|person| person.is.generation == Generation::Child);
    let adult: PersonId =
        children.find_map(|child| responsible_for(&sees, child.id().into(), today).first().copied())?;
    let directory = folder.store.directory();
    let (mut known, interest) = web::household(view, knowledge, adult, directory.sets());
    let (adults, children) = known.size();
    let mut truth = everything(knowledge.catalogue, adults, children, chance);
    // What the municipality and the county have set is nobody's to answer.
    for (whose, fact, told) in truth.all_told() {
        if knowledge.catalogue.fact_at(fact).asked == Asked::Set && known.told(fact, whose).is_none() {
            let (value, from) = (told.value.clone(), told.origin.clone());
            known.tell(knowledge.catalogue, fact, whose, value, from).unwrap();
        }
    }
    for (whose, fact, told) in known.all_told() {
        let (value, from) = (told.value.clone(), told.origin.clone());
        truth.tell(knowledge.catalogue, fact, whose, value, from).unwrap();
    }
    Some(Life { known, truth, interest })
}

fn lives() -> (&'static Knowledge, Vec<Life>) {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::open(place.path(), &lindvik()).unwrap();
    make::make(&folder, 198, Moment::of(MOMENT.parse().unwrap()), FAMILIES).unwrap();
    let knowledge = Knowledge::shipped().unwrap();
    let mut chance = Chance(20_261_119);
    let views = views(&folder);
    let lives = views.iter().filter_map(|view| life(view, knowledge, &folder, &mut chance)).collect();
    (knowledge, lives)
}

fn asked(knowledge: &Knowledge, life: &Life, order: Order) -> usize {
    let moment = knowledge.catalogue.on(life.known.day);
    let answer = |wanted: rights::Wanted| {
        let kind = &knowledge.catalogue.fact_at(wanted.fact).kind;
        life.truth.told(wanted.fact, wanted.whose)?.value.bits(kind)
    };
    moment.ask_until_settled(&mut life.known.clone(), &life.interest, order, answer)
}

/// Means over all homes: guided, in the order of the catalogue, and everything that could be asked.
fn means(knowledge: &Knowledge, lives: &[Life]) -> [f64; 3] {
    let all = |life: &Life| {
        let moment = knowledge.catalogue.on(life.known.day);
        moment.questions(&moment.answers(&life.known), &life.interest).len()
    };
    let mean = |of: &dyn Fn(&Life) -> usize| lives.iter().map(of).sum::<usize>() as f64 / lives.len() as f64;
    [
        mean(&|life| asked(knowledge, life, Order::Guided)),
        mean(&|life| asked(knowledge, life, Order::Catalogue)),
        mean(&all),
    ]
}

/// The same, for every situation that a family can choose alone: what somebody is asked who wants to know about one.
fn of_one_situation(knowledge: &Knowledge, lives: &[Life]) -> [f64; 3] {
    let open: Vec<_> = knowledge.situations.iter().filter(|situation| !situation.private).collect();
    let of_each = open.iter().map(|situation| {
        let rights: std::collections::BTreeSet<usize> = situation.rights.iter().copied().collect();
        let one = |life: &Life| Life {
            known: life.known.clone(),
            truth: life.truth.clone(),
            interest: Interest { rights: rights.clone(), ..life.interest.clone() },
        };
        means(knowledge, &lives.iter().map(one).collect::<Vec<_>>())
    });
    let sum = of_each.fold([0.0; 3], |sum, it| std::array::from_fn(|at| sum[at] + it[at]));
    sum.map(|sum| sum / open.len() as f64)
}

fn told(name: &str, [guided, in_order, everything]: [f64; 3]) {
    println!("{name}: guided {guided:.1}, in the order of the catalogue {in_order:.1}, everything {everything:.1}");
}

#[test]
fn the_families_of_the_demo_are_asked_fewer_questions_than_in_any_other_way() {
    let (knowledge, mut lives) = lives();
    // One in ten here; all of them below.
    let mut place = 0;
    lives.retain(|_| {
        place += 1;
        place % 10 == 0
    });
    let [guided, in_order, everything] = means(knowledge, &lives);
    assert!(guided < in_order && in_order < everything, "{guided} {in_order} {everything}");
}

#[test]
#[ignore = "the figures that are kept in docs/rights.md"]
fn the_questions_of_all_families_of_the_demo_are_counted() {
    let (knowledge, lives) = lives();
    println!("homes: {}", lives.len());
    told("everything that may be looked at", means(knowledge, &lives));
    told("one situation, in the middle", of_one_situation(knowledge, &lives));
}
