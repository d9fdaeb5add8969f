//! What an entry can say: one variant for each kind of thing in a dossier.
//!
//! To add a kind: a struct here, a line in `payloads!`, its category below, and the texts
//! `kind-…` and `field-…` in `knowledge/texts`.

use crate::ids::*;
use crate::vocabulary::*;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

/// A payload struct that one variant of [`Payload`] holds.
pub trait Kind: Sized {
    /// The kind's code, as in stores and text keys.
    const CODE: &'static str;
    /// The struct, when the payload is of this kind.
    fn of(payload: &Payload) -> Option<&Self>;
    /// The payload that holds it.
    fn wrap(self) -> Payload;
}

macro_rules! payloads {
    ($($name:ident = $code:literal),+ $(,)?) => {
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
        }

        $(impl Kind for $name {
            const CODE: &'static str = $code;
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
    Removed = "removed",
}

/// The family as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Family {
    /// What the family is called, such as «Haddad».
    pub name: String,
    /// District, in a municipality that has districts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// The sender's own key, when the family was imported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A person in the family. People join and leave with dates; nobody is erased from the past.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// Given name, as written.
    pub given: String,
    /// Family name, as written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub surname: String,
    /// Birth date; unknown for the unborn and for people we have only heard of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<Date>,
    /// Child or adult.
    pub generation: Generation,
    /// Language code, BCP 47.
    #[serde(default = "bokmal", skip_serializing_if = "is_bokmal")]
    pub language: String,
    /// Needs an interpreter.
    #[serde(default, skip_serializing_if = "is_false")]
    pub interpreter: bool,
    /// How secret the person's whereabouts are.
    #[serde(default = "open", skip_serializing_if = "is_open")]
    pub protection: Protection,
    /// Telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// When and how the person likes to be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reach: Option<String>,
    /// The account that this person signs in with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<ActorId>,
    /// When the person became part of the family; empty: always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joined: Option<Date>,
    /// When the person left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<Date>,
    /// Keyed hash of the national identity number, never the number: enough to know the same person again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<String>,
    /// The sender's own key, when the person was imported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

fn bokmal() -> String {
    "nb".into()
}
fn is_bokmal(language: &str) -> bool {
    language == "nb"
}
fn is_false(flag: &bool) -> bool {
    !flag
}
fn open() -> Protection {
    Protection::Open
}
fn is_open(protection: &Protection) -> bool {
    *protection == Protection::Open
}

impl Person {
    /// A person of whom only the name and the generation are known yet.
    pub fn named(given: impl Into<String>, surname: impl Into<String>, generation: Generation) -> Self {
        Self {
            given: given.into(),
            surname: surname.into(),
            born: None,
            generation,
            language: bokmal(),
            interpreter: false,
            protection: Protection::Open,
            phone: None,
            reach: None,
            account: None,
            joined: None,
            left: None,
            identity: None,
            source: None,
        }
    }

    /// Given name and family name.
    pub fn full_name(&self) -> String {
        if self.surname.is_empty() { self.given.clone() } else { format!("{} {}", self.given, self.surname) }
    }
}

/// How an adult (or sibling) is related to somebody, for a period. A change of custody is a new version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Relation {
    /// From whom.
    pub from: PersonId,
    /// To whom.
    pub to: PersonId,
    /// What the first is to the second.
    pub relation: RelationKind,
    /// Parental responsibility that the first has for the second.
    pub responsibility: Responsibility,
    /// Where the second lives, seen from the first.
    pub residence: Residence,
    /// Share of the time in this home, in per cent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<u8>,
    /// From when; empty: as long as we know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_day: Option<Date>,
    /// Until when; empty while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// Somebody asks for help for the family.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HelpRequest {
    /// Code on the receipt; whoever has it can ask where the request stands.
    pub reference: String,
    /// What is hard, in the sender's words.
    pub words: String,
    /// What would be good help, in the sender's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub wish: String,
    /// It cannot wait.
    pub acute: bool,
    /// What is acute, in the sender's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub acute_words: String,
    /// The services that help today, in the sender's words or chosen from a list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<String>,
    /// When somebody must have answered.
    pub reply_by: Timestamp,
    /// The professional who sent it, with the family's agreement; empty when the family asked itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_by: Option<SentBy>,
}

/// The professional behind a request, and how the family agreed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SentBy {
    /// Who sent it.
    pub helper: ActorId,
    /// From which service.
    pub service: ServiceId,
    /// Who in the family said yes.
    pub agreed_by: String,
    /// How the yes was given.
    pub how: String,
}

/// Where the family stands on its way. One thing for each family; each step is a version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Course {
    /// The phase.
    pub phase: Phase,
    /// Since when.
    pub since: Date,
    /// The acute lane: answered before everything else.
    #[serde(default, skip_serializing_if = "is_false")]
    pub acute: bool,
}

