//! The core on a pipe, for the tests that drive the pages in a browser. It is to them what the window's two calls are:
//! one line in is a call, one line out an answer or a change.
//!
//! ```text
//! bridge --data DIR [--now 2026-11-23T10:00:00+08:00]
//!
//! in   {"id":1,"name":"board","request":{"job":"1"}}
//! out  {"id":1,"ok":{…}}    {"id":1,"error":{"code":…,"params":…,"detail":…,"kind":…}}    {"changed":{…}}
//! ```
//!
//! It ends when its input does. The language is the person's setting, else the system's, as in the window.

use std::error::Error;
use std::ffi::OsString;
use std::io::{self, BufRead, Write};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use halfday_app::api::{CallError, Changed, WorkEvent};
use halfday_app::jiff::fmt::temporal::Pieces;
use halfday_app::jiff::tz::TimeZone;
use halfday_app::jiff::{Timestamp, ZonedDateTime};
use halfday_app::{App, Changes, Opening, Origin, WorkOptions};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A line of the input.
#[derive(Deserialize)]
struct Call {
    id: u64,
    name: String,
    request: Value,
}

/// A line of the output.
#[derive(Serialize)]
#[serde(untagged)]
enum Told {
    Answered { id: u64, ok: Value },
    Refused { id: u64, error: CallError },
    Changed { changed: Changed },
}

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let core = Core { opening: opening(std::env::args_os().skip(1))?, open: Mutex::new(None) };
    core.app()?;
    answer_calls(&core)?;
    // Its end is the end of the changes too, and with them of the other thread.
    if let Some(Open { app, changes }) = core.open()?.take() {
        app.close();
        wait_for(changes);
    }
    Ok(())
}

/// The core, opened anew after it was closed by a command, as the window does.
struct Core {
    opening: Opening,
    open: Mutex<Option<Open>>,
}

struct Open {
    app: App,
    changes: JoinHandle<()>,
}

impl Core {
    fn open(&self) -> Outcome<MutexGuard<'_, Option<Open>>> {
        self.open.lock().map_err(|_| "another call panicked".into())
    }

    fn app(&self) -> Outcome<App> {
        let mut open = self.open()?;
        if let Some(open) = open.as_ref().filter(|open| !open.app.is_closed()) {
            return Ok(open.app.clone());
        }
        if let Some(Open { changes, .. }) = open.take() {
            wait_for(changes);
        }
        let app = App::open(self.opening.clone())?;
        let changes = app.changes()?;
        app.start_worker(WorkOptions::default(), Arc::new(tell_beside_the_record))?;
        let changes = thread::spawn(|| tell_changes(changes));
        *open = Some(Open { app: app.clone(), changes });
        Ok(app)
    }
}

fn wait_for(changes: JoinHandle<()>) {
    // A thread that panicked has ended too, and has said so.
    let _ = changes.join();
}

fn opening(mut arguments: impl Iterator<Item = OsString>) -> Outcome<Opening> {
    let mut opening = Opening { data: None, now: None, language: None, origin: Origin::Window };
    while let Some(option) = arguments.next() {
        let value = arguments.next().ok_or("an option without a value")?;
        match option.to_str() {
            Some("--data") => opening.data = Some(value.into()),
            Some("--now") => opening.now = Some(moment(value.to_str().ok_or("--now is no text")?)?),
            _ => return Err(format!("unknown option {}", option.display()).into()),
        }
    }
    // The person's own data is nothing for a test.
    if opening.data.is_none() { Err("--data is missing".into()) } else { Ok(opening) }
}

/// The time, and the offset as the zone of days and weeks, as the terminal's `--now`.
fn moment(text: &str) -> Outcome<ZonedDateTime> {
    let offset = Pieces::parse(text)?.to_numeric_offset().ok_or("--now has no offset")?;
    let timestamp: Timestamp = text.parse()?;
    Ok(timestamp.to_zoned_datetime(TimeZone::fixed(offset)))
}

/// Answers until the input ends. Each call has a thread, as in the window: a slow one keeps no other waiting.
fn answer_calls(core: &Core) -> Outcome<()> {
    thread::scope(|scope| {
        for line in io::stdin().lock().lines() {
            let Call { id, name, request } = serde_json::from_str(&line?)?;
            let app = core.app()?;
            scope.spawn(move || {
                tell(&match app.dispatch(&name, request) {
                    Ok(ok) => Told::Answered { id, ok },
                    Err(error) => Told::Refused { id, error: error.into() },
                });
            });
        }
        Ok(())
    })
}

fn tell_changes(mut changes: Changes) {
    // How long it waits at a time matters to nobody: it wakes at every change and at the end.
    while let Some(batch) = changes.next(Duration::from_mins(1)) {
        for changed in batch {
            tell(&Told::Changed { changed });
        }
    }
}

fn tell_beside_the_record(event: WorkEvent) {
    if let Some(changed) = Changed::beside_the_record(&event) {
        tell(&Told::Changed { changed });
    }
}

/// One line of the output; the lock keeps lines apart.
fn tell(told: &Told) {
    // A reader that is gone wants no answer, and its end of the input ends us.
    let _ = write_line(told);
}

fn write_line(told: &Told) -> io::Result<()> {
    let mut line = serde_json::to_vec(told)?;
    line.push(b'\n');
    let mut output = io::stdout().lock();
    output.write_all(&line)?;
    output.flush()
}
