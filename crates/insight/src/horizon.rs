//! The person's own time horizon: the length of work, in minutes the person would need, that AI gets
//! right first time with a chance of 50 % or 80 %. Here are its types; the files beside compute:
//! `rows` what counts, `grid` and `estimate` the posterior, `gate` what may be said, `trend` the change.
//!
//! `P(right) = sigmoid(β(h − x))`, `x = log₂(minutes)`. It is the length finished to the person's
//! standard, not how long AI can work alone. Source: STATISTICS §5.

mod estimate;
mod gate;
mod grid;
mod own;
mod rows;
mod trend;

use halfday_domain::id::{ItemId, JobId};
use halfday_domain::kind::Kind;
use serde::Serialize;

pub use self::estimate::{Estimate, Row, weighted_rows};
pub(crate) use self::gate::missing_of;
pub(crate) use self::own::horizons_of;
pub use self::own::{Horizons, horizon, horizon_of, horizons};
pub use self::trend::{DatedRow, TrendEstimate, trend, trend_of};

/// One judged first try at an item whose frozen estimate is not the program's guess.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Tried {
    pub item_id: ItemId,
    pub job_id: JobId,
    /// The frozen estimate.
    pub minutes: f64,
    pub right: bool,
    /// Chance decided that AI got it.
    pub drawn: bool,
    /// When it was judged, UTC ms.
    pub at: i64,
}

/// Minutes: the median and the ends of the 90 % interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Interval {
    pub low: f64,
    pub mid: f64,
    pub high: f64,
}

/// The chance of right first time at a length: median and 90 % band. Where the curve crosses one
/// half is the mid of `h50`, where its band does are the ends.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct CurvePoint {
    pub minutes: f64,
    pub p: f64,
    pub low: f64,
    pub high: f64,
}

/// What is missing before a number may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Missing {
    /// Judged first tries.
    MoreTries {
        have: usize,
        need: usize,
    },
    MoreRight {
        have: usize,
        need: usize,
    },
    MoreNotRight {
        have: usize,
        need: usize,
    },
    /// The longest length tried over the shortest.
    WiderLengths {
        have: f64,
        need: f64,
    },
    /// The width of the interval at 50 %, in doublings.
    NarrowerRange {
        have: f64,
        at_most: f64,
    },
    /// Weeks between the first try and the last; asked for by a trend only.
    MoreWeeks {
        have: f64,
        need: f64,
    },
}

/// What may be said.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(tag = "is", content = "minutes", rename_all = "snake_case")]
pub enum Reading {
    /// No number yet; `missing` has why.
    NotEnough,
    /// `h50` and `h80` are numbers to be shown.
    Within,
    /// Everything tried was right: the horizon is at least so long, never beyond the longest tried.
    AtLeast(f64),
    /// Nothing tried was right: the horizon is at most so long, never beyond the longest tried.
    AtMost(f64),
    /// The median is more than twice this, the longest tried.
    BeyondTried(f64),
    /// Longer items did no worse than short ones: there is no length at which it breaks off.
    NotFalling,
}

/// Which rows: who decided that AI gets them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Picked {
    #[default]
    All,
    /// The person.
    Chosen,
    /// Chance.
    Drawn,
}

/// Which first tries count; `None` is all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HorizonFilter {
    /// The exact agent.
    pub agent: Option<String>,
    /// The family of models.
    pub family: Option<String>,
    pub kind: Option<Kind>,
    pub picked: Picked,
    /// Judged at or after, UTC ms.
    pub since: Option<i64>,
    /// Judged before, UTC ms.
    pub until: Option<i64>,
}

/// The figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Horizon {
    /// Judged first tries it rests on.
    pub n: usize,
    pub right: usize,
    /// The shortest and the longest tried, in minutes.
    pub shortest: Option<f64>,
    pub longest: Option<f64>,
    /// Empty when the gate is open.
    pub missing: Vec<Missing>,
    pub reading: Reading,
    /// The length got right half the time; only when `reading` is `Within`.
    pub h50: Option<Interval>,
    /// The length got right four times of five; only when `reading` is `Within`.
    pub h80: Option<Interval>,
    /// Between the shortest and the longest tried; only when `reading` is `Within` or `BeyondTried`.
    pub curve: Vec<CurvePoint>,
    /// By time.
    pub rows: Vec<Tried>,
    /// Judged first tries left out because the program guessed their minutes, or nobody knows them.
    pub left_out_rule: usize,
}

/// A change in doublings: the median and the ends of the 90 % interval. Negative is shorter.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Doublings {
    pub low: f64,
    pub mid: f64,
    pub high: f64,
}

/// What may be said of a change over time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum TrendReading {
    NotEnough,
    /// The range holds no change.
    NoClearTrend,
    /// The range excludes 0 upwards: days until the horizon is twice as long.
    Rising {
        doubling_days: Interval,
    },
    /// The range excludes 0 downwards: days until it is half as long.
    Falling {
        halving_days: Interval,
    },
}

/// The horizon at 50 % as the joint fit has it at one moment, with what was tried in that month.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct TrendPoint {
    /// The end of the month (of 30.4375 days, counted back from now), UTC ms.
    pub at: i64,
    pub n: usize,
    pub right: usize,
    /// Minutes.
    pub h50: Interval,
}

/// Change of the horizon over time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Trend {
    pub n: usize,
    /// Empty when the gate is open; otherwise the four below are empty, too.
    pub missing: Vec<Missing>,
    pub reading: TrendReading,
    /// Doublings a year.
    pub per_year: Option<Doublings>,
    /// Doublings in the six months to come, if it goes on like this.
    pub six_months: Option<Doublings>,
    /// The horizon at 50 % now, in minutes.
    pub now: Option<Interval>,
    /// Oldest first, for the picture.
    pub by_month: Vec<TrendPoint>,
}
