//! The length chart: which items AI gets right the first time, by how long each would take the person. Every judged
//! first try is a mark at its true length; the curve stands only where something was tried, with its 90 % band, and
//! 50 % and 80 % with their ranges. While the gate is closed the marks stand alone and what is missing is said.

use std::collections::BTreeMap;

use halfday_domain::id::ItemId;
use halfday_domain::words::Words;

use crate::group::LengthBand;
use crate::horizon::{Horizon, Interval, Missing, Reading, Tried};
use crate::picture::axis::{Ladder, Shares};
use crate::picture::canvas::{Anchor, Area, Canvas, Mark, Paint, Place};
use crate::picture::face::{Face, Ink};
use crate::picture::frame::{Frame, Said};
use crate::picture::measure::{width, wrap};
use crate::picture::rug::{Rug, Way};
use crate::picture::words::Tell;
use crate::picture::{Picture, PictureName, Point, Style, Table};
use crate::report::Titles;

/// Of more tries than these, those at one length are not all marked.
const MOST_MARKS: usize = 5_000;
const MOST_AT_ONE_LENGTH: usize = 12;

/// What the chart shows.
#[derive(Debug, Clone, Copy)]
pub struct Lengths<'a> {
    /// Items the person chose to hand over.
    pub chosen: &'a Horizon,
    /// Items that chance handed over, where there are any.
    pub drawn: Option<&'a Horizon>,
    /// What the items are called.
    pub names: &'a BTreeMap<ItemId, String>,
    /// The last so many weeks were looked at.
    pub weeks: u32,
}

/// Draws it.
pub fn length_chart(lengths: &Lengths<'_>, style: &Style, words: &Words) -> Picture {
    let tell = Tell::new(words);
    let drawn = lengths.drawn.filter(|drawn| drawn.n > 0);
    let mut frame = Frame::begin(PictureName::Length, style, tell.language, said(lengths, drawn, &tell));
    let rows: Vec<&Tried> =
        lengths.chosen.rows.iter().chain(drawn.iter().flat_map(|drawn| &drawn.rows)).collect();

    let names = ["picture-length-right", "picture-length-not"].map(|key| tell.word(key));
    let margin =
        names.iter().map(|name| width(name, Face::NOTE)).fold(width("100%", Face::NOTE), f64::max) + 12.0;
    let (left, right) = (frame.left + margin, frame.right - 14.0);
    let ranges = [lengths.chosen.h50, lengths.chosen.h80].into_iter().flatten();
    let shown = rows.iter().map(|row| row.minutes).chain(ranges.map(|range| range.mid));
    let ladder = Ladder::over(shown, left, right);
    let marked = marked(&rows);
    let rug = |way: Way| {
        let marks = marked.iter().filter(|row| row.right == (way == Way::Right));
        Rug::new(
            way,
            marks
                .map(|row| (ladder.x(row.minutes), point(row, lengths.names, style.titles, &tell)))
                .collect(),
        )
    };
    let (good, bad) = (rug(Way::Right), rug(Way::NotRight));

    let top = frame.top + good.height();
    let notice = Notice::new(lengths.chosen, right - left - 16.0, &tell);
    let height = (frame.room() * 0.24).clamp(120.0, 160.0).max(notice.height() + 16.0);
    let shares = Shares { top, bottom: top + height, most: 1.0 };
    let end = shares.bottom + bad.height();
    let canvas = &mut frame.canvas;
    shares.draw(canvas, left, right);
    let [name_right, name_not] = &names;
    canvas.text(name_right, Face::NOTE.ink(Ink::Done), Place::new(left - 8.0, top - 10.0, Anchor::End));
    canvas.text(
        name_not,
        Face::NOTE.ink(Ink::Failed),
        Place::new(left - 8.0, shares.bottom + 18.0, Anchor::End),
    );
    canvas.line((left, end), (right, end), Paint::line(Ink::Line, 1.0));
    ladder.draw(canvas, end, &tell);
    let mut bottom = canvas.below(&tell.word("picture-length-axis"), (left, right), end + 26.0);

    curve(canvas, lengths.chosen, &ladder, &shares, Line::Chosen);
    if let Some(drawn) = drawn {
        curve(canvas, drawn, &ladder, &shares, Line::Drawn);
        bottom = name_curves(canvas, (left, right), bottom, &tell);
    }
    let bars = [(0.8, lengths.chosen.h80), (0.5, lengths.chosen.h50)];
    let bars: Vec<(f64, Interval)> =
        bars.into_iter().filter_map(|(share, range)| Some((share, range?))).collect();
    for (share, range) in &bars {
        bar(canvas, *share, *range, lengths.chosen, &ladder, &shares);
    }
    for (share, range) in &bars {
        name_bar(canvas, *share, *range, &ladder, &shares, &tell);
    }
    no_data(canvas, lengths.chosen, &ladder, &shares, &tell);
    good.draw(canvas, top);
    bad.draw(canvas, shares.bottom);
    notice.draw(canvas, f64::midpoint(left, right), f64::midpoint(shares.top, shares.bottom));
    frame.end(bottom)
}

