//! Backup, restore and the check of a whole file.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::thread;

use halfday_domain::id::OwnerId;
use halfday_store::{Error, Opening, Problem, RestoreChoice, Store, restore};
use rusqlite::Connection;

type Failed = Box<dyn std::error::Error + Send + Sync>;

const AT: i64 = 1_795_000_000_000;

fn open(folder: &Path) -> Result<Store, Error> {
    static STARTS: AtomicI64 = AtomicI64::new(1);
    let owner_id = OwnerId::from_parts(STARTS.fetch_add(1, Ordering::Relaxed), [9; 10]);
    Store::open(&Opening { folder, program: "terminal", at: AT, owner_id })
}

fn add_template(store: &Store, name: &str) -> Result<(), Error> {
    add_templates(store, &[name])
}

fn add_templates(store: &Store, names: &[&str]) -> Result<(), Error> {
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    store.write(move |tx| {
        let sql = "INSERT INTO templates (id, name, body, created_at) VALUES (?1, ?1, '{}', 0)";
        names.iter().try_for_each(|name| tx.execute(sql, [name]).map(drop))?;
        Ok(())
    })
}

fn templates(folder: &Path) -> Result<Vec<String>, Error> {
    let store = open(folder)?;
    store.read(|connection| {
        let mut statement = connection.prepare("SELECT name FROM templates ORDER BY rowid")?;
        let names = statement.query_map([], |row| row.get(0))?;
        Ok(names.collect::<rusqlite::Result<_>>()?)
    })
}

/// A folder whose database holds these templates, closed.
fn folder_with(names: &[&str]) -> Result<tempfile::TempDir, Failed> {
    let folder = tempfile::tempdir()?;
    let store = open(folder.path())?;
    add_templates(&store, names)?;
    store.close();
    Ok(folder)
}

/// A copy of a database that holds these templates.
fn copy_with(names: &[&str], folder: &Path) -> Result<PathBuf, Failed> {
    let source = folder_with(names)?;
    let copy = folder.join(format!("copy-{}.db", names.len()));
    open(source.path())?.backup_to(&copy)?;
    Ok(copy)
}

