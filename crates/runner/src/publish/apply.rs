//! Carries a journal entry out, or undoes it. Beside each file there may lie, for a moment, a
//! `.new` with the coming content and an `.old` with the former; their names come from the entry,
//! so that whoever finds the entry finds them.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::journal::{Change, Entry, Phase};
use super::path::{self, OWN};
use super::{Conflict, Pulse};
use crate::disk;
use crate::error::{ConflictReason, Error};
use crate::objects::{Hash, Objects};

/// The files that are not what the entry expects.
pub(super) fn conflicts(entry: &Entry) -> Result<Vec<Conflict>, Error> {
    let mut conflicts = vec![];
    for change in &entry.changes {
        let found = hash_at(&path::place(&entry.workspace, &change.path)?)?;
        if let Some(reason) = difference(change.from, found) {
            conflicts.push(Conflict::of(&change.path, reason));
        }
    }
    Ok(conflicts)
}

fn difference(expected: Option<Hash>, found: Option<Hash>) -> Option<ConflictReason> {
    match (expected, found) {
        (None, Some(_)) => Some(ConflictReason::Exists),
        (Some(_), None) => Some(ConflictReason::Gone),
        (Some(expected), Some(found)) if expected != found => Some(ConflictReason::Changed),
        (None, None) | (Some(_), Some(_)) => None,
    }
}

/// The hash of the file at `place`; `None` when there is none.
fn hash_at(place: &Path) -> Result<Option<Hash>, Error> {
    match fs::read(place) {
        Ok(content) => Ok(Some(Hash::of(&content))),
        Err(missing) if missing.kind() == ErrorKind::NotFound => Ok(None),
        Err(source) => Err(Error::Read { path: place.to_owned(), source }),
    }
}

/// The places one change touches.
struct Spots {
    target: PathBuf,
    folder: PathBuf,
    new: PathBuf,
    old: PathBuf,
}

fn spots(entry: &Entry, number: usize, change: &Change) -> Result<Spots, Error> {
    let target = path::place(&entry.workspace, &change.path)?;
    let folder = target.parent().unwrap_or(&entry.workspace).to_owned();
    let beside = |end: &str| folder.join(format!("{OWN}{}-{number}.{end}", entry.id));
    Ok(Spots { new: beside("new"), old: beside("old"), target, folder })
}

/// Carries `entry` out. A conflict or fault on the way undoes what was done.
pub(super) fn apply(
    entry: &Entry,
    objects: &Objects,
    journal: &Path,
    pulse: &mut Pulse,
) -> Result<(), Error> {
    let mut entry = entry.clone();
    entry.new_folders = new_folders(&entry)?;
    for change in &entry.changes {
        // Both contents are safe and sound before the first move.
        if let Some(to) = change.to {
            objects.get(&to)?;
        }
        if change.from.is_some() {
            let target = path::place(&entry.workspace, &change.path)?;
            pulse.beat()?;
            objects.put(&fs::read(&target).map_err(Error::read(&target))?)?;
        }
    }
    pulse.beat()?;
    entry.write(journal)?;
    match forward(&entry, objects, pulse).and_then(|()| {
        pulse.beat()?;
        Entry { phase: Phase::Done, ..entry.clone() }.write(journal)
    }) {
        // The person has the new files; what lies beside them goes now or at the next start.
        Ok(()) => {
            let cleared = clear(&entry, objects, pulse);
            if cleared.is_err() { pulse.alive() } else { Ok(()) }
        }
        Err(fault) => {
            let undone = roll_back(&entry, objects, pulse).and_then(|()| {
                pulse.beat()?;
                super::journal::remove(journal, &entry.id)
            });
            match undone {
                Ok(()) => Err(fault),
                Err(source) => Err(Error::HalfWay { id: entry.id, source: Box::new(source) }),
            }
        }
    }
}

/// Folders above the targets that are not there yet, outermost first.
fn new_folders(entry: &Entry) -> Result<Vec<PathBuf>, Error> {
    let mut folders = vec![];
    for change in &entry.changes {
        let target = path::place(&entry.workspace, &change.path)?;
        let above = target.ancestors().skip(1).take_while(|folder| *folder != entry.workspace);
        folders.extend(above.filter(|folder| !folder.exists()).map(Path::to_owned));
    }
    folders.sort();
    folders.dedup();
    Ok(folders)
}

fn forward(entry: &Entry, objects: &Objects, pulse: &mut Pulse) -> Result<(), Error> {
    for folder in &entry.new_folders {
        pulse.beat()?;
        disk::make_folder(folder)?;
        disk::sync_folder(folder.parent().unwrap_or(folder))?;
    }
    for (number, change) in entry.changes.iter().enumerate() {
        if let Some(to) = change.to {
            let spots = spots(entry, number, change)?;
            write_new(&spots, &objects.get(&to)?, pulse)?;
        }
    }
    for (number, change) in entry.changes.iter().enumerate() {
        let spots = spots(entry, number, change)?;
        if let Some(from) = change.from {
            pulse.beat()?;
            match fs::rename(&spots.target, &spots.old) {
                Ok(()) => {}
                Err(gone) if gone.kind() == ErrorKind::NotFound => {
                    return Err(conflict(change, ConflictReason::Gone));
                }
                Err(source) => return Err(Error::Write { path: spots.target, source }),
            }
            // Somebody may have written between the first proof and the move.
            if hash_at(&spots.old)? != Some(from) {
                return Err(conflict(change, ConflictReason::Changed));
            }
        }
        if change.to.is_some() {
            pulse.beat()?;
            place_new(&spots, change)?;
            pulse.beat()?;
            remove(&spots.new)?;
        }
        disk::sync_folder(&spots.folder)?;
    }
    Ok(())
}

