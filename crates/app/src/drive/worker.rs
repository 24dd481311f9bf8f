//! The loop that works the queue: recover, pass on orders, claim, wait for the next thing.

mod over;

use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use halfday_domain::attempt::Outcome;
use halfday_domain::event::{Actor, EventKind};
use halfday_domain::failure::{FailureReason, StopReason};
use halfday_domain::id::{AttemptId, ItemId};
use halfday_domain::item::{AfterFailure, ItemEvent};
use halfday_domain::queue::Held;
use halfday_runner::attempt::budget::Purse;
use halfday_runner::attempt::{Driven, drive};
use halfday_store::{EndFeed, attempts, items, owned};
use serde_json::json;
use tokio::runtime::Runtime;

use super::claim::{Claimed, StillHeld};
use super::happened::Teller;
use super::orders::Running;
use super::{Listener, StopWork, Until, WorkOptions};
use crate::api::WorkEventKind;
use crate::{App, Error};

/// Dead owners and times that came are looked for this often.
const TICK: Duration = Duration::from_secs(1);
/// Running attempts change the store all the time; for that alone the queue is not looked at more often.
const LOOKS_EVERY: Duration = Duration::from_millis(50);
/// Orders that wait for a running attempt.
const ORDERS: usize = 16;
/// What is under way gets this long to end when the program does.
const ENDS_WITHIN: Duration = Duration::from_secs(10);

/// Something to look at.
pub(super) enum Wake {
    /// Something changed in the store, whoever did it.
    Changed,
    Ended(AttemptId, Driven),
    /// Somebody wants the work to end.
    Asked,
}

/// Why the work ended.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WorkEnd {
    /// So many attempts were worked.
    pub attempts: u32,
    /// What only the person can move on: items as people name them, with the reason in words.
    pub needs_person: Vec<(String, String)>,
    pub was_stopped: bool,
}

impl App {
    /// Works the queue on this thread until it is empty, the person is needed, or `stop` is asked.
    pub fn work_queue(
        &self,
        options: &WorkOptions,
        stop: &StopWork,
        listener: Listener,
    ) -> Result<WorkEnd, Error> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .map_err(|source| Error::StartWorker { source })?;
        let (wake, wakes) = mpsc::channel();
        *stop.wake.lock().unwrap_or_else(PoisonError::into_inner) = Some(wake.clone());
        let heard = self.hear(wake.clone())?;
        if matches!(options.until, Until::NothingLeft { .. }) {
            runtime.spawn(interrupted(stop.clone()));
        }
        let mut work = Work {
            app: self,
            options,
            stop,
            listener,
            only: self.items_meant(&options.only)?,
            runtime: &runtime,
            wake,
            running: HashMap::new(),
            purse: Arc::default(),
            told: HashMap::new(),
            blocked: vec![],
            looked: None,
            has_changed: false,
            has_ended: false,
            has_litter: false,
            end: WorkEnd::default(),
            asked_since: None,
        };
        let worked = work.work(&wakes);
        let ended = work.end_all(&wakes);
        let end = std::mem::take(&mut work.end);
        heard.end();
        *stop.wake.lock().unwrap_or_else(PoisonError::into_inner) = None;
        // Nothing of ours runs any more; what a blocking thread still reads is of no use.
        runtime.shutdown_timeout(Duration::from_secs(1));
        worked.and(ended).map(|()| end)
    }

    /// Listens to the store on a thread of its own.
    fn hear(&self, wake: Sender<Wake>) -> Result<Hearing, Error> {
        let mut feed = self.store.feed()?;
        let ender = feed.ender();
        let thread = thread::Builder::new()
            .name("worker feed".to_owned())
            .spawn(move || {
                while let Some(changes) = feed.next(TICK) {
                    if !changes.is_empty() && wake.send(Wake::Changed).is_err() {
                        break;
                    }
                }
            })
            .map_err(|source| Error::StartWorker { source })?;
        Ok(Hearing { ender, thread })
    }
}

struct Hearing {
    ender: EndFeed,
    thread: thread::JoinHandle<()>,
}

impl Hearing {
    fn end(self) {
        self.ender.end();
        // There is nothing to learn from the join.
        let _ = self.thread.join();
    }
}

