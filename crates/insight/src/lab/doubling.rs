//! How fast horizons of published agents double: the least-squares line of `log₂(p50)` on days,
//! `doubling = 1/slope`, with a 95 % range from Student's t with n − 2 degrees of freedom.
//!
//! METR's filter: the date cut first, then agents whose p50 is at least the best of all released until
//! then. No number below three agents, none where the range of the slope holds 0 or less.
//! Units: days, doublings a day. Source: METR, arXiv:2503.14499; STATISTICS §5.

use jiff::civil::Date;
use serde::Serialize;

use crate::quantile;

/// Below so many agents there is no line.
const ENOUGH: usize = 3;

/// An agent with its horizon.
#[derive(Debug, Clone, PartialEq)]
pub struct Released {
    pub agent: String,
    pub released: Date,
    /// `None` or 0 where the agent has no horizon to speak of.
    pub p50_minutes: Option<f64>,
}

/// Whether there is a doubling time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DoublingStatus {
    Ok,
    /// The range of the slope holds 0, or lies below it.
    NoClearTrend,
    NotEnough,
}

/// The document of `lab doubling`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Doubling {
    pub version: u32,
    /// Agents the line rests on.
    pub n: usize,
    /// Agents without a horizon above 0, which have no logarithm.
    pub left_out: usize,
    pub doubling_days: Option<f64>,
    pub ci_days: Option<[f64; 2]>,
    pub slope_doublings_per_day: Option<f64>,
    pub r2: Option<f64>,
    pub status: DoublingStatus,
}

/// Which agents count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DoublingFilter {
    /// Released on or after.
    pub since: Option<Date>,
    /// Only those at least as good as all before them.
    pub best_only: bool,
}

/// The doubling time.
pub fn doubling(agents: &[Released], filter: DoublingFilter) -> Doubling {
    let since = agents.iter().filter(|agent| filter.since.is_none_or(|since| agent.released >= since));
    let (mut points, mut left_out) = (Vec::new(), 0);
    for agent in since {
        match agent.p50_minutes.filter(|minutes| *minutes > 0.0 && minutes.is_finite()) {
            Some(minutes) => points.push((agent.released, minutes)),
            None => left_out += 1,
        }
    }
    points.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    if filter.best_only {
        let mut best = 0.0_f64;
        points.retain(|(_, minutes)| {
            let is_best = *minutes >= best;
            best = best.max(*minutes);
            is_best
        });
    }
    let Some(line) = points.first().and_then(|first| Line::through(&points, first.0)) else {
        return Doubling {
            version: 1,
            n: points.len(),
            left_out,
            doubling_days: None,
            ci_days: None,
            slope_doublings_per_day: None,
            r2: None,
            status: DoublingStatus::NotEnough,
        };
    };
    let is_clear = line.slope - line.reach > 0.0;
    Doubling {
        version: 1,
        n: points.len(),
        left_out,
        doubling_days: is_clear.then_some(1.0 / line.slope),
        ci_days: is_clear.then_some([1.0 / (line.slope + line.reach), 1.0 / (line.slope - line.reach)]),
        slope_doublings_per_day: Some(line.slope),
        r2: line.r2,
        status: if is_clear { DoublingStatus::Ok } else { DoublingStatus::NoClearTrend },
    }
}

struct Line {
    slope: f64,
    /// Half the 95 % range of the slope.
    reach: f64,
    /// `None` where nothing varies.
    r2: Option<f64>,
}

impl Line {
    /// `None` below three points, or all of one day.
    fn through(points: &[(Date, f64)], origin: Date) -> Option<Self> {
        let n = points.len();
        let days = |date: Date| f64::from(origin.until(date).map_or(0, |span| span.get_days()));
        let points: Vec<(f64, f64)> =
            points.iter().map(|(date, minutes)| (days(*date), minutes.log2())).collect();
        let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / n as f64;
        let (x, y) = (mean(|point| point.0), mean(|point| point.1));
        let sum =
            |of: &dyn Fn(f64, f64) -> f64| points.iter().map(|point| of(point.0 - x, point.1 - y)).sum();
        let (xx, xy, yy): (f64, f64, f64) = (sum(&|x, _| x * x), sum(&|x, y| x * y), sum(&|_, y| y * y));
        if n < ENOUGH || xx <= 0.0 {
            return None;
        }
        let slope = xy / xx;
        let rest: f64 = sum(&|x, y| (y - slope * x).powi(2));
        // What rounding leaves of a perfect line is nothing.
        let rest = if rest <= 1e-24 * yy { 0.0 } else { rest };
        let error = (rest / (n - 2) as f64 / xx).sqrt();
        let r2 = (yy > 0.0).then(|| 1.0 - rest / yy);
        Some(Self { slope, reach: quantile::student(0.95, n - 2) * error, r2 })
    }
}
