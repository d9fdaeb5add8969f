//! The one writer. Jobs queue up; all that wait are written in one transaction and one `fsync`, and each is
//! answered only when its bytes are on disk.
//!
//! INVARIANT: a job that answers with an error has written nothing, and the others in its transaction do not
//! notice.

use crate::StoreError;
use rusqlite::Connection;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, TrySendError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::sync::oneshot;

/// What a job does inside the transaction. It is done again when the first time was undone with all that it wrote.
pub type Work = Box<dyn FnMut(&Connection, &mut Head) -> Result<(), StoreError> + Send>;

/// What is told what came of a job, after its bytes are on disk and before anybody is answered.
pub type Then = Box<dyn FnOnce(&Result<(), StoreError>) + Send>;

/// The journal's head, kept by the writer alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Number of the last line.
    pub seq: i64,
    /// Hash of the last line.
    pub hash: String,
}

struct Job {
    work: Work,
    then: Option<Then>,
    /// Nobody, when nobody waits.
    reply: Option<oneshot::Sender<Result<(), StoreError>>>,
}

/// What the thread is told.
enum Word {
    Do(Job),
    /// Notes have begun to rest. Those that come to them wake nobody.
    Noted,
}

/// Work that nobody waits for, until somebody comes who does or it has rested long enough.
#[derive(Default)]
struct Notes(Mutex<Vec<Work>>);

enum Added {
    First,
    Beside,
    /// There are too many already.
    Full(Work),
}

impl Notes {
    fn all(&self) -> MutexGuard<'_, Vec<Work>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn are_none(&self) -> bool {
        self.all().is_empty()
    }

    fn add(&self, work: Work) -> Added {
        let mut all = self.all();
        if all.len() >= RESTING {
            return Added::Full(work);
        }
        all.push(work);
        if all.len() == 1 { Added::First } else { Added::Beside }
    }

    fn take(&self) -> Vec<Work> {
        std::mem::take(&mut self.all())
    }
}

/// A handle to the writer thread. When it is dropped, everything that was queued is written first.
pub struct Writer {
    /// There until the handle is dropped.
    jobs: Option<mpsc::SyncSender<Word>>,
    notes: Arc<Notes>,
    thread: Option<JoinHandle<()>>,
}

/// At most so many jobs share a transaction, so that nobody waits long.
const TOGETHER: usize = 64;
/// How long a note may rest before it is written.
const REST: Duration = Duration::from_millis(40);
/// At most so many notes rest; then whoever brings one more queues up.
const RESTING: usize = 512;
/// When several came at the same time just now, as many are likely to be on their way again: a synchronisation with
/// the disk costs more than all that is written, and those who come share it. The thread looks up so often whether
/// they have come. Whoever is alone waits for nobody.
const PAUSE: Duration = Duration::from_millis(1);
/// It looks up so many times at most.
const PAUSES: u32 = 4;
/// At most so many wait. Whoever comes then is told at once to try again: a queue without end only hides that
/// the disk cannot follow.
const QUEUE: usize = 4096;

/// Puts what stands in the log into the file, and empties the log.
const CHECKPOINT: &str = "PRAGMA wal_checkpoint(TRUNCATE)";

fn gone() -> StoreError {
    StoreError::Unavailable("the writer has stopped".into())
}

impl Writer {
    /// Starts the thread.
    ///
    /// # Errors
    /// The thread cannot be started.
    pub fn start(connection: Connection, head: Head) -> Result<Self, StoreError> {
        let (jobs, queue) = mpsc::sync_channel::<Word>(QUEUE);
        let notes = Arc::new(Notes::default());
        let hand = Hand { connection, head, queue, notes: Arc::clone(&notes), crowd: 0 };
        let thread = std::thread::Builder::new()
            .name("veven-writer".into())
            .spawn(move || hand.run())
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(Self { jobs: Some(jobs), notes, thread: Some(thread) })
    }

