//! Services and helpers: who helps, as what, for which body. No family data.

use crate::shelter::Shelters;
use crate::visit::Visit;
use crate::vouching::Vouched;
use dossier::{ActorId, Role, Sector, ServiceId};
use foldhash::fast::FixedState;
use jiff::civil::{Date, Time, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// When somebody can come or ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// Monday is 1, Sunday 7.
    pub weekday: i8,
    /// From.
    pub opens: Time,
    /// Until.
    pub closes: Time,
}

impl Hours {
    /// Whether these hours are on this weekday.
    pub fn on(&self, day: Weekday) -> bool {
        day.to_monday_one_offset() == self.weekday
    }
}

/// A body that helps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Service {
    /// Its id here.
    pub id: ServiceId,
    /// Name.
    pub name: String,
    /// Sector; decides the secrecy of what it writes.
    pub sector: Sector,
    /// What it does, in plain words.
    #[serde(default)]
    pub description: String,
    /// Telephone.
    #[serde(default)]
    pub phone: Option<String>,
    /// Page of its own.
    #[serde(default)]
    pub url: Option<String>,
    /// Where.
    #[serde(default)]
    pub place: String,
    /// Opening hours.
    #[serde(default)]
    pub hours: Vec<Hours>,
    /// Open to everyone: no referral, no application.
    #[serde(default)]
    pub open_to_all: bool,
    /// Lowest age that it is for.
    #[serde(default)]
    pub from_age: Option<u8>,
    /// Highest age.
    #[serde(default)]
    pub to_age: Option<u8>,
    /// Id in the directory that it was imported from.
    #[serde(default)]
    pub source: Option<String>,
    /// When somebody last vouched for what stands here.
    #[serde(default)]
    pub checked: Option<Date>,
    /// Applications that it answers here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decides: Vec<Decides>,
    /// Facts that it sets once for everybody, such as an age limit of a local scheme: name and value.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sets: BTreeMap<String, String>,
}

impl Service {
    /// What it decides about a right, when it does.
    pub fn decides(&self, right: &str) -> Option<&Decides> {
        self.decides.iter().find(|it| it.right == right)
    }
}

/// A right that a service decides about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decides {
    /// The right, by its id in the catalogue.
    pub right: String,
    /// Since when a machine may say yes, and on what ground. Without it a person says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub automatic: Option<Automatic>,
}

/// The municipality's decision that a machine may grant an objective right. A no always goes through a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Automatic {
    /// First day.
    pub from: Date,
    /// The legal basis, such as «foreldrebetalingsforskriften § 3e».
    pub basis: String,
    /// Who has decided it, and in which case.
    pub decided: String,
}

/// A role in a service for a period. Without one that holds today, nobody is anything.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assignment {
    /// Role.
    pub role: Role,
    /// Service.
    pub service: ServiceId,
    /// First day.
    pub from: Date,
    /// Last day.
    #[serde(default)]
    pub until: Option<Date>,
    /// Share of a full-time position, in per cent.
    pub percent: u8,
}

impl Assignment {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// Somebody who helps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Helper {
    /// The account.
    pub id: ActorId,
    /// Full name.
    pub name: String,
    /// Profession or task, such as «helsesykepleier».
    pub title: String,
    /// Telephone.
    #[serde(default)]
    pub phone: Option<String>,
    /// Which of the drawn faces stands for the helper until there is a picture.
    #[serde(default)]
    pub face: Option<u8>,
    /// The district in which the helper lives, when the helper has told it: so that looks at neighbours are found.
    /// It is shown to nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// What is noted of somebody who helps without being employed.
    #[serde(default)]
    pub vouched: Vouched,
    /// Roles.
    pub assignments: Vec<Assignment>,
}

impl Helper {
    /// The assignment in a role that holds on a day.
    pub fn as_role(&self, role: Role, day: Date) -> Option<&Assignment> {
        self.assignments.iter().find(|assignment| assignment.role == role && assignment.holds(day))
    }

    /// Given name.
    pub fn given(&self) -> &str {
        self.name.split(' ').next().unwrap_or(&self.name)
    }

    /// Initials, for the round mark beside the name.
    pub fn initials(&self) -> String {
        let mut words = self.name.split([' ', '-']).filter_map(|word| word.chars().next());
        words.next().into_iter().chain(words.next_back()).collect()
    }
}

/// The roles in which people can be asked.
const ASKED: [Role; 2] = [Role::Helper, Role::Volunteer];

