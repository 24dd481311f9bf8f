//! Who hears a call while it lasts: text as it comes, and what was used so far. Within a call a later
//! snapshot replaces the earlier one; calls of one turn are added up.

use std::time::Duration;

use crate::agents::{Line, Report, Step, Usage};
use crate::redact::{Redactor, Tail};

/// Passes on what calls of one turn bring, without secrets.
#[derive(Debug)]
pub struct Listener<'a> {
    line: &'a Line,
    redactor: &'a Redactor,
    /// The longest silence of the other side before a call is given up.
    pub silence: Duration,
    /// What earlier calls used; `None` before the first.
    before: Option<Usage>,
    /// The latest snapshot of the call that runs.
    now: Option<Usage>,
    tail: Tail,
}

impl<'a> Listener<'a> {
    /// A listener for one turn.
    pub fn new(line: &'a Line, redactor: &'a Redactor, silence: Duration) -> Self {
        Self { line, redactor, silence, before: None, now: None, tail: Tail::default() }
    }

    /// A piece of text the model wrote.
    pub(crate) async fn text(&mut self, piece: &str) {
        let safe = self.redactor.stream(&mut self.tail, piece);
        if !safe.is_empty() {
            self.send(Report::Text(safe)).await;
        }
    }

    /// What the call used so far.
    pub(crate) async fn used(&mut self, usage: Usage) {
        if self.now != Some(usage) {
            self.now = Some(usage);
            self.send(Report::Used(self.total())).await;
        }
    }

    /// Something that was done.
    pub(crate) async fn step(&mut self, mut step: Step) {
        step.about = self.redactor.clean(&step.about).chars().take(300).collect();
        self.send(Report::Step(step)).await;
    }

    /// The call brought its reply. When nobody said what it used, the sum is unknown from here on.
    pub(crate) async fn served(&mut self) {
        if self.now.is_none() {
            self.used(Usage::default()).await;
        }
        self.ended().await;
    }

    /// The call brought none. What it used by then counts; a call that was turned away used nothing.
    pub(crate) async fn not_served(&mut self) {
        self.ended().await;
    }

    async fn ended(&mut self) {
        if self.now.is_some() {
            self.before = Some(self.total());
            self.now = None;
        }
        let rest = self.redactor.end(&mut self.tail);
        if !rest.is_empty() {
            self.send(Report::Text(rest)).await;
        }
    }

    /// All calls of the turn together.
    pub fn total(&self) -> Usage {
        match (self.before, self.now) {
            (Some(before), Some(now)) => Usage {
                tokens_in: sum(before.tokens_in, now.tokens_in),
                tokens_out: sum(before.tokens_out, now.tokens_out),
                tokens_cached: sum(before.tokens_cached, now.tokens_cached),
                tokens_cache_written: sum(before.tokens_cache_written, now.tokens_cache_written),
                reported_cost_nano: sum(before.reported_cost_nano, now.reported_cost_nano),
            },
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => Usage::default(),
        }
    }

    /// Waits until the other side has room for it, but not after it said stop. A side that no longer
    /// listens misses reports and nothing else: what the work came to is looked at later.
    pub(crate) async fn send(&self, report: Report) {
        tokio::select! {
            biased;
            () = self.line.stop.cancelled() => {}
            _ = self.line.reports.send(report) => {}
        }
    }
}

/// A sum with an unknown part is unknown.
fn sum(one: Option<u64>, other: Option<u64>) -> Option<u64> {
    Some(one?.saturating_add(other?))
}
