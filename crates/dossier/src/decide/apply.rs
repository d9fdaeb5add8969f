//! Applying: several applications are prepared and sent at once, each with its own facts; each is answered for itself.

use super::check::{SHORT, at_most, known, no_longer, sentence, words};
use super::{Change, Decided, Problem, Refusal, Rule, Scribe, Seen, current};
use crate::entry::Entry;
use crate::extract::{Extract, Thing};
use crate::ids::*;
use crate::payload::*;
use crate::vocabulary::*;
use jiff::civil::Date;

/// Applications that are prepared or sent at once, at most.
const MOST: usize = 60;

/// What is to be applied for.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The right, by its id in the catalogue.
    pub right: String,
    /// Who applies.
    pub applicant: PersonId,
    /// For which child.
    pub child: Option<PersonId>,
    /// The category of the most delicate fact that it needs.
    pub category: Category,
}

/// One application, ready to be sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Sending {
    /// Which, as it was seen.
    pub application: Seen,
    /// What goes with it.
    pub facts: Vec<Given>,
    /// Who answers it, when that is a service here.
    pub receiver: Option<Receiver>,
    /// How the receiver knows and reaches the family: the applicant's telephone, when it may be told.
    pub phone: String,
    /// The last day for an answer, when law sets one.
    pub answer_by: Option<Date>,
    /// Facts that had to be asked for it.
    pub asked: u16,
    /// Facts that were known already.
    pub reused: u16,
    /// The answer, where the municipality lets a machine say yes at once.
    pub decision: Option<Decision>,
}

/// An act with an application.
#[derive(Debug, Clone, PartialEq)]
pub enum Applying {
    /// Makes drafts; what is in preparation already is not made twice.
    Prepare(Vec<Draft>),
    /// Fills in the form that several applications share: facts that were missing, and why each is applied for.
    Fill {
        /// What was missing.
        facts: Vec<Fact>,
        /// Why, for each draft in which that has changed, in the family's own words.
        words: Vec<(Seen, String)>,
    },
    /// Sends several at once.
    Send(Vec<Sending>),
    /// The receiver has it.
    Receive(Seen),
    /// The receiver needs more.
    AskMore {
        /// Which.
        application: Seen,
        /// What is needed.
        words: String,
        /// By when.
        by: Date,
    },
    /// The family answers.
    AnswerMore {
        /// Which.
        application: Seen,
        /// In words.
        words: String,
    },
    /// The answer.
    Decide {
        /// Which.
        application: Seen,
        /// What was decided.
        decision: Decision,
    },
    /// The family complains.
    Complain {
        /// Which.
        application: Seen,
        /// What is wrong with the decision.
        words: String,
    },
    /// What came of the complaint.
    AnswerComplaint {
        /// Which.
        application: Seen,
        /// Whether the decision was changed.
        changed: bool,
        /// In words.
        words: String,
    },
    /// Somebody else in the same service answers it.
    PassOn {
        /// Which.
        application: Seen,
        /// Who.
        to: ActorId,
    },
    /// The family takes it back.
    Withdraw(Seen),
}

impl Applying {
    /// The code in the journal and in the access matrix.
    pub const fn code(&self) -> &'static str {
        match self {
            Applying::Prepare(_) => "prepare-application",
            Applying::Fill { .. } => "fill-application",
            Applying::Send(_) => "send-application",
            Applying::Receive(_) => "receive-application",
            Applying::AskMore { .. } => "ask-more",
            Applying::AnswerMore { .. } => "answer-more",
            Applying::Decide { .. } => "decide-application",
            Applying::Complain { .. } => "complain",
            Applying::AnswerComplaint { .. } => "answer-complaint",
            Applying::PassOn { .. } => "pass-on-application",
            Applying::Withdraw(_) => "withdraw-application",
        }
    }

    /// The applications that it is about.
    pub fn things(&self) -> Vec<ThingId> {
        match self {
            Applying::Prepare(_) => Vec::new(),
            Applying::Fill { words, .. } => words.iter().map(|(seen, _)| seen.0).collect(),
            Applying::Send(all) => all.iter().map(|one| one.application.0).collect(),
            Applying::Receive(seen)
            | Applying::Withdraw(seen)
            | Applying::AskMore { application: seen, .. }
            | Applying::AnswerMore { application: seen, .. }
            | Applying::Decide { application: seen, .. }
            | Applying::Complain { application: seen, .. }
            | Applying::AnswerComplaint { application: seen, .. }
            | Applying::PassOn { application: seen, .. } => vec![seen.0],
        }
    }
}

