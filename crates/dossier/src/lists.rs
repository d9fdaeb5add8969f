//! Lists over all families, derived from dossiers. They make finding fast; they never decide who may see.
//!
//! INVARIANT: what stands in the store equals what [`lists`] gives for each dossier, always. A list row is
//! nothing that cannot be thrown away and made again.

use crate::attention::{LastWords, Reason, answer_due, waits_for_helper};
use crate::course::{course_periods, interim_contact};
use crate::entry::{Audience, Dossier, Entry};
use crate::extract::{Extract, Open, Shown, Thing};
use crate::gaps::{gaps, since};
use crate::ids::*;
use crate::likeness::{NameKey, name_keys};
use crate::moment::Moment;
use crate::payload::*;
use crate::people::coordinator_periods;
use crate::vocabulary::*;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Somebody can have something to do with the family in this period.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReachRow {
    /// Who.
    pub actor: ActorId,
    /// In which role; see [`Role::in_lists`].
    pub role: Role,
    /// First day.
    pub from: Date,
    /// The day after the last; empty while it lasts.
    pub until: Option<Date>,
}

/// A name by which somebody can be found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameRow {
    /// Who.
    pub person: PersonId,
    /// A key under which similar names meet.
    pub key: NameKey,
}

/// A phase of the course, with its period.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CourseRow {
    /// Code of the phase.
    pub phase: &'static str,
    /// First day.
    pub from: Date,
    /// First day of the next phase.
    pub until: Option<Date>,
    /// Acute lane.
    pub acute: bool,
    /// District.
    pub district: Option<String>,
}

/// Who was coordinator when.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CoordinationRow {
    /// Who.
    pub actor: ActorId,
    /// First day.
    pub from: Date,
    /// The day after the last.
    pub until: Option<Date>,
}

/// What kind of open item it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// A need without owner.
    NeedGap,
    /// An action without owner.
    ActionGap,
    /// An action that somebody does.
    Action,
    /// A request that waits for its helper.
    Request,
    /// Own words that wait for an answer.
    Voice,
    /// An offer of becoming coordinator (or stand-in) that waits.
    Offer,
    /// An emergency access that nobody has looked at afterwards.
    Emergency,
    /// Somebody who may come to know a protected person's whereabouts, once a second person has approved it.
    Trusted,
    /// An application that waits for its answer.
    Application,
    /// What has waited longest of what the law lays on the coordinator; since the day on which it was done last.
    Duty,
}

impl ItemKind {
    /// The code in stores.
    pub const fn code(self) -> &'static str {
        match self {
            ItemKind::NeedGap => "need-gap",
            ItemKind::ActionGap => "action-gap",
            ItemKind::Action => "action",
            ItemKind::Request => "request",
            ItemKind::Voice => "voice",
            ItemKind::Offer => "offer",
            ItemKind::Emergency => "emergency",
            ItemKind::Trusted => "trusted",
            ItemKind::Application => "application",
            ItemKind::Duty => "duty",
        }
    }
}

/// Something open.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ItemRow {
    /// Which thing.
    pub thing: ThingId,
    /// What kind.
    pub kind: ItemKind,
    /// With whom it lies.
    pub owner: Option<ActorId>,
    /// For which service.
    pub service: Option<ServiceId>,
    /// Area of life.
    pub area: Option<Area>,
    /// Birth date of the youngest child that it is about.
    pub born: Option<Date>,
    /// Since when.
    pub since: Date,
    /// When it is due.
    pub due: Option<Date>,
}

/// What telling once has spared a family, in one month. Counts alone; nothing says what was asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ToldRow {
    /// The first day of the month.
    pub month: Date,
    /// Questions that were answered.
    pub asked: u32,
    /// Of these, about something that was known already: a defect.
    pub again: u32,
    /// Applications that were sent.
    pub sent: u32,
    /// Facts in them that nobody had to ask for.
    pub reused: u32,
    /// Facts in them that had to be asked for.
    pub needed: u32,
    /// Answers that a machine could give at once.
    pub automatic: u32,
}

