//! The simulated agent of the tests: it does what a script says, and says that it is simulated. A script is
//! data, so that a test of another program can hand one over as a file.
//!
//! ```json
//! {"turns": [[{"write": {"path": "notes.md", "text": "…"}}, {"ask": {"text": "Which year?"}},
//!             {"say": "It was {answer}."}, {"use": {"tokens_in": 900, "cost_nano": 1200000}},
//!             {"sleep_ms": 50}, {"finish": {"said": "Done.", "confidence": 0.7}}]]}
//! ```
//! In texts, `{answer}` is what the person answered last and `{message}` what this turn was told.

use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use futures_util::future::BoxFuture;
use halfday_domain::failure::FailureReason;
use serde::Deserialize;

use super::telling::Stopped;
use super::{
    Agent, Answer, Commands, Failure, Finish, Line, Question, Report, Session, Step, StepKind, Usage,
    Workplace,
};
use crate::tools::Claim;

/// What the simulated agent says before anything else.
pub const SIMULATED: &str = "This is a simulated agent: a script, no AI.";

/// What a simulated agent does, turn by turn. A turn beyond the last one is `agent_exited`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Script {
    pub turns: Vec<Vec<Action>>,
}

/// One thing of a script.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Action {
    /// Writes a file in the staging folder, its folders too, and tells the step.
    Write {
        path: PathBuf,
        text: String,
    },
    /// Deletes a file in the staging folder and tells the step.
    Delete {
        path: PathBuf,
    },
    /// Tells a step that had no effect: what agents claim.
    Step {
        kind: StepKind,
        about: String,
        went_well: Option<bool>,
    },
    /// Asks the person in words and waits.
    Ask {
        text: String,
    },
    /// Asks for leave to run a command; a refusal is told as a step that did not go well.
    Permission {
        argv: Vec<String>,
    },
    /// Writes to the person.
    Say(String),
    /// Tells what the turn used so far.
    Use(Used),
    SleepMs(u64),
    /// Says and does nothing until it is stopped, or the silence is too long.
    Hang,
    /// Fails with a reason, by its code.
    Fail {
        reason: FailureReason,
        #[serde(default)]
        detail: String,
        retry_after_ms: Option<u64>,
    },
    /// Ends as a program ends in the middle, with these last words.
    Exit {
        #[serde(default)]
        stderr: String,
    },
    /// Finishes. A turn that runs out of actions finishes with what it said.
    Finish {
        #[serde(default)]
        said: String,
        confidence: Option<f64>,
        #[serde(default)]
        evidence: Vec<Claim>,
    },
}

/// A [`Usage`] as a script writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Used {
    pub tokens_in: Option<u64>,
    pub tokens_out: Option<u64>,
    pub tokens_cached: Option<u64>,
    pub cost_nano: Option<u64>,
}

/// Why a text is no script.
#[derive(Debug, thiserror::Error)]
#[error("read the script of a simulated agent")]
pub struct NoScript(#[from] serde_json::Error);

impl Script {
    pub fn from_json(text: &str) -> Result<Self, NoScript> {
        Ok(serde_json::from_str(text)?)
    }
}

/// The simulated agent. Every session plays the script from its beginning.
#[derive(Debug, Clone)]
pub struct Scripted {
    script: Script,
}

impl Scripted {
    pub fn new(script: Script) -> Self {
        Self { script }
    }
}

impl Agent for Scripted {
    fn open<'a>(&'a self, place: &'a Workplace) -> BoxFuture<'a, Result<Box<dyn Session>, Failure>> {
        let played = Played {
            turns: self.script.turns.clone().into_iter(),
            place: place.clone(),
            introduced: false,
            answer: String::new(),
        };
        Box::pin(async move { Ok(Box::new(played) as Box<dyn Session>) })
    }
}

/// A script while it is played.
struct Played {
    turns: std::vec::IntoIter<Vec<Action>>,
    place: Workplace,
    introduced: bool,
    answer: String,
}

/// Why a turn does not go on.
enum End {
    Stopped,
    Failed(Failure),
    Finished(Finish),
}

impl From<Stopped> for End {
    fn from(Stopped: Stopped) -> Self {
        Self::Stopped
    }
}

impl From<Failure> for End {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl Session for Played {
    fn turn<'a>(&'a mut self, message: &'a str, line: &'a Line) -> BoxFuture<'a, Result<Finish, Failure>> {
        Box::pin(async move {
            match self.play(message, line).await {
                // Nobody looks at what a stopped turn answers.
                Err(End::Stopped) => Ok(Finish::default()),
                Err(End::Failed(failure)) => Err(failure),
                Err(End::Finished(finish)) | Ok(finish) => Ok(finish),
            }
        })
    }

    fn close(self: Box<Self>) -> BoxFuture<'static, ()> {
        Box::pin(async {})
    }
}

impl Played {
    async fn play(&mut self, message: &str, line: &Line) -> Result<Finish, End> {
        let Some(actions) = self.turns.next() else {
            return Err(Failure::new(FailureReason::AgentExited, "the script has no further turn").into());
        };
        if !self.introduced {
            self.introduced = true;
            line.tell(Report::Text(format!("{SIMULATED}\n"))).await?;
        }
        let mut said = String::new();
        for action in actions {
            self.act(action, message, line, &mut said).await?;
        }
        Ok(Finish { said, ..Finish::default() })
    }

