//! A report that was issued keeps what it said. The record may go on changing, by an undo or a verdict given later, so
//! the figures of an edition are held against those of now.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value;

use super::Report;

/// The last edition of a week.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Issued {
    /// 1 for the first.
    pub edition: u32,
    pub on: Date,
    /// What is otherwise now; empty when the edition still says what the record says.
    pub changed: Vec<ChangedFigure>,
}

/// A figure the record gives otherwise now.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChangedFigure {
    pub figure: Figure,
    /// As it was issued; `None` where there was not enough for it.
    pub before: Option<f64>,
    pub now: Option<f64>,
}

/// The figures an edition is held to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// Minutes.
    Listed,
    /// Minutes.
    FromAi,
    JobsClosed,
    /// 0–1.
    Share,
    Right,
    Judged,
    /// Minutes, the middle of the range.
    Saved,
}

impl Figure {
    const ALL: [Self; 7] =
        [Self::Listed, Self::FromAi, Self::JobsClosed, Self::Share, Self::Right, Self::Judged, Self::Saved];

    /// Where `report.json` has it.
    fn pointer(self) -> &'static str {
        match self {
            Self::Listed => "/numbers/listed_minutes",
            Self::FromAi => "/numbers/ai_minutes",
            Self::JobsClosed => "/numbers/jobs_closed",
            Self::Share => "/numbers/share/value",
            Self::Right => "/numbers/first_time/right",
            Self::Judged => "/numbers/first_time/of",
            Self::Saved => "/numbers/saved/mid",
        }
    }

    fn of(self, report: &Value) -> Option<f64> {
        report.pointer(self.pointer()).and_then(Value::as_f64)
    }
}

impl Report {
    /// Says of this report that `edition` of it was issued on a day, and what that edition said otherwise.
    ///
    /// # Errors
    ///
    /// When this report cannot be written as JSON.
    pub fn issued_as(&mut self, edition: u32, on: Date, said: &Value) -> Result<(), serde_json::Error> {
        let now = serde_json::to_value(&*self)?;
        let changed = Figure::ALL.into_iter().filter_map(|figure| {
            let (before, now) = (figure.of(said), figure.of(&now));
            (!is_same(before, now)).then_some(ChangedFigure { figure, before, now })
        });
        self.issued = Some(Issued { edition, on, changed: changed.collect() });
        Ok(())
    }
}

/// Text and back may cost a number its last digit.
fn is_same(before: Option<f64>, now: Option<f64>) -> bool {
    match (before, now) {
        (Some(before), Some(now)) => (before - now).abs() <= 1e-9 * before.abs().max(1.0),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}
