//! The stream of what happened, whoever did it: this process wakes it after a commit, the journal's
//! change tells of the others, and a look every half second catches what neither told.

use std::fs::File;
use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use halfday_domain::id::{ItemId, JobId};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use rusqlite::Connection;

use crate::connection;
use crate::error::Error;
use crate::events;
use crate::queue::lock;

/// That something happened; what it is now, the listener asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub seq: i64,
    pub kind: String,
    pub job: Option<JobId>,
    pub item: Option<ItemId>,
}

/// Ends a listener from another thread, at once.
#[derive(Clone)]
pub struct EndFeed {
    wakes: Sender<Wake>,
}

impl EndFeed {
    /// What has happened so far still comes; then nothing any more.
    pub fn end(&self) {
        // A listener that is gone needs no word.
        let _ = self.wakes.send(Wake::Ended);
    }
}

/// One listener. Every event after its start comes once, in order.
pub struct Feed {
    wakes: Receiver<Wake>,
    /// Our own end of the channel, for [`Feed::ender`].
    sender: Sender<Wake>,
    connection: Connection,
    seen_seq: i64,
    /// `None`: the last look did not get to the end.
    seen_version: Option<i64>,
    pause: Duration,
    ended: bool,
    /// Held so that it goes on; without it only the half second remains.
    watcher: Option<RecommendedWatcher>,
    /// As long as the connection above is open, the file must not be swapped.
    _open: Arc<File>,
}

enum Wake {
    /// Visible already.
    Committed,
    /// Soon visible: the journal is written before the commit counts.
    JournalWritten,
    /// The store is closed, or whoever listens has heard enough.
    Ended,
}

/// The listeners of this process; `None` once the store is closed.
pub(crate) struct Wakers {
    listeners: Mutex<Option<Vec<Sender<Wake>>>>,
}

const FALLBACK: Duration = Duration::from_millis(500);
const SOON: Duration = Duration::from_millis(2);
const BATCH: i64 = 1_000;

impl Wakers {
    pub(crate) fn new() -> Self {
        Self { listeners: Mutex::new(Some(Vec::new())) }
    }

    pub(crate) fn committed(&self) {
        if let Some(listeners) = lock(&self.listeners).as_mut() {
            listeners.retain(|listener| listener.send(Wake::Committed).is_ok());
        }
    }

    pub(crate) fn end(&self) {
        for listener in lock(&self.listeners).take().unwrap_or_default() {
            // A listener that is gone needs no word.
            let _ = listener.send(Wake::Ended);
        }
    }

    fn add(&self, listener: Sender<Wake>) {
        match lock(&self.listeners).as_mut() {
            Some(listeners) => listeners.push(listener),
            // The store closed while the feed began; our own end of the channel is still there.
            None => drop(listener.send(Wake::Ended)),
        }
    }
}

impl Feed {
    pub(crate) fn start(folder: &Path, wakers: &Wakers, open: Arc<File>) -> Result<Self, Error> {
        let (sender, wakes) = mpsc::channel();
        let mut feed = Self::listen(folder, sender.clone(), wakes, open)?;
        feed.watcher = watch(folder, sender.clone());
        wakers.add(sender);
        Ok(feed)
    }

    fn listen(
        folder: &Path,
        sender: Sender<Wake>,
        wakes: Receiver<Wake>,
        open: Arc<File>,
    ) -> Result<Self, Error> {
        let connection = connection::reading(&connection::database_path(folder))?;
        // The version before the events: what comes between is looked at once too often, not missed.
        let seen_version = Some(data_version(&connection)?);
        let seen_seq = events::last_seq(&connection)?;
        Ok(Self {
            wakes,
            sender,
            connection,
            seen_seq,
            seen_version,
            pause: FALLBACK,
            ended: false,
            watcher: None,
            _open: open,
        })
    }

    /// What ends this listener while it waits.
    pub fn ender(&self) -> EndFeed {
        EndFeed { wakes: self.sender.clone() }
    }

    /// Waits for the next events, at most `timeout`. An empty batch: nothing happened. `None`: the
    /// store is closed, or it was ended, and nothing comes any more.
    pub fn next(&mut self, timeout: Duration) -> Option<Vec<Change>> {
        let start = Instant::now();
        loop {
            // What cannot be read now stays unseen and is asked for again after the pause.
            let changes = self.look().unwrap_or_default();
            if !changes.is_empty() {
                return Some(changes);
            }
            if self.ended {
                return None;
            }
            let left = timeout.saturating_sub(start.elapsed());
            if left.is_zero() {
                return Some(changes);
            }
            self.wait(left);
        }
    }

