//! Lindvik: a made-up municipality with its services and those who help.

mod helpers;
mod services;

pub use helpers::LOADS;

use crate::demo::chance::Chance;
use access::{Helper, Service};
use dossier::{ActorId, Author, Moment, Role, Rules, ServiceId, after};
use std::collections::HashMap;
use std::sync::Arc;

/// Name of the municipality.
pub const NAME: &str = "Lindvik kommune";
/// Its number; no municipality in Norway has it.
pub const NUMBER: &str = "4299";
/// The number that people ring.
pub const PHONE: &str = "400 00 120";
/// Its districts.
pub const DISTRICTS: [&str; 4] = ["Fjellside", "Granlia", "Sentrum", "Havna"];

/// Somebody who helps, in the role that stories use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Who {
    /// The account.
    pub actor: ActorId,
    /// The role.
    pub role: Role,
    /// The service.
    pub service: ServiceId,
}

impl Who {
    /// As author of what is written.
    pub fn author(self) -> Author {
        Author { actor: self.actor, role: self.role, service: Some(self.service) }
    }
}

/// The municipality at a moment.
pub struct Town {
    /// The seed of all chance.
    pub seed: u64,
    /// The moment that all stories lead up to.
    pub moment: Moment,
    /// The dated rules.
    pub rules: Arc<Rules>,
    services: Vec<Service>,
    helpers: Vec<Helper>,
    service_of: HashMap<&'static str, ServiceId>,
    who_of: HashMap<&'static str, Who>,
    place_of: HashMap<ActorId, usize>,
    coordinators: Vec<Who>,
    near_of: HashMap<&'static str, usize>,
}

/// So many families share one helper of each kind.
const FAMILIES_NEAR: u32 = 594;

/// The services with what they decide about and have set, from the file that is shown as an example.
fn practice(services: Vec<Service>) -> Vec<Service> {
    let text = include_str!("../../../../../examples/practice.toml");
    let knowledge = rights::Knowledge::shipped().ok();
    let read = knowledge.map(|knowledge| crate::import::practice::read(text, &services, knowledge.catalogue));
    read.and_then(Result::ok).unwrap_or(services)
}

fn who(helper: &Helper) -> Option<Who> {
    helper.assignments.first().map(|held| Who { actor: helper.id, role: held.role, service: held.service })
}

impl Town {
    /// The municipality for so many families, with at least so many coordinators.
    pub fn new(seed: u64, moment: Moment, rules: Arc<Rules>, families: u32, coordinators: usize) -> Self {
        let id = |kind: &str, key: &str| Chance::of(seed, &format!("{kind}/{key}")).number();
        let service = |key: &str| ServiceId::new(id("service", key));
        let actor = |key: &str| ActorId::new(id("helper", key));
        // What a service says about itself was looked at last month; roles have been held for some years.
        let services = services::services(service, after(moment.today, -34));
        let helpers = helpers::helpers(actor, service, after(moment.today, -1500));
        let who_of: HashMap<&'static str, Who> =
            helpers.iter().filter_map(|(key, helper)| Some((*key, who(helper)?))).collect();
        let mut town = Self {
            seed,
            moment,
            rules,
            service_of: services.iter().map(|(key, service)| (*key, service.id)).collect(),
            coordinators: helpers::coordinators().filter_map(|key| who_of.get(key).copied()).collect(),
            services: practice(services.into_iter().map(|(_, service)| service).collect()),
            helpers: helpers.into_iter().map(|(_, helper)| helper).collect(),
            place_of: HashMap::new(),
            near_of: HashMap::new(),
            who_of,
        };
        town.add_coordinators(coordinators);
        town.add_helpers(families / FAMILIES_NEAR);
        let newcomer =
            helpers::newcomer(actor("frivillig-ny"), service("rode-kors"), after(moment.today, -7));
        town.helpers.push(newcomer);
        town.place_of = town.helpers.iter().enumerate().map(|(place, helper)| (helper.id, place)).collect();
        town
    }

    /// A large municipality has more coordinators than stories name.
    fn add_coordinators(&mut self, wanted: usize) {
        let Some(model) = self.helpers.first().cloned() else { return };
        let mut chance = Chance::of(self.seed, "coordinators");
        while self.coordinators.len() < wanted {
            let name = super::names::helper(&mut chance);
            let helper =
                Helper { id: ActorId::new(chance.number()), name, phone: None, face: None, ..model.clone() };
            self.coordinators.extend(who(&helper));
            self.helpers.push(helper);
        }
    }

    /// A large municipality has more of each helper than the one whom stories name.
    fn add_helpers(&mut self, blocks: u32) {
        let mut chance = Chance::of(self.seed, "helpers");
        let mut models: Vec<(&'static str, Helper)> = Vec::new();
        for (key, known) in &self.who_of {
            let model = self.helpers.iter().find(|helper| helper.id == known.actor);
            models.extend(
                model
                    .filter(|_| matches!(known.role, Role::Helper | Role::Volunteer))
                    .map(|it| (*key, it.clone())),
            );
        }
        models.sort_by_key(|(key, _)| *key);
        for (key, model) in models {
            self.near_of.insert(key, self.helpers.len());
            for _ in 0..blocks {
                let name = super::names::helper(&mut chance);
                let id = ActorId::new(chance.number());
                self.helpers.push(Helper { id, name, phone: None, face: None, ..model.clone() });
            }
        }
    }

    /// A service by its key.
    pub fn service(&self, key: &str) -> ServiceId {
        // Keys are written in stories, and a test tells every story.
        *self.service_of.get(key).unwrap_or_else(|| unreachable!("the town has no service `{key}`"))
    }

    /// A helper by key.
    pub fn who(&self, key: &str) -> Who {
        *self.who_of.get(key).unwrap_or_else(|| unreachable!("the town has no helper `{key}`"))
    }

    /// The helper with a key who works near a family: a large municipality has several of each.
    pub fn who_near(&self, key: &str, family: u32) -> Who {
        let Some(block) = (family / FAMILIES_NEAR).checked_sub(1) else { return self.who(key) };
        let place = self.near_of.get(key).map(|first| first + block as usize);
        place.and_then(|place| self.helpers.get(place)).and_then(who).unwrap_or_else(|| self.who(key))
    }

    /// The helper behind an account.
    pub fn helper(&self, actor: ActorId) -> Option<&Helper> {
        self.place_of.get(&actor).map(|&place| &self.helpers[place])
    }

    /// An account in the role that stories use.
    pub fn who_is(&self, actor: ActorId) -> Option<Who> {
        self.helper(actor).and_then(who)
    }

    /// All coordinators; the first fourteen have names in stories.
    pub fn coordinators(&self) -> &[Who] {
        &self.coordinators
    }

    /// All services.
    pub fn services(&self) -> &[Service] {
        &self.services
    }

    /// Everybody who helps.
    pub fn helpers(&self) -> &[Helper] {
        &self.helpers
    }
}
