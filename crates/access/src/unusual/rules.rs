//! The rules. Each looks at one helper in one week; together they are read from top to bottom in [`alarms`].

use super::facts::parts_of;
use super::found::Found;
use super::{Alarm, Facts, Trace, Unusual, week_of};
use crate::directory::{Directory, Helper};
use crate::journal::Outcome;
use dossier::{ActorId, FamilyId, Role, Watch, after};
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What all rules read.
struct Ground<'a> {
    facts: &'a HashMap<FamilyId, Facts>,
    directory: &'a Directory,
    watch: &'a Watch,
    /// Days on which somebody wrote in a family.
    wrote: HashMap<(ActorId, FamilyId), Vec<Date>>,
    /// Pages that somebody opened, and how many of them at night.
    opened: HashMap<ActorId, (usize, usize)>,
    /// How many families have a surname.
    names: HashMap<&'a str, usize>,
}

/// One helper's lines in one week.
type Week<'a> = Vec<&'a Trace>;

/// The looks that somebody should ask about, newest first. `traces` are in the order of the journal.
pub fn alarms(
    traces: &[Trace],
    facts: &HashMap<FamilyId, Facts>,
    directory: &Directory,
    watch: &Watch,
) -> Vec<Alarm> {
    let mut ground = Ground {
        facts,
        directory,
        watch,
        wrote: HashMap::new(),
        opened: HashMap::new(),
        names: HashMap::new(),
    };
    for name in facts.values().flat_map(|family| &family.surnames) {
        *ground.names.entry(name).or_default() += 1;
    }
    let mut weeks: BTreeMap<Date, BTreeMap<ActorId, Week<'_>>> = BTreeMap::new();
    for trace in traces {
        if let Some(family) = trace.family.filter(|_| trace.outcome == Outcome::Changed) {
            ground.wrote.entry((trace.actor, family)).or_default().push(trace.day());
        }
        if trace.opened().is_some() {
            let (all, night) = ground.opened.entry(trace.actor).or_default();
            *all += 1;
            *night += usize::from(ground.watch.is_night(trace));
        }
        weeks.entry(week_of(trace.day())).or_default().entry(trace.actor).or_default().push(trace);
    }
    let mut found = Found::default();
    for helpers in weeks.values() {
        let unwritten: HashMap<ActorId, Vec<&Trace>> =
            helpers.iter().map(|(actor, week)| (*actor, ground.unwritten(week))).collect();
        let in_roles = in_roles(helpers, &unwritten);
        for (actor, week) in helpers {
            ground.family_rules(week, &mut found);
            ground.role_ended(*actor, week, &mut found);
            ground.at_night(*actor, week, &mut found);
            ground.refused(week, &mut found);
            let (looks, role) = (&unwritten[actor], week.first().map(|it| it.role));
            let many = families(looks).len();
            let colleagues = role.and_then(|role| in_roles.get(&role));
            let usual = colleagues.map_or(0, |counts| of_colleagues(counts, many));
            let most = usual * usize::from(watch.unwritten_times_colleagues);
            if many >= most.max(usize::from(watch.unwritten_families)) {
                found.add(Unusual::Unwritten, None, looks, watch.told_days);
            }
        }
    }
    found.alarms()
}

fn families(looks: &[&Trace]) -> HashSet<FamilyId> {
    looks.iter().filter_map(|it| it.family).collect()
}

/// How many families each of those in a role opened unwritten in this week, in their order.
fn in_roles(
    helpers: &BTreeMap<ActorId, Week<'_>>,
    unwritten: &HashMap<ActorId, Vec<&Trace>>,
) -> HashMap<Role, Vec<usize>> {
    let mut counts: HashMap<Role, Vec<usize>> = HashMap::new();
    for (actor, week) in helpers {
        if let Some(first) = week.first() {
            counts.entry(first.role).or_default().push(families(&unwritten[actor]).len());
        }
    }
    counts.values_mut().for_each(|counts| counts.sort_unstable());
    counts
}

/// What half of the colleagues open unwritten, or fewer; oneself is no colleague.
fn of_colleagues(counts: &[usize], own: usize) -> usize {
    let (me, middle) = (counts.partition_point(|count| *count < own), counts.len().saturating_sub(1) / 2);
    counts.get(if middle < me { middle } else { middle + 1 }).copied().unwrap_or_default()
}

trait Night {
    fn is_night(&self, trace: &Trace) -> bool;
}

impl Night for Watch {
    fn is_night(&self, trace: &Trace) -> bool {
        let hour = trace.clock.hour();
        hour >= self.night_from_hour || hour < self.night_until_hour
    }
}

impl<'a> Ground<'a> {
    /// Whether something was written near a look: then the look was for work.
    fn wrote_near(&self, actor: ActorId, family: FamilyId, day: Date) -> bool {
        let near = |wrote: &Date| (day - *wrote).get_days().abs() <= i32::from(self.watch.writing_days);
        self.wrote.get(&(actor, family)).is_some_and(|days| days.iter().any(near))
    }

