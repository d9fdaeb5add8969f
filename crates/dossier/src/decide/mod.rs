//! Decide: a command is checked against the family's dossier and answers with new entries, or with a refusal
//! that says what to do instead. Pure: no clock, no chance, no I/O.
//!
//! Not here: who may give which command (see `access`).

mod apply;
mod check;
mod coordination;
mod disagreement;
mod door;
mod interpreting;
mod law;
mod tell;
mod undo;
mod work;
mod write;

use crate::entry::{Audience, Author, Dossier, Entry};
use crate::extract::Extract;
use crate::ids::*;
use crate::limits::Limits;
use crate::moment::Moment;
use crate::payload::*;
use crate::vocabulary::*;
use jiff::civil::Date;

pub use apply::{Applying, Draft, Sending};
pub use disagreement::{Heard, can_be_told};
pub use door::{Newcomer, Opening, merge, say, unmerge};
pub use law::is_about_child;
pub use tell::told;

/// A version of a thing that somebody saw and wants to change.
pub type Seen = (ThingId, u32);

/// What somebody wants to do in a dossier. One variant for each act that has rules of its own; plain things
/// are written with [`Command::Write`].
#[derive(Debug, Clone)]
pub enum Command {
    /// Opens the dossier of a family that asks for help.
    Open(Box<Opening>),
    /// Writes a plain thing, new or in a new version.
    Write {
        /// The version that is replaced; nothing for a new thing.
        replaces: Option<Seen>,
        /// What it says.
        payload: Payload,
        /// Whom it is about; empty: the family as a whole.
        subjects: Vec<PersonId>,
        /// How far it is opened inside the family.
        audience: Audience,
    },
    /// Tells facts, and says which drafts keep what a fact was before.
    Tell {
        /// What is told.
        facts: Vec<Fact>,
        /// Drafts that do not follow, with the value that stays.
        keep: Vec<(ThingId, Given)>,
    },
    /// Something with an application.
    Apply(Applying),
    /// Takes back the latest version of a thing; of a new thing: removes it.
    Undo(Seen),
    /// Puts the family in the queue, or looks at its place again.
    Queue {
        /// Code of the ground for priority.
        ground: String,
        /// Why, in words that the family may read.
        why: String,
        /// When it is looked at again.
        review: Date,
        /// Whom the family can ring meanwhile.
        interim: ActorId,
        /// Why it goes first, when a person decides so.
        raised: Option<String>,
    },
    /// Offers the family a coordinator, or asks another coordinator to take over.
    Offer {
        /// Who is asked.
        to: ActorId,
        /// In which service.
        service: ServiceId,
        /// What the receiver should know.
        note: String,
    },
    /// The family's answer to the offer.
    AnswerOfferAsFamily {
        /// Yes or no.
        yes: bool,
        /// Why not, or how the yes was given when somebody else writes it down.
        words: String,
    },
    /// The coordinator's answer to the offer or handover.
    AnswerOffer {
        /// Yes or no.
        yes: bool,
        /// Why not.
        words: String,
    },
    /// Takes the offer back before it is answered.
    WithdrawOffer,
    /// Asks somebody to stand in for a time.
    AskStandIn {
        /// Who.
        actor: ActorId,
        /// First day.
        from: Date,
        /// Last day.
        until: Date,
    },
    /// The stand-in's answer.
    AnswerStandIn {
        /// Yes or no.
        yes: bool,
        /// Why not.
        words: String,
    },
    /// The coordinator wants to stop being it. Refused while nobody has said yes to take over.
    StepDown,
    /// Ends the help.
    Close {
        /// Why.
        reason: CloseReason,
        /// In words that the family may read.
        words: String,
        /// How to come back.
        way_back: String,
    },
    /// Moves an action on.
    MoveAction {
        /// Which, in which version.
        action: Seen,
        /// To where.
        to: ActionStatus,
        /// Who in the family said yes, for the family's yes.
        accepted_by: Option<PersonId>,
        /// Why it stops, or what came of it.
        words: String,
    },
    /// Asks a helper something; with an action, asks it to be its owner.
    Ask(Request),
    /// The helper answers.
    AnswerRequest {
        /// Which, in which version.
        request: Seen,
        /// The answer.
        answer: RequestAnswer,
    },
    /// Opens the dossier for oneself, for a short time, to save life or health (R46).
    OpenInEmergency {
        /// Why.
        why: String,
        /// Why the family must not be told yet; nothing when it is told at once.
        untold: Option<String>,
    },
    /// Says afterwards whether it was right.
    CheckEmergency {
        /// Which, in which version.
        emergency: Seen,
        /// Whether it was right to open.
        right: bool,
        /// In words.
        words: String,
        /// The family can be told now; nothing else when it was told at once.
        tell: bool,
    },
    /// Writes down that people in the family disagree, with what each means; or what is new in it.
    Disagree {
        /// The version that is replaced; nothing for a new one.
        replaces: Option<Seen>,
        /// What they disagree about, and what is done.
        disagreement: Box<Disagreement>,
        /// What each means, as far as it is new.
        heard: Vec<Heard>,
    },
    /// Takes a question back.
    WithdrawRequest {
        /// Which, in which version.
        request: Seen,
        /// Why.
        why: String,
    },
}

