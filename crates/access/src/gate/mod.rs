//! The gate: every page goes through it to see or change anything about a family.
//!
//! *visit → view → (decide → commit) → page.* The journal line is on disk before a view is handed out.

mod door;
mod emergency;
mod looks;
mod opening;
mod others;
mod readers;
mod vouch;
mod watch;

use crate::archive::*;
use crate::directory::Directory;
use crate::journal::{Line, Outcome};
use crate::may::may;
use crate::named;
use crate::sealed::Sealed;
use crate::standing::Standing;
use crate::view::{Decisions, View};
use crate::visit::Visit;
pub use door::{Receipt, RequestStanding, Sent, SetAside, Similar};
use dossier::*;
pub use emergency::{Sought, Verdict, Waiting};
use futures_util::lock::{Mutex, MutexGuard};
pub use looks::PAPERS;
pub use others::{Cell, Difference, Participant, Sight};
pub use readers::Reader;
use std::sync::Arc;
pub use watch::Watched;

/// The dated rules, as the gate uses them.
pub type Rulebook = Arc<Rules>;

/// Nothing is shown: it is not there, or it is not for this reader. Both are one answer outside.
#[derive(Debug, thiserror::Error)]
pub enum Denied {
    /// Not there, or not for this reader.
    #[error("not found")]
    NotFound,
    /// It may be seen, once the reader has said for what.
    #[error("not opened yet")]
    Unopened(FamilyId),
    /// The store, or the journal, is not available; so nothing is shown.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
}

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// Not there, or not for this reader.
    #[error("not found")]
    NotFound,
    /// A rule, or a field to mend.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// The store is not available.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
}

impl From<Denied> for ActError {
    fn from(denied: Denied) -> Self {
        match denied {
            // Nobody is asked for what before a change; there is nothing to change for whoever has not looked.
            Denied::NotFound | Denied::Unopened(_) => ActError::NotFound,
            Denied::Archive(error) => ActError::Archive(error),
        }
    }
}

/// A change that is on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Acted {
    /// What was made or changed.
    pub thing: ThingId,
    /// The same form had been sent before; nothing was written twice.
    pub repeated: bool,
}

/// The way in to dossiers.
pub struct Gate {
    archive: Arc<dyn Archive>,
    rules: Rulebook,
    random: Box<dyn Fn() -> u64 + Send + Sync>,
    turns: [Mutex<()>; TURNS],
    decisions: Decisions,
}

/// Why nothing is to be written.
enum Not {
    /// Nothing was asked for.
    Asked,
    /// There is no ground for this act.
    Allowed(&'static str),
    /// A rule, or a field to mend.
    Fit(Refusal),
}

/// How often a decision is made again when others, in another process, write at the same time.
const TRIES: u32 = 8;
/// Families take turns in so many rows. Those of one row wait for each other, which costs a moment and no more.
const TURNS: usize = 64;
/// The phases of families that wait for somebody's answer.
const QUEUE: &[&str] = &["received", "waiting", "offered"];

impl Gate {
    /// A gate in front of a store.
    pub fn new(
        archive: Arc<dyn Archive>,
        rules: Rulebook,
        random: Box<dyn Fn() -> u64 + Send + Sync>,
    ) -> Self {
        Self {
            archive,
            rules,
            random,
            turns: std::array::from_fn(|_| Mutex::new(())),
            decisions: Decisions::default(),
        }
    }

    /// The limits in force at a visit.
    pub fn limits(&self, visit: &Visit) -> &Limits {
        self.rules.limits(visit.moment.today)
    }

    /// All dated rules.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Services and helpers.
    pub fn directory(&self) -> Arc<Directory> {
        self.archive.directory()
    }

    /// The store's sessions, for sign-in alone.
    pub fn sessions(&self) -> &dyn Archive {
        &*self.archive
    }

    /// A random number, for keys and tokens that pages need.
    pub fn random(&self) -> u64 {
        (self.random)()
    }

    /// Whether the role that a session names is held on the day of the visit. Family members hold theirs by
    /// being in a dossier.
    pub fn holds_role(&self, visit: &Visit) -> bool {
        self.archive.directory().holds(visit)
    }

    /// Waits until nobody else is writing in the family. Without turns, those who write different things at the
    /// same time would still be heard, but each would have to decide again and again.
    async fn turn(&self, family: FamilyId) -> MutexGuard<'_, ()> {
        self.turns[family.raw() as usize % TURNS].lock().await
    }

    fn view_of(&self, dossier: &Sealed<Dossier>, visit: &Visit) -> Option<View> {
        self.decisions.view(dossier.open(), visit, self.limits(visit), &self.archive.directory())
    }

