//! Which plans are asked for just now, what happens there, and how they are stopped.

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use halfday_runner::agents::asking::StopAsking;

use crate::Error;
use crate::api::SplittingView;

/// What is under way gets this long to end when the program does.
const ENDS_WITHIN: Duration = Duration::from_secs(10);

/// Those under way, by the names their callers gave them.
#[derive(Clone, Default)]
pub(crate) struct Splittings(Arc<Shared>);

#[derive(Default)]
struct Shared {
    running: Mutex<BTreeMap<String, Running>>,
    ended: Condvar,
}

struct Running {
    text: String,
    stop: StopAsking,
}

/// One that is under way as long as this lives.
pub(super) struct UnderWay {
    all: Splittings,
    asked_as: String,
    pub(super) stop: StopAsking,
}

impl Splittings {
    pub(super) fn begin(&self, asked_as: &str) -> Result<UnderWay, Error> {
        let mut running = self.lock();
        if running.contains_key(asked_as) {
            return Err(Error::SplittingUnderWay { asked_as: asked_as.to_owned() });
        }
        let stop = StopAsking::default();
        running.insert(asked_as.to_owned(), Running { text: String::new(), stop: stop.clone() });
        Ok(UnderWay { all: self.clone(), asked_as: asked_as.to_owned(), stop })
    }

    pub(super) fn view(&self, asked_as: &str) -> SplittingView {
        match self.lock().get(asked_as) {
            Some(running) => SplittingView { is_running: true, text: running.text.clone() },
            None => SplittingView { is_running: false, text: String::new() },
        }
    }

    pub(super) fn stop(&self, asked_as: &str) {
        if let Some(running) = self.lock().get(asked_as) {
            running.stop.ask();
        }
    }

    /// Stops all, and waits for their end: no agent outlives the program.
    pub(crate) fn stop_all(&self) {
        let running = self.lock();
        running.values().for_each(|one| one.stop.ask());
        // What does not end in time ends with the process.
        let _ = self.0.ended.wait_timeout_while(running, ENDS_WITHIN, |running| !running.is_empty());
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Running>> {
        // Every entry in it is whole, whoever died holding it.
        self.0.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl UnderWay {
    /// What happens now, in words.
    pub(super) fn says(&self, text: String) {
        if let Some(running) = self.all.lock().get_mut(&self.asked_as) {
            running.text = text;
        }
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.all.lock().remove(&self.asked_as);
        self.all.0.ended.notify_all();
    }
}
