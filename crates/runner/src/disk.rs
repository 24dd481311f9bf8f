//! Writing so that a crash leaves the old or the new, never half: temp, fsync, rename, fsync of
//! the folder.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use crate::error::Error;

/// Makes the names in `folder` last. Windows has no such call and needs none.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), Error> {
    if cfg!(unix) {
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(Error::write(folder))?;
    }
    Ok(())
}

/// Makes `folder` and those above it.
pub(crate) fn make_folder(folder: &Path) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(Error::write(folder))
}

/// Puts `bytes` at `target` in one move, over what was there.
pub(crate) fn write_whole(target: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = target.parent().unwrap_or(Path::new("."));
    make_folder(folder)?;
    let mut temp = tempfile::NamedTempFile::new_in(folder).map_err(Error::write(folder))?;
    temp.write_all(bytes).map_err(Error::write(target))?;
    temp.as_file().sync_all().map_err(Error::write(target))?;
    temp.persist(target).map_err(|failed| Error::Write { path: target.to_owned(), source: failed.error })?;
    sync_folder(folder)
}
