//! Grounds: why a reader may see something. The text `ground-…` says it in words.

/// The reason that lets a reader see an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// It is about oneself (R71).
    Oneself,
    /// It is about a child for whom one has parental responsibility (R60, R64).
    ParentalResponsibility,
    /// Somebody in the family has opened it for one.
    OpenedInFamily,
    /// It is about the family as a whole, and one belongs to it.
    FamilyMember,
    /// One holds the whole, with the family's yes (R4).
    Coordinator,
    /// One stands in for the coordinator, and has said yes to it.
    StandIn,
    /// One is asked to become coordinator and must know enough to answer.
    Offered,
    /// It comes from one's own service, and one is in the team (R33, R35).
    OwnService,
    /// It is one's own task, or one is asked (R50).
    OwnTask,
    /// A consent in force says so (R56).
    Consent,
    /// A mandate says so (R74–R76).
    Mandate,
    /// A professional has told it to one, on a named ground in law (R34).
    Release,
    /// One is of the few who may know where a protected person is (R84).
    Trusted,
    /// One is in the team, and must know who holds the whole.
    TeamContact,
    /// One answers those who ask for help, while they wait (R7).
    Intake,
    /// One is the contact of a family that waits.
    InterimContact,
    /// One has opened the dossier to save life or health (R46).
    Emergency,
}

impl Ground {
    /// All grounds.
    pub const ALL: &[Ground] = &[
        Ground::Oneself,
        Ground::ParentalResponsibility,
        Ground::OpenedInFamily,
        Ground::FamilyMember,
        Ground::Coordinator,
        Ground::StandIn,
        Ground::Offered,
        Ground::OwnService,
        Ground::OwnTask,
        Ground::Consent,
        Ground::Mandate,
        Ground::Release,
        Ground::Trusted,
        Ground::TeamContact,
        Ground::Intake,
        Ground::InterimContact,
        Ground::Emergency,
    ];

    /// The code in journal and texts.
    pub const fn code(self) -> &'static str {
        match self {
            Ground::Oneself => "oneself",
            Ground::ParentalResponsibility => "parental-responsibility",
            Ground::OpenedInFamily => "opened-in-family",
            Ground::FamilyMember => "family-member",
            Ground::Coordinator => "coordinator",
            Ground::StandIn => "stand-in",
            Ground::Offered => "offered",
            Ground::OwnService => "own-service",
            Ground::OwnTask => "own-task",
            Ground::Consent => "consent",
            Ground::Mandate => "mandate",
            Ground::Release => "release",
            Ground::Trusted => "trusted",
            Ground::TeamContact => "team-contact",
            Ground::Intake => "intake",
            Ground::InterimContact => "interim-contact",
            Ground::Emergency => "emergency",
        }
    }

    /// The ground of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|ground| ground.code() == code)
    }
}
