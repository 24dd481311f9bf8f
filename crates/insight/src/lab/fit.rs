//! METR's logistic regression: the least of `Σ sᵢ·logloss + (reg/2)·slope²` with a free intercept,
//! `P(success) = sigmoid(slope·log₂(minutes) + intercept)`; a horizon is
//! `p_q = 2^((ln(q/(1−q)) − intercept)/slope)` minutes.
//!
//! Found by Newton's method (IRLS) to the true optimum: the objective is strictly convex in what the data
//! decide, so where its gradient vanishes is the one. Slope is per doubling of length.
//! Source: METR, arXiv:2503.14499; STATISTICS §5.

/// Steps after which a start that does not lead there is given up.
const QUICK: u32 = 12;
const STEPS: u32 = 500;
/// A step so small, relative to what it moves, is the last: the one after it would be about its square.
const SMALL: f64 = 1e-9;

/// Runs of one length: log₂ of minutes, the weight of all and of the successful ones.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sum {
    pub(super) x: f64,
    pub(super) all: f64,
    pub(super) right: f64,
}

/// A fitted line on the logit scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Fit {
    pub(super) slope: f64,
    pub(super) intercept: f64,
}

impl Fit {
    /// The length, in minutes, at which the chance of success is `q`; `None` where the line does not
    /// fall or the length is no number of minutes.
    pub(super) fn minutes_at(&self, q: f64) -> Option<f64> {
        let minutes = (((q / (1.0 - q)).ln() - self.intercept) / self.slope).exp2();
        (self.slope < 0.0 && minutes.is_finite()).then_some(minutes)
    }
}

/// What the runs say before any line is fitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Classes {
    None,
    AllFailed,
    AllSucceeded,
    Both,
}

pub(super) fn classes(sums: &[Sum]) -> Classes {
    let has_right = sums.iter().any(|sum| sum.right > 0.0);
    let has_wrong = sums.iter().any(|sum| sum.all > sum.right);
    match (has_right, has_wrong) {
        (false, false) => Classes::None,
        (false, true) => Classes::AllFailed,
        (true, false) => Classes::AllSucceeded,
        (true, true) => Classes::Both,
    }
}

/// Gradient and curvature of the objective at a line.
#[derive(Debug, Clone, Copy, Default)]
struct Slopes {
    by_slope: f64,
    by_intercept: f64,
    slope_slope: f64,
    slope_intercept: f64,
    intercept_intercept: f64,
}

fn slopes(sums: &[Sum], fit: Fit, reg: f64) -> Slopes {
    let mut at = Slopes { by_slope: reg * fit.slope, slope_slope: reg, ..Slopes::default() };
    for sum in sums {
        let p = 1.0 / (1.0 + (-(fit.slope * sum.x + fit.intercept)).exp());
        let off = sum.all * p - sum.right;
        let bend = sum.all * p * (1.0 - p);
        let lean = bend * sum.x;
        at.by_intercept += off;
        at.by_slope += off * sum.x;
        at.intercept_intercept += bend;
        at.slope_intercept += lean;
        at.slope_slope += lean * sum.x;
    }
    at
}

impl Slopes {
    /// Newton's step, to be taken off; `None` where the curvature tells no direction.
    fn step(&self) -> Option<Fit> {
        let det = self.slope_slope * self.intercept_intercept - self.slope_intercept * self.slope_intercept;
        let slope =
            (self.intercept_intercept * self.by_slope - self.slope_intercept * self.by_intercept) / det;
        let intercept = (self.slope_slope * self.by_intercept - self.slope_intercept * self.by_slope) / det;
        (det > 0.0 && slope.is_finite() && intercept.is_finite()).then_some(Fit { slope, intercept })
    }
}

/// The optimum from a start close by, to about the square of `SMALL`; `None` if it does not lead there.
fn fit_from(start: Fit, sums: &[Sum], reg: f64) -> Option<Fit> {
    let mut fit = start;
    for _ in 0..QUICK {
        let step = slopes(sums, fit, reg).step()?;
        fit = Fit { slope: fit.slope - step.slope, intercept: fit.intercept - step.intercept };
        let is_small = |step: f64, of: f64| step.abs() <= SMALL * (1e-3 + of.abs());
        if is_small(step.slope, fit.slope) && is_small(step.intercept, fit.intercept) {
            return Some(fit);
        }
    }
    None
}

