//! Trials of one job side by side: each a bar of AI's part and the person's, to one scale, with what came of it. A
//! few trials of one job cannot tell change from chance, and the note says so.

use halfday_domain::fmt;
use halfday_domain::id::JobId;
use halfday_domain::words::Words;
use jiff::civil::Date;

use crate::first_time::FirstTime;
use crate::picture::canvas::{Anchor, Area, Mark, Paint, Place};
use crate::picture::face::{Face, Ink};
use crate::picture::frame::{Empty, Frame, Said};
use crate::picture::measure::{shorten, width, wrap_to};
use crate::picture::words::Tell;
use crate::picture::{Picture, PictureName, Point, Style, Table};
use crate::saved::Saved;

/// One trial.
#[derive(Debug, Clone, PartialEq)]
pub struct TrialFigure {
    pub job_id: JobId,
    /// 1 for the first.
    pub number: u32,
    pub closed_on: Option<Date>,
    pub ai_minutes: f64,
    pub own_minutes: f64,
    pub first_time: FirstTime,
    pub saved: Option<Saved>,
    /// The longest item AI did without the person.
    pub stretch_minutes: Option<f64>,
    /// First attempts that were not right.
    pub failures: u32,
    pub cost_nano: Option<i64>,
}

impl TrialFigure {
    fn share(&self) -> Option<f64> {
        let listed = self.ai_minutes + self.own_minutes;
        (listed > 0.0).then(|| self.ai_minutes / listed)
    }

    fn name(&self, tell: &Tell<'_>) -> String {
        tell.say("picture-trial", &[("number", &self.number.to_string())])
    }

    fn facts(&self, tell: &Tell<'_>) -> Vec<String> {
        let mut facts = vec![];
        if self.first_time.of > 0 {
            let counted = tell.count(self.first_time.right, self.first_time.of);
            facts.push(tell.say("picture-trial-right", &[("count", &counted)]));
        }
        if let Some(saved) = self.saved {
            facts.push(tell.say("picture-trial-saved", &[("range", &tell.times(saved.low, saved.high))]));
        }
        if let Some(minutes) = self.stretch_minutes {
            facts.push(tell.say("picture-trial-stretch", &[("time", &tell.time(minutes))]));
        }
        if self.failures > 0 {
            facts.push(tell.say("picture-trial-failures", &[("count", &self.failures.to_string())]));
        }
        if let Some(nano) = self.cost_nano {
            facts.push(fmt::money(tell.language, nano));
        }
        facts
    }
}

const BAR: f64 = 18.0;

