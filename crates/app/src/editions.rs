//! The report of a week is issued on the Monday after it, by itself; what it said stays. Whoever was away that day finds
//! it at the next start. A week with nothing to tell of has none.

use std::sync::{Arc, Mutex, PoisonError};

use halfday_domain::event::{Actor, EventKind};
use halfday_insight::{Report, Titles, Week};
use halfday_store::reports::{self, Edition};

use crate::api::{AskReport, ReportView, WeekRef};
use crate::{App, Error};

/// So many weeks back a report that nobody issued is still made.
const MADE_LATER: u32 = 4;

/// The week up to which reports were looked for in this process, so that a quiet minute reads nothing.
#[derive(Debug, Clone, Default)]
pub(crate) struct LookedAt(Arc<Mutex<Option<Week>>>);

impl App {
    /// Does what is due by the clock, once a minute or so: today, issuing the reports of the weeks that have ended.
    pub fn keep_time(&self) -> Result<(), Error> {
        let running = self.calendar().week_of(self.now());
        if *self.looked_at.lock() == Some(running) {
            return Ok(());
        }
        for back in (1..=MADE_LATER).rev() {
            let week = running.minus(back);
            if self.last_edition(week)?.is_some() {
                continue;
            }
            let report = self.report_of(week, Titles::Shown)?;
            if !report.is_short() {
                self.issue(week, &report)?;
            }
        }
        *self.looked_at.lock() = Some(running);
        Ok(())
    }

    /// Issues a week's report once more, as the record stands now.
    pub fn issue_report(&self, request: WeekRef) -> Result<ReportView, Error> {
        let week = week_named(&request.week)?;
        if week >= self.calendar().week_of(self.now()) {
            return Err(Error::WeekNotOver { week: request.week });
        }
        let report = self.report_of(week, Titles::Shown)?;
        self.issue(week, &report)?;
        self.report(AskReport { week: Some(request.week), hide_titles: false })
    }

    /// Says of a report which edition of it is the last, if it was issued.
    pub(crate) fn compare_with_issued(&self, report: &mut Report, week: Week) -> Result<(), Error> {
        let Some(edition) = self.last_edition(week)? else { return Ok(()) };
        let said = serde_json::from_str(&edition.facts)
            .map_err(|source| Error::WriteView { command: "report".to_owned(), source })?;
        let on = self.calendar().day_of(edition.made_at);
        report
            .issued_as(edition.number, on, &said)
            .map_err(|source| Error::WriteView { command: "report".to_owned(), source })
    }

    pub(crate) fn last_edition(&self, week: Week) -> Result<Option<Edition>, Error> {
        self.store.read(move |connection| Ok(reports::last(connection, &week.to_string())?))
    }

    /// Two programs may do this at the same moment; the later one finds the edition and makes none.
    fn issue(&self, week: Week, report: &Report) -> Result<(), Error> {
        let facts = crate::numbers::document("report", report)?.to_string();
        let before = self.last_edition(week)?.map_or(0, |edition| edition.number);
        let (name, made_at) = (week.to_string(), self.now());
        self.fact(Actor::Program, move |work| {
            let last = reports::last(work.tx, &name)?.map_or(0, |edition| edition.number);
            if last != before {
                return Ok(());
            }
            let data = serde_json::json!({ "week": &name, "edition": last + 1 });
            reports::insert(work.tx, &Edition { week: name, number: last + 1, facts, made_at })?;
            work.event(EventKind::ReportIssued, None, data)
        })
    }
}

impl LookedAt {
    fn lock(&self) -> std::sync::MutexGuard<'_, Option<Week>> {
        // Nothing can panic while it is held.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The week a request names.
pub(crate) fn week_named(text: &str) -> Result<Week, Error> {
    text.parse().map_err(|_| Error::UnknownWeek { week: text.to_owned() })
}
