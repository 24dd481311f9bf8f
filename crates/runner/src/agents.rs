//! Those who can work an item, behind one trait. The rest of the program cannot tell them apart: it
//! opens a session on a staging folder, speaks to it, hears what it does, and looks at the folder
//! itself afterwards. What an agent says of its own work is never proof of it.

pub mod acp;
pub mod asking;
pub mod cli_stream;
pub mod closing;
pub mod find;
pub mod in_words;
pub mod llm;
pub mod program;
pub mod scripted;
mod telling;
mod words;

use std::path::PathBuf;
use std::time::Duration;

use futures_util::future::BoxFuture;
use halfday_domain::failure::FailureReason;
use serde::Deserialize;
use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;

use crate::tools::Claim;

/// Something that can work an item.
pub trait Agent: Send + Sync {
    /// Opens a session on the workplace: starts the program, or makes the conversation. Nothing is
    /// asked of the AI yet.
    fn open<'a>(&'a self, place: &'a Workplace) -> BoxFuture<'a, Result<Box<dyn Session>, Failure>>;
}

/// A conversation with an agent about one attempt; it remembers what was said before.
pub trait Session: Send {
    /// Says `message` (the brief first, then the facts of failing checks) and lets the agent work until it
    /// says that it has finished, fails, or `line.stop` is cancelled. A stopped turn comes back as soon as
    /// everything it started has ended, at most two seconds later; what it answers then is not looked at.
    fn turn<'a>(&'a mut self, message: &'a str, line: &'a Line) -> BoxFuture<'a, Result<Finish, Failure>>;

    /// Ends the program behind the session, if there is one, and waits for its end.
    fn close(self: Box<Self>) -> BoxFuture<'static, ()>;
}

/// Where an agent works and what it may do there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workplace {
    /// The staging copy: the only folder it may change.
    pub folder: PathBuf,
    /// Whether it may run commands; each still asks the person unless this argv was allowed before.
    pub commands: Commands,
    /// The longest silence before the turn is given up as `timeout`.
    pub silence: Duration,
}

/// Commands of the system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Commands {
    /// The default: none at all.
    Off,
    /// In the sandbox, without network; these argv need no further question.
    Asked { allowed: Vec<Vec<String>> },
}

/// The line between a turn and the driver.
#[derive(Debug, Clone)]
pub struct Line {
    pub reports: mpsc::Sender<Report>,
    pub stop: CancellationToken,
}

/// What happens during a turn. Any report is a sign of life.
#[derive(Debug)]
pub enum Report {
    /// Something it did; kept.
    Step(Step),
    /// A piece of what it writes to us; shown while it lasts, not kept.
    Text(String),
    /// What this turn used so far. A snapshot: the later replaces the earlier, it is never added to it.
    Used(Usage),
    /// It needs the person. The turn waits for `reply`; a dropped `reply` means that nobody will answer.
    Asked { question: Question, reply: oneshot::Sender<Answer> },
}

/// One thing an agent did.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub kind: StepKind,
    /// What it is about: a path, an argv, a line of text. At most 300 characters.
    pub about: String,
    /// Whether it worked, where that is known at once.
    pub went_well: Option<bool>,
}

/// What kind of thing an agent did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    List,
    Read,
    Search,
    Write,
    Edit,
    Command,
    Note,
    Think,
    Other,
}

/// What a turn used. Unknown is `None`, never 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usage {
    /// All that was read, cached or not.
    pub tokens_in: Option<u64>,
    pub tokens_out: Option<u64>,
    /// How many of `tokens_in` were read from the provider's cache.
    pub tokens_cached: Option<u64>,
    /// How many of `tokens_in` were written into that cache; some charge more for them.
    pub tokens_cache_written: Option<u64>,
    /// What the agent or its provider says it cost, in nano-dollars.
    pub reported_cost_nano: Option<u64>,
}

/// What the agent needs from the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// A question in words.
    Words { text: String },
    /// Leave to run a command, or to do something else that is told in `about`.
    Permission { argv: Option<Vec<String>>, about: String },
}

/// What the person says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Words(String),
    /// This time.
    AllowOnce,
    /// For exactly this argv in this item.
    AllowAlways,
    Refuse,
}

/// The agent says that it has finished.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Finish {
    /// Its last words.
    pub said: String,
    /// How sure it says it is, 0 to 1.
    pub confidence: Option<f64>,
    /// For each criterion, what it names as proof; nobody has looked it up yet.
    pub claims: Vec<Claim>,
}

/// Why a turn could not go on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {detail}", reason.code())]
pub struct Failure {
    pub reason: FailureReason,
    /// What the provider or the program said, without secrets, at most 500 characters.
    pub detail: String,
    /// When it is worth trying again, if the other side named a time.
    pub retry_after: Option<Duration>,
    /// So often it was told what to mend before it was given up.
    pub nudges: u32,
}

impl Failure {
    /// A failure without a time to come back.
    pub fn new(reason: FailureReason, detail: impl Into<String>) -> Self {
        Self { reason, detail: detail.into().chars().take(500).collect(), retry_after: None, nudges: 0 }
    }
}
