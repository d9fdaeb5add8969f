//! Crisis shelters: that somebody has been in touch with one is secret in itself (R86, kril § 5), so what tells it is
//! hidden more than what others write.

use crate::directory::{Helper, Service};
use dossier::*;

/// The crisis shelters of the municipality, and those who work there or have done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shelters {
    services: Vec<ServiceId>,
    helpers: Vec<ActorId>,
    /// Their names, as people write them where no list is offered.
    names: Vec<String>,
}

impl Shelters {
    /// Finds them in the directory.
    pub fn of(services: &[Service], helpers: &[Helper]) -> Self {
        let shelters = || services.iter().filter(|service| service.sector == Sector::CrisisShelter);
        let services: Vec<ServiceId> = shelters().map(|service| service.id).collect();
        let works_there =
            |helper: &&Helper| helper.assignments.iter().any(|held| services.contains(&held.service));
        Self {
            helpers: helpers.iter().filter(works_there).map(|helper| helper.id).collect(),
            names: shelters().map(|service| service.name.to_lowercase()).collect(),
            services,
        }
    }

    /// Whether somebody works in one, or has done.
    pub fn works_there(&self, helper: ActorId) -> bool {
        self.helpers.contains(&helper)
    }

    /// Whether all entries of a class tell of one: it wrote them, or they are the task of somebody who works there, or
    /// meetings with one of them.
    pub(crate) fn are_told_by(&self, class: &Class) -> bool {
        class.origin.is_some_and(|origin| self.services.contains(&origin))
            || class.task_of.is_some_and(|helper| self.works_there(helper))
            || class.invited.iter().any(|helper| self.works_there(*helper))
    }

    /// The things that name one in any of their versions: as the receiver of a yes or a no, as the service that does
    /// something, as what somebody is helped by.
    pub(crate) fn are_named_by<'a>(&'a self, dossier: &'a Dossier) -> impl Iterator<Item = ThingId> + 'a {
        let some = !self.services.is_empty();
        let entries = some.then(|| dossier.entries()).into_iter().flatten();
        entries.filter(|entry| self.is_named_by(&entry.payload)).map(|entry| entry.thing)
    }

    fn is_named_by(&self, payload: &Payload) -> bool {
        let service = match payload {
            Payload::Consent(consent) => Some(consent.receiver),
            Payload::Objection(objection) => Some(objection.service),
            Payload::Action(action) => action.service,
            Payload::ServiceLink(link) => {
                let told = link.service.to_lowercase();
                return self.names.iter().any(|name| told.contains(name.as_str()));
            }
            _ => None,
        };
        service.is_some_and(|service| self.services.contains(&service))
    }
}