/// Whoever ends the program in the terminal ends what it started, too.
async fn interrupted(stop: StopWork) {
    interruption().await;
    stop.ask();
}

/// Returns when the person, or the system, ends the program. Without a way to hear of it, it never does.
pub(crate) async fn interruption() {
    tokio::select! {
        heard = tokio::signal::ctrl_c() => if heard.is_err() { std::future::pending().await },
        () = told_to_end() => {}
    }
}

#[cfg(unix)]
async fn told_to_end() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut told) => {
            told.recv().await;
        }
        // Without it the system's own way stays: the process dies, and what was under way is lost.
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn told_to_end() {
    std::future::pending().await
}

struct Work<'a> {
    app: &'a App,
    options: &'a WorkOptions,
    stop: &'a StopWork,
    listener: Listener,
    only: Vec<ItemId>,
    runtime: &'a Runtime,
    wake: Sender<Wake>,
    running: HashMap<AttemptId, Running>,
    purse: Arc<Purse>,
    /// Why items stay in the queue, as it was said last.
    told: HashMap<ItemId, Held>,
    /// What went wrong here and waits for the person.
    blocked: Vec<ItemId>,
    /// When the queue was looked at last.
    looked: Option<Instant>,
    /// Something changed since then.
    has_changed: bool,
    /// An attempt ended since then: there is room for another.
    has_ended: bool,
    /// Attempts ended since copies and checkpoints were cleared.
    has_litter: bool,
    end: WorkEnd,
    /// Since when only the person is waited for.
    asked_since: Option<Instant>,
}