/// All list rows of one family, each list sorted and without repetitions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lists {
    /// Who can have something to do with the family.
    pub reach: Vec<ReachRow>,
    /// Names.
    pub names: Vec<NameRow>,
    /// The course.
    pub course: Vec<CourseRow>,
    /// Coordinators.
    pub coordination: Vec<CoordinationRow>,
    /// Open items.
    pub items: Vec<ItemRow>,
    /// Codes on receipts.
    pub references: Vec<String>,
    /// Keys of the systems that the family was imported from, and keyed hashes of identity numbers.
    pub sources: Vec<(ThingId, String)>,
    /// What telling once has spared.
    pub told: Vec<ToldRow>,
}

/// Derives the list rows of a family.
pub fn lists(dossier: &Dossier) -> Lists {
    derive(dossier, None)
}

/// The same from the list rows at an earlier version: what follows from a few kinds of things, none of which was
/// written since, is as it was.
pub fn lists_after(before: &Lists, read: u64, dossier: &Dossier) -> Lists {
    derive(dossier, Some((before, read)))
}

fn derive(dossier: &Dossier, before: Option<(&Lists, u64)>) -> Lists {
    let as_before = |kinds: &[usize]| {
        let touches = |entry: &Entry| {
            // What was removed was of a kind before.
            matches!(entry.payload, Payload::Removed(_)) || kinds.contains(&entry.payload.number())
        };
        let untouched = |read: u64| !dossier.entries().skip(read as usize).any(touches);
        before.filter(|(_, read)| untouched(*read)).map(|(lists, _)| lists)
    };
    let all = Extract::whole(dossier);
    // What somebody keeps to oneself alone is counted nowhere: a count tells that it is there.
    let told = |audience: &Audience| if *audience == Audience::Oneself { Shown::No } else { Shown::Whole };
    let told = Open {
        classes: dossier.classes().iter().map(|class| told(&class.audience)).collect(),
        ..Open::default()
    };
    let told = Extract::of(dossier, &told);
    let coordinators = as_before(&[Coordination::NUMBER])
        .map_or_else(|| coordinators(&all), |lists| lists.coordination.clone());
    let mut lists = Lists {
        reach: reach(&all, &coordinators),
        names: as_before(&[Person::NUMBER]).map_or_else(|| names(&all), |lists| lists.names.clone()),
        course: as_before(&[Course::NUMBER, Family::NUMBER])
            .map_or_else(|| course(&all), |lists| lists.course.clone()),
        items: items(&told),
        references: all.all::<HelpRequest>().map(|request| request.is.reference.clone()).collect(),
        sources: as_before(&[Family::NUMBER, Person::NUMBER])
            .map_or_else(|| sources(&all), |lists| lists.sources.clone()),
        told: as_before(&[Fact::NUMBER, Application::NUMBER])
            .map_or_else(|| spared(dossier), |lists| lists.told.clone()),
        coordination: coordinators,
    };
    as_set(&mut lists.reach);
    as_set(&mut lists.names);
    as_set(&mut lists.course);
    as_set(&mut lists.coordination);
    as_set(&mut lists.items);
    as_set(&mut lists.references);
    as_set(&mut lists.sources);
    as_set(&mut lists.told);
    lists
}

/// A list says something once: two phases that began and ended on one day, or two reasons for one gap, are one row.
fn as_set<T: Ord>(rows: &mut Vec<T>) {
    rows.sort();
    rows.dedup();
}

fn names(all: &Extract<'_>) -> Vec<NameRow> {
    let keys = |person: Thing<'_, Person>| {
        let id = PersonId::from(person.id());
        name_keys(person.is).into_iter().map(move |key| NameRow { person: id, key })
    };
    all.all::<Person>().flat_map(keys).collect()
}

fn coordinators(all: &Extract<'_>) -> Vec<CoordinationRow> {
    let periods = coordinator_periods(all).into_iter();
    periods.map(|(actor, _, from, until)| CoordinationRow { actor, from, until }).collect()
}

