//! Where the time went: one bar of what the accepted items would have taken the person, parted into what was saved and
//! what was spent on getting it. When more was spent than it was worth the bar is what was spent, with a line at the
//! worth: what stands beyond it was lost.

use halfday_domain::words::Words;

use crate::picture::canvas::{Anchor, Area, Canvas, Mark, Paint, Place};
use crate::picture::face::{Face, Ink};
use crate::picture::frame::{Empty, Frame, Said};
use crate::picture::measure::width;
use crate::picture::words::Tell;
use crate::picture::{Picture, PictureName, Point, Style, Table};
use crate::saved::{Saved, SavedParts};

const BAR: f64 = 28.0;
/// A part's colour before its name.
const KEY: f64 = 15.0;
/// Between two names.
const AIR: f64 = 16.0;

/// What the picture shows.
#[derive(Debug, Clone, Copy)]
pub struct TimeSpent<'a> {
    pub parts: &'a SavedParts,
    /// `None` while estimates are not calibrated, or when nothing was handed over.
    pub saved: Option<Saved>,
}

/// A stretch of the bar.
struct Part {
    key: &'static str,
    minutes: f64,
    ink: Ink,
    opacity: f64,
}

/// Draws it.
pub fn where_time_went(shown: &TimeSpent<'_>, style: &Style, words: &Words) -> Picture {
    let tell = Tell::new(words);
    let own = |key, minutes, opacity| Part { key, minutes, ink: Ink::Me, opacity };
    let mut parts = vec![
        own("report-part-brief", shown.parts.brief_minutes.value(), 1.0),
        own("report-part-review", shown.parts.review_minutes.value(), 0.62),
        own("report-part-rework", shown.parts.rework_minutes.value(), 0.3),
    ];
    let spent = shown.parts.spent().value();
    if let Some(saved) = shown.saved.filter(|saved| saved.mid > 0.0) {
        parts.insert(0, Part { key: "report-part-saved", minutes: saved.mid, ink: Ink::Ai, opacity: 1.0 });
    }
    let whole: f64 = parts.iter().map(|part| part.minutes).sum();
    let mut frame = Frame::begin(
        PictureName::Time,
        style,
        tell.language,
        said(shown, &parts, &tell).without_counts(if whole > 0.0 { Empty::No } else { Empty::Yes }),
    );
    if whole <= 0.0 {
        let bottom = frame.instead(&[tell.word("picture-time-nothing")]);
        return frame.end(bottom);
    }
    let worth = shown.saved.map(|saved| saved.mid + spent).filter(|worth| *worth < spent);
    let (left, right) = (frame.left, frame.right);
    let top = frame.top + if worth.is_some() { 22.0 } else { 2.0 };
    let canvas = &mut frame.canvas;
    let mut at = left;
    let mut names: Vec<(f64, &Part)> = vec![];
    for part in &parts {
        let wide = (right - left) * part.minutes / whole;
        if part.minutes > 0.0 {
            let area = Area { left: at, right: (at + wide - 2.0).max(at + 1.0), top, bottom: top + BAR };
            let mark = canvas.point(point(part, &tell));
            canvas.rect(area, 3.0, Paint::fill(part.ink).faint(part.opacity).edged(part.ink, 1.0), mark);
        }
        names.push((at, part));
        at += wide;
    }
    if let Some(worth) = worth {
        worth_line(canvas, worth, left + (right - left) * (worth / whole).max(0.0), top, &tell);
    }
    let bottom = name_parts(canvas, &names, (left, right), top + BAR + 18.0, &tell);
    frame.end(bottom)
}

fn point(part: &Part, tell: &Tell<'_>) -> Point {
    Point { label: tell.word(part.key), value: tell.time(part.minutes), items: vec![], jobs: vec![] }
}

