//! One veil for all that an attempt sends and hears: the brief, what the model's tools read, the person's answers. A
//! name that is first met in a file gets its stand-in there, and everybody knows it from then on.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::Veil;

/// A veil that several hold.
#[derive(Debug, Clone)]
pub struct SharedVeil(Arc<Mutex<Veil>>);

impl SharedVeil {
    pub fn new(veil: Veil) -> Self {
        Self(Arc::new(Mutex::new(veil)))
    }

    fn lock(&self) -> MutexGuard<'_, Veil> {
        // Every stand-in in it is whole, whoever died holding it.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The text as it may leave the computer.
    pub fn veil(&self, text: &str) -> String {
        self.lock().veil(text).text
    }

    /// The text with the names back.
    pub fn unveil(&self, text: &str) -> String {
        self.lock().unveil(text)
    }

    /// A regular expression with the names back, each to be found as it is written.
    pub fn unveil_pattern(&self, pattern: &str) -> String {
        self.lock().unveil_as(pattern, |original| regex::escape(original).into())
    }
}
