//! Pictures of the numbers as SVG, in one style: the title states the finding, the subtitle the method and the count;
//! labels stand on the marks; what a mark rests on is a [`Point`], and every picture has the same numbers as a table.
//! Written text by text from Rust, without a font at hand: widths are estimated, never too small.

use halfday_domain::id::{ItemId, JobId};

use crate::report::Titles;

mod axis;
mod calibration;
pub(crate) mod canvas;
pub(crate) mod face;
mod felt;
pub(crate) mod frame;
mod kinds;
mod length;
pub(crate) mod measure;
mod rug;
mod share;
mod stretch;
mod time;
mod trend;
mod trials;
mod words;

pub use calibration::{TimedItem, calibration_chart};
pub use felt::{FeltWeek, felt_against_measured};
pub use kinds::{KindFigure, right_by_kind};
pub use length::{Lengths, length_chart, missing_for_length};
pub use share::{CouldBe, ShareWeeks, share_by_week};
pub use stretch::{StretchCurve, StretchRecord, stretch_curve};
pub use time::{TimeSpent, where_time_went};
pub use trend::horizon_over_time;
pub use trials::{TrialFigure, trials_side_by_side};

/// Which picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureName {
    Length,
    Share,
    Time,
    Kinds,
    Stretch,
    Trend,
    Trials,
    Calibration,
    Felt,
}

impl PictureName {
    pub const ALL: [Self; 9] = [
        Self::Length,
        Self::Share,
        Self::Time,
        Self::Kinds,
        Self::Stretch,
        Self::Trend,
        Self::Trials,
        Self::Calibration,
        Self::Felt,
    ];

    /// Its name in files and requests; it also begins the ids of its elements.
    pub fn code(self) -> &'static str {
        match self {
            Self::Length => "length",
            Self::Share => "share",
            Self::Time => "time",
            Self::Kinds => "kinds",
            Self::Stretch => "stretch",
            Self::Trend => "trend",
            Self::Trials => "trials",
            Self::Calibration => "calibration",
            Self::Felt => "felt",
        }
    }

    /// The picture called so.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.code() == code)
    }
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

/// Where the picture stands, which decides what its colours are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// A file of its own: colours as numbers, a ground of its own, title and notes inside.
    File(Theme),
    /// Part of a page that is drawn in one go (a poster): colours as numbers, no ground, title and notes inside.
    Sheet(Theme),
    /// Inside a page with a style sheet: colours are its variables; it shows title and notes as its own text.
    Page,
}

/// How a picture is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    pub ground: Ground,
    /// Width in CSS pixels; the height follows from what is in it.
    pub width: f64,
    pub titles: Titles,
}

/// What a mark stands for, in words, and the rows behind it. Its element carries `data-i`, the place in this list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// "Group quotes into themes", "16–22 Nov 2026".
    pub label: String,
    /// "35 min, right first time", "42%, likely 33–51%".
    pub value: String,
    pub items: Vec<ItemId>,
    pub jobs: Vec<JobId>,
}

/// The numbers of a picture in rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    pub headers: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// A picture with everything that is said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub name: PictureName,
    /// The finding.
    pub title: String,
    /// The method and how many.
    pub subtitle: String,
    /// What somebody hears who does not see it.
    pub desc: String,
    /// What is missing before there is a curve; it stands in the picture, too.
    pub missing: Vec<String>,
    /// What has to be said with it always.
    pub notes: Vec<String>,
    pub svg: String,
    /// What stands inside the `svg` element, for a page that is one drawing.
    pub(crate) body: String,
    pub width: f64,
    pub height: f64,
    pub table: Table,
    pub points: Vec<Point>,
}

#[cfg(test)]
mod tests;
