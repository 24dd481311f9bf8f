//! The clipboard of the system. The page has one of its own, but only while the person presses a key or a button, and
//! `WebKitGTK` does not let it read at all.

use std::sync::{Mutex, PoisonError};

use super::Error;

/// On Linux whoever copied gives the text away when somebody pastes, so it is kept until the program ends.
#[derive(Default)]
pub(crate) struct Clipboard {
    held: Mutex<Option<arboard::Clipboard>>,
}

impl Clipboard {
    pub(crate) fn copy_text(&self, text: String) -> Result<(), Error> {
        self.with(|clipboard| clipboard.set_text(text))
    }

    /// The text on it; `None` when there is none, or a picture.
    pub(crate) fn paste_text(&self) -> Result<Option<String>, Error> {
        self.with(|clipboard| match clipboard.get_text() {
            Ok(text) => Ok(Some(text)),
            Err(arboard::Error::ContentNotAvailable) => Ok(None),
            Err(error) => Err(error),
        })
    }

    /// Hands what was copied over to the system's clipboard manager, where there is one.
    pub(crate) fn let_go(&self) {
        *self.held.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn with<T>(
        &self,
        act: impl FnOnce(&mut arboard::Clipboard) -> Result<T, arboard::Error>,
    ) -> Result<T, Error> {
        let unreachable = |source| Error::ReachClipboard { source };
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let clipboard = match held.as_mut() {
            Some(clipboard) => clipboard,
            None => held.insert(arboard::Clipboard::new().map_err(unreachable)?),
        };
        act(clipboard).map_err(unreachable)
    }
}
