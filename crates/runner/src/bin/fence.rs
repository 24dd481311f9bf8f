//! The step by which a program puts itself behind the fence, as a program of its own: for tests. Both
//! programs people use have it built in.

use std::process::ExitCode;

use halfday_runner::sandbox::helper::run_if_asked;

fn main() -> ExitCode {
    run_if_asked(std::env::args_os()).unwrap_or(ExitCode::FAILURE)
}
