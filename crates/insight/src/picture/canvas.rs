//! What a picture is drawn on: marks and texts in the order they come, and the room texts already have. A text that has
//! a choice of places takes the first in which it is whole and covers no other text.

use std::fmt::Write as _;

use crate::picture::face::{Face, Ink, Weight};
use crate::picture::measure::{width, wrap};
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
    /// Marks that no text should cross while there is another place for it.
    marks: Vec<Area>,
    /// Texts with a choice of places stay between these.
    pub(crate) sides: (f64, f64),
    points: Vec<Point>,
}

impl Canvas {
    pub(crate) fn new(style: &Style) -> Self {
        Self {
            ground: style.ground,
            width: style.width,
            body: String::new(),
            texts: vec![],
            marks: vec![],
            sides: (0.0, style.width),
            points: vec![],
        }
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
        self.write(&[(text, face)], place);
    }

    /// Two texts in one line: the second follows the first, however wide the font makes that.
    pub(crate) fn follow(&mut self, first: (&str, Face), second: (&str, Face), place: Place) {
        let wide = width(first.0, first.1) + GAP + width(second.0, second.1);
        let area = Area::of_text(first.0, first.1, place);
        self.texts.push(Area { right: area.left + wide, ..area });
        self.write(&[first, second], place);
    }

    fn write(&mut self, parts: &[(&str, Face)], place: Place) {
        let anchor = match place.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let ground = self.ground;
        let look = |face: Face| {
            let weight = match face.weight {
                Weight::Regular => "",
                Weight::Strong => " font-weight=\"600\"",
            };
            format!(" font-size=\"{}\"{weight} fill=\"{}\"", n(face.size), face.ink.on(ground))
        };
        let (x, y) = (n(place.x), n(place.y));
        match parts {
            [(text, face)] => {
                let _ = write!(
                    self.body,
                    "<text x=\"{x}\" y=\"{y}\"{}{anchor}>{}</text>",
                    look(*face),
                    escape(text)
                );
            }
            parts => {
                let _ = write!(self.body, "<text x=\"{x}\" y=\"{y}\"{anchor}>");
                for (number, (text, face)) in parts.iter().enumerate() {
                    let gap = if number == 0 { String::new() } else { format!(" dx=\"{}\"", n(GAP)) };
                    let _ = write!(self.body, "<tspan{gap}{}>{}</tspan>", look(*face), escape(text));
                }
                self.body.push_str("</text>");
            }
        }
    }

    /// Lines of a note from `top` on; gives where they end.
    pub(crate) fn below(&mut self, text: &str, (left, right): (f64, f64), top: f64) -> f64 {
        let mut y = top;
        for line in wrap(text, Face::NOTE, right - left) {
            y += Face::NOTE.leading;
            self.text(&line, Face::NOTE, Place::new(left, y - 4.0, Anchor::Start));
        }
        y
    }

    /// A mark that texts keep away from while they can.
    pub(crate) fn keep_clear(&mut self, area: Area) {
        self.marks.push(area);
    }

    /// The same for a line through places.
    pub(crate) fn keep_clear_of(&mut self, places: &[(f64, f64)]) {
        for (from, to) in places.iter().zip(places.iter().skip(1)) {
            // A slanting piece is kept clear in parts, for its box would be much larger than it.
            let parts = ((from.0 - to.0).abs() / 12.0).ceil().clamp(1.0, 40.0);
            let at = |part: f64| {
                let share = part / parts;
                (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)
            };
            let mut part = 0.0;
            while part < parts {
                let (a, b) = (at(part), at(part + 1.0));
                self.marks.push(Area {
                    left: a.0.min(b.0) - 1.0,
                    right: a.0.max(b.0) + 1.0,
                    top: a.1.min(b.1) - 1.0,
                    bottom: a.1.max(b.1) + 1.0,
                });
                part += 1.0;
            }
        }
    }

    /// Whether a text of that area would be whole and cover no other.
    fn has_room(&self, area: Area, care: Care) -> bool {
        let (left, right) = self.sides;
        let is_inside = area.left >= left && area.right <= right && area.top >= 0.0;
        let covers = |taken: &Vec<Area>| taken.iter().any(|taken| taken.meets(area.with_air()));
        let is_clear = match care {
            Care::TextsAndMarks => !covers(&self.marks),
            Care::Texts => true,
        };
        is_inside && is_clear && !covers(&self.texts)
    }

    /// A text in the first place that has room; without one it is left out, and the table has its number.
    pub(crate) fn label(&mut self, text: &str, face: Face, places: &[Place]) -> bool {
        self.try_label(text, face, places, Care::TextsAndMarks)
            || self.try_label(text, face, places, Care::Texts)
    }

    /// The same, with how much it keeps away from.
    pub(crate) fn try_label(&mut self, text: &str, face: Face, places: &[Place], care: Care) -> bool {
        let free =
            places.iter().find(|place| self.has_room(Area::of_text(text, face, **place), care)).copied();
        if let Some(place) = free {
            self.text(text, face, place);
        }
        free.is_some()
    }

    /// A value and what is said of it, in the first place with room for both: side by side, else one under the other,
    /// else the value alone.
    pub(crate) fn pair(&mut self, value: (&str, Face), said: (&str, Face), places: &[Place]) {
        let (first, second) = (width(value.0, value.1), width(said.0, said.1));
        let beside = |place: &Place| {
            let wide = first + GAP + second;
            let left = match place.anchor {
                Anchor::Start => place.x,
                Anchor::Middle => place.x - wide / 2.0,
                Anchor::End => place.x - wide,
            };
            Area { left, right: left + wide, ..Area::of_text(value.0, value.1, *place) }
        };
        for care in [Care::TextsAndMarks, Care::Texts] {
            if let Some(place) = places.iter().find(|place| self.has_room(beside(place), care)).copied() {
                self.texts.push(beside(&place));
                self.write(&[value, said], place);
                return;
            }
            let under = |place: &Place| Place { y: place.y + value.1.leading, ..*place };
            let both = places.iter().find(|place| {
                self.has_room(Area::of_text(value.0, value.1, **place), care)
                    && self.has_room(Area::of_text(said.0, said.1, under(place)), care)
            });
            if let Some(place) = both.copied() {
                self.text(value.0, value.1, place);
                self.text(said.0, said.1, under(&place));
                return;
            }
            if self.try_label(value.0, value.1, places, care) {
                return;
            }
        }
    }
}

/// How much a text keeps away from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Care {
    TextsAndMarks,
    Texts,
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
