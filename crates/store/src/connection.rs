//! How a connection is opened: the settings every one of them shares. Which thread owns it is
//! decided elsewhere.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::error::Error;

/// Marks a file as ours: `HDay`.
pub(crate) const APPLICATION_ID: i32 = 0x4844_6179;

const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
const CACHED_STATEMENTS: usize = 128;

pub(crate) fn database_path(folder: &Path) -> PathBuf {
    folder.join("halfday.db")
}

/// `halfday.db` → `halfday.db-wal`.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// The connection of the writer thread.
///
/// `synchronous = FULL`: a commit that was acknowledged survives a power cut; with NORMAL the last
/// ones may be gone (a killed process loses nothing either way). Measured on ext4, 1,000 commits of
/// one small row: FULL 0.20 s, NORMAL 0.02 s. A person does not feel 0.2 ms.
pub(crate) fn writing(path: &Path) -> Result<Connection, Error> {
    let connection = open(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let setting_up = |source| Error::OpenDatabase { path: path.to_owned(), source };
    // SQLite falls back to reading without a word where it may not write.
    if connection.is_readonly("main").map_err(setting_up)? {
        return Err(Error::ReadOnlyDatabase { path: path.to_owned() });
    }
    let mode: String = connection
        .pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))
        .map_err(setting_up)?;
    if mode != "wal" {
        return Err(Error::WriteAheadLog { path: path.to_owned(), mode });
    }
    connection.pragma_update(None, "synchronous", "FULL").map_err(setting_up)?;
    // Only macOS heeds it, where an ordinary sync may stop in the disk's own cache.
    connection.pragma_update(None, "fullfsync", true).map_err(setting_up)?;
    connection.pragma_update(None, "foreign_keys", true).map_err(setting_up)?;
    Ok(connection)
}

/// A connection that cannot change the file, not even by tidying up when it closes.
pub(crate) fn reading(path: &Path) -> Result<Connection, Error> {
    let connection = open(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)
        .map_err(|source| Error::OpenDatabase { path: path.to_owned(), source })?;
    Ok(connection)
}

/// For a file that nobody else looks at: made, migrated or taken apart under the exclusive lock.
pub(crate) fn alone(path: &Path, making: OpenFlags) -> Result<Connection, Error> {
    open(path, OpenFlags::SQLITE_OPEN_READ_WRITE | making)
}

fn open(path: &Path, flags: OpenFlags) -> Result<Connection, Error> {
    // Without URI: a data folder with `?` or `%` in its name stays a plain path.
    let opening = |source| Error::OpenDatabase { path: path.to_owned(), source };
    let connection =
        Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(opening)?;
    connection.busy_timeout(BUSY_TIMEOUT).map_err(opening)?;
    connection.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
    connection.pragma_update(None, "trusted_schema", false).map_err(opening)?;
    Ok(connection)
}
