//! AI's part of closed jobs, week by week, each with its 95 % range; beside it, where there were draws, how much could
//! have been handed over. A running week is hollow and joined to nothing.

use halfday_domain::fmt;
use halfday_domain::words::Words;
use serde::Serialize;

use crate::difference::Change;
use crate::picture::axis::Shares;
use crate::picture::canvas::{Anchor, Area, Canvas, Mark, Paint, Place};
use crate::picture::face::{Face, Ink};
use crate::picture::frame::{Empty, Frame, Said};
use crate::picture::measure::width;
use crate::picture::words::Tell;
use crate::picture::{Picture, PictureName, Point, Style, Table};
use crate::share::Share;
use crate::stats::PeriodStats;

/// How much AI could have done, measured by draws.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct CouldBe {
    pub share: Share,
    /// Items that chance chose.
    pub draws: usize,
}

/// What the picture shows.
#[derive(Debug, Clone, Copy)]
pub struct ShareWeeks<'a> {
    /// Oldest first.
    pub weeks: &'a [PeriodStats],
    /// The last four full weeks against the four before.
    pub change: Option<Change>,
    pub could: Option<CouldBe>,
    /// Below so many closed jobs a week has no share.
    pub needs_jobs: usize,
}

/// Draws it.
pub fn share_by_week(shown: &ShareWeeks<'_>, style: &Style, words: &Words) -> Picture {
    let tell = Tell::new(words);
    let is_empty = if shown.weeks.iter().all(|week| week.share.is_none()) { Empty::Yes } else { Empty::No };
    let said = said(shown, &tell).without_counts(is_empty);
    let mut frame = Frame::begin(PictureName::Share, style, tell.language, said);
    if is_empty == Empty::Yes {
        let needed = shown.needs_jobs.to_string();
        let bottom = frame.instead(&[tell.say("report-share-chart-none", &[("needed", &needed)])]);
        return frame.end(bottom);
    }
    let most = shown.weeks.iter().filter_map(|week| week.share).map(|share| share.high);
    let most = most.chain(shown.could.map(|could| could.share.high)).fold(0.0, f64::max);
    let most = ((most * 5.0).ceil() / 5.0).clamp(0.2, 1.0);
    let (left, right) = (frame.left + width("100%", Face::NOTE) + 10.0, frame.right - 4.0);
    let top = frame.top + 16.0;
    let shares = Shares { top, bottom: top + (frame.room() * 0.32).clamp(104.0, 180.0), most };
    let canvas = &mut frame.canvas;
    shares.draw(canvas, left, right);
    let slots = shown.weeks.len().max(2) as f64;
    let x = |place: usize| left + 12.0 + (right - left - 24.0) * place as f64 / (slots - 1.0);
    dates(canvas, shown.weeks, &x, shares.bottom, (left, right), &tell);
    for (place, week) in shown.weeks.iter().enumerate() {
        if let Some(share) = week.share {
            canvas.keep_clear_of(&[(x(place), shares.y(share.low)), (x(place), shares.y(share.high))]);
        }
    }
    if let Some(could) = shown.could {
        could_be(canvas, could, (left, right), &shares, &tell);
    }
    points(canvas, shown.weeks, &x, &shares, &tell);
    frame.end(shares.bottom + 26.0)
}

fn said(shown: &ShareWeeks<'_>, tell: &Tell<'_>) -> Said {
    let title = tell.word(match shown.change {
        Some(Change::Better) => "report-share-chart-rose",
        Some(Change::Worse) => "report-share-chart-fell",
        Some(Change::Unclear) | None => "report-share-chart",
    });
    let with_share = shown.weeks.iter().filter(|week| week.share.is_some());
    let jobs: usize = with_share.map(|week| week.jobs_closed).sum();
    let mut subtitle = vec![tell.say("picture-share-how", &[("jobs", &jobs.to_string())])];
    if let Some(could) = shown.could {
        subtitle.push(tell.say("picture-share-could-how", &[("draws", &could.draws.to_string())]));
    }
    let last = shown.weeks.last().and_then(|week| week.to).map(|to| fmt::date(tell.language, to));
    let (count, last) = (shown.weeks.len().to_string(), last.unwrap_or_default());
    let desc = tell.say("report-share-chart-desc", &[("weeks", &count), ("last", &last)]);
    let headers = ["report-column-week", "report-column-jobs", "report-column-share", "report-column-range"];
    let row = |week: &PeriodStats| {
        let (value, range) = values(week, tell);
        vec![when(week, tell), week.jobs_closed.to_string(), value, range]
    };
    let rows = shown.weeks.iter().filter(|week| week.jobs_closed > 0).map(row).collect();
    let table = Table { headers: headers.map(|key| tell.word(key)).to_vec(), rows };
    Said { title, subtitle: tell.list(&subtitle), desc, missing: vec![], notes: vec![], table }
}

