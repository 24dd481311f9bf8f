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
        let (html, body) = halfday_insight::html_with_body(&report, words);
        Ok(ReportView {
            week: week.to_string(),
            asks_felt: self.asks_felt(week, &report.numbers)?,
            has_changed: report.issued.as_ref().is_some_and(|issued| !issued.changed.is_empty()),
            json: document("report", &report)?,
            markdown: halfday_insight::markdown(&report, words),
            html,
            body,
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
    use halfday_domain::facts::details::Details;
    use halfday_insight::{
        accepted_at_once, caught, coming_back, costs, could, failures_per_hour, first_wrong_steps,
        fixed_after_one_feedback, rehearsed, scored, spent_minutes, still_standing, stretches, weekly,
        whole_jobs,
    };
    use halfday_store::facts::Reach;
    use serde_json::json;

    use super::*;
    use crate::{Opening, Origin};

    const HISTORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/record/history.csv");

    fn app(folder: &tempfile::TempDir) -> App {
        let now = "2026-11-23T09:00:00Z".parse::<jiff::Timestamp>().unwrap();
        let opening = Opening {
            data: Some(folder.path().to_owned()),
            now: Some(now.to_zoned_datetime(jiff::tz::TimeZone::UTC)),
            language: None,
            origin: Origin::Terminal,
        };
        let app = App::open(opening).unwrap();
        app.import_history(&std::fs::read(HISTORY).unwrap(), false).unwrap();
        app
    }

    fn reaching(app: &App, reach: Reach) -> (Facts, Details) {
        let now = app.now();
        let read = move |connection: &halfday_store::Connection| {
            Ok::<_, Error>(facts::with_details(connection, now, reach)?)
        };
        app.store.read(read).unwrap()
    }

    #[test]
    fn the_rows_of_a_stretch_of_time_give_the_numbers_of_the_whole_record() {
        let folder = tempfile::tempdir().unwrap();
        let app = app(&folder);
        let (calendar, now) = (app.calendar(), app.now());
        let (whole, _) = reaching(&app, Reach::ALL);

        for weeks in [1, 2, 5, 12] {
            let since = calendar.starts_at(calendar.week_of(now).minus(weeks - 1));
            let (part, _) = reaching(&app, Reach::since(since));
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

    #[test]
    fn every_figure_of_some_weeks_is_the_same_from_their_rows_as_from_the_whole_record() {
        let folder = tempfile::tempdir().unwrap();
        let app = app(&folder);
        let (calendar, now) = (app.calendar(), app.now());
        let whole = reaching(&app, Reach::ALL);

        for weeks in [1, 3, 8] {
            let since = calendar.starts_at(calendar.week_of(now).minus(weeks - 1));
            let part = reaching(&app, Reach::since(since));
            assert!(part.1.attempts.len() < whole.1.attempts.len(), "{weeks} weeks are a part");

            let told = |(facts, details): &(Facts, Details)| {
                json!({
                    "stretch": stretches(details, since), "could": could(facts, details, since..now),
                    "whole": whole_jobs(facts, since), "caught": caught(details, since),
                    "fixed": fixed_after_one_feedback(details, since), "at_once": accepted_at_once(details, since),
                    "steps": first_wrong_steps(details, since), "failures": failures_per_hour(facts, since),
                    "standing": still_standing(details, since, now), "cost": costs(details, &calendar, since),
                    "scored": scored(details, &spent_minutes(facts), since), "rehearsed": rehearsed(details, since),
                })
            };
            assert_eq!(told(&part), told(&whole), "{weeks} weeks");
        }
    }

    #[test]
    fn a_record_that_is_not_very_long_is_read_whole() {
        let folder = tempfile::tempdir().unwrap();
        let app = app(&folder);
        let (calendar, now) = (app.calendar(), app.now());
        let (facts, details) = reaching(&app, Reach::ALL);

        let (reach, begun) = app
            .store
            .read(move |connection| {
                Ok::<_, Error>((Reach::of(connection, now)?, facts::begun(connection, now)?))
            })
            .unwrap();

        assert_eq!(reach, Reach::ALL);
        let week = calendar.week_of(now).previous();
        let report = weekly(&facts, &details, &calendar, week, now, Titles::Shown);
        assert_eq!(
            document("report", &app.report_of(week, Titles::Shown).unwrap()).unwrap(),
            document("report", &report).unwrap(),
            "the report needs no more details than it reads"
        );
        let handed_over: Vec<i64> = facts.attempts.iter().map(|one| one.started_at).collect();
        assert_eq!(
            coming_back(&facts, &begun, &calendar, i64::MIN..now),
            coming_back(&facts, &handed_over, &calendar, i64::MIN..now),
            "the first weeks are read apart"
        );
    }
}
