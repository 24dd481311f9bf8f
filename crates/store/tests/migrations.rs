//! Older databases are brought to this version, a copy of them first.

use std::fs::{self, File};
use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};

use halfday_domain::id::OwnerId;
use halfday_store::{Error, Opening, Store};
use rusqlite::Connection;

type Failed = Box<dyn std::error::Error + Send + Sync>;

fn open(folder: &Path) -> Result<Store, Error> {
    static STARTS: AtomicI64 = AtomicI64::new(1);
    let owner_id = OwnerId::from_parts(STARTS.fetch_add(1, Ordering::Relaxed), [5; 10]);
    Store::open(&Opening { folder, program: "window", at: 1_795_000_000_000, owner_id })
}

/// A database of ours from before the first version, holding what `sql` makes.
fn old_database(folder: &Path, sql: &str) -> Result<(), Failed> {
    let connection = Connection::open(folder.join("halfday.db"))?;
    connection.pragma_update(None, "application_id", 0x4844_6179)?;
    Ok(connection.execute_batch(sql)?)
}

fn version(path: &Path) -> Result<i64, Failed> {
    Ok(Connection::open(path)?.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

fn notes(path: &Path) -> Result<String, Failed> {
    Ok(Connection::open(path)?.query_row("SELECT text FROM notes", [], |row| row.get(0))?)
}

#[test]
fn an_older_database_is_copied_then_migrated_and_keeps_its_rows() {
    let folder = tempfile::tempdir().unwrap();
    old_database(folder.path(), "CREATE TABLE notes (text); INSERT INTO notes VALUES ('mine')").unwrap();

    open(folder.path()).unwrap().close();

    let database = folder.path().join("halfday.db");
    assert!(version(&database).unwrap() >= 1);
    assert_eq!(notes(&database).unwrap(), "mine");
    let copies: Vec<_> =
        folder.path().join("backups").read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(copies.len(), 1);
    assert_eq!((version(&copies[0]).unwrap(), notes(&copies[0]).unwrap()), (0, "mine".to_owned()));
}

#[test]
fn a_migration_that_fails_leaves_the_old_version_whole() {
    let folder = tempfile::tempdir().unwrap();
    old_database(folder.path(), "CREATE TABLE notes (text); INSERT INTO notes VALUES ('mine')").unwrap();
    let database = folder.path().join("halfday.db");
    Connection::open(&database).unwrap().execute_batch("CREATE TABLE events (in_the_way)").unwrap();

    let refused = open(folder.path()).err().unwrap();

    assert!(matches!(refused, Error::Migrate { to: 1, .. }), "{refused}");
    assert_eq!((version(&database).unwrap(), notes(&database).unwrap()), (0, "mine".to_owned()));
    let tables: i64 = Connection::open(&database)
        .unwrap()
        .query_row("SELECT count(*) FROM sqlite_schema WHERE type = 'table'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(tables, 2, "no table of the new version stays behind");
}

#[test]
fn a_database_somebody_has_open_is_not_migrated() {
    let folder = tempfile::tempdir().unwrap();
    old_database(folder.path(), "CREATE TABLE notes (text); INSERT INTO notes VALUES ('mine')").unwrap();
    let database = folder.path().join("halfday.db");
    let before = fs::read(&database).unwrap();
    let other = File::create(folder.path().join("halfday.lock")).unwrap();
    other.lock_shared().unwrap();

    assert!(matches!(open(folder.path()), Err(Error::InUse { .. })));
    assert!(fs::read(&database).unwrap() == before);

    drop(other);
    open(folder.path()).unwrap().close();
}

#[test]
fn a_second_start_changes_nothing_and_copies_nothing() {
    let folder = tempfile::tempdir().unwrap();
    open(folder.path()).unwrap().close();
    open(folder.path()).unwrap().close();

    assert!(!folder.path().join("backups").exists());
}
