//! Whether an agent that was found would work: its version, whether it is signed in, its model. No AI is asked.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use halfday_domain::failure::FailureReason;
use serde_json::Value;
use tokio::time::timeout;

use super::{FoundAgent, Known};
use crate::agents::program::{self, Program, Walls};
use crate::agents::words::failure_in;
use crate::agents::{Commands, Failure, Workplace};

/// How long a program may take to say its version, or whether it is signed in.
const LIMIT: Duration = Duration::from_secs(20);
/// Longer lines say neither.
const LONGEST_LINE: usize = 64 * 1024;

/// What a test has shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tested {
    pub version: Option<String>,
    pub signed_in: SignedIn,
    /// The model it would use, where it tells.
    pub model: Option<String>,
    /// Whether it asks about each command, or is asked about once.
    pub asks_each_command: bool,
    /// Whether it can read files while commands are off.
    pub reads_without_commands: bool,
    /// Why it would not work.
    pub fault: Option<Failure>,
}

/// Whether a program can reach its AI.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignedIn {
    Yes,
    No,
    /// It does not tell without asking its AI: a key in a variable, or a provider of one's own, may do as well.
    Unknown,
}

/// Tests an agent in `folder`, an empty one that can be thrown away, for someone whose home folder is `home`;
/// within `walls`, if there are any.
pub async fn test(agent: &FoundAgent, home: &Path, folder: &Path, walls: Option<Arc<dyn Walls>>) -> Tested {
    let program = agent.program(home);
    let mut tested = Tested {
        version: None,
        signed_in: SignedIn::Unknown,
        model: None,
        asks_each_command: agent.known.asks_each_command(),
        reads_without_commands: agent.known.reads_without_commands(),
        fault: None,
    };
    match say(&program, &["--version"], folder, walls.as_deref()).await {
        Ok((_, said)) => tested.version = version(&said),
        Err(fault) => {
            tested.fault = Some(fault);
            return tested;
        }
    }
    match agent.known {
        Known::Codex => {
            // A key in a variable or a provider of one's own does without: then it is not signed in, and works.
            if let Ok((0, _)) = say(&program, &["login", "status"], folder, walls.as_deref()).await {
                tested.signed_in = SignedIn::Yes;
            }
        }
        Known::Claude => {
            // An older version knows no such question, and then nothing is known.
            let told = say(&program, &["auth", "status"], folder, walls.as_deref()).await.ok();
            let told = told.and_then(|(_, said)| serde_json::from_str::<Value>(&said).ok());
            match told.and_then(|told| told["loggedIn"].as_bool()) {
                Some(true) => tested.signed_in = SignedIn::Yes,
                Some(false) => {
                    tested.signed_in = SignedIn::No;
                    tested.fault = Some(Failure::new(FailureReason::NotSignedIn, "claude auth status"));
                }
                None => {}
            }
        }
        Known::Gemini | Known::Goose | Known::Opencode => {
            let place = Workplace { folder: folder.to_owned(), commands: Commands::Off, silence: LIMIT };
            let acp = agent.acp(program);
            let acp = match walls {
                Some(walls) => acp.within(walls),
                None => acp,
            };
            match acp.greet(&place).await {
                Ok(greeting) => {
                    // The others open a session for anybody, and find out when they ask their AI.
                    if agent.known == Known::Gemini {
                        tested.signed_in = SignedIn::Yes;
                    }
                    tested.model = greeting.model;
                    tested.version = greeting.version.or(tested.version);
                }
                Err(fault) => {
                    if fault.reason == FailureReason::NotSignedIn {
                        tested.signed_in = SignedIn::No;
                    }
                    tested.fault = Some(fault);
                }
            }
        }
    }
    tested
}

/// Runs a program to its end: its code, and what it says.
async fn say(
    program: &Program,
    args: &[&str],
    folder: &Path,
    walls: Option<&dyn Walls>,
) -> Result<(i32, String), Failure> {
    let program = Program { args: args.iter().map(|arg| (*arg).to_owned()).collect(), ..program.clone() };
    let mut process = program.start(folder, &[], walls)?;
    drop(process.take_stdin());
    let said = timeout(LIMIT, async {
        let mut said = String::new();
        if let Some(mut lines) = process.take_lines(LONGEST_LINE) {
            while let Ok(Some(line)) = lines.next().await {
                said.push_str(&line.text);
                said.push('\n');
            }
        }
        said
    })
    .await;
    let Ok(said) = said else {
        // That it does not answer is what is told.
        let _ = process.end().await;
        return Err(Failure::new(FailureReason::Timeout, format!("no answer for {} s", LIMIT.as_secs())));
    };
    match timeout(LIMIT, process.exited()).await {
        Ok(Ok(crate::process::Exit::Code(code))) if code == 0 || !said.is_empty() => Ok((code, said)),
        _ => {
            let exited = program::exited(&mut process).await;
            Err(failure_in(&exited.detail, exited.reason))
        }
    }
}

/// The first word with a number and a point in it: "2.1.3 (Claude Code)", "codex-cli 0.166.0".
fn version(said: &str) -> Option<String> {
    let is_version = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('.');
    said.split_whitespace().map(|word| word.trim_start_matches('v')).find(is_version).map(str::to_owned)
}
