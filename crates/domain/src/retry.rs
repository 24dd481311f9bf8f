//! After a failure: again, park, pause or give up. One pure decision (RUNNER §4).

use crate::failure::{FailureClass, FailureReason};

/// At most this many attempts of an item before it is split or given back.
pub const MOST_ATTEMPTS: u32 = 3;
/// At most this many tries of a call that the provider could not serve.
pub const MOST_PROVIDER_TRIES: u32 = 6;
/// The longest back-off between two tries, in milliseconds.
const LONGEST_BACK_OFF_MS: i64 = 60_000;

/// What is known when an attempt failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failed {
    pub reason: FailureReason,
    /// Attempts of the item so far, this one included.
    pub attempts: u32,
    /// Tries of the failing call so far, this one included.
    pub tries: u32,
    /// How often this attempt was told of this reason before.
    pub nudges: u32,
    /// What the provider said in Retry-After.
    pub retry_after_ms: Option<i64>,
}

/// What happens next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// The same call again, within the attempt.
    CallAgain { after_ms: i64 },
    /// The same session is told what was wrong, once for each reason.
    Nudge,
    /// A new attempt, with something changed.
    NewAttempt,
    /// Wait for the person: it cannot go on by itself.
    Ask,
    /// The item is blocked with the reason.
    GiveUp,
}

/// What the next attempt is asked, against what the last one was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SinceLast {
    Same,
    /// Other words, other checks, somebody else.
    Changed,
}

/// Whether a person who wants to try again is told to change something first. They may try all the
/// same: it is their chat and their time.
pub fn asks_for_change(went_wrong: u32, since: SinceLast) -> bool {
    match since {
        SinceLast::Same => went_wrong >= MOST_ATTEMPTS,
        SinceLast::Changed => false,
    }
}

/// What happens after a failure.
pub fn decide(failed: Failed) -> Next {
    let again = if failed.attempts < MOST_ATTEMPTS { Next::NewAttempt } else { Next::GiveUp };
    match failed.reason.class() {
        FailureClass::Provider => match failed.reason {
            FailureReason::Auth | FailureReason::Billing | FailureReason::SpendCap => Next::Ask,
            // A limit without a time to come back is a spend limit: retrying cannot help.
            FailureReason::RateLimited if failed.retry_after_ms.is_none() => Next::Ask,
            _ if failed.tries < MOST_PROVIDER_TRIES => {
                let doubled = 1_000_i64.saturating_mul(1 << failed.tries.saturating_sub(1).min(16));
                let back_off_ms = doubled.min(LONGEST_BACK_OFF_MS);
                Next::CallAgain { after_ms: failed.retry_after_ms.unwrap_or(back_off_ms) }
            }
            _ => Next::Ask,
        },
        FailureClass::Setup | FailureClass::Outside => Next::GiveUp,
        FailureClass::Budget | FailureClass::Safety => Next::Ask,
        FailureClass::Model if failed.nudges == 0 => Next::Nudge,
        FailureClass::Model | FailureClass::Process => again,
        FailureClass::Verify => match failed.reason {
            FailureReason::Inconclusive => Next::Ask,
            _ => again,
        },
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn failed(reason: FailureReason) -> Failed {
        Failed { reason, attempts: 1, tries: 1, nudges: 0, retry_after_ms: None }
    }

    #[test]
    fn a_rate_limit_without_a_time_is_never_retried_and_with_one_waits_exactly_so_long() {
        let limited = failed(FailureReason::RateLimited);

        assert_eq!(decide(limited), Next::Ask);
        let named = Failed { retry_after_ms: Some(12_345), ..limited };
        assert_eq!(decide(named), Next::CallAgain { after_ms: 12_345 });
    }

    #[test]
    fn the_ai_gets_three_attempts_and_an_outage_never_uses_one_up() {
        let third = Failed { attempts: 3, ..failed(FailureReason::CheckFailed) };

        assert_eq!(decide(failed(FailureReason::CheckFailed)), Next::NewAttempt);
        assert_eq!(decide(third), Next::GiveUp);
        let outage = Failed { attempts: 3, ..failed(FailureReason::Overloaded) };
        assert_eq!(decide(outage), Next::CallAgain { after_ms: 1_000 });
    }

    #[test]
    fn after_three_attempts_a_person_is_told_to_change_something_unless_they_have() {
        let told: Vec<bool> = (1..=4).map(|wrong| asks_for_change(wrong, SinceLast::Same)).collect();

        assert_eq!(told, [false, false, true, true]);
        assert!(!asks_for_change(3, SinceLast::Changed));
    }

    #[test]
    fn a_fault_of_the_model_is_named_to_it_once_before_the_attempt_fails() {
        let first = failed(FailureReason::MalformedToolCall);

        assert_eq!(decide(first), Next::Nudge);
        assert_eq!(decide(Failed { nudges: 1, ..first }), Next::NewAttempt);
        assert_eq!(decide(failed(FailureReason::NoProgress)), Next::NewAttempt);
    }

    proptest! {
        #[test]
        fn nothing_is_tried_for_ever(pick in 0..FailureReason::ALL.len(), attempts in 3_u32.., tries in 6_u32..) {
            let last = Failed { reason: FailureReason::ALL[pick], attempts, tries, nudges: 1, retry_after_ms: Some(1) };

            prop_assert!(matches!(decide(last), Next::Ask | Next::GiveUp));
        }
    }
}
