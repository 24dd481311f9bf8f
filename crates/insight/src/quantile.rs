//! Quantiles of the normal and of Student's distribution, for two-sided ranges.
//! Source: `statrs`; every degree of freedom here is at least 1.

use statrs::distribution::{ContinuousCDF, Normal, StudentsT};

/// z such that a standard normal lies within ±z with probability `level` (0.95 → 1.96).
pub(crate) fn normal(level: f64) -> f64 {
    let upper = 1.0 - (1.0 - level) / 2.0;
    Normal::new(0.0, 1.0).map_or(f64::INFINITY, |normal| normal.inverse_cdf(upper))
}

/// t such that Student's t with `freedom` lies within ±t with probability `level`.
pub(crate) fn student(level: f64, freedom: usize) -> f64 {
    let upper = 1.0 - (1.0 - level) / 2.0;
    StudentsT::new(0.0, 1.0, freedom.max(1) as f64).map_or(f64::INFINITY, |t| t.inverse_cdf(upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_agree_with_printed_tables() {
        assert!((normal(0.95) - 1.959_963_984_540_054).abs() < 1e-12);
        for (freedom, expected) in
            [(1, 12.706_204_736), (2, 4.302_652_730), (9, 2.262_157_163), (30, 2.042_272_456)]
        {
            assert!((student(0.95, freedom) - expected).abs() < 1e-8, "{freedom} degrees");
        }
        for freedom in [100, 1_000, 20_000] {
            assert!((student(0.95, freedom) - 1.96).abs() < 0.03, "{freedom} degrees near the normal");
        }
    }
}
