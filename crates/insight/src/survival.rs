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

/// The line after one length at which something ended.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct SurvivalStep {
    pub length: f64,
    /// The part that went on, 0–1, with its 95 % band.
    pub still: f64,
    pub low: f64,
    pub high: f64,
}

/// From so many stretches on there is a median.
pub const ENOUGH_SPELLS: u32 = 5;

/// The estimate; `None` without a single stretch.
pub fn kaplan_meier(spells: &[Spell]) -> Option<Survival> {
    let known = || spells.iter().filter(|one| one.length.is_finite());
    let of = u32::try_from(known().count()).unwrap_or(u32::MAX);
    if of == 0 {
        return None;
    }
    let steps = survival_steps(spells);
    let first = |is_below: fn(&SurvivalStep) -> bool| {
        steps.iter().find(|step| is_below(step)).map(|step| step.length)
    };
    let median = first(|step| step.still <= 0.5);
    let ended = u32::try_from(known().filter(|one| one.ended).count()).unwrap_or(u32::MAX);
    let record = known().filter(|one| !one.ended).map(|one| one.length).max_by(f64::total_cmp);
    let shown = of >= ENOUGH_SPELLS;
    Some(Survival {
        of,
        ended,
        median: median.filter(|_| shown),
        low: first(|step| step.low <= 0.5).filter(|_| shown),
        high: first(|step| step.high <= 0.5).filter(|_| shown && median.is_some()),
        record,
    })
}

/// The line itself, a step for each length at which something ended.
pub fn survival_steps(spells: &[Spell]) -> Vec<SurvivalStep> {
    let mut sorted: Vec<Spell> = spells.iter().copied().filter(|one| one.length.is_finite()).collect();
    // An end comes before what was last seen at the same length.
    sorted.sort_by(|a, b| {
        a.length.total_cmp(&b.length).then(b.ended.cmp(&a.ended)).then(a.weight.total_cmp(&b.weight))
    });
    let z = quantile::normal(0.95);
    let (mut alive, mut greenwood) = (1.0_f64, 0.0_f64);
    let mut at_risk: f64 = sorted.iter().map(|one| one.weight).sum();
    let mut rest = sorted.as_slice();
    let mut steps = vec![];
    while let Some(first) = rest.first() {
        let here = rest.partition_point(|one| one.length <= first.length);
        let (now, later) = rest.split_at(here);
        let ends: f64 = now.iter().filter(|one| one.ended).map(|one| one.weight).sum();
        if ends > 0.0 {
            alive *= (1.0 - ends / at_risk).max(0.0);
            // Nobody is left: the band ends where the line does.
            let left = at_risk - ends;
            greenwood = if left > 1e-9 { greenwood + ends / (at_risk * left) } else { f64::INFINITY };
            let (low, high) = band(alive, greenwood, z);
            steps.push(SurvivalStep { length: first.length, still: alive, low, high });
        }
        at_risk -= now.iter().map(|one| one.weight).sum::<f64>();
        rest = later;
    }
    steps
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
