//! Coin flip: chance decides whether an item is kept or handed over. The effect is the ratio of the mean total
//! minutes of the person, handed over ÷ kept, redoing included and each item where chance put it, whatever became of
//! it (intention to treat); below 1 handing over is quicker. Not on logs: that flatters. STATISTICS §8.
//!
//! Range (95 %): the ratios that a permutation test does not refuse. For a ratio r the minutes of the handed-over
//! items are divided by r; if r is true, chance could have put the items the other way round. All arrangements up to
//! 5,000, beyond that 2,000 drawn with a fixed seed.

use std::collections::BTreeMap;

use halfday_domain::facts::Facts;
use halfday_domain::facts::details::{Arm, Details};
use halfday_domain::id::ItemId;
use serde::Serialize;

use crate::resample::Resampler;

/// From so many finished items on each side there is an effect.
pub const ENOUGH_FLIPS: u32 = 5;
const MOST_ARRANGEMENTS: u64 = 5_000;
const DRAWN_ARRANGEMENTS: usize = 2_000;
const SEED: u64 = 20_261_117;
/// Ratios beyond a factor of 2¹⁰ either way are not told apart.
const FARTHEST: f64 = 10.0;
const HALVINGS: u32 = 24;

/// The effect and what it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct CoinFlips {
    pub kept: u32,
    pub handed_over: u32,
    /// Not done yet: their minutes are not complete.
    pub open: u32,
    pub kept_mean_minutes: Option<f64>,
    pub handed_over_mean_minutes: Option<f64>,
    /// Handed over ÷ kept; `None` below five finished items on either side.
    pub ratio: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

/// Over flips since `since` (UTC ms).
pub fn coin_flips(facts: &Facts, details: &Details, since: i64) -> CoinFlips {
    let mut spent: BTreeMap<ItemId, f64> = BTreeMap::new();
    for interval in &facts.intervals {
        if let Some(item) = interval.item_id {
            *spent.entry(item).or_default() += interval.ms.max(0) as f64 / 60_000.0;
        }
    }
    let (mut kept, mut given, mut open) = (vec![], vec![], 0);
    for flip in details.coin_flips.iter().filter(|flip| flip.flipped_at >= since) {
        // Nobody kept time on it: its minutes are not known, and not none.
        let minutes = spent.get(&flip.item_id).copied().filter(|_| flip.is_done);
        match (flip.arm, minutes) {
            (_, None) => open += 1,
            (Arm::Keep, Some(minutes)) => kept.push(minutes),
            (Arm::HandOver, Some(minutes)) => given.push(minutes),
        }
    }
    let count = |minutes: &[f64]| u32::try_from(minutes.len()).unwrap_or(u32::MAX);
    let effect = effect(&kept, &given).filter(|_| count(&kept).min(count(&given)) >= ENOUGH_FLIPS);
    CoinFlips {
        kept: count(&kept),
        handed_over: count(&given),
        open,
        kept_mean_minutes: mean(&kept),
        handed_over_mean_minutes: mean(&given),
        ratio: effect.map(|effect| effect.0),
        low: effect.map(|effect| effect.1),
        high: effect.map(|effect| effect.2),
    }
}

fn mean(minutes: &[f64]) -> Option<f64> {
    let mut sorted = minutes.to_vec();
    sorted.sort_by(f64::total_cmp);
    (!sorted.is_empty()).then(|| sorted.iter().sum::<f64>() / sorted.len() as f64)
}

/// The ratio of means, given ÷ kept, with its range; `None` where either mean is nothing.
pub fn effect(kept: &[f64], given: &[f64]) -> Option<(f64, f64, f64)> {
    let (mut kept, mut given) = (kept.to_vec(), given.to_vec());
    kept.sort_by(f64::total_cmp);
    given.sort_by(f64::total_cmp);
    let (of_kept, of_given) = (mean(&kept)?, mean(&given)?);
    if of_kept <= 0.0 || of_given <= 0.0 {
        return None;
    }
    let ratio = of_given / of_kept;
    let arrangements = arrangements(kept.len() + given.len(), given.len());
    let is_possible = |doublings: f64| is_possible(&kept, &given, ratio * doublings.exp2(), &arrangements);
    let edge = |sign: f64| {
        if is_possible(sign * FARTHEST) {
            return ratio * (sign * FARTHEST).exp2();
        }
        let (mut inside, mut outside) = (0.0, FARTHEST);
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(inside, outside);
            if is_possible(sign * middle) { inside = middle } else { outside = middle }
        }
        ratio * (sign * outside).exp2()
    };
    Some((ratio, edge(-1.0), edge(1.0)))
}

/// Whether the test at 5 % does not refuse the ratio.
fn is_possible(kept: &[f64], given: &[f64], ratio: f64, arrangements: &[Vec<usize>]) -> bool {
    let all: Vec<f64> = kept.iter().copied().chain(given.iter().map(|minutes| minutes / ratio)).collect();
    let total: f64 = all.iter().sum();
    let (of_kept, of_given) = (kept.len() as f64, given.len() as f64);
    let distance = |sum: f64| (sum / of_given - (total - sum) / of_kept).abs();
    let seen = distance(all.iter().skip(kept.len()).sum());
    // What was seen is itself one arrangement; rounding must not lose it.
    let slack = 1e-9 * total.max(1.0);
    let as_far = arrangements
        .iter()
        .filter(|places| {
            let sum: f64 = places.iter().filter_map(|place| all.get(*place)).sum();
            distance(sum) >= seen - slack
        })
        .count();
    (as_far + 1) as f64 / (arrangements.len() + 1) as f64 > 0.05
}

/// The places of the handed-over items in each arrangement.
fn arrangements(all: usize, chosen: usize) -> Vec<Vec<usize>> {
    let ways = (0..chosen).try_fold(1_u64, |ways, place| {
        let next = ways.checked_mul((all - place) as u64)? / (place as u64 + 1);
        (next <= MOST_ARRANGEMENTS).then_some(next)
    });
    if ways.is_some() {
        return every(all, chosen);
    }
    let mut generator = Resampler::new(SEED);
    (0..DRAWN_ARRANGEMENTS)
        .map(|_| {
            let mut places: Vec<usize> = (0..all).collect();
            for place in 0..chosen {
                places.swap(place, place + generator.below(all - place));
            }
            places.truncate(chosen);
            places
        })
        .collect()
}

fn every(all: usize, chosen: usize) -> Vec<Vec<usize>> {
    let mut found = vec![];
    let mut places: Vec<usize> = (0..chosen).collect();
    loop {
        found.push(places.clone());
        let Some(turn) =
            (0..chosen).rev().find(|turn| places.get(*turn).is_some_and(|p| *p < all - chosen + turn))
        else {
            return found;
        };
        let start = places.get(turn).copied().unwrap_or(0) + 1;
        for (step, place) in places.iter_mut().skip(turn).enumerate() {
            *place = start + step;
        }
    }
}
