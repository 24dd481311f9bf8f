//! The list of weeks that have something to report.

use halfday_domain::fmt;
use halfday_domain::words::Words;
use halfday_insight::{PeriodStats, stats};

use crate::api::{Nothing, WeekLine, WeeksView};
use crate::today::week_text;
use crate::{App, Error};

/// The list goes back so far.
const WEEKS: u32 = 104;

impl App {
    /// Weeks with a closed job, a verdict or anything handed over, newest first; the running one always.
    pub fn weeks(&self, _: Nothing) -> Result<WeeksView, Error> {
        let words = self.words();
        let (calendar, now) = (self.calendar(), self.now());
        let record = stats(&self.facts_of_weeks(calendar.week_of(now), WEEKS)?, &calendar, now, WEEKS);
        let weeks: Vec<WeekLine> = record
            .weeks
            .iter()
            .rev()
            .filter(|week| week.running || says(week))
            .map(|week| {
                let mut line = line(words, week);
                if let Some(edition) = week.week.map(|week| self.last_edition(week)).transpose()?.flatten() {
                    let date = fmt::date(words.language(), calendar.day_of(edition.made_at));
                    line.issued_text = Some(words.say("weekly-issued", &[("date", &date)]));
                }
                if let Some(number) = week.week
                    && self.asks_felt(number, week)?
                {
                    // What was measured would be what they say they felt.
                    line.saved_text = None;
                }
                Ok(line)
            })
            .collect::<Result<_, Error>>()?;
        let is_first = !record.weeks.iter().any(|week| !week.running && says(week));
        let monday = calendar.day_of(calendar.ends_at(calendar.week_of(now)));
        let first_text = is_first
            .then(|| words.say("weekly-first", &[("day", &fmt::weekday_date(words.language(), monday))]));
        Ok(WeeksView { weeks, first_text })
    }
}

/// Whether there is anything to say of a week.
fn says(week: &PeriodStats) -> bool {
    week.jobs_closed > 0 || week.first_time.of > 0 || week.first_time.unresolved > 0
}

fn line(words: &Words, week: &PeriodStats) -> WeekLine {
    let language = words.language();
    let first = &week.first_time;
    let count = fmt::count(language, first.right.into(), first.of.into());
    WeekLine {
        week: week.week.map(|week| week.to_string()).unwrap_or_default(),
        dates_text: week
            .from
            .zip(week.to)
            .map_or_else(String::new, |(from, to)| fmt::date_range(language, from, to)),
        week_text: week.week.map(|week| fmt::week(language, week.number())).unwrap_or_default(),
        is_running: week.running,
        summary_text: week_text(words, week).unwrap_or_else(|| words.word("weekly-nothing-closed")),
        share_text: week.share.map(|share| fmt::percent(share.value)),
        first_time_text: (first.of > 0).then(|| match first.rate {
            Some(rate) => {
                words.say("weekly-first-time-rate", &[("count", &count), ("rate", &fmt::percent(rate))])
            }
            None => words.say("weekly-first-time", &[("count", &count)]),
        }),
        saved_text: week.saved.map(|saved| {
            let range = fmt::duration_range(language, saved.low, saved.high);
            words.say("weekly-saved", &[("range", &range)])
        }),
        issued_text: None,
    }
}
