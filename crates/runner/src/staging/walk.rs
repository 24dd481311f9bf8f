//! Walks a folder without following a link, and says what it passes by. A folder is opened below the
//! root each time, so that a link that takes its place meanwhile leads nowhere outside.

use std::io::ErrorKind;
use std::path::Path;

use cap_std::fs::{Dir, DirEntry, FileType, Metadata};
use serde::{Deserialize, Serialize};

use crate::error::Error;

/// The longest path that can be published, in bytes; deeper files are listed.
const LONGEST_PATH: usize = 1024;
/// A longer file is no work of an attempt, or a trap: it may be all holes.
pub(crate) const LONGEST_FILE: u64 = 2 << 30;
/// Our own files begin so.
pub(crate) const OWN: &str = ".halfday-";
/// Marks a folder whose content can be made again: <https://bford.info/cachedir/>.
const CACHE_TAG: &str = "CACHEDIR.TAG";

/// Something that is not taken along.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LeftOut {
    /// Relative, with `/`; a folder stands for all in it.
    pub path: String,
    pub why: Why,
}

/// Why it is not taken along.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It is not followed; where it leads is said.
    Link {
        to: String,
    },
    Fifo,
    Socket,
    Device,
    /// Of version control: its hooks and settings are commands.
    VersionControl,
    /// It may hold keys: `.env` and the like.
    Secrets,
    /// It can be made again and is often huge: `node_modules`, or marked by a `CACHEDIR.TAG`.
    Cache,
    /// It is longer than 2 GiB.
    TooLong,
    /// It is this program's own folder.
    Ours,
    /// Its name is no text, or its path is too long, to be published.
    Name,
}

impl Why {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Link { .. } => "link",
            Self::Fifo => "fifo",
            Self::Socket => "socket",
            Self::Device => "device",
            Self::VersionControl => "version_control",
            Self::Secrets => "secrets",
            Self::Cache => "cache",
            Self::TooLong => "too_long",
            Self::Ours => "ours",
            Self::Name => "name",
        }
    }
}

/// Whose folder is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    /// The person's: what may hold keys stays there.
    Workspace,
    /// A staging folder: what an agent made in it.
    Staging,
}

/// What a walk meets.
pub(crate) enum Met<'a> {
    Folder(String),
    File(String, &'a Metadata),
    LeftOut(LeftOut),
}

/// Whether a walk goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Go {
    On,
    /// Past this folder, with all in it.
    Past,
    Stop,
}

/// Walks `below` (empty: all) in `root`, which lies at `place`, and shows what it meets; folders come
/// before what is in them. `visit` says whether to go on.
pub(crate) fn walk(
    root: &Dir,
    place: &Path,
    below: &str,
    whose: Whose,
    visit: &mut dyn FnMut(Met<'_>) -> Result<Go, Error>,
) -> Result<(), Error> {
    let mut waiting = vec![below.to_owned()];
    while let Some(folder) = waiting.pop() {
        let here = if folder.is_empty() { "." } else { &folder };
        let at = || place.join(&folder);
        let entries = match root.read_dir(here) {
            Ok(entries) => entries,
            // Gone, or something else by now.
            Err(gone) if !folder.is_empty() && is_gone(&gone) => continue,
            // A link by now, or closed by an agent; closed, it is ours all the same.
            Err(closed) if whose == Whose::Staging && closed.kind() == ErrorKind::PermissionDenied => {
                if !root.symlink_metadata(here).is_ok_and(|found| found.is_dir()) {
                    continue;
                }
                open_up(root, here).and_then(|()| root.read_dir(here)).map_err(Error::read(&at()))?
            }
            Err(source) => return Err(Error::Read { path: at(), source }),
        };
        for entry in entries {
            let entry = entry.map_err(|source| Error::Read { path: at(), source })?;
            let met = match meet(root, &folder, &entry, whose) {
                Ok(Some(met)) => met,
                Ok(None) => continue,
                Err(gone) if is_gone(&gone) => continue,
                Err(source) => return Err(Error::Read { path: at().join(entry.file_name()), source }),
            };
            let go = match met {
                Entry::Folder(path) => {
                    waiting.push(path.clone());
                    let go = visit(Met::Folder(path))?;
                    if go == Go::Past {
                        waiting.pop();
                    }
                    go
                }
                Entry::File(path, metadata) => visit(Met::File(path, &metadata))?,
                Entry::LeftOut(left_out) => visit(Met::LeftOut(left_out))?,
            };
            if go == Go::Stop {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// Gives us back what belongs to us.
#[cfg(unix)]
pub(crate) fn open_up(root: &Dir, path: &str) -> std::io::Result<()> {
    use cap_std::fs::{Permissions, PermissionsExt};
    let mode = root.symlink_metadata(path)?.permissions().mode() | 0o600;
    let mode = if root.symlink_metadata(path)?.is_dir() { mode | 0o100 } else { mode };
    root.set_permissions(path, Permissions::from_mode(mode))
}

#[cfg(not(unix))]
pub(crate) fn open_up(_root: &Dir, _path: &str) -> std::io::Result<()> {
    Err(ErrorKind::PermissionDenied.into())
}

enum Entry {
    Folder(String),
    File(String, Metadata),
    LeftOut(LeftOut),
}

fn meet(root: &Dir, folder: &str, entry: &DirEntry, whose: Whose) -> std::io::Result<Option<Entry>> {
    let name = entry.file_name();
    let shown = name.to_string_lossy();
    let path = if folder.is_empty() { shown.to_string() } else { format!("{folder}/{shown}") };
    let left_out = |why| Ok(Some(Entry::LeftOut(LeftOut { path: path.clone(), why })));
    if shown.starts_with(OWN) {
        return Ok(None);
    }
    if name.to_str().is_none() || path.len() > LONGEST_PATH {
        return left_out(Why::Name);
    }
    if let Some(why) = name_is_left_out(&shown, whose) {
        return left_out(why);
    }
    // Of the entry itself, not of what a link leads to.
    let metadata = entry.metadata()?;
    let kind = metadata.file_type();
    if kind.is_dir() {
        let is_cache = shown == "node_modules" || root.exists(format!("{path}/{CACHE_TAG}"));
        return if is_cache { left_out(Why::Cache) } else { Ok(Some(Entry::Folder(path))) };
    }
    if kind.is_file() && metadata.len() > LONGEST_FILE {
        return left_out(Why::TooLong);
    }
    if kind.is_file() {
        return Ok(Some(Entry::File(path, metadata)));
    }
    if kind.is_symlink() {
        let to = root.read_link_contents(&path).map(|to| to.to_string_lossy().into_owned());
        return left_out(Why::Link { to: to.unwrap_or_default() });
    }
    left_out(special(kind))
}

#[cfg(unix)]
fn special(kind: FileType) -> Why {
    use cap_std::fs::FileTypeExt;
    if kind.is_fifo() {
        Why::Fifo
    } else if kind.is_socket() {
        Why::Socket
    } else {
        Why::Device
    }
}

#[cfg(not(unix))]
fn special(_kind: FileType) -> Why {
    Why::Device
}

/// What is left out by its name alone.
pub(crate) fn name_is_left_out(name: &str, whose: Whose) -> Option<Why> {
    let lower = name.to_lowercase();
    if lower == ".git" {
        return Some(Why::VersionControl);
    }
    let is_env = lower == ".envrc" || lower == ".env" || lower.starts_with(".env.");
    (is_env && whose == Whose::Workspace).then_some(Why::Secrets)
}

/// Whether something went away, or became something else, between two looks.
pub(crate) fn is_gone(fault: &std::io::Error) -> bool {
    matches!(fault.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}