pub(super) fn apply(all: &Extract<'_>, act: Applying, scribe: &mut Scribe<'_>) -> Decided {
    let today = scribe.moment.today;
    match act {
        Applying::Prepare(drafts) => prepare(all, drafts, scribe),
        Applying::Send(sendings) => send(all, sendings, scribe),
        Applying::Fill { facts, words } => fill(all, facts, words, scribe),
        Applying::Receive(seen) => {
            step(all, seen, &[Stage::Sent], scribe, |next| next.received = Some(today))
        }
        Applying::AskMore { application, words, by } => {
            sentence("words", &words)?;
            if by < today {
                return Err(Refusal::field("by", Problem::Date));
            }
            let more = More { on: today, words, by, answer: String::new(), answered: None };
            step(all, application, &[Stage::Sent, Stage::Received], scribe, |next| {
                next.received = next.received.or(Some(today));
                next.more.push(more);
            })
        }
        Applying::AnswerMore { application, words } => {
            sentence("words", &words)?;
            step(all, application, &[Stage::MoreNeeded], scribe, |next| {
                if let Some(more) = next.more.last_mut() {
                    more.answer = words;
                    more.answered = Some(today);
                }
            })
        }
        Applying::Decide { application, decision } => {
            check_decision(&decision, scribe)?;
            let open = [Stage::Sent, Stage::Received, Stage::MoreNeeded];
            step(all, application, &open, scribe, |next| {
                next.received = next.received.or(Some(today));
                next.decision = Some(Box::new(decision));
            })
        }
        Applying::Complain { application, words } => {
            sentence("words", &words)?;
            let now = current::<Application>(all, application)?;
            if !now.is.may_complain(today) {
                return Err(Refusal::Rule(Rule::TooLate));
            }
            let complaint = Box::new(Complaint { on: today, words, answer: None });
            step(all, application, &[Stage::Decided], scribe, |next| next.complaint = Some(complaint))
        }
        Applying::AnswerComplaint { application, changed, words } => {
            sentence("words", &words)?;
            step(all, application, &[Stage::Complained], scribe, |next| {
                if let Some(complaint) = &mut next.complaint {
                    complaint.answer = Some(ComplaintAnswer { on: today, changed, words });
                }
            })
        }
        Applying::PassOn { application, to } => {
            let now = current::<Application>(all, application)?;
            if !now.is.is_with_receiver(today) {
                return Err(Refusal::Rule(Rule::ApplicationStep));
            }
            let mut next = now.is.clone();
            match &mut next.receiver {
                Some(receiver) => receiver.helper = to,
                None => return Err(Refusal::Rule(Rule::ApplicationStep)),
            }
            Ok(changed(&now, next, scribe))
        }
        Applying::Withdraw(seen) => {
            let open = [Stage::Draft, Stage::Sent, Stage::Received, Stage::MoreNeeded];
            step(all, seen, &open, scribe, |next| next.withdrawn = Some(today))
        }
    }
}

fn changed(now: &Thing<'_, Application>, next: Application, scribe: &Scribe<'_>) -> Change {
    Change { entries: vec![scribe.next(now.entry, next.wrap())], thing: now.id() }
}

/// One step from where it may be taken.
fn step(
    all: &Extract<'_>,
    seen: Seen,
    from: &[Stage],
    scribe: &Scribe<'_>,
    change: impl FnOnce(&mut Application),
) -> Decided {
    let now = current::<Application>(all, seen)?;
    if !from.contains(&now.is.stage()) {
        return Err(Refusal::Rule(Rule::ApplicationStep));
    }
    let mut next = now.is.clone();
    change(&mut next);
    Ok(changed(&now, next, scribe))
}

