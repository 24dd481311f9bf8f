//! Closing a job: every open item gets an answer, then the job has a result.

use halfday_domain::change::Change;
use halfday_domain::event::EventKind;
use halfday_domain::item::{ItemEvent, ItemStatus};
use halfday_store::items::{self, Item};
use serde_json::json;

use crate::api::{CloseJob, ItemRest, JobRef, Rest, ResultView};
use crate::leave::let_go;
use crate::own_work::finish;
use crate::reference::{self, reference_of};
use crate::work::Work;
use crate::{App, Error};

impl App {
    /// Closes a job. Queued and blocked items are taken back first; open ones need an answer.
    pub fn close_job(&self, request: CloseJob) -> Result<ResultView, Error> {
        let job = self.command("close", move |work| {
            let job = reference::job(work.tx, &request.job)?;
            if job.closed_at.is_some() {
                return Err(Error::JobClosed { job: job.number.to_string() });
            }
            work.about_job(job.id);
            let under_way = named(work, job.id, |item| match item.status {
                ItemStatus::Working(_) | ItemStatus::Waiting(_) | ItemStatus::InReview => true,
                ItemStatus::Open
                | ItemStatus::Queued
                | ItemStatus::Done
                | ItemStatus::Blocked
                | ItemStatus::Dropped => false,
            })?;
            if !under_way.is_empty() {
                return Err(Error::ItemsUnderWay { items: listed(work, &under_way)? });
            }
            for item in
                named(work, job.id, |item| matches!(item.status, ItemStatus::Queued | ItemStatus::Blocked))?
            {
                let_go(work, &item, ItemEvent::TakenBack)?;
            }
            let open = named(work, job.id, |item| item.status == ItemStatus::Open)?;
            let mut said = std::collections::HashMap::new();
            for ItemRest { item, rest } in request.items {
                said.insert(reference::item(work.tx, &item)?.id, rest);
            }
            for item in &open {
                match said.get(&item.id).copied().or(request.rest) {
                    Some(Rest::Did) => finish(work, item, None, None)?,
                    Some(Rest::Drop) => work.happen(item, ItemEvent::Dropped)?,
                    Some(Rest::Later) => {}
                    None => return Err(Error::ItemsOpen { items: listed(work, &open)? }),
                }
            }
            work.change(Change::Close { job: job.id, before: None, after: Some(work.at) })?;
            work.event(EventKind::JobClosed, None, json!({}))?;
            Ok(job.id)
        })?;
        self.result(JobRef { job: job.to_string() })
    }
}

/// The job's items that are not covered by another and fit.
fn named(
    work: &Work<'_>,
    job: halfday_domain::id::JobId,
    fits: impl Fn(&Item) -> bool,
) -> Result<Vec<Item>, Error> {
    let all = items::of_job(work.tx, job)?;
    Ok(all.into_iter().filter(|item| item.parent_id.is_none() && fits(item)).collect())
}

fn listed(work: &Work<'_>, items: &[Item]) -> Result<String, Error> {
    let names: Result<Vec<String>, Error> =
        items.iter().map(|item| Ok(format!("{} {}", reference_of(work.tx, item)?, item.title))).collect();
    // A title may hold a comma of any language.
    Ok(names?.join(" · "))
}
