//! The three boxes of the weekly report: saved, four weeks against four, handed over again.

use halfday_domain::fmt;

use super::{Mark, Say, with};
use crate::difference::{Change, Difference};
use crate::report::Report;
use crate::saved::Saved;

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

    fn saved(&self, report: &Report) -> Card {
        let label = self.word("report-saved");
        let parts = &report.saved_parts;
        let (brief, review) = (self.time(parts.brief_minutes), self.time(parts.review_minutes));
        let rework = self.time(parts.rework_minutes);
        let accepted = self.time(parts.accepted_minutes);
        let spent = [("brief", brief.as_str()), ("review", &review), ("rework", &rework)];
        if parts.items == 0 {
            let value = self.word("report-saved-nothing");
            return Card { label, value, lines: vec![self.word("report-saved-nothing-why")] };
        }
        match (report.numbers.saved, report.calibration) {
            (Some(Saved { low, mid, high }), Some(calibration)) => {
                let worth = self.float_time(calibration.ratio * parts.accepted_minutes.value());
                let range = self.mark.number(&fmt::duration_range(self.language, low, high));
                let ratio = self.mark.number(&format!("{:.2}", calibration.ratio));
                let items = calibration.items.to_string();
                let worth_of = [("accepted", accepted.as_str()), ("ratio", &ratio), ("items", &items)];
                let lines = vec![
                    self.say("report-saved-range", &[("range", &range)]),
                    self.say("report-saved-sum", &with(spent, [("worth", &worth)])),
                    self.say("report-saved-worth", &worth_of),
                ];
                Card { label, value: self.float_time(mid), lines }
            }
            (_, calibration) => {
                let have = calibration.map_or(0, |calibration| calibration.items).to_string();
                let needed = report.calibration_needs_items.to_string();
                let lines = vec![
                    self.say("report-saved-missing", &[("needed", &needed), ("have", &have)]),
                    self.say("report-saved-parts", &with(spent, [("accepted", &accepted)])),
                ];
                Card { label, value: self.word("report-saved-uncalibrated"), lines }
            }
        }
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