fn reach(all: &Extract<'_>, coordinators: &[CoordinationRow]) -> Vec<ReachRow> {
    let mut rows = Vec::new();
    let mut add = |actor, role, from, until| rows.push(ReachRow { actor, role, from, until });
    for row in coordinators {
        add(row.actor, Role::Coordinator, row.from, row.until);
    }
    if let Some(coordination) = all.only::<Coordination>() {
        let said = Moment::day_of(coordination.entry.at);
        if let Some(offer) = &coordination.is.offer {
            add(offer.to, Role::Coordinator, said, None);
        }
        if let Some(stand_in) = &coordination.is.stand_in {
            add(
                stand_in.actor,
                Role::Coordinator,
                said.min(stand_in.from),
                Some(crate::after(stand_in.until, 1)),
            );
        }
    }
    if let (Some(interim), Some(course)) = (interim_contact(all), all.only::<Course>()) {
        add(interim, Role::Coordinator, Moment::day_of(course.entry.at), None);
    }
    let mut helps = |actor, from, until| add(actor, Role::Helper, from, until);
    for member in all.all::<Membership>() {
        helps(member.is.helper, member.is.from, member.is.until);
    }
    for request in all.all::<Request>().filter(|request| request.is.withdrawn.is_none()) {
        helps(request.is.to, Moment::day_of(request.entry.at), None);
    }
    let owners = all.all::<Action>().map(|action| (action.is.owner, action.entry.at));
    for (owner, at) in owners.chain(all.all::<Need>().map(|need| (need.is.owner, need.entry.at))) {
        if let Some(Owner::Helper(helper)) = owner {
            helps(helper, Moment::day_of(at), None);
        }
    }
    for meeting in all.all::<Meeting>().filter(|meeting| meeting.is.settled.is_none()) {
        let said = Moment::day_of(meeting.entry.at);
        for helper in &meeting.is.helpers {
            helps(*helper, said, Some(crate::after(meeting.is.at.date(), 1)));
        }
    }
    for release in all.all::<Release>() {
        if let Recipient::Helper(helper) = release.is.to {
            helps(helper, Moment::day_of(release.entry.at), Some(crate::after(release.is.until, 1)));
        }
    }
    for application in all.all::<Application>() {
        if let (Some(to), Some(sent)) = (application.is.receiver, &application.is.sent) {
            helps(to.helper, sent.on, None);
        }
    }
    for emergency in all.all::<Emergency>() {
        let until = Some(crate::after(Moment::day_of(emergency.is.until), 1));
        for role in [Role::Helper, Role::Coordinator, Role::Intake] {
            add(emergency.is.helper, role, Moment::day_of(emergency.entry.at), until);
        }
    }
    for person in all.all::<Person>() {
        if let Some(account) = person.is.account {
            add(account, Role::Citizen, Moment::day_of(person.entry.at), person.is.left);
        }
    }
    for request in all.all::<HelpRequest>() {
        if let Some(sender) = &request.is.sent_by {
            add(sender.helper, Role::Visitor, Moment::day_of(request.entry.at), None);
        }
    }
    joined(rows)
}

/// The same reach in as few rows as can be: somebody with ten tasks in a family is found there once.
fn joined(mut rows: Vec<ReachRow>) -> Vec<ReachRow> {
    // An open end sorts first among those of one day, and covers them.
    rows.sort();
    let mut joined: Vec<ReachRow> = Vec::new();
    for row in rows {
        match joined.last_mut() {
            Some(last)
                if (last.actor, last.role) == (row.actor, row.role)
                    && last.until.is_none_or(|until| row.from <= until) =>
            {
                let later = last.until.zip(row.until).map(|(a, b)| a.max(b));
                last.until = later;
            }
            _ => joined.push(row),
        }
    }
    joined
}

fn course(all: &Extract<'_>) -> Vec<CourseRow> {
    let district = all.only::<Family>().and_then(|family| family.is.district.clone());
    course_periods(all)
        .into_iter()
        .map(|period| CourseRow {
            phase: period.course.phase.code(),
            from: period.from,
            until: period.until,
            acute: period.course.acute,
            district: district.clone(),
        })
        .collect()
}

fn youngest(all: &Extract<'_>, subjects: &[PersonId]) -> Option<Date> {
    let child = |person: &&Person| person.generation == Generation::Child;
    subjects.iter().filter_map(|id| all.person(*id)).filter(child).filter_map(|person| person.born).max()
}

