//! Numbers: pure statistics over facts, the weekly report and its formats.
//! Facts in, numbers out: no clock, no file, no database; the same facts in any order give the same
//! bytes. A number carries its sample size and range; "not enough yet" is a value, never a zero.

mod account;
mod advice;
mod again;
mod bench;
mod blind;
mod calibration;
mod caught;
mod clusters;
mod coin_flip;
mod coming_back;
mod cost;
mod could;
mod difference;
mod error;
mod estimate_errors;
mod failure_rate;
mod feedback;
mod figures;
mod first_time;
mod forecast;
mod group;
mod headline;
mod horizon;
mod lab;
mod minutes;
mod narrow;
mod period;
mod picture;
mod proportion;
mod quantile;
mod range;
mod reliability;
mod repeated;
mod report;
mod resample;
mod result;
mod rubber_stamp;
mod saved;
mod scored;
mod share;
mod sign_test;
mod stats;
mod still_standing;
mod story;
mod stretch;
mod survival;
mod threads;
mod trials;
mod week;
mod weighted;
mod whole_jobs;
mod wilson;
mod wrong_step;

pub use advice::{Advice, HandoverCosts};
pub use again::Again;
pub use bench::{BenchCell, BenchComparison, bench_cells, compare_agents};
pub use blind::{Blind, blind};
pub use calibration::{Calibration, ENOUGH_TIMED, calibration, calibration_of};
pub use caught::{Caught, caught};
pub use clusters::{clustered_wilson, weights};
pub use coin_flip::{CoinFlips, ENOUGH_FLIPS, coin_flips, effect};
pub use coming_back::{ComingBack, WEEKS_COMING_BACK, coming_back, retention};
pub use cost::{Costs, Spent, costs};
pub use could::{Could, ENOUGH_DRAWN, Part, could};
pub use difference::{Change, Difference, newcombe, square_and_add};
pub use error::Error;
pub use estimate_errors::{EstimateErrors, errors_of, estimate_errors};
pub use failure_rate::{FailureRate, failures_per_hour};
pub use feedback::fixed_after_one_feedback;
pub use figures::Figures;
pub use first_time::{FirstTime, NotRight};
pub use forecast::{Forecast, Forecaster, Worth, may_forecast};
pub use group::{KindShown, LengthBand};
pub use headline::{Behind, SavedAWeek, ShareOfClosed};
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
pub use narrow::Narrow;
pub use period::MOST_WEEKS;
pub use picture::{
    CouldBe, FeltWeek, Ground, KindFigure, Lengths, Picture, PictureName, Point, ShareWeeks, StretchCurve,
    StretchRecord, Style, Table, Theme, TimeSpent, TimedItem, TrialFigure, calibration_chart,
    felt_against_measured, horizon_over_time, length_chart, missing_for_length, right_by_kind, share_by_week,
    stretch_curve, trials_side_by_side, where_time_went,
};
pub use proportion::Proportion;
pub use range::Range;
pub use reliability::{
    AtK, Reliability, Repeated, next_in_a_row, pass_at_k, pass_hat_k, reliability, streak_needed,
};
pub use repeated::{ItemAgain, NextK, RecordAgain, Streak, bench_counts, record_again, trial_counts};
pub use report::html::{html, html_body, html_with_body};
pub use report::markdown::{markdown, markdown_with_pictures};
pub use report::sheet::{Sheet, sheet};
pub use report::{
    ChangedFigure, Compared, Comparison, Figure, Issued, KindRow, Missed, Report, Titles, WEEKS_REPORTED,
    weekly,
};
pub use result::{JobResult, LeftOut, Rejected, Stretch, result};
pub use rubber_stamp::accepted_at_once;
pub use saved::{Saved, SavedParts};
pub use scored::{Bin, ExpectedMinutes, Rehearsed, SaidBy, Scored, brier, rehearsed, scored};
pub use share::{ENOUGH_JOBS, JobMinutes, Share, share};
pub use sign_test::{SignTest, sign_test};
pub use stats::{By, Group, PeriodStats, Stats, StatsBy, stats, stats_by};
pub use still_standing::{Held, StillStanding, still_standing};
pub use story::spent_minutes;
pub use stretch::{AgentStretch, stretches};
pub use survival::{ENOUGH_SPELLS, Spell, Survival, SurvivalStep, kaplan_meier, survival_steps};
pub use trials::{Trial, trials};
pub use week::{Calendar, Week};
pub use whole_jobs::{WholeJobs, whole_jobs};
pub use wilson::wilson;
pub use wrong_step::{WrongStep, first_wrong_steps};
