//! A made-up year of journal: 1,000 staff, 2,500 families, and the snoopers among them.

use access::unusual::{Facts, Task, Trace};
use access::{Assignment, Directory, Helper, LineOutcome};
use dossier::*;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use std::collections::HashMap;

const STAFF: usize = 1_000;
const COORDINATORS: usize = 120;
const FAMILIES: usize = 2_500;
const EACH: usize = 6;
const DAYS: i32 = 364;
const DISTRICTS: usize = 12;

/// Somebody who looked without a reason.
pub struct Case {
    pub kind: &'static str,
    pub actor: ActorId,
    pub first: Timestamp,
    pub last: Timestamp,
}

struct Worker {
    helper: Helper,
    role: Role,
    night: bool,
    writes_in_100: usize,
}

pub struct Year {
    pub traces: Vec<Trace>,
    pub facts: HashMap<FamilyId, Facts>,
    pub planted: Vec<Case>,
    workers: Vec<Worker>,
    chance: Chance,
}

/// SplitMix64.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let bits = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((bits ^ (bits >> 31)) % most as u64) as usize
    }
    fn in_100(&mut self, share: usize) -> bool {
        self.below(100) < share
    }
    /// Names as they are spread: a few that very many have, and a long tail of rare ones.
    fn surname(&mut self) -> String {
        let place = self.below(1_000);
        let name = match place {
            0..=299 => place % 20,
            300..=699 => 20 + self.below(400),
            _ => 420 + self.below(6_000),
        };
        format!("navn{name}")
    }
}

fn start() -> Date {
    date(2025, 11, 3)
}

fn family_of(number: usize) -> FamilyId {
    FamilyId::new(1_000_000 + number as u64)
}

impl Year {
    pub fn of(seed: u64) -> Self {
        let mut chance = Chance(seed);
        let workers = (0..STAFF).map(|number| worker(number, &mut chance)).collect();
        let mut year =
            Self { traces: Vec::new(), facts: HashMap::new(), planted: Vec::new(), workers, chance };
        for number in 0..FAMILIES {
            year.family(number);
        }
        year.slips();
        year.plant();
        year.traces.sort_by_key(|trace| (trace.at, trace.actor, trace.family));
        for (line, trace) in (1..).zip(&mut year.traces) {
            trace.line = line;
        }
        year
    }

    pub fn directory(&self) -> Directory {
        Directory::new(Vec::new(), self.workers.iter().map(|worker| worker.helper.clone()).collect())
    }

    fn trace(
        &mut self,
        worker: usize,
        family: usize,
        day: Date,
        at_night: bool,
        act: &str,
        outcome: LineOutcome,
    ) {
        let hour = if at_night { (22 + self.chance.below(8)) % 24 } else { 7 + self.chance.below(10) };
        let minute = self.chance.below(60);
        let clock = day.at(hour as i8, minute as i8, 0, 0);
        let of = &self.workers[worker];
        self.traces.push(Trace {
            line: 0,
            at: Moment::instant(clock),
            clock,
            actor: of.helper.id,
            role: of.role,
            service: Some(of.helper.assignments[0].service),
            family: Some(family_of(family)),
            act: act.into(),
            ground: "own-task".into(),
            outcome,
        });
    }

    /// A family with its coordinator and its team, and what they do in the year.
    fn family(&mut self, number: usize) {
        let mut surnames = vec![self.chance.surname()];
        if self.chance.in_100(35) {
            surnames.push(self.chance.surname());
        }
        let district = Some(format!("d{}", self.chance.below(DISTRICTS)));
        let mut facts = Facts { surnames, district, ..Facts::default() };
        let mut team = vec![self.chance.below(COORDINATORS)];
        for _ in 0..2 + self.chance.below(5) {
            team.push(COORDINATORS + self.chance.below(STAFF - COORDINATORS));
        }
        for worker in team {
            // A team is made with sense: whoever is kin says so and is not asked. Most do; a few do not think of it.
            let name = self.workers[worker].helper.name.rsplit(' ').next().unwrap_or_default().to_owned();
            if facts.surnames.contains(&name) && self.chance.in_100(50) {
                continue;
            }
            let from = self.chance.below(DAYS as usize) as i32 - 200;
            let lasts = if worker < COORDINATORS { 200 } else { 60 } + self.chance.below(250) as i32;
            let until = from + lasts;
            let task = Task {
                actor: self.workers[worker].helper.id,
                from: after(start(), from),
                until: (until < DAYS).then(|| after(start(), until)),
            };
            facts.tasks.push(task);
            self.works(worker, number, from.max(0), until.min(DAYS));
            // An old link is followed once or twice after the end; the door is closed.
            if until < DAYS - 60 && self.chance.in_100(25) {
                for _ in 0..1 + self.chance.below(2) {
                    let later = until + 1 + self.chance.below(40) as i32;
                    self.trace(worker, number, after(start(), later), false, "plan", LineOutcome::Denied);
                }
            }
        }
        self.facts.insert(family_of(number), facts);
    }

