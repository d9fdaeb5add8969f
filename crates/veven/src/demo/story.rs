//! How a story is told: a family, a clock that walks through time, and somebody who acts. Everything goes
//! through `dossier::decide`, so no story can tell what the house would not allow.
//!
//! A story keeps the first fault and tells on, so that stories read like stories; [`Story::end`] says it.

use crate::demo::chance::Chance;
use crate::demo::town::{Town, Who};
use access::{Line, LineOutcome, Visit};
use dossier::*;
use jiff::civil::{Date, time};
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;

/// A story that the house does not allow.
#[derive(Debug, thiserror::Error)]
#[error("the story of `{family}`, {back} days back: `{command}`: {refusal:?}")]
pub struct StoryFault {
    family: String,
    back: i32,
    command: &'static str,
    refusal: Refusal,
}

/// A family as it is to be stored.
pub struct Told {
    /// Which.
    pub family: FamilyId,
    /// Everything recorded.
    pub entries: Vec<Entry>,
    /// Who did and saw what.
    pub lines: Vec<Line>,
}

/// A story under way.
pub struct Story<'t> {
    /// The municipality.
    pub town: &'t Town,
    /// Chance of this story alone.
    pub chance: Chance,
    name: String,
    dossier: Option<Dossier>,
    clock: Timestamp,
    author: Author,
    ids: Chance,
    journal: bool,
    lines: Vec<Line>,
    fault: Option<StoryFault>,
    talks: Option<Talks>,
}

/// Everyday contact that happens by itself while time goes on.
struct Talks {
    every: i32,
    next: i32,
    with: Vec<PersonId>,
    notes: Vec<String>,
}

/// What the clock goes on between two things that are written in one go.
const A_WHILE: SignedDuration = SignedDuration::from_secs(97);

impl<'t> Story<'t> {
    /// Begins a story. The name makes its ids, so that they stay the same whatever else is told.
    pub fn of(town: &'t Town, name: &str, journal: bool) -> Self {
        let mut ids = Chance::of(town.seed, &format!("family/{name}"));
        let family = FamilyId::new(ids.number());
        Self::with_id(town, name, family, journal)
    }

    /// Begins a story about a family whose id is given.
    pub fn with_id(town: &'t Town, name: &str, family: FamilyId, journal: bool) -> Self {
        Self {
            town,
            chance: Chance::of(town.seed, &format!("story/{name}")),
            name: name.to_owned(),
            dossier: Some(Dossier::fold(family, [])),
            clock: Timestamp::UNIX_EPOCH,
            author: Author { actor: ActorId::new(0), role: Role::Visitor, service: None },
            ids: Chance::of(town.seed, &format!("ids/{name}")),
            journal,
            lines: Vec::new(),
            fault: None,
            talks: None,
        }
    }

    /// The id of the family.
    pub fn family(&self) -> FamilyId {
        self.dossier().family
    }

    /// What has been told so far.
    pub fn dossier(&self) -> &Dossier {
        self.dossier.as_ref().unwrap_or_else(|| unreachable!("a story always has its dossier"))
    }

    /// The day that all stories lead up to.
    pub fn today(&self) -> Date {
        self.town.moment.today
    }

    /// The day so many days ago (ahead, when negative).
    pub fn day(&self, back: i32) -> Date {
        after(self.today(), -back)
    }

    /// The first working day so many days ahead, or after.
    pub fn working_day(&self, ahead: i32) -> Date {
        let mut day = self.day(-ahead);
        while !is_working_day(day) {
            day = after(day, 1);
        }
        day
    }

    /// The moment of the story.
    pub fn now(&self) -> Moment {
        Moment::of(self.clock)
    }

    /// Goes on to a day (so many days ago, one at least) and an hour. Offices are closed at weekends, so a day
    /// in one becomes the Friday before. Time never runs backwards.
    pub fn on(&mut self, back: i32, hour: i8, minute: i8) {
        self.talk_until(back);
        self.go_to(back, hour, minute);
    }

    /// Lets everyday contact happen until a day.
    pub fn talk_until(&mut self, back: i32) {
        while let Some(talks) = self.talks.take_if(|talks| talks.next > back) {
            self.talk(talks);
        }
    }

    fn go_to(&mut self, back: i32, hour: i8, minute: i8) {
        let mut day = self.day(back.max(1));
        while !is_working_day(day) && self.author.role != Role::Citizen && self.author.role != Role::Visitor {
            day = after(day, -1);
        }
        self.at(Moment::instant(day.to_datetime(time(hour, minute, 0, 0))));
    }

