//! The one writer. Jobs queue up; all that wait are written in one transaction and one `fsync`, and each is
//! answered only when its bytes are on disk.
//!
//! INVARIANT: a job that answers with an error has written nothing, and the others in its transaction do not
//! notice.

use crate::StoreError;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, TrySendError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tokio::sync::oneshot;

/// What a job does inside the transaction.
pub type Work = Box<dyn FnOnce(&Connection, &mut Head) -> Result<(), StoreError> + Send>;

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
    /// Nobody, when nobody waits.
    reply: Option<oneshot::Sender<Result<(), StoreError>>>,
}

/// A handle to the writer thread. When it is dropped, everything that was queued is written first.
pub struct Writer {
    /// There until the handle is dropped.
    jobs: Option<mpsc::SyncSender<Job>>,
    thread: Option<JoinHandle<()>>,
}

/// At most so many jobs share a transaction, so that nobody waits long.
const TOGETHER: usize = 64;
/// How long a note may rest before it is written.
const REST: Duration = Duration::from_millis(20);
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
        let (jobs, queue) = mpsc::sync_channel::<Job>(QUEUE);
        let thread = std::thread::Builder::new()
            .name("veven-writer".into())
            .spawn(move || run(connection, head, &queue))
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    fn queue(&self, work: Work) -> Result<oneshot::Receiver<Result<(), StoreError>>, StoreError> {
        let (reply, answer) = oneshot::channel();
        let jobs = self.jobs.as_ref().ok_or_else(gone)?;
        match jobs.try_send(Job { work, reply: Some(reply) }) {
            Ok(()) => Ok(answer),
            Err(TrySendError::Full(_)) => Err(StoreError::Unavailable("too many writes wait".into())),
            Err(TrySendError::Disconnected(_)) => Err(gone()),
        }
    }

    /// Does the work; when this answers `Ok`, it is on disk.
    ///
    /// # Errors
    /// What the work answered, or the store is not available.
    pub async fn write(&self, work: Work) -> Result<(), StoreError> {
        self.queue(work)?.await.map_err(|_| gone())?
    }

    /// The same for callers outside of an async runtime.
    ///
    /// # Errors
    /// As [`Writer::write`].
    pub fn write_blocking(&self, work: Work) -> Result<(), StoreError> {
        self.queue(work)?.blocking_recv().map_err(|_| gone())?
    }

    /// Does the work some time soon; nobody waits for it. It is never left out because many wait: then whoever
    /// brings it is held up.
    pub fn write_later(&self, work: Work) {
        // A writer that has stopped answers every reader with an error already.
        let _ = self.jobs.as_ref().map(|jobs| jobs.send(Job { work, reply: None }));
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

/// The jobs that share a transaction with the first: all that wait; and while nobody waits for an answer, those
/// that come soon, so that notes do not cost a synchronisation each.
fn gather(first: Job, queue: &mpsc::Receiver<Job>) -> Vec<Job> {
    let until = Instant::now() + REST;
    let mut jobs = vec![first];
    while jobs.len() < TOGETHER {
        let next = if jobs.iter().all(|job| job.reply.is_none()) {
            queue.recv_timeout(until.saturating_duration_since(Instant::now())).ok()
        } else {
            queue.try_recv().ok()
        };
        match next {
            Some(job) => jobs.push(job),
            None => break,
        }
    }
    jobs
}

fn run(mut connection: Connection, mut head: Head, queue: &mpsc::Receiver<Job>) {
    while let Ok(first) = queue.recv() {
        let jobs = gather(first, queue);
        let (works, replies): (Vec<Work>, Vec<_>) = jobs.into_iter().map(|job| (job.work, job.reply)).unzip();
        let before = head.clone();
        let answers = together(&mut connection, &mut head, works);
        let failed = answers.as_ref().err().map(ToString::to_string);
        if let Some(error) = &failed {
            head = before;
            tracing::error!(error, "nothing could be written");
            // On a full disk, what stands in the log may find room in the file; then the log gives back its own.
            let _ = connection.execute_batch(CHECKPOINT);
        }
        let mut answers = answers.unwrap_or_default().into_iter();
        for reply in replies {
            let answer = answers.next().unwrap_or_else(|| {
                Err(StoreError::Unavailable(failed.clone().unwrap_or_else(|| "not written".into())))
            });
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
    if let Err(error) = connection.execute_batch(CHECKPOINT) {
        // Nothing is lost: the next start reads it from the log beside the file.
        tracing::warn!(%error, "the log could not be put into the file");
    }
}

/// One transaction for all. When this fails, nothing of any of them is kept.
fn together(
    connection: &mut Connection,
    head: &mut Head,
    works: Vec<Work>,
) -> Result<Vec<Result<(), StoreError>>, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let answers = works.into_iter().map(|work| one(&transaction, head, work)).collect::<Result<_, _>>()?;
    transaction.commit()?;
    Ok(answers)
}

/// One job, in a savepoint of its own. The outer error means that the whole transaction is gone.
fn one(
    transaction: &Transaction<'_>,
    head: &mut Head,
    work: Work,
) -> Result<Result<(), StoreError>, StoreError> {
    let say = |word: &str| transaction.prepare_cached(word)?.execute([]).map(|_| ());
    say("SAVEPOINT job")?;
    let before = head.clone();
    let answer = catch_unwind(AssertUnwindSafe(|| work(transaction, head)))
        .unwrap_or_else(|_| Err(StoreError::Unavailable("a write failed in the middle".into())));
    if let Err(error) = answer {
        *head = before;
        // Some failures, such as a full disk, make the engine undo the whole transaction.
        if transaction.is_autocommit() {
            return Err(error);
        }
        say("ROLLBACK TO job")?;
        say("RELEASE job")?;
        return Ok(Err(error));
    }
    say("RELEASE job")?;
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

    #[test]
    fn a_job_that_fails_in_the_middle_leaves_nothing_and_harms_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("db");
        let writer = writer(&path);
        // The first job holds the writer until all the others wait, so that they share a transaction.
        let (go, wait) = mpsc::channel::<()>();
        writer.write_later(Box::new(move |_, _| {
            let _ = wait.recv();
            Ok(())
        }));
        let good = writer.queue(add(1)).unwrap();
        let half: Work = Box::new(|connection, head| {
            add(2)(connection, head)?;
            Err(StoreError::Moved)
        });
        let half = writer.queue(half).unwrap();
        let twice = writer.queue(add(1)).unwrap();
        let panics: Work = Box::new(|connection, head| {
            add(3)(connection, head)?;
            panic!("as a job should not")
        });
        let panics = writer.queue(panics).unwrap();
        let last = writer.queue(add(4)).unwrap();
        let heads = writer.queue(Box::new(|_, head| {
            assert_eq!(head.seq, 2, "the head stands at what is kept");
            Ok(())
        }));
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
        let (go, wait) = mpsc::channel::<()>();
        writer.write_later(Box::new(move |_, _| {
            let _ = wait.recv();
            Ok(())
        }));
        // What the writer has taken already does not wait.
        let most = (QUEUE + TOGETHER) as i64;
        let told = (0..=most).map(|number| writer.queue(add(number))).find_map(Result::err);
        assert!(matches!(told, Some(StoreError::Unavailable(_))), "{told:?}");
        go.send(()).unwrap();
    }
}
