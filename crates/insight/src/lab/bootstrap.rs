//! The 95 % range of METR's horizons: families are drawn, in each its tasks, and each task's runs anew
//! from a binomial; weights stay those of the whole sample, not normalised again; 2.5 and 97.5 % quantiles.
//!
//! Samples of one class are skipped, and so are those whose line does not fall, which have no horizon;
//! when more than one in twenty does not fall, there is no range to speak of. The same seed gives the
//! same range: samples are made in groups, each from a stream of its own, so that fewer are the first of more.
//! Source: METR, arXiv:2503.14499; STATISTICS §5.

use crate::lab::fit::{Fit, Sum, fit};
use crate::lab::lanes::{LANES, Sums, fit_lanes};
use crate::lab::urn::Urn;
use crate::resample::{Resampler, below_and_rest, quantile};
use crate::threads;

/// Samples without a falling line, of those with both classes, beyond which there is no range.
const MOST_RISING: f64 = 0.05;

/// Samples that are worth a thread of their own: about 0.2 ms of work, where beginning one takes 0.05.
const WORTH_A_THREAD: usize = 256;

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

/// The ranges of `samples` samples around the optimum `line`. `lengths` are log₂ minutes, upwards.
pub(super) fn ranges(
    families: &[Vec<Task>],
    lengths: &[f64],
    line: Fit,
    reg: f64,
    samples: u32,
    seed: u64,
) -> Ranges {
    let hands = threads::hands(samples as usize / WORTH_A_THREAD);
    let lines = Whole::new(families, lengths, line, reg).lines(samples as usize, seed, hands);
    let used = lines.iter().filter(|line| line.slope < 0.0).count();
    let is_told = (lines.len() - used) as f64 <= MOST_RISING * lines.len() as f64;
    let range = |q: f64| {
        let mut minutes: Vec<f64> = lines.iter().filter_map(|line| line.minutes_at(q)).collect();
        minutes.sort_unstable_by(f64::total_cmp);
        let ends = [quantile(&minutes, 0.025)?, quantile(&minutes, 0.975)?];
        (is_told && minutes.len() == used).then_some(ends)
    };
    Ranges { p50: range(0.5), p80: range(0.8), used }
}

/// What samples are drawn from, and where their search starts.
struct Whole {
    families: Vec<Urn>,
    /// log₂ minutes, less `centre`: near 0 single precision is finest.
    lengths: Vec<f32>,
    centre: f64,
    start: Fit,
    reg: f64,
}

impl Whole {
    fn new(families: &[Vec<Task>], lengths: &[f64], line: Fit, reg: f64) -> Self {
        let tried = lengths.first().copied().unwrap_or(0.0)..=lengths.last().copied().unwrap_or(0.0);
        let centre = (-line.intercept / line.slope).clamp(*tried.start(), *tried.end());
        Self {
            families: families.iter().map(|tasks| Urn::new(tasks)).collect(),
            lengths: lengths.iter().map(|x| (x - centre) as f32).collect(),
            centre,
            start: Fit { slope: line.slope, intercept: line.intercept + line.slope * centre },
            reg,
        }
    }

    /// The lines of the samples that are not skipped, by so many hands; which one a sample is drawn by makes no
    /// difference to it.
    fn lines(&self, samples: usize, seed: u64, hands: usize) -> Vec<Fit> {
        let mut streams = Resampler::new(seed);
        let streams: Vec<Resampler> = (0..samples.div_ceil(LANES)).map(|_| streams.part()).collect();
        let lines = threads::in_parts(&streams, hands, |part| {
            let mut sums = vec![Sums::default(); self.lengths.len()];
            part.iter().flat_map(|stream| self.group(&mut stream.clone(), &mut sums)).collect()
        });
        lines.into_iter().take(samples).flatten().collect()
    }

    /// Samples fitted side by side; `None` is one that is skipped.
    fn group(&self, stream: &mut Resampler, sums: &mut [Sums]) -> [Option<Fit>; LANES] {
        sums.fill(Sums::default());
        for lane in 0..LANES {
            self.draw(stream, lane, sums);
        }
        let mut lines = fit_lanes(self.start, &self.lengths, sums, self.reg as f32);
        for (lane, line) in lines.iter_mut().enumerate() {
            let is_of_both = sums.iter().any(|sum| sum.right[lane] > 0.0)
                && sums.iter().any(|sum| sum.all[lane] > sum.right[lane]);
            let found = if is_of_both { line.or_else(|| self.fit_one(lane, sums)) } else { None };
            *line = found.map(|found| Fit {
                slope: found.slope,
                intercept: found.intercept - found.slope * self.centre,
            });
        }
        lines
    }

    /// Draws one sample.
    fn draw(&self, stream: &mut Resampler, lane: usize, sums: &mut [Sums]) {
        let mut number = stream.next();
        for _ in 0..self.families.len() {
            // What the number says beyond the family is enough for the first task.
            let (place, rest) = below_and_rest(number, self.families.len());
            number = rest;
            let Some(family) = self.families.get(place) else { continue };
            for _ in 0..family.tasks {
                let drawn = family.draw(number);
                number = stream.next();
                if let Some(drawn) = drawn
                    && let Some(sum) = sums.get_mut(drawn.place as usize)
                {
                    sum.all[lane] += drawn.all;
                    sum.right[lane] += drawn.right;
                }
            }
        }
    }

    /// The slow way, for a sample whose steps did not settle.
    fn fit_one(&self, lane: usize, sums: &[Sums]) -> Option<Fit> {
        let sum = |(x, sum): (&f32, &Sums)| Sum {
            x: f64::from(*x),
            all: f64::from(sum.all[lane]),
            right: f64::from(sum.right[lane]),
        };
        let sums: Vec<Sum> = self.lengths.iter().zip(sums).map(sum).filter(|sum| sum.all > 0.0).collect();
        fit(&sums, self.reg)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole() -> Whole {
        let families = [
            vec![Task { place: 0, weight: 0.1, runs: 9, right: 7 }],
            vec![
                Task { place: 1, weight: 0.1, runs: 9, right: 2 },
                Task { place: 2, weight: 0.1, runs: 9, right: 1 },
            ],
        ];
        Whole::new(&families, &[2.0, 5.0, 7.0], Fit { slope: -0.5, intercept: 2.0 }, 1e-5)
    }

    #[test]
    fn fewer_samples_are_the_first_of_more() {
        let whole = whole();

        let (few, many) = (whole.lines(11, 3, 1), whole.lines(40, 3, 1));

        assert_eq!(few, many.into_iter().take(few.len()).collect::<Vec<_>>());
    }

    #[test]
    fn samples_are_the_same_with_any_number_of_processors() {
        let whole = whole();
        let one = whole.lines(1_100, 3, 1);

        for hands in [2, 3, 7] {
            assert_eq!(whole.lines(1_100, 3, hands), one, "{hands}");
        }
        assert_eq!(whole.lines(0, 3, 2), []);
    }
}
