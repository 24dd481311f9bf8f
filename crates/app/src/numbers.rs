//! Numbers and the weekly report: facts through the counted views, numbers by `insight`.

use halfday_domain::facts::Facts;
use halfday_domain::fmt;
use halfday_insight::{By, Calendar, MOST_WEEKS, Titles, Week, stats, stats_by};
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

    /// What figures of the time since an instant rest on: everything, unless the record is very long.
    pub(crate) fn facts_since(&self, since: i64) -> Result<Facts, Error> {
        let now = self.now();
        self.store.read(move |connection| Ok(facts::recent(connection, now, since)?))
    }

    /// The same for so many weeks up to and with one.
    pub(crate) fn facts_of_weeks(&self, last: Week, weeks: u32) -> Result<Facts, Error> {
        self.facts_since(self.calendar().starts_at(last.minus(weeks.saturating_sub(1))))
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
        let (calendar, now, weeks) = (self.calendar(), self.now(), request.weeks.clamp(1, MOST_WEEKS));
        let facts = self.facts_of_weeks(calendar.week_of(now), weeks)?;
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
        let (calendar, now) = (self.calendar(), self.now());
        let facts = self.facts_of_weeks(calendar.week_of(now), WEEKS_AFTER_VERDICT)?;
        let stats = stats(&facts, &calendar, now, WEEKS_AFTER_VERDICT);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Opening, Origin};

    const HISTORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/record/history.csv");

    #[test]
    fn the_rows_of_a_stretch_of_time_give_the_numbers_of_the_whole_record() {
        let folder = tempfile::tempdir().unwrap();
        let now = "2026-11-23T09:00:00Z".parse::<jiff::Timestamp>().unwrap();
        let opening = Opening {
            data: Some(folder.path().to_owned()),
            now: Some(now.to_zoned_datetime(jiff::tz::TimeZone::UTC)),
            language: None,
            origin: Origin::Terminal,
        };
        let app = App::open(opening).unwrap();
        app.import_history(&std::fs::read(HISTORY).unwrap(), false).unwrap();
        let (calendar, now) = (app.calendar(), app.now());

        for weeks in [1, 2, 5, 12] {
            let since = calendar.starts_at(calendar.week_of(now).minus(weeks - 1));
            let part = app.store.read(move |connection| facts::since(connection, now, since)).unwrap();
            let (whole, part) = (app.facts().unwrap(), part);
            assert!(part.attempts.len() < whole.attempts.len(), "{weeks} weeks are a part");

            let told = |facts: &Facts| {
                let mut stats = stats(facts, &calendar, now, weeks);
                // How well the person guesses minutes rests on everything there is.
                for period in stats.weeks.iter_mut().chain([&mut stats.total]) {
                    period.saved = None;
                }
                stats
            };
            assert_eq!(told(&part), told(&whole), "{weeks} weeks");
        }
    }
}
