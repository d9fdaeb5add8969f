//! A visit: who asks, in which capacity, when. Made once for each request; nothing below asks again.

use dossier::{ActorId, Author, Moment, Role, ServiceId};

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
}

impl Visit {
    /// The author of what is written during this visit.
    pub fn author(&self) -> Author {
        Author { actor: self.actor, role: self.role, service: self.service }
    }
}
