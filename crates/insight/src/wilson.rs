//! Wilson's score interval for a proportion.
//!
//! `(p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n)`, clipped to 0…1.
//! Source: E. B. Wilson, JASA 22 (1927) 209–212. Units: shares of one. `n` may be an effective
//! sample size and so need not be whole.

use crate::quantile;
use crate::range::Range;

/// The interval at `rate` of `n` trials; `None` without trials, where no number may be shown.
pub fn wilson(rate: f64, n: f64, level: f64) -> Option<Range> {
    if !(n > 0.0 && (0.0..=1.0).contains(&rate) && level > 0.0 && level < 1.0) {
        return None;
    }
    let z = quantile::normal(level);
    let z2 = z * z;
    let centre = rate + z2 / (2.0 * n);
    let half = z * (rate * (1.0 - rate) / n + z2 / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z2 / n;
    // At the ends the formula gives the end itself; rounding must not move it.
    let low = if rate <= 0.0 { 0.0 } else { ((centre - half) / scale).max(0.0) };
    let high = if rate >= 1.0 { 1.0 } else { ((centre + half) / scale).min(1.0) };
    Some(Range { low, high })
}
