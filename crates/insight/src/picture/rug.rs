//! A rug: one mark for each item at its true length, laid in rows where they would cover each other; what has no row
//! left shines through.

use crate::picture::Point;
use crate::picture::canvas::{Canvas, Paint};
use crate::picture::face::Ink;

/// With more marks than this they are smaller, in more rows.
const MANY: usize = 100;
/// A rug is at least as high as its name.
const LEAST: f64 = 22.0;

/// How marks look and which way their rows grow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// A dot, rows upwards: right first time.
    Right,
    /// A cross, rows downwards: not right.
    NotRight,
}

/// Marks with their rows.
#[derive(Debug)]
pub(crate) struct Rug {
    way: Way,
    radius: f64,
    /// x, row, whether it has the row to itself there, what it stands for.
    marks: Vec<(f64, usize, bool, Point)>,
    rows: usize,
}

impl Rug {
    pub(crate) fn new(way: Way, mut at: Vec<(f64, Point)>) -> Self {
        let (radius, most) = if at.len() > MANY { (2.2, 12) } else { (4.0, 5) };
        at.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut ends = vec![f64::NEG_INFINITY; most];
        let mut rows = 1;
        let marks = at
            .into_iter()
            .map(|(x, point)| {
                let free = ends.iter().position(|end| *end + radius * 2.0 + 0.5 <= x);
                let row = free.unwrap_or_else(|| {
                    let first = ends.iter().copied().fold(f64::INFINITY, f64::min);
                    ends.iter().position(|end| *end <= first).unwrap_or(0)
                });
                if let Some(end) = ends.get_mut(row) {
                    *end = x;
                }
                rows = rows.max(row + 1);
                (x, row, free.is_some(), point)
            })
            .collect();
        Self { way, radius, marks, rows }
    }

    pub(crate) fn height(&self) -> f64 {
        (self.rows as f64 * (self.radius * 2.0 + 1.0) + 6.0).max(LEAST)
    }

    /// Draws it beside `edge`: above it what was right, below it what was not.
    pub(crate) fn draw(self, canvas: &mut Canvas, edge: f64) {
        for (x, row, is_alone, point) in self.marks {
            let away = 6.0 + self.radius + row as f64 * (self.radius * 2.0 + 1.0);
            let opacity = if is_alone { 1.0 } else { 0.45 };
            let mark = canvas.point(point);
            match self.way {
                Way::Right => {
                    let paint = Paint::fill(Ink::Done).faint(opacity).edged(Ink::Surface, 0.5);
                    canvas.circle((x, edge - away), self.radius, paint, mark);
                }
                Way::NotRight => {
                    let paint = Paint::line(Ink::Failed, 1.6).faint(opacity);
                    canvas.cross((x, edge + away), self.radius - 0.6, paint, mark);
                }
            }
        }
    }
}
