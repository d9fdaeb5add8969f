//! What `access` needs of a store. The store keeps; it decides nothing.

use crate::directory::{Directory, Helper};
use crate::follow::FollowUp;
use crate::journal::Line;
use crate::purpose::Purpose;
use crate::research::ResearchExport;
use crate::sealed::Sealed;
use crate::unusual::Trace;
use crate::visit::SessionKey;
use dossier::{
    ActorId, Area, Category, Dossier, Entry, FamilyId, ItemKind, PersonId, Role, ServiceId, ThingId,
};
use jiff::Timestamp;
use jiff::civil::Date;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

/// A value that comes later.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Why the store could not do it.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// Somebody else wrote to the dossier after it was read; decide again on the new one.
    #[error("the dossier has moved on")]
    Moved,
    /// The same key came with another body.
    #[error("the key was used for something else")]
    KeyReused,
    /// The store cannot be reached, is full, or is damaged. The text is for the log and holds no content.
    #[error("the store is not available: {0}")]
    Unavailable(String),
}

/// New entries for one family.
#[derive(Debug, Clone)]
pub struct Batch {
    /// Which family.
    pub family: FamilyId,
    /// The version of the dossier that was decided on.
    pub read: u64,
    /// New entries; the store gives `seq`.
    pub entries: Vec<Entry>,
}

/// The key of one form or API write, so that doing it twice is doing it once.
#[derive(Debug, Clone)]
pub struct Key {
    /// Whose.
    pub actor: ActorId,
    /// The key itself.
    pub key: String,
    /// Hash of what was sent.
    pub body: [u8; 32],
}

/// What belongs in one transaction.
#[derive(Debug, Clone, Default)]
pub struct Commit {
    /// New entries.
    pub batches: Vec<Batch>,
    /// Journal lines.
    pub lines: Vec<Line>,
    /// Steps in following up who looked.
    pub follow_ups: Vec<FollowUp>,
    /// The key, with the thing that it made.
    pub key: Option<(Key, ThingId)>,
}

/// A write that is on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Committed {
    /// Now.
    Now,
    /// It had been done before under the same key.
    Before(ThingId),
}

/// Somebody who is signed in. A session holds an identity and a role that is checked anew; never rights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of the random cookie value, in hex. The value itself is never stored.
    pub hash: String,
    /// Who.
    pub actor: ActorId,
    /// In which role.
    pub role: Role,
    /// For which service.
    pub service: Option<ServiceId>,
    /// Token that each form of the session carries.
    pub csrf: String,
    /// When it began.
    pub started: Timestamp,
    /// When it was last used (to the minute).
    pub seen: Timestamp,
}

/// Somebody looked, or changed something; for the family's own log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Who.
    pub actor: ActorId,
    /// As what.
    pub role: Role,
    /// For which service.
    pub service: Option<ServiceId>,
    /// When.
    pub at: Timestamp,
    /// What was done.
    pub act: String,
    /// Seen, changed or denied.
    pub outcome: String,
    /// On which ground.
    pub ground: String,
    /// What kinds of information.
    pub categories: Vec<Category>,
    /// In a list with other families, so that the kinds of information are those of all of them together.
    pub in_list: bool,
}

/// One row of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureRow<K> {
    /// What is counted.
    pub of: K,
    /// How many.
    pub count: u32,
    /// The oldest of them, in days.
    pub oldest: i32,
}

/// Figures over all families on a day; counts only.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// Families in each phase.
    pub phases: Vec<FigureRow<String>>,
    /// Families in each phase and district.
    pub districts: Vec<(String, String, u32)>,
    /// Families of each coordinator.
    pub load: Vec<FigureRow<ActorId>>,
    /// What has no owner, by area of life. Today only.
    pub gaps_by_area: Vec<FigureRow<Option<Area>>>,
    /// What has no owner, by the child's birth year. Today only.
    pub gaps_by_birth_year: Vec<FigureRow<Option<i16>>>,
    /// Questions and actions past their date, by service. Today only.
    pub late_by_service: Vec<FigureRow<Option<ServiceId>>>,
    /// Active families without a coordinator: must be none.
    pub without_coordinator: u32,
    /// What telling once has spared in the year up to the day.
    pub told: ToldOnce,
}

/// What telling once has spared: sums over families.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ToldOnce {
    /// Families that have told something or applied for something.
    pub families: u32,
    /// Questions that were answered.
    pub asked: u32,
    /// Of these, about something that was known already: must be none.
    pub again: u32,
    /// Applications that were sent.
    pub sent: u32,
    /// Facts in them that nobody had to ask for.
    pub reused: u32,
    /// Facts in them that had to be asked for.
    pub needed: u32,
    /// Answers that a machine could give at once.
    pub automatic: u32,
}

