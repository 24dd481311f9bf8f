//! The weekly report as Markdown: the same sentences and numbers as in every other format.

use std::fmt::Write as _;

use halfday_domain::fmt;
use halfday_domain::words::Words;

use crate::report::inert::inert;
use crate::report::say::card::Card;
use crate::report::say::{Mark, Say};
use crate::report::{KindRow, Report};
use crate::stats::PeriodStats;

/// So many kinds are named; the rest is a number.
pub(crate) const KINDS_NAMED: usize = 6;

struct Plain;

impl Mark for Plain {
    fn number(&self, text: &str) -> String {
        text.to_owned()
    }

    fn strong(&self, text: &str) -> String {
        format!("**{text}**")
    }

    fn person(&self, text: &str) -> String {
        escape(text)
    }
}

/// Words the person wrote, so that they read as they are and start nothing.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for character in inert(text).chars() {
        if matches!(
            character,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | ':' | '$'
        ) {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// The report in the words' language.
pub fn markdown(report: &Report, words: &Words) -> String {
    let say = Say::new(words, Plain);
    let mut out = format!("# {}\n\n{}", say.word("report-title"), say.when(report));
    if report.numbers.running {
        let _ = write!(out, " · {}", say.word("report-running"));
    }
    out.push_str("\n\n");
    if report.is_short() {
        let _ = write!(
            out,
            "**{}**\n\n{}\n\n",
            say.word("report-short"),
            say.run_on(&[say.word("report-short-why"), say.word("report-short-next")])
        );
    } else {
        full(&mut out, report, &say);
    }
    let _ = writeln!(out, "---\n\n{}\n", say.word("report-how-title"));
    for line in say.how(report) {
        let _ = writeln!(out, "- {line}");
    }
    let _ = writeln!(out, "\n{}", say.foot(report));
    out
}

fn full(out: &mut String, report: &Report, say: &Say<'_, Plain>) {
    let _ = write!(out, "## {}\n\n", say.headline(report));
    let mut lines: Vec<String> = say.headline_range(report).into_iter().collect();
    lines.push(say.first_time(&report.numbers.first_time));
    lines.extend(say.unresolved(report));
    for line in lines {
        let _ = write!(out, "{line}\n\n");
    }
    for card in say.cards(report) {
        write_card(out, &card);
    }
    out.push('\n');
    weeks(out, report, say);
    if !report.by_kind.is_empty() {
        kinds(out, report, say);
    }
    let missed = say.missed(report);
    if !missed.rows.is_empty() {
        let count = report.not_right.len().to_string();
        let _ = write!(out, "## {}\n\n", say.say("report-missed", &[("count", &count)]));
        head(out, say, &["report-column-reason", "report-column-times", "report-column-which"]);
        for row in missed.rows {
            let mut which = row.which;
            if row.more > 0 {
                which.push(say.say("report-missed-more", &[("count", &row.more.to_string())]));
            }
            let _ = writeln!(out, "| {} | {} | {} |", row.reason, row.times, which.join("; "));
        }
        if missed.unnamed > 0 {
            let more = say.say("report-missed-more", &[("count", &missed.unnamed.to_string())]);
            let _ = write!(out, "\n{more}\n");
        }
        out.push('\n');
    }
    for note in say.notes(report) {
        let _ = write!(out, "{note}\n\n");
    }
}

fn write_card(out: &mut String, card: &Card) {
    let _ = writeln!(out, "- **{}** {}", card.label, card.value);
    for line in &card.lines {
        let _ = writeln!(out, "  - {line}");
    }
}

fn head(out: &mut String, say: &Say<'_, Plain>, keys: &[&str]) {
    let names: Vec<String> = keys.iter().map(|key| say.word(key)).collect();
    let rules: Vec<&str> = keys.iter().map(|_| "---").collect();
    let _ = writeln!(out, "| {} |\n| {} |", names.join(" | "), rules.join(" | "));
}

fn weeks(out: &mut String, report: &Report, say: &Say<'_, Plain>) {
    let _ = write!(out, "## {}\n\n", say.word("report-share-chart"));
    head(
        out,
        say,
        &[
            "report-column-week",
            "report-column-jobs",
            "report-column-ai",
            "report-column-listed",
            "report-column-share",
            "report-column-range",
            "report-column-first",
        ],
    );
    for week in report.weeks.iter().filter(|week| has_rows(week)) {
        let cells = week_cells(week, say);
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    }
    out.push('\n');
}

/// Whether anything was closed or judged in a week; an empty week is no row of zeros.
pub(crate) fn has_rows(week: &PeriodStats) -> bool {
    week.jobs_closed > 0 || week.first_time.of > 0
}

/// One week as cells: when, jobs, AI, listed, share, range, right first time.
pub(crate) fn week_cells<M: Mark>(week: &PeriodStats, say: &Say<'_, M>) -> [String; 7] {
    let dash = || "–".to_owned();
    let when = week.from.zip(week.to).map_or_else(dash, |(from, to)| {
        let dates = fmt::date_range(say.language, from, to);
        if week.running { format!("{dates}, {}", say.word("report-running")) } else { dates }
    });
    let minutes = |minutes| if week.jobs_closed > 0 { say.time(minutes) } else { dash() };
    let (share, range) = week.share.map_or_else(
        || (dash(), dash()),
        |share| (fmt::percent(share.value), say.percent_range(share.low, share.high)),
    );
    let first = &week.first_time;
    let counted = if first.of == 0 {
        dash()
    } else {
        fmt::count(say.language, u64::from(first.right), u64::from(first.of))
    };
    [
        when,
        week.jobs_closed.to_string(),
        minutes(week.ai_minutes),
        minutes(week.listed_minutes),
        share,
        range,
        counted,
    ]
}

/// The kinds with most tries first, and how many are not named.
pub(crate) fn named_kinds(report: &Report) -> (Vec<&KindRow>, usize) {
    let mut rows: Vec<&KindRow> = report.by_kind.iter().collect();
    rows.sort_by_key(|row| std::cmp::Reverse((row.first_time.of, row.ai_minutes)));
    let more = rows.len().saturating_sub(KINDS_NAMED);
    rows.truncate(KINDS_NAMED);
    (rows, more)
}

/// One kind's figure: the count, and from five on the percentage with its range.
pub(crate) fn kind_figure<M: Mark>(row: &KindRow, say: &Say<'_, M>) -> (String, Option<String>) {
    let first = &row.first_time;
    if first.of == 0 {
        return ("–".to_owned(), None);
    }
    let counted = fmt::count(say.language, u64::from(first.right), u64::from(first.of));
    let more = match (first.rate, first.low, first.high) {
        (Some(rate), Some(low), Some(high)) => {
            let (rate, range) = (fmt::percent(rate), say.percent_range(low, high));
            say.phrase("report-rate", &[("rate", &rate), ("range", &range)])
        }
        _ => say.word("report-few"),
    };
    (counted, Some(more))
}

fn kinds(out: &mut String, report: &Report, say: &Say<'_, Plain>) {
    let _ = write!(out, "## {}\n\n", say.word("report-kinds"));
    head(
        out,
        say,
        &["report-column-kind", "report-column-first", "report-column-rate", "report-column-ai-time"],
    );
    let (rows, more) = named_kinds(report);
    for row in rows {
        let (counted, range) = kind_figure(row, say);
        let range = range.unwrap_or_else(|| "–".to_owned());
        let ai = if row.ai_minutes.is_zero() { "–".to_owned() } else { say.time(row.ai_minutes) };
        let _ = writeln!(out, "| {} | {counted} | {range} | {ai} |", say.kind(&row.kind));
    }
    out.push('\n');
    if more > 0 {
        let _ = write!(out, "{}\n\n", say.say("report-kinds-more", &[("count", &more.to_string())]));
    }
}
