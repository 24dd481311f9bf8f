//! Staging: the copy of the workspace in which an attempt works. What is to be copied is counted and
//! said first; what came of it is found by comparing contents, never by an agent's word.
//!
//! It only reads the person's folder; [`crate::publish`] alone changes that.

mod copy;
mod declared;
pub(crate) mod shelf;
pub(crate) mod survey;
pub(crate) mod tree;
pub(crate) mod walk;

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::deliverable::Deliverable;
use crate::error::Error;
use crate::objects::Hash;
pub use shelf::Stagings;
pub use survey::{Source, Survey};
use tree::Tree;
pub use walk::{LeftOut, Why};

/// How much may be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    pub files: u64,
    /// In bytes; it counts only where copies do not share their blocks with the original.
    pub bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { files: 20_000, bytes: 2 << 30 }
    }
}

/// How one file differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Difference {
    Added,
    Changed,
    Deleted,
}

/// A file that differs; folders do not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Relative, with `/`.
    pub path: String,
    pub difference: Difference,
    /// The content at the start; `None`: there was no file.
    pub before: Option<Hash>,
    /// The content now; `None`: there is no file.
    pub now: Option<Hash>,
}

/// What came of an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// In order of paths.
    pub files: Vec<Change>,
    /// What lies in the folder and is no plain file: links, devices, version control.
    pub left_out: Vec<LeftOut>,
}

/// One staging folder, from its start on.
#[derive(Debug, Clone)]
pub struct Staging {
    folder: PathBuf,
    start: Start,
    /// Held: nobody removes the folder meanwhile.
    _lock: Arc<File>,
}

/// What a staging folder was at its start.
#[derive(Debug, Clone, PartialEq)]
struct Start {
    /// The person's folder; none for an empty staging folder.
    workspace: Option<PathBuf>,
    /// The copies as they were made.
    copies: Tree,
    /// Their originals as they were then.
    originals: Vec<Original>,
    left_out: Vec<LeftOut>,
}

/// One original.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Original {
    path: String,
    stamp: tree::Stamp,
}

impl Staging {
    /// The folder an agent works in.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What of the workspace was not copied, and why.
    pub fn left_out(&self) -> &[LeftOut] {
        &self.start.left_out
    }

    /// The content of `path` at the start, for [`crate::publish::Publication::expected_before`].
    pub fn before(&self, path: &str) -> Option<Hash> {
        self.start.copies.file(path).map(|file| file.hash)
    }

    /// What changed in the folder since the start. Every file is read and hashed; times and lengths
    /// prove nothing.
    pub fn changes(&self) -> Result<Changes, Error> {
        let now = Tree::of(&self.folder)?;
        Ok(Changes { files: differences(&self.start.copies, &now), left_out: now.left_out().to_vec() })
    }

    /// The content of a changed file, as a deliverable; at most `longest` bytes of it are taken into
    /// memory, else [`Error::TooLong`].
    pub fn deliverable(&self, path: &str, longest: u64) -> Result<Deliverable, Error> {
        Ok(Deliverable { path: path.to_owned(), content: tree::read_below(&self.folder, path, longest)? })
    }

    /// The originals that are not any more what was copied. Those with the former length and time
    /// are taken to be the same; others are read.
    pub fn inputs_changed(&self) -> Result<Vec<Change>, Error> {
        let Some(workspace) = &self.start.workspace else { return Ok(vec![]) };
        let mut changed = vec![];
        let folder = tree::open(workspace)?;
        for original in &self.start.originals {
            let before = self.before(&original.path);
            let now = match tree::look(&folder, workspace, &original.path)? {
                Some(stamp) if stamp == original.stamp => continue,
                Some(_) => Some(tree::hash_below(&folder, workspace, &original.path)?),
                None => None,
            };
            if now != before {
                let difference = if now.is_some() { Difference::Changed } else { Difference::Deleted };
                changed.push(Change { path: original.path.clone(), difference, before, now });
            }
        }
        changed.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(changed)
    }
}

/// The files that differ between two trees, in order of paths.
pub(crate) fn differences(before: &Tree, now: &Tree) -> Vec<Change> {
    let was = |path: &str| before.file(path).map(|file| file.hash);
    let change =
        |path: &str, difference, now| Change { path: path.to_owned(), difference, before: was(path), now };
    let mut changes: Vec<Change> = now
        .files()
        .filter_map(|(path, file)| match was(path) {
            None => Some(change(path, Difference::Added, Some(file.hash))),
            Some(hash) if hash != file.hash => Some(change(path, Difference::Changed, Some(file.hash))),
            Some(_) => None,
        })
        .collect();
    let gone = before.files().filter(|(path, _)| now.file(path).is_none());
    changes.extend(gone.map(|(path, _)| change(path, Difference::Deleted, None)));
    changes.sort_by(|a, b| a.path.cmp(&b.path));
    changes
}
