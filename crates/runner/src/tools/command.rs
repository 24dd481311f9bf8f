//! Commands of the system, as the loop asks for them. Who carries them out keeps them in a sandbox; this
//! is only the word for it.

use std::path::Path;

use futures_util::future::BoxFuture;
use tokio_util::sync::CancellationToken;

use crate::agents::Failure;

/// Carries out commands in a sandbox: no network, nothing writable but the folder.
pub trait CommandRunner: Send + Sync {
    /// Runs `argv` in `folder` and waits for its end and that of everything it started; when `stop` is
    /// cancelled, ends all of it at once. An error when no sandbox is there: it is never run without one.
    fn run<'a>(
        &'a self,
        argv: &'a [String],
        folder: &'a Path,
        stop: &'a CancellationToken,
    ) -> BoxFuture<'a, Result<CommandEnd, Failure>>;
}

/// How a command ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommandEnd {
    /// `None`: a signal ended it.
    pub exit_code: Option<i32>,
    /// What it printed on both ways, cut to what a model should read.
    pub output: String,
}
