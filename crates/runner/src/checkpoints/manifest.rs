//! What a checkpoint is on the disk: one file, written whole.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Change, Checkpoint, read_if_there};
use crate::disk;
use crate::error::Error;
use crate::staging::tree::Tree;

const END: &str = ".json.zst";
/// Paths and hashes: the names repeat, the hashes do not shrink.
const ZSTD_LEVEL: i32 = 1;

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub(super) number: u32,
    pub(super) tree: Tree,
}

impl Manifest {
    pub(super) fn read(folder: &Path, number: u32) -> Result<Self, Error> {
        let path = path(folder, number);
        let packed = read_if_there(&path)?.ok_or(Error::NoCheckpoint { number })?;
        let text = zstd::decode_all(packed.as_slice()).map_err(Error::read(&path))?;
        serde_json::from_slice(&text).map_err(|source| Error::Journal { path, source })
    }

    pub(super) fn write(&self, folder: &Path) -> Result<(), Error> {
        let path = path(folder, self.number);
        let text =
            serde_json::to_vec(self).map_err(|source| Error::Journal { path: path.clone(), source })?;
        let packed = zstd::encode_all(text.as_slice(), ZSTD_LEVEL).map_err(Error::write(&path))?;
        disk::write_whole(&path, &packed)
    }

    pub(super) fn checkpoint(&self, changes: Vec<Change>) -> Checkpoint {
        Checkpoint {
            number: self.number,
            files: self.tree.files().count() as u64,
            bytes: self.tree.files().map(|(_, file)| file.stamp.length).sum(),
            changes,
            left_out: self.tree.left_out().to_vec(),
        }
    }
}

fn path(folder: &Path, number: u32) -> PathBuf {
    folder.join(format!("{number}{END}"))
}

/// The numbers of all checkpoints in `folder`, in order.
pub(super) fn numbers(folder: &Path) -> Result<Vec<u32>, Error> {
    let mut numbers = vec![];
    for entry in fs::read_dir(folder).map_err(Error::read(folder))? {
        let name = entry.map_err(Error::read(folder))?.file_name();
        let number: Option<u32> = name.to_str().and_then(|name| name.strip_suffix(END)?.parse().ok());
        numbers.extend(number);
    }
    numbers.sort_unstable();
    Ok(numbers)
}
