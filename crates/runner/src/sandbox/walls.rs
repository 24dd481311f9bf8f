//! The fence as walls around an agent's program.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use halfday_domain::failure::FailureReason;

use super::{Sandbox, Scope};
use crate::agents::Failure;
use crate::agents::program::{Reach, Walls};
use crate::error::Error;

impl Walls for Sandbox {
    /// With the network: an agent has to reach its AI, and the person has agreed to that for this one.
    fn command(&self, program: &Path, args: &[String], reach: &Reach) -> Result<Command, Failure> {
        let scope = Scope {
            folder: reach.folder.clone(),
            readable: there(&reach.readable),
            writable: there(&reach.writable),
            network: true,
        };
        Sandbox::command(self, program, args, &scope).map_err(|error| {
            let reason = match error {
                Error::ScopeRefused { .. } => FailureReason::ScopeRefused,
                _ => FailureReason::NoSandbox,
            };
            Failure::new(reason, error.to_string())
        })
    }
}

impl Sandbox {
    /// The best fence of this machine, looked for once; or why none holds.
    pub fn own() -> Result<&'static Self, String> {
        static FOUND: OnceLock<Result<Sandbox, String>> = OnceLock::new();
        let found = FOUND.get_or_init(|| Self::find().map_err(|error| error.to_string()));
        found.as_ref().map_err(Clone::clone)
    }
}

/// The best fence of this machine, looked for when a program is first to be started. Without one nothing is
/// started.
#[derive(Debug, Clone, Copy, Default)]
pub struct OwnWalls;

impl Walls for OwnWalls {
    fn command(&self, program: &Path, args: &[String], reach: &Reach) -> Result<Command, Failure> {
        let sandbox = Sandbox::own().map_err(|why| Failure::new(FailureReason::NoSandbox, why))?;
        Walls::command(sandbox, program, args, reach)
    }
}

/// Those that are there: an agent that was never used has no folder of its own yet.
fn there(paths: &[PathBuf]) -> Vec<PathBuf> {
    paths.iter().filter(|path| path.exists()).cloned().collect()
}
