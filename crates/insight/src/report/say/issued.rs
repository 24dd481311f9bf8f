//! What a report says of its last edition.

use halfday_domain::fmt;

use super::{Mark, Say};
use crate::report::{ChangedFigure, Figure, Report};

impl<M: Mark> Say<'_, M> {
    /// "Edition 2, issued 30 Nov 2026".
    pub(super) fn edition(&self, report: &Report) -> Option<String> {
        let issued = report.issued.as_ref()?;
        let (number, date) = (issued.edition.to_string(), fmt::date(self.language, issued.on));
        Some(self.say("report-edition", &[("edition", &number), ("date", &date)]))
    }

    /// What is otherwise since it was issued, as one sentence.
    pub(super) fn changed(&self, report: &Report) -> Option<String> {
        let issued = report.issued.as_ref().filter(|issued| !issued.changed.is_empty())?;
        let date = fmt::date(self.language, issued.on);
        let list: Vec<String> = issued.changed.iter().map(|changed| self.changed_figure(changed)).collect();
        let list = list.join(&self.word("report-changed-between"));
        Some(self.say("report-changed", &[("date", &date), ("list", &list)]))
    }

    fn changed_figure(&self, changed: &ChangedFigure) -> String {
        let text = |value: Option<f64>| {
            let text = value.map_or_else(
                || self.word("report-changed-too-few"),
                |value| match changed.figure {
                    Figure::Listed | Figure::FromAi | Figure::Saved => fmt::duration(self.language, value),
                    Figure::Share => fmt::percent(value),
                    Figure::JobsClosed | Figure::Right | Figure::Judged => format!("{value:.0}"),
                },
            );
            self.mark.number(&text)
        };
        let what = self.word(match changed.figure {
            Figure::Listed => "report-changed-listed",
            Figure::FromAi => "report-changed-from-ai",
            Figure::JobsClosed => "report-changed-jobs",
            Figure::Share => "report-changed-share",
            Figure::Right => "report-changed-right",
            Figure::Judged => "report-changed-judged",
            Figure::Saved => "report-changed-saved",
        });
        let (before, now) = (text(changed.before), text(changed.now));
        self.say("report-changed-figure", &[("what", &what), ("before", &before), ("now", &now)])
    }
}
