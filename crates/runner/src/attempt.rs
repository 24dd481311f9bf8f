//! The driver of one attempt: it carries out what the machine of `domain::run` wants done, and tells it
//! what came of it. It decides nothing; what it does to the world is written down before and after.

pub mod budget;
pub mod plain;
pub mod record;
pub mod staging;
mod turn;
mod waiting;

use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use halfday_domain::attempt::Outcome;
use halfday_domain::failure::{FailureReason, StopReason};
use halfday_domain::id::QuestionId;
use halfday_domain::retry::Failed;
use halfday_domain::run::{self, Delivered, Effect, Event, Limits, Say, State};
use halfday_domain::steps::{self, StepFacts, StepMark};
use halfday_domain::words::Words;
use tokio::sync::mpsc;
use tokio::time::{Instant, timeout};

use crate::agents::{Agent, Commands, Failure, Finish, Report, Session, Step, StepKind, Workplace};
use budget::{Account, Budget, Purse, Standing};
use record::{Act, Entry, NotKept, Record};
use staging::{Changes, Staging};
use turn::{EndedTurn, Heard, RunningTurn};
use waiting::Waiting;

/// The agent's program gets this long to end.
const CLOSES_WITHIN: Duration = Duration::from_secs(3);
/// What an attempt uses and that it lives is written down at most this often.
const NOTES_EVERY: Duration = Duration::from_secs(2);

/// An attempt to be driven.
pub struct Attempt {
    pub agent: Box<dyn Agent>,
    pub staging: Box<dyn Staging>,
    pub record: Arc<dyn Record>,
    pub brief: String,
    /// The language the agent is spoken to in.
    pub words: &'static Words,
    pub commands: Commands,
    pub limits: Limits,
    pub budget: Budget,
    pub purse: Arc<Purse>,
    /// After so long without a word the person is asked whether to keep waiting.
    pub silence: Duration,
    /// Attempts of the item that went wrong, this one included.
    pub attempts: u32,
}

/// What comes to a running attempt from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    Stop(Option<StopReason>),
    Reply { question: QuestionId, reply: Reply },
}

/// What the person says to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// To a question of the agent.
    Answer(crate::agents::Answer),
    /// To a question of the program: go on.
    GoOn,
    Stop,
}

/// How driving ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Driven {
    Closed(Outcome),
    /// Nothing more was or will be written: the attempt is somebody else's, or the record is broken.
    LeftOpen(NotKept),
}

/// Drives an attempt to its end. Everything it started has ended when this returns.
pub async fn drive(attempt: Attempt, orders: mpsc::Receiver<Order>) -> Driven {
    let mut driver = Driver::new(attempt, orders);
    match driver.run().await {
        Ok(outcome) => Driven::Closed(outcome),
        Err(not_kept) => {
            // Nobody may rely on what is not written: the agent ends, the folder stays for a look.
            let _ = driver.end_turn().await;
            driver.end_session().await;
            Driven::LeftOpen(not_kept)
        }
    }
}

struct Driver {
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
    snapshot: String,
    first_snapshot: Option<String>,
    changes: Arc<Changes>,
    /// What was said of the failure that ends or pauses it.
    detail: Option<String>,
}

type Kept<T> = Result<T, NotKept>;