    /// What the reader of this visit sees of a family. `act` names the page, for the journal.
    ///
    /// # Errors
    /// [`Denied::NotFound`] for a reader without ground, exactly as when there is no such family;
    /// [`Denied::Unopened`] for one with a ground who has not said for what in this session (R38).
    pub async fn view(&self, visit: &Visit, family: FamilyId, act: &'static str) -> Result<View, Denied> {
        let sealed = self.archive.dossier(family).await?.ok_or(Denied::NotFound)?;
        let Some(view) = self.view_of(&sealed, visit) else {
            self.archive.note(vec![denied(visit, act, family)]);
            return Err(Denied::NotFound);
        };
        self.is_opened(visit, &view).await?;
        self.journal(seen(visit, act, std::slice::from_ref(&view))).await?;
        Ok(view)
    }

    /// What the family's view was at an earlier instant: only what had been recorded by then, with the rights that
    /// the reader has today.
    ///
    /// # Errors
    /// As [`Gate::view`].
    pub async fn view_as_of(
        &self,
        visit: &Visit,
        family: FamilyId,
        at: jiff::Timestamp,
    ) -> Result<View, Denied> {
        let sealed = self.archive.dossier(family).await?.ok_or(Denied::NotFound)?;
        let Some(view) = self.view_of(&sealed, visit).and_then(|view| view.earlier(at)) else {
            self.archive.note(vec![denied(visit, "plan-as-of", family)]);
            return Err(Denied::NotFound);
        };
        self.is_opened(visit, &view).await?;
        self.journal(seen(visit, "plan-as-of", std::slice::from_ref(&view))).await?;
        Ok(view)
    }

    /// What the reader sees of several families; those without ground are left out. One journal line.
    ///
    /// # Errors
    /// The store or the journal is not available.
    pub async fn views(
        &self,
        visit: &Visit,
        families: &[FamilyId],
        act: &'static str,
    ) -> Result<Vec<View>, Denied> {
        let views = self.peek(visit, families).await?;
        if !views.is_empty() {
            self.journal(seen(visit, act, &views)).await?;
        }
        Ok(views)
    }

    /// As [`Gate::views`], but only those for which `wanted` says yes are handed out and journalled.
    ///
    /// # Errors
    /// The store or the journal is not available.
    pub async fn views_where(
        &self,
        visit: &Visit,
        families: &[FamilyId],
        act: &'static str,
        wanted: impl FnMut(&View) -> bool,
    ) -> Result<Vec<View>, Denied> {
        let mut views = self.peek(visit, families).await?;
        views.retain(wanted);
        if !views.is_empty() {
            self.journal(seen(visit, act, &views)).await?;
        }
        Ok(views)
    }

    /// As [`Gate::views`], but `pick` looks at all of them together, keeps those that the page shows and puts
    /// them in its order. Only those are journalled; what `pick` answers beside them must be no more than counts
    /// and what belongs to the views that it keeps.
    ///
    /// # Errors
    /// The store or the journal is not available.
    pub async fn views_picked<T>(
        &self,
        visit: &Visit,
        families: &[FamilyId],
        act: &'static str,
        pick: impl FnOnce(Vec<View>) -> (Vec<View>, T),
    ) -> Result<(Vec<View>, T), Denied> {
        let (views, beside) = pick(self.peek(visit, families).await?);
        if !views.is_empty() {
            self.journal(seen(visit, act, &views)).await?;
        }
        Ok((views, beside))
    }

    async fn peek(&self, visit: &Visit, families: &[FamilyId]) -> Result<Vec<View>, ArchiveError> {
        let sealed = self.archive.dossiers(families).await?;
        Ok(sealed.iter().filter_map(|dossier| self.view_of(dossier, visit)).collect())
    }

    async fn journal(&self, line: Line) -> Result<(), ArchiveError> {
        self.archive.commit(Commit { lines: vec![line], ..Commit::default() }).await.map(|_| ())
    }

    /// Families that the reader has something to do with. Names nobody; views decide.
    ///
    /// # Errors
    /// The store is not available.
    pub async fn families(&self, visit: &Visit) -> Result<Vec<FamilyId>, Denied> {
        Ok(self.archive.reach(visit.actor, visit.role.in_lists(), visit.moment.today).await?)
    }

    /// Families that wait, in the order of the queue: all of them for those who answer them; for a coordinator
    /// those that she is the contact of meanwhile, or is asked to take.
    ///
    /// # Errors
    /// The store or the journal is not available.
    pub async fn queue(&self, visit: &Visit) -> Result<Vec<View>, Denied> {
        if !matches!(visit.role, Role::Intake | Role::Coordinator) {
            return Err(Denied::NotFound);
        }
        let families = self.archive.in_phases(QUEUE).await?;
        let mut views = self.views(visit, &families, "queue").await?;
        views.sort_by_cached_key(|view| {
            let place = queue_order(&view.sees(), &self.rules, visit.moment);
            (place.is_none(), place)
        });
        Ok(views)
    }

