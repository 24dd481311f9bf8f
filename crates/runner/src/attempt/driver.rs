//! The loop: an event to the machine, its effects into the world.

mod beside;
mod best;
mod hearing;
mod turns;

use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use halfday_domain::attempt::Outcome;
use halfday_domain::failure::FailureReason;
use halfday_domain::run::{self, Effect, Event, State};
use halfday_domain::steps::StepMark;
use tokio::sync::mpsc;
use tokio::time::Instant;

use best::Best;

use super::budget::Account;
use super::orders::{or_stopped, stop_order};
use super::record::{Act, Entry, NotKept, Progress};
use super::staging::Changes;
use super::turn::RunningTurn;
use super::waiting::Waiting;
use super::{Attempt, Order};
use crate::agents::{Failure, Session, StepKind};

pub(super) struct Driver {
    attempt: Attempt,
    orders: mpsc::Receiver<Order>,
    orders_ended: bool,
    state: State,
    folder: PathBuf,
    session: Option<Box<dyn Session>>,
    /// Whether the session that is open was told the brief.
    is_briefed: bool,
    turn: Option<RunningTurn>,
    turn_act: Option<u32>,
    waiting: Waiting,
    account: Account,
    worked: Duration,
    last_heard: Instant,
    noted_at: Instant,
    used_is_noted: bool,
    /// What the agent was told last.
    said: String,
    tries: u32,
    nudges: BTreeMap<FailureReason, u32>,
    marks: Vec<(f64, StepMark)>,
    seen: Vec<(StepKind, String, String)>,
    /// How far the work was after the last step; nothing, where nothing says it.
    progress: Option<Progress>,
    snapshot: String,
    best: Option<Best>,
    first_snapshot: Option<String>,
    changes: Arc<Changes>,
    /// What the agent claimed when it finished last and is not so, as facts.
    false_claims: Vec<String>,
    /// What was said of the failure that ends or pauses it.
    detail: Option<String>,
}

type Kept<T> = Result<T, NotKept>;

impl Driver {
    pub(super) fn new(attempt: Attempt, orders: mpsc::Receiver<Order>) -> Self {
        let account = Account::new(attempt.budget, attempt.price.clone());
        Self {
            attempt,
            orders,
            orders_ended: false,
            state: State::Preparing,
            folder: PathBuf::new(),
            session: None,
            is_briefed: false,
            turn: None,
            turn_act: None,
            waiting: Waiting::default(),
            account,
            worked: Duration::ZERO,
            last_heard: Instant::now(),
            noted_at: Instant::now(),
            used_is_noted: true,
            said: String::new(),
            tries: 0,
            nudges: BTreeMap::new(),
            marks: vec![],
            seen: vec![],
            progress: None,
            snapshot: String::new(),
            best: None,
            first_snapshot: None,
            changes: Arc::default(),
            false_claims: vec![],
            detail: None,
        }
    }

    pub(super) async fn run(&mut self) -> Kept<Outcome> {
        let mut events = VecDeque::from([self.prepare().await?]);
        loop {
            let event = match events.pop_front() {
                Some(event) => event,
                None => self.next_event().await?,
            };
            let was_waiting = matches!(self.state, State::Waiting { .. });
            let before = std::mem::replace(&mut self.state, State::Preparing);
            let (state, effects) = run::step(before, event, &self.attempt.limits);
            self.state = state;
            if was_waiting && matches!(self.state, State::Working { .. }) {
                self.waiting.over();
                self.last_heard = Instant::now();
                self.keep(Entry::GoesOn).await?;
                events.extend(self.waiting.next_behind());
            }
            for effect in effects {
                if let Effect::Close(outcome) = effect {
                    return self.close(outcome).await;
                }
                events.extend(self.carry_out(effect).await?);
            }
        }
    }

    /// Nobody may rely on what is not written: the agent ends, the folder stays for a look.
    pub(super) async fn leave(&mut self) {
        // That this cannot be written either is known.
        let _ = self.end_turn().await;
        self.end_session().await;
    }

