//! How a reader stands to one family at one moment: the facts that the rules in `policies/` speak of.
//!
//! Facts are gathered from everything recorded up to the moment ([`Standing::of`]), anew for each view for which
//! anything that they come from is another (`crate::view`); then each class of entries is ruled on once for each person
//! whom it is about ([`Standing::decide`]). Nothing here decides.

use crate::consent::{Deciders, deciders, opened_to};
use crate::directory::Directory;
use crate::ground::Ground;
use crate::own::Own;
use crate::policy::see::{Facts, SliceFacts, rule};
use crate::policy::{CitizenFacts, Heard, Reader, StaffFacts};
use crate::shelter::Shelters;
use crate::visit::Visit;
use dossier::*;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How a reader stands to one family at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The role of the visit.
    pub role: Role,
    /// The role is held today.
    pub active: bool,
    /// May not take part: own family, kin, or a declared conflict of interest (R24).
    pub conflict: bool,
    /// Has opened the dossier in an emergency; until when (R46).
    pub emergency: Option<Timestamp>,
    /// Protected persons whose whereabouts the reader may know (R84).
    pub trusted: Vec<PersonId>,
    /// What somebody has said no to, towards the reader or the reader's service (R36).
    pub objections: Vec<(PersonId, Vec<Category>)>,
    /// What mandates that the reader holds cover (R74–R76).
    pub mandates: Vec<(PersonId, Vec<Category>)>,
    /// Things that are kept from the reader (R62).
    pub withheld: Vec<ThingId>,
    /// Things that are told to the reader on a named ground (R34).
    pub released: Vec<ThingId>,
    /// Things that somebody has closed to those at work (R36, R94).
    blocked: Vec<ThingId>,
    /// Crisis shelters (R86).
    shelters: Arc<Shelters>,
    /// How old everybody is; children whose age is not known are young.
    ages: Vec<(PersonId, i16)>,
    /// Age from which one decides alone about one's health.
    health_majority: i16,
    /// Who the reader is in the family.
    pub me: Vec<PersonId>,
    /// The reader is an adult in the family.
    pub adult: bool,
    /// Minors whom the reader decides for.
    pub decides_for: Vec<PersonId>,
    /// Holds the whole: as coordinator, or as stand-in.
    pub holds: Option<Ground>,
    /// Is asked to become coordinator or stand-in, and has not answered.
    pub asked: bool,
    /// Belongs to the family as a whole: not a parent without parental responsibility (R66), and not apart from
    /// somebody whose whereabouts are protected (R82).
    pub belongs: bool,
    /// Somebody in the family is protected and the reader is not: what is shared in the family is closed.
    pub apart: bool,
    /// What the reader may open to a service: about whom, and which kinds of information (R60).
    pub may_share: Vec<(PersonId, Vec<Category>)>,
    /// Family members whose whereabouts are protected (R80).
    pub protected: Vec<PersonId>,
    /// Is in the team now.
    pub in_team: bool,
    /// Has an open task or question in the family.
    pub has_task: bool,
    /// What was the helper's own, and is over: it opens nothing any longer (R72).
    over: Vec<ThingId>,
    /// Answers those who wait, and this family waits.
    pub intake: Option<Ground>,
    /// The service the reader acts for.
    pub service: Option<ServiceId>,
    /// The reader.
    pub actor: Option<ActorId>,
    /// Acts as a volunteer.
    pub volunteer: bool,
    /// What consents in force open for the reader's service.
    pub consents: Vec<(PersonId, Vec<Category>)>,
    /// Help is going on, or asked for.
    pub open: bool,
}

/// Whole years, for the rules. A child whose age is not known is young; an adult's does not matter.
fn years(person: &Thing<'_, Person>, today: Date) -> i16 {
    let unknown = if person.is.generation == Generation::Adult { i16::MAX } else { 0 };
    person.is.age(today).unwrap_or(unknown)
}

