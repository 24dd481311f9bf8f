//! METR's regression of several samples side by side: a loop over lengths, in it one over samples, which the
//! compiler makes vector instructions of, those that every processor of its kind has. Single precision, and
//! steps that end early: a horizon is within a thousandth of a doubling of the exact one, where the ends of a
//! thousand samples' range differ by a fifteenth and more from seed to seed. It is not for the optimum that
//! is shown; that is `fit.rs`.

use std::array;
use std::f32::consts::{LN_2, LOG2_E};

use crate::lab::fit::Fit;

/// Samples side by side.
pub(super) const LANES: usize = 8;
/// Steps after which a sample that does not settle is left to the slow way.
const STEPS: u32 = 12;
/// A step so small beside the slope is the last: what is left after it is about its square.
const SMALL: f32 = 1e-2;
/// Where curvatures nearly cancel, as where one length alone was drawn, single precision knows too little.
const LEAST_DET: f32 = 1e-4;
/// So it does of a line flatter than this, whose horizon is hundreds of doublings away.
const FLATTEST: f32 = 1e-3;

type Lane = [f32; LANES];

/// Runs of one length in each sample: the weight of all and of the successful ones.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Sums {
    pub(super) all: Lane,
    pub(super) right: Lane,
}

/// The line of each sample from the same start; `None` where the steps do not settle or cannot be told.
pub(super) fn fit_lanes(start: Fit, lengths: &[f32], sums: &[Sums], reg: f32) -> [Option<Fit>; LANES] {
    let mut slope = [start.slope as f32; LANES];
    let mut level = [start.intercept as f32; LANES];
    let mut moves = [true; LANES];
    for _ in 0..STEPS {
        let (by_slope, by_level) = step(&slope, &level, lengths, sums, reg);
        for lane in 0..LANES {
            slope[lane] -= by_slope[lane];
            level[lane] -= by_level[lane];
            let small = SMALL * (1e-3 + slope[lane].abs());
            moves[lane] = by_slope[lane].abs() > small || by_level[lane].abs() > small;
        }
        if !moves.contains(&true) {
            break;
        }
    }
    array::from_fn(|lane| {
        let is_settled = !moves[lane] && slope[lane].abs() > FLATTEST && level[lane].is_finite();
        is_settled.then(|| Fit { slope: f64::from(slope[lane]), intercept: f64::from(level[lane]) })
    })
}

/// Newton's step of each sample, to be taken off.
fn step(slope: &Lane, level: &Lane, lengths: &[f32], sums: &[Sums], reg: f32) -> (Lane, Lane) {
    let (steep, height) = (slope.map(|slope| -LOG2_E * slope), level.map(|level| -LOG2_E * level));
    let (mut by_slope, mut by_level): (Lane, Lane) = (slope.map(|slope| reg * slope), [0.0; LANES]);
    let (mut slope_slope, mut slope_level, mut level_level) = ([reg; LANES], [0.0; LANES], [0.0; LANES]);
    for (x, sum) in lengths.iter().zip(sums) {
        for lane in 0..LANES {
            let p = 1.0 / (1.0 + power_of_two(steep[lane] * x + height[lane]));
            let right = sum.all[lane] * p;
            let off = right - sum.right[lane];
            let bend = right * (1.0 - p);
            let lean = bend * x;
            by_level[lane] += off;
            by_slope[lane] += off * x;
            level_level[lane] += bend;
            slope_level[lane] += lean;
            slope_slope[lane] += lean * x;
        }
    }
    let det: Lane = array::from_fn(|lane| {
        let both = slope_slope[lane] * level_level[lane];
        let det = both - slope_level[lane] * slope_level[lane];
        if det > LEAST_DET * both { det } else { f32::NAN }
    });
    let of_slope =
        |lane| (level_level[lane] * by_slope[lane] - slope_level[lane] * by_level[lane]) / det[lane];
    let of_level =
        |lane| (slope_slope[lane] * by_level[lane] - slope_level[lane] * by_slope[lane]) / det[lane];
    (array::from_fn(of_slope), array::from_fn(of_level))
}

