//! The desk: what those who work for families do outside of every dossier. Their own notes of having reported to
//! child welfare (R42–R44), and consultations without names (R48).
//!
//! It is a sibling of the gate with a store of its own kind: a [`Cabinet`] gives no dossier and takes no family, so
//! nothing here can be tied to one. A role in a service that holds today is all that is needed; nobody is asked for
//! leave, and nobody is told.

mod answers;
mod cabinet;
mod finds;

use crate::archive::{ArchiveError, Committed, Key};
use crate::directory::{Directory, Service};
use crate::gate::{Denied, Rulebook};
use crate::journal::{Line, Outcome};
use crate::visit::Visit;
pub use answers::KeptAnswers;
pub use cabinet::{Cabinet, Consultation, Filing, Kept, ReportNote, ReportedTo, Whose, Word};
use dossier::{
    ActorId, ConsultationId, Guide, Limits, NoteId, Problem, Refusal, Role, ServiceId, ThingId, after,
    working_days_after,
};
pub use finds::{Find, FindKind, finds};
use jiff::Timestamp;
use jiff::civil::Date;
use std::sync::Arc;

/// Longest text in a consultation.
const LONGEST: usize = 4000;
/// Who may report and keep a note of it: everybody who works here, and those who help of their own free will.
const REPORTERS: &[Role] =
    &[Role::Coordinator, Role::Helper, Role::Volunteer, Role::Intake, Role::Leader, Role::Administrator];
/// Who may ask a service without names.
const ASKERS: &[Role] = &[Role::Coordinator, Role::Helper];

/// Why the desk did nothing.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// Not there, or not for this reader.
    #[error("not found")]
    NotFound,
    /// A field to mend.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// The text may tell whom it is about; the writer must look at each of these.
    #[error("{} details may identify somebody", .0.len())]
    Identifies(Vec<Find>),
    /// Somebody has closed the consultation.
    #[error("closed")]
    Closed,
    /// The store is not available.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
}

impl From<Denied> for DeskError {
    fn from(denied: Denied) -> Self {
        match denied {
            // What lies on a desk is no dossier, and is not opened for anything.
            Denied::NotFound | Denied::Unopened(_) => DeskError::NotFound,
            Denied::Archive(error) => DeskError::Archive(error),
        }
    }
}

/// A question without names, as it is sent.
#[derive(Debug, Clone)]
pub struct Asking {
    /// Which service is asked.
    pub receiver: ServiceId,
    /// The situation and the question.
    pub words: String,
    /// Whether those who answer may know the name of the asker.
    pub named: bool,
    /// What the writer says identifies nobody: keys of finds.
    pub cleared: Vec<String>,
}

/// A consultation as one reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Talk {
    /// Its id.
    pub id: ConsultationId,
    /// The reader asked it.
    pub mine: bool,
    /// Who asked; nobody when those who answer are not to know.
    pub asker: Option<ActorId>,
    /// As what.
    pub role: Role,
    /// From which service.
    pub service: ServiceId,
    /// Which service is asked.
    pub receiver: ServiceId,
    /// When an answer is to be there.
    pub due: Date,
    /// When it was closed.
    pub closed: Option<Date>,
    /// What was said, oldest first.
    pub said: Vec<Said>,
}

impl Talk {
    /// Whether the service has the word.
    pub fn waits(&self) -> bool {
        self.closed.is_none() && self.said.last().is_some_and(|last| last.by_asker)
    }
}

/// Something said, as one reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// When.
    pub at: Timestamp,
    /// By whom, when the reader may know.
    pub by: Option<ActorId>,
    /// By the one who asked.
    pub by_asker: bool,
    /// The words.
    pub words: String,
}

/// A journal line of the desk: never about a family.
pub fn desk_line(visit: &Visit, act: &'static str, outcome: Outcome) -> Line {
    let ground = if act.starts_with("consultation") { "consultation" } else { "own-duty" };
    Line { visit: *visit, act, families: Vec::new(), categories: Vec::new(), ground, outcome }
}

/// The way in to what belongs to no family.
pub struct Desk {
    cabinet: Arc<dyn Cabinet>,
    rules: Rulebook,
    guide: Guide,
    random: Box<dyn Fn() -> u64 + Send + Sync>,
}

impl Desk {
    /// A desk with a store behind it.
    pub fn new(
        cabinet: Arc<dyn Cabinet>,
        rules: Rulebook,
        guide: Guide,
        random: Box<dyn Fn() -> u64 + Send + Sync>,
    ) -> Self {
        Self { cabinet, rules, guide, random }
    }

