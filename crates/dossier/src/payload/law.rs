//! What the law says about this family in particular: dangers, orders, mandates, what is withheld or released, who
//! may not take part, what was opened in an emergency, and what was answered to those who asked to see more. Facts for the rules of access; never rights in themselves.

use crate::ids::*;
use crate::vocabulary::*;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Somebody in the family is to be protected from somebody else in it (R82). In force at once, before any hearing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Danger {
    /// Who is protected.
    pub protected: PersonId,
    /// From whom.
    pub threat: PersonId,
    /// Who has decided it, or why it is set meanwhile.
    pub why: String,
    /// From when.
    pub from: Date,
    /// Until when (the first day on which it is over); empty while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// A named helper who may know where a protected person is (R84). Counts once a second person has approved it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Trusted {
    /// The protected person.
    pub person: PersonId,
    /// Who may know.
    pub helper: ActorId,
    /// In which service.
    pub service: ServiceId,
    /// What the helper needs it for.
    pub why: String,
    /// Who asked for it.
    pub asked_by: ActorId,
    /// Who else has approved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<ActorId>,
    /// Last day.
    pub until: Date,
    /// Ended since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Date>,
}

/// A care order: child welfare and the foster parents do what parents would have done (R68).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CareOrder {
    /// The child.
    pub child: PersonId,
    /// The section of the act.
    pub basis: String,
    /// The child welfare service.
    pub service: ServiceId,
    /// From when.
    pub from: Date,
    /// The first day on which it is over; empty while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

crate::vocabulary::coded! {
    /// On what a mandate rests.
    MandateBasis {
        /// An appointed guardian for an adult, inside the mandate (R75).
        Guardian = "guardian",
        /// A power of attorney that the person has given (R40, R76).
        PowerOfAttorney = "power-of-attorney",
        /// A written, dated assessment that the person cannot decide about this (R74).
        CannotDecide = "cannot-decide",
        /// The young adult's own wish that a relative still sees it (R73).
        OwnWish = "own-wish",
    }
}

/// Somebody in the family acts for an adult, as far as the mandate goes and no further.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mandate {
    /// Whom it is about.
    pub person: PersonId,
    /// Who acts.
    pub holder: PersonId,
    /// On what it rests.
    pub basis: MandateBasis,
    /// What kinds of information it covers.
    pub categories: Vec<Category>,
    /// Who has decided it, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// Taken back since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Date>,
}

/// One thing is kept from somebody in the family who would else have read it; they do not learn that it is there
/// (R62, R39). Decided by a professional, with a ground in writing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Withholding {
    /// What.
    pub thing: ThingId,
    /// From whom.
    pub from: Vec<PersonId>,
    /// Code of the ground, as in the dated grounds.
    pub law: String,
    /// Why, in words.
    pub why: String,
    /// What was weighed as best for the child, where it is about one (R19).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub best: String,
    /// Lifted since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifted: Option<Date>,
}

/// Who gets something that no standing ground opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Recipient {
    /// Somebody in the family.
    Member(PersonId),
    /// A service: those who take part for it.
    Service(ServiceId),
    /// One helper.
    Helper(ActorId),
}

/// One thing is closed to those at work who may read it otherwise, because somebody whose word counts about it says so
/// (pbrl § 5-3, pjl § 17). Who holds the whole keeps it, and whose task it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// What.
    pub thing: ThingId,
    /// Who says so.
    pub given_by: PersonId,
    /// First day.
    pub from: Date,
    /// Lifted since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifted: Option<Date>,
}

/// One thing is told to somebody without consent, on a named ground (R34, R61): what it is for, why it is needed, and
/// that the person was asked first. Those whom it is about can read that it was done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Release {
    /// What.
    pub thing: ThingId,
    /// To whom.
    pub to: Recipient,
    /// Code of the ground, as in the dated grounds.
    pub law: String,
    /// What it is for.
    pub purpose: String,
    /// Why it is needed.
    pub need: String,
    /// That consent was asked for, or why not; for a child, that it was heard.
    pub asked: String,
    /// What was weighed as best for the child, where it is about one (R19).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub best: String,
    /// Last day.
    pub until: Date,
    /// Ended since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Date>,
}

