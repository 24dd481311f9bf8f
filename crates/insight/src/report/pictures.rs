//! The three pictures of the weekly report, the same in every format.

use std::collections::BTreeMap;

use halfday_domain::words::Words;

use crate::picture::{
    Lengths, Picture, ShareWeeks, Style, TimeSpent, length_chart, share_by_week, where_time_went,
};
use crate::report::{Report, WEEKS_SHOWN};

/// Which items AI gets right, by length, over the weeks shown.
pub(crate) fn length(report: &Report, style: &Style, words: &Words) -> Picture {
    // A report is read on paper: there is nothing to point at, and so no names.
    let names = BTreeMap::new();
    let (chosen, drawn) = (&report.horizon.chosen, report.horizon.drawn.as_ref());
    length_chart(&Lengths { chosen, drawn, names: &names, weeks: WEEKS_SHOWN }, style, words)
}

/// AI's part of closed jobs, week by week.
pub(crate) fn share(report: &Report, style: &Style, words: &Words) -> Picture {
    let shown = ShareWeeks {
        weeks: &report.weeks,
        change: report.comparison.share.map(|difference| difference.change),
        could: report.could,
        needs_jobs: report.share_needs_jobs,
    };
    share_by_week(&shown, style, words)
}

/// What of the week's AI work was saved, and what was spent; `None` when there is neither.
pub(crate) fn time(report: &Report, style: &Style, words: &Words) -> Option<Picture> {
    let (parts, saved) = (&report.saved_parts, report.numbers.saved);
    let is_something = saved.is_some() || !parts.spent().is_zero();
    is_something.then(|| where_time_went(&TimeSpent { parts, saved }, style, words))
}
