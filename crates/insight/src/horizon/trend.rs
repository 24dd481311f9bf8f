//! How the horizon changes: one joint fit `h(t) = h_now + g·t` over all first tries, t in years before
//! now, `g ~ N(0, sd 3)` doublings a year. Always a range; a doubling time is only its reading, where
//! the range excludes 0. Gate: the horizon's, 8 weeks, 30 tries. Source: STATISTICS §5.
//!
//! "Shown only when significant" would report 75 days where 120 is true; so the range is shown always.

use std::collections::BTreeMap;

use halfday_domain::facts::Facts;

use crate::clusters::weights;
use crate::first_time::first_tries;
use crate::horizon::estimate::{Estimate, weighted_rows};
use crate::horizon::gate::{self, Tally};
use crate::horizon::grid::{Grid, Line, Mesh, Point};
use crate::horizon::{
    Doublings, HorizonFilter, Interval, Missing, Trend, TrendPoint, TrendReading, Tried, rows,
};
use crate::story::Story;

const TRIES: usize = 30;
const WEEKS: f64 = 8.0;
const MS_PER_DAY: f64 = 86_400_000.0;
const DAYS_PER_YEAR: f64 = 365.25;
const DAYS_PER_MONTH: f64 = DAYS_PER_YEAR / 12.0;
/// Months a picture shows at most.
const MONTHS: u32 = 36;
const GROWTH_SD: f64 = 3.0;
/// Up to so many rows each counts at its own place; of more, those near each other count together.
const APART: usize = 5_000;
const LENGTHS_TO_DOUBLING: f64 = 8.0;
const SPANS_TO_YEAR: f64 = 26.0;
const LEVELS: [f64; 3] = [0.05, 0.5, 0.95];

/// One row of a joint fit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DatedRow {
    /// More than 0.
    pub minutes: f64,
    pub right: bool,
    /// Years; 0 is now, before now is negative. For families of models, the release of each.
    pub years: f64,
    /// What the row's log-likelihood is multiplied by.
    pub weight: f64,
}

/// The joint posterior after some rows, without a gate.
#[derive(Debug, Clone)]
pub struct TrendEstimate {
    grid: Grid,
    growths: Vec<f64>,
}

impl TrendEstimate {
    /// Reads the rows; one without a length above 0 says nothing and is passed over.
    pub fn new(rows: &[DatedRow]) -> Self {
        let points: Vec<Point> = rows
            .iter()
            .filter(|row| row.minutes > 0.0 && row.weight > 0.0 && row.years.is_finite())
            .map(|row| Point {
                x: row.minutes.log2(),
                years: row.years,
                weight: row.weight,
                failed: if row.right { 0.0 } else { row.weight },
            })
            .collect();
        let points = if points.len() > APART { together(&points) } else { points };
        // Looked at from afar first, then where the weight lies, until the steps are fine enough.
        let mut growths: Vec<f64> = (-12..=12).map(f64::from).collect();
        let mut step = 1.0;
        let mut grid = joint(&points, &growths, 0.4);
        for _ in 0..4 {
            let (mean, sd) = spread(&grid);
            if sd >= 2.5 * step && step < 1.0 {
                break;
            }
            let reach = 4.5 * sd.max(0.7 * step);
            step = reach / 16.0;
            growths = (-16..=16).map(|place| mean + f64::from(place) * step).collect();
            grid = joint(&points, &growths, 0.2);
        }
        Self { grid, growths }
    }

    /// Doublings a year.
    pub fn per_year(&self) -> Doublings {
        let of_growth = |growth: &f64| {
            let is_it = |line: &&Line| line.growth.to_bits() == growth.to_bits();
            self.grid.lines.iter().filter(is_it).map(Line::total).sum::<f64>()
        };
        let totals: Vec<f64> = self.growths.iter().map(of_growth).collect();
        let [low, mid, high] = LEVELS.map(|q| midpoint_quantile(&self.growths, &totals, q));
        Doublings { low, mid, high }
    }