/// Which curve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Chosen,
    Drawn,
}

fn said(lengths: &Lengths<'_>, drawn: Option<&Horizon>, tell: &Tell<'_>) -> Said {
    let chosen = lengths.chosen;
    let (n, right) = (chosen.n.to_string(), chosen.right.to_string());
    let title = match chosen.reading {
        Reading::Within => match chosen.h50 {
            Some(range) => tell.say("picture-length-title", &[("time", &tell.time(range.mid))]),
            None => tell.word("picture-length-title-early"),
        },
        Reading::AtLeast(minutes) => tell.say("picture-length-title-least", &[("time", &tell.time(minutes))]),
        Reading::AtMost(minutes) => tell.say("picture-length-title-most", &[("time", &tell.time(minutes))]),
        Reading::BeyondTried(minutes) => {
            tell.say("picture-length-title-beyond", &[("time", &tell.time(minutes))])
        }
        Reading::NotFalling => tell.word("picture-length-title-flat"),
        Reading::NotEnough if chosen.n == 0 => tell.word("picture-length-title-none"),
        Reading::NotEnough => tell.word("picture-length-title-early"),
    };
    let mut subtitle = vec![];
    if chosen.n > 0 {
        subtitle.push(tell.say("picture-length-how", &[("n", &n), ("right", &right)]));
    }
    subtitle.push(tell.say("picture-weeks", &[("weeks", &lengths.weeks.to_string())]));
    if !chosen.curve.is_empty() {
        subtitle.push(tell.word("picture-length-band"));
    }
    if let Some(drawn) = drawn {
        let (n, right) = (drawn.n.to_string(), drawn.right.to_string());
        subtitle.push(tell.say("picture-length-how-drawn", &[("n", &n), ("right", &right)]));
    }
    if chosen.left_out_rule > 0 {
        subtitle.push(tell.say("picture-length-rule", &[("count", &chosen.left_out_rule.to_string())]));
    }
    let mut desc = vec![tell.say("picture-length-desc", &[("n", &n), ("right", &right)])];
    for (share, range) in [("50%", chosen.h50), ("80%", chosen.h80)] {
        if let Some(range) = range {
            let (time, likely) = (tell.time(range.mid), tell.times(range.low, range.high));
            desc.push(
                tell.say("picture-length-desc-at", &[("share", share), ("time", &time), ("range", &likely)]),
            );
        }
    }
    let missing = if chosen.curve.is_empty() { why_not(chosen, tell) } else { vec![] };
    desc.extend(missing.iter().cloned());
    let notes =
        ["picture-length-note-standard", "picture-length-note-chosen"].map(|key| tell.word(key)).to_vec();
    Said {
        title,
        subtitle: tell.list(&subtitle),
        desc: tell.run_on(&desc),
        missing,
        notes,
        table: table(chosen, drawn, tell),
    }
}

/// What is missing before the length at which half is right can be said, in sentences.
pub fn missing_for_length(horizon: &Horizon, words: &Words) -> Vec<String> {
    why_not(horizon, &Tell::new(words))
}

