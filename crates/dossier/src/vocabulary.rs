//! The closed lists of words that entries are made of. Each has a code that texts and stores use.

/// Declares an enum whose variants have a fixed code, used in stored entries, forms and text keys.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $code)] $variant),+ }

        impl $name {
            /// All values in their order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];
            /// The code in stores, forms and text keys.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
            /// The value of a code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

pub(crate) use coded;

coded! {
    /// In which capacity somebody acts. A role is always held in a service, for a period.
    Role {
        /// A family member.
        Citizen = "citizen",
        /// The one who holds the whole.
        Coordinator = "coordinator",
        /// A person in a service who takes part.
        Helper = "helper",
        /// Somebody who helps without being employed to.
        Volunteer = "volunteer",
        /// Receives requests for help, and keeps the queue.
        Intake = "intake",
        /// Leads; sees figures, never content.
        Leader = "leader",
        /// Runs the system; sees no content.
        Administrator = "administrator",
        /// Somebody at the door who has not signed in.
        Visitor = "visitor",
        /// The program itself, such as an import.
        System = "system",
    }
}

impl Role {
    /// The role under which the lists know whoever acts in this one. Whether somebody takes part as an employed
    /// helper or as a volunteer is known by the directory alone, so that both are found as helpers.
    pub const fn in_lists(self) -> Self {
        match self {
            Role::Volunteer => Role::Helper,
            other => other,
        }
    }
}

coded! {
    /// What kind of information an entry is. Rules of secrecy attach to it.
    Category {
        /// Name, phone, e-mail, language.
        Contact = "contact",
        /// Home address and everything that reveals whereabouts.
        Location = "location",
        /// The bare fact that somebody is helped by a service.
        ServiceLink = "service-link",
        /// What was said when help was asked for, and where the request stands.
        Intake = "intake",
        /// Goals, actions, who is responsible, dates, status.
        PlanCore = "plan-core",
        /// What a child has said.
        ChildVoice = "child-voice",
        /// Bodily health.
        HealthSomatic = "health-somatic",
        /// Mental health.
        HealthMental = "health-mental",
        /// Health matters that a young person has sought help for alone.
        HealthPrivate = "health-private",
        /// Kindergarten, school, educational assessments.
        Education = "education",
        /// Child welfare.
        ChildWelfare = "child-welfare",
        /// Social assistance, debt, income.
        Economy = "economy",
        /// State benefits and work follow-up.
        NavState = "nav-state",
        /// Housing.
        Housing = "housing",
        /// Threats, protection, crisis shelter.
        FamilyViolence = "family-violence",
        /// Crime and police.
        Police = "police",
        /// Somebody else's own matters that appear in the case.
        ThirdParty = "third-party",
        /// Times and places of meetings, and who takes part.
        Logistics = "logistics",
        /// Who looked, and when.
        Audit = "audit",
    }
}

coded! {
    /// An area of life. A need may lie in one of them, in none, or between them.
    Area {
        /// Money, debt, income.
        Economy = "economy",
        /// A place to live.
        Housing = "housing",
        /// Bodily health.
        Health = "health",
        /// Mental health, sleep, worry.
        MentalHealth = "mental-health",
        /// Kindergarten and school.
        School = "school",
        /// Work and education of adults.
        Work = "work",
        /// Friends, leisure, belonging.
        Leisure = "leisure",
        /// Everyday life at home, care, relief.
        Everyday = "everyday",
        /// Safety.
        Safety = "safety",
        /// Between the areas: nobody's table.
        Between = "between",
    }
}

impl Area {
    /// The category whose secrecy a need in this area carries.
    pub const fn category(self) -> Category {
        match self {
            Area::Economy => Category::Economy,
            Area::Housing => Category::Housing,
            Area::Health => Category::HealthSomatic,
            Area::MentalHealth => Category::HealthMental,
            Area::School => Category::Education,
            Area::Work => Category::NavState,
            Area::Safety => Category::FamilyViolence,
            Area::Leisure | Area::Everyday | Area::Between => Category::PlanCore,
        }
    }
}

coded! {
    /// The sector that a service belongs to; it decides the secrecy that its information carries.
    Sector {
        /// Municipal case offices and coordinating unit.
        MunicipalGeneral = "kommune_generell",
        /// Municipal health.
        MunicipalHealth = "kommune_helse",
        /// Hospitals.
        SpecialistHealth = "spesialist_helse",
        /// Public dental service.
        Dental = "tannhelse",
        /// Child welfare.
        ChildWelfare = "barnevern",
        /// Kindergarten.
        Kindergarten = "barnehage",
        /// School.
        School = "skole",
        /// After-school care.
        AfterSchool = "sfo",
        /// Educational-psychological service.
        EducationalPsychology = "ppt",
        /// Follow-up service for youth.
        YouthFollowUp = "ot",
        /// NAV, state.
        NavState = "nav_stat",
        /// NAV, municipal.
        NavMunicipal = "nav_kommune",
        /// Crisis shelter.
        CrisisShelter = "krisesenter",
        /// Family counselling.
        FamilyCounselling = "familievern",
        /// Integration of refugees.
        Integration = "integrering",
        /// Housing office.
        Housing = "bolig",
        /// Police.
        Police = "politi",
        /// Appointed guardian.
        Guardian = "verge",
        /// Voluntary organisations.
        Voluntary = "frivillig",
    }
}

impl Sector {
    /// The category that information made by a service of this sector has when nothing else is said.
    pub const fn category(self) -> Category {
        match self {
            Sector::MunicipalHealth | Sector::SpecialistHealth | Sector::Dental => Category::HealthSomatic,
            Sector::ChildWelfare => Category::ChildWelfare,
            Sector::Kindergarten
            | Sector::School
            | Sector::AfterSchool
            | Sector::EducationalPsychology
            | Sector::YouthFollowUp => Category::Education,
            Sector::NavState => Category::NavState,
            Sector::NavMunicipal => Category::Economy,
            Sector::CrisisShelter | Sector::FamilyCounselling => Category::FamilyViolence,
            Sector::Housing => Category::Housing,
            Sector::Police => Category::Police,
            Sector::MunicipalGeneral | Sector::Integration | Sector::Guardian | Sector::Voluntary => {
                Category::PlanCore
            }
        }
    }
}

coded! {
    /// How secret a person's whereabouts are (folkeregisterloven § 10-4, and a flag set locally).
    Protection {
        /// Not protected.
        Open = "ugradert",
        /// Protected by a flag that a service has set.
        Shielded = "skjermet",
        /// «Fortrolig»: public bodies with a ground only.
        Confidential = "fortrolig",
        /// «Strengt fortrolig»: the address is never stored at all.
        StrictlyConfidential = "strengtFortrolig",
    }
}

coded! {
    /// Adult or child in the family.
    Generation {
        /// A child or youth.
        Child = "barn",
        /// An adult.
        Adult = "voksen",
    }
}

coded! {
    /// How one person is related to another; read from the first to the second.
    RelationKind {
        /// Parent of.
        Parent = "forelder",
        /// Step-parent of.
        StepParent = "steforelder",
        /// Foster parent of.
        FosterParent = "fosterforelder",
        /// Appointed guardian of.
        Guardian = "verge",
        /// Grandparent of.
        Grandparent = "besteforelder",
        /// Sibling of.
        Sibling = "søsken",
    }
}

coded! {
    /// Parental responsibility, in the population register's words.
    Responsibility {
        /// Shared by both.
        Joint = "felles",
        /// The mother alone.
        Mother = "mor",
        /// The father alone.
        Father = "far",
        /// This person has none.
        None = "ingen",
    }
}

coded! {
    /// Where the child lives, seen from this adult.
    Residence {
        /// Lives here.
        Permanent = "fast",
        /// Lives here part of the time, by equal right.
        Shared = "delt",
        /// Visits.
        Contact = "samvær",
        /// Neither.
        None = "ingen",
    }
}

coded! {
    /// Near or far in time.
    Horizon {
        /// Here and now.
        Acute = "acute",
        /// In the long run.
        LongTerm = "long-term",
    }
}

coded! {
    /// Where an action stands (each step forward is somebody's word, never assumed).
    ActionStatus {
        /// Somebody suggested it; nothing starts without the family's yes.
        Proposed = "proposed",
        /// The family said yes.
        AcceptedByFamily = "accepted-by-family",
        /// The owner said yes.
        AcceptedByOwner = "accepted-by-owner",
        /// Under way.
        Started = "started",
        /// The owner has done it; the family has not yet said so.
        Delivered = "delivered",
        /// Done.
        Done = "done",
        /// Ended before it was done; a reason is given.
        Stopped = "stopped",
    }
}

impl ActionStatus {
    /// Whether something is still to be done.
    pub const fn is_open(self) -> bool {
        !matches!(self, ActionStatus::Done | ActionStatus::Stopped)
    }
}

coded! {
    /// How there was contact.
    ContactKind {
        /// By phone.
        Call = "call",
        /// At home.
        Visit = "visit",
        /// A written message.
        Message = "message",
        /// Face to face elsewhere.
        Meeting = "meeting",
        /// Tried, nobody answered.
        Attempt = "attempt",
    }
}

coded! {
    /// What the law lays on whoever coordinates for a child and its family (helse- og omsorgstjenesteloven § 7-2 a;
    /// R6).
    CoordinatorDuty {
        /// Make all services one offer.
        Whole = "whole",
        /// Know what the municipality owes the family, and help it to do its part.
        Overview = "overview",
        /// Tell and guide about health and care.
        Health = "health",
        /// Tell and guide about other services and about organisations of users, and pass on to them.
        Welfare = "welfare",
        /// Keep the plan moving.
        Plan = "plan",
    }
}

coded! {
    /// How somebody interprets (tolkeloven § 8).
    InterpretingMode {
        /// In the same room.
        Room = "room",
        /// By telephone.
        Phone = "phone",
        /// By video.
        Video = "video",
    }
}

coded! {
    /// Why a helper says no. Counted without names, so that leaders see what blocks.
    DeclineReason {
        /// Time, people, room.
        Capacity = "capacity",
        /// Not our task.
        NotOurs = "not-ours",
        /// Unsure about the law.
        Law = "law",
        /// Must know more.
        NeedMore = "need-more",
        /// I am the wrong person.
        WrongPerson = "wrong-person",
        /// Something else.
        Other = "other",
    }
}

coded! {
    /// Why help from the coordinator ended.
    CloseReason {
        /// The family manages on its own.
        OwnWish = "own-wish",
        /// The goals are reached.
        GoalsReached = "goals-reached",
        /// Moved to another municipality.
        Moved = "moved",
        /// Another body has taken over, and said so.
        HandedOver = "handed-over",
        /// Help was not started: the family got help elsewhere or did not want it.
        NotStarted = "not-started",
    }
}

coded! {
    /// What a reply decides.
    Outcome {
        /// An answer in words; nothing is decided.
        Answered = "answered",
        /// Yes.
        Yes = "yes",
        /// No, with a reason in words.
        No = "no",
        /// It went into the plan.
        Planned = "planned",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_read_back_and_no_two_are_alike() {
        macro_rules! check { ($($name:ident),+) => {$(
            let codes: std::collections::BTreeSet<_> = $name::ALL.iter().map(|v| v.code()).collect();
            assert_eq!(codes.len(), $name::ALL.len());
            for value in $name::ALL {
                assert_eq!($name::from_code(value.code()), Some(*value));
                assert_eq!(serde_json::to_string(value).unwrap(), format!("\"{}\"", value.code()));
            }
        )+}; }
        check!(Role, Category, Area, Sector, Protection, Generation, RelationKind, Responsibility, Residence);
        check!(Horizon, ActionStatus, ContactKind, CoordinatorDuty, DeclineReason, CloseReason, Outcome);
    }
}