    /// What somebody with a task does, week by week.
    fn works(&mut self, worker: usize, family: usize, from: i32, until: i32) {
        let mut day = from;
        while day < until {
            let on = after(start(), day);
            let night =
                if self.workers[worker].night { self.chance.in_100(35) } else { self.chance.below(1000) < 4 };
            for _ in 0..1 + self.chance.below(3) {
                self.trace(worker, family, on, night, "plan", LineOutcome::Seen);
            }
            if self.chance.in_100(self.workers[worker].writes_in_100) {
                self.trace(worker, family, on, night, "contact", LineOutcome::Changed);
            }
            day += if worker < COORDINATORS { 5 } else { 10 } + self.chance.below(14) as i32;
        }
    }

    /// What happens to honest people: a mistyped address, a late evening, a new colleague who reads herself in.
    fn slips(&mut self) {
        for _ in 0..800 {
            let (worker, family) = (self.chance.below(STAFF), self.chance.below(FAMILIES));
            let day = after(start(), self.chance.below(DAYS as usize) as i32);
            self.trace(worker, family, day, false, "plan", LineOutcome::Denied);
        }
        for _ in 0..60 {
            let worker = self.chance.below(STAFF);
            let own = self.families_of(worker);
            let Some(family) = own.first().copied() else { continue };
            let day = self.during(worker, family);
            for _ in 0..1 + self.chance.below(5) {
                self.trace(worker, family, day, true, "plan", LineOutcome::Seen);
            }
            self.trace(worker, family, day, true, "contact", LineOutcome::Changed);
        }
        for _ in 0..40 {
            // The first week in a new job: everything that one is to take over is read, and nothing written yet.
            let worker = COORDINATORS + self.chance.below(STAFF - COORDINATORS);
            let week = 7 * self.chance.below(51) as i32;
            for _ in 0..6 + self.chance.below(9) {
                let family = self.chance.below(FAMILIES);
                let from = after(start(), week);
                let actor = self.workers[worker].helper.id;
                let task = Task { actor, from, until: Some(after(from, 120)) };
                if let Some(facts) = self.facts.get_mut(&family_of(family)) {
                    facts.tasks.push(task);
                }
                let day = after(from, self.chance.below(5) as i32);
                self.trace(worker, family, day, false, "plan", LineOutcome::Seen);
                self.trace(worker, family, after(from, 35), false, "contact", LineOutcome::Changed);
            }
        }
    }

    /// The families in which somebody has a task that lasts for some time of the year.
    fn families_of(&self, worker: usize) -> Vec<usize> {
        let actor = self.workers[worker].helper.id;
        let long =
            |task: &Task| task.actor == actor && task.until.is_none_or(|until| until > after(start(), 40));
        (0..FAMILIES).filter(|number| self.facts[&family_of(*number)].tasks.iter().any(long)).collect()
    }

    /// A day of the year on which somebody has a task in a family.
    fn during(&mut self, worker: usize, family: usize) -> Date {
        let actor = self.workers[worker].helper.id;
        let facts = &self.facts[&family_of(family)];
        let task =
            facts.tasks.iter().filter(|task| task.actor == actor).max_by_key(|task| task.until.is_none());
        let task = task.copied().unwrap();
        let first = task.from.max(start());
        let last = task.until.unwrap_or(after(start(), DAYS)).min(after(start(), DAYS));
        let days = (last - first).get_days().max(1);
        after(first, self.chance.below(days as usize) as i32)
    }

    fn case(&mut self, kind: &'static str, worker: usize, days: &[Date]) {
        let first = days.iter().min().copied().unwrap();
        let last = days.iter().max().copied().unwrap();
        self.planted.push(Case {
            kind,
            actor: self.workers[worker].helper.id,
            first: Moment::instant(first.at(0, 0, 0, 0)),
            last: Moment::instant(after(last, 1).at(8, 0, 0, 0)),
        });
    }

    /// Somebody opens a family now and then without writing.
    fn peeks(&mut self, worker: usize, family: usize, from: Date, times: usize, at_night: bool) -> Vec<Date> {
        let days: Vec<Date> = (0..times).map(|it| after(from, it as i32 * 2)).collect();
        for day in &days {
            for _ in 0..1 + self.chance.below(2) {
                self.trace(worker, family, *day, at_night, "plan", LineOutcome::Seen);
            }
        }
        days
    }

    fn gives_task(&mut self, worker: usize, family: usize, from: Date, until: Option<Date>) {
        let task = Task { actor: self.workers[worker].helper.id, from, until };
        self.facts.get_mut(&family_of(family)).unwrap().tasks.push(task);
    }

