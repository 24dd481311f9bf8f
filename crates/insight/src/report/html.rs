//! The weekly report as one self-contained HTML page: A4, light and dark, for screen and print. It
//! loads nothing and runs nothing; every text is escaped, the person's own words also made inert.

use std::fmt::Write as _;

use halfday_domain::words::{Language, Words};

use crate::picture::{Ground, Picture, Style};
use crate::report::Report;
use crate::report::inert::inert;
use crate::report::pictures;
use crate::report::rows::{advice_cells, has_rows, kind_figure, named_kinds, week_cells};
use crate::report::say::{Mark, Say};

/// The look: UI §5. Loaded from nowhere.
const STYLE: &str = include_str!("html/style.css");

/// Widths of pictures: the whole page, and one of two columns.
const WIDE: f64 = 730.0;
const NARROW: f64 = 353.0;

/// Marks of the private use area become elements after escaping, so that no text can make one.
const NUMBER: char = '\u{e000}';
const STRONG: char = '\u{e001}';
const PERSON: char = '\u{e002}';
const END: char = '\u{e003}';
const PERSON_END: char = '\u{e004}';

pub(super) struct Marked;

impl Mark for Marked {
    fn number(&self, text: &str) -> String {
        format!("{NUMBER}{text}{END}")
    }

    fn strong(&self, text: &str) -> String {
        format!("{STRONG}{text}{END}")
    }

    fn person(&self, text: &str) -> String {
        let clean: String = inert(text).chars().filter(|c| !matches!(*c, NUMBER..=PERSON_END)).collect();
        format!("{PERSON}{clean}{PERSON_END}")
    }
}

/// Text as HTML.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            NUMBER => out.push_str("<span class=\"n\">"),
            STRONG => out.push_str("<span class=\"n ai\">"),
            PERSON => out.push_str("<span class=\"own\"><bdi>"),
            END => out.push_str("</span>"),
            PERSON_END => out.push_str("</bdi></span>"),
            other => out.push(other),
        }
    }
    out
}

/// The page in the words' language.
pub fn html(report: &Report, words: &Words) -> String {
    html_with_body(report, words).0
}

/// The page, and what stands in its body: for who wants both, its pictures are drawn once.
pub fn html_with_body(report: &Report, words: &Words) -> (String, String) {
    let body = html_body(report, words);
    let say = Say::new(words, Marked);
    let lang = words.language().code();
    let title = format!("{} · {}", say.word("report-title"), say.when(report));
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n\
         <body>\n",
        escape(&title)
    );
    out.push_str(&body);
    out.push_str("</body>\n</html>\n");
    (out, body)
}

/// What stands in the body of the page: for a window that brings the style itself.
pub fn html_body(report: &Report, words: &Words) -> String {
    let say = Say::new(words, Marked);
    let mut out = String::from("<main>\n");
    header(&mut out, report, &say);
    if report.is_short() {
        let why = say.run_on(&[say.word("report-short-why"), say.word("report-short-next")]);
        let _ = writeln!(
            out,
            "<h1>{}</h1>\n<p class=\"lead\">{}</p>",
            escape(&say.word("report-short")),
            escape(&why)
        );
    } else {
        full(&mut out, report, &say, words);
    }
    footer(&mut out, report, &say);
    out.push_str("</main>\n");
    out
}

fn header(out: &mut String, report: &Report, say: &Say<'_, Marked>) {
    let running = if report.numbers.running {
        format!(" <span class=\"tag\">{}</span>", escape(&say.word("report-running")))
    } else {
        String::new()
    };
    let _ = writeln!(
        out,
        "<header><p class=\"name\">{}</p><p class=\"when\">{}{running}</p></header>",
        escape(&say.word("report-title")),
        escape(&say.when(report)),
    );
}

