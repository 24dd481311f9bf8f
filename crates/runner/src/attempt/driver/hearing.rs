//! What is heard while an attempt runs: reports of the agent, orders, and that a time has come.

use std::cmp::Ordering;
use std::sync::Arc;
use std::time::Duration;

use halfday_domain::failure::FailureReason;
use halfday_domain::id::QuestionId;
use halfday_domain::run::{self, Event, State};
use halfday_domain::steps::{self, StepFacts};
use tokio::time::Instant;

use super::{Driver, Kept};
use crate::agents::{Failure, Report, Step, StepKind};
use crate::attempt::budget::{PRICE_UNKNOWN, Standing};
use crate::attempt::orders::next_order;
use crate::attempt::record::{Entry, Progress};
use crate::attempt::turn::Heard;
use crate::attempt::waiting::Waiting;
use crate::attempt::{Order, Reply};

/// What an attempt uses and that it lives is written down at most this often.
const NOTES_EVERY: Duration = Duration::from_secs(2);

/// The milestones that were not reached before.
fn newly(before: &Progress, now: &Progress) -> Vec<String> {
    let is_new = |one: &&String| !before.milestones.contains(one);
    now.milestones.iter().filter(is_new).cloned().collect()
}

enum Next {
    Order(Order),
    Heard(Heard),
    Time,
}

impl Driver {
    /// What happens next: a report that means something, an order, or the time for something.
    pub(super) async fn next_event(&mut self) -> Kept<Event> {
        loop {
            let deadline = self.deadline();
            let Self { orders, orders_ended, turn, .. } = self;
            let heard = async {
                match turn {
                    Some(turn) => turn.next().await,
                    None => std::future::pending().await,
                }
            };
            let next = tokio::select! {
                biased;
                order = next_order(orders, orders_ended) => Next::Order(order),
                heard = heard => Next::Heard(heard),
                () = tokio::time::sleep_until(deadline) => Next::Time,
            };
            let event = match next {
                Next::Order(Order::Stop(why)) => Some(Event::Stopped(why)),
                Next::Order(Order::Reply { question, reply }) => self.replied(question, reply),
                Next::Heard(Heard::Report(report)) => self.heard(report).await?,
                Next::Heard(Heard::Ended(ended)) => self.turn_ended(ended).await?,
                Next::Time => self.time_came().await?,
            };
            if let Some(event) = event {
                return Ok(event);
            }
        }
    }

    fn deadline(&self) -> Instant {
        let mut deadline = Instant::now() + Duration::from_mins(1);
        if let Some(until) = self.waiting.parked_until() {
            deadline = deadline.min(until);
        }
        if let (Some(turn), State::Working { .. }) = (&self.turn, &self.state) {
            deadline = deadline.min(self.last_heard + self.attempt.silence);
            if let Some(left) = self.account.time_left(self.worked + turn.began.elapsed()) {
                deadline = deadline.min(Instant::now() + left);
            }
        }
        if !self.used_is_noted {
            deadline = deadline.min(self.noted_at + NOTES_EVERY);
        }
        deadline
    }

    async fn time_came(&mut self) -> Kept<Option<Event>> {
        if self.waiting.is_park_over(Instant::now()) {
            return Ok(Some(Event::Answered));
        }
        self.note_used_now_and_then().await?;
        if self.turn.is_some() && matches!(self.state, State::Working { .. }) {
            if self.last_heard.elapsed() >= self.attempt.silence {
                return Ok(Some(Waiting::silent()));
            }
            return self.look_at_budget().await;
        }
        Ok(None)
    }

    fn replied(&mut self, question: QuestionId, reply: Reply) -> Option<Event> {
        let event = self.waiting.replied(question, reply)?;
        if let (Event::Answered, Some(reason)) = (&event, self.waiting.granted()) {
            self.account.grant(reason);
        }
        Some(event)
    }

