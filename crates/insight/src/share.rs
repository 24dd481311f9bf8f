//! The handoff share of closed jobs: `Σ_A max(0, f − w) ÷ Σ_{A∪O} f`, a ratio of sums over jobs.
//!
//! Range (95 %): delete-one-job jackknife standard error of the ratio, carried to the logit scale by
//! `se ÷ (s(1 − s))`, times Student's t with K − 1 degrees of freedom. A share of 0 or 1 has no
//! logit: Wilson with n = K jobs. Below three jobs there is no percentage. Source: STATISTICS §4.

use serde::Serialize;

use crate::minutes::Minutes;
use crate::quantile;
use crate::range::Range;
use crate::wilson::wilson;

/// Below so many closed jobs there are minutes, but no percentage.
pub const ENOUGH_JOBS: usize = 3;

/// The minutes of one closed job that the share rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct JobMinutes {
    pub ai: Minutes,
    pub listed: Minutes,
}

/// A share with its 95 % range.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Share {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

impl Share {
    /// The value with its range.
    pub(crate) fn with_range(self) -> (f64, Range) {
        (self.value, Range { low: self.low, high: self.high })
    }
}

/// The share over jobs, in any order; jobs in which nothing was finished say nothing about it.
pub fn share(jobs: &[JobMinutes]) -> Option<Share> {
    let mut jobs: Vec<JobMinutes> = jobs.iter().copied().filter(|job| job.listed > Minutes::ZERO).collect();
    if jobs.len() < ENOUGH_JOBS {
        return None;
    }
    // Sums of floats depend on their order; the figure must not.
    jobs.sort_unstable();
    let ai: Minutes = jobs.iter().map(|job| job.ai).sum();
    let listed: Minutes = jobs.iter().map(|job| job.listed).sum();
    let value = ai.value() / listed.value();
    let count = jobs.len() as f64;
    if value <= 0.0 || value >= 1.0 {
        let range = wilson(value.clamp(0.0, 1.0), count, 0.95)?;
        return Some(Share { value, low: range.low, high: range.high });
    }
    let without: Vec<f64> =
        jobs.iter().map(|job| (ai - job.ai).value() / (listed - job.listed).value()).collect();
    let mean = without.iter().sum::<f64>() / count;
    let squares: f64 = without.iter().map(|ratio| (ratio - mean).powi(2)).sum();
    let error = ((count - 1.0) / count * squares).sqrt() / (value * (1.0 - value));
    let reach = quantile::student(0.95, jobs.len() - 1) * error;
    let logit = (value / (1.0 - value)).ln();
    let back = |x: f64| 1.0 / (1.0 + (-x).exp());
    let range = Range { low: back(logit - reach), high: back(logit + reach) }.with(value);
    Some(Share { value, low: range.low, high: range.high })
}
