//! The staging folder as the tools see it: one open directory, from which every path is walked part by
//! part without following a link. What a path says, and what somebody puts in its way meanwhile, cannot
//! lead out of it.

use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use cap_fs_ext::{
    DirExt, FollowSymlinks, MetadataExt, OpenOptionsFollowExt, OpenOptionsMaybeDirExt, OpenOptionsSyncExt,
};
use cap_std::ambient_authority;
use cap_std::fs::{Dir, OpenOptions};

use super::ToolFault;
use crate::error::PathFault;
use crate::objects::Hash;
use crate::publish::path::{OWN, fault, is_off_limits};

/// The largest file that is read: documents with pictures are this large, models read far less.
pub(super) const MOST_READ: u64 = 32 * 1024 * 1024;
/// The largest file that is written; a model needs hours for more.
pub(super) const MOST_WRITTEN: u64 = 8 * 1024 * 1024;
/// All that is written in one attempt.
const MOST_IN_ALL: u64 = 256 * 1024 * 1024;

/// The folder a model works in.
#[derive(Debug)]
pub struct Folder {
    root: Dir,
    written_bytes: AtomicU64,
}

/// What stands in a folder under one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Folder,
    File {
        bytes: u64,
    },
    Link,
    /// A pipe, a device, a socket.
    Special,
}

/// One name in a folder.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) kind: Kind,
}

impl Folder {
    /// Opens the folder. What lies around it can no longer be reached through this.
    pub fn open(path: &Path) -> io::Result<Self> {
        let root = Dir::open_ambient_dir(path, ambient_authority())?;
        Ok(Self { root, written_bytes: AtomicU64::new(0) })
    }

    /// The content of a plain file.
    pub(super) fn read(&self, path: &str) -> Result<Vec<u8>, ToolFault> {
        let names = names_to_read(path)?;
        let Some((name, parents)) = names.split_last() else {
            return Err(refused(path, PathFault::NotAFile));
        };
        read_in(&self.parent(path, parents)?, name, path)
    }

