//! One turn as a driver hears it, for the tests of agents.

use std::error::Error;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use futures_util::future::join;
use halfday_runner::agents::{
    Answer, Commands, Failure, Finish, Line, Question, Report, Session, Usage, Workplace,
};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

pub(crate) type Outcome = Result<(), Box<dyn Error>>;

/// What was heard of a turn.
#[derive(Debug)]
pub(crate) struct Heard {
    pub(crate) end: Result<Finish, Failure>,
    /// "Write out/a.md true": kind, about, whether it went well.
    pub(crate) steps: Vec<String>,
    pub(crate) text: String,
    pub(crate) used: Option<Usage>,
    pub(crate) asked: Vec<Question>,
    /// How long it took to end once it was to stop.
    pub(crate) stopped_in: Option<Duration>,
}

impl Heard {
    /// Why it failed, by its code.
    pub(crate) fn reason(&self) -> Option<&'static str> {
        self.end.as_ref().err().map(|failure| failure.reason.code())
    }
}

/// What the person of a test does when they are asked.
pub(crate) enum Person {
    Answers(Answer),
    /// Answers after this long.
    Later(Duration, Answer),
    /// Stops the attempt instead of answering.
    Stops,
}

/// Plays one turn.
pub(crate) async fn turn(session: &mut dyn Session, message: &str, person: &Person) -> Heard {
    let (reports, mut heard) = mpsc::channel(4);
    let line = Line { reports, stop: CancellationToken::new() };
    let stop = line.stop.clone();
    let listening = async {
        let (mut steps, mut text, mut used, mut asked) = (vec![], String::new(), None, vec![]);
        let (mut unanswered, mut stopped_at) = (vec![], None);
        while let Some(report) = heard.recv().await {
            match report {
                Report::Step(step) => {
                    let how = step.went_well.map_or("?".to_owned(), |well| well.to_string());
                    steps.push(format!("{:?} {} {how}", step.kind, step.about));
                }
                Report::Text(piece) => text.push_str(&piece),
                Report::Used(usage) => used = Some(usage),
                Report::Asked { question, reply } => {
                    asked.push(question);
                    match person {
                        Person::Answers(answer) => drop(reply.send(answer.clone())),
                        Person::Later(wait, answer) => {
                            tokio::time::sleep(*wait).await;
                            drop(reply.send(answer.clone()));
                        }
                        Person::Stops => {
                            unanswered.push(reply);
                            stopped_at = Some(Instant::now());
                            stop.cancel();
                        }
                    }
                }
            }
        }
        (steps, text, used, asked, stopped_at)
    };
    let turning = async {
        let end = session.turn(message, &line).await;
        drop(line);
        (end, Instant::now())
    };
    let ((end, ended_at), (steps, text, used, asked, stopped_at)) = join(turning, listening).await;
    let stopped_in = stopped_at.map(|stopped_at| ended_at.duration_since(stopped_at));
    Heard { end, steps, text, used, asked, stopped_in }
}

/// A workplace with long patience.
pub(crate) fn place(folder: &Path, commands: Commands) -> Workplace {
    Workplace { folder: folder.to_owned(), commands, silence: Duration::from_mins(1) }
}

/// Commands are on and each is asked about.
pub(crate) fn asked() -> Commands {
    Commands::Asked { allowed: vec![] }
}

/// Writes a program for the shell.
pub(crate) fn program(path: &Path, text: &str) -> std::io::Result<PathBuf> {
    // Written elsewhere and moved: a program that is still open for writing cannot be started.
    let unfinished = path.with_extension("unfinished");
    std::fs::write(&unfinished, text)?;
    std::fs::set_permissions(&unfinished, std::fs::Permissions::from_mode(0o755))?;
    std::fs::rename(&unfinished, path)?;
    Ok(path.to_owned())
}

/// Whether a process is still there; one that only waits to be collected is not.
pub(crate) fn runs(id: &str) -> bool {
    let told = std::process::Command::new("ps").args(["-o", "stat=", "-p", id.trim()]).output();
    told.is_ok_and(|told| told.stdout.first().is_some_and(|state| !matches!(state, b'Z' | b'\n')))
}
