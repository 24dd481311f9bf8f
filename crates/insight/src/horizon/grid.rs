//! The posterior of the horizon on a grid: `P(right) = sigmoid(β(h + g·t − x))`, `x = log₂(minutes)`,
//! with `h ~ N(log₂ 60, sd 3)`, `ln β ~ N(ln 0.5, sd 0.7)` and, where time counts, `g ~ N(0, sd 3)`.
//!
//! h runs −8…20 by 0.05, `u = ln β` from ln 0.5 − 2.8 to + 2.8 by 0.05. Each row's term is multiplied by
//! its weight as it is (`1/√m`, not normalised). Quantiles come from the CDF at the middle of each cell,
//! straight between cells. Units: log₂ of minutes; g doublings a year. Source: STATISTICS §5.
//!
//! For fixed β and g the posterior is log-concave in h. So each line of the grid is climbed from where
//! its neighbour peaked and followed down both sides until it has fallen by e⁻²⁰; the rest of the grid,
//! less than a thousandth of a tolerance, is never looked at.

const H_FIRST: f64 = -8.0;
const H_STEP: f64 = 0.05;
const H_CELLS: usize = 561;
const U_REACH: f64 = 2.8;
const H_PRIOR: (f64, f64) = (5.906_890_595_608_519, 3.0);
const U_PRIOR: (f64, f64) = (-std::f64::consts::LN_2, 0.7);
/// Logs below the highest that are left out.
const DEPTH: f64 = 20.0;
/// Beyond this, e to the power of it no longer tells right from wrong.
const STEEPEST: f64 = 300.0;
/// log₂ minutes no quantile lies beyond.
const FAR: (f64, f64) = (-200.0, 200.0);

/// A length that was tried: its rows' weight in all, and the weight of those not right.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Point {
    /// log₂ of minutes.
    pub(crate) x: f64,
    /// Years, now being 0.
    pub(crate) years: f64,
    pub(crate) weight: f64,
    pub(crate) failed: f64,
}

/// One line of the grid: β and g fixed, h running.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) beta: f64,
    pub(crate) growth: f64,
    /// The first cell that is kept.
    first: usize,
    /// Weight before each kept cell, and in the end all of it.
    before: Vec<f64>,
}

impl Line {
    /// The weight of the line.
    pub(crate) fn total(&self) -> f64 {
        self.before.last().copied().unwrap_or(0.0)
    }

    /// The weight before a kept cell; past the last, all of it.
    fn before(&self, cell: usize) -> f64 {
        self.before.get(cell).copied().unwrap_or_else(|| self.total())
    }

    /// The weight at and below `h`, half of a cell's lying below its middle.
    fn below(&self, h: f64) -> f64 {
        let place = (h - H_FIRST) / H_STEP - self.first as f64;
        let middle = |cell: usize| 0.5 * (self.before(cell) + self.before(cell + 1));
        if place <= -0.5 {
            0.0
        } else if place < 0.0 {
            middle(0) * (place + 0.5) * 2.0
        } else {
            let cell = place as usize;
            middle(cell) + (middle(cell + 1) - middle(cell)) * place.fract()
        }
    }

    /// The cells of the whole grid between two h: their h and their weight, which
    /// is nothing for those that were not kept.
    fn cells(&self, from: f64, to: f64) -> impl Iterator<Item = (f64, f64)> {
        (place(from)..place(to)).map(|cell| {
            let h = H_FIRST + H_STEP * cell as f64;
            (h, self.weight_before(cell + 1) - self.weight_before(cell))
        })
    }

    /// The weight before a cell of the whole grid.
    fn weight_before(&self, cell: usize) -> f64 {
        cell.checked_sub(self.first).map_or(0.0, |kept| self.before(kept))
    }
}

/// The first cell of the grid at or above `h`.
fn place(h: f64) -> usize {
    (((h - H_FIRST) / H_STEP).ceil().max(0.0) as usize).min(H_CELLS)
}

