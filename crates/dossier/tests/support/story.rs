//! Tells a story about a family in few lines, so that a test reads as what happened and what followed.
//!
//! The family is always the same: Amal and Sami have parental responsibility together for Leila (born
//! 20 November 2010) and Yusuf (born 12 March 2018). Who is in it, and who helps, stands in the constants below.

#![allow(dead_code, clippy::unwrap_used)]

use dossier::*;
use jiff::civil::Date;

/// The rules that Veven is shipped with.
pub const RULES: &str = include_str!("../../../../knowledge/services/rules.json");

pub const MOTHER: ActorId = ActorId::new(1);
pub const FATHER: ActorId = ActorId::new(2);
pub const GIRL: ActorId = ActorId::new(3);
pub const BOY: ActorId = ActorId::new(4);
/// Coordinators.
pub const KARI: ActorId = ActorId::new(11);
pub const JONAS: ActorId = ActorId::new(12);
pub const RANDI: ActorId = ActorId::new(13);
/// Answers those who ask for help.
pub const INGER: ActorId = ActorId::new(21);
/// Teacher, health nurse, volunteer.
pub const TEACHER: ActorId = ActorId::new(31);
pub const NURSE: ActorId = ActorId::new(32);
pub const NEIGHBOUR: ActorId = ActorId::new(33);
pub const LEADER: ActorId = ActorId::new(41);
pub const ADMIN: ActorId = ActorId::new(42);

pub const FAMILY_TEAM: ServiceId = ServiceId::new(501);
pub const SCHOOL: ServiceId = ServiceId::new(502);
pub const HEALTH_STATION: ServiceId = ServiceId::new(503);
pub const RED_CROSS: ServiceId = ServiceId::new(504);

pub const fn citizen(actor: ActorId) -> Author {
    Author { actor, role: Role::Citizen, service: None }
}
pub const fn coordinator(actor: ActorId) -> Author {
    Author { actor, role: Role::Coordinator, service: Some(FAMILY_TEAM) }
}
pub const fn intake() -> Author {
    Author { actor: INGER, role: Role::Intake, service: Some(FAMILY_TEAM) }
}
pub const fn helper(actor: ActorId, service: ServiceId) -> Author {
    Author { actor, role: Role::Helper, service: Some(service) }
}
pub const fn volunteer(actor: ActorId) -> Author {
    Author { actor, role: Role::Volunteer, service: Some(RED_CROSS) }
}

/// A day, as in `day("2026-11-02")`.
pub fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|_| panic!("`{text}` is no date"))
}

/// Ten o'clock in Norway on a day.
pub fn morning(on: Date) -> Moment {
    Moment::of(Moment::instant(on.at(10, 0, 0, 0)))
}

#[derive(Clone)]
pub struct Story {
    pub dossier: Dossier,
    pub moment: Moment,
    pub rules: Rules,
    pub mother: PersonId,
    pub father: PersonId,
    pub girl: PersonId,
    pub boy: PersonId,
    random: u64,
}

impl Story {
    /// The mother asks for help on Monday 2 November 2026; nobody has answered yet.
    pub fn asked() -> Self {
        Self::asked_as(7, "2026-11-02", "R-0007", false)
    }

    pub fn asked_as(family: u64, on: &str, reference: &str, acute: bool) -> Self {
        let nobody = PersonId::new(0);
        let mut story = Self {
            dossier: Dossier::fold(FamilyId::new(family), []),
            moment: morning(day(on)),
            rules: Rules::parse(RULES).unwrap(),
            mother: nobody,
            father: nobody,
            girl: nobody,
            boy: nobody,
            random: family * 100_000,
        };
        let people = vec![
            newcomer("Amal", None, Generation::Adult, MOTHER),
            newcomer("Sami", None, Generation::Adult, FATHER),
            newcomer("Leila", Some("2010-11-20"), Generation::Child, GIRL),
            newcomer("Yusuf", Some("2018-03-12"), Generation::Child, BOY),
        ];
        let family = Family { name: "Haddad".into(), district: Some("Fjellside".into()), source: None };
        let request = HelpRequest {
            reference: reference.into(),
            words: "Vi får det ikke til alene.".into(),
            wish: String::new(),
            acute,
            acute_words: String::new(),
            services: vec!["skole".into()],
            reply_by: story.moment.at,
            sent_by: None,
        };
        story.does(citizen(MOTHER), Command::Open(Box::new(Opening { family, people, request })));
        let all: Vec<PersonId> = story.all().all::<Person>().map(|person| person.id().into()).collect();
        [story.mother, story.father, story.girl, story.boy] = all.try_into().unwrap();
        for parent in [story.mother, story.father] {
            for child in [story.girl, story.boy] {
                story.writes(intake(), parent_of(parent, child, Responsibility::Joint));
            }
        }
        story
    }

