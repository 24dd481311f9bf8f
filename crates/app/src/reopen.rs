//! A closed job is opened again, or an item the person had done.

use halfday_domain::change::{Change, Fact};
use halfday_domain::event::EventKind;
use halfday_domain::item::{ItemEvent, ItemStatus};
use halfday_store::reviews;
use serde_json::json;

use crate::api::{BoardView, ItemRef, ItemView, JobRef};
use crate::reference::{self, reference_of};
use crate::{App, Error};

impl App {
    /// Opens a closed job again. Until it is closed anew it is in no share.
    pub fn reopen_job(&self, request: JobRef) -> Result<BoardView, Error> {
        let job = self.command("reopen-job", move |work| {
            let job = reference::job(work.tx, &request.job)?;
            if job.closed_at.is_none() {
                return Err(Error::JobOpen { job: job.number.to_string() });
            }
            work.about_job(job.id);
            work.change(Change::Close { job: job.id, before: job.closed_at, after: None })?;
            work.event(EventKind::JobReopened, None, json!({}))?;
            Ok(job.id)
        })?;
        self.board_of(job)
    }

    /// Opens an item again that the person had done. What they said of it is withdrawn; the time it
    /// took stays.
    pub fn reopen_item(&self, request: ItemRef) -> Result<ItemView, Error> {
        let item = self.command("reopen", move |work| {
            let item = reference::item(work.tx, &request.item)?;
            if item.status != ItemStatus::Done {
                return Err(work.not_allowed(&item)?);
            }
            let finish = reviews::standing_finish(work.tx, item.id)?;
            if finish.is_none() && !item.done_before {
                return Err(Error::AcceptedFromAi { item: reference_of(work.tx, &item)? });
            }
            work.about(&item);
            work.happen(&item, ItemEvent::Reopened)?;
            if let Some(finish) = finish {
                work.change(Change::Withdraw { facts: vec![Fact::Finish(finish)] })?;
            }
            if item.done_before {
                // Done again, it was done with Halfday and counts.
                work.change(Change::DoneBefore { item: item.id, done: false })?;
            }
            Ok(item.id)
        })?;
        self.item_view(item)
    }
}
