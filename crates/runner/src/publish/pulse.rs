//! A beat before every effect on the disk. In tests the heart stops at a chosen beat, as if the
//! process were killed there; everything after it fails without an effect.

use std::io;
use std::path::PathBuf;

use crate::error::Error;

/// Counts effects.
pub(crate) struct Pulse {
    beats: u32,
    last: Option<u32>,
    /// What somebody else does on the disk at one beat.
    #[cfg(test)]
    meanwhile: Option<(u32, Box<dyn FnOnce()>)>,
}

impl Pulse {
    /// A pulse that goes on.
    pub(crate) fn steady() -> Self {
        Self {
            beats: 0,
            last: None,
            #[cfg(test)]
            meanwhile: None,
        }
    }

    /// A pulse that allows `effects` effects.
    #[cfg(test)]
    pub(crate) fn stopping_after(effects: u32) -> Self {
        Self { beats: 0, last: Some(effects), meanwhile: None }
    }

    /// A pulse that goes on while somebody else does something at one beat.
    #[cfg(test)]
    pub(crate) fn with_meanwhile(beat: u32, act: impl FnOnce() + 'static) -> Self {
        Self { beats: 0, last: None, meanwhile: Some((beat, Box::new(act))) }
    }

    /// How many effects there were.
    #[cfg(test)]
    pub(crate) const fn beats(&self) -> u32 {
        self.beats
    }

    /// One more effect is about to happen.
    pub(crate) fn beat(&mut self) -> Result<(), Error> {
        self.alive()?;
        self.beats += 1;
        #[cfg(test)]
        if let Some((_, act)) = self.meanwhile.take_if(|(beat, _)| *beat == self.beats) {
            act();
        }
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
