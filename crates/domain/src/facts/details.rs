//! Facts beyond the verdict: how an ended attempt went, what was expected of it, what chance picked, and
//! what became of it later. Shadow and bench attempts are here, and say so by their purpose; the work
//! figures never read them. Unknown is `None`; instants are UTC milliseconds.

use crate::attempt::Purpose;
use crate::code::codes;
use crate::facts::AttemptFact;
use crate::forecast::{ForecastBy, GuessWord};
use crate::id::{AssignmentId, AttemptId, ComparisonId, ItemId, JobId};
use crate::kind::Kind;
use crate::plan::EstimateSource;

codes! {
    /// Why an assignment was made, where figures ask for it.
    AssignedBecause {
        Chosen = "chosen",
        Imported = "imported",
        /// Chance picked the item for the shadow.
        Drawn = "drawn",
        /// Chance decided between keeping and handing over.
        Chance = "chance",
        Bench = "bench",
    }
}

codes! {
    /// What a coin flip said.
    Arm {
        Keep = "keep",
        HandOver = "hand_over",
    }
}

codes! {
    /// What the person said of an item that chance offered for the shadow.
    DrawAnswer {
        /// AI does it too.
        Taken = "taken",
        /// Not this one; it says nothing of AI.
        Refused = "refused",
        /// No AI could do it: counts as not usable.
        Impossible = "impossible",
    }
}

codes! {
    /// Which of two deliverables without names was better.
    Choice {
        A = "a",
        B = "b",
        Tie = "tie",
    }
}

codes! {
    /// Who chose.
    ChosenBy {
        /// The person, who may know their own text.
        Person = "person",
        Colleague = "colleague",
    }
}

/// An ended attempt in full (view `counted_details`).
#[derive(Debug, Clone, PartialEq)]
pub struct AttemptDetail {
    pub fact: AttemptFact,
    pub purpose: Purpose,
    /// `None`: a reason that figures do not ask for.
    pub because: Option<AssignedBecause>,
    /// Chance picked the item for the shadow, whoever did it then.
    pub was_drawn: bool,
    /// No program of ours drove it: carried to a chat and back, or imported. Its wall time is not AI's alone.
    pub by_hand: bool,
    /// What sort of step the first wrong one was.
    pub wrong_step_kind: Option<String>,
    /// How long the person looked, where it was measured.
    pub looked_ms: Option<i64>,
    /// AI's own confidence when it finished, 0–1.
    pub self_confidence: Option<f64>,
    /// What its brief said of the item, as a hash: equal hashes were asked the same.
    pub asked: Option<String>,
    pub first_question_at: Option<i64>,
    pub questions: u32,
    /// Rounds of repair after the first checks; `None` where nothing was checked.
    pub repair_rounds: Option<u32>,
    /// How the checks of the last round went.
    pub checks_held: u32,
    pub checks_failed: u32,
    /// When the accepted item was first said to be wrong.
    pub wrong_at: Option<i64>,
    pub tokens_in: Option<i64>,
    pub tokens_out: Option<i64>,
    pub template_id: Option<String>,
    pub trial: Option<u32>,
}

impl AttemptDetail {
    /// An attempt of which nothing more is known.
    pub fn plain(fact: AttemptFact, purpose: Purpose) -> Self {
        Self {
            fact,
            purpose,
            because: None,
            was_drawn: false,
            by_hand: false,
            wrong_step_kind: None,
            looked_ms: None,
            self_confidence: None,
            asked: None,
            first_question_at: None,
            questions: 0,
            repair_rounds: None,
            checks_held: 0,
            checks_failed: 0,
            wrong_at: None,
            tokens_in: None,
            tokens_out: None,
            template_id: None,
            trial: None,
        }
    }
}

/// What was expected of an attempt before it began (view `counted_forecasts`).
#[derive(Debug, Clone, PartialEq)]
pub struct ForecastFact {
    /// The handover it was made for; it may have led to several attempts.
    pub assignment_id: AssignmentId,
    pub attempt_id: AttemptId,
    pub item_id: ItemId,
    pub by: ForecastBy,
    /// The chance of right first time, where it was given as a number.
    pub p: Option<f64>,
    pub word: Option<GuessWord>,
    /// Expected minutes of the person.
    pub minutes: Option<f64>,
}

/// What AI said before it began (view `counted_rehearsals`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RehearsalFact {
    pub attempt_id: AttemptId,
    pub item_id: ItemId,
    pub lines: Vec<String>,
}

/// An own item that chance has looked at once (view `counted_draws`).
#[derive(Debug, Clone, PartialEq)]
pub struct DrawFact {
    pub item_id: ItemId,
    pub job_id: JobId,
    pub item_title: String,
    pub kind: Kind,
    pub estimate_minutes: Option<u32>,
    pub estimate_source: EstimateSource,
    /// The chance it had of being drawn.
    pub probability: f64,
    pub is_drawn: bool,
    pub drawn_at: i64,
    pub answer: Option<DrawAnswer>,
    pub answered_at: Option<i64>,
}

/// A question whether an acceptance held (view `counted_follow_ups`).
#[derive(Debug, Clone, PartialEq)]
pub struct FollowUpFact {
    pub item_id: ItemId,
    pub job_id: JobId,
    pub after_days: u32,
    pub due_at: i64,
    pub probability: f64,
    pub held: Option<bool>,
    pub answered_at: Option<i64>,
    /// The item was said to be wrong, asked or not.
    pub wrong_at: Option<i64>,
}

/// Chance decided who did an item (view `counted_coin_flips`).
#[derive(Debug, Clone, PartialEq)]
pub struct CoinFlipFact {
    pub item_id: ItemId,
    pub job_id: JobId,
    pub arm: Arm,
    pub probability: f64,
    pub flipped_at: i64,
    /// Its minutes are complete.
    pub is_done: bool,
}

/// Two deliverables, judged without names (view `counted_comparisons`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparisonFact {
    pub comparison_id: ComparisonId,
    pub item_id: ItemId,
    pub job_id: JobId,
    pub a_agent: String,
    pub b_agent: String,
    pub choice: Choice,
    pub by: ChosenBy,
    pub judged_at: i64,
}

/// Everything beside [`Facts`](crate::facts::Facts).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Details {
    pub attempts: Vec<AttemptDetail>,
    pub forecasts: Vec<ForecastFact>,
    pub rehearsals: Vec<RehearsalFact>,
    pub draws: Vec<DrawFact>,
    pub follow_ups: Vec<FollowUpFact>,
    pub coin_flips: Vec<CoinFlipFact>,
    pub comparisons: Vec<ComparisonFact>,
}
