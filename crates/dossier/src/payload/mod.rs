//! What an entry can say: one variant for each kind of thing in a dossier.
//!
//! To add a kind: a struct in one of the files beside this, a line in `payloads!`, its category below, and the
//! texts `kind-…` and `field-…` in `knowledge/texts`.

mod application;
mod disagreement;
mod interpreting;
mod law;
mod location;
mod people;
mod plan;
mod team;
mod told;
mod way;
mod words;

use crate::ids::*;
use crate::vocabulary::*;
pub use application::*;
pub use disagreement::*;
pub use interpreting::*;
pub use law::*;
pub use location::*;
pub use people::*;
pub use plan::*;
use serde::{Deserialize, Serialize};
pub use team::*;
pub use told::*;
pub use way::*;
pub use words::*;

/// A payload struct that one variant of [`Payload`] holds.
pub trait Kind: Sized {
    /// The kind's code, as in stores and text keys.
    const CODE: &'static str;
    /// The kind's place among [`Payload::CODES`].
    const NUMBER: usize;
    /// The struct, when the payload is of this kind.
    fn of(payload: &Payload) -> Option<&Self>;
    /// The payload that holds it.
    fn wrap(self) -> Payload;
}

macro_rules! payloads {
    ($($name:ident = $code:literal),+ $(,)?) => {
        /// The kinds without what they say, to count them.
        enum Number { $($name),+ }

        /// One recorded thing.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "kind")]
        pub enum Payload { $(#[doc = concat!("See [`", stringify!($name), "`].")] #[serde(rename = $code)] $name($name)),+ }

        impl Payload {
            /// The kind's code.
            pub const fn code(&self) -> &'static str {
                match self { $(Payload::$name(_) => $code),+ }
            }
            /// The codes of all kinds.
            pub const CODES: &'static [&'static str] = &[$($code),+];
            /// The kind's place among them.
            pub(crate) const fn number(&self) -> usize {
                match self { $(Payload::$name(_) => Number::$name as usize),+ }
            }
        }

        $(impl Kind for $name {
            const CODE: &'static str = $code;
            const NUMBER: usize = Number::$name as usize;
            fn of(payload: &Payload) -> Option<&Self> {
                match payload { Payload::$name(it) => Some(it), _ => None }
            }
            fn wrap(self) -> Payload { Payload::$name(self) }
        })+
    };
}

payloads! {
    Family = "family",
    Person = "person",
    Relation = "relation",
    Address = "address",
    ContactProcedure = "contact-procedure",
    HelpRequest = "help-request",
    Course = "course",
    Coordination = "coordination",
    Membership = "membership",
    ServiceLink = "service-link",
    Need = "need",
    Dream = "dream",
    Goal = "goal",
    Action = "action",
    Request = "request",
    Contact = "contact",
    Meeting = "meeting",
    Voice = "voice",
    Reply = "reply",
    Strength = "strength",
    Agreement = "agreement",
    Consent = "consent",
    Rhythm = "rhythm",
    Merge = "merge",
    NotSame = "not-same",
    Danger = "danger",
    Trusted = "trusted",
    CareOrder = "care-order",
    Mandate = "mandate",
    Withholding = "withholding",
    Release = "release",
    Objection = "objection",
    Block = "block",
    Emergency = "emergency",
    Conflict = "conflict",
    Insight = "insight",
    Disclosure = "disclosure",
    Disagreement = "disagreement",
    Stance = "stance",
    ResearchChoice = "research-choice",
    Fact = "fact",
    Interest = "interest",
    Application = "application",
    Removed = "removed",
}

fn is_false(flag: &bool) -> bool {
    !flag
}