    /// What is known about the duty to report.
    pub fn guide(&self) -> &Guide {
        &self.guide
    }

    fn limits(&self, visit: &Visit) -> &Limits {
        self.rules.limits(visit.moment.today)
    }

    fn people(&self) -> Arc<Directory> {
        self.cabinet.people()
    }

    /// Lets those through who hold one of these roles today.
    fn only(&self, visit: &Visit, roles: &[Role]) -> Result<(), Denied> {
        let held = roles.contains(&visit.role) && self.people().holds(visit);
        if held { Ok(()) } else { Err(Denied::NotFound) }
    }

    async fn keep(
        &self,
        visit: &Visit,
        line: Line,
        filing: Option<Filing>,
        key: Option<(Key, ThingId)>,
    ) -> Result<Committed, ArchiveError> {
        let kept = Kept {
            filing,
            line,
            key: key.map(|(key, thing)| (Key { actor: visit.actor, ..key }, thing)),
            notes_from: self.notes_from(visit),
            consultations_from: self.consultations_from(visit),
        };
        self.cabinet.keep(kept).await
    }

    fn notes_from(&self, visit: &Visit) -> Date {
        after(visit.moment.today, -i32::from(self.limits(visit).report_note_days))
    }

    fn consultations_from(&self, visit: &Visit) -> Date {
        after(visit.moment.today, -i32::from(self.limits(visit).consultation_days))
    }

    /// The reader's own notes of reports, latest first. Nobody sees another's.
    ///
    /// # Errors
    /// The role is not held; the store or the journal is not available.
    pub async fn notes(&self, visit: &Visit) -> Result<Vec<ReportNote>, Denied> {
        self.only(visit, REPORTERS)?;
        let mut notes = self.cabinet.notes(visit.actor).await?;
        notes.retain(|note| note.actor == visit.actor && note.reported >= self.notes_from(visit));
        if !notes.is_empty() {
            self.keep(visit, desk_line(visit, "report-notes", Outcome::Seen), None, None).await?;
        }
        Ok(notes)
    }

    /// Keeps that the reader has reported, to whom and when. No words, no child.
    ///
    /// # Errors
    /// A field to mend; the store is not available.
    pub async fn note_report(
        &self,
        visit: &Visit,
        to: Option<ReportedTo>,
        on: Option<Date>,
        key: Key,
    ) -> Result<(), DeskError> {
        self.only(visit, REPORTERS)?;
        let refused = |field, problem| DeskError::Refused(Refusal::Field { field, problem });
        let to = to.ok_or(refused("til", Problem::Choice))?;
        if let ReportedTo::Service(service) = to
            && self.people().service(service).is_none()
        {
            return Err(refused("til", Problem::Unknown));
        }
        let reported = on.ok_or(refused("dag", Problem::Empty))?;
        if reported > visit.moment.today || reported < self.notes_from(visit) {
            return Err(refused("dag", Problem::Date));
        }
        let id = NoteId::new((self.random)());
        let note = ReportNote {
            id,
            actor: visit.actor,
            to,
            reported,
            due: after(reported, i32::from(self.limits(visit).report_answer_days)),
            answered: None,
        };
        let line = desk_line(visit, "report-note", Outcome::Changed);
        self.keep(visit, line, Some(Filing::Note(note)), Some((key, ThingId::new(id.raw())))).await?;
        Ok(())
    }

    /// The answer to a report has come.
    ///
    /// # Errors
    /// Not the reader's own note; the store is not available.
    pub async fn report_answered(&self, visit: &Visit, id: NoteId, key: Key) -> Result<(), DeskError> {
        self.own_note(visit, id).await?;
        let filing = Filing::NoteAnswered(visit.actor, id, visit.moment.today);
        let line = desk_line(visit, "report-answered", Outcome::Changed);
        self.keep(visit, line, Some(filing), Some((key, ThingId::new(id.raw())))).await?;
        Ok(())
    }

    /// Removes a note. That one was made stands in the journal; what it said does not.
    ///
    /// # Errors
    /// Not the reader's own note; the store is not available.
    pub async fn remove_note(&self, visit: &Visit, id: NoteId) -> Result<(), DeskError> {
        self.own_note(visit, id).await?;
        let line = desk_line(visit, "report-note-removed", Outcome::Changed);
        self.keep(visit, line, Some(Filing::NoteRemoved(visit.actor, id)), None).await?;
        Ok(())
    }