impl Standing {
    /// Gathers the facts about a reader from everything recorded up to the moment.
    pub fn of(dossier: &Dossier, visit: &Visit, limits: &Limits, directory: &Directory) -> Self {
        let all = Extract::whole(dossier);
        let today = visit.moment.today;
        let phase = all.only::<Course>().map(|course| &course.is.phase);
        let protected = protected(&all, today);
        let mut standing = Standing {
            role: visit.role,
            active: directory.holds(visit),
            actor: Some(visit.actor),
            service: visit.service,
            volunteer: visit.role == Role::Volunteer,
            open: matches!(
                phase,
                Some(Phase::Received | Phase::Waiting { .. } | Phase::Offered | Phase::Active)
            ),
            shelters: Arc::clone(directory.shelters()),
            ages: all.all::<Person>().map(|person| (person.id().into(), years(&person, today))).collect(),
            health_majority: limits.health_majority_age,
            protected,
            conflict: false,
            emergency: None,
            trusted: Vec::new(),
            objections: Vec::new(),
            mandates: Vec::new(),
            withheld: Vec::new(),
            released: Vec::new(),
            blocked: Vec::new(),
            me: Vec::new(),
            adult: false,
            decides_for: Vec::new(),
            holds: None,
            asked: false,
            belongs: false,
            apart: false,
            may_share: Vec::new(),
            in_team: false,
            has_task: false,
            over: Vec::new(),
            intake: None,
            consents: Vec::new(),
        };
        if visit.role == Role::Citizen {
            standing.as_citizen(&all, visit, limits);
            standing.told_in_family(&all, today, limits);
            return standing;
        }
        match visit.role {
            Role::Coordinator => {
                if let Some(coordination) = all.only::<Coordination>() {
                    standing.holds = if coordination.is.lead == Some(visit.actor) {
                        Some(Ground::Coordinator)
                    } else if coordination.is.stand_in_on(today) == Some(visit.actor) {
                        Some(Ground::StandIn)
                    } else {
                        None
                    };
                    let offered =
                        coordination.is.offer.as_ref().is_some_and(|offer| {
                            offer.to == visit.actor && offer.coordinator == Answer::Pending
                        });
                    let standing_in = coordination.is.stand_in.as_ref().is_some_and(|stand_in| {
                        stand_in.actor == visit.actor
                            && stand_in.answer == Answer::Pending
                            && today <= stand_in.until
                    });
                    standing.asked = offered || standing_in;
                }
                if interim_contact(&all) == Some(visit.actor) {
                    standing.intake = Some(Ground::InterimContact);
                }
            }
            Role::Helper | Role::Volunteer => standing.as_helper(&all, visit, limits),
            Role::Intake => {
                if matches!(phase, Some(Phase::Received | Phase::Waiting { .. } | Phase::Offered)) {
                    standing.intake = Some(Ground::Intake);
                }
            }
            // Leaders see figures, administrators run the system; neither reads content (R33, R51).
            Role::Citizen | Role::Leader | Role::Administrator | Role::Visitor | Role::System => {}
        }
        standing.told_at_work(&all, visit);
        standing
    }

    fn as_citizen(&mut self, all: &Extract<'_>, visit: &Visit, limits: &Limits) {
        let today = visit.moment.today;
        for person in all.all::<Person>() {
            let old_enough = person.is.generation == Generation::Adult
                || person.is.age(today).is_some_and(|age| age >= limits.own_access_age);
            if person.is.account == Some(visit.actor) && person.is.is_present(today) && old_enough {
                self.me.push(person.id().into());
                self.adult |= !person.is.is_minor(today, limits);
            }
        }
        let danger =
            all.all::<Danger>().any(|danger| danger.is.holds(today) && self.me.contains(&danger.is.threat));
        self.apart =
            danger || !self.protected.is_empty() && !self.me.iter().any(|me| self.protected.contains(me));
        if self.apart && self.adult {
            // Neither the one whom somebody is protected from, nor anybody who may tell, learns from here that
            // there is a case at all; a person answers, without whereabouts (R82, R83).
            self.me.clear();
            return;
        }
        if self.adult {
            for child in all.all::<Person>().filter(|person| person.is.is_minor(today, limits)) {
                let id = PersonId::from(child.id());
                let mine = responsible_for(all, id, today).iter().any(|parent| self.me.contains(parent));
                if mine && !self.me.contains(&id) {
                    self.decides_for.push(id);
                }
            }
        }
        self.belongs =
            !self.me.is_empty() && !self.apart && (!self.adult || self.answers_for(all, today, limits));
        self.may_share = self.shareable(all, today, limits);
    }

