//! Makes a staging folder what a checkpoint says. A journal is written before the first change; what
//! it says is done again after a crash until it is done. All paths are opened below the folder, so
//! that no link leads out of it.

use std::io::ErrorKind;
use std::path::Path;

use cap_std::fs::{Dir, OpenOptions};
use serde::{Deserialize, Serialize};

use super::manifest::Manifest;
use super::{Checkpoints, Hold, Pulse, Restored, differences, read_if_there};
use crate::disk;
use crate::error::Error;
use crate::objects::Objects;
use crate::staging::tree::{self, FileNode, Node, Tree};
use crate::staging::walk::OWN;

const JOURNAL: &str = "restore.json";

/// A restore that has begun.
#[derive(Debug, Serialize, Deserialize)]
struct Intent {
    number: u32,
}

fn read_intent(folder: &Path) -> Result<Option<Intent>, Error> {
    let journal = folder.join(JOURNAL);
    let Some(text) = read_if_there(&journal)? else { return Ok(None) };
    serde_json::from_slice(&text).map(Some).map_err(|source| Error::Journal { path: journal, source })
}

impl Checkpoints {
    pub(super) fn restore_with(
        &self,
        number: u32,
        folder: &Path,
        pulse: &mut Pulse,
    ) -> Result<Restored, Error> {
        let target = Manifest::read(&self.folder, number)?.tree;
        let safety = self.take_with(folder, pulse)?.number();
        let now = Manifest::read(&self.folder, safety)?.tree;
        self.prove(&target, &now)?;
        let intent = Intent { number };
        pulse.beat()?;
        let journal = self.folder.join(JOURNAL);
        let text =
            serde_json::to_vec(&intent).map_err(|source| Error::Journal { path: journal.clone(), source })?;
        disk::write_whole(&journal, &text)?;
        self.carry_out(&target, &now, folder, pulse)?;
        self.forget(&target, &now, folder, pulse)?;
        Ok(Restored { safety, changes: differences(&now, &target) })
    }

    /// Brings an interrupted restore to its end; says whether there was one.
    pub(super) fn finish_restore(&self, folder: &Path, pulse: &mut Pulse) -> Result<bool, Error> {
        let Some(intent) = read_intent(&self.folder)? else { return Ok(false) };
        let target = Manifest::read(&self.folder, intent.number)?.tree;
        // Nothing is believed about a folder that was left half-way.
        let now = Tree::of(folder)?;
        self.carry_out(&target, &now, folder, pulse)?;
        self.forget(&target, &now, folder, pulse)?;
        Ok(true)
    }

    /// Everything that will be written is there and sound before anything goes.
    pub(super) fn prove(&self, target: &Tree, now: &Tree) -> Result<(), Error> {
        for (path, file) in target.files() {
            if now.file(path).map(|now| now.hash) != Some(file.hash) {
                self.store.objects.write_to(&file.hash, &mut std::io::sink())?;
            }
        }
        Ok(())
    }

    /// Makes `folder`, which is `now`, the target.
    pub(super) fn carry_out(
        &self,
        target: &Tree,
        now: &Tree,
        folder: &Path,
        pulse: &mut Pulse,
    ) -> Result<(), Error> {
        let _steady = self.store.lock(Hold::Shared)?;
        let place = Place { root: tree::open(folder)?, folder, objects: &self.store.objects };
        place.remove_what_is_too_much(target, now, pulse)?;
        for (path, node) in target.nodes() {
            place.put(path, node, now.node(path), pulse)?;
        }
        Ok(())
    }

    /// It is done: the disk has it before the journal forgets it.
    fn forget(&self, target: &Tree, now: &Tree, folder: &Path, pulse: &mut Pulse) -> Result<(), Error> {
        sync(target, now, folder)?;
        pulse.beat()?;
        let journal = self.folder.join(JOURNAL);
        std::fs::remove_file(&journal).map_err(Error::write(&journal))?;
        disk::sync_folder(&self.folder)
    }
}

/// Where it is restored.
struct Place<'a> {
    root: Dir,
    folder: &'a Path,
    objects: &'a Objects,
}