    /// Snoopers of each kind. Some hide well: a name that many have, a line written to look busy, a look a week.
    fn plant(&mut self) {
        for place in 0..EACH {
            let (worker, family) = (self.anybody(), self.chance.below(FAMILIES));
            let day = self.some_day();
            let account = self.workers[worker].helper.id;
            self.gives_task(worker, family, start(), None);
            self.facts.get_mut(&family_of(family)).unwrap().accounts.push(account);
            let days = self.peeks(worker, family, day, 1 + place % 3, false);
            self.case("own family", worker, &days);

            let (worker, family) = (self.anybody(), self.chance.below(FAMILIES));
            let day = self.some_day();
            let days = self.peeks(worker, family, day, 1 + place % 2, false);
            self.case("no task", worker, &days);

            let (worker, family) = (self.anybody(), self.chance.below(FAMILIES));
            let day = self.some_day();
            // Half of them come soon after the end; within the grace nobody can tell.
            self.gives_task(worker, family, start(), Some(after(day, -5 - 12 * place as i32)));
            let days = self.peeks(worker, family, day, 2, false);
            self.case("after the task", worker, &days);

            let (worker, family) = (self.anybody(), self.chance.below(FAMILIES));
            let day = self.some_day();
            let left = after(day, -3);
            let days = self.peeks(worker, family, day, 2, false);
            self.workers[worker].helper.assignments[0].until = Some(left);
            let actor = self.workers[worker].helper.id;
            // Whoever has left has nothing else in the journal afterwards.
            let from = Moment::instant(left.at(23, 59, 0, 0));
            self.traces
                .retain(|it| it.actor != actor || it.at <= from || it.family == Some(family_of(family)));
            self.case("after leaving", worker, &days);

            let (worker, family) = (self.anybody(), self.chance.below(FAMILIES));
            let day = self.some_day();
            self.gives_task(worker, family, start(), None);
            // Most of those who look for kin have a name that few have; one in six is called what everybody is.
            let name =
                if place == 0 { "navn3".to_owned() } else { format!("sjelden{}", self.chance.below(9_000)) };
            self.workers[worker].helper.name = format!("Kari {name}");
            self.facts.get_mut(&family_of(family)).unwrap().surnames.push(name);
            let days = self.peeks(worker, family, day, 2 + place % 3, false);
            if place == 1 {
                self.trace(worker, family, day, false, "contact", LineOutcome::Changed);
            }
            self.case("same name", worker, &days);

            let (worker, family) = (self.anybody(), self.chance.below(FAMILIES));
            let day = week_day(self.some_day());
            self.gives_task(worker, family, start(), None);
            let home = self.facts[&family_of(family)].district.clone();
            self.workers[worker].helper.district = home;
            // One of them looks only once a week.
            let days = if place == 0 {
                self.peeks(worker, family, day, 1, false)
            } else {
                let mut days = self.peeks(worker, family, day, 3, false);
                days.extend(self.peeks(worker, family, day, 3, false));
                days
            };
            self.case("neighbour", worker, &days);

            let worker = COORDINATORS + self.chance.below(STAFF - COORDINATORS);
            let day = week_day(self.some_day());
            let mut days = Vec::new();
            for _ in 0..14 + 3 * place {
                let family = self.chance.below(FAMILIES);
                self.gives_task(worker, family, start(), None);
                days.extend(self.peeks(worker, family, day, 1, false));
            }
            self.case("many unwritten", worker, &days);

            let worker = self.anybody();
            let own = self.families_of(worker);
            let family = own.first().copied().unwrap_or_default();
            let day = week_day(self.some_day());
            self.gives_task(worker, family, start(), None);
            let mut days = self.peeks(worker, family, day, 3, true);
            days.extend(self.peeks(worker, family, day, 2, true));
            self.case("at night", worker, &days);

            let worker = self.anybody();
            let day = week_day(self.some_day());
            for _ in 0..3 + place {
                let family = self.chance.below(FAMILIES);
                self.trace(worker, family, day, false, "plan", LineOutcome::Denied);
            }
            self.case("tries doors", worker, &[day]);
        }
    }

    fn anybody(&mut self) -> usize {
        loop {
            let worker = self.chance.below(STAFF);
            if !self.workers[worker].night {
                return worker;
            }
        }
    }

    fn some_day(&mut self) -> Date {
        after(start(), 90 + self.chance.below(DAYS as usize - 110) as i32)
    }
}

/// The Monday of a day's week: so that a few days are in one week.
fn week_day(day: Date) -> Date {
    access::unusual::week_of(day)
}

fn worker(number: usize, chance: &mut Chance) -> Worker {
    let role = if number < COORDINATORS { Role::Coordinator } else { Role::Helper };
    let name = format!("Kari {}", chance.surname());
    // Some have told where they live.
    let district = chance.in_100(40).then(|| format!("d{}", chance.below(DISTRICTS)));
    let assignment = Assignment {
        role,
        service: ServiceId::new(chance.below(60) as u64),
        from: date(2020, 1, 1),
        until: None,
        percent: 100,
    };
    Worker {
        helper: Helper {
            id: ActorId::new(1 + number as u64),
            name,
            title: String::new(),
            phone: None,
            face: None,
            district,
            vouched: Default::default(),
            assignments: vec![assignment],
        },
        role,
        night: number >= COORDINATORS && chance.in_100(6),
        // Some read much and write little.
        writes_in_100: if chance.in_100(15) { 5 } else { 30 + chance.below(50) },
    }
}