    async fn carry_out(&mut self, effect: Effect) -> Kept<Option<Event>> {
        match effect {
            Effect::TakeCheckpoint => self.take_checkpoint().await,
            Effect::StartAgent { say } => self.start(say).await,
            Effect::EndTurn => self.end_turn().await.map(|()| None),
            Effect::RunChecks { round } => {
                let act = self.begin(Act::Check).await?;
                let record = Arc::clone(&self.attempt.record);
                let changes = Arc::clone(&self.changes);
                match self.or_stopped(async move { record.check(round, changes).await }).await {
                    Ok(said) => {
                        self.attempt.record.end(act, "done").await?;
                        Ok(Some(self.with_claims(round, said?)))
                    }
                    Err(stopped) => Ok(Some(stopped)),
                }
            }
            Effect::Rehearse => self.rehearse().await.map(Some),
            Effect::LookAgain { .. } => self.look_again().await.map(Some),
            Effect::RestoreCheckpoint => {
                let Some(first) = self.first_snapshot.clone() else { return Ok(None) };
                let act = self.begin(Act::Restore).await?;
                let restored = self.attempt.staging.restore(&first).await;
                self.attempt.record.end(act, result_of(&restored)).await?;
                Ok(None)
            }
            Effect::Ask(question) => {
                let asked = self.waiting.asked(question, self.detail.take().unwrap_or_default());
                let id = self.attempt.record.ask(asked).await?;
                self.waiting.is_asked(id);
                Ok(None)
            }
            Effect::Park { why, after_ms } => {
                let after = Duration::from_millis(u64::try_from(after_ms).unwrap_or(0));
                self.waiting.park(Instant::now() + after);
                self.keep(Entry::Parked { why, after_ms }).await?;
                Ok(None)
            }
            // Closing is the last effect; `run` has it.
            Effect::Close(_) => Ok(None),
        }
    }

    async fn prepare(&mut self) -> Kept<Event> {
        let act = self.begin(Act::Stage).await?;
        let made = {
            let Self { attempt, orders, orders_ended, .. } = self;
            or_stopped(orders, orders_ended, attempt.staging.make()).await
        };
        let made = match made {
            Ok(made) => made,
            Err(stopped) => return Ok(stopped),
        };
        self.attempt.record.end(act, result_of(&made)).await?;
        Ok(match made {
            Ok(folder) => {
                self.folder = folder;
                Event::Prepared
            }
            Err(failure) => self.failed(failure),
        })
    }

    async fn take_checkpoint(&mut self) -> Kept<Option<Event>> {
        let snapshot = match self.attempt.staging.snapshot().await {
            Ok(snapshot) => snapshot,
            Err(failure) => return Ok(Some(self.failed(failure))),
        };
        let label = if self.first_snapshot.is_none() { "start" } else { "round" };
        self.first_snapshot.get_or_insert_with(|| snapshot.clone());
        self.snapshot.clone_from(&snapshot);
        self.keep(Entry::Checkpoint { label, snapshot }).await?;
        if self.progress.is_none() {
            self.progress = self.look_at_progress().await?;
        }
        self.note_standing();
        Ok(None)
    }

    async fn close(&mut self, outcome: Outcome) -> Kept<Outcome> {
        self.end_turn().await?;
        if self.session.is_some() {
            let act = self.begin(Act::Close).await?;
            self.end_session().await;
            self.attempt.record.end(act, "done").await?;
        }
        self.note_used().await?;
        let detail = self.detail.take();
        self.keep(Entry::Closed { outcome, detail }).await?;
        self.attempt.staging.remove().await;
        Ok(outcome)
    }

    // A session may move between threads but not be shared, so neither may a future that holds the driver.
    fn begin(&self, act: Act) -> BoxFuture<'static, Kept<u32>> {
        let record = Arc::clone(&self.attempt.record);
        Box::pin(async move { record.begin(act).await })
    }

    fn keep(&self, entry: Entry) -> BoxFuture<'static, Kept<()>> {
        let record = Arc::clone(&self.attempt.record);
        Box::pin(async move { record.keep(entry).await })
    }

    async fn or_stopped<T>(&mut self, work: impl Future<Output = T>) -> Result<T, Event> {
        let Self { orders, orders_ended, .. } = self;
        tokio::select! {
            biased;
            stopped = stop_order(orders, orders_ended) => Err(Event::Stopped(stopped)),
            done = work => Ok(done),
        }
    }
}

fn result_of<T>(result: &Result<T, Failure>) -> &'static str {
    match result {
        Ok(_) => "done",
        Err(failure) => failure.reason.code(),
    }
}
