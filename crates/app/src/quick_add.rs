//! Items typed in a line each: `title #kind +job @me/@ai 30m`.

use halfday_domain::change::{Change, Row};
use halfday_domain::event::EventKind;
use halfday_store::items;
use halfday_store::jobs::{self, Job};
use serde_json::json;

use crate::api::{QuickAdd, QuickAddView, To};
use crate::assign::{Handover, agent_of, hand_over};
use crate::jobs::store_item;
use crate::work::Work;
use crate::{App, Error, reference};

impl App {
    /// Adds an item for each line that says something, all of them or none.
    pub fn quick_add(&self, request: QuickAdd) -> Result<QuickAddView, Error> {
        let (job, added) = self.command("add", move |work| {
            let mut added = vec![];
            let mut at = None;
            for quick in request.text.lines().filter_map(halfday_split::quick) {
                let job = match (&quick.job, &request.job) {
                    (Some(named), _) => meant(work, named)?,
                    (None, Some(named)) => reference::job(work.tx, named)?,
                    (None, None) => return Err(Error::JobUnsaid),
                };
                if job.closed_at.is_some() {
                    return Err(Error::JobClosed { job: job.number.to_string() });
                }
                let number = items::next_number(work.tx, job.id)?;
                let id = store_item(work, job.id, number, &quick.item)?;
                let item = items::by_id(work.tx, id)?.ok_or_else(|| crate::clipboard::missing(id))?;
                work.about(&item);
                work.made(Change::Bring { rows: vec![Row::Item(id)] });
                work.event(EventKind::ItemsAdded, Some(&item), json!({}))?;
                if quick.is_for_ai
                    && let Some(agent) = agent_of(work, &To::Ai)?
                {
                    hand_over(work, &item, &agent, Handover::default())?;
                }
                at = Some(job.id);
                added.push(id.to_string());
            }
            match at {
                Some(job) => Ok((job, added)),
                None => Err(Error::TitleEmpty),
            }
        })?;
        Ok(QuickAddView { board: self.board_of(job)?, added })
    }
}

/// The job a `+word` means: its number, or the newest open job whose title begins with or holds the word.
fn meant(work: &Work<'_>, named: &str) -> Result<Job, Error> {
    if named.bytes().all(|byte| byte.is_ascii_digit()) {
        return reference::job(work.tx, named);
    }
    let word = named.replace(['_', '-'], " ").to_lowercase();
    let open: Vec<Job> = jobs::all(work.tx)?.into_iter().filter(|job| job.closed_at.is_none()).collect();
    let begins = open.iter().find(|job| job.title.to_lowercase().starts_with(&word));
    let found = begins.or_else(|| open.iter().find(|job| job.title.to_lowercase().contains(&word)));
    found.cloned().ok_or_else(|| Error::JobNotFound { job: named.to_owned() })
}
