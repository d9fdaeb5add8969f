//! A house around the stories: a store in memory, the people who work there, and the gate.

#![allow(dead_code, clippy::unwrap_used)]

#[path = "../../../dossier/tests/support/story.rs"]
pub mod story;

use access::follow::FollowUp;
use access::unusual::Trace;
use access::*;
use dossier::*;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::HashMap;
use std::future::Future;
use std::pin::pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use story::*;

/// Waits for something that never really waits.
pub fn now<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

fn ready<'a, T: Send + 'a>(value: T) -> Later<'a, T> {
    Box::pin(std::future::ready(value))
}

/// A store that forgets everything when the test ends.
#[derive(Default)]
pub struct Memory {
    pub dossiers: Mutex<HashMap<FamilyId, Arc<Dossier>>>,
    /// Journal lines that were durable before anything was shown.
    pub lines: Mutex<Vec<Line>>,
    /// Lines about what was refused.
    pub refused: Mutex<Vec<Line>>,
    pub done: Mutex<HashMap<(ActorId, String), ThingId>>,
    pub looks: Mutex<Vec<Look>>,
    /// National identity numbers, as marks.
    pub marks: Mutex<Vec<(FamilyId, PersonId, String)>>,
    pub traces: Mutex<Vec<Trace>>,
    pub steps: Mutex<Vec<FollowUp>>,
    pub exports: Mutex<Vec<(research::ResearchExport, Vec<FamilyId>)>>,
    /// Cannot write any longer.
    pub full: Mutex<bool>,
    /// How many times others write first.
    pub moved: Mutex<u32>,
    pub people: Mutex<Arc<Directory>>,
    /// For what dossiers were opened.
    pub purposes: Mutex<HashMap<(SessionKey, FamilyId), Purpose>>,
}

impl Memory {
    fn families(&self, wanted: impl Fn(&Dossier) -> bool) -> Vec<FamilyId> {
        let dossiers = self.dossiers.lock().unwrap();
        let mut found: Vec<_> = dossiers.values().filter(|it| wanted(it)).map(|it| it.family).collect();
        found.sort();
        found
    }
}

