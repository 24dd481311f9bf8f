//! Turns of the agent: what it is told, how a turn ends, and what that means.

use std::sync::Arc;
use std::time::Duration;

use halfday_domain::failure::FailureReason;
use halfday_domain::retry::Failed;
use halfday_domain::run::{ChecksSaid, Delivered, Event, Feedback, Say, State};
use tokio::time::{Instant, timeout};

use super::{Driver, Kept, result_of};
use crate::agents::{Failure, Finish, Workplace};
use crate::attempt::beside::confidence;
use crate::attempt::evidence::{Proof, false_claims, opened, proved};
use crate::attempt::orders::or_stopped;
use crate::attempt::record::{Act, Entry};
use crate::attempt::turn::{EndedTurn, RunningTurn};

/// The agent's program gets this long to end.
pub(super) const CLOSES_WITHIN: Duration = Duration::from_secs(3);

impl Driver {
    /// Starts a turn, and the agent where it does not run.
    pub(super) async fn start(&mut self, say: Say) -> Kept<Option<Event>> {
        if matches!(self.state, State::Closed(_)) {
            return Ok(None);
        }
        if self.session.is_none() {
            let place = Workplace {
                folder: self.folder.clone(),
                commands: self.attempt.commands.clone(),
                // The person is asked long before the agent gives up by itself.
                silence: self.attempt.silence.saturating_mul(6),
            };
            let act = self.begin(Act::Open).await?;
            let opened = {
                let Self { attempt, orders, orders_ended, .. } = self;
                or_stopped(orders, orders_ended, attempt.agent.open(&place)).await
            };
            let opened = match opened {
                Ok(opened) => opened,
                Err(stopped) => return Ok(Some(stopped)),
            };
            self.attempt.record.end(act, result_of(&opened)).await?;
            match opened {
                Ok(session) => self.session = Some(session),
                Err(failure) => return Ok(Some(self.failed(failure))),
            }
            self.is_briefed = false;
        }
        let Some(session) = self.session.take() else { return Ok(None) };
        self.said = self.message(say);
        self.is_briefed = true;
        self.turn_act = Some(self.begin(Act::Turn).await?);
        self.last_heard = Instant::now();
        self.turn = Some(RunningTurn::start(session, self.said.clone()));
        Ok(None)
    }

    /// What the agent is told. A new session has heard nothing yet: it gets the brief first.
    fn message(&self, say: Say) -> String {
        let words = self.attempt.words;
        let more = match say {
            Say::Brief => String::new(),
            Say::Again if self.is_briefed => return self.said.clone(),
            Say::Again => String::new(),
            Say::GoOn => words.word("agent-go-on"),
            Say::Nudge(reason) => {
                let reason = words.word(&format!("failure-{}", reason.code()));
                words.say("agent-nudge", &[("reason", &reason)])
            }
            Say::Facts(feedback) => {
                let facts = feedback.failing.iter().map(|fact| format!("- {fact}\n"));
                let facts: String = facts.collect();
                let then = words.word("agent-facts-then");
                let closing = if self.attempt.closing.is_empty() {
                    String::new()
                } else {
                    format!("\n{}", words.word("evidence-again"))
                };
                format!("{}\n\n{facts}\n{then}{closing}", words.word("agent-facts"))
            }
        };
        match (self.is_briefed, more.is_empty()) {
            (true, _) => more,
            (false, true) => self.brief(),
            (false, false) => format!("{}\n\n{more}", self.brief()),
        }
    }

    /// The brief as the one who works hears it.
    fn brief(&self) -> String {
        let super::Attempt { brief, closing, .. } = &self.attempt;
        if closing.is_empty() { brief.clone() } else { format!("{}\n\n{closing}", brief.trim_end()) }
    }

    pub(super) async fn end_turn(&mut self) -> Kept<()> {
        let Some(turn) = self.turn.take() else { return Ok(()) };
        let began = turn.began;
        let ended = turn.stop().await;
        self.worked += began.elapsed();
        self.session = ended.session;
        self.account.turn_over();
        if let Some(question) = self.waiting.turn_over() {
            self.keep(Entry::Withdrawn(question)).await?;
        }
        if let Some(act) = self.turn_act.take() {
            self.attempt.record.end(act, "stopped").await?;
        }
        Ok(())
    }