/// A phase, with what is true in it alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "phase", rename_all = "kebab-case")]
pub enum Phase {
    /// Asked; nobody has answered yet.
    Received,
    /// In the queue.
    Waiting {
        /// Code of the ground for priority (`knowledge/services/rules.json`).
        ground: String,
        /// Why this ground, in words that the family may read.
        why: String,
        /// When the place in the queue is looked at again.
        review: Date,
        /// Whom the family can ring meanwhile.
        interim: ActorId,
        /// Why this family goes before its ordinary place; empty when it does not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        raised: Option<String>,
    },
    /// A coordinator is offered; see [`Coordination::offer`].
    Offered,
    /// Has a coordinator.
    Active,
    /// Ended.
    Closed {
        /// Why.
        reason: CloseReason,
        /// In words that the family may read.
        words: String,
        /// How to come back.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        way_back: String,
    },
    /// The request belongs to another family's dossier.
    Merged {
        /// Which.
        into: FamilyId,
    },
}

impl Phase {
    /// The phase's code.
    pub const fn code(&self) -> &'static str {
        match self {
            Phase::Received => "received",
            Phase::Waiting { .. } => "waiting",
            Phase::Offered => "offered",
            Phase::Active => "active",
            Phase::Closed { .. } => "closed",
            Phase::Merged { .. } => "merged",
        }
    }
}

/// Who holds the whole. One thing for each family, so two at once cannot be written.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Coordination {
    /// The coordinator now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<ActorId>,
    /// The coordinator's service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// An offer that is not settled yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<Offer>,
    /// Who steps in for a time; counts only after saying yes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stand_in: Option<StandIn>,
}

/// Somebody is asked to be coordinator, as the first or after another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    /// Who is asked.
    pub to: ActorId,
    /// In which service.
    pub service: ServiceId,
    /// Who asks.
    pub by: ActorId,
    /// When the answer is due.
    pub reply_by: Date,
    /// What the receiver should know, and what is handed over.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The family's answer to getting (this) coordinator.
    pub family: Answer,
    /// The coordinator's answer.
    pub coordinator: Answer,
}

/// An answer that may not have come yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "kebab-case")]
pub enum Answer {
    /// Not yet.
    Pending,
    /// Yes.
    Yes {
        /// Which day.
        on: Date,
        /// How, when somebody else wrote it down.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        how: String,
    },
    /// No.
    No {
        /// Which day.
        on: Date,
        /// Why, in the person's words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        why: String,
    },
}

impl Answer {
    /// Whether it is a yes.
    pub const fn is_yes(&self) -> bool {
        matches!(self, Answer::Yes { .. })
    }
}

/// A stand-in for the coordinator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StandIn {
    /// Who.
    pub actor: ActorId,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// The stand-in's own answer.
    pub answer: Answer,
}

/// A helper's place in the team around the family, for a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Membership {
    /// Who.
    pub helper: ActorId,
    /// For which service.
    pub service: ServiceId,
    /// What the helper does for this family, in plain words.
    pub task: String,
    /// From when.
    pub from: Date,
    /// Until when; empty while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// Somebody in the family is helped by a service (which in itself is secret in most sectors).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ServiceLink {
    /// Who.
    pub person: PersonId,
    /// The service's name or kind.
    pub service: String,
    /// From when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Until when; empty while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// Something that must be met.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Need {
    /// What is needed, in the family's words where we have them.
    pub words: String,
    /// Area of life; may be empty, may be between.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Area>,
    /// Here and now, or in the long run.
    pub horizon: Horizon,
    /// Who sees to it that something happens; nobody is a gap that shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// Met, or no longer wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<Settled>,
}

/// How a need ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Settled {
    /// Which day.
    pub on: Date,
    /// Met, or dropped.
    pub met: bool,
    /// In words.
    pub words: String,
}

/// The one who answers for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "owner", content = "id", rename_all = "kebab-case")]
pub enum Owner {
    /// A helper (or volunteer).
    Helper(ActorId),
    /// Somebody in the family.
    Member(PersonId),
}

/// What somebody hopes for. «Did not want to say» is an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dream {
    /// Whose dream; more than one when they dream it together.
    pub of: Vec<PersonId>,
    /// In their words; empty: was asked, and did not want to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// A goal, in the family's own words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// The dream that it serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dream: Option<DreamId>,
    /// In the family's words.
    pub words: String,
    /// «We are on our way when …».
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sign: String,
    /// A professional's words beside, never over.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Here and now, or in the long run.
    pub horizon: Horizon,
    /// Reached, or left; empty while it is worked on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<Settled>,
}