/// The posterior, its weights adding up to one.
#[derive(Debug, Clone)]
pub(crate) struct Grid {
    pub(crate) lines: Vec<Line>,
}

/// The log-likelihood along one line.
struct Along<'a> {
    points: &'a [Point],
    beta: f64,
    /// e^(β(x − g·t)) of each point.
    lengths: &'a [f64],
    failed: f64,
    failed_lengths: f64,
    prior: f64,
}

impl Along<'_> {
    fn log_posterior(&self, cell: usize) -> f64 {
        let h = H_FIRST + H_STEP * cell as f64;
        let short = (-self.beta * h).exp();
        // Σ w·ln(1 + e^−z); rows of one weight are multiplied first, which spares logarithms.
        let (mut sum, mut product, mut weight) = (0.0, 1.0_f64, 0.0);
        for (point, length) in self.points.iter().zip(self.lengths) {
            if point.weight.to_bits() != f64::to_bits(weight) || product > 1e140 {
                sum += weight * product.ln();
                product = 1.0;
                weight = point.weight;
            }
            product *= 1.0 + length * short;
        }
        sum += weight * product.ln();
        let off = (h - H_PRIOR.0) / H_PRIOR.1;
        self.prior - 0.5 * off * off - sum - (self.beta * h * self.failed - self.failed_lengths)
    }

    /// The highest cell, looked for from `start`.
    fn climb(&self, start: usize) -> (usize, f64) {
        let (mut cell, mut height) = (start, self.log_posterior(start));
        let mut stride = 16;
        loop {
            let up = (cell + stride).min(H_CELLS - 1);
            let down = cell.saturating_sub(stride);
            let (of_up, of_down) = (self.log_posterior(up), self.log_posterior(down));
            if of_up > height {
                (cell, height) = (up, of_up);
            } else if of_down > height {
                (cell, height) = (down, of_down);
            } else if stride > 1 {
                stride /= 4;
            } else {
                return (cell, height);
            }
        }
    }

    /// The line's weights relative to e^`highest`.
    fn line(&self, growth: f64, peak: usize, highest: f64) -> Line {
        let floor = highest - DEPTH;
        let weigh = |cell: usize| {
            let height = self.log_posterior(cell);
            (height > floor).then(|| (height - highest).exp())
        };
        let mut weights: Vec<f64> = (0..peak).rev().map_while(weigh).collect();
        weights.reverse();
        let first = peak - weights.len();
        weights.extend((peak..H_CELLS).map_while(weigh));
        let mut sum = 0.0;
        let mut before = vec![0.0];
        before.extend(weights.iter().map(|weight| {
            sum += weight;
            sum
        }));
        Line { beta: self.beta, growth, first, before }
    }
}

/// How finely β and g are looked at.
pub(crate) struct Mesh<'a> {
    /// The step of u, a divisor of 2.8.
    pub(crate) u_step: f64,
    /// The values of g, and the standard deviation of its prior.
    pub(crate) growths: &'a [f64],
    pub(crate) growth_sd: f64,
}

impl Mesh<'static> {
    /// Without time, as fine as the reference.
    pub(crate) const STILL: Self = Self { u_step: 0.05, growths: &[0.0], growth_sd: 1.0 };
}