    /// The content of a plain file, or nothing when there is none.
    pub(super) fn read_if_there(&self, path: &str) -> Result<Option<Vec<u8>>, ToolFault> {
        match self.read(path) {
            Ok(content) => Ok(Some(content)),
            Err(ToolFault::Missing(_)) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The folder at `path`; an empty path is the whole folder.
    pub(super) fn folder(&self, path: &str) -> Result<Dir, ToolFault> {
        self.parent(path, &names_to_read(path)?)
    }

    /// What stands at `path`.
    pub(super) fn kind(&self, path: &str) -> Result<Kind, ToolFault> {
        let names = names_to_read(path)?;
        match names.split_last() {
            None => Ok(Kind::Folder),
            Some((name, parents)) => kind_in(&self.parent(path, parents)?, name, path),
        }
    }

    /// Puts a file there as a whole: written beside its place, then moved over it. A link or a second name
    /// in its place is replaced or refused, never written through.
    pub(crate) fn write(&self, path: &str, content: &[u8]) -> Result<(String, Hash), ToolFault> {
        let names = names_to_write(path)?;
        let Some((name, parents)) = names.split_last() else {
            return Err(refused(path, PathFault::Empty));
        };
        self.count(path, content.len() as u64)?;
        let mut folder = self.clone_root(path)?;
        for parent in parents {
            match folder.create_dir(parent) {
                Ok(()) => {}
                Err(there) if there.kind() == io::ErrorKind::AlreadyExists => {}
                Err(source) => return Err(disk(path, source)),
            }
            folder = enter(&folder, parent, path)?;
        }
        match kind_in(&folder, name, path) {
            Ok(Kind::File { .. }) | Err(ToolFault::Missing(_)) => {}
            Ok(Kind::Link) => return Err(refused(path, PathFault::Link)),
            Ok(Kind::Folder | Kind::Special) => return Err(refused(path, PathFault::NotAFile)),
            Err(fault) => return Err(fault),
        }
        let aside = format!("{OWN}{:016x}.new", fastrand::u64(..));
        let came = put(&folder, &aside, name, content);
        if came.is_err() {
            // It may never have been made.
            let _ = folder.remove_file(&aside);
        }
        came.map_err(|source| disk(path, source))?;
        Ok((names.join("/"), Hash::of(content)))
    }

    /// A mark of everything that stands in the folder by name, size and time: another mark, another state.
    pub(crate) fn mark(&self) -> Result<Hash, ToolFault> {
        let mut seen = vec![];
        let mut open = vec![(String::new(), self.clone_root("")?)];
        while let Some((path, folder)) = open.pop() {
            for entry in entries(&folder, &path)? {
                let below = join(&path, &entry.name);
                match entry.kind {
                    Kind::Folder => open.push((below, enter(&folder, &entry.name, &path)?)),
                    Kind::File { .. } | Kind::Link | Kind::Special => {
                        let found =
                            folder.symlink_metadata(&entry.name).map_err(|source| disk(&below, source))?;
                        let at = found.modified().map(cap_std::time::SystemTime::into_std).ok();
                        seen.push(format!("{below}\0{:?}\0{at:?}", entry.kind));
                    }
                }
            }
        }
        seen.sort();
        Ok(Hash::of(seen.join("\n").as_bytes()))
    }

    fn count(&self, path: &str, bytes: u64) -> Result<(), ToolFault> {
        if bytes > MOST_WRITTEN {
            return Err(ToolFault::TooLarge { path: path.to_owned(), bytes, most: MOST_WRITTEN });
        }
        let before = self.written_bytes.fetch_add(bytes, Ordering::Relaxed);
        if before.saturating_add(bytes) > MOST_IN_ALL {
            return Err(ToolFault::TooMuch { most: MOST_IN_ALL });
        }
        Ok(())
    }

    fn parent(&self, path: &str, parents: &[String]) -> Result<Dir, ToolFault> {
        parents.iter().try_fold(self.clone_root(path)?, |folder, name| enter(&folder, name, path))
    }

    fn clone_root(&self, path: &str) -> Result<Dir, ToolFault> {
        self.root.try_clone().map_err(|source| disk(path, source))
    }
}

/// Steps into a folder without following a link.
pub(super) fn enter(folder: &Dir, name: &str, path: &str) -> Result<Dir, ToolFault> {
    folder.open_dir_nofollow(name).map_err(|source| match kind_in(folder, name, path) {
        Ok(Kind::Link) => refused(path, PathFault::Link),
        Ok(Kind::File { .. } | Kind::Special) => refused(path, PathFault::NotAFolder),
        Ok(Kind::Folder) => disk(path, source),
        Err(fault) => fault,
    })
}

/// The content of the plain file `name`. What it is is asked of the file that was opened, not of its name.
pub(super) fn read_in(folder: &Dir, name: &str, path: &str) -> Result<Vec<u8>, ToolFault> {
    let mut options = OpenOptions::new();
    // A pipe opened to read would wait for somebody to write.
    options.read(true).follow(FollowSymlinks::No).nonblock(true).maybe_dir(true);
    let file = folder.open_with(name, &options).map_err(|source| match kind_in(folder, name, path) {
        Ok(Kind::Link) => refused(path, PathFault::Link),
        Ok(Kind::Special | Kind::Folder) => refused(path, PathFault::NotAFile),
        Ok(Kind::File { .. }) => disk(path, source),
        Err(fault) => fault,
    })?;
    let found = file.metadata().map_err(|source| disk(path, source))?;
    if !found.is_file() {
        return Err(refused(path, PathFault::NotAFile));
    }
    if found.nlink() > 1 {
        return Err(ToolFault::SecondName(path.to_owned()));
    }
    let mut content = vec![];
    // It may grow while it is read.
    file.take(MOST_READ + 1).read_to_end(&mut content).map_err(|source| disk(path, source))?;
    if content.len() as u64 > MOST_READ {
        let bytes = found.len().max(MOST_READ + 1);
        return Err(ToolFault::TooLarge { path: path.to_owned(), bytes, most: MOST_READ });
    }
    Ok(content)
}

/// What stands in an open folder, by name. What is off limits is not shown.
pub(super) fn entries(folder: &Dir, path: &str) -> Result<Vec<Entry>, ToolFault> {
    let mut found = vec![];
    for entry in folder.entries().map_err(|source| disk(path, source))? {
        let entry = entry.map_err(|source| disk(path, source))?;
        // No tool could name it.
        let Ok(name) = entry.file_name().into_string() else { continue };
        if is_off_limits(&name) {
            continue;
        }
        match kind_in(folder, &name, path) {
            Ok(kind) => found.push(Entry { name, kind }),
            // It went away meanwhile.
            Err(ToolFault::Missing(_)) => {}
            Err(fault) => return Err(fault),
        }
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}

/// A path as the tools show it.
pub(super) fn plain(path: &str) -> String {
    names(path).join("/")
}

pub(super) fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") }
}

fn kind_in(folder: &Dir, name: &str, path: &str) -> Result<Kind, ToolFault> {
    let found = match folder.symlink_metadata(name) {
        Ok(found) => found,
        Err(gone) if gone.kind() == io::ErrorKind::NotFound => {
            return Err(ToolFault::Missing(path.to_owned()));
        }
        Err(source) => return Err(disk(path, source)),
    };
    let kind = found.file_type();
    Ok(if kind.is_symlink() {
        Kind::Link
    } else if kind.is_dir() {
        Kind::Folder
    } else if kind.is_file() {
        Kind::File { bytes: found.len() }
    } else {
        Kind::Special
    })
}

fn put(folder: &Dir, aside: &str, name: &str, content: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).follow(FollowSymlinks::No);
    let mut file = folder.open_with(aside, &options)?;
    file.write_all(content)?;
    // A script stays one.
    if let Ok(before) = folder.symlink_metadata(name)
        && before.is_file()
    {
        file.set_permissions(before.permissions())?;
    }
    drop(file);
    folder.rename(aside, folder, name)
}

/// The parts of a path that is only looked at. A name that could not be published can still be read.
fn names_to_read(path: &str) -> Result<Vec<String>, ToolFault> {
    let names = names(path);
    if names.iter().any(|name| is_off_limits(name)) {
        return Err(refused(path, PathFault::OffLimits));
    }
    match fault(&names.join("/")) {
        None => Ok(names),
        Some(PathFault::Empty) if names.is_empty() => Ok(names),
        Some(PathFault::BadCharacter | PathFault::ReservedName) if !cfg!(windows) => Ok(names),
        Some(fault) => Err(refused(path, fault)),
    }
}

fn names_to_write(path: &str) -> Result<Vec<String>, ToolFault> {
    let names = names(path);
    match fault(&names.join("/")) {
        None => Ok(names),
        Some(fault) => Err(refused(path, fault)),
    }
}

/// `./a/b/` is written for `a/b` and `.` for the folder itself; nothing else is smoothed over.
fn names(path: &str) -> Vec<String> {
    let inner = path.strip_prefix("./").unwrap_or(path);
    let inner = inner.strip_suffix('/').filter(|inner| !inner.is_empty()).unwrap_or(inner);
    if matches!(inner, "" | ".") {
        return vec![];
    }
    inner.split('/').map(str::to_owned).collect()
}

fn refused(path: &str, fault: PathFault) -> ToolFault {
    ToolFault::Refused { path: path.to_owned(), fault }
}

fn disk(path: &str, source: io::Error) -> ToolFault {
    ToolFault::Disk { path: path.to_owned(), source }
}