    /// The family stands in the queue, with Randi to ring meanwhile.
    pub fn queued() -> Self {
        let mut story = Self::asked();
        story.does(intake(), story.queue("ordinary"));
        story
    }

    /// Kari is offered as coordinator; nobody has answered.
    pub fn offered() -> Self {
        let mut story = Self::queued();
        story.does(intake(), offer(KARI));
        story
    }

    /// Kari is the coordinator.
    pub fn active() -> Self {
        let mut story = Self::offered();
        story.does(citizen(MOTHER), family_says(true));
        story.does(coordinator(KARI), coordinator_says(true));
        story
    }

    /// It is now this day, ten o'clock.
    pub fn on(&mut self, text: &str) -> &mut Self {
        self.moment = morning(day(text));
        self
    }

    /// So many days later.
    pub fn later(&mut self, days: i32) -> &mut Self {
        self.moment = morning(after(self.moment.today, days));
        self
    }

    pub fn limits(&self) -> Limits {
        self.rules.limits(self.moment.today).clone()
    }

    pub fn all(&self) -> Extract<'_> {
        Extract::whole(&self.dossier)
    }

    /// A new thing's id, or why not. A refusal changes nothing.
    pub fn tries(&mut self, author: Author, command: Command) -> Result<ThingId, Refusal> {
        let limits = self.limits();
        let next = &mut self.random;
        let mut random = || {
            *next += 1;
            *next
        };
        let mut scribe = Scribe { moment: self.moment, author, limits: &limits, random: &mut random };
        let change = decide(&self.dossier, command, &mut scribe)?;
        self.record(change.entries);
        Ok(change.thing)
    }

    /// Records entries as a store does: each with the next place in the family's list.
    pub fn record(&mut self, entries: Vec<Entry>) {
        let first = self.dossier.version() + 1;
        let entries = entries.into_iter().zip(first..).map(|(entry, seq)| Entry { seq, ..entry }.into());
        self.dossier = self.dossier.clone().with(entries);
    }

    pub fn does(&mut self, author: Author, command: Command) -> ThingId {
        let told = format!("{command:?}");
        self.tries(author, command).unwrap_or_else(|refusal| panic!("{told} was refused: {refusal:?}"))
    }

    /// Why a command is refused; it must not change anything.
    pub fn refuses(&mut self, author: Author, command: Command) -> Refusal {
        let before = self.dossier.version();
        let told = format!("{command:?}");
        let refusal = self.tries(author, command).expect_err(&told);
        assert_eq!(self.dossier.version(), before, "{told}: a refused command must change nothing");
        refusal
    }

    /// Writes a new thing about the family as a whole.
    pub fn writes(&mut self, author: Author, payload: impl Kind) -> ThingId {
        self.writes_about(author, payload, &[])
    }

    pub fn writes_about(&mut self, author: Author, payload: impl Kind, subjects: &[PersonId]) -> ThingId {
        self.does(author, write(payload, subjects, Audience::Ordinary))
    }

    pub fn writes_for(
        &mut self,
        author: Author,
        payload: impl Kind,
        subjects: &[PersonId],
        audience: Audience,
    ) -> ThingId {
        self.does(author, write(payload, subjects, audience))
    }

    /// A new version of a thing, changed by `how`.
    pub fn rewrites<K: Kind + Clone>(&mut self, author: Author, thing: ThingId, how: impl FnOnce(&mut K)) {
        let command = self.rewriting(thing, how);
        self.does(author, command);
    }

    pub fn rewriting<K: Kind + Clone>(&self, thing: ThingId, how: impl FnOnce(&mut K)) -> Command {
        let entry = self.dossier.latest(thing).unwrap();
        let mut payload = K::of(&entry.payload).unwrap().clone();
        how(&mut payload);
        Command::Write {
            replaces: Some((thing, entry.version)),
            payload: payload.wrap(),
            subjects: entry.subjects.clone(),
            audience: entry.audience.clone(),
        }
    }

    /// The version that somebody sees who looks now.
    pub fn seen(&self, thing: ThingId) -> (ThingId, u32) {
        (thing, self.dossier.latest(thing).unwrap().version)
    }

    /// What a thing says now.
    pub fn now<K: Kind + Clone>(&self, thing: ThingId) -> K {
        self.all().find::<K>(thing).unwrap_or_else(|| panic!("no {} any more", K::CODE)).is.clone()
    }

    pub fn phase(&self) -> &'static str {
        self.all().only::<Course>().unwrap().is.phase.code()
    }

    pub fn coordination(&self) -> Coordination {
        self.all().only::<Coordination>().unwrap().is.clone()
    }

    pub fn lead(&self) -> Option<ActorId> {
        self.coordination().lead
    }

    pub fn queue(&self, ground: &str) -> Command {
        Command::Queue {
            ground: ground.into(),
            why: "Barna trenger ro.".into(),
            review: after(self.moment.today, 14),
            interim: RANDI,
            raised: None,
        }
    }

    pub fn moves(&self, action: ThingId, to: ActionStatus) -> Command {
        let accepted_by = (to == ActionStatus::AcceptedByFamily).then_some(self.mother);
        let words = if to == ActionStatus::Stopped { "Ikke lenger nødvendig" } else { "" };
        Command::MoveAction { action: self.seen(action), to, accepted_by, words: words.into() }
    }

    pub fn undoes(&self, thing: ThingId) -> Command {
        Command::Undo(self.seen(thing))
    }

    /// The teacher is asked, answer due on Thursday 5 November unless said otherwise.
    pub fn asks(&mut self, to: ActorId, service: ServiceId, action: Option<ThingId>) -> ThingId {
        let reply_by = working_days_after(self.moment.today, 3);
        self.does(coordinator(KARI), Command::Ask(request(to, service, action, reply_by)))
    }

    pub fn answers(&self, request: ThingId, answer: RequestAnswer) -> Command {
        Command::AnswerRequest { request: self.seen(request), answer }
    }

    pub fn yes(&self) -> RequestAnswer {
        RequestAnswer::Yes { on: self.moment.today }
    }

    pub fn no(&self) -> RequestAnswer {
        RequestAnswer::No { on: self.moment.today, reason: DeclineReason::Capacity, words: String::new() }
    }

    pub fn asks_back(&self) -> RequestAnswer {
        RequestAnswer::AskBack { on: self.moment.today, words: "Hvilken klasse?".into() }
    }

    /// What the family needs its coordinator for: codes with days, most urgent first.
    pub fn attention(&self) -> Vec<(&'static str, i32)> {
        attention(&self.all(), self.moment, &self.limits())
            .into_iter()
            .map(|item| (item.reason.code(), item.days))
            .collect()
    }

    /// The days of one reason, if it is there.
    pub fn needs(&self, code: &str) -> Option<i32> {
        self.attention().into_iter().find(|(found, _)| *found == code).map(|(_, days)| days)
    }
}

