//! Numbers: pure statistics over facts, the weekly report and its formats.
//! Facts in, numbers out: no clock, no file, no database; the same facts in any order give the same
//! bytes. A number carries its sample size and range; "not enough yet" is a value, never a zero.

mod account;
mod advice;
mod again;
mod calibration;
mod clusters;
mod difference;
mod error;
mod first_time;
mod forecast;
mod group;
mod horizon;
mod minutes;
mod period;
mod picture;
mod quantile;
mod range;
mod report;
mod resample;
mod result;
mod saved;
mod share;
mod stats;
mod story;
mod week;
mod wilson;

pub use advice::{Advice, HandoverCosts};
pub use again::Again;
pub use calibration::{Calibration, ENOUGH_TIMED, calibration};
pub use clusters::{clustered_wilson, weights};
pub use difference::{Change, Difference, newcombe, square_and_add};
pub use error::Error;
pub use first_time::{FirstTime, NotRight};
pub use forecast::{Forecast, Forecaster, may_forecast};
pub use group::{KindShown, LengthBand};
pub use horizon::{
    CurvePoint, DatedRow, Doublings, Estimate, Horizon, HorizonFilter, Horizons, Interval, Missing, Picked,
    Reading, Row, Trend, TrendEstimate, TrendPoint, TrendReading, Tried, horizon, horizon_of, horizons,
    trend, trend_of, weighted_rows,
};
pub use minutes::Minutes;
pub use picture::{
    CouldBe, FeltWeek, Ground, KindFigure, Lengths, Picture, Point, ShareWeeks, StretchCurve, StretchRecord,
    StretchStep, Style, Table, Theme, TimeSpent, TimedItem, TrialFigure, calibration_chart, felt_against_measured,
    horizon_over_time, length_chart, right_by_kind, share_by_week, stretch_curve, trials_side_by_side,
    where_time_went,
};
pub use range::Range;
pub use report::html::{html, html_body};
pub use report::markdown::markdown;
pub use report::{Compared, Comparison, KindRow, Missed, Report, Titles, weekly};
pub use result::{JobResult, LeftOut, Rejected, Stretch, result};
pub use saved::{Saved, SavedParts};
pub use share::{ENOUGH_JOBS, JobMinutes, Share, share};
pub use stats::{By, Group, PeriodStats, Stats, StatsBy, stats, stats_by};
pub use week::{Calendar, Week};
pub use wilson::wilson;
