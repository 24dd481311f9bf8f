//! A window that stays blank is worse than none: if the page does not say that it has drawn, something is done about it.

use std::io::Write;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use halfday_app::{Language, Words, system_language};
use tauri::{AppHandle, Manager};

use crate::core_state::Core;
use crate::display;
use crate::window;

/// How long a page may need. A slow computer draws in two or three seconds.
const PATIENCE: Duration = Duration::from_secs(10);

/// Set by whoever measures the start: the first frame is then told on stderr.
const TELL: &str = "HALFDAY_TELL_FIRST_PAINT";

/// Whether the page has drawn its first frame.
pub(crate) struct FirstPaint {
    came: Mutex<Option<Sender<()>>>,
}

impl FirstPaint {
    /// The page has drawn. It says so again after it was loaded again, which changes nothing.
    pub(crate) fn came(&self) {
        // Dropping the sender wakes whoever waits.
        if self.came.lock().unwrap_or_else(PoisonError::into_inner).take().is_some()
            && std::env::var_os(TELL).is_some()
        {
            // Whoever measures and does not read has stopped measuring.
            let _ = writeln!(std::io::stderr(), "painted");
        }
    }
}

/// What is done about a blank window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Remedy {
    /// Once more, drawing in a way that is slower and works with more drivers.
    StartAgain,
    /// There is nothing else to try: the person is told where to look.
    Tell,
}

fn remedy(has_other_way: bool) -> Remedy {
    if has_other_way { Remedy::StartAgain } else { Remedy::Tell }
}

/// Begins to wait for the first frame.
pub(crate) fn watch(handle: &AppHandle) -> std::io::Result<()> {
    let (sender, came) = mpsc::channel();
    handle.manage(FirstPaint { came: Mutex::new(Some(sender)) });
    let handle = handle.clone();
    // It ends with the first frame or after ten seconds; a program that ends earlier takes it along.
    thread::Builder::new().name("first-paint".to_owned()).spawn(move || wait(&handle, &came))?;
    Ok(())
}

fn wait(handle: &AppHandle, came: &Receiver<()>) {
    if came.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
        return;
    }
    let words = Words::of(system_language().unwrap_or(Language::En));
    let tell = |key| {
        // When nobody started us from a terminal there is nobody to read it.
        let _ = writeln!(std::io::stderr(), "{}", words.word(key));
    };
    match remedy(display::has_other_way()) {
        Remedy::Tell => {
            tell("desk-window-blank");
            window::bring_forward(handle);
        }
        Remedy::StartAgain => {
            tell("desk-window-again");
            handle.state::<Arc<Core>>().close();
            // It only returns when it could not replace this process; the blank window is then all there is.
            let _ = display::start_again();
        }
    }
}
