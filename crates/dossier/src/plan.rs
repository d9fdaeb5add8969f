//! The family's plan, as threads: dream → goal → action, with what is near apart from what is far.

use crate::extract::{Extract, Thing};
use crate::payload::*;
use crate::people::present;
use crate::vocabulary::Horizon;
use jiff::civil::Date;

/// An action in its place.
pub type ActionLine<'a> = Thing<'a, Action>;

/// A goal with its actions.
pub struct GoalThread<'a> {
    /// The goal.
    pub goal: Thing<'a, Goal>,
    /// What is done for it, in the order in which it was written down.
    pub actions: Vec<ActionLine<'a>>,
}

/// A dream with its goals.
pub struct DreamThread<'a> {
    /// The dream.
    pub dream: Thing<'a, Dream>,
    /// What it leads to.
    pub goals: Vec<GoalThread<'a>>,
}

/// The plan as one reader may see it.
pub struct Plan<'a> {
    /// Dreams with all that hangs on them.
    pub dreams: Vec<DreamThread<'a>>,
    /// Goals whose dream is not shown, or that serve none yet.
    pub goals: Vec<GoalThread<'a>>,
    /// Actions whose goal is not shown, or that serve none yet.
    pub actions: Vec<ActionLine<'a>>,
    /// Open needs here and now.
    pub acute: Vec<Thing<'a, Need>>,
    /// Open needs in the long run.
    pub long_term: Vec<Thing<'a, Need>>,
    /// What helps already.
    pub strengths: Vec<Thing<'a, Strength>>,
    /// Who said yes to the plan, and when.
    pub agreements: Vec<Thing<'a, Agreement>>,
    /// Family members who have not been asked for their dream.
    pub not_asked: Vec<Thing<'a, Person>>,
}

impl Plan<'_> {
    /// Whether nothing has been written yet.
    pub fn is_empty(&self) -> bool {
        self.dreams.is_empty()
            && self.goals.is_empty()
            && self.actions.is_empty()
            && self.acute.is_empty()
            && self.long_term.is_empty()
            && self.strengths.is_empty()
    }
}

/// Gathers the plan. Whatever the reader may not see is simply not there, and what hung on it is shown loose.
pub fn plan<'a>(extract: &Extract<'a>, today: Date) -> Plan<'a> {
    let mut actions: Vec<Option<ActionLine<'a>>> = extract.all::<Action>().map(Some).collect();
    let mut take = |wanted: &dyn Fn(&Action) -> bool| -> Vec<ActionLine<'a>> {
        actions.iter_mut().filter_map(|slot| slot.take_if(|action| wanted(action.is))).collect()
    };
    let mut goals: Vec<Option<GoalThread<'a>>> = extract
        .all::<Goal>()
        .map(|goal| Some(GoalThread { goal, actions: take(&|action| action.goal == Some(goal.id().into())) }))
        .collect();
    let loose_actions = take(&|_| true);
    let dreams: Vec<DreamThread<'a>> = extract
        .all::<Dream>()
        .map(|dream| DreamThread {
            dream,
            goals: goals
                .iter_mut()
                .filter_map(|slot| slot.take_if(|thread| thread.goal.is.dream == Some(dream.id().into())))
                .collect(),
        })
        .collect();
    let open =
        |horizon| move |need: &Thing<'a, Need>| need.is.settled.is_none() && need.is.horizon == horizon;
    let asked = |person: &Thing<'a, Person>| {
        dreams.iter().any(|thread| thread.dream.is.of.contains(&person.id().into()))
    };
    Plan {
        not_asked: present(extract, today).into_iter().filter(|person| !asked(person)).collect(),
        goals: goals.into_iter().flatten().collect(),
        actions: loose_actions,
        acute: extract.all::<Need>().filter(open(Horizon::Acute)).collect(),
        long_term: extract.all::<Need>().filter(open(Horizon::LongTerm)).collect(),
        strengths: extract.all().collect(),
        agreements: extract.all().collect(),
        dreams,
    }
}
