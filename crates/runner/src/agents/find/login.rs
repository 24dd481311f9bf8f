//! The `PATH` of the login shell. Its start-up files are other people's programs: they may print what they like and
//! take as long as they like, so only what stands between our marks is read, and only for a while.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use tokio::time::timeout;

use crate::process::Process;

const BEGIN: &str = "halfday-path-begins";
const END: &str = "halfday-path-ends";
/// Longer lines are no `PATH`.
const LONGEST_LINE: usize = 64 * 1024;

/// Why the login shell did not tell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoPath {
    #[error("{shell} could not be started")]
    NotStarted { shell: String },
    /// It takes too long, or waits for somebody to type.
    #[error("{shell} did not answer in {seconds} s")]
    TimedOut { shell: String, seconds: u64 },
    #[error("{shell} ended without an answer")]
    NoAnswer { shell: String },
}

/// Asks `shell`, started as for a login, for its `PATH`.
pub async fn login_path(shell: &Path, limit: Duration) -> Result<OsString, NoPath> {
    let name = || shell.display().to_string();
    let mut command = Command::new(shell);
    // The printer of the system, not the shell's own: every shell spells that differently.
    command.args(flags(shell)).arg(format!("echo {BEGIN}; printenv PATH; echo {END}"));
    command.env("HALFDAY_ASKS", "1");
    let mut process = Process::start(command).map_err(|_| NoPath::NotStarted { shell: name() })?;
    // Nobody types.
    drop(process.take_stdin());
    let told = timeout(limit, between_marks(&mut process)).await;
    // What matters is told by now, or will not be.
    let _ = process.end().await;
    match told {
        Ok(Some(path)) => Ok(path.into()),
        Ok(None) => Err(NoPath::NoAnswer { shell: name() }),
        Err(_) => Err(NoPath::TimedOut { shell: name(), seconds: limit.as_secs() }),
    }
}

/// Login and interactive: people set their path in either kind of start-up file.
fn flags(shell: &Path) -> &'static [&'static str] {
    match shell.file_name().and_then(|name| name.to_str()).unwrap_or_default() {
        // These take a login only alone.
        "csh" | "tcsh" => &["-i", "-c"],
        _ => &["-l", "-i", "-c"],
    }
}

/// The one line between the marks.
async fn between_marks(process: &mut Process) -> Option<String> {
    let mut lines = process.take_lines(LONGEST_LINE)?;
    let mut path = None;
    let mut is_within = false;
    while let Ok(Some(line)) = lines.next().await {
        // A start-up file that ends without a line end leaves its words before our mark.
        if line.text.ends_with(BEGIN) {
            (is_within, path) = (true, None);
        } else if line.text.trim_end().ends_with(END) && is_within {
            return path;
        } else if is_within && !line.is_cut {
            path = Some(line.text);
        }
    }
    None
}