/// Why there is no curve: what is missing, each with how far it is.
pub(crate) fn why_not(horizon: &Horizon, tell: &Tell<'_>) -> Vec<String> {
    let whole = |count: usize| count.to_string();
    let times = |factor: f64| format!("{}", (factor * 10.0).round() / 10.0);
    let mut lines: Vec<String> = horizon
        .missing
        .iter()
        .map(|missing| {
            let (key, have, need) = match *missing {
                Missing::MoreTries { have, need } => ("picture-missing-tries", whole(have), whole(need)),
                Missing::MoreRight { have, need } => ("picture-missing-right", whole(have), whole(need)),
                Missing::MoreNotRight { have, need } => ("picture-missing-not", whole(have), whole(need)),
                Missing::WiderLengths { have, need } => ("picture-missing-lengths", times(have), times(need)),
                Missing::NarrowerRange { have, at_most } => {
                    ("picture-missing-range", times(have), times(at_most))
                }
                Missing::MoreWeeks { have, need } => {
                    ("picture-missing-weeks", times(have.floor()), times(need))
                }
            };
            tell.say(key, &[("have", &have), ("need", &need)])
        })
        .collect();
    match horizon.reading {
        Reading::NotFalling => lines.push(tell.word("picture-length-flat-why")),
        Reading::NotEnough => lines.push(tell.word("picture-length-usually")),
        Reading::Within | Reading::AtLeast(_) | Reading::AtMost(_) | Reading::BeyondTried(_) => {}
    }
    lines
}

/// The tries that get a mark: all of them, unless there are so very many that the marks at one length only cover each
/// other. Then it is the latest of each length and end.
fn marked<'t>(rows: &[&'t Tried]) -> Vec<&'t Tried> {
    if rows.len() <= MOST_MARKS {
        return rows.to_vec();
    }
    let mut counts: BTreeMap<(u64, bool), usize> = BTreeMap::new();
    let has_room = |row: &&&Tried| {
        let count = counts.entry((row.minutes.to_bits(), row.right)).or_default();
        *count += 1;
        *count <= MOST_AT_ONE_LENGTH
    };
    let mut marked: Vec<&Tried> = rows.iter().rev().filter(has_room).copied().collect();
    marked.reverse();
    marked
}

fn point(row: &Tried, names: &BTreeMap<ItemId, String>, titles: Titles, tell: &Tell<'_>) -> Point {
    let name = match titles {
        Titles::Shown => names.get(&row.item_id).map(|name| crate::report::inert(name)),
        Titles::Hidden => None,
    };
    let came = tell.word(if row.right { "picture-right" } else { "picture-not-right" });
    Point {
        label: name.unwrap_or_else(|| tell.word("picture-an-item")),
        value: tell.say("picture-item-value", &[("time", &tell.time(row.minutes)), ("came", &came)]),
        items: vec![row.item_id],
        jobs: vec![row.job_id],
    }
}

fn curve(canvas: &mut Canvas, horizon: &Horizon, ladder: &Ladder, shares: &Shares, line: Line) {
    let place = |minutes: f64, share: f64| (ladder.x(minutes), shares.y(share));
    let middle: Vec<(f64, f64)> = horizon.curve.iter().map(|at| place(at.minutes, at.p)).collect();
    match line {
        Line::Chosen => {
            let mut band: Vec<(f64, f64)> =
                horizon.curve.iter().map(|at| place(at.minutes, at.high)).collect();
            band.extend(horizon.curve.iter().rev().map(|at| place(at.minutes, at.low)));
            canvas.path(&band, Paint::fill(Ink::Ai).faint(0.16));
            canvas.path(&middle, Paint::line(Ink::Ai, 2.5));
            canvas.keep_clear_of(&middle);
        }
        Line::Drawn => {
            let ends = [|at: &crate::horizon::CurvePoint| at.low, |at: &crate::horizon::CurvePoint| at.high];
            for end in ends {
                let edge: Vec<(f64, f64)> =
                    horizon.curve.iter().map(|at| place(at.minutes, end(at))).collect();
                canvas.path(&edge, Paint::line(Ink::Muted, 1.0).dashed("1 3"));
            }
            canvas.path(&middle, Paint::line(Ink::Text, 2.0).dashed("6 4"));
            canvas.keep_clear_of(&middle);
        }
    }
}

