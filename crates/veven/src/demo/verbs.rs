//! What happens in stories: asking for help, getting a coordinator, talking, planning, doing.

use crate::demo::people::Someone;
use crate::demo::story::Story;
use crate::demo::town::Who;
use dossier::*;
use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, time};

/// What is asked for when a family asks for help.
pub struct Asking<'a> {
    /// What the family is called.
    pub name: &'a str,
    /// District; none when it must not be known.
    pub district: Option<&'a str>,
    /// Who; the first one asks.
    pub people: Vec<Someone>,
    /// What is hard.
    pub words: &'a str,
    /// What would be good help.
    pub wish: &'a str,
    /// What cannot wait.
    pub acute: Option<&'a str>,
    /// The professional who sent it, with the name of the one who agreed.
    pub sent_by: Option<(Who, &'a str)>,
}

/// An action as stories tell it.
#[derive(Clone, Copy)]
#[must_use]
pub struct Doing<'a> {
    words: &'a str,
    goal: Option<GoalId>,
    need: Option<NeedId>,
    owner: Option<Owner>,
    due: Option<Date>,
    horizon: Horizon,
    about: &'a [PersonId],
}

/// What is to be done.
pub const fn doing(words: &str) -> Doing<'_> {
    Doing { words, goal: None, need: None, owner: None, due: None, horizon: Horizon::Acute, about: &[] }
}

impl<'a> Doing<'a> {
    /// The same in other words.
    pub const fn says(self, words: &'a str) -> Self {
        Self { words, ..self }
    }

    /// The goal that it serves.
    pub const fn serves(self, goal: GoalId) -> Self {
        Self { goal: Some(goal), ..self }
    }

    /// The need that it meets.
    pub const fn meets(self, need: NeedId) -> Self {
        Self { need: Some(need), ..self }
    }

    /// The helper who does it.
    pub const fn by(self, who: Who) -> Self {
        Self { owner: Some(Owner::Helper(who.actor)), ..self }
    }

    /// The family member who does it.
    pub const fn by_member(self, person: PersonId) -> Self {
        Self { owner: Some(Owner::Member(person)), ..self }
    }

    /// When it is to be done.
    pub const fn due(self, due: Date) -> Self {
        Self { due: Some(due), ..self }
    }

    /// In the long run.
    pub const fn later(self) -> Self {
        Self { horizon: Horizon::LongTerm, ..self }
    }

    /// About whom.
    pub const fn about(self, about: &'a [PersonId]) -> Self {
        Self { about, ..self }
    }
}

/// A code as the door gives: two groups of four letters and digits.
fn receipt_code(random: u64) -> String {
    let letters = FamilyId::new(random).to_string().to_uppercase();
    format!("{}-{}", &letters[4..8], &letters[8..12])
}

