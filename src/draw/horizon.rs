//! The person's own horizon and how work is done again, in sentences. It computes nothing.

use halfday_app::{Words, fmt};
use serde::Deserialize;

use super::lab::{Reliability, heads, length, plain, reliability};
use crate::page::{Page, Tone};
use crate::text::one_line;

/// The document of `stats horizon`, as far as it is shown.
#[derive(Debug, Deserialize)]
pub(crate) struct Horizons {
    chosen: Horizon,
    drawn: Option<Horizon>,
    trend: Trend,
}

#[derive(Debug, Deserialize)]
struct Horizon {
    n: u64,
    right: u64,
    missing: Vec<Missing>,
    reading: Reading,
    h50: Option<Interval>,
    h80: Option<Interval>,
    left_out_rule: u64,
}

#[derive(Debug, Deserialize)]
struct Interval {
    low: f64,
    mid: f64,
    high: f64,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "is", content = "minutes", rename_all = "snake_case")]
enum Reading {
    NotEnough,
    Within,
    AtLeast(f64),
    AtMost(f64),
    BeyondTried(f64),
    NotFalling,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
enum Missing {
    MoreTries { have: u64, need: u64 },
    MoreRight { have: u64, need: u64 },
    MoreNotRight { have: u64, need: u64 },
    WiderLengths { need: f64 },
    NarrowerRange { have: f64, at_most: f64 },
    MoreWeeks { have: f64, need: f64 },
}

#[derive(Debug, Deserialize)]
struct Trend {
    missing: Vec<Missing>,
    reading: TrendReading,
    six_months: Option<Interval>,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
enum TrendReading {
    NotEnough,
    NoClearTrend,
    Rising { doubling_days: Interval },
    Falling { halving_days: Interval },
}

/// The document of `stats reliability`.
#[derive(Debug, Deserialize)]
pub(crate) struct RecordAgain {
    #[serde(flatten)]
    figures: Reliability,
    items: Vec<ItemAgain>,
    streaks: Vec<Streak>,
}

#[derive(Debug, Deserialize)]
struct ItemAgain {
    item: String,
    n: u64,
    c: u64,
    next: Vec<NextK>,
}

#[derive(Debug, Deserialize)]
struct NextK {
    k: u64,
    all_right: f64,
}

#[derive(Debug, Deserialize)]
struct Streak {
    rate: f64,
    needed: u64,
}

/// Both curves, and the change.
pub(crate) fn horizons(page: &mut Page, horizons: &Horizons) {
    page.heading("terminal-horizon-chosen");
    curve(page, &horizons.chosen);
    if let Some(drawn) = &horizons.drawn {
        page.gap();
        page.heading("terminal-horizon-drawn");
        curve(page, drawn);
    }
    page.gap();
    page.heading("terminal-horizon-trend");
    trend(page, &horizons.trend);
    page.gap();
    let words = page.words();
    page.text(Tone::Muted, "", &words.word("terminal-horizon-foot"));
    page.text(Tone::Muted, "", &words.word("terminal-horizon-foot-chosen"));
}

fn curve(page: &mut Page, horizon: &Horizon) {
    let words = page.words();
    let language = words.language();
    if horizon.n > 0 {
        let count = fmt::count(language, horizon.right, horizon.n);
        page.text(Tone::Plain, "", &words.say("terminal-horizon-rests", &[("count", &count)]));
    }
    let bound = |name: &str, minutes: f64| words.say(name, &[("length", &fmt::duration(language, minutes))]);
    match horizon.reading {
        Reading::Within => {
            for (name, interval) in [("half", &horizon.h50), ("four-fifths", &horizon.h80)] {
                if let Some(interval) = interval {
                    let text = length(words, interval.mid, Some((interval.low, interval.high)));
                    let line = words.say(&format!("terminal-horizon-{name}"), &[("length", &text)]);
                    page.text(Tone::Plain, "", &line);
                }
            }
        }
        Reading::AtLeast(minutes) => page.text(Tone::Plain, "", &bound("terminal-horizon-at-least", minutes)),
        Reading::AtMost(minutes) => page.text(Tone::Plain, "", &bound("terminal-horizon-at-most", minutes)),
        Reading::BeyondTried(longest) => {
            page.text(Tone::Plain, "", &bound("terminal-horizon-beyond", longest));
        }
        Reading::NotFalling => page.text(Tone::Plain, "", &words.word("terminal-horizon-not-falling")),
        Reading::NotEnough => page.text(Tone::Plain, "", &words.word("terminal-horizon-not-enough")),
    }
    missing(page, &horizon.missing);
    if horizon.left_out_rule > 0 {
        let count = horizon.left_out_rule.to_string();
        page.text(Tone::Muted, "", &words.say("terminal-horizon-left-out", &[("count", &count)]));
    }
}

fn missing(page: &mut Page, missing: &[Missing]) {
    let words = page.words();
    for one in missing {
        page.text(Tone::Muted, "  ", &sentence(words, one));
    }
}

fn sentence(words: &Words, missing: &Missing) -> String {
    let counts = |name: &str, have: u64, need: u64| {
        words.say(name, &[("have", &have.to_string()), ("need", &need.to_string())])
    };
    let numbers = |name: &str, have: f64, need: f64| {
        words.say(name, &[("have", &format!("{have:.1}")), ("need", &format!("{need:.0}"))])
    };
    match *missing {
        Missing::MoreTries { have, need } => counts("terminal-missing-tries", have, need),
        Missing::MoreRight { have, need } => counts("terminal-missing-right", have, need),
        Missing::MoreNotRight { have, need } => counts("terminal-missing-not-right", have, need),
        Missing::WiderLengths { need, .. } => numbers("terminal-missing-lengths", need, need),
        Missing::NarrowerRange { have, at_most } => numbers("terminal-missing-range", have, at_most),
        Missing::MoreWeeks { have, need } => numbers("terminal-missing-weeks", have, need),
    }
}

fn trend(page: &mut Page, trend: &Trend) {
    let words = page.words();
    if let Some(months) = &trend.six_months {
        let (low, high) = (signed(months.low), signed(months.high));
        page.text(Tone::Plain, "", &words.say("terminal-trend", &[("low", &low), ("high", &high)]));
    }
    let days = |name: &str, days: &Interval| {
        let (low, high) = (fmt::integer(days.low.round() as i64), fmt::integer(days.high.round() as i64));
        words.say(name, &[("low", &low), ("high", &high)])
    };
    let line = match &trend.reading {
        TrendReading::NotEnough => words.word("terminal-horizon-not-enough"),
        TrendReading::NoClearTrend => words.word("terminal-trend-unclear"),
        TrendReading::Rising { doubling_days } => days("terminal-trend-doubling", doubling_days),
        TrendReading::Falling { halving_days } => days("terminal-trend-halving", halving_days),
    };
    page.text(Tone::Plain, "", &line);
    missing(page, &trend.missing);
}

/// `+1.3`, `−0.4`.
fn signed(number: f64) -> String {
    let text = format!("{:.1}", number.abs());
    match text.as_str() {
        "0.0" => "0".to_owned(),
        _ if number < 0.0 => format!("−{text}"),
        _ => format!("+{text}"),
    }
}

pub(crate) fn record_again(page: &mut Page, record: &RecordAgain) {
    let words = page.words();
    if record.items.is_empty() {
        page.text(Tone::Muted, "", &words.word("terminal-again-empty"));
    } else {
        reliability(page, &record.figures);
        page.gap();
        let mut rows = vec![heads(words, &["item", "right-of", "next"])];
        for item in &record.items {
            let next = item.next.iter().map(|next| format!("{} × {}", next.k, fmt::percent(next.all_right)));
            rows.push(vec![
                plain(one_line(&item.item)),
                plain(fmt::count(words.language(), item.c, item.n)),
                plain(next.collect::<Vec<_>>().join(", ")),
            ]);
        }
        page.table(&rows, &[]);
    }
    page.gap();
    let streaks = record.streaks.iter().map(|one| format!("{} ({})", one.needed, fmt::percent(one.rate)));
    let streaks = streaks.collect::<Vec<_>>().join(", ");
    page.text(Tone::Muted, "", &words.say("terminal-again-streaks", &[("streaks", &streaks)]));
}