impl Grid {
    /// The posterior after these points; without any it is the prior.
    pub(crate) fn new(points: &[Point], mesh: &Mesh<'_>) -> Self {
        let mut points: Vec<Point> = points.iter().copied().filter(|point| point.x.is_finite()).collect();
        points.sort_by(|a, b| {
            let by_weight = a.weight.total_cmp(&b.weight);
            by_weight
                .then(a.x.total_cmp(&b.x))
                .then(a.years.total_cmp(&b.years))
                .then(a.failed.total_cmp(&b.failed))
        });
        let failed: f64 = points.iter().map(|point| point.failed).sum();
        let half = (U_REACH / mesh.u_step).round() as i32;
        let mut lengths = vec![0.0; points.len()];
        let mut peaks: Vec<(f64, f64, usize, f64)> = Vec::new();
        let mut start = H_CELLS / 2;
        for growth in mesh.growths {
            for step in -half..=half {
                let beta = (U_PRIOR.0 + f64::from(step) * mesh.u_step).exp();
                let along = along(&points, &mut lengths, beta, *growth, mesh.growth_sd, failed);
                let (cell, height) = along.climb(start);
                start = cell;
                peaks.push((beta, *growth, cell, height));
            }
        }
        let highest = peaks.iter().map(|peak| peak.3).fold(f64::NEG_INFINITY, f64::max);
        let mut lines: Vec<Line> = Vec::new();
        for (beta, growth, peak, height) in peaks {
            // Where time does not count, an empty line keeps its place among what the reference sorts.
            if height > highest - DEPTH || mesh.growths.len() == 1 {
                let along = along(&points, &mut lengths, beta, growth, mesh.growth_sd, failed);
                lines.push(along.line(growth, peak, highest));
            }
        }
        let total: f64 = lines.iter().map(Line::total).sum();
        for line in &mut lines {
            line.before.iter_mut().for_each(|weight| *weight /= total);
        }
        Self { lines }
    }

    /// The quantile of something that rises with h: `h_of(v, line)` is the h at which it equals v.
    pub(crate) fn quantile(&self, q: f64, within: (f64, f64), h_of: impl Fn(f64, &Line) -> f64) -> f64 {
        let (mut low, mut high) = within;
        while high - low > 1e-7 * (1.0 + low.abs()) {
            let middle = 0.5 * (low + high);
            let below: f64 = self.lines.iter().map(|line| line.below(h_of(middle, line))).sum();
            if below < q {
                low = middle;
            } else {
                high = middle;
            }
        }
        0.5 * (low + high)
    }

    /// The quantile of `h + shift(line)`, its cells spread out evenly.
    pub(crate) fn spread_quantile(&self, q: f64, shift: impl Fn(&Line) -> f64) -> f64 {
        self.quantile(q, FAR, |value, line| value - shift(line))
    }

    /// The quantile of `h + shift(line)` over all cells sorted by it, as the reference takes it where
    /// the shift tells every line from the next.
    pub(crate) fn sorted_quantile(&self, q: f64, shift: impl Fn(&Line) -> f64) -> f64 {
        let near = self.spread_quantile(q, &shift);
        let (from, to) = (near - 2.0 * H_STEP, near + 2.0 * H_STEP);
        let mut below = 0.0;
        let mut cells: Vec<(f64, f64)> = Vec::new();
        for line in &self.lines {
            let by = shift(line);
            below += line.weight_before(place(from - by));
            cells.extend(line.cells(from - by, to - by).map(|(h, weight)| (h + by, weight)));
        }
        cells.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let mut last: Option<(f64, f64)> = None;
        for (value, weight) in cells {
            let middle = below + 0.5 * weight;
            if middle >= q {
                return match last {
                    Some((before, at)) if middle > at => before + (value - before) * (q - at) / (middle - at),
                    Some(_) | None => value,
                };
            }
            last = Some((value, middle));
            below += weight;
        }
        near
    }
}

fn along<'a>(
    points: &'a [Point],
    lengths: &'a mut [f64],
    beta: f64,
    growth: f64,
    growth_sd: f64,
    failed: f64,
) -> Along<'a> {
    let mut failed_lengths = 0.0;
    for (length, point) in lengths.iter_mut().zip(points) {
        let power = (beta * (point.x - growth * point.years)).clamp(-STEEPEST, STEEPEST);
        *length = power.exp();
        failed_lengths += point.failed * power;
    }
    let off_u = (beta.ln() - U_PRIOR.0) / U_PRIOR.1;
    let off_g = growth / growth_sd;
    let prior = -0.5 * (off_u * off_u + off_g * off_g);
    Along { points, beta, lengths, failed, failed_lengths, prior }
}
