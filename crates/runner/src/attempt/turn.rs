//! A turn of the agent while it runs. It is a task of its own, so that the driver hears, waits and
//! stops meanwhile, and a panic in it is only the end of the turn.

use std::time::Duration;

use halfday_domain::failure::FailureReason;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout};
use tokio_util::sync::CancellationToken;

use crate::agents::{Failure, Finish, Line, Report, Session};

/// So many reports wait before the agent does.
const REPORTS: usize = 64;
/// An agent that has not ended its turn after this long is cut off.
const STOPS_WITHIN: Duration = Duration::from_millis(1_900);

const CUT_OFF_WITHIN: Duration = Duration::from_millis(80);

/// The session comes back with what its turn came to.
type Played = (Box<dyn Session>, Result<Finish, Failure>);

pub(super) struct RunningTurn {
    task: JoinHandle<Played>,
    reports: mpsc::Receiver<Report>,
    stop: CancellationToken,
    pub(super) began: Instant,
}

/// How a turn ended.
pub(super) struct EndedTurn {
    /// `None`: it was cut off, or broke.
    pub(super) session: Option<Box<dyn Session>>,
    pub(super) result: Result<Finish, Failure>,
}

/// What is heard of a turn.
pub(super) enum Heard {
    Report(Report),
    Ended(EndedTurn),
}

impl RunningTurn {
    pub(super) fn start(mut session: Box<dyn Session>, message: String) -> Self {
        let (sender, reports) = mpsc::channel(REPORTS);
        let stop = CancellationToken::new();
        let line = Line { reports: sender, stop: stop.clone() };
        let task = tokio::spawn(async move {
            let result = session.turn(&message, &line).await;
            (session, result)
        });
        Self { task, reports, stop, began: Instant::now() }
    }

    /// The next report, or the end once all reports were heard.
    pub(super) async fn next(&mut self) -> Heard {
        match self.reports.recv().await {
            Some(report) => Heard::Report(report),
            // The line is dropped with the turn.
            None => Heard::Ended(ended((&mut self.task).await)),
        }
    }

    /// Stops it and waits for its end, cutting it off when that takes too long.
    pub(super) async fn stop(mut self) -> EndedTurn {
        self.stop.cancel();
        // What it still has to say is not heard: the agent must not wait for a listener.
        self.reports.close();
        if let Ok(joined) = timeout(STOPS_WITHIN, &mut self.task).await {
            return ended(joined);
        }
        self.task.abort();
        // What blocks its thread cannot be waited for.
        let _ = timeout(CUT_OFF_WITHIN, &mut self.task).await;
        let failure = Failure::new(FailureReason::AgentExited, "it did not stop and was cut off");
        EndedTurn { session: None, result: Err(failure) }
    }
}

fn ended(joined: Result<Played, tokio::task::JoinError>) -> EndedTurn {
    match joined {
        Ok((session, result)) => EndedTurn { session: Some(session), result },
        Err(broken) => {
            let failure = Failure::new(FailureReason::AgentExited, broken.to_string());
            EndedTurn { session: None, result: Err(failure) }
        }
    }
}

impl Drop for RunningTurn {
    fn drop(&mut self) {
        // Whoever drops the driver ends what it started.
        self.stop.cancel();
        self.task.abort();
    }
}
