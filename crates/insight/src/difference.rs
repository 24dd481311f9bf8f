//! Has something changed? Ranges of the difference of two periods, later minus earlier.
//!
//! Rates: Newcombe's hybrid score interval, method 10 (Statistics in Medicine 17 (1998) 873–890),
//! with each period's weighted rate and `n_eff`. Shares: the same square-and-add of their two ranges.
//! Units: shares of one.

use serde::Serialize;

use crate::range::Range;
use crate::wilson::wilson;

/// A difference, later minus earlier, with its 95 % range and what may be said of it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Difference {
    pub value: f64,
    pub low: f64,
    pub high: f64,
    pub change: Change,
}

/// The only words a difference may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Better,
    Worse,
    /// The range holds zero: it could be chance.
    Unclear,
}

/// The difference of two values from the range of each.
pub fn square_and_add(first: (f64, Range), second: (f64, Range)) -> Difference {
    let ((a, of_a), (b, of_b)) = (first, second);
    let value = b - a;
    let low = value - (b - of_b.low).hypot(of_a.high - a);
    let high = value + (of_b.high - b).hypot(a - of_a.low);
    let change = if low > 0.0 {
        Change::Better
    } else if high < 0.0 {
        Change::Worse
    } else {
        Change::Unclear
    };
    Difference { value, low, high, change }
}

/// The difference of two rates, each given with its (effective) number of trials; `None` where one
/// of them has no trials.
pub fn newcombe(first: (f64, f64), second: (f64, f64)) -> Option<Difference> {
    let of_first = wilson(first.0, first.1, 0.95)?;
    let of_second = wilson(second.0, second.1, 0.95)?;
    Some(square_and_add((first.0, of_first), (second.0, of_second)))
}
