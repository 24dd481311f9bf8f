//! Felt against measured, week by week: what the person said AI had saved before they saw it (a square, theirs), and
//! what was measured with its range (a bar). In a trial people felt 20 % faster and were 19 % slower; this is where one
//! sees one's own.

use halfday_domain::felt::FeltSaved;
use halfday_domain::fmt;
use halfday_domain::words::Words;
use jiff::civil::Date;

use crate::picture::canvas::{Anchor, Area, Paint, Place};
use crate::picture::face::{Face, Ink};
use crate::picture::frame::{Empty, Frame, Said};
use crate::picture::measure::width;
use crate::picture::words::Tell;
use crate::picture::{Picture, PictureName, Point, Style, Table};
use crate::saved::Saved;

/// One week in which something was felt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FeltWeek {
    pub from: Date,
    pub to: Date,
    pub felt: FeltSaved,
    /// `None` while estimates are not calibrated.
    pub saved: Option<Saved>,
}

const ROW: f64 = 30.0;

/// Minutes a felt answer stands for; the two at the ends are open.
fn minutes(felt: FeltSaved) -> f64 {
    match felt {
        FeltSaved::Lost => -30.0,
        FeltSaved::Nothing => 0.0,
        FeltSaved::HalfHour => 30.0,
        FeltSaved::Hour => 60.0,
        FeltSaved::TwoHours => 120.0,
    }
}

/// Draws it; the newest week on top.
pub fn felt_against_measured(weeks: &[FeltWeek], style: &Style, words: &Words) -> Picture {
    let tell = Tell::new(words);
    let mut frame = Frame::begin(
        PictureName::Felt,
        style,
        tell.language,
        said(weeks, &tell).without_counts(Empty::of(weeks)),
    );
    if weeks.is_empty() {
        let bottom = frame.instead(&[tell.word("picture-felt-none")]);
        return frame.end(bottom);
    }
    let ends = weeks.iter().flat_map(|week| {
        let saved = week.saved.map(|saved| [saved.low, saved.high]);
        saved.into_iter().flatten().chain([minutes(week.felt)])
    });
    let (mut low, mut high) = (-30.0_f64, 120.0_f64);
    for end in ends {
        low = low.min(end);
        high = high.max(end);
    }
    let step = [30.0, 60.0, 120.0, 240.0, 480.0, 960.0].into_iter().find(|step| (high - low) / step <= 6.0);
    let step = step.unwrap_or(1920.0);
    let (low, high) = ((low / step).floor() * step, (high / step).ceil() * step);
    let name = |week: &FeltWeek| fmt::day_month(tell.language, week.from);
    let name_wide = weeks.iter().map(|week| width(&name(week), Face::ROW)).fold(0.0, f64::max);
    let (left, right) = (frame.left + name_wide + 24.0, frame.right - 24.0);
    let x = |minutes: f64| left + (right - left) * (minutes - low) / (high - low);
    let top = frame.top + 18.0;
    let end = top + weeks.len() as f64 * ROW + 2.0;
    let canvas = &mut frame.canvas;
    let mut at = low;
    while at <= high + 0.1 {
        let is_zero = at.abs() < 0.1;
        let paint =
            if is_zero { Paint::line(Ink::Line, 1.2) } else { Paint::line(Ink::Border, 1.0).dashed("2 3") };
        canvas.line((x(at), top - 4.0), (x(at), end), paint);
        let half = width(&tell.time(at), Face::NOTE) / 2.0;
        let middle = x(at).min(frame.right - half);
        canvas.label(&tell.time(at), Face::NOTE, &[Place::new(middle, end + 15.0, Anchor::Middle)]);
        at += step;
    }
    for (place, week) in weeks.iter().rev().enumerate() {
        let y = top + place as f64 * ROW + ROW / 2.0;
        canvas.text(&name(week), Face::ROW, Place::new(frame.left, y + 4.5, Anchor::Start));
        if let Some(saved) = week.saved {
            canvas.line((x(saved.low), y), (x(saved.high), y), Paint::line(Ink::Ai, 6.0).faint(0.35));
            let mark = canvas.point(Point {
                label: dates(week, &tell),
                value: tell.say("picture-felt-measured", &[("range", &tell.times(saved.low, saved.high))]),
                items: vec![],
                jobs: vec![],
            });
            canvas.circle((x(saved.mid), y), 5.0, Paint::fill(Ink::Ai), mark);
        }
        let at = x(minutes(week.felt));
        let felt = tell.word(&format!("felt-saved-{}", week.felt.code()));
        let value = tell.say("report-saved-felt", &[("felt", &felt)]);
        let mark = canvas.point(Point { label: dates(week, &tell), value, items: vec![], jobs: vec![] });
        let area = Area { left: at - 5.0, right: at + 5.0, top: y - 5.0, bottom: y + 5.0 };
        canvas.rect(area, 1.0, Paint::fill(Ink::Surface).edged(Ink::Me, 2.5), mark);
        if place == 0 {
            let above = [Place::new(at, y - 12.0, Anchor::Middle), Place::new(at, y - 12.0, Anchor::Start)];
            canvas.label(&tell.word("picture-felt-felt"), Face::NOTE.ink(Ink::Me), &above);
            if let Some(saved) = week.saved {
                let above = [
                    Place::new(x(saved.mid), y - 12.0, Anchor::Middle),
                    Place::new(x(saved.high) + 8.0, y + 4.0, Anchor::Start),
                    Place::new(x(saved.low) - 8.0, y + 4.0, Anchor::End),
                ];
                canvas.label(&tell.word("picture-felt-clock"), Face::NOTE.ink(Ink::AiText), &above);
            }
        }
    }
    frame.end(end + 24.0)
}

fn dates(week: &FeltWeek, tell: &Tell<'_>) -> String {
    fmt::date_range(tell.language, week.from, week.to)
}

fn said(weeks: &[FeltWeek], tell: &Tell<'_>) -> Said {
    let measured: Vec<(&FeltWeek, Saved)> =
        weeks.iter().filter_map(|week| Some((week, week.saved?))).collect();
    let over = measured.iter().filter(|(week, saved)| minutes(week.felt) > saved.high).count();
    let title = match (weeks.len(), measured.len()) {
        (0, _) | (_, 0) => tell.word("picture-felt-title-early"),
        (_, of) => {
            let args = [("over", over.to_string()), ("of", of.to_string())];
            tell.say("picture-felt-title", &args.each_ref().map(|(name, text)| (*name, text.as_str())))
        }
    };
    let headers =
        ["report-column-week", "picture-column-felt", "picture-column-measured"].map(|key| tell.word(key));
    let rows: Vec<Vec<String>> = weeks
        .iter()
        .map(|week| {
            let saved = week.saved.map(|saved| tell.times(saved.low, saved.high));
            let felt = tell.word(&format!("felt-saved-{}", week.felt.code()));
            vec![dates(week, tell), felt, saved.unwrap_or_else(|| tell.word("report-saved-uncalibrated"))]
        })
        .collect();
    let subtitle = tell.word("picture-felt-how");
    let desc = tell.run_on(&[title.clone(), subtitle.clone()]);
    Said {
        title,
        subtitle,
        desc,
        missing: vec![],
        notes: vec![],
        table: Table { headers: headers.to_vec(), rows },
    }
}
