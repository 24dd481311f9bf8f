//! What the person reads of an item: one function of its status and its last attempt.

use crate::attempt::Outcome;
use crate::code::codes;
use crate::item::{ItemStatus, WaitingFor, Worker};
use crate::review::VerdictCode;

codes! {
    /// How an item reads; `locales/` has the words (`status-CODE`), the window the icon and colour.
    Reading {
        Open = "open",
        Queued = "queued",
        Working = "working",
        WaitingQuestion = "waiting-question",
        WaitingPermission = "waiting-permission",
        WaitingPaste = "waiting-paste",
        WaitingBudget = "waiting-budget",
        WaitingLimit = "waiting-limit",
        WaitingProvider = "waiting-provider",
        WaitingSafety = "waiting-safety",
        InReview = "in-review",
        Done = "done",
        Accepted = "accepted",
        AcceptedAfterRework = "accepted-after-rework",
        Rejected = "rejected",
        Blocked = "blocked",
        Failed = "failed",
        Stopped = "stopped",
        Lost = "lost",
        Dropped = "dropped",
    }
}

/// The item's last attempt, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastAttempt {
    /// `None` while it is open.
    pub outcome: Option<Outcome>,
    pub verdict: Option<VerdictCode>,
}

impl Reading {
    /// How an item in `status` with this last attempt reads.
    pub fn of(status: ItemStatus, last: Option<LastAttempt>) -> Self {
        let outcome = last.and_then(|last| last.outcome);
        let verdict = last.and_then(|last| last.verdict);
        match status {
            ItemStatus::Queued => Self::Queued,
            ItemStatus::Working(Worker::Me | Worker::Ai) => Self::Working,
            ItemStatus::Waiting(why) => match why {
                WaitingFor::Question => Self::WaitingQuestion,
                WaitingFor::Permission => Self::WaitingPermission,
                WaitingFor::Paste => Self::WaitingPaste,
                WaitingFor::Budget => Self::WaitingBudget,
                WaitingFor::Limit => Self::WaitingLimit,
                WaitingFor::Provider => Self::WaitingProvider,
                WaitingFor::Safety => Self::WaitingSafety,
            },
            ItemStatus::InReview => Self::InReview,
            ItemStatus::Dropped => Self::Dropped,
            ItemStatus::Done => match verdict {
                Some(VerdictCode::Accepted) => Self::Accepted,
                Some(VerdictCode::AcceptedAfterRework) => Self::AcceptedAfterRework,
                // A rejected item that is done was done by the person afterwards.
                Some(VerdictCode::Rejected) | None => Self::Done,
            },
            ItemStatus::Blocked => match outcome {
                Some(Outcome::Failed(_)) => Self::Failed,
                Some(Outcome::Delivered | Outcome::Stopped(_) | Outcome::Lost) | None => Self::Blocked,
            },
            ItemStatus::Open => match (outcome, verdict) {
                (_, Some(VerdictCode::Rejected)) => Self::Rejected,
                (Some(Outcome::Failed(_)), _) => Self::Failed,
                (Some(Outcome::Stopped(_)), _) => Self::Stopped,
                (Some(Outcome::Lost), _) => Self::Lost,
                (Some(Outcome::Delivered) | None, _) => Self::Open,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::FailureReason;

    #[test]
    fn a_rejected_item_that_the_person_then_did_reads_done_and_not_rejected() {
        let rejected =
            LastAttempt { outcome: Some(Outcome::Delivered), verdict: Some(VerdictCode::Rejected) };

        assert_eq!(Reading::of(ItemStatus::Open, Some(rejected)), Reading::Rejected);
        assert_eq!(Reading::of(ItemStatus::Done, Some(rejected)), Reading::Done);
        assert_eq!(Reading::of(ItemStatus::Queued, Some(rejected)), Reading::Queued, "it is tried again");
    }

    #[test]
    fn a_failure_stays_readable_on_the_item() {
        let failed =
            LastAttempt { outcome: Some(Outcome::Failed(FailureReason::NothingDelivered)), verdict: None };

        assert_eq!(Reading::of(ItemStatus::Blocked, Some(failed)), Reading::Failed);
        assert_eq!(Reading::of(ItemStatus::Open, Some(failed)), Reading::Failed);
        assert_eq!(Reading::of(ItemStatus::Open, None), Reading::Open);
    }
}
