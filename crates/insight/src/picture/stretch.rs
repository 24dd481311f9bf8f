//! How long without you: of the stretches an agent worked, how many still went on after so many minutes (Kaplan–Meier),
//! with the median and the record. Drawn only as far as the longest stretch.

use halfday_domain::id::{ItemId, JobId};
use halfday_domain::words::Words;

use crate::picture::axis::{Ladder, Shares};
use crate::picture::canvas::{Anchor, Canvas, Paint, Place};
use crate::picture::face::{Face, Ink};
use crate::picture::frame::{Empty, Frame, Said};
use crate::picture::measure::width;
use crate::picture::words::Tell;
use crate::picture::{Picture, PictureName, Point, Style, Table};
use crate::report::Titles;
use crate::survival::SurvivalStep;

/// The longest stretch.
#[derive(Debug, Clone, PartialEq)]
pub struct StretchRecord {
    pub minutes: f64,
    pub item_id: ItemId,
    pub job_id: JobId,
    pub item_title: String,
}

/// What the picture shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StretchCurve {
    /// Stretches, and those of them that ended with the person (the others ended with the work).
    pub stretches: usize,
    pub ended: usize,
    /// By length; empty while there are too few.
    pub steps: Vec<SurvivalStep>,
    /// `None` where more than half went on to the end of what was tried.
    pub median: Option<f64>,
    pub record: Option<StretchRecord>,
    /// Below so many stretches there is no curve.
    pub needs: usize,
}

/// Draws it.
pub fn stretch_curve(shown: &StretchCurve, style: &Style, words: &Words) -> Picture {
    let tell = Tell::new(words);
    let mut frame = Frame::begin(
        PictureName::Stretch,
        style,
        tell.language,
        said(shown, style.titles, &tell).without_counts(Empty::of(&shown.steps)),
    );
    if shown.steps.is_empty() {
        let counts = [("have", shown.stretches.to_string()), ("need", shown.needs.to_string())];
        let counts = counts.each_ref().map(|(name, count)| (*name, count.as_str()));
        let bottom = frame.instead(&[tell.say("picture-stretch-few", &counts)]);
        return frame.end(bottom);
    }
    let (left, right) = (frame.left + width("100%", Face::NOTE) + 10.0, frame.right - 14.0);
    let lengths =
        shown.steps.iter().map(|step| step.length).chain(shown.record.iter().map(|record| record.minutes));
    let ladder = Ladder::over(lengths, left, right);
    let top = frame.top + 10.0;
    let shares = Shares { top, bottom: top + (frame.room() * 0.27).clamp(110.0, 180.0), most: 1.0 };
    let canvas = &mut frame.canvas;
    shares.draw(canvas, left, right);
    ladder.draw(canvas, shares.bottom, &tell);
    curve(canvas, shown, &ladder, &shares);
    canvas.keep_clear_of(&[(left, shares.bottom), (right, shares.bottom)]);
    points(canvas, shown, &ladder, &shares, &tell);
    if let Some(median) = shown.median {
        let (x, y) = (ladder.x(median), shares.y(0.5));
        canvas.line((x, y), (x, shares.bottom), Paint::line(Ink::Text, 1.0).dashed("2 3"));
        canvas.keep_clear_of(&[(x, y), (x, shares.bottom)]);
        canvas.circle(
            (x, y),
            5.0,
            Paint::fill(Ink::Surface).edged(Ink::Ai, 2.5),
            crate::picture::canvas::Mark::NONE,
        );
        let text = tell.say("picture-stretch-median", &[("time", &tell.time(median))]);
        canvas.label(&text, Face::VALUE, &beside(x, y));
    }
    if let Some(record) = &shown.record {
        let (x, y) = (ladder.x(record.minutes), shares.bottom);
        canvas.line((x, y - 9.0), (x, y), Paint::line(Ink::Done, 2.5));
        let text = tell.say("picture-stretch-record", &[("time", &tell.time(record.minutes))]);
        canvas.label(&text, Face::VALUE.ink(Ink::Done), &above_the_axis(x, y - 14.0));
    }
    let axis = tell.word("picture-stretch-axis");
    let bottom = canvas.below(&axis, (left, right), shares.bottom + 26.0);
    frame.end(bottom)
}

