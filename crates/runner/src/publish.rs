//! Publishing: the only place that changes the person's folder. File by file, compare-and-swap by
//! hash; all are proved first and one conflict publishes none. The old file is moved aside in its
//! own folder and proved again; its content is in the object store before anything moves.
//!
//! A journal is written before the first move. After a crash at any point [`recover`] leaves
//! either all new files (the journal says *done*) or all old ones.

mod apply;
mod journal;
pub(crate) mod path;
mod pulse;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use crate::disk;
use crate::error::{Conflict, ConflictReason, Error};
use crate::objects::{Hash, Objects};
use journal::{Change, Direction, Entry, Phase};
pub(crate) use pulse::Pulse;

/// One file to be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// Relative to the workspace, with `/`.
    pub path: String,
    /// The new content, in the object store.
    pub new: Hash,
    /// What the file was when the work began; `None`: there was none.
    pub expected_before: Option<Hash>,
}

/// What was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    pub id: String,
    pub workspace: PathBuf,
    pub files: Vec<PublishedFile>,
}

/// One published file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedFile {
    pub path: String,
    pub new: Hash,
    /// The content before, in the object store; `None`: there was no file.
    pub before: Option<Hash>,
}

/// What was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenBack {
    pub id: String,
    /// These are as they were before.
    pub restored: Vec<String>,
    /// These changed since the acceptance and were not touched.
    pub kept: Vec<Conflict>,
}

/// What a start after a crash found in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recovered {
    /// Published whole; to be recorded, then [`acknowledge`]d.
    pub published: Vec<Published>,
    /// Taken back whole; to be recorded, then [`acknowledge`]d.
    pub taken_back: Vec<TakenBack>,
    /// Undone: the files are as they were. Nothing of them is in the journal any more.
    pub rolled_back: Vec<String>,
    /// Could not be brought to an end now (a folder that is away); tried again next time.
    pub left: Vec<String>,
}

/// What publishing works with.
#[derive(Debug, Clone, Copy)]
pub struct Places<'a> {
    /// The person's folder.
    pub workspace: &'a Path,
    pub objects: &'a Objects,
    /// A folder of the program's own, on any disk.
    pub journal: &'a Path,
}

/// Publishes all of `publications`, or none, under an `id` of letters, digits, `-`, `_` and `.`,
/// at most 120 of them. The journal keeps the result until it is
/// [`acknowledge`]d, so that a crash before it is recorded loses nothing.
pub fn publish(places: Places<'_>, id: &str, publications: &[Publication]) -> Result<Published, Error> {
    publish_with(places, id, publications, &mut Pulse::steady())
}

pub(crate) fn publish_with(
    places: Places<'_>,
    id: &str,
    publications: &[Publication],
    pulse: &mut Pulse,
) -> Result<Published, Error> {
    let entry = entry_of(places.workspace, id, publications)?;
    let _lock = journal::lock(places.journal)?;
    journal::prove_new(places.journal, id)?;
    let conflicts = apply::conflicts(&entry)?;
    if !conflicts.is_empty() {
        return Err(Error::Conflict { conflicts });
    }
    apply::apply(&entry, places.objects, places.journal, pulse)?;
    Ok(entry.published())
}

/// Proves that these paths may be published at all, before anything is kept under them.
pub fn prove(paths: &[&str]) -> Result<(), Error> {
    path::prove(paths)
}

/// Whether [`publish`] would go through now: the conflicts, none of them if it would.
pub fn conflicts(workspace: &Path, publications: &[Publication]) -> Result<Vec<Conflict>, Error> {
    apply::conflicts(&entry_of(workspace, "asked", publications)?)
}

/// What is to be published, as the journal keeps it; the paths are proved.
fn entry_of(workspace: &Path, id: &str, publications: &[Publication]) -> Result<Entry, Error> {
    let paths: Vec<&str> = publications.iter().map(|publication| publication.path.as_str()).collect();
    path::prove(&paths)?;
    let changes = publications.iter().map(|publication| Change {
        path: publication.path.clone(),
        from: publication.expected_before,
        to: Some(publication.new),
    });
    Entry::new(Direction::Publish, id, workspace, changes.collect())
}

