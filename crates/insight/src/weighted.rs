//! A rate over rows that chance picked with different probabilities: Hájek's ratio, each row weighted by its size
//! ÷ its probability. Its 95 % range is Wilson's with the effective number of rows, Kish's `(Σw)² ÷ Σw²` less
//! what rows of one job share (√m for m). Sources: Hájek, in Godambe and Sprott, Foundations of Statistical
//! Inference (1971) 236; Kish, Survey Sampling (1965) §11.7; STATISTICS §1 and §4.

use halfday_domain::id::JobId;

use crate::clusters::weights;
use crate::range::Range;
use crate::wilson::wilson;

/// One picked row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct WeightedRow {
    pub(crate) job: JobId,
    /// What it counts for: minutes, or 1.
    pub(crate) size: f64,
    pub(crate) probability: f64,
    /// 0–1.
    pub(crate) value: f64,
}

/// The rate with its range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Weighted {
    pub(crate) rate: f64,
    pub(crate) range: Range,
}

pub(crate) fn weighted(rows: &[WeightedRow]) -> Option<Weighted> {
    let mut rows: Vec<WeightedRow> =
        rows.iter().copied().filter(|row| row.size > 0.0 && row.probability > 0.0).collect();
    // Sums of floats depend on their order; the figure must not.
    rows.sort_by(|a, b| {
        (a.job.cmp(&b.job))
            .then(a.size.total_cmp(&b.size))
            .then(a.probability.total_cmp(&b.probability))
            .then(a.value.total_cmp(&b.value))
    });
    let weight = |row: &WeightedRow| row.size / row.probability;
    let sum: f64 = rows.iter().map(weight).sum();
    let squares: f64 = rows.iter().map(|row| weight(row).powi(2)).sum();
    if sum <= 0.0 {
        return None;
    }
    let rate = (rows.iter().map(|row| weight(row) * row.value).sum::<f64>() / sum).clamp(0.0, 1.0);
    let jobs: Vec<JobId> = rows.iter().map(|row| row.job).collect();
    let alike = weights(&jobs).iter().sum::<f64>() / rows.len() as f64;
    let range = wilson(rate, sum * sum / squares * alike, 0.95)?;
    Some(Weighted { rate, range: range.with(rate) })
}