    /// The horizon at 50 % at a moment, in minutes.
    pub fn h50_at(&self, years: f64) -> Interval {
        let at = |q| self.grid.spread_quantile(q, |line| line.growth * years).exp2();
        let [low, mid, high] = LEVELS.map(at);
        Interval { low, mid, high }
    }
}

/// Points of nearly the same length and fortnight as one: its place is the mean of theirs by weight, its weights their
/// sums.
fn together(points: &[Point]) -> Vec<Point> {
    let mut cells: BTreeMap<(i64, i64), Vec<Point>> = BTreeMap::new();
    for point in points {
        let place = |value: f64, to_one: f64| (value * to_one).floor() as i64;
        cells
            .entry((place(point.x, LENGTHS_TO_DOUBLING), place(point.years, SPANS_TO_YEAR)))
            .or_default()
            .push(*point);
    }
    let of_cell = |mut points: Vec<Point>| {
        // Sums of floats depend on their order; the figure must not.
        points.sort_by(|a, b| {
            let by_place = a.x.total_cmp(&b.x).then(a.years.total_cmp(&b.years));
            by_place.then(a.weight.total_cmp(&b.weight)).then(a.failed.total_cmp(&b.failed))
        });
        let sum = |part: fn(&Point) -> f64| points.iter().map(part).sum::<f64>();
        let weight = sum(|point| point.weight);
        Point {
            x: sum(|point| point.weight * point.x) / weight,
            years: sum(|point| point.weight * point.years) / weight,
            weight,
            failed: sum(|point| point.failed),
        }
    };
    cells.into_values().map(of_cell).collect()
}

fn joint(points: &[Point], growths: &[f64], u_step: f64) -> Grid {
    Grid::new(points, &Mesh { u_step, growths, growth_sd: GROWTH_SD })
}

/// Mean and standard deviation of g.
fn spread(grid: &Grid) -> (f64, f64) {
    let mean: f64 = grid.lines.iter().map(|line| line.total() * line.growth).sum();
    let variance: f64 = grid.lines.iter().map(|line| line.total() * (line.growth - mean).powi(2)).sum();
    (mean, variance.max(0.0).sqrt())
}

/// The quantile of a CDF known at the middle of evenly spaced cells.
fn midpoint_quantile(values: &[f64], totals: &[f64], q: f64) -> f64 {
    let mut below = 0.0;
    let mut before: Option<(f64, f64)> = None;
    for (value, total) in values.iter().zip(totals) {
        let middle = below + 0.5 * total;
        if middle >= q {
            return match before {
                Some((last, at)) if middle > at => last + (value - last) * (q - at) / (middle - at),
                Some(_) | None => *value,
            };
        }
        before = Some((*value, middle));
        below += total;
    }
    before.map_or(0.0, |(value, _)| value)
}

/// The change over the first tries the filter lets through, judged up to `now` (UTC ms).
pub fn trend(facts: &Facts, filter: &HorizonFilter, now: i64) -> Trend {
    let (rows, _) = rows::tried(&first_tries(&Story::new(facts)), filter);
    trend_of(rows, now)
}

/// The change over rows at hand.
pub fn trend_of(mut rows: Vec<Tried>, now: i64) -> Trend {
    rows.retain(|row| row.at <= now && row.minutes > 0.0 && row.minutes.is_finite());
    rows.sort_by_key(|row| (row.at, row.item_id));
    let missing = missing(&rows);
    if !missing.is_empty() {
        let reading = TrendReading::NotEnough;
        let (per_year, six_months, now, by_month) = (None, None, None, vec![]);
        return Trend { n: rows.len(), missing, reading, per_year, six_months, now, by_month };
    }
    let jobs: Vec<_> = rows.iter().map(|row| row.job_id).collect();
    let dated = rows.iter().zip(weights(&jobs)).map(|(row, weight)| DatedRow {
        minutes: row.minutes,
        right: row.right,
        years: days_before(row.at, now) / -DAYS_PER_YEAR,
        weight,
    });
    let estimate = TrendEstimate::new(&dated.collect::<Vec<_>>());
    let per_year = estimate.per_year();
    let half = Doublings { low: per_year.low / 2.0, mid: per_year.mid / 2.0, high: per_year.high / 2.0 };
    Trend {
        n: rows.len(),
        missing,
        reading: reading(&per_year),
        per_year: Some(per_year),
        six_months: Some(half),
        now: Some(estimate.h50_at(0.0)),
        by_month: by_month(&rows, now, &estimate),
    }
}

