//! Opening, writing, reading and closing, on real files.

use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::mpsc;
use std::thread;

use halfday_domain::id::OwnerId;
use halfday_store::{Error, Opening, Store};
use rusqlite::Connection;

fn opening(folder: &Path) -> Opening<'_> {
    static STARTS: AtomicI64 = AtomicI64::new(1);
    let start = STARTS.fetch_add(1, Ordering::Relaxed);
    Opening {
        folder,
        program: "terminal",
        at: 1_795_000_000_000,
        owner_id: OwnerId::from_parts(start, [7; 10]),
    }
}

fn put(store: &Store, key: &'static str, value: i64) -> Result<(), Error> {
    store.write(move |tx| {
        tx.execute("INSERT INTO settings (key, value) VALUES (?1, ?2)", (key, value.to_string()))?;
        Ok(())
    })
}

fn keys(store: &Store) -> Result<Vec<String>, Error> {
    store.read(keys_in)
}

fn keys_in(connection: &Connection) -> Result<Vec<String>, Error> {
    let mut statement = connection.prepare("SELECT key FROM settings ORDER BY key")?;
    let keys = statement.query_map([], |row| row.get(0))?;
    Ok(keys.collect::<rusqlite::Result<_>>()?)
}

#[test]
fn what_was_written_is_read_back_after_reopening() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&opening(folder.path())).unwrap();
    put(&store, "a", 1).unwrap();
    assert_eq!(keys(&store).unwrap(), ["a"]);

    store.close();

    let store = Store::open(&opening(folder.path())).unwrap();
    assert_eq!(keys(&store).unwrap(), ["a"]);
}

#[test]
fn an_error_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&opening(folder.path())).unwrap();

    let refused = store.write(|tx| {
        tx.execute("INSERT INTO settings (key, value) VALUES ('half', '1')", [])?;
        Err::<(), _>(Error::ChangedMeanwhile { what: "item" })
    });

    assert_eq!(refused.unwrap_err().code(), "changed_meanwhile");
    assert_eq!(keys(&store).unwrap(), [""; 0], "the transaction was rolled back");
}

#[test]
fn a_panic_leaves_nothing_behind_and_the_writer_lives_on() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&opening(folder.path())).unwrap();

    let panicked = store.write(|tx| -> Result<(), Error> {
        tx.execute("INSERT INTO settings (key, value) VALUES ('half', '1')", [])?;
        panic!("on purpose");
    });

    assert!(matches!(panicked, Err(Error::WriterPanicked { message }) if message == "on purpose"));
    put(&store, "next", 1).unwrap();
    assert_eq!(keys(&store).unwrap(), ["next"]);
}

#[test]
fn a_panic_of_a_reader_is_told_and_all_readers_live_on() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&opening(folder.path())).unwrap();

    for _ in 0..5 {
        let panicked = store.read(|_| -> Result<(), Error> { panic!("on purpose") });
        assert!(matches!(panicked, Err(Error::ReaderPanicked { .. })));
    }

    assert_eq!(keys(&store).unwrap(), [""; 0], "five panics did not use up three readers");
}

#[test]
fn a_reader_sees_one_state_while_others_write() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&opening(folder.path())).unwrap();
    let (has_looked, looked) = mpsc::channel();
    let (has_written, written) = mpsc::channel();
    let reading = store.clone();

    let reader = thread::spawn(move || {
        reading.read(move |connection| {
            let before = keys_in(connection)?;
            has_looked.send(()).unwrap();
            written.recv().unwrap();
            Ok::<_, Error>((before, keys_in(connection)?))
        })
    });
    looked.recv().unwrap();
    put(&store, "meanwhile", 1).unwrap();
    has_written.send(()).unwrap();

    let (before, after) = reader.join().unwrap().unwrap();
    assert_eq!(before, after, "one piece of reading is one snapshot");
    assert_eq!(keys(&store).unwrap(), ["meanwhile"]);
}

#[test]
fn a_reader_cannot_write() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&opening(folder.path())).unwrap();

    let refused = store.read(|connection| {
        connection.execute("INSERT INTO settings (key, value) VALUES ('a', '1')", [])?;
        Ok::<_, Error>(())
    });

    assert!(matches!(refused, Err(Error::Statement(_))));
    assert_eq!(keys(&store).unwrap(), [""; 0]);
}

#[test]
fn calling_the_store_from_its_own_work_is_refused_instead_of_waiting_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&opening(folder.path())).unwrap();
    let inner = store.clone();

    let refused = store.write(move |_| put(&inner, "a", 1));

    assert!(matches!(refused, Err(Error::CalledFromInside)));
}

#[test]
fn work_may_close_its_own_store() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&opening(folder.path())).unwrap();
    let inner = store.clone();

    store
        .write(move |tx| {
            tx.execute("INSERT INTO settings (key, value) VALUES ('last', '1')", [])?;
            inner.close();
            Ok::<_, Error>(())
        })
        .unwrap();

    assert!(matches!(put(&store, "a", 1), Err(Error::Closed)));
    let store = Store::open(&opening(folder.path())).unwrap();
    assert_eq!(keys(&store).unwrap(), ["last"], "what it did before was committed");
}

#[test]
fn a_full_disk_is_told_as_such_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&opening(folder.path())).unwrap();

    let full = store.write(|tx| {
        let pages: i64 = tx.pragma_query_value(None, "page_count", |row| row.get(0))?;
        tx.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))?;
        let value = format!("\"{}\"", "x".repeat(1_000_000));
        tx.execute("INSERT INTO settings (key, value) VALUES ('large', ?1)", [value])?;
        Ok::<_, Error>(())
    });

    assert_eq!(full.unwrap_err().code(), "disk_full");
    assert_eq!(keys(&store).unwrap(), [""; 0]);
}

#[test]
fn a_closed_store_says_so_to_its_clones() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&opening(folder.path())).unwrap();
    let clone = store.clone();

    store.close();

    assert!(matches!(put(&clone, "a", 1), Err(Error::Closed)));
    assert!(matches!(clone.read(keys_in), Err(Error::Closed)));
    assert!(matches!(clone.feed(), Err(Error::Closed)));
}

#[test]
fn closing_leaves_one_whole_file_and_no_owner_lock() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&opening(folder.path())).unwrap();
    put(&store, "a", 1).unwrap();

    store.close();

    assert!(!folder.path().join("halfday.db-wal").exists(), "the journal was written back");
    assert_eq!(folder.path().join("owners").read_dir().unwrap().count(), 0);
}

#[cfg(unix)]
#[test]
fn the_folder_is_made_for_this_person_only() {
    use std::os::unix::fs::PermissionsExt;
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("a ? % folder").join("數據");

    let store = Store::open(&opening(&folder)).unwrap();

    assert_eq!(folder.metadata().unwrap().permissions().mode() & 0o777, 0o700);
    put(&store, "a", 1).unwrap();
    assert_eq!(keys(&store).unwrap(), ["a"]);
}
