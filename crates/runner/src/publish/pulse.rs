//! A beat before every effect on the disk. In tests the heart stops at a chosen beat, as if the
//! process were killed there; everything after it fails without an effect.

use std::io;
use std::path::PathBuf;

use crate::error::Error;

/// Counts effects.
#[derive(Debug)]
pub(crate) struct Pulse {
    beats: u32,
    last: Option<u32>,
}

impl Pulse {
    /// A pulse that goes on.
    pub(crate) const fn steady() -> Self {
        Self { beats: 0, last: None }
    }

    /// A pulse that allows `effects` effects.
    #[cfg(test)]
    pub(crate) const fn stopping_after(effects: u32) -> Self {
        Self { beats: 0, last: Some(effects) }
    }

    /// One more effect is about to happen.
    pub(crate) fn beat(&mut self) -> Result<(), Error> {
        self.alive()?;
        self.beats += 1;
        self.alive()
    }

    /// Whether the process still lives.
    pub(crate) fn alive(&self) -> Result<(), Error> {
        match self.last {
            Some(last) if self.beats > last => {
                Err(Error::Write { path: PathBuf::new(), source: io::ErrorKind::Interrupted.into() })
            }
            Some(_) | None => Ok(()),
        }
    }
}