/// The objective.
fn loss(sums: &[Sum], fit: Fit, reg: f64) -> f64 {
    let of = |sum: &Sum| {
        let z = fit.slope * sum.x + fit.intercept;
        let one = (-z).max(0.0) + (-z.abs()).exp().ln_1p();
        sum.all * one + (sum.all - sum.right) * z
    };
    sums.iter().map(of).sum::<f64>() + 0.5 * reg * fit.slope * fit.slope
}

/// The optimum, from anywhere: each step is halved until it is one downhill. `None` without both
/// classes, where there is no finite optimum, or where rounding ends the search.
pub(super) fn fit(sums: &[Sum], reg: f64) -> Option<Fit> {
    if classes(sums) != Classes::Both {
        return None;
    }
    let all: f64 = sums.iter().map(|sum| sum.all).sum();
    let rate = sums.iter().map(|sum| sum.right).sum::<f64>() / all;
    let level = Fit { slope: 0.0, intercept: (rate / (1.0 - rate)).ln() };
    if sums.iter().all(|sum| sum.x.to_bits() == sums.first().map_or(0, |first| first.x.to_bits())) {
        // Of one length nothing tells how the chance falls.
        return Some(level);
    }
    let mut fit = level;
    let mut height = loss(sums, fit, reg);
    for _ in 0..STEPS {
        let step = slopes(sums, fit, reg).step()?;
        let mut part = 1.0;
        let next = loop {
            let next = Fit {
                slope: fit.slope - part * step.slope,
                intercept: fit.intercept - part * step.intercept,
            };
            let of_next = loss(sums, next, reg);
            if of_next <= height {
                height = of_next;
                break next;
            }
            part *= 0.5;
            if part < 1e-6 {
                // Downhill no further than rounding reaches: the last steps are Newton's alone.
                return fit_from(fit, sums, reg).or(Some(fit));
            }
        };
        let moved = (next.slope - fit.slope).abs() / (1e-3 + next.slope.abs());
        fit = next;
        if moved <= 1e-6 {
            return fit_from(fit, sums, reg).or(Some(fit));
        }
    }
    Some(fit)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::error::Error;
    use std::io::Read;

    use flate2::read::GzDecoder;
    use serde_json::Value;

    use super::*;

    const RUNS: &[u8] = include_bytes!("../../../../tests/fixtures/metr/metr_runs_2025-02.csv.gz");
    const EXPECTED: &str = include_str!("../../../../tests/fixtures/metr/expected.json");

    /// The runs with the weights printed beside them, of eight decimals and not made to sum to one: what the
    /// reference was given (`benches/peers/optimum.py` finds it again with forty digits).
    fn printed() -> Result<BTreeMap<String, Vec<Sum>>, Box<dyn Error>> {
        let mut text = String::new();
        GzDecoder::new(RUNS).read_to_string(&mut text)?;
        let mut agents: BTreeMap<String, Vec<Sum>> = BTreeMap::new();
        for line in text.lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            let [agent, _, _, minutes, score, weight] = cells.as_slice() else { return Err(line.into()) };
            let (minutes, score): (f64, f64) = (minutes.parse()?, score.parse()?);
            let weight: f64 = weight.parse()?;
            let sum = Sum { x: minutes.log2(), all: weight, right: weight * score };
            agents.entry((*agent).to_owned()).or_default().push(sum);
        }
        Ok(agents)
    }

    #[test]
    fn with_the_printed_weights_the_optimum_is_the_reference() -> Result<(), Box<dyn Error>> {
        let expected: Value = serde_json::from_str(EXPECTED)?;

        for (agent, sums) in printed()? {
            let reference = &expected["runs_2025_02"][&agent]["reference_exact"];
            let Some(line) = fit(&sums, 1e-5) else {
                assert_eq!(reference["all_fail"], true, "{agent}");
                continue;
            };
            for (found, name) in [
                (Some(line.slope), "slope"),
                (Some(line.intercept), "intercept"),
                (line.minutes_at(0.5), "p50"),
                (line.minutes_at(0.8), "p80"),
            ] {
                let wanted = reference[name].as_f64().ok_or("a number")?;
                let off = (found.ok_or("a horizon")? / wanted - 1.0).abs();
                assert!(off < 1e-9, "{agent}, {name}: {off} off");
            }
        }
        Ok(())
    }
}
