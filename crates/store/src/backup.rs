//! Verified copies of the database: written under another name, compared, then put in place.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::connection;
use crate::error::Error;
use crate::migrate::{self, Found};
use crate::verify::{self, Problem, VerifyReport};
use crate::writer::Writer;

/// How many rows each table has.
type Rows = BTreeMap<String, i64>;

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

/// A copy for the person, made while work goes on.
pub(crate) fn backup(database: &Path, writer: &Writer, target: &Path) -> Result<BackupReport, Error> {
    if same_file(database, target) {
        return Err(Error::CopyOntoItself { path: target.to_owned() });
    }
    let replaced = standing_copy(target)?;
    let holds_work = !verify::is_empty(&verify::count_rows(&connection::reading(database)?)?);
    if replaced.is_some_and(|rows| !verify::is_empty(&rows)) && !holds_work {
        return Err(Error::EmptyReplacesFull { path: target.to_owned() });
    }
    write_whole(target, |unfinished| snapshot_beside(database, writer, unfinished))
}

/// A copy of a database that nobody else has open.
pub(crate) fn copy_alone(database: &Path, target: &Path) -> Result<BackupReport, Error> {
    write_whole(target, |unfinished| snapshot(&connection::reading(database)?, unfinished))
}

/// `snapshot` writes the unfinished copy and says how many rows it must have.
fn write_whole(
    target: &Path,
    snapshot: impl FnOnce(&Path) -> Result<Rows, Error>,
) -> Result<BackupReport, Error> {
    let unfinished = connection::beside(target, ".part");
    let outcome = snapshot(&unfinished).and_then(|rows| {
        let VerifyReport { version, rows, problems } = compare(&rows, &unfinished)?;
        place(&unfinished, target)?;
        let looking = |source| Error::LookAtFile { path: target.to_owned(), source };
        let bytes = fs::metadata(target).map_err(looking)?.len();
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

/// The rows of the copy of ours that stands at `target`; anything else there is not ours to replace.
fn standing_copy(target: &Path) -> Result<Option<Rows>, Error> {
    match migrate::look(target) {
        // A save dialog may have made the empty file: nothing is lost with it.
        Ok(Found::Nothing) | Err(Error::EmptyFile { .. }) => Ok(None),
        Ok(Found::Older | Found::Current) => Ok(Some(verify::count_rows(&connection::reading(target)?)?)),
        Err(error) => Err(error),
    }
}

/// First beside the writers. Should one of them commit between counting and copying, the count is
/// worth nothing: then once more as a piece of work of the writer, while everybody waits.
fn snapshot_beside(database: &Path, writer: &Writer, unfinished: &Path) -> Result<Rows, Error> {
    let source = connection::reading(database)?;
    let before = data_version(&source)?;
    let rows = snapshot(&source, unfinished)?;
    if data_version(&source)? == before {
        return Ok(rows);
    }
    let unfinished = unfinished.to_owned();
    writer.write(move |_| snapshot(&source, &unfinished))
}

fn snapshot(source: &Connection, unfinished: &Path) -> Result<Rows, Error> {
    discard(unfinished)?;
    make_private(unfinished)?;
    let copying = |source| Error::Copy { path: unfinished.to_owned(), source };
    let rows = verify::count_rows(source).map_err(copying)?;
    let name = unfinished.to_str().ok_or_else(|| Error::PathNotText { path: unfinished.to_owned() })?;
    source.execute("VACUUM INTO ?1", [name]).map_err(copying)?;
    Ok(rows)
}

fn compare(rows: &Rows, unfinished: &Path) -> Result<VerifyReport, Error> {
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
