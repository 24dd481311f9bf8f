//! What happens, as whoever looks on is told: a code, facts, and a finished line.

use halfday_domain::words::Words;
use serde_json::Value;

use super::Listener;
use super::claim::Claimed;
use crate::api::{WorkEvent, WorkEventKind};

/// Tells what happens to one attempt.
#[derive(Clone)]
pub(super) struct Teller {
    listener: Listener,
    item: String,
    attempt: u32,
}

impl Teller {
    pub(super) fn of(claimed: &Claimed, listener: Listener) -> Self {
        Self { listener, item: claimed.reference.clone(), attempt: claimed.number }
    }

    pub(super) fn tell(&self, event: WorkEventKind, at: i64, text: String, facts: Value) {
        let (item, attempt) = (self.item.clone(), self.attempt);
        (self.listener)(WorkEvent { event, at, item, attempt, text, facts });
    }
}

/// A step in words: "writes notes.md".
pub(crate) fn step_text(words: &Words, kind: &str, about: &str) -> String {
    words.say(&format!("step-{kind}"), &[("about", about)])
}
