//! The horizon of any rows of (minutes, right, cluster), without a gate: what the posterior says.
//! For figures that are shown, see [`horizon`](crate::horizon), which knows when to be silent.

use crate::clusters::weights;
use crate::horizon::grid::{Grid, Mesh, Point};
use crate::horizon::{CurvePoint, Interval};

/// The odds of four in five, as a logit.
const LN_4: f64 = 2.0 * std::f64::consts::LN_2;
const LEVELS: [f64; 3] = [0.05, 0.5, 0.95];
/// Points of a curve.
const POINTS: usize = 33;

/// One row for the fit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row {
    /// More than 0.
    pub minutes: f64,
    pub right: bool,
    /// What the row's log-likelihood is multiplied by.
    pub weight: f64,
}

/// Rows with the weights `1/√m` of their clusters.
pub fn weighted_rows<C: Ord>(tries: &[(f64, bool, C)]) -> Vec<Row> {
    let clusters: Vec<&C> = tries.iter().map(|(_, _, cluster)| cluster).collect();
    let weights = weights(&clusters);
    let rows = tries.iter().zip(weights);
    rows.map(|((minutes, right, _), weight)| Row { minutes: *minutes, right: *right, weight }).collect()
}

/// The posterior after some rows.
#[derive(Debug, Clone)]
pub struct Estimate {
    grid: Grid,
}

impl Estimate {
    /// Reads the rows; one without a length above 0 says nothing and is passed over.
    pub fn new(rows: &[Row]) -> Self {
        Self { grid: Grid::new(&by_length(rows), &Mesh::STILL) }
    }

    /// Minutes AI gets right half the time: median and 90 % interval.
    pub fn h50(&self) -> Interval {
        let [low, mid, high] = LEVELS.map(|q| self.grid.spread_quantile(q, |_| 0.0).exp2());
        Interval { low, mid, high }
    }

    /// Minutes AI gets right four times of five: `h − ln 4/β`.
    pub fn h80(&self) -> Interval {
        let [low, mid, high] = LEVELS.map(|q| self.grid.sorted_quantile(q, |line| -LN_4 / line.beta).exp2());
        Interval { low, mid, high }
    }

    /// The 90 % interval at 50 %, in doublings.
    pub fn width(&self) -> f64 {
        let interval = self.h50();
        (interval.high / interval.low).log2()
    }

    /// The chance of right first time between two lengths, at evenly spaced doublings.
    pub fn curve(&self, shortest: f64, longest: f64) -> Vec<CurvePoint> {
        let (from, to) = (shortest.log2(), longest.log2());
        let sigmoid = |z: f64| 1.0 / (1.0 + (-z).exp());
        let point = |place: usize| {
            let part = place as f64 / (POINTS - 1) as f64;
            let x = from + (to - from) * part;
            let [low, p, high] =
                LEVELS.map(|q| sigmoid(self.grid.quantile(q, (-60.0, 60.0), |z, line| x + z / line.beta)));
            let minutes = match place {
                0 => shortest,
                _ if place == POINTS - 1 => longest,
                _ => x.exp2(),
            };
            CurvePoint { minutes, p, low, high }
        };
        (0..POINTS).map(point).collect()
    }
}

/// Rows of one length together: what the likelihood needs of them is two sums.
fn by_length(rows: &[Row]) -> Vec<Point> {
    let mut rows: Vec<&Row> = rows.iter().filter(|row| row.minutes > 0.0 && row.weight > 0.0).collect();
    // Sums of floats depend on their order; the figure must not.
    rows.sort_by(|a, b| {
        let by_length = a.minutes.total_cmp(&b.minutes);
        by_length.then(a.right.cmp(&b.right)).then(a.weight.total_cmp(&b.weight))
    });
    let of_length = |rows: &[&Row]| {
        let weight = rows.iter().map(|row| row.weight).sum();
        let failed = rows.iter().filter(|row| !row.right).map(|row| row.weight).sum();
        let x = rows.first().map_or(f64::NAN, |row| row.minutes.log2());
        Point { x, years: 0.0, weight, failed }
    };
    rows.chunk_by(|a, b| a.minutes.to_bits() == b.minutes.to_bits()).map(of_length).collect()
}
