//! Agents that work one message and end, and tell what they do as lines of JSON: `claude -p --output-format
//! stream-json` and `codex exec --json`. What they say of it is shown and counted; whether anything was done is
//! looked at elsewhere. Later turns resume the conversation of the first.
//!
//! Nothing can be asked through these lines. Where commands are on, the person is asked once, before the first
//! turn, whether this program may run its own; where they are off it gets no tool to run any.

mod claude;
mod codex;
mod turn;

use std::sync::Arc;

use futures_util::future::BoxFuture;
use halfday_domain::failure::FailureReason;
use serde_json::Value;

use super::program::{Program, Walls};
use super::{Agent, Failure, Finish, Line, Report, Session, Workplace};

/// Whose lines they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    Claude,
    Codex,
}

/// An agent on this computer that tells what it does in lines of JSON.
#[derive(Clone)]
pub struct CliStream {
    program: Program,
    dialect: Dialect,
    walls: Option<Arc<dyn Walls>>,
}

impl CliStream {
    pub fn new(program: Program, dialect: Dialect) -> Self {
        Self { program, dialect, walls: None }
    }

    /// The same agent, in the file sandbox.
    #[must_use]
    pub fn within(self, walls: Arc<dyn Walls>) -> Self {
        Self { walls: Some(walls), ..self }
    }
}

impl Agent for CliStream {
    fn open<'a>(&'a self, place: &'a Workplace) -> BoxFuture<'a, Result<Box<dyn Session>, Failure>> {
        Box::pin(async move {
            if !self.program.path.is_file() {
                let detail = format!("{}: not there", self.program.path.display());
                return Err(Failure::new(FailureReason::AgentMissing, detail));
            }
            let conversation = Conversation {
                agent: self.clone(),
                place: place.clone(),
                own_commands: None,
                so_far: SoFar::default(),
            };
            Ok(Box::new(conversation) as Box<dyn Session>)
        })
    }
}

/// A conversation: each turn is a program of its own.
struct Conversation {
    agent: CliStream,
    place: Workplace,
    /// Whether it may run commands of its own, once that is settled.
    own_commands: Option<OwnCommands>,
    so_far: SoFar,
}

/// Whether a program may run commands without asking each time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OwnCommands {
    No,
    Yes,
}

/// What the turns before have left behind.
#[derive(Debug, Clone, Default)]
struct SoFar {
    /// By which name the conversation is resumed.
    id: Option<String>,
    /// What a program that counts from its first turn had used by the end of the last.
    used: codex::Counted,
}

/// What a line tells.
#[derive(Debug)]
enum Heard {
    Report(Report),
    /// It waits for its provider or tries again: alive, but no further.
    Waits,
    /// Its last words, or why it could not go on.
    Ended(Result<String, Failure>),
}

/// Reads the lines of one turn.
trait Reading: Send {
    fn take(&mut self, line: &Value) -> Vec<Heard>;

    /// What it said last of something that went wrong, for a program that ends without its last line.
    fn trouble(&self) -> Option<&str>;

    /// What the next turn has to know.
    fn into_so_far(self: Box<Self>) -> SoFar;
}

impl Session for Conversation {
    fn turn<'a>(&'a mut self, message: &'a str, line: &'a Line) -> BoxFuture<'a, Result<Finish, Failure>> {
        Box::pin(turn::turn(self, message, line))
    }

    fn close(self: Box<Self>) -> BoxFuture<'static, ()> {
        // Its program ended with the turn.
        Box::pin(async {})
    }
}

impl Dialect {
    /// What the person is asked about once: the program, and the words that let it run commands.
    fn own_commands(self, program: &Program) -> Vec<String> {
        let words: &[&str] = match self {
            Self::Claude => claude::OWN_COMMANDS,
            Self::Codex => codex::OWN_COMMANDS,
        };
        let name = program.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        std::iter::once(name).chain(words.iter().map(|word| (*word).to_owned())).collect()
    }
}

/// A path as it is in the staging folder.
fn shown(path: &str, place: &Workplace) -> String {
    let path = std::path::Path::new(path);
    path.strip_prefix(&place.folder).unwrap_or(path).to_string_lossy().into_owned()
}