    async fn act(
        &mut self,
        action: Action,
        message: &str,
        line: &Line,
        said: &mut String,
    ) -> Result<(), End> {
        let filled =
            |text: &str, answer: &str| text.replace("{answer}", answer).replace("{message}", message);
        match action {
            Action::Write { path, text } => {
                let inside = self.inside(&path)?;
                write(&inside, &filled(&text, &self.answer)).map_err(|source| not_done(&path, &source))?;
                self.step(line, StepKind::Write, &path.to_string_lossy(), Some(true)).await
            }
            Action::Delete { path } => {
                std::fs::remove_file(self.inside(&path)?).map_err(|source| not_done(&path, &source))?;
                self.step(line, StepKind::Other, &path.to_string_lossy(), Some(true)).await
            }
            Action::Step { kind, about, went_well } => self.step(line, kind, &about, went_well).await,
            Action::Ask { text } => {
                self.answer = match line.ask(Question::Words { text }).await? {
                    Some(Answer::Words(words)) => words,
                    Some(Answer::AllowOnce | Answer::AllowAlways) => "yes".to_owned(),
                    Some(Answer::Refuse) | None => "no".to_owned(),
                };
                Ok(())
            }
            Action::Permission { argv } => {
                let about = argv.join(" ");
                let is_allowed = self.may_run(argv, &about, line).await?;
                self.step(line, StepKind::Command, &about, Some(is_allowed)).await
            }
            Action::Say(text) => {
                let text = filled(&text, &self.answer);
                said.clone_from(&text);
                Ok(line.tell(Report::Text(text)).await?)
            }
            Action::Use(used) => Ok(line.tell(Report::Used(used.into())).await?),
            Action::SleepMs(ms) => self.silence(Duration::from_millis(ms), line).await,
            Action::Hang => self.silence(Duration::MAX, line).await,
            Action::Fail { reason, detail, retry_after_ms } => {
                let retry_after = retry_after_ms.map(Duration::from_millis);
                Err(Failure { retry_after, ..Failure::new(reason, detail) }.into())
            }
            Action::Exit { stderr } => Err(Failure::new(FailureReason::AgentExited, stderr).into()),
            Action::Finish { said, confidence, evidence } => {
                let said = filled(&said, &self.answer);
                Err(End::Finished(Finish { said, confidence, claims: evidence }))
            }
        }
    }

    /// Asks as the others do: not where commands are off, and not twice for what is always allowed.
    async fn may_run(&mut self, argv: Vec<String>, about: &str, line: &Line) -> Result<bool, Stopped> {
        let Commands::Asked { allowed } = &mut self.place.commands else { return Ok(false) };
        if allowed.contains(&argv) {
            return Ok(true);
        }
        let question = Question::Permission { argv: Some(argv.clone()), about: about.to_owned() };
        let answer = line.ask(question).await?;
        if answer == Some(Answer::AllowAlways) {
            allowed.push(argv);
        }
        Ok(matches!(answer, Some(Answer::AllowOnce | Answer::AllowAlways)))
    }

    async fn step(
        &self,
        line: &Line,
        kind: StepKind,
        about: &str,
        went_well: Option<bool>,
    ) -> Result<(), End> {
        Ok(line.tell(Report::Step(Step::told(kind, about, went_well))).await?)
    }

    /// Says nothing for `lasting`, or for as long as the workplace lets it.
    async fn silence(&self, lasting: Duration, line: &Line) -> Result<(), End> {
        tokio::select! {
            biased;
            () = line.stop.cancelled() => Err(End::Stopped),
            () = tokio::time::sleep(lasting.min(self.place.silence)) => {
                if lasting > self.place.silence {
                    return Err(Failure::new(FailureReason::Timeout, "the script kept silent").into());
                }
                Ok(())
            }
        }
    }

    /// A script is a test's own, but it shall not leave the staging folder by a slip of the pen.
    fn inside(&self, path: &Path) -> Result<PathBuf, Failure> {
        if path.components().all(|part| matches!(part, Component::Normal(_))) {
            return Ok(self.place.folder.join(path));
        }
        Err(Failure::new(
            FailureReason::SandboxViolation,
            format!("{} is outside the folder", path.display()),
        ))
    }
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, text)
}

fn not_done(path: &Path, source: &std::io::Error) -> Failure {
    Failure::new(FailureReason::AgentExited, format!("{}: {source}", path.display()))
}

