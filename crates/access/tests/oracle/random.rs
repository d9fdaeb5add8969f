//! Draws families: who they are, what holds for them, and what is written about them. Everything follows from one
//! number, so a family that shows a fault is drawn again from its seed.

use crate::draw::Draw;
use crate::items;
use crate::support::story::*;
use crate::support::*;
use dossier::*;
use jiff::civil::{Date, date};

pub const SERVICES: [ServiceId; 5] = [FAMILY_TEAM, SCHOOL, HEALTH_STATION, RED_CROSS, SHELTER];

/// Everybody at work, in the roles that they hold, and in some that they do not.
pub fn workers() -> Vec<Author> {
    let at = |actor, role, service| Author { actor, role, service: Some(service) };
    vec![
        coordinator(KARI),
        coordinator(JONAS),
        coordinator(RANDI),
        helper(KARI, FAMILY_TEAM),
        helper(JONAS, FAMILY_TEAM),
        intake(),
        helper(TEACHER, SCHOOL),
        helper(TEACHER, HEALTH_STATION),
        helper(NURSE, HEALTH_STATION),
        helper(SUBSTITUTE, SCHOOL),
        helper(SHELTER_HELPER, SHELTER),
        volunteer(NEIGHBOUR),
        at(LEADER, Role::Leader, FAMILY_TEAM),
        at(ADMIN, Role::Administrator, FAMILY_TEAM),
        at(NURSE, Role::Helper, SCHOOL),
        at(NURSE, Role::System, HEALTH_STATION),
        citizen(ActorId::new(9_999)),
        Author { actor: ActorId::new(9_999), role: Role::Visitor, service: None },
    ]
}

/// A family with its readers and the moments at which they look.
pub struct Drawn {
    pub dossier: Dossier,
    pub readers: Vec<Author>,
    pub moments: Vec<Moment>,
}

/// A family that is being drawn.
pub struct Making {
    pub draw: Draw,
    pub today: Date,
    entries: Vec<Entry>,
    next: u64,
    pub adults: Vec<PersonId>,
    pub children: Vec<PersonId>,
    pub people: Vec<PersonId>,
    readers: Vec<Author>,
}

/// The family of a seed.
pub fn family(seed: u64) -> Drawn {
    let mut draw = Draw::new(seed);
    let leap = [date(2027, 2, 27), date(2027, 2, 28), date(2027, 3, 1), date(2028, 2, 28), date(2028, 2, 29)];
    let today = if draw.chance(30) { draw.one(&leap) } else { date(2026, 11, 19) };
    let mut it = Making {
        draw,
        today,
        entries: Vec::new(),
        next: 1_000,
        adults: Vec::new(),
        children: Vec::new(),
        people: Vec::new(),
        readers: workers(),
    };
    it.draws_people();
    it.draws_relations();
    crate::circumstances::draw(&mut it);
    items::draw(&mut it);
    it.finished()
}

impl Making {
    /// A day near an edge.
    pub fn edge(&mut self) -> Date {
        let days = self.draw.one(&[-700, -200, -30, -2, -1, -1, 0, 0, 1, 1, 2, 30, 300]);
        after(self.today, days)
    }

    /// A day on which something has been over for a while, or since today.
    pub fn over(&mut self) -> Date {
        let days = self.draw.one(&[-30, -1, 0]);
        after(self.today, days)
    }

    /// A day that lies behind.
    pub fn begun(&mut self) -> Date {
        let days = self.draw.one(&[-700, -400, -100, -20, -1, 0]);
        after(self.today, days)
    }

    fn recorded(&mut self) -> Date {
        let days = self.draw.one(&[-600, -300, -90, -20, -3, -1, -1, 0]);
        after(self.today, days)
    }

    /// Writes a thing with the category and the subjects that it has by its nature.
    pub fn writes(&mut self, payload: impl Kind) -> ThingId {
        let payload = payload.wrap();
        let thing = ThingId::new(self.next);
        let subjects = payload.about(thing);
        let category = payload.category();
        let author = if self.draw.chance(60) { coordinator(KARI) } else { self.writer() };
        let on = self.recorded();
        self.enters(on, author, payload, subjects, category, Audience::Ordinary, author.service)
    }

