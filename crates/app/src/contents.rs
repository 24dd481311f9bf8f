//! Where the contents of deliverables are: as they came, by their hash, and as copies the person edits.

use std::path::PathBuf;

use halfday_domain::id::AttemptId;
use halfday_runner::objects::{Hash, Objects};
use halfday_store::deliverables::Deliverable;

use crate::{App, Error};

/// What a view needs to look into a deliverable.
#[derive(Clone)]
pub(crate) struct Contents {
    pub(crate) objects: Objects,
    editing: PathBuf,
}

impl App {
    pub(crate) fn contents(&self) -> Contents {
        Contents { objects: self.objects.clone(), editing: self.folder().join("editing") }
    }
}

impl Contents {
    /// What was delivered, whatever the person made of it afterwards.
    pub(crate) fn delivered(&self, one: &Deliverable) -> Result<Vec<u8>, Error> {
        let hash: Hash =
            one.hash.parse().map_err(|_| Error::DeliverableNotFound { path: one.path.clone() })?;
        self.objects.get(&hash).map_err(|source| Error::KeepDeliverable { source: Box::new(source) })
    }

    /// Where the person's copy of a deliverable is or would be. The path was proved when it was taken in.
    pub(crate) fn place_of_copy(&self, attempt: AttemptId, path: &str) -> PathBuf {
        self.editing.join(attempt.to_string()).join(path)
    }

    /// The person's copy, if it was opened.
    pub(crate) fn edited_copy(&self, attempt: AttemptId, path: &str) -> Option<PathBuf> {
        Some(self.place_of_copy(attempt, path)).filter(|place| place.is_file())
    }
}
