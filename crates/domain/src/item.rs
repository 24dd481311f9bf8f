//! The item's machine: who may have it, and what can happen to it next.
//!
//! An item's status changes only through [`ItemStatus::after`] (and back through
//! [`ItemStatus::undone`]), applied as one guarded `UPDATE`. That line makes two processes safe.

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::failure::StopReason;

codes! {
    /// What a waiting item waits for.
    WaitingFor {
        /// An answer to AI's question.
        Question = "question",
        /// A permission AI asked for.
        Permission = "permission",
        /// The person's paste: the brief was copied.
        Paste = "paste",
        /// More budget, or a stop.
        Budget = "budget",
        /// The time the provider's usage limit resets.
        Limit = "limit",
        /// The provider to come back.
        Provider = "provider",
        /// A look at something suspicious.
        Safety = "safety",
    }
}

codes! {
    /// Who has an item at the moment.
    Worker {
        Me = "me",
        Ai = "ai",
    }
}

/// Where an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ItemStatus {
    Open,
    /// Handed over; not started before its `not_before`.
    Queued,
    Working(Worker),
    Waiting(WaitingFor),
    /// A deliverable waits for a verdict.
    InReview,
    Done,
    /// It failed and will not be tried again by itself.
    Blocked,
    Dropped,
}

/// What happens after a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AfterFailure {
    Retry,
    GiveUp,
}

/// What the person wants after a rejection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AfterRejection {
    Retry,
    TakeBack,
}

/// What can happen to an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ItemEvent {
    HandedOver,
    /// The person began it.
    Started,
    /// The person finished it.
    Finished,
    /// A program took it from the queue.
    Claimed,
    /// Its brief was copied for a chat.
    BriefCopied,
    Asked(WaitingFor),
    Answered,
    /// The person put it down again.
    PutDown,
    Delivered,
    Failed(AfterFailure),
    Stopped(Option<StopReason>),
    Lost,
    TakenBack,
    Accepted,
    SentBack(AfterRejection),
    Unblocked,
    VerdictWithdrawn,
    Reopened,
    Dropped,
    Restored,
}

/// The event cannot happen to an item in this status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{event:?} cannot happen to an item that is {status:?}")]
pub struct NotAllowed {
    pub status: ItemStatus,
    pub event: ItemEvent,
}

impl ItemStatus {
    /// The status after `event`, or why `event` cannot happen now.
    pub fn after(self, event: ItemEvent) -> Result<Self, NotAllowed> {
        use ItemEvent as E;
        use ItemStatus as S;
        use Worker::{Ai, Me};

        let next = match (self, event) {
            (S::Open | S::Working(Me), E::HandedOver) => S::Queued,
            (S::Open, E::Started) => S::Working(Me),
            (S::Open | S::Working(Me), E::Finished) => S::Done,
            (S::Working(Me), E::PutDown) => S::Open,

            (S::Queued, E::Claimed) => S::Working(Ai),
            (S::Queued, E::BriefCopied) => S::Waiting(WaitingFor::Paste),
            (S::Working(Ai), E::Asked(why)) if why != WaitingFor::Paste => S::Waiting(why),
            (S::Waiting(why), E::Answered) if why != WaitingFor::Paste => S::Working(Ai),

            (S::Working(Ai) | S::Waiting(_), E::Delivered) => S::InReview,
            (S::Working(Ai) | S::Waiting(_), E::Failed(AfterFailure::Retry)) => S::Queued,
            (S::Working(Ai) | S::Waiting(_), E::Failed(AfterFailure::GiveUp)) => S::Blocked,
            (S::Waiting(WaitingFor::Limit), E::Lost | E::Stopped(Some(StopReason::AppClosed))) => S::Queued,
            (S::Working(Ai) | S::Waiting(_), E::Stopped(_) | E::Lost) => S::Open,

            (S::Queued | S::Waiting(WaitingFor::Paste) | S::InReview | S::Blocked, E::TakenBack) => S::Open,
            (S::InReview, E::Accepted) => S::Done,
            (S::InReview, E::SentBack(AfterRejection::Retry)) | (S::Blocked, E::Unblocked) => S::Queued,
            (S::InReview, E::SentBack(AfterRejection::TakeBack)) => S::Open,
            (S::Done, E::VerdictWithdrawn) => S::InReview,
            (S::Done, E::Reopened) | (S::Dropped, E::Restored) => S::Open,
            (
                S::Open | S::Queued | S::Waiting(WaitingFor::Paste) | S::InReview | S::Blocked | S::Done,
                E::Dropped,
            ) => S::Dropped,

            (status, event) => return Err(NotAllowed { status, event }),
        };
        Ok(next)
    }

    /// The status before `event`: allowed exactly when `event` did lead from `before` to here.
    pub fn undone(self, event: ItemEvent, before: Self) -> Result<Self, NotAllowed> {
        match before.after(event) {
            Ok(after) if after == self => Ok(before),
            Ok(_) | Err(_) => Err(NotAllowed { status: self, event }),
        }
    }

