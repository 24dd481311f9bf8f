//! Whether a horizon may be shown, and what may be said instead. It usually opens at 25 to 40 verdicts.
//! Source: STATISTICS §5.

use crate::horizon::estimate::{Estimate, Row};
use crate::horizon::{Missing, Reading};

const TRIES: usize = 12;
const RIGHT: usize = 3;
const NOT_RIGHT: usize = 3;
/// The longest length tried over the shortest.
const RATIO: f64 = 4.0;
/// Doublings.
const WIDEST: f64 = 4.0;
/// A bound needs so many tries, as a percentage does.
const TRIES_FOR_BOUND: usize = 5;
/// A median beyond so many times the longest tried is a guess.
const BEYOND: f64 = 2.0;

/// What the rows alone say: counts and lengths.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tally {
    pub(crate) n: usize,
    pub(crate) right: usize,
    pub(crate) shortest: Option<f64>,
    pub(crate) longest: Option<f64>,
}

impl Tally {
    pub(crate) fn new(rows: &[Row]) -> Self {
        let lengths = || rows.iter().map(|row| row.minutes);
        Self {
            n: rows.len(),
            right: rows.iter().filter(|row| row.right).count(),
            shortest: lengths().min_by(f64::total_cmp),
            longest: lengths().max_by(f64::total_cmp),
        }
    }
}

/// What is missing; empty when the gate is open.
pub(crate) fn missing(tally: &Tally, estimate: &Estimate) -> Vec<Missing> {
    let not_right = tally.n - tally.right;
    let ratio = tally.longest.zip(tally.shortest).map_or(1.0, |(longest, shortest)| longest / shortest);
    let width = estimate.width();
    let mut missing = Vec::new();
    if tally.n < TRIES {
        missing.push(Missing::MoreTries { have: tally.n, need: TRIES });
    }
    if tally.right < RIGHT {
        missing.push(Missing::MoreRight { have: tally.right, need: RIGHT });
    }
    if not_right < NOT_RIGHT {
        missing.push(Missing::MoreNotRight { have: not_right, need: NOT_RIGHT });
    }
    if ratio < RATIO {
        missing.push(Missing::WiderLengths { have: ratio, need: RATIO });
    }
    // What a range is wide of shows only once the counts are there; before, it is one worry more.
    if missing.is_empty() && width > WIDEST {
        missing.push(Missing::NarrowerRange { have: width, at_most: WIDEST });
    }
    missing
}

/// What may be said.
pub(crate) fn reading(rows: &[Row], tally: &Tally, missing: &[Missing], estimate: &Estimate) -> Reading {
    let Some(longest) = tally.longest else { return Reading::NotEnough };
    let h50 = estimate.h50();
    if tally.right == tally.n || tally.right == 0 {
        return match tally.n {
            0..TRIES_FOR_BOUND => Reading::NotEnough,
            n if n == tally.right => Reading::AtLeast(h50.low.min(longest)),
            _ => Reading::AtMost(h50.high.min(longest)),
        };
    }
    let is_wide_only = missing.iter().all(|one| matches!(one, Missing::NarrowerRange { .. }));
    if !is_wide_only {
        Reading::NotEnough
    } else if !is_falling(rows) {
        Reading::NotFalling
    } else if h50.mid > BEYOND * longest {
        Reading::BeyondTried(longest)
    } else if missing.is_empty() {
        Reading::Within
    } else {
        Reading::NotEnough
    }
}

/// Whether longer rows were right less often. The slope of a logistic regression has the sign of the
/// weighted covariance of length and outcome, since its likelihood is concave and has that slope at 0.
fn is_falling(rows: &[Row]) -> bool {
    let mut rows: Vec<&Row> = rows.iter().collect();
    rows.sort_by(|a, b| {
        let by_length = a.minutes.total_cmp(&b.minutes);
        by_length.then(a.right.cmp(&b.right)).then(a.weight.total_cmp(&b.weight))
    });
    let sum = |of: &dyn Fn(&Row) -> f64| rows.iter().map(|row| row.weight * of(row)).sum::<f64>();
    let right = |row: &Row| if row.right { 1.0 } else { 0.0 };
    let weight = sum(&|_| 1.0);
    let (x, y) = (sum(&|row| row.minutes.log2()) / weight, sum(&right) / weight);
    sum(&|row| (row.minutes.log2() - x) * (right(row) - y)) < 0.0
}
