//! An agent that is asked for one answer, outside of any attempt: in a folder that is empty, without commands, and
//! with nobody there to answer its own questions.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use halfday_domain::failure::FailureReason;
use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;

use super::{Agent, Commands, Failure, Finish, Line, Report, Session, Usage, Workplace};

/// Reports that wait to be heard.
const REPORTS: usize = 64;
/// The longest answer that is read, in bytes.
const LONGEST: usize = 2 * 1024 * 1024;
/// An agent that does not begin within this time does not work.
const BEGINS_WITHIN: Duration = Duration::from_mins(1);
/// A stopped turn gets this long to end what it started; then it is left.
const ENDS_WITHIN: Duration = Duration::from_secs(5);

/// Asks an agent to stop, from wherever.
#[derive(Debug, Clone, Default)]
pub struct StopAsking(CancellationToken);

impl StopAsking {
    pub fn ask(&self) {
        self.0.cancel();
    }

    pub fn is_asked(&self) -> bool {
        self.0.is_cancelled()
    }
}

/// How long an agent may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AskingLimits {
    /// Without a word.
    pub silence: Duration,
    /// For one answer.
    pub answer: Duration,
}

/// A conversation with an agent that answers.
pub struct Asking {
    session: Box<dyn Session>,
    /// Where it may leave its answer.
    file: PathBuf,
    stop: StopAsking,
    limits: AskingLimits,
    used: Option<Usage>,
}

impl Asking {
    /// Begins a conversation in `folder`, an empty one that is thrown away afterwards. What the agent writes into the
    /// file called `file` there is its answer; without that, its words are. `None`: it was stopped.
    pub async fn open(
        agent: &dyn Agent,
        folder: &Path,
        file: &str,
        limits: AskingLimits,
        stop: &StopAsking,
    ) -> Result<Option<Self>, Failure> {
        let place = Workplace { folder: folder.to_owned(), commands: Commands::Off, silence: limits.silence };
        let opened = tokio::select! {
            biased;
            () = stop.0.cancelled() => return Ok(None),
            opened = timeout(BEGINS_WITHIN, agent.open(&place)) => opened,
        };
        let session = opened.map_err(|_| Failure::new(FailureReason::Timeout, "it did not begin"))??;
        Ok(Some(Self { session, file: folder.join(file), stop: stop.clone(), limits, used: None }))
    }

    /// Asks, and waits for the answer. `heard` is told how many characters the agent has written so far. `None`: it was
    /// stopped.
    pub async fn ask(
        &mut self,
        message: &str,
        mut heard: impl FnMut(usize),
    ) -> Result<Option<String>, Failure> {
        // What it answered before is no answer to this.
        let _ = fs::remove_file(&self.file);
        let (reports, mut reported) = mpsc::channel(REPORTS);
        let line = Line { reports, stop: self.stop.0.child_token() };
        let mut now = Heard::default();
        let ended = {
            let mut turn = self.session.turn(message, &line);
            let mut late = std::pin::pin!(sleep(self.limits.answer));
            let mut left = std::pin::pin!(async {
                line.stop.cancelled().await;
                sleep(ENDS_WITHIN).await;
            });
            loop {
                tokio::select! {
                    biased;
                    () = &mut left => break Ok(Finish::default()),
                    () = &mut late, if !line.stop.is_cancelled() => line.stop.cancel(),
                    Some(report) = reported.recv() => {
                        now.take(report);
                        heard(now.written);
                    }
                    ended = &mut turn => break ended,
                }
            }
        };
        while let Ok(report) = reported.try_recv() {
            now.take(report);
            heard(now.written);
        }
        let used = now.used.unwrap_or_default();
        self.used = Some(self.used.map_or(used, |before| sum(before, used)));
        if self.stop.is_asked() {
            return Ok(None);
        }
        if line.stop.is_cancelled() {
            let detail = format!("no answer for {} s", self.limits.answer.as_secs());
            return Err(Failure::new(FailureReason::Timeout, detail));
        }
        let Finish { said, .. } = ended?;
        Ok(Some(written(&self.file).unwrap_or_else(|| now.spoken(said))))
    }

    /// What all answers together used; `None`: nobody was asked.
    pub fn used(&self) -> Option<Usage> {
        self.used
    }

    /// Ends the agent's program, if there is one.
    pub async fn close(self) {
        // One that does not end is ended with its group when it is dropped.
        let _ = timeout(ENDS_WITHIN, self.session.close()).await;
    }
}

/// What a turn brought so far.
#[derive(Default)]
struct Heard {
    words: String,
    written: usize,
    used: Option<Usage>,
}

impl Heard {
    fn take(&mut self, report: Report) {
        match report {
            Report::Text(piece) => {
                self.written += piece.chars().count();
                if self.words.len() + piece.len() <= LONGEST {
                    self.words.push_str(&piece);
                }
            }
            Report::Used(used) => self.used = Some(used),
            // A question dropped here is one that nobody answers.
            Report::Step(_) | Report::Asked { .. } => {}
        }
    }

    /// Its last words; where they hold no object, all that it said.
    fn spoken(self, said: String) -> String {
        if !said.contains('{') && self.words.contains('{') { self.words } else { said }
    }
}

/// The answer in a file. Links are not followed: they may lead anywhere.
fn written(file: &Path) -> Option<String> {
    let about = fs::symlink_metadata(file).ok()?;
    let is_taken = about.is_file() && about.len() <= u64::try_from(LONGEST).unwrap_or(u64::MAX);
    let text = if is_taken { fs::read(file).ok()? } else { return None };
    let text = String::from_utf8_lossy(&text).into_owned();
    (!text.trim().is_empty()).then_some(text)
}

/// A sum with an unknown part is unknown.
fn sum(one: Usage, other: Usage) -> Usage {
    let sum = |one: Option<u64>, other: Option<u64>| Some(one?.saturating_add(other?));
    Usage {
        tokens_in: sum(one.tokens_in, other.tokens_in),
        tokens_out: sum(one.tokens_out, other.tokens_out),
        tokens_cached: sum(one.tokens_cached, other.tokens_cached),
        tokens_cache_written: sum(one.tokens_cache_written, other.tokens_cache_written),
        reported_cost_nano: sum(one.reported_cost_nano, other.reported_cost_nano),
    }
}