    /// From now on, the coordinator and these people talk about every so many days.
    pub fn talks(&mut self, every: i32, with: &[PersonId], notes: &[&str]) {
        self.talks_in(every, with, notes.iter().map(|&note| note.to_owned()).collect());
    }

    /// The same with notes that were made for this family.
    pub fn talks_in(&mut self, every: i32, with: &[PersonId], notes: Vec<String>) {
        let now = self.town.moment.days_since(self.now().today);
        self.talks = Some(Talks { every, next: now - every, with: with.to_vec(), notes });
    }

    /// From now on, nobody talks unless the story says so.
    pub fn quiet(&mut self) {
        self.talks = None;
    }

    fn talk(&mut self, talks: Talks) {
        let lead = Extract::whole(self.dossier()).only::<Coordination>().and_then(|it| it.is.lead);
        let helper = lead.and_then(|lead| self.town.who_is(lead));
        let Some(coordinator) = helper else { return };
        let (hour, minute) = (self.chance.between(8, 14) as i8, self.chance.between(0, 59) as i8);
        let kinds = [
            ContactKind::Call,
            ContactKind::Message,
            ContactKind::Call,
            ContactKind::Visit,
            ContactKind::Meeting,
        ];
        let how = *self.chance.pick(&kinds);
        let note = self.chance.pick(&talks.notes).clone();
        self.as_author(coordinator.author(), |story| {
            story.go_to(talks.next, hour, minute);
            if story.chance.once_in(7) {
                story.contact(ContactKind::Attempt, &talks.with, "");
            }
            // Guidance comes now and then; the calendar says when, so that it takes no chance from anything else.
            let told: &[CoordinatorDuty] = match story.now().today.day() % 5 {
                0 => &[CoordinatorDuty::Health],
                1 => &[CoordinatorDuty::Welfare],
                2 => &[CoordinatorDuty::Health, CoordinatorDuty::Overview],
                _ => &[],
            };
            story.guided(how, &talks.with, &note, told);
            if story.chance.once_in(2) {
                story.line("family", vec![Category::Contact, Category::PlanCore], LineOutcome::Seen);
            }
        });
        let gap = talks.every + self.chance.between(-2, 2);
        self.talks = Some(Talks { next: talks.next - gap.max(2), ..talks });
    }

    /// Goes on to so many minutes ago.
    pub fn minutes_ago(&mut self, minutes: i64) {
        self.at(self.town.moment.at - SignedDuration::from_mins(minutes));
    }

    fn at(&mut self, instant: Timestamp) {
        self.clock = instant.max(self.clock + A_WHILE);
    }

    /// From now on, this helper acts.
    pub fn by(&mut self, who: Who) {
        self.author = who.author();
    }

    /// A number for an account or a code.
    pub fn number(&mut self) -> u64 {
        self.ids.number()
    }

    fn member(&self, person: PersonId) -> Author {
        let account = Extract::whole(self.dossier()).person(person).and_then(|person| person.account);
        Author {
            actor: account.unwrap_or(ActorId::new(person.thing().raw())),
            role: Role::Citizen,
            service: None,
        }
    }

