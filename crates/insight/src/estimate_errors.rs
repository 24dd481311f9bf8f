//! How single estimates of the person's own work held, beside the ratio of sums of `calibration.rs`: the median
//! of actual ÷ estimate, the mean of |log₂ (actual ÷ estimate)| in doublings, and the part within a factor of
//! two either way. STATISTICS §4.

use halfday_domain::facts::Facts;
use serde::Serialize;

use crate::calibration;
use crate::minutes::Minutes;
use crate::story::Story;

/// The three figures over so many timed items.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct EstimateErrors {
    pub of: u32,
    pub median_ratio: f64,
    /// In doublings: 1 means off by a factor of two on average, whichever way.
    pub mean_abs_log2: f64,
    pub within_twice: f64,
}

/// From (estimate, actual) of each timed item, in any order; `None` without any.
pub fn estimate_errors(timed: &[(Minutes, Minutes)]) -> Option<EstimateErrors> {
    let mut ratios: Vec<f64> = timed
        .iter()
        .filter(|(estimate, actual)| *estimate > Minutes::ZERO && *actual > Minutes::ZERO)
        .map(|(estimate, actual)| actual.value() / estimate.value())
        .collect();
    ratios.sort_by(f64::total_cmp);
    let count = ratios.len() as f64;
    Some(EstimateErrors {
        of: u32::try_from(ratios.len()).unwrap_or(u32::MAX),
        median_ratio: crate::resample::quantile(&ratios, 0.5)?,
        mean_abs_log2: ratios.iter().map(|ratio| ratio.log2().abs()).sum::<f64>() / count,
        within_twice: ratios.iter().filter(|ratio| (0.5..=2.0).contains(*ratio)).count() as f64 / count,
    })
}

/// Of the person's own record up to `now`.
pub fn errors_of(facts: &Facts, now: i64) -> Option<EstimateErrors> {
    let timed = calibration::timed(&Story::new(facts), now);
    let pairs: Vec<(Minutes, Minutes)> =
        timed.iter().map(|(_, estimate, actual)| (*estimate, *actual)).collect();
    estimate_errors(&pairs)
}