    /// What a family has together is for the adults who decide for a child in it, or did until the child came of age;
    /// and until anything is written down about who is whose, for the adults who asked. Step-parents, partners,
    /// grandparents and grown children have no part in it by themselves (R67).
    fn answers_for(&self, all: &Extract<'_>, today: Date, limits: &Limits) -> bool {
        let children: Vec<_> = present(all, today)
            .into_iter()
            .filter(|person| person.is.generation == Generation::Child)
            .collect();
        let decided = |child: &Thing<'_, Person>| {
            let last_day = child.is.last_day_below(limits.majority_age).filter(|day| *day < today);
            responsible_for(all, child.id().into(), last_day.unwrap_or(today))
                .iter()
                .any(|parent| self.me.contains(parent))
        };
        let known = all.all::<Relation>().any(|relation| {
            relation.is.relation != RelationKind::Sibling
                && children.iter().any(|child| relation.is.to == child.id().into())
        });
        let grown_up =
            || self.me.iter().filter_map(|me| all.person(*me)).any(|me| me.generation == Generation::Adult);
        !known && grown_up() || children.iter().any(decided)
    }

    /// What professionals have decided for somebody in the family, and what mandates open.
    fn told_in_family(&mut self, all: &Extract<'_>, today: Date, limits: &Limits) {
        let me = |person: &PersonId| self.me.contains(person);
        self.mandates = all
            .all::<Mandate>()
            .filter(|mandate| mandate.is.holds(today) && me(&mandate.is.holder))
            // Written down before, it begins when the person is of age and not a day earlier.
            .filter(|mandate| {
                all.person(mandate.is.person).is_some_and(|person| !person.is_minor(today, limits))
            })
            .map(|mandate| (mandate.is.person, mandate.is.categories.clone()))
            .collect();
        self.withheld = all
            .all::<Withholding>()
            .filter(|kept| kept.is.lifted.is_none() && kept.is.from.iter().any(me))
            .map(|kept| kept.is.thing)
            .collect();
        self.released = all
            .all::<Release>()
            .filter(|told| told.is.ended.is_none() && today <= told.is.until)
            .filter(|told| matches!(told.is.to, Recipient::Member(person) if me(&person)))
            .map(|told| told.is.thing)
            .collect();
    }

    /// What holds for one helper in particular: conflicts, objections, releases, the circle around a protected
    /// person, an emergency.
    fn told_at_work(&mut self, all: &Extract<'_>, visit: &Visit) {
        let today = visit.moment.today;
        let own_family = all.all::<Person>().any(|person| person.is.account == Some(visit.actor));
        self.conflict = own_family
            || all
                .all::<Conflict>()
                .any(|conflict| conflict.is.helper == visit.actor && conflict.is.ended.is_none());
        // Nothing that somebody was told as a helper is opened to the same person as something else (R33, R51).
        let helps = matches!(
            visit.role,
            Role::Helper | Role::Volunteer | Role::Coordinator | Role::Intake | Role::Citizen
        );
        if !self.open || !helps {
            return;
        }
        self.emergency = all
            .all::<Emergency>()
            .filter(|it| it.is.helper == visit.actor && Some(it.is.service) == visit.service)
            // The first version: a check afterwards is a later one, and opens nothing.
            .filter(|it| all.versions(it.id()).first().is_some_and(|opened| opened.at <= visit.moment.at))
            .map(|it| it.is.until)
            .filter(|until| visit.moment.at < *until)
            .max();
        self.trusted = all
            .all::<Trusted>()
            .map(|trusted| trusted.is)
            .filter(|it| it.helper == visit.actor && Some(it.service) == visit.service)
            .filter(|it| it.approved_by.is_some_and(|by| by != it.asked_by))
            .filter(|it| it.ended.is_none() && today <= it.until)
            .map(|it| it.person)
            .collect();
        self.objections = all
            .all::<Objection>()
            .map(|objection| objection.is)
            .filter(|it| it.from <= today && it.lifted.is_none())
            .filter(|it| match it.helper {
                Some(helper) => helper == visit.actor,
                // The coordinator holds the whole with the family's yes, not for the service.
                None => Some(it.service) == visit.service && self.holds.is_none(),
            })
            .map(|it| (it.subject, it.categories.clone()))
            .collect();
        let closed = all.all::<Block>().filter(|block| block.is.lifted.is_none());
        self.blocked = closed.flat_map(|block| [block.is.thing, block.id()]).collect();
        self.released = all
            .all::<Release>()
            .filter(|told| told.is.ended.is_none() && today <= told.is.until)
            .filter(|told| match told.is.to {
                Recipient::Member(_) => false,
                Recipient::Helper(helper) => helper == visit.actor,
                Recipient::Service(service) => self.in_team && Some(service) == visit.service,
            })
            .map(|told| told.is.thing)
            .collect();
    }

    /// What the reader's yes counts for: about oneself, and about the children one decides for.
    fn shareable(&self, all: &Extract<'_>, today: Date, limits: &Limits) -> Vec<(PersonId, Vec<Category>)> {
        let kinds = |id: PersonId, counts: &dyn Fn(Deciders, Category) -> bool| {
            let about = all.person(id)?;
            let open = |kind: &&Category| counts(deciders(**kind, about, today, limits), **kind);
            Some((id, Category::ALL.iter().filter(open).copied().collect()))
        };
        let own = self.me.iter().filter_map(|me| kinds(*me, &|who, _| who.oneself));
        // Nobody passes on what one may not see oneself.
        let child =
            |child: &PersonId| kinds(*child, &|who, kind| who.parents && self.sees_as_parent(*child, kind));
        own.chain(self.decides_for.iter().filter_map(child)).collect()
    }

    fn sees_as_parent(&self, child: PersonId, category: Category) -> bool {
        let (reader, health_majority) = (self.reader(), self.health_majority);
        let slice = self.about(SliceFacts::plain(category), child);
        rule(&Facts { reader, slice, health_majority }).is_some()
    }

    fn as_helper(&mut self, all: &Extract<'_>, visit: &Visit, limits: &Limits) {
        let today = visit.moment.today;
        if !self.open {
            return;
        }
        let own = Own::of(all, visit.actor, visit.service, today);
        (self.in_team, self.has_task) = (own.in_team, own.has_task || own.in_team);
        self.over = own.over;
        if let Some(service) = visit.service.filter(|_| self.in_team) {
            self.consents = opened_to(all, service, visit.actor, today, limits);
        }
    }

    /// Whether the reader has anything to do with the family at all. If not, it does not exist for the reader.
    pub fn is_anything(&self) -> bool {
        !self.me.is_empty()
            || self.holds.is_some()
            || self.asked
            || self.has_task
            || self.intake.is_some()
            || self.emergency.is_some()
            || !self.released.is_empty()
            || !self.trusted.is_empty()
    }

    /// What the rules know about the reader, whatever is asked.
    pub(crate) fn reader(&self) -> Reader {
        if self.role == Role::Citizen {
            return Reader::Citizen(CitizenFacts {
                adult: self.adult,
                belongs: self.belongs,
                apart: self.apart,
            });
        }
        Reader::Staff(StaffFacts {
            active: self.active,
            conflict: self.conflict,
            holds: self.holds == Some(Ground::Coordinator),
            stands_in: self.holds == Some(Ground::StandIn),
            asked: self.asked,
            answers_queue: self.intake == Some(Ground::Intake),
            interim: self.intake == Some(Ground::InterimContact),
            has_task: self.has_task,
            in_team: self.in_team,
            volunteer: self.volunteer,
            emergency: self.emergency.is_some(),
        })
    }

    /// The facts about a class of entries, as far as they do not go by person.
    fn slice(&self, class: &Class, special: Special) -> SliceFacts {
        let mine = |helper: &ActorId| Some(*helper) == self.actor;
        let at_work = self.role != Role::Citizen;
        let helps = matches!(self.role, Role::Helper | Role::Volunteer);
        SliceFacts {
            audience: Heard::of(&class.audience),
            whole_family: class.subjects.is_empty(),
            among_members: matches!(&class.audience, Audience::Members(members)
                if members.iter().any(|member| self.me.contains(member))),
            by_oneself: !at_work && class.told_by.is_some() && class.told_by == self.actor,
            shelter: at_work && (special.shelter || self.shelters.are_told_by(class)),
            // What a coordinator from the same service holds for the whole family is no more open to the colleagues
            // there than to anybody else (R33).
            own_service: at_work
                && class.origin.is_some()
                && class.origin == self.service
                && matches!(class.by, Role::Helper | Role::System),
            own_task: helps
                && !special.over
                && (class.task_of.as_ref().is_some_and(mine) || class.invited.iter().any(mine)),
            withheld: special.withheld,
            released: special.released,
            blocked: special.blocked,
            ..SliceFacts::plain(class.category)
        }
    }

    /// The facts about a class of entries, and one of the persons whom it is about.
    fn about(&self, slice: SliceFacts, subject: PersonId) -> SliceFacts {
        let covers = |these: &[(PersonId, Vec<Category>)]| {
            these.iter().any(|(about, kinds)| *about == subject && kinds.contains(&slice.category))
        };
        SliceFacts {
            about: self.me.contains(&subject),
            decides_for: self.decides_for.contains(&subject),
            age: self.ages.iter().find(|(person, _)| *person == subject).map_or(0, |(_, age)| *age),
            protected: self.protected.contains(&subject),
            trusted: self.trusted.contains(&subject),
            consented: covers(&self.consents),
            objected: covers(&self.objections),
            mandated: covers(&self.mandates),
            ..slice
        }
    }

    /// The ground on which the reader may see a class of entries; none means no. Each person whom the entries are
    /// about needs a ground (R54, R55); the weakest one is told.
    pub fn decide(&self, class: &Class, special: Special) -> Option<Ground> {
        let ask =
            |slice| rule(&Facts { reader: self.reader(), slice, health_majority: self.health_majority });
        let slice = self.slice(class, special);
        if class.subjects.is_empty() {
            return ask(slice);
        }
        let mut weakest = None;
        for subject in &class.subjects {
            weakest = weakest.max(Some(ask(self.about(slice, *subject))?));
        }
        weakest
    }

    /// Things that are decided on their own for this reader: what names a crisis shelter, what is withheld from the reader, what points to it,
    /// what was told to the reader, and what was the reader's task.
    pub fn special(&self, dossier: &Dossier) -> BTreeMap<ThingId, Special> {
        let mut special: BTreeMap<ThingId, Special> = BTreeMap::new();
        for thing in &self.released {
            special.entry(*thing).or_default().released = true;
        }
        for thing in &self.blocked {
            special.entry(*thing).or_default().blocked = true;
        }
        for thing in &self.over {
            special.entry(*thing).or_default().over = true;
        }
        // It is not hidden from those who hold the whole.
        if self.role != Role::Citizen && self.holds.is_none() {
            for thing in self.shelters.are_named_by(dossier) {
                special.entry(thing).or_default().shelter = true;
            }
        }
        if !self.withheld.is_empty() {
            for entry in dossier.entries() {
                let kept = |thing: &ThingId| self.withheld.contains(thing);
                if kept(&entry.thing) || entry.payload.refers_to().iter().any(kept) {
                    special.entry(entry.thing).or_default().withheld = true;
                }
            }
        }
        special
    }

    /// How much of a class is shown on a ground. The team and the children are told who holds the whole, not what
    /// was said around it.
    pub(crate) fn shown(&self, ground: Option<Ground>) -> Shown {
        match ground {
            None => Shown::No,
            Some(Ground::TeamContact) => Shown::Core,
            Some(Ground::FamilyMember) if !self.adult => Shown::Core,
            Some(_) => Shown::Whole,
        }
    }
}

/// What holds for a single thing and one reader, beside what holds for its class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Special {
    /// A professional keeps it from the reader.
    pub withheld: bool,
    /// A professional has told it to the reader.
    pub released: bool,
    /// Somebody has closed it to those at work.
    pub blocked: bool,
    /// It was the reader's task, and is over.
    pub over: bool,
    /// It names a crisis shelter.
    pub shelter: bool,
}