pub fn write(payload: impl Kind, subjects: &[PersonId], audience: Audience) -> Command {
    Command::Write { replaces: None, payload: payload.wrap(), subjects: subjects.to_vec(), audience }
}

fn newcomer(given: &str, born: Option<&str>, generation: Generation, account: ActorId) -> Newcomer {
    let mut person = Person::named(given, "Haddad", generation);
    person.born = born.map(day);
    person.account = Some(account);
    Newcomer { person, services: Vec::new() }
}

pub fn parent_of(parent: PersonId, child: PersonId, responsibility: Responsibility) -> Relation {
    Relation {
        from: parent,
        to: child,
        relation: RelationKind::Parent,
        responsibility,
        residence: Residence::Permanent,
        share: None,
        from_day: None,
        until: None,
    }
}

pub fn offer(to: ActorId) -> Command {
    Command::Offer { to, service: FAMILY_TEAM, note: "Mor er sliten.".into() }
}

pub fn family_says(yes: bool) -> Command {
    Command::AnswerOfferAsFamily { yes, words: "på telefon".into() }
}

pub fn coordinator_says(yes: bool) -> Command {
    Command::AnswerOffer { yes, words: "Fullt".into() }
}

pub fn closes(reason: CloseReason) -> Command {
    Command::Close { reason, words: "Dere klarer dere selv nå.".into(), way_back: "Ring Inger.".into() }
}

pub fn need(words: &str) -> Need {
    Need { words: words.into(), area: None, horizon: Horizon::LongTerm, owner: None, settled: None }
}

pub fn acute(words: &str) -> Need {
    Need { horizon: Horizon::Acute, ..need(words) }
}

