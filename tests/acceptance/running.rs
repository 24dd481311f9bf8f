//! `halfday run --json` while it runs: its events as they come.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::world::{Outcome, World};

/// Far more than any machine needs; only a fault waits this long.
const LONG: Duration = Duration::from_mins(1);

/// A run in the background; it is killed when the test is done with it.
pub(crate) struct Running {
    pub(crate) child: Child,
    lines: Receiver<String>,
    pub(crate) events: Vec<Value>,
}

impl Running {
    pub(crate) fn start(world: &World, args: &[&str]) -> Outcome<Self> {
        let mut child = world.command(args).stderr(Stdio::null()).spawn()?;
        let out = child.stdout.take().ok_or("no way out")?;
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        Ok(Self { child, lines, events: vec![] })
    }

    /// The next event; `None`: the program has ended.
    pub(crate) fn next(&mut self) -> Outcome<Option<Value>> {
        match self.lines.recv_timeout(LONG) {
            Ok(line) => {
                let event: Value = serde_json::from_str(&line)?;
                self.events.push(event.clone());
                Ok(Some(event))
            }
            Err(mpsc::RecvTimeoutError::Disconnected) => Ok(None),
            Err(mpsc::RecvTimeoutError::Timeout) => Err(format!("silence after {:?}", self.events).into()),
        }
    }

    /// Waits for an event of this kind.
    pub(crate) fn until(&mut self, kind: &str) -> Outcome<Value> {
        while let Some(event) = self.next()? {
            if event["event"] == kind {
                return Ok(event);
            }
        }
        Err(format!("no {kind} in {:?}", self.events).into())
    }

    /// Waits for the end: the exit code and all events.
    pub(crate) fn end(mut self) -> Outcome<(Option<i32>, Vec<Value>)> {
        while self.next()?.is_some() {}
        let until = Instant::now() + LONG;
        while Instant::now() < until {
            if let Some(status) = self.child.try_wait()? {
                return Ok((status.code(), std::mem::take(&mut self.events)));
            }
            thread::yield_now();
        }
        Err("it does not end".into())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It has ended, or the test failed: either way nobody needs it any more.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The events of a run that is over.
pub(crate) fn finished(out: &str) -> Outcome<Vec<Value>> {
    Ok(out.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}

/// The event that ended an attempt.
pub(crate) fn ended(events: &[Value]) -> Outcome<&Value> {
    Ok(events.iter().find(|event| event["event"] == "ended").ok_or("no attempt ended")?)
}
