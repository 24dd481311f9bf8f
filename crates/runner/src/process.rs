//! A program started by us: in a process group of its own, with pipes, read within bounds, and
//! ended with everything it started. What leaves the group (another session) is held by the sandbox,
//! not here.

mod group;
mod lines;
mod spawner;
mod tail;

use std::process::{Command, Stdio};
use std::time::Duration;

use tokio::process::{ChildStdin, ChildStdout};

use crate::error::Error;
use group::Group;
pub use lines::{Line, Lines};
use tail::Tail;

/// How long a group may take to end by itself after TERM before it is killed.
pub const GRACE: Duration = Duration::from_millis(1500);
/// How much of what a program says on standard error is kept, in bytes: the end of it.
pub const STDERR_KEPT: usize = 16 * 1024;
/// How long a killed group may take to be gone before that is said.
const PATIENCE: Duration = Duration::from_secs(10);

/// How a program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// By itself, with this code.
    Code(i32),
    /// By this signal.
    Signal(i32),
}

impl Exit {
    /// Whether it says that it did what it was asked.
    pub const fn is_success(self) -> bool {
        matches!(self, Self::Code(0))
    }
}

/// A running program and all it started. Dropping it kills the group; [`Process::end`] also waits.
#[derive(Debug)]
pub struct Process {
    group: Group,
    stdin: Option<ChildStdin>,
    stdout: Option<ChildStdout>,
    stderr: Tail,
}

impl Process {
    /// Starts `command` in a new process group, its three streams piped to us. Within a tokio
    /// runtime; [`Error::Start`] when there is no such program.
    pub fn start(mut command: Command) -> Result<Self, Error> {
        let program = command.get_program().to_string_lossy().into_owned();
        let failed = |source| Error::Start { program, source };
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = match spawner::spawn(command) {
            Ok(child) => child,
            Err(source) => return Err(failed(source)),
        };
        let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        // From here on the group is killed whatever fails.
        let group = Group::led_by(child);
        let (stdin, stdout, stderr) = pipes;
        let piped = || {
            let stdin = stdin.map(ChildStdin::from_std).transpose()?;
            let stdout = stdout.map(ChildStdout::from_std).transpose()?;
            let stderr = stderr.map(tokio::process::ChildStderr::from_std).transpose()?;
            Ok((stdin, stdout, stderr))
        };
        let (stdin, stdout, stderr) = piped().map_err(failed)?;
        Ok(Self { group, stdin, stdout, stderr: Tail::of(stderr, STDERR_KEPT) })
    }

    /// The process, and the group it leads.
    pub fn id(&self) -> u32 {
        self.group.id()
    }

    /// Its standard input, once. Dropping it closes the pipe.
    pub const fn take_stdin(&mut self) -> Option<ChildStdin> {
        self.stdin.take()
    }

    /// Its standard output, once.
    pub const fn take_stdout(&mut self) -> Option<ChildStdout> {
        self.stdout.take()
    }

    /// Its standard output in lines of at most `longest` bytes, once.
    pub fn take_lines(&mut self, longest: usize) -> Option<Lines<ChildStdout>> {
        Some(Lines::new(self.stdout.take()?, longest))
    }

    /// The end of what it said on standard error so far: at most [`STDERR_KEPT`] bytes.
    pub fn stderr(&self) -> String {
        self.stderr.text()
    }

    /// Waits until the program itself has ended; what it started may live on. May be asked again,
    /// and given up at any point.
    pub async fn exited(&mut self) -> Result<Exit, Error> {
        self.group.exited().await
    }

    /// Ends the program and all of its group: TERM at once, KILL after [`GRACE`]. Comes back when
    /// nothing of the group runs any more and says how the program itself ended.
    /// [`Error::DoesNotEnd`] when killing did not help.
    pub async fn end(mut self) -> Result<Exit, Error> {
        // A program that reads to the end of its input may end by that.
        drop(self.stdin.take());
        self.group.end(GRACE, PATIENCE).await
    }
}