/// Two curves are told apart below the chart, where no mark is in the way; gives where that ends.
fn name_curves(canvas: &mut Canvas, (left, right): (f64, f64), top: f64, tell: &Tell<'_>) -> f64 {
    let (sample, gap) = (24.0, 8.0);
    let (mut x, mut y) = (left, top + Face::NOTE.leading);
    for (key, paint) in [
        ("picture-length-chosen", Paint::line(Ink::Ai, 2.5)),
        ("picture-length-drawn", Paint::line(Ink::Text, 2.0).dashed("6 4")),
    ] {
        let text = tell.word(key);
        if x > left && x + sample + gap + width(&text, Face::NOTE) > right {
            (x, y) = (left, y + Face::NOTE.leading);
        }
        canvas.line((x, y - 4.0), (x + sample, y - 4.0), paint);
        canvas.text(&text, Face::NOTE, Place::new(x + sample + gap, y, Anchor::Start));
        x += sample + 3.0 * gap + width(&text, Face::NOTE);
    }
    y + gap
}

/// The length at a share, with its range as a bar. It is dashed where it lies beyond what was tried, and has no end where
/// the axis ends first.
fn bar(
    canvas: &mut Canvas,
    share: f64,
    range: Interval,
    horizon: &Horizon,
    ladder: &Ladder,
    shares: &Shares,
) {
    let y = shares.y(share);
    let (from, to) = (ladder.x(range.low), ladder.x(range.high));
    let tried = horizon.shortest.zip(horizon.longest);
    let is_tried = tried.is_some_and(|(shortest, longest)| shortest <= range.mid && range.mid <= longest);
    let paint = Paint::line(Ink::Text, 1.5);
    canvas.line((from, y), (to, y), if is_tried { paint } else { paint.dashed("3 3") });
    canvas.keep_clear_of(&[(from, y), (to, y)]);
    let (low, high) = ladder.ends();
    for (end, minutes) in [(from, range.low), (to, range.high)] {
        if (low..=high).contains(&minutes) {
            canvas.line((end, y - 4.0), (end, y + 4.0), paint);
        }
    }
}

/// Its dot, and its words where they have room.
fn name_bar(
    canvas: &mut Canvas,
    share: f64,
    range: Interval,
    ladder: &Ladder,
    shares: &Shares,
    tell: &Tell<'_>,
) {
    let y = shares.y(share);
    let (from, at, to) = (ladder.x(range.low), ladder.x(range.mid), ladder.x(range.high));
    let percent = format!("{}%", (share * 100.0).round());
    let value = tell.say("picture-length-at", &[("share", &percent), ("time", &tell.time(range.mid))]);
    let likely = tell.say("picture-likely", &[("range", &tell.times(range.low, range.high))]);
    let point = Point {
        label: percent,
        value: format!("{} · {likely}", tell.time(range.mid)),
        items: vec![],
        jobs: vec![],
    };
    let mark = canvas.point(point);
    canvas.circle((at, y), 5.0, Paint::fill(Ink::Surface).edged(Ink::Ai, 2.5), mark);
    let places = [
        Place::new(to + 8.0, y + 4.0, Anchor::Start),
        Place::new(to + 8.0, y - 4.0, Anchor::Start),
        Place::new(from - 8.0, y + 4.0, Anchor::End),
        Place::new(to, y - 8.0, Anchor::End),
        Place::new(at - 10.0, y + 18.0, Anchor::End),
        Place::new(from, y + 18.0, Anchor::Start),
        Place::new(from, y + 18.0, Anchor::End),
        Place::new(at + 12.0, y - 10.0, Anchor::Start),
        Place::new(at, y - 10.0, Anchor::Middle),
        Place::new(at, y + 20.0, Anchor::Middle),
    ];
    canvas.pair((&value, Face::VALUE), (&likely, Face::NOTE), &places);
}

