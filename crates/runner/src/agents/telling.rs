//! What every agent tells the driver during a turn, and how it asks: a full line never keeps a turn that is
//! to stop.

use tokio::sync::oneshot;

use super::{Answer, Line, Question, Report, Step, StepKind};

/// A step is told in a line; what is longer is in the files themselves.
const LONGEST_ABOUT: usize = 300;

/// Nobody listens any more, or the turn is to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stopped;

impl Line {
    /// Passes `report` on. When the turn is to stop, what does not fit at once is dropped.
    pub(super) async fn tell(&self, report: Report) -> Result<(), Stopped> {
        tokio::select! {
            biased;
            () = self.stop.cancelled() => Err(Stopped),
            sent = self.reports.send(report) => sent.map_err(|_| Stopped),
        }
    }

    /// Asks the person and waits, as long as it takes. `None`: nobody will answer.
    pub(super) async fn ask(&self, question: Question) -> Result<Option<Answer>, Stopped> {
        let (reply, answer) = oneshot::channel();
        self.tell(Report::Asked { question, reply }).await?;
        tokio::select! {
            biased;
            () = self.stop.cancelled() => Err(Stopped),
            answer = answer => Ok(answer.ok()),
        }
    }
}

impl Step {
    /// A step with its `about` on one line, cut to what is kept of it.
    pub(super) fn told(kind: StepKind, about: &str, went_well: Option<bool>) -> Self {
        let about: String = about.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { kind, about: about.chars().take(LONGEST_ABOUT).collect(), went_well }
    }
}
