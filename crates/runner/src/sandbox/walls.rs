//! The fence as walls around an agent's program.

use std::path::{Path, PathBuf};
use std::process::Command;

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

/// The best fence of this machine, looked for when a program is first to be started. Without one nothing is
/// started.
#[derive(Debug, Clone, Copy, Default)]
pub struct OwnWalls;

impl Walls for OwnWalls {
    fn command(&self, program: &Path, args: &[String], reach: &Reach) -> Result<Command, Failure> {
        match Sandbox::of_this_machine() {
            Ok(sandbox) => Walls::command(sandbox, program, args, reach),
            Err(why) => Err(Failure::new(FailureReason::NoSandbox, why.to_string())),
        }
    }
}

/// Those that are there: an agent that was never used has no folder of its own yet.
fn there(paths: &[PathBuf]) -> Vec<PathBuf> {
    paths.iter().filter(|path| path.exists()).cloned().collect()
}