/// Draws them; the first on top.
pub fn trials_side_by_side(trials: &[TrialFigure], style: &Style, words: &Words) -> Picture {
    let tell = Tell::new(words);
    let mut frame = Frame::begin(
        PictureName::Trials,
        style,
        tell.language,
        said(trials, &tell).without_counts(Empty::of(trials)),
    );
    let longest = trials.iter().map(|trial| trial.ai_minutes + trial.own_minutes).fold(0.0, f64::max);
    if trials.is_empty() || longest <= 0.0 {
        let bottom = frame.instead(&[tell.word("picture-trials-none")]);
        return frame.end(bottom);
    }
    let name = |trial: &TrialFigure| {
        let day = trial.closed_on.map(|day| fmt::day_month(tell.language, day));
        std::iter::once(trial.name(&tell)).chain(day).collect::<Vec<_>>()
    };
    let name_wide = trials.iter().flat_map(name).map(|line| width(&line, Face::ROW)).fold(0.0, f64::max);
    let share_wide = width("100%", Face::VALUE);
    let (left, right) = (frame.left + name_wide + 14.0, frame.right - share_wide - 12.0);
    let mut y = frame.top;
    for trial in trials {
        let canvas = &mut frame.canvas;
        for (line, text) in name(trial).iter().enumerate() {
            let face = if line == 0 { Face::ROW } else { Face::NOTE };
            canvas.text(text, face, Place::new(frame.left, y + 13.0 + line as f64 * 18.0, Anchor::Start));
        }
        let scale = (right - left) / longest;
        let middle = left + trial.ai_minutes * scale;
        let end = middle + trial.own_minutes * scale;
        let share = trial.share().map_or_else(|| "–".to_owned(), fmt::percent);
        let value = tell.list(&[share.clone(), trial.facts(&tell).join(" · ")]);
        let mark =
            canvas.point(Point { label: trial.name(&tell), value, items: vec![], jobs: vec![trial.job_id] });
        let bar =
            |from: f64, to: f64| Area { left: from, right: (to - 1.0).max(from), top: y, bottom: y + BAR };
        canvas.rect(bar(left, middle), 3.0, Paint::fill(Ink::Ai), mark);
        canvas.rect(bar(middle, end), 3.0, Paint::fill(Ink::Me).faint(0.55), Mark::NONE);
        canvas.text(&share, Face::VALUE.ink(Ink::AiText), Place::new(end + 8.0, y + 13.5, Anchor::Start));
        let mut below = y + BAR;
        for line in wrap_to(&trial.facts(&tell).join(" · "), Face::NOTE, frame.right - left, 3) {
            below += Face::NOTE.leading;
            canvas.text(&line, Face::NOTE, Place::new(left, below - 2.0, Anchor::Start));
        }
        y = below.max(y + 36.0) + 14.0;
    }
    let canvas = &mut frame.canvas;
    y += 8.0;
    let mut x = left;
    for (key, ink, opacity) in [("picture-trial-ai", Ink::Ai, 1.0), ("picture-trial-own", Ink::Me, 0.55)] {
        let text = shorten(&tell.word(key), Face::NOTE, (frame.right - left) / 2.0 - 20.0);
        let key = Area { left: x, right: x + 9.0, top: y - 9.0, bottom: y };
        canvas.rect(key, 2.0, Paint::fill(ink).faint(opacity), Mark::NONE);
        canvas.text(&text, Face::NOTE, Place::new(x + 14.0, y, Anchor::Start));
        x += 14.0 + width(&text, Face::NOTE) + 16.0;
    }
    frame.end(y + 8.0)
}

fn said(trials: &[TrialFigure], tell: &Tell<'_>) -> Said {
    let title = match (trials.first(), trials.last()) {
        (Some(first), Some(last)) if trials.len() > 1 => {
            let share = |trial: &TrialFigure| trial.share().map_or_else(|| "–".to_owned(), fmt::percent);
            let (first, last) = (share(first), share(last));
            if first == last {
                tell.say("picture-trials-title-same", &[("share", &first)])
            } else {
                tell.say("picture-trials-title", &[("first", &first), ("last", &last)])
            }
        }
        _ => tell.word("picture-trials-title-one"),
    };
    let headers = [
        "picture-column-trial",
        "report-column-share",
        "report-column-ai",
        "picture-column-own",
        "picture-column-facts",
    ];
    let rows: Vec<Vec<String>> = trials
        .iter()
        .map(|trial| {
            vec![
                trial.name(tell),
                trial.share().map_or_else(|| "–".to_owned(), fmt::percent),
                tell.time(trial.ai_minutes),
                tell.time(trial.own_minutes),
                trial.facts(tell).join(" · "),
            ]
        })
        .collect();
    let desc = tell.list(&rows.iter().map(|row| row.join(" ")).collect::<Vec<_>>());
    Said {
        title,
        subtitle: tell.say("picture-trials-how", &[("count", &trials.len().to_string())]),
        desc: if trials.is_empty() { tell.word("picture-trials-none") } else { desc },
        missing: vec![],
        notes: vec![tell.word("picture-trials-note")],
        table: Table { headers: headers.map(|key| tell.word(key)).to_vec(), rows },
    }
}
