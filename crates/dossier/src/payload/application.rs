//! Applications: prepared, sent with their own facts and no others, answered, and appealed.

use super::told::FactOf;
use crate::ids::*;
use crate::vocabulary::*;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An application for one right. Until it is sent it is a draft; what is sent does not change any more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Application {
    /// The right, by its id in the catalogue.
    pub right: String,
    /// Who applies.
    pub applicant: PersonId,
    /// For which child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub child: Option<PersonId>,
    /// The category of the most delicate fact that it needs.
    pub category: Category,
    /// Why, in the family's own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// What the receiver gets. In a draft: values that stay as they were when a fact was put right elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Given>,
    /// Where it is answered, when that is a service here; otherwise the family sends it there itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receiver: Option<Receiver>,
    /// How it was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Box<Dispatch>>,
    /// When the receiver had it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<Date>,
    /// What the receiver asked for besides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<More>,
    /// The answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Box<Decision>>,
    /// The complaint over it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complaint: Option<Box<Complaint>>,
    /// Taken back by the family.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Date>,
}

/// A fact as it was sent: the receiver sees this copy, and nothing behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// Its name in the catalogue.
    pub name: String,
    /// Whose it is.
    pub of: FactOf,
    /// The value.
    pub value: String,
    /// The day on which it was so.
    pub on: Date,
    /// Where it is from; empty: the family.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// Who answers an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receiver {
    /// For which service.
    pub service: ServiceId,
    /// Exactly one, so that it is never nobody's.
    pub helper: ActorId,
}

/// How something was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dispatch {
    /// Which day.
    pub on: Date,
    /// What the family asks about it by.
    pub reference: String,
    /// Who applies, by full name.
    pub applicant: String,
    /// Where the applicant is reached.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// For whom, by full name, when that is a child.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub child: String,
    /// The last day for an answer, when law sets one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_by: Option<Date>,
    /// Facts that had to be asked for it.
    pub asked: u16,
    /// Facts that were known already.
    pub reused: u16,
}

/// Something that the receiver asked for besides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct More {
    /// When.
    pub on: Date,
    /// What, in words.
    pub words: String,
    /// By when.
    pub by: Date,
    /// The family's answer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub answer: String,
    /// When it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<Date>,
}

crate::vocabulary::coded! {
    /// What was decided.
    DecisionKind {
        /// Yes.
        Granted = "granted",
        /// Yes to a part.
        Partly = "partly",
        /// No.
        Refused = "refused",
    }
}

/// The answer to an application (vedtak, or another answer).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Which day.
    pub on: Date,
    /// What.
    pub verdict: DecisionKind,
    /// Why, in words that the family understands.
    pub words: String,
    /// What it comes to, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub amount: String,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last day; empty: until something changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Last day for a complaint, when there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complain_by: Option<Date>,
    /// The legal basis, when a machine has decided. Only a yes is ever decided so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub automatic: Option<String>,
    /// The version of the rule that was used: its first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Date>,
}

/// A complaint over a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complaint {
    /// Which day.
    pub on: Date,
    /// What is wrong with it, in the family's words.
    pub words: String,
    /// What came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<ComplaintAnswer>,
}

/// What came of a complaint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComplaintAnswer {
    /// Which day.
    pub on: Date,
    /// Whether the decision was changed.
    pub changed: bool,
    /// In words.
    pub words: String,
}

/// Where an application stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Not sent.
    Draft,
    /// On its way, or with a service that does not answer here.
    Sent,
    /// The receiver has it.
    Received,
    /// The receiver waits for something from the family.
    MoreNeeded,
    /// Answered.
    Decided,
    /// A complaint waits for its answer.
    Complained,
    /// The complaint is answered.
    Settled,
    /// Taken back.
    Withdrawn,
}

impl Stage {
    /// The code in text keys.
    pub const fn code(self) -> &'static str {
        match self {
            Stage::Draft => "draft",
            Stage::Sent => "sent",
            Stage::Received => "received",
            Stage::MoreNeeded => "more",
            Stage::Decided => "decided",
            Stage::Complained => "complained",
            Stage::Settled => "settled",
            Stage::Withdrawn => "withdrawn",
        }
    }

    /// Whether the receiver is still to answer.
    pub const fn waits(self) -> bool {
        matches!(self, Stage::Sent | Stage::Received | Stage::MoreNeeded | Stage::Complained)
    }
}

impl Application {
    /// Whom it is about: the child, and the applicant when what is told of the applicant goes with it.
    pub fn people(&self) -> Vec<PersonId> {
        let own = self.facts.iter().any(|given| given.of.about() == self.applicant);
        let applicant = Some(self.applicant).filter(|_| own || self.child.is_none() || self.sent.is_none());
        self.child.into_iter().chain(applicant).collect()
    }

    /// Where it stands.
    pub fn stage(&self) -> Stage {
        if self.withdrawn.is_some() {
            return Stage::Withdrawn;
        }
        match (&self.sent, &self.decision, &self.complaint) {
            (_, Some(_), Some(complaint)) if complaint.answer.is_some() => Stage::Settled,
            (_, Some(_), Some(_)) => Stage::Complained,
            (_, Some(_), None) => Stage::Decided,
            (None, ..) => Stage::Draft,
            _ if self.open_question().is_some() => Stage::MoreNeeded,
            _ if self.received.is_some() => Stage::Received,
            _ => Stage::Sent,
        }
    }

    /// What the receiver asked for last, when the family has not answered.
    pub fn open_question(&self) -> Option<&More> {
        self.more.last().filter(|more| more.answered.is_none())
    }

    /// The last day for the receiver's answer, when law sets one. The time in which the family has the word does not
    /// count; a complaint has no such day.
    pub fn answer_by(&self) -> Option<Date> {
        if self.complaint.is_some() {
            return None;
        }
        let sent = self.sent.as_ref()?.answer_by?;
        let waited = self.more.iter().filter_map(|more| Some((more.answered? - more.on).get_days())).sum();
        Some(crate::after(sent, waited))
    }

    /// Whether a complaint can still be made on a day.
    pub fn may_complain(&self, day: Date) -> bool {
        let decision = self.decision.as_ref().filter(|_| self.complaint.is_none());
        decision.is_some_and(|decision| decision.complain_by.is_some_and(|last| day <= last))
    }

    /// Whether the receiver still needs it: it waits for the answer, or a complaint may come.
    pub fn is_with_receiver(&self, day: Date) -> bool {
        self.stage().waits() || (self.stage() == Stage::Decided && self.may_complain(day))
    }
}
