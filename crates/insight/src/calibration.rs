//! Calibration: how the person's estimates hold against their own clock, `Σ actual ÷ Σ estimate`
//! over own items with minutes of work, as a ratio of sums (minutes over minutes).
//!
//! Range (95 %): 2,000 resamples of jobs with a fixed seed, 2.5 and 97.5 % quantiles. Minutes the
//! program guessed are not the person's estimates and stay out. Source: STATISTICS §4.

use std::collections::BTreeMap;

use halfday_domain::id::JobId;
use halfday_domain::plan::EstimateSource;
use serde::Serialize;

use crate::minutes::Minutes;
use crate::resample::{Resampler, quantile};
use crate::story::Story;

/// Below so many timed items, savings are *uncalibrated*.
pub const ENOUGH_TIMED: u32 = 10;
const RESAMPLES: usize = 2_000;
/// Part of the method: the same facts give the same range for ever.
const SEED: u64 = 20_261_116;

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
    let ratio_of = |estimate: f64, actual: f64| (estimate > 0.0).then(|| actual / estimate);
    let estimates: Minutes = jobs.values().map(|sum| sum.0).sum();
    let actuals: Minutes = jobs.values().map(|sum| sum.1).sum();
    let ratio = ratio_of(estimates.value(), actuals.value())?;
    let mut generator = Resampler::new(SEED);
    let mut ratios: Vec<f64> = (0..RESAMPLES)
        .filter_map(|_| {
            let (mut estimate, mut actual) = (0.0, 0.0);
            for _ in 0..sums.len() {
                let (e, a) = sums.get(generator.below(sums.len())).copied().unwrap_or_default();
                estimate += e;
                actual += a;
            }
            ratio_of(estimate, actual)
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    Some(Calibration {
        ratio,
        low: quantile(&ratios, 0.025)?.min(ratio),
        high: quantile(&ratios, 0.975)?.max(ratio),
        items: u32::try_from(timed.len()).unwrap_or(u32::MAX),
        jobs: u32::try_from(sums.len()).unwrap_or(u32::MAX),
    })
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
