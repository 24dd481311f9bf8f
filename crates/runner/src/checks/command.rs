//! A command of *done when*: it has to end with 0, behind the fence and without network, on a copy of the
//! person's files with what was delivered laid over. Nothing of it reaches the person's folder, and where no
//! fence holds it is not run.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use halfday_domain::check::{CheckOutcome, CheckResult, DetailCode};
use tokio_util::sync::CancellationToken;

use super::{Side, fails};
use crate::deliverable::Deliverable;
use crate::error::Error;
use crate::process::Exit;
use crate::sandbox::{CommandEnd, CommandOutput, Sandbox, Scope};
use crate::show::visible;
use crate::staging::{Source, Stagings};
use crate::{disk, publish};

/// So much of the end of each stream is kept, in characters.
const TAIL: usize = 1_000;
/// What the shell of the fence says of a program that is not there, or is none.
const NOT_THERE: [i32; 2] = [126, 127];

/// What a command is run with.
pub struct Trial<'a> {
    /// The fence, looked for only when something is to be run; or why none holds here.
    pub fence: &'a dyn Fn() -> Result<&'static Sandbox, String>,
    /// Where copies are made.
    pub stagings: &'a Stagings,
    /// It may take so long.
    pub limit: Duration,
    /// Ends it early.
    pub stop: &'a CancellationToken,
}

/// What is said of a command that was not run.
pub(super) fn not_run(side: Side<'_>) -> CheckOutcome {
    cannot_tell(if side.commands { DetailCode::NotYetRun } else { DetailCode::CommandsOff }, &[])
}

/// Runs `argv` on a copy, where the person turned commands on.
pub async fn run(
    argv: &[String],
    deliverables: &[Deliverable],
    side: Side<'_>,
    trial: &Trial<'_>,
) -> CheckOutcome {
    let (Some(folder), Some(program), true) = (side.folder, argv.first(), side.commands) else {
        return not_run(side);
    };
    let sandbox = match (trial.fence)() {
        Ok(sandbox) => sandbox,
        Err(why) => return cannot_tell(DetailCode::NoFence, &[("text", &why)]),
    };
    match run_on_copy(argv, deliverables, folder, side.inputs, sandbox, trial).await {
        Ok(output) => judged(program, &output, trial.limit),
        Err(fault) => cannot_tell(DetailCode::CommandNotRun, &[("text", &visible(&fault.to_string()))]),
    }
}

async fn run_on_copy(
    argv: &[String],
    deliverables: &[Deliverable],
    folder: &Path,
    inputs: &[String],
    sandbox: &Sandbox,
    trial: &Trial<'_>,
) -> Result<CommandOutput, Error> {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let source = match inputs {
        [] => Source::Workspace(folder.to_owned()),
        paths => Source::Inputs { workspace: folder.to_owned(), paths: paths.to_vec(), also: vec![] },
    };
    let name = format!("check-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let survey = trial.stagings.survey(&source)?;
    let copy = trial.stagings.begin(&name, &survey, trial.stop)?;
    let ran = match lay_over(copy.folder(), deliverables) {
        Ok(()) => sandbox.run(argv, &Scope::only(copy.folder()), trial.limit, trial.stop).await,
        Err(fault) => Err(fault),
    };
    drop(copy);
    // What stays is litter; it is cleared with the copies of attempts.
    let _ = trial.stagings.remove(&name);
    ran
}

/// Copies hold no links, so a proved path leads nowhere else.
fn lay_over(folder: &Path, deliverables: &[Deliverable]) -> Result<(), Error> {
    let paths: Vec<&str> = deliverables.iter().map(|one| one.path.as_str()).collect();
    publish::prove(&paths)?;
    deliverables.iter().try_for_each(|one| disk::write_whole(&folder.join(&one.path), &one.content))
}

fn judged(program: &str, output: &CommandOutput, limit: Duration) -> CheckOutcome {
    let said = said(output);
    match output.end {
        CommandEnd::Ended(exit) if exit.is_success() && said.is_empty() => CheckOutcome::holds(),
        CommandEnd::Ended(exit) if exit.is_success() => {
            CheckOutcome::with(CheckResult::Holds, DetailCode::CommandWentWell, &[("output", &said)])
        }
        CommandEnd::Ended(Exit::Code(code)) if NOT_THERE.contains(&code) => {
            cannot_tell(DetailCode::CommandMissing, &[("name", program)])
        }
        CommandEnd::Ended(exit) => {
            let end = match exit {
                Exit::Code(code) => code.to_string(),
                Exit::Signal(signal) => format!("SIGNAL {signal}"),
            };
            fails(DetailCode::CommandFailed, &[("end", &end), ("output", or_dash(&said))])
        }
        CommandEnd::TimeUp => {
            let count = limit.as_secs().to_string();
            fails(DetailCode::CommandTooLong, &[("count", &count), ("output", or_dash(&said))])
        }
        CommandEnd::Stopped => cannot_tell(DetailCode::NotYetRun, &[]),
    }
}

/// The end of both streams, all of it to be seen.
fn said(output: &CommandOutput) -> String {
    let tail = |text: &str| {
        let text = text.trim();
        let skipped = text.chars().count().saturating_sub(TAIL);
        text.chars().skip(skipped).collect::<String>()
    };
    let both = [tail(&output.stdout.text), tail(&output.stderr.text)];
    visible(both.join("\n").trim())
}

fn or_dash(said: &str) -> &str {
    if said.is_empty() { "–" } else { said }
}

fn cannot_tell(code: DetailCode, args: &[(&str, &str)]) -> CheckOutcome {
    CheckOutcome::with(CheckResult::CannotTell, code, args)
}
