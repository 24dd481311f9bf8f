//! The person's own horizon: rows from the facts, the posterior, and what may be said of it.

use halfday_domain::facts::Facts;
use serde::Serialize;

use crate::first_time::first_tries;
use crate::horizon::estimate::{Estimate, weighted_rows};
use crate::horizon::gate::{self, Tally};
use crate::horizon::{Horizon, HorizonFilter, Picked, Reading, Tried, rows};
use crate::story::Story;

/// The two curves of a record; choosing the easy ones stretches the first, and no footnote cures it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Horizons {
    /// Items the person chose to hand over.
    pub chosen: Horizon,
    /// Items chance handed over; `None` where nothing was drawn.
    pub drawn: Option<Horizon>,
}

/// The horizon over the first tries the filter lets through.
pub fn horizon(facts: &Facts, filter: &HorizonFilter) -> Horizon {
    let (rows, left_out) = rows::tried(&first_tries(&Story::new(facts)), filter);
    horizon_of(rows, left_out)
}

/// Chosen and drawn beside each other; what the filter says of either is passed over.
pub fn horizons(facts: &Facts, filter: &HorizonFilter) -> Horizons {
    let story = Story::new(facts);
    let tries = first_tries(&story);
    let of = |picked: Picked| {
        let (rows, left_out) = rows::tried(&tries, &HorizonFilter { picked, ..filter.clone() });
        horizon_of(rows, left_out)
    };
    let drawn = of(Picked::Drawn);
    Horizons { chosen: of(Picked::Chosen), drawn: (drawn.n > 0 || drawn.left_out_rule > 0).then_some(drawn) }
}

/// The horizon of rows at hand.
pub fn horizon_of(mut rows: Vec<Tried>, left_out_rule: usize) -> Horizon {
    rows.retain(|row| row.minutes > 0.0 && row.minutes.is_finite());
    rows.sort_by_key(|row| (row.at, row.item_id));
    let tries: Vec<_> = rows.iter().map(|row| (row.minutes, row.right, row.job_id)).collect();
    let fitted = weighted_rows(&tries);
    let tally = Tally::new(&fitted);
    let estimate = Estimate::new(&fitted);
    let missing = gate::missing(&tally, &estimate);
    let reading = gate::reading(&fitted, &tally, &missing, &estimate);
    let is_within = reading == Reading::Within;
    let has_curve = match reading {
        Reading::Within | Reading::BeyondTried(_) => tally.shortest.zip(tally.longest),
        Reading::NotEnough | Reading::AtLeast(_) | Reading::AtMost(_) | Reading::NotFalling => None,
    };
    Horizon {
        n: tally.n,
        right: tally.right,
        shortest: tally.shortest,
        longest: tally.longest,
        missing,
        reading,
        h50: is_within.then(|| estimate.h50()),
        h80: is_within.then(|| estimate.h80()),
        curve: has_curve.map(|(from, to)| estimate.curve(from, to)).unwrap_or_default(),
        rows,
        left_out_rule,
    }
}
