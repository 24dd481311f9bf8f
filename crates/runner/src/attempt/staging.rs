//! What the driver needs of the folder an attempt works in. The folder is a copy: nothing the agent
//! does there reaches the person's own.

use std::path::PathBuf;

use futures_util::future::BoxFuture;

use crate::agents::Failure;
use crate::objects::Hash;

/// The staging copy of one attempt.
pub trait Staging: Send + Sync {
    /// Makes the copy and says where it is. An attempt that goes on from another one's checkpoint
    /// finds what that one had changed.
    fn make(&self) -> BoxFuture<'_, Result<PathBuf, Failure>>;

    /// Keeps the folder as it is now; the text is what [`Staging::restore`] needs. Two texts are the
    /// same when nothing changed in between.
    fn snapshot(&self) -> BoxFuture<'_, Result<String, Failure>>;

    /// What is different from the person's folder as it was copied.
    fn changes(&self) -> BoxFuture<'_, Result<Changes, Failure>>;

    /// What was different when the last snapshot was taken: quicker than [`Staging::changes`], which reads
    /// everything, and no proof.
    fn so_far(&self) -> BoxFuture<'_, Result<Changes, Failure>>;

    /// Brings the folder back to a snapshot.
    fn restore<'a>(&'a self, snapshot: &'a str) -> BoxFuture<'a, Result<(), Failure>>;

    /// The attempt is over: the folder may go.
    fn remove(&self) -> BoxFuture<'_, ()>;
}

/// What an attempt changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// New or other content, by path.
    pub files: Vec<ChangedFile>,
    /// What is gone; nothing is deleted in the person's folder because of it.
    pub deleted: Vec<String>,
    /// What was made and may never leave the staging folder: links, names that are off limits, files that
    /// are too long.
    pub refused: Vec<String>,
    /// Files of the person that are not any more what was copied.
    pub inputs_changed: Vec<String>,
    /// What was not copied: links, version control, secrets, what can be made again.
    pub not_copied: Vec<String>,
}

/// A file that is new or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedFile {
    /// Relative, with `/`.
    pub path: String,
    pub content: Vec<u8>,
    /// The person's file as it was copied; `None`: there was none.
    pub base: Option<Hash>,
}

impl Changes {
    /// Whether something came back at all: an empty file is nothing.
    pub fn has_content(&self) -> bool {
        self.files.iter().any(|file| !file.content.is_empty())
    }
}