pub fn goal(words: &str) -> Goal {
    Goal {
        dream: None,
        words: words.into(),
        sign: String::new(),
        note: String::new(),
        horizon: Horizon::LongTerm,
        settled: None,
    }
}

pub fn dream(of: PersonId, words: &str) -> Dream {
    Dream { of: vec![of], words: Some(words.into()) }
}

pub fn action(words: &str) -> Action {
    Action {
        words: words.into(),
        goal: None,
        need: None,
        owner: None,
        service: None,
        due: None,
        horizon: Horizon::LongTerm,
        status: ActionStatus::Proposed,
        accepted_by: None,
        accepted_how: String::new(),
        outcome: String::new(),
    }
}

pub fn request(to: ActorId, service: ServiceId, action: Option<ThingId>, reply_by: Date) -> Request {
    Request {
        to,
        service,
        by: KARI,
        question: "Kan du lage en plan for friminuttene?".into(),
        why: "Yusuf er redd i skolegården.".into(),
        action: action.map(ActionId::from),
        reply_by,
        answer: None,
        withdrawn: None,
    }
}

pub fn contact(how: ContactKind, on: Date) -> Contact {
    Contact { how, on, with: Vec::new(), note: String::new(), duties: Vec::new() }
}

pub fn meeting(at: &str) -> Meeting {
    Meeting {
        title: "Samarbeidsmøte".into(),
        at: day(at).at(12, 0, 0, 0),
        place: String::new(),
        helpers: Vec::new(),
        members: Vec::new(),
        review: false,
        interpreting: Vec::new(),
        settled: None,
    }
}

/// Somebody from a service, by telephone, for a meeting at a time.
pub fn interpreter(who: &str, at: jiff::civil::DateTime) -> Interpreter {
    Interpreter {
        who: who.into(),
        number: String::new(),
        mode: InterpretingMode::Phone,
        level: Some("c".into()),
        unqualified: None,
        apart: true,
        at,
    }
}

/// A meeting with somebody booked in a language.
pub fn interpreted(meeting: Meeting, language: &str, planned: Arrangement) -> Meeting {
    let line = Interpreting { language: language.into(), planned: Some(planned), came: None };
    Meeting { interpreting: vec![line], ..meeting }
}

pub fn settled(on: Date, met: bool) -> Settled {
    Settled { on, met, words: "Det gikk fint".into() }
}

pub fn voice(who: PersonId, words: &str) -> Voice {
    Voice { who, words: words.into(), about: None, look: None }
}

pub fn reply(to: ThingId, words: &str) -> Reply {
    Reply { to, words: words.into(), outcome: Outcome::Answered }
}

pub fn consent(subject: PersonId, given_by: PersonId, categories: &[Category], from: Date) -> Consent {
    Consent {
        subject,
        given_by,
        receiver: SCHOOL,
        categories: categories.to_vec(),
        purpose: "Samarbeid om skoledagen".into(),
        from,
        until: after(from, 300),
        withdrawn: None,
        helper: None,
        refused: false,
        language: "nb".into(),
        text: 1,
        how: String::new(),
    }
}

pub fn membership(helper: ActorId, service: ServiceId, from: Date) -> Membership {
    Membership { helper, service, task: "Følger opp".into(), from, until: None }
}

pub fn application(applicant: PersonId, right: &str) -> Application {
    Application {
        right: right.into(),
        applicant,
        child: None,
        category: Category::Economy,
        words: String::new(),
        facts: Vec::new(),
        receiver: None,
        sent: None,
        received: None,
        more: Vec::new(),
        decision: None,
        complaint: None,
        withdrawn: None,
    }
}

pub fn dispatch(on: Date) -> Dispatch {
    Dispatch {
        on,
        reference: "ABCD-EFGH".into(),
        applicant: "Mor".into(),
        phone: "400 00 000".into(),
        child: "Barn".into(),
        answer_by: Some(after(on, 30)),
        asked: 1,
        reused: 2,
    }
}

pub fn decision(verdict: DecisionKind, on: Date) -> Decision {
    Decision {
        on,
        verdict,
        words: "Vi ser at dere trenger det".into(),
        amount: String::new(),
        from: None,
        until: None,
        complain_by: None,
        automatic: None,
        rule: None,
    }
}

pub fn fact(name: &str, of: FactOf, value: &str, on: Date) -> Fact {
    Fact {
        name: name.into(),
        of,
        value: Some(value.into()),
        on,
        way: FactWay::Asked,
        source: String::new(),
        category: Category::Economy,
    }
}