/// 2ᵗ to 2e-7 of itself, without a call: the whole part of t goes into the exponent's bits, what is left is a
/// polynomial. Beyond ± 126, where a chance is 0 or 1, t counts as that.
fn power_of_two(t: f32) -> f32 {
    // Adding it leaves the nearest whole number in the lowest bits.
    const ROUND: f32 = 12_582_912.0;
    let t = t.clamp(-126.0, 126.0);
    let rounded = t + ROUND;
    let f = t - (rounded - ROUND);
    let square = f * f;
    // Of those with the value and the slope of 2ᶠ at 0, the one with the least relative error from −½ to ½.
    let power = (1.0 + LN_2 * f)
        + square * ((0.240_222_83 + 0.055_505_585 * f) + square * (0.009_669_691 + 0.001_330_060_5 * f));
    f32::from_bits(power.to_bits().wrapping_add(rounded.to_bits() << 23))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lab::fit::{Sum, fit};
    use crate::resample::Resampler;

    #[test]
    fn powers_of_two_are_right_to_2e_7() {
        for step in -126_000_i32..=126_000 {
            let t = step as f32 / 1_000.0;
            let off = f64::from(power_of_two(t)) / f64::from(t).exp2() - 1.0;
            assert!(off.abs() < 2.5e-7, "{t}: {off}");
        }
    }

    /// One sample's exact line, in double precision.
    fn exact(lane: usize, lengths: &[f32], sums: &[Sums]) -> Option<Fit> {
        let one = lengths.iter().zip(sums).map(|(x, sum)| Sum {
            x: f64::from(*x),
            all: f64::from(sum.all[lane]),
            right: f64::from(sum.right[lane]),
        });
        fit(&one.collect::<Vec<_>>(), 1e-5)
    }

    #[test]
    fn horizons_of_samples_are_within_a_thousandth_of_a_doubling_of_the_exact_ones() {
        let mut generator = Resampler::new(5);
        // 0 to 1.
        let unit = |generator: &mut Resampler| generator.below(1 << 52) as f64 / (1_u64 << 52) as f64;
        let lengths: Vec<f32> = (0_u16..60).map(|place| f32::from(place) / 5.0 - 6.0).collect();
        let start = Fit { slope: -0.4, intercept: 0.0 };
        let mut compared = 0;

        for _ in 0..500 {
            let (slope, level) = (-0.15 - 0.7 * unit(&mut generator), 2.0 * unit(&mut generator) - 1.0);
            let mut sums_at = |x: &f32| {
                let chance = 1.0 / (1.0 + (-(slope * f64::from(*x) + level)).exp());
                let all: Lane = array::from_fn(|_| generator.below(4) as f32 / 90.0);
                Sums { all, right: all.map(|all| if unit(&mut generator) < chance { all } else { 0.0 }) }
            };
            let sums: Vec<Sums> = lengths.iter().map(&mut sums_at).collect();

            for (lane, found) in fit_lanes(start, &lengths, &sums, 1e-5).into_iter().enumerate() {
                let horizons = found
                    .zip(exact(lane, &lengths, &sums))
                    .map(|(found, exact)| [0.5, 0.8].map(|q| found.minutes_at(q).zip(exact.minutes_at(q))));
                for (found, exact) in horizons.into_iter().flatten().flatten() {
                    // A flat line has its horizon hundreds of doublings away.
                    let most = f64::max(1e-3, 1e-5 * exact.log2().abs());
                    let off = (found / exact).log2().abs();
                    assert!(off < most, "{found} instead of {exact}");
                    compared += 1;
                }
            }
        }

        assert!(compared > 7_900, "{compared} of 8,000");
    }

    #[test]
    fn a_sample_of_one_length_is_left_to_the_slow_way() {
        let start = Fit { slope: -0.4, intercept: 0.0 };
        let one = Sums { all: [0.5; LANES], right: [0.2; LANES] };
        let none = Sums::default();

        for sums in [[one, none, none], [none, one, none], [none, none, one]] {
            assert_eq!(fit_lanes(start, &[-3.0, 0.1, 7.0], &sums, 1e-5), [None; LANES]);
        }
    }
}
