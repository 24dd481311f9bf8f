//! A rug: one mark for each item at its true length, laid in rows where they would cover each other; what has no row
//! left shines through.

use crate::picture::Point;
use crate::picture::canvas::{Canvas, Paint};
use crate::picture::face::Ink;

/// Size of a mark and rows at most: large ones while all have room, else small ones in more rows.
const SIZES: [(f64, usize); 2] = [(4.0, 5), (2.2, 12)];
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
        at.sort_by(|a, b| a.0.total_cmp(&b.0));
        let xs: Vec<f64> = at.iter().map(|(x, _)| *x).collect();
        let [large, small] = SIZES.map(|(radius, most)| (radius, rows(&xs, radius, most)));
        let has_room = large.1.iter().all(|(_, is_alone)| *is_alone);
        let (radius, places) = if has_room { large } else { small };
        let rows = places.iter().map(|(row, _)| row + 1).max().unwrap_or(1);
        let marks = at.into_iter().zip(places);
        let marks = marks.map(|((x, point), (row, is_alone))| (x, row, is_alone, point)).collect();
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

/// A row for each mark, and whether it has its room there to itself.
fn rows(xs: &[f64], radius: f64, most: usize) -> Vec<(usize, bool)> {
    let mut ends = vec![f64::NEG_INFINITY; most];
    xs.iter()
        .map(|x| {
            let free = ends.iter().position(|end| *end + radius * 2.0 + 0.5 <= *x);
            let row = free.unwrap_or_else(|| {
                let first = ends.iter().copied().fold(f64::INFINITY, f64::min);
                ends.iter().position(|end| *end <= first).unwrap_or(0)
            });
            if let Some(end) = ends.get_mut(row) {
                *end = *x;
            }
            (row, free.is_some())
        })
        .collect()
}
