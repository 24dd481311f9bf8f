//! The weekly report as Markdown: the same sentences and numbers as in every other format.

use std::fmt::Write as _;

use halfday_domain::words::Words;

use crate::picture::{Ground, Picture, Style, Theme};
use crate::report::Report;
use crate::report::inert::inert;
use crate::report::pictures;
use crate::report::rows::{advice_cells, has_rows, kind_figure, named_kinds, week_cells};
use crate::report::say::card::Card;
use crate::report::say::{Mark, Say};

/// Of the pictures beside it.
const PICTURE_WIDTH: f64 = 760.0;

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

/// The report in the words' language, as one text.
pub fn markdown(report: &Report, words: &Words) -> String {
    written(report, words, &mut vec![], None)
}

/// The report with links to its pictures, and these as (file name, SVG): they are to stand beside it. Names begin with
/// `stem`.
pub fn markdown_with_pictures(report: &Report, words: &Words, stem: &str) -> (String, Vec<(String, String)>) {
    let mut pictures = vec![];
    let text = written(report, words, &mut pictures, Some(stem));
    (text, pictures)
}

fn written(report: &Report, words: &Words, files: &mut Vec<(String, String)>, stem: Option<&str>) -> String {
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
        full(&mut out, report, &say, words, files, stem);
    }
    let _ = writeln!(out, "---\n\n{}\n", say.word("report-how-title"));
    for line in say.how(report) {
        let _ = writeln!(out, "- {line}");
    }
    let _ = writeln!(out, "\n{}", say.foot(report));
    out
}

/// A picture in words and numbers, and as a file where there is a place for one.
fn picture(out: &mut String, picture: &Picture, files: &mut Vec<(String, String)>, stem: Option<&str>) {
    let _ = write!(out, "## {}\n\n", picture.title);
    if !picture.subtitle.is_empty() {
        let _ = write!(out, "{}\n\n", picture.subtitle);
    }
    if let Some(stem) = stem {
        let name = format!("{stem}-{}.svg", picture.name.code());
        let alt = picture.desc.replace(['[', ']'], "");
        // A blank would end the link.
        let _ = write!(out, "![{alt}]({})\n\n", name.replace(' ', "%20"));
        files.push((name, format!("{}\n", picture.svg)));
    }
    if !picture.table.rows.is_empty() {
        let rules: Vec<&str> = picture.table.headers.iter().map(|_| "---").collect();
        let _ = writeln!(out, "| {} |\n| {} |", picture.table.headers.join(" | "), rules.join(" | "));
        for row in &picture.table.rows {
            let _ = writeln!(out, "| {} |", row.join(" | "));
        }
        out.push('\n');
    }
    for note in picture.missing.iter().chain(&picture.notes) {
        let _ = write!(out, "{note}\n\n");
    }
}

fn full(
    out: &mut String,
    report: &Report,
    say: &Say<'_, Plain>,
    words: &Words,
    files: &mut Vec<(String, String)>,
    stem: Option<&str>,
) {
    let style = Style { ground: Ground::File(Theme::Light), width: PICTURE_WIDTH, titles: report.titles };
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
    picture(out, &pictures::length(report, &style, words), files, stem);
    let share = pictures::share(report, &style, words);
    if let Some(stem) = stem {
        let name = format!("{stem}-{}.svg", share.name.code());
        let _ = write!(out, "![{}]({})\n\n", share.desc.replace(['[', ']'], ""), name.replace(' ', "%20"));
        files.push((name, format!("{}\n", share.svg)));
    }
    weeks(out, report, say);
    if let Some(time) = pictures::time(report, &style, words) {
        picture(out, &time, files, stem);
    }
    if !report.hand_over_next.is_empty() {
        next(out, report, say);
    }
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

fn next(out: &mut String, report: &Report, say: &Say<'_, Plain>) {
    let _ = write!(out, "## {}\n\n{}\n\n", say.word("report-next"), say.word("report-next-how"));
    head(
        out,
        say,
        &["report-column-kind", "report-column-first", "report-column-own", "report-column-saves"],
    );
    for advice in &report.hand_over_next {
        let _ = writeln!(out, "| {} |", advice_cells(advice, say).join(" | "));
    }
    out.push('\n');
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
