//! Checkpoints: what a staging folder was, before the first step and after steps that changed files.
//! Each is a list of paths with the hashes of their contents; the contents are in a store of their
//! own, so that removing what no checkpoint names can never touch what was delivered or published.
//!
//! There is no shadow repository: whatever the folder holds, restoring writes and removes only paths
//! that differ, below the folder, after a checkpoint of what is there.

mod go_on;
mod manifest;
mod restore;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::disk;
use crate::error::Error;
use crate::objects::{Batch, Objects};
use crate::publish::Pulse;
use crate::staging::shelf::{is_name, remove_tree};
use crate::staging::survey::prove_room;
use crate::staging::tree::Tree;
use crate::staging::walk::LeftOut;
use crate::staging::{Change, differences};
pub use go_on::MadeFrom;
use manifest::Manifest;

const OBJECTS: &str = "objects";
const ATTEMPTS: &str = "attempts";
const LOCK: &str = "lock";

/// All checkpoints of all attempts.
#[derive(Debug, Clone)]
pub struct CheckpointStore {
    folder: PathBuf,
    objects: Objects,
}

/// The checkpoints of one attempt; while it is open, nobody removes them.
#[derive(Debug, Clone)]
pub struct Checkpoints {
    store: CheckpointStore,
    folder: PathBuf,
    /// Held as long as this lives.
    _lock: Arc<File>,
}

/// One checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// From 1 on, in order of time.
    pub number: u32,
    /// How many files it holds.
    pub files: u64,
    /// Their lengths together.
    pub bytes: u64,
    /// What differs from the checkpoint before; of the first, nothing.
    pub changes: Vec<Change>,
    /// What was there and is not in it; links are.
    pub left_out: Vec<LeftOut>,
}

/// What came of [`Checkpoints::take`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    New(Checkpoint),
    /// Nothing changed since the checkpoint of this number.
    Unchanged(u32),
}

impl Taken {
    /// The checkpoint that now stands for the folder.
    pub const fn number(&self) -> u32 {
        match self {
            Self::New(Checkpoint { number, .. }) | Self::Unchanged(number) => *number,
        }
    }
}

/// What a restore did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The checkpoint of what was there before.
    pub safety: u32,
    /// How the folder differs from what was there before; all other files were not touched.
    pub changes: Vec<Change>,
}

/// What was removed from the store.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Collected {
    /// Attempts whose checkpoints went.
    pub attempts: Vec<String>,
    /// Contents that no checkpoint names any more.
    pub contents: u64,
    /// What they took on the disk.
    pub bytes: u64,
}

impl CheckpointStore {
    /// The store in `folder`, which is nobody else's; it is made when the first checkpoint is taken.
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        Self { objects: Objects::in_folder(folder.join(OBJECTS)), folder }
    }

    /// The checkpoints of `attempt`, none at first.
    pub fn open(&self, attempt: &str) -> Result<Checkpoints, Error> {
        let folder = self.attempt_folder(attempt)?;
        let _steady = self.lock(Hold::Shared)?;
        disk::make_folder(&folder)?;
        let lock = lock_file(&folder)?;
        lock.lock_shared().map_err(Error::write(&folder))?;
        Ok(Checkpoints { store: self.clone(), folder, _lock: Arc::new(lock) })
    }

    /// Removes the checkpoints of all attempts but the `needed` and those that are open, and every
    /// content that no checkpoint names any more. Waits until nobody takes a checkpoint.
    pub fn keep_only(&self, needed: &[&str]) -> Result<Collected, Error> {
        let mut collected = Collected::default();
        let attempts = self.folder.join(ATTEMPTS);
        if !attempts.is_dir() {
            return Ok(collected);
        }
        let _alone = self.lock(Hold::Alone)?;
        let mut found = vec![];
        for entry in fs::read_dir(&attempts).map_err(Error::read(&attempts))? {
            let entry = entry.map_err(Error::read(&attempts))?;
            found.push((entry.file_name().to_string_lossy().into_owned(), entry.path()));
        }
        let mut named = HashSet::new();
        for (name, folder) in found {
            if !needed.contains(&name.as_str()) && is_name(&name) {
                let lock = lock_file(&folder)?;
                if lock.try_lock().is_ok() {
                    drop(lock);
                    remove_tree(&folder)?;
                    collected.attempts.push(name);
                    continue;
                }
            }
            // One that cannot be read names contents we do not know: then none is removed.
            for number in manifest::numbers(&folder)? {
                named.extend(Manifest::read(&folder, number)?.tree.files().map(|(_, file)| file.hash));
            }
        }
        collected.attempts.sort();
        (collected.contents, collected.bytes) = self.objects.sweep(&named)?;
        Ok(collected)
    }

    fn attempt_folder(&self, attempt: &str) -> Result<PathBuf, Error> {
        if is_name(attempt) {
            Ok(self.folder.join(ATTEMPTS).join(attempt))
        } else {
            Err(Error::NotAName(attempt.to_owned()))
        }
    }

    fn lock(&self, hold: Hold) -> Result<File, Error> {
        disk::make_folder(&self.folder)?;
        let file = lock_file(&self.folder)?;
        match hold {
            Hold::Shared => file.lock_shared(),
            Hold::Alone => file.lock(),
        }
        .map_err(Error::write(&self.folder))?;
        Ok(file)
    }
}

