//! Numbers and the weekly report: facts through the counted views, numbers by `insight`.

use halfday_domain::facts::Facts;
use halfday_domain::fmt;
use halfday_insight::{By, Calendar, Titles, stats, stats_by};
use halfday_store::facts;
use serde::Serialize;
use serde_json::Value;

use crate::api::{AskReport, AskStats, ReportView};
use crate::{App, Error};

/// How many weeks the count after a verdict looks back.
const WEEKS_AFTER_VERDICT: u32 = 12;

impl App {
    pub(crate) fn calendar(&self) -> Calendar {
        Calendar::new(self.zone())
    }

    /// Everything `insight` may know, as of now.
    pub(crate) fn facts(&self) -> Result<Facts, Error> {
        let now = self.now();
        self.store.read(move |connection| Ok(facts::all(connection, now)?))
    }

    /// The person's own record, as the document of `stats --json`.
    pub fn stats(&self, request: AskStats) -> Result<Value, Error> {
        let by = match request.by.as_deref() {
            None => None,
            Some("kind") => Some(By::Kind),
            Some("agent") => Some(By::Agent),
            Some("family") => Some(By::Family),
            Some("length") => Some(By::Length),
            Some("week") => Some(By::Week),
            Some(other) => return Err(Error::UnknownGrouping { by: other.to_owned() }),
        };
        let (facts, calendar, now, weeks) =
            (self.facts()?, self.calendar(), self.now(), request.weeks.max(1));
        match by {
            None => document("stats", &stats(&facts, &calendar, now, weeks)),
            Some(by) => document("stats", &stats_by(&facts, &calendar, now, weeks, by)),
        }
    }

    /// The weekly report in every text format.
    pub fn report(&self, request: AskReport) -> Result<ReportView, Error> {
        let week = self.report_week(request.week.as_deref())?;
        let titles = if request.hide_titles { Titles::Hidden } else { Titles::Shown };
        let report = self.report_of(week, titles)?;
        let words = self.words();
        Ok(ReportView {
            week: week.to_string(),
            asks_felt: self.asks_felt(week, &report.numbers)?,
            has_changed: report.issued.as_ref().is_some_and(|issued| !issued.changed.is_empty()),
            json: document("report", &report)?,
            markdown: halfday_insight::markdown(&report, words),
            html: halfday_insight::html(&report, words),
            body: halfday_insight::html_body(&report, words),
        })
    }

    /// "So far 3 of 4 right first time", over the last weeks.
    pub(crate) fn first_time_text(&self) -> Result<Option<String>, Error> {
        let stats = stats(&self.facts()?, &self.calendar(), self.now(), WEEKS_AFTER_VERDICT);
        let first = stats.total.first_time;
        if first.of == 0 {
            return Ok(None);
        }
        let words = self.words();
        let count = fmt::count(words.language(), first.right.into(), first.of.into());
        let text = match first.rate {
            Some(rate) => words.say("first-time-rate", &[("count", &count), ("rate", &fmt::percent(rate))]),
            None => words.say("first-time-few", &[("count", &count)]),
        };
        Ok(Some(text))
    }
}

/// A document of `insight` as JSON.
pub(crate) fn document(command: &str, value: &impl Serialize) -> Result<Value, Error> {
    serde_json::to_value(value).map_err(|source| Error::WriteView { command: command.to_owned(), source })
}