/// Takes published files back: each becomes what it was before, unless it changed since then;
/// those are named and not touched. `id` is new, not that of the publication.
pub fn take_back(places: Places<'_>, id: &str, files: &[PublishedFile]) -> Result<TakenBack, Error> {
    take_back_with(places, id, files, &mut Pulse::steady())
}

pub(crate) fn take_back_with(
    places: Places<'_>,
    id: &str,
    files: &[PublishedFile],
    pulse: &mut Pulse,
) -> Result<TakenBack, Error> {
    let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    path::prove(&paths)?;
    let change =
        |file: &PublishedFile| Change { path: file.path.clone(), from: Some(file.new), to: file.before };
    let mut entry =
        Entry::new(Direction::TakeBack, id, places.workspace, files.iter().map(change).collect())?;
    let _lock = journal::lock(places.journal)?;
    journal::prove_new(places.journal, id)?;
    entry.kept = apply::conflicts(&entry)?;
    let kept = std::mem::take(&mut entry.kept);
    entry.changes.retain(|change| kept.iter().all(|conflict| conflict.path != change.path));
    entry.kept = kept;
    apply::apply(&entry, places.objects, places.journal, pulse)?;
    Ok(entry.taken_back())
}

/// Says that the result is recorded: the journal forgets it.
pub fn acknowledge(journal: &Path, id: &str) -> Result<(), Error> {
    let _lock = journal::lock(journal)?;
    journal::remove(journal, id)
}

/// Brings every publication a crash interrupted to an end. Every file of the person is whole
/// afterwards: the old one or the new one. Doing it twice changes nothing.
pub fn recover(journal: &Path, objects: &Objects) -> Result<Recovered, Error> {
    recover_with(journal, objects, &mut Pulse::steady())
}

pub(crate) fn recover_with(journal: &Path, objects: &Objects, pulse: &mut Pulse) -> Result<Recovered, Error> {
    let mut recovered = Recovered::default();
    if !journal.is_dir() {
        return Ok(recovered);
    }
    let _lock = journal::lock(journal)?;
    let (entries, unreadable) = journal::entries(journal)?;
    recovered.left = unreadable;
    for entry in entries {
        match entry.phase {
            Phase::Done => {
                // Left-overs of the old files may still lie beside the new ones.
                if apply::clear(&entry, objects, pulse).is_err() {
                    pulse.alive()?;
                }
                match entry.direction {
                    Direction::Publish => recovered.published.push(entry.published()),
                    Direction::TakeBack => recovered.taken_back.push(entry.taken_back()),
                }
            }
            Phase::Intent if apply::roll_back(&entry, objects, pulse).is_ok() => {
                pulse.beat()?;
                journal::remove(journal, &entry.id)?;
                recovered.rolled_back.push(entry.id);
            }
            Phase::Intent => {
                pulse.alive()?;
                recovered.left.push(entry.id);
            }
        }
    }
    disk::sync_folder(journal)?;
    Ok(recovered)
}

impl Entry {
    fn published(&self) -> Published {
        let file = |change: &Change| {
            Some(PublishedFile { path: change.path.clone(), new: change.to?, before: change.from })
        };
        Published {
            id: self.id.clone(),
            workspace: self.workspace.clone(),
            files: self.changes.iter().filter_map(file).collect(),
        }
    }

    fn taken_back(&self) -> TakenBack {
        TakenBack {
            id: self.id.clone(),
            restored: self.changes.iter().map(|change| change.path.clone()).collect(),
            kept: self.kept.clone(),
        }
    }
}

impl Conflict {
    fn of(path: &str, reason: ConflictReason) -> Self {
        Self { path: path.to_owned(), reason }
    }
}
