//! The one thread that writes: every piece of work is one IMMEDIATE transaction, all or nothing.

use std::sync::Arc;
use std::time::Duration;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::error::Error;
use crate::feed::Wakers;
use crate::queue::{Panicked, Queue};

pub(crate) struct Writer {
    queue: Queue,
    wakers: Arc<Wakers>,
}

impl Writer {
    pub(crate) fn start(connection: Connection, wakers: Arc<Wakers>) -> Result<Self, Error> {
        Ok(Self { queue: Queue::start("database writer", vec![connection], checkpoint)?, wakers })
    }

    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method is of one lifetime only")]
    pub(crate) fn write<T, E>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let value = self.run(work, |transaction| transaction.commit())?;
        self.wakers.committed();
        Ok(value)
    }

    /// As [`Writer::write`], but nothing of it stays.
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method is of one lifetime only")]
    pub(crate) fn rehearse<T, E>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        self.run(work, |transaction| transaction.rollback())
    }

    fn run<T, E>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E> + Send + 'static,
        end: fn(Transaction<'_>) -> rusqlite::Result<()>,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let outcome = self.queue.run(move |connection| {
            let transaction = connection
                .transaction_with_behavior(TransactionBehavior::Immediate)
                .map_err(|source| Error::BeginTransaction { source })?;
            let value = work(&transaction)?;
            end(transaction).map_err(|source| Error::Commit { source })?;
            Ok(value)
        })?;
        match outcome {
            Ok(outcome) => outcome,
            Err(Panicked(message)) => Err(Error::WriterPanicked { message }.into()),
        }
    }

    pub(crate) fn close(&self) {
        self.queue.close();
    }
}

/// Leaves one whole file behind. Another process may still be reading: then it does this later.
fn checkpoint(connection: &Connection) {
    // Both are a courtesy: nothing is lost when the journal stays.
    let _ = connection.busy_timeout(Duration::ZERO);
    let _ = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
}
