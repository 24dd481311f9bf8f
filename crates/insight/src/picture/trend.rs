//! The horizon over time: by month the range in which the length AI gets right half the time lies. Always a range; a
//! time of doubling is only its reading.

use halfday_domain::fmt;
use halfday_domain::words::Words;

use crate::horizon::{Doublings, Horizon, Interval, Reading, Trend, TrendReading};
use crate::picture::axis::Ladder;
use crate::picture::canvas::{Anchor, Paint, Place};
use crate::picture::face::{Face, Ink};
use crate::picture::frame::{Empty, Frame, Said};
use crate::picture::length::why_not;
use crate::picture::measure::width;
use crate::picture::words::Tell;
use crate::picture::{Picture, PictureName, Point, Style, Table};
use crate::week::Calendar;

/// Draws it; months are named in the calendar's zone.
pub fn horizon_over_time(trend: &Trend, calendar: &Calendar, style: &Style, words: &Words) -> Picture {
    let tell = Tell::new(words);
    let month = |at: i64| fmt::day_month(tell.language, calendar.day_of(at.saturating_sub(1)));
    let mut frame = Frame::begin(
        PictureName::Trend,
        style,
        tell.language,
        said(trend, &month, &tell).without_counts(Empty::of(&trend.by_month)),
    );
    if trend.by_month.is_empty() {
        let bottom = frame.instead(&missing(trend, &tell));
        return frame.end(bottom);
    }
    let ends = trend.by_month.iter().flat_map(|point| [point.h50.low, point.h50.high]);
    let (top, bottom) = (frame.top + 12.0, frame.top + 12.0 + (frame.room() * 0.3).clamp(120.0, 190.0));
    let ladder = Ladder::over(ends, bottom, top);
    let canvas = &mut frame.canvas;
    let margin = ladder.widest(&tell) + 10.0;
    let (left, right) = (frame.left + margin, frame.right - 6.0);
    ladder.draw_upright(canvas, left, right, &tell);
    let slots = trend.by_month.len().max(2) as f64;
    let x = |place: usize| left + 16.0 + (right - left - 32.0) * place as f64 / (slots - 1.0);
    let high = trend.by_month.iter().enumerate().map(|(place, at)| (x(place), ladder.x(at.h50.high)));
    let low = trend.by_month.iter().enumerate().rev().map(|(place, at)| (x(place), ladder.x(at.h50.low)));
    let band: Vec<(f64, f64)> = high.chain(low).collect();
    canvas.path(&band, Paint::fill(Ink::Ai).faint(0.14));
    let last = trend.by_month.len().saturating_sub(1);
    for (place, at) in trend.by_month.iter().enumerate() {
        canvas.keep_clear_of(&[(x(place), ladder.x(at.h50.low)), (x(place), ladder.x(at.h50.high))]);
    }
    for (place, at) in trend.by_month.iter().enumerate().rev() {
        let (x, y) = (x(place), ladder.x(at.h50.mid));
        canvas.line(
            (x, ladder.x(at.h50.low)),
            (x, ladder.x(at.h50.high)),
            Paint::line(Ink::Ai, 3.0).faint(0.45),
        );
        let likely = tell.say("picture-likely", &[("range", &tell.times(at.h50.low, at.h50.high))]);
        let counted =
            tell.count(u32::try_from(at.right).unwrap_or(u32::MAX), u32::try_from(at.n).unwrap_or(u32::MAX));
        let value = tell.list(&[tell.time(at.h50.mid), likely, counted]);
        let mark = canvas.point(Point { label: month(at.at), value, items: vec![], jobs: vec![] });
        // A month in which nothing was tried is hollow: its range is the fit's alone.
        let paint =
            if at.n == 0 { Paint::fill(Ink::Surface).edged(Ink::Ai, 1.5) } else { Paint::fill(Ink::Ai) };
        canvas.circle((x, y), if place == last { 5.0 } else { 3.5 }, paint, mark);
        let text = month(at.at);
        let half = width(&text, Face::NOTE) / 2.0;
        let middle = x.min(frame.right - half);
        canvas.label(&text, Face::NOTE, &[Place::new(middle, bottom + 18.0, Anchor::Middle)]);
        if place == last {
            let value = tell.time(at.h50.mid);
            let places = [
                Place::new(x - 10.0, y - 6.0, Anchor::End),
                Place::new(x - 10.0, y + 15.0, Anchor::End),
                Place::new(x, ladder.x(at.h50.high) - 6.0, Anchor::End),
            ];
            canvas.label(&value, Face::VALUE, &places);
        }
    }
    frame.end(bottom + 26.0)
}

