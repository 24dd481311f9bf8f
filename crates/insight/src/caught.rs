//! Who caught it: of the attempts in which something went wrong, who saw it first: AI itself, our checks, the
//! person, or nobody until later. STATISTICS §2.
//!
//! AI itself: it refused, or finished with a confidence below one half. Our checks: the attempt was ended by
//! a check or a watch of ours, or a failing check sent it into a repair round. The person: rejected, reworked,
//! stopped because it was going wrong. Later: accepted, and said to be wrong afterwards.

use halfday_domain::attempt::{Outcome, Purpose};
use halfday_domain::facts::details::{AttemptDetail, Details};
use halfday_domain::failure::FailureReason;
use halfday_domain::review::VerdictCode;
use serde::Serialize;

/// Below this AI says itself that it is not sure.
const UNSURE_BELOW: f64 = 0.5;

/// Attempts in which something went wrong, by who saw it first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Caught {
    pub by_itself: u32,
    pub by_checks: u32,
    pub by_person: u32,
    pub later: u32,
    /// All of them; nobody knows of what nobody saw.
    pub of: u32,
}

enum By {
    Itself,
    Checks,
    Person,
    Later,
}

/// Over work judged or ended since `since` (UTC ms).
pub fn caught(details: &Details, since: i64) -> Caught {
    let mut sum = Caught::default();
    let work =
        details.attempts.iter().filter(|one| one.purpose == Purpose::Work && one.fact.judged_at() >= since);
    for by in work.filter_map(first_to_see) {
        sum.of += 1;
        match by {
            By::Itself => sum.by_itself += 1,
            By::Checks => sum.by_checks += 1,
            By::Person => sum.by_person += 1,
            By::Later => sum.later += 1,
        }
    }
    sum
}

fn first_to_see(attempt: &AttemptDetail) -> Option<By> {
    let by_outcome = match attempt.fact.outcome {
        Outcome::Failed(FailureReason::Refused) => Some(By::Itself),
        Outcome::Failed(FailureReason::RejectedByPerson) => Some(By::Person),
        Outcome::Failed(reason) if reason.counts_against_ai() => Some(By::Checks),
        Outcome::Stopped(Some(reason)) if reason.counts_against_ai() => Some(By::Person),
        Outcome::Failed(_) | Outcome::Stopped(_) | Outcome::Lost | Outcome::Delivered => None,
    };
    if by_outcome.is_some() {
        return by_outcome;
    }
    let by_verdict = match attempt.fact.verdict {
        Some(VerdictCode::Rejected | VerdictCode::AcceptedAfterRework) => Some(By::Person),
        Some(VerdictCode::Accepted) => attempt.wrong_at.map(|_| By::Later),
        None => None,
    };
    let was_repaired = attempt.repair_rounds.is_some_and(|rounds| rounds > 0);
    match by_verdict {
        Some(_) if attempt.self_confidence.is_some_and(|sure| sure < UNSURE_BELOW) => Some(By::Itself),
        Some(by) => Some(by),
        None => was_repaired.then_some(By::Checks),
    }
}
