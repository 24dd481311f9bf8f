//! A call that is made again while the provider cannot serve it. What happens after a failure is decided
//! in `halfday_domain::retry`; here it is only waited for.

use std::time::Duration;

use halfday_domain::failure::FailureReason;
use halfday_domain::retry::{Failed, Next, decide};

use super::fault::{Advice, Fault};
use super::listener::Listener;
use super::{Provider, Reply, Request};
use crate::agents::{Failure, Step, StepKind};

/// How calls are repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// The longest wait that is sat out; what takes longer goes back to the caller with its time, so that
    /// the item can be parked.
    pub longest_wait: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { longest_wait: Duration::from_mins(2) }
    }
}

/// Calls until there is a reply, or a failure that waiting does not help.
pub async fn call_patiently(
    provider: &dyn Provider,
    request: &Request,
    listener: &mut Listener<'_>,
    patience: Patience,
) -> Result<Reply, Failure> {
    let mut tries = 0;
    loop {
        tries += 1;
        let fault = match provider.call(request, listener).await {
            Ok(reply) => {
                listener.served().await;
                return Ok(reply);
            }
            Err(fault) => fault,
        };
        listener.not_served().await;
        let Some(wait) = wait(&fault, tries, fastrand::f64()).filter(|wait| *wait <= patience.longest_wait)
        else {
            return Err(fault.failure);
        };
        let about = format!("{}: {} s", fault.failure.reason.code(), wait.as_secs());
        listener.step(Step { kind: StepKind::Other, about, went_well: Some(false) }).await;
        tokio::time::sleep(wait).await;
    }
}

/// How long to wait before the next try; `None`: there is none. `chance` is between 0 and 1 and keeps
/// callers that failed together from coming back together.
fn wait(fault: &Fault, tries: u32, chance: f64) -> Option<Duration> {
    let reason = match fault.advice {
        Advice::Never => return None,
        Advice::Unsaid => fault.failure.reason,
        // The provider knows better than the rule that a limit without a time is a spend limit.
        Advice::Again => match fault.failure.reason {
            FailureReason::RateLimited if fault.failure.retry_after.is_none() => FailureReason::Overloaded,
            reason => reason,
        },
    };
    let named = fault.failure.retry_after;
    let retry_after_ms = named.map(|after| i64::try_from(after.as_millis()).unwrap_or(i64::MAX));
    match decide(Failed { reason, attempts: 1, tries, nudges: 0, retry_after_ms }) {
        Next::CallAgain { after_ms } => {
            let after = Duration::from_millis(u64::try_from(after_ms).unwrap_or_default());
            // Never before a time that was named; else somewhere in the second half of the back-off.
            let share = if named.is_some() { 1.0 + chance / 10.0 } else { 0.5 + chance / 2.0 };
            Some(Duration::try_from_secs_f64(after.as_secs_f64() * share).unwrap_or(Duration::MAX))
        }
        Next::Nudge | Next::NewAttempt | Next::Ask | Next::GiveUp => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(reason: FailureReason, retry_after: Option<u64>, advice: Advice) -> Fault {
        Fault { advice, ..Fault::new(reason, "").after(retry_after.map(Duration::from_secs)) }
    }

    #[test]
    fn a_named_time_is_never_cut_short_and_a_back_off_is_spread() {
        let named = fault(FailureReason::RateLimited, Some(30), Advice::Unsaid);
        let overloaded = fault(FailureReason::Overloaded, None, Advice::Unsaid);

        assert_eq!(wait(&named, 1, 0.0), Some(Duration::from_secs(30)));
        assert_eq!(wait(&named, 1, 1.0), Some(Duration::from_secs(33)));
        assert_eq!(wait(&overloaded, 3, 0.0), Some(Duration::from_secs(2)));
        assert_eq!(wait(&overloaded, 3, 1.0), Some(Duration::from_secs(4)));
    }

    #[test]
    fn the_provider_has_the_last_word_on_trying_again() {
        let limited = |advice| wait(&fault(FailureReason::RateLimited, None, advice), 1, 1.0);

        assert_eq!(limited(Advice::Unsaid), None, "a limit without a time is a spend limit");
        assert_eq!(limited(Advice::Again), Some(Duration::from_secs(1)));
        assert_eq!(wait(&fault(FailureReason::ServerError, None, Advice::Never), 1, 1.0), None);
        assert_eq!(wait(&fault(FailureReason::ServerError, None, Advice::Again), 6, 1.0), None, "six tries");
    }
}
