//! Commands a model asks for, run behind the fence: in its copy only, without network.

use std::path::Path;
use std::time::Duration;

use futures_util::future::BoxFuture;
use halfday_domain::failure::FailureReason;
use tokio_util::sync::CancellationToken;

use super::run::{CommandEnd as End, CommandOutput};
use super::{Sandbox, Scope};
use crate::agents::Failure;
use crate::error::Error;
use crate::process::Exit;
use crate::tools::{CommandEnd, CommandRunner};

/// A command that takes longer is ended.
const LONGEST: Duration = Duration::from_mins(5);
/// So many characters of each stream are told, from its beginning and from its end.
const HALF: usize = 4_000;

impl CommandRunner for Sandbox {
    fn run<'a>(
        &'a self,
        argv: &'a [String],
        folder: &'a Path,
        stop: &'a CancellationToken,
    ) -> BoxFuture<'a, Result<CommandEnd, Failure>> {
        Box::pin(async move {
            match Self::run(self, argv, &Scope::only(folder), LONGEST, stop).await {
                Ok(output) => Ok(told(&output)),
                Err(error) => Err(failure(&error)),
            }
        })
    }
}

fn failure(error: &Error) -> Failure {
    let reason = match error {
        Error::ScopeRefused { .. } => FailureReason::ScopeRefused,
        Error::NoSandbox { .. } => FailureReason::NoSandbox,
        _ => FailureReason::AgentExited,
    };
    Failure::new(reason, error.to_string())
}

/// What the model is told of a command: how it ended, and what it printed.
fn told(output: &CommandOutput) -> CommandEnd {
    let (exit_code, ended) = match output.end {
        End::Ended(Exit::Code(code)) => (Some(code), ""),
        End::Ended(Exit::Signal(_)) => (None, ""),
        End::TimeUp => (None, "It took too long and was ended.\n"),
        End::Stopped => (None, "It was stopped.\n"),
    };
    let streams = [&output.stdout, &output.stderr].map(|stream| cut(&stream.text));
    CommandEnd { exit_code, output: format!("{ended}{}", streams.concat()) }
}

/// The text without its middle, if it is long.
fn cut(text: &str) -> String {
    let length = text.chars().count();
    if length <= 2 * HALF {
        return text.to_owned();
    }
    let beginning: String = text.chars().take(HALF).collect();
    let end: String = text.chars().skip(length - HALF).collect();
    format!("{beginning}\n[…]\n{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_output_is_told_without_its_middle() {
        assert_eq!(cut("行一\n行二\n"), "行一\n行二\n");
        let long = format!("first{}last", "中".repeat(3 * HALF));
        let short = cut(&long);
        assert!(short.starts_with("first") && short.ends_with("last") && short.contains("[…]"));
        assert_eq!(short.chars().count(), 2 * HALF + "\n[…]\n".chars().count());
    }
}
