//! The tools of our own loop: what a model may do in a staging folder, and how its calls are understood.
//! None of them leaves the folder, and without leave for commands none starts a program.

mod change;
mod command;
mod evidence;
mod folder;
mod look;
mod spec;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use tokio_util::sync::CancellationToken;

use crate::agents::StepKind;
use crate::error::PathFault;
use crate::objects::Hash;

pub use command::{CommandEnd, CommandRunner};
pub use evidence::{Claim, Evidence, FalseClaim, Finding, Unnamed, look_up, named};
pub use folder::Folder;
pub use spec::{Allowed, specs};

/// A call of a tool, understood.
#[derive(Debug, Clone, PartialEq)]
pub enum Call {
    List(ListFiles),
    Read(ReadLines),
    Search(SearchText),
    Write(WriteFile),
    Edit(EditFile),
    Command(RunCommand),
    Note(Note),
    Ask(Ask),
    Finish(Finished),
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ListFiles {
    #[serde(default)]
    pub path: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ReadLines {
    pub path: String,
    /// The first line wanted; the first of all is 1.
    #[serde(default = "first")]
    pub from_line: usize,
    #[serde(default = "most_lines")]
    pub lines: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SearchText {
    /// A regular expression.
    pub pattern: String,
    #[serde(default)]
    pub path: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct WriteFile {
    pub path: String,
    pub content: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct EditFile {
    pub path: String,
    pub old: String,
    pub new: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct RunCommand {
    pub argv: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Note {
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Ask {
    pub question: String,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Finished {
    pub summary: String,
    pub confidence: f64,
    pub evidence: Vec<Claim>,
}

fn first() -> usize {
    1
}

fn most_lines() -> usize {
    look::MOST_LINES
}

/// Why a call cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotACall {
    #[error("there is no tool `{0}`")]
    UnknownTool(String),
    #[error("the arguments of `{tool}` cannot be understood: {fault}")]
    Arguments { tool: String, fault: String },
}

impl Call {
    /// Understands a call; `command` is only a tool where commands are allowed.
    pub fn understand(
        name: &str,
        arguments: &Map<String, Value>,
        is_offered: impl Fn(&str) -> bool,
    ) -> Result<Self, NotACall> {
        if !is_offered(name) {
            return Err(NotACall::UnknownTool(name.chars().take(80).collect()));
        }
        match name {
            "list" => read(name, arguments).map(Self::List),
            "read" => read(name, arguments).map(Self::Read),
            "search" => read(name, arguments).map(Self::Search),
            "write" => read(name, arguments).map(Self::Write),
            "edit" => read(name, arguments).map(Self::Edit),
            "command" => read(name, arguments).map(Self::Command),
            "note" => read(name, arguments).map(Self::Note),
            "ask" => read(name, arguments).map(Self::Ask),
            "finish" => read(name, arguments).map(Self::Finish),
            _ => Err(NotACall::UnknownTool(name.chars().take(80).collect())),
        }
    }

    /// What kind of step it is.
    pub fn kind(&self) -> StepKind {
        match self {
            Self::List(_) => StepKind::List,
            Self::Read(_) => StepKind::Read,
            Self::Search(_) => StepKind::Search,
            Self::Write(_) => StepKind::Write,
            Self::Edit(_) => StepKind::Edit,
            Self::Command(_) => StepKind::Command,
            Self::Note(_) => StepKind::Note,
            Self::Ask(_) | Self::Finish(_) => StepKind::Other,
        }
    }

    /// What it is about: a path, an argv, a line of text.
    pub fn about(&self) -> String {
        match self {
            Self::List(list) if list.path.is_empty() => ".".to_owned(),
            Self::List(list) => list.path.clone(),
            Self::Read(read) => read.path.clone(),
            Self::Search(search) => search.pattern.clone(),
            Self::Write(write) => write.path.clone(),
            Self::Edit(edit) => edit.path.clone(),
            Self::Command(command) => command.argv.join(" "),
            Self::Note(note) => note.text.clone(),
            Self::Ask(ask) => ask.question.clone(),
            Self::Finish(finished) => finished.summary.clone(),
        }
    }

    /// Whether it shows what stands in files, which people nobody vouches for may have written.
    pub fn shows_files(&self) -> bool {
        match self {
            Self::List(_) | Self::Read(_) | Self::Search(_) | Self::Command(_) => true,
            Self::Write(_) | Self::Edit(_) | Self::Note(_) | Self::Ask(_) | Self::Finish(_) => false,
        }
    }

    /// Carries out a call that only needs the folder; the others are `None`. It may take a while and looks
    /// at `stop` in between.
    pub fn run_in(&self, folder: &Folder, stop: &CancellationToken) -> Option<Result<Effect, ToolFault>> {
        match self {
            Self::List(list) => Some(look::list(folder, list, stop)),
            Self::Read(read) => Some(look::read(folder, read)),
            Self::Search(search) => Some(look::search(folder, search, stop)),
            Self::Write(write) => Some(change::write(folder, write)),
            Self::Edit(edit) => Some(change::edit(folder, edit)),
            Self::Command(_) | Self::Note(_) | Self::Ask(_) | Self::Finish(_) => None,
        }
    }
}

fn read<T: DeserializeOwned>(tool: &str, arguments: &Map<String, Value>) -> Result<T, NotACall> {
    serde_json::from_value(Value::Object(arguments.clone()))
        .map_err(|fault| NotACall::Arguments { tool: tool.to_owned(), fault: fault.to_string() })
}

/// What a tool did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// What the model is told.
    pub text: String,
    /// The file that is now another, with its content's hash.
    pub changed: Option<(String, Hash)>,
}

/// Why a tool did not do what it was called for. The model reads this.
#[derive(Debug, thiserror::Error)]
pub enum ToolFault {
    #[error("`{path}` is refused: {fault}")]
    Refused { path: String, fault: PathFault },
    #[error("`{0}` is not there")]
    Missing(String),
    /// It may be a file outside.
    #[error("`{0}` is refused: it has a second name, which may lie outside the folder")]
    SecondName(String),
    #[error("`{path}` is too large: {bytes} bytes, at most {most} are possible")]
    TooLarge { path: String, bytes: u64, most: u64 },
    #[error("more than {most} bytes in one attempt are refused")]
    TooMuch { most: u64 },
    #[error("`{0}` has no text that can be read")]
    NotText(String),
    #[error("`{0}` cannot be written as text; deliver .md, .csv, .html or another kind of text")]
    NotWritable(String),
    #[error("`{path}` has the text to replace {found} times; it must be there exactly once")]
    NotOnce { path: String, found: usize },
    #[error("the pattern cannot be understood: {0}")]
    Pattern(String),
    #[error("`{path}` could not be used")]
    Disk { path: String, source: std::io::Error },
    #[error("stopped")]
    Stopped,
}

impl ToolFault {
    /// Whether the model reached for something that is not its own.
    pub fn is_out_of_scope(&self) -> bool {
        match self {
            Self::Refused { fault, .. } => match fault {
                PathFault::Absolute | PathFault::LeavesFolder | PathFault::OffLimits | PathFault::Link => {
                    true
                }
                PathFault::Empty
                | PathFault::BadCharacter
                | PathFault::ReservedName
                | PathFault::TooLong
                | PathFault::Twice
                | PathFault::NotAFolder
                | PathFault::NotAFile => false,
            },
            Self::SecondName(_) => true,
            Self::Missing(_)
            | Self::TooLarge { .. }
            | Self::TooMuch { .. }
            | Self::NotText(_)
            | Self::NotWritable(_)
            | Self::NotOnce { .. }
            | Self::Pattern(_)
            | Self::Disk { .. }
            | Self::Stopped => false,
        }
    }
}
