//! What the desk needs of a store. No method here takes or gives a family, so nothing that is kept here can lead
//! to one.

use crate::archive::{ArchiveError, Committed, Key, Later};
use crate::directory::Directory;
use crate::journal::Line;
use dossier::{ActorId, ConsultationId, NoteId, Role, ServiceId, ThingId};
use jiff::Timestamp;
use jiff::civil::Date;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// Whom somebody has reported to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportedTo {
    /// A service of the directory.
    Service(ServiceId),
    /// The child welfare service of another municipality.
    Elsewhere,
    /// The police.
    Police,
}

impl ReportedTo {
    const ELSEWHERE: &str = "elsewhere";
    const POLICE: &str = "police";
}

impl fmt::Display for ReportedTo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReportedTo::Service(service) => service.fmt(f),
            ReportedTo::Elsewhere => f.write_str(Self::ELSEWHERE),
            ReportedTo::Police => f.write_str(Self::POLICE),
        }
    }
}

impl FromStr for ReportedTo {
    type Err = dossier::NotAnId;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            Self::ELSEWHERE => Ok(ReportedTo::Elsewhere),
            Self::POLICE => Ok(ReportedTo::Police),
            id => id.parse().map(ReportedTo::Service),
        }
    }
}

/// «I have reported, to whom, when»: the reporter's own note (R44). It has no words and no child, so that it tells
/// nobody whom it was about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportNote {
    /// Its id.
    pub id: NoteId,
    /// Whose it is, and who alone sees it.
    pub actor: ActorId,
    /// Whom the report went to.
    pub to: ReportedTo,
    /// When it was sent.
    pub reported: Date,
    /// When the reporter is to have an answer at the latest.
    pub due: Date,
    /// When the answer came.
    pub answered: Option<Date>,
}

/// A situation without names that a service is asked about (R48).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consultation {
    /// Its id.
    pub id: ConsultationId,
    /// Who asks.
    pub asker: ActorId,
    /// As what.
    pub role: Role,
    /// From which service.
    pub service: ServiceId,
    /// Whether those who answer may know the name of the asker.
    pub named: bool,
    /// Which service is asked.
    pub receiver: ServiceId,
    /// When an answer is to be there.
    pub due: Date,
    /// When it was closed.
    pub closed: Option<Date>,
    /// The last day on which something happened.
    pub rests: Date,
    /// What was said, oldest first.
    pub words: Vec<Word>,
}

/// Something said in a consultation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub actor: ActorId,
    /// By the one who asked, or by the service.
    pub by_asker: bool,
    /// The words.
    pub words: String,
}

/// Whose consultations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Those that somebody has asked.
    AskedBy(ActorId),
    /// Those that a service is asked.
    AskedOf(ServiceId),
}

/// One change.
#[derive(Debug, Clone)]
pub enum Filing {
    /// A note of a report.
    Note(ReportNote),
    /// The answer to a report has come.
    NoteAnswered(ActorId, NoteId, Date),
    /// The reporter removes a note.
    NoteRemoved(ActorId, NoteId),
    /// A new consultation, with its first words.
    Asked(Consultation),
    /// More words in one, on a day.
    Said(ConsultationId, Word, Date),
    /// The asker needs no more.
    Closed(ConsultationId, Date),
}

/// What belongs in one transaction.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The change, when there is one.
    pub filing: Option<Filing>,
    /// The journal line.
    pub line: Line,
    /// The key, with the id of what it made.
    pub key: Option<(Key, ThingId)>,
    /// Notes of reports before this day are removed.
    pub notes_from: Date,
    /// Consultations that have rested since before this day are removed.
    pub consultations_from: Date,
}

/// A store of what belongs to no family.
pub trait Cabinet: super::KeptAnswers {
    /// Services and helpers.
    fn people(&self) -> Arc<Directory>;
    /// Somebody's own notes, latest first.
    fn notes(&self, actor: ActorId) -> Later<'_, Result<Vec<ReportNote>, ArchiveError>>;
    /// A consultation.
    fn consultation(&self, id: ConsultationId) -> Later<'_, Result<Option<Consultation>, ArchiveError>>;
    /// Consultations, latest first.
    fn consultations(&self, whose: Whose) -> Later<'_, Result<Vec<Consultation>, ArchiveError>>;
    /// Writes everything or nothing, and removes what is too old; when it answers, it is on disk.
    fn keep(&self, kept: Kept) -> Later<'_, Result<Committed, ArchiveError>>;
}
