//! What a volunteer must have before being asked (R50): a signed declaration of confidentiality, and for some work that a
//! police certificate has been seen. Which work demands which is dated data; here is only whether it is there.
//!
//! Of a certificate nothing is kept but yes or no and the day; of a declaration the day alone.

use crate::directory::{Directory, Helper};
use dossier::{ActorId, Problem, Refusal, Role, Rule, Rules, ServiceId, Vouching};
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

/// No day before this can be meant: a slip of the hand.
pub const EARLIEST: Date = date(2000, 1, 1);

/// Whether a police certificate was shown when it was asked for, and on which day. Never the certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// It was shown, and nothing stands in the way.
    pub seen: bool,
    /// The day on which that was found.
    pub on: Date,
}

/// What is noted of somebody who helps without being employed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vouched {
    /// The day on which the declaration of confidentiality was signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declared: Option<Date>,
    /// What was found about a police certificate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Certificate>,
}

impl Vouched {
    /// Whether its days can be meant.
    ///
    /// # Errors
    /// The field whose day is to come, or lies before [`EARLIEST`].
    pub fn check(&self, today: Date) -> Result<(), Refusal> {
        let meant = |day: Option<Date>| day.is_none_or(|day| EARLIEST <= day && day <= today);
        let on = self.certificate.map(|it| it.on);
        for (field, day) in [("declared", self.declared), ("seen_on", on)] {
            if !meant(day) {
                return Err(Refusal::Field { field, problem: Problem::Date });
            }
        }
        Ok(())
    }

    /// The first thing that is demanded and not there.
    pub fn lacks(&self, demand: &Vouching) -> Option<Rule> {
        if demand.declaration.is_some() && self.declared.is_none() {
            return Some(Rule::NotDeclared);
        }
        let seen = self.certificate.is_some_and(|it| it.seen);
        (demand.certificate.is_some() && !seen).then_some(Rule::NoCertificate)
    }
}

impl Helper {
    /// What is demanded of the helper in a service on a day; nothing of those who do not help there as a volunteer.
    pub fn demanded<'r>(
        &self,
        directory: &Directory,
        rules: &'r Rules,
        service: ServiceId,
        day: Date,
    ) -> Option<&'r Vouching> {
        let volunteers = self
            .assignments
            .iter()
            .any(|held| held.role == Role::Volunteer && held.service == service && held.holds(day));
        let sector = directory.service(service).filter(|_| volunteers)?.sector;
        rules.vouching(Role::Volunteer, sector, day)
    }
}

/// What somebody lacks who helps as a volunteer, and in no other way, to be given something to do or asked to a meeting
/// on a day: for these nobody says in which service. Nothing when all is there for one of those.
pub fn lacks_everywhere(directory: &Directory, rules: &Rules, helper: ActorId, day: Date) -> Option<Rule> {
    let held =
        || directory.helper(helper).into_iter().flat_map(|it| &it.assignments).filter(|it| it.holds(day));
    let volunteers = held().all(|it| it.role == Role::Volunteer);
    let mut lacking = held().map(|it| lacks(directory, rules, (helper, it.service), day));
    let first = lacking.next().filter(|_| volunteers)?;
    if lacking.any(|lacks| lacks.is_none()) { None } else { first }
}

/// What somebody lacks to be asked in a service on a day; nothing when nothing is demanded, or all is there.
pub fn lacks(
    directory: &Directory,
    rules: &Rules,
    (helper, service): (ActorId, ServiceId),
    day: Date,
) -> Option<Rule> {
    let helper = directory.helper(helper)?;
    helper.vouched.lacks(helper.demanded(directory, rules, service, day)?)
}
