//! Saved, after the person's own time, over the jobs closed in a period, in minutes:
//! `calibration × Σ_A f − (brief + review + rework)` of all their AI items, rejected ones too.
//!
//! Items with guessed minutes are out on both sides. The range is the calibration's; below ten timed
//! items there is none ("uncalibrated") and only the parts are shown. Negative when it is. STATISTICS §4.

use serde::Serialize;

use crate::account::JobAccount;
use crate::calibration::{Calibration, ENOUGH_TIMED};
use crate::minutes::Minutes;

/// Minutes saved, as a range; each may be negative.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Saved {
    pub low: f64,
    pub mid: f64,
    pub high: f64,
}

/// What savings are made of.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct SavedParts {
    /// Frozen minutes of the accepted AI items: `Σ_A f`.
    pub accepted_minutes: Minutes,
    /// The person's own time on all items handed over.
    pub brief_minutes: Minutes,
    pub review_minutes: Minutes,
    pub rework_minutes: Minutes,
    /// Handed-over items they rest on.
    pub items: u32,
}

impl SavedParts {
    pub(crate) fn of<'a>(accounts: impl Iterator<Item = &'a JobAccount<'a>>) -> Self {
        accounts.fold(Self::default(), |sum, account| Self {
            accepted_minutes: sum.accepted_minutes + account.saved_estimate,
            brief_minutes: sum.brief_minutes + account.saved_spent.brief,
            review_minutes: sum.review_minutes + account.saved_spent.review,
            rework_minutes: sum.rework_minutes + account.saved_spent.rework,
            items: sum.items + account.saved_items,
        })
    }

    /// What handing over cost the person.
    pub fn spent(&self) -> Minutes {
        self.brief_minutes + self.review_minutes + self.rework_minutes
    }

    /// The savings, where the person's estimates are calibrated and anything was handed over.
    pub(crate) fn saved(&self, calibration: Option<Calibration>) -> Option<Saved> {
        let calibration = calibration.filter(|calibration| calibration.items >= ENOUGH_TIMED)?;
        let after = |ratio: f64| ratio * self.accepted_minutes.value() - self.spent().value();
        (self.items > 0).then(|| Saved {
            low: after(calibration.low),
            mid: after(calibration.ratio),
            high: after(calibration.high),
        })
    }
}
