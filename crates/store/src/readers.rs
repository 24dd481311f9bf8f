//! The threads that read: each piece of work sees one snapshot and can change nothing.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use crate::connection;
use crate::error::Error;
use crate::queue::{Panicked, Queue};

/// A long report on one leaves two for the window and the feed.
const READERS: usize = 3;

pub(crate) struct Readers {
    queue: Queue,
}

impl Readers {
    pub(crate) fn start(path: &Path) -> Result<Self, Error> {
        let connections = (0..READERS).map(|_| connection::reading(path)).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { queue: Queue::start("database reader", connections, |_| ())? })
    }

    pub(crate) fn read<T, E>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let outcome = self.queue.run(move |connection| {
            let snapshot = connection
                .transaction_with_behavior(TransactionBehavior::Deferred)
                .map_err(|source| Error::BeginTransaction { source })?;
            work(&snapshot)
        })?;
        outcome.unwrap_or_else(|Panicked(message)| Err(Error::ReaderPanicked { message }.into()))
    }

    pub(crate) fn close(&self) {
        self.queue.close();
    }
}
