//! The 95 % range of METR's horizons: families are drawn, in each its tasks, and each task's runs anew
//! from a binomial; weights stay those of the whole sample, not normalised again; 2.5 and 97.5 % quantiles.
//!
//! Samples of one class are skipped, and so are those whose line does not fall, which have no horizon;
//! when more than one in twenty does not fall, there is no range to speak of. The same seed gives the
//! same range. Source: METR, arXiv:2503.14499; STATISTICS §5.

use crate::lab::fit::{Classes, Fit, SMALL_OF_SAMPLES, Sum, classes, fit, fit_from};
use crate::resample::{Resampler, quantile};

/// Samples without a falling line, of those with both classes, beyond which there is no range.
const MOST_RISING: f64 = 0.05;

/// One task of a family.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Task {
    /// Place of its length among the sums.
    pub(super) place: usize,
    /// Weight of one run.
    pub(super) weight: f64,
    pub(super) runs: u32,
    pub(super) right: u32,
}

/// Ranges in minutes, and the samples they rest on.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Ranges {
    pub(super) p50: Option<[f64; 2]>,
    pub(super) p80: Option<[f64; 2]>,
    pub(super) used: usize,
}

/// How many of a task's runs succeed, drawn from its binomial by one number between 0 and 1.
struct Draw {
    /// The successes the first place stands for.
    first: u32,
    cumulative: Vec<f64>,
}

impl Draw {
    /// Probabilities from the likeliest count outwards by their ratios, so that nothing overflows.
    fn new(runs: u32, right: u32) -> Self {
        if right == 0 || right == runs {
            return Self { first: right, cumulative: vec![] };
        }
        let p = f64::from(right) / f64::from(runs);
        let odds = p / (1.0 - p);
        let up = |k: u32| odds * f64::from(runs - k) / f64::from(k + 1);
        let mut below = vec![];
        let (mut k, mut share) = (right, 1.0);
        while k > 0 {
            k -= 1;
            share /= up(k);
            if share < 1e-18 {
                break;
            }
            below.push(share);
        }
        let first = right - below.len() as u32;
        let mut shares: Vec<f64> = below.into_iter().rev().collect();
        shares.push(1.0);
        (k, share) = (right, 1.0);
        while k < runs {
            share *= up(k);
            if share < 1e-18 {
                break;
            }
            shares.push(share);
            k += 1;
        }
        let total: f64 = shares.iter().sum();
        let mut sum = 0.0;
        let cumulative = shares.iter().map(|share| {
            sum += share / total;
            sum
        });
        Self { first, cumulative: cumulative.collect() }
    }

    fn draw(&self, generator: &mut Resampler) -> f64 {
        if self.cumulative.is_empty() {
            return f64::from(self.first);
        }
        let u = generator.unit();
        let place = if self.cumulative.len() <= 16 {
            self.cumulative.iter().take_while(|sum| **sum <= u).count()
        } else {
            self.cumulative.partition_point(|sum| *sum <= u)
        };
        f64::from(self.first + place.min(self.cumulative.len() - 1) as u32)
    }
}

/// The ranges of `samples` samples around the optimum `whole`. `lengths` are log₂ minutes.
pub(super) fn ranges(
    families: &[Vec<Task>],
    lengths: &[f64],
    whole: Fit,
    reg: f64,
    samples: u32,
    seed: u64,
) -> Ranges {
    let draws: Vec<Vec<(&Task, Draw)>> = families
        .iter()
        .map(|tasks| tasks.iter().map(|task| (task, Draw::new(task.runs, task.right))).collect())
        .collect();
    let mut generator = Resampler::new(seed);
    let (mut p50, mut p80) = (Vec::new(), Vec::new());
    let mut rising = 0_u32;
    let mut used = 0;
    let mut all: Vec<Sum> = lengths.iter().map(|x| Sum { x: *x, all: 0.0, right: 0.0 }).collect();
    let mut drawn: Vec<Sum> = Vec::with_capacity(all.len());
    for _ in 0..samples {
        for sum in &mut all {
            (sum.all, sum.right) = (0.0, 0.0);
        }
        for _ in 0..draws.len() {
            let Some(tasks) = draws.get(generator.below(draws.len())) else { continue };
            for _ in 0..tasks.len() {
                let Some((task, draw)) = tasks.get(generator.below(tasks.len())) else { continue };
                let right = draw.draw(&mut generator);
                if let Some(sum) = all.get_mut(task.place) {
                    sum.all += task.weight * f64::from(task.runs);
                    sum.right += task.weight * right;
                }
            }
        }
        drawn.clear();
        drawn.extend(all.iter().filter(|sum| sum.all > 0.0));
        if classes(&drawn) != Classes::Both {
            continue;
        }
        let Some(line) = fit_from(whole, &drawn, reg, SMALL_OF_SAMPLES).or_else(|| fit(&drawn, reg)) else {
            continue;
        };
        if line.slope >= 0.0 {
            rising += 1;
            continue;
        }
        used += 1;
        p50.extend(line.minutes_at(0.5));
        p80.extend(line.minutes_at(0.8));
    }
    let is_told = f64::from(rising) <= MOST_RISING * (f64::from(rising) + used as f64);
    let range = |mut minutes: Vec<f64>| {
        minutes.sort_by(f64::total_cmp);
        let ends = [quantile(&minutes, 0.025)?, quantile(&minutes, 0.975)?];
        (is_told && minutes.len() == used).then_some(ends)
    };
    Ranges { p50: range(p50), p80: range(p80), used }
}
