//! What would be copied, counted before anything is.

use std::path::{Path, PathBuf};

use cap_std::fs::Dir;

use super::tree::{self, Stamp};
use super::walk::{Go, LONGEST_FILE, LeftOut, Met, Whose, Why, is_gone, name_is_left_out, walk};
use super::{Limits, declared};
use crate::error::Error;

/// Counting ends at so many times the limit: more is too much whatever it is.
const COUNTED_AT_MOST: u64 = 10;
/// What stays free on the disk, in bytes.
const MARGIN: u64 = 64 << 20;

/// Where an attempt's files come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Nothing: an item without inputs in a job without a workspace.
    Empty,
    /// The whole folder of the person.
    Workspace(PathBuf),
    /// Files and folders of it, relative, with `/`; globs stand for all they match.
    Inputs {
        workspace: PathBuf,
        /// These have to be there.
        paths: Vec<String>,
        /// These are taken where they are there: what an attempt may go on writing.
        also: Vec<String>,
    },
}

/// What was counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Survey {
    pub files: u64,
    /// The lengths of all of them.
    pub bytes: u64,
    /// Whether counting reached the end; else there is more of both.
    pub is_whole: bool,
    /// What is not copied, and why; in order of paths.
    pub left_out: Vec<LeftOut>,
    /// Whether copies share their blocks with the originals: then they cost next to nothing.
    pub shares_blocks: bool,
    /// Free bytes where the copies go; `None`: the system does not say.
    pub free_bytes: Option<u64>,
    pub limits: Limits,
    target: PathBuf,
    pub(super) workspace: Option<PathBuf>,
    pub(super) folders: Vec<String>,
    pub(super) paths: Vec<String>,
}

impl Survey {
    /// Counts `source`, to be copied to `target`.
    pub(super) fn of(
        source: &Source,
        target: &Path,
        ours: &[PathBuf],
        limits: Limits,
    ) -> Result<Self, Error> {
        let mut survey = Self {
            files: 0,
            bytes: 0,
            is_whole: true,
            left_out: vec![],
            shares_blocks: false,
            free_bytes: free_bytes(target),
            limits,
            target: target.to_owned(),
            workspace: None,
            folders: vec![],
            paths: vec![],
        };
        let workspace = match source {
            Source::Empty => return Ok(survey),
            Source::Workspace(workspace) | Source::Inputs { workspace, .. } => workspace,
        };
        if !workspace.is_dir() {
            return Err(Error::WorkspaceMissing { path: workspace.clone() });
        }
        let root = tree::open(workspace)?;
        let below = match source {
            Source::Empty | Source::Workspace(_) => vec![String::new()],
            Source::Inputs { paths, also, .. } => declared::found(&root, workspace, paths, also)?,
        };
        survey.workspace = Some(workspace.clone());
        let ours = within(workspace, ours);
        for path in below {
            survey.take(&root, workspace, &path, &ours)?;
        }
        survey.folders.sort();
        survey.folders.dedup();
        survey.left_out.sort();
        survey.shares_blocks =
            survey.paths.iter().take(1).any(|path| shares_blocks(&workspace.join(path), target));
        Ok(survey)
    }

    /// Whether it may be copied: [`Error::TooLarge`] beyond the limits, [`Error::DiskFull`] when it
    /// would not fit.
    pub fn prove(&self) -> Result<(), Error> {
        let Limits { files, bytes } = self.limits;
        if self.files > files || (self.bytes > bytes && !self.shares_blocks) || !self.is_whole {
            let (counted_files, counted_bytes) = (self.files, self.bytes);
            return Err(Error::TooLarge { counted_files, counted_bytes, files, bytes });
        }
        let written = if self.shares_blocks { 0 } else { self.bytes };
        room(&self.target, written, self.free_bytes)
    }

