//! Items of one job are alike: each row counts `w = 1/√m`, m = rows of its job in the very sample
//! the figure uses. `n_eff = Σw`, so one job of m items counts as √m.
//! Source: STATISTICS §1; the interval is Wilson's at the weighted rate with `n_eff`, widened to
//! contain k/n, which is the rate shown.

use std::collections::BTreeMap;

use crate::range::Range;
use crate::wilson::wilson;

/// The weight of each row from the cluster of each row, in the same order.
pub fn weights<C: Ord>(clusters: &[C]) -> Vec<f64> {
    let mut sizes: BTreeMap<&C, u32> = BTreeMap::new();
    for cluster in clusters {
        *sizes.entry(cluster).or_default() += 1;
    }
    clusters.iter().map(|cluster| sizes.get(cluster).map_or(0.0, |m| 1.0 / f64::from(*m).sqrt())).collect()
}

/// A weighted rate and how many independent rows it is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct WeightedRate {
    pub(crate) rate: f64,
    pub(crate) n_eff: f64,
}

/// The weighted rate of clusters given as (right, rows); `None` without rows.
///
/// Only the two counts of each cluster matter, so that the sum does not depend on the order of rows.
pub(crate) fn weighted_rate(clusters: impl Iterator<Item = (u32, u32)>) -> Option<WeightedRate> {
    let (mut right, mut n_eff) = (0.0, 0.0);
    for (k, m) in clusters.filter(|(_, m)| *m > 0) {
        let weight = 1.0 / f64::from(m).sqrt();
        right += weight * f64::from(k);
        n_eff += weight * f64::from(m);
    }
    (n_eff > 0.0).then(|| WeightedRate { rate: (right / n_eff).clamp(0.0, 1.0), n_eff })
}

/// The 95 % range of a rate over rows `(right, weight)`, widened to contain the plain rate k/n.
pub fn clustered_wilson(rows: &[(bool, f64)]) -> Option<Range> {
    let n_eff: f64 = rows.iter().map(|(_, weight)| weight).sum();
    let right: f64 = rows.iter().filter(|(right, _)| *right).map(|(_, weight)| weight).sum();
    let plain = rows.iter().filter(|(right, _)| *right).count() as f64 / rows.len() as f64;
    let rate = (right / n_eff).clamp(0.0, 1.0);
    wilson(rate, n_eff, 0.95).map(|range| range.with(plain))
}