fn missing(trend: &Trend, tell: &Tell<'_>) -> Vec<String> {
    let gate = Horizon {
        n: trend.n,
        right: 0,
        shortest: None,
        longest: None,
        missing: trend.missing.clone(),
        reading: Reading::Within,
        h50: None,
        h80: None,
        curve: vec![],
        rows: vec![],
        left_out_rule: 0,
    };
    let mut lines = why_not(&gate, tell);
    if lines.is_empty() {
        lines.push(tell.word("picture-trend-early"));
    }
    lines
}

/// "−0.4 to +2.3", one decimal and a sign.
fn doublings(range: Doublings, tell: &Tell<'_>) -> String {
    let signed = |value: f64| {
        let rounded = (value.abs() * 10.0).round() / 10.0;
        match rounded {
            _ if rounded == 0.0 => "±0".to_owned(),
            _ if value < 0.0 => format!("−{rounded:.1}"),
            _ => format!("+{rounded:.1}"),
        }
    };
    tell.say("picture-trend-range", &[("low", &signed(range.low)), ("high", &signed(range.high))])
}

fn said(trend: &Trend, month: &dyn Fn(i64) -> String, tell: &Tell<'_>) -> Said {
    let title = match trend.reading {
        TrendReading::NotEnough => tell.word("picture-trend-title-early"),
        TrendReading::NoClearTrend => tell.word("picture-trend-title-unclear"),
        TrendReading::Rising { .. } => tell.word("picture-trend-title-rising"),
        TrendReading::Falling { .. } => tell.word("picture-trend-title-falling"),
    };
    let mut subtitle = vec![tell.say("picture-trend-how", &[("n", &trend.n.to_string())])];
    let mut notes = vec![];
    if let Some(range) = trend.six_months {
        notes.push(tell.say("picture-trend-six", &[("range", &doublings(range, tell))]));
    }
    let days = |key: &str, days: Interval| {
        let [low, high] = [days.low, days.high].map(|days| format!("{}", days.round()));
        tell.say(key, &[("low", &low), ("high", &high)])
    };
    match trend.reading {
        TrendReading::Rising { doubling_days } => notes.push(days("picture-trend-doubling", doubling_days)),
        TrendReading::Falling { halving_days } => notes.push(days("picture-trend-halving", halving_days)),
        TrendReading::NotEnough | TrendReading::NoClearTrend => {}
    }
    if let Some(now) = trend.now {
        let (time, range) = (tell.time(now.mid), tell.times(now.low, now.high));
        subtitle.push(tell.say("picture-trend-now", &[("time", &time), ("range", &range)]));
    }
    notes.push(tell.word("picture-length-note-chosen"));
    let headers =
        ["picture-column-until", "picture-column-half", "picture-column-likely", "report-column-first"];
    let rows = trend
        .by_month
        .iter()
        .map(|at| {
            let counted = tell
                .count(u32::try_from(at.right).unwrap_or(u32::MAX), u32::try_from(at.n).unwrap_or(u32::MAX));
            vec![month(at.at), tell.time(at.h50.mid), tell.times(at.h50.low, at.h50.high), counted]
        })
        .collect();
    let mut desc = vec![title.clone()];
    desc.extend(notes.iter().cloned());
    Said {
        title,
        subtitle: tell.list(&subtitle),
        desc: tell.run_on(&desc),
        missing: vec![],
        notes,
        table: Table { headers: headers.map(|key| tell.word(key)).to_vec(), rows },
    }
}