    /// Takes what stands at `path` (empty: all), which was declared.
    fn take(&mut self, root: &Dir, workspace: &Path, path: &str, ours: &[String]) -> Result<(), Error> {
        if !path.is_empty() {
            if let Some(left_out) = passed_by(root, path, ours) {
                self.left_out.push(left_out);
                return Ok(());
            }
            match root.symlink_metadata(path) {
                Ok(found) if found.is_file() && found.len() > LONGEST_FILE => {
                    self.left_out.push(LeftOut { path: path.to_owned(), why: Why::TooLong });
                    return Ok(());
                }
                Ok(found) if found.is_file() => {
                    self.folders.extend(folders_above(path));
                    self.count(path.to_owned(), Stamp::of(&found));
                    return Ok(());
                }
                Ok(found) if found.is_dir() => {
                    self.folders.extend(folders_above(path));
                    self.folders.push(path.to_owned());
                }
                Ok(_) => {
                    self.left_out.push(LeftOut { path: path.to_owned(), why: Why::Device });
                    return Ok(());
                }
                Err(gone) if is_gone(&gone) => return Err(Error::InputMissing { path: path.to_owned() }),
                Err(source) => return Err(Error::Read { path: workspace.join(path), source }),
            }
        }
        walk(root, workspace, path, Whose::Workspace, &mut |met| {
            match met {
                Met::Folder(path) if ours.contains(&path) => {
                    self.left_out.push(LeftOut { path, why: Why::Ours });
                    return Ok(Go::Past);
                }
                Met::Folder(path) => self.folders.push(path),
                Met::File(path, found) => self.count(path, Stamp::of(found)),
                Met::LeftOut(left_out) => self.left_out.push(left_out),
            }
            self.is_whole = self.files <= self.limits.files.saturating_mul(COUNTED_AT_MOST);
            Ok(if self.is_whole { Go::On } else { Go::Stop })
        })
    }

    fn count(&mut self, path: String, stamp: Stamp) {
        self.files += 1;
        self.bytes = self.bytes.saturating_add(stamp.length);
        self.paths.push(path);
    }
}

/// The folders above `path`, outermost first.
pub(crate) fn folders_above(path: &str) -> impl Iterator<Item = String> + '_ {
    path.match_indices('/').filter_map(|(at, _)| path.get(..at).map(str::to_owned))
}

/// Why a declared path is not taken: its name, or a link on the way.
fn passed_by(root: &Dir, path: &str, ours: &[String]) -> Option<LeftOut> {
    if folders_above(path).chain([path.to_owned()]).any(|folder| ours.contains(&folder)) {
        return Some(LeftOut { path: path.to_owned(), why: Why::Ours });
    }
    let by_name = path.split('/').find_map(|name| name_is_left_out(name, Whose::Workspace));
    if let Some(why) = by_name {
        return Some(LeftOut { path: path.to_owned(), why });
    }
    let ways = folders_above(path).chain([path.to_owned()]);
    ways.into_iter().find_map(|way| {
        let to = root.read_link_contents(&way).ok()?;
        Some(LeftOut { path: way, why: Why::Link { to: to.to_string_lossy().into_owned() } })
    })
}

/// Those of our own folders that lie in the workspace, relative to it.
fn within(workspace: &Path, ours: &[PathBuf]) -> Vec<String> {
    let Ok(workspace) = workspace.canonicalize() else { return vec![] };
    let below = |folder: &PathBuf| {
        let folder = folder.canonicalize().ok()?;
        let names = folder.strip_prefix(&workspace).ok()?.components();
        let names: Vec<_> = names.map(|name| name.as_os_str().to_string_lossy().into_owned()).collect();
        (!names.is_empty()).then(|| names.join("/"))
    };
    ours.iter().filter_map(below).collect()
}

/// Whether a copy of `original` in `target` can share its blocks: tried with one.
fn shares_blocks(original: &Path, target: &Path) -> bool {
    let Ok(folder) = tempfile::Builder::new().prefix(".try-").tempdir_in(target) else { return false };
    reflink_copy::reflink(original, folder.path().join("copy")).is_ok()
}

/// Proves that `bytes` fit into `folder` and leave some room.
pub(crate) fn prove_room(folder: &Path, bytes: u64) -> Result<(), Error> {
    room(folder, bytes, free_bytes(folder))
}

fn room(folder: &Path, bytes: u64, free: Option<u64>) -> Result<(), Error> {
    let needed = bytes.saturating_add(MARGIN);
    match free {
        Some(_) if bytes == 0 => Ok(()),
        Some(free) if free < needed => {
            Err(Error::DiskFull { path: folder.to_owned(), needed: Some(needed), free: Some(free) })
        }
        Some(_) | None => Ok(()),
    }
}

#[cfg(unix)]
fn free_bytes(folder: &Path) -> Option<u64> {
    let found = rustix::fs::statvfs(folder).ok()?;
    Some(found.f_bavail.saturating_mul(found.f_frsize))
}

#[cfg(not(unix))]
fn free_bytes(_folder: &Path) -> Option<u64> {
    None
}