/// A store of dossiers, journal, lists, directory and sessions.
pub trait Archive: Send + Sync {
    /// A dossier, as it stands.
    fn dossier(&self, family: FamilyId) -> Later<'_, Result<Option<Sealed<Dossier>>, ArchiveError>>;
    /// Several dossiers in the given order; those that are not there are left out.
    fn dossiers<'a>(
        &'a self,
        families: &'a [FamilyId],
    ) -> Later<'a, Result<Vec<Sealed<Dossier>>, ArchiveError>>;
    /// Writes everything or nothing; when it answers, it is on disk.
    fn commit(&self, commit: Commit) -> Later<'_, Result<Committed, ArchiveError>>;
    /// What was made under a key before.
    fn done<'a>(&'a self, key: &'a Key) -> Later<'a, Result<Option<ThingId>, ArchiveError>>;
    /// Writes journal lines without waiting: for what was refused.
    fn note(&self, lines: Vec<Line>);
    /// Families that somebody can have something to do with, in a role, on a day.
    fn reach(&self, actor: ActorId, role: Role, day: Date) -> Later<'_, Result<Vec<FamilyId>, ArchiveError>>;
    /// Families in these phases.
    fn in_phases<'a>(&'a self, phases: &'a [&'static str]) -> Later<'a, Result<Vec<FamilyId>, ArchiveError>>;
    /// Families in which something of a kind is open.
    fn with_items(&self, kind: ItemKind) -> Later<'_, Result<Vec<FamilyId>, ArchiveError>>;
    /// The family whose receipt has this code.
    fn by_reference<'a>(&'a self, reference: &'a str) -> Later<'a, Result<Option<FamilyId>, ArchiveError>>;
    /// People whom these keys find.
    fn by_names<'a>(
        &'a self,
        keys: &'a [String],
    ) -> Later<'a, Result<Vec<(FamilyId, PersonId)>, ArchiveError>>;
    /// Marks of a family's people that are equal when their national identity numbers are, and hold only beside
    /// other marks that were just asked for. The numbers stay in the store.
    fn marks(&self, family: FamilyId) -> Later<'_, Result<Vec<(PersonId, String)>, ArchiveError>>;
    /// Other families in which somebody has the national identity number of somebody in this one.
    fn same_numbers(&self, family: FamilyId) -> Later<'_, Result<Vec<FamilyId>, ArchiveError>>;
    /// Figures on a day; gaps only when the day is today.
    fn figures(&self, day: Date, today: Date) -> Later<'_, Result<Figures, ArchiveError>>;
    /// How many families each coordinator has on a day.
    fn load_of_coordinators(&self, day: Date) -> Later<'_, Result<Vec<FigureRow<ActorId>>, ArchiveError>>;
    /// For how many families each coordinator has something to do by law that was done last before a day.
    fn untouched_duties(
        &self,
        before: Date,
        today: Date,
    ) -> Later<'_, Result<Vec<FigureRow<ActorId>>, ArchiveError>>;
    /// The latest looks into a family's dossier; all of them, or only what helpers have seen.
    fn looks(
        &self,
        family: FamilyId,
        most: u32,
        by_helpers: bool,
    ) -> Later<'_, Result<Vec<Look>, ArchiveError>>;
    /// What employees did and tried in a period, in the order of the journal.
    fn traces(&self, from: Timestamp, until: Timestamp) -> Later<'_, Result<Vec<Trace>, ArchiveError>>;
    /// All steps in following up who looked; or only those about one employee's looks.
    fn follow_ups(&self, about: Option<ActorId>) -> Later<'_, Result<Vec<FollowUp>, ArchiveError>>;
    /// What research has been given, the latest first; and whether this family was in it.
    fn exports(
        &self,
        family: Option<FamilyId>,
    ) -> Later<'_, Result<Vec<(ResearchExport, bool)>, ArchiveError>>;
    /// Services and helpers.
    fn directory(&self) -> Arc<Directory>;
    /// Writes a helper as a new version, with its journal line.
    fn save_helper(&self, helper: Helper, line: Line) -> Later<'_, Result<(), ArchiveError>>;
    /// Begins a session.
    fn start(&self, session: Session) -> Later<'_, Result<(), ArchiveError>>;
    /// The session of a cookie's hash.
    fn session<'a>(&'a self, hash: &'a str) -> Later<'a, Result<Option<Session>, ArchiveError>>;
    /// Notes that a session is in use.
    fn touch<'a>(&'a self, hash: &'a str, at: Timestamp) -> Later<'a, Result<(), ArchiveError>>;
    /// Notes for what a family's dossier is opened in a session; what was said last counts.
    fn note_purpose(
        &self,
        session: SessionKey,
        family: FamilyId,
        purpose: Purpose,
        at: Timestamp,
    ) -> Later<'_, Result<(), ArchiveError>>;
    /// For what a family's dossier is opened in a session, when it has been said.
    fn purpose(
        &self,
        session: SessionKey,
        family: FamilyId,
    ) -> Later<'_, Result<Option<Purpose>, ArchiveError>>;
    /// Ends a session.
    fn end<'a>(&'a self, hash: &'a str) -> Later<'a, Result<(), ArchiveError>>;
}
