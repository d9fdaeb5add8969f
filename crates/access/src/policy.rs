//! The rules: what one reader may see of one dossier at one moment.
//!
//! Read from top to bottom; whatever is not named here is denied. `R…` are the numbers of the rules in
//! `docs/rules.md`. Facts about the reader are gathered once for each view ([`Standing`]), then each class of
//! entries is decided once ([`Standing::decide`]).

use crate::consent::{Deciders, deciders, opened_to};
use crate::ground::Ground;
use crate::visit::Visit;
use dossier::*;
use jiff::civil::Date;

/// How a reader stands to one family at one moment.
#[derive(Debug, Default)]
pub struct Standing {
    /// Who the reader is in the family.
    pub me: Vec<PersonId>,
    /// The reader is an adult in the family.
    pub adult: bool,
    /// Minors whom the reader decides for.
    pub decides_for: Vec<Minor>,
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

/// A child whom somebody decides for.
#[derive(Debug, Clone, Copy)]
pub struct Minor {
    /// Who.
    pub person: PersonId,
    /// Old enough to decide about health information alone (R61).
    pub decides_health: bool,
}

impl Standing {
    /// Gathers the facts about a reader from everything recorded up to the moment.
    pub fn of(dossier: &Dossier, visit: &Visit, limits: &Limits) -> Self {
        let all = Extract::whole(dossier);
        let today = visit.moment.today;
        let phase = all.only::<Course>().map(|course| &course.is.phase);
        let mut standing = Standing {
            actor: Some(visit.actor),
            service: visit.service,
            volunteer: visit.role == Role::Volunteer,
            open: matches!(
                phase,
                Some(Phase::Received | Phase::Waiting { .. } | Phase::Offered | Phase::Active)
            ),
            protected: all
                .all::<Person>()
                .filter(|person| person.is.is_present(today) && person.is.protection != Protection::Open)
                .map(|person| person.id().into())
                .collect(),
            ..Standing::default()
        };
        match visit.role {
            Role::Citizen => standing.as_citizen(&all, visit, limits),
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
            Role::Leader | Role::Administrator | Role::Visitor | Role::System => {}
        }
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
        self.apart = !self.protected.is_empty() && !self.me.iter().any(|me| self.protected.contains(me));
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
                    let decides_health =
                        child.is.age(today).is_some_and(|age| age >= limits.health_majority_age);
                    self.decides_for.push(Minor { person: id, decides_health });
                }
            }
        }
        let parent_of_minor = all.all::<Relation>().any(|relation| {
            relation.is.relation == RelationKind::Parent
                && relation.is.holds(today)
                && self.me.contains(&relation.is.from)
                && all.person(relation.is.to).is_some_and(|child| child.is_minor(today, limits))
        });
        let without_responsibility = self.adult && parent_of_minor && self.decides_for.is_empty();
        self.belongs = !self.me.is_empty() && !self.apart && !without_responsibility;
        self.may_share = self.shareable(all, today, limits);
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
        let child = |minor: &Minor| {
            kinds(minor.person, &|who, kind| who.parents && Self::parent_may_see(minor, kind))
        };
        own.chain(self.decides_for.iter().filter_map(child)).collect()
    }

    fn as_helper(&mut self, all: &Extract<'_>, visit: &Visit, limits: &Limits) {
        let today = visit.moment.today;
        if !self.open {
            return;
        }
        self.in_team = team(all, today)
            .iter()
            .any(|member| member.helper == visit.actor && Some(member.service) == visit.service);
        // Asked, until there is a yes (then the task or the team tells) or a no.
        let asked = all.all::<Request>().any(|request| {
            request.is.to == visit.actor
                && request.is.withdrawn.is_none()
                && matches!(request.is.answer, None | Some(RequestAnswer::AskBack { .. }))
        });
        let me = Some(Owner::Helper(visit.actor));
        let does = all.all::<Action>().any(|action| action.is.owner == me && action.is.status.is_open())
            || all.all::<Need>().any(|need| need.is.owner == me && need.is.settled.is_none());
        let invited = all.all::<Meeting>().any(|meeting| {
            meeting.is.helpers.contains(&visit.actor)
                && meeting.is.settled.is_none()
                && today <= meeting.is.at.date()
        });
        self.has_task = asked || does || invited || self.in_team;
        if let Some(service) = visit.service.filter(|_| self.in_team) {
            self.consents = opened_to(all, service, today, limits);
        }
    }

    /// Whether the reader has anything to do with the family at all. If not, it does not exist for the reader.
    pub fn is_anything(&self) -> bool {
        !self.me.is_empty() || self.holds.is_some() || self.asked || self.has_task || self.intake.is_some()
    }

    /// The ground on which the reader may see a class of entries; none means no.
    pub fn decide(&self, class: &Class) -> Option<Ground> {
        if class.audience == Audience::Oneself && !self.is_about_me_alone(class) {
            return None;
        }
        if let Some(ground) = self.holds {
            return Some(ground);
        }
        if !self.me.is_empty() {
            return self.decide_for_citizen(class);
        }
        if let Some(ground) = self.intake
            && matches!(class.category, Category::Contact | Category::Intake | Category::ServiceLink)
        {
            return Some(ground);
        }
        if self.asked && matches!(class.category, Category::Contact | Category::Intake) {
            return Some(Ground::Offered);
        }
        if self.has_task { self.decide_for_helper(class) } else { None }
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

    fn is_about_me_alone(&self, class: &Class) -> bool {
        !class.subjects.is_empty() && class.subjects.iter().all(|subject| self.me.contains(subject))
    }

    /// Each person whom the entry is about needs a ground (R54, R55); the weakest one is told.
    fn decide_for_citizen(&self, class: &Class) -> Option<Ground> {
        if self.is_about_me_alone(class) {
            return self.may_read_about_oneself(class).then_some(Ground::Oneself);
        }
        if self.apart {
            return None;
        }
        match &class.audience {
            Audience::Coordinator | Audience::Oneself => return None,
            Audience::Members(members) if members.iter().any(|member| self.me.contains(member)) => {
                return Some(Ground::OpenedInFamily);
            }
            Audience::Members(_) | Audience::Ordinary => {}
        }
        if class.subjects.is_empty() {
            let open = match class.category {
                Category::Contact | Category::PlanCore | Category::Logistics | Category::ServiceLink => true,
                // What concerns the whole home is the adults' to know; what concerns one of them has a subject.
                Category::Intake
                | Category::Economy
                | Category::Housing
                | Category::Education
                | Category::NavState
                | Category::HealthSomatic
                | Category::HealthMental => self.adult,
                _ => false,
            };
            return (open && self.belongs).then_some(Ground::FamilyMember);
        }
        let decided = class.subjects.iter().all(|subject| {
            self.me.contains(subject)
                || self
                    .decides_for
                    .iter()
                    .any(|minor| minor.person == *subject && Self::parent_may_see(minor, class.category))
        });
        decided.then_some(Ground::ParentalResponsibility)
    }

    /// One's own part is one's own to read (R71), and always what one has said oneself. What others wrote about
    /// violence, crime or third persons waits, in a child's account, for a professional's decision (R87); and in
    /// the account of somebody who lives apart from a protected person, so does what tells where (R82).
    fn may_read_about_oneself(&self, class: &Class) -> bool {
        let told_by_others = class.by != Role::Citizen;
        let grave = matches!(
            class.category,
            Category::FamilyViolence | Category::Police | Category::ThirdParty | Category::Audit
        );
        let tells_where =
            matches!(class.category, Category::Location | Category::Logistics | Category::ServiceLink);
        !told_by_others || ((self.adult || !grave) && !(self.apart && tells_where))
    }

    /// What parental responsibility opens. A child's own words are opened by the child (R20); what a young
    /// person sought help for alone is not opened here (R62); health information from 16 is the young person's
    /// own (R61); whereabouts are never opened by default (R80).
    fn parent_may_see(minor: &Minor, category: Category) -> bool {
        match category {
            Category::ChildVoice
            | Category::HealthPrivate
            | Category::Location
            | Category::FamilyViolence
            | Category::Police
            | Category::ThirdParty
            | Category::Audit => false,
            Category::HealthSomatic | Category::HealthMental => !minor.decides_health,
            Category::Contact
            | Category::ServiceLink
            | Category::Intake
            | Category::PlanCore
            | Category::Education
            | Category::ChildWelfare
            | Category::Economy
            | Category::NavState
            | Category::Housing
            | Category::Logistics => true,
        }
    }

    fn decide_for_helper(&self, class: &Class) -> Option<Ground> {
        let mine = |helper: &ActorId| Some(*helper) == self.actor;
        if class.task_of.as_ref().is_some_and(mine) || class.invited.iter().any(mine) {
            return Some(Ground::OwnTask);
        }
        // Never by default, whatever else holds: the child's words, whereabouts, and the rest that needs a
        // ground of its own.
        let closed = matches!(
            class.category,
            Category::ChildVoice
                | Category::Location
                | Category::HealthPrivate
                | Category::FamilyViolence
                | Category::Police
                | Category::ThirdParty
                | Category::Audit
        );
        if class.category == Category::Contact && class.subjects.is_empty() {
            return Some(Ground::TeamContact);
        }
        if closed || self.volunteer || !self.in_team {
            return None;
        }
        if self.is_made_by_own_service(class) {
            return Some(Ground::OwnService);
        }
        let consented = |subject: &PersonId| {
            self.consents.iter().any(|(about, kinds)| about == subject && kinds.contains(&class.category))
        };
        let shared = !class.subjects.is_empty() && class.subjects.iter().all(consented);
        (shared && class.audience != Audience::Coordinator).then_some(Ground::Consent)
    }

    /// Whether the reader's own service wrote this down as its own. What a coordinator from the same service
    /// holds for the whole family is no more open to the colleagues there than to anybody else (R33); nor is what
    /// could tell where a protected person is (R84).
    fn is_made_by_own_service(&self, class: &Class) -> bool {
        let tells_where =
            matches!(class.category, Category::Contact | Category::Logistics | Category::ServiceLink);
        let protected = class.subjects.iter().any(|subject| self.protected.contains(subject));
        class.origin.is_some()
            && class.origin == self.service
            && class.audience == Audience::Ordinary
            && matches!(class.by, Role::Helper | Role::System)
            && !(tells_where && protected)
    }
}
