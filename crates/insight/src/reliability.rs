//! Doing it again: "right once is easy, ten times is hard." Over items that were run n times with c right,
//! n fixed beforehand (retrying until it is right would flatter).
//!
//! `pass^k = mean of C(c,k)/C(n,k)`: k runs all right; `pass@k = mean of 1 − C(n−c,k)/C(n,k)`: one of k
//! right; both over items with n ≥ k, never `(c/n)^k`. Next k in a row after c of n:
//! `B(c+½+k, n−c+½)/B(c+½, n−c+½)` (Jeffreys' prior). Shares of one. Source: Yao et al., τ-bench (2024);
//! Chen et al., HumanEval (2021); STATISTICS §3.

use serde::Serialize;

/// No k beyond it is listed.
const MOST: u32 = 100;

/// One item: how often it was run, how often that was right.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Repeated {
    pub item: String,
    pub n: u32,
    /// At most n.
    pub c: u32,
}

/// The document of `lab reliability`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reliability {
    pub version: u32,
    pub k: Vec<AtK>,
}

/// The figures at one k.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct AtK {
    pub k: u32,
    /// Items run at least k times.
    pub items_used: usize,
    pub pass_hat_k: f64,
    pub pass_at_k: f64,
}

/// `C(c,k)/C(n,k)`: the chance that k of the n runs, drawn without putting back, are all right.
/// `None` for k above n.
pub fn pass_hat_k(n: u32, c: u32, k: u32) -> Option<f64> {
    if k > n || c > n {
        return None;
    }
    if k > c {
        return Some(0.0);
    }
    Some((0..k).map(|i| f64::from(c - i) / f64::from(n - i)).product())
}

/// `1 − C(n−c,k)/C(n,k)`: the chance that at least one of them is. `None` for k above n.
pub fn pass_at_k(n: u32, c: u32, k: u32) -> Option<f64> {
    pass_hat_k(n, n.checked_sub(c)?, k).map(|none| 1.0 - none)
}

/// The chance that the next k are all right after c of n.
pub fn next_in_a_row(n: u32, c: u32, k: u32) -> Option<f64> {
    let factor = |i: u32| (f64::from(c) + 0.5 + f64::from(i)) / (f64::from(n) + 1.0 + f64::from(i));
    (c <= n).then(|| (0..k).map(factor).product())
}

/// How many right in a row, none wrong, prove a rate of `rate` at 95 %, one-sided: the least n with
/// `0.05^(1/n) ≥ rate` (Clopper–Pearson). `None` where no number of them does.
pub fn streak_needed(rate: f64) -> Option<u32> {
    if !(rate > 0.0 && rate < 1.0) {
        return None;
    }
    let exact = 0.05_f64.ln() / rate.ln();
    // A hair above a whole number is that number.
    let needed = (exact - 1e-9).ceil().max(1.0);
    (needed < f64::from(u32::MAX)).then_some(needed as u32)
}

/// The figures at each k that at least one item was run for.
pub fn reliability(items: &[Repeated]) -> Reliability {
    let mut items: Vec<&Repeated> = items.iter().filter(|item| item.n > 0 && item.c <= item.n).collect();
    // Sums of floats depend on their order; the figure must not.
    items.sort_unstable_by_key(|item| (item.n, item.c));
    let longest = items.iter().map(|item| item.n).max().unwrap_or(0).min(MOST);
    let at = |k: u32| {
        let used: Vec<&&Repeated> = items.iter().filter(|item| item.n >= k).collect();
        let mean = |of: fn(u32, u32, u32) -> Option<f64>| {
            used.iter().filter_map(|item| of(item.n, item.c, k)).sum::<f64>() / used.len() as f64
        };
        AtK { k, items_used: used.len(), pass_hat_k: mean(pass_hat_k), pass_at_k: mean(pass_at_k) }
    };
    Reliability { version: 1, k: (1..=longest).map(at).collect() }
}