/// All services and helpers of the municipality.
#[derive(Debug, Default)]
pub struct Directory {
    services: HashMap<ServiceId, Service, FixedState>,
    helpers: HashMap<ActorId, Helper, FixedState>,
    shelters: Arc<Shelters>,
}

impl Directory {
    /// From rows.
    pub fn new(services: Vec<Service>, helpers: Vec<Helper>) -> Self {
        Self {
            shelters: Arc::new(Shelters::of(&services, &helpers)),
            services: services.into_iter().map(|service| (service.id, service)).collect(),
            helpers: helpers.into_iter().map(|helper| (helper.id, helper)).collect(),
        }
    }

    /// A service.
    pub fn service(&self, id: ServiceId) -> Option<&Service> {
        self.services.get(&id)
    }

    /// A helper.
    pub fn helper(&self, id: ActorId) -> Option<&Helper> {
        self.helpers.get(&id)
    }

    /// All helpers, in no order.
    pub fn helpers(&self) -> impl Iterator<Item = &Helper> {
        self.helpers.values()
    }

    /// The crisis shelters: what tells of them is hidden more than what others do.
    pub fn shelters(&self) -> &Arc<Shelters> {
        &self.shelters
    }

    /// Whether the role of a visit is held on its day. Family members hold theirs by being in a dossier.
    pub fn holds(&self, visit: &Visit) -> bool {
        match visit.role {
            Role::Citizen => true,
            Role::Visitor | Role::System => false,
            role => self.helper(visit.actor).is_some_and(|helper| {
                helper.assignments.iter().any(|held| {
                    held.role == role && Some(held.service) == visit.service && held.holds(visit.moment.today)
                })
            }),
        }
    }

    /// All services by name.
    pub fn services(&self) -> Vec<&Service> {
        let mut all: Vec<&Service> = self.services.values().collect();
        all.sort_by_cached_key(|service| (service.name.to_lowercase(), service.id));
        all
    }

    /// All helpers with a role on a day, by name.
    pub fn with_role(&self, role: Role, day: Date) -> Vec<(&Helper, &Assignment)> {
        let mut all: Vec<_> = self
            .helpers
            .values()
            .filter_map(|helper| helper.as_role(role, day).map(|assignment| (helper, assignment)))
            .collect();
        all.sort_by(|a, b| (&a.0.name, a.0.id).cmp(&(&b.0.name, b.0.id)));
        all
    }

    /// A helper who can be asked in a service on a day: helpers and volunteers can.
    pub fn asked_in(&self, id: ActorId, service: ServiceId, day: Date) -> Option<&Helper> {
        self.helper(id).filter(|helper| {
            ASKED.iter().any(|role| helper.as_role(*role, day).is_some_and(|held| held.service == service))
        })
    }

    /// Who answers applications for a right on a day: a service here that decides about it, and one in it. None when
    /// nobody here does: then the family sends it to whoever decides.
    pub fn receiver(&self, right: &str, day: Date) -> Option<(&Service, &Helper)> {
        self.services().into_iter().filter(|service| service.decides(right).is_some()).find_map(|service| {
            let mut here = self.with_role(Role::Helper, day);
            here.retain(|(_, held)| held.service == service.id);
            // Whoever works there most, so that it is not somebody who helps out.
            here.sort_by(|a, b| (b.1.percent, &a.0.name, a.0.id).cmp(&(a.1.percent, &b.0.name, b.0.id)));
            here.first().map(|(helper, _)| (service, *helper))
        })
    }

    /// The municipality's decision that a machine may grant a right, when it holds on a day.
    pub fn automatic(&self, right: &str, day: Date) -> Option<&Automatic> {
        let all =
            self.services().into_iter().filter_map(|service| service.decides(right)?.automatic.as_ref());
        all.into_iter().find(|automatic| automatic.from <= day)
    }

    /// Facts that services here have set once for everybody: name and value.
    pub fn sets(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.services().into_iter().flat_map(|service| &service.sets);
        all.map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Everybody who can be asked on a day.
    pub fn askable(&self, day: Date) -> Vec<(&Helper, &Assignment)> {
        let mut all: Vec<_> = ASKED.iter().flat_map(|role| self.with_role(*role, day)).collect();
        all.sort_by(|a, b| (&a.0.name, a.0.id).cmp(&(&b.0.name, b.0.id)));
        all
    }
}