impl Command {
    /// The code in the journal and in the access matrix.
    pub const fn code(&self) -> &'static str {
        match self {
            Command::Open(_) => "open",
            Command::Write { payload, .. } => payload.code(),
            Command::Tell { .. } => "tell",
            Command::Apply(act) => act.code(),
            Command::Undo(_) => "undo",
            Command::Queue { .. } => "queue",
            Command::Offer { .. } => "offer",
            Command::AnswerOfferAsFamily { .. } => "answer-offer-as-family",
            Command::AnswerOffer { .. } => "answer-offer",
            Command::WithdrawOffer => "withdraw-offer",
            Command::AskStandIn { .. } => "ask-stand-in",
            Command::AnswerStandIn { .. } => "answer-stand-in",
            Command::StepDown => "step-down",
            Command::Close { .. } => "close",
            Command::MoveAction { .. } => "move-action",
            Command::Ask(_) => "ask",
            Command::AnswerRequest { .. } => "answer-request",
            Command::WithdrawRequest { .. } => "withdraw-request",
            Command::OpenInEmergency { .. } => "open-in-emergency",
            Command::CheckEmergency { .. } => "check-emergency",
            Command::Disagree { .. } => "disagreement",
        }
    }
}

/// What is wrong with a field that somebody filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// It must be filled in.
    Empty,
    /// Longer than so many characters.
    TooLong(usize),
    /// Not a date that can be meant.
    Date,
    /// What it points to is not there (any longer).
    Unknown,
    /// Not one of the choices.
    Choice,
}