    fn queue(
        &self,
        work: Work,
        then: Option<Then>,
    ) -> Result<oneshot::Receiver<Result<(), StoreError>>, StoreError> {
        let (reply, answer) = oneshot::channel();
        let jobs = self.jobs.as_ref().ok_or_else(gone)?;
        match jobs.try_send(Word::Do(Job { work, then, reply: Some(reply) })) {
            Ok(()) => Ok(answer),
            Err(TrySendError::Full(_)) => Err(StoreError::Unavailable("too many writes wait".into())),
            Err(TrySendError::Disconnected(_)) => Err(gone()),
        }
    }

    /// Does the work; when this answers `Ok`, it is on disk.
    ///
    /// # Errors
    /// What the work answered, or the store is not available.
    pub async fn write(&self, work: Work, then: Option<Then>) -> Result<(), StoreError> {
        self.queue(work, then)?.await.map_err(|_| gone())?
    }

    /// The same for callers outside of an async runtime.
    ///
    /// # Errors
    /// As [`Writer::write`].
    pub fn write_blocking(&self, work: Work) -> Result<(), StoreError> {
        self.queue(work, None)?.blocking_recv().map_err(|_| gone())?
    }

    /// Does the work some time soon; nobody waits for it. It is never left out because many wait: then whoever
    /// brings it is held up.
    pub fn write_later(&self, work: Work) {
        let word = match self.notes.add(work) {
            Added::First => Word::Noted,
            Added::Beside => return,
            Added::Full(work) => Word::Do(Job { work, then: None, reply: None }),
        };
        // A writer that has stopped answers every reader with an error already.
        let _ = self.jobs.as_ref().map(|jobs| jobs.send(word));
    }
}

impl Drop for Writer {
    /// Waits until the thread has let go of the file, so that whoever opens it next finds the journal's head.
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            // The thread catches what its jobs do; a panic of its own has been told on standard error.
            let _ = thread.join();
        }
    }
}

/// The thread's own: where it finds its work, and what it writes it with.
struct Hand {
    connection: Connection,
    head: Head,
    queue: mpsc::Receiver<Word>,
    notes: Arc<Notes>,
    /// How many came at the same time just now who wait.
    crowd: usize,
}

impl Hand {
    /// The jobs that share the next transaction: all that wait, with the notes that rest. Nothing when nobody can
    /// bring any more. While only notes rest, they rest on, until somebody comes who waits.
    fn gather(&self) -> Option<Vec<Job>> {
        let mut jobs = Vec::new();
        if self.notes.are_none() {
            match self.queue.recv() {
                Ok(Word::Do(job)) => jobs.push(job),
                Ok(Word::Noted) => {}
                Err(_) if self.notes.are_none() => return None,
                Err(_) => {}
            }
        }
        if jobs.is_empty()
            && let Ok(Word::Do(job)) = self.queue.recv_timeout(REST)
        {
            jobs.push(job);
        }
        self.take_up(&mut jobs);
        if self.crowd > 1 && !jobs.is_empty() {
            for _ in 0..PAUSES {
                if jobs.len() >= self.crowd {
                    break;
                }
                std::thread::sleep(PAUSE);
                self.take_up(&mut jobs);
            }
        }
        let notes = self.notes.take().into_iter().map(|work| Job { work, then: None, reply: None });
        Some(notes.chain(jobs).collect())
    }

    /// Adds the jobs that wait in the queue.
    fn take_up(&self, jobs: &mut Vec<Job>) {
        while jobs.len() < TOGETHER {
            match self.queue.try_recv() {
                Ok(Word::Do(job)) => jobs.push(job),
                Ok(Word::Noted) => {}
                Err(_) => break,
            }
        }
    }

