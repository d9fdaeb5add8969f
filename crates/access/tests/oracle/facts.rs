//! What the oracle asks of a dossier: who somebody is, who decides, who takes part. Looked up anew each time.

use access::{Directory, Visit};
use dossier::*;
use jiff::civil::Date;

/// What could tell where a person is, beside `location` itself (R82, R84).
pub const WHERE_IT_TELLS: [Category; 3] = [Category::Contact, Category::Logistics, Category::ServiceLink];

/// One question's surroundings.
pub struct Case<'a> {
    pub dossier: &'a Dossier,
    pub who: &'a Visit,
    pub limits: &'a Limits,
    pub directory: &'a Directory,
}

impl<'a> Case<'a> {
    /// The things of a kind as they stand, in the order in which they were first written.
    pub fn things<K: Kind + 'a>(&self) -> impl Iterator<Item = (&'a Entry, &'a K)> + use<'a, K> {
        Extract::whole(self.dossier).all::<K>().map(|thing| (thing.entry, thing.is))
    }

    pub fn all<K: Kind + 'a>(&self) -> impl Iterator<Item = &'a K> + use<'a, K> {
        self.things().map(|(_, is)| is)
    }

    pub fn today(&self) -> Date {
        self.who.moment.today
    }

    pub fn first_version(&self, thing: ThingId) -> &'a Entry {
        self.dossier.entries().find(|entry| entry.thing == thing).expect("it is there")
    }

    fn person(&self, id: PersonId) -> Option<&'a Person> {
        self.things::<Person>().find(|(entry, _)| entry.thing == id.into()).map(|(_, person)| person)
    }

    /// In the family today.
    pub fn is_present(&self, id: PersonId) -> bool {
        self.person(id).is_some_and(|it| {
            it.joined.is_none_or(|joined| joined <= self.today())
                && it.left.is_none_or(|left| self.today() < left)
        })
    }

    /// The reader as a family member.
    pub fn me(&self) -> Option<PersonId> {
        let mut mine = self.things::<Person>().filter(|(_, it)| it.account == Some(self.who.actor));
        mine.find_map(|(entry, _)| Some(entry.thing.into()).filter(|&id| self.is_present(id)))
    }

    pub fn is_own_family(&self) -> bool {
        self.all::<Person>().any(|it| it.account == Some(self.who.actor))
    }

    pub fn age(&self, id: PersonId) -> Option<i16> {
        self.age_on(id, self.today())
    }

    /// R79: on 28 February in ordinary years, for somebody born on 29 February.
    pub fn age_on(&self, id: PersonId, day: Date) -> Option<i16> {
        let born = self.person(id)?.born?;
        let birthday = (born.month(), born.day());
        let birthday = if birthday == (2, 29) && !day.in_leap_year() { (2, 28) } else { birthday };
        let years = day.year() - born.year();
        Some(if (day.month(), day.day()) < birthday { years - 1 } else { years })
    }

    /// Not of age: others decide.
    pub fn is_minor(&self, id: PersonId) -> bool {
        self.person(id).is_some_and(|it| it.generation == Generation::Child)
            && self.age(id).is_none_or(|age| age < self.limits.majority_age)
    }

    pub fn children(&self) -> Vec<PersonId> {
        let all = self.things::<Person>().map(|(entry, _)| PersonId::from(entry.thing));
        all.filter(|&id| self.is_minor(id) && self.is_present(id)).collect()
    }

    /// Who decides for a child today: the holders of parental responsibility and guardians (R60); while a care order
    /// holds, the foster parents (R68). Where the register says that one has it alone, nobody has it jointly; where
    /// it says so of two, nobody is known to have it.
    pub fn deciders(&self, child: PersonId) -> Vec<PersonId> {
        self.deciders_on(child, self.today())
    }

    /// Everybody who is in the family as a child of it, of age or not.
    pub fn children_of_any_age(&self) -> Vec<PersonId> {
        let children = self.things::<Person>().filter(|(_, it)| it.generation == Generation::Child);
        children.map(|(entry, _)| PersonId::from(entry.thing)).filter(|&id| self.is_present(id)).collect()
    }

    /// Who decides for a child, or did on the last day on which anybody did.
    pub fn decided_last(&self, child: PersonId) -> Vec<PersonId> {
        let mut day = self.today();
        while self.age_on(child, day).is_some_and(|age| age >= self.limits.majority_age) {
            day = day.yesterday().expect("nobody is that old");
        }
        self.deciders_on(child, day)
    }

    fn deciders_on(&self, child: PersonId, day: Date) -> Vec<PersonId> {
        let holds = |from: Option<Date>, until: Option<Date>| {
            from.is_none_or(|from| from <= day) && until.is_none_or(|until| day < until)
        };
        let in_care =
            self.all::<CareOrder>().any(|order| order.child == child && holds(Some(order.from), order.until));
        let relations: Vec<&Relation> =
            self.all::<Relation>().filter(|it| it.to == child && holds(it.from_day, it.until)).collect();
        let of = |wanted: &dyn Fn(&Relation) -> bool| {
            let mut found: Vec<_> = relations.iter().filter(|it| wanted(it)).map(|it| it.from).collect();
            found.sort();
            found.dedup();
            found
        };
        if in_care {
            return of(&|it| it.relation == RelationKind::FosterParent);
        }
        let parent = |it: &Relation| it.relation == RelationKind::Parent;
        let alone = of(&|it| {
            parent(it) && matches!(it.responsibility, Responsibility::Mother | Responsibility::Father)
        });
        let mut deciders = match alone.len() {
            0 => of(&|it| parent(it) && it.responsibility == Responsibility::Joint),
            1 => alone,
            _ => Vec::new(),
        };
        deciders.extend(of(&|it| it.relation == RelationKind::Guardian));
        deciders.sort();
        deciders.dedup();
        deciders
    }

    fn dangers(&self) -> impl Iterator<Item = &'a Danger> {
        let today = self.today();
        self.all::<Danger>().filter(move |it| it.from <= today && it.until.is_none_or(|until| today < until))
    }

    pub fn is_a_danger(&self, id: PersonId) -> bool {
        self.dangers().any(|it| it.threat == id)
    }

    /// R80: graded or flagged, or named by a danger in force.
    pub fn protected(&self) -> Vec<PersonId> {
        let flagged = self
            .things::<Person>()
            .filter(|(_, it)| it.protection != Protection::Open)
            .map(|(entry, _)| PersonId::from(entry.thing))
            .filter(|&id| self.is_present(id));
        flagged.chain(self.dangers().map(|it| it.protected)).collect()
    }

    pub fn is_withheld(&self, thing: ThingId, from: PersonId) -> bool {
        self.all::<Withholding>()
            .any(|it| it.thing == thing && it.from.contains(&from) && it.lifted.is_none())
    }

    /// Closed to those at work, or the word that closes something.
    pub fn is_blocked(&self, thing: ThingId) -> bool {
        self.things::<Block>()
            .any(|(entry, it)| it.lifted.is_none() && (it.thing == thing || entry.thing == thing))
    }

    /// What a thing points to, or has pointed to.
    pub fn points_to(&self, thing: ThingId) -> Vec<ThingId> {
        let versions = self.dossier.entries().filter(|entry| entry.thing == thing);
        versions.flat_map(|entry| entry.payload.refers_to()).collect()
    }

    pub fn is_released(&self, thing: ThingId, to: impl Fn(Recipient) -> bool) -> bool {
        self.all::<Release>()
            .any(|it| it.thing == thing && to(it.to) && self.today() <= it.until && it.ended.is_none())
    }

    /// R84: one of the named few: one asks, another approves, until a day, in one service.
    pub fn is_trusted_with(&self, person: PersonId) -> bool {
        self.all::<Trusted>().any(|it| {
            it.person == person
                && it.helper == self.who.actor
                && Some(it.service) == self.who.service
                && it.approved_by.is_some_and(|other| other != it.asked_by)
                && self.today() <= it.until
                && it.ended.is_none()
        })
    }

    fn coordination(&self) -> Option<&'a Coordination> {
        self.all::<Coordination>().next()
    }

    /// R5: said yes to this family, and the family to her; or stands in for her, with an own yes.
    pub fn coordinates(&self) -> bool {
        self.who.role == Role::Coordinator
            && self.coordination().is_some_and(|it| {
                it.lead == Some(self.who.actor)
                    || it.stand_in.as_ref().is_some_and(|other| {
                        other.actor == self.who.actor
                            && other.answer.is_yes()
                            && (other.from..=other.until).contains(&self.today())
                    })
            })
    }

    /// R72: closed, or carried on in another dossier.
    pub fn is_over(&self) -> bool {
        let course = self.all::<Course>().next();
        course.is_some_and(|it| matches!(it.phase, Phase::Closed { .. } | Phase::Merged { .. }))
    }

    /// R7: answers the queue, or can be rung meanwhile.
    pub fn answers_requests(&self) -> bool {
        let phases: Vec<&Phase> = self
            .dossier
            .entries()
            .filter_map(|entry| Course::of(&entry.payload))
            .map(|course| &course.phase)
            .collect();
        let waits = phases
            .last()
            .is_some_and(|it| matches!(it, Phase::Received | Phase::Waiting { .. } | Phase::Offered));
        let contact = match phases.iter().rev().find(|it| !matches!(it, Phase::Offered)) {
            Some(Phase::Waiting { interim, .. }) => Some(*interim),
            _ => None,
        };
        match self.who.role {
            Role::Intake => waits,
            Role::Coordinator => waits && contact == Some(self.who.actor),
            _ => false,
        }
    }

    /// R7: asked to coordinate, or to stand in, and has not answered; the family has not said no.
    pub fn is_asked_to_coordinate(&self) -> bool {
        let offered = |it: &Offer| {
            it.to == self.who.actor
                && it.coordinator == Answer::Pending
                && !matches!(it.family, Answer::No { .. })
        };
        let stands_in = |it: &StandIn| {
            it.actor == self.who.actor && it.answer == Answer::Pending && self.today() <= it.until
        };
        self.who.role == Role::Coordinator
            && self.coordination().is_some_and(|it| {
                it.offer.as_ref().is_some_and(offered) || it.stand_in.as_ref().is_some_and(stands_in)
            })
    }

    /// In the team today, for the service of this visit.
    pub fn is_in_team(&self) -> bool {
        matches!(self.who.role, Role::Helper | Role::Volunteer)
            && self.all::<Membership>().any(|it| self.is_mine_today(it))
    }

    fn is_mine_today(&self, it: &Membership) -> bool {
        it.helper == self.who.actor
            && Some(it.service) == self.who.service
            && it.from <= self.today()
            && it.until.is_none_or(|until| self.today() < until)
    }

    /// Given, asked or invited to by name, whether it is still open or not.
    pub fn is_own(&self, entry: &Entry) -> bool {
        let helps = matches!(self.who.role, Role::Helper | Role::Volunteer);
        helps && self.whose(entry).contains(&self.who.actor)
    }

    /// The helpers whose task, question, place or meeting an entry is.
    pub fn whose(&self, entry: &Entry) -> Vec<ActorId> {
        let owner = |owner: Option<Owner>| match owner {
            Some(Owner::Helper(helper)) => vec![helper],
            Some(Owner::Member(_)) | None => Vec::new(),
        };
        match &entry.payload {
            Payload::Action(it) => owner(it.owner),
            Payload::Need(it) => owner(it.owner),
            Payload::Request(it) => vec![it.to],
            Payload::Reply(it) => self.asked_by(it).map(|request| request.to).into_iter().collect(),
            Payload::Meeting(it) => it.helpers.clone(),
            Payload::Membership(it) => vec![it.helper],
            Payload::Application(it) => {
                it.receiver.filter(|_| it.sent.is_some()).map(|to| to.helper).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// The question to a helper that a reply answers.
    fn asked_by(&self, reply: &Reply) -> Option<&'a Request> {
        self.dossier.latest(reply.to).and_then(|entry| Request::of(&entry.payload))
    }

    /// R10, R50: the helper's own task, question or meeting while it is open.
    pub fn is_own_task(&self, entry: &Entry) -> bool {
        let waits = |it: &Request| {
            it.withdrawn.is_none() && matches!(it.answer, None | Some(RequestAnswer::AskBack { .. }))
        };
        // What was said yes to is needed until it is done.
        let to_do = |it: &Request| {
            let yes = matches!(it.answer, Some(RequestAnswer::Yes { .. } | RequestAnswer::YesBut { .. }));
            let action = it.action.and_then(|it| self.dossier.latest(it.into()));
            yes && it.withdrawn.is_none()
                && action.and_then(|it| Action::of(&it.payload)).is_some_and(|action| {
                    action.owner == Some(Owner::Helper(it.to)) && action.status.is_open()
                })
        };
        let asked = |it: &Request| waits(it) || to_do(it);
        let open = match &entry.payload {
            Payload::Action(it) => it.status.is_open(),
            Payload::Need(it) => it.settled.is_none(),
            Payload::Request(it) => asked(it),
            Payload::Reply(it) => self.asked_by(it).is_some_and(asked),
            Payload::Meeting(it) => it.settled.is_none() && self.today() <= it.at.date(),
            Payload::Membership(it) => self.is_mine_today(it),
            Payload::Application(it) => self.is_to_answer(it),
            _ => false,
        };
        open && self.is_own(entry)
    }

    /// R10: an application is its receiver's until it is answered, and while a complaint may still come; not when it
    /// was taken back.
    fn is_to_answer(&self, it: &Application) -> bool {
        let here = it.receiver.map(|to| to.service) == self.who.service;
        let unanswered = it.decision.is_none() || it.complaint.as_ref().is_some_and(|it| it.answer.is_none());
        let last = it.decision.as_ref().and_then(|it| it.complain_by).filter(|_| it.complaint.is_none());
        let may_come = last.is_some_and(|last| self.today() <= last);
        here && it.withdrawn.is_none() && (unanswered || may_come)
    }

    /// R10: in the team, or with something of one's own to do.
    pub fn takes_part(&self) -> bool {
        self.is_in_team()
            || Extract::whole(self.dossier).history().any(|(entry, _)| {
                self.dossier.latest(entry.thing).is_some_and(|latest| self.is_own_task(latest))
            })
    }
}