/// What somebody does. Exactly one owner; until there is one, it is a gap.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Action {
    /// What is to be done.
    pub words: String,
    /// The goal that it serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<GoalId>,
    /// The need that it meets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<NeedId>,
    /// Who does it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// The service that the owner does it for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// When it is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// Here and now, or in the long run.
    pub horizon: Horizon,
    /// Where it stands.
    pub status: ActionStatus,
    /// Who in the family said yes to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_by: Option<PersonId>,
    /// Why it stopped, or what came of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outcome: String,
}

/// One helper is asked something. Answered in time, or it shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// Who is asked.
    pub to: ActorId,
    /// In which service.
    pub service: ServiceId,
    /// Who asks.
    pub by: ActorId,
    /// The question, as one sentence.
    pub question: String,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// The action that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<ActionId>,
    /// When the answer is due.
    pub reply_by: Date,
    /// The answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<RequestAnswer>,
    /// Why it is no longer asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<String>,
}

/// A helper's answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "kebab-case")]
pub enum RequestAnswer {
    /// I will do it.
    Yes {
        /// Which day.
        on: Date,
    },
    /// I will, but not quite like that.
    YesBut {
        /// Which day.
        on: Date,
        /// What instead.
        words: String,
    },
    /// I cannot.
    No {
        /// Which day.
        on: Date,
        /// Why.
        reason: DeclineReason,
        /// In words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
    },
    /// I must know more first; the clock stands while the coordinator has the word.
    AskBack {
        /// Which day.
        on: Date,
        /// What.
        words: String,
    },
}

/// There was contact, or somebody tried.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Contact {
    /// How.
    pub how: ContactKind,
    /// Which day.
    pub on: Date,
    /// With whom in the family.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<PersonId>,
    /// A short note that the family can read.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A meeting or a review of the plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Meeting {
    /// What it is about.
    pub title: String,
    /// Norwegian wall-clock time.
    pub at: DateTime,
    /// Where.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Helpers who are invited.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub helpers: Vec<ActorId>,
    /// Family members who are invited.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<PersonId>,
    /// The plan is reviewed there.
    #[serde(default, skip_serializing_if = "is_false")]
    pub review: bool,
    /// Held, or called off with a reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<Settled>,
}

/// Somebody in the family says something.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Voice {
    /// Who.
    pub who: PersonId,
    /// In the person's words; never edited by others.
    pub words: String,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<ThingId>,
}

/// An answer to something: to own words, to a request's question, to a meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// To what.
    pub to: ThingId,
    /// In words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// What was decided.
    pub outcome: Outcome,
}

/// What helps the family already.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Strength {
    /// In the family's words.
    pub words: String,
}

/// Somebody's yes to the plan as it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Agreement {
    /// Who.
    pub by: PersonId,
    /// Which day.
    pub on: Date,
    /// How, when somebody else wrote it down.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub how: String,
}

/// A person's dated, withdrawable yes: this service may see this kind of information about me.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Consent {
    /// About whom.
    pub subject: PersonId,
    /// Who said yes.
    pub given_by: PersonId,
    /// Which service may see.
    pub receiver: ServiceId,
    /// What kinds of information.
    pub categories: Vec<Category>,
    /// For what.
    pub purpose: String,
    /// First day.
    pub from: Date,
    /// Last day; always set.
    pub until: Date,
    /// Withdrawn since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Date>,
}

/// How often the family and the coordinator have agreed to talk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rhythm {
    /// At most so many days of silence.
    pub days: u16,
}

/// Another dossier turned out to be about the same family; undone by removing this entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Merge {
    /// The dossier that was taken in.
    pub from: FamilyId,
    /// What was asked there, so that it is read here.
    pub words: String,
    /// Why it was taken to be the same family.
    pub why: String,
}

/// The thing was withdrawn. What it said stays in its earlier versions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Removed {
    /// Code of the kind that it was.
    pub was: String,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
}

impl Payload {
    /// The category that an entry has when its writer says nothing else.
    pub fn category(&self) -> Category {
        match self {
            Payload::Family(_) | Payload::Person(_) | Payload::Relation(_) | Payload::Coordination(_) => {
                Category::Contact
            }
            Payload::HelpRequest(_) | Payload::Course(_) | Payload::Merge(_) => Category::Intake,
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
            Payload::Contact(_) | Payload::Meeting(_) | Payload::Rhythm(_) | Payload::Consent(_) => {
                Category::Logistics
            }
            Payload::Voice(_) => Category::ChildVoice,
        }
    }

    /// The helper whose own task this is, if any: that helper sees it whatever else holds.
    pub fn task_of(&self) -> Option<ActorId> {
        match self {
            Payload::Action(Action { owner: Some(Owner::Helper(helper)), .. })
            | Payload::Need(Need { owner: Some(Owner::Helper(helper)), .. }) => Some(*helper),
            Payload::Request(request) => Some(request.to),
            Payload::Membership(membership) => Some(membership.helper),
            _ => None,
        }
    }
}
