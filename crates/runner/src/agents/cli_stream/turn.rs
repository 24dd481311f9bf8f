//! One turn: the program is started, gets its message, and its lines are read until it ends.

use std::time::Duration;

use halfday_domain::failure::FailureReason;
use serde_json::Value;
use tokio::io::AsyncWriteExt;
use tokio::time::{Instant, sleep_until, timeout};

use super::{Conversation, Dialect, Heard, OwnCommands, Reading, claude, codex};
use crate::agents::telling::Stopped;
use crate::agents::words::failure_in;
use crate::agents::{Answer, Commands, Failure, Finish, Line, Question, program};
use crate::process::Process;

/// The longest line we take, in bytes: a tool's whole output may be in one.
const LONGEST_LINE: usize = 32 * 1024 * 1024;
/// How long a program may take to end after its last line.
const ENDING: Duration = Duration::from_secs(2);

/// How the lines of a turn ended.
enum End {
    Said(Result<String, Failure>),
    Stopped,
    Silent,
    /// The lines ended, and none of them was the last.
    Closed,
}

pub(super) async fn turn(
    conversation: &mut Conversation,
    message: &str,
    line: &Line,
) -> Result<Finish, Failure> {
    let Ok(own_commands) = own_commands(conversation, line).await else { return Ok(Finish::default()) };
    let Conversation { agent, place, so_far, .. } = conversation;
    let (args, mut reading): (Vec<String>, Box<dyn Reading>) = match agent.dialect {
        Dialect::Claude => (claude::args(own_commands, so_far), Box::new(claude::Lines::new(place))),
        Dialect::Codex => {
            (codex::args(own_commands, so_far, place), Box::new(codex::Lines::new(place, so_far)))
        }
    };
    let mut process = agent.program.start(&place.folder, &args, agent.walls.as_deref())?;
    let end = listen(&mut process, reading.as_mut(), message, place.silence, line).await;
    let said = match end {
        End::Said(said) => {
            // It has said its last; what it still does then is ended with it.
            let _ = timeout(ENDING, process.exited()).await;
            said
        }
        End::Stopped => Ok(String::new()),
        End::Silent => {
            Err(Failure::new(FailureReason::Timeout, format!("silent for {} s", place.silence.as_secs())))
        }
        End::Closed => Err(closed(&mut process, reading.trouble()).await),
    };
    *so_far = reading.into_so_far();
    let ended = process.end().await;
    match ended {
        Ok(_) => said.map(|said| Finish { said, ..Finish::default() }),
        Err(error) => Err(Failure::new(FailureReason::AgentExited, error.to_string())),
    }
}

/// Settles, once, whether the program may run commands without asking.
async fn own_commands(conversation: &mut Conversation, line: &Line) -> Result<OwnCommands, Stopped> {
    if let Some(settled) = conversation.own_commands {
        return Ok(settled);
    }
    let argv = conversation.agent.dialect.own_commands(&conversation.agent.program);
    let settled = match &conversation.place.commands {
        Commands::Off => OwnCommands::No,
        Commands::Asked { allowed } if allowed.contains(&argv) => OwnCommands::Yes,
        Commands::Asked { .. } => {
            let about = argv.join(" ");
            match line.ask(Question::Permission { argv: Some(argv), about }).await? {
                Some(Answer::AllowOnce | Answer::AllowAlways) => OwnCommands::Yes,
                Some(Answer::Refuse | Answer::Words(_)) | None => OwnCommands::No,
            }
        }
    };
    conversation.own_commands = Some(settled);
    Ok(settled)
}

async fn listen(
    process: &mut Process,
    reading: &mut dyn Reading,
    message: &str,
    silence: Duration,
    line: &Line,
) -> End {
    let (Some(mut stdin), Some(mut lines)) = (process.take_stdin(), process.take_lines(LONGEST_LINE)) else {
        return End::Closed;
    };
    let mut feeding = std::pin::pin!(async move {
        // A program that does not read its message says why in its own lines, or ends.
        let _ = stdin.write_all(message.as_bytes()).await;
        let _ = stdin.shutdown().await;
    });
    let mut is_fed = false;
    let mut heard_at = Instant::now();
    loop {
        let next = tokio::select! {
            biased;
            () = line.stop.cancelled() => return End::Stopped,
            () = &mut feeding, if !is_fed => {
                is_fed = true;
                continue;
            }
            next = lines.next() => next,
            () = sleep_until(heard_at + silence) => return End::Silent,
        };
        let Ok(Some(text)) = next else { return End::Closed };
        // What is no JSON is what programs print besides.
        let Ok(value) = serde_json::from_str::<Value>(&text.text) else { continue };
        let mut is_further = true;
        for heard in reading.take(&value) {
            match heard {
                Heard::Report(report) => {
                    if line.tell(report).await.is_err() {
                        return End::Stopped;
                    }
                }
                Heard::Waits => is_further = false,
                Heard::Ended(said) => return End::Said(said),
            }
        }
        if is_further {
            heard_at = Instant::now();
        }
    }
}

/// Why a program ended before its last line.
async fn closed(process: &mut Process, trouble: Option<&str>) -> Failure {
    let exited = program::exited(process).await;
    match trouble {
        Some(trouble) => failure_in(&format!("{trouble} · {}", exited.detail), exited.reason),
        None => exited,
    }
}
