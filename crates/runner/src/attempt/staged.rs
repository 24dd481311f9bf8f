//! The copy an attempt works in and its checkpoints, as the driver needs them: [`crate::staging`] and
//! [`crate::checkpoints`], away from the threads that drive.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures_util::future::BoxFuture;
use halfday_domain::failure::FailureReason;
use serde::{Deserialize, Serialize};
use tokio_util::sync::CancellationToken;

use crate::Error;
use crate::agents::Failure;
use crate::attempt::staging::{ChangedFile, Changes, Staging};
use crate::checkpoints::{CheckpointStore, Checkpoints, MadeFrom};
use crate::publish;
use crate::staging::{self, LeftOut, Source, Stagings, Why};

/// A longer file is not taken as a result: 256 MiB.
const LONGEST_RESULT: u64 = 256 << 20;

/// The copy of one attempt.
#[derive(Debug, Clone)]
pub struct StagedCopy {
    plan: Arc<Plan>,
    place: Arc<Mutex<Place>>,
}

/// How the copy is made.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Names the folder and the checkpoints.
    pub attempt: String,
    pub source: Source,
    pub stagings: Stagings,
    pub checkpoints: CheckpointStore,
    /// The attempt this one goes on from, and a snapshot of that.
    pub goes_on_from: Option<(String, Snapshot)>,
}

/// A checkpoint, as the text the driver and the store know it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    checkpoint: u32,
}

impl Snapshot {
    /// The checkpoint a text names. Texts of other kinds, such as lists of files, name none.
    pub fn of(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    fn text(self) -> String {
        format!(r#"{{"checkpoint":{}}}"#, self.checkpoint)
    }
}

#[derive(Debug)]
enum Place {
    NotMade,
    Made(Box<Ready>),
    Removed,
}

#[derive(Debug)]
struct Ready {
    copy: staging::Staging,
    checkpoints: Checkpoints,
    made_from: MadeFrom,
}

impl StagedCopy {
    pub fn new(plan: Plan) -> Self {
        Self { plan: Arc::new(plan), place: Arc::new(Mutex::new(Place::NotMade)) }
    }

    fn place(&self) -> MutexGuard<'_, Place> {
        // One thing at a time is done to a folder; what a panic left is looked at as it is.
        self.place.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does something to the copy that was made, on a thread that may block.
    fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Ready) -> Result<T, Error> + Send + 'static,
    ) -> BoxFuture<'static, Result<T, Failure>> {
        let own = self.clone();
        blocking(move || match &*own.place() {
            Place::Made(made) => work(made),
            Place::NotMade | Place::Removed => Err(Error::NotStaged(own.plan.attempt.clone())),
        })
    }

    fn make_now(&self, stop: &CancellationToken) -> Result<PathBuf, Error> {
        let mut place = self.place();
        if stop.is_cancelled() || matches!(*place, Place::Removed) {
            return Err(Error::Stopped);
        }
        let Plan { attempt, source, stagings, checkpoints, goes_on_from } = &*self.plan;
        let survey = stagings.survey(source)?;
        let copy = stagings.begin(attempt, &survey, stop)?;
        let checkpoints = checkpoints.open(attempt)?;
        let folder = copy.folder().to_owned();
        let mut made_from = MadeFrom::default();
        if let Some((earlier, snapshot)) = goes_on_from {
            let earlier = self.plan.checkpoints.open(earlier)?;
            made_from = match checkpoints.go_on_from(&earlier, snapshot.checkpoint, &folder) {
                // Somebody cleared the folder of checkpoints: it begins anew.
                Err(Error::NoCheckpoint { .. }) => MadeFrom::default(),
                went_on => went_on?,
            };
        }
        *place = Place::Made(Box::new(Ready { copy, checkpoints, made_from }));
        Ok(folder)
    }
}

