//! The core behind the window: opened when it is first needed, so that a window is there to say what went wrong, and
//! opened again when the person says so after it did.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use halfday_app::api::Changed;
use halfday_app::{App, Opening, WorkOptions};
use tauri::AppHandle;

use crate::call_error::CallError;
use crate::desktop;
use crate::feed::Feed;
use crate::listener::Listener;

/// The core, open or not yet.
pub(crate) struct Core {
    handle: AppHandle,
    opening: Opening,
    open: Mutex<Option<Open>>,
    listener: Arc<Listener<Changed>>,
}

struct Open {
    app: App,
    feed: Feed,
}

impl Core {
    pub(crate) fn new(handle: AppHandle, opening: Opening) -> Self {
        Self { handle, opening, open: Mutex::new(None), listener: Arc::default() }
    }

    /// The open core.
    pub(crate) fn app(&self) -> Result<App, CallError> {
        let mut open = self.lock();
        if let Some(open) = open.as_ref().filter(|open| !open.app.is_closed()) {
            return Ok(open.app.clone());
        }
        // It closed itself: everything was deleted, and a new file begins.
        if let Some(Open { feed, .. }) = open.take() {
            feed.wait();
        }
        let app = App::open(self.opening.clone())?;
        let feed = Feed::start(app.changes()?, self.on_changes(&app))
            .map_err(|error| CallError::unanswered(error.to_string()))?;
        // What it does is in the record, and told from there; that it can do nothing is not.
        let listener = Arc::clone(&self.listener);
        let tell = move |event| {
            if let Some(changed) = Changed::beside_the_record(&event) {
                listener.tell(&changed);
            }
        };
        app.start_worker(WorkOptions::default(), Arc::new(tell))?;
        desktop::begin(&self.handle, &app);
        *open = Some(Open { app: app.clone(), feed });
        Ok(app)
    }

    /// Who is told of changes.
    pub(crate) fn listeners(&self) -> &Listener<Changed> {
        &self.listener
    }

    /// Lets the database go. Its end is also the feed's, which is waited for.
    pub(crate) fn close(&self) {
        if let Some(Open { app, feed }) = self.lock().take() {
            app.close();
            feed.wait();
        }
    }

    /// Called at every change and at least once a minute. The page is told first: what the desktop makes of it may take
    /// a moment.
    fn on_changes(&self, app: &App) -> impl Fn(Vec<Changed>) + Send + 'static {
        let (handle, app, listener) = (self.handle.clone(), app.clone(), Arc::clone(&self.listener));
        move |batch| {
            for changed in &batch {
                listener.tell(changed);
            }
            desktop::heed(&handle, &app, &batch);
            // What could not be done now is tried in a minute again.
            let _ = app.keep_time();
        }
    }

    /// A panic while opening leaves `None`, which is a state like any other.
    fn lock(&self) -> MutexGuard<'_, Option<Open>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
