//! All staging folders: begun and removed. Each has a lock that is held while it is in use, by any
//! process.

use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use super::{Limits, Source, Staging, Survey, copy};
use crate::disk;
use crate::error::Error;

/// Where the files are, within the folder of one attempt.
const FILES: &str = "files";
const LOCK: &str = "lock";
const LONGEST_NAME: usize = 120;
/// How often a lock is looked at before somebody has it, and how long between.
const LOOKS: u32 = 10;
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);

/// A folder of staging folders, each named after its attempt.
#[derive(Debug, Clone)]
pub struct Stagings {
    root: PathBuf,
    /// Folders that no copy holds.
    ours: Vec<PathBuf>,
    limits: Limits,
}

impl Stagings {
    /// Staging folders in `root`, which lies in `ours`, the program's own folder: should a workspace
    /// hold that, it is left out.
    pub fn in_folder(root: impl Into<PathBuf>, ours: impl Into<PathBuf>, limits: Limits) -> Self {
        let root = root.into();
        Self { ours: vec![ours.into(), root.clone()], root, limits }
    }

    /// Counts what would be copied; nothing is. [`Survey::prove`] says whether it may be.
    pub fn survey(&self, source: &Source) -> Result<Survey, Error> {
        disk::make_folder(&self.root)?;
        Survey::of(source, &self.root, &self.ours, self.limits)
    }

    /// Copies what was counted. Blocks for as long as that takes; [`Error::Stopped`] when `stop` is
    /// cancelled. Nothing is left of a copy that fails.
    pub fn begin(&self, name: &str, survey: &Survey, stop: &CancellationToken) -> Result<Staging, Error> {
        survey.prove()?;
        let folder = self.folder(name)?;
        disk::make_folder(&self.root)?;
        if let Err(source) = fs::create_dir(&folder)
            && source.kind() != ErrorKind::AlreadyExists
        {
            return Err(Error::write(&folder)(source));
        }
        let lock = lock_file(&folder)?;
        if lock.try_lock().is_err() {
            return Err(Error::AlreadyStaged(name.to_owned()));
        }
        let files = folder.join(FILES);
        // What a crash left of an earlier copy.
        remove_tree(&files)?;
        let copied = disk::make_folder(&files)
            .and_then(|()| private(&folder))
            .and_then(|()| copy::copy(survey, &files, stop));
        match copied {
            Ok(start) => Ok(Staging { folder: files, start, _lock: Arc::new(lock) }),
            Err(fault) => {
                drop(lock);
                // What cannot be removed now is removed with the next that are no longer needed.
                let _ = remove_tree(&folder);
                Err(fault)
            }
        }
    }

    /// Removes one that is no longer needed; [`Error::InUse`] while anybody has it open.
    pub fn remove(&self, name: &str) -> Result<(), Error> {
        let folder = self.folder(name)?;
        if !folder.exists() {
            return Ok(());
        }
        let lock = lock_file(&folder)?;
        let mut looks = 1;
        loop {
            match lock.try_lock() {
                Ok(()) => break,
                // A program that another thread is just starting has our open files until it has begun.
                Err(TryLockError::WouldBlock) if looks < LOOKS => thread::sleep(BETWEEN_LOOKS),
                Err(TryLockError::WouldBlock) => return Err(Error::InUse(name.to_owned())),
                Err(TryLockError::Error(source)) => return Err(Error::Write { path: folder, source }),
            }
            looks += 1;
        }
        // A crash leaves what the next removal finds.
        remove_tree(&folder.join(FILES))?;
        drop(lock);
        remove_tree(&folder)
    }

    /// The names of all, in order.
    pub fn names(&self) -> Result<Vec<String>, Error> {
        let found = match fs::read_dir(&self.root) {
            Ok(found) => found,
            Err(none) if none.kind() == ErrorKind::NotFound => return Ok(vec![]),
            Err(source) => return Err(Error::Read { path: self.root.clone(), source }),
        };
        let mut names = vec![];
        for entry in found {
            let entry = entry.map_err(Error::read(&self.root))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if is_name(&name) && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }

    fn folder(&self, name: &str) -> Result<PathBuf, Error> {
        if is_name(name) { Ok(self.root.join(name)) } else { Err(Error::NotAName(name.to_owned())) }
    }
}

/// Whether `name` can name a folder of ours on every system.
pub(crate) fn is_name(name: &str) -> bool {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.');
    !name.is_empty() && name.len() <= LONGEST_NAME && !name.starts_with('.') && name.bytes().all(is_plain)
}

fn lock_file(folder: &Path) -> Result<File, Error> {
    let path = folder.join(LOCK);
    File::options().create(true).truncate(false).write(true).open(&path).map_err(Error::write(&path))
}

/// The copies are this person's alone, whatever the folder above allows.
fn private(folder: &Path) -> Result<(), Error> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(Error::write(folder))?;
    }
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

/// Removes a folder and all in it, following no link; folders an agent closed are opened first.
pub(crate) fn remove_tree(folder: &Path) -> Result<(), Error> {
    match fs::remove_dir_all(folder) {
        Err(closed) if closed.kind() == ErrorKind::PermissionDenied => {
            for_each_below(folder, &mut |path, found| {
                if found.is_dir() {
                    let mut permissions = found.permissions();
                    open_up(&mut permissions);
                    fs::set_permissions(path, permissions).map_err(Error::write(path))?;
                }
                Ok(())
            })?;
            fs::remove_dir_all(folder).map_err(Error::write(folder))
        }
        Err(source) if source.kind() != ErrorKind::NotFound => {
            Err(Error::Write { path: folder.to_owned(), source })
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

#[cfg(unix)]
fn open_up(permissions: &mut fs::Permissions) {
    std::os::unix::fs::PermissionsExt::set_mode(permissions, 0o700);
}

#[cfg(not(unix))]
fn open_up(permissions: &mut fs::Permissions) {
    permissions.set_readonly(false);
}

/// Shows everything in and including `folder`, a folder before what is in it, following no link.
fn for_each_below(
    folder: &Path,
    act: &mut dyn FnMut(&Path, &fs::Metadata) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut waiting = vec![folder.to_owned()];
    while let Some(path) = waiting.pop() {
        let found = match fs::symlink_metadata(&path) {
            Ok(found) => found,
            Err(gone) if gone.kind() == ErrorKind::NotFound => continue,
            Err(source) => return Err(Error::Read { path, source }),
        };
        act(&path, &found)?;
        if found.is_dir() {
            for entry in fs::read_dir(&path).map_err(Error::read(&path))? {
                waiting.push(entry.map_err(Error::read(&path))?.path());
            }
        }
    }
    Ok(())
}