    fn run(mut self) {
        while let Some(jobs) = self.gather() {
            if jobs.is_empty() {
                continue;
            }
            self.crowd = jobs.iter().filter(|job| job.reply.is_some()).count();
            self.write(jobs);
        }
        if let Err(error) = self.connection.execute_batch(CHECKPOINT) {
            // Nothing is lost: the next start reads it from the log beside the file.
            tracing::warn!(%error, "the log could not be put into the file");
        }
    }

    fn write(&mut self, jobs: Vec<Job>) {
        let (works, waiting): (Vec<Work>, Vec<_>) =
            jobs.into_iter().map(|job| (job.work, (job.then, job.reply))).unzip();
        let before = self.head.clone();
        let answers = together(&self.connection, &mut self.head, works);
        let failed = answers.as_ref().err().map(ToString::to_string);
        if let Some(error) = &failed {
            self.head = before;
            tracing::error!(error, "nothing could be written");
            // On a full disk, what stands in the log may find room in the file; then the log gives back its own.
            let _ = self.connection.execute_batch(CHECKPOINT);
        }
        let mut answers = answers.unwrap_or_default().into_iter();
        for (then, reply) in waiting {
            let answer = answers.next().unwrap_or_else(|| {
                Err(StoreError::Unavailable(failed.clone().unwrap_or_else(|| "not written".into())))
            });
            if let Some(then) = then {
                then(&answer);
            }
            match reply {
                // A reader that has gone away needs no answer.
                Some(reply) => drop(reply.send(answer)),
                None => {
                    if let Err(error) = answer {
                        tracing::error!(%error, "a note for the journal could not be written");
                    }
                }
            }
        }
    }
}

/// One transaction for all. When this fails, nothing of any of them is kept.
///
/// A job seldom fails, so at first none has a savepoint, which would copy each page that it touches. When one fails,
/// everything is undone, and done again with a savepoint for each.
fn together(
    connection: &Connection,
    head: &mut Head,
    mut works: Vec<Work>,
) -> Result<Vec<Result<(), StoreError>>, StoreError> {
    let before = head.clone();
    let all = transaction(connection, || {
        works.iter_mut().try_for_each(|work| attempt(connection, head, work).map_err(|_| Failed))
    });
    if let Ok(()) = all {
        return Ok(works.iter().map(|_| Ok(())).collect());
    }
    *head = before;
    transaction(connection, || works.iter_mut().map(|work| one(connection, head, work)).collect())
}

/// Some job failed, and which one is not asked yet; or the transaction could not be written.
struct Failed;

impl From<StoreError> for Failed {
    fn from(_: StoreError) -> Self {
        Self
    }
}

/// What is written in a transaction, all or nothing of it.
fn transaction<T, E: From<StoreError>>(
    connection: &Connection,
    write: impl FnOnce() -> Result<T, E>,
) -> Result<T, E> {
    say(connection, "BEGIN IMMEDIATE")?;
    let written = write().and_then(|written| Ok(say(connection, "COMMIT").map(|()| written)?));
    // Some failures, such as a full disk, have made the engine undo it already.
    if written.is_err() && !connection.is_autocommit() {
        say(connection, "ROLLBACK")?;
    }
    written
}

/// A word about transactions, ready from the time before.
fn say(connection: &Connection, word: &str) -> Result<(), StoreError> {
    connection.prepare_cached(word)?.execute([])?;
    Ok(())
}

/// Does a job; one that panics has failed.
fn attempt(connection: &Connection, head: &mut Head, work: &mut Work) -> Result<(), StoreError> {
    catch_unwind(AssertUnwindSafe(|| work(connection, head)))
        .unwrap_or_else(|_| Err(StoreError::Unavailable("a write failed in the middle".into())))
}