impl Archive for Memory {
    fn dossier(&self, family: FamilyId) -> Later<'_, Result<Option<Sealed<Dossier>>, ArchiveError>> {
        ready(Ok(self.dossiers.lock().unwrap().get(&family).cloned().map(Sealed::new)))
    }
    fn dossiers<'a>(
        &'a self,
        families: &'a [FamilyId],
    ) -> Later<'a, Result<Vec<Sealed<Dossier>>, ArchiveError>> {
        let dossiers = self.dossiers.lock().unwrap();
        ready(Ok(families.iter().filter_map(|it| dossiers.get(it).cloned().map(Sealed::new)).collect()))
    }
    fn commit(&self, commit: Commit) -> Later<'_, Result<Committed, ArchiveError>> {
        if *self.full.lock().unwrap() {
            return ready(Err(ArchiveError::Unavailable("full".into())));
        }
        if !commit.batches.is_empty() {
            let mut moved = self.moved.lock().unwrap();
            if *moved > 0 {
                *moved -= 1;
                return ready(Err(ArchiveError::Moved));
            }
        }
        if let Some((key, _)) = &commit.key
            && let Some(thing) = self.done.lock().unwrap().get(&(key.actor, key.key.clone()))
        {
            return ready(Ok(Committed::Before(*thing)));
        }
        let mut dossiers = self.dossiers.lock().unwrap();
        for batch in commit.batches {
            let empty = || Arc::new(Dossier::fold(batch.family, []));
            let known = dossiers.remove(&batch.family).unwrap_or_else(empty);
            assert_eq!(known.version(), batch.read);
            let numbered = batch.entries.into_iter().zip(batch.read + 1..);
            let entries = numbered.map(|(entry, seq)| Arc::new(Entry { seq, ..entry }));
            dossiers.insert(batch.family, Arc::new(Dossier::clone(&known).with(entries)));
        }
        let mut steps = self.steps.lock().unwrap();
        for step in commit.follow_ups {
            if steps.iter().any(|it| (it.matter.id, it.number) == (step.matter.id, step.number)) {
                return ready(Err(ArchiveError::Moved));
            }
            steps.push(step);
        }
        if let Some((key, thing)) = commit.key {
            self.done.lock().unwrap().insert((key.actor, key.key), thing);
        }
        self.lines.lock().unwrap().extend(commit.lines);
        ready(Ok(Committed::Now))
    }
    fn done<'a>(&'a self, key: &'a Key) -> Later<'a, Result<Option<ThingId>, ArchiveError>> {
        ready(Ok(self.done.lock().unwrap().get(&(key.actor, key.key.clone())).copied()))
    }
    fn note(&self, lines: Vec<Line>) {
        self.refused.lock().unwrap().extend(lines);
    }
    fn reach(&self, actor: ActorId, role: Role, day: Date) -> Later<'_, Result<Vec<FamilyId>, ArchiveError>> {
        ready(Ok(self.families(|dossier| reaches(dossier, actor, role, day))))
    }
    fn in_phases<'a>(&'a self, phases: &'a [&'static str]) -> Later<'a, Result<Vec<FamilyId>, ArchiveError>> {
        ready(Ok(self.families(|dossier| {
            dossier.only::<Course>().is_some_and(|(_, course)| phases.contains(&course.phase.code()))
        })))
    }
    fn with_items(&self, kind: ItemKind) -> Later<'_, Result<Vec<FamilyId>, ArchiveError>> {
        ready(Ok(self.families(|dossier| lists(dossier).items.iter().any(|item| item.kind == kind))))
    }
    fn by_reference<'a>(&'a self, reference: &'a str) -> Later<'a, Result<Option<FamilyId>, ArchiveError>> {
        let found = self.families(|dossier| lists(dossier).references.iter().any(|it| it == reference));
        ready(Ok(found.first().copied()))
    }
    fn by_names<'a>(
        &'a self,
        keys: &'a [String],
    ) -> Later<'a, Result<Vec<(FamilyId, PersonId)>, ArchiveError>> {
        let dossiers = self.dossiers.lock().unwrap();
        let rows = dossiers.values().flat_map(|it| {
            let rows = lists(it).names.into_iter().filter(|row| keys.contains(&row.key));
            rows.map(|row| (it.family, row.person)).collect::<Vec<_>>()
        });
        ready(Ok(rows.collect()))
    }
    fn marks(&self, family: FamilyId) -> Later<'_, Result<Vec<(PersonId, String)>, ArchiveError>> {
        let marks = self.marks.lock().unwrap();
        ready(Ok(marks.iter().filter(|it| it.0 == family).map(|it| (it.1, it.2.clone())).collect()))
    }
    fn same_numbers(&self, family: FamilyId) -> Later<'_, Result<Vec<FamilyId>, ArchiveError>> {
        let marks = self.marks.lock().unwrap();
        let mine = |mark: &str| marks.iter().any(|it| it.0 == family && it.2 == mark);
        ready(Ok(marks.iter().filter(|it| it.0 != family && mine(&it.2)).map(|it| it.0).collect()))
    }
    fn figures(&self, _: Date, _: Date) -> Later<'_, Result<Figures, ArchiveError>> {
        ready(Ok(Figures::default()))
    }
    fn load_of_coordinators(&self, _: Date) -> Later<'_, Result<Vec<FigureRow<ActorId>>, ArchiveError>> {
        ready(Ok(vec![FigureRow { of: KARI, count: 12, oldest: 40 }]))
    }
    fn untouched_duties(&self, _: Date, _: Date) -> Later<'_, Result<Vec<FigureRow<ActorId>>, ArchiveError>> {
        ready(Ok(vec![FigureRow { of: KARI, count: 2, oldest: 100 }]))
    }
    fn looks(&self, _: FamilyId, _: u32, by_helpers: bool) -> Later<'_, Result<Vec<Look>, ArchiveError>> {
        let mut looks = self.looks.lock().unwrap().clone();
        looks.retain(|look| !by_helpers || look.role != Role::Citizen && look.outcome == "seen");
        ready(Ok(looks))
    }
    fn traces(&self, from: Timestamp, until: Timestamp) -> Later<'_, Result<Vec<Trace>, ArchiveError>> {
        let mut traces = self.traces.lock().unwrap().clone();
        traces.retain(|it| from <= it.at && it.at <= until);
        ready(Ok(traces))
    }
    fn follow_ups(&self, about: Option<ActorId>) -> Later<'_, Result<Vec<FollowUp>, ArchiveError>> {
        let mut steps = self.steps.lock().unwrap().clone();
        steps.retain(|it| about.is_none_or(|about| it.matter.actor == about));
        ready(Ok(steps))
    }
    fn exports(
        &self,
        family: Option<FamilyId>,
    ) -> Later<'_, Result<Vec<(research::ResearchExport, bool)>, ArchiveError>> {
        let exports = self.exports.lock().unwrap();
        let was_in = |families: &[FamilyId]| family.is_some_and(|it| families.contains(&it));
        ready(Ok(exports.iter().rev().map(|(export, of)| (export.clone(), was_in(of))).collect()))
    }
    fn directory(&self) -> Arc<Directory> {
        Arc::clone(&self.people.lock().unwrap())
    }
    fn save_helper(&self, helper: Helper, line: Line) -> Later<'_, Result<(), ArchiveError>> {
        let mut people = self.people.lock().unwrap();
        let mut all: Vec<Helper> = people.helpers().cloned().collect();
        all.retain(|it| it.id != helper.id);
        all.push(helper);
        *people = Arc::new(Directory::new(people.services().into_iter().cloned().collect(), all));
        self.lines.lock().unwrap().push(line);
        ready(Ok(()))
    }
    fn start(&self, _: Session) -> Later<'_, Result<(), ArchiveError>> {
        ready(Ok(()))
    }
    fn session<'a>(&'a self, _: &'a str) -> Later<'a, Result<Option<Session>, ArchiveError>> {
        ready(Ok(None))
    }
    fn touch<'a>(&'a self, _: &'a str, _: Timestamp) -> Later<'a, Result<(), ArchiveError>> {
        ready(Ok(()))
    }
    fn note_purpose(
        &self,
        session: SessionKey,
        family: FamilyId,
        purpose: Purpose,
        _: Timestamp,
    ) -> Later<'_, Result<(), ArchiveError>> {
        self.purposes.lock().unwrap().insert((session, family), purpose);
        ready(Ok(()))
    }
    fn purpose(
        &self,
        session: SessionKey,
        family: FamilyId,
    ) -> Later<'_, Result<Option<Purpose>, ArchiveError>> {
        ready(Ok(self.purposes.lock().unwrap().get(&(session, family)).copied()))
    }
    fn end<'a>(&'a self, _: &'a str) -> Later<'a, Result<(), ArchiveError>> {
        ready(Ok(()))
    }
}

