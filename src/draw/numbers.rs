//! The person's record as a table. It shows what `stats` counted and computes nothing.

use halfday_app::jiff::civil::Date;
use halfday_app::{Words, fmt};
use serde::Deserialize;

use crate::page::{Page, Piece, Tone};

/// The `stats` document, as far as it is shown.
#[derive(Debug, Deserialize)]
pub(crate) struct Record {
    weeks: Vec<Period>,
    total: Period,
}

/// The document grouped.
#[derive(Debug, Deserialize)]
pub(crate) struct Grouped {
    by: String,
    groups: Vec<Group>,
    total: Period,
}

#[derive(Debug, Deserialize)]
struct Period {
    from: Option<String>,
    to: Option<String>,
    running: bool,
    listed_minutes: f64,
    ai_minutes: f64,
    jobs_closed: u64,
    share: Option<Share>,
    first_time: FirstTime,
    saved: Option<Saved>,
}

#[derive(Debug, Deserialize)]
struct Group {
    key: Option<String>,
    first_time: FirstTime,
    ai_minutes: f64,
}

#[derive(Debug, Deserialize)]
struct Share {
    value: f64,
}

#[derive(Debug, Deserialize)]
struct Saved {
    low: f64,
    high: f64,
}

#[derive(Debug, Deserialize)]
struct FirstTime {
    right: u64,
    of: u64,
    unresolved: u64,
    rate: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

impl Period {
    fn is_empty(&self) -> bool {
        self.jobs_closed == 0 && self.first_time.of == 0 && self.first_time.unresolved == 0
    }
}

fn muted(text: impl Into<String>) -> Piece {
    (Tone::Muted, text.into())
}

fn plain(text: impl Into<String>) -> Piece {
    (Tone::Plain, text.into())
}

/// `17/21 81%`; the count alone where there are too few.
fn first_time(figure: &FirstTime) -> String {
    match (figure.of, figure.rate) {
        (0, _) => "–".to_owned(),
        (of, Some(rate)) => format!("{}/{of} {}", figure.right, fmt::percent(rate)),
        (of, None) => format!("{}/{of}", figure.right),
    }
}

fn ai_of_listed(words: &Words, period: &Period) -> String {
    if period.jobs_closed == 0 {
        return "–".to_owned();
    }
    let language = words.language();
    let minutes = [
        ("ai", &*fmt::duration(language, period.ai_minutes)),
        ("listed", &*fmt::duration(language, period.listed_minutes)),
    ];
    words.say("terminal-stats-ai-of-listed", &minutes)
}

/// Week by week.
pub(crate) fn record(page: &mut Page, record: &Record) {
    let words = page.words();
    let shown: Vec<&Period> = record.weeks.iter().filter(|week| !week.is_empty()).collect();
    if shown.is_empty() {
        page.text(Tone::Muted, "", &words.word("terminal-stats-empty"));
        return;
    }
    let head = ["week", "jobs", "ai", "share", "first-time"];
    let mut rows = vec![head.map(|name| muted(words.word(&format!("terminal-stats-{name}")))).to_vec()];
    for week in shown {
        let running = if week.running { "*" } else { "" };
        rows.push(row(words, format!("{}{running}", days(words, week)), week));
    }
    rows.push(row(words, words.word("terminal-stats-total"), &record.total));
    page.table(&rows, &[1]);
    if record.weeks.iter().any(|week| week.running && !week.is_empty()) {
        page.text(Tone::Muted, "", &words.word("terminal-stats-running"));
    }
    closing(page, &record.total);
}

/// The days of a week, as people read them.
fn days(words: &Words, week: &Period) -> String {
    let day = |text: &Option<String>| text.as_deref().and_then(|text| text.parse::<Date>().ok());
    match (day(&week.from), day(&week.to)) {
        (Some(from), Some(to)) => fmt::date_range(words.language(), from, to),
        (_, _) => String::new(),
    }
}

fn row(words: &Words, label: String, period: &Period) -> Vec<Piece> {
    let share = period.share.as_ref().map_or_else(|| "–".to_owned(), |share| fmt::percent(share.value));
    vec![
        plain(label),
        plain(fmt::integer(i64::try_from(period.jobs_closed).unwrap_or(i64::MAX))),
        plain(ai_of_listed(words, period)),
        plain(share),
        plain(first_time(&period.first_time)),
    ]
}

/// By kind, agent, family, length or week.
pub(crate) fn record_by(page: &mut Page, grouped: &Grouped) {
    let words = page.words();
    if grouped.groups.is_empty() {
        page.text(Tone::Muted, "", &words.word("terminal-stats-empty"));
        return;
    }
    let head = [format!("by-{}", grouped.by), "first-time".to_owned(), "ai-minutes".to_owned()];
    let mut rows = vec![head.map(|name| muted(words.word(&format!("terminal-stats-{name}")))).to_vec()];
    for group in &grouped.groups {
        rows.push(vec![
            plain(label(words, &grouped.by, group.key.as_deref())),
            plain(first_time(&group.first_time)),
            plain(fmt::duration(words.language(), group.ai_minutes)),
        ]);
    }
    page.table(&rows, &[]);
    closing(page, &grouped.total);
}

fn label(words: &Words, by: &str, key: Option<&str>) -> String {
    match (by, key) {
        (_, None) => words.word("terminal-stats-unknown"),
        ("kind", Some(key)) => {
            let word = format!("kind-{key}");
            if words.has(&word) { words.word(&word) } else { crate::text::one_line(key) }
        }
        ("length", Some(key)) => words.say("terminal-stats-length", &[("band", key)]),
        (_, Some(key)) => crate::text::one_line(key),
    }
}

/// What the total says, in sentences.
fn closing(page: &mut Page, total: &Period) {
    let words = page.words();
    let language = words.language();
    page.gap();
    let figure = &total.first_time;
    if figure.of > 0 {
        let count = fmt::count(language, figure.right, figure.of);
        let line = match (figure.rate, figure.low, figure.high) {
            (Some(rate), Some(low), Some(high)) => {
                let range = fmt::percent_range(language, low, high);
                let rate = fmt::percent(rate);
                let args = [("count", count.as_str()), ("rate", &rate), ("range", &range)];
                words.say("terminal-stats-right", &args)
            }
            (_, _, _) => words.say("terminal-stats-right-few", &[("count", &count)]),
        };
        page.text(Tone::Plain, "", &line);
    }
    if figure.unresolved > 0 {
        let count = figure.unresolved.to_string();
        page.text(Tone::Muted, "", &words.say("terminal-stats-unresolved", &[("count", &count)]));
    }
    if let Some(saved) = &total.saved {
        let range = fmt::duration_range(language, saved.low, saved.high);
        page.text(Tone::Plain, "", &words.say("terminal-stats-saved", &[("range", &range)]));
    }
    if total.jobs_closed > 0 && total.share.is_none() {
        page.text(Tone::Muted, "", &words.word("terminal-stats-share-few"));
    }
}