impl Work<'_> {
    fn work(&mut self, wakes: &Receiver<Wake>) -> Result<(), Error> {
        self.app.clear_copies()?;
        let mut held = vec![];
        while !self.stop.is_asked() {
            self.app.pass_on_orders(&mut self.running)?;
            let rest = LOOKS_EVERY.saturating_sub(self.looked.map_or(LOOKS_EVERY, |at| at.elapsed()));
            if rest.is_zero() || self.has_ended {
                self.app.end_dead_owners()?;
                held = self.take_all()?;
                self.tell_held(&held);
                if self.has_litter && self.running.is_empty() {
                    self.app.clear_copies()?;
                    self.has_litter = false;
                }
                let is_over = self.is_over(&held)?;
                self.app.works(&self.listener);
                if is_over {
                    return Ok(());
                }
                (self.looked, self.has_ended, self.has_changed) = (Some(Instant::now()), false, false);
            }
            let pause = if self.has_changed { rest } else { self.pause(&held).max(rest) };
            match wakes.recv_timeout(pause) {
                Ok(wake) => self.woken(wake)?,
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {}
            }
            while let Ok(wake) = wakes.try_recv() {
                self.woken(wake)?;
            }
        }
        self.end.was_stopped = true;
        Ok(())
    }

    /// Claims and starts what may start; gives what stays.
    fn take_all(&mut self) -> Result<Vec<StillHeld>, Error> {
        loop {
            let taken = self.app.claim(&self.only, self.options.at_once)?;
            let Some(claimed) = taken.claimed else { return Ok(taken.held) };
            self.start(claimed)?;
        }
    }

    fn start(&mut self, claimed: Claimed) -> Result<(), Error> {
        let words = self.app.words();
        let teller = Teller::of(&claimed, Arc::clone(&self.listener));
        let is_simulated = claimed.agent.way == crate::reach::SCRIPTED;
        let facts = json!({
            "agent": claimed.agent.name, "title": claimed.item.title, "purpose": claimed.purpose.code(),
            "simulated": is_simulated, "goes_on": claimed.goes_on_from.is_some(),
        });
        let text = words.say(
            if is_simulated { "work-started-simulated" } else { "work-started" },
            &[("agent", &claimed.agent.name), ("title", &claimed.item.title)],
        );
        teller.tell(WorkEventKind::Started, self.app.now(), text, facts);
        self.end.attempts += 1;
        let made = self.app.attempt(&claimed, self.options, &self.purse, Arc::clone(&self.listener));
        let (attempt, veil) = match made {
            Ok(made) => made,
            Err(error) => return self.broke(&claimed, &error.detail()),
        };
        let (orders, receiver) = tokio::sync::mpsc::channel(ORDERS);
        let (id, wake) = (claimed.hold.attempt, self.wake.clone());
        self.running.insert(id, Running::new(claimed, orders, veil));
        let driving = self.runtime.spawn(drive(attempt, receiver));
        self.runtime.spawn(async move {
            let driven = match driving.await {
                Ok(driven) => driven,
                Err(panicked) => {
                    Driven::LeftOpen(halfday_runner::attempt::record::NotKept::Broken(panicked.to_string()))
                }
            };
            // A loop that is gone has nothing more to do with it.
            let _ = wake.send(Wake::Ended(id, driven));
        });
        Ok(())
    }

    fn woken(&mut self, wake: Wake) -> Result<(), Error> {
        let (attempt, driven) = match wake {
            Wake::Changed => {
                self.has_changed = true;
                return Ok(());
            }
            Wake::Asked => return Ok(()),
            Wake::Ended(attempt, driven) => (attempt, driven),
        };
        self.has_ended = true;
        let Some(running) = self.running.remove(&attempt) else { return Ok(()) };
        self.has_litter = true;
        match driven {
            Driven::Closed(Outcome::Failed(_)) => self.blocked.push(running.claimed.item.id),
            Driven::Closed(Outcome::Delivered | Outcome::Stopped(_) | Outcome::Lost)
            | Driven::LeftOpen(halfday_runner::attempt::record::NotKept::TakenAway) => {}
            Driven::LeftOpen(halfday_runner::attempt::record::NotKept::Broken(detail)) => {
                self.broke(&running.claimed, &detail)?;
            }
        }
        Ok(())
    }

    /// A fault of ours ended an attempt: it is closed as failed, and counts against nobody.
    fn broke(&mut self, claimed: &Claimed, detail: &str) -> Result<(), Error> {
        let own = claimed.clone();
        let detail: String = detail.chars().take(500).collect();
        let outcome = Outcome::Failed(FailureReason::AgentExited);
        let closed = self.app.fact(Actor::Program, move |work| {
            owned::touch(work.tx, own.hold, work.at)?;
            attempts::close(work.tx, own.hold.attempt, outcome, Some(&detail), work.at)?;
            if own.purpose == halfday_domain::attempt::Purpose::Work
                && let Some(item) = items::by_id(work.tx, own.item.id)?
            {
                work.happen(&item, ItemEvent::Failed(AfterFailure::GiveUp))?;
            }
            let facts = json!({ "outcome": "failed", "reason": "agent_exited" });
            work.event(EventKind::AttemptEnded, Some(&own.item), facts)?;
            Ok(work.at)
        });
        match closed {
            Ok(at) => {
                let teller = Teller::of(claimed, Arc::clone(&self.listener));
                let text = crate::attempts::outcome_text(self.app.words(), outcome);
                let facts = json!({ "outcome": "failed", "reason": "agent_exited" });
                teller.tell(WorkEventKind::Ended, at, text, facts);
                self.blocked.push(claimed.item.id);
                Ok(())
            }
            // Somebody else closed it meanwhile.
            Err(Error::Store(halfday_store::Error::ChangedMeanwhile { .. })) => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn tell_held(&mut self, held: &[StillHeld]) {
        for one in held {
            let is_passing = matches!(one.why, Held::NotBefore(_));
            if !is_passing && self.told.get(&one.item) != Some(&one.why) {
                let facts = json!({ "why": one.why.code(), "needs_person": one.needs_person });
                (self.listener)(crate::api::WorkEvent {
                    event: WorkEventKind::Held,
                    at: self.app.now(),
                    item: one.reference.clone(),
                    attempt: 0,
                    text: one.text.clone(),
                    facts,
                });
            }
            self.told.insert(one.item, one.why.clone());
        }
        self.told.retain(|item, _| held.iter().any(|one| one.item == *item));
    }

    /// Stops what is under way and waits for its end.
    fn end_all(&mut self, wakes: &Receiver<Wake>) -> Result<(), Error> {
        for running in self.running.values_mut() {
            running.stop(Some(StopReason::AppClosed));
        }
        let until = Instant::now() + ENDS_WITHIN;
        while !self.running.is_empty() {
            match wakes.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(wake) => self.woken(wake)?,
                // What does not end is lost with this process, and says so.
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        Ok(())
    }
}
