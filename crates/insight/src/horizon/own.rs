//! The person's own horizon: rows from the facts, the posterior, and what may be said of it.

use std::collections::BTreeSet;

use halfday_domain::facts::Facts;
use halfday_domain::facts::details::Details;
use halfday_domain::id::ItemId;
use serde::Serialize;

use crate::first_time::{FirstTry, first_tries};
use crate::horizon::estimate::{Estimate, weighted_rows};
use crate::horizon::gate::{self, Tally};
use crate::horizon::trend::trend_of;
use crate::horizon::{Horizon, HorizonFilter, Picked, Reading, Trend, Tried, rows};
use crate::story::Story;

/// The document of `stats horizon`. Two curves; choosing the easy ones stretches the first, and no footnote cures it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Horizons {
    pub version: u32,
    /// Items the person chose to hand over.
    pub chosen: Horizon,
    /// Items chance handed over; `None` where nothing was drawn.
    pub drawn: Option<Horizon>,
    /// Over both.
    pub trend: Trend,
}

/// The horizon over the first tries the filter lets through.
pub fn horizon(facts: &Facts, filter: &HorizonFilter) -> Horizon {
    let (rows, left_out) = rows::tried(&first_tries(&Story::new(facts)), filter);
    horizon_of(rows, left_out)
}

/// Chosen and drawn (handed over by chance, or tried in the shadow) beside each other as of `now` (UTC ms); what the filter says of either, and of
/// when to end, is passed over.
pub fn horizons(facts: &Facts, details: &Details, filter: &HorizonFilter, now: i64) -> Horizons {
    horizons_of(&first_tries(&Story::new(facts)), details, filter, now)
}

/// The same over first tries at hand.
pub(crate) fn horizons_of(
    tries: &[FirstTry<'_>],
    details: &Details,
    filter: &HorizonFilter,
    now: i64,
) -> Horizons {
    let until = Some(now.saturating_add(1));
    let known: BTreeSet<ItemId> = tries.iter().map(|row| row.item_id).collect();
    let tried = |picked| {
        let filter = HorizonFilter { picked, until, ..filter.clone() };
        let (mut rows, left_out) = rows::tried(tries, &filter);
        let (beside, left_out_beside) = rows::drawn_beside(details, &filter);
        // One that was handed over after all is there already.
        rows.extend(beside.into_iter().filter(|row| !known.contains(&row.item_id)));
        (rows, left_out + left_out_beside)
    };
    let of = |picked: Picked| {
        let (rows, left_out) = tried(picked);
        horizon_of(rows, left_out)
    };
    let drawn = of(Picked::Drawn);
    Horizons {
        version: 1,
        chosen: of(Picked::Chosen),
        drawn: (drawn.n > 0 || drawn.left_out_rule > 0).then_some(drawn),
        trend: trend_of(tried(Picked::All).0, now),
    }
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
