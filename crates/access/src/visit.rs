//! A visit: who asks, in which capacity, when. Made once for each request; nothing below asks again.

use dossier::{ActorId, Author, Moment, Role, ServiceId};

/// What ties the requests of one session together: the first half of its hash, which says nothing about anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SessionKey(u128);

impl SessionKey {
    /// The key of the session with a hash, in hex. Nothing when it is none.
    pub fn of(hash: &str) -> Option<Self> {
        u128::from_str_radix(hash.get(..32)?, 16).ok().map(Self)
    }
}

impl std::fmt::Display for SessionKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// One request by one reader.
#[derive(Debug, Clone, Copy)]
pub struct Visit {
    /// Who.
    pub actor: ActorId,
    /// In which role. Switching role changes what is visible.
    pub role: Role,
    /// For which service the role is held.
    pub service: Option<ServiceId>,
    /// When.
    pub moment: Moment,
    /// Ties journal, log and error page together; says nothing about anybody.
    pub request: u64,
    /// The session in which somebody comes: the first time in each family, whoever is at work says for what (R38).
    /// Nothing for what the program itself does.
    pub session: Option<SessionKey>,
}

impl Visit {
    /// The author of what is written during this visit.
    pub fn author(&self) -> Author {
        Author { actor: self.actor, role: self.role, service: self.service }
    }
}