/// One job, in a savepoint of its own. The outer error means that the whole transaction is gone.
fn one(
    connection: &Connection,
    head: &mut Head,
    work: &mut Work,
) -> Result<Result<(), StoreError>, StoreError> {
    say(connection, "SAVEPOINT job")?;
    let before = head.clone();
    let answer = attempt(connection, head, work);
    if let Err(error) = answer {
        *head = before;
        // Some failures, such as a full disk, make the engine undo the whole transaction.
        if connection.is_autocommit() {
            return Err(error);
        }
        say(connection, "ROLLBACK TO job")?;
        say(connection, "RELEASE job")?;
        return Ok(Err(error));
    }
    say(connection, "RELEASE job")?;
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn writer(path: &std::path::Path) -> Writer {
        let connection = Connection::open(path).unwrap();
        connection.execute_batch("CREATE TABLE IF NOT EXISTS kept (number BIGINT PRIMARY KEY)").unwrap();
        Writer::start(connection, Head { seq: 0, hash: String::new() }).unwrap()
    }

    fn add(number: i64) -> Work {
        Box::new(move |connection, head| {
            connection.execute("INSERT INTO kept (number) VALUES ($1)", [number])?;
            head.seq += 1;
            Ok(())
        })
    }

    fn kept(path: &std::path::Path) -> Vec<i64> {
        let connection = Connection::open(path).unwrap();
        let mut statement = connection.prepare("SELECT number FROM kept ORDER BY number").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    /// Holds the writer until somebody says go.
    fn hold(writer: &Writer) -> mpsc::Sender<()> {
        let (go, wait) = mpsc::channel::<()>();
        let mut held = Some(wait);
        writer.write_later(Box::new(move |_, _| {
            held.take().map(|wait| wait.recv());
            Ok(())
        }));
        go
    }

    #[test]
    fn a_job_that_fails_in_the_middle_leaves_nothing_and_harms_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("db");
        let writer = writer(&path);
        // The first job holds the writer until all the others wait, so that they share a transaction.
        let go = hold(&writer);
        let good = writer.queue(add(1), None).unwrap();
        let half: Work = Box::new(|connection, head| {
            add(2)(connection, head)?;
            Err(StoreError::Moved)
        });
        let half = writer.queue(half, None).unwrap();
        let twice = writer.queue(add(1), None).unwrap();
        let panics: Work = Box::new(|connection, head| {
            add(3)(connection, head)?;
            panic!("as a job should not")
        });
        let panics = writer.queue(panics, None).unwrap();
        let last = writer.queue(add(4), None).unwrap();
        let heads = writer.queue(
            Box::new(|_, head| {
                assert_eq!(head.seq, 2, "the head stands at what is kept");
                Ok(())
            }),
            None,
        );
        go.send(()).unwrap();
        assert!(good.blocking_recv().unwrap().is_ok());
        assert!(matches!(half.blocking_recv().unwrap(), Err(StoreError::Moved)));
        assert!(matches!(twice.blocking_recv().unwrap(), Err(StoreError::Database(_))));
        assert!(matches!(panics.blocking_recv().unwrap(), Err(StoreError::Unavailable(_))));
        assert!(last.blocking_recv().unwrap().is_ok());
        assert!(heads.unwrap().blocking_recv().unwrap().is_ok());
        assert_eq!(kept(&path), [1, 4]);
    }

    #[test]
    fn what_nobody_waits_for_is_written_before_the_writer_goes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("db");
        let writer = writer(&path);
        (0..500).for_each(|number| writer.write_later(add(number)));
        drop(writer);
        assert_eq!(kept(&path).len(), 500);
    }

    #[test]
    fn when_too_many_wait_the_next_is_told_so() {
        let folder = tempfile::tempdir().unwrap();
        let writer = writer(&folder.path().join("db"));
        let go = hold(&writer);
        // What the writer has taken already does not wait.
        let most = (QUEUE + TOGETHER) as i64;
        let told = (0..=most).map(|number| writer.queue(add(number), None)).find_map(Result::err);
        assert!(matches!(told, Some(StoreError::Unavailable(_))), "{told:?}");
        go.send(()).unwrap();
    }
}
