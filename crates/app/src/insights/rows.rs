//! The rows behind a number: each job and item by its name, with what became of it.

use std::collections::{BTreeMap, BTreeSet};

use halfday_domain::fmt;
use halfday_domain::id::{ItemId, JobId};
use halfday_store::{facts, items, jobs};

use crate::api::{RowBehind, RowsBehind, RowsView};
use crate::views::{Cards, job_row};
use crate::{App, Error};

impl App {
    /// What stands behind a number. What was deleted since is left out.
    pub fn rows_behind(&self, request: RowsBehind) -> Result<RowsView, Error> {
        let words = self.words();
        let bad = |text: &str| Error::BadReference { text: text.to_owned() };
        let wanted_items: BTreeSet<ItemId> =
            request.items.iter().map(|id| id.parse().map_err(|_| bad(id))).collect::<Result<_, _>>()?;
        let wanted_jobs: BTreeSet<JobId> =
            request.jobs.iter().map(|id| id.parse().map_err(|_| bad(id))).collect::<Result<_, _>>()?;
        let calendar = self.calendar();
        let date_text = move |at: Option<i64>| at.map(|at| fmt::date(words.language(), calendar.day_of(at)));
        let (mut found_jobs, mut found_items) = self.store.read(move |connection| {
            let counts = items::counts(connection)?;
            let mut found_jobs = vec![];
            for id in wanted_jobs {
                let Some(job) = jobs::by_id(connection, id)? else { continue };
                let row = job_row(words, &job, counts.iter().find(|counts| counts.job_id == id));
                let key = if job.closed_at.is_some() { "insights-job-closed" } else { "insights-job-open" };
                let behind = RowBehind {
                    reference: row.reference,
                    title: row.title,
                    job_title: None,
                    kind_text: None,
                    minutes_text: Some(row.summary_text),
                    came_text: words.word(key),
                    date_text: date_text(job.closed_at),
                };
                found_jobs.push((job.closed_at, behind));
            }
            let mut of_jobs: BTreeMap<JobId, Vec<ItemId>> = BTreeMap::new();
            for id in wanted_items {
                if let Some(item) = items::by_id(connection, id)? {
                    of_jobs.entry(item.job_id).or_default().push(id);
                }
            }
            let mut found_items = vec![];
            for (job_id, wanted) in of_jobs {
                let Some(job) = jobs::by_id(connection, job_id)? else { continue };
                let cards = Cards::read(connection, words, &job)?;
                for id in wanted {
                    let Some(card) = cards.card(id) else { continue };
                    let at = facts::settled_at(connection, id)?;
                    let behind = RowBehind {
                        reference: card.reference,
                        title: card.title,
                        job_title: Some(job.title.clone()),
                        kind_text: Some(card.kind_text),
                        minutes_text: (!card.estimate_text.is_empty()).then_some(card.estimate_text),
                        came_text: card.status_text,
                        date_text: date_text(at),
                    };
                    found_items.push((at, behind));
                }
            }
            Ok::<_, Error>((found_jobs, found_items))
        })?;
        let newest = |a: &(Option<i64>, RowBehind), b: &(Option<i64>, RowBehind)| b.0.cmp(&a.0);
        found_jobs.sort_by(newest);
        found_items.sort_by(newest);
        let count = |key: &str, number: usize| words.say(key, &[("count", &number.to_string())]);
        let mut parts = vec![];
        if !found_items.is_empty() {
            parts.push(count("insights-rows-items", found_items.len()));
        }
        if !found_jobs.is_empty() {
            parts.push(count("insights-rows-jobs", found_jobs.len()));
        }
        let rows = found_jobs.into_iter().chain(found_items).map(|(_, row)| row).collect();
        Ok(RowsView { rows, text: parts.join(" · ") })
    }
}
