//! Following up a look: somebody who leads asks for the reason, the helper answers, and what came of it is kept.
//! Steps are only ever added; what a matter has come to is read from them.

use crate::unusual::{Alarm, Trace, Unusual};
use dossier::{ActorId, Role, ServiceId, ThingId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What is asked about: one or several looks by one helper. Never which family, and nothing of what was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matter {
    /// The same for the same alarm, or the same look of a sample.
    pub id: ThingId,
    /// Whose looks.
    pub actor: ActorId,
    /// As what; the code of a role.
    pub role: String,
    /// For which service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// Why it is asked; empty for a look of the weekly sample.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<Unusual>,
    /// The first look.
    pub first: Timestamp,
    /// The last one.
    pub last: Timestamp,
    /// How many families.
    pub families: usize,
    /// What was done, as codes.
    pub acts: Vec<String>,
    /// On which ground the journal says it was; for a look of the sample.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ground: String,
    /// The lines of the journal.
    pub lines: Vec<i64>,
}

impl From<Alarm> for Matter {
    fn from(alarm: Alarm) -> Self {
        Self {
            id: alarm.id,
            actor: alarm.actor,
            role: alarm.role.code().into(),
            service: alarm.service,
            rules: alarm.rules,
            first: alarm.first,
            last: alarm.last,
            families: alarm.families,
            acts: alarm.acts,
            ground: String::new(),
            lines: alarm.lines,
        }
    }
}

impl From<&Trace> for Matter {
    fn from(look: &Trace) -> Self {
        Self {
            id: look.id(),
            actor: look.actor,
            role: look.role.code().into(),
            service: look.service,
            rules: Vec::new(),
            first: look.at,
            last: look.at,
            families: 1,
            acts: vec![look.act.clone()],
            ground: look.ground.clone(),
            lines: vec![look.line],
        }
    }
}

impl Matter {
    /// The role, when it is one that we know.
    pub fn role(&self) -> Option<Role> {
        Role::from_code(&self.role)
    }
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FollowOutcome {
    /// There was a reason.
    HadReason,
    /// There was none that holds: it is taken further.
    TakenFurther,
}

impl FollowOutcome {
    /// The code in forms and texts.
    pub const fn code(self) -> &'static str {
        match self {
            FollowOutcome::HadReason => "had-reason",
            FollowOutcome::TakenFurther => "taken-further",
        }
    }

    /// The outcome with a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [FollowOutcome::HadReason, FollowOutcome::TakenFurther].into_iter().find(|it| it.code() == code)
    }
}

/// What one step says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum FollowStep {
    /// The helper is asked for the reason.
    Asked {
        /// In words; may be empty.
        words: String,
    },
    /// The helper answers.
    Answered {
        /// In words.
        words: String,
    },
    /// Done with.
    Settled {
        /// What came of it.
        outcome: FollowOutcome,
        /// In words.
        words: String,
    },
}

/// One step, as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// Of which matter; each step has it whole, so that none hangs on another.
    pub matter: Matter,
    /// From 1, without holes. The number is the lock: two cannot take the same step.
    pub number: u32,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: ActorId,
    /// What.
    pub step: FollowStep,
}

/// With whom a matter lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lies {
    /// Nobody has asked yet.
    New,
    /// The helper has the word.
    WithHelper,
    /// The helper has answered.
    WithLeader,
    /// Settled.
    Nowhere,
}

/// A matter with all its steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// What is asked about.
    pub matter: Matter,
    /// The steps, in their order.
    pub steps: Vec<FollowUp>,
}

impl Followed {
    /// A matter that nobody has asked about.
    pub fn new(matter: Matter) -> Self {
        Self { matter, steps: Vec::new() }
    }

    /// Gathers steps into matters, the latest step first.
    pub fn gather(steps: Vec<FollowUp>) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for step in steps {
            match found.iter_mut().find(|it| it.matter.id == step.matter.id) {
                Some(known) => known.steps.push(step),
                None => found.push(Self { matter: step.matter.clone(), steps: vec![step] }),
            }
        }
        for one in &mut found {
            one.steps.sort_by_key(|step| step.number);
        }
        found.sort_by_key(|it| std::cmp::Reverse(it.steps.last().map(|step| step.at)));
        found
    }

    /// With whom it lies.
    pub fn lies(&self) -> Lies {
        match self.steps.last().map(|last| &last.step) {
            None => Lies::New,
            Some(FollowStep::Asked { .. }) => Lies::WithHelper,
            Some(FollowStep::Answered { .. }) => Lies::WithLeader,
            Some(FollowStep::Settled { .. }) => Lies::Nowhere,
        }
    }

    /// Whether somebody may take a step now. Nobody follows up on oneself.
    pub fn may(&self, by: ActorId, step: &FollowStep) -> bool {
        let own = by == self.matter.actor;
        match (step, self.lies()) {
            (FollowStep::Asked { .. }, Lies::New | Lies::WithLeader) => !own,
            (FollowStep::Answered { .. }, Lies::WithHelper) => own,
            (FollowStep::Settled { .. }, Lies::New | Lies::WithHelper | Lies::WithLeader) => !own,
            _ => false,
        }
    }
}