/// A person's no towards a service or one helper: these kinds of information are not for them, whatever else holds
/// (R36, hpl § 29).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Objection {
    /// About whom.
    pub subject: PersonId,
    /// Who says no.
    pub given_by: PersonId,
    /// To which service; with a helper, to that helper alone.
    pub service: ServiceId,
    /// To which helper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub helper: Option<ActorId>,
    /// What kinds of information.
    pub categories: Vec<Category>,
    /// First day.
    pub from: Date,
    /// Lifted since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifted: Option<Date>,
}

/// Somebody opened the dossier to save life or health (R46). It ends by itself and is always looked at afterwards.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Emergency {
    /// Who.
    pub helper: ActorId,
    /// For which service.
    pub service: ServiceId,
    /// Why.
    pub why: String,
    /// When it ends by itself.
    pub until: Timestamp,
    /// Why the family is not told yet; empty: it is told at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub untold: Option<String>,
    /// What came of the check afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<Checked>,
}

/// Somebody has looked at an emergency access afterwards.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Checked {
    /// Who.
    pub by: ActorId,
    /// Which day.
    pub on: Date,
    /// Whether it was right to open.
    pub right: bool,
    /// In words.
    pub words: String,
}

crate::vocabulary::coded! {
    /// What came of a request for insight.
    InsightOutcome {
        /// Everything was shown.
        Given = "given",
        /// A part of it was shown.
        Part = "part",
        /// Nothing was shown.
        Refused = "refused",
    }
}

/// The answer to somebody in the family who asked to see what is written: a letter with what was answered, and for a
/// no the ground in law and the reason, so that it can be complained about (R65, R66, R93; bl § 47, fvl §§ 18–21,
/// GDPR art. 15). Who asked and who holds the whole read it, nobody else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Insight {
    /// Who asked.
    pub by: PersonId,
    /// About whom; may be oneself.
    pub about: PersonId,
    /// What was asked for, in words.
    pub asked: String,
    /// The day on which it was asked for.
    pub on: Date,
    /// What came of it.
    pub outcome: InsightOutcome,
    /// The answer, in words for the one who asked: what is shown, and how.
    pub answer: String,
    /// Code of the ground for what is not shown, as in the dated grounds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub law: Option<String>,
    /// Why it is not shown, in words for the one who asked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// Taken back since: what was refused is looked at anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reversed: Option<Date>,
}

/// What was given to somebody outside whom a law gives the right to it: an order from child welfare, a supervisor's
/// demand, the police (R43, R49, R53; bvl § 13-4, hpl § 30, fvl § 13 b no. 6). It opens nothing here. Who holds the whole
/// reads it, and those in the family who have been told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Disclosure {
    /// About whom.
    pub about: PersonId,
    /// Who got it: name and body.
    pub to: String,
    /// Code of the ground, as in the dated grounds.
    pub law: String,
    /// What was demanded, with date and number of the letter.
    pub demand: String,
    /// The day on which it was given.
    pub on: Date,
    /// What was given, in words.
    pub given: String,
    /// Who in the family has been told: the one it is about, and those who decide for a child.
    pub told: Vec<PersonId>,
    /// Why nobody has been told yet, when nobody has.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub untold: String,
    /// Found since to have been written by mistake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undone: Option<Date>,
}

/// What somebody says about research: whether information about one person may be used in it (R52; forvaltningsloven
/// § 13 d, helsepersonelloven § 29, krisesenterlova § 5 a). It has nothing to do with any yes to services, and a no changes
/// nothing in the help. Those whose matter it is read it, and who holds the whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ResearchChoice {
    /// About whom.
    pub subject: PersonId,
    /// Who says it.
    pub given_by: PersonId,
    /// Yes or no.
    pub yes: bool,
    /// The day on which it was said.
    pub from: Date,
    /// Taken back since: nothing is said any longer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Date>,
}

/// A helper who may not take part: kin, a friend, an own interest (R24, forvaltningsloven § 6).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Conflict {
    /// Who.
    pub helper: ActorId,
    /// Why, in a few words.
    pub why: String,
    /// Over since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Date>,
}
