//! How many questions the guide asks the families of the demo, beside the order of the catalogue and beside a form that
//! asks everything.
//!
//! Who is in the home is the dossier's, and so is what has been told; the rest is answered as most families would.

#![expect(clippy::print_stdout, reason = "the figures that are kept in docs/rights.md")]

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
use rights::{Answer, Household, Knowledge, Wanted};
use std::collections::BTreeSet;
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
        let visit = Visit { actor, role: Role::Coordinator, service, moment, request: 1, session: None };
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
    let answer = |wanted: Wanted| {
        let kind = &knowledge.catalogue.fact_at(wanted.fact).kind;
        life.truth.told(wanted.fact, wanted.whose)?.value.bits(kind)
    };
    moment.ask_until_settled(&mut life.known.clone(), &life.interest, order, answer)
}

/// How many questions somebody would need who knew every answer beforehand, and each time asked what settles most: no
/// guide can do much better.
fn in_hindsight(knowledge: &Knowledge, life: &Life) -> usize {
    let catalogue = knowledge.catalogue;
    let moment = catalogue.on(life.known.day);
    let (mut household, mut interest) = (life.known.clone(), life.interest.clone());
    let told = |household: &mut Household, wanted: Wanted| {
        if let Some(told) = life.truth.told(wanted.fact, wanted.whose) {
            let (value, from) = (told.value.clone(), told.origin.clone());
            household.tell(catalogue, wanted.fact, wanted.whose, value, from).unwrap();
        }
    };
    let open = |answer: &Answer| answer.missing.len() + answer.missing_for_amount.len();
    for asked in 0.. {
        let answers = moment.answers(&household);
        let settles = |wanted: Wanted| {
            let waits = |answer: &&Answer| {
                answer.missing.contains(&wanted) || answer.missing_for_amount.contains(&wanted)
            };
            let waiting: Vec<&Answer> = answers.list.iter().filter(waits).collect();
            let rights: BTreeSet<usize> = waiting.iter().map(|answer| answer.right).collect();
            let before = answers.list.iter().filter(|it| rights.contains(&it.right)).map(open).sum::<usize>();
            let mut then = household.clone();
            told(&mut then, wanted);
            before.saturating_sub(moment.answers_of(&then, rights.into_iter()).list.iter().map(open).sum())
        };
        let questions = moment.questions(&answers, &interest);
        let best = questions.iter().map(|question| question.wanted).max_by_key(|wanted| settles(*wanted));
        let Some(best) = best else { return asked };
        told(&mut household, best);
        interest.passed_over.insert(best);
    }
    unreachable!("a household has no end of questions")
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
        let rights: BTreeSet<usize> = situation.rights.iter().copied().collect();
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
    println!(
        "{name}: guided {guided:.1}, in the order of the catalogue {in_order:.1}, everything {everything:.1}"
    );
}

/// One home in ten.
fn some(mut lives: Vec<Life>) -> Vec<Life> {
    let mut place = 0;
    lives.retain(|_| {
        place += 1;
        place % 10 == 0
    });
    lives
}

#[test]
fn the_families_of_the_demo_are_asked_fewer_questions_than_in_any_other_way() {
    let (knowledge, lives) = lives();
    let lives = some(lives);
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
    let lives = some(lives);
    told(&format!("everything, in {} of the homes", lives.len()), means(knowledge, &lives));
    let known = lives.iter().map(|life| in_hindsight(knowledge, life)).sum::<usize>() as f64;
    println!("with every answer known beforehand: {:.1}", known / lives.len() as f64);
}
