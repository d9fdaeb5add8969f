//! Who may see and do what. The only maker of [`View`]s, and the only way to a dossier.
//!
//! ```text
//! (Sealed dossier, Visit) ──standing──► facts ──policy──► View ──► pages, print, export, notices
//!                                                         └──► journal line, durable before the View is handed out
//! ```
//!
//! INVARIANT: deny by default. An entry is in a view only if a rule of `policies/see.cedar` names a ground for every
//! person that it is about, and a command is given only if a rule of `policies/act.cedar` permits it.
//!
//! Pages depend on this crate and on neither `dossier` nor `store`: they get their words from [`terms`].

mod archive;
pub mod consent;
mod desk;
mod directory;
pub mod follow;
mod follows;
mod gate;
mod ground;
mod interpreting;
mod journal;
pub mod may;
mod named;
mod own;
pub mod papers;
pub mod policy;
mod purpose;
mod reference;
pub mod research;
mod sealed;
mod shelter;
mod standing;
pub mod unusual;
mod view;
mod visit;
pub mod vouching;

pub use archive::{
    Archive, ArchiveError, Batch, Commit, Committed, FigureRow, Figures, Key, Later, Look, Session, ToldOnce,
};
pub use desk::{
    Asking, Cabinet, Consultation, Desk, DeskError, Filing, Find, FindKind, Kept, KeptAnswers, ReportNote,
    ReportedTo, Said, Talk, Whose, Word, desk_line, finds,
};
pub use directory::{Assignment, Automatic, Decides, Directory, Helper, Hours, Service};
pub use follows::Edition;
pub use gate::{
    ActError, Acted, Cell, Denied, Difference, Gate, PAPERS, Participant, Reader, Receipt, RequestStanding,
    Rulebook, Sent, SetAside, Sight, Similar, Sought, Verdict, Waiting, Watched,
};
pub use ground::Ground;
pub use journal::{Line, Outcome as LineOutcome};
pub use purpose::Purpose;
pub use sealed::Sealed;
pub use standing::Standing;
pub use view::{Member, View};
pub use visit::{SessionKey, Visit};

/// The words of the domain that pages may use: kinds, commands, and pure functions over what a view shows.
/// A whole dossier is not among them.
pub mod terms {
    pub use dossier::{
        Action, ActionId, ActionLine, ActionStatus, Activity, ActorId, Address, Agreement, Answer,
        Application, Applying, Area, Arrangement, Attention, Audience, Author, Averting, Block, CareOrder,
        Category, Change, Checked, CloseReason, Command, Complaint, ComplaintAnswer, Conflict, Consent,
        ConsultationId, Contact, ContactKind, ContactProcedure, Coordination, CoordinatorDuty, Course,
        CoursePeriod, Danger, Decision, DecisionKind, DeclineReason, Disagreement, DisagreementOutcome,
        Disclosure, Dispatch, Draft, Dream, DreamId, DreamThread, Duty, Emergency, EmergencyNumber, Entry,
        Extract, Fact, FactOf, FactWay, Family, FamilyId, FieldChange, Gap, Generation, Given, Goal, GoalId,
        GoalThread, GroundFor, Guide, Heard, HeardHow, HelpRequest, Helping, Horizon, Insight,
        InsightOutcome, Interest, Interpreter, InterpreterGround, InterpreterNeed, InterpreterRules,
        Interpreting, InterpretingMode, ItemKind, Kind, LegalGround, Likeness, Limits, LookedOn, Mandate,
        MandateBasis, Meeting, Membership, Merge, Moment, More, Need, NeedId, Newcomer, NextStep,
        NoInterpreter, NotSame, NoteId, Objection, Offer, Opening, Outcome, Owner, Paragraph, Payload,
        Person, PersonId, Phase, Plan, PriorityGround, Problem, Processing, Protection, QueuePlace, Reason,
        Receiver, Recipient, Refusal, Relation, RelationKind, Release, Removed, Reply, Request,
        RequestAnswer, RequestId, ResearchChoice, Residence, Responsibility, Rhythm, Role, Rule, Rules,
        Sector, Sending, SentBy, ServiceId, ServiceLink, Settled, Stage, Stance, StandIn, Step, StepOf,
        StepState, Strength, Thing, ThingId, Trusted, Urgency, Voice, Withholding, after, age_on, answer_due,
        attention, can_be_told, changes, coordinator_periods, course_periods, duties_done, gaps,
        interim_contact, interpreter_needs, is_about_child, is_holiday, is_working_day, next_step, parties,
        plan, present, protected, queue_order, responsible_for, say, team, timeline, told, unlocated,
        working_days_after, working_days_before,
    };
}