fn files(folder: &Path) -> Result<Vec<String>, Failed> {
    let mut names = Vec::new();
    for entry in folder.read_dir()? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

#[test]
fn a_backup_is_one_file_that_can_be_opened_as_a_database() {
    let (folder, elsewhere) = (folder_with(&["a", "b"]).unwrap(), tempfile::tempdir().unwrap());
    let target = elsewhere.path().join("halfday.db");
    let store = open(folder.path()).unwrap();

    let report = store.backup_to(&target).unwrap();

    assert_eq!(files(elsewhere.path()).unwrap(), ["halfday.db"]);
    assert_eq!((report.path.as_path(), report.rows["templates"]), (target.as_path(), 2));
    assert_eq!(report.bytes, target.metadata().unwrap().len());
    assert_eq!(templates(elsewhere.path()).unwrap(), ["a", "b"]);
}

#[test]
fn a_backup_taken_while_others_write_is_whole() {
    let (folder, elsewhere) = (folder_with(&["first"]).unwrap(), tempfile::tempdir().unwrap());
    let store = open(folder.path()).unwrap();
    let enough = Arc::new(AtomicBool::new(false));
    let writer = {
        let (store, enough) = (store.clone(), Arc::clone(&enough));
        thread::spawn(move || {
            let mut number = 0;
            while !enough.load(Ordering::Relaxed) {
                add_template(&store, &format!("{number}")).unwrap();
                number += 1;
            }
        })
    };

    let reports: Vec<_> = (0..10)
        .map(|number| store.backup_to(&elsewhere.path().join(format!("{number}.db"))).unwrap())
        .collect();
    enough.store(true, Ordering::Relaxed);
    writer.join().unwrap();

    assert!(reports.is_sorted_by_key(|report| report.rows["templates"]));
    assert!(reports[9].rows["templates"] > reports[0].rows["templates"], "the writer went on meanwhile");
}

#[test]
fn a_backup_replaces_an_older_copy() {
    let (folder, elsewhere) = (folder_with(&["a"]).unwrap(), tempfile::tempdir().unwrap());
    let target = elsewhere.path().join("copy.db");
    let store = open(folder.path()).unwrap();
    store.backup_to(&target).unwrap();
    add_template(&store, "b").unwrap();

    assert_eq!(store.backup_to(&target).unwrap().rows["templates"], 2);
}

#[test]
fn an_empty_database_never_replaces_a_full_copy() {
    let elsewhere = tempfile::tempdir().unwrap();
    let target = copy_with(&["a"], elsewhere.path()).unwrap();
    let before = fs::read(&target).unwrap();
    let empty = folder_with(&[]).unwrap();

    let refused = open(empty.path()).unwrap().backup_to(&target).unwrap_err();

    assert_eq!(refused.code(), "empty_replaces_full");
    assert_eq!(fs::read(&target).unwrap(), before);
}

#[test]
fn a_backup_does_not_replace_what_is_not_an_older_copy() {
    let (folder, elsewhere) = (folder_with(&["a"]).unwrap(), tempfile::tempdir().unwrap());
    let store = open(folder.path()).unwrap();
    let letter = elsewhere.path().join("letter.txt");
    fs::write(&letter, "dear all ".repeat(100)).unwrap();
    let newer = copy_with(&["a"], elsewhere.path()).unwrap();
    Connection::open(&newer).unwrap().pragma_update(None, "user_version", 999).unwrap();
    let other = elsewhere.path().join("other.db");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE mine (a)").unwrap();
    let before: Vec<_> = [&letter, &newer, &other].map(|path| fs::read(path).unwrap()).into();

    let codes = [&letter, &newer, &other].map(|path| store.backup_to(path).unwrap_err().code());

    assert_eq!(codes, ["database_damaged", "database_newer", "database_foreign"]);
    let after: Vec<_> = [&letter, &newer, &other].map(|path| fs::read(path).unwrap()).into();
    assert!(before == after, "not a byte of them changed");
    assert_eq!(files(elsewhere.path()).unwrap().len(), 3, "no half copy stays behind");
}

#[test]
fn an_empty_file_from_a_save_dialog_may_be_filled() {
    let (folder, elsewhere) = (folder_with(&["a"]).unwrap(), tempfile::tempdir().unwrap());
    let target = elsewhere.path().join("數據 backup.db");
    fs::write(&target, "").unwrap();

    assert_eq!(open(folder.path()).unwrap().backup_to(&target).unwrap().rows["templates"], 1);
}

#[test]
fn a_backup_onto_the_database_itself_or_into_no_folder_is_refused() {
    let folder = folder_with(&["a"]).unwrap();
    let store = open(folder.path()).unwrap();

    let onto_itself = store.backup_to(&folder.path().join("owners").join("..").join("halfday.db"));
    let nowhere = store.backup_to(&folder.path().join("no such folder").join("copy.db"));

    assert!(matches!(onto_itself, Err(Error::CopyOntoItself { .. })));
    assert!(matches!(nowhere, Err(Error::PlaceFile { .. })));
}

#[cfg(unix)]
#[test]
fn a_backup_is_for_this_person_only() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, elsewhere) = (folder_with(&["a"]).unwrap(), tempfile::tempdir().unwrap());
    let target = elsewhere.path().join("copy.db");

    open(folder.path()).unwrap().backup_to(&target).unwrap();

    assert_eq!(target.metadata().unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn restoring_puts_the_copy_in_place_and_keeps_what_was_there() {
    let (folder, elsewhere) = (folder_with(&["now", "too"]).unwrap(), tempfile::tempdir().unwrap());
    let copy = copy_with(&["then"], elsewhere.path()).unwrap();
    let before = fs::read(&copy).unwrap();

    let report = restore(folder.path(), &copy, RestoreChoice::RefuseEmpty, AT).unwrap();

    assert_eq!(templates(folder.path()).unwrap(), ["then"]);
    assert_eq!(fs::read(&copy).unwrap(), before, "the copy itself stays as it is");
    let kept = report.kept.unwrap();
    assert_eq!(kept.file_name().unwrap(), "halfday-replaced-2026-11-18T11-06-40Z.db");
    restore(folder.path(), &kept, RestoreChoice::RefuseEmpty, AT).unwrap();
    assert_eq!(templates(folder.path()).unwrap(), ["now", "too"], "there is a way back");
    assert_eq!(
        files(folder.path()).unwrap(),
        [
            "halfday-replaced-2026-11-18T11-06-40Z-2.db",
            "halfday-replaced-2026-11-18T11-06-40Z.db",
            "halfday.db",
            "halfday.lock",
            "owners"
        ]
    );
}

#[test]
fn restoring_into_a_new_folder_keeps_nothing() {
    let parent = tempfile::tempdir().unwrap();
    let copy = copy_with(&["a"], parent.path()).unwrap();
    let folder = parent.path().join("new");

    let report = restore(&folder, &copy, RestoreChoice::RefuseEmpty, AT).unwrap();

    assert_eq!((report.kept, report.rows["templates"]), (None, 1));
    assert_eq!(templates(&folder).unwrap(), ["a"]);
}

#[test]
fn an_empty_copy_replaces_a_full_database_only_when_the_person_says_so() {
    let (folder, elsewhere) = (folder_with(&["work"]).unwrap(), tempfile::tempdir().unwrap());
    let empty = copy_with(&[], elsewhere.path()).unwrap();

    let refused = restore(folder.path(), &empty, RestoreChoice::RefuseEmpty, AT).unwrap_err();
    assert_eq!(refused.code(), "empty_replaces_full");
    assert_eq!(templates(folder.path()).unwrap(), ["work"]);
    assert_eq!(files(folder.path()).unwrap(), ["halfday.db", "halfday.lock", "owners"]);

    restore(folder.path(), &empty, RestoreChoice::EvenIfEmpty, AT).unwrap();
    assert_eq!(templates(folder.path()).unwrap(), [""; 0]);
}

#[test]
fn what_is_no_whole_copy_of_ours_is_not_restored() {
    let (folder, elsewhere) = (folder_with(&["work"]).unwrap(), tempfile::tempdir().unwrap());
    let before = fs::read(folder.path().join("halfday.db")).unwrap();
    let place = |name: &str, bytes: &[u8]| {
        let path = elsewhere.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let good = fs::read(copy_with(&["a"], elsewhere.path()).unwrap()).unwrap();
    let mut overwritten = good.clone();
    overwritten[4096 * 3..4096 * 5].fill(0x5a);
    let newer = copy_with(&["a", "b"], elsewhere.path()).unwrap();
    Connection::open(&newer).unwrap().pragma_update(None, "user_version", 999).unwrap();
    let cases = [
        (elsewhere.path().join("missing.db"), "not_found"),
        (elsewhere.path().to_owned(), "database_damaged"),
        (place("empty.db", b""), "database_damaged"),
        (place("letter.txt", "dear all ".repeat(100).as_bytes()), "database_damaged"),
        (place("cut.db", &good[..good.len() / 2]), "database_damaged"),
        (place("overwritten.db", &overwritten), "database_damaged"),
        (newer, "database_newer"),
    ];

    for (copy, code) in cases {
        let refused = restore(folder.path(), &copy, RestoreChoice::EvenIfEmpty, AT).unwrap_err();
        assert_eq!(refused.code(), code, "{}: {refused}", copy.display());
        assert_eq!(files(folder.path()).unwrap(), ["halfday.db", "halfday.lock", "owners"]);
    }
    assert!(fs::read(folder.path().join("halfday.db")).unwrap() == before, "nothing was touched");
}

#[test]
fn a_plain_copy_of_the_file_with_its_journal_is_restored_with_the_last_work() {
    let (folder, elsewhere) = (folder_with(&["a"]).unwrap(), tempfile::tempdir().unwrap());
    let source = folder_with(&["first"]).unwrap();
    let store = open(source.path()).unwrap();
    add_template(&store, "still in the journal").unwrap();
    for name in ["halfday.db", "halfday.db-wal"] {
        fs::copy(source.path().join(name), elsewhere.path().join(name)).unwrap();
    }

    let copy = elsewhere.path().join("halfday.db");
    restore(folder.path(), &copy, RestoreChoice::RefuseEmpty, AT).unwrap();

    assert_eq!(templates(folder.path()).unwrap(), ["first", "still in the journal"]);
    assert_eq!(files(elsewhere.path()).unwrap(), ["halfday.db", "halfday.db-wal"], "the copy was not opened");
}

#[test]
fn a_damaged_database_is_kept_with_its_journal_and_replaced() {
    let elsewhere = tempfile::tempdir().unwrap();
    let copy = copy_with(&["saved"], elsewhere.path()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("halfday.db"), "").unwrap();
    fs::write(folder.path().join("halfday.db-wal"), "the last work").unwrap();

    let kept = restore(folder.path(), &copy, RestoreChoice::RefuseEmpty, AT).unwrap().kept.unwrap();

    assert_eq!(templates(folder.path()).unwrap(), ["saved"]);
    assert_eq!(fs::read(&kept).unwrap(), b"");
    let mut journal = kept.into_os_string();
    journal.push("-wal");
    assert_eq!(fs::read(journal).unwrap(), b"the last work");
}

#[test]
fn restoring_while_a_store_or_its_feed_is_open_is_refused() {
    let (folder, elsewhere) = (folder_with(&["a"]).unwrap(), tempfile::tempdir().unwrap());
    let copy = copy_with(&["b"], elsewhere.path()).unwrap();
    let try_it = || restore(folder.path(), &copy, RestoreChoice::RefuseEmpty, AT);

    let store = open(folder.path()).unwrap();
    assert!(matches!(try_it(), Err(Error::InUse { holders }) if holders.len() == 1));
    let feed = store.feed().unwrap();
    store.close();
    assert!(matches!(try_it(), Err(Error::InUse { .. })), "the feed still reads the file");
    drop(feed);

    try_it().unwrap();
}

#[test]
fn a_row_that_points_nowhere_is_named_and_kept() {
    let folder = folder_with(&["a"]).unwrap();
    let whole = open(folder.path()).unwrap().verify().unwrap();
    assert!(whole.is_whole() && !whole.is_empty());
    assert_eq!(whole.rows["templates"], 1);

    let connection = Connection::open(folder.path().join("halfday.db")).unwrap();
    connection
        .execute_batch(
            "PRAGMA foreign_keys = OFF;
             INSERT INTO subitems (id, item_id, position, title) VALUES ('s', 'nobody', 1, 'x')",
        )
        .unwrap();
    drop(connection);

    let missing = [Problem::Reference { table: "subitems".into(), row: Some(1), parent: "items".into() }];
    let store = open(folder.path()).unwrap();
    assert_eq!(store.verify().unwrap().problems, missing);
    let copy = folder.path().join("copy.db");
    assert_eq!(store.backup_to(&copy).unwrap().problems, missing, "it is copied all the same");
    store.close();
    let report = restore(folder.path(), &copy, RestoreChoice::RefuseEmpty, AT).unwrap();
    assert_eq!(report.problems, missing, "and can be restored");
}

#[test]
fn broken_pages_are_found_and_no_copy_is_made_of_them() {
    let names: Vec<String> = (0..2_000).map(|number| format!("template {number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let (folder, elsewhere) = (folder_with(&names).unwrap(), tempfile::tempdir().unwrap());
    let path = folder.path().join("halfday.db");
    let mut bytes = fs::read(&path).unwrap();
    let last = bytes.len() - 4096 * 8;
    bytes[last..].fill(0x5a);
    fs::write(&path, bytes).unwrap();

    let store = open(folder.path()).unwrap();
    let report = store.verify().unwrap();
    let refused = store.backup_to(&elsewhere.path().join("copy.db")).unwrap_err();

    assert!(matches!(report.problems.first(), Some(Problem::Integrity(_))), "{report:?}");
    assert_eq!(refused.code(), "database_damaged");
    assert_eq!(files(elsewhere.path()).unwrap(), [""; 0]);
}
