//! An agent that answers in words and writes no files: its last words become a file of its folder, where the driver
//! finds them like any other work. The person says of which agent this is so. Of one that can write, "I wrote
//! host.md" is no deliverable, so nobody is taken for such an agent unasked.

use futures_util::future::BoxFuture;
use halfday_domain::failure::FailureReason;

use super::closing::taken_out;
use super::{Agent, Failure, Finish, Line, Report, Session, Step, StepKind, Workplace};
use crate::tools::{Folder, ToolFault};

/// An agent whose last words are kept as a file.
pub struct InWords {
    agent: Box<dyn Agent>,
    /// Below the staging folder.
    file: String,
}

impl InWords {
    /// Keeps the last words of each turn of `agent` in `file`, a path below its folder.
    pub fn new(agent: Box<dyn Agent>, file: impl Into<String>) -> Self {
        Self { agent, file: file.into() }
    }
}

impl Agent for InWords {
    fn open<'a>(&'a self, place: &'a Workplace) -> BoxFuture<'a, Result<Box<dyn Session>, Failure>> {
        Box::pin(async move {
            let speaking = self.agent.open(place).await?;
            let folder = Folder::open(&place.folder)
                .map_err(|source| Failure::new(FailureReason::WorkspaceMissing, source.to_string()))?;
            Ok(Box::new(Kept { speaking, folder, file: self.file.clone() }) as Box<dyn Session>)
        })
    }
}

struct Kept {
    speaking: Box<dyn Session>,
    folder: Folder,
    file: String,
}

impl Session for Kept {
    fn turn<'a>(&'a mut self, message: &'a str, line: &'a Line) -> BoxFuture<'a, Result<Finish, Failure>> {
        Box::pin(async move {
            let finish = self.speaking.turn(message, line).await?;
            // The block about the work is for us, and no part of it.
            let (words, _) = taken_out(&finish.said);
            // Nothing said is nothing delivered, and a stopped turn has not finished.
            if words.trim().is_empty() || line.stop.is_cancelled() {
                return Ok(finish);
            }
            self.folder.write(&self.file, words.as_bytes()).map_err(|fault| not_kept(&fault))?;
            // A turn that is over is over, whether or not somebody still listens.
            let _ = line.tell(Report::Step(Step::told(StepKind::Write, &self.file, Some(true)))).await;
            Ok(finish)
        })
    }

    fn close(self: Box<Self>) -> BoxFuture<'static, ()> {
        self.speaking.close()
    }
}

fn not_kept(fault: &ToolFault) -> Failure {
    let reason = if fault.is_out_of_scope() { FailureReason::ScopeRefused } else { FailureReason::DiskFull };
    Failure::new(reason, fault.to_string())
}