    fn wait(&mut self, left: Duration) {
        match self.wakes.recv_timeout(left.min(self.pause)) {
            Ok(wake) => self.heed(&wake),
            // Our own end of the channel is open: it can only be the time.
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                self.pause = (self.pause * 2).min(FALLBACK);
            }
        }
        while let Ok(wake) = self.wakes.try_recv() {
            self.heed(&wake);
        }
    }

    fn heed(&mut self, wake: &Wake) {
        match wake {
            Wake::Committed => {}
            Wake::JournalWritten => self.pause = SOON,
            Wake::Ended => self.ended = true,
        }
    }

    fn look(&mut self) -> rusqlite::Result<Vec<Change>> {
        let version = data_version(&self.connection)?;
        if self.seen_version == Some(version) {
            return Ok(Vec::new());
        }
        let changes = after(&self.connection, self.seen_seq)?;
        if let Some(last) = changes.last() {
            self.seen_seq = last.seq;
        }
        let whole = i64::try_from(changes.len()).is_ok_and(|count| count < BATCH);
        self.seen_version = whole.then_some(version);
        Ok(changes)
    }
}

fn after(connection: &Connection, seq: i64) -> rusqlite::Result<Vec<Change>> {
    let mut statement = connection.prepare_cached(
        "SELECT seq, kind, job_id, item_id FROM events WHERE seq > ?1 ORDER BY seq LIMIT ?2",
    )?;
    let changes = statement.query_map([seq, BATCH], |row| {
        let job: Option<String> = row.get("job_id")?;
        let item: Option<String> = row.get("item_id")?;
        Ok(Change {
            seq: row.get("seq")?,
            kind: row.get("kind")?,
            // An id that cannot be read names nothing; the event itself must still be told.
            job: job.and_then(|id| id.parse().ok()),
            item: item.and_then(|id| id.parse().ok()),
        })
    })?;
    changes.collect()
}

/// Changes when another connection commits, in this process or elsewhere.
fn data_version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "data_version", |row| row.get(0))
}

fn watch(folder: &Path, wakes: Sender<Wake>) -> Option<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        // Our own looking opens the journal too: only writing counts.
        let written = matches!(event.kind, EventKind::Any | EventKind::Create(_) | EventKind::Modify(_));
        if written && event.paths.iter().any(|path| is_journal(path)) {
            // A listener that is gone needs no word.
            let _ = wakes.send(Wake::JournalWritten);
        }
    })
    .ok()?;
    watcher.watch(folder, RecursiveMode::NonRecursive).ok()?;
    Some(watcher)
}

fn is_journal(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "halfday.db-wal")
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;
    use crate::store::{Opening, Store};

    #[test]
    fn without_a_watcher_commits_of_others_are_found_by_looking() {
        let folder = tempfile::tempdir().unwrap();
        let owner_id = halfday_domain::id::OwnerId::from_parts(1, [1; 10]);
        let opening = Opening { folder: folder.path(), program: "window", at: 1, owner_id };
        let _store = Store::open(&opening).unwrap();
        let (nobody, wakes) = mpsc::channel();
        let open = Arc::new(tempfile::tempfile().unwrap());
        let mut feed = Feed::listen(folder.path(), nobody, wakes, open).unwrap();
        let other = connection::writing(&connection::database_path(folder.path())).unwrap();
        let (heard, was_heard) = mpsc::channel();
        let listener = thread::spawn(move || {
            for _ in 0..3 {
                heard.send(feed.next(Duration::from_mins(1))).unwrap();
            }
        });

        for seq in 1..=3 {
            // The listener is most likely waiting by now; nobody will wake it.
            let sql = "INSERT INTO events (at, origin, actor, kind, data) VALUES (1, 'a', 'b', 'c', '{}')";
            other.execute_batch(sql).unwrap();
            let change = Change { seq, kind: "c".to_owned(), job: None, item: None };
            assert_eq!(was_heard.recv().unwrap(), Some(vec![change]));
        }
        listener.join().unwrap();
    }

    #[test]
    fn a_listener_is_ended_while_it_waits_and_the_store_stays_open() {
        let folder = tempfile::tempdir().unwrap();
        let owner_id = halfday_domain::id::OwnerId::from_parts(1, [1; 10]);
        let opening = Opening { folder: folder.path(), program: "window", at: 1, owner_id };
        let store = Store::open(&opening).unwrap();
        let mut feed = store.feed().unwrap();
        let (ender, began) = (feed.ender(), Instant::now());
        let listener = thread::spawn(move || while feed.next(Duration::from_hours(1)).is_some() {});

        ender.end();
        listener.join().unwrap();

        assert!(began.elapsed() < Duration::from_mins(1), "it did not wait for its next look");
        assert!(store.feed().is_ok());
    }
}
