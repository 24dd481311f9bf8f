//! Right first time by kind (or any other group): a row each with its rate and 95 % range; where tries are few the
//! count stands alone.

use halfday_domain::fmt;
use halfday_domain::words::Words;

use crate::first_time::FirstTime;
use crate::group::KindShown;
use crate::picture::canvas::{Anchor, Paint, Place};
use crate::picture::face::{Face, Ink};
use crate::picture::frame::{Empty, Frame, Said};
use crate::picture::measure::{shorten, width};
use crate::picture::words::Tell;
use crate::picture::{Picture, PictureName, Point, Style, Table};

/// So many groups have a row; the rest is a number.
const ROWS: usize = 12;
const ROW: f64 = 26.0;

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct KindFigure {
    pub kind: KindShown,
    pub first_time: FirstTime,
}

/// Draws it; the kinds with most tries come first.
pub fn right_by_kind(kinds: &[KindFigure], style: &Style, words: &Words) -> Picture {
    let tell = Tell::new(words);
    let mut kinds: Vec<&KindFigure> = kinds.iter().filter(|row| row.first_time.of > 0).collect();
    kinds.sort_by(|a, b| (b.first_time.of, &a.kind).cmp(&(a.first_time.of, &b.kind)));
    let mut frame = Frame::begin(
        PictureName::Kinds,
        style,
        tell.language,
        said(&kinds, &tell).without_counts(Empty::of(&kinds)),
    );
    if kinds.is_empty() {
        let bottom = frame.instead(&[tell.word("picture-kinds-none")]);
        return frame.end(bottom);
    }
    let more = kinds.len().saturating_sub(ROWS);
    kinds.truncate(ROWS);
    let most = frame.room() * 0.34;
    let names: Vec<String> =
        kinds.iter().map(|row| shorten(&tell.kind(&row.kind), Face::ROW, most)).collect();
    let name_wide = names.iter().map(|name| width(name, Face::ROW)).fold(0.0, f64::max);
    let counts: Vec<String> =
        kinds.iter().map(|row| tell.count(row.first_time.right, row.first_time.of)).collect();
    let count_wide = counts.iter().map(|count| width(count, Face::NOTE)).fold(0.0, f64::max);
    let rates: Vec<String> =
        kinds.iter().map(|row| row.first_time.rate.map(fmt::percent).unwrap_or_default()).collect();
    let rate_wide = rates.iter().map(|rate| width(rate, Face::VALUE)).fold(0.0, f64::max);
    let rate_end = frame.right - count_wide - 12.0;
    let (left, right) = (frame.left + name_wide + 22.0, rate_end - rate_wide - 22.0);
    let x = |share: f64| left + (right - left) * share;
    let top = frame.top;
    let end = top + kinds.len() as f64 * ROW + 4.0;
    let canvas = &mut frame.canvas;
    for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
        canvas.line((x(share), top), (x(share), end), Paint::line(Ink::Border, 1.0).dashed("2 3"));
        let text = format!("{}%", share * 100.0);
        canvas.label(&text, Face::NOTE, &[Place::new(x(share), end + 14.0, Anchor::Middle)]);
    }
    for (place, (((row, name), count), percent)) in
        kinds.iter().zip(&names).zip(&counts).zip(&rates).enumerate()
    {
        let y = top + place as f64 * ROW + ROW / 2.0;
        canvas.text(name, Face::ROW, Place::new(frame.left, y + 4.5, Anchor::Start));
        canvas.text(percent, Face::VALUE, Place::new(rate_end, y + 4.0, Anchor::End));
        canvas.text(count, Face::NOTE, Place::new(frame.right, y + 4.0, Anchor::End));
        let first = &row.first_time;
        let (Some(rate), Some(low), Some(high)) = (first.rate, first.low, first.high) else {
            canvas.label(
                &tell.word("report-few"),
                Face::NOTE,
                &[Place::new(x(0.5), y + 4.0, Anchor::Middle)],
            );
            continue;
        };
        canvas.line((x(low), y), (x(high), y), Paint::line(Ink::Ai, 5.0).faint(0.3));
        let likely = tell.say("picture-likely", &[("range", &tell.percents(low, high))]);
        let value = tell.list(&[count.clone(), percent.clone(), likely]);
        let mark = canvas.point(Point { label: tell.kind(&row.kind), value, items: vec![], jobs: vec![] });
        canvas.circle((x(rate), y), 5.0, Paint::fill(Ink::Ai).edged(Ink::Surface, 1.0), mark);
    }
    let mut bottom = end + 20.0;
    if more > 0 {
        let text = tell.say("report-kinds-more", &[("count", &more.to_string())]);
        canvas.text(&text, Face::NOTE, Place::new(frame.left, bottom + 12.0, Anchor::Start));
        bottom += 18.0;
    }
    frame.end(bottom)
}

fn said(kinds: &[&KindFigure], tell: &Tell<'_>) -> Said {
    let of: u32 = kinds.iter().map(|row| row.first_time.of).sum();
    let headers =
        ["report-column-kind", "report-column-first", "picture-column-percent", "picture-column-likely"];
    let rows: Vec<Vec<String>> = kinds
        .iter()
        .map(|row| {
            let first = &row.first_time;
            let range = first.low.zip(first.high).map(|(low, high)| tell.percents(low, high));
            vec![
                tell.kind(&row.kind),
                tell.count(first.right, first.of),
                first.rate.map_or_else(|| tell.word("report-few"), fmt::percent),
                range.unwrap_or_else(|| "–".to_owned()),
            ]
        })
        .collect();
    let desc: Vec<String> = rows.iter().map(|row| row.join(" ")).collect();
    Said {
        title: tell.word("picture-kinds-title"),
        subtitle: tell.say("picture-kinds-how", &[("n", &of.to_string())]),
        desc: if desc.is_empty() { tell.word("picture-kinds-none") } else { tell.list(&desc) },
        missing: vec![],
        notes: vec![],
        table: Table { headers: headers.map(|key| tell.word(key)).to_vec(), rows },
    }
}