    async fn own_note(&self, visit: &Visit, id: NoteId) -> Result<(), DeskError> {
        self.only(visit, REPORTERS)?;
        let mine = self.cabinet.notes(visit.actor).await?.iter().any(|note| note.id == id);
        if mine { Ok(()) } else { Err(DeskError::NotFound) }
    }

    /// The services that can be asked: those where somebody is there to answer, but for the asker's own.
    pub fn can_be_asked(&self, visit: &Visit) -> Vec<Service> {
        let people = self.people();
        let mut all: Vec<Service> = people
            .with_role(Role::Helper, visit.moment.today)
            .into_iter()
            .filter_map(|(_, held)| people.service(held.service).cloned())
            .filter(|service| Some(service.id) != visit.service)
            .collect();
        all.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
        all.dedup_by_key(|service| service.id);
        all
    }

    /// What in a text may tell whom it is about. The names of the two services that talk tell nothing new.
    fn finds(&self, visit: &Visit, words: &str, between: [Option<ServiceId>; 2]) -> Vec<Find> {
        let people = self.people();
        let services = people.services();
        let others = services.iter().filter(|service| !between.contains(&Some(service.id)));
        let names: Vec<&str> = others.map(|service| service.name.as_str()).collect();
        finds(words, self.guide.identifying(visit.moment.today), &names)
    }

    fn checked(words: &str) -> Result<String, DeskError> {
        let refused = |problem| Err(DeskError::Refused(Refusal::Field { field: "ord", problem }));
        let words = words.trim();
        match words.chars().count() {
            0 => refused(Problem::Empty),
            long if long > LONGEST => refused(Problem::TooLong(LONGEST)),
            _ => Ok(words.to_owned()),
        }
    }

    /// Asks a service about a situation, without saying whom it is about.
    ///
    /// # Errors
    /// A field to mend; details that may identify somebody; the store is not available.
    pub async fn consult(
        &self,
        visit: &Visit,
        asking: Asking,
        key: Key,
    ) -> Result<ConsultationId, DeskError> {
        self.only(visit, ASKERS)?;
        let service = visit.service.ok_or(DeskError::NotFound)?;
        if !self.can_be_asked(visit).iter().any(|known| known.id == asking.receiver) {
            return Err(DeskError::Refused(Refusal::Field { field: "til", problem: Problem::Choice }));
        }
        let words = Self::checked(&asking.words)?;
        let found = self.finds(visit, &words, [Some(service), Some(asking.receiver)]);
        stop(found, &asking.cleared)?;
        let today = visit.moment.today;
        let id = ConsultationId::new((self.random)());
        let consultation = Consultation {
            id,
            asker: visit.actor,
            role: visit.role,
            service,
            named: asking.named,
            receiver: asking.receiver,
            due: working_days_after(today, self.limits(visit).consultation_working_days),
            closed: None,
            rests: today,
            words: vec![Word { at: visit.moment.at, actor: visit.actor, by_asker: true, words }],
        };
        let line = desk_line(visit, "consultation-asked", Outcome::Changed);
        let key = (key, ThingId::new(id.raw()));
        Ok(match self.keep(visit, line, Some(Filing::Asked(consultation)), Some(key)).await? {
            Committed::Now => id,
            Committed::Before(thing) => ConsultationId::new(thing.raw()),
        })
    }

    /// The consultations that the reader has asked.
    ///
    /// # Errors
    /// The role is not held; the store or the journal is not available.
    pub async fn asked(&self, visit: &Visit) -> Result<Vec<Talk>, Denied> {
        self.only(visit, ASKERS)?;
        self.talks(visit, Whose::AskedBy(visit.actor)).await
    }

    /// The consultations that the reader's service is asked: open ones first.
    ///
    /// # Errors
    /// As [`Desk::asked`].
    pub async fn asked_of_us(&self, visit: &Visit) -> Result<Vec<Talk>, Denied> {
        self.only(visit, ASKERS)?;
        match visit.service.filter(|_| visit.role == Role::Helper) {
            None => Ok(Vec::new()),
            Some(service) => {
                let mut talks = self.talks(visit, Whose::AskedOf(service)).await?;
                talks.sort_by_key(|talk| (!talk.waits(), talk.due));
                Ok(talks)
            }
        }
    }