    /// The families that were opened in a week without anything written.
    fn unwritten<'t>(&self, week: &[&'t Trace]) -> Vec<&'t Trace> {
        let opened =
            |it: &&&'t Trace| it.opened().is_some_and(|family| !self.wrote_near(it.actor, family, it.day()));
        week.iter().filter(opened).copied().collect()
    }

    /// What is unusual about one helper and one family.
    fn family_rules<'t>(&self, week: &[&'t Trace], found: &mut Found<'t>) {
        let mut by_family: BTreeMap<FamilyId, Vec<&'t Trace>> = BTreeMap::new();
        for trace in week {
            if let Some(family) = trace.family {
                by_family.entry(family).or_default().push(trace);
            }
        }
        for (family, looks) in by_family {
            let Some(facts) = self.facts.get(&family) else { continue };
            let opened: Vec<&Trace> = looks.iter().filter(|it| it.opened().is_some()).copied().collect();
            for (rule, looks) in self.of_family(facts, &looks, &opened) {
                found.add(rule, Some(family), &looks, self.watch.told_days);
            }
        }
    }

    fn of_family<'t>(
        &self,
        facts: &Facts,
        looks: &[&'t Trace],
        opened: &[&'t Trace],
    ) -> Vec<(Unusual, Vec<&'t Trace>)> {
        let Some(first) = looks.first() else { return Vec::new() };
        let (actor, watch) = (first.actor, self.watch);
        let mut found = Vec::new();
        if facts.accounts.contains(&actor) {
            found.push((Unusual::OwnFamily, looks.to_vec()));
        }
        // The day after a task is no crime: something is finished, a link in an old message is followed.
        let grace = |day: Date| after(day, -i32::from(watch.after_task_days));
        let stranger = |it: &&&'t Trace| !facts.had_task(actor, it.role, it.day());
        let late = |it: &&&'t Trace| {
            stranger(it) && facts.ended(actor, it.role, it.day()).is_some_and(|last| last < grace(it.day()))
        };
        let never = |it: &&&'t Trace| stranger(it) && facts.ended(actor, it.role, it.day()).is_none();
        let seen_late: Vec<&Trace> = opened.iter().filter(late).copied().collect();
        let refused = looks.iter().filter(|it| it.outcome == Outcome::Denied);
        let refused_late: Vec<&Trace> = refused.filter(late).copied().collect();
        let seen_never: Vec<&Trace> = opened.iter().filter(never).copied().collect();
        if !seen_late.is_empty() || refused_late.len() >= usize::from(watch.refused_after_task) {
            found.push((Unusual::AfterTask, [seen_late, refused_late].concat()));
        }
        if !seen_never.is_empty() {
            found.push((Unusual::NoTask, seen_never));
        }
        let Some(helper) = self.directory.helper(actor) else { return found };
        let unwritten = self.unwritten(opened);
        if unwritten.len() >= usize::from(watch.same_name_looks) && self.shares_rare_name(helper, facts) {
            found.push((Unusual::SameName, unwritten.clone()));
        }
        let days: HashSet<Date> = unwritten.iter().map(|it| it.day()).collect();
        let near = facts.district.is_some() && helper.district == facts.district;
        if near && days.len() > 1 && unwritten.len() >= usize::from(watch.neighbour_looks) {
            found.push((Unusual::Neighbour, unwritten));
        }
        found
    }

    /// A surname that many have tells nothing; one that hardly anybody else has, may.
    fn shares_rare_name(&self, helper: &Helper, facts: &Facts) -> bool {
        let surname = helper.name.rsplit(' ').next().unwrap_or_default();
        // In a small municipality two families of one name are kin more often than not.
        let common = (self.facts.len() * usize::from(self.watch.common_name_per_thousand) / 1000).max(2);
        parts_of(surname).any(|part| {
            facts.surnames.contains(&part)
                && self.names.get(part.as_str()).is_some_and(|have| *have <= common)
        })
    }

    /// Looks and tries by somebody who did not hold the role on that day.
    fn role_ended<'t>(&self, actor: ActorId, week: &[&'t Trace], found: &mut Found<'t>) {
        let Some(helper) = self.directory.helper(actor) else { return };
        let without = |it: &&&'t Trace| {
            let held = |held: &crate::directory::Assignment| held.role == it.role && held.holds(it.day());
            it.family.is_some() && !helper.assignments.iter().any(held)
        };
        let looks: Vec<&Trace> = week.iter().filter(without).copied().collect();
        found.add(Unusual::RoleEnded, None, &looks, self.watch.told_days);
    }

    /// Pages opened at night by somebody who otherwise does not work at night.
    fn at_night<'t>(&self, actor: ActorId, week: &[&'t Trace], found: &mut Found<'t>) {
        let opened = week.iter().filter(|it| it.opened().is_some());
        let (night, day): (Vec<&'t Trace>, Vec<&'t Trace>) =
            opened.copied().partition(|it| self.watch.is_night(it));
        let (all, at_night) = self.opened.get(&actor).copied().unwrap_or_default();
        let (others, others_at_night) = (all - night.len() - day.len(), at_night - night.len());
        let works_at_night =
            others_at_night * 100 > others.max(1) * usize::from(self.watch.night_worker_per_cent);
        if night.len() >= usize::from(self.watch.night_looks) && !works_at_night {
            found.add(Unusual::AtNight, None, &night, self.watch.told_days);
        }
    }

    /// Refused in many families: somebody tries doors.
    fn refused<'t>(&self, week: &[&'t Trace], found: &mut Found<'t>) {
        let looks: Vec<&Trace> = week.iter().filter(|it| it.outcome == Outcome::Denied).copied().collect();
        if families(&looks).len() >= usize::from(self.watch.refused_families) {
            found.add(Unusual::Refused, None, &looks, self.watch.told_days);
        }
    }
}