crate::vocabulary::coded! {
    /// A rule of the house that a command would break. Each has a text `refusal-…` that says what to do instead.
    Rule {
        /// Whom something is about is said by whoever wrote it: another in the family would hide it from the rest.
        AboutStays = "about-stays",
        /// A family has a coordinator until another has said yes, or help is ended.
        CoordinatorNeedsSuccessor = "coordinator-needs-successor",
        /// Somebody is asked already.
        OfferStands = "offer-stands",
        /// Nobody is asked.
        NoOffer = "no-offer",
        /// The family has not said yes.
        FamilyHasNotAgreed = "family-has-not-agreed",
        /// The family has a coordinator already, or is not at this step.
        WrongPhase = "wrong-phase",
        /// Nothing starts without the family's yes.
        ActionNeedsFamily = "action-needs-family",
        /// Nothing starts without an owner.
        ActionNeedsOwner = "action-needs-owner",
        /// The step does not follow from where the action stands.
        ActionStep = "action-step",
        /// A reason is needed.
        NeedsReason = "needs-reason",
        /// It is answered already.
        AlreadyAnswered = "already-answered",
        /// It was taken back.
        Withdrawn = "withdrawn",
        /// This cannot be undone.
        NotUndoable = "not-undoable",
        /// Help is ended; the dossier is read only.
        Closed = "closed",
        /// Somebody else's words are never changed.
        NotYourWords = "not-your-words",
        /// A consent has an end, and at most the longest time allowed.
        ConsentTooLong = "consent-too-long",
        /// The address of somebody with a strictly confidential one, or of those who live there, is never kept.
        AddressNotKept = "address-not-kept",
        /// It has been sent, and stands as it is.
        AlreadySent = "already-sent",
        /// The step does not follow from where the application stands.
        ApplicationStep = "application-step",
        /// A crisis shelter meets the family and the coordinator without other services.
        ShelterApart = "shelter-apart",
        /// A volunteer has not signed the declaration of confidentiality that the law demands.
        NotDeclared = "not-declared",
        /// The police certificate that the law demands of a volunteer has not been seen.
        NoCertificate = "no-certificate",
        /// A child never interprets for its own family (tolkeloven § 4).
        ChildInterprets = "child-interprets",
        /// An interpreter is nobody of the family, and no kin or neighbour.
        KinInterprets = "kin-interprets",
        /// An interpreter is nobody who takes part in the case.
        HelperInterprets = "helper-interprets",
        /// An interpreter who knows the family does not interpret for it (tolkeloven § 16).
        InterpreterKnowsFamily = "interpreter-knows-family",
        /// The time for it is over.
        TooLate = "too-late",
        /// The asked one is the same as the one who has it.
        SamePerson = "same-person",
        /// Who may know an address is approved by somebody else than the one who asked.
        TwoPersons = "two-persons",
        /// A mandate is for somebody of age.
        NotOfAge = "not-of-age",
        /// A decision is made anew after the longest time allowed.
        DecisionTooLong = "decision-too-long",
    }
}

/// Why a command was not carried out. Nothing was changed; what was typed is still with the one who typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A field must be mended.
    Field {
        /// Name of the field in the form.
        field: &'static str,
        /// What is wrong.
        problem: Problem,
    },
    /// A rule would be broken.
    Rule(Rule),
    /// Somebody changed the thing meanwhile.
    Stale {
        /// Which thing.
        thing: ThingId,
    },
    /// The thing is not there.
    Missing,
}

impl Refusal {
    pub(crate) const fn field(field: &'static str, problem: Problem) -> Self {
        Refusal::Field { field, problem }
    }
}

/// The one who writes, and all that comes from outside: the moment, the limits in force, and new ids.
pub struct Scribe<'a> {
    /// When.
    pub moment: Moment,
    /// Who.
    pub author: Author,
    /// Limits in force.
    pub limits: &'a Limits,
    /// Gives random numbers for new ids.
    pub random: &'a mut (dyn FnMut() -> u64 + Send),
}

impl Scribe<'_> {
    /// A new thing.
    pub fn thing(&mut self) -> ThingId {
        ThingId::new((self.random)())
    }

    /// An entry by this author at this moment. `seq` is given when it is committed.
    pub fn entry(&self, thing: ThingId, version: u32, subjects: Vec<PersonId>, payload: Payload) -> Entry {
        let mut subjects = subjects;
        subjects.sort();
        subjects.dedup();
        Entry {
            seq: 0,
            thing,
            version,
            at: self.moment.at,
            author: self.author,
            category: payload.category(),
            subjects,
            origin: self.author.service,
            audience: Audience::Ordinary,
            payload,
        }
    }

    /// The next version of an entry: same thing, subjects, category, origin and audience.
    pub fn next(&self, before: &Entry, payload: Payload) -> Entry {
        Entry {
            seq: 0,
            version: before.version + 1,
            at: self.moment.at,
            author: self.author,
            payload,
            ..before.clone()
        }
    }
}