    /// How long the queue is, for those who plan capacity. Counts only.
    ///
    /// # Errors
    /// The store is not available.
    pub async fn figures(&self, visit: &Visit, day: jiff::civil::Date) -> Result<Figures, Denied> {
        if !matches!(visit.role, Role::Leader | Role::Intake) {
            return Err(Denied::NotFound);
        }
        let figures = self.archive.figures(day, visit.moment.today).await?;
        let line = Line {
            visit: *visit,
            act: "figures",
            families: Vec::new(),
            categories: Vec::new(),
            ground: "statistics",
            outcome: Outcome::Seen,
        };
        self.journal(line).await?;
        Ok(figures)
    }

    /// How many families each coordinator has today, for those who ask somebody with room to take one more.
    /// Counts only, about employees.
    ///
    /// # Errors
    /// Other roles have no use for it; the store is not available.
    pub async fn load(&self, visit: &Visit) -> Result<Vec<FigureRow<ActorId>>, Denied> {
        if !matches!(visit.role, Role::Coordinator | Role::Intake | Role::Leader) {
            return Err(Denied::NotFound);
        }
        Ok(self.archive.load_of_coordinators(visit.moment.today).await?)
    }

    /// For how many families each coordinator has a duty that nobody has touched for as long as the municipality allows,
    /// for those who guide coordinators (R6, R7). Counts only, about employees.
    ///
    /// # Errors
    /// Other roles have no use for it; the store is not available.
    pub async fn untouched_duties(&self, visit: &Visit) -> Result<Vec<FigureRow<ActorId>>, Denied> {
        if !matches!(visit.role, Role::Intake | Role::Leader) {
            return Err(Denied::NotFound);
        }
        let today = visit.moment.today;
        let before = after(today, -i32::from(self.limits(visit).coordinator_duty_days));
        Ok(self.archive.untouched_duties(before, today).await?)
    }

    /// Does something in a family: checks who may, decides, and writes entries and journal in one transaction.
    /// When others write at the same time, it is decided anew on what they wrote.
    ///
    /// # Errors
    /// [`ActError::NotFound`] without ground; a refusal with what to do; or the store is not available.
    pub async fn act(
        &self,
        visit: &Visit,
        family: FamilyId,
        command: Command,
        key: Key,
    ) -> Result<Acted, ActError> {
        let asked = |sealed: &Sealed<Dossier>| {
            let view = self.view_of(sealed, visit).ok_or(Not::Allowed(command.code()))?;
            self.allowed(visit, view, &command).map(|view| (view, command.clone()))
        };
        let lines = |view: &View, entries: &[Entry]| vec![changed(visit, command.code(), view, entries)];
        self.write(visit, family, key, asked, lines).await?.ok_or(ActError::NotFound)
    }

    /// As [`Gate::act`], for a form whose command follows from what its writer sees. The view is only lent: `read`
    /// makes the command from it, each time anew when somebody else wrote meanwhile. Nobody is shown anything by this,
    /// so the line that is written says what was changed, and none says that somebody looked. Without a command
    /// nothing is written either; whoever shows the form again asks for the view.
    ///
    /// # Errors
    /// As [`Gate::act`].
    pub async fn act_on_sight(
        &self,
        visit: &Visit,
        family: FamilyId,
        act: &'static str,
        key: Key,
        read: impl Fn(&View) -> Option<Command> + Send + Sync,
    ) -> Result<Option<Acted>, ActError> {
        let asked = |sealed: &Sealed<Dossier>| {
            let view = self.view_of(sealed, visit).ok_or(Not::Allowed(act))?;
            let command = read(&view).ok_or(Not::Asked)?;
            let view = self.allowed(visit, view, &command)?;
            Ok(((view, command.code()), command))
        };
        let lines = |(view, code): &(View, &'static str), entries: &[Entry]| {
            vec![changed(visit, code, view, entries)]
        };
        self.write(visit, family, key, asked, lines).await
    }

    /// The view again, when what is commanded may be done on it.
    fn allowed(&self, visit: &Visit, view: View, command: &Command) -> Result<View, Not> {
        if !may(&view, visit, command) {
            return Err(Not::Allowed(command.code()));
        }
        named::check(&self.archive.directory(), &self.rules, visit, &view, command).map_err(Not::Fit)?;
        Ok(view)
    }

