//! Crisis shelters: that somebody has been in touch with one is secret in itself (R86, kril § 5), so what tells it is
//! hidden more than what others write.

use crate::directory::{Helper, Service};
use dossier::*;
use std::collections::HashSet;

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

    /// The things of which some version tells of one in any way: by what it belongs to, by who wrote it, by whom it is
    /// for, or by the shelter's name in its words. For what leaves the house, where a word too much is never taken back.
    pub(crate) fn are_told_of_in(&self, dossier: &Dossier) -> HashSet<ThingId> {
        if self.services.is_empty() {
            return HashSet::new();
        }
        let classes: Vec<bool> = dossier.classes().iter().map(|class| self.are_told_by(class)).collect();
        let tells = |(index, entry): &(u32, &Entry)| {
            classes[dossier.class_of(*index)]
                || entry.author.service.is_some_and(|service| self.services.contains(&service))
                || self.is_named_by(&entry.payload)
                || self.is_met_by(&entry.payload)
                || self.is_written_in(&entry.payload)
        };
        (0..).zip(dossier.entries()).filter(tells).map(|(_, entry)| entry.thing).collect()
    }

    /// Whether something is for, or about, somebody who works in one.
    fn is_met_by(&self, payload: &Payload) -> bool {
        let here = |service: &ServiceId| self.services.contains(service);
        match payload {
            Payload::Meeting(meeting) => meeting.helpers.iter().any(|helper| self.works_there(*helper)),
            Payload::Membership(member) => here(&member.service),
            Payload::Request(request) => here(&request.service) || self.works_there(request.to),
            Payload::Emergency(it) => here(&it.service) || self.works_there(it.helper),
            Payload::Trusted(trusted) => here(&trusted.service),
            Payload::Conflict(conflict) => self.works_there(conflict.helper),
            Payload::Release(Release { to: Recipient::Helper(helper), .. }) => self.works_there(*helper),
            Payload::Release(Release { to: Recipient::Service(service), .. }) => here(service),
            Payload::Application(application) => application.receiver.is_some_and(|to| here(&to.service)),
            _ => false,
        }
    }

    /// Whether the name of one stands in its words.
    fn is_written_in(&self, payload: &Payload) -> bool {
        let words = serde_json::to_string(payload).unwrap_or_default().to_lowercase();
        self.names.iter().any(|name| words.contains(name.as_str()))
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
