//! Where the contents of deliverables are: as they came, by their hash, and as copies the person edits.

use std::path::PathBuf;

use halfday_domain::id::AttemptId;
use halfday_runner::objects::Objects;

use crate::App;

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
    /// Where the person's copy of a deliverable is or would be. The path was proved when it was taken in.
    pub(crate) fn place_of_copy(&self, attempt: AttemptId, path: &str) -> PathBuf {
        self.editing.join(attempt.to_string()).join(path)
    }

    /// The person's copy, if it was opened.
    pub(crate) fn edited_copy(&self, attempt: AttemptId, path: &str) -> Option<PathBuf> {
        Some(self.place_of_copy(attempt, path)).filter(|place| place.is_file())
    }
}
