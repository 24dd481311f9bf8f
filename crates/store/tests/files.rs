//! What stands where the database should be: each file that cannot be used gets its own error and
//! is left as it was.

use std::fs::{self, File};
use std::path::Path;

use halfday_domain::id::OwnerId;
use halfday_store::{Error, Opening, Store};
use rusqlite::Connection;

type Failed = Box<dyn std::error::Error + Send + Sync>;

fn open(folder: &Path) -> Result<Store, Error> {
    Store::open(&Opening {
        folder,
        program: "window",
        at: 1_795_000_000_000,
        owner_id: OwnerId::from_parts(1_795_000_000_000, [3; 10]),
    })
}

/// Opening a folder with `bytes` as its database is refused with `code`, and they stay.
fn check_refused(bytes: &[u8], code: &str) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("halfday.db");
    fs::write(&path, bytes)?;

    let refused = open(folder.path()).err().map(|error| error.code());

    assert_eq!(refused, Some(code));
    assert_eq!(fs::read(&path)?, bytes, "a file that is refused is not touched");
    Ok(())
}

/// The bytes of a database that was opened and closed, after `change`.
fn database_bytes(change: impl FnOnce(&Connection)) -> Result<Vec<u8>, Failed> {
    let folder = tempfile::tempdir()?;
    open(folder.path())?.close();
    let path = folder.path().join("halfday.db");
    let connection = Connection::open(&path)?;
    change(&connection);
    drop(connection);
    Ok(fs::read(&path)?)
}

#[test]
fn an_empty_file_is_refused() {
    check_refused(b"", "database_damaged").unwrap();
}

#[test]
fn a_text_file_is_refused() {
    check_refused("not a database, 不是資料庫\n".repeat(100).as_bytes(), "database_damaged").unwrap();
}

#[test]
fn a_file_of_zeros_is_refused() {
    check_refused(&[0; 8192], "database_damaged").unwrap();
}

#[test]
fn a_broken_header_is_refused() {
    let mut bytes = database_bytes(|_| ()).unwrap();
    bytes[..16].copy_from_slice(b"SQLite format 9\0");
    check_refused(&bytes, "database_damaged").unwrap();
}

#[test]
fn a_file_cut_off_after_its_header_is_refused() {
    let bytes = database_bytes(|_| ()).unwrap();
    check_refused(&bytes[..150], "database_damaged").unwrap();
}

#[test]
fn a_newer_database_is_refused_with_both_versions() {
    let bytes =
        database_bytes(|connection| connection.pragma_update(None, "user_version", 999).unwrap()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("halfday.db"), &bytes).unwrap();

    let refused = open(folder.path()).err().unwrap();

    assert!(matches!(refused, Error::NewerDatabase { found: 999, known: 1.., .. }), "{refused}");
    check_refused(&bytes, "database_newer").unwrap();
}

#[test]
fn a_database_of_another_program_is_refused() {
    let bytes =
        database_bytes(|connection| connection.pragma_update(None, "application_id", 7).unwrap()).unwrap();
    check_refused(&bytes, "database_foreign").unwrap();
}

#[test]
fn a_folder_in_the_place_of_the_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("halfday.db")).unwrap();

    assert!(matches!(open(folder.path()), Err(Error::NotAFile { .. })));
}

#[test]
fn a_file_in_the_place_of_the_folder_is_refused() {
    let parent = tempfile::tempdir().unwrap();
    let place = parent.path().join("halfday");
    fs::write(&place, "mine").unwrap();

    assert!(matches!(open(&place), Err(Error::MakeFolder { .. })));
    assert_eq!(fs::read_to_string(&place).unwrap(), "mine");
}

#[test]
fn a_journal_without_its_database_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("halfday.db-wal");
    fs::write(&journal, "the last work").unwrap();

    assert!(matches!(open(folder.path()), Err(Error::MissingFile { .. })));
    assert_eq!(fs::read_to_string(&journal).unwrap(), "the last work");
}

#[test]
fn what_a_start_that_was_cut_short_left_behind_is_no_hindrance() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("halfday.db.new"), "half made").unwrap();
    fs::write(folder.path().join("halfday.db.new-journal"), "half made").unwrap();

    open(folder.path()).unwrap().close();

    assert!(!folder.path().join("halfday.db.new").exists());
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_refused_and_nothing_appears_in_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    // The administrator may write everywhere; then there is nothing to refuse.
    let probe = folder.path().join("probe");
    let may_write = File::create(&probe).is_ok();
    if may_write {
        fs::remove_file(&probe).unwrap();
    }

    let opened = open(folder.path());

    match opened {
        Ok(_) => assert!(may_write, "opened although the folder cannot be written"),
        Err(error) => {
            assert!(!may_write, "{error}");
            assert_eq!(error.code(), "folder_not_writable");
            assert_eq!(folder.path().read_dir().unwrap().count(), 0);
        }
    }
}

#[test]
fn a_folder_the_system_itself_keeps_is_refused() {
    // `/proc` cannot be written by anybody, not even by the administrator.
    if Path::new("/proc/self").exists() {
        assert!(matches!(open(Path::new("/proc/halfday")), Err(Error::MakeFolder { .. })));
        let refused = open(Path::new("/proc/self")).err().unwrap();
        assert!(matches!(refused, Error::LockFile { .. }), "{refused}");
    }
}

#[test]
fn two_starts_at_once_on_a_new_folder_both_succeed() {
    let folder = tempfile::tempdir().unwrap();
    let starts: Vec<_> = (0..8_i64)
        .map(|number| {
            let folder = folder.path().to_owned();
            std::thread::spawn(move || {
                Store::open(&Opening {
                    folder: &folder,
                    program: "terminal",
                    at: number,
                    owner_id: OwnerId::from_parts(number, [1; 10]),
                })
            })
        })
        .collect();

    let stores: Vec<Store> = starts.into_iter().map(|start| start.join().unwrap().unwrap()).collect();

    let owners: i64 = stores[0]
        .read(|connection| {
            Ok::<_, Error>(connection.query_row("SELECT count(*) FROM owners", [], |row| row.get(0))?)
        })
        .unwrap();
    assert_eq!(owners, 8, "all of them opened the same database");
}
