//! Changes on their way from the store to the page. One thread, which ends with the store.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use halfday_app::Changes;
use halfday_app::api::Changed;
use tauri::ipc::Channel;

/// The page that wants to hear of changes. Until there is one nothing is kept: a page asks for everything it shows
/// after it has begun to listen.
#[derive(Default)]
pub(crate) struct Listener {
    channel: Mutex<Option<Channel<Changed>>>,
}

impl Listener {
    pub(crate) fn replace(&self, channel: Channel<Changed>) {
        *self.channel.lock().unwrap_or_else(PoisonError::into_inner) = Some(channel);
    }

    fn tell(&self, changed: Changed) {
        let mut channel = self.channel.lock().unwrap_or_else(PoisonError::into_inner);
        // A page that can no longer be told is gone; the next one will subscribe by itself.
        if channel.as_ref().is_some_and(|listening| listening.send(changed).is_err()) {
            *channel = None;
        }
    }
}

/// The running thread.
pub(crate) struct Feed {
    thread: JoinHandle<()>,
}

impl Feed {
    pub(crate) fn start(mut changes: Changes, listener: Arc<Listener>) -> io::Result<Self> {
        // How long it waits at a time matters to nobody: it wakes at every change and at the end.
        let wait = Duration::from_mins(1);
        let thread = thread::Builder::new().name("changes".to_owned()).spawn(move || {
            while let Some(batch) = changes.next(wait) {
                for changed in batch {
                    listener.tell(changed);
                }
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
