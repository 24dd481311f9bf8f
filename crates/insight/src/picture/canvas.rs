//! What a picture is drawn on: marks and texts in the order they come, and the room texts already have. A text that has
//! a choice of places takes the first in which it is whole and covers no other text.

use std::fmt::Write as _;

use crate::picture::face::{Face, Ink, Weight};
use crate::picture::measure::width;
use crate::picture::{Ground, Point, Style};

/// Room round a text that no other text enters.
const AIR: f64 = 2.0;

/// Between a value and what is said of it.
const GAP: f64 = 8.0;

/// Which end of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// A place for a text: of its base line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Place {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) anchor: Anchor,
}

impl Place {
    pub(crate) const fn new(x: f64, y: f64, anchor: Anchor) -> Self {
        Self { x, y, anchor }
    }
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Area {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

impl Area {
    pub(crate) fn of_text(text: &str, face: Face, place: Place) -> Self {
        let wide = width(text, face);
        let left = match place.anchor {
            Anchor::Start => place.x,
            Anchor::Middle => place.x - wide / 2.0,
            Anchor::End => place.x - wide,
        };
        let (top, bottom) = (place.y - face.size * 0.85, place.y + face.size * 0.25);
        Self { left, top, right: left + wide, bottom }
    }

    pub(crate) fn meets(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn with_air(self) -> Self {
        let Self { left, top, right, bottom } = self;
        Self { left: left - AIR, top: top - AIR / 2.0, right: right + AIR, bottom: bottom + AIR / 2.0 }
    }
}

/// How a shape is painted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Paint {
    pub(crate) fill: Option<Ink>,
    pub(crate) stroke: Option<Ink>,
    pub(crate) wide: f64,
    /// 1 is solid; of the fill.
    pub(crate) opacity: f64,
    pub(crate) dash: Option<&'static str>,
}

impl Paint {
    pub(crate) const fn fill(ink: Ink) -> Self {
        Self { fill: Some(ink), stroke: None, wide: 0.0, opacity: 1.0, dash: None }
    }

    pub(crate) const fn line(ink: Ink, wide: f64) -> Self {
        Self { fill: None, stroke: Some(ink), wide, opacity: 1.0, dash: None }
    }

    pub(crate) const fn faint(self, opacity: f64) -> Self {
        Self { opacity, ..self }
    }

    pub(crate) const fn edged(self, ink: Ink, wide: f64) -> Self {
        Self { stroke: Some(ink), wide, ..self }
    }

    pub(crate) const fn dashed(self, dash: &'static str) -> Self {
        Self { dash: Some(dash), ..self }
    }
}

/// A number as it stands in a file: one decimal, none where it is whole.
pub(crate) fn n(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    // Never "-0".
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

/// Text as it stands in a file.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // XML has no such characters, not even as references.
            c if c.is_control() => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            other => out.push(other),
        }
    }
    out
}

/// The drawing so far.
#[derive(Debug)]
pub(crate) struct Canvas {
    pub(crate) ground: Ground,
    pub(crate) width: f64,
    body: String,
    texts: Vec<Area>,
    points: Vec<Point>,
}

impl Canvas {
    pub(crate) fn new(style: &Style) -> Self {
        Self { ground: style.ground, width: style.width, body: String::new(), texts: vec![], points: vec![] }
    }

    /// The elements, the points behind them.
    pub(crate) fn finish(self) -> (String, Vec<Point>) {
        (self.body, self.points)
    }

    fn attributes(&self, paint: Paint) -> String {
        let mut out = String::new();
        match paint.fill {
            Some(ink) => {
                let _ = write!(out, " fill=\"{}\"", ink.on(self.ground));
            }
            None => out.push_str(" fill=\"none\""),
        }
        if paint.opacity < 1.0 {
            let part = if paint.fill.is_some() { "fill" } else { "stroke" };
            let _ = write!(out, " {part}-opacity=\"{}\"", paint.opacity);
        }
        if let Some(ink) = paint.stroke {
            let _ = write!(out, " stroke=\"{}\" stroke-width=\"{}\"", ink.on(self.ground), n(paint.wide));
        }
        if let Some(dash) = paint.dash {
            let _ = write!(out, " stroke-dasharray=\"{dash}\"");
        }
        out
    }

    /// Makes the next shape a mark of this point.
    pub(crate) fn point(&mut self, point: Point) -> Mark {
        self.points.push(point);
        Mark(Some(self.points.len() - 1))
    }

    pub(crate) fn line(&mut self, from: (f64, f64), to: (f64, f64), paint: Paint) {
        let look = self.attributes(Paint { fill: None, ..paint });
        let _ = write!(
            self.body,
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"{look}/>",
            n(from.0),
            n(from.1),
            n(to.0),
            n(to.1)
        );
    }

