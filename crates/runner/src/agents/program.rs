//! An agent's program and how it is started: in the staging folder, with its own variables, behind walls if
//! somebody builds them.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use halfday_domain::failure::FailureReason;
use tokio::time::timeout;

use super::Failure;
use crate::error::Error;
use crate::process::{Exit, Process};

/// How many of a program's last lines on standard error are told when it ends in the middle.
const LAST_LINES: usize = 8;

/// By these an agent takes itself for a part of another one and behaves otherwise.
const NOT_HANDED_ON: &[&str] = &["CLAUDECODE", "CLAUDE_CODE_ENTRYPOINT"];
/// How long a program that closes its output may take to end.
const ENDING: Duration = Duration::from_millis(500);
/// How long its last lines may take to be read.
const LAST_LINES_IN: Duration = Duration::from_millis(50);

/// A program on this computer and what it needs to run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Program {
    pub path: PathBuf,
    /// Those that are always given; the rest comes from the way it is spoken to.
    pub args: Vec<String>,
    /// Variables set for it, over our own: the `PATH` of the login shell above all.
    pub environment: Vec<(String, String)>,
    /// Names of our own variables it needs, where they are set: walls hand none on by themselves.
    pub handed_on: Vec<&'static str>,
    /// What it needs to read besides the system and the staging folder: where it is installed.
    pub readable: Vec<PathBuf>,
    /// What it needs to write besides the staging folder: where it keeps its sign-in and its sessions.
    pub writable: Vec<PathBuf>,
}

/// What a program may reach besides the system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// Its working folder, to read and to write.
    pub folder: PathBuf,
    pub readable: Vec<PathBuf>,
    pub writable: Vec<PathBuf>,
}

/// Builds walls around a program: the file sandbox.
pub trait Walls: Send + Sync {
    /// The command that runs `program` within `reach`.
    fn command(&self, program: &Path, args: &[String], reach: &Reach) -> Result<Command, Failure>;
}

impl Program {
    /// A program that needs nothing but its path.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), ..Self::default() }
    }

    /// Starts it in `folder` with `args` after its own, behind `walls` if there are any.
    pub(super) fn start(
        &self,
        folder: &Path,
        args: &[String],
        walls: Option<&dyn Walls>,
    ) -> Result<Process, Failure> {
        let args: Vec<String> = self.args.iter().chain(args).cloned().collect();
        let mut command = if let Some(walls) = walls {
            let (readable, writable) = (self.readable.clone(), self.writable.clone());
            walls.command(&self.path, &args, &Reach { folder: folder.to_owned(), readable, writable })?
        } else {
            let mut command = Command::new(&self.path);
            command.args(&args);
            command
        };
        for name in NOT_HANDED_ON {
            command.env_remove(name);
        }
        for name in &self.handed_on {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, value);
            }
        }
        command.current_dir(folder).envs(self.environment.iter().map(|(name, value)| (name, value)));
        Process::start(command).map_err(|error| not_started(&self.path, &error))
    }
}

/// A program that has ended, or has closed its streams, in the middle of its work.
pub(super) async fn exited(process: &mut Process) -> Failure {
    // Its streams close a moment before it is gone, and its last lines arrive a moment after.
    let exit = timeout(ENDING, process.exited()).await;
    tokio::time::sleep(LAST_LINES_IN).await;
    let said = last_lines(&process.stderr());
    let how = match exit {
        Ok(Ok(Exit::Code(code))) => format!("exit {code}"),
        Ok(Ok(Exit::Signal(signal))) => format!("signal {signal}"),
        Ok(Err(_)) | Err(_) => "closed its output".to_owned(),
    };
    // The walls start it for us; what they say when there is nothing to start.
    let is_missing = said.contains("execvp") && said.contains("No such file");
    let reason = if is_missing { FailureReason::AgentMissing } else { FailureReason::AgentExited };
    Failure::new(reason, format!("{how} · {said}"))
}

/// The last lines of what a program said on standard error, on one line.
pub(super) fn last_lines(stderr: &str) -> String {
    let lines: Vec<&str> = stderr.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.get(lines.len().saturating_sub(LAST_LINES)..).unwrap_or_default().join(" · ")
}

fn not_started(path: &Path, error: &Error) -> Failure {
    let source = match error {
        Error::Start { source, .. } => source.to_string(),
        other => other.to_string(),
    };
    // Not there, not to be run, or no program: each time it is the set-up that has to change.
    let reason = match error {
        Error::Start { source, .. } if source.kind() == ErrorKind::StorageFull => FailureReason::DiskFull,
        _ => FailureReason::AgentMissing,
    };
    Failure::new(reason, format!("{}: {source}", path.display()))
}
