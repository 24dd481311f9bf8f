//! Threads that own their connections and take work from one queue. What a transaction is, the
//! writer and the readers say.

use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use rusqlite::Connection;

use crate::error::Error;

thread_local! {
    static IS_DATABASE_THREAD: Cell<bool> = const { Cell::new(false) };
}

type Work = Box<dyn FnOnce(&mut Connection) + Send>;

pub(crate) struct Queue {
    /// Taken away when the queue closes.
    work: Mutex<Option<Sender<Work>>>,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

/// The words of a panic.
pub(crate) struct Panicked(pub(crate) String);

impl Queue {
    /// One thread per connection. `farewell` is the last thing each does with it.
    pub(crate) fn start(
        name: &str,
        connections: Vec<Connection>,
        farewell: fn(&Connection),
    ) -> Result<Self, Error> {
        let (sender, receiver) = mpsc::channel();
        let receiver = Arc::new(Mutex::new(receiver));
        let mut threads = Vec::new();
        for connection in connections {
            let receiver = Arc::clone(&receiver);
            let thread = thread::Builder::new()
                .name(name.to_owned())
                .spawn(move || serve(connection, &receiver, farewell))
                .map_err(|source| Error::StartThread { source })?;
            threads.push(thread);
        }
        Ok(Self { work: Mutex::new(Some(sender)), threads: Mutex::new(threads) })
    }

    /// Runs `work` on one of the threads and waits for what it returns.
    pub(crate) fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> T + Send + 'static,
    ) -> Result<Result<T, Panicked>, Error> {
        if IS_DATABASE_THREAD.get() {
            return Err(Error::CalledFromInside);
        }
        let (answer, answered) = mpsc::sync_channel(1);
        let boxed: Work = Box::new(move |connection| {
            // The connection stays sound: a transaction that is dropped rolls back.
            let outcome = catch_unwind(AssertUnwindSafe(|| work(connection)));
            // The caller waits below; should it be gone, nobody wants the answer.
            let _ = answer.send(outcome.map_err(|payload| Panicked(words(payload.as_ref()))));
        });
        let sender = lock(&self.work).clone().ok_or(Error::Closed)?;
        sender.send(boxed).map_err(|_| Error::Closed)?;
        // Else a clone held here would keep the threads alive past `close`.
        drop(sender);
        answered.recv().map_err(|_| Error::Closed)
    }

    /// Finishes the work that is queued and ends the threads. A second call does nothing.
    pub(crate) fn close(&self) {
        drop(lock(&self.work).take());
        let threads = std::mem::take(&mut *lock(&self.threads));
        if IS_DATABASE_THREAD.get() {
            // Work that closes its own store cannot wait for its own thread: the threads end by
            // themselves, now that the queue is closed.
            return;
        }
        for thread in threads {
            // A thread catches every panic of its work, so there is nothing to learn from the join.
            let _ = thread.join();
        }
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        self.close();
    }
}

fn serve(mut connection: Connection, work: &Mutex<Receiver<Work>>, farewell: fn(&Connection)) {
    IS_DATABASE_THREAD.set(true);
    loop {
        // In its own statement: the lock is given back before the work begins.
        let next = lock(work).recv();
        let Ok(next) = next else { break };
        next(&mut connection);
    }
    farewell(&connection);
}

fn words(payload: &(dyn Any + Send)) -> String {
    payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "no words".to_owned())
}

/// Nothing behind our locks can be left half done, so a poisoned one is as good as new.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