fn conflict(change: &Change, reason: ConflictReason) -> Error {
    Error::Conflict { conflicts: vec![Conflict::of(&change.path, reason)] }
}

/// Writes the coming content beside the target, with the target's mode.
fn write_new(spots: &Spots, content: &[u8], pulse: &mut Pulse) -> Result<(), Error> {
    let (first, rest) = content.split_at(content.len() / 2);
    pulse.beat()?;
    let mut file = File::create_new(&spots.new).map_err(Error::write(&spots.new))?;
    file.write_all(first).map_err(Error::write(&spots.new))?;
    pulse.beat()?;
    file.write_all(rest).map_err(Error::write(&spots.new))?;
    if let Ok(old) = fs::metadata(&spots.target) {
        file.set_permissions(old.permissions()).map_err(Error::write(&spots.new))?;
    }
    file.sync_all().map_err(Error::write(&spots.new))
}

/// Gives the coming content the target's name, never over a file that appeared meanwhile.
fn place_new(spots: &Spots, change: &Change) -> Result<(), Error> {
    match fs::hard_link(&spots.new, &spots.target) {
        Ok(()) => Ok(()),
        Err(there) if there.kind() == ErrorKind::AlreadyExists => {
            Err(conflict(change, ConflictReason::Exists))
        }
        // A file system without hard links: look, then move.
        Err(_) if fs::symlink_metadata(&spots.target).is_err() => {
            fs::rename(&spots.new, &spots.target).map_err(Error::write(&spots.target))
        }
        Err(_) => Err(conflict(change, ConflictReason::Exists)),
    }
}

fn remove(place: &Path) -> Result<(), Error> {
    match fs::remove_file(place) {
        Err(source) if source.kind() != ErrorKind::NotFound => {
            Err(Error::Write { path: place.to_owned(), source })
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Undoes an entry that is not done: every target is what it was. Whoever wrote a target
/// meanwhile keeps it.
pub(super) fn roll_back(entry: &Entry, objects: &Objects, pulse: &mut Pulse) -> Result<(), Error> {
    // On a disk that is away now nothing is undone by finding nothing.
    fs::read_dir(&entry.workspace).map_err(Error::read(&entry.workspace))?;
    for (number, change) in entry.changes.iter().enumerate().rev() {
        let spots = spots(entry, number, change)?;
        if !spots.folder.is_dir() {
            continue;
        }
        let found = hash_at(&spots.target)?;
        let is_ours = found.is_some() && found == change.to;
        if spots.old.exists() {
            if is_ours {
                // One move over our own file: the target is never missing again.
                pulse.beat()?;
                fs::rename(&spots.old, &spots.target).map_err(Error::write(&spots.target))?;
            } else if found.is_none() {
                pulse.beat()?;
                put_back(&spots, objects, pulse)?;
            } else {
                set_aside(&spots.old, objects, pulse)?;
            }
        } else if is_ours && change.from.is_none() {
            pulse.beat()?;
            remove(&spots.target)?;
        }
        pulse.beat()?;
        remove(&spots.new)?;
        disk::sync_folder(&spots.folder)?;
    }
    for folder in entry.new_folders.iter().rev() {
        pulse.beat()?;
        // Something else may be in it by now; then it stays.
        let _ = fs::remove_dir(folder);
    }
    Ok(())
}

/// Gives the former file its name again, never over a file that appeared meanwhile.
fn put_back(spots: &Spots, objects: &Objects, pulse: &mut Pulse) -> Result<(), Error> {
    match fs::hard_link(&spots.old, &spots.target) {
        Ok(()) => {
            pulse.beat()?;
            remove(&spots.old)
        }
        Err(there) if there.kind() == ErrorKind::AlreadyExists => set_aside(&spots.old, objects, pulse),
        // A file system without hard links.
        Err(_) => fs::rename(&spots.old, &spots.target).map_err(Error::write(&spots.target)),
    }
}

/// Removes what lies beside the files of a finished entry.
pub(super) fn clear(entry: &Entry, objects: &Objects, pulse: &mut Pulse) -> Result<(), Error> {
    for (number, change) in entry.changes.iter().enumerate() {
        let spots = spots(entry, number, change)?;
        pulse.beat()?;
        remove(&spots.new)?;
        set_aside(&spots.old, objects, pulse)?;
        if spots.folder.is_dir() {
            disk::sync_folder(&spots.folder)?;
        }
    }
    Ok(())
}

/// Removes a former file once its content is in the store.
fn set_aside(old: &Path, objects: &Objects, pulse: &mut Pulse) -> Result<(), Error> {
    match fs::read(old) {
        Ok(content) => {
            objects.put(&content)?;
            pulse.beat()?;
            remove(old)
        }
        Err(missing) if missing.kind() == ErrorKind::NotFound => Ok(()),
        Err(source) => Err(Error::Read { path: old.to_owned(), source }),
    }
}
