//! The journal: one small file per publication, written whole before anything moves and again
//! when all is done. What it says decides between old and new after a crash.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::disk;
use crate::error::{Conflict, ConflictReason, Error};
use crate::objects::Hash;

/// Two ids in a row and a little more.
const LONGEST_ID: usize = 120;

/// Which way files change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Direction {
    Publish,
    TakeBack,
}

/// How far it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Phase {
    /// Something may have moved; all of it is undone after a crash.
    Intent,
    /// All new files are in place; nothing is undone any more.
    Done,
}

/// One file that changes; `None` is no file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Change {
    pub(super) path: String,
    pub(super) from: Option<Hash>,
    pub(super) to: Option<Hash>,
}

/// One publication in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) direction: Direction,
    pub(super) phase: Phase,
    pub(super) workspace: PathBuf,
    pub(super) changes: Vec<Change>,
    /// Files a taking back does not touch.
    #[serde(with = "kept")]
    pub(super) kept: Vec<Conflict>,
    /// Folders that are not there before; empty again, they go when it is undone.
    pub(super) new_folders: Vec<PathBuf>,
}

impl Entry {
    /// An entry that has not begun. The workspace itself may be reached by a link.
    pub(super) fn new(
        direction: Direction,
        id: &str,
        workspace: &Path,
        changes: Vec<Change>,
    ) -> Result<Self, Error> {
        // It becomes the name of a file in the journal and part of names in the person's folder.
        let is_plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.');
        if id.is_empty() || id.len() > LONGEST_ID || id.starts_with('.') || !id.bytes().all(is_plain) {
            return Err(Error::NotAPublication(id.to_owned()));
        }
        let workspace = fs::canonicalize(workspace).map_err(Error::read(workspace))?;
        Ok(Self {
            id: id.to_owned(),
            direction,
            phase: Phase::Intent,
            workspace,
            changes,
            kept: vec![],
            new_folders: vec![],
        })
    }

    pub(super) fn write(&self, journal: &Path) -> Result<(), Error> {
        let path = file(journal, &self.id);
        let text = serde_json::to_vec_pretty(self)
            .map_err(|source| Error::Journal { path: path.clone(), source })?;
        disk::write_whole(&path, &text)
    }
}

fn file(journal: &Path, id: &str) -> PathBuf {
    journal.join(format!("{id}.json"))
}

/// Only one process publishes or recovers at a time; held while the file lives.
pub(super) fn lock(journal: &Path) -> Result<File, Error> {
    disk::make_folder(journal)?;
    let path = journal.join("lock");
    let file = File::options().create(true).truncate(false).write(true).open(&path);
    let file = file.map_err(Error::write(&path))?;
    file.lock().map_err(Error::write(&path))?;
    Ok(file)
}

/// Proves that no publication of this name waits to be recorded.
pub(super) fn prove_new(journal: &Path, id: &str) -> Result<(), Error> {
    if file(journal, id).exists() { Err(Error::AlreadyInJournal(id.to_owned())) } else { Ok(()) }
}

/// What the journal holds, in order of names: entries, and the names of those nobody can read.
pub(super) fn entries(journal: &Path) -> Result<(Vec<Entry>, Vec<String>), Error> {
    let mut paths = vec![];
    for found in fs::read_dir(journal).map_err(Error::read(journal))? {
        let path = found.map_err(Error::read(journal))?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            paths.push(path);
        }
    }
    paths.sort();
    let (mut entries, mut unreadable) = (vec![], vec![]);
    for path in paths {
        let text = fs::read(&path).map_err(Error::read(&path))?;
        match serde_json::from_slice(&text) {
            Ok(entry) => entries.push(entry),
            // Of a newer program, or damaged: left for whoever can read it.
            Err(_) => unreadable.extend(path.file_stem().map(|id| id.to_string_lossy().into_owned())),
        }
    }
    Ok((entries, unreadable))
}

/// Forgets one entry; forgetting twice is no fault.
pub(super) fn remove(journal: &Path, id: &str) -> Result<(), Error> {
    let path = file(journal, id);
    match fs::remove_file(&path) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => Err(Error::Write { path, source }),
        Ok(()) | Err(_) => disk::sync_folder(journal),
    }
}

/// Conflicts as pairs of path and code.
mod kept {
    use serde::{Deserializer, Serializer, de::Error as _, ser::SerializeSeq};

    use super::{Conflict, ConflictReason, Deserialize};

    pub(super) fn serialize<S: Serializer>(kept: &[Conflict], to: S) -> Result<S::Ok, S::Error> {
        let mut list = to.serialize_seq(Some(kept.len()))?;
        for conflict in kept {
            list.serialize_element(&(&conflict.path, conflict.reason.code()))?;
        }
        list.end()
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Conflict>, D::Error> {
        let pairs = Vec::<(String, String)>::deserialize(from)?;
        let one = |(path, code): (String, String)| {
            let all = [ConflictReason::Exists, ConflictReason::Gone, ConflictReason::Changed];
            let reason = all.into_iter().find(|reason| reason.code() == code);
            reason.map(|reason| Conflict { path, reason }).ok_or_else(|| D::Error::custom("unknown reason"))
        };
        pairs.into_iter().map(one).collect()
    }
}