fn full(out: &mut String, report: &Report, say: &Say<'_, Marked>, words: &Words) {
    let _ = writeln!(out, "<h1>{}</h1>", escape(&say.headline(report)));
    let mut lead: Vec<String> = say.headline_range(report).into_iter().collect();
    lead.push(say.first_time(&report.numbers.first_time));
    for line in lead {
        let _ = writeln!(out, "<p class=\"lead\">{}</p>", escape(&line));
    }
    if let Some(line) = say.unresolved(report) {
        let _ = writeln!(out, "<p class=\"note\">{}</p>", escape(&line));
    }
    out.push_str("<div class=\"cards\">\n");
    for card in say.cards(report) {
        let (label, value) = (escape(&card.label), escape(&card.value));
        let _ = write!(out, "<section class=\"card\"><h2>{label}</h2><p class=\"value\">{value}</p>");
        for line in &card.lines {
            let _ = write!(out, "<p>{}</p>", escape(line));
        }
        out.push_str("</section>\n");
    }
    out.push_str("</div>\n");
    picture(out, &pictures::length(report, &style(WIDE, report), words), say);
    out.push_str("<div class=\"two\">\n");
    let share = pictures::share(report, &style(NARROW, report), words);
    framed(out, &share, |out| weeks_table(out, report, say));
    out.push_str("<div>\n");
    if let Some(time) = pictures::time(report, &style(NARROW, report), words) {
        picture(out, &time, say);
    }
    next(out, report, say);
    out.push_str("</div>\n");
    out.push_str("</div>\n<div class=\"two\">\n");
    kinds(out, report, say);
    missed(out, report, say);
    out.push_str("</div>\n");
    for note in say.notes(report) {
        let _ = writeln!(out, "<p class=\"note\">{}</p>", escape(&note));
    }
}

/// A picture as this page draws it: its colours are the page's, its words are the page's text.
fn style(width: f64, report: &Report) -> Style {
    Style { ground: Ground::Page, width, titles: report.titles }
}

/// A picture, followed by the same numbers as a table.
fn picture(out: &mut String, picture: &Picture, say: &Say<'_, Marked>) {
    framed(out, picture, |out| {
        if picture.table.rows.is_empty() {
            return;
        }
        let _ = writeln!(out, "<details><summary>{}</summary>\n<table>", escape(&say.word("report-table")));
        out.push_str("<thead><tr>");
        for head in &picture.table.headers {
            let _ = write!(out, "<th scope=\"col\">{}</th>", escape(head));
        }
        out.push_str("</tr></thead>\n<tbody>\n");
        for row in &picture.table.rows {
            out.push_str("<tr>");
            for cell in row {
                let _ = write!(out, "<td>{}</td>", escape(cell));
            }
            out.push_str("</tr>\n");
        }
        out.push_str("</tbody></table>\n</details>\n");
    });
}

/// What stands under a finding, where there is something to say.
fn muted(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("<p class=\"muted\">{}</p>", escape(text)) }
}

/// A picture under its finding, with what has to be said of it.
fn framed(out: &mut String, picture: &Picture, table: impl FnOnce(&mut String)) {
    let _ = writeln!(
        out,
        "<section class=\"picture\"><h2>{}</h2>{}\n{}",
        escape(&picture.title),
        muted(&picture.subtitle),
        picture.svg
    );
    for note in &picture.notes {
        let _ = writeln!(out, "<p class=\"muted\">{}</p>", escape(note));
    }
    table(out);
    out.push_str("</section>\n");
}

fn head(out: &mut String, say: &Say<'_, Marked>, columns: &[(&str, &str)]) {
    out.push_str("<thead><tr>");
    for (key, class) in columns {
        let _ = write!(out, "<th scope=\"col\" class=\"{class}\">{}</th>", escape(&say.word(key)));
    }
    out.push_str("</tr></thead>\n");
}

fn next(out: &mut String, report: &Report, say: &Say<'_, Marked>) {
    if report.hand_over_next.is_empty() {
        return;
    }
    let (title, how) = (escape(&say.word("report-next")), escape(&say.word("report-next-how")));
    let _ = writeln!(out, "<section><h2>{title}</h2><p class=\"muted\">{how}</p>\n<table>");
    head(
        out,
        say,
        &[
            ("report-column-kind", ""),
            ("report-column-first", ""),
            ("report-column-own", "r"),
            ("report-column-saves", "r"),
        ],
    );
    out.push_str("<tbody>\n");
    for advice in &report.hand_over_next {
        let [kind, so_far, own, saves] = advice_cells(advice, say).map(|cell| escape(&cell));
        let _ = writeln!(
            out,
            "<tr><td>{kind}</td><td>{so_far}</td><td class=\"r\">{own}</td><td class=\"r\">{saves}</td></tr>"
        );
    }
    out.push_str("</tbody></table>\n</section>\n");
}