fn said(shown: &TimeSpent<'_>, parts: &[Part], tell: &Tell<'_>) -> Said {
    let spent = shown.parts.spent().value();
    let items = shown.parts.items.to_string();
    let (title, key) = match shown.saved {
        Some(saved) if saved.mid > 0.0 => {
            let worth = tell.time(saved.mid + spent);
            (tell.say("report-time-chart", &[("worth", &worth)]), "report-time-chart-how")
        }
        Some(saved) if saved.mid < 0.0 => {
            (tell.say("picture-time-lost", &[("lost", &tell.time(-saved.mid))]), "report-own-chart-how")
        }
        Some(_) | None if spent > 0.0 => {
            (tell.say("report-own-chart", &[("spent", &tell.time(spent))]), "report-own-chart-how")
        }
        Some(_) | None => (tell.word("picture-time-none"), "report-own-chart-how"),
    };
    let mut subtitle = vec![tell.word(key), tell.say("picture-items", &[("count", &items)])];
    if let Some(saved) = shown.saved {
        subtitle.push(tell.say("picture-time-range", &[("range", &tell.times(saved.low, saved.high))]));
    }
    let rows: Vec<Vec<String>> =
        parts.iter().map(|part| vec![tell.word(part.key), tell.time(part.minutes)]).collect();
    let desc = tell.list(&rows.iter().map(|row| row.join(" ")).collect::<Vec<_>>());
    let headers = ["report-column-part", "report-column-time"].map(|key| tell.word(key)).to_vec();
    Said {
        title,
        subtitle: tell.list(&subtitle),
        desc,
        missing: vec![],
        notes: vec![],
        table: Table { headers, rows },
    }
}

/// Where in the bar the worth of the accepted items ends.
fn worth_line(canvas: &mut Canvas, worth: f64, x: f64, top: f64, tell: &Tell<'_>) {
    canvas.line((x, top - 6.0), (x, top + BAR + 4.0), Paint::line(Ink::Text, 2.0));
    let text = tell.say("picture-time-worth", &[("time", &tell.time(worth.max(0.0)))]);
    let places = [
        Place::new(x, top - 9.0, Anchor::Start),
        Place::new(x, top - 9.0, Anchor::Middle),
        Place::new(x, top - 9.0, Anchor::End),
    ];
    canvas.label(&text, Face::VALUE, &places);
}

/// Each part's name and time under its beginning, moved on where it would meet the one before; in lines one after
/// another where that does not fit.
fn name_parts(
    canvas: &mut Canvas,
    parts: &[(f64, &Part)],
    (left, right): (f64, f64),
    y: f64,
    tell: &Tell<'_>,
) -> f64 {
    let named: Vec<(f64, &Part, String, String, f64)> = parts
        .iter()
        .map(|(at, part)| {
            let (name, time) = (tell.word(part.key), tell.time(part.minutes));
            let wide = KEY + width(&name, Face::ROW) + 8.0 + width(&time, Face::VALUE);
            (*at, *part, name, time, wide)
        })
        .collect();
    let (mut free, mut places) = (left, vec![]);
    for (at, .., wide) in &named {
        let x = at.max(free).min((right - wide).max(free));
        places.push((x, y));
        free = x + wide + AIR;
    }
    if free - AIR > right {
        let (mut x, mut line) = (left, y);
        for (place, (.., wide)) in places.iter_mut().zip(&named) {
            if x > left && x + wide > right {
                (x, line) = (left, line + 20.0);
            }
            *place = (x, line);
            x += wide + AIR;
        }
    }
    for ((x, y), (_, part, name, time, _)) in places.iter().zip(&named) {
        let key = Area { left: *x, right: x + 9.0, top: y - 9.0, bottom: *y };
        canvas.rect(key, 2.0, Paint::fill(part.ink).faint(part.opacity).edged(part.ink, 1.0), Mark::NONE);
        canvas.follow((name, Face::ROW), (time, Face::VALUE), Place::new(x + KEY, *y, Anchor::Start));
    }
    places.last().map_or(y, |place| place.1) + 10.0
}
