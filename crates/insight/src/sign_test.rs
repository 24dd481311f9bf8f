//! The sign test: of pairs that differ, is one side ahead more often than chance would have it? Ties say nothing.
//! Exact: two-sided p = 2 · P(X ≥ max(k, n − k)) with X binomial(n, ½); the 95 % range of the part that is ahead is
//! Clopper and Pearson's (Biometrika 26 (1934) 404–413). STATISTICS §8.

use serde::Serialize;
use statrs::distribution::{Beta, Binomial, ContinuousCDF, DiscreteCDF};

/// Pairs that changed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct SignTest {
    pub better: u32,
    pub worse: u32,
    pub same: u32,
    /// Two-sided; 1 where nothing changed.
    pub p: f64,
    /// Of the changed pairs, the part that became better; `None` where none changed.
    pub rate: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

/// The test on so many pairs.
pub fn sign_test(better: u32, worse: u32, same: u32) -> SignTest {
    let changed = better + worse;
    let rate = (changed > 0).then(|| f64::from(better) / f64::from(changed));
    let range = clopper_pearson(better, changed);
    SignTest {
        better,
        worse,
        same,
        p: p_value(better, worse),
        rate,
        low: range.map(|range| range.0),
        high: range.map(|range| range.1),
    }
}

fn p_value(better: u32, worse: u32) -> f64 {
    let (most, changed) = (better.max(worse), u64::from(better) + u64::from(worse));
    let Ok(chance) = Binomial::new(0.5, changed) else { return 1.0 };
    let at_least = if most == 0 { 1.0 } else { chance.sf(u64::from(most) - 1) };
    (2.0 * at_least).min(1.0)
}

fn clopper_pearson(k: u32, n: u32) -> Option<(f64, f64)> {
    if n == 0 {
        return None;
    }
    let (k, n) = (f64::from(k), f64::from(n));
    let quantile = |a: f64, b: f64, p: f64| Beta::new(a, b).ok().map(|beta| beta.inverse_cdf(p));
    let low = if k > 0.0 { quantile(k, n - k + 1.0, 0.025)? } else { 0.0 };
    let high = if k < n { quantile(k + 1.0, n - k, 0.975)? } else { 1.0 };
    Some((low, high))
}