    #[allow(clippy::too_many_arguments)]
    pub fn enters(
        &mut self,
        on: Date,
        author: Author,
        payload: Payload,
        mut subjects: Vec<PersonId>,
        category: Category,
        audience: Audience,
        origin: Option<ServiceId>,
    ) -> ThingId {
        subjects.sort();
        subjects.dedup();
        let thing = ThingId::new(self.next);
        self.next += 1;
        let at = Moment::instant(on.at(8, 0, 0, 0));
        self.entries.push(Entry {
            seq: 0,
            thing,
            version: 1,
            at,
            author,
            subjects,
            category,
            origin,
            audience,
            payload,
        });
        thing
    }

    /// A new version of a thing, on a later day or the same.
    pub fn rewrites(&mut self, thing: ThingId, how: impl FnOnce(&mut Entry)) {
        let Some(mut entry) = self.entries.iter().rfind(|entry| entry.thing == thing).cloned() else {
            return;
        };
        let on = self.recorded().max(Moment::day_of(entry.at));
        entry.version += 1;
        entry.at = Moment::instant(on.at(9, 0, 0, 0));
        entry.author = self.writer();
        how(&mut entry);
        self.entries.push(entry);
    }

    /// Changes what a thing says, in a new version.
    pub fn restates<K: Kind + Clone>(&mut self, thing: ThingId, how: impl FnOnce(&mut K)) {
        self.rewrites(thing, |entry| {
            let Some(mut said) = K::of(&entry.payload).cloned() else { return };
            how(&mut said);
            entry.payload = said.wrap();
        });
    }

    pub fn next_thing(&self) -> ThingId {
        ThingId::new(self.next)
    }

    pub fn things(&self) -> Vec<ThingId> {
        let mut all: Vec<_> = self.entries.iter().map(|entry| entry.thing).collect();
        all.sort();
        all.dedup();
        all
    }

    pub fn latest(&self, thing: ThingId) -> Option<&Entry> {
        self.entries.iter().rfind(|entry| entry.thing == thing)
    }

    /// Somebody who could have written.
    pub fn writer(&mut self) -> Author {
        let citizens = self.readers.len();
        let at = if self.draw.chance(40) { self.draw.below(citizens) } else { self.draw.below(12) };
        self.readers[at]
    }

    pub fn helper(&mut self) -> (ActorId, ServiceId) {
        self.draw.one(&[
            (TEACHER, SCHOOL),
            (TEACHER, HEALTH_STATION),
            (NURSE, HEALTH_STATION),
            (SUBSTITUTE, SCHOOL),
            (SHELTER_HELPER, SHELTER),
            (NEIGHBOUR, RED_CROSS),
            (KARI, FAMILY_TEAM),
            (JONAS, FAMILY_TEAM),
        ])
    }

    /// One kind of information, several, or all of them.
    pub fn categories(&mut self) -> Vec<Category> {
        match self.draw.below(4) {
            0 => vec![self.draw.one(Category::ALL)],
            1 => Category::ALL.to_vec(),
            _ => {
                let mut some = self.draw.some(Category::ALL, 9);
                some.push(self.draw.one(Category::ALL));
                some
            }
        }
    }

    fn draws_people(&mut self) {
        let adults = [100, 80, 25, 30, 20, 20];
        for percent in adults {
            if self.draw.chance(percent) {
                let born = self.draw.maybe(60, |draw| date(1960 + draw.below(40) as i16, 5, 17));
                let id = self.person(Generation::Adult, born);
                self.adults.push(id);
            } else {
                self.adults.push(PersonId::new(0));
            }
        }
        for _ in 0..=self.draw.below(3) {
            let born = self.birth_date();
            let id = self.person(Generation::Child, born);
            self.children.push(id);
        }
        let adults = self.adults.iter().filter(|it| it.raw() != 0);
        self.people = adults.chain(&self.children).copied().collect();
    }

    /// Around the ages that count: the day before, on and after the birthday, and born on 29 February.
    fn birth_date(&mut self) -> Option<Date> {
        if self.draw.chance(6) {
            return None;
        }
        if self.draw.chance(15) {
            let years = [2008, 2012, 2016];
            return Some(date(self.draw.one(&years), 2, 29));
        }
        let age = self.draw.one(&[3, 8, 11, 12, 12, 13, 15, 15, 16, 16, 17, 18, 18, 18, 20]);
        let off = self.draw.one(&[-200, -1, -1, 0, 0, 1, 1, 1]);
        let birthday = after(self.today, off);
        let (month, day) = (birthday.month(), birthday.day().min(28));
        Some(date(self.today.year() - age, month, day))
    }