/// Whether the lists say that somebody can have something to do with a family on a day.
pub fn reaches(dossier: &Dossier, actor: ActorId, role: Role, day: Date) -> bool {
    lists(dossier).reach.iter().any(|row| {
        row.actor == actor && row.role == role && row.from <= day && row.until.is_none_or(|until| day < until)
    })
}

fn person(id: ActorId, name: &str, roles: &[(Role, ServiceId)]) -> Helper {
    let assignment = |(role, service): &(Role, ServiceId)| Assignment {
        role: *role,
        service: *service,
        from: day("2020-01-01"),
        until: None,
        percent: 100,
    };
    Helper {
        id,
        name: name.into(),
        title: String::new(),
        phone: None,
        face: None,
        district: None,
        vouched: access::vouching::Vouched { declared: Some(day("2020-01-01")), certificate: None },
        assignments: roles.iter().map(assignment).collect(),
    }
}

/// A crisis shelter, with somebody who works there; and somebody at school who came late and left early.
pub const SHELTER: ServiceId = ServiceId::new(505);
pub const SHELTER_HELPER: ActorId = ActorId::new(34);
pub const SUBSTITUTE: ActorId = ActorId::new(35);

fn directory() -> Directory {
    let service = |id, name: &str, sector| Service {
        id,
        name: name.into(),
        sector,
        description: String::new(),
        phone: None,
        url: None,
        place: String::new(),
        hours: Vec::new(),
        open_to_all: false,
        from_age: None,
        to_age: None,
        source: None,
        checked: None,
        decides: Vec::new(),
        sets: Default::default(),
    };
    let services = vec![
        service(FAMILY_TEAM, "Familieteamet", Sector::MunicipalGeneral),
        service(SCHOOL, "Fjell skole", Sector::School),
        service(HEALTH_STATION, "Helsestasjonen", Sector::MunicipalHealth),
        service(RED_CROSS, "Røde Kors", Sector::Voluntary),
        service(SHELTER, "Krisesenteret", Sector::CrisisShelter),
    ];
    let mut substitute = person(SUBSTITUTE, "Siri", &[(Role::Helper, SCHOOL)]);
    substitute.assignments[0].from = day("2026-03-01");
    substitute.assignments[0].until = Some(day("2026-11-19"));
    let helpers = vec![
        person(KARI, "Kari", &[(Role::Coordinator, FAMILY_TEAM), (Role::Helper, FAMILY_TEAM)]),
        person(JONAS, "Jonas", &[(Role::Coordinator, FAMILY_TEAM), (Role::Helper, FAMILY_TEAM)]),
        person(RANDI, "Randi", &[(Role::Coordinator, FAMILY_TEAM), (Role::Helper, FAMILY_TEAM)]),
        person(INGER, "Inger", &[(Role::Intake, FAMILY_TEAM)]),
        person(TEACHER, "Tore", &[(Role::Helper, SCHOOL), (Role::Helper, HEALTH_STATION)]),
        person(NURSE, "Nina", &[(Role::Helper, HEALTH_STATION)]),
        person(NEIGHBOUR, "Nabo", &[(Role::Volunteer, RED_CROSS)]),
        person(LEADER, "Liv", &[(Role::Leader, FAMILY_TEAM)]),
        person(ADMIN, "Arne", &[(Role::Administrator, FAMILY_TEAM)]),
        person(SHELTER_HELPER, "Hanne", &[(Role::Helper, SHELTER)]),
        substitute,
    ];
    Directory::new(services, helpers)
}

