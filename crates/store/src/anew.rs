//! Everything is deleted: an empty database stands in the place of the old one, and no copy of it is left beside it.
//! Rows that are deleted leave their bytes in the file; a new file has none of them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::{backup, connection, migrate};

/// Makes a new, empty database in `folder`, and deletes the old one with its backups and the copies that were kept of
/// it. Nobody may have it open; those of us who are closing it are waited for.
pub fn begin_anew(folder: &Path) -> Result<(), Error> {
    let _alone = migrate::enter_alone_soon(folder)?;
    let database = connection::database_path(folder);
    // Its journal goes first: a journal without a file is taken for damage.
    for ending in ["-wal", "-shm", "-journal"] {
        remove(&connection::beside(&database, ending))?;
    }
    remove(&database)?;
    for copy in copies(folder, "halfday-replaced-")? {
        backup::discard(&copy)?;
    }
    for copy in copies(&folder.join("backups"), "")? {
        backup::discard(&copy)?;
    }
    migrate::bring_up(&database, folder)
}

/// The databases in a folder that may not be there.
fn copies(folder: &Path, begins: &str) -> Result<Vec<PathBuf>, Error> {
    let looking = |source| Error::LookAtFile { path: folder.to_owned(), source };
    let entries = match fs::read_dir(folder) {
        Err(source) if source.kind() == io::ErrorKind::NotFound => return Ok(vec![]),
        entries => entries.map_err(looking)?,
    };
    let mut found = vec![];
    for entry in entries {
        let path = entry.map_err(looking)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with(begins) && path.extension().is_some_and(|ending| ending == "db") {
            found.push(path);
        }
    }
    Ok(found)
}

fn remove(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => {
            Err(Error::PlaceFile { path: path.to_owned(), source })
        }
        Ok(()) | Err(_) => Ok(()),
    }
}