    fn person(&mut self, generation: Generation, born: Option<Date>) -> PersonId {
        let mut is = Person::named("N", "N", generation);
        is.born = born;
        let account = match self.draw.below(60) {
            0 => Some(NURSE),
            1 => Some(KARI),
            2..=5 => None,
            _ => Some(ActorId::new(self.next)),
        };
        let account = account.filter(|it| !self.readers.contains(&citizen(*it)));
        is.account = account;
        if self.draw.chance(8) {
            is.left = Some(self.edge());
        } else if self.draw.chance(5) {
            is.joined = Some(self.edge());
        }
        let grades = Protection::ALL;
        let graded = self.draw.chance(9);
        let later = self.draw.chance(50);
        let grade = self.draw.one(&grades[1..]);
        if graded && !later {
            is.protection = grade;
        }
        if let Some(actor) = account {
            self.readers.push(citizen(actor));
        }
        let thing = ThingId::new(self.next);
        let on = after(self.today, -650);
        let by = intake();
        self.enters(on, by, is.wrap(), vec![thing.into()], Category::Contact, Audience::Ordinary, by.service);
        if graded && later {
            self.restates::<Person>(thing, |it| it.protection = grade);
        }
        if self.draw.chance(if graded { 20 } else { 2 }) {
            self.restates::<Person>(thing, |it| it.protection = Protection::Open);
        }
        thing.into()
    }

    fn draws_relations(&mut self) {
        use RelationKind::*;
        let shared = self.draw.one(&[
            [Responsibility::Joint, Responsibility::Joint],
            [Responsibility::Joint, Responsibility::Joint],
            [Responsibility::Joint, Responsibility::Joint],
            [Responsibility::Mother, Responsibility::None],
            [Responsibility::Joint, Responsibility::None],
            [Responsibility::None, Responsibility::Father],
            [Responsibility::Mother, Responsibility::Father],
            [Responsibility::Joint, Responsibility::Mother],
        ]);
        let kinds = [Parent, Parent, StepParent, FosterParent, Grandparent, Guardian];
        for child in self.children.clone() {
            for (at, kind) in kinds.into_iter().enumerate() {
                let from = self.adults[at];
                if from.raw() == 0 || self.draw.chance(8) {
                    continue;
                }
                let other = if self.draw.chance(5) { Responsibility::Joint } else { Responsibility::None };
                let responsibility = shared.get(at).copied().unwrap_or(other);
                self.relation(from, child, kind, responsibility);
            }
        }
        for pair in self.children.clone().windows(2) {
            self.relation(pair[0], pair[1], Sibling, Responsibility::None);
        }
    }

    fn relation(
        &mut self,
        from: PersonId,
        to: PersonId,
        relation: RelationKind,
        responsibility: Responsibility,
    ) {
        let residence = self.draw.one(Residence::ALL);
        let from_day = if self.draw.chance(10) { Some(self.edge()) } else { None };
        let until = if self.draw.chance(10) { Some(self.edge()) } else { None };
        let is = Relation { from, to, relation, responsibility, residence, share: None, from_day, until };
        let on = if self.draw.chance(85) { after(self.today, -640) } else { self.recorded() };
        let by = intake();
        let category = Category::Contact;
        let thing = self.enters(on, by, is.wrap(), vec![to], category, Audience::Ordinary, by.service);
        if self.draw.chance(6) {
            let residence = self.draw.one(Residence::ALL);
            self.restates::<Relation>(thing, |it| it.residence = residence);
        }
        if self.draw.chance(5) {
            let responsibility = self.draw.one(Responsibility::ALL);
            self.restates::<Relation>(thing, |it| it.responsibility = responsibility);
        }
        if self.draw.chance(5) {
            self.restates::<Relation>(thing, |it| it.share = Some(30));
        }
    }

    fn finished(mut self) -> Drawn {
        self.entries.sort_by_key(|entry| entry.at); // stable: versions stay in their order
        for (entry, seq) in self.entries.iter_mut().zip(1..) {
            entry.seq = seq;
        }
        let next_day = self.today.tomorrow().unwrap();
        let later = self.draw.one(&[1, 2, 29, 31, 200, 364, 365, 366]);
        let moments = [
            self.today.at(10, 0, 0, 0),
            self.today.at(23, 59, 59, 0),
            next_day.at(0, 0, 0, 0),
            after(self.today, later).at(10, 0, 0, 0),
        ];
        let moments = moments.map(|clock| Moment::of(Moment::instant(clock))).to_vec();
        Drawn { dossier: Dossier::fold(FamilyId::new(7), self.entries), readers: self.readers, moments }
    }
}
