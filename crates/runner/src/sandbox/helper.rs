//! The fence without `bwrap`: our own program, called with a hidden argument, forbids itself
//! everything but its scope and then becomes the program that was asked for. Each process that comes
//! of it is bound by the same.

use std::ffi::OsString;
use std::process::{Command, ExitCode};

use super::fenced::Fenced;
use crate::error::Error;

/// The hidden argument.
const ASKED: &str = "--behind-the-fence";
/// What a shell says of a program that could not be run.
const COULD_NOT: u8 = 126;

/// To be called first of all in `main`, before any thread is started: when the arguments say that
/// this process is to become a fenced program, it does, and this does not come back; or it says why
/// not and gives the code to end with. `None`: go on as usual.
pub fn run_if_asked(args: impl IntoIterator<Item = OsString>) -> Option<ExitCode> {
    let mut args = args.into_iter().skip(1);
    if args.next()? != ASKED {
        return None;
    }
    let reason = system::become_fenced(args);
    // Nobody to say it to when this fails; the code says it too.
    let _ = std::io::Write::write_all(&mut std::io::stderr(), format!("no fence: {reason}\n").as_bytes());
    Some(ExitCode::from(COULD_NOT))
}

/// Adds everything up to the program to be run.
pub(super) fn fence(command: &mut Command, fenced: &Fenced) -> Result<(), Error> {
    let scope = serde_json::to_string(fenced)
        .map_err(|source| Error::Journal { path: fenced.folder.clone(), source })?;
    command.args([ASKED, &scope]);
    Ok(())
}

#[cfg(not(target_os = "linux"))]
mod system {
    use std::ffi::OsString;

    pub(super) fn become_fenced(_args: impl Iterator<Item = OsString>) -> String {
        "this system has no Landlock".to_owned()
    }
}

#[cfg(target_os = "linux")]
#[path = "helper/linux.rs"]
mod system;