fn items(all: &Extract<'_>) -> Vec<ItemRow> {
    let mut rows = Vec::new();
    let open = |course: &Course| !matches!(course.phase, Phase::Closed { .. } | Phase::Merged { .. });
    if !all.only::<Course>().is_some_and(|course| open(course.is)) {
        return rows;
    }
    for gap in gaps(all) {
        let kind = match gap.reason {
            Reason::NeedWithoutOwner(_) => ItemKind::NeedGap,
            _ => ItemKind::ActionGap,
        };
        let subjects =
            all.versions(gap.thing).last().map(|entry| entry.subjects.as_slice()).unwrap_or_default();
        rows.push(ItemRow {
            thing: gap.thing,
            kind,
            owner: None,
            service: None,
            area: gap.area,
            born: youngest(all, subjects),
            since: gap.since,
            due: None,
        });
    }
    for action in all.all::<Action>().filter(|action| action.is.status.is_open()) {
        let Some(owner) = action.is.owner else { continue };
        rows.push(ItemRow {
            thing: action.id(),
            kind: ItemKind::Action,
            owner: match owner {
                Owner::Helper(helper) => Some(helper),
                Owner::Member(member) => all.person(member).and_then(|person| person.account),
            },
            service: action.is.service,
            area: None,
            born: youngest(all, &action.entry.subjects),
            since: since(all, &action, |action| action.status.is_open() && action.owner == Some(owner)),
            // What is delivered waits for the family's yes; it is late for nobody.
            due: action.is.due.filter(|_| action.is.status != ActionStatus::Delivered),
        });
    }
    for request in all.all::<Request>().filter(|request| waits_for_helper(all, request)) {
        rows.push(ItemRow {
            thing: request.id(),
            kind: ItemKind::Request,
            owner: Some(request.is.to),
            service: Some(request.is.service),
            area: None,
            born: youngest(all, &request.entry.subjects),
            since: since(all, &request, |_| true),
            due: Some(answer_due(all, &request)),
        });
    }
    for application in all.all::<Application>().filter(|it| it.is.stage().waits()) {
        let Some(sent) = &application.is.sent else { continue };
        rows.push(ItemRow {
            thing: application.id(),
            kind: ItemKind::Application,
            owner: application.is.receiver.map(|to| to.helper),
            service: application.is.receiver.map(|to| to.service),
            area: None,
            born: None,
            since: sent.on,
            due: application.is.answer_by(),
        });
    }
    for emergency in all.all::<Emergency>().filter(|emergency| emergency.is.checked.is_none()) {
        rows.push(ItemRow {
            thing: emergency.id(),
            kind: ItemKind::Emergency,
            owner: Some(emergency.is.helper),
            service: Some(emergency.is.service),
            area: None,
            born: None,
            since: Moment::day_of(emergency.entry.at),
            due: None,
        });
    }
    let waits = |trusted: &Thing<'_, Trusted>| trusted.is.approved_by.is_none() && trusted.is.ended.is_none();
    for trusted in all.all::<Trusted>().filter(waits) {
        rows.push(ItemRow {
            thing: trusted.id(),
            kind: ItemKind::Trusted,
            owner: Some(trusted.is.helper),
            service: Some(trusted.is.service),
            area: None,
            born: None,
            since: Moment::day_of(trusted.entry.at),
            due: None,
        });
    }
    let coordination = all.only::<Coordination>();
    let lead = coordination.as_ref().and_then(|coordination| coordination.is.lead);
    let words = LastWords::of(all);
    for voice in all.all::<Voice>().filter(|voice| !words.answer(voice.entry)) {
        let said = Moment::day_of(voice.entry.at);
        rows.push(ItemRow {
            thing: voice.id(),
            kind: ItemKind::Voice,
            owner: lead,
            service: None,
            area: None,
            born: None,
            since: said,
            due: None,
        });
    }
    let active = all.only::<Course>().filter(|course| matches!(course.is.phase, Phase::Active));
    if let (Some(course), Some(coordination), Some(lead)) = (active, &coordination, lead) {
        rows.push(ItemRow {
            thing: coordination.id(),
            kind: ItemKind::Duty,
            owner: Some(lead),
            service: None,
            area: None,
            born: None,
            since: crate::longest_untouched(all, course.is.since).1,
            due: None,
        });
    }
    if let Some(coordination) = coordination {
        let said = Moment::day_of(coordination.entry.at);
        let offered = coordination.is.offer.as_ref().filter(|offer| offer.coordinator == Answer::Pending);
        let standing =
            coordination.is.stand_in.as_ref().filter(|stand_in| stand_in.answer == Answer::Pending);
        let offers = offered
            .map(|offer| (offer.to, offer.reply_by))
            .into_iter()
            .chain(standing.map(|stand_in| (stand_in.actor, stand_in.from)));
        for (to, due) in offers {
            rows.push(ItemRow {
                thing: coordination.id(),
                kind: ItemKind::Offer,
                owner: Some(to),
                service: None,
                area: None,
                born: None,
                since: said,
                due: Some(due),
            });
        }
    }
    rows
}

