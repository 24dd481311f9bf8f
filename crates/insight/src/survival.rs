//! Kaplan–Meier: how long something goes on, where some were still going on when they were last seen.
//!
//! `S(t) = Π (1 − d/n)` over the lengths at which something ended, rows weighted (`w = 1/√m` for m rows of
//! a job) so that d and n are effective numbers. The median is the first length with S ≤ ½; its 95 % range
//! holds the lengths at which the band of ln(−ln S) with Greenwood's variance contains ½
//! (Brookmeyer and Crowley, Biometrics 38 (1982) 29–41). Units: those of the lengths.

use serde::Serialize;

use crate::quantile;

/// One stretch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spell {
    pub length: f64,
    /// It ended there; else it was only seen so far.
    pub ended: bool,
    pub weight: f64,
}

/// How long stretches are.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Survival {
    /// Stretches, and those of them that ended.
    pub of: u32,
    pub ended: u32,
    /// Half go on for longer; `None`: not known from so few, or more than half never ended.
    pub median: Option<f64>,
    pub low: Option<f64>,
    /// `None` beside a median: no upper end is known.
    pub high: Option<f64>,
    /// The longest that never ended.
    pub record: Option<f64>,
}

/// From so many stretches on there is a median.
pub const ENOUGH_SPELLS: u32 = 5;

/// The estimate; `None` without a single stretch.
pub fn kaplan_meier(spells: &[Spell]) -> Option<Survival> {
    let mut sorted: Vec<Spell> = spells.iter().copied().filter(|one| one.length.is_finite()).collect();
    // An end comes before what was last seen at the same length.
    sorted.sort_by(|a, b| {
        a.length.total_cmp(&b.length).then(b.ended.cmp(&a.ended)).then(a.weight.total_cmp(&b.weight))
    });
    let of = u32::try_from(sorted.len()).unwrap_or(u32::MAX);
    if of == 0 {
        return None;
    }
    let z = quantile::normal(0.95);
    let (mut alive, mut greenwood) = (1.0_f64, 0.0_f64);
    let (mut median, mut low, mut high) = (None, None, None);
    let mut at_risk: f64 = sorted.iter().map(|one| one.weight).sum();
    let mut rest = sorted.as_slice();
    while let Some(first) = rest.first() {
        let here = rest.partition_point(|one| one.length <= first.length);
        let (now, later) = rest.split_at(here);
        let ends: f64 = now.iter().filter(|one| one.ended).map(|one| one.weight).sum();
        if ends > 0.0 {
            alive *= (1.0 - ends / at_risk).max(0.0);
            // Nobody is left: the band ends where the line does.
            let left = at_risk - ends;
            greenwood = if left > 1e-9 { greenwood + ends / (at_risk * left) } else { f64::INFINITY };
            let (lower, upper) = band(alive, greenwood, z);
            let length = Some(first.length);
            low = if low.is_none() && lower <= 0.5 { length } else { low };
            median = if median.is_none() && alive <= 0.5 { length } else { median };
            high = if high.is_none() && upper <= 0.5 { length } else { high };
        }
        at_risk -= now.iter().map(|one| one.weight).sum::<f64>();
        rest = later;
    }
    let ended = u32::try_from(sorted.iter().filter(|one| one.ended).count()).unwrap_or(u32::MAX);
    let record = sorted.iter().filter(|one| !one.ended).map(|one| one.length).next_back();
    let shown = of >= ENOUGH_SPELLS;
    Some(Survival {
        of,
        ended,
        median: median.filter(|_| shown),
        low: low.filter(|_| shown),
        high: high.filter(|_| shown && median.is_some()),
        record,
    })
}

/// The 95 % band of the line.
fn band(alive: f64, greenwood: f64, z: f64) -> (f64, f64) {
    if alive <= 0.0 || !greenwood.is_finite() {
        return (0.0, alive.max(0.0));
    }
    if alive >= 1.0 {
        return (1.0, 1.0);
    }
    let reach = z * greenwood.sqrt() / alive.ln().abs();
    (alive.powf(reach.exp()), alive.powf((-reach).exp()))
}