impl From<Used> for Usage {
    fn from(used: Used) -> Self {
        Self {
            tokens_in: used.tokens_in,
            tokens_out: used.tokens_out,
            tokens_cached: used.tokens_cached,
            tokens_cache_written: None,
            reported_cost_nano: used.cost_nano,
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::sync::mpsc;
    use tokio_util::sync::CancellationToken;

    use super::*;

    /// Plays one turn of `script` in `folder`, answers every question with `answer`, and hears the reports.
    async fn played(script: &str, folder: &Path, answer: Answer) -> (Result<Finish, Failure>, Vec<String>) {
        let agent = Scripted::new(Script::from_json(script).unwrap());
        let silence = Duration::from_mins(1);
        let place =
            Workplace { folder: folder.to_owned(), commands: Commands::Asked { allowed: vec![] }, silence };
        let mut session = agent.open(&place).await.unwrap();
        let (reports, mut heard) = mpsc::channel(1);
        let line = Line { reports, stop: CancellationToken::new() };
        let listening = async move {
            let mut told = vec![];
            while let Some(report) = heard.recv().await {
                match report {
                    Report::Asked { question, reply } => {
                        told.push(format!("asked {question:?}"));
                        let _ = reply.send(answer.clone());
                    }
                    Report::Step(step) => {
                        told.push(format!("{:?} {} {:?}", step.kind, step.about, step.went_well));
                    }
                    Report::Text(text) => told.push(format!("text {text}")),
                    Report::Used(usage) => told.push(format!("used {usage:?}")),
                }
            }
            told
        };
        let turn = async move { session.turn("Do it.", &line).await };
        futures_util::future::join(turn, listening).await
    }

    #[tokio::test]
    async fn a_script_writes_asks_says_and_finishes_and_says_that_it_is_simulated() {
        let folder = tempfile::tempdir().unwrap();
        let script = r#"{"turns": [[
            {"ask": {"text": "Which year?"}},
            {"write": {"path": "out/a.md", "text": "{answer} for: {message}"}},
            {"use": {"tokens_in": 900, "cost_nano": 1200000}},
            {"finish": {"said": "It was {answer}.", "confidence": 0.7, "evidence": [{"criterion": "a", "file": "out/a.md"}]}}]]}"#;

        let (finish, told) = played(script, folder.path(), Answer::Words("2024".into())).await;

        let finish = finish.unwrap();
        assert_eq!(finish.said, "It was 2024.");
        let file = Some("out/a.md".to_owned());
        let claim = Claim { criterion: "a".to_owned(), file, ..Claim::default() };
        assert_eq!((finish.confidence, finish.claims), (Some(0.7), vec![claim]));
        assert_eq!(std::fs::read_to_string(folder.path().join("out/a.md")).unwrap(), "2024 for: Do it.");
        let used = Usage { tokens_in: Some(900), reported_cost_nano: Some(1_200_000), ..Usage::default() };
        assert_eq!(
            told,
            [
                format!("text {SIMULATED}\n"),
                r#"asked Words { text: "Which year?" }"#.to_owned(),
                "Write out/a.md Some(true)".to_owned(),
                format!("used {used:?}"),
            ]
        );
    }

    #[tokio::test]
    async fn a_refused_command_is_a_step_that_did_not_go_well() {
        let folder = tempfile::tempdir().unwrap();
        let script = r#"{"turns": [[{"permission": {"argv": ["make", "all"]}}, {"say": "Then not."}]]}"#;

        let (finish, told) = played(script, folder.path(), Answer::Refuse).await;

        assert_eq!(finish.unwrap().said, "Then not.");
        assert!(told.contains(&"Command make all Some(false)".to_owned()), "{told:?}");
    }

    #[tokio::test]
    async fn a_script_fails_with_its_reason_and_time_and_cannot_leave_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let limited = r#"{"turns": [[{"fail": {"reason": "rate_limited", "detail": "later", "retry_after_ms": 1500}}]]}"#;
        let outside = r#"{"turns": [[{"write": {"path": "../a", "text": ""}}]]}"#;

        let (limited, _) = played(limited, folder.path(), Answer::Refuse).await;
        let (outside, _) = played(outside, folder.path(), Answer::Refuse).await;
        let (over, _) = played(r#"{"turns": []}"#, folder.path(), Answer::Refuse).await;

        let retry_after = Some(Duration::from_millis(1500));
        let expected = Failure { retry_after, ..Failure::new(FailureReason::RateLimited, "later") };
        assert_eq!(limited, Err(expected));
        assert_eq!(outside.unwrap_err().reason, FailureReason::SandboxViolation);
        assert_eq!(over.unwrap_err().reason, FailureReason::AgentExited);
    }

    #[tokio::test(start_paused = true)]
    async fn silence_beyond_the_limit_is_a_timeout_and_a_stop_ends_it_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let silent = r#"{"turns": [["hang"]]}"#;

        let (finish, _) = played(silent, folder.path(), Answer::Refuse).await;

        assert_eq!(finish.unwrap_err().reason, FailureReason::Timeout);

        let agent = Scripted::new(Script::from_json(silent).unwrap());
        let silence = Duration::from_mins(10);
        let place = Workplace { folder: folder.path().to_owned(), commands: Commands::Off, silence };
        let mut session = agent.open(&place).await.unwrap();
        let (reports, _heard) = mpsc::channel(8);
        let line = Line { reports, stop: CancellationToken::new() };
        line.stop.cancel();
        let before = tokio::time::Instant::now();
        session.turn("Do it.", &line).await.unwrap();
        assert_eq!(before.elapsed(), Duration::ZERO, "a stopped turn waits for nothing");
    }
}
