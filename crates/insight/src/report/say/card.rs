//! The three boxes of the weekly report: saved, four weeks against four, handed over again.

use halfday_domain::fmt;

use super::{Mark, Say};
use crate::difference::{Change, Difference};
use crate::report::Report;
use crate::saved::SavedParts;

/// A small box: what it is about, its number, and what belongs to it.
#[derive(Debug)]
pub(crate) struct Card {
    pub(crate) label: String,
    pub(crate) value: String,
    pub(crate) lines: Vec<String>,
}

impl<M: Mark> Say<'_, M> {
    pub(crate) fn cards(&self, report: &Report) -> [Card; 3] {
        [self.saved(report), self.comparison(report), self.again(report)]
    }

    /// What was felt stands under the figure, before everything that explains it.
    fn saved(&self, report: &Report) -> Card {
        let mut card = self.measured(report);
        if let Some(felt) = report.felt {
            let felt = self.mark.number(&self.word(&format!("felt-saved-{}", felt.code())));
            card.lines.insert(0, self.say("report-saved-felt", &[("felt", &felt)]));
        }
        card
    }

    fn measured(&self, report: &Report) -> Card {
        let label = self.word("report-saved");
        let parts = &report.saved_parts;
        if parts.items == 0 {
            let value = self.word("report-saved-nothing");
            return Card { label, value, lines: vec![self.word("report-saved-nothing-why")] };
        }
        let accepted = self.time(parts.accepted_minutes);
        if let (Some(saved), Some(calibration)) = (report.numbers.saved, report.calibration) {
            let worth = self.float_time(calibration.ratio * parts.accepted_minutes.value());
            let range = self.mark.number(&fmt::duration_range(self.language, saved.low, saved.high));
            let ratio = self.mark.number(&format!("{:.2}", calibration.ratio));
            let items = calibration.items.to_string();
            let mut lines = vec![self.say("report-saved-range", &[("range", &range)])];
            lines.extend(self.spent(parts, worth.clone()));
            lines.push(self.say(
                "report-saved-worth",
                &[("worth", &worth), ("accepted", &accepted), ("ratio", &ratio), ("items", &items)],
            ));
            return Card { label, value: self.float_time(saved.mid), lines };
        }
        let have = report.calibration.map_or(0, |calibration| calibration.items).to_string();
        let needed = report.calibration_needs_items.to_string();
        let mut lines = vec![self.say("report-saved-missing", &[("needed", &needed), ("have", &have)])];
        lines.extend(self.spent(parts, self.phrase("report-saved-accepted", &[("accepted", &accepted)])));
        Card { label, value: self.word("report-saved-uncalibrated"), lines }
    }

    /// What came in, less the person's own time by what it was spent on.
    fn spent(&self, parts: &SavedParts, came_in: String) -> Vec<String> {
        let mut sum = vec![came_in];
        for (key, time) in [
            ("report-saved-less-brief", parts.brief_minutes),
            ("report-saved-less-review", parts.review_minutes),
            ("report-saved-less-rework", parts.rework_minutes),
        ] {
            if !time.is_zero() {
                sum.push(self.phrase(key, &[("time", &self.time(time))]));
            }
        }
        let mut lines = vec![sum.join(" ")];
        if parts.spent().is_zero() {
            lines.push(self.word("report-saved-untimed"));
        }
        lines
    }

    fn comparison(&self, report: &Report) -> Card {
        let (before, after) = (&report.comparison.before, &report.comparison.after);
        let mut lines = vec![];
        let shares = report.comparison.share.zip(before.share.zip(after.share));
        let value = if let Some((difference, (before, after))) = shares {
            let word = self.change(&difference, "report-more", "report-less");
            let (before, after) = (self.percent(before.value), self.percent(after.value));
            let args = [("before", before.as_str()), ("after", &after), ("word", &word)];
            lines.push(self.say("report-compare-share", &args));
            self.mark.number(&fmt::points(self.language, difference.value))
        } else {
            let jobs = report.share_needs_jobs.to_string();
            lines.push(self.say("report-compare-needs", &[("jobs", &jobs)]));
            self.word("report-compare-cannot")
        };
        let rates = before.first_time.rate.zip(after.first_time.rate);
        if let (Some(difference), Some((before, after))) = (report.comparison.first_time, rates) {
            let word = self.change(&difference, "report-better", "report-worse");
            let (before, after) = (self.percent(before), self.percent(after));
            let args = [("before", before.as_str()), ("after", &after), ("word", &word)];
            lines.push(self.say("report-compare-first", &args));
        }
        Card { label: self.word("report-compare"), value, lines }
    }

    fn change(&self, difference: &Difference, better: &str, worse: &str) -> String {
        self.word(match difference.change {
            Change::Better => better,
            Change::Worse => worse,
            Change::Unclear => "report-chance",
        })
    }

    fn again(&self, report: &Report) -> Card {
        let again = report.handed_over_again;
        let label = self.word("report-again");
        if again.of == 0 {
            let value = self.word("report-again-none");
            return Card { label, value, lines: vec![self.word("report-again-none-what")] };
        }
        let value = fmt::count(self.language, u64::from(again.again), u64::from(again.of));
        Card { label, value: self.mark.number(&value), lines: vec![self.word("report-again-what")] }
    }
}