    async fn heard(&mut self, report: Report) -> Kept<Option<Event>> {
        self.last_heard = Instant::now();
        if let Some(question) = self.waiting.silence_ended() {
            // It is heard again: nobody has to answer, and what it said is taken as it came.
            self.keep(Entry::Withdrawn(question)).await?;
            self.keep(Entry::GoesOn).await?;
            let before = std::mem::replace(&mut self.state, State::Preparing);
            (self.state, _) = run::step(before, Event::Answered, &self.attempt.limits);
        }
        match report {
            Report::Text(text) => {
                self.attempt.record.live(&text);
                self.used_is_noted = false;
                self.note_used_now_and_then().await?;
                Ok(None)
            }
            Report::Used(usage) => {
                self.account.used(usage, &self.attempt.purse);
                self.used_is_noted = false;
                self.note_used_now_and_then().await?;
                self.look_at_budget().await
            }
            Report::Step(step) => self.stepped(step).await,
            Report::Asked { question, reply } => Ok(self.waiting.wants(question, reply)),
        }
    }

    async fn stepped(&mut self, step: Step) -> Kept<Option<Event>> {
        self.tries = 0;
        self.account.steps += 1;
        let looks = match step.kind {
            StepKind::Write | StepKind::Edit | StepKind::Command | StepKind::Other => true,
            StepKind::List | StepKind::Read | StepKind::Search | StepKind::Note | StepKind::Think => false,
        };
        let taken = if looks { self.attempt.staging.snapshot().await.ok() } else { None };
        let snapshot = taken.filter(|taken| *taken != self.snapshot);
        let seen = (step.kind, step.about.clone(), self.snapshot.clone());
        let repeated = self.seen.contains(&seen);
        if !repeated {
            self.seen.push(seen);
        }
        if let Some(snapshot) = &snapshot {
            self.snapshot.clone_from(snapshot);
            // Another state: what was done before may well be done again.
            self.seen.clear();
        }
        let before = self.progress.clone();
        if snapshot.is_some() {
            self.progress = self.look_at_progress().await?;
        }
        let (checks, reached) = match (&before, &self.progress) {
            (Some(before), Some(now)) => (now.holding().cmp(&before.holding()), newly(before, now)),
            (_, None) | (None, Some(_)) => (Ordering::Equal, vec![]),
        };
        let (score, mark) = steps::score(StepFacts {
            went_well: step.went_well,
            means_to_change: matches!(step.kind, StepKind::Write | StepKind::Edit),
            changed: snapshot.is_some(),
            repeated,
            checks,
        });
        self.marks.push((score, mark));
        if snapshot.is_some() {
            self.note_standing();
        }
        self.keep(Entry::Step { step, score, mark, snapshot }).await?;
        for milestone in reached {
            self.keep(Entry::Milestone(milestone)).await?;
        }
        if let Some(reason) = steps::goes_nowhere(&self.marks) {
            self.end_turn().await?;
            self.go_back().await?;
            return Ok(Some(self.failed(Failure::new(reason, ""))));
        }
        self.look_at_budget().await
    }

    /// How far the work is, where that can be seen. A look that fails says nothing of the work.
    pub(super) async fn look_at_progress(&mut self) -> Kept<Option<Progress>> {
        if !self.attempt.is_measured {
            return Ok(None);
        }
        let so_far = self.attempt.staging.so_far().await;
        let Ok(so_far) = so_far else { return Ok(None) };
        let record = Arc::clone(&self.attempt.record);
        record.progress(so_far).await.map(Some)
    }

    async fn look_at_budget(&mut self) -> Kept<Option<Event>> {
        if !matches!(self.state, State::Working { .. }) {
            return Ok(None);
        }
        let worked = self.worked + self.turn.as_ref().map_or(Duration::ZERO, |turn| turn.began.elapsed());
        match self.account.standing(&self.attempt.purse, worked) {
            Standing::Fine => Ok(None),
            Standing::Warns(reason) => {
                self.keep(Entry::Warned(reason)).await?;
                Ok(None)
            }
            Standing::UsedUp(reason) => {
                self.note_used().await?;
                Ok(Some(Event::Exhausted(reason)))
            }
            Standing::Unpriced => {
                self.note_used().await?;
                self.detail = Some(PRICE_UNKNOWN.to_owned());
                Ok(Some(Event::Exhausted(FailureReason::Money)))
            }
        }
    }

    async fn note_used_now_and_then(&mut self) -> Kept<()> {
        if !self.used_is_noted && self.noted_at.elapsed() >= NOTES_EVERY {
            self.note_used().await?;
        }
        Ok(())
    }

    pub(super) async fn note_used(&mut self) -> Kept<()> {
        if !self.used_is_noted {
            self.used_is_noted = true;
            self.noted_at = Instant::now();
            self.keep(Entry::Used(self.account.total())).await?;
        }
        Ok(())
    }
}
