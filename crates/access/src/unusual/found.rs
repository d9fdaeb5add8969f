//! What the rules found, gathered: one alarm for each helper and week, however many rules it was found by.

use super::{Trace, Unusual, mix, number_of, week_of};
use dossier::{ActorId, FamilyId, Role, ServiceId, ThingId};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Unusual looks by one helper in one week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alarm {
    /// The same for the same helper and week.
    pub id: ThingId,
    /// Who.
    pub actor: ActorId,
    /// As what.
    pub role: Role,
    /// For which service.
    pub service: Option<ServiceId>,
    /// By which rules.
    pub rules: Vec<Unusual>,
    /// The first of the looks.
    pub first: Timestamp,
    /// The last of them.
    pub last: Timestamp,
    /// How many families; never which.
    pub families: usize,
    /// What was done, as codes.
    pub acts: Vec<String>,
    /// The lines of the journal.
    pub lines: Vec<i64>,
}

/// The rules that one helper was found by in one week, and the lines.
type Week<'a> = (BTreeSet<Unusual>, BTreeMap<i64, &'a Trace>);

/// What was found so far.
#[derive(Default)]
pub(super) struct Found<'a> {
    by_week: BTreeMap<(Date, ActorId), Week<'a>>,
    told: BTreeMap<(ActorId, Option<FamilyId>, Unusual), Date>,
}

impl<'a> Found<'a> {
    /// Adds what a rule found in a week, unless the same was told within so many days.
    pub(super) fn add(
        &mut self,
        rule: Unusual,
        family: Option<FamilyId>,
        traces: &[&'a Trace],
        told_days: u16,
    ) {
        let Some(first) = traces.first() else { return };
        let week = week_of(first.day());
        let before = self.told.get(&(first.actor, family, rule));
        if before.is_some_and(|before| (week - *before).get_days() < i32::from(told_days)) {
            return;
        }
        self.told.insert((first.actor, family, rule), week);
        let (rules, lines) = self.by_week.entry((week, first.actor)).or_default();
        rules.insert(rule);
        lines.extend(traces.iter().map(|trace| (trace.line, *trace)));
    }

    /// The alarms, newest first.
    pub(super) fn alarms(self) -> Vec<Alarm> {
        let mut alarms: Vec<Alarm> = self
            .by_week
            .into_iter()
            .filter_map(|((week, actor), (rules, lines))| {
                let (first, last) = (lines.values().next()?, lines.values().next_back()?);
                let families: BTreeSet<FamilyId> = lines.values().filter_map(|it| it.family).collect();
                let acts: BTreeSet<&str> = lines.values().map(|it| it.act.as_str()).collect();
                Some(Alarm {
                    id: ThingId::new(mix(&[actor.raw(), number_of(week)])),
                    actor,
                    role: first.role,
                    service: first.service,
                    rules: rules.into_iter().collect(),
                    first: first.at,
                    last: last.at,
                    families: families.len(),
                    acts: acts.into_iter().map(str::to_owned).collect(),
                    lines: lines.keys().copied().collect(),
                })
            })
            .collect();
        alarms.sort_by_key(|alarm| (std::cmp::Reverse(alarm.last), alarm.id));
        alarms
    }
}
