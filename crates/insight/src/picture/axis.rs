//! Axes: the ladder of lengths (each step about twice the one before) and shares from 0 to 100 %.

use crate::picture::canvas::{Anchor, Canvas, Paint, Place};
use crate::picture::face::{Face, Ink};
use crate::picture::measure::width;
use crate::picture::words::Tell;

/// The steps, in minutes: 1·2·4·8·15·30 min·1·2·4·8 h, and on by doubling for who works longer.
const LADDER: [f64; 15] =
    [1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0, 120.0, 240.0, 480.0, 960.0, 1920.0, 3840.0, 7680.0, 15360.0];

/// Lengths on a logarithmic line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Ladder {
    low: f64,
    high: f64,
    left: f64,
    right: f64,
}

impl Ladder {
    /// From the step at or under the shortest to the one at or over the longest, at least four steps of it.
    pub(crate) fn over(lengths: impl Iterator<Item = f64>, left: f64, right: f64) -> Self {
        let (mut shortest, mut longest) = (f64::INFINITY, 0.0_f64);
        for length in lengths.filter(|length| length.is_finite() && *length > 0.0) {
            shortest = shortest.min(length);
            longest = longest.max(length);
        }
        if longest <= 0.0 {
            (shortest, longest) = (4.0, 120.0);
        }
        let last = LADDER.len() - 1;
        let mut from = LADDER.iter().rposition(|step| *step <= shortest).unwrap_or(0);
        let mut to = LADDER.iter().position(|step| *step >= longest).unwrap_or(last);
        while to - from < 4 {
            if to < last {
                to += 1;
            }
            from = from.saturating_sub(1);
        }
        let step = |place: usize| LADDER.get(place).copied().unwrap_or(1.0);
        Self { low: step(from), high: step(to), left, right }
    }

    /// Where a length stands; what is outside stands at the end.
    pub(crate) fn x(&self, minutes: f64) -> f64 {
        let part =
            (minutes.max(self.low / 2.0).log2() - self.low.log2()) / (self.high.log2() - self.low.log2());
        self.left + (self.right - self.left) * part.clamp(0.0, 1.0)
    }

    fn steps(&self) -> impl Iterator<Item = f64> + '_ {
        LADDER.iter().copied().filter(|step| *step >= self.low && *step <= self.high)
    }

    /// Ticks and their words under the line at `y`; words that would meet are left out.
    pub(crate) fn draw(&self, canvas: &mut Canvas, y: f64, tell: &Tell<'_>) {
        for step in self.steps() {
            let x = self.x(step);
            canvas.line((x, y), (x, y + 4.0), Paint::line(Ink::Line, 1.0));
            let text = tell.time(step);
            let wide = width(&text, Face::NOTE) / 2.0;
            // At the ends a word leans inwards.
            let (from, to) = canvas.sides;
            let x = x.max(from + wide + 0.1).min(to - wide - 0.1);
            canvas.label(&text, Face::NOTE, &[Place::new(x, y + 18.0, Anchor::Middle)]);
        }
    }

    /// The lengths at the two ends.
    pub(crate) fn ends(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    /// How wide the widest of its words is.
    pub(crate) fn widest(&self, tell: &Tell<'_>) -> f64 {
        self.steps().map(|step| width(&tell.time(step), Face::NOTE)).fold(0.0, f64::max)
    }

    /// As an upright axis (made over `bottom` and `top` in place of left and right): faint lines from `left` to `right`.
    pub(crate) fn draw_upright(&self, canvas: &mut Canvas, left: f64, right: f64, tell: &Tell<'_>) {
        for step in self.steps() {
            let y = self.x(step);
            canvas.line((left, y), (right, y), Paint::line(Ink::Border, 1.0).dashed("2 3"));
            canvas.label(&tell.time(step), Face::NOTE, &[Place::new(left - 8.0, y + 4.0, Anchor::End)]);
        }
    }
}

/// Shares from nothing to `most` on an upright line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Shares {
    pub(crate) top: f64,
    pub(crate) bottom: f64,
    /// The share at the top.
    pub(crate) most: f64,
}

impl Shares {
    pub(crate) fn y(&self, share: f64) -> f64 {
        self.bottom - (self.bottom - self.top) * (share / self.most).clamp(0.0, 1.0)
    }

    /// Lines with their percentages, from `left` to `right`.
    pub(crate) fn draw(&self, canvas: &mut Canvas, left: f64, right: f64) {
        for step in 0..=4 {
            let share = self.most * f64::from(step) / 4.0;
            let y = self.y(share);
            let paint = if step == 0 {
                Paint::line(Ink::Line, 1.0)
            } else {
                Paint::line(Ink::Border, 1.0).dashed("2 3")
            };
            canvas.line((left, y), (right, y), paint);
            let text = format!("{}%", (share * 100.0).round());
            canvas.text(&text, Face::NOTE, Place::new(left - 8.0, y + 4.0, Anchor::End));
        }
    }
}
