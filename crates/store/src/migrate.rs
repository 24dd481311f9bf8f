//! From the file that is found to the version this program knows, forward only. Whoever migrates
//! is alone: the others hold the shared lock, and it takes the exclusive one.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::connection::{self, APPLICATION_ID};
use crate::error::Error;
use crate::{backup, owner, verify};

pub(crate) struct Migration {
    to: i64,
    sql: &'static str,
}

/// Released files never change; a new version is a new line.
const MIGRATIONS: &[Migration] =
    &[Migration { to: 1, sql: include_str!("../../../migrations/0001_init.sql") }];

/// How long a start waits for another program that is starting or migrating.
const PATIENCE: Duration = Duration::from_secs(5);
const BETWEEN_TRIES: Duration = Duration::from_millis(10);

/// What stands where the database should be.
pub(crate) enum Found {
    Nothing,
    Older,
    Current,
}

/// Makes sure that a database of our version is there and returns the shared lock that keeps it
/// from being migrated or replaced.
pub(crate) fn enter(folder: &Path) -> Result<File, Error> {
    make_folder(folder)?;
    let path = connection::database_path(folder);
    let file = open_lock_file(folder)?;
    let until = Instant::now() + PATIENCE;
    loop {
        if take(file.try_lock_shared(), folder)? {
            match look(&path)? {
                Found::Current => return Ok(file),
                Found::Nothing | Found::Older => {
                    unlock(&file, folder)?;
                    if take(file.try_lock(), folder)? {
                        bring_up(&path, folder)?;
                        unlock(&file, folder)?;
                        continue;
                    }
                }
            }
        }
        if Instant::now() >= until {
            return Err(Error::InUse { holders: owner::holders(folder) });
        }
        thread::sleep(BETWEEN_TRIES);
    }
}

/// Alone with the folder, or [`Error::InUse`] at once.
pub(crate) fn enter_alone(folder: &Path) -> Result<File, Error> {
    make_folder(folder)?;
    let file = open_lock_file(folder)?;
    if take(file.try_lock(), folder)? {
        Ok(file)
    } else {
        Err(Error::InUse { holders: owner::holders(folder) })
    }
}

/// Alone with the folder, once those who are leaving it have gone.
pub(crate) fn enter_alone_soon(folder: &Path) -> Result<File, Error> {
    let until = Instant::now() + PATIENCE;
    loop {
        match enter_alone(folder) {
            Err(Error::InUse { .. }) if Instant::now() < until => thread::sleep(BETWEEN_TRIES),
            entered => return entered,
        }
    }
}

/// Looks without changing a byte of the file.
pub(crate) fn look(path: &Path) -> Result<Found, Error> {
    let looking = |source| Error::LookAtFile { path: path.to_owned(), source };
    match fs::metadata(path) {
        Err(source) if source.kind() == io::ErrorKind::NotFound => {
            let journal = fs::metadata(connection::beside(path, "-wal"));
            return if journal.is_ok_and(|journal| journal.len() > 0) {
                Err(Error::MissingFile { path: path.to_owned() })
            } else {
                Ok(Found::Nothing)
            };
        }
        Err(source) => return Err(looking(source)),
        Ok(metadata) if !metadata.is_file() => return Err(Error::NotAFile { path: path.to_owned() }),
        Ok(metadata) if metadata.len() == 0 => return Err(Error::EmptyFile { path: path.to_owned() }),
        Ok(_) => {}
    }
    let version = known_version(&connection::reading(path)?, path)?;
    Ok(if version == newest() { Found::Current } else { Found::Older })
}

/// The version of a database that is ours and not newer than we are.
pub(crate) fn known_version(database: &Connection, path: &Path) -> Result<i64, Error> {
    let opening = |source| Error::OpenDatabase { path: path.to_owned(), source };
    let application_id: i32 =
        database.pragma_query_value(None, "application_id", |row| row.get(0)).map_err(opening)?;
    if application_id != APPLICATION_ID {
        return Err(Error::ForeignDatabase { path: path.to_owned() });
    }
    let found = verify::version(database).map_err(opening)?;
    if found > newest() {
        return Err(Error::NewerDatabase { path: path.to_owned(), found, known: newest() });
    }
    Ok(found)
}

fn newest() -> i64 {
    MIGRATIONS.last().map_or(0, |migration| migration.to)
}

pub(crate) fn bring_up(path: &Path, folder: &Path) -> Result<(), Error> {
    // Looked at again: another process may have done it before we got the lock.
    match look(path)? {
        Found::Current => Ok(()),
        Found::Nothing => create(path),
        Found::Older => {
            let mut database = connection::alone(path, OpenFlags::empty())?;
            copy_before(path, folder, newest())?;
            run(&mut database, MIGRATIONS)
        }
    }
}

/// Under another name first: where `halfday.db` stands, it is whole.
fn create(path: &Path) -> Result<(), Error> {
    let unfinished = connection::beside(path, ".new");
    backup::discard(&unfinished)?;
    let mut database = connection::alone(&unfinished, OpenFlags::SQLITE_OPEN_CREATE)?;
    database
        .pragma_update(None, "application_id", APPLICATION_ID)
        .map_err(|source| Error::OpenDatabase { path: unfinished.clone(), source })?;
    run(&mut database, MIGRATIONS)?;
    drop(database);
    backup::place(&unfinished, path)
}

