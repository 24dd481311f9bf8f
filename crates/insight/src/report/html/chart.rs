//! The two pictures of the weekly report as inline SVG. Their numbers stand in tables beside them;
//! labels sit on the marks. Colours come from the page's style, so that they follow light and dark.

use std::fmt::Write as _;

use halfday_domain::fmt;

use super::{Marked, escape};
use crate::difference::Change;
use crate::report::Report;
use crate::report::say::Say;
use crate::stats::PeriodStats;

const WIDTH: f64 = 344.0;
const HEIGHT: f64 = 168.0;
const LEFT: f64 = 38.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 24.0;

/// AI's part of closed jobs, week by week, each with its range.
pub(super) fn share_by_week(out: &mut String, report: &Report, say: &Say<'_, Marked>) {
    let title = match report.comparison.share.map(|difference| difference.change) {
        Some(Change::Better) => "report-share-chart-rose",
        Some(Change::Worse) => "report-share-chart-fell",
        Some(Change::Unclear) | None => "report-share-chart",
    };
    let _ = writeln!(out, "<section><h2>{}</h2>", escape(&say.word(title)));
    if report.weeks.iter().all(|week| week.share.is_none()) {
        let needed = report.share_needs_jobs.to_string();
        let none = say.say("report-share-chart-none", &[("needed", &needed)]);
        let _ = writeln!(out, "<p class=\"muted\">{}</p></section>", escape(&none));
        return;
    }
    let _ = writeln!(out, "<p class=\"muted\">{}</p>", escape(&say.word("report-share-chart-how")));
    let last = report.weeks.last().and_then(|week| week.to).map(|to| fmt::date(say.language, to));
    let count = report.weeks.len().to_string();
    let description =
        say.say("report-share-chart-desc", &[("weeks", &count), ("last", &last.unwrap_or_default())]);
    let _ = writeln!(
        out,
        "<svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-labelledby=\"share-title share-desc\">\
         <title id=\"share-title\">{}</title><desc id=\"share-desc\">{}</desc>",
        escape(&say.word(title)),
        escape(&description)
    );
    let top = report.weeks.iter().filter_map(|week| week.share).map(|share| share.high).fold(0.0, f64::max);
    let top = ((top * 5.0).ceil() / 5.0).clamp(0.2, 1.0);
    let y = |share: f64| TOP + (HEIGHT - TOP - BOTTOM) * (1.0 - share / top);
    let steps = if top > 0.6 { 4 } else { (top * 5.0).round().max(1.0) as u32 };
    for step in 0..=steps {
        let share = top * f64::from(step) / f64::from(steps);
        let class = if step == 0 { "base" } else { "grid" };
        let at = y(share);
        let _ = write!(
            out,
            "<line class=\"{class}\" x1=\"{LEFT}\" x2=\"{:.1}\" y1=\"{at:.1}\" y2=\"{at:.1}\"/>\
             <text class=\"axis e\" x=\"{:.1}\" y=\"{:.1}\">{}</text>",
            WIDTH - RIGHT,
            LEFT - 6.0,
            at + 4.0,
            escape(&fmt::percent(share))
        );
    }
    points(out, &report.weeks, say, &y);
    out.push_str("</svg>\n</section>\n");
}

