//! What the record says of an item before it is handed over: the chance that AI gets it right the first
//! time, and the minutes it will cost the person. Stored then, it can be held against what happened.
//!
//! The chance is the kind's rate shrunk to all kinds, the mean of `Beta(k + 4p, n − k + 4(1 − p))` with
//! `p = (K + ½)/(N + 1)`; the minutes are E of [`HandoverCosts`](crate::HandoverCosts), unknown where
//! nobody kept time. Under three tries of the kind: silent. Source: STATISTICS §6.

use halfday_domain::facts::Facts;
use halfday_domain::kind::Kind;
use serde::Serialize;

use crate::advice::{Experience, FEWEST_TRIES, Window};
use crate::calibration;
use crate::first_time::first_tries;
use crate::story::Story;

/// From so many tries on nothing is said of their being few.
const ENOUGH_TRIES: u32 = 5;

/// What is expected of one handover.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Forecast {
    /// First tries of the kind that were right, of those judged.
    pub right: u32,
    pub of: u32,
    /// The chance of right first time.
    pub p: f64,
    /// Minutes of the person: brief, review, and rework or doing it after all.
    pub minutes: Option<f64>,
}

/// A record that forecasts are made from, read once for any number of items.
#[derive(Debug)]
pub struct Forecaster<'a> {
    experience: Experience<'a>,
    /// Actual over estimated minutes, 1 while nobody knows.
    ratio: f64,
}

impl<'a> Forecaster<'a> {
    /// Everything up to `now`.
    pub fn new(facts: &'a Facts, now: i64) -> Self {
        let story = Story::new(facts);
        let window = Window { since: i64::MIN, until: now.saturating_add(1) };
        let experience = Experience::new(&story, &first_tries(&story), window);
        Self { experience, ratio: calibration::ratio_of_story(&story, now).unwrap_or(1.0) }
    }

    /// What is expected of an item of this kind and frozen estimate.
    pub fn of(&self, kind: &Kind, estimate_minutes: Option<u32>) -> Option<Forecast> {
        if *kind == Kind::Unsaid {
            // Work nobody has named is not alike.
            return None;
        }
        let ends = self.experience.of_kind(kind)?;
        let minutes = estimate_minutes.and_then(|estimate| {
            let costs = self.experience.costs(kind, f64::from(estimate), self.ratio)?;
            let (rework, reject) = self.experience.rates(ends);
            Some(costs.expected_minutes(rework.mean, reject.mean))
        });
        Some(Forecast { right: ends.right, of: ends.of, p: self.experience.right(ends).mean, minutes })
    }
}

/// Whether handing over an item of this kind and estimate is worth it. STATISTICS §6.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Worth {
    /// First tries of the kind that were right, of those judged.
    pub right: u32,
    pub of: u32,
    /// Three or four tries only.
    pub is_few: bool,
    /// Doing it oneself, by one's own clock where that is known.
    pub own_minutes: f64,
    /// E: the person's expected minutes when it is handed over.
    pub expected_minutes: f64,
    pub saves_minutes: f64,
    /// The lower bound (10 %), by which items are ranked.
    pub saves_at_least_minutes: f64,
}

impl Forecaster<'_> {
    /// `None` under three tries of the kind, or where nobody kept time.
    pub fn worth(&self, kind: &Kind, estimate_minutes: u32) -> Option<Worth> {
        if *kind == Kind::Unsaid {
            return None;
        }
        let ends = self.experience.of_kind(kind)?;
        let costs = self.experience.costs(kind, f64::from(estimate_minutes), self.ratio)?;
        let (saves, at_least) = self.experience.saving(ends, &costs);
        Some(Worth {
            right: ends.right,
            of: ends.of,
            is_few: ends.of < ENOUGH_TRIES,
            own_minutes: costs.own_minutes,
            expected_minutes: costs.own_minutes - saves,
            saves_minutes: saves,
            saves_at_least_minutes: at_least,
        })
    }
}

/// Whether so many ended attempts of a kind can be worth a forecast; below, nothing need be read.
pub fn may_forecast(attempts_of_kind: u32) -> bool {
    attempts_of_kind >= FEWEST_TRIES
}