/// New entries, in the order in which they are to be recorded.
pub type NewEntry = Entry;

/// What a command led to.
#[derive(Debug, Clone)]
pub struct Change {
    /// New entries.
    pub entries: Vec<NewEntry>,
    /// The thing that was made or changed.
    pub thing: ThingId,
}

/// The outcome of a decision.
pub type Decided = Result<Change, Refusal>;

/// Checks a command against the dossier and makes the entries that follow from it.
///
/// # Errors
/// A [`Refusal`]; nothing is changed.
pub fn decide(dossier: &Dossier, command: Command, scribe: &mut Scribe<'_>) -> Decided {
    let all = Extract::whole(dossier);
    if let Some(course) = all.only::<Course>() {
        let over = matches!(course.is.phase, Phase::Closed { .. } | Phase::Merged { .. });
        // What is stored of those whose help has ended can still be asked for by research, so they can still say no.
        let still_said = matches!(command, Command::Write { payload: Payload::ResearchChoice(_), .. });
        if over && !still_said && !matches!(command, Command::Queue { .. }) {
            return Err(Refusal::Rule(Rule::Closed));
        }
    }
    match command {
        Command::Open(opening) => door::open(&all, *opening, scribe),
        // It has a way of its own, with what each means.
        Command::Write { replaces: None, payload: Payload::Disagreement(_), .. } => Err(Refusal::Missing),
        Command::Disagree { replaces, disagreement, heard } => {
            disagreement::disagree(&all, replaces, *disagreement, heard, scribe)
        }
        Command::Write { replaces, payload, subjects, audience } => {
            write::write(&all, replaces, payload, subjects, audience, scribe)
        }
        Command::Tell { facts, keep } => tell::tell(&all, facts, keep, scribe),
        Command::Apply(act) => apply::apply(&all, act, scribe),
        Command::Undo(seen) => undo::undo(dossier, seen, scribe),
        Command::Queue { ground, why, review, interim, raised } => {
            door::queue(&all, ground, why, review, interim, raised, scribe)
        }
        Command::Offer { to, service, note } => coordination::offer(&all, to, service, note, scribe),
        Command::AnswerOfferAsFamily { yes, words } => coordination::family(&all, yes, words, scribe),
        Command::AnswerOffer { yes, words } => coordination::coordinator(&all, yes, words, scribe),
        Command::WithdrawOffer => coordination::withdraw(&all, scribe),
        Command::AskStandIn { actor, from, until } => {
            coordination::ask_stand_in(&all, actor, from, until, scribe)
        }
        Command::AnswerStandIn { yes, words } => coordination::stand_in(&all, yes, words, scribe),
        Command::StepDown => Err(Refusal::Rule(Rule::CoordinatorNeedsSuccessor)),
        Command::Close { reason, words, way_back } => {
            coordination::close(&all, reason, words, way_back, scribe)
        }
        Command::MoveAction { action, to, accepted_by, words } => {
            work::move_action(&all, action, to, accepted_by, words, scribe)
        }
        Command::Ask(request) => work::ask(&all, request, scribe),
        Command::AnswerRequest { request, answer } => work::answer(&all, request, answer, scribe),
        Command::WithdrawRequest { request, why } => work::withdraw(&all, request, why, scribe),
        Command::OpenInEmergency { why, untold } => law::open_in_emergency(why, untold, scribe),
        Command::CheckEmergency { emergency, right, words, tell } => {
            law::check_emergency(&all, emergency, right, words, tell, scribe)
        }
    }
}

/// The current version of a thing, if it is the one that the writer saw.
pub(crate) fn current<'a, K: Kind + 'a>(
    all: &Extract<'a>,
    (thing, version): Seen,
) -> Result<crate::extract::Thing<'a, K>, Refusal> {
    let found = all.find::<K>(thing).ok_or(Refusal::Missing)?;
    if found.entry.version == version { Ok(found) } else { Err(Refusal::Stale { thing }) }
}