    async fn take_back_session(&mut self, ended: EndedTurn) -> Kept<Result<Finish, Failure>> {
        if let Some(turn) = self.turn.take() {
            self.worked += turn.began.elapsed();
        }
        self.session = ended.session;
        self.note_used().await?;
        self.account.turn_over();
        if let Some(act) = self.turn_act.take() {
            self.attempt.record.end(act, result_of(&ended.result)).await?;
        }
        Ok(ended.result)
    }

    pub(super) async fn end_session(&mut self) {
        if let Some(session) = self.session.take() {
            // One that does not end is dropped, and what it started with it.
            let _ = timeout(CLOSES_WITHIN, session.close()).await;
        }
    }

    pub(super) async fn turn_ended(&mut self, ended: EndedTurn) -> Kept<Option<Event>> {
        let result = self.take_back_session(ended).await?;
        if let Some(question) = self.waiting.turn_over() {
            self.keep(Entry::Withdrawn(question)).await?;
        }
        match result {
            Ok(finish) => self.finished(finish).await.map(Some),
            Err(failure) => {
                if failure.reason.goes_back() {
                    self.go_back().await?;
                }
                Ok(Some(self.failed(failure)))
            }
        }
    }

    /// Looks at the folder: what the agent says of its work is looked up there, never believed.
    async fn finished(&mut self, finish: Finish) -> Kept<Event> {
        self.tries = 0;
        let mut finish = opened(finish);
        finish.confidence = finish.confidence.or_else(|| confidence(&finish.said));
        let proofs = match self.proofs(&finish).await {
            Ok(proofs) => proofs,
            Err(stopped) => return Ok(stopped),
        };
        self.false_claims = false_claims(&proofs, self.attempt.words);
        self.keep(Entry::Finished { finish, proofs }).await?;
        match self.attempt.staging.changes().await {
            Ok(changes) => {
                let delivered = if changes.has_content() { Delivered::Something } else { Delivered::Nothing };
                self.changes = Arc::new(changes);
                Ok(Event::Finished { delivered })
            }
            Err(failure) => Ok(self.failed(failure)),
        }
    }

    /// What its claims come to in its folder.
    async fn proofs(&mut self, finish: &Finish) -> Result<Vec<Proof>, Event> {
        if finish.claims.is_empty() {
            return Ok(vec![]);
        }
        let (folder, claims) = (self.folder.clone(), finish.claims.clone());
        let (criteria, veil) = (self.attempt.criteria.clone(), self.attempt.veil.clone());
        let looking = tokio::task::spawn_blocking(move || proved(&folder, &claims, &criteria, veil.as_ref()));
        // Where looking broke nothing is proved.
        self.or_stopped(looking).await.map(Result::unwrap_or_default)
    }

    /// What the checks said together with what was claimed and is not so: both go back as facts while rounds are left.
    /// Then a false claim ends the attempt as it does with a model by its API.
    pub(super) fn with_claims(&mut self, round: u32, said: ChecksSaid) -> Event {
        let claims = std::mem::take(&mut self.false_claims);
        Event::Checked(match said {
            ChecksSaid::AllHold if claims.is_empty() => ChecksSaid::AllHold,
            ChecksSaid::AllHold if round >= self.attempt.limits.repair_rounds => {
                self.detail = Some(claims.join(" · "));
                return Event::Failed(FailureReason::PrematureFinish);
            }
            ChecksSaid::AllHold => ChecksSaid::SomeFail(Feedback { failing: claims }),
            ChecksSaid::SomeFail(Feedback { failing }) => {
                ChecksSaid::SomeFail(Feedback { failing: failing.into_iter().chain(claims).collect() })
            }
        })
    }

    pub(super) fn failed(&mut self, failure: Failure) -> Event {
        self.tries += 1;
        let nudges = self.nudges.entry(failure.reason).or_default();
        let failed = Failed {
            reason: failure.reason,
            attempts: self.attempt.attempts,
            tries: self.tries,
            nudges: *nudges + failure.nudges,
            retry_after_ms: failure.retry_after.and_then(|after| i64::try_from(after.as_millis()).ok()),
        };
        *nudges += 1;
        self.detail = Some(failure.detail).filter(|detail| !detail.is_empty());
        Event::TurnFailed(failed)
    }
}