    /// Decides on the family as it stands, and writes what follows together with its journal lines. `asked` says what
    /// is to be done and on what ground, each time anew: when somebody else wrote meanwhile, it is decided on what
    /// they wrote. Nothing is written when nothing is asked for.
    async fn write<T>(
        &self,
        visit: &Visit,
        family: FamilyId,
        key: Key,
        asked: impl Fn(&Sealed<Dossier>) -> Result<(T, Command), Not> + Send + Sync,
        lines: impl Fn(&T, &[Entry]) -> Vec<Line> + Send + Sync,
    ) -> Result<Option<Acted>, ActError>
    where
        T: Send,
    {
        let key = Key { actor: visit.actor, ..key };
        let _turn = self.turn(family).await;
        for _ in 0..TRIES {
            let sealed = self.archive.dossier(family).await?.ok_or(ActError::NotFound)?;
            let mut random = || (self.random)();
            let decided = asked(&sealed).and_then(|(ground, command)| {
                let mut scribe = self.scribe(visit, &mut random);
                decide(sealed.open(), command, &mut scribe).map(|change| (ground, change)).map_err(Not::Fit)
            });
            let (ground, change) = match decided {
                Ok(decided) => decided,
                Err(not) => return self.not_written(visit, family, &key, not).await,
            };
            let lines = lines(&ground, &change.entries);
            let batches = vec![Batch { family, read: sealed.open().version(), entries: change.entries }];
            if let Some(acted) = self.commit_once(lines, batches, &key, change.thing).await? {
                return Ok(Some(acted));
            }
        }
        Err(ActError::Archive(ArchiveError::Moved))
    }

    /// What is told to whoever writes nothing. A double click that is in the dossier already is known by its key, or it
    /// would be told that somebody else had changed the thing; where something is to be written, the commit knows it.
    async fn not_written(
        &self,
        visit: &Visit,
        family: FamilyId,
        key: &Key,
        not: Not,
    ) -> Result<Option<Acted>, ActError> {
        if let Some(thing) = self.archive.done(key).await? {
            return Ok(Some(Acted { thing, repeated: true }));
        }
        match not {
            Not::Asked => Ok(None),
            Not::Fit(refusal) => Err(ActError::Refused(refusal)),
            Not::Allowed(act) => {
                self.archive.note(vec![denied(visit, act, family)]);
                Err(ActError::NotFound)
            }
        }
    }

    /// Whether it is the reader's own family, or one that the reader was declared to be too near to (R24).
    fn is_too_near(&self, visit: &Visit, sealed: &Sealed<Dossier>) -> bool {
        let directory = self.archive.directory();
        Standing::of(sealed.open(), visit, self.limits(visit), &directory).conflict
    }

    /// Whoever writes at a visit, by the limits of its day.
    fn scribe<'a>(&'a self, visit: &Visit, random: &'a mut (dyn FnMut() -> u64 + Send)) -> Scribe<'a> {
        Scribe { moment: visit.moment, author: visit.author(), limits: self.limits(visit), random }
    }

    /// Commits what was decided, once for each key; nothing when somebody else wrote since it was read.
    async fn commit_once(
        &self,
        lines: Vec<Line>,
        batches: Vec<Batch>,
        key: &Key,
        thing: ThingId,
    ) -> Result<Option<Acted>, ActError> {
        let commit = Commit { lines, batches, key: Some((key.clone(), thing)), ..Commit::default() };
        match self.archive.commit(commit).await {
            Ok(Committed::Now) => Ok(Some(Acted { thing, repeated: false })),
            Ok(Committed::Before(thing)) => Ok(Some(Acted { thing, repeated: true })),
            Err(ArchiveError::Moved) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Whether a form with this key was sent before, with the same words, and has done what it was to do.
    ///
    /// # Errors
    /// The key was used for something else; the store is not available.
    pub async fn was_done(&self, key: &Key) -> Result<bool, ArchiveError> {
        Ok(self.archive.done(key).await?.is_some())
    }
}

fn seen(visit: &Visit, act: &'static str, views: &[View]) -> Line {
    let mut categories: Vec<Category> = views.iter().flat_map(|view| view.categories().to_vec()).collect();
    categories.sort();
    categories.dedup();
    Line {
        visit: *visit,
        act,
        families: views.iter().map(View::family).collect(),
        categories,
        ground: views.first().and_then(View::main_ground).map_or("none", crate::Ground::code),
        outcome: Outcome::Seen,
    }
}

fn changed(visit: &Visit, act: &'static str, view: &View, entries: &[Entry]) -> Line {
    let mut categories: Vec<Category> = entries.iter().map(|entry| entry.category).collect();
    categories.sort();
    categories.dedup();
    Line {
        visit: *visit,
        act,
        families: vec![view.family()],
        categories,
        ground: view.main_ground().map_or("none", crate::Ground::code),
        outcome: Outcome::Changed,
    }
}

fn denied(visit: &Visit, act: &'static str, family: FamilyId) -> Line {
    Line { act, families: vec![family], ..denied_nobody(visit) }
}

/// Something was asked for and refused, and it is about no family.
fn denied_nobody(visit: &Visit) -> Line {
    Line {
        visit: *visit,
        act: "",
        families: Vec::new(),
        categories: Vec::new(),
        ground: "none",
        outcome: Outcome::Denied,
    }
}
