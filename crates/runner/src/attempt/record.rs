//! What the driver writes down as it goes, through whoever has the store. Each call returns when it is
//! safe; what is not safe has not happened.

use std::sync::Arc;

use futures_util::future::BoxFuture;
use halfday_domain::attempt::Outcome;
use halfday_domain::failure::FailureReason;
use halfday_domain::id::QuestionId;
use halfday_domain::item::WaitingFor;
use halfday_domain::run::ChecksSaid;
use halfday_domain::steps::StepMark;

use crate::agents::{Finish, Step, Usage};
use crate::attempt::beside::Answered;
use crate::attempt::evidence::Proof;
use crate::attempt::staging::Changes;

/// The record of one attempt.
pub trait Record: Send + Sync {
    /// The driver is about to do something to the world; gives the number to end it with.
    fn begin(&self, act: Act) -> BoxFuture<'_, Result<u32, NotKept>>;

    /// What came of it: a code.
    fn end(&self, act: u32, result: &'static str) -> BoxFuture<'_, Result<(), NotKept>>;

    fn keep(&self, entry: Entry) -> BoxFuture<'_, Result<(), NotKept>>;

    /// The person is asked; the answer comes back under this id.
    fn ask(&self, question: Asked) -> BoxFuture<'_, Result<QuestionId, NotKept>>;

    /// Keeps what was changed and runs the planned checks on it.
    fn check(&self, round: u32, changes: Arc<Changes>) -> BoxFuture<'_, Result<ChecksSaid, NotKept>>;

    /// How far the work is by its checks and milestones. Nothing is kept.
    fn progress(&self, so_far: Changes) -> BoxFuture<'_, Result<Progress, NotKept>>;

    /// What the agent writes, for whoever looks on. Not kept.
    fn live(&self, text: &str);
}

/// How far the work is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// So many checks hold.
    pub checks: usize,
    /// The milestones that are reached.
    pub milestones: Vec<String>,
}

impl Progress {
    /// Both together.
    pub fn holding(&self) -> usize {
        self.checks + self.milestones.len()
    }
}

/// What the driver does to the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Makes the staging copy.
    Stage,
    /// Starts the agent.
    Open,
    Turn,
    Check,
    /// Lets the agent say beforehand how it will go.
    Rehearse,
    /// Lets somebody try to refute what was delivered.
    LookAgain,
    Restore,
    /// Ends the agent.
    Close,
}

impl Act {
    /// The code in the store.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Stage => "stage",
            Self::Open => "open",
            Self::Turn => "turn",
            Self::Check => "check",
            Self::Rehearse => "rehearse",
            Self::LookAgain => "look_again",
            Self::Restore => "restore",
            Self::Close => "close",
        }
    }
}

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Entry {
    Step {
        step: Step,
        score: f64,
        mark: StepMark,
        /// The folder after it, where it changed something.
        snapshot: Option<String>,
    },
    /// A milestone is reached with the step before.
    Milestone(String),
    Checkpoint {
        label: &'static str,
        snapshot: String,
    },
    /// All turns so far; also the sign of life of an agent that only writes.
    Used(Usage),
    /// 80 % of a budget.
    Warned(FailureReason),
    /// It waits by itself, so many milliseconds from now.
    Parked {
        why: WaitingFor,
        after_ms: i64,
    },
    /// It works again after it waited.
    GoesOn,
    /// A question that nobody needs to answer any more.
    Withdrawn(QuestionId),
    /// What the agent said beforehand, at most three lines.
    Rehearsed(Vec<String>),
    /// What the second look came to, an answer for each question.
    LookedAgain(Vec<Answered>),
    /// What the agent said when it finished, and what its claims came to.
    Finished {
        finish: Finish,
        proofs: Vec<Proof>,
    },
    Closed {
        outcome: Outcome,
        detail: Option<String>,
    },
}

/// What the person is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub why: WaitingFor,
    pub about: AskedAbout,
}

/// What it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskedAbout {
    Words(String),
    Permission {
        argv: Option<Vec<String>>,
        about: String,
    },
    /// What went wrong, and what the other side said of it: go on or stop?
    Failure {
        reason: FailureReason,
        detail: String,
    },
    /// Nothing was heard for long: keep waiting or stop?
    Silence,
}

/// Why something was not written down.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotKept {
    /// The attempt is not ours any more.
    #[error("the attempt was taken away")]
    TakenAway,
    #[error("the record could not be written: {0}")]
    Broken(String),
}
