//! Carries out one tool call: in the folder, by asking the person, or through the sandbox.

use std::sync::Arc;
use std::time::Duration;

use halfday_domain::failure::FailureClass;
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;

use super::Conversation;
use super::watch::Came;
use crate::agents::{Answer, Commands, Failure, Line, Question, Report};
use crate::objects::Hash;
use crate::providers::Listener;
use crate::tools::{Call, Effect, Folder, ToolFault};

/// Reading may still go on for a moment after a stop; nobody waits longer for it than this.
const LONGEST_AFTER_STOP: Duration = Duration::from_millis(1_500);

/// What came of a call.
pub(super) struct Outcome {
    /// What the model is told.
    pub(super) text: String,
    pub(super) came: Came,
}

impl Outcome {
    pub(super) fn went_well(&self) -> bool {
        match self.came {
            Came::Changed { .. } | Came::Looked | Came::Heard => true,
            Came::Failed | Came::OutOfScope => false,
        }
    }

    pub(super) fn failed(text: impl Into<String>) -> Self {
        Self { text: text.into(), came: Came::Failed }
    }
}

impl Conversation {
    /// Carries out a call that is not `finish`.
    pub(super) async fn carry_out(
        &mut self,
        call: Call,
        line: &Line,
        listener: &Listener<'_>,
    ) -> Result<Outcome, Failure> {
        match call {
            Call::Note(note) => {
                let text = match &self.plan {
                    None => {
                        self.plan = Some(note.text);
                        "The plan is kept. Go on."
                    }
                    Some(_) => "Noted.",
                };
                Ok(Outcome { text: text.to_owned(), came: Came::Looked })
            }
            Call::Ask(ask) => {
                let question = Question::Words { text: self.redactor.clean(&ask.question) };
                let text = match answer(question, line, listener).await {
                    Some(Answer::Words(words)) => words,
                    Some(Answer::AllowOnce | Answer::AllowAlways) => "Yes.".to_owned(),
                    Some(Answer::Refuse) => "No.".to_owned(),
                    None => "Nobody will answer. Decide yourself and say in the summary what you assumed."
                        .to_owned(),
                };
                Ok(Outcome { text, came: Came::Heard })
            }
            Call::Command(command) => {
                let argv = command.argv.iter().map(|word| self.unveiled(word)).collect();
                self.command(argv, line, listener).await
            }
            // The turn takes this one itself.
            Call::Finish(_) => Ok(Outcome::failed("`finish` comes last.")),
            Call::List(_) | Call::Read(_) | Call::Search(_) | Call::Write(_) | Call::Edit(_) => {
                let shows = call.shows_files();
                let call = self.with_names(call);
                let came = in_folder(&self.folder, &line.stop, move |folder, stop| call.run_in(folder, stop));
                Ok(match came.await.flatten() {
                    Some(Ok(effect)) => self.outcome(effect, shows),
                    Some(Err(fault)) => self.refused(&fault),
                    None => self.refused(&ToolFault::Stopped),
                })
            }
        }
    }

    fn outcome(&self, effect: Effect, shows: bool) -> Outcome {
        let text = self.veiled(&effect.text);
        let text = if shows { self.fence.around(&text) } else { text };
        let came = match effect.changed {
            Some((path, content)) => Came::Changed { path, content },
            None => Came::Looked,
        };
        Outcome { text, came }
    }

    fn refused(&self, fault: &ToolFault) -> Outcome {
        let came = if fault.is_out_of_scope() { Came::OutOfScope } else { Came::Failed };
        Outcome { text: self.veiled(&fault.to_string()), came }
    }

    async fn command(
        &mut self,
        argv: Vec<String>,
        line: &Line,
        listener: &Listener<'_>,
    ) -> Result<Outcome, Failure> {
        let Some(runner) = self.commands.clone().filter(|_| !argv.is_empty()) else {
            return Ok(Outcome::failed("There is no such command."));
        };
        if !self.may_run(&argv, line, listener).await {
            return Ok(Outcome::failed("The person does not allow this command. Go on without it."));
        }
        let before = self.mark(&line.stop).await;
        let end = match runner.run(&argv, &self.place.folder, &line.stop).await {
            Ok(end) => end,
            Err(failure) if failure.reason.class() == FailureClass::Safety => return Err(failure),
            Err(failure) => {
                return Ok(Outcome::failed(format!("It was not run: {}", self.veiled(&failure.detail))));
            }
        };
        let after = self.mark(&line.stop).await;
        let code = end.exit_code.map_or_else(|| "a signal".to_owned(), |code| format!("exit code {code}"));
        let text = format!("It ended with {code}.\n{}", self.fence.around(&self.veiled(&end.output)));
        let came = match after {
            // A change that cannot be seen is taken for one: doubt does not make a repetition.
            Some(content) if before != after => Came::Changed { path: String::new(), content },
            _ if end.exit_code == Some(0) => Came::Looked,
            _ => Came::Failed,
        };
        Ok(Outcome { text, came })
    }

    async fn may_run(&mut self, argv: &[String], line: &Line, listener: &Listener<'_>) -> bool {
        let Commands::Asked { allowed } = &mut self.place.commands else { return false };
        if allowed.iter().any(|known| known == argv) {
            return true;
        }
        let about = self.redactor.clean(&argv.join(" "));
        let question = Question::Permission { argv: Some(argv.to_vec()), about };
        match answer(question, line, listener).await {
            Some(Answer::AllowOnce) => true,
            Some(Answer::AllowAlways) => {
                allowed.push(argv.to_vec());
                true
            }
            Some(Answer::Refuse | Answer::Words(_)) | None => false,
        }
    }

    async fn mark(&self, stop: &CancellationToken) -> Option<Hash> {
        in_folder(&self.folder, stop, |folder, _| folder.mark().ok()).await.flatten()
    }
}

/// Waits for the person; `None`: nobody will answer, or the turn was stopped.
async fn answer(question: Question, line: &Line, listener: &Listener<'_>) -> Option<Answer> {
    let (reply, answer) = oneshot::channel();
    listener.send(Report::Asked { question, reply }).await;
    tokio::select! {
        biased;
        () = line.stop.cancelled() => None,
        answer = answer => answer.ok(),
    }
}

/// Does something with the folder where waiting for the disk holds nobody up. `None`: it was stopped.
pub(super) async fn in_folder<T: Send + 'static>(
    folder: &Arc<Folder>,
    stop: &CancellationToken,
    act: impl FnOnce(&Folder, &CancellationToken) -> T + Send + 'static,
) -> Option<T> {
    let (folder, token) = (Arc::clone(folder), stop.clone());
    let acting = tokio::task::spawn_blocking(move || act(&folder, &token));
    tokio::select! {
        came = acting => came.ok(),
        () = async {
            stop.cancelled().await;
            tokio::time::sleep(LONGEST_AFTER_STOP).await;
        } => None,
    }
}
