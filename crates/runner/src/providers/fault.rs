//! What went wrong with a call: a failure with its reason, and whether the provider itself says that
//! the same call may be made again.

use std::time::Duration;

use halfday_domain::failure::FailureReason;

use crate::agents::Failure;

/// A call that brought no reply.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{failure}")]
pub struct Fault {
    pub failure: Failure,
    pub advice: Advice,
}

/// What the provider says about calling again (`x-should-retry`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// Nothing: the reason decides.
    Unsaid,
    Again,
    Never,
}

impl Fault {
    /// A fault for which the reason alone decides what happens next.
    pub fn new(reason: FailureReason, detail: impl Into<String>) -> Self {
        Self { failure: Failure::new(reason, detail), advice: Advice::Unsaid }
    }

    pub(super) fn never_again(mut self) -> Self {
        self.advice = Advice::Never;
        self
    }

    pub(super) fn after(mut self, retry_after: Option<Duration>) -> Self {
        self.failure.retry_after = retry_after;
        self
    }
}