    /// The code in the database and in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Queued => "queued",
            Self::Working(_) => "working",
            Self::Waiting(_) => "waiting",
            Self::InReview => "in_review",
            Self::Done => "done",
            Self::Blocked => "blocked",
            Self::Dropped => "dropped",
        }
    }

    /// What it waits for, while it waits.
    pub const fn waiting_for(self) -> Option<WaitingFor> {
        match self {
            Self::Waiting(why) => Some(why),
            Self::Open
            | Self::Queued
            | Self::Working(_)
            | Self::InReview
            | Self::Done
            | Self::Blocked
            | Self::Dropped => None,
        }
    }

    /// The status from its stored codes; `worker` is who the open assignment names.
    pub fn from_codes(status: &str, waiting_for: Option<&str>, worker: Worker) -> Option<Self> {
        Some(match status {
            "open" => Self::Open,
            "queued" => Self::Queued,
            "working" => Self::Working(worker),
            "waiting" => Self::Waiting(WaitingFor::from_code(waiting_for?)?),
            "in_review" => Self::InReview,
            "done" => Self::Done,
            "blocked" => Self::Blocked,
            "dropped" => Self::Dropped,
            _ => return None,
        })
    }

    /// Whether AI has it now, so that a job cannot be closed over it.
    pub const fn is_with_ai(self) -> bool {
        match self {
            Self::Queued | Self::Working(Worker::Ai) | Self::Waiting(_) | Self::InReview | Self::Blocked => {
                true
            }
            Self::Open | Self::Working(Worker::Me) | Self::Done | Self::Dropped => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeSet, VecDeque};

    use proptest::prelude::*;

    use super::*;

    fn statuses() -> Vec<ItemStatus> {
        use ItemStatus as S;
        let mut all = vec![S::Open, S::Queued, S::InReview, S::Done, S::Blocked, S::Dropped];
        all.extend(Worker::ALL.iter().map(|worker| S::Working(*worker)));
        all.extend(WaitingFor::ALL.iter().map(|why| S::Waiting(*why)));
        all
    }

    fn events() -> Vec<ItemEvent> {
        use ItemEvent as E;
        let mut all = vec![
            E::HandedOver,
            E::Started,
            E::Finished,
            E::Claimed,
            E::BriefCopied,
            E::Answered,
            E::PutDown,
            E::Delivered,
            E::Failed(AfterFailure::Retry),
            E::Failed(AfterFailure::GiveUp),
            E::Stopped(None),
            E::Lost,
            E::TakenBack,
            E::Accepted,
            E::SentBack(AfterRejection::Retry),
            E::SentBack(AfterRejection::TakeBack),
            E::Unblocked,
            E::VerdictWithdrawn,
            E::Reopened,
            E::Dropped,
            E::Restored,
        ];
        all.extend(WaitingFor::ALL.iter().map(|why| E::Asked(*why)));
        all.extend(StopReason::ALL.iter().map(|reason| E::Stopped(Some(*reason))));
        all
    }

    fn reachable(from: ItemStatus) -> BTreeSet<String> {
        let mut seen = BTreeSet::from([format!("{from:?}")]);
        let mut queue = VecDeque::from([from]);
        while let Some(status) = queue.pop_front() {
            for next in events().into_iter().filter_map(|event| status.after(event).ok()) {
                if seen.insert(format!("{next:?}")) {
                    queue.push_back(next);
                }
            }
        }
        seen
    }

    #[test]
    fn from_every_status_an_item_can_still_be_done_opened_or_dropped() {
        for status in statuses() {
            let ahead = reachable(status);

            for goal in ["Open", "Done", "Dropped"] {
                assert!(ahead.contains(goal), "{status:?} is stuck: {goal} cannot be reached");
            }
        }
    }

    #[test]
    fn every_status_can_be_reached_from_open() {
        let ahead = reachable(ItemStatus::Open);

        for status in statuses() {
            assert!(ahead.contains(&format!("{status:?}")), "{status:?} cannot be reached");
        }
    }

    #[test]
    fn the_persons_and_ais_working_are_left_by_different_doors() {
        let mine = ItemStatus::Working(Worker::Me);
        let ais = ItemStatus::Working(Worker::Ai);

        assert_eq!(mine.after(ItemEvent::Finished), Ok(ItemStatus::Done));
        assert!(ais.after(ItemEvent::Finished).is_err(), "AI's work ends by delivery and verdict only");
        assert!(ais.after(ItemEvent::TakenBack).is_err(), "AI's working is stopped first");
        assert!(mine.after(ItemEvent::Delivered).is_err());
    }

    #[test]
    fn an_item_parked_by_a_limit_goes_back_to_the_queue_when_the_app_closes() {
        let parked = ItemStatus::Waiting(WaitingFor::Limit);

        assert_eq!(parked.after(ItemEvent::Lost), Ok(ItemStatus::Queued));
        assert_eq!(parked.after(ItemEvent::Stopped(Some(StopReason::AppClosed))), Ok(ItemStatus::Queued));
        assert_eq!(parked.after(ItemEvent::Stopped(Some(StopReason::ChangedMind))), Ok(ItemStatus::Open));
    }

    proptest! {
        #[test]
        fn no_sequence_of_events_reaches_a_status_that_cannot_be_stored(
            picks in proptest::collection::vec(0..events().len(), 0..60)
        ) {
            let mut status = ItemStatus::Open;
            for pick in picks {
                let event = events()[pick];
                let Ok(next) = status.after(event) else { continue };
                prop_assert_eq!(next.undone(event, status), Ok(status), "what happened can be undone");
                let worker = match next { ItemStatus::Working(worker) => worker, _ => Worker::Me };
                let stored = ItemStatus::from_codes(next.code(), next.waiting_for().map(WaitingFor::code), worker);
                prop_assert_eq!(stored, Some(next));
                status = next;
            }
        }
    }
}
