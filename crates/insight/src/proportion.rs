//! So many of so many, with a percentage from five on and its 95 % range: Wilson's at the weighted rate,
//! rows of one job counting as √m of them, widened to contain k/n. STATISTICS §1 and §2.

use std::collections::BTreeMap;

use halfday_domain::id::JobId;
use serde::Serialize;

use crate::clusters::weighted_rate;
use crate::wilson::wilson;

/// A percentage is shown from so many on.
pub(crate) const ENOUGH_FOR_PERCENT: u32 = 5;

/// A count of a count. Without enough rows there is no rate: not enough yet.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Proportion {
    pub count: u32,
    pub of: u32,
    pub rate: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

/// Rows being counted, job by job, so that no order matters.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tally {
    jobs: BTreeMap<JobId, (u32, u32)>,
}

impl Tally {
    pub(crate) fn add(&mut self, job: JobId, yes: bool) {
        let sums = self.jobs.entry(job).or_default();
        sums.0 += u32::from(yes);
        sums.1 += 1;
    }

    pub(crate) fn of(rows: impl IntoIterator<Item = (JobId, bool)>) -> Self {
        let mut tally = Self::default();
        for (job, yes) in rows {
            tally.add(job, yes);
        }
        tally
    }

    pub(crate) fn proportion(&self) -> Proportion {
        let count = self.jobs.values().map(|(yes, _)| yes).sum();
        let of: u32 = self.jobs.values().map(|(_, of)| of).sum();
        let none = Proportion { count, of, rate: None, low: None, high: None };
        if of < ENOUGH_FOR_PERCENT {
            return none;
        }
        let Some(weighted) = weighted_rate(self.jobs.values().copied()) else { return none };
        let Some(range) = wilson(weighted.rate, weighted.n_eff, 0.95) else { return none };
        let rate = f64::from(count) / f64::from(of);
        let range = range.with(rate);
        Proportion { rate: Some(rate), low: Some(range.low), high: Some(range.high), ..none }
    }
}
