//! What happens, whichever process does it: one stream for every shell.

use std::time::Duration;

use halfday_store::Feed;

use crate::api::Changed;
use crate::{App, Error};

/// One listener.
pub struct Changes(Feed);

impl App {
    /// Everything that happens from now on.
    pub fn changes(&self) -> Result<Changes, Error> {
        Ok(Changes(self.store.feed()?))
    }
}

impl Changes {
    /// What happened next; empty when nothing did in time, `None` once the data is closed.
    pub fn next(&mut self, timeout: Duration) -> Option<Vec<Changed>> {
        let batch = self.0.next(timeout)?;
        let changed = |change: halfday_store::Change| Changed {
            seq: change.seq,
            kind: change.kind,
            job: change.job.map(|job| job.to_string()),
            item: change.item.map(|item| item.to_string()),
        };
        Some(batch.into_iter().map(changed).collect())
    }
}