fn points(out: &mut String, weeks: &[PeriodStats], say: &Say<'_, Marked>, y: &dyn Fn(f64) -> f64) {
    let slots = weeks.len().max(2) as f64;
    let x = |place: usize| LEFT + 10.0 + (WIDTH - LEFT - RIGHT - 20.0) * place as f64 / (slots - 1.0);
    let last = weeks.len().saturating_sub(1);
    for (place, week) in weeks.iter().enumerate() {
        let at = x(place);
        let is_labelled = place == 0 || place == last || place == slots as usize / 2 - 1;
        if let (true, Some(from)) = (is_labelled, week.from) {
            let class = if place == last { "axis e" } else { "axis m" };
            let at = if place == last { WIDTH - RIGHT } else { at };
            let _ = write!(
                out,
                "<text class=\"{class}\" x=\"{at:.1}\" y=\"{:.1}\">{}</text>",
                HEIGHT - 6.0,
                escape(&fmt::day_month(say.language, from))
            );
        }
        let Some(share) = week.share else { continue };
        let dot = if week.running { "dot open" } else { "dot" };
        let size = if place == last { 5.0 } else { 3.5 };
        let _ = write!(
            out,
            "<line class=\"range\" x1=\"{at:.1}\" x2=\"{at:.1}\" y1=\"{:.1}\" y2=\"{:.1}\"/>\
             <circle class=\"{dot}\" cx=\"{at:.1}\" cy=\"{:.1}\" r=\"{size}\"/>",
            y(share.low),
            y(share.high),
            y(share.value)
        );
        if place == last {
            let _ = write!(
                out,
                "<text class=\"label m\" x=\"{at:.1}\" y=\"{:.1}\">{}</text>",
                y(share.high) - 5.0,
                escape(&fmt::percent(share.value))
            );
        }
    }
}

/// One bar: what the accepted items were worth, and what of it was spent on getting them.
pub(super) fn where_time_went(out: &mut String, report: &Report, say: &Say<'_, Marked>) {
    let parts = &report.saved_parts;
    let (brief, review) = (parts.brief_minutes.value(), parts.review_minutes.value());
    let rework = parts.rework_minutes.value();
    let own = [
        ("report-part-brief", "brief", brief),
        ("report-part-review", "review", review),
        ("report-part-rework", "rework", rework),
    ];
    let saved = report.numbers.saved.map(|saved| saved.mid).filter(|saved| *saved > 0.0);
    let spent = brief + review + rework;
    let (title, how, bar): (String, &str, Vec<(&str, &str, f64)>) = match saved {
        Some(saved) => {
            let worth = fmt::duration(say.language, saved + spent);
            let title = say.say("report-time-chart", &[("worth", &worth)]);
            let parts = std::iter::once(("report-part-saved", "saved", saved)).chain(own).collect();
            (title, "report-time-chart-how", parts)
        }
        None if spent > 0.0 => {
            let title = say.say("report-own-chart", &[("spent", &fmt::duration(say.language, spent))]);
            (title, "report-own-chart-how", own.to_vec())
        }
        None => return,
    };
    let whole: f64 = bar.iter().map(|part| part.2).sum();
    let _ = writeln!(
        out,
        "<section><h2>{0}</h2><p class=\"muted\">{1}</p>\n<svg viewBox=\"0 0 {WIDTH} 28\" role=\"img\" \
         aria-labelledby=\"time-title time-desc\"><title id=\"time-title\">{0}</title><desc id=\"time-desc\">{1}</desc>",
        escape(&title),
        escape(&say.word(how))
    );
    let mut at = 0.0;
    for (_, class, minutes) in &bar {
        let width = WIDTH * minutes / whole;
        let shown = (width - 2.5).max(0.0);
        let _ = write!(
            out,
            "<rect class=\"{class}\" x=\"{:.1}\" y=\"0.5\" width=\"{shown:.1}\" height=\"27\" rx=\"3\"/>",
            at + 0.5
        );
        at += width;
    }
    out.push_str("</svg>\n<ul class=\"parts\">\n");
    for (key, class, minutes) in &bar {
        let _ = writeln!(
            out,
            "<li><svg class=\"key\" viewBox=\"0 0 10 10\" aria-hidden=\"true\"><rect class=\"{class}\" x=\"0.5\" \
             y=\"0.5\" width=\"9\" height=\"9\" rx=\"2\"/></svg>{} <b>{}</b></li>",
            escape(&say.word(key)),
            escape(&fmt::duration(say.language, *minutes))
        );
    }
    out.push_str("</ul>\n</section>\n");
}
