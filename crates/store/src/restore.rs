//! Putting a copy back in the place of the database. The present file is kept beside it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::error::Error;
use crate::verify::{self, Problem, VerifyReport};
use crate::{backup, connection, migrate};

/// What to do when a copy without work would replace a database with work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestoreChoice {
    RefuseEmpty,
    EvenIfEmpty,
}

/// A copy was put in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestoreReport {
    /// Where the replaced database is kept.
    pub kept: Option<PathBuf>,
    /// Of the copy; the next start brings an older one to our version.
    pub version: i64,
    /// Rows of each table.
    pub rows: BTreeMap<String, i64>,
    /// Rows that point nowhere, taken over as they are.
    pub problems: Vec<Problem>,
}

/// Replaces the database of `folder` by the copy at `from`, which itself stays as it is. Nobody
/// may have the database open. `at` (UTC ms) dates the kept file.
pub fn restore(folder: &Path, from: &Path, choice: RestoreChoice, at: i64) -> Result<RestoreReport, Error> {
    let _alone = migrate::enter_alone(folder)?;
    let database = connection::database_path(folder);
    if backup::same_file(&database, from) {
        return Err(Error::CopyOntoItself { path: from.to_owned() });
    }
    let unfinished = connection::beside(&database, ".restoring");
    let outcome = bring_in(from, &unfinished).and_then(|report| {
        if report.is_empty() && choice == RestoreChoice::RefuseEmpty && holds_work(&database) {
            return Err(Error::EmptyReplacesFull { path: database.clone() });
        }
        let kept = keep(&database, folder, at)?;
        backup::place(&unfinished, &database)?;
        let VerifyReport { version, rows, problems } = report;
        Ok(RestoreReport { kept, version, rows, problems })
    });
    if outcome.is_err() {
        // The reason for the failure is worth more than that of the tidying.
        let _ = backup::discard(&unfinished);
    }
    outcome
}

/// Byte by byte, with the journal if it has one: SQLite never opens what the person gave us, which
/// may lie on a medium that cannot be written.
fn bring_in(from: &Path, unfinished: &Path) -> Result<VerifyReport, Error> {
    match fs::metadata(from) {
        Ok(metadata) if !metadata.is_file() => return Err(Error::NotAFile { path: from.to_owned() }),
        Ok(metadata) if metadata.len() == 0 => return Err(Error::EmptyFile { path: from.to_owned() }),
        Ok(_) => {}
        Err(_) => return Err(Error::NoCopy { path: from.to_owned() }),
    }
    backup::discard(unfinished)?;
    for ending in ["", "-wal"] {
        let part = connection::beside(from, ending);
        if part.is_file() {
            let beside = connection::beside(unfinished, ending);
            fs::copy(&part, &beside).map_err(|source| Error::PlaceFile { path: beside, source })?;
        }
    }
    make_one_file(unfinished)?;
    backup::check(unfinished)
}

fn make_one_file(path: &Path) -> Result<(), Error> {
    let opening = |source| Error::OpenDatabase { path: path.to_owned(), source };
    let copy = connection::alone(path, OpenFlags::empty())?;
    copy.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(())).map_err(opening)
}

/// A database that cannot be read may hold everything.
fn holds_work(database: &Path) -> bool {
    database.exists()
        && !connection::reading(database)
            .and_then(|present| Ok(verify::is_empty(&verify::count_rows(&present)?)))
            .unwrap_or(false)
}

/// Leaves the present file where it is, under a second name: at no moment is there none.
fn keep(database: &Path, folder: &Path, at: i64) -> Result<Option<PathBuf>, Error> {
    let journal = connection::beside(database, "-wal");
    if !database.exists() && !journal.exists() {
        return Ok(None);
    }
    if matches!(migrate::look(database), Ok(migrate::Found::Older | migrate::Found::Current)) {
        // It may still refuse; then its journal is kept as it is.
        let _ = make_one_file(database);
    }
    let kept = free_name(folder, at)?;
    let keeping = |source| Error::PlaceFile { path: kept.clone(), source };
    if journal.exists() {
        fs::rename(&journal, connection::beside(&kept, "-wal")).map_err(keeping)?;
    }
    if database.exists() && fs::hard_link(database, &kept).is_err() {
        fs::copy(database, &kept).map_err(keeping)?;
    }
    // Only an index of the journal, rebuilt by whoever opens the file.
    let _ = fs::remove_file(connection::beside(database, "-shm"));
    Ok(Some(kept))
}

fn free_name(folder: &Path, at: i64) -> Result<PathBuf, Error> {
    let date: String = Connection::open_in_memory()?.query_row(
        "SELECT strftime('%Y-%m-%dT%H-%M-%SZ', ?1 / 1000, 'unixepoch')",
        [at],
        |row| row.get::<_, Option<String>>(0).map(Option::unwrap_or_default),
    )?;
    let mut name = folder.join(format!("halfday-replaced-{date}.db"));
    let mut number = 2;
    while name.exists() {
        name = folder.join(format!("halfday-replaced-{date}-{number}.db"));
        number += 1;
    }
    Ok(name)
}
