//! What the person thought an item would take against what their clock said: a mark an item, the line of no error, and
//! the area in which one is right within a factor of two.

use halfday_domain::id::{ItemId, JobId};
use halfday_domain::words::Words;

use crate::calibration::{Calibration, ENOUGH_TIMED};
use crate::picture::axis::Ladder;
use crate::picture::canvas::{Anchor, Area, Canvas, Paint, Place};
use crate::picture::face::{Face, Ink};
use crate::picture::frame::{Empty, Frame, Said};
use crate::picture::words::Tell;
use crate::picture::{Picture, PictureName, Point, Style, Table};
use crate::report::Titles;

/// A timed item of the person's own.
#[derive(Debug, Clone, PartialEq)]
pub struct TimedItem {
    pub item_id: ItemId,
    pub job_id: JobId,
    pub item_title: String,
    pub estimate_minutes: f64,
    pub actual_minutes: f64,
}

/// Draws it.
pub fn calibration_chart(
    items: &[TimedItem],
    calibration: Option<Calibration>,
    style: &Style,
    words: &Words,
) -> Picture {
    let tell = Tell::new(words);
    let mut frame = Frame::begin(
        PictureName::Calibration,
        style,
        tell.language,
        said(items, calibration, &tell).without_counts(Empty::of(items)),
    );
    if items.is_empty() {
        let bottom = frame.instead(&[
            tell.say("report-saved-missing", &[("needed", &ENOUGH_TIMED.to_string()), ("have", "0")])
        ]);
        return frame.end(bottom);
    }
    let lengths = || items.iter().flat_map(|item| [item.estimate_minutes, item.actual_minutes]);
    let (top, bottom) = (frame.top + 10.0, frame.top + 10.0 + (frame.room() * 0.42).clamp(150.0, 260.0));
    let upright = Ladder::over(lengths(), bottom, top);
    let (left, right) = (frame.left + upright.widest(&tell) + 10.0, frame.right - 14.0);
    let ladder = Ladder::over(lengths(), left, right);
    let canvas = &mut frame.canvas;
    upright.draw_upright(canvas, left, right, &tell);
    canvas.line((left, bottom), (right, bottom), Paint::line(Ink::Line, 1.0));
    ladder.draw(canvas, bottom, &tell);
    for item in items {
        let (x, y) = (ladder.x(item.estimate_minutes), upright.x(item.actual_minutes));
        canvas.keep_clear(Area { left: x - 5.0, right: x + 5.0, top: y - 5.0, bottom: y + 5.0 });
    }
    lines(canvas, &ladder, &upright, &tell);
    for item in items {
        let point = point(item, style.titles, &tell);
        let mark = canvas.point(point);
        let at = (ladder.x(item.estimate_minutes), upright.x(item.actual_minutes));
        canvas.circle(at, 4.0, Paint::fill(Ink::Me).faint(0.7).edged(Ink::Surface, 0.8), mark);
    }
    let bottom = canvas.below(&tell.word("picture-calibration-axis"), (left, right), bottom + 26.0);
    frame.end(bottom)
}

/// As thought, and twice or half of it.
fn lines(canvas: &mut Canvas, ladder: &Ladder, upright: &Ladder, tell: &Tell<'_>) {
    let (low, high) = ladder.ends();
    let diagonal = |factor: f64| {
        // Cut where it leaves the square.
        let (from, to) = ((low / factor).max(low), (high / factor).min(high));
        [(ladder.x(from), upright.x(from * factor)), (ladder.x(to), upright.x(to * factor))]
    };
    let [double, half] = [diagonal(2.0), diagonal(0.5)];
    for line in [double, half] {
        canvas.path(&line, Paint::line(Ink::Line, 1.0).dashed("2 4"));
    }
    let even = diagonal(1.0);
    canvas.path(&even, Paint::line(Ink::Text, 1.5));
    let [_, (x, y)] = double;
    canvas.label(
        &tell.word("picture-calibration-double"),
        Face::NOTE,
        &[Place::new(x - 18.0, y + 5.0, Anchor::End)],
    );
    let [(x, y), _] = half;
    canvas.label(
        &tell.word("picture-calibration-half"),
        Face::NOTE,
        &[Place::new(x + 44.0, y - 5.0, Anchor::Start)],
    );
}

fn point(item: &TimedItem, titles: Titles, tell: &Tell<'_>) -> Point {
    let label = match titles {
        Titles::Shown => crate::report::inert(&item.item_title),
        Titles::Hidden => tell.word("picture-an-item"),
    };
    let (thought, took) = (tell.time(item.estimate_minutes), tell.time(item.actual_minutes));
    let value = tell.say("picture-calibration-value", &[("thought", &thought), ("took", &took)]);
    Point { label, value, items: vec![item.item_id], jobs: vec![item.job_id] }
}

fn said(items: &[TimedItem], calibration: Option<Calibration>, tell: &Tell<'_>) -> Said {
    let count = items.len().to_string();
    let ratio = |value: f64| format!("{value:.1}×");
    let enough = calibration.filter(|calibration| calibration.items >= ENOUGH_TIMED);
    let title = match enough {
        Some(calibration) => {
            let (low, high) = (ratio(calibration.low), ratio(calibration.high));
            let args = [("ratio", ratio(calibration.ratio)), ("low", low), ("high", high)];
            tell.say("picture-calibration-title", &args.each_ref().map(|(name, text)| (*name, text.as_str())))
        }
        None => tell.word("picture-calibration-title-early"),
    };
    let within = items.iter().filter(|item| {
        let factor = item.actual_minutes / item.estimate_minutes;
        (0.5..=2.0).contains(&factor)
    });
    let within = within.count().to_string();
    let mut subtitle = vec![tell.say("picture-calibration-how", &[("count", &count), ("within", &within)])];
    if enough.is_none() {
        let needed = ENOUGH_TIMED.to_string();
        subtitle.push(tell.say("report-saved-missing", &[("needed", &needed), ("have", &count)]));
    }
    let headers = ["picture-column-figure", "picture-column-value"].map(|key| tell.word(key)).to_vec();
    let mut rows = vec![
        vec![tell.word("picture-calibration-timed"), count],
        vec![tell.word("picture-calibration-within"), within],
    ];
    if let Some(calibration) = enough {
        rows.push(vec![tell.word("picture-calibration-ratio"), ratio(calibration.ratio)]);
        let range = format!("{}–{}", ratio(calibration.low), ratio(calibration.high));
        rows.push(vec![tell.word("picture-column-likely-95"), range]);
    }
    let subtitle = tell.list(&subtitle);
    let desc = tell.run_on(&[title.clone(), subtitle.clone()]);
    Said { title, subtitle, desc, missing: vec![], notes: vec![], table: Table { headers, rows } }
}
