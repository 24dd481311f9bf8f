//! Owners: each process holds an operating-system lock on a file of its own while it lives. The
//! system gives it back at death however death comes, so nobody has to guess from a clock.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;

use halfday_domain::id::OwnerId;
use rusqlite::types::Type;
use rusqlite::{Connection, Transaction};

use crate::error::{Error, Holder};
use crate::store::Opening;

/// Our own lock. Dropping it removes the file, then gives the lock back.
pub(crate) struct OwnerLock {
    path: PathBuf,
    _file: File,
}

/// A row of `owners`.
pub(crate) struct Row {
    id: OwnerId,
    pid: u32,
    program: String,
    started_at: i64,
}

impl Row {
    pub(crate) fn of(opening: &Opening<'_>) -> Self {
        Self {
            id: opening.owner_id,
            pid: process::id(),
            program: opening.program.to_owned(),
            started_at: opening.at,
        }
    }
}

impl OwnerLock {
    pub(crate) fn take(opening: &Opening<'_>) -> Result<Self, Error> {
        let path = lock_path(opening.folder, opening.owner_id);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)
                .map_err(|source| Error::MakeFolder { path: folder.to_owned(), source })?;
        }
        let locking = |source| Error::LockFile { path: path.clone(), source };
        let mut file = File::create(&path).map_err(locking)?;
        // Waits at most for somebody who is just looking at the new file.
        file.lock().map_err(locking)?;
        write!(file, "{} {}", process::id(), opening.program).map_err(locking)?;
        Ok(Self { path, _file: file })
    }
}

impl Drop for OwnerLock {
    fn drop(&mut self) {
        // A file that stays is only litter: its lock is free, and that is what counts.
        let _ = fs::remove_file(&self.path);
    }
}

pub(crate) fn insert(transaction: &Transaction<'_>, row: &Row) -> Result<(), Error> {
    transaction.execute(
        "INSERT INTO owners (id, pid, program, started_at) VALUES (?1, ?2, ?3, ?4)",
        (row.id.to_string(), row.pid, &row.program, row.started_at),
    )?;
    Ok(())
}

/// The owners that are not marked as ended and whose process is gone.
pub(crate) fn dead(connection: &Connection, folder: &Path, own: OwnerId) -> Result<Vec<OwnerId>, Error> {
    let mut dead = Vec::new();
    for id in not_ended(connection)? {
        // Our own lock is never asked: on some network file systems one process gets it twice.
        if id != own && matches!(look(&lock_path(folder, id))?, Life::Gone) {
            dead.push(id);
        }
    }
    Ok(dead)
}

/// Marks them as ended and returns those that nobody else had marked before.
pub(crate) fn end(transaction: &Transaction<'_>, dead: &[OwnerId], at: i64) -> Result<Vec<OwnerId>, Error> {
    let mut statement =
        transaction.prepare_cached("UPDATE owners SET ended_at = ?1 WHERE id = ?2 AND ended_at IS NULL")?;
    let mut ended = Vec::new();
    for id in dead {
        if statement.execute((at, id.to_string()))? == 1 {
            ended.push(*id);
        }
    }
    Ok(ended)
}

pub(crate) fn forget(folder: &Path, ended: &[OwnerId]) {
    for id in ended {
        // An owner that closed properly has no file any more; one that stays does no harm.
        let _ = fs::remove_file(lock_path(folder, *id));
    }
}

/// Who lives, as far as it can be read: for the sentence that says why we have to wait.
pub(crate) fn holders(folder: &Path) -> Vec<Holder> {
    let Ok(entries) = fs::read_dir(owners_folder(folder)) else { return Vec::new() };
    let mut holders: Vec<Holder> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| matches!(look(path), Ok(Life::Held)))
        .filter_map(|path| {
            let text = fs::read_to_string(path).ok()?;
            let (pid, program) = text.split_once(' ')?;
            Some(Holder { pid: pid.parse().ok()?, program: program.to_owned() })
        })
        .collect();
    holders.sort_by_key(|holder| holder.pid);
    holders
}

enum Life {
    Held,
    Gone,
}

fn look(path: &Path) -> Result<Life, Error> {
    let looking = |source| Error::LockFile { path: path.to_owned(), source };
    let file = match OpenOptions::new().read(true).write(true).open(path) {
        Ok(file) => file,
        Err(source) if source.kind() == io::ErrorKind::NotFound => return Ok(Life::Gone),
        Err(source) => return Err(looking(source)),
    };
    // Shared, so that two who look at once do not take each other for the owner.
    match file.try_lock_shared() {
        Ok(()) => Ok(Life::Gone),
        Err(TryLockError::WouldBlock) => Ok(Life::Held),
        Err(TryLockError::Error(source)) => Err(looking(source)),
    }
}

fn not_ended(connection: &Connection) -> Result<Vec<OwnerId>, Error> {
    let mut statement =
        connection.prepare_cached("SELECT id FROM owners WHERE ended_at IS NULL ORDER BY started_at, id")?;
    let ids = statement.query_map([], |row| {
        let text: String = row.get(0)?;
        text.parse::<OwnerId>()
            .map_err(|source| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(source)))
    })?;
    Ok(ids.collect::<rusqlite::Result<Vec<_>>>()?)
}

fn owners_folder(folder: &Path) -> PathBuf {
    folder.join("owners")
}

fn lock_path(folder: &Path, id: OwnerId) -> PathBuf {
    owners_folder(folder).join(format!("{id}.lock"))
}
