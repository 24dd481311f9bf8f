//! Changes on their way from the store to the page and the desktop. One thread, which ends with the store.

use std::io;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use halfday_app::Changes;
use halfday_app::api::Changed;

/// The running thread.
pub(crate) struct Feed {
    thread: JoinHandle<()>,
}

impl Feed {
    pub(crate) fn start(
        mut changes: Changes,
        heed: impl Fn(Vec<Changed>) + Send + 'static,
    ) -> io::Result<Self> {
        // It wakes at every change and at the end; in between once a minute, with nothing, for what is due by the clock.
        let wait = Duration::from_mins(1);
        let thread = thread::Builder::new().name("changes".to_owned()).spawn(move || {
            while let Some(batch) = changes.next(wait) {
                heed(batch);
            }
        })?;
        Ok(Self { thread })
    }

    /// Returns when the store is closed and the last change was told.
    pub(crate) fn wait(self) {
        // A thread that panicked has ended too, and the window is closing anyway.
        let _ = self.thread.join();
    }
}