/// Beside the curve, where nothing was tried.
fn no_data(canvas: &mut Canvas, horizon: &Horizon, ladder: &Ladder, shares: &Shares, tell: &Tell<'_>) {
    let (Some(shortest), Some(longest)) = (horizon.shortest, horizon.longest) else { return };
    if horizon.curve.is_empty() {
        return;
    }
    let text = tell.word("picture-no-data");
    let wide = width(&text, Face::NOTE) + 12.0;
    let y = shares.bottom - 6.0;
    let (left, right) = (ladder.x(0.0), ladder.x(f64::MAX));
    if right - ladder.x(longest) > wide {
        canvas.label(
            &text,
            Face::NOTE,
            &[Place::new(f64::midpoint(ladder.x(longest), right), y, Anchor::Middle)],
        );
    }
    if ladder.x(shortest) - left > wide {
        canvas.label(
            &text,
            Face::NOTE,
            &[Place::new(f64::midpoint(left, ladder.x(shortest)), y, Anchor::Middle)],
        );
    }
}

/// What is missing, in the middle of a chart without a curve.
struct Notice {
    lines: Vec<String>,
}

impl Notice {
    const FACE: Face = Face::ROW.ink(Ink::Muted);
    const PAD: f64 = 10.0;

    fn new(horizon: &Horizon, room: f64, tell: &Tell<'_>) -> Self {
        let sentences = if horizon.curve.is_empty() { why_not(horizon, tell) } else { vec![] };
        let room = room - 2.0 * Self::PAD;
        Self { lines: sentences.iter().flat_map(|text| wrap(text, Self::FACE, room)).collect() }
    }

    fn height(&self) -> f64 {
        if self.lines.is_empty() {
            0.0
        } else {
            self.lines.len() as f64 * Self::FACE.leading + 2.0 * Self::PAD
        }
    }

    fn draw(&self, canvas: &mut Canvas, x: f64, y: f64) {
        let wide =
            self.lines.iter().map(|line| width(line, Self::FACE)).fold(0.0, f64::max) + 2.0 * Self::PAD;
        let (half, top) = (self.height() / 2.0, y - self.height() / 2.0);
        if !self.lines.is_empty() {
            let area = Area { left: x - wide / 2.0, right: x + wide / 2.0, top, bottom: y + half };
            canvas.rect(area, 8.0, Paint::fill(Ink::Sunken), Mark::NONE);
        }
        for (place, line) in self.lines.iter().enumerate() {
            let y = top + Self::PAD + place as f64 * Self::FACE.leading + 13.0;
            canvas.text(line, Self::FACE, Place::new(x, y, Anchor::Middle));
        }
    }
}

fn table(chosen: &Horizon, drawn: Option<&Horizon>, tell: &Tell<'_>) -> Table {
    let headers = ["picture-column-length", "picture-column-right", "picture-column-likely"];
    let mut rows = vec![];
    for (share, range) in [("50%", chosen.h50), ("80%", chosen.h80)] {
        if let Some(range) = range {
            rows.push(vec![tell.time(range.mid), share.to_owned(), tell.times(range.low, range.high)]);
        }
    }
    let mut bands: BTreeMap<LengthBand, (u32, u32)> = BTreeMap::new();
    for row in chosen.rows.iter().chain(drawn.iter().flat_map(|drawn| &drawn.rows)) {
        let counts = bands.entry(LengthBand::of(row.minutes.round() as u32)).or_default();
        counts.0 += u32::from(row.right);
        counts.1 += 1;
    }
    for (band, (right, of)) in bands {
        rows.push(vec![band_name(band, tell), tell.count(right, of), "–".to_owned()]);
    }
    Table { headers: headers.map(|key| tell.word(key)).to_vec(), rows }
}

pub(crate) fn band_name(band: LengthBand, tell: &Tell<'_>) -> String {
    let (key, minutes) = match band {
        LengthBand::UpTo10 => ("picture-up-to", 10.0),
        LengthBand::UpTo20 => ("picture-up-to", 20.0),
        LengthBand::UpTo40 => ("picture-up-to", 40.0),
        LengthBand::UpTo80 => ("picture-up-to", 80.0),
        LengthBand::UpTo160 => ("picture-up-to", 160.0),
        LengthBand::UpTo480 => ("picture-up-to", 480.0),
        LengthBand::Over480 => ("picture-over", 480.0),
    };
    tell.say(key, &[("time", &tell.time(minutes))])
}