    async fn talks(&self, visit: &Visit, whose: Whose) -> Result<Vec<Talk>, Denied> {
        let mut all = self.cabinet.consultations(whose).await?;
        all.retain(|one| one.rests >= self.consultations_from(visit));
        let talks: Vec<Talk> = all.into_iter().filter_map(|one| talk(visit, one)).collect();
        if !talks.is_empty() {
            self.keep(visit, desk_line(visit, "consultations", Outcome::Seen), None, None).await?;
        }
        Ok(talks)
    }

    async fn find(&self, visit: &Visit, id: ConsultationId) -> Result<Talk, Denied> {
        self.only(visit, ASKERS)?;
        let found = self.cabinet.consultation(id).await?;
        let found = found.filter(|one| one.rests >= self.consultations_from(visit));
        match found.and_then(|one| talk(visit, one)) {
            Some(talk) => Ok(talk),
            None => {
                self.keep(visit, desk_line(visit, "consultation", Outcome::Denied), None, None).await?;
                Err(Denied::NotFound)
            }
        }
    }

    /// One consultation, for the asker and for those who answer in the service.
    ///
    /// # Errors
    /// Not there, or not for this reader; the store or the journal is not available.
    pub async fn consultation(&self, visit: &Visit, id: ConsultationId) -> Result<Talk, Denied> {
        let talk = self.find(visit, id).await?;
        self.keep(visit, desk_line(visit, "consultation", Outcome::Seen), None, None).await?;
        Ok(talk)
    }

    /// Says something: the service answers, or the asker asks more.
    ///
    /// # Errors
    /// Not for this reader; closed; a field to mend; details that may identify somebody; the store is not available.
    pub async fn say(
        &self,
        visit: &Visit,
        id: ConsultationId,
        words: &str,
        cleared: &[String],
        key: Key,
    ) -> Result<(), DeskError> {
        let talk = self.find(visit, id).await?;
        let words = Self::checked(words)?;
        let mut found = self.finds(visit, &words, [Some(talk.service), Some(talk.receiver)]);
        if !talk.mine {
            // Whoever answers knows nobody, and gives telephone numbers and names of services; a name or a number
            // of a person has no place there either.
            found.retain(|find| matches!(find.kind, FindKind::NationalId | FindKind::Name));
        }
        stop(found, cleared)?;
        let word = Word { at: visit.moment.at, actor: visit.actor, by_asker: talk.mine, words };
        let act = if talk.mine { "consultation-asked-more" } else { "consultation-answered" };
        let filing = Filing::Said(id, word, visit.moment.today);
        let key = (key, ThingId::new(id.raw()));
        match self.keep(visit, desk_line(visit, act, Outcome::Changed), Some(filing), Some(key)).await {
            Ok(_) => Ok(()),
            Err(ArchiveError::Moved) => Err(DeskError::Closed),
            Err(error) => Err(error.into()),
        }
    }

    /// The asker needs no more.
    ///
    /// # Errors
    /// Only the asker may; the store is not available.
    pub async fn close(&self, visit: &Visit, id: ConsultationId, key: Key) -> Result<(), DeskError> {
        let talk = self.find(visit, id).await?;
        if !talk.mine {
            return Err(DeskError::NotFound);
        }
        let line = desk_line(visit, "consultation-closed", Outcome::Changed);
        let filing = Filing::Closed(id, visit.moment.today);
        match self.keep(visit, line, Some(filing), Some((key, ThingId::new(id.raw())))).await {
            // Closed before is closed.
            Ok(_) | Err(ArchiveError::Moved) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

/// What stops a text: what always identifies, and what the writer has said nothing about yet.
fn stop(found: Vec<Find>, cleared: &[String]) -> Result<(), DeskError> {
    if found.iter().all(|find| !find.kind.always() && cleared.contains(&find.key())) {
        return Ok(());
    }
    Err(DeskError::Identifies(found))
}

/// What a reader sees; nothing when it is neither the asker nor one of those who answer.
fn talk(visit: &Visit, one: Consultation) -> Option<Talk> {
    let mine = one.asker == visit.actor;
    let answers = visit.role == Role::Helper && visit.service == Some(one.receiver);
    if !mine && !answers {
        return None;
    }
    let known = mine || one.named;
    let said = one.words.into_iter().map(|word| Said {
        at: word.at,
        by: Some(word.actor).filter(|_| known || !word.by_asker),
        by_asker: word.by_asker,
        words: word.words,
    });
    Some(Talk {
        id: one.id,
        mine,
        asker: Some(one.asker).filter(|_| known),
        role: one.role,
        service: one.service,
        receiver: one.receiver,
        due: one.due,
        closed: one.closed,
        said: said.collect(),
    })
}
