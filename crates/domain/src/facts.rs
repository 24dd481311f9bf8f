//! Facts: what `store` reads through its counted views and `insight` turns into numbers.
//! Sample jobs, withdrawn rows, shadow and bench attempts and items done before Halfday are
//! already left out. Unknown is `None`, never zero. Instants (`…_at`) are UTC milliseconds.
//! What else is known of attempts, and of those beside the work, is in [`details`].

pub mod details;

use crate::attempt::Outcome;
use crate::code::codes;
use crate::id::{AttemptId, ItemId, JobId};
use crate::kind::Kind;
use crate::plan::EstimateSource;
use crate::review::{Rejection, VerdictCode};

codes! {
    /// What an item stands for.
    Scope {
        /// One item.
        Item = "item",
        /// Several items handed over as one.
        Bundle = "bundle",
        /// The whole job handed over as one.
        Job = "job",
    }
}

codes! {
    /// What a stretch of the person's time was spent on.
    IntervalKind {
        Brief = "brief",
        Work = "work",
        Review = "review",
        Rework = "rework",
    }
}

codes! {
    /// How a stretch of time is known.
    IntervalSource {
        /// A timer ran.
        Measured = "measured",
        /// The person said it.
        Declared = "declared",
    }
}

/// What an attempt cost in nano-dollars, with where the amount comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Cost {
    /// The agent said so.
    Reported { nano: i64 },
    /// Tokens times a price table, named with its date.
    Computed { nano: i64, prices: String },
    /// Not nothing: nobody knows.
    #[default]
    Unknown,
}

impl Cost {
    /// The amount, where it is known.
    pub fn nano(&self) -> Option<i64> {
        match self {
            Self::Reported { nano } | Self::Computed { nano, .. } => Some(*nano),
            Self::Unknown => None,
        }
    }
}

/// A job as statistics see it.
#[derive(Debug, Clone, PartialEq)]
pub struct JobFact {
    pub job_id: JobId,
    pub number: i64,
    pub title: String,
    pub created_at: i64,
    /// `None` while the job is open.
    pub closed_at: Option<i64>,
    /// "Doing all of it yourself: how long?", asked before.
    pub own_minutes_guess: Option<u32>,
    /// The person's guess of AI's part, 0–1, asked before.
    pub guess_share: Option<f64>,
    /// Jobs from one template are trials of the same job.
    pub template_id: Option<String>,
}

/// One ended AI attempt on an item (view `counted_attempts`).
#[derive(Debug, Clone, PartialEq)]
pub struct AttemptFact {
    pub attempt_id: AttemptId,
    pub item_id: ItemId,
    pub job_id: JobId,
    pub item_title: String,
    pub kind: Kind,
    pub scope: Scope,
    /// The exact agent, as named.
    pub agent: String,
    /// The agent's family of models; may be empty.
    pub family: String,
    /// When chance decided who gets the item.
    pub draw_probability: Option<f64>,
    /// Frozen at the handover.
    pub estimate_minutes: Option<u32>,
    pub estimate_source: EstimateSource,
    /// The item is done now. One dropped, removed or opened again since keeps its verdict; its minutes
    /// are nobody's.
    pub item_is_done: bool,
    /// 1 for the item's first attempt; withdrawn attempts leave gaps.
    pub number: u32,
    pub outcome: Outcome,
    /// How many answers it took in the chat; unknown counts as one.
    pub chat_rounds: Option<u32>,
    pub started_at: i64,
    pub ended_at: i64,
    pub verdict: Option<VerdictCode>,
    pub rejection: Option<Rejection>,
    pub first_wrong_step: Option<u32>,
    pub reviewed_at: Option<i64>,
    pub cost: Cost,
}

impl AttemptFact {
    /// When it was judged, else when it ended.
    pub fn judged_at(&self) -> i64 {
        self.reviewed_at.unwrap_or(self.ended_at)
    }
}

/// The person finished an own item (view `counted_finishes`).
#[derive(Debug, Clone, PartialEq)]
pub struct FinishFact {
    pub item_id: ItemId,
    pub job_id: JobId,
    pub item_title: String,
    pub kind: Kind,
    /// Frozen when started or finished.
    pub estimate_minutes: Option<u32>,
    pub estimate_source: EstimateSource,
    pub finished_at: i64,
}

/// A stretch of the person's time on a counted job.
#[derive(Debug, Clone, PartialEq)]
pub struct IntervalFact {
    pub job_id: JobId,
    pub item_id: Option<ItemId>,
    pub kind: IntervalKind,
    pub source: IntervalSource,
    pub started_at: i64,
    pub ms: i64,
}

/// Handed over and never resolved (view `unresolved_attempts`): copied without a paste or a word
/// for 24 h; delivered but taken back or dropped unjudged; stopped without saying why.
#[derive(Debug, Clone, PartialEq)]
pub struct UnresolvedFact {
    pub attempt_id: AttemptId,
    pub item_id: ItemId,
    pub job_id: JobId,
    pub kind: Kind,
    pub estimate_minutes: Option<u32>,
    pub started_at: i64,
    pub ended_at: Option<i64>,
}

/// Everything `insight` may know.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facts {
    pub jobs: Vec<JobFact>,
    pub attempts: Vec<AttemptFact>,
    pub finishes: Vec<FinishFact>,
    pub intervals: Vec<IntervalFact>,
    pub unresolved: Vec<UnresolvedFact>,
}