    /// Does something as somebody else, and goes back.
    pub fn as_author<T>(&mut self, author: Author, what: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.author, author);
        let made = what(self);
        self.author = before;
        made
    }

    /// Does something as a family member, and goes back.
    pub fn as_member<T>(&mut self, person: PersonId, what: impl FnOnce(&mut Self) -> T) -> T {
        self.as_author(self.member(person), what)
    }

    /// The services and helpers of the town.
    pub fn directory(&self) -> access::Directory {
        access::Directory::new(self.town.services().to_vec(), self.town.helpers().to_vec())
    }

    /// Carries a command out.
    pub fn act(&mut self, command: Command) -> ThingId {
        let code = command.code();
        let nothing = ThingId::new(0);
        if self.fault.is_some() {
            return nothing;
        }
        let moment = self.now();
        let limits = self.town.rules.limits(moment.today);
        let mut random = || self.ids.number();
        let mut scribe = Scribe { moment, author: self.author, limits, random: &mut random };
        let Some(dossier) = &self.dossier else { return nothing };
        match decide(dossier, command, &mut scribe) {
            Ok(change) => {
                self.record(code, change.entries);
                change.thing
            }
            Err(refusal) => {
                self.fault = Some(StoryFault {
                    family: self.name.clone(),
                    back: self.town.moment.days_since(moment.today),
                    command: code,
                    refusal,
                });
                nothing
            }
        }
    }

    /// The coordinator writes something down on the way, with ids of its own; nothing else in the story moves.
    pub(super) fn writes_aside(
        &mut self,
        payload: Payload,
        about: PersonId,
        random: &mut (dyn FnMut() -> u64 + Send),
    ) {
        let moment = self.now();
        if self.author.role != Role::Coordinator || self.fault.is_some() {
            return;
        }
        let limits = self.town.rules.limits(moment.today);
        let mut scribe = Scribe { moment, author: self.author, limits, random };
        let code = payload.code();
        let command =
            Command::Write { replaces: None, payload, subjects: vec![about], audience: Audience::Ordinary };
        let Some(dossier) = self.dossier.take() else { return };
        self.dossier = Some(match decide(&dossier, command, &mut scribe) {
            Ok(change) => {
                let seq = dossier.version();
                let numbered = change.entries.into_iter().zip(seq + 1..);
                dossier.with(numbered.map(|(entry, seq)| Arc::new(Entry { seq, ..entry })))
            }
            Err(refusal) => {
                let back = self.town.moment.days_since(moment.today);
                self.fault = Some(StoryFault { family: self.name.clone(), back, command: code, refusal });
                dossier
            }
        });
    }

    fn record(&mut self, act: &'static str, entries: Vec<Entry>) {
        let mut categories: Vec<Category> = entries.iter().map(|entry| entry.category).collect();
        categories.sort();
        categories.dedup();
        self.line(act, categories, LineOutcome::Changed);
        let Some(dossier) = self.dossier.take() else { return };
        let seq = dossier.version();
        let numbered =
            entries.into_iter().zip(seq + 1..).map(|(entry, seq)| Arc::new(Entry { seq, ..entry }));
        self.dossier = Some(dossier.with(numbered));
        self.clock += A_WHILE;
    }

    fn line(&mut self, act: &'static str, categories: Vec<Category>, outcome: LineOutcome) {
        if !self.journal {
            return;
        }
        let ground = match self.author.role {
            Role::Citizen => "family-member",
            Role::Coordinator => "coordinator",
            Role::Helper | Role::Volunteer => "own-task",
            Role::Intake => "intake",
            Role::Visitor => "request-for-help",
            Role::Leader | Role::Administrator | Role::System => "none",
        };
        let visit = Visit {
            actor: self.author.actor,
            role: self.author.role,
            service: self.author.service,
            moment: self.now(),
            request: self.chance.number(),
            session: None,
        };
        let families = vec![self.family()];
        self.lines.push(Line { visit, act, families, categories, ground, outcome });
    }

    /// Somebody looks; the page is named as the journal names it.
    pub fn look(&mut self, who: Who, page: &'static str, categories: &[Category]) {
        let categories = categories.to_vec();
        self.as_author(who.author(), |story| story.line(page, categories, LineOutcome::Seen));
        self.clock += A_WHILE;
    }

    /// Somebody in the family looks.
    pub fn look_at_home(&mut self, person: PersonId, page: &'static str) {
        let kinds = vec![Category::Contact, Category::PlanCore, Category::Logistics];
        self.as_member(person, |story| story.line(page, kinds, LineOutcome::Seen));
        self.clock += A_WHILE;
    }

    /// Two stories turn out to be about one family: the other is set aside, and its words are read here.
    pub fn takes_in(&mut self, other: &mut Story<'_>, why: &str) {
        self.clock = self.clock.max(other.clock);
        let moment = self.now();
        let limits = self.town.rules.limits(moment.today);
        let mut random = || self.ids.number();
        let mut scribe = Scribe { moment, author: self.author, limits, random: &mut random };
        let (Some(here), Some(there)) = (&self.dossier, &other.dossier) else { return };
        match merge(here, there, why, &mut scribe) {
            Ok((here, there)) => {
                (other.clock, other.author) = (self.clock, self.author);
                self.record("merge", here);
                other.record("merge", there);
            }
            Err(refusal) => {
                self.fault =
                    Some(StoryFault { family: self.name.clone(), back: 0, command: "merge", refusal });
            }
        }
    }

    /// The family as it is to be stored.
    ///
    /// # Errors
    /// The first thing that the house does not allow.
    pub fn end(self) -> Result<Told, StoryFault> {
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        let dossier = self.dossier.unwrap_or_else(|| unreachable!("a story always has its dossier"));
        Ok(Told { family: dossier.family, entries: dossier.entries().cloned().collect(), lines: self.lines })
    }
}
