//! Working the queue: attempts are claimed, driven, and ended, as many at once as the limits let. The
//! window runs this as long as it is open, the terminal until nothing more can be done.

mod beside;
mod brief;
mod claim;
mod copies;
mod happened;
mod measure;
mod orders;
mod recorder;
mod standstill;
mod task;
mod worker;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::api::{StandstillView, WorkEvent};
use crate::{App, Error};

pub(crate) use copies::{CHECKPOINTS, STAGING};
pub(crate) use happened::step_text;
pub use worker::WorkEnd;
pub(crate) use worker::interruption;

/// Who is told what happens.
pub type Listener = Arc<dyn Fn(WorkEvent) + Send + Sync>;

/// How the queue is worked.
#[derive(Clone)]
pub struct WorkOptions {
    /// Only these jobs and items, as people name them; empty: all.
    pub only: Vec<String>,
    /// So many at once, instead of the setting.
    pub at_once: Option<u32>,
    pub budget: WorkBudget,
    pub until: Until,
    /// After so long without a word the person is asked whether to keep waiting, in milliseconds.
    pub silence_ms: u64,
}

/// The most that may be used before the person is asked, where it is said for this run; what is not said is
/// as it is set. Tokens and money are for all attempts of the run together.
#[derive(Debug, Clone, Copy, Default)]
pub struct WorkBudget {
    pub tokens: Option<u64>,
    pub money_nano: Option<u64>,
    /// Minutes of work on one item.
    pub minutes: Option<u32>,
    /// Steps of one attempt.
    pub steps: Option<u64>,
}

/// How long the queue is worked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// As long as the program runs.
    Stopped,
    /// Until nothing is left, or only what needs the person; a question is waited for so long
    /// (milliseconds).
    NothingLeft { waits_for_person_ms: u64 },
}

/// After so long without a word the person is asked.
const USUAL_SILENCE_MS: u64 = 10 * 60 * 1_000;
/// When the queue could not be worked, it is tried again after this.
const AGAIN_AFTER: Duration = Duration::from_secs(5);

impl Default for WorkOptions {
    fn default() -> Self {
        Self {
            only: vec![],
            at_once: None,
            budget: WorkBudget::default(),
            until: Until::Stopped,
            silence_ms: USUAL_SILENCE_MS,
        }
    }
}

/// Asks the work on the queue to end.
#[derive(Clone, Default)]
pub struct StopWork {
    is_asked: Arc<AtomicBool>,
    wake: Arc<Mutex<Option<Sender<worker::Wake>>>>,
}

impl StopWork {
    /// What is under way is stopped, then the work ends.
    pub fn ask(&self) {
        self.is_asked.store(true, Ordering::SeqCst);
        let wake = self.wake.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(wake) = wake {
            // A worker that is gone needs no waking.
            let _ = wake.send(worker::Wake::Asked);
        }
    }

    fn is_asked(&self) -> bool {
        self.is_asked.load(Ordering::SeqCst)
    }

    /// Returns when it is asked, or after this time.
    fn wait(&self, most: Duration) {
        let (wake, wakes) = mpsc::channel();
        *self.wake.lock().unwrap_or_else(PoisonError::into_inner) = Some(wake);
        if !self.is_asked() {
            // Both ways out mean the same here.
            let _ = wakes.recv_timeout(most);
        }
    }
}

/// The queue as it is worked in the background, if it is.
#[derive(Clone, Default)]
pub(crate) struct Background {
    running: Arc<Mutex<Option<Worker>>>,
    standstill: Arc<Mutex<Option<StandstillView>>>,
}

struct Worker {
    stop: StopWork,
    thread: JoinHandle<()>,
}

impl App {
    /// Works the queue on a thread of its own as long as this is open: [`App::close`] stops what is
    /// under way and waits for its end. When it cannot go on, [`App::worker`] says why, and it begins
    /// again a moment later.
    pub fn start_worker(&self, options: WorkOptions, listener: Listener) -> Result<(), Error> {
        self.stop_worker();
        let stop = StopWork::default();
        let (app, asked) = (self.clone(), stop.clone());
        let thread = std::thread::Builder::new()
            .name("worker".to_owned())
            .spawn(move || app.keep_working(&options, &asked, &listener))
            .map_err(|source| Error::StartWorker { source })?;
        *self.background.lock() = Some(Worker { stop, thread });
        Ok(())
    }

    /// Stops the work in the background, if there is any, and waits for its end.
    pub(crate) fn stop_worker(&self) {
        let running = self.background.lock().take();
        if let Some(Worker { stop, thread }) = running {
            stop.ask();
            // A panic was told where it happened; what was under way is lost and says so.
            let _ = thread.join();
        }
    }

    fn keep_working(&self, options: &WorkOptions, stop: &StopWork, listener: &Listener) {
        while !stop.is_asked() && !self.is_closed() {
            match self.work_queue(options, stop, Arc::clone(listener)) {
                Ok(_) => return,
                // Another program may hold the database, or the disk may be full: both pass.
                Err(error) => self.stands_still(error, listener),
            }
            stop.wait(AGAIN_AFTER);
        }
    }
}

impl Background {
    fn lock(&self) -> MutexGuard<'_, Option<Worker>> {
        // Nothing can panic while it is held.
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn standstill(&self) -> MutexGuard<'_, Option<StandstillView>> {
        // As above.
        self.standstill.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