fn prepare(all: &Extract<'_>, drafts: Vec<Draft>, scribe: &mut Scribe<'_>) -> Decided {
    if drafts.is_empty() || drafts.len() > MOST {
        return Err(Refusal::field("right", Problem::Empty));
    }
    let mut entries: Vec<Entry> = Vec::new();
    let mut first = None;
    for draft in drafts {
        words("right", &draft.right, SHORT)?;
        known::<Person>("applicant", all, draft.applicant)?;
        draft.child.map_or(Ok(()), |child| known::<Person>("child", all, child))?;
        let same = |it: &Thing<'_, Application>| {
            it.is.stage() == Stage::Draft
                && (&it.is.right, it.is.applicant, it.is.child)
                    == (&draft.right, draft.applicant, draft.child)
        };
        if let Some(known) = all.all::<Application>().find(same) {
            first = first.or(Some(known.id()));
            continue;
        }
        let application = Application {
            right: draft.right,
            applicant: draft.applicant,
            child: draft.child,
            category: draft.category,
            words: String::new(),
            facts: Vec::new(),
            receiver: None,
            sent: None,
            received: None,
            more: Vec::new(),
            decision: None,
            complaint: None,
            withdrawn: None,
        };
        let thing = scribe.thing();
        first = first.or(Some(thing));
        let entry = scribe.entry(thing, 1, application.people(), application.wrap());
        entries.push(Entry { origin: None, ..entry });
    }
    let thing = first.ok_or(Refusal::Missing)?;
    Ok(Change { entries, thing })
}

fn fill(all: &Extract<'_>, facts: Vec<Fact>, said: Vec<(Seen, String)>, scribe: &mut Scribe<'_>) -> Decided {
    let (mut entries, mut thing) = super::tell::entries(all, facts, scribe)?;
    for (application, words) in said {
        at_most("words", &words)?;
        let change = step(all, application, &[Stage::Draft], scribe, |next| next.words = words)?;
        thing = thing.or(Some(change.thing));
        entries.extend(change.entries);
    }
    Ok(Change { entries, thing: thing.ok_or(Refusal::Missing)? })
}

/// What is sent stands fixed. A machine's yes comes as a version of its own, so that the application and the answer
/// are told apart.
fn send(all: &Extract<'_>, sendings: Vec<Sending>, scribe: &mut Scribe<'_>) -> Decided {
    let (today, first) = (scribe.moment.today, sendings.first().map(|one| one.application.0));
    let thing = first.filter(|_| sendings.len() <= MOST).ok_or(Refusal::field("right", Problem::Empty))?;
    let reference = reference(scribe);
    let mut entries = Vec::new();
    for one in sendings {
        let now = current::<Application>(all, one.application)?;
        if now.is.stage() != Stage::Draft {
            return Err(Refusal::Rule(Rule::AlreadySent));
        }
        let name = |person| all.person(person).map(Person::full_name).unwrap_or_default();
        no_longer("phone", &one.phone, SHORT)?;
        let dispatch = Dispatch {
            on: today,
            reference: reference.clone(),
            applicant: name(now.is.applicant),
            phone: one.phone,
            child: now.is.child.map(name).unwrap_or_default(),
            answer_by: one.answer_by,
            asked: one.asked,
            reused: one.reused,
        };
        let next = Application {
            facts: one.facts,
            receiver: one.receiver,
            sent: Some(Box::new(dispatch)),
            ..now.is.clone()
        };
        let subjects = {
            let mut people = next.people();
            people.sort();
            people
        };
        let sent = Entry { subjects, ..scribe.next(now.entry, next.clone().wrap()) };
        let answer = one.decision.map(|decision| {
            check_decision(&decision, scribe)?;
            if decision.automatic.is_none() || decision.verdict != DecisionKind::Granted {
                // A no, or less than was asked for, always goes through a person.
                return Err(Refusal::Rule(Rule::ApplicationStep));
            }
            let decided = Application { received: Some(today), decision: Some(Box::new(decision)), ..next };
            let mut entry = scribe.next(&sent, decided.wrap());
            entry.author.role = Role::System;
            Ok(entry)
        });
        let answer = answer.transpose()?;
        entries.push(sent);
        entries.extend(answer);
    }
    Ok(Change { entries, thing })
}

/// A short code that the family asks by: two groups of four letters and digits.
fn reference(scribe: &mut Scribe<'_>) -> String {
    let letters = scribe.thing().to_string().to_uppercase();
    format!("{}-{}", &letters[4..8], &letters[8..12])
}

/// A decision says why, unless it is a plain yes; and its days come in order.
fn check_decision(decision: &Decision, scribe: &Scribe<'_>) -> Result<(), Refusal> {
    match decision.verdict {
        DecisionKind::Granted => at_most("words", &decision.words)?,
        DecisionKind::Partly | DecisionKind::Refused => sentence("words", &decision.words)?,
    }
    no_longer("amount", &decision.amount, SHORT)?;
    super::check::period("until", decision.from, decision.until)?;
    if decision.on > scribe.moment.today {
        return Err(Refusal::field("on", Problem::Date));
    }
    Ok(())
}
