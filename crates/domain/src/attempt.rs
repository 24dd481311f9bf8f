//! How an attempt ended.

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::failure::{FailureReason, StopReason};

codes! {
    /// What an attempt is for; only work is counted.
    Purpose {
        Work = "work",
        /// AI does what the person does too, sealed until the person is done.
        Shadow = "shadow",
        /// A frozen item run again.
        Bench = "bench",
    }
}

codes! {
    /// An outcome without its reason.
    OutcomeCode {
        Delivered = "delivered",
        Failed = "failed",
        Stopped = "stopped",
        Lost = "lost",
    }
}

/// How an attempt ended; written once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// Something came back that is not empty.
    Delivered,
    Failed(FailureReason),
    /// `None`: the person has not said why yet.
    Stopped(Option<StopReason>),
    /// The program that worked it died.
    Lost,
}

impl Outcome {
    /// The outcome without its reason.
    pub const fn code(self) -> OutcomeCode {
        match self {
            Self::Delivered => OutcomeCode::Delivered,
            Self::Failed(_) => OutcomeCode::Failed,
            Self::Stopped(_) => OutcomeCode::Stopped,
            Self::Lost => OutcomeCode::Lost,
        }
    }

    /// The reason's code, where there is one.
    pub fn reason_code(self) -> Option<&'static str> {
        match self {
            Self::Failed(reason) => Some(reason.code()),
            Self::Stopped(reason) => reason.map(StopReason::code),
            Self::Delivered | Self::Lost => None,
        }
    }

    /// The outcome from its two codes.
    pub fn from_codes(outcome: &str, reason: Option<&str>) -> Option<Self> {
        match OutcomeCode::from_code(outcome)? {
            OutcomeCode::Delivered => Some(Self::Delivered),
            OutcomeCode::Failed => FailureReason::from_code(reason?).map(Self::Failed),
            OutcomeCode::Stopped => match reason {
                None => Some(Self::Stopped(None)),
                Some(code) => StopReason::from_code(code).map(|reason| Self::Stopped(Some(reason))),
            },
            OutcomeCode::Lost => Some(Self::Lost),
        }
    }
}
