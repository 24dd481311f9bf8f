//! Runs one command behind the fence to its end, or to a limit.

use std::time::{Duration, Instant};

use tokio_util::sync::CancellationToken;

use super::capture::{Captured, capture};
use super::{Sandbox, Scope};
use crate::error::Error;
use crate::process::{Exit, Process};

/// How much of each stream is kept, from its beginning and from its end, in bytes.
const HALF: usize = 32 * 1024;
/// How long the rest of a stream may take once all have ended.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// How a command came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommandEnd {
    Ended(Exit),
    /// It took longer than it might.
    TimeUp,
    /// By the person.
    Stopped,
}

/// What a command did and said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommandOutput {
    pub end: CommandEnd,
    pub stdout: Captured,
    pub stderr: Captured,
    pub took: Duration,
}

impl CommandOutput {
    /// Whether it ended by itself and said that all went well.
    pub const fn is_success(&self) -> bool {
        matches!(self.end, CommandEnd::Ended(exit) if exit.is_success())
    }
}

impl Sandbox {
    /// Runs `argv` in `scope`, without input. Comes back when it and all it started have ended, at
    /// most two seconds after `limit` or `stop`.
    pub async fn run(
        &self,
        argv: &[String],
        scope: &Scope,
        limit: Duration,
        stop: &CancellationToken,
    ) -> Result<CommandOutput, Error> {
        let nothing =
            || Error::Start { program: String::new(), source: std::io::ErrorKind::InvalidInput.into() };
        let (program, args) = argv.split_first().ok_or_else(nothing)?;
        let started = Instant::now();
        let mut process = Process::start_silent(self.command(program, args, scope)?)?;
        drop(process.take_stdin());
        let stdout = tokio::spawn(capture(process.take_stdout(), HALF));
        let stderr = tokio::spawn(capture(process.take_stderr(), HALF));
        let end = tokio::select! {
            exit = process.exited() => CommandEnd::Ended(exit?),
            () = tokio::time::sleep(limit) => CommandEnd::TimeUp,
            () = stop.cancelled() => CommandEnd::Stopped,
        };
        process.end().await?;
        let (stdout, stderr) = tokio::join!(last_words(stdout), last_words(stderr));
        Ok(CommandOutput { end, stdout, stderr, took: started.elapsed() })
    }
}

/// The rest of a stream; nobody writes to it any more, or it is given up.
async fn last_words(mut reading: tokio::task::JoinHandle<Captured>) -> Captured {
    if let Ok(captured) = tokio::time::timeout(LAST_WORDS, &mut reading).await {
        captured.unwrap_or_default()
    } else {
        reading.abort();
        Captured::default()
    }
}
