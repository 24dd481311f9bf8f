//! What a person says of a deliverable, and why not.

use serde::{Deserialize, Serialize};

use crate::code::codes;

codes! {
    /// Why a deliverable was not good enough.
    Rejection {
        WrongFacts = "wrong_facts",
        Invented = "invented",
        WrongFormat = "wrong_format",
        Incomplete = "incomplete",
        OffBrief = "off_brief",
        NeedsMyJudgement = "needs_my_judgement",
        ToolTrouble = "tool_trouble",
        Other = "other",
    }
}

codes! {
    /// A verdict without its reason, as statistics count it.
    VerdictCode {
        Accepted = "accepted",
        AcceptedAfterRework = "accepted_after_rework",
        Rejected = "rejected",
    }
}

/// A verdict on an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    Accepted,
    /// Used, after the person worked on it (the minutes are an interval).
    AcceptedAfterRework,
    /// Not used; `first_wrong_step` is where it first went wrong, if the person said so.
    Rejected {
        reason: Rejection,
        first_wrong_step: Option<u32>,
    },
}

impl Verdict {
    /// The verdict without its reason.
    pub fn code(self) -> VerdictCode {
        match self {
            Self::Accepted => VerdictCode::Accepted,
            Self::AcceptedAfterRework => VerdictCode::AcceptedAfterRework,
            Self::Rejected { .. } => VerdictCode::Rejected,
        }
    }
}