impl Payload {
    /// The category that an entry has when its writer says nothing else.
    pub fn category(&self) -> Category {
        match self {
            Payload::Family(_)
            | Payload::Person(_)
            | Payload::Relation(_)
            | Payload::Coordination(_)
            | Payload::ContactProcedure(_) => Category::Contact,
            Payload::HelpRequest(_) | Payload::Course(_) | Payload::Merge(_) | Payload::NotSame(_) => {
                Category::Intake
            }
            Payload::Address(_) => Category::Location,
            Payload::ServiceLink(_) | Payload::Membership(_) => Category::ServiceLink,
            Payload::Need(need) => need.area.map_or(Category::PlanCore, Area::category),
            Payload::Dream(_)
            | Payload::Goal(_)
            | Payload::Action(_)
            | Payload::Request(_)
            | Payload::Strength(_)
            | Payload::Agreement(_)
            | Payload::Reply(_)
            | Payload::Removed(_) => Category::PlanCore,
            Payload::Contact(_)
            | Payload::Meeting(_)
            | Payload::Rhythm(_)
            | Payload::Consent(_)
            | Payload::Objection(_)
            | Payload::Insight(_)
            | Payload::Stance(_) => Category::Logistics,
            Payload::Mandate(_) => Category::Contact,
            Payload::CareOrder(_) => Category::ChildWelfare,
            Payload::Danger(_) | Payload::Trusted(_) => Category::FamilyViolence,
            // What was told on a ground of its own carries the secrecy of what was told; `decide` sees to it.
            Payload::Release(_)
            | Payload::Withholding(_)
            | Payload::Block(_)
            | Payload::Conflict(_)
            | Payload::Disclosure(_)
            | Payload::ResearchChoice(_)
            | Payload::Disagreement(_)
            | Payload::Emergency(_) => Category::Audit,
            Payload::Voice(_) => Category::ChildVoice,
            Payload::Fact(fact) => fact.category,
            Payload::Application(application) => application.category,
            // What somebody worries about says as much as what came of it.
            Payload::Interest(_) => Category::HealthSomatic,
        }
    }

    /// The helper whose own task this is, if any: that helper sees it whatever else holds.
    pub fn task_of(&self) -> Option<ActorId> {
        match self {
            Payload::Action(Action { owner: Some(Owner::Helper(helper)), .. })
            | Payload::Need(Need { owner: Some(Owner::Helper(helper)), .. }) => Some(*helper),
            Payload::Request(request) => Some(request.to),
            Payload::Membership(membership) => Some(membership.helper),
            Payload::Application(application) => {
                application.receiver.filter(|_| application.sent.is_some()).map(|to| to.helper)
            }
            _ => None,
        }
    }

    /// Helpers who are invited to this.
    pub fn invited(&self) -> &[ActorId] {
        match self {
            Payload::Meeting(meeting) => &meeting.helpers,
            _ => &[],
        }
    }

    /// The people whom this is about by its nature, whatever its writer says. `thing` is its own id.
    pub fn about(&self, thing: ThingId) -> Vec<PersonId> {
        match self {
            Payload::Person(_) => vec![thing.into()],
            // What it says is the child's: who decides for it, and where it lives.
            Payload::Relation(relation) => vec![relation.to],
            Payload::Address(address) => vec![address.person],
            Payload::ContactProcedure(procedure) => vec![procedure.person],
            Payload::ServiceLink(link) => vec![link.person],
            // A dream that several dream together is theirs together.
            Payload::Dream(dream) if dream.of.len() == 1 => dream.of.clone(),
            Payload::Voice(voice) => vec![voice.who],
            Payload::Consent(consent) => vec![consent.subject],
            Payload::Objection(objection) => vec![objection.subject],
            Payload::ResearchChoice(choice) => vec![choice.subject],
            Payload::Danger(danger) => vec![danger.protected],
            Payload::Trusted(trusted) => vec![trusted.person],
            Payload::CareOrder(order) => vec![order.child],
            Payload::Mandate(mandate) => vec![mandate.person],
            // Whom it is about does not read it for that; the one who asked does.
            Payload::Insight(insight) => vec![insight.by],
            Payload::Stance(stance) => vec![stance.who],
            Payload::Fact(fact) => vec![fact.of.about()],
            Payload::Interest(interest) => vec![interest.of],
            Payload::Application(application) => application.people(),
            _ => Vec::new(),
        }
    }

