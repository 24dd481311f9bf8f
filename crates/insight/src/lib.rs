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
mod lab;
mod minutes;
mod period;
mod quantile;
mod range;
mod reliability;
mod repeated;
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
pub use lab::{
    AgentHorizon, Bayes, Doubling, DoublingFilter, DoublingStatus, LabGate, LabHorizon, LabOptions,
    LabStatus, Method, Released, TaskRuns, doubling, lab_horizon,
};
pub use minutes::Minutes;
pub use range::Range;
pub use reliability::{
    AtK, Reliability, Repeated, next_in_a_row, pass_at_k, pass_hat_k, reliability, streak_needed,
};
pub use repeated::{ItemAgain, NextK, RecordAgain, Streak, record_again, trial_counts};
pub use report::html::{html, html_body};
pub use report::markdown::markdown;
pub use report::{Compared, Comparison, KindRow, Missed, Report, Titles, weekly};
pub use result::{JobResult, LeftOut, Rejected, Stretch, result};
pub use saved::{Saved, SavedParts};
pub use share::{ENOUGH_JOBS, JobMinutes, Share, share};
pub use stats::{By, Group, PeriodStats, Stats, StatsBy, stats, stats_by};
pub use week::{Calendar, Week};
pub use wilson::wilson;