fn kinds(out: &mut String, report: &Report, say: &Say<'_, Marked>) {
    if report.by_kind.is_empty() {
        return;
    }
    let _ = writeln!(out, "<section><h2>{}</h2>\n<table>", escape(&say.word("report-kinds")));
    head(
        out,
        say,
        &[("report-column-kind", ""), ("report-column-first", ""), ("report-column-ai-time", "r")],
    );
    out.push_str("<tbody>\n");
    let (rows, more) = named_kinds(report);
    for row in rows {
        let (counted, range) = kind_figure(row, say);
        let range = range
            .map_or_else(String::new, |range| format!(" <span class=\"muted\">{}</span>", escape(&range)));
        let ai = if row.ai_minutes.is_zero() { "–".to_owned() } else { say.time(row.ai_minutes) };
        let _ = writeln!(
            out,
            "<tr><td>{}</td><td><span class=\"n\">{}</span>{range}</td><td class=\"r\">{}</td></tr>",
            escape(&say.kind(&row.kind)),
            escape(&counted),
            escape(&ai)
        );
    }
    out.push_str("</tbody></table>\n");
    if more > 0 {
        let more = say.say("report-kinds-more", &[("count", &more.to_string())]);
        let _ = writeln!(out, "<p class=\"muted\">{}</p>", escape(&more));
    }
    out.push_str("</section>\n");
}

fn missed(out: &mut String, report: &Report, say: &Say<'_, Marked>) {
    let missed = say.missed(report);
    if missed.rows.is_empty() {
        return;
    }
    let count = report.not_right.len().to_string();
    let _ = writeln!(
        out,
        "<section><h2>{}</h2>\n<table>",
        escape(&say.say("report-missed", &[("count", &count)]))
    );
    head(
        out,
        say,
        &[("report-column-reason", ""), ("report-column-times", "r"), ("report-column-which", "w")],
    );
    out.push_str("<tbody>\n");
    for row in missed.rows {
        let titles: Vec<String> = row.which.iter().map(|which| escape(which)).collect();
        let mut which = titles.join("<br>");
        if row.more > 0 {
            let more = say.say("report-missed-more", &[("count", &row.more.to_string())]);
            let _ = write!(which, " <span class=\"muted\">{}</span>", escape(&more));
        }
        let _ = writeln!(
            out,
            "<tr><td>{}</td><td class=\"r\">{}</td><td class=\"w\">{}</td></tr>",
            escape(&row.reason),
            row.times,
            which
        );
    }
    out.push_str("</tbody></table>\n");
    if missed.unnamed > 0 {
        let more = say.say("report-missed-more", &[("count", &missed.unnamed.to_string())]);
        let _ = writeln!(out, "<p class=\"muted\">{}</p>", escape(&more));
    }
    out.push_str("</section>\n");
}

fn weeks_table(out: &mut String, report: &Report, say: &Say<'_, Marked>) {
    let _ = writeln!(out, "<details><summary>{}</summary>\n<table>", escape(&say.word("report-table")));
    head(
        out,
        say,
        &[
            ("report-column-week", ""),
            ("report-column-jobs", "r"),
            ("report-column-ai", "r"),
            ("report-column-listed", "r"),
            ("report-column-share", "r"),
            ("report-column-range", "r"),
            ("report-column-first", "r"),
        ],
    );
    out.push_str("<tbody>\n");
    for week in report.weeks.iter().filter(|week| has_rows(week)) {
        let [when, rest @ ..] = week_cells(week, say);
        let _ = write!(out, "<tr><td>{}</td>", escape(&when));
        for cell in rest {
            let _ = write!(out, "<td class=\"r\">{}</td>", escape(&cell));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table>\n</details>\n");
}

fn footer(out: &mut String, report: &Report, say: &Say<'_, Marked>) {
    let how = say.run_on(&say.how(report));
    let colon = match say.language {
        Language::En => ": ",
        Language::ZhHant | Language::ZhHans => "：",
    };
    let _ = writeln!(
        out,
        "<footer><p><b>{}</b>{colon}{}</p><p>{}</p></footer>",
        escape(&say.word("report-how-title")),
        escape(&how),
        escape(&say.foot(report))
    );
}
