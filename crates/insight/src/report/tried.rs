//! The horizon as `report.json` says it. Who reads a report opens no items, so tries of one length are counted together:
//! a report of thousands of them stays short, and holds nobody's ids.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::horizon::{CurvePoint, Horizon, Horizons, Interval, Missing, Reading, Trend};

#[derive(Serialize)]
struct SaidHorizons<'a> {
    version: u32,
    chosen: SaidHorizon<'a>,
    drawn: Option<SaidHorizon<'a>>,
    trend: &'a Trend,
}

/// All of a [`Horizon`], with lengths for its rows.
#[derive(Serialize)]
struct SaidHorizon<'a> {
    n: usize,
    right: usize,
    shortest: Option<f64>,
    longest: Option<f64>,
    missing: &'a [Missing],
    reading: Reading,
    h50: Option<Interval>,
    h80: Option<Interval>,
    curve: &'a [CurvePoint],
    lengths: Vec<Length>,
    left_out_rule: usize,
}

/// The tries of one length.
#[derive(Serialize)]
struct Length {
    minutes: f64,
    right: usize,
    not_right: usize,
}

pub(crate) fn serialize<S: Serializer>(horizons: &Horizons, serializer: S) -> Result<S::Ok, S::Error> {
    let Horizons { version, chosen, drawn, trend } = horizons;
    SaidHorizons { version: *version, chosen: said(chosen), drawn: drawn.as_ref().map(said), trend }
        .serialize(serializer)
}

fn said(horizon: &Horizon) -> SaidHorizon<'_> {
    SaidHorizon {
        n: horizon.n,
        right: horizon.right,
        shortest: horizon.shortest,
        longest: horizon.longest,
        missing: &horizon.missing,
        reading: horizon.reading,
        h50: horizon.h50,
        h80: horizon.h80,
        curve: &horizon.curve,
        lengths: lengths(horizon),
        left_out_rule: horizon.left_out_rule,
    }
}

/// Shortest first.
fn lengths(horizon: &Horizon) -> Vec<Length> {
    // Positive numbers sort like their bits.
    let mut counts: BTreeMap<u64, (usize, usize)> = BTreeMap::new();
    for row in &horizon.rows {
        let (right, not_right) = counts.entry(row.minutes.to_bits()).or_default();
        *(if row.right { right } else { not_right }) += 1;
    }
    let length = |(bits, (right, not_right))| Length { minutes: f64::from_bits(bits), right, not_right };
    counts.into_iter().map(length).collect()
}
