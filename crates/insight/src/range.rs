//! A range: what a number likely lies between. Not a point, and never without its number.

use serde::Serialize;

/// Two ends, the lower first.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Range {
    pub low: f64,
    pub high: f64,
}

impl Range {
    /// The range widened so that it holds `value`, which is the one shown beside it.
    #[must_use]
    pub fn with(self, value: f64) -> Self {
        Self { low: self.low.min(value), high: self.high.max(value) }
    }

    /// Whether `value` lies in it, ends included.
    pub fn contains(&self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}