/// The gate in front of a store with some families.
pub struct House {
    pub memory: Arc<Memory>,
    pub gate: Gate,
}

impl House {
    pub fn of(stories: &[&Story]) -> Self {
        let memory = Arc::new(Memory { people: Mutex::new(Arc::new(directory())), ..Memory::default() });
        for story in stories {
            let dossier = Arc::new(story.dossier.clone());
            memory.dossiers.lock().unwrap().insert(story.dossier.family, dossier);
        }
        let archive: Arc<dyn Archive> = Arc::<Memory>::clone(&memory);
        let next = AtomicU64::new(7_000_000);
        let random = Box::new(move || next.fetch_add(1, Ordering::Relaxed));
        let rules = Arc::new(Rules::parse(RULES).unwrap());
        Self { memory, gate: Gate::new(archive, rules, random) }
    }

    pub fn view(&self, who: Author, story: &Story) -> Result<View, Denied> {
        now(self.gate.view(&visit(who, story.moment), story.dossier.family, "plan"))
    }

    pub fn acts(&self, who: Author, story: &Story, command: Command) -> Result<Acted, ActError> {
        let key = Key { actor: who.actor, key: format!("{command:?}"), body: [0; 32] };
        now(self.gate.act(&visit(who, story.moment), story.dossier.family, command, key))
    }
}

pub fn visit(who: Author, moment: Moment) -> Visit {
    Visit { actor: who.actor, role: who.role, service: who.service, moment, request: 1, session: None }
}

/// What somebody sees of a family; nothing when it does not exist for that reader.
pub fn view(who: Author, story: &Story) -> Option<View> {
    match House::of(&[story]).view(who, story) {
        Ok(view) => Some(view),
        Err(Denied::NotFound) => None,
        Err(other) => panic!("{other}"),
    }
}

/// Whether somebody sees the current version of a thing.
pub fn sees(who: Author, story: &Story, thing: impl Into<ThingId>) -> bool {
    view(who, story).is_some_and(|view| view.sees().payload(thing.into()).is_some())
}

/// The ground on which somebody sees a thing.
pub fn ground(who: Author, story: &Story, thing: ThingId) -> Option<Ground> {
    let view = view(who, story)?;
    let found = view.sees().find::<Goal>(thing)?;
    Some(view.ground(&found))
}

/// Puts an entry of any category into a dossier, as an import or a later kind of thing could.
pub fn files(
    story: &mut Story,
    author: Author,
    payload: impl Kind,
    subjects: &[PersonId],
    category: Category,
) -> ThingId {
    let thing = ThingId::new(800_000 + story.dossier.version());
    let entry = Entry {
        seq: 0,
        thing,
        version: 1,
        at: story.moment.at,
        author,
        subjects: subjects.to_vec(),
        category,
        origin: author.service,
        audience: Audience::Ordinary,
        payload: payload.wrap(),
    };
    story.record(vec![entry]);
    thing
}
