//! What an ended attempt says of AI: right as it came, not right, or nothing. The same rule as *right first
//! time* (STATISTICS §1 and §2), for attempts of any purpose.

use halfday_domain::attempt::Outcome;
use halfday_domain::facts::details::AttemptDetail;
use halfday_domain::review::VerdictCode;

/// When it was judged, else when it ended.
pub(crate) fn judged_at(attempt: &AttemptDetail) -> i64 {
    attempt.reviewed_at.unwrap_or(attempt.ended_at)
}

/// Whether it was right as it came; `None`: not judged, never resolved, or not AI's doing.
pub(crate) fn was_right(attempt: &AttemptDetail) -> Option<bool> {
    match attempt.verdict {
        Some(VerdictCode::Accepted) => Some(attempt.chat_rounds.unwrap_or(1) <= 1),
        Some(VerdictCode::AcceptedAfterRework | VerdictCode::Rejected) => Some(false),
        None => match attempt.outcome {
            Outcome::Failed(reason) => reason.counts_against_ai().then_some(false),
            Outcome::Stopped(Some(reason)) => reason.counts_against_ai().then_some(false),
            Outcome::Delivered | Outcome::Stopped(None) | Outcome::Lost => None,
        },
    }
}

/// Whether a run of a bench came out right: by the person's verdict, else by its checks. One that nobody
/// judged and nothing checked says nothing.
pub(crate) fn bench_was_right(attempt: &AttemptDetail) -> Option<bool> {
    let by_checks = match attempt.outcome {
        Outcome::Delivered if attempt.checks_held + attempt.checks_failed > 0 => {
            Some(attempt.checks_failed == 0)
        }
        Outcome::Delivered | Outcome::Failed(_) | Outcome::Stopped(_) | Outcome::Lost => None,
    };
    was_right(attempt).or(by_checks)
}
