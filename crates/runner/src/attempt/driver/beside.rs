//! Turns beside the work: a session and a folder of their own, one turn, and what was written there.
//! Nothing of it can fail the attempt; what it uses is counted as the attempt's.

use std::path::Path;
use std::time::Duration;

use halfday_domain::run::{ChecksSaid, Event, Feedback};
use tokio::time::{Instant, timeout};

use super::turns::CLOSES_WITHIN;
use super::{Driver, Kept, result_of};
use crate::agents::{Agent, Commands, Failure, Finish, Report, Workplace};
use crate::attempt::beside::{ANSWER, Rehearsal, Said};
use crate::attempt::orders::stop_order;
use crate::attempt::record::{Act, Entry};
use crate::attempt::staging::ChangedFile;
use crate::attempt::turn::{EndedTurn, Heard, RunningTurn};
use crate::deliverable::Deliverable;
use crate::staging::tree;

/// No answer beside the work is longer, in bytes.
const LONGEST_ANSWER: u64 = 64 << 10;
/// A turn beside the work is short.
const LASTS_AT_MOST: Duration = Duration::from_mins(15);

impl Driver {
    /// The agent says how it will go, before it begins.
    pub(super) async fn rehearse(&mut self) -> Kept<Event> {
        let Some(rehearsal) = self.attempt.rehearsal.take() else { return Ok(Event::Rehearsed) };
        let message = Rehearsal::message(self.attempt.words, &self.attempt.brief);
        match self.beside(Act::Rehearse, &*rehearsal.agent, message, vec![]).await? {
            Ok(answer) => {
                let lines = answer.map(|answer| Rehearsal::lines(&answer)).unwrap_or_default();
                if !lines.is_empty() {
                    self.keep(Entry::Rehearsed(lines)).await?;
                }
                Ok(Event::Rehearsed)
            }
            Err(stopped) => Ok(stopped),
        }
    }

    /// Somebody else tries to refute what was delivered. What nobody can tell is for the person.
    pub(super) async fn look_again(&mut self) -> Kept<Event> {
        let holds = Event::LookedAgain(ChecksSaid::AllHold);
        let Some(look) = self.attempt.second_look.take() else { return Ok(holds) };
        let files: Vec<String> = self.changes.files.iter().map(|file| file.path.clone()).collect();
        let message = look.message(self.attempt.words, &self.attempt.brief, &files);
        let content = self.changes.files.clone();
        let came = self.beside(Act::LookAgain, &*look.agent, message, content).await?;
        let answers = match came {
            Ok(answer) => {
                let delivered: Vec<Deliverable> = self.changes.files.iter().map(delivered).collect();
                look.read(&answer.unwrap_or_default(), &delivered)
            }
            Err(stopped) => return Ok(stopped),
        };
        // A repaired result is looked at anew.
        self.attempt.second_look = Some(look);
        let refuted = answers.iter().filter(|one| one.said == Said::No);
        let failing: Vec<String> = refuted.map(|one| format!("{}: {}", one.question, one.why)).collect();
        self.keep(Entry::LookedAgain(answers)).await?;
        Ok(if failing.is_empty() {
            holds
        } else {
            Event::LookedAgain(ChecksSaid::SomeFail(Feedback { failing }))
        })
    }

    /// One turn beside the work. What was written comes back, or the event that it was stopped.
    async fn beside(
        &mut self,
        act: Act,
        agent: &dyn Agent,
        message: String,
        files: Vec<ChangedFile>,
    ) -> Kept<Result<Option<String>, Event>> {
        let act = self.begin(act).await?;
        let came = self.beside_turn(agent, message, files).await;
        self.account.turn_over();
        self.note_used().await?;
        self.last_heard = Instant::now();
        Ok(match came {
            Ok(came) => {
                self.attempt.record.end(act, result_of(&came)).await?;
                Ok(came.ok().flatten())
            }
            Err(stopped) => {
                self.attempt.record.end(act, "stopped").await?;
                Err(stopped)
            }
        })
    }

    async fn beside_turn(
        &mut self,
        agent: &dyn Agent,
        message: String,
        files: Vec<ChangedFile>,
    ) -> Result<Result<Option<String>, Failure>, Event> {
        let above = self.folder.parent().map_or_else(|| self.folder.clone(), Path::to_owned);
        let made = tokio::task::spawn_blocking(move || own_folder(&above, &files)).await;
        let folder = match made.map_err(std::io::Error::other).and_then(|made| made) {
            Ok(folder) => folder,
            Err(source) => return Ok(Err(broken(&source))),
        };
        let place = Workplace {
            folder: folder.path().to_owned(),
            commands: Commands::Off,
            silence: self.attempt.silence,
        };
        let session = match self.or_stopped(agent.open(&place)).await? {
            Ok(session) => session,
            Err(failure) => return Ok(Err(failure)),
        };
        let mut turn = RunningTurn::start(session, message);
        let until = Instant::now() + self.attempt.silence.min(LASTS_AT_MOST);
        let ended = loop {
            let Self { orders, orders_ended, .. } = self;
            let heard = tokio::select! {
                biased;
                why = stop_order(orders, orders_ended) => {
                    // What a stopped turn answers is not looked at.
                    let _ = close(turn.stop().await).await;
                    return Err(Event::Stopped(why));
                }
                heard = timeout(until.saturating_duration_since(Instant::now()), turn.next()) => heard,
            };
            match heard {
                Ok(Heard::Report(Report::Used(usage))) => {
                    self.account.used(usage, &self.attempt.purse);
                    self.used_is_noted = false;
                }
                // A question nobody answers is dropped; nothing else of it is kept.
                Ok(Heard::Report(Report::Step(_) | Report::Text(_) | Report::Asked { .. })) => {}
                Ok(Heard::Ended(ended)) => break ended,
                Err(_) => break turn.stop().await,
            }
        };
        let finish = close(ended).await;
        let written =
            tokio::task::spawn_blocking(move || tree::read_below(folder.path(), ANSWER, LONGEST_ANSWER).ok());
        let written = written.await.ok().flatten().and_then(|content| String::from_utf8(content).ok());
        Ok(match (written, finish) {
            (Some(written), _) => Ok(Some(written)),
            (None, Ok(finish)) => Ok(Some(finish.said)),
            (None, Err(failure)) => Err(failure),
        })
    }
}

async fn close(ended: EndedTurn) -> Result<Finish, Failure> {
    if let Some(session) = ended.session {
        // One that does not end is dropped, and what it started with it.
        let _ = timeout(CLOSES_WITHIN, session.close()).await;
    }
    ended.result
}

/// A folder with copies of what was delivered; it goes when the turn is over.
fn own_folder(above: &Path, files: &[ChangedFile]) -> std::io::Result<tempfile::TempDir> {
    let folder = tempfile::Builder::new().prefix("beside-").tempdir_in(above)?;
    for file in files {
        // Proved to lie below the folder when it was found.
        let place = folder.path().join(&file.path);
        if let Some(above) = place.parent() {
            std::fs::create_dir_all(above)?;
        }
        std::fs::write(place, &file.content)?;
    }
    Ok(folder)
}

fn delivered(file: &ChangedFile) -> Deliverable {
    Deliverable::new(&file.path, &file.content)
}

fn broken(source: &std::io::Error) -> Failure {
    Failure::new(halfday_domain::failure::FailureReason::CopyFailed, source.to_string())
}