fn copy_before(path: &Path, folder: &Path, to: i64) -> Result<(), Error> {
    let copies = folder.join("backups");
    make_folder(&copies)?;
    backup::copy_alone(path, &copies.join(format!("before-migration-{to}.db")))?;
    Ok(())
}

/// Each in its own transaction: a failure leaves the version before it, whole.
pub(crate) fn run(database: &mut Connection, migrations: &[Migration]) -> Result<(), Error> {
    let start = verify::version(database)?;
    // Off while tables are rebuilt (it cannot be switched inside a transaction); checked before
    // each commit instead.
    database.pragma_update(None, "foreign_keys", false)?;
    for Migration { to, sql } in migrations.iter().filter(|migration| migration.to > start) {
        let migrating = |source| Error::Migrate { to: *to, source };
        let transaction =
            database.transaction_with_behavior(TransactionBehavior::Immediate).map_err(migrating)?;
        let dangled = verify::references(&transaction).map_err(migrating)?;
        transaction.execute_batch(sql).map_err(migrating)?;
        let dangling = verify::references(&transaction).map_err(migrating)?;
        // What pointed nowhere before must not lock the person out of a new version.
        if dangling.len() > dangled.len() {
            let rows = dangling.iter().map(ToString::to_string).collect();
            return Err(Error::MigrateReferences { to: *to, rows });
        }
        transaction.pragma_update(None, "user_version", to).map_err(migrating)?;
        transaction.commit().map_err(migrating)?;
    }
    Ok(())
}

/// For this person only: the pasted texts are theirs.
fn make_folder(folder: &Path) -> Result<(), Error> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|source| Error::MakeFolder { path: folder.to_owned(), source })
}

fn open_lock_file(folder: &Path) -> Result<File, Error> {
    let path = lock_path(folder);
    OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(&path)
        .map_err(|source| Error::LockFile { path, source })
}

/// Whether the lock was got; an error is anything but *somebody has it*.
fn take(tried: Result<(), TryLockError>, folder: &Path) -> Result<bool, Error> {
    match tried {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(source)) => Err(Error::LockFile { path: lock_path(folder), source }),
    }
}

fn unlock(file: &File, folder: &Path) -> Result<(), Error> {
    file.unlock().map_err(|source| Error::LockFile { path: lock_path(folder), source })
}

fn lock_path(folder: &Path) -> PathBuf {
    folder.join("halfday.lock")
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Migration =
        Migration { to: 1, sql: "CREATE TABLE a (id INTEGER PRIMARY KEY); INSERT INTO a VALUES (7)" };
    const SECOND: Migration =
        Migration { to: 2, sql: "CREATE TABLE b (a_id REFERENCES a (id)); INSERT INTO b VALUES (7)" };

    fn check(connection: &Connection, version: i64, tables: &[&str]) {
        assert_eq!(verify::version(connection).unwrap(), version);
        let found: Vec<String> = verify::count_rows(connection).unwrap().into_keys().collect();
        assert_eq!(found, tables);
    }

    #[test]
    fn migrations_run_in_order_and_only_once() {
        let mut connection = Connection::open_in_memory().unwrap();

        run(&mut connection, &[FIRST]).unwrap();
        check(&connection, 1, &["a"]);
        run(&mut connection, &[FIRST, SECOND]).unwrap();
        run(&mut connection, &[FIRST, SECOND]).unwrap();

        check(&connection, 2, &["a", "b"]);
    }

    #[test]
    fn a_migration_that_fails_leaves_those_before_it() {
        let mut connection = Connection::open_in_memory().unwrap();
        let broken = Migration { to: 2, sql: "CREATE TABLE b (x); INSERT INTO nowhere VALUES (1)" };

        let failed = run(&mut connection, &[FIRST, broken]);

        assert!(matches!(failed, Err(Error::Migrate { to: 2, .. })));
        check(&connection, 1, &["a"]);
    }

    #[test]
    fn a_migration_that_leaves_a_row_pointing_nowhere_is_not_committed() {
        let mut connection = Connection::open_in_memory().unwrap();
        run(&mut connection, &[FIRST, SECOND]).unwrap();

        let failed = run(&mut connection, &[Migration { to: 3, sql: "DELETE FROM a" }]);

        assert!(matches!(failed, Err(Error::MigrateReferences { to: 3, rows }) if rows.len() == 1));
        check(&connection, 2, &["a", "b"]);
        assert_eq!(verify::count_rows(&connection).unwrap()["a"], 1);
    }

    #[test]
    fn the_released_versions_count_up_from_one() {
        let versions: Vec<i64> = MIGRATIONS.iter().map(|migration| migration.to).collect();
        let expected: Vec<i64> = (1..).take(versions.len()).collect();
        assert_eq!(versions, expected);
    }
}