/// Where nothing is clear it crosses the median's dashes rather than the axis or the curve.
fn above_the_axis(x: f64, y: f64) -> [Place; 5] {
    [
        Place::new(x - 9.0, y - 5.0, Anchor::End),
        Place::new(x + 9.0, y - 5.0, Anchor::Start),
        Place::new(x - 9.0, y - 22.0, Anchor::End),
        Place::new(x + 9.0, y - 22.0, Anchor::Start),
        Place::new(x - 9.0, y - 40.0, Anchor::End),
    ]
}

fn beside(x: f64, y: f64) -> [Place; 7] {
    [
        Place::new(x + 9.0, y - 5.0, Anchor::Start),
        Place::new(x + 9.0, y + 15.0, Anchor::Start),
        Place::new(x - 9.0, y + 15.0, Anchor::End),
        Place::new(x - 9.0, y - 5.0, Anchor::End),
        Place::new(x - 9.0, y - 22.0, Anchor::End),
        Place::new(x - 9.0, y + 8.0, Anchor::End),
        Place::new(x - 9.0, y - 40.0, Anchor::End),
    ]
}

fn curve(canvas: &mut Canvas, shown: &StretchCurve, ladder: &Ladder, shares: &Shares) {
    let stairs = |share: fn(&SurvivalStep) -> f64| {
        let mut places = vec![(ladder.x(0.0), shares.y(1.0))];
        let mut level = 1.0;
        for step in &shown.steps {
            places.push((ladder.x(step.length), shares.y(level)));
            level = share(step);
            places.push((ladder.x(step.length), shares.y(level)));
        }
        places
    };
    let mut band = stairs(|step| step.high);
    band.extend(stairs(|step| step.low).into_iter().rev());
    canvas.path(&band, Paint::fill(Ink::Ai).faint(0.14));
    let line = stairs(|step| step.still);
    canvas.path(&line, Paint::line(Ink::Ai, 2.5));
    canvas.keep_clear_of(&line);
}

fn points(canvas: &mut Canvas, shown: &StretchCurve, ladder: &Ladder, shares: &Shares, tell: &Tell<'_>) {
    for step in &shown.steps {
        let (label, value) = (tell.time(step.length), step_value(step, tell));
        let mark = canvas.point(Point { label, value, items: vec![], jobs: vec![] });
        let at = (ladder.x(step.length), shares.y(step.still));
        canvas.circle(at, 2.5, Paint::fill(Ink::Ai), mark);
    }
}

fn step_value(step: &SurvivalStep, tell: &Tell<'_>) -> String {
    let likely = tell.say("picture-likely", &[("range", &tell.percents(step.low, step.high))]);
    tell.list(&[halfday_domain::fmt::percent(step.still), likely])
}

fn said(shown: &StretchCurve, titles: Titles, tell: &Tell<'_>) -> Said {
    let title = match shown.median {
        Some(median) => tell.say("picture-stretch-title", &[("time", &tell.time(median))]),
        None if shown.steps.is_empty() => tell.word("picture-stretch-title-early"),
        None => tell.word("picture-stretch-title-most"),
    };
    let counts = [("count", shown.stretches.to_string()), ("ended", shown.ended.to_string())];
    let subtitle =
        tell.say("picture-stretch-how", &counts.each_ref().map(|(name, count)| (*name, count.as_str())));
    let mut notes = vec![];
    if let (Some(record), Titles::Shown) = (&shown.record, titles) {
        let (time, item) = (tell.time(record.minutes), crate::report::inert(&record.item_title));
        notes.push(tell.say("picture-stretch-record-item", &[("time", &time), ("item", &item)]));
    }
    let headers =
        ["picture-column-stretch", "picture-column-still", "picture-column-likely"].map(|key| tell.word(key));
    let row = |step: &SurvivalStep| {
        let still = halfday_domain::fmt::percent(step.still);
        vec![tell.time(step.length), still, tell.percents(step.low, step.high)]
    };
    let rows = shown.steps.iter().map(row).collect();
    let desc = tell.run_on(&[title.clone(), subtitle.clone()]);
    Said { title, subtitle, desc, missing: vec![], notes, table: Table { headers: headers.to_vec(), rows } }
}