fn when(week: &PeriodStats, tell: &Tell<'_>) -> String {
    let Some((from, to)) = week.from.zip(week.to) else { return "–".to_owned() };
    let dates = fmt::date_range(tell.language, from, to);
    if week.running { format!("{dates}, {}", tell.word("report-running")) } else { dates }
}

fn values(week: &PeriodStats, tell: &Tell<'_>) -> (String, String) {
    match week.share {
        Some(share) => (fmt::percent(share.value), tell.percents(share.low, share.high)),
        None => ("–".to_owned(), "–".to_owned()),
    }
}

/// The day each week begins, as many as have room; the last has it first.
fn dates(
    canvas: &mut Canvas,
    weeks: &[PeriodStats],
    x: &dyn Fn(usize) -> f64,
    y: f64,
    (left, right): (f64, f64),
    tell: &Tell<'_>,
) {
    for (place, week) in weeks.iter().enumerate().rev() {
        let Some(from) = week.from else { continue };
        let text = fmt::day_month(tell.language, from);
        let half = width(&text, Face::NOTE) / 2.0;
        let at = x(place).min(right - half).max(left.min(right - half));
        canvas.label(&text, Face::NOTE, &[Place::new(at, y + 18.0, Anchor::Middle)]);
    }
}

fn points(
    canvas: &mut Canvas,
    weeks: &[PeriodStats],
    x: &dyn Fn(usize) -> f64,
    shares: &Shares,
    tell: &Tell<'_>,
) {
    for (place, pair) in weeks.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        if let (Some(a), Some(b), false) = (before.share, after.share, after.running) {
            let line = Paint::line(Ink::Ai, 1.0).faint(0.5);
            canvas.path(&[(x(place), shares.y(a.value)), (x(place + 1), shares.y(b.value))], line);
        }
    }
    let last = weeks.iter().rposition(|week| week.share.is_some());
    for (place, week) in weeks.iter().enumerate() {
        let Some(share) = week.share else { continue };
        let (at, y) = (x(place), shares.y(share.value));
        canvas.line(
            (at, shares.y(share.low)),
            (at, shares.y(share.high)),
            Paint::line(Ink::Ai, 3.0).faint(0.35),
        );
        let (value, range) = values(week, tell);
        let likely = tell.say("picture-likely", &[("range", &range)]);
        let jobs = tell.say("picture-jobs", &[("jobs", &week.jobs_closed.to_string())]);
        let point = Point {
            label: when(week, tell),
            value: tell.list(&[value.clone(), likely, jobs]),
            items: vec![],
            jobs: vec![],
        };
        let paint =
            if week.running { Paint::fill(Ink::Surface).edged(Ink::Ai, 2.0) } else { Paint::fill(Ink::Ai) };
        let mark = canvas.point(point);
        canvas.circle((at, y), if Some(place) == last { 5.0 } else { 3.5 }, paint, mark);
        if Some(place) == last {
            let top = shares.y(share.high) - 5.0;
            let places = [
                Place::new(at, top, Anchor::Middle),
                Place::new(at + 4.0, top, Anchor::End),
                Place::new(at - 9.0, y + 4.0, Anchor::End),
                Place::new(at + 4.0, shares.y(share.low) + 14.0, Anchor::End),
                Place::new(at - 9.0, y + 16.0, Anchor::End),
            ];
            canvas.label(&value, Face::VALUE.ink(Ink::AiText), &places);
        }
    }
}

fn could_be(
    canvas: &mut Canvas,
    could: CouldBe,
    (left, right): (f64, f64),
    shares: &Shares,
    tell: &Tell<'_>,
) {
    let Share { value, low, high } = could.share;
    let band = Area { left, right, top: shares.y(high), bottom: shares.y(low) };
    canvas.rect(band, 0.0, Paint::fill(Ink::Done).faint(0.1), Mark::NONE);
    let y = shares.y(value);
    canvas.line((left, y), (right, y), Paint::line(Ink::Done, 1.5).dashed("6 4"));
    canvas.keep_clear_of(&[(left, y), (right, y)]);
    let name = tell.say("picture-share-could", &[("share", &fmt::percent(value))]);
    let likely = tell.say("picture-likely", &[("range", &tell.percents(low, high))]);
    let ys = [y - 5.0, y + 15.0, shares.y(high) - 4.0, shares.y(low) + 14.0];
    let places: Vec<Place> = ys.iter().map(|y| Place::new(left + 8.0, *y, Anchor::Start)).collect();
    canvas.pair((&name, Face::VALUE.ink(Ink::Done)), (&likely, Face::NOTE), &places);
}