impl Story<'_> {
    /// Writes a new thing.
    pub fn write<K: Kind>(&mut self, kind: K, about: &[PersonId]) -> ThingId {
        self.write_for(kind, about, Audience::Ordinary)
    }

    /// Writes a new thing that is opened in the family in a certain way.
    pub fn write_for<K: Kind>(&mut self, kind: K, about: &[PersonId], audience: Audience) -> ThingId {
        self.act(Command::Write { replaces: None, payload: kind.wrap(), subjects: about.to_vec(), audience })
    }

    /// Writes a new version of a thing.
    pub fn change<K: Kind + Clone>(&mut self, thing: impl Into<ThingId>, change: impl FnOnce(&mut K)) {
        let thing = thing.into();
        let Some(entry) = self.dossier().latest(thing) else { return };
        let Some(now) = K::of(&entry.payload) else { return };
        let (mut next, version) = (now.clone(), entry.version);
        let (subjects, audience) = (entry.subjects.clone(), entry.audience.clone());
        change(&mut next);
        self.act(Command::Write {
            replaces: Some((thing, version)),
            payload: next.wrap(),
            subjects,
            audience,
        });
    }

    /// The thing that was written last.
    pub fn last_thing(&self) -> ThingId {
        self.dossier().entries().next_back().map_or(ThingId::new(0), |entry| entry.thing)
    }

    pub(super) fn seen(&self, thing: impl Into<ThingId>) -> (ThingId, u32) {
        let thing = thing.into();
        (thing, self.dossier().latest(thing).map_or(0, |entry| entry.version))
    }

    /// Takes a thing away.
    pub fn undo(&mut self, thing: impl Into<ThingId>) {
        let seen = self.seen(thing);
        self.act(Command::Undo(seen));
    }

    /// A family asks for help. Answers who they are, in the given order.
    pub fn ask_for_help(&mut self, asking: Asking<'_>) -> Vec<PersonId> {
        let mut people = Vec::new();
        for someone in asking.people {
            let mut person = someone.person;
            person.account = someone.signs_in.then(|| ActorId::new(self.number()));
            people.push(Newcomer { person, services: someone.services });
        }
        let now = self.now();
        let limits = self.town.rules.limits(now.today);
        let reply_by = if asking.acute.is_some() {
            now.at + SignedDuration::from_hours(i64::from(limits.acute_reply_hours))
        } else {
            let day = working_days_after(now.today, limits.door_reply_working_days);
            Moment::instant(day.to_datetime(time(15, 30, 0, 0)))
        };
        let services = people.iter().flat_map(|newcomer| newcomer.services.clone()).collect();
        let request = HelpRequest {
            reference: receipt_code(self.number()),
            words: asking.words.into(),
            wish: asking.wish.into(),
            acute: asking.acute.is_some(),
            acute_words: asking.acute.unwrap_or_default().into(),
            services,
            reply_by,
            sent_by: asking.sent_by.map(|(who, agreed_by)| SentBy {
                helper: who.actor,
                service: who.service,
                agreed_by: agreed_by.into(),
                how: "Vi fylte ut sammen på kontoret.".into(),
            }),
        };
        let family =
            Family { name: asking.name.into(), district: asking.district.map(str::to_owned), source: None };
        let author = asking
            .sent_by
            .map_or(Author { actor: ActorId::new(0), role: Role::Visitor, service: None }, |(who, _)| {
                who.author()
            });
        self.as_author(author, |story| {
            story.act(Command::Open(Box::new(Opening { family, people, request })));
        });
        let all = Extract::whole(self.dossier());
        all.all::<Person>().map(|person| PersonId::from(person.id())).collect()
    }

    /// The family gets its place in the queue.
    pub fn queue(&mut self, ground: &str, why: &str, interim: Who, raised: Option<&str>) {
        let days = self.town.rules.limits(self.now().today).queue_review_days;
        let review = after(self.now().today, i32::from(days));
        self.act(Command::Queue {
            ground: ground.into(),
            why: why.into(),
            review,
            interim: interim.actor,
            raised: raised.map(str::to_owned),
        });
    }

    /// A coordinator is offered, or asked to take over.
    pub fn offer(&mut self, to: Who, note: &str) {
        self.act(Command::Offer { to: to.actor, service: to.service, note: note.into() });
    }

    /// The family says yes to the coordinator.
    pub fn family_wants(&mut self, how: &str) {
        self.act(Command::AnswerOfferAsFamily { yes: true, words: how.into() });
    }

    /// The coordinator answers.
    pub fn coordinator_answers(&mut self, who: Who, yes: bool, words: &str) {
        let command = Command::AnswerOffer { yes, words: words.into() };
        self.as_author(who.author(), |story| story.act(command));
    }

    /// From asking to having a coordinator, in the ordinary way.
    pub fn gets(&mut self, coordinator: Who, back: i32) {
        let intake = self.town.who("inntak");
        self.by(intake);
        self.on(back + 3, 10, 5);
        let why = "Dere har flere tjenester som må henge sammen.";
        self.queue("ordinary", why, intake, None);
        self.on(back + 2, 9, 20);
        self.offer(coordinator, "");
        self.on(back + 1, 12, 40);
        self.family_wants("Sa ja på telefon.");
        self.on(back, 8, 45);
        self.coordinator_answers(coordinator, true, "");
        self.by(coordinator);
    }

    /// Who is related to whom, from when.
    #[expect(clippy::too_many_arguments, reason = "one sentence about one relation")]
    pub fn related(
        &mut self,
        from: PersonId,
        to: PersonId,
        relation: RelationKind,
        responsibility: Responsibility,
        residence: Residence,
        share: Option<u8>,
        from_day: Option<Date>,
    ) -> ThingId {
        let relation =
            Relation { from, to, relation, responsibility, residence, share, from_day, until: None };
        self.write(relation, &[to])
    }

    /// Parents who live with the child and decide together (or alone).
    pub fn parents(&mut self, parents: &[PersonId], children: &[PersonId]) {
        for &child in children {
            for &parent in parents {
                let responsibility =
                    if parents.len() > 1 { Responsibility::Joint } else { Responsibility::Mother };
                self.related(
                    parent,
                    child,
                    RelationKind::Parent,
                    responsibility,
                    Residence::Permanent,
                    None,
                    None,
                );
            }
        }
        self.homes();
    }

    /// A helper joins the team.
    pub fn joins(&mut self, key: &str, task: &str) -> ThingId {
        let who = self.town.who(key);
        self.joins_as(who, task)
    }

    /// A helper joins the team.
    pub fn joins_as(&mut self, who: Who, task: &str) -> ThingId {
        let from = self.now().today;
        self.write(
            Membership { helper: who.actor, service: who.service, task: task.into(), from, until: None },
            &[],
        )
    }

    /// A helper leaves the team.
    pub fn leaves(&mut self, membership: ThingId) {
        let today = self.now().today;
        self.change::<Membership>(membership, |member| member.until = Some(today));
    }

    /// Somebody is helped by a service.
    pub fn link(&mut self, person: PersonId, service: &str, from: Date) {
        let link = ServiceLink { person, service: service.into(), from: Some(from), until: None };
        self.write(link, &[person]);
    }

    /// Something must be met.
    pub fn need(
        &mut self,
        words: &str,
        area: Option<Area>,
        horizon: Horizon,
        owner: Option<Who>,
        about: &[PersonId],
    ) -> NeedId {
        let owner = owner.map(|who| Owner::Helper(who.actor));
        self.write(Need { words: words.into(), area, horizon, owner, settled: None }, about).into()
    }

    /// A need is met.
    pub fn met(&mut self, need: NeedId, words: &str) {
        let on = self.now().today;
        self.change::<Need>(need, |need| need.settled = Some(Settled { on, met: true, words: words.into() }));
    }

    /// What somebody dreams of; `None` when asked and not wanted. Joint dreams are the whole family's.
    pub fn dream(&mut self, of: &[PersonId], words: Option<&str>) -> DreamId {
        let about = if of.len() == 1 { of } else { &[] };
        self.write(Dream { of: of.to_vec(), words: words.map(str::to_owned) }, about).into()
    }

    /// A dream that somebody shares with others in the family.
    pub fn dream_for(&mut self, of: PersonId, words: &str, with: &[PersonId]) -> DreamId {
        let dream = Dream { of: vec![of], words: Some(words.into()) };
        self.write_for(dream, &[of], Audience::Members(with.to_vec())).into()
    }

    /// A goal.
    pub fn goal(
        &mut self,
        dream: Option<DreamId>,
        words: &str,
        sign: &str,
        horizon: Horizon,
        about: &[PersonId],
    ) -> GoalId {
        let goal = Goal {
            dream,
            words: words.into(),
            sign: sign.into(),
            note: String::new(),
            horizon,
            settled: None,
        };
        self.write(goal, about).into()
    }

    /// Something that somebody does; proposed.
    pub fn action(&mut self, doing: Doing<'_>) -> ActionId {
        let service = match doing.owner {
            Some(Owner::Helper(actor)) => self.town.who_is(actor),
            _ => None,
        };
        let action = Action {
            words: doing.words.into(),
            goal: doing.goal,
            need: doing.need,
            owner: doing.owner,
            service: service.map(|held| held.service),
            due: doing.due,
            horizon: doing.horizon,
            status: ActionStatus::Proposed,
            accepted_by: None,
            accepted_how: String::new(),
            outcome: String::new(),
        };
        self.write(action, doing.about).into()
    }

    /// Somebody in the family says yes to an action.
    pub fn agreed(&mut self, action: ActionId, by: PersonId) {
        let seen = self.seen(action);
        let to = ActionStatus::AcceptedByFamily;
        self.as_member(by, |story| {
            story.act(Command::MoveAction { action: seen, to, accepted_by: Some(by), words: String::new() })
        });
    }

    /// An action goes on, told by whoever owns it.
    pub fn goes_on(&mut self, action: ActionId, to: ActionStatus, words: &str) {
        let owner = Extract::whole(self.dossier()).find::<Action>(action).and_then(|action| action.is.owner);
        let author = match owner {
            Some(Owner::Helper(actor)) => self.town.who_is(actor).map(Who::author),
            _ => None,
        };
        let seen = self.seen(action);
        let command = Command::MoveAction { action: seen, to, accepted_by: None, words: words.into() };
        match (author, owner) {
            (Some(author), _) => self.as_author(author, |story| story.act(command)),
            (None, Some(Owner::Member(member))) => self.as_member(member, |story| story.act(command)),
            _ => self.act(command),
        };
    }

    /// An action is said to be done, by a family member.
    pub fn done(&mut self, action: ActionId, by: PersonId, words: &str) {
        let seen = self.seen(action);
        let command = Command::MoveAction {
            action: seen,
            to: ActionStatus::Done,
            accepted_by: None,
            words: words.into(),
        };
        self.as_member(by, |story| story.act(command));
    }

    /// A helper is asked something; answer within the ordinary time.
    pub fn ask(&mut self, key: &str, question: &str, why: &str, action: Option<ActionId>) -> RequestId {
        let days = self.town.rules.limits(self.now().today).request_working_days;
        let reply_by = working_days_after(self.now().today, days);
        self.ask_by(self.town.who(key), question, why, action, reply_by)
    }

    /// A helper is asked something; answer by a day.
    pub fn ask_by(
        &mut self,
        who: Who,
        question: &str,
        why: &str,
        action: Option<ActionId>,
        reply_by: Date,
    ) -> RequestId {
        let request = Request {
            to: who.actor,
            service: who.service,
            by: ActorId::new(0),
            question: question.into(),
            why: why.into(),
            action,
            reply_by,
            answer: None,
            withdrawn: None,
        };
        self.act(Command::Ask(request)).into()
    }

    /// The asked one answers.
    pub fn answered(&mut self, request: RequestId, answer: impl FnOnce(Date) -> RequestAnswer) {
        let asked =
            Extract::whole(self.dossier()).find::<Request>(request).map(|it| (it.is.to, it.is.service));
        let Some((actor, service)) = asked else { return };
        let role = self.town.who_is(actor).map_or(Role::Helper, |who| who.role);
        let seen = self.seen(request);
        let answer = answer(self.now().today);
        self.as_author(Author { actor, role, service: Some(service) }, |story| {
            story.act(Command::AnswerRequest { request: seen, answer })
        });
    }

    /// A question is taken back.
    pub fn withdraw(&mut self, request: RequestId, why: &str) {
        let seen = self.seen(request);
        self.act(Command::WithdrawRequest { request: seen, why: why.into() });
    }

    /// There was contact on the day of the story.
    pub fn contact(&mut self, how: ContactKind, with: &[PersonId], note: &str) {
        self.guided(how, with, note, &[]);
    }

    /// There was contact in which the coordinator did some of what the law lays on whoever coordinates.
    pub fn guided(&mut self, how: ContactKind, with: &[PersonId], note: &str, duties: &[CoordinatorDuty]) {
        let on = self.now().today;
        self.write(Contact { how, on, with: with.to_vec(), note: note.into(), duties: duties.to_vec() }, &[]);
    }

    /// A meeting is called.
    pub fn meeting(
        &mut self,
        title: &str,
        at: DateTime,
        place: &str,
        helpers: &[&str],
        members: &[PersonId],
    ) -> ThingId {
        let helpers = helpers.iter().map(|key| self.town.who(key).actor).collect();
        self.meeting_of(title, at, place, helpers, members)
    }

    /// A meeting of these helpers is called.
    pub fn meeting_of(
        &mut self,
        title: &str,
        at: DateTime,
        place: &str,
        helpers: Vec<ActorId>,
        members: &[PersonId],
    ) -> ThingId {
        let (title, place, members) = (title.into(), place.into(), members.to_vec());
        self.write(
            Meeting {
                title,
                at,
                place,
                helpers,
                members,
                review: false,
                interpreting: Vec::new(),
                settled: None,
            },
            &[],
        )
    }

    /// A meeting was held.
    pub fn held(&mut self, meeting: ThingId, words: &str) {
        let on = self.now().today;
        self.change::<Meeting>(meeting, |meeting| {
            meeting.settled = Some(Settled { on, met: true, words: words.into() });
            // Whoever was booked came.
            if meeting.at.date() <= on {
                meeting.interpreting.iter_mut().for_each(|line| line.came = line.planned.clone());
            }
        });
    }

    /// Somebody says something.
    pub fn says(&mut self, who: PersonId, words: &str, audience: Audience) -> ThingId {
        self.as_member(who, |story| story.act(say(who, words.into(), None, audience)))
    }

    /// A family member asks about a line of the log: what somebody looked at on a day.
    pub fn asks_about_look(&mut self, who: PersonId, by: Who, on: Date, words: &str) -> ThingId {
        let look = LookedOn { actor: by.actor, service: by.author().service, on };
        let voice = Voice { who, words: words.into(), about: None, look: Some(look) };
        self.as_member(who, |story| {
            story.act(Command::Write {
                replaces: None,
                payload: voice.wrap(),
                subjects: vec![who],
                audience: Audience::Coordinator,
            })
        })
    }

    /// An answer, by whoever acts.
    pub fn replies(&mut self, to: impl Into<ThingId>, words: &str, outcome: Outcome) {
        let to = to.into();
        // An answer is about the same people, and opened as far, as what it answers.
        let Some(entry) = self.dossier().latest(to) else { return };
        let (about, audience) = (entry.subjects.clone(), entry.audience.clone());
        self.write_for(Reply { to, words: words.into(), outcome }, &about, audience);
    }

    /// What helps already.
    pub fn strength(&mut self, words: &str, about: &[PersonId]) -> ThingId {
        self.write(Strength { words: words.into() }, about)
    }

    /// Somebody says yes to the plan as it stands.
    pub fn agrees(&mut self, by: PersonId, how: &str) {
        let on = self.now().today;
        self.write(Agreement { by, on, how: how.into() }, &[]);
    }

    /// How often they talk.
    pub fn rhythm(&mut self, days: u16) {
        self.write(Rhythm { days }, &[]);
    }

    /// Those who decide open some kinds of information about somebody for a service, for so many days. For a
    /// child, all who have parental responsibility must say yes.
    pub fn consents(
        &mut self,
        given_by: &[PersonId],
        subject: PersonId,
        receiver: ServiceId,
        categories: &[Category],
        purpose: &str,
        days: i32,
    ) -> Vec<ThingId> {
        let mut given = Vec::with_capacity(given_by.len());
        for &given_by in given_by {
            let consent = self.sharing(given_by, subject, receiver, categories, purpose, days);
            given.push(self.as_member(given_by, |story| story.write(consent, &[subject])));
        }
        given
    }

    /// Somebody who decides for a person says no to what another has said yes to.
    pub fn says_no(
        &mut self,
        given_by: PersonId,
        subject: PersonId,
        receiver: ServiceId,
        categories: &[Category],
        purpose: &str,
    ) {
        let consent = self.sharing(given_by, subject, receiver, categories, purpose, 365);
        self.as_member(given_by, |story| story.write(Consent { refused: true, ..consent }, &[subject]));
    }

    /// Whoever acts writes down a yes about oneself that somebody has given out loud, in some language.
    pub fn hears_yes(
        &mut self,
        by: PersonId,
        receiver: ServiceId,
        categories: &[Category],
        purpose: &str,
        (language, how): (&str, &str),
    ) {
        let consent = self.sharing(by, by, receiver, categories, purpose, 365);
        self.write(Consent { language: language.into(), how: how.into(), ..consent }, &[by]);
    }

    fn sharing(
        &self,
        given_by: PersonId,
        subject: PersonId,
        receiver: ServiceId,
        categories: &[Category],
        purpose: &str,
        days: i32,
    ) -> Consent {
        let from = self.now().today;
        Consent {
            subject,
            given_by,
            receiver,
            categories: categories.to_vec(),
            purpose: purpose.into(),
            from,
            until: after(from, days),
            withdrawn: None,
            helper: None,
            refused: false,
            language: "nb".into(),
            text: 1,
            how: String::new(),
        }
    }

    /// A consent is withdrawn.
    pub fn withdraws(&mut self, consent: ThingId, by: PersonId) {
        let on = self.now().today;
        self.as_member(by, |story| story.change::<Consent>(consent, |consent| consent.withdrawn = Some(on)));
    }

    /// Help ends.
    pub fn close(&mut self, reason: CloseReason, words: &str) {
        let way_back = "Ring 400 00 120, så slipper dere å fortelle alt på nytt.";
        self.act(Command::Close { reason, words: words.into(), way_back: way_back.into() });
    }
}
