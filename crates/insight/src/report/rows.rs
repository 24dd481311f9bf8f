//! Rows of the report's tables as text, the same in every format.

use halfday_domain::fmt;

use crate::advice::Advice;
use crate::report::say::{Mark, Say};
use crate::report::{KindRow, Report};
use crate::stats::PeriodStats;

/// So many kinds are named; the rest is a number.
const KINDS_NAMED: usize = 6;
/// Under so many tries of a kind it is said that they are few.
const FEW_TRIES: u32 = 5;

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

/// One kind worth handing over as cells: kind, AI so far, your time, saves at least.
pub(crate) fn advice_cells<M: Mark>(advice: &Advice, say: &Say<'_, M>) -> [String; 4] {
    let counted = fmt::count(say.language, u64::from(advice.right), u64::from(advice.of));
    let so_far = if advice.of < FEW_TRIES {
        format!("{} · {}", say.number(&counted), say.word("report-few"))
    } else {
        say.number(&counted)
    };
    let (own, saves) = (say.float_time(advice.own_minutes), say.float_time(advice.saves_at_least_minutes));
    [say.kind(&advice.kind), so_far, own, saves]
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
