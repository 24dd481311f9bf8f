//! Copies what was counted. A file that is written to meanwhile is copied again, so that no copy is
//! half old and half new.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::SystemTime;

use cap_std::fs::{Dir, Metadata};
use tokio_util::sync::CancellationToken;

use super::tree::{self, FileNode, Node, PIECE, Stamp, Tree};
use super::{Original, Start, Survey};
use crate::error::Error;
use crate::objects::Hash;

/// How often a file that changes while it is copied is tried.
const TRIES: usize = 3;

/// Copies what `survey` counted into the folder `to`, which is empty.
pub(super) fn copy(survey: &Survey, to: &Path, stop: &CancellationToken) -> Result<Start, Error> {
    let mut start = Start {
        workspace: survey.workspace.clone(),
        copies: Tree::default(),
        originals: vec![],
        left_out: survey.left_out.clone(),
    };
    let Some(workspace) = &survey.workspace else { return Ok(start) };
    for folder in &survey.folders {
        let place = to.join(folder);
        fs::create_dir_all(&place).map_err(Error::write(&place))?;
        start.copies.put(folder.clone(), Node::Folder);
    }
    let root = tree::open(workspace)?;
    let shares_blocks = AtomicBool::new(survey.shares_blocks);
    let copied = tree::in_parallel(&survey.paths, &|path: &String| {
        if stop.is_cancelled() {
            return Err(Error::Stopped);
        }
        one(&root, workspace, path, &to.join(path), &shares_blocks)
    })?;
    for (path, (copy, stamp)) in survey.paths.iter().zip(copied) {
        start.copies.put(path.clone(), Node::File(copy));
        start.originals.push(Original { path: path.clone(), stamp });
    }
    Ok(start)
}

/// Copies one file; says what the copy is, and what the original was.
fn one(
    root: &Dir,
    workspace: &Path,
    path: &str,
    to: &Path,
    shares_blocks: &AtomicBool,
) -> Result<(FileNode, Stamp), Error> {
    let place = workspace.join(path);
    for _ in 0..TRIES {
        let Some((original, found)) = tree::open_file(root, path).map_err(Error::read(&place))? else {
            return Err(Error::Unsteady { path: place });
        };
        let original = original.into_std();
        let before = Stamp::of(&found);
        let hash = if shares_blocks.load(Ordering::Relaxed) && share(&original, to) {
            let mut copy = File::open(to).map_err(Error::read(to))?;
            pour(&mut copy, &place, &mut std::io::sink(), to)?
        } else {
            // One that cannot be shared is a sign that none can: another disk, another kind of it.
            shares_blocks.store(false, Ordering::Relaxed);
            let mut copy = File::create_new(to).map_err(Error::write(to))?;
            pour(&mut &original, &place, &mut copy, to)?
        };
        let executable = tree::is_executable(&found);
        finish(to, &found, executable).map_err(Error::write(to))?;
        let now = cap_std::fs::File::from_std(original).metadata().map_err(Error::read(&place))?;
        if Stamp::of(&now) == before {
            let copy = tree::open_copy(to)?;
            return Ok((FileNode::new(hash, executable, Stamp::of(&copy), SystemTime::now()), before));
        }
        fs::remove_file(to).map_err(Error::write(to))?;
    }
    Err(Error::Unsteady { path: place })
}

/// Whether `to` now shares the blocks of `original`; nothing of it is left when not.
fn share(original: &File, to: &Path) -> bool {
    reflink_copy::reflink_file_to_path(original, to).is_ok()
}

/// Writes all of `from` to `to` and says its hash.
fn pour(from: &mut impl Read, from_path: &Path, to: &mut impl Write, to_path: &Path) -> Result<Hash, Error> {
    let mut hasher = blake3::Hasher::new();
    let mut piece = vec![0; PIECE];
    loop {
        let length = from.read(&mut piece).map_err(Error::read(from_path))?;
        let Some(read @ [_, ..]) = piece.get(..length) else { return Ok(Hash::finished(&hasher)) };
        hasher.update(read);
        to.write_all(read).map_err(Error::write(to_path))?;
    }
}

/// The owner's alone, writable, and as old as the original.
fn finish(copy: &Path, original: &Metadata, executable: bool) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = if executable { 0o700 } else { 0o600 };
        fs::set_permissions(copy, fs::Permissions::from_mode(mode))?;
    }
    #[cfg(not(unix))]
    let _ = executable;
    let file = File::options().write(true).open(copy)?;
    file.set_modified(original.modified()?.into_std())
}