    pub(crate) fn rect(&mut self, area: Area, round: f64, paint: Paint, mark: Mark) {
        let look = self.attributes(paint);
        let _ = write!(
            self.body,
            "<rect{mark} x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"{look}/>",
            n(area.left),
            n(area.top),
            n((area.right - area.left).max(0.0)),
            n((area.bottom - area.top).max(0.0)),
            n(round)
        );
    }

    pub(crate) fn circle(&mut self, at: (f64, f64), radius: f64, paint: Paint, mark: Mark) {
        let look = self.attributes(paint);
        let _ = write!(
            self.body,
            "<circle{mark} cx=\"{}\" cy=\"{}\" r=\"{}\"{look}/>",
            n(at.0),
            n(at.1),
            n(radius)
        );
    }

    /// A cross of two strokes.
    pub(crate) fn cross(&mut self, at: (f64, f64), radius: f64, paint: Paint, mark: Mark) {
        let look = self.attributes(Paint { fill: None, ..paint });
        let (x, y, side) = (n(at.0 - radius), n(at.1 - radius), n(radius * 2.0));
        let _ =
            write!(self.body, "<path{mark} d=\"M{x} {y}l{side} {side}m0 -{side}l-{side} {side}\"{look}/>");
    }

    /// A line through places; `Paint::fill` closes it.
    pub(crate) fn path(&mut self, places: &[(f64, f64)], paint: Paint) {
        let Some((first, rest)) = places.split_first() else { return };
        let look = self.attributes(paint);
        let mut d = format!("M{} {}", n(first.0), n(first.1));
        for place in rest {
            let _ = write!(d, "L{} {}", n(place.0), n(place.1));
        }
        if paint.fill.is_some() {
            d.push('Z');
        }
        let _ = write!(self.body, "<path d=\"{d}\"{look} stroke-linejoin=\"round\"/>");
    }

    /// Another drawing, moved to a place.
    pub(crate) fn insert(&mut self, body: &str, x: f64, y: f64) {
        let _ = write!(self.body, "<g transform=\"translate({} {})\">{body}</g>", n(x), n(y));
    }

    /// A text at its place, whatever is there already.
    pub(crate) fn text(&mut self, text: &str, face: Face, place: Place) {
        if text.is_empty() {
            return;
        }
        self.texts.push(Area::of_text(text, face, place));
        let anchor = match place.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let weight = match face.weight {
            Weight::Regular => "",
            Weight::Strong => " font-weight=\"600\"",
        };
        let _ = write!(
            self.body,
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight} fill=\"{}\"{anchor}>{}</text>",
            n(place.x),
            n(place.y),
            n(face.size),
            face.ink.on(self.ground),
            escape(text)
        );
    }

    /// Whether a text would be whole there and cover no other.
    pub(crate) fn has_room(&self, text: &str, face: Face, place: Place) -> bool {
        let area = Area::of_text(text, face, place);
        let is_inside = area.left >= 0.0 && area.right <= self.width && area.top >= 0.0;
        is_inside && !self.texts.iter().any(|taken| taken.meets(area.with_air()))
    }

    /// A text in the first place that has room; without one it is left out, and the table has its number.
    pub(crate) fn label(&mut self, text: &str, face: Face, places: &[Place]) -> bool {
        let free = places.iter().find(|place| self.has_room(text, face, **place)).copied();
        if let Some(place) = free {
            self.text(text, face, place);
        }
        free.is_some()
    }

    /// A value and what is said of it, side by side in the first place with room for both.
    pub(crate) fn pair(&mut self, value: (&str, Face), said: (&str, Face), places: &[Place]) -> bool {
        let (first, second) = (width(value.0, value.1), width(said.0, said.1));
        let starts = places.iter().map(|place| {
            let x = match place.anchor {
                Anchor::Start => place.x,
                Anchor::Middle => place.x - (first + GAP + second) / 2.0,
                Anchor::End => place.x - (first + GAP + second),
            };
            (Place::new(x, place.y, Anchor::Start), Place::new(x + first + GAP, place.y, Anchor::Start))
        });
        let free = starts
            .into_iter()
            .find(|(a, b)| self.has_room(value.0, value.1, *a) && self.has_room(said.0, said.1, *b));
        if let Some((a, b)) = free {
            self.text(value.0, value.1, a);
            self.text(said.0, said.1, b);
        }
        free.is_some()
    }
}

/// The point an element is a mark of, if any.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark(Option<usize>);

impl Mark {
    pub(crate) const NONE: Self = Self(None);
}

impl std::fmt::Display for Mark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            Some(place) => write!(f, " data-i=\"{place}\""),
            None => Ok(()),
        }
    }
}