impl Place<'_> {
    /// Removes what the target has not, or has as something else; what is in a folder goes before it.
    fn remove_what_is_too_much(&self, target: &Tree, now: &Tree, pulse: &mut Pulse) -> Result<(), Error> {
        for (path, node) in now.nodes().rev() {
            let stays = matches!(
                (node, target.node(path)),
                (Node::Folder, Some(Node::Folder)) | (Node::File(_), Some(Node::File(_)))
            );
            if stays || target.node(path) == Some(node) {
                continue;
            }
            pulse.beat()?;
            let removed = match node {
                Node::Folder => self.root.remove_dir(path),
                Node::File(_) | Node::Link { .. } => self.root.remove_file(path),
            };
            match removed {
                Ok(()) => {}
                Err(gone) if gone.kind() == ErrorKind::NotFound => {}
                // What no checkpoint holds (version control, caches) is still in it.
                Err(full) if full.kind() == ErrorKind::DirectoryNotEmpty => {}
                Err(source) => return Err(self.failed(path, source)),
            }
        }
        Ok(())
    }

    /// Puts one node of the target in its place, unless it stands there.
    fn put(&self, path: &str, node: &Node, now: Option<&Node>, pulse: &mut Pulse) -> Result<(), Error> {
        let failed = |source| self.failed(path, source);
        match (node, now) {
            (Node::Folder, Some(Node::Folder)) => {}
            (Node::Folder, _) => {
                if !self.root.symlink_metadata(path).is_ok_and(|found| found.is_dir()) {
                    pulse.beat()?;
                    self.clear(path)?;
                    self.root.create_dir(path).map_err(failed)?;
                }
            }
            (Node::Link { .. }, Some(now)) if node == now => {}
            (Node::Link { to }, _) => {
                pulse.beat()?;
                self.clear(path)?;
                link(&self.root, to, path).map_err(failed)?;
            }
            (Node::File(file), Some(Node::File(now)))
                if file.hash == now.hash && file.executable == now.executable => {}
            (Node::File(file), _) => self.write(path, file, pulse)?,
        }
        Ok(())
    }

    /// Writes a file beside its place and moves it there.
    fn write(&self, path: &str, file: &FileNode, pulse: &mut Pulse) -> Result<(), Error> {
        let failed = |source| self.failed(path, source);
        let beside = match path.rsplit_once('/') {
            Some((folder, _)) => format!("{folder}/{OWN}restore"),
            None => format!("{OWN}restore"),
        };
        pulse.beat()?;
        // What an earlier try left, or an agent put there.
        self.clear(&beside)?;
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        set_mode(&mut options, file.executable);
        let mut written = self.root.open_with(&beside, &options).map_err(failed)?;
        pulse.beat()?;
        self.objects.write_to(&file.hash, &mut written)?;
        drop(written);
        if self.root.symlink_metadata(path).is_ok_and(|found| found.is_dir()) {
            pulse.beat()?;
            self.clear(path)?;
        }
        pulse.beat()?;
        self.root.rename(&beside, &self.root, path).map_err(failed)
    }

    /// Removes whatever is at `path`, all of it, and nothing a link leads to.
    fn clear(&self, path: &str) -> Result<(), Error> {
        let removed = match self.root.symlink_metadata(path) {
            Ok(found) if found.is_dir() => self.root.remove_dir_all(path),
            Ok(_) => self.root.remove_file(path),
            Err(gone) if gone.kind() == ErrorKind::NotFound => Ok(()),
            Err(source) => Err(source),
        };
        removed.map_err(|source| self.failed(path, source))
    }

    fn failed(&self, path: &str, source: std::io::Error) -> Error {
        Error::write(&self.folder.join(path))(source)
    }
}

/// Brings what was written to the disk.
#[cfg(target_os = "linux")]
fn sync(_target: &Tree, _now: &Tree, folder: &Path) -> Result<(), Error> {
    let open = std::fs::File::open(folder).map_err(Error::read(folder))?;
    rustix::fs::syncfs(open).map_err(|failed| Error::write(folder)(failed.into()))
}

#[cfg(not(target_os = "linux"))]
fn sync(target: &Tree, now: &Tree, folder: &Path) -> Result<(), Error> {
    let root = tree::open(folder)?;
    for change in differences(now, target) {
        if change.now.is_some() {
            let mut options = OpenOptions::new();
            options.write(true);
            let file = root.open_with(&change.path, &options);
            let synced = file.and_then(|file| file.sync_all());
            synced.map_err(Error::write(&folder.join(&change.path)))?;
        }
    }
    disk::sync_folder(folder)
}

#[cfg(unix)]
fn set_mode(options: &mut OpenOptions, executable: bool) {
    cap_std::fs::OpenOptionsExt::mode(options, if executable { 0o700 } else { 0o600 });
}

#[cfg(not(unix))]
fn set_mode(_options: &mut OpenOptions, _executable: bool) {}

/// Puts a link back as it was; where it leads is not looked at.
#[cfg(unix)]
fn link(root: &Dir, to: &str, path: &str) -> std::io::Result<()> {
    root.symlink_contents(to, path)
}

/// Links need a privilege there; one that went stays away, and is listed.
#[cfg(not(unix))]
fn link(_root: &Dir, _to: &str, _path: &str) -> std::io::Result<()> {
    Ok(())
}