impl Driver {
    fn new(attempt: Attempt, orders: mpsc::Receiver<Order>) -> Self {
        let account = Account::new(attempt.budget);
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
            snapshot: String::new(),
            first_snapshot: None,
            changes: Arc::default(),
            detail: None,
        }
    }

    async fn run(&mut self) -> Kept<Outcome> {
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
                        Ok(Some(Event::Checked(said?)))
                    }
                    Err(stopped) => Ok(Some(stopped)),
                }
            }
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
        Ok(None)
    }

    /// Starts a turn, and the agent where it does not run.
    async fn start(&mut self, say: Say) -> Kept<Option<Event>> {
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
                format!("{}\n\n{facts}\n{}", words.word("agent-facts"), words.word("agent-facts-then"))
            }
        };
        match (self.is_briefed, more.is_empty()) {
            (true, _) => more,
            (false, true) => self.attempt.brief.clone(),
            (false, false) => format!("{}\n\n{more}", self.attempt.brief),
        }
    }

    /// What happens next: a report that means something, an order, or the time for something.
    async fn next_event(&mut self) -> Kept<Event> {
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
                return Ok(Some(self.waiting.silent()));
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
        let (score, mark) = steps::score(StepFacts {
            went_well: step.went_well,
            means_to_change: matches!(step.kind, StepKind::Write | StepKind::Edit),
            changed: snapshot.is_some(),
            repeated,
        });
        self.marks.push((score, mark));
        self.keep(Entry::Step { step, score, mark, snapshot }).await?;
        if let Some(reason) = steps::goes_nowhere(&self.marks) {
            self.end_turn().await?;
            return Ok(Some(self.failed(Failure::new(reason, ""))));
        }
        self.look_at_budget().await
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
        }
    }

    async fn turn_ended(&mut self, ended: EndedTurn) -> Kept<Option<Event>> {
        let result = self.take_back_session(ended).await?;
        if let Some(question) = self.waiting.turn_over() {
            self.keep(Entry::Withdrawn(question)).await?;
        }
        match result {
            Ok(finish) => self.finished(finish).await.map(Some),
            Err(failure) => Ok(Some(self.failed(failure))),
        }
    }

    /// Looks at the folder: what the agent says of its work is not asked.
    async fn finished(&mut self, finish: Finish) -> Kept<Event> {
        self.tries = 0;
        self.keep(Entry::Finished(finish)).await?;
        match self.attempt.staging.changes().await {
            Ok(changes) => {
                let delivered = if changes.has_content() { Delivered::Something } else { Delivered::Nothing };
                self.changes = Arc::new(changes);
                Ok(Event::Finished { delivered })
            }
            Err(failure) => Ok(self.failed(failure)),
        }
    }

    fn failed(&mut self, failure: Failure) -> Event {
        self.tries += 1;
        let nudges = self.nudges.entry(failure.reason).or_default();
        let failed = Failed {
            reason: failure.reason,
            attempts: self.attempt.attempts,
            tries: self.tries,
            nudges: *nudges,
            retry_after_ms: failure.retry_after.and_then(|after| i64::try_from(after.as_millis()).ok()),
        };
        *nudges += 1;
        self.detail = Some(failure.detail).filter(|detail| !detail.is_empty());
        Event::TurnFailed(failed)
    }

    async fn end_turn(&mut self) -> Kept<()> {
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

    async fn end_session(&mut self) {
        if let Some(session) = self.session.take() {
            // One that does not end is dropped, and what it started with it.
            let _ = timeout(CLOSES_WITHIN, session.close()).await;
        }
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

    async fn note_used_now_and_then(&mut self) -> Kept<()> {
        if !self.used_is_noted && self.noted_at.elapsed() >= NOTES_EVERY {
            self.note_used().await?;
        }
        Ok(())
    }

    async fn note_used(&mut self) -> Kept<()> {
        if !self.used_is_noted {
            self.used_is_noted = true;
            self.noted_at = Instant::now();
            self.keep(Entry::Used(self.account.total())).await?;
        }
        Ok(())
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

enum Next {
    Order(Order),
    Heard(Heard),
    Time,
}

async fn or_stopped<T>(
    orders: &mut mpsc::Receiver<Order>,
    ended: &mut bool,
    work: BoxFuture<'_, T>,
) -> Result<T, Event> {
    tokio::select! {
        biased;
        stopped = stop_order(orders, ended) => Err(Event::Stopped(stopped)),
        done = work => Ok(done),
    }
}

/// The next order. When nobody is left who could give one, the program is closing: that is a stop, once.
async fn next_order(orders: &mut mpsc::Receiver<Order>, ended: &mut bool) -> Order {
    if *ended {
        return std::future::pending().await;
    }
    match orders.recv().await {
        Some(order) => order,
        None => {
            *ended = true;
            Order::Stop(Some(StopReason::AppClosed))
        }
    }
}

/// Waits for a stop. An answer that comes while nothing is asked is late and means nothing.
async fn stop_order(orders: &mut mpsc::Receiver<Order>, ended: &mut bool) -> Option<StopReason> {
    loop {
        if let Order::Stop(why) = next_order(orders, ended).await {
            return why;
        }
    }
}

fn result_of<T>(result: &Result<T, Failure>) -> &'static str {
    match result {
        Ok(_) => "done",
        Err(failure) => failure.reason.code(),
    }
}
