//! The open database: what the rest of Halfday holds in its hand.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use halfday_domain::id::OwnerId;
use rusqlite::{Connection, Transaction};

use crate::backup::{self, BackupReport};
use crate::connection;
use crate::error::Error;
use crate::feed::{Feed, Wakers};
use crate::migrate;
use crate::owner::{self, OwnerLock};
use crate::queue::lock;
use crate::readers::Readers;
use crate::verify::{self, VerifyReport};
use crate::writer::Writer;

/// Who opens what.
#[derive(Debug, Clone, Copy)]
pub struct Opening<'a> {
    pub folder: &'a Path,
    /// `window` or `terminal`.
    pub program: &'a str,
    /// Now, UTC ms.
    pub at: i64,
    /// A new one for every start of a program.
    pub owner_id: OwnerId,
}

/// The database, open. Cloning is cheap; the last clone closes it.
#[derive(Clone)]
pub struct Store {
    inside: Arc<Inside>,
}

struct Inside {
    folder: PathBuf,
    owner_id: OwnerId,
    readers: Readers,
    writer: Writer,
    wakers: Arc<Wakers>,
    held: Mutex<Option<Held>>,
}

/// What other processes see of us. The fields are given back in this order.
struct Held {
    _owner: OwnerLock,
    open: Arc<File>,
}

impl Store {
    /// Makes the folder and the database where there are none, brings an older database to this
    /// version (a copy of it goes into `backups/` first) and registers the owner.
    pub fn open(opening: &Opening<'_>) -> Result<Self, Error> {
        let open = migrate::enter(opening.folder)?;
        let path = connection::database_path(opening.folder);
        let wakers = Arc::new(Wakers::new());
        let writer = Writer::start(connection::writing(&path)?, Arc::clone(&wakers))?;
        let readers = Readers::start(&path)?;
        // The lock comes before the row: whoever sees the row finds its lock held.
        let owner = OwnerLock::take(opening)?;
        let row = owner::Row::of(opening);
        writer.write(move |transaction| owner::insert(transaction, &row))?;
        let held = Mutex::new(Some(Held { _owner: owner, open: Arc::new(open) }));
        let inside = Inside {
            folder: opening.folder.to_owned(),
            owner_id: opening.owner_id,
            readers,
            writer,
            wakers,
            held,
        };
        Ok(Self { inside: Arc::new(inside) })
    }

    /// Runs `work` in one IMMEDIATE transaction on the writer thread. It is committed, and safe
    /// from a power cut, when this returns `Ok`; an `Err` or a panic leaves nothing behind.
    pub fn write<T, E>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        self.inside.writer.write(work)
    }

    /// Runs `work` as [`Store::write`] would and undoes all of it: what would come of it, before it does.
    pub fn rehearse<T, E>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        self.inside.writer.rehearse(work)
    }

    /// Runs `work` on a reader thread. It sees one state of the database, whatever is written
    /// meanwhile, and can change nothing.
    pub fn read<T, E>(&self, work: impl FnOnce(&Connection) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        self.inside.readers.read(work)
    }

    /// What happens from now on, whichever process does it.
    pub fn feed(&self) -> Result<Feed, Error> {
        let open = self.open_lock()?;
        Feed::start(&self.inside.folder, &self.inside.wakers, open)
    }

    /// Ends the owners whose process is gone. `work` does in the same transaction what follows
    /// from it (their attempts become lost); it is not called when nobody died. Returns who did.
    pub fn end_dead_owners<E>(
        &self,
        at: i64,
        work: impl FnOnce(&Transaction<'_>, &[OwnerId]) -> Result<(), E> + Send + 'static,
    ) -> Result<Vec<OwnerId>, E>
    where
        E: From<Error> + Send + 'static,
    {
        let (folder, own) = (self.inside.folder.clone(), self.inside.owner_id);
        let dead = self.read(move |connection| owner::dead(connection, &folder, own))?;
        if dead.is_empty() {
            return Ok(dead);
        }
        let ended = self.write(move |transaction| {
            let ended = owner::end(transaction, &dead, at)?;
            if !ended.is_empty() {
                work(transaction, &ended)?;
            }
            Ok::<_, E>(ended)
        })?;
        owner::forget(&self.inside.folder, &ended);
        Ok(ended)
    }

    /// Writes a verified copy to `target`, which appears whole or not at all. Work goes on
    /// meanwhile. An older copy there is replaced, but never by an empty one, and nothing that
    /// is not an older copy of ours.
    pub fn backup_to(&self, target: &Path) -> Result<BackupReport, Error> {
        let _open = self.open_lock()?;
        backup::backup(&connection::database_path(&self.inside.folder), &self.inside.writer, target)
    }

    /// Reads the whole file for damage.
    pub fn verify(&self) -> Result<VerifyReport, Error> {
        self.read(verify::verify)
    }

    /// This process, as attempts name it.
    pub fn owner_id(&self) -> OwnerId {
        self.inside.owner_id
    }

    /// Where the database stands.
    pub fn folder(&self) -> &Path {
        &self.inside.folder
    }

    /// Finishes queued work, writes the journal back and gives the locks back. Clones that are
    /// still about get [`Error::Closed`] from now on, feeds end.
    pub fn close(self) {
        self.inside.shut();
    }

    /// Whether it was closed, by whoever holds a clone of it.
    pub fn is_closed(&self) -> bool {
        lock(&self.inside.held).is_none()
    }

    fn open_lock(&self) -> Result<Arc<File>, Error> {
        lock(&self.inside.held).as_ref().map(|held| Arc::clone(&held.open)).ok_or(Error::Closed)
    }
}

impl Inside {
    fn shut(&self) {
        self.wakers.end();
        // The writer last: it writes the journal back when nobody of us reads any more.
        self.readers.close();
        self.writer.close();
        drop(lock(&self.held).take());
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        self.shut();
    }
}
