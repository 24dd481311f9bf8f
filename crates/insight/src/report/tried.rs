//! The horizon as `report.json` says it. Readers of a report cannot open its items, so tries of one length are counted
//! together: a report of thousands of them stays short, and holds nobody's ids.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::horizon::{CurvePoint, Horizon, Horizons, Interval, Missing, Reading, Trend, Tried};

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
    // Each field by its name, so that none is forgotten.
    let Horizon {
        n,
        right,
        shortest,
        longest,
        ref missing,
        reading,
        h50,
        h80,
        ref curve,
        ref rows,
        left_out_rule,
    } = *horizon;
    let lengths = lengths(rows);
    SaidHorizon { n, right, shortest, longest, missing, reading, h50, h80, curve, lengths, left_out_rule }
}

/// Shortest first.
fn lengths(rows: &[Tried]) -> Vec<Length> {
    // Positive numbers sort like their bits.
    let mut counts: BTreeMap<u64, (usize, usize)> = BTreeMap::new();
    for row in rows {
        let (right, not_right) = counts.entry(row.minutes.to_bits()).or_default();
        *(if row.right { right } else { not_right }) += 1;
    }
    let length = |(bits, (right, not_right))| Length { minutes: f64::from_bits(bits), right, not_right };
    counts.into_iter().map(length).collect()
}

#[cfg(test)]
mod tests {
    use halfday_domain::id::{ItemId, JobId};

    use super::*;

    #[test]
    fn tries_of_one_length_are_counted_together_and_none_is_lost() {
        let tried = |minutes, right| Tried {
            item_id: ItemId::from_parts(0, [0; 10]),
            job_id: JobId::from_parts(0, [0; 10]),
            minutes,
            right,
            drawn: false,
            at: 0,
        };

        let counted = lengths(&[tried(30.0, true), tried(5.0, true), tried(30.0, false), tried(30.0, true)]);

        let told: Vec<_> = counted.iter().map(|one| (one.minutes, one.right, one.not_right)).collect();
        assert_eq!(told, [(5.0, 1, 0), (30.0, 2, 1)]);
    }
}
