//! The one writer. Jobs queue up; all that wait are written in one transaction and one `fsync`, and each is
//! answered only when its bytes are on disk.

use crate::StoreError;
use rusqlite::{Connection, TransactionBehavior};
use std::sync::mpsc;
use tokio::sync::oneshot;

/// What a job does inside the transaction. It must check before it writes: when it answers with an error, it
/// has written nothing.
pub type Work = Box<dyn FnOnce(&Connection, &mut Head) -> Result<(), StoreError> + Send>;

/// The journal's head, kept by the writer alone.
#[derive(Debug, Clone)]
pub struct Head {
    /// Number of the last line.
    pub seq: i64,
    /// Hash of the last line.
    pub hash: String,
}

struct Job {
    work: Work,
    reply: oneshot::Sender<Result<(), StoreError>>,
}

/// A handle to the writer thread. The thread ends when the last handle is gone.
#[derive(Clone)]
pub struct Writer {
    jobs: mpsc::Sender<Job>,
}

/// At most so many jobs share a transaction, so that nobody waits long.
const TOGETHER: usize = 64;

impl Writer {
    /// Starts the thread.
    ///
    /// # Errors
    /// The thread cannot be started.
    pub fn start(connection: Connection, head: Head) -> Result<Self, StoreError> {
        let (jobs, queue) = mpsc::channel::<Job>();
        std::thread::Builder::new()
            .name("veven-writer".into())
            .spawn(move || run(connection, head, &queue))
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(Self { jobs })
    }

    /// Does the work; when this answers `Ok`, it is on disk.
    ///
    /// # Errors
    /// What the work answered, or the store is not available.
    pub async fn write(&self, work: Work) -> Result<(), StoreError> {
        let (reply, answer) = oneshot::channel();
        let gone = || StoreError::Unavailable("the writer has stopped".into());
        self.jobs.send(Job { work, reply }).map_err(|_| gone())?;
        answer.await.map_err(|_| gone())?
    }

    /// The same for callers outside of an async runtime.
    ///
    /// # Errors
    /// As [`Writer::write`].
    pub fn write_blocking(&self, work: Work) -> Result<(), StoreError> {
        let (reply, answer) = oneshot::channel();
        let gone = || StoreError::Unavailable("the writer has stopped".into());
        self.jobs.send(Job { work, reply }).map_err(|_| gone())?;
        answer.blocking_recv().map_err(|_| gone())?
    }

    /// Does the work some time soon; nobody waits for it.
    pub fn write_later(&self, work: Work) {
        let (reply, _) = oneshot::channel();
        // A store that has stopped answers every reader with an error already.
        let _ = self.jobs.send(Job { work, reply });
    }
}

fn run(mut connection: Connection, mut head: Head, queue: &mpsc::Receiver<Job>) {
    while let Ok(first) = queue.recv() {
        let mut jobs = vec![first];
        while jobs.len() < TOGETHER
            && let Ok(job) = queue.try_recv()
        {
            jobs.push(job);
        }
        let before = head.clone();
        let mut answers = Vec::with_capacity(jobs.len());
        let outcome = together(&mut connection, &mut head, jobs, &mut answers);
        if outcome.is_err() {
            head = before;
        }
        for (reply, answer) in answers {
            let answer = match &outcome {
                Ok(()) => answer,
                Err(error) => Err(StoreError::Unavailable(error.to_string())),
            };
            // A reader that has gone away needs no answer.
            let _ = reply.send(answer);
        }
    }
    let _ = connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)");
}

type Answers = Vec<(oneshot::Sender<Result<(), StoreError>>, Result<(), StoreError>)>;

fn together(
    connection: &mut Connection,
    head: &mut Head,
    jobs: Vec<Job>,
    answers: &mut Answers,
) -> Result<(), rusqlite::Error> {
    let transaction = match connection.transaction_with_behavior(TransactionBehavior::Immediate) {
        Ok(transaction) => transaction,
        Err(error) => {
            answers.extend(jobs.into_iter().map(|job| (job.reply, Ok(()))));
            return Err(error);
        }
    };
    let mut broken = None;
    for job in jobs {
        if broken.is_some() {
            answers.push((job.reply, Ok(())));
            continue;
        }
        let answer = (job.work)(&transaction, head);
        if let Err(StoreError::Database(error)) = answer {
            // The engine failed in the middle of a job: nothing of this transaction may stay.
            broken = Some(error);
            answers.push((job.reply, Ok(())));
        } else {
            answers.push((job.reply, answer));
        }
    }
    match broken {
        Some(error) => {
            transaction.rollback()?;
            Err(error)
        }
        None => transaction.commit(),
    }
}
