//! Calibration: how the person's estimates hold against their own clock, `Σ actual ÷ Σ estimate`
//! over own items with minutes of work, as a ratio of sums (minutes over minutes).
//!
//! Range (95 %): delete-one-job jackknife standard error of the ratio's logarithm, times Student's t with K − 1 degrees of
//! freedom; resampling so few jobs holds the truth too seldom (`docs/adr/0016`). Minutes the program guessed are not the
//! person's estimates and stay out. Source: STATISTICS §4; Efron and Tibshirani, An Introduction to the Bootstrap, ch. 11.

use std::collections::BTreeMap;

use halfday_domain::id::JobId;
use halfday_domain::plan::EstimateSource;
use serde::Serialize;

use crate::minutes::Minutes;
use crate::quantile;
use crate::story::Story;

/// Below so many timed items, savings are *uncalibrated*.
pub const ENOUGH_TIMED: u32 = 10;

/// The ratio with its range and what it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Calibration {
    /// Σ actual ÷ Σ estimate: above 1, work takes longer than thought.
    pub ratio: f64,
    pub low: f64,
    pub high: f64,
    /// Timed own items.
    pub items: u32,
    /// The jobs they belong to.
    pub jobs: u32,
}

/// The calibration from (job, estimate, actual) of each timed item, in any order; `None` without
/// any. Whether there are enough is the reader's question ([`ENOUGH_TIMED`]).
pub fn calibration<C: Ord>(timed: &[(C, Minutes, Minutes)]) -> Option<Calibration> {
    let mut jobs: BTreeMap<&C, (Minutes, Minutes)> = BTreeMap::new();
    for (job, estimate, actual) in timed {
        let sums = jobs.entry(job).or_default();
        sums.0 += *estimate;
        sums.1 += *actual;
    }
    let sums: Vec<(f64, f64)> = jobs.values().map(|(e, a)| (e.value(), a.value())).collect();
    let estimates: Minutes = jobs.values().map(|sum| sum.0).sum();
    let actuals: Minutes = jobs.values().map(|sum| sum.1).sum();
    let (estimate, actual) = (estimates.value(), actuals.value());
    if estimate <= 0.0 || actual <= 0.0 {
        return None;
    }
    let ratio = actual / estimate;
    let reach = match sums.as_slice() {
        // One job cannot tell how jobs differ; its items at least tell how items do.
        [_] => {
            let items: Vec<(f64, f64)> = timed.iter().map(|(_, e, a)| (e.value(), a.value())).collect();
            reach(&items, (estimate, actual))
        }
        jobs => reach(jobs, (estimate, actual)),
    };
    // A single item has no range at all; nothing is shown of so few.
    let reach = reach.unwrap_or(0.0);
    Some(Calibration {
        ratio,
        low: ratio * (-reach).exp(),
        high: ratio * reach.exp(),
        items: u32::try_from(timed.len()).unwrap_or(u32::MAX),
        jobs: u32::try_from(sums.len()).unwrap_or(u32::MAX),
    })
}

/// How far the range reaches to either side of the ratio's logarithm, over units with their (estimate, actual).
fn reach(units: &[(f64, f64)], (estimate, actual): (f64, f64)) -> Option<f64> {
    let count = units.len() as f64;
    let without: Vec<f64> = units.iter().map(|(e, a)| ((actual - a) / (estimate - e)).ln()).collect();
    if units.len() < 2 || without.iter().any(|ratio| !ratio.is_finite()) {
        return None;
    }
    let mean = without.iter().sum::<f64>() / count;
    let squares: f64 = without.iter().map(|ratio| (ratio - mean).powi(2)).sum();
    Some(quantile::student(0.95, units.len() - 1) * ((count - 1.0) / count * squares).sqrt())
}

/// The calibration of a record up to `now`; `None` without a single timed item.
pub fn calibration_of(facts: &halfday_domain::facts::Facts, now: i64) -> Option<Calibration> {
    of_story(&Story::new(facts), now)
}

/// The calibration of the person's own record up to `now`.
pub(crate) fn of_story(story: &Story<'_>, now: i64) -> Option<Calibration> {
    calibration(&timed(story, now))
}

/// The ratio alone, once it rests on enough timed items; no range has to be drawn for it.
pub(crate) fn ratio_of_story(story: &Story<'_>, now: i64) -> Option<f64> {
    let timed = timed(story, now);
    let estimates: Minutes = timed.iter().map(|(_, estimate, _)| *estimate).sum();
    let actuals: Minutes = timed.iter().map(|(_, _, actual)| *actual).sum();
    let is_enough = timed.len() >= ENOUGH_TIMED as usize && !estimates.is_zero();
    is_enough.then(|| actuals.value() / estimates.value())
}

/// The timed own items: (job, estimate, actual).
pub(crate) fn timed(story: &Story<'_>, now: i64) -> Vec<(JobId, Minutes, Minutes)> {
    story
        .items
        .values()
        .filter_map(|item| {
            let finish = item.finish().filter(|finish| finish.finished_at <= now)?;
            let estimate = Minutes::whole(finish.estimate_minutes?);
            let is_theirs = finish.estimate_source != EstimateSource::Rule;
            let is_timed = is_theirs && !estimate.is_zero() && !item.spent.work.is_zero();
            is_timed.then_some((item.job_id, estimate, item.spent.work))
        })
        .collect()
}
