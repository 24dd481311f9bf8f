//! Verified copies of the database: written under another name, compared, then put in place.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::connection;
use crate::error::Error;
use crate::migrate;
use crate::verify::{self, Problem, VerifyReport};

/// A copy that was written and found to be whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupReport {
    pub path: PathBuf,
    pub bytes: u64,
    pub version: i64,
    /// Rows of each table.
    pub rows: BTreeMap<String, i64>,
    /// Rows that point nowhere, copied as they are: a copy with them is better than none.
    pub problems: Vec<Problem>,
}

/// Commits that came in between make a comparison worthless; after so many, writers wait.
const TRIES_BESIDE_WRITERS: usize = 3;

pub(crate) fn backup(database: &Path, target: &Path) -> Result<BackupReport, Error> {
    if same_file(database, target) {
        return Err(Error::CopyOntoItself { path: target.to_owned() });
    }
    let replaced = standing_copy(target)?;
    let source = connection::reading(database)?;
    let holds_work = !verify::is_empty(&verify::count_rows(&source)?);
    if replaced.is_some_and(|copy| !copy.is_empty()) && !holds_work {
        return Err(Error::EmptyReplacesFull { path: target.to_owned() });
    }
    drop(source);
    copy(database, target)
}

/// Writes a verified copy of `database` to `target`, replacing what is there.
pub(crate) fn copy(database: &Path, target: &Path) -> Result<BackupReport, Error> {
    let unfinished = connection::beside(target, ".part");
    let outcome = copy_whole(database, &unfinished).and_then(|report| {
        place(&unfinished, target)?;
        let bytes = fs::metadata(target)
            .map_err(|source| Error::LookAtFile { path: target.to_owned(), source })?
            .len();
        let VerifyReport { version, rows, problems } = report;
        Ok(BackupReport { path: target.to_owned(), bytes, version, rows, problems })
    });
    if outcome.is_err() {
        // The reason for the failure is worth more than that of the tidying.
        let _ = discard(&unfinished);
    }
    outcome
}

/// Opens a file that should be a copy of ours and reads it through. Damaged pages are refused, rows
/// that point nowhere only reported.
pub(crate) fn check(path: &Path) -> Result<VerifyReport, Error> {
    let copy = connection::reading(path)?;
    migrate::known_version(&copy, path)?;
    let report = verify::verify(&copy)?;
    let damage: Vec<String> = report
        .problems
        .iter()
        .filter_map(|problem| match problem {
            Problem::Integrity(words) => Some(words.clone()),
            Problem::Reference { .. } => None,
        })
        .collect();
    if damage.is_empty() {
        return Ok(report);
    }
    Err(Error::DamagedDatabase { path: path.to_owned(), problems: damage })
}

/// On the disk first, then under its name: a power cut leaves the old file or the new one.
pub(crate) fn place(unfinished: &Path, target: &Path) -> Result<(), Error> {
    let placing = |source| Error::PlaceFile { path: target.to_owned(), source };
    let file = OpenOptions::new().read(true).write(true).open(unfinished).map_err(placing)?;
    file.sync_all().map_err(placing)?;
    drop(file);
    fs::rename(unfinished, target).map_err(placing)?;
    #[cfg(unix)]
    if let Some(folder) = target.parent() {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(placing)?;
    }
    Ok(())
}

/// Removes a file and its journals, if they are there.
pub(crate) fn discard(path: &Path) -> Result<(), Error> {
    for ending in ["", "-wal", "-shm", "-journal"] {
        let path = connection::beside(path, ending);
        match fs::remove_file(&path) {
            Err(source) if source.kind() != io::ErrorKind::NotFound => {
                return Err(Error::PlaceFile { path, source });
            }
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}

pub(crate) fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        (Err(_), _) | (_, Err(_)) => false,
    }
}

/// The copy of ours that stands at `target`; anything else there is not ours to replace.
fn standing_copy(target: &Path) -> Result<Option<VerifyReport>, Error> {
    match migrate::look(target) {
        // A save dialog may have made the empty file: nothing is lost with it.
        Ok(migrate::Found::Nothing) | Err(Error::EmptyFile { .. }) => Ok(None),
        Err(error) => Err(error),
        Ok(migrate::Found::Older | migrate::Found::Current) => {
            let copy = connection::reading(target)?;
            let rows = verify::count_rows(&copy)?;
            Ok(Some(VerifyReport { version: verify::version(&copy)?, rows, problems: Vec::new() }))
        }
    }
}

fn copy_whole(database: &Path, unfinished: &Path) -> Result<VerifyReport, Error> {
    let source = connection::reading(database)?;
    for _ in 0..TRIES_BESIDE_WRITERS {
        let before = data_version(&source)?;
        let rows = snapshot_once(&source, unfinished)?;
        if data_version(&source)? == before {
            return compare(&rows, unfinished);
        }
    }
    // Nobody commits while this transaction is open.
    let gate = connection::alone(database, OpenFlags::empty())?;
    gate.execute_batch("BEGIN IMMEDIATE").map_err(|source| Error::BeginTransaction { source })?;
    let rows = snapshot_once(&source, unfinished)?;
    // Others may write again while the copy is read through.
    drop(gate);
    compare(&rows, unfinished)
}

fn snapshot_once(source: &Connection, unfinished: &Path) -> Result<BTreeMap<String, i64>, Error> {
    discard(unfinished)?;
    let copying = |source| Error::Copy { path: unfinished.to_owned(), source };
    make_private(unfinished)?;
    let rows = verify::count_rows(source).map_err(copying)?;
    let name = unfinished.to_str().ok_or_else(|| Error::PathNotText { path: unfinished.to_owned() })?;
    source.execute("VACUUM INTO ?1", [name]).map_err(copying)?;
    Ok(rows)
}

fn compare(rows: &BTreeMap<String, i64>, unfinished: &Path) -> Result<VerifyReport, Error> {
    let report = check(unfinished)?;
    if report.rows == *rows {
        return Ok(report);
    }
    let tables: Vec<&str> = rows
        .iter()
        .filter(|(table, count)| report.rows.get(*table) != Some(count))
        .map(|(table, _)| table.as_str())
        .collect();
    Err(Error::CopyDiffers { path: unfinished.to_owned(), tables: tables.join(", ") })
}

/// The file is there before SQLite fills it (it takes an empty one), readable by this person only.
fn make_private(path: &Path) -> Result<(), Error> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop).map_err(|source| Error::PlaceFile { path: path.to_owned(), source })
}

/// Changes when anybody else commits.
fn data_version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "data_version", |row| row.get(0))
}