impl Staging for StagedCopy {
    fn make(&self) -> BoxFuture<'_, Result<PathBuf, Failure>> {
        let (own, stop) = (self.clone(), CancellationToken::new());
        // Who waits for the copy no longer wants it no longer.
        let dropped = stop.clone().drop_guard();
        Box::pin(async move {
            let made = blocking(move || own.make_now(&stop)).await;
            drop(dropped);
            made
        })
    }

    fn snapshot(&self) -> BoxFuture<'_, Result<String, Failure>> {
        self.with(|made| {
            let checkpoint = made.checkpoints.take(made.copy.folder())?.number();
            Ok(Snapshot { checkpoint }.text())
        })
    }

    fn changes(&self) -> BoxFuture<'_, Result<Changes, Failure>> {
        self.with(|made| changes(&made.copy, &made.made_from))
    }

    fn so_far(&self) -> BoxFuture<'_, Result<Changes, Failure>> {
        self.with(|made| {
            let mut changes = Changes::default();
            for change in made.checkpoints.so_far()? {
                if change.now.is_none() {
                    changes.deleted.push(change.path);
                } else if let Ok(file) = made.copy.deliverable(&change.path, LONGEST_RESULT) {
                    // One that is gone or too long by now is no result yet.
                    let base = made.made_from.of(&change.path, change.before);
                    changes.files.push(ChangedFile { path: file.path, content: file.content, base });
                }
            }
            Ok(changes)
        })
    }

    fn restore<'a>(&'a self, snapshot: &'a str) -> BoxFuture<'a, Result<(), Failure>> {
        let snapshot = Snapshot::of(snapshot);
        self.with(move |made| {
            let snapshot = snapshot.ok_or(Error::NoCheckpoint { number: 0 })?;
            made.checkpoints.restore(snapshot.checkpoint, made.copy.folder()).map(|_| ())
        })
    }

    fn remove(&self) -> BoxFuture<'_, ()> {
        let own = self.clone();
        Box::pin(async move {
            let removing = blocking(move || {
                // A copy that is just being made ends first; the folder is free only without it.
                *own.place() = Place::Removed;
                own.plan.stagings.remove(&own.plan.attempt)
            });
            // What stays is litter; the next start clears it.
            let _ = removing.await;
        })
    }
}

fn changes(copy: &staging::Staging, made_from: &MadeFrom) -> Result<Changes, Error> {
    let found = copy.changes()?;
    let is_told = |left_out: &LeftOut| match left_out.why {
        // What can be made again is no result anybody misses.
        Why::Cache | Why::Ours => false,
        Why::Link { .. }
        | Why::Fifo
        | Why::Socket
        | Why::Device
        | Why::VersionControl
        | Why::Secrets
        | Why::TooLong
        | Why::Name => true,
    };
    let left_out = found.left_out.into_iter().filter(is_told);
    let mut changes =
        Changes { refused: left_out.map(|left_out| left_out.path).collect(), ..Changes::default() };
    for change in found.files {
        let base = made_from.of(&change.path, change.before);
        if change.now.is_none() {
            changes.deleted.push(change.path);
        } else if change.now == base {
            // It is what the person had when the work began.
        } else if publish::prove(&[&change.path]).is_err() {
            changes.refused.push(change.path);
        } else {
            match copy.deliverable(&change.path, LONGEST_RESULT) {
                Ok(file) => {
                    changes.files.push(ChangedFile { path: file.path, content: file.content, base });
                }
                Err(Error::TooLong { .. }) => changes.refused.push(change.path),
                Err(fault) => return Err(fault),
            }
        }
    }
    // What cannot be looked at now is found when it is published.
    let inputs = copy.inputs_changed().unwrap_or_default();
    changes.not_copied = copy.left_out().iter().map(|left_out| left_out.path.clone()).collect();
    changes.inputs_changed = inputs.into_iter().map(|change| change.path).collect();
    Ok(changes)
}

/// What the person is told of a copy that could not be made or read.
fn failure(error: Error) -> Failure {
    let mib = |bytes: u64| bytes.div_ceil(1 << 20);
    let (reason, detail) = match error {
        Error::WorkspaceMissing { path } => (FailureReason::WorkspaceMissing, path.display().to_string()),
        Error::InputMissing { path } => (FailureReason::InputMissing, path),
        Error::PathRefused { path, .. } => (FailureReason::InputRefused, path),
        Error::Unsteady { path } => (FailureReason::InputUnsteady, path.display().to_string()),
        Error::TooLarge { counted_files, counted_bytes, files, bytes } => {
            let (counted, most) = (mib(counted_bytes), mib(bytes));
            let detail = format!("{counted_files} files (≤ {files}) · {counted} MiB (≤ {most})");
            (FailureReason::TooLarge, detail)
        }
        error @ Error::DiskFull { .. } => (FailureReason::DiskFull, error.to_string()),
        error => (FailureReason::CopyFailed, told(&error)),
    };
    Failure::new(reason, detail)
}

/// An error with what caused it.
fn told(error: &dyn std::error::Error) -> String {
    match error.source() {
        Some(source) => format!("{error}: {}", told(source)),
        None => error.to_string(),
    }
}

fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> BoxFuture<'static, Result<T, Failure>> {
    Box::pin(async move {
        match tokio::task::spawn_blocking(work).await {
            Ok(done) => done.map_err(failure),
            Err(broken) => Err(Failure::new(FailureReason::CopyFailed, broken.to_string())),
        }
    })
}