/// Counts what was asked and what was spared, month by month: from every version, since each is one answer. Most
/// entries are neither, so what stood before one is looked up only where it counts.
fn spared(dossier: &Dossier) -> Vec<ToldRow> {
    let mut rows: BTreeMap<Date, ToldRow> = BTreeMap::new();
    for (entry, index) in dossier.entries().zip(0..) {
        if !matches!(entry.payload, Payload::Fact(_) | Payload::Application(_)) {
            continue;
        }
        let month = Moment::day_of(entry.at).first_of_month();
        let none = ToldRow { month, ..ToldRow::default() };
        let added = match (&entry.payload, dossier.before(index).map(|before| &before.payload)) {
            (Payload::Fact(fact), before) if fact.way == FactWay::Asked => {
                let known = matches!(before, Some(Payload::Fact(old)) if old.value.is_some());
                ToldRow { asked: 1, again: known.into(), ..none }
            }
            (Payload::Application(now), Some(Payload::Application(old))) => {
                let answered = now.decision.as_ref().filter(|_| old.decision.is_none());
                let automatic = answered.is_some_and(|it| it.automatic.is_some()).into();
                match now.sent.as_ref().filter(|_| old.sent.is_none()) {
                    Some(sent) => {
                        let (reused, needed) = (sent.reused.into(), sent.asked.into());
                        ToldRow { sent: 1, reused, needed, automatic, ..none }
                    }
                    None if automatic > 0 => ToldRow { automatic, ..none },
                    None => continue,
                }
            }
            _ => continue,
        };
        let row = rows.entry(month).or_insert(ToldRow { month, ..ToldRow::default() });
        row.asked += added.asked;
        row.again += added.again;
        row.sent += added.sent;
        row.reused += added.reused;
        row.needed += added.needed;
        row.automatic += added.automatic;
    }
    rows.into_values().collect()
}

fn sources(all: &Extract<'_>) -> Vec<(ThingId, String)> {
    let families = all
        .all::<Family>()
        .filter_map(|it| it.is.source.clone().map(|key| (it.id(), format!("family:{key}"))));
    let people = all.all::<Person>().flat_map(|it| {
        let source = it.is.source.as_ref().map(|key| format!("person:{key}"));
        let identity = it.is.identity.as_ref().map(|hash| format!("identity:{hash}"));
        source.into_iter().chain(identity).map(move |key| (it.id(), key)).collect::<Vec<_>>()
    });
    families.chain(people).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn row((actor, from, days): (u64, i8, Option<i8>)) -> ReachRow {
        let from = date(2026, 3, from);
        let until = days.map(|days| crate::after(from, i32::from(days)));
        ReachRow { actor: ActorId::new(actor), role: Role::Helper, from, until }
    }

    proptest! {
        #[test]
        fn joined_rows_reach_on_the_same_days(
            rows in prop::collection::vec((0u64..3, 1i8..20, prop::option::of(0i8..10)), 0..12),
        ) {
            let rows: Vec<ReachRow> = rows.into_iter().map(row).collect();
            let fewer = joined(rows.clone());
            prop_assert!(fewer.len() <= rows.len());
            for day in (1..31).map(|day| date(2026, 3, day)) {
                for actor in (0..3).map(ActorId::new) {
                    let reaches = |rows: &[ReachRow]| {
                        rows.iter().any(|row| {
                            row.actor == actor && row.from <= day && row.until.is_none_or(|until| until > day)
                        })
                    };
                    prop_assert_eq!(reaches(&fewer), reaches(&rows), "{} on {}", actor, day);
                }
            }
        }
    }
}