    /// The things that this points to.
    pub fn refers_to(&self) -> Vec<ThingId> {
        let people = |people: &[PersonId]| people.iter().map(|person| person.thing()).collect::<Vec<_>>();
        let owner = |owner: Option<Owner>| match owner {
            Some(Owner::Member(person)) => Some(person.thing()),
            Some(Owner::Helper(_)) | None => None,
        };
        match self {
            Payload::Relation(relation) => people(&[relation.from, relation.to]),
            Payload::Address(address) => people(&[address.person]),
            Payload::ContactProcedure(procedure) => people(&[procedure.person]),
            Payload::ServiceLink(link) => people(&[link.person]),
            Payload::Need(need) => owner(need.owner).into_iter().collect(),
            Payload::Dream(dream) => people(&dream.of),
            Payload::Goal(goal) => goal.dream.map(DreamId::thing).into_iter().collect(),
            Payload::Action(action) => [
                action.goal.map(GoalId::thing),
                action.need.map(NeedId::thing),
                action.accepted_by.map(PersonId::thing),
                owner(action.owner),
            ]
            .into_iter()
            .flatten()
            .collect(),
            Payload::Request(request) => request.action.map(ActionId::thing).into_iter().collect(),
            Payload::Contact(contact) => people(&contact.with),
            Payload::Meeting(meeting) => people(&meeting.members),
            Payload::Voice(voice) => [Some(voice.who.thing()), voice.about].into_iter().flatten().collect(),
            Payload::Reply(reply) => vec![reply.to],
            Payload::Agreement(agreement) => people(&[agreement.by]),
            Payload::Consent(consent) => people(&[consent.subject, consent.given_by]),
            Payload::Objection(objection) => people(&[objection.subject, objection.given_by]),
            Payload::ResearchChoice(choice) => people(&[choice.subject, choice.given_by]),
            Payload::Danger(danger) => people(&[danger.protected, danger.threat]),
            Payload::Trusted(trusted) => people(&[trusted.person]),
            Payload::CareOrder(order) => people(&[order.child]),
            Payload::Mandate(mandate) => people(&[mandate.person, mandate.holder]),
            Payload::Insight(insight) => people(&[insight.by, insight.about]),
            Payload::Disclosure(given) => people(&[&[given.about], &*given.told].concat()),
            Payload::Disagreement(it) => people(&[&*it.children, &*it.told].concat()),
            Payload::Stance(stance) => vec![stance.to, stance.who.thing()],
            Payload::Withholding(withholding) => {
                let mut things = people(&withholding.from);
                things.push(withholding.thing);
                things
            }
            Payload::Block(block) => vec![block.thing, block.given_by.thing()],
            Payload::Fact(fact) => people(&fact.of.people()),
            Payload::Interest(interest) => people(&[interest.of]),
            Payload::Application(application) => people(&application.people()),
            Payload::Release(release) => {
                let to = match release.to {
                    Recipient::Member(person) => Some(person.thing()),
                    Recipient::Service(_) | Recipient::Helper(_) => None,
                };
                to.into_iter().chain([release.thing]).collect()
            }
            Payload::Family(_)
            | Payload::Person(_)
            | Payload::HelpRequest(_)
            | Payload::Course(_)
            | Payload::Coordination(_)
            | Payload::Membership(_)
            | Payload::Strength(_)
            | Payload::Rhythm(_)
            | Payload::Merge(_)
            | Payload::NotSame(_)
            | Payload::Emergency(_)
            | Payload::Conflict(_)
            | Payload::Removed(_) => Vec::new(),
        }
    }

    /// What is left for somebody who must know what holds, but not what was said around it; nothing when that
    /// makes no difference. Who holds the whole is told to the team and to the children; what was said between
    /// coordinators, and why somebody said no, is not.
    pub fn core(&self) -> Option<Payload> {
        let Payload::Coordination(full) = self else { return None };
        let agreed = |stand_in: &&StandIn| stand_in.answer.is_yes();
        let stand_in = full
            .stand_in
            .as_ref()
            .filter(agreed)
            .map(|stand_in| StandIn { answer: stand_in.answer.without_words(), ..stand_in.clone() });
        let core = Coordination { offer: None, stand_in, ..full.clone() };
        (core != *full).then(|| core.wrap())
    }
}
