//! The page that wants to hear of something. Until there is one nothing is kept: a page asks for everything it shows
//! after it has begun to listen.

use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use tauri::ipc::Channel;

pub(crate) struct Listener<T> {
    channel: Mutex<Option<Channel<T>>>,
}

impl<T> Default for Listener<T> {
    fn default() -> Self {
        Self { channel: Mutex::new(None) }
    }
}

impl<T: Serialize + Clone> Listener<T> {
    pub(crate) fn replace(&self, channel: Channel<T>) {
        *self.channel.lock().unwrap_or_else(PoisonError::into_inner) = Some(channel);
    }

    pub(crate) fn tell(&self, what: &T) {
        let mut channel = self.channel.lock().unwrap_or_else(PoisonError::into_inner);
        // A page that can no longer be told is gone; the next one will subscribe by itself.
        if channel.as_ref().is_some_and(|listening| listening.send(what.clone()).is_err()) {
            *channel = None;
        }
    }
}