/// Contents are added by many at once and removed by one alone.
#[derive(Debug, Clone, Copy)]
enum Hold {
    Shared,
    Alone,
}

fn lock_file(folder: &Path) -> Result<File, Error> {
    let path = folder.join(LOCK);
    File::options().create(true).truncate(false).write(true).open(&path).map_err(Error::write(&path))
}

impl Checkpoints {
    /// The numbers of its checkpoints, oldest first.
    pub fn numbers(&self) -> Result<Vec<u32>, Error> {
        manifest::numbers(&self.folder)
    }

    /// How the last checkpoint differs from the first.
    pub fn so_far(&self) -> Result<Vec<Change>, Error> {
        let numbers = self.numbers()?;
        let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else { return Ok(vec![]) };
        let (first, last) = (Manifest::read(&self.folder, *first)?, Manifest::read(&self.folder, *last)?);
        Ok(differences(&first.tree, &last.tree))
    }

    /// Takes a checkpoint of `folder`, if anything changed since the last. Files known by their stamp
    /// are not read again. A restore that a crash interrupted is brought to its end first.
    pub fn take(&self, folder: &Path) -> Result<Taken, Error> {
        self.take_with(folder, &mut Pulse::steady())
    }

    fn take_with(&self, folder: &Path, pulse: &mut Pulse) -> Result<Taken, Error> {
        self.finish_restore(folder, pulse)?;
        let _steady = self.store.lock(Hold::Shared)?;
        let last = match self.numbers()?.last() {
            Some(number) => Some(Manifest::read(&self.folder, *number)?),
            None => None,
        };
        let nothing = Tree::default();
        let earlier = last.as_ref().map_or(&nothing, |manifest| &manifest.tree);
        let batch = Batch::into(&self.store.objects)?;
        let tree = Tree::with(
            folder,
            earlier,
            &|unknown_bytes| prove_room(&self.store.folder, unknown_bytes),
            &|file, path| Ok(batch.add(file, path)?.0),
        )?;
        pulse.beat()?;
        batch.finish()?;
        pulse.beat()?;
        if let Some(last) = &last
            && last.tree.is_same(&tree)
        {
            // What was too fresh to be known again may be by now.
            if last.tree != tree {
                Manifest { number: last.number, tree }.write(&self.folder)?;
            }
            return Ok(Taken::Unchanged(last.number));
        }
        let changes = if last.is_some() { differences(earlier, &tree) } else { vec![] };
        let number = last.as_ref().map_or(1, |last| last.number.saturating_add(1));
        let manifest = Manifest { number, tree };
        manifest.write(&self.folder)?;
        Ok(Taken::New(manifest.checkpoint(changes)))
    }

    /// Makes `folder` what it was at checkpoint `number`, once what is there now has a checkpoint too.
    /// Nobody may work in it meanwhile. After a crash at any point, the next checkpoint brings it to its
    /// end.
    pub fn restore(&self, number: u32, folder: &Path) -> Result<Restored, Error> {
        self.restore_with(number, folder, &mut Pulse::steady())
    }
}

/// Says `None` for what is not there.
fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match fs::read(path) {
        Ok(content) => Ok(Some(content)),
        Err(none) if none.kind() == ErrorKind::NotFound => Ok(None),
        Err(source) => Err(Error::Read { path: path.to_owned(), source }),
    }
}
