//! Failures per handed-over hour, by length: does AI fail less per hour on long work? First attempts that were
//! not right ÷ their frozen hours. STATISTICS §2.
//!
//! Range (95 %): the exact one of a Poisson count (Garwood, Biometrika 28 (1936) 437–442) at the effective
//! count, `k · n_eff ÷ n` with items of one job weighing √m, over the hours scaled alike.

use std::collections::BTreeMap;

use halfday_domain::facts::Facts;
use halfday_domain::id::JobId;
use serde::Serialize;
use statrs::distribution::{ContinuousCDF, Gamma};

use crate::first_time::{First, first_tries};
use crate::group::LengthBand;
use crate::minutes::Minutes;
use crate::proportion::ENOUGH_FOR_PERCENT;
use crate::story::Story;

/// One band of lengths.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FailureRate {
    /// Its code, such as `up_to_40`.
    pub length: &'static str,
    pub failures: u32,
    pub of: u32,
    pub handed_over_minutes: Minutes,
    /// Failures an hour; `None` below five tries.
    pub per_hour: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

/// Of first tries judged since `since` (UTC ms), shortest first.
pub fn failures_per_hour(facts: &Facts, since: i64) -> Vec<FailureRate> {
    let story = Story::new(facts);
    let mut bands: BTreeMap<LengthBand, BTreeMap<JobId, (u32, u32, Minutes)>> = BTreeMap::new();
    for row in first_tries(&story).iter().filter(|row| row.at >= since) {
        let (attempt, failed) = match row.first {
            First::Right(attempt) => (attempt, false),
            First::NotRight(attempt, _) => (attempt, true),
            First::Unresolved(_) => continue,
        };
        let Some(minutes) = attempt.estimate_minutes else { continue };
        let of_job = bands.entry(LengthBand::of(minutes)).or_default().entry(row.job_id).or_default();
        of_job.0 += u32::from(failed);
        of_job.1 += 1;
        of_job.2 += Minutes::whole(minutes);
    }
    bands.into_iter().map(|(band, jobs)| rate(band, &jobs)).collect()
}

fn rate(band: LengthBand, jobs: &BTreeMap<JobId, (u32, u32, Minutes)>) -> FailureRate {
    let failures: u32 = jobs.values().map(|job| job.0).sum();
    let of: u32 = jobs.values().map(|job| job.1).sum();
    let minutes: Minutes = jobs.values().map(|job| job.2).sum();
    let hours = minutes.value() / 60.0;
    let n_eff: f64 = jobs.values().map(|job| f64::from(job.1).sqrt()).sum();
    let shown = of >= ENOUGH_FOR_PERCENT && hours > 0.0;
    let scale = n_eff / f64::from(of.max(1));
    let range = poisson(f64::from(failures) * scale, hours * scale).filter(|_| shown);
    FailureRate {
        length: band.code(),
        failures,
        of,
        handed_over_minutes: minutes,
        per_hour: shown.then(|| f64::from(failures) / hours),
        low: range.map(|range| range.0),
        high: range.map(|range| range.1),
    }
}

/// The range of a rate seen as `count` in `exposure`.
pub(crate) fn poisson(count: f64, exposure: f64) -> Option<(f64, f64)> {
    let quantile = |shape: f64, p: f64| Gamma::new(shape, 1.0).ok().map(|gamma| gamma.inverse_cdf(p));
    let low = if count > 0.0 { quantile(count, 0.025)? } else { 0.0 };
    (exposure > 0.0).then_some((low / exposure, quantile(count + 1.0, 0.975)? / exposure))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_range_of_a_count_agrees_with_printed_tables() {
        for (count, low, high) in [(0.0, 0.0, 3.6889), (1.0, 0.0253, 5.5716), (10.0, 4.7954, 18.3904)] {
            let range = poisson(count, 1.0);
            let near = |(a, b): (f64, f64)| (a - low).abs() < 1e-3 && (b - high).abs() < 1e-3;
            assert!(range.is_some_and(near), "{count}: {range:?}");
        }
    }
}