/// Days from `at` to `now`.
fn days_before(at: i64, now: i64) -> f64 {
    now.saturating_sub(at) as f64 / MS_PER_DAY
}

fn missing(rows: &[Tried]) -> Vec<Missing> {
    let tries: Vec<_> = rows.iter().map(|row| (row.minutes, row.right, row.job_id)).collect();
    let fitted = weighted_rows(&tries);
    let mut missing = gate::missing(&Tally::new(&fitted), &Estimate::new(&fitted));
    if rows.len() < TRIES {
        missing.retain(|one| !matches!(one, Missing::MoreTries { .. }));
        missing.insert(0, Missing::MoreTries { have: rows.len(), need: TRIES });
    }
    let weeks =
        rows.first().zip(rows.last()).map_or(0.0, |(first, last)| days_before(first.at, last.at) / 7.0);
    if weeks < WEEKS {
        missing.push(Missing::MoreWeeks { have: weeks, need: WEEKS });
    }
    missing
}

fn reading(per_year: &Doublings) -> TrendReading {
    let days = |growth: f64| DAYS_PER_YEAR / growth;
    if per_year.low > 0.0 {
        let doubling_days =
            Interval { low: days(per_year.high), mid: days(per_year.mid), high: days(per_year.low) };
        TrendReading::Rising { doubling_days }
    } else if per_year.high < 0.0 {
        let halving_days =
            Interval { low: days(-per_year.low), mid: days(-per_year.mid), high: days(-per_year.high) };
        TrendReading::Falling { halving_days }
    } else {
        TrendReading::NoClearTrend
    }
}

fn by_month(rows: &[Tried], now: i64, estimate: &TrendEstimate) -> Vec<TrendPoint> {
    let month = (DAYS_PER_MONTH * MS_PER_DAY) as i64;
    let first = rows.first().map_or(now, |row| row.at);
    let mut points: Vec<TrendPoint> = (0..MONTHS)
        .map(|back| now.saturating_sub(i64::from(back) * month))
        .take_while(|at| *at > first || *at == now)
        .map(|at| {
            let of_month = || rows.iter().filter(|row| row.at <= at && row.at > at.saturating_sub(month));
            TrendPoint {
                at,
                n: of_month().count(),
                right: of_month().filter(|row| row.right).count(),
                h50: estimate.h50_at(days_before(at, now) / -DAYS_PER_YEAR),
            }
        })
        .collect();
    points.reverse();
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_counted_together_tell_the_change_they_tell_apart() {
        // Longer ones fail more often, and less so lately.
        let point = |number: u32| {
            let (x, years) = (2.0 + f64::from(number * 37 % 90) / 20.0, -f64::from(number % 84) / 365.25);
            let chance = 1.0 / (1.0 + (0.8 * (5.0 + 2.0 * years - x)).exp());
            let failed = f64::from(number * 7_919 % 1_000) < 1_000.0 - 1_000.0 * chance;
            Point { x, years, weight: 0.5, failed: if failed { 0.0 } else { 0.5 } }
        };
        let apart: Vec<Point> = (0..600).map(point).collect();
        let growths: Vec<f64> = (-12..=12).map(f64::from).collect();

        let fewer = together(&apart);

        assert!(fewer.len() < 300, "{} of 600", fewer.len());
        let ((mean, sd), (near, near_sd)) =
            (spread(&joint(&apart, &growths, 0.4)), spread(&joint(&fewer, &growths, 0.4)));
        assert!(
            (mean - near).abs() < 0.1 * sd && (sd - near_sd).abs() < 0.1 * sd,
            "{mean} ± {sd}, {near} ± {near_sd}"
        );
    }
}
